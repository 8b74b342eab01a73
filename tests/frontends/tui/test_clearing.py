"""Answers that are taken away: it is said, and how they come back."""

from __future__ import annotations

from pathlib import Path

from tests.frontends.tui.stage import room, said, shown, stage
from wizard.core.intents import GiveAnswer
from wizard.core.problems import Place
from wizard.core.where import Stop

_SAID = "Your answer was taken away: ctrl+z brings it back."


async def test_i_dont_know_says_that_it_takes_an_answer_away(tmp_path: Path) -> None:
    at = room(tmp_path)
    at.workshop.send(GiveAnswer(Place("story"), "With apples"))
    async with stage(at, at="story") as person:
        await person.press("f6")
        assert Place("rent") == at.workshop.here.place
        assert _SAID in said(person)
        await person.press("ctrl+z")

        assert "With apples" == at.workshop.state.answers[Place("story")]


async def test_i_dont_know_says_nothing_where_there_was_no_answer(tmp_path: Path) -> None:
    async with stage(room(tmp_path), at="story") as person:
        await person.press("f6")

        assert "taken away" not in shown(person.app)


async def test_enter_on_an_emptied_answer_says_that_it_takes_it_away(tmp_path: Path) -> None:
    at = room(tmp_path)
    at.workshop.send(GiveAnswer(Place("story"), "Eh"))
    async with stage(at, at="story") as person:
        await person.press("backspace", "backspace", "enter")

        assert Place("rent") == at.workshop.here.place
        assert _SAID in said(person)


async def test_what_is_chosen_is_cleared_by_a_key_that_the_bottom_line_names(tmp_path: Path) -> None:
    at = room(tmp_path)
    async with stage(at, at="level") as person:
        assert "del clear" not in shown(person.app)
        await person.press("space")
        assert "del clear" in shown(person.app)
        await person.press("delete")

        assert Place("level") not in at.workshop.state.answers
        assert "del clear" not in shown(person.app)


async def test_the_key_that_clears_is_named_as_soon_as_one_of_several_is_marked(tmp_path: Path) -> None:
    async with stage(room(tmp_path), at="days") as person:
        await person.press("space")
        assert "del clear" in shown(person.app)
        await person.press("space")

        assert "del clear" not in shown(person.app)


async def test_a_scale_names_the_key_that_clears_it(tmp_path: Path) -> None:
    async with stage(room(tmp_path), at="mood") as person:
        assert "del clear" not in shown(person.app)
        await person.press("3")

        assert "del clear" in shown(person.app)


async def test_an_answer_is_cleared_from_the_palette_and_the_person_stays(tmp_path: Path) -> None:
    at = room(tmp_path)
    at.workshop.send(GiveAnswer(Place("story"), "With apples"))
    async with stage(at, at="story") as person:
        await person.command("Clear the answer")

        assert Place("story") not in at.workshop.state.answers
        assert Stop("begin", Place("story")) == at.workshop.here
        assert "" == person.screen.desk.pane.editor.raw
        assert _SAID in said(person)


async def test_what_is_only_typed_is_cleared_too(tmp_path: Path) -> None:
    at = room(tmp_path)
    async with stage(at, at="story") as person:
        await person.press(*"With")
        await person.command("Clear the answer")

        assert "" == person.screen.desk.pane.editor.raw
        assert not at.workshop.drafts.at(Place("story"))


async def test_there_is_nothing_to_clear_in_an_empty_box(tmp_path: Path) -> None:
    async with stage(room(tmp_path), at="story") as person:
        await person.command("Clear the answer")

        assert "There is no answer to clear here." in shown(person.app)
