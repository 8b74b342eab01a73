"""Answering on the full screen: each kind of box, what is refused, what is kept, what is shown as typed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.frontends.tui.stage import SMALL, WIDE, room, said, shown, stage
from wizard.core.intents import AddCard, GiveAnswer
from wizard.core.problems import Place


@pytest.mark.parametrize("size", [SMALL, WIDE])
async def test_a_typed_answer_is_saved_and_leads_on(tmp_path: Path, size: tuple[int, int]) -> None:
    """Letters and enter are all it takes."""
    at = room(tmp_path)
    async with stage(at, size) as person:
        await person.press(*"Green", "enter")
        assert "How did Green begin?" not in shown(person.app)
        assert "How did it begin?" in shown(person.app)

    assert "Green" == at.workshop.state.answers[Place("name")]


async def test_what_is_needed_is_said_beside_the_question(tmp_path: Path) -> None:
    async with stage(room(tmp_path)) as person:
        await person.press("enter")

        assert "This one is needed: the rest builds on it." in shown(person.app)
        assert Place("name") == person.workshop.here.place


async def test_a_refused_answer_stays_in_its_box_with_the_reason(tmp_path: Path) -> None:
    async with stage(room(tmp_path), at="story") as person:
        await person.press(*"one two three four five", "enter")

        assert "one two three four five" in shown(person.app)
        assert "Four words will do." in shown(person.app)
        assert "one two three four five" == person.workshop.drafts.at(Place("story"))


async def test_ctrl_j_begins_a_new_line_and_enter_goes_on(tmp_path: Path) -> None:
    async with stage(room(tmp_path), at="story") as person:
        await person.press(*"one", "ctrl+j", *"two", "enter")

        assert "one\ntwo" == person.workshop.state.answers[Place("story")]
        assert Place("rent") == person.workshop.here.place


async def test_what_was_understood_of_a_number_is_said_while_it_is_typed(tmp_path: Path) -> None:
    async with stage(room(tmp_path), at="rent") as person:
        await person.press(*"1.2k")

        assert "→ 1,200 EUR" in shown(person.app)


async def test_a_suggestion_is_a_ghost_that_enter_takes(tmp_path: Path) -> None:
    async with stage(room(tmp_path), at="rent") as person:
        assert "800 EUR" in shown(person.app)
        assert Place("rent") not in person.workshop.state.answers
        await person.press("enter")

        assert "800" == person.workshop.state.answers[Place("rent")]


async def test_an_empty_answer_takes_the_old_one_away(tmp_path: Path) -> None:
    at = room(tmp_path)
    at.workshop.send(GiveAnswer(Place("story"), "old"))
    async with stage(at, at="story") as person:
        await person.press("ctrl+u", "enter")

        assert Place("story") not in person.workshop.state.answers
        assert Place("rent") == person.workshop.here.place


async def test_an_option_is_chosen_with_its_help_in_view(tmp_path: Path) -> None:
    async with stage(room(tmp_path), at="level") as person:
        assert "Hardly any" in shown(person.app)
        await person.press("down", "enter")

        assert "high" == person.workshop.state.answers[Place("level")]


async def test_several_options_are_marked_and_then_sent(tmp_path: Path) -> None:
    async with stage(room(tmp_path), at="days") as person:
        await person.press("space", "down", "space")
        assert Place("days") not in person.workshop.state.answers
        await person.press("enter")

        assert ("sat", "sun") == person.workshop.state.answers[Place("days")]


async def test_a_choice_can_be_taken_back(tmp_path: Path) -> None:
    at = room(tmp_path)
    at.workshop.send(GiveAnswer(Place("level"), "high"))
    async with stage(at, at="level") as person:
        await person.press("backspace")

        assert Place("level") not in person.workshop.state.answers
        assert Place("level") == person.workshop.here.place


async def test_a_scale_takes_digits_and_arrows(tmp_path: Path) -> None:
    async with stage(room(tmp_path), at="mood") as person:
        await person.press("2", "right", "right", "enter")

        assert "4" == person.workshop.state.answers[Place("mood")]


async def test_i_dont_know_and_skip_go_on_without_an_answer(tmp_path: Path) -> None:
    async with stage(room(tmp_path), at="story") as person:
        await person.press("f6")
        await person.press("f7")

        assert {Place("story"): True, Place("rent"): False} == dict(person.workshop.state.passed)
        assert Place("level") == person.workshop.here.place


@pytest.mark.parametrize("key", ["f6", "f7"])
async def test_what_was_being_typed_is_kept_by_i_dont_know_and_skip(tmp_path: Path, key: str) -> None:
    async with stage(room(tmp_path), at="story") as person:
        await person.press(*"half a", key)
        assert Place("rent") == person.workshop.here.place
        await person.press("escape")

        assert "half a" == person.screen.desk.pane.editor.raw
        assert "Your unfinished text is back." in said(person)


@pytest.mark.parametrize("typed", ["", "er"])
async def test_skipping_leaves_an_answer_that_is_there(tmp_path: Path, typed: str) -> None:
    at = room(tmp_path)
    at.workshop.send(GiveAnswer(Place("story"), "old"))
    async with stage(at, at="story") as person:
        await person.press(*typed, "f7")

        assert "old" == person.workshop.state.answers[Place("story")]
        assert Place("rent") == person.workshop.here.place


async def test_skipping_leaves_cards_that_are_there(tmp_path: Path) -> None:
    at = room(tmp_path)
    at.workshop.send(AddCard("goods", {"name": "Apples"}))
    async with stage(at, at="goods") as person:
        await person.press("f7")

        assert 1 == len(at.workshop.state.cards["goods"])
        assert {} == dict(at.workshop.state.passed)
        assert Place("pairs") == at.workshop.here.place


async def test_going_back_judges_nothing_and_brings_unfinished_text_back(tmp_path: Path) -> None:
    async with stage(room(tmp_path), at="story") as person:
        await person.press(*"one two three four five", "escape")
        assert Place("name") == person.workshop.here.place
        await person.press(*"Green", "enter")

        assert "one two three four five" in shown(person.app)
        assert "Your unfinished text is back." in shown(person.app)


async def test_text_that_looks_like_markup_is_shown_as_it_was_typed(tmp_path: Path) -> None:
    typed = "[bold]x[/] [red 日本"
    async with stage(room(tmp_path), WIDE) as person:
        person.screen.desk.pane.editor.box.put(typed)  # type: ignore[union-attr]
        await person.press("enter")
        await person.press("f8")

        assert 2 <= shown(person.app).count(typed)  # in the top line and in the review


async def test_a_paste_of_several_lines_loses_none_of_them(tmp_path: Path) -> None:
    async with stage(room(tmp_path)) as person:
        await person._type("Green\nCorner")
        await person.press("enter")

        assert "Green Corner" == person.workshop.state.answers[Place("name")]


async def test_an_amount_is_asked_for_with_its_currency_and_a_text_without(tmp_path: Path) -> None:
    async with stage(room(tmp_path), at="rent") as person:
        assert "EUR ─╮" in shown(person.app)
    async with stage(room(tmp_path), at="name") as person:
        assert "EUR" not in shown(person.app)
