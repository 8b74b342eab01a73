"""Finding words in lines that are set."""

from __future__ import annotations

from wizard.frontends.tui.widgets.search import NONE, Span, found


def test_small_letters_find_capitals() -> None:
    hits = found(["Bread bread", "", "xBREADx"], "bread")

    assert [0, 0, 2] == hits.lines
    assert {0: [Span(0, 5, 0), Span(6, 11, 1)], 2: [Span(1, 6, 2)]} == hits.spans


def test_a_line_may_end_between_two_words() -> None:
    hits = found(["we sell old   ", "   bread here"], "OLD  bread")

    assert [0] == hits.lines
    assert {0: [Span(8, 11, 0)], 1: [Span(3, 8, 0)]} == hits.spans


def test_signs_mean_themselves() -> None:
    assert [1] == found(["abc", "a.c (d)"], "a.c (").lines


def test_nothing_is_nowhere() -> None:
    assert NONE == found(["abc"], "  ")
    assert [] == found(["abc"], "d").lines
