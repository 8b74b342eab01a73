"""Cards and matrices on the full screen."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.frontends.drivers import Room
from tests.frontends.tui.stage import FLOW, SMALL, WIDE, room, said, shown, stage
from wizard.core.intents import AddCard, GiveAnswer
from wizard.core.problems import Place


def stocked(folder: Path, flow: str = FLOW) -> Room:
    """A stall that sells apples and bread."""
    found = room(folder, flow)
    found.workshop.send(AddCard("goods", {"name": "Apples"}))
    found.workshop.send(AddCard("goods", {"name": "Bread"}))
    return found


def names(at: Room) -> list[str]:
    cards = at.workshop.state.cards["goods"]
    return [str(at.workshop.state.answers.get(Place("goods", card, "name"))) for card in cards]


@pytest.mark.parametrize("size", [SMALL, WIDE])
async def test_cards_are_added_one_after_the_other(tmp_path: Path, size: tuple[int, int]) -> None:
    """A name and enter adds one, and the line is ready for the next; enter alone goes on."""
    at = room(tmp_path)
    async with stage(at, size, at="goods") as person:
        await person.press(*"Pears", "enter", *"Plums", "enter")
        assert ["Pears", "Plums"] == names(at)
        await person.press("enter")

        assert Place("pairs") == at.workshop.here.place


async def test_the_fields_of_a_card_are_saved_one_by_one(tmp_path: Path) -> None:
    at = stocked(tmp_path)
    async with stage(at, at="goods") as person:
        await person.press("up", "enter", *"2.50", "enter")
        card = at.workshop.state.cards["goods"][1]

        assert "2.5" == at.workshop.state.answers[Place("goods", card, "price")]
        assert "Is that dear?" in shown(person.app)


async def test_a_card_with_blanks_opens_at_the_first_of_them(tmp_path: Path) -> None:
    at = stocked(tmp_path)
    card = at.workshop.state.cards["goods"][1]
    at.workshop.send(GiveAnswer(Place("goods", card, "price"), "2"))
    async with stage(at, at="goods") as person:
        await person.press("up", "enter")

        assert person.screen.desk.field is not None
        assert "dear" == person.screen.desk.field.place.field


async def test_before_the_first_field_is_the_last_one(tmp_path: Path) -> None:
    async with stage(stocked(tmp_path), at="goods") as person:
        await person.press("up", "enter", "shift+tab", "shift+tab")

        assert person.screen.desk.field is not None
        assert "dear" == person.screen.desk.field.place.field


async def test_a_list_without_cards_says_that_it_is_skipped(tmp_path: Path) -> None:
    at = room(tmp_path)
    async with stage(at, at="goods") as person:
        await person.press("enter")
        assert Place("pairs") == at.workshop.here.place
        assert "No cards yet:" in shown(person.app)


async def test_a_refused_field_stays_open_with_the_reason(tmp_path: Path) -> None:
    at = stocked(tmp_path)
    async with stage(at, at="goods") as person:
        await person.press("up", "enter", *"dear", "enter")

        assert "Write this as a number" in said(person)
        field = person.screen.desk.field
        assert field is not None
        assert "price" == field.place.field


async def test_a_field_appears_when_another_answer_asks_for_it(tmp_path: Path) -> None:
    at = stocked(tmp_path)
    async with stage(at, at="goods") as person:
        await person.press("up", "enter", "tab")
        assert "Why so dear?" not in shown(person.app)
        await person.press("enter")

        assert "Why so dear?" in shown(person.app)


async def test_esc_closes_the_form_and_saves_the_field_at_hand(tmp_path: Path) -> None:
    at = stocked(tmp_path)
    async with stage(at, at="goods") as person:
        await person.press("up", "enter", "shift+tab", *" rolls", "escape")

        assert ["Apples", "Bread rolls"] == names(at)
        assert person.screen.desk.opened is None


async def test_a_card_is_carried_to_another_place_in_one_step(tmp_path: Path) -> None:
    at = stocked(tmp_path)
    async with stage(at, at="goods") as person:
        await person.press("up", "m", "up", "m")
        assert ["Bread", "Apples"] == names(at)
        await person.press("ctrl+z")

        assert ["Apples", "Bread"] == names(at)


async def test_a_card_that_was_taken_can_be_let_go(tmp_path: Path) -> None:
    at = stocked(tmp_path)
    async with stage(at, at="goods") as person:
        await person.press("up", "m", "up", "escape")

        assert ["Apples", "Bread"] == names(at)
        assert Place("goods") == at.workshop.here.place


async def test_removing_a_card_that_others_point_at_asks_first(tmp_path: Path) -> None:
    at = stocked(tmp_path)
    bread = at.workshop.state.cards["goods"][1]
    at.workshop.send(AddCard("pairs", {"good": bread}))
    async with stage(at, at="goods") as person:
        await person.press("up", "delete")
        assert "These point at it: Bread" in shown(person.app)
        await person.press("enter")
        assert ["Apples", "Bread"] == names(at)
        await person.press("delete", "up", "enter")

        assert ["Apples"] == names(at)


async def test_a_card_that_begins_with_a_choice_is_there_once_something_is_chosen(tmp_path: Path) -> None:
    at = stocked(tmp_path)
    async with stage(at, at="pairs") as person:
        await person.press("enter", "escape")
        assert () == at.workshop.state.cards.get("pairs", ())
        await person.press("home", "enter", "down", "enter")

        assert 1 == len(at.workshop.state.cards["pairs"])
        assert "With what?" in shown(person.app)


async def test_i_dont_know_begins_a_card_too(tmp_path: Path) -> None:
    """Where a card begins with a choice, not knowing which is something to keep as well."""
    at = stocked(tmp_path, FLOW.replace("options: goods, required: true", "options: goods"))
    async with stage(at, at="pairs") as person:
        await person.press("enter", "f6")

        (pair,) = at.workshop.state.cards["pairs"]
        assert {Place("pairs", pair, "good"): True} == dict(at.workshop.state.passed)
        assert "? Which one?" in shown(person.app)
        assert "With what?" == person.screen.desk.field.ask  # type: ignore[union-attr]


async def test_i_dont_know_to_a_needed_field_begins_no_card(tmp_path: Path) -> None:
    at = stocked(tmp_path)
    async with stage(at, at="pairs") as person:
        await person.press("enter", "f6")

        assert () == at.workshop.state.cards.get("pairs", ())
        assert "This one is needed: the rest builds on it." in said(person)


async def test_text_in_a_field_of_a_new_card_is_kept_by_i_dont_know(tmp_path: Path) -> None:
    at = stocked(tmp_path)
    async with stage(at, at="pairs") as person:
        await person.press("enter", "tab", *"bu", "f6")

        (pair,) = at.workshop.state.cards["pairs"]
        assert {Place("pairs", pair, "with"): True} == dict(at.workshop.state.passed)
        assert "bu" == at.workshop.drafts.at(Place("pairs", pair, "with"))


async def test_where_there_is_no_card_to_choose_the_way_on_is_said(tmp_path: Path) -> None:
    at = room(tmp_path)
    async with stage(at, at="pairs") as person:
        await person.press("enter")
        assert "Nothing to choose from yet. Type a name" in shown(person.app)
        await person.press("enter")

        assert "With what?" == person.screen.desk.field.ask  # type: ignore[union-attr]


async def test_the_line_for_a_card_says_how_to_open_the_others(tmp_path: Path) -> None:
    async with stage(stocked(tmp_path), at="goods") as person:
        assert "↑ open a card" in shown(person.app)
    (tmp_path / "empty").mkdir()
    async with stage(room(tmp_path / "empty"), at="goods") as person:
        assert "↑ open a card" not in shown(person.app)


async def test_a_matrix_is_walked_and_filled_with_digits(tmp_path: Path) -> None:
    at = stocked(tmp_path)
    apples, bread = at.workshop.state.cards["goods"]
    async with stage(at, at="demand") as person:
        await person.press("3", "down", "right", "1", "left", "2", "backspace", "space")

        answers = at.workshop.state.answers
        assert "3" == answers[Place("demand", row=apples, column="low")]
        assert "1" == answers[Place("demand", row=bread, column="high")]
        assert "0" == answers[Place("demand", row=bread, column="low")]


async def test_the_canvas_of_findings_follows_the_cards(tmp_path: Path) -> None:
    """The coach at the right speaks about what is on the table now."""
    at = stocked(tmp_path)
    async with stage(at, WIDE, at="goods") as person:
        assert "Coach · 2" in shown(person.app)
        assert "What does Apples cost? (and 1 more" in shown(person.app)
        await person.press("up", "enter", "3", "enter")

        assert "Coach · 1" in shown(person.app)
        assert "more" not in shown(person.app)


async def test_a_long_list_keeps_its_height_and_its_end(tmp_path: Path) -> None:
    """It is full before and after: a new card is in view at once, and no gap is left by one that goes."""
    at = room(tmp_path)
    for number in range(30):
        at.workshop.send(AddCard("goods", {"name": f"Good {number}"}))
    async with stage(at, at="goods") as person:
        cards = person.screen.desk.pane.cards
        assert cards is not None
        height = cards.card_list.size.height
        await person.press(*"Pears", "enter")

        assert height == cards.card_list.size.height
        assert "31 Pears" in shown(person.app)

        await person.press("up", "delete")

        assert names(at)[-1] == "Good 29"
        assert "30 Good 29" in shown(person.app)
        assert cards.card_list.max_scroll_y == cards.card_list.scroll_y
        assert height == cards.card_list.size.height


async def test_a_card_that_is_put_down_loses_the_sign_that_it_is_carried(tmp_path: Path) -> None:
    at = stocked(tmp_path)
    async with stage(at, at="goods") as person:
        await person.press("up", "m", "up", "enter")

        assert ["Bread", "Apples"] == names(at)
        assert " 1 Bread" in shown(person.app)
        assert " 2 Apples" in shown(person.app)
