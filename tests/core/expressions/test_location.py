"""A character of a scalar is found in its file, however YAML wrote it."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from wizard.core.expressions.location import locator
from wizard.core.nodes import Scalar, Style
from wizard.core.problems import Mark

STYLES: dict[str | None, Style] = {None: "plain", "'": "single", '"': "double", "|": "block", ">": "block"}


def scalar(text: str) -> Scalar:
    """The last scalar of a YAML text."""
    *_, event = (event for event in yaml.parse(text) if isinstance(event, yaml.ScalarEvent))
    assert event.start_mark is not None
    mark = Mark("f", event.start_mark.line + 1, event.start_mark.column + 1)
    return Scalar(event.value, mark, STYLES[event.style])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("when: a + X", (1, 11)),
        ("when: é + X", (1, 11)),
        ("when: 'a + X'", (1, 12)),
        ('when: "a + X"', (1, 12)),
        ("when: 'it''s X'", (1, 14)),
        ('when: "\\"\\u00e9\\x41\\n X"', (1, 23)),
        ("when: &it 'a X'", (1, 14)),
        ('when: !!str "a X"', (1, 16)),
        ("when: a +\n   b\n   + X", (3, 6)),
        ('when: "a +\n   b \\\n   + X"', (3, 6)),
        ("when: 'a\n\n  X'", (3, 3)),
        ("when: |\n  a\n\n    b X\n", (4, 7)),
        ("when: >-\n  a\n  b\n\n  c X", (5, 5)),
        ("a:\n  - when: |2\n      a X\n", (3, 9)),
        ("when: |\n\n\n  a X\n", (4, 5)),
    ],
)
def test_a_character_is_found_as_yaml_wrote_it(text: str, expected: tuple[int, int]) -> None:
    found = scalar(text)
    mark = locator(found, text.split("\n"))(found.text.index("X"))
    assert expected == (mark.line, mark.column)


def test_the_end_of_a_text_is_behind_its_last_character() -> None:
    for text in ("when: abc", "when: |\n  abc"):
        found = scalar(text)
        mark = locator(found, text.split("\n"))(len(found.text))
        assert text.split("\n")[mark.line - 1].index("c") + 2 == mark.column


def test_a_text_that_is_not_in_its_file_is_found_at_its_own_mark() -> None:
    elsewhere = Scalar("a + b", Mark("f", 1, 7))
    assert Mark("f", 1, 7) == locator(elsewhere, ["when: something else"])(4)
    assert Mark("f", 9, 7) == locator(Scalar("a", Mark("f", 9, 7)), ["when: a"])(0)
    assert Mark("f", 1, 7) == locator(Scalar("a", Mark("f", 1, 7), "block"), ["when: |"])(0)


def test_offsets_may_be_asked_in_any_order() -> None:
    found = scalar("when: |\n  ab\n  cd\n")
    locate = locator(found, ["when: |", "  ab", "  cd", ""])
    assert [(3, 4), (2, 3), (3, 3)] == [(locate(at).line, locate(at).column) for at in (4, 0, 3)]


@settings(max_examples=150)
@given(
    st.text(st.sampled_from("ab '\"\\\né\tX")),
    st.sampled_from(["'", '"', "|", ">"]),
    st.integers(min_value=5, max_value=40),
)
def test_every_visible_character_is_found_where_it_is_written(text: str, style: str, width: int) -> None:
    written = yaml.dump({"key": text}, default_style=style, allow_unicode=True, width=width)
    found = scalar(written)
    lines = written.split("\n")
    locate = locator(found, lines)
    for offset, character in enumerate(found.text):
        if character in "abéX":
            mark = locate(offset)
            assert character == lines[mark.line - 1][mark.column - 1]
