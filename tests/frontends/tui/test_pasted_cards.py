"""Several cards at once on the full screen: pasted lines, copies, and the line for the next one."""

from __future__ import annotations

from pathlib import Path

from textual import events

from tests.frontends.tui.driver import TuiDriver
from tests.frontends.tui.stage import FLOW, elsewhere, room, shown, stage, until
from tests.frontends.tui.test_cards import names, stocked
from wizard.core.intents import AddCard
from wizard.core.problems import Place
from wizard.frontends.tui.widgets.card_list import CardList
from wizard.frontends.tui.widgets.cards import AddLine

STRICT = FLOW.replace(
    "call it?, required: true}",
    "call it?, required: true, rules: [{when: this|wordcount > 2, say: Two words will do.}]}",
)


async def paste(person: TuiDriver, text: str) -> None:
    person.app.post_message(events.Paste(text))
    await person.pilot.pause()


def line(person: TuiDriver) -> AddLine:
    return person.screen.query_one(AddLine)


async def test_pasted_lines_become_cards_and_one_undo_takes_them_back(tmp_path: Path) -> None:
    at = stocked(tmp_path)
    async with stage(at, at="goods") as person:
        await paste(person, "- Pears\r\n- [ ] Plums\r\n\r\n3. Nuts\r\n")
        assert ["Apples", "Bread", "Pears", "Plums", "Nuts"] == names(at)
        assert "3 cards added" in shown(person.app)
        assert "" == line(person).value
        await person.press("ctrl+z")

        assert ["Apples", "Bread"] == names(at)


async def test_one_pasted_line_is_text(tmp_path: Path) -> None:
    at = room(tmp_path)
    async with stage(at, at="goods") as person:
        await paste(person, "- Pears\n")
        assert ("- Pears", {}) == (line(person).value, at.workshop.state.cards)
        await person.press("enter")

        assert ["- Pears"] == names(at)


async def test_what_is_typed_already_belongs_to_the_first_pasted_line(tmp_path: Path) -> None:
    at = room(tmp_path)
    async with stage(at, at="goods") as person:
        await person.press(*"Ripe ")
        await paste(person, "pears\nPlums")

        assert ["Ripe pears", "Plums"] == names(at)
        assert None is at.workshop.drafts.at(line(person).asked_place)


async def test_what_is_pasted_while_a_card_is_at_hand_is_for_the_line(tmp_path: Path) -> None:
    at = stocked(tmp_path)
    async with stage(at, at="goods") as person:
        await person.press("up")
        await paste(person, "Pears")
        await person.press("enter")
        assert ["Apples", "Bread", "Pears"] == names(at)
        await person.press("up")
        await paste(person, "Plums\nNuts")
        await until(person.pilot, lambda: len(names(at)) > 3)

        assert ["Apples", "Bread", "Pears", "Plums", "Nuts"] == names(at)


async def test_lines_that_are_refused_stay_in_the_line_with_the_reason(tmp_path: Path) -> None:
    """They are kept as an unfinished text, and enter tries them again once they are better."""
    at = room(tmp_path, STRICT)
    async with stage(at, at="goods") as person:
        await paste(person, "Pears\nApples of the year\nPlums\nA loaf of bread")
        assert ["Pears", "Plums"] == names(at)
        assert "Two words will do." in shown(person.app)
        assert "Apples of the year ↵ A loaf of bread" == line(person).value
        assert line(person).value == at.workshop.drafts.at(line(person).asked_place)
        line(person).value = "Apples ↵ A loaf of bread"
        await person.press("enter")

        assert ["Pears", "Plums", "Apples"] == names(at)
        assert "A loaf of bread" == line(person).value


async def test_lines_of_which_none_can_be_a_card_all_stay(tmp_path: Path) -> None:
    at = room(tmp_path, STRICT)
    async with stage(at, at="goods") as person:
        await paste(person, "Apples of the year\nA loaf of bread")

        assert {} == at.workshop.state.cards
        assert "Apples of the year ↵ A loaf of bread" == line(person).value
        assert "2 not added" in shown(person.app)


async def test_more_lines_than_a_list_holds_are_kept_and_that_is_said(tmp_path: Path) -> None:
    at = room(tmp_path)
    async with stage(at, at="goods") as person:
        await paste(person, "\n".join(f"Good {n}" for n in range(501)))

        assert {} == at.workshop.state.cards
        assert line(person).value.endswith("↵ Good 500")
        assert "That is 501 cards, and this list has" in shown(person.app)


async def test_a_card_is_duplicated_and_the_copy_is_at_hand(tmp_path: Path) -> None:
    at = stocked(tmp_path)
    async with stage(at, at="goods") as person:
        await person.press("up", "up")
        assert "d duplicate" in shown(person.app)
        await person.press("d")
        assert ["Apples", "Apples (copy)", "Bread"] == names(at)
        assert 1 == person.screen.query_one(CardList).highlighted
        await person.press("ctrl+z")

        assert ["Apples", "Bread"] == names(at)


async def test_the_cursor_stays_near_a_card_that_is_removed(tmp_path: Path) -> None:
    at = stocked(tmp_path)
    async with stage(at, at="goods") as person:
        await paste(person, "Pears\nPlums\nNuts")
        await person.press("up", "home", "down", "delete")

        assert ["Apples", "Pears", "Plums", "Nuts"] == names(at)
        assert 1 == person.screen.query_one(CardList).highlighted


async def test_cards_of_others_leave_the_cursor_where_it_is(tmp_path: Path) -> None:
    at = stocked(tmp_path)
    async with stage(at, at="goods") as person:
        await person.press("up", "home")
        elsewhere(at).send(_added("Pears"))
        await person.screen.desk.catch_up()

        assert ["Apples", "Bread", "Pears"] == names(at)
        assert 0 == person.screen.query_one(CardList).highlighted


def _added(name: str) -> AddCard:
    return AddCard("goods", {"name": name})


async def test_a_new_card_is_in_view_however_long_the_list_is(tmp_path: Path) -> None:
    at = room(tmp_path)
    async with stage(at, at="goods") as person:
        await paste(person, "\n".join(f"Good number {n}" for n in range(200)))
        await person.press(*"Brandnew", "enter")

        assert "201 Brandnew" in shown(person.app)
        assert "201 cards" in shown(person.app)


# The mouse


async def test_a_click_takes_a_card_at_hand_and_a_second_one_opens_it(tmp_path: Path) -> None:
    at = stocked(tmp_path)
    async with stage(at, at="goods") as person:
        await person.pilot.click("#card-list", offset=(8, 1))
        assert (0, None) == (person.screen.query_one(CardList).highlighted, person.screen.desk.opened)
        await person.pilot.click("#card-list", offset=(8, 1))

        assert person.screen.desk.opened is not None
        assert "1 of 2 · Apples" in shown(person.app)


async def test_a_card_is_carried_by_its_number(tmp_path: Path) -> None:
    at = stocked(tmp_path)
    async with stage(at, at="goods") as person:
        await person.pilot.click("#card-list", offset=(2, 1))
        await person.pilot.click("#card-list", offset=(2, 1))
        assert "⇅ Apples" in shown(person.app)
        await person.pilot.click("#card-list", offset=(8, 2))

        assert ["Bread", "Apples"] == names(at)


async def test_one_click_adds_and_one_goes_on_where_cards_begin_with_a_choice(tmp_path: Path) -> None:
    at = stocked(tmp_path)
    async with stage(at, at="pairs") as person:
        assert " + Add one" in shown(person.app)
        await person.pilot.click("#card-list", offset=(8, 1))
        assert person.screen.desk.opened is not None
        await person.press("escape")
        await person.pilot.click("#card-list", offset=(8, 2))

        assert Place("demand") == at.workshop.here.place
