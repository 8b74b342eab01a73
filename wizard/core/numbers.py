"""Numbers as people type and read them, in any language that `languages` knows.

Knows nothing of questions, nor of the ambient decimal context.
"""

from __future__ import annotations

import re
import unicodedata
from decimal import MAX_EMAX, MIN_EMIN, ROUND_HALF_UP, Context, Decimal
from functools import cache
from typing import Literal, NamedTuple

from wizard.core.currencies import CODES, SIGNS, WITHOUT_CENTS
from wizard.core.languages import ENGLISH, Language
from wizard.core.problems import Problem, problem

MAX_DIGITS = 30
MAX_DECIMALS = 6
_LARGE = 1_000

_MAX_CHARACTERS = 100

_UNIT = rf"[{''.join(SIGNS)}]|[A-Za-z]{{3}}"
# From here on, figures are written with a point before the decimals and commas between the thousands.
_PLAIN = re.compile(r"[0-9]+\.?[0-9]*|\.[0-9]+")
_GROUPED = re.compile(r"[1-9][0-9]{0,2}(?P<by>[,' ])[0-9]{3}(?:(?P=by)[0-9]{3})*(?:\.[0-9]*)?")

# A point before exactly three figures: decimals here, thousands where many people learned to write.
_POINT_OR_THOUSANDS = re.compile(r"[1-9][0-9]{0,2}\.[0-9]{3}")

# What keyboards and web pages put where a typewriter has a space, an apostrophe or a minus.
_TYPEWRITTEN = str.maketrans(
    {"\u00a0": " ", "\u202f": " ", "\u2009": " ", "\u2007": " ", "\t": " ", "’": "'", "−": "-", "–": "-"}
)


class _Typed(NamedTuple):
    """A number taken apart. power: of ten, from `k`, `m`, `bn`. unit: a currency sign or code, `%` or ''."""

    negative: bool
    digits: str
    power: int
    unit: str


def read_number(
    text: str, *, currency: str | None = None, percent: bool = False, language: Language = ENGLISH
) -> Decimal | Problem:
    """The number that a person typed, exact, without an exponent.

    currency: the only one that may stand beside it (None: none may). percent: `5` and `5%` both give 5.
    Returns a Problem `number.*`; never raises. The language says which of point and comma is the decimal
    sign; the other one, an apostrophe or a space groups by three, and what could be read in two ways is
    refused with both readings. That it is a guess may stand before it: "about 340" is 340.
    """
    parts = _taken_apart(text, language)
    if isinstance(parts, Problem):
        return parts
    refused = _unit_refused(text, parts.unit, currency, percent)
    if refused:
        return refused
    if language.doubts_point and not parts.power and _POINT_OR_THOUSANDS.fullmatch(parts.digits):
        return _point_or_thousands(parts.digits)
    if _PLAIN.fullmatch(parts.digits) or _GROUPED.fullmatch(parts.digits):
        value = _value(parts, _without_groups(parts.digits))
        if sum(character.isdigit() for character in canonical(value)) > MAX_DIGITS:
            return problem("number.too_long", limit=MAX_DIGITS)
        return value
    return _unclear(parts, language)


def read_currency(text: str) -> str | Problem:
    """The code of a currency that a person typed, in capitals: `eur` is EUR. Three letters are one."""
    code = text.strip().upper()
    return code if re.fullmatch("[A-Z]{3}", code) else problem("number.no_currency")


def canonical(value: Decimal) -> str:
    """The text that a finite number is stored as: no exponent, no needless zeros, no minus before zero."""
    text = format(value, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def typed(value: Decimal, language: Language = ENGLISH) -> str:
    """The text by which a person would give this number, and which `read_number` takes: 1.234 is `1.2340`."""
    text = canonical(value)
    if language.doubts_point and _POINT_OR_THOUSANDS.fullmatch(text.removeprefix("-")):
        text += "0"
    return _in(language, text)


def display(value: Decimal, language: Language = ENGLISH) -> str:
    """A number for people: `1,200.5`, at most six decimals; one that isn't zero never reads as zero."""
    return _grouped(_rounded(value, MAX_DECIMALS), language)


def display_money(value: Decimal, currency: str, language: Language = ENGLISH) -> str:
    """An amount for people: `1,200 EUR`, `9.90 EUR`; up to four decimals where its author gave them."""
    exact = Decimal(canonical(value))
    shown = exact if _decimals(exact) <= 4 else _rounded(value, 2)
    cents = "0" if 0 < _decimals(shown) < 2 else ""
    return f"{_grouped(shown, language)}{cents} {currency}"


def display_percent(fraction: Decimal, language: Language = ENGLISH, places: int = 2) -> str:
    """A share of one as a percentage for people: 0.05 is `5%`; at most so many decimals."""
    return _grouped(_rounded(_shifted(fraction, 2), places), language) + language.percent


def display_months(value: Decimal, language: Language = ENGLISH) -> str:
    """A time for people: `7.4 months`, `1 month`; at most one decimal."""
    shown = _rounded(value, 1)
    one, several = language.month_units
    return f"{_grouped(shown, language)} {one if shown == 1 else several}"


def for_reading(value: Decimal, currency: str = "") -> Decimal:
    """A result of a calculation, cut to what one can read: two decimals, none from 1,000 on.

    currency: of an amount; none where it has no cents.
    """
    return _rounded(value, 0 if abs(value) >= _LARGE or currency in WITHOUT_CENTS else 2)


@cache
def _shape(language: Language) -> str:
    """What a number looks like; compiled when the first one is read: few modules take as long to import."""
    longest_first = sorted(language.scales, key=len, reverse=True)
    scales = "|".join(re.escape(word) for word in longest_first)
    return rf"""(?x)
    (?P<sign>[-+]?) \ ?
    (?: (?P<before>{_UNIT}) \ ? (?P<inner>[-+]?) \ ? )?
    (?P<digits> [0-9{language.decimal}][0-9.,'\ ]*? ) \ ?
    (?P<scale> (?i:{scales}) )? \ ?
    (?P<after> {_UNIT} | % )?
    """


@cache
def _about(language: Language) -> str:
    """What may stand before a number that is a guess: a word of the language, of English, or a sign."""
    words = sorted({*language.about, *ENGLISH.about}, key=len, reverse=True)
    return rf"(?i:(?:{'|'.join(map(re.escape, words))})(?![^\W\d_])|[~≈])\s*"


@cache
def _signs(language: Language) -> dict[int, str] | None:
    """Between English and a language, both ways: only the two signs differ. None: they don't."""
    if language.decimal == ENGLISH.decimal:
        return None
    return str.maketrans({ENGLISH.decimal: language.decimal, language.decimal: ENGLISH.decimal})


def _in(language: Language, figures: str) -> str:
    """English figures in a language, and its figures in English."""
    signs = _signs(language)
    return figures if signs is None else figures.translate(signs)


def _taken_apart(text: str, language: Language) -> _Typed | Problem:
    typewritten = text.translate(_TYPEWRITTEN).strip()
    if len(typewritten) > _MAX_CHARACTERS:
        return problem("number.too_long", limit=MAX_DIGITS)
    typewritten = re.sub(rf"\A{_about(language)}", "", typewritten, count=1)
    figures = "".join(str(unicodedata.decimal(character, character)) for character in typewritten)
    found = re.fullmatch(_shape(language), figures)
    if found and figures != typewritten:
        return problem("number.other_digits", figures=figures)
    if not found or (found["sign"] and found["inner"]) or (found["before"] and found["after"]):
        return _no_number(language)
    unit = found["before"] or found["after"] or ""
    if unit.isalpha() and unit.isascii():
        unit = unit.upper()
        if unit not in CODES:
            return _no_number(language)
    power = language.scales[found["scale"].lower()] if found["scale"] else 0
    digits = _in(language, found["digits"])
    return _Typed("-" in (found["sign"], found["inner"]), digits, power, unit)


def _no_number(language: Language) -> Problem:
    return problem("number.not_a_number", example=_in(language, "1,200.50"))


def _unit_refused(text: str, unit: str, currency: str | None, percent: bool) -> Problem | None:
    if not unit:
        return None
    if unit == "%":
        without = text.replace("%", "").strip()
        return None if percent else problem("number.percent_not_wanted", number=without)
    if currency is None:
        return problem("number.currency_not_wanted", found=unit)
    if currency.upper() not in SIGNS.get(unit, (unit,)):
        other = SIGNS.get(unit, (unit,))[0]
        return problem("number.other_currency", found=unit, wanted=currency, other=other)
    return None


def _unclear(parts: _Typed, language: Language) -> Problem:
    """What stands in the way of reading these digits, with the one or two numbers that they may mean."""
    found = [canonical(_value(parts, text)) for text in _readings(parts.digits)]
    comma = language.decimal == ","
    match [_in(language, text) for text in found]:
        case [reading]:
            return problem("number.grouping_comma" if comma else "number.grouping", reading=reading)
        case [first, second]:
            code = "number.two_readings_comma" if comma else "number.two_readings"
            return problem(code, first=first, second=second)
        case _:
            return _no_number(language)


def _point_or_thousands(digits: str) -> Problem:
    """`1.200`: both readings, each in a way that has only one."""
    return problem(
        "number.point_or_thousands", thousands=digits.replace(".", ","), decimals=typed(Decimal(digits))
    )


def _readings(digits: str) -> list[str]:
    """The numbers that oddly separated digits may mean: with its last sign as decimal sign, or with none."""
    last: Literal[",", "."] = "," if digits.rfind(",") > digits.rfind(".") else "."
    whole, sign, decimals = digits.rpartition(last)
    others = set(re.sub(r"[0-9]", "", whole))
    found = []
    if sign and decimals.isdigit() and last not in others and len(others) <= 1 and re.search("[0-9]", whole):
        found.append(f"{re.sub('[^0-9]', '', whole)}.{decimals}")
    plain = _without_groups(digits)
    if plain.count(".") > 1 and set(re.sub(r"[0-9]", "", digits)) == {"."}:
        plain = plain.replace(".", "")
    if _PLAIN.fullmatch(plain) and plain not in found:
        found.append(plain)
    return found


def _without_groups(digits: str) -> str:
    return re.sub("[,' ]", "", digits)


def _value(typed: _Typed, digits: str) -> Decimal:
    value = _shifted(Decimal(digits), typed.power)
    return Decimal(canonical(value.copy_negate() if typed.negative else value))


def _shifted(value: Decimal, power: int) -> Decimal:
    """The value times ten to that power. `scaleb` would round to the ambient precision."""
    sign, digits, exponent = value.as_tuple()
    assert isinstance(exponent, int), "only finite numbers are shown or read"
    return Decimal((sign, digits, exponent + power))


def _decimals(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    assert isinstance(exponent, int), "only finite numbers are shown or read"
    return max(0, -exponent)


def _rounded(value: Decimal, places: int) -> Decimal:
    """The value with at most that many decimals, or with two significant ones where it would become zero."""
    if value and value.adjusted() < -places:
        places = 1 - value.adjusted()
    if _decimals(value) <= places:
        return Decimal(canonical(value))
    digits = max(value.adjusted(), 0) + places + 2
    context = Context(prec=digits, rounding=ROUND_HALF_UP, Emin=MIN_EMIN, Emax=MAX_EMAX, traps=[])
    return Decimal(canonical(value.quantize(Decimal((0, (1,), -places)), context=context)))


def _grouped(value: Decimal, language: Language) -> str:
    """English groups and decimals, then the language's signs for point, comma and minus."""
    return _in(language, f"{value:,f}".replace("-", "−"))
