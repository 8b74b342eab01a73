"""A list of cards as a table, heard line by line: what is in it, and filling its holes."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.frontends.drivers import Room
from tests.frontends.listening import add, heard
from tests.frontends.plain_driver import plain_driver
from tests.frontends.prompts_driver import PromptsDriver, prompts_driver
from tests.frontends.ties import BARE, NAMED, answers, table, tie, ties


def test_the_table_is_said_row_by_row(tmp_path: Path) -> None:
    at = ties(tmp_path, "Bars", "Inns")
    tie(at, "Bars", "win", "Visit")
    tie(at, "Bars", "win", "Call")
    tie(at, "", "keep", "Somewhere")

    said = heard(at).text

    assert "Bars. Win: Visit, Call. Keep: nothing yet. Grow: nothing yet.\n" in said
    assert "Inns. Win: nothing yet. Keep: nothing yet. Grow: nothing yet.\n" in said
    assert "Not placed yet: Somewhere.\n" in said


def test_a_list_that_has_no_table_says_none(shop: Room) -> None:
    add(shop, "Bread")

    assert "fill" not in heard(shop).text


def test_a_hole_is_filled_by_its_number(tmp_path: Path) -> None:
    at = ties(tmp_path, "Bars", "Inns")
    said = heard(at, "fill", "2", "", "Send a card", "They like it", "")

    assert "1: Bars, Win\n2: Bars, Keep\n3: Bars, Grow\n4: Inns, Win\n" in said.text
    assert "For Bars, Keep:" in said.text
    assert "With whom?" not in said.text
    assert {"seg": "Bars", "stage": "keep", "what": "Send a card", "why": "They like it"} == answers(at)
    assert "Kept: Send a card." in said.text
    assert "5 holes are left." in said.text


def test_a_suggestion_knows_the_hole(tmp_path: Path) -> None:
    at = ties(tmp_path, "Bars")
    said = heard(at, "fill 1", "", "", ":done")

    assert "Suggested: Write to Bars. Enter takes it." in said.text
    assert {"seg": "Bars", "stage": "win", "what": "Write to Bars"} == answers(at)


@pytest.mark.parametrize("line", ["fill bars, keep", "add Bars, Keep", "Fill Bars, Keep"])
def test_a_cell_is_named_by_its_row_and_its_column(tmp_path: Path, line: str) -> None:
    at = ties(tmp_path, "Bars")
    heard(at, line, "", "Call", "", "")

    assert {"seg": "Bars", "stage": "keep", "what": "Call"} == answers(at)


def test_another_card_goes_where_one_is(tmp_path: Path) -> None:
    at = ties(tmp_path, "Bars")
    tie(at, "Bars", "win", "Visit")
    heard(at, "add bars, win", "", "Call")

    assert {"seg": "Bars", "stage": "win", "what": "Call"} == answers(at, 1)
    assert 2 == len(table(at).holes)


def test_a_card_from_a_hole_of_which_nothing_is_said_isnt_added(tmp_path: Path) -> None:
    at = ties(tmp_path, "Bars")
    said = heard(at, "fill 1", "", ":skip")

    assert "Nothing was added." in said.text
    assert () == at.workshop.state.cards.get("ties", ())


def test_what_isnt_known_of_a_hole_begins_its_card(tmp_path: Path) -> None:
    at = ties(tmp_path, "Bars")
    heard(at, "fill 2", ":unknown", ":done")

    assert {"seg": "Bars", "stage": "keep"} == answers(at)


def test_where_there_is_nothing_else_to_say_the_card_is_there_at_once(tmp_path: Path) -> None:
    at = ties(tmp_path, "Bars", flow=BARE)
    said = heard(at, "fill 3")

    assert {"seg": "Bars", "stage": "grow"} == answers(at)
    assert "2 holes are left." in said.text


def test_a_missing_card_is_made_where_a_hole_is_filled(tmp_path: Path) -> None:
    at = ties(tmp_path, "Bars")
    heard(at, "fill 2", "The market", "yes", "Call", "", terminal=True)

    assert {"seg": "Bars", "stage": "keep", "place": "The market", "what": "Call"} == answers(at)


def test_a_hole_that_isnt_there_is_no_hole(tmp_path: Path) -> None:
    at = ties(tmp_path, "Bars")
    said = heard(at, "fill", "9")

    assert 1 == said.code
    assert "There is no hole “9”." in said.text


def test_whoever_thinks_better_of_it_stays(tmp_path: Path) -> None:
    at = ties(tmp_path, "Bars")
    said = heard(at, "fill", "")

    assert "For Bars" not in said.text
    assert () == at.workshop.state.cards.get("ties", ())


def test_where_cards_begin_with_a_word_a_name_may_begin_with_fill(tmp_path: Path) -> None:
    at = ties(tmp_path, "Bars", flow=NAMED)
    heard(at, "Fill the tubs", ":done")

    assert {"title": "Fill the tubs"} == answers(at)


def test_without_a_hole_there_is_none_to_fill(tmp_path: Path) -> None:
    at = ties(tmp_path, "Bars")
    for stage in ("win", "keep", "grow"):
        tie(at, "Bars", stage, "Call")

    assert "Fill a hole" not in heard(at).text
    assert 1 == heard(at, "fill").code


def test_the_same_way_by_arrows(tmp_path: Path) -> None:
    at = ties(tmp_path, "Bars", "Inns")
    with prompts_driver(at) as person:
        assert isinstance(person, PromptsDriver)
        person.pick("fill")
        person.pick("5")
        person.pick("") if person._menu() is not None else person.text("")
        person.text("Send a card")
        person.text("They like it")

    assert {"seg": "Inns", "stage": "keep", "what": "Send a card", "why": "They like it"} == answers(at)


def test_adding_as_ever_asks_for_row_and_column(tmp_path: Path) -> None:
    at = ties(tmp_path, "Bars")
    with plain_driver(at) as person:
        person.add_card("ties", {"seg": "Bars", "stage": "Keep", "what": "Call"})

    assert {"seg": "Bars", "stage": "keep", "what": "Call"} == answers(at)
