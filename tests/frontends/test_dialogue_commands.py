"""Lines that begin with a colon, numbers that stand for entries, names of folders."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.frontends.listening import room
from wizard.frontends.dialogue import commands, phrases
from wizard.frontends.dialogue.asker import index_of
from wizard.frontends.dialogue.commands import Command, Strange
from wizard.frontends.dialogue.folder import folder_named


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("Corner Bread", "Corner Bread"),
        (":back", Command("back")),
        (":NOTE  in the register ", Command("note", "in the register")),
        ("::back", ":back"),
        (" :back", " :back"),
        (":undoo", Strange(":undoo", ":undo")),
        (":)", Strange(":)")),
        ("", ""),
    ],
)
def test_a_line_is_a_command_or_itself(line: str, meant: Command | Strange | str) -> None:
    assert meant == commands.read(line)


def test_only_what_does_something_is_on_offer(tmp_path: Path) -> None:
    workshop = room(tmp_path).workshop
    first = {entry.word for entry in commands.on_offer(workshop.screen(), frozenset(("skip",)))}

    assert {":skip", ":note", ":teach", ":help", ":quit"} <= first
    assert first.isdisjoint({":undo", ":redo", ":unknown", ":back", ":coach", ":doc", ":canvas"})


def test_every_command_that_can_be_pointed_at_can_be_typed() -> None:
    assert set(phrases.LABELS) <= set(phrases.COMMANDS)


@pytest.mark.parametrize(
    ("text", "index"),
    [
        ("1", 0),
        (" 3 ", 2),
        ("4", None),
        ("0", None),
        ("-1", None),
        ("x", None),
        ("", None),
        ("9" * 5000, None),
    ],
)
def test_a_number_stands_for_an_entry_or_for_nothing(text: str, index: int | None) -> None:
    assert index == index_of(text, 3)


@pytest.mark.parametrize(
    ("name", "folder"),
    [
        ("Bread Again", "bread-again"),
        ("../../etc/passwd", "etc-passwd"),
        ("Brötchen & Söhne", "brötchen-söhne"),
        ("…", "canvas"),
        ("a" * 100, "a" * 60),
    ],
)
def test_a_folder_is_named_after_the_venture(name: str, folder: str) -> None:
    assert folder == folder_named(name)
