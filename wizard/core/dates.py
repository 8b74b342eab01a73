"""Dates as people type and read them. Knows no locale, no clock and no time of day."""

from __future__ import annotations

import re
from datetime import date, timedelta
from difflib import get_close_matches

from wizard.core.problems import Detail, Problem, problem

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)

_MAX_CHARACTERS = 60

_DAY = r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?"
_MONTH = r"(?P<month>[^\W\d_]{3,})"
_YEAR = r"(?P<year>[0-9]+)"
# Compiled when the first date is read: that takes longer than most modules take to import.
_ISO = r"(?P<year>[0-9]{4})-(?P<month>[0-9]{1,2})-(?P<day>[0-9]{1,2})"
_DAY_FIRST = rf"(?i:{_DAY}[-., ]*{_MONTH}(?:[-., ]*{_YEAR})?)"
_MONTH_FIRST = rf"(?i:{_MONTH}[-., ]*{_DAY}(?:[-., ]+{_YEAR})?)"
_MONTH_ONLY = rf"(?i:{_MONTH}[-., ]*[0-9]*)"
_FIGURES = r"(?P<first>[0-9]+)(?P<by>[-./ ]+)(?P<second>[0-9]+)(?P=by)(?P<third>[0-9]+)"


def read_date(text: str) -> date | Problem:
    """The day that a person typed: ISO, or in any order with the month in English letters.

    Returns a Problem `date.*`; never raises. A day all in figures is refused with the days it may mean,
    because 1.2.2026 is one day in London and another in Boston.
    """
    typed = " ".join(text.split())
    if len(typed) > _MAX_CHARACTERS:
        return problem("date.not_a_date")
    if found := re.fullmatch(_ISO, typed):
        return _day(found["year"], int(found["month"]), found["day"])
    if found := re.fullmatch(_FIGURES, typed):
        return _figures_refused(found["first"], found["second"], found["third"])
    found = re.fullmatch(_DAY_FIRST, typed) or re.fullmatch(_MONTH_FIRST, typed)
    if found:
        month = _month(found["month"])
        return month if isinstance(month, Problem) else _day(found["year"], month, found["day"])
    return _without_day(typed)


def display_date(value: date) -> str:
    """A day for people: `1 February 2026`."""
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}"


def _month(name: str) -> int | Problem:
    """1 to 12, from a name or from its first three letters or more."""
    wanted = name.casefold()
    for number, month in enumerate(MONTHS, start=1):
        if month.casefold().startswith(wanted):
            return number
    near = get_close_matches(wanted.capitalize(), MONTHS, n=1)
    details: dict[str, Detail] = {"near": near[0]} if near else {}
    return Problem("date.unknown_month", {"name": name, **details})


def _day(year: str | None, month: int, day: str) -> date | Problem:
    if not 1 <= month <= 12:
        return problem("date.no_such_month", month=month)
    if year is None:
        return problem("date.year_missing", day=int(day), month=MONTHS[month - 1])
    if len(year) != 4 or year.startswith("0"):
        return problem("date.year_not_whole", day=int(day), month=MONTHS[month - 1])
    last = _last_day(int(year), month)
    if not 1 <= int(day) <= last:
        return problem("date.no_such_day", month=MONTHS[month - 1], year=year, last=last)
    return date(int(year), month, int(day))


def _last_day(year: int, month: int) -> int:
    if month == 12:
        return 31
    return (date(year, month + 1, 1) - timedelta(days=1)).day


def _figures_refused(first: str, second: str, third: str) -> Problem:
    """Why a day all in figures isn't taken, with each real day that it may mean."""
    if len(first) == 4:
        orders = [(first, second, third)]
    elif len(third) == 4:
        orders = [(third, second, first), (third, first, second)]
    else:
        return problem("date.two_digit_year")
    days = [_day(year, int(month), day) for year, month, day in orders]
    real = list(dict.fromkeys(day for day in days if isinstance(day, date)))
    match real:
        case [only]:
            return problem("date.in_figures", reading=display_date(only), write=only.isoformat())
        case [one, other]:
            return problem(
                "date.two_readings",
                first=display_date(one),
                second=display_date(other),
                write=one.isoformat(),
                or_write=other.isoformat(),
            )
        case _:
            return problem("date.not_a_date")


def _without_day(typed: str) -> Problem:
    found = re.fullmatch(_MONTH_ONLY, typed)
    month = _month(found["month"]) if found else None
    if isinstance(month, int):
        return problem("date.day_missing", month=MONTHS[month - 1])
    return problem("date.not_a_date")
