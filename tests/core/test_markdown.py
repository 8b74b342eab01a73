"""Escaped text comes back from a parser as it was, and changes nothing around it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.core.reading_markdown import PARSERS, structure, texts
from wizard.core.controls import visible
from wizard.core.markdown import escaped, escaped_cell, escaped_item, settled

HARMLESS = "Zq"
RUNNING = (
    "@",
    "a @ b",
    "- @",
    "- a\n  - @\n  - b",
    "1. @\n2. b",
    "> @",
    "a\n@\nb",
    "@\n@",
    "**@**",
    "- [ ] @ (@)",
    "a | b\n@\n",
    "@\n\n---\n",
)
ONE_LINE = (
    "# @",
    "### @: the plan",
    "| @ | b |\n| --- | --- |\n| @ | **@** |",
    "- @",
    "- a\n\n  - @ · @",
    "**@**",
)
LISTS = (
    "- @",
    "- a\n  - @\n  - b",
    "1. @\n2. b",
    "- [ ] @ (@)",
    "- **@**: @ · @\n- b",
    "- a\n\n  - @\n\n---\n",
)
SIGNS = "\\`*_[]()<>|~&#!-+=:.1a \t\n$\r\x00\x85\xa0\u3000\u2028\ufeff"
WORDS = ("amp;", "&lt", "&#35;", "---", "1. ", "http://a_b", "<br>", "| - |", "\n\n", "    ", "```")
PIECES = st.sampled_from((*SIGNS, *WORDS))
HOSTILE = st.lists(PIECES, min_size=1, max_size=10).map("".join)
ANYTHING = st.one_of(HOSTILE, st.text(st.characters(exclude_categories=()), min_size=1))


def assert_nothing_but_text(template: str, text: str, escape: Callable[[str], str]) -> None:
    for parser in PARSERS:
        plain, hostile = template.replace("@", HARMLESS), template.replace("@", escape(text))
        assert structure(parser, plain) == structure(parser, hostile)
        expected = [one.replace(HARMLESS, visible(text)) for one in texts(parser, plain)]
        assert expected == texts(parser, hostile)


@settings(max_examples=400)
@given(ANYTHING, st.sampled_from(RUNNING))
def test_any_text_stays_text_in_paragraphs_lists_and_quotes(text: str, template: str) -> None:
    assert_nothing_but_text(template, text, escaped)


@settings(max_examples=200)
@given(ANYTHING, st.sampled_from(LISTS), st.integers(0, 6))
def test_any_text_stays_text_in_an_item_however_far_to_the_right_it_goes_on(
    text: str, template: str, width: int
) -> None:
    assert_nothing_but_text(template, text, lambda one: escaped_item(one, width))


def test_an_item_goes_on_below_its_text() -> None:
    assert "a\\\n  \\- b\\\n  \\\n  c" == escaped_item("a\n- b\n\nc", 2)


@settings(max_examples=400)
@given(ANYTHING, st.sampled_from(ONE_LINE))
def test_any_text_stays_text_in_headings_and_tables(text: str, template: str) -> None:
    assert_nothing_but_text(template, text, escaped_cell)


@given(ANYTHING)
def test_a_cell_is_one_line(text: str) -> None:
    assert "\n" not in escaped_cell(text)


@given(ANYTHING)
def test_no_line_ends_in_white_space_and_none_is_empty(text: str) -> None:
    lines = escaped(text).split("\n")

    assert [line.rstrip() for line in lines] == lines
    assert all(lines)


@pytest.mark.parametrize(
    "text",
    [
        "Bakeries throw away 40% less bread - every day!",
        "https://example.org/a_b?x=1&y=2#top",
        "snake_case, AT&T, Q&A, C#, 3.5 x 2, (maybe), a > b, 50+",
        "-5 degrees",
        "12 EUR a month: fair?",
        "It's “quoted”",
        "$9",
    ],
)
def test_ordinary_text_looks_as_it_was_written(text: str) -> None:
    assert text == escaped(text)
    assert text == escaped_cell(text)


@pytest.mark.parametrize(
    ("text", "running", "cell"),
    [
        ("*bold*", r"\*bold\*", r"\*bold\*"),
        ("# a", r"\# a", r"\# a"),
        ("C #", r"C \#", r"C \#"),
        ("- a", r"\- a", r"\- a"),
        ("12. a", r"12\. a", r"12\. a"),
        ("a|b", r"a\|b", r"a\|b"),
        ("&lt;", r"\&lt;", r"\&lt;"),
        ("$1 or $2", r"\$1 or \$2", r"\$1 or \$2"),
        ("a\nb", "a\\\nb", "a<br>b"),
        ("a\n\nb", "a\\\n\\\nb", "a<br><br>b"),
        ("  a ", "&#32; a&#32;", "&#32; a&#32;"),
        ("a\n", "a&#10;", "a&#10;"),
        ("\x1b[1m", r"␛\[1m", r"␛\[1m"),
        ("", "", ""),
    ],
)
def test_what_would_be_structure_is_escaped(text: str, running: str, cell: str) -> None:
    assert running == escaped(text)
    assert cell == escaped_cell(text)


def test_a_line_of_dashes_below_a_line_with_a_bar_makes_no_table() -> None:
    assert_nothing_but_text("@", "a | b\n:-", escaped)


def test_a_last_line_that_is_a_number_makes_no_list_of_what_follows() -> None:
    assert_nothing_but_text("- [ ] @) and more", "a\n0", escaped)


@given(ANYTHING, st.sampled_from((*RUNNING, *ONE_LINE, "a @ b", "- **Until:** @ · @", "- [ ] a (@)")))
@settings(max_examples=100)
def test_a_settled_document_reads_as_before(text: str, template: str) -> None:
    document = template.replace("@", escaped_cell(text))
    for parser in PARSERS:
        assert structure(parser, document) == structure(parser, settled(document))
        assert texts(parser, document) == texts(parser, settled(document))


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("- **Until:** 4\\. Dezember", "- **Until:** 4. Dezember"),
        ("- a (1\\), 2\\. b", "- a (1), 2. b"),
        ("- 4\\. Dezember", "- 4\\. Dezember"),
        ("4\\. Dezember", "4\\. Dezember"),
        ("> - 4\\. Dezember", "> - 4\\. Dezember"),
        ("Write `a 4\\. b`", "Write `a 4\\. b`"),
    ],
)
def test_only_where_a_line_begins_a_number_needs_its_backslash(written: str, read: str) -> None:
    assert read == settled(written)
