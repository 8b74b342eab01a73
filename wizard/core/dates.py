"""Dates as people type and read them, in any language that `languages` knows. No clock, no time of day."""

from __future__ import annotations

import re
from datetime import date, timedelta
from difflib import get_close_matches
from functools import cache
from typing import NamedTuple
from unicodedata import normalize

from wizard.core.languages import ENGLISH, Language
from wizard.core.problems import Detail, Problem, problem

MONTHS = ENGLISH.months

_MAX_CHARACTERS = 60

_ISO = r"(?P<year>[0-9]{4})-(?P<month>[0-9]{1,2})-(?P<day>[0-9]{1,2})"
_FIGURES_SHORT = r"(?P<day>[0-9]{1,2})(?P<by>[-./])(?P<month>[0-9]{1,2})(?P=by)?"
_FIGURES = r"(?P<first>[0-9]+)(?P<by>[-./ ]+)(?P<second>[0-9]+)(?P=by)(?P<third>[0-9]+)"


class _Shapes(NamedTuple):
    """What a day with its month in letters looks like. Compiled when the first one is read."""

    day_first: str
    month_first: str
    month_only: str


def read_date(text: str, language: Language = ENGLISH) -> date | Problem:
    """The day that a person typed: ISO, or in any order with the month in letters.

    Returns a Problem `date.*`; never raises. A day all in figures is refused with the days it may mean,
    because 1.2.2026 is one day in London and another in Boston; where a language has one order, it is taken.
    """
    typed = " ".join(text.split())
    if len(typed) > _MAX_CHARACTERS:
        return _no_date(language)
    if found := re.fullmatch(_ISO, typed):
        return _day(found["year"], int(found["month"]), found["day"], language)
    if found := re.fullmatch(_FIGURES, typed):
        first, second, third = found["first"], found["second"], found["third"]
        if len(third) == 4 and found["by"].strip() in tuple(language.day_first):
            return _day(third, int(second), first, language)
        return _figures_refused(first, second, third, language)
    found = re.fullmatch(_FIGURES_SHORT, typed)
    if found and found["by"] in language.day_first:
        return problem("date.year_missing", example=_in_figures(found["day"], found["month"], language))
    shapes = _shapes(language)
    found = re.fullmatch(shapes.day_first, typed) or re.fullmatch(shapes.month_first, typed)
    if found:
        month = _month(found["month"], language)
        return month if isinstance(month, Problem) else _day(found["year"], month, found["day"], language)
    return _without_day(typed, language)


def display_date(value: date, language: Language = ENGLISH) -> str:
    """A day for people: `1 February 2026`."""
    return _written(value.day, value.month, value.year, language)


def _written(day: int, month: int, year: int, language: Language) -> str:
    return language.day.format(day=day, month=language.months[month - 1], year=year)


def _in_figures(day: str, month: str, language: Language) -> str:
    return language.day_first[0].join((day, month, "2026"))


@cache
def _shapes(language: Language) -> _Shapes:
    endings = "|".join(language.day_endings)
    day = rf"(?P<day>[0-9]{{1,2}})(?:{endings})?"
    month = r"(?P<month>[^\W\d_]{3,})"
    year = r"(?P<year>[0-9]+)"
    particles = "".join(rf"|\b{word}\b" for word in language.particles)
    gap = rf"(?:[-., ]{particles})*"
    return _Shapes(
        rf"(?i:{day}{gap}{month}(?:{gap}{year})?)",
        rf"(?i:{month}{gap}{day}(?:[-., ]{gap}{year})?)",
        rf"(?i:{month}{gap}[0-9]*)",
    )


def _no_date(language: Language) -> Problem:
    example = _in_figures("1", "2", language) if language.day_first else _written(1, 2, 2026, language)
    return problem("date.not_a_date", example=example)


def _month(name: str, language: Language) -> int | Problem:
    """1 to 12, from a name or from its first three letters or more."""
    wanted = _plain(name)
    for number, month in enumerate(language.months, start=1):
        if _plain(month).startswith(wanted):
            return number
    for other, number in language.other_months.items():
        if _plain(other).startswith(wanted):
            return number
    months = {_plain(month).capitalize(): month for month in language.months}
    close = get_close_matches(wanted.capitalize(), months, n=1)
    near: dict[str, Detail] = {"near": months[close[0]]} if close else {}
    example = _written(1, 2, 2026, language)
    return Problem(
        "date.unknown_month", {"name": name, "language": language.name, "example": example, **near}
    )


def _plain(name: str) -> str:
    """Small letters without accents: people leave them out."""
    return "".join(letter for letter in normalize("NFKD", name.casefold()) if letter.isalpha())


def _day(year: str | None, month: int, day: str, language: Language) -> date | Problem:
    if not 1 <= month <= 12:
        return problem("date.no_such_month", month=month)
    if year is None:
        return problem("date.year_missing", example=_written(int(day), month, 2026, language))
    if len(year) != 4 or year.startswith("0"):
        return problem("date.year_not_whole", example=_written(int(day), month, 2026, language))
    last = _last_day(int(year), month)
    if not 1 <= int(day) <= last:
        return problem("date.no_such_day", month=language.months[month - 1], year=year, last=last)
    return date(int(year), month, int(day))


def _last_day(year: int, month: int) -> int:
    if month == 12:
        return 31
    return (date(year, month + 1, 1) - timedelta(days=1)).day


def _figures_refused(first: str, second: str, third: str, language: Language) -> Problem:
    """Why a day all in figures isn't taken, with each real day that it may mean."""
    if len(first) == 4:
        orders = [(first, second, third)]
    elif len(third) == 4:
        orders = [(third, second, first), (third, first, second)]
    else:
        return problem("date.two_digit_year", example=_written(1, 2, 2026, language))
    days = [_day(year, int(month), day, language) for year, month, day in orders]
    real = list(dict.fromkeys(day for day in days if isinstance(day, date)))
    match real:
        case [only]:
            return problem("date.in_figures", reading=display_date(only, language), write=only.isoformat())
        case [one, other]:
            return problem(
                "date.two_readings",
                first=display_date(one, language),
                second=display_date(other, language),
                write=one.isoformat(),
                or_write=other.isoformat(),
            )
        case _:
            return _no_date(language)


def _without_day(typed: str, language: Language) -> Problem:
    found = re.fullmatch(_shapes(language).month_only, typed)
    month = _month(found["month"], language) if found else None
    if isinstance(month, int):
        return problem("date.day_missing", example=_written(1, month, 2026, language))
    return _no_date(language)
