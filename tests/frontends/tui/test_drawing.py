"""Text and boxes in the cells of a terminal, and how long ago something was. Nothing here needs a screen."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from wizard.core.problems import Place
from wizard.core.screen import BlockView, Input
from wizard.frontends.tui.ages import age
from wizard.frontends.tui.widgets.canvas import block_lines, canvas_drawn, short_title
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


def test_a_narrow_block_counts_its_cards_and_a_wide_one_names_them() -> None:
    cards = (("1", "Apples"), ("2", "Bread"), ("3", "Cheese"))
    block = BlockView(
        id="a", title="Customer segments", hint="", column=1, row=1, width=1, height=1, cards=cards
    )

    assert ["CS", "■■■"] == [text for text, _ in block_lines(block, 5, 4)]
    assert ["Segments", "Apples", "+ 2"] == [text for text, _ in block_lines(block, 8, 3)]
    assert ["Customer segments", "• Apples", "+ 2 more"] == [text for text, _ in block_lines(block, 20, 3)]


def test_a_face_takes_the_lines_that_are_left() -> None:
    cards = (("1", "Neighbourhood bakeries in Ghent"), ("2", "Cargo-bike cooperative"))
    block = BlockView(id="a", title="Key partners", hint="", column=1, row=1, width=1, height=1, cards=cards)

    assert [
        "Key partners",
        "• Neighbourhood",
        "  bakeries in…",
        "• Cargo-bike c…",
    ] == [text for text, _ in block_lines(block, 15, 4)]
    assert ["Partners", "Neighbo…", "Cargo-b…"] == [text for text, _ in block_lines(block, 8, 3)]


def test_a_title_that_is_too_long_keeps_its_last_word_or_its_initials() -> None:
    assert "Segments" == short_title("Customer segments", 10)
    assert "CS" == short_title("Customer segments", 4)
    assert "Chan…" == short_title("Channels", 5)


@given(ANY_TEXT, st.integers(1, 30))
def test_a_title_fits(title: str, width: int) -> None:
    assert cell_len(short_title(title, width)) <= width


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
