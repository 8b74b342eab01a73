"""What can be made again is kept for one person alone; where that can't be, nothing is, and nothing fails."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from wizard.adapters.private_folder import MOST_FILES, PrivateFolder

CONTENT = b"worked out"


def listed(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


def test_what_is_kept_is_found_again(tmp_path: Path) -> None:
    PrivateFolder(tmp_path / "a" / "b").put("one", CONTENT)

    assert PrivateFolder(tmp_path / "a" / "b").get("one") == CONTENT
    assert PrivateFolder(tmp_path / "a" / "b").get("two") is None


def test_the_newer_content_takes_the_place_of_the_older(tmp_path: Path) -> None:
    folder = PrivateFolder(tmp_path)
    folder.put("one", b"old")
    folder.put("one", CONTENT)

    assert folder.get("one") == CONTENT
    assert ["one"] == listed(tmp_path)


def test_only_this_person_may_read_or_write_there(tmp_path: Path) -> None:
    PrivateFolder(tmp_path / "mine").put("one", CONTENT)

    assert 0o700 == stat.S_IMODE((tmp_path / "mine").stat().st_mode)
    assert 0o600 == stat.S_IMODE((tmp_path / "mine" / "one").stat().st_mode)


@pytest.mark.parametrize("which", [".", "one"])
@pytest.mark.parametrize("others", [0o720, 0o702])
def test_nothing_counts_that_others_may_have_written(tmp_path: Path, which: str, others: int) -> None:
    folder = PrivateFolder(tmp_path / "mine")
    folder.put("one", CONTENT)
    (tmp_path / "mine" / which).chmod(others)

    assert folder.get("one") is None


def test_nothing_counts_of_which_another_is_the_owner(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = PrivateFolder(tmp_path / "mine")
    folder.put("one", CONTENT)
    monkeypatch.setattr(os, "geteuid", lambda: os.getuid() + 1)
    folder.put("two", CONTENT)

    assert folder.get("one") is None
    assert ["one"] == listed(tmp_path / "mine")


@pytest.mark.parametrize("linked", ["mine", "mine/one"])
def test_nothing_counts_that_a_link_leads_to(tmp_path: Path, linked: str) -> None:
    folder = PrivateFolder(tmp_path / "mine")
    folder.put("one", CONTENT)
    (tmp_path / linked).rename(tmp_path / "elsewhere")
    (tmp_path / linked).symlink_to(tmp_path / "elsewhere")

    assert folder.get("one") is None


@pytest.mark.parametrize("damage", [lambda read: read[:-1], lambda read: read + b"x", lambda _: b""])
def test_what_is_damaged_is_as_good_as_nothing(tmp_path: Path, damage: Callable[[bytes], bytes]) -> None:
    folder = PrivateFolder(tmp_path)
    folder.put("one", CONTENT)
    (tmp_path / "one").write_bytes(damage((tmp_path / "one").read_bytes()))

    assert folder.get("one") is None
    folder.put("one", CONTENT)
    assert folder.get("one") == CONTENT


def test_where_nothing_can_be_kept_nothing_fails(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", "utf-8")
    folder = PrivateFolder(tmp_path / "file")
    folder.put("one", CONTENT)

    assert folder.get("one") is None
    assert (tmp_path / "file").read_text("utf-8") == "in the way"


def test_the_oldest_make_room(tmp_path: Path) -> None:
    folder = PrivateFolder(tmp_path)
    for number in range(MOST_FILES + 3):
        folder.put(str(number), CONTENT)
        os.utime(tmp_path / str(number), (number, number))
    folder.put("last", CONTENT)

    assert MOST_FILES == len(listed(tmp_path))
    assert folder.get("last") == CONTENT
    assert folder.get("0") is None
