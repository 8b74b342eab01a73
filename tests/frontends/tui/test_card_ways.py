"""The ways through a list of cards: where one stands, what is missing, what keys there are."""

from __future__ import annotations

from pathlib import Path

from tests.frontends.drivers import Room
from tests.frontends.tui.driver import TuiDriver
from tests.frontends.tui.stage import FLOW, SMALL, WIDE, room, shown, stage
from tests.frontends.tui.test_cards import names, stocked
from wizard.core.intents import AddCard, GiveAnswer
from wizard.core.problems import Place
from wizard.frontends.tui.widgets.card_list import CardList
from wizard.frontends.tui.widgets.cards import AddLine

SHOWN = FLOW.replace(
    "ask: What do you sell?", "ask: What do you sell?\n        examples: {good: Ripe figs, weak: Things}"
)


def complete(at: Room, number: int) -> None:
    card = at.workshop.state.cards["goods"][number]
    at.workshop.send(GiveAnswer(Place("goods", card, "price"), "2"))
    at.workshop.send(GiveAnswer(Place("goods", card, "dear"), "no"))


def at_hand(person: TuiDriver) -> str | None:
    """The face of the card that the keys go to."""
    cards = person.screen.query_one(CardList)
    return cards.card.face if cards.has_focus and cards.card is not None else None


async def test_behind_the_last_field_is_the_next_card_with_blanks(tmp_path: Path) -> None:
    at = stocked(tmp_path)
    at.workshop.send(AddCard("goods", {"name": "Pears"}))
    complete(at, 1)
    async with stage(at, at="goods") as person:
        await person.press("up", "home", "enter", *"3", "enter", "end", "enter")
        assert "Pears" == at_hand(person)
        await person.press("enter")

        assert "What does it cost?" == person.screen.desk.field.ask  # type: ignore[union-attr]


async def test_behind_the_last_card_with_blanks_is_the_line_for_another(tmp_path: Path) -> None:
    at = stocked(tmp_path)
    async with stage(at, at="goods") as person:
        await person.press("up", "enter", *"3", "enter", "end", "enter")
        assert person.screen.desk.opened is None

        assert person.screen.query_one(AddLine).has_focus


async def test_where_a_card_begins_with_a_choice_the_way_to_another_is_at_hand(tmp_path: Path) -> None:
    at = stocked(tmp_path)
    async with stage(at, at="pairs") as person:
        await person.press("enter", "enter", *"butter", "enter")
        cards = person.screen.query_one(CardList)

        assert (True, 1) == (cards.has_focus, cards.highlighted)


async def test_the_count_says_which_cards_have_blanks(tmp_path: Path) -> None:
    at = stocked(tmp_path)
    async with stage(at, at="goods") as person:
        assert "2 cards · 2 have blanks: ↑ and enter fill them in" in shown(person.app)
    complete(at, 1)
    async with stage(at, at="goods") as person:
        assert "2 cards · 1 has blanks: ↑ and enter fill them in" in shown(person.app)
    complete(at, 0)
    async with stage(at, at="goods") as person:
        assert "blanks" not in shown(person.app)


async def test_the_arrows_stop_at_the_ends_of_a_list_of_options(tmp_path: Path) -> None:
    at = stocked(tmp_path)
    async with stage(at, at="goods") as person:
        await person.press("up", "enter", "tab", "tab")
        await person.press(*("down",) * 4)
        assert "Is that dear?" == person.screen.desk.field.ask  # type: ignore[union-attr]
        await person.press(*("up",) * 4)
        assert "Is that dear?" == person.screen.desk.field.ask  # type: ignore[union-attr]
        await person.press("enter")

        assert "Why so dear?" == person.screen.desk.field.ask  # type: ignore[union-attr]


async def test_the_arrows_stop_at_the_ends_of_a_list_above_the_screen(tmp_path: Path) -> None:
    at = stocked(tmp_path)
    async with stage(at, at="goods") as person:
        await person.press("f9", *("up",) * 6, "enter")

        assert "What is it called?" in shown(person.app)


async def test_a_card_with_an_unfinished_text_is_found_again(tmp_path: Path) -> None:
    at = stocked(tmp_path)
    async with stage(at, at="goods") as person:
        await person.press("up", "enter", *"-5", "escape")
    async with stage(at, at="goods") as person:
        lines = shown(person.app).splitlines()
        assert ["Bread"] == [
            name for name in ("Apples", "Bread") if any(f"{name}  …" in line for line in lines)
        ]
        await person.press("up", "enter")
        assert "-5" == person.screen.desk.pane.editor.raw
        await person.press("shift+tab")

        assert "unfinished" in next(
            line for line in shown(person.app).splitlines() if "What does it cost?" in line
        )


async def test_a_card_that_is_carried_shows_the_keys_for_that(tmp_path: Path) -> None:
    at = stocked(tmp_path)
    async with stage(at, at="goods") as person:
        await person.press("up", "m")
        line = shown(person.app).splitlines()[-1]
        assert line.startswith(" ↑↓ move it  enter put it down  esc leave it")
        assert "esc back" not in line
        await person.press("enter")

        assert "put it down" not in shown(person.app)


async def test_examples_make_room_for_cards_where_there_is_little(tmp_path: Path) -> None:
    at = room(tmp_path, SHOWN)
    async with stage(at, SMALL, at="goods") as person:
        assert "Ripe figs" in shown(person.app)
        await person.press(*"Figs", "enter")
        assert ["Figs"] == names(at)
        assert "Ripe figs" not in shown(person.app)
    async with stage(at, WIDE, at="goods") as person:
        assert "Ripe figs" in shown(person.app)
