"""Text and boxes in the cells of a terminal, and how long ago something was. Nothing here needs a screen."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from wizard.core.problems import Place
from wizard.core.screen import BadgeView, BlockCard, BlockView, Input
from wizard.frontends.dialogue.ages import age
from wizard.frontends.tui.widgets.canvas import block_lines, canvas_drawn
from wizard.frontends.tui.widgets.drawing import cut, filled, wrapped
from wizard.frontends.tui.widgets.form import field_lines

ANY_TEXT = st.text(st.characters(blacklist_categories=["Cc", "Cs"]), max_size=40)


@given(ANY_TEXT, st.integers(0, 30))
def test_filled_text_is_exactly_as_wide_as_asked(text: str, width: int) -> None:
    assert width == cell_len(filled(text, width))


@given(ANY_TEXT, st.integers(2, 30), st.integers(1, 4))
def test_wrapped_text_fits(text: str, width: int, most: int) -> None:
    lines = wrapped(text, width, most)

    assert len(lines) <= most
    assert [] == [line for line in lines if cell_len(line) > width]


def test_what_was_cut_shows_a_sign() -> None:
    assert "日本…" == cut("日本語の", 6)


def test_boxes_that_touch_share_their_lines() -> None:
    blocks = (
        BlockView(id="a", title="A", hint="", column=1, row=1, width=1, height=1),
        BlockView(id="b", title="B", hint="", column=2, row=1, width=1, height=1),
        BlockView(id="c", title="C", hint="", column=1, row=2, width=2, height=1),
    )

    assert [
        "┌───┬───┐",
        "│A  │B  │",
        "├───┴───┤",
        "│C      │",
        "└───────┘",
    ] == canvas_drawn(blocks, 9, 5).plain.split("\n")


def canvas_card(id: str, face: str, *letters: str) -> BlockCard:
    badges = tuple(BadgeView(card=letter, letter=letter, number=0, face=letter) for letter in letters)
    return BlockCard(id=id, place=Place("q", id), face=face, badges=badges)


def in_block(title: str, width: int, height: int, *cards: BlockCard) -> list[str]:
    block = BlockView(id="a", title=title, hint="", column=1, row=1, width=1, height=1, cards=cards)
    return ["".join(text for text, _ in line) for line in block_lines(block, width, height)]


def test_a_narrow_block_has_a_sign_for_each_card_and_a_wide_one_names_them() -> None:
    cards = (canvas_card("1", "Apples"), canvas_card("2", "Bread", "A"), canvas_card("3", "Cheese", "A", "B"))

    assert ["CS", "■A■"] == in_block("Customer segments", 5, 4, *cards)
    assert ["Segments", "■A■"] == in_block("Customer segments", 8, 3, *cards)
    assert ["Customer segments", "• Apples", "+ 2 more"] == in_block("Customer segments", 20, 3, *cards)
    assert ["Segments", "• Apples", "A Bread", "■ Cheese"] == in_block("Customer segments", 11, 4, *cards)


def test_a_block_of_one_or_two_lines_shows_a_card_or_how_many_there_are() -> None:
    cards = [canvas_card(str(n), "Fresh bread for everybody") for n in range(5)]

    assert ["Purpose 1"] == in_block("Purpose", 20, 1, *cards[:1])
    assert ["Purpose", "• Fresh bread fo… +4"] == [
        line.rstrip() for line in in_block("Purpose", 20, 2, *cards)
    ]


def test_more_cards_than_a_narrow_block_has_room_for_are_counted() -> None:
    cards = [canvas_card(str(n), "Apples", "A") for n in range(30)]

    assert ["CS", "AAAAA", "A+24"] == in_block("Customer segments", 5, 3, *cards)
    assert ["CS", "A+29"] == in_block("Customer segments", 5, 2, *cards)
    assert ["CS", "+30"] == in_block("Customer segments", 3, 2, *cards)


def test_a_face_takes_the_lines_that_are_left() -> None:
    cards = (canvas_card("1", "Neighbourhood bakeries in Ghent"), canvas_card("2", "Cargo-bike cooperative"))

    assert [
        "Key partners",
        "• Neighbourhood",
        "  bakeries in…",
        "• Cargo-bike c…",
    ] == in_block("Key partners", 15, 4, *cards)


def test_a_long_question_of_a_field_has_two_lines() -> None:
    field = Input(place=Place("a"), kind="long", ask="What gets in their way, or annoys them?", value="Rain")

    assert [
        "  What gets in their     Rain",
        "  way, or annoys them?    ",
    ] == [line.plain for line in field_lines(field, 40)]


@pytest.mark.parametrize(
    ("then", "expected"),
    [
        ("2026-11-21T09:29:30+00:00", "just now"),
        ("2026-11-21T09:00:00+00:00", "30 minutes ago"),
        ("2026-11-21T04:30:00+00:00", "5 hours ago"),
        ("2026-11-18T09:30:00+00:00", "3 days ago"),
        ("no time at all", ""),
    ],
)
def test_how_long_ago_something_was(then: str, expected: str) -> None:
    assert expected == age(then, datetime(2026, 11, 21, 9, 30, tzinfo=UTC))
