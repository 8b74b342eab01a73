"""Copies of a whole store."""

from __future__ import annotations

import errno
import os
import stat
from contextlib import closing
from pathlib import Path

import pytest

from tests.adapters.store_sqlite.workbench import (
    contents,
    event,
    refused,
    summary,
)
from wizard.adapters.store_sqlite import SqliteStore
from wizard.core.problems import OutsideFailed


def test_a_backup_is_one_private_file_with_everything_in_it(store: SqliteStore, tmp_path: Path) -> None:
    store.create(summary(2), [event(1), event(2)], {"d1": "flow"})
    store.put_drafts("w1", "me", {"name": "Bre"})
    folder = tmp_path / "backups"
    folder.mkdir()
    store.backup(str(folder / "copy.db"))
    store.append([event(3)], summary(3))
    assert ["copy.db"] == sorted(contents(folder))
    # Byte 18 and 19 tell how the file is written: 1 needs no log beside it, so a copy can be read anywhere.
    assert b"\1\1" == (folder / "copy.db").read_bytes()[18:20]
    if os.name != "nt":
        assert 0o600 == stat.S_IMODE((folder / "copy.db").stat().st_mode)
    with closing(SqliteStore.open(folder / "copy.db")) as copy:
        assert [event(1), event(2)] == copy.events("w1")
        assert [summary(2)] == copy.summaries()
        assert ("flow", {"name": "Bre"}) == (copy.text("d1"), copy.drafts("w1", "me"))


def test_a_backup_replaces_nothing(store: SqliteStore, tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    folder.mkdir()
    (folder / "plan.md").write_text("mine")
    with pytest.raises(OutsideFailed) as failure:
        store.backup(str(folder / "plan.md"))
    assert "outside.file_exists" == refused(failure)
    assert {"plan.md": b"mine"} == contents(folder)
    with pytest.raises(OutsideFailed) as failure:
        store.backup(tmp_path.anchor)
    assert "outside.file_exists" == refused(failure)


@pytest.mark.parametrize("links", [True, False], ids=["hard links", "no hard links"])
def test_a_file_that_appears_during_a_backup_is_not_replaced(
    store: SqliteStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, links: bool
) -> None:
    """Somebody else takes the name at the very last moment."""
    folder = tmp_path / "backups"
    folder.mkdir()
    real = Path.hardlink_to

    def too_late(target: Path, partial: Path) -> None:
        target.write_text("mine")
        if not links:
            raise PermissionError(errno.EPERM, os.strerror(errno.EPERM))
        real(target, partial)

    monkeypatch.setattr(Path, "hardlink_to", too_late)
    with pytest.raises(OutsideFailed) as failure:
        store.backup(str(folder / "plan.md"))
    assert "outside.file_exists" == refused(failure)
    assert {"plan.md": b"mine"} == contents(folder)


def test_a_backup_needs_no_hard_links(
    store: SqliteStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unknown(target: Path, partial: Path) -> None:
        raise PermissionError(errno.EPERM, f"no links from {target} to {partial}")

    store.create(summary(1), [event(1)], {})
    monkeypatch.setattr(Path, "hardlink_to", unknown)
    folder = tmp_path / "backups"
    folder.mkdir()
    store.backup(str(folder / "copy.db"))
    assert ["copy.db"] == sorted(contents(folder))
    with closing(SqliteStore.open(folder / "copy.db")) as copy:
        assert [event(1)] == copy.events("w1")


def test_a_backup_into_a_folder_that_isnt_there_is_told(store: SqliteStore, tmp_path: Path) -> None:
    with pytest.raises(OutsideFailed) as failure:
        store.backup(str(tmp_path / "nowhere" / "copy.db"))
    assert "outside.cannot_write" == refused(failure)
    assert os.strerror(errno.ENOENT) == failure.value.problem.details["reason"]
