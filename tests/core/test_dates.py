"""Dates as people type and read them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wizard.core.dates import MONTHS, display_date, read_date
from wizard.core.languages import language_of
from wizard.core.problems import Problem

days = st.dates(min_value=date(1000, 1, 1))


def refused(typed: str) -> tuple[str, dict[str, object]]:
    answer = read_date(typed)
    assert isinstance(answer, Problem), answer
    return answer.code, dict(answer.details)


@pytest.mark.parametrize(
    "typed",
    [
        *("2026-02-01", "2026-2-1", " 2026-02-01 ", "1 Feb 2026", "1 February 2026", "1. Feb 2026"),
        *("1 feb. 2026", "1st February, 2026", "Feb 1, 2026", "Feb 1 2026", "FEBRUARY 1st 2026"),
        *("1-Feb-2026", "01 Feb 2026", "1Feb2026", "1\u00a0Feb\u00a02026", "1  Febr  2026"),
    ],
)
def test_a_day_is_read_in_iso_or_with_its_month_in_letters(typed: str) -> None:
    assert date(2026, 2, 1) == read_date(typed)


@pytest.mark.parametrize(
    "typed", ["1.2.2026", "1/2/2026", "1-2-2026", "01.02.2026", "1 2 2026", "1. 2. 2026"]
)
def test_a_day_in_figures_is_refused_with_both_readings(typed: str) -> None:
    expected = {
        "first": "1 February 2026",
        "second": "2 January 2026",
        "write": "2026-02-01",
        "or_write": "2026-01-02",
    }
    assert ("date.two_readings", expected) == refused(typed)


@pytest.mark.parametrize(
    ("typed", "reading", "write"),
    [
        ("31.12.2026", "31 December 2026", "2026-12-31"),
        ("12/31/2026", "31 December 2026", "2026-12-31"),
        ("3.3.2026", "3 March 2026", "2026-03-03"),
        ("2026/02/01", "1 February 2026", "2026-02-01"),
        ("2026.2.1", "1 February 2026", "2026-02-01"),
    ],
)
def test_a_day_in_figures_with_one_reading_is_refused_with_that(typed: str, reading: str, write: str) -> None:
    assert ("date.in_figures", {"reading": reading, "write": write}) == refused(typed)


@pytest.mark.parametrize("typed", ["1.2.26", "1/2/99", "26-02-01", "1.2.202", "1.2.20266"])
def test_figures_without_a_whole_year_are_refused(typed: str) -> None:
    assert ("date.two_digit_year", {"example": "1 February 2026"}) == refused(typed)


@pytest.mark.parametrize("typed", ["1 Feb 26", "Feb 1, 26", "1 Feb 0026", "1 Feb 20266"])
def test_a_year_must_have_four_figures(typed: str) -> None:
    assert ("date.year_not_whole", {"example": "1 February 2026"}) == refused(typed)


@pytest.mark.parametrize("typed", ["1 Feb", "Feb 1", "1. February"])
def test_a_day_needs_its_year(typed: str) -> None:
    assert ("date.year_missing", {"example": "1 February 2026"}) == refused(typed)


@pytest.mark.parametrize("typed", ["Feb 2026", "February", "February, 2026"])
def test_a_month_needs_its_day(typed: str) -> None:
    assert ("date.day_missing", {"example": "1 February 2026"}) == refused(typed)


@pytest.mark.parametrize(
    ("typed", "last"), [("30 Feb 2026", 28), ("2028-02-30", 29), ("Feb 0, 2026", 28), ("29 Feb 1900", 28)]
)
def test_a_day_that_its_month_lacks_is_refused_with_the_last_one(typed: str, last: int) -> None:
    code, details = refused(typed)
    assert ("date.no_such_day", "February", last) == (code, details["month"], details["last"])


def test_a_month_past_the_twelfth_is_refused() -> None:
    assert ("date.no_such_month", {"month": 13}) == refused("2026-13-01")


def test_an_unknown_month_is_refused_with_a_near_one() -> None:
    how = {"language": "English", "example": "1 February 2026"}
    assert ("date.unknown_month", {"name": "Febuary", "near": "February", **how}) == refused("1 Febuary 2026")
    assert ("date.unknown_month", {"name": "Brumaire", **how}) == refused("1 Brumaire 2026")


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "today",
        "2026",
        "2026-02",
        "31.31.2026",
        "30.2.2026",
        "2026-02-01T10:00",
        "١ Feb 2026",
        "1 Fe 2026",
        "1" * 999,
    ],
)
def test_what_is_no_day_is_refused(typed: str) -> None:
    assert ("date.not_a_date", {"example": "1 February 2026"}) == refused(typed)


def test_a_day_is_shown_with_its_month_in_letters() -> None:
    assert "1 February 2026" == display_date(date(2026, 2, 1))


@given(days)
def test_a_day_reads_back_however_it_is_written(day: date) -> None:
    month = MONTHS[day.month - 1]
    for written in (
        day.isoformat(),
        display_date(day),
        f"{month[:3]} {day.day}, {day.year}",
        f"{month.upper()} {day.day} {day.year}",
    ):
        assert day == read_date(written)


@given(days, st.sampled_from("./-"))
def test_no_day_in_figures_is_ever_guessed(day: date, between: str) -> None:
    answer = read_date(f"{day.day}{between}{day.month}{between}{day.year}")
    assert isinstance(answer, Problem)
    assert day.isoformat() == answer.details["write"]


@settings(max_examples=300)
@given(st.text() | st.text(alphabet="0123456789.-/, FebMarJun"))
def test_any_text_gives_a_day_or_a_problem(typed: str) -> None:
    answer = read_date(typed)
    assert isinstance(answer, date) or answer.code.startswith("date.")


@pytest.mark.parametrize(
    ("code", "typed", "expected"),
    [
        ("de", "4.12", ("date.year_missing", {"example": "4.12.2026"})),
        ("de", "4.12.", ("date.year_missing", {"example": "4.12.2026"})),
        ("es", "4/12", ("date.year_missing", {"example": "4/12/2026"})),
        ("de", "nächste Woche", ("date.not_a_date", {"example": "1.2.2026"})),
        ("en", "4.12", ("date.not_a_date", {"example": "1 February 2026"})),
    ],
)
def test_what_is_missing_is_shown_as_the_language_writes_it(
    code: str, typed: str, expected: tuple[str, dict[str, object]]
) -> None:
    answer = read_date(typed, language_of(code))
    assert isinstance(answer, Problem)
    assert expected == (answer.code, dict(answer.details))
