"""The file with a person's preferences: kept as a whole, forgiving to read, honest about failing."""

from __future__ import annotations

from pathlib import Path

import pytest

from wizard.adapters.preferences_json import JsonPreferences
from wizard.core.problems import OutsideFailed
from wizard.ports import Preferences

LIKED = Preferences(theme="canvas-light", time_box=False)


def test_what_is_kept_is_there_the_next_time(tmp_path: Path) -> None:
    path = tmp_path / "new" / "folder" / "settings.json"
    JsonPreferences(path).keep(LIKED)

    assert LIKED == JsonPreferences(path).read()
    assert [path] == list(path.parent.iterdir())


def test_nothing_is_written_before_there_is_something_to_keep(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"

    assert Preferences() == JsonPreferences(path).read()
    assert not path.exists()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b'{"theme": 3}',
        b'{"time_box": "no"}',
        b"\xff\xfe",
        b"[" * 100_000,
        b'{"theme": "\xff"}',
    ],
)
def test_a_damaged_file_counts_for_nothing(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "settings.json"
    path.write_bytes(content)

    assert Preferences() == JsonPreferences(path).read()


def test_what_a_newer_program_knows_more_does_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text('{"theme": "canvas-light", "sound": "on"}', encoding="utf-8")

    assert Preferences(theme="canvas-light") == JsonPreferences(path).read()


def test_a_folder_in_its_place_is_read_as_nothing_and_said_when_writing(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.mkdir()

    assert Preferences() == JsonPreferences(path).read()
    with pytest.raises(OutsideFailed) as failed:
        JsonPreferences(path).keep(LIKED)
    assert "outside.cannot_write" == failed.value.problem.code
    assert [path] == list(tmp_path.iterdir())


def test_where_the_folder_cannot_be_made_that_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(OutsideFailed) as failed:
        JsonPreferences(tmp_path / "file" / "settings.json").keep(LIKED)

    assert "outside.cannot_write" == failed.value.problem.code


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    real, link = tmp_path / "dotfiles" / "settings.json", tmp_path / "settings.json"
    real.parent.mkdir()
    link.symlink_to(real)
    JsonPreferences(link).keep(LIKED)

    assert link.is_symlink()
    assert LIKED == JsonPreferences(real).read()
