"""Small questions: what they refuse is said in them, and what was typed stays. What the palette offers."""

from __future__ import annotations

from pathlib import Path
from unittest.mock import patch

import pytest
from textual.command import CommandPalette

from tests.frontends.tui.stage import WIDE, room, settled, shown, stage
from wizard.core.intents import AddCard
from wizard.core.problems import OutsideFailed, problem
from wizard.frontends.tui.screens.asking import TextScreen


async def test_an_empty_new_name_is_refused_in_the_dialog(tmp_path: Path) -> None:
    async with stage(room(tmp_path)) as person:
        await person.screen.run_action("home")
        await person.pilot.pause()
        await person.press("r", *["backspace"] * 20, "enter")

        assert isinstance(person.app.screen, TextScreen)
        assert "■ Give the workshop a name." in shown(person.app)
        await person.press(*"Bread", "enter")
        assert "Bread" == person.room.home.summaries()[0].name


async def test_a_refused_name_is_forgotten_by_who_leaves_it(tmp_path: Path) -> None:
    async with stage(room(tmp_path)) as person:
        await person.screen.run_action("home")
        await person.pilot.pause()
        await person.press("r", *["backspace"] * 20, "enter", "escape")

        assert "Give the workshop a name." not in shown(person.app)


async def test_a_folder_that_cannot_be_written_stays_in_the_dialog(tmp_path: Path) -> None:
    def refused(*_: object, **__: object) -> None:
        raise OutsideFailed(problem("outside.disk_full", path="/plan"))

    at = room(tmp_path)
    async with stage(at, WIDE) as person:
        person.app.out = "/plan"
        with patch.object(at.workshop, "write_documents", refused):
            await person.screen.run_action("write")
            await person.press("enter")
            await settled(person.pilot)

        screen = person.app.screen
        assert isinstance(screen, TextScreen)
        assert "/plan" == screen._box.raw
        assert "■ There is no room left to write /plan." in shown(person.app)


async def test_no_folder_at_all_is_refused(tmp_path: Path) -> None:
    async with stage(room(tmp_path)) as person:
        person.app.out = "x"
        await person.screen.run_action("write")
        await person.press("backspace", "enter")

        assert "■ Name a folder." in shown(person.app)


async def test_the_folder_of_last_time_is_offered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    at = room(tmp_path)
    at.workshop.drafts.keep_folder("plans/ann")
    async with stage(at, (200, 30)) as person:
        person.app.out = None
        await person.screen.run_action("write")
        await person.pilot.pause()

        screen = person.app.screen
        assert isinstance(screen, TextScreen)
        assert "plans/ann" == screen._box.raw
        assert str(tmp_path) in "".join(shown(person.app).replace("│", "").split())


async def test_no_reason_to_dismiss_is_refused_in_the_dialog(tmp_path: Path) -> None:
    at = room(tmp_path)
    at.workshop.send(AddCard("goods", {"name": "Leek"}))
    at.workshop.jump_to_step("goods")
    async with stage(at, WIDE) as person:
        await person.press("f4", "d", "enter")

        assert isinstance(person.app.screen, TextScreen)
        assert "■" in shown(person.app)
        await person.press(*"fine", "enter")
        assert "Dismissed, until what it judged changes." in shown(person.app)


async def test_above_yes_or_no_there_is_no_palette(tmp_path: Path) -> None:
    async with stage(room(tmp_path)) as person:
        person.app.run_worker(person.app._doubt())
        await person.pilot.pause()
        await person.press("ctrl+p")

        assert not isinstance(person.app.screen, CommandPalette)


async def test_above_a_question_for_a_text_it_offers_what_one_can_do_there(tmp_path: Path) -> None:
    async with stage(room(tmp_path), WIDE) as person:
        await person.press("f5", "ctrl+p")
        await settled(person.pilot)

        assert "Leave it" in shown(person.app)
        for theirs in ("Copy selected text", "Focus Next", "Focus Previous"):
            assert theirs not in shown(person.app)


async def test_ctrl_c_says_how_one_leaves(tmp_path: Path) -> None:
    async with stage(room(tmp_path), at="level") as person:
        with patch.object(person.app, "notify") as told:
            await person.press("ctrl+c")

        told.assert_called_once_with("ctrl+q saves and quits.", markup=False)
