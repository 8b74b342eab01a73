"""A problem is shown with its line, and the caret stands under the very character."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wizard.core.problems import Mark, Problem
from wizard.core.words.report import report


def shown(line: str, column: int) -> list[str]:
    problem = Problem("flow.missing_key", {"key": "ask"}, mark=Mark("a.yaml", 2, column))
    return report(problem, ["first", line]).split("\n")


def test_it_says_where_and_what_and_points_there() -> None:
    assert ["a.yaml:2:5: flow.missing_key: “ask” is missing here. Add it.", "  - {id: q}", "    ^"] == shown(
        "  - {id: q}", 5
    )


def test_a_near_name_is_asked_for() -> None:
    problem = Problem("flow.unknown_question", {"text": "segmets", "near": "segments"}, mark=Mark("a", 1, 1))
    assert "a:1:1: flow.unknown_question: There is no question “segmets”. Did you mean segments?" == report(
        problem, None
    )


def test_a_problem_without_a_place_is_code_and_message() -> None:
    assert "flow.missing_key: “ask” is missing here. Add it." == report(
        Problem("flow.missing_key", {"key": "ask"}), []
    )


def test_a_warning_says_that_it_stops_nothing() -> None:
    problem = Problem("flow.missing_key", {"key": "ask"}, mark=Mark("a", 1, 1), severity="warn")
    assert "a:1:1: flow.missing_key: (stops nothing) “ask” is missing here. Add it." == report(problem, None)


def test_a_line_that_the_file_does_not_have_is_left_out() -> None:
    problem = Problem("flow.missing_key", {"key": "ask"}, mark=Mark("a.yaml", 9, 1))
    assert 1 == len(report(problem, ["one"]).split("\n"))


def test_the_caret_may_stand_behind_the_end_of_the_line() -> None:
    assert ["ab", "  ^"] == shown("ab", 3)[1:]
    assert ["ab", "  ^"] == shown("ab", 30)[1:]


@pytest.mark.parametrize(
    ("line", "column", "caret"),
    [
        ("\tx: y", 2, "\t^"),
        ("a\tx: y", 3, " \t^"),
        ("日本 x", 4, "     ^"),
        ("🙂x", 2, "  ^"),
        ("e\u0301x", 3, " ^"),
        ("x\u200bx", 3, " ^"),
    ],
)
def test_the_caret_is_aligned_under_tabs_and_wide_characters(line: str, column: int, caret: str) -> None:
    assert [line, caret] == shown(line, column)[1:]


def test_control_characters_are_made_visible_and_the_caret_knows_how_wide_they_are() -> None:
    assert ["␛[2Jx", "    ^"] == shown("\x1b[2Jx", 5)[1:]
    assert ["‹U+009B›x", "        ^"] == shown("\x9bx", 2)[1:]


def test_what_a_file_says_can_not_break_the_message() -> None:
    problem = Problem("flow.unknown_question", {"text": "a\nb\x1b"}, mark=Mark("a\nb", 1, 1))
    assert "a␊b:1:1: flow.unknown_question: There is no question “a␊b␛”." == report(problem, None)


def test_a_long_line_is_cut_around_the_caret() -> None:
    line = "a" * 500 + "X" + "b" * 500
    _, source, caret = shown(line, 501)
    assert "…" + "a" * 70 + "X" + "b" * 29 + "…" == source
    assert "X" == source[caret.index("^")]


def test_the_start_of_a_long_line_is_kept_when_the_caret_is_there() -> None:
    _, source, caret = shown("aX" + "b" * 500, 2)
    assert "aX" + "b" * 29 + "…" == source
    assert " ^" == caret


@given(st.text(), st.integers(1, 300))
def test_any_line_gives_three_lines_that_no_terminal_obeys(line: str, column: int) -> None:
    lines = shown(line, column)
    assert 3 == len(lines)
    assert not any(ord(character) < 32 and character != "\t" for text in lines for character in text)
    assert lines[2].endswith("^")
