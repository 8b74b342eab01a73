"""A list of cards as a table on the full screen: its holes, and the cards that begin in them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.frontends.drivers import Room
from tests.frontends.ties import BARE, NAMED, TIES, answers, table, tie, ties
from tests.frontends.tui.driver import TuiDriver
from tests.frontends.tui.stage import SMALL, WIDE, elsewhere, shown, stage
from wizard.core.intents import AddCard, RemoveCard
from wizard.core.problems import Place
from wizard.frontends.tui.screens.asking import ChoiceScreen
from wizard.frontends.tui.widgets.card_list import CardList
from wizard.frontends.tui.widgets.card_table import CardTable
from wizard.frontends.tui.widgets.cards import AddLine


def at_hand(person: TuiDriver) -> tuple[str, str]:
    """The row and the column of the cell at hand."""
    found = person.screen.query_one(CardTable)
    assert found.view is not None
    assert found.cell is not None
    return found.view.named(found.cell)


def cards(at: Room) -> tuple[str, ...]:
    return at.workshop.state.cards.get("ties", ())


@pytest.mark.parametrize("size", [SMALL, WIDE, (60, 18)])
async def test_the_table_is_shown_with_its_holes(tmp_path: Path, size: tuple[int, int]) -> None:
    at = ties(tmp_path, "Bars", "Inns")
    tie(at, "Bars", "win", "Visit")
    tie(at, "", "keep", "Somewhere")
    async with stage(at, size) as person:
        lines = shown(person.app).split("\n")

        assert any("Win" in line and "Keep" in line and "Grow" in line for line in lines)
        assert any("Bars" in line and "Visit" in line and 2 == line.count("· add") for line in lines)
        assert any("Inns" in line and 3 == line.count("· add") for line in lines)
        assert any("Somewhere  not placed yet" in line for line in lines)
        assert any("2 cards · 5 holes: Bars – Keep" in line for line in lines)


async def test_a_form_that_is_left_untouched_adds_nothing_and_what_is_typed_is_kept(tmp_path: Path) -> None:
    """One begins at the first hole."""
    at = ties(tmp_path, "Bars", "Inns")
    tie(at, "Bars", "win", "Visit")
    async with stage(at) as person:
        assert ("Bars", "Keep") == at_hand(person)
        assert "enter add one here" in shown(person.app)
        await person.press("enter", "tab", "escape")
        assert 1 == len(cards(at))
        assert ("Bars", "Keep") == at_hand(person)
        await person.press("enter", "tab", *"Hi", "escape", "t", "t")

    assert {"seg": "Bars", "stage": "keep", "what": "Hi"} == answers(at, 1)


async def test_enter_on_a_hole_begins_a_card_with_row_and_column(tmp_path: Path) -> None:
    """Nothing is there until something is said; then all of it is one action."""
    at = ties(tmp_path, "Bars", "Inns")
    async with stage(at) as person:
        await person.press("down", "right", "enter")
        field = person.screen.desk.field

        assert field is not None
        assert "place" == field.place.field
        assert "(Write to Inns)" in shown(person.app)
        assert () == cards(at)
        await person.press("tab", *"Hi", "enter", *"So", "enter")
        assert {"seg": "Inns", "stage": "keep", "what": "Hi", "why": "So"} == answers(at)
        await person.press("ctrl+z", "ctrl+z")

        assert () == cards(at)


async def test_behind_the_last_field_comes_the_next_hole(tmp_path: Path) -> None:
    at = ties(tmp_path, "Bars", "Inns")
    async with stage(at) as person:
        await person.press("right", "right", "enter", "tab", *"Hi", "enter")

        assert ("Inns", "Win") == at_hand(person)
        await person.press("enter", "tab", *"Hi", "enter")

    assert [("Bars", "grow"), ("Inns", "win")] == [
        (answers(at, n)["seg"], answers(at, n)["stage"]) for n in (0, 1)
    ]


async def test_the_row_can_be_changed_before_the_card_is_there(tmp_path: Path) -> None:
    at = ties(tmp_path, "Bars", "Inns")
    async with stage(at) as person:
        await person.press("enter", "shift+tab", "shift+tab", "home", "down", "enter")

    assert {"seg": "Inns", "stage": "win"} == answers(at)


async def test_what_isnt_known_begins_the_card_in_its_hole(tmp_path: Path) -> None:
    at = ties(tmp_path, "Bars")
    async with stage(at) as person:
        await person.press("right", "enter", "f6")

    assert {"seg": "Bars", "stage": "keep"} == answers(at)


async def test_a_card_that_is_missing_is_made_for_one_from_a_hole(tmp_path: Path) -> None:
    at = ties(tmp_path, "Bars")
    assert at.workshop.send(AddCard("places", {"name": "The fair"})).done
    async with stage(at) as person:
        await person.press("right", "enter", *"Market", "enter")

    assert {"seg": "Bars", "stage": "keep", "place": "Market"} == answers(at)


async def test_enter_on_one_card_opens_it(tmp_path: Path) -> None:
    at = ties(tmp_path, "Bars")
    card = tie(at, "Bars", "win", "Visit")
    async with stage(at) as person:
        await person.press("left", "enter")

        assert person.screen.desk.opened is not None
        assert card == person.screen.desk.opened.card
        await person.press("escape")
        assert ("Bars", "Win") == at_hand(person)
        assert Place("ties", card) == person.screen.desk.place  # what a note is about


async def test_a_letter_adds_another_one_where_one_is(tmp_path: Path) -> None:
    at = ties(tmp_path, "Bars")
    tie(at, "Bars", "win", "Visit")
    async with stage(at) as person:
        await person.press("left", "a", "tab", *"Hi", "enter")

    assert {"seg": "Bars", "stage": "win", "what": "Hi"} == answers(at, 1)


async def test_of_several_cards_one_is_chosen_or_none_or_another_one_added(tmp_path: Path) -> None:
    at = ties(tmp_path, "Bars")
    tie(at, "Bars", "win", "Visit")
    other = tie(at, "Bars", "win", "Call")
    async with stage(at) as person:
        await person.press("left", "enter")
        assert isinstance(person.app.screen, ChoiceScreen)
        assert "Bars · Win" in shown(person.app)
        await person.press("escape")
        assert ("Bars", "Win") == at_hand(person)
        assert person.screen.desk.opened is None
        await person.press("enter", "down", "enter")
        assert person.screen.desk.opened is not None
        assert other == person.screen.desk.opened.card
        await person.press("escape", "enter", "end", "enter", "tab", *"Hi", "enter")

    assert {"seg": "Bars", "stage": "win", "what": "Hi"} == answers(at, 2)


@pytest.mark.parametrize("size", [SMALL, WIDE])
async def test_a_cell_that_is_full_says_how_many_more(tmp_path: Path, size: tuple[int, int]) -> None:
    at = ties(tmp_path, "Bars")
    for what in ("Visit", "Call", "Write", "Wave"):
        tie(at, "Bars", "keep", what)
    async with stage(at, size) as person:
        assert "+3" in shown(person.app)
        await person.press("right")
        assert "Bars · Keep  Visit, Call, Write, Wave" in shown(person.app)


async def test_a_card_that_stands_nowhere_is_opened_below_the_table(tmp_path: Path) -> None:
    at = ties(tmp_path, "Bars")
    card = tie(at, "", "keep", "Somewhere")
    async with stage(at) as person:
        await person.press("down", "enter")
        assert person.screen.desk.opened is not None
        assert card == person.screen.desk.opened.card
        await person.press("home", "enter")

    assert "Bars" == answers(at)["seg"]


async def test_below_the_table_is_the_way_on(tmp_path: Path) -> None:
    """A letter that means nothing says how a card begins; a click on the line at hand is enter."""
    at = ties(tmp_path, "Bars")
    async with stage(at) as person:
        await person.press("x")
        assert "Enter on an empty cell begins a card there" in shown(person.app)
        await person.press("end")
        assert "enter go on" in shown(person.app)
        lines = shown(person.app).split("\n")
        y = next(n for n, line in enumerate(lines) if "→ Go on" in line)
        await person.pilot.click(offset=(lines[y].index("Go on"), y))
        await person.pilot.pause()

    assert Place("last") == at.workshop.here.place


async def test_without_rows_there_is_the_list(tmp_path: Path) -> None:
    """As soon as there is one, there is the table."""
    at = ties(tmp_path)
    async with stage(at) as person:
        assert not person.screen.query_one(CardTable).display
        assert person.screen.query_one(CardList).has_focus
        assert at.workshop.send(AddCard("segs", {"name": "Bars"})).done
        person.screen.walk.look()
        await person.screen.desk.draw(keep=True)
        await person.pilot.pause()

        assert person.screen.query_one(CardTable).has_focus


async def test_a_letter_turns_the_table_into_the_list_and_back(tmp_path: Path) -> None:
    """The card at hand stays; what was chosen holds for as long as the program runs."""
    at = ties(tmp_path, "Bars", "Inns")
    tie(at, "Bars", "win", "Visit")
    tie(at, "Inns", "grow", "Call")
    async with stage(at) as person:
        await person.press("down", "right", "t")
        found = person.screen.query_one(CardList)
        assert found.has_focus
        assert "t table" in shown(person.app)
        await person.press("home", "down", "t")
        assert ("Inns", "Grow") == at_hand(person)
        assert person.screen.query_one(CardTable).has_focus
        await person.press("t", "escape", "enter")

        assert not person.screen.query_one(CardTable).display


async def test_in_the_list_everything_is_as_ever(tmp_path: Path) -> None:
    at = ties(tmp_path, "Bars")
    first, second = tie(at, "Bars", "win", "Visit"), tie(at, "Bars", "keep", "Call")
    async with stage(at) as person:
        await person.move_card("ties", 0, 1)
        assert (second, first) == cards(at)
        await person.remove_card("ties", 0)
        assert (first,) == cards(at)
        await person.press("ctrl+z")

    assert (second, first) == cards(at)


async def test_where_a_card_begins_with_a_word_the_line_is_there_too(tmp_path: Path) -> None:
    at = ties(tmp_path, "Bars", flow=NAMED)
    async with stage(at) as person:
        assert person.screen.query_one(CardTable).has_focus
        await person.press("down")
        assert person.screen.query_one(AddLine).has_focus
        await person.press("up")
        assert person.screen.query_one(CardTable).has_focus
        await person.press(*"Hi", "enter")
        assert {"title": "Hi"} == answers(at)
        assert (cards(at)[0],) == table(at).unplaced
        await person.press("enter")

    assert Place("last") == at.workshop.here.place


async def test_where_there_is_nothing_else_to_say_the_card_is_there_at_once(tmp_path: Path) -> None:
    at = ties(tmp_path, "Bars", flow=BARE)
    async with stage(at) as person:
        await person.press("right", "enter")

        assert person.screen.desk.opened is None
    assert {"seg": "Bars", "stage": "keep"} == answers(at)


async def test_where_the_columns_have_no_room_there_is_the_list(tmp_path: Path) -> None:
    """Unless somebody wants the table: then the columns go by."""
    many = ", ".join(f"s{n}: Stage {n}" for n in range(9))
    flow = TIES.replace("stages: {win: Win, keep: Keep, grow: Grow}", f"stages: {{{many}}}").replace(
        "'keep'", "'s1'"
    )
    at = ties(tmp_path, "Bars", flow=flow)
    async with stage(at) as person:
        assert not person.screen.query_one(CardTable).display
        await person.press("t", *["right"] * 8)
        assert ("Bars", "Stage 8") == at_hand(person)
        assert "Stage 8" in shown(person.app)
        assert "‹" in shown(person.app)
        await person.press("t")
        await person.pilot.resize_terminal(160, 40)
        await person.pilot.pause()

        assert not person.screen.query_one(CardTable).display


async def test_where_there_is_room_again_there_is_the_table(tmp_path: Path) -> None:
    at = ties(tmp_path, "Bars")
    async with stage(at, (34, 24)) as person:
        assert person.screen.query_one(CardList).has_focus
        await person.pilot.resize_terminal(80, 24)
        await person.pilot.pause()

        assert person.screen.query_one(CardTable).has_focus


async def test_the_rows_in_view_follow_the_one_at_hand(tmp_path: Path) -> None:
    at = ties(tmp_path, *(f"Segment {n}" for n in range(1, 31)))
    async with stage(at) as person:
        assert "Segment 1 " in shown(person.app)
        assert "↓" in shown(person.app)
        await person.press("end", "up")
        assert ("Segment 30", "Win") == at_hand(person)
        assert "Segment 30" in shown(person.app)
        assert "  Segment 2 " not in shown(person.app)
        await person.press("home")

        assert ("Segment 1", "Win") == at_hand(person)


async def test_a_click_takes_a_cell_and_another_one_opens_it(tmp_path: Path) -> None:
    at = ties(tmp_path, "Bars", "Inns")
    async with stage(at) as person:
        lines = shown(person.app).split("\n")
        y = next(n for n, line in enumerate(lines) if "Inns" in line and "· add" in line)
        x = [n for n in range(len(lines[y])) if lines[y].startswith("· add", n)][2]
        await person.pilot.click(offset=(x, y))
        assert ("Inns", "Grow") == at_hand(person)
        assert person.screen.desk.opened is None
        await person.pilot.click(offset=(x, y))
        await person.pilot.pause()

        assert person.screen.desk.opened is not None
        assert {"stage": "grow"}.items() <= dict(person.screen.desk.opened.values).items()


async def test_a_row_that_somebody_takes_away_is_gone_and_its_cards_are_not(tmp_path: Path) -> None:
    at = ties(tmp_path, "Bars", "Inns")
    tie(at, "Inns", "win", "Visit")
    other = elsewhere(at, "Ada")
    async with stage(at) as person:
        await person.press("down")
        assert other.send(RemoveCard("segs", at.workshop.state.cards["segs"][1], sure=True)).done
        await person.screen.desk.catch_up()
        await person.pilot.pause()

        assert "Visit  not placed yet" in shown(person.app)
        assert "Inns" not in "".join(line for line in shown(person.app).split("\n") if "· add" in line)


async def test_a_hole_whose_row_is_taken_away_meanwhile_loses_no_word(tmp_path: Path) -> None:
    at = ties(tmp_path, "Bars", "Inns")
    other = elsewhere(at, "Ada")
    async with stage(at) as person:
        await person.press("down", "enter", "tab", *"Cal")
        assert other.send(RemoveCard("segs", at.workshop.state.cards["segs"][1], sure=True)).done
        await person.screen.desk.catch_up()
        await person.press("l", "escape")
        await person.pilot.pause()

        texts = [*(answers(at, n).get("what") for n in range(len(cards(at))))]
        assert "Call" in texts or "Call" in at.workshop.drafts.answers.values()
