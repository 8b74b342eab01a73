"""The small questions of the program: figures and letters in lists, and what enter is said to do."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import OptionList

from tests.frontends.tui.stage import room, shown, stage, until
from wizard.frontends.tui.screens.asking import ChoiceScreen, ConfirmScreen
from wizard.frontends.tui.screens.workshop import WorkshopScreen


async def test_a_figure_chooses_the_step_of_that_number(tmp_path: Path) -> None:
    async with stage(room(tmp_path)) as person:
        await person.press("f9")
        await until(person.pilot, lambda: isinstance(person.app.screen, ChoiceScreen))
        await person.press("2")
        await until(person.pilot, lambda: isinstance(person.app.screen, WorkshopScreen))

        assert "What do you sell?" in shown(person.app)


async def test_a_letter_goes_to_the_next_line_that_begins_with_it(tmp_path: Path) -> None:
    async with stage(room(tmp_path)) as person:
        await person.press("f9")
        await until(person.pilot, lambda: isinstance(person.app.screen, ChoiceScreen))
        choices = person.app.screen.query_one(OptionList)
        at = []
        for letter in ("t", "t", "c", "z", "9"):
            await person.press(letter)
            at.append(choices.highlighted)

        assert [1, 0, 2, 2, 2] == at  # "The goods", "The beginning", "Check everything"


async def test_a_figure_chooses_nothing_where_no_line_bears_one(tmp_path: Path) -> None:
    async with stage(room(tmp_path)) as person:
        person.app.push_screen(ConfirmScreen("Remove it?", "Yes, remove it", "No, keep it"))
        await person.press("1")
        assert isinstance(person.app.screen, ConfirmScreen)
        await person.press("y")

        assert 0 == person.app.screen.query_one(OptionList).highlighted


@pytest.mark.parametrize(("action", "does"), [("note", "enter save"), ("write", "enter write")])
async def test_it_says_what_enter_does_there(tmp_path: Path, action: str, does: str) -> None:
    async with stage(room(tmp_path)) as person:
        await person.app.screen.run_action(f"screen.{action}")

        await until(person.pilot, lambda: does in shown(person.app))
