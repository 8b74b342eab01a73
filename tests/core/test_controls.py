"""Nothing that anybody wrote can steer a terminal or a page."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wizard.core.controls import one_line, visible

ANY_TEXT = st.text(st.characters(exclude_categories=()))


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        ("a\tb\nc", "a\tb\nc"),
        ("a\r\nb\rc", "a\nb\nc"),
        ("\x1b[2J", "␛[2J"),
        ("\x00\x07\x7f", "␀␇␡"),
        ("\x9b31m", "‹U+009B›31m"),
        ("a\u2028b", "a‹U+2028›b"),
        ("abc\u202egpj", "abc‹U+202E›gpj"),
        ("\u2066", "‹U+2066›"),
        ("\ud800", "\ufffd"),
    ],
)
def test_control_characters_become_something_that_can_be_seen(written: str, seen: str) -> None:
    assert seen == visible(written)


def test_ordinary_text_of_any_language_stays_as_it_is() -> None:
    text = "Zwölf Brötchen, 12\u00a0€ · パン · خبز · 👩‍🍳"

    assert text == visible(text)


@given(ANY_TEXT)
def test_no_control_character_is_left(text: str) -> None:
    left = {one for one in visible(text) if unicodedata.category(one) in ("Cc", "Cs", "Zl", "Zp")}

    assert left <= {"\n", "\t"}


@given(ANY_TEXT)
def test_what_is_visible_stays_as_it_is(text: str) -> None:
    assert visible(text) == visible(visible(text))


@pytest.mark.parametrize(
    ("written", "line"),
    [
        ("", ""),
        ("one", "one"),
        ("  one   more ", "one more"),
        ("one\ntwo", "one / two"),
        ("one \n\n  two  words\n", "one / two words"),
    ],
)
def test_lines_become_one_with_strokes_between_them(written: str, line: str) -> None:
    assert line == one_line(written)
