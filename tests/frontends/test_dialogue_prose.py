"""Markdown as plain text, and text that is safe to print."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wizard.frontends.dialogue.prose import one_line, printed, readable


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("A **segment** is *a group* of `people`.", "A segment is a group of people."),
        ("One line\ngoes on here.\n\nAnother.", "One line goes on here.\n\nAnother."),
        ("- first\n  goes on\n- second", "- first goes on\n- second"),
        ("1. **Awareness**: they hear.\n2. Purchase", "1. Awareness: they hear.\n2. Purchase"),
        ("## Why\nBecause.", "Why\nBecause."),
        ("> Today you [do this].", "Today you [do this]."),
        ("See [the book](https://example.org).", "See the book (https://example.org)."),
        ("2 * 3 * 4 and snake_case_name", "2 * 3 * 4 and snake_case_name"),
        ("", ""),
    ],
)
def test_marks_go_and_lists_stay(markdown: str, text: str) -> None:
    assert text == readable(markdown)


def test_an_item_hangs_below_its_own_text() -> None:
    assert "- one two three four\n  five" == printed("- one two three four five", 20)


def test_a_word_that_is_too_long_stays_whole() -> None:
    assert "see\nhttps://example.org/a-long-way" == printed("see https://example.org/a-long-way", 20)


def test_without_a_width_nothing_is_wrapped() -> None:
    assert "word " * 50 == printed("word " * 50, None)


@given(st.text(), st.one_of(st.none(), st.integers(1, 200)))
def test_nothing_printed_steers_a_terminal(text: str, width: int | None) -> None:
    shown = printed(readable(text), width)

    assert [] == [sign for sign in shown if ord(sign) < 32 and sign != "\n"]


@given(st.text(st.characters(categories=["L", "N", "Zs"]), max_size=300), st.integers(20, 90))
def test_wrapping_loses_no_word(text: str, width: int) -> None:
    assert text.split() == printed(text, width).split()


@given(st.text())
def test_one_line_is_one_line(text: str) -> None:
    assert "\n" not in one_line(text)
