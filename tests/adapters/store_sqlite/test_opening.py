"""Making and opening the file; a file that can't be used is told, and left as it was."""

from __future__ import annotations

import errno
import os
import random
import sqlite3
import stat
import tempfile
from contextlib import closing
from pathlib import Path

import pytest

from tests.adapters.store_sqlite.workbench import (
    AT,
    child,
    contents,
    event,
    filled,
    integrity,
    posix_only,
    refused,
    summary,
    told_by,
)
from wizard.adapters.store_sqlite import SqliteStore
from wizard.core.problems import OutsideFailed


@posix_only
def test_a_new_store_is_private(path: Path) -> None:
    """The file, its side files and the folder that we make for them are for their owner only."""
    with closing(SqliteStore.open(path)) as store:
        store.create(summary(1), [event(1)], {})
        modes = {each.name: stat.S_IMODE(each.stat().st_mode) for each in path.parent.iterdir()}
    assert {"workshops.db": 0o600, "workshops.db-wal": 0o600, "workshops.db-shm": 0o600} == modes
    assert 0o700 == stat.S_IMODE(path.parent.stat().st_mode)


@posix_only
def test_a_folder_that_was_there_keeps_its_mode(path: Path) -> None:
    path.parent.mkdir(mode=0o755)
    path.parent.chmod(0o755)
    SqliteStore.open(path).close()
    assert 0o755 == stat.S_IMODE(path.parent.stat().st_mode)


def test_every_connection_is_as_durable_as_promised(path: Path) -> None:
    filled(path)
    with closing(SqliteStore.open(path)) as store:
        asked = ("journal_mode", "synchronous", "foreign_keys", "application_id", "user_version")
        settings = [store._db.execute(f"PRAGMA {each}").fetchone()[0] for each in asked]
    assert ["wal", 2, 1, 0x63765731, 1] == settings


def test_a_closed_store_is_one_file(path: Path) -> None:
    filled(path)
    assert ["workshops.db"] == sorted(contents(path.parent))


@pytest.mark.parametrize("name", ["what? #1 100%.db", "käse ☕.db", ":memory:", "-wal"])
def test_any_file_name_is_a_name(tmp_path: Path, name: str) -> None:
    filled(tmp_path / name)
    assert [name] == sorted(contents(tmp_path))


@posix_only
def test_a_link_leads_to_the_store(path: Path, tmp_path: Path) -> None:
    filled(path)
    link = tmp_path / "link.db"
    link.symlink_to(path)
    with closing(SqliteStore.open(link)) as through, closing(SqliteStore.open(path)) as direct:
        through.append([event(41)], summary(41))
        assert [event(41)] == direct.events("w1", after=40)


@posix_only
def test_a_link_may_be_there_before_its_store(path: Path, tmp_path: Path) -> None:
    path.parent.mkdir()
    link = tmp_path / "link.db"
    link.symlink_to(path)
    filled(link)
    assert (True, ["workshops.db"]) == (link.is_symlink(), sorted(contents(path.parent)))


def test_an_empty_file_becomes_a_store(path: Path) -> None:
    """It is what a process leaves that is killed at its first step."""
    path.parent.mkdir()
    path.touch()
    filled(path)
    assert "ok" == integrity(path)


def test_a_newer_store_is_refused_and_left_as_it_was(path: Path) -> None:
    filled(path)
    with closing(sqlite3.connect(path)) as db:
        db.execute("PRAGMA user_version=2")
        db.commit()
    before = contents(path.parent)
    with pytest.raises(OutsideFailed) as failure:
        SqliteStore.open(path)
    assert "outside.store_newer" == refused(failure)
    assert {"path": str(path), "found": 2, "known": 1} == failure.value.problem.details
    assert before == contents(path.parent)


@posix_only
def test_a_newer_store_whose_program_was_killed_is_left_as_it_was(path: Path) -> None:
    """Its last words are in the log only; neither the log nor the file may change."""
    SqliteStore.open(path).close()
    code = """
        store = SqliteStore.open(path)
        store._db.execute("PRAGMA user_version=7")
        os.kill(os.getpid(), signal.SIGKILL)
    """
    with child(code, path) as process:
        process.communicate(timeout=60)
    log = path.with_name("workshops.db-wal")
    before = path.read_bytes(), log.read_bytes()
    with pytest.raises(OutsideFailed) as failure:
        SqliteStore.open(path)
    assert "outside.store_newer" == refused(failure)
    assert before == (path.read_bytes(), log.read_bytes())


def test_another_programs_database_is_left_as_it_was(path: Path) -> None:
    path.parent.mkdir()
    with closing(sqlite3.connect(path)) as db:
        db.execute("CREATE TABLE bookmarks (url)")
    before = contents(path.parent)
    with pytest.raises(OutsideFailed) as failure:
        SqliteStore.open(path)
    assert "outside.store_foreign" == refused(failure)
    assert before == contents(path.parent)


@pytest.mark.parametrize(
    ("offset", "junk"), [(0, b"\0" * 100), (0, b"# My plan\n" * 20), (16, b"\xff" * 20)], ids=str
)
def test_a_damaged_header_is_told_and_left_as_it_was(path: Path, offset: int, junk: bytes) -> None:
    filled(path)
    overwrite(path, offset, junk)
    before = contents(path.parent)
    with pytest.raises(OutsideFailed) as failure:
        SqliteStore.open(path)
    assert "outside.store_damaged" == refused(failure)
    assert before == contents(path.parent)


def test_damage_in_the_middle_is_told_when_it_is_met(path: Path) -> None:
    """Opening doesn't read everything; whoever meets the damage is told, and the file stays as it was."""
    filled(path)
    overwrite(path, 4096, b"\xff" * (path.stat().st_size - 4096))
    before = contents(path.parent)
    with closing(SqliteStore.open(path)) as store:
        for call in (store.summaries, lambda: store.events("w1"), lambda: store.text("d1")):
            with pytest.raises(OutsideFailed) as failure:
                call()
            assert "outside.store_damaged" == refused(failure)
        with pytest.raises(OutsideFailed) as failure:
            store.append([event(41)], summary(41))
        assert "outside.store_damaged" == refused(failure)
    assert before == contents(path.parent)


def test_damage_anywhere_is_never_a_traceback(path: Path) -> None:
    filled(path)
    whole = path.read_bytes()
    chance = random.Random(7)
    codes = set()
    for _ in range(120):
        path.write_bytes(whole)
        overwrite(path, chance.randrange(len(whole)), chance.randbytes(chance.choice((1, 40, 3000))))
        try:
            with closing(SqliteStore.open(path)) as store:
                store.summaries()
                store.summary("w1")
                store.events("w1")
                store.drafts("w1", "me")
                store.text("d1")
                store.append([event(41)], summary(41))
                store.purge(AT)
        except OutsideFailed as failed:
            codes.add(failed.problem.code)
    assert "outside.store_damaged" in codes


def overwrite(path: Path, offset: int, junk: bytes) -> None:
    whole = path.read_bytes()
    path.write_bytes(whole[:offset] + junk + whole[offset + len(junk) :])


def test_a_folder_is_no_store(tmp_path: Path) -> None:
    with pytest.raises(OutsideFailed) as failure:
        SqliteStore.open(tmp_path)
    assert "outside.store_failed" == refused(failure)
    assert os.strerror(errno.EISDIR) == failure.value.problem.details["reason"]


def test_a_store_cant_lie_inside_a_file(tmp_path: Path) -> None:
    (tmp_path / "notes").write_text("mine")
    with pytest.raises(OutsideFailed) as failure:
        SqliteStore.open(tmp_path / "notes" / "workshops.db")
    assert "outside.store_failed" == refused(failure)
    assert {"notes": b"mine"} == contents(tmp_path)


@posix_only
@pytest.mark.parametrize(
    ("made_readonly", "mode"), [("workshops.db", 0o400), (".", 0o500), ("workshops.db", 0o000)]
)
def test_what_is_readonly_is_told(made_readonly: str, mode: int) -> None:
    """The child gives up root first: for root nothing is read-only. Hence a folder that it can reach."""
    code = """
        if os.getuid() == 0:
            os.chown(os.path.dirname(path), 65534, 65534)
            os.setgroups([])
            os.setgid(65534)
            os.setuid(65534)
        SqliteStore.open(path).close()
        before = open(path, "rb").read()
        readonly, mode = os.path.join(os.path.dirname(path), words[0]), int(words[1])
        os.chmod(readonly, mode)
        for wanted in (path, os.path.join(readonly, "new.db"), os.path.join(readonly, "new", "new.db")):
            if wanted == path or os.path.isdir(readonly):
                try:
                    SqliteStore.open(wanted)
                except OutsideFailed as failed:
                    tell(failed.problem.code)
        os.chmod(readonly, 0o700)
        tell(before == open(path, "rb").read(), os.listdir(os.path.dirname(path)))
    """
    with tempfile.TemporaryDirectory() as folder:
        said = told_by(code, Path(folder, "workshops.db"), made_readonly, str(mode))
    tries = 3 if made_readonly == "." else 1
    assert ["outside.store_readonly"] * tries + ["True ['workshops.db']"] == said
