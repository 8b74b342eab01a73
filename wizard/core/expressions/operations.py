"""What signs do to values: arithmetic, comparison, truth. Blank where there is no result; nothing raises.

Results are capped: numbers at 30 digits, texts at 10,000 characters. No ambient decimal context matters.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta
from decimal import ROUND_HALF_EVEN, Context, Decimal
from typing import Any

from wizard.core.expressions.run import Run
from wizard.core.problems import Place
from wizard.core.values import Blank, Grid, Value

MAX_CHARACTERS = 10_000
MAX_PLACES = 20
"""Places that one Blank carries: enough to say what to do next."""

# No traps: what can't be computed comes back as NaN or infinity, and `number` makes a Blank of it.
CONTEXT = Context(prec=30, rounding=ROUND_HALF_EVEN, Emin=-30, Emax=29, traps=[])


def merged(blanks: Iterable[Blank]) -> Blank:
    """One Blank that waits for everything that these wait for, each place once, in order."""
    places: dict[Place, None] = {}
    no_period = ""
    for blank in blanks:
        places.update(dict.fromkeys(blank.places))
        no_period = no_period or blank.no_period
    return Blank(tuple(places)[:MAX_PLACES], no_period)


def number(result: Decimal) -> Decimal | Blank:
    """The result of a calculation; Blank where it is none, or too large."""
    return result if result.is_finite() else Blank()


def text(result: str) -> str:
    """A result that is no longer than a text may be."""
    return result[:MAX_CHARACTERS]


def truthy(value: Value) -> bool:
    """Whether a value counts as true: something written, not zero, not an empty list."""
    if value is True or value is False:
        return value
    if isinstance(value, Grid):
        return bool(value.cells)
    return bool(value) if isinstance(value, _SIZED) else True


_SIZED = (str, Decimal, tuple, Mapping)


def calculated(sign: str, left: Value, right: Value) -> Value | Blank:
    """`left sign right` for numbers, and for dates and days."""
    if isinstance(left, Decimal) and isinstance(right, Decimal):
        return number(_ARITHMETIC[sign](left, right))
    if isinstance(left, date) and sign in ("+", "-"):
        if isinstance(right, Decimal):
            return _days_later(left, right if sign == "+" else CONTEXT.minus(right))
        if isinstance(right, date) and sign == "-":
            return Decimal((left - right).days)
    if isinstance(left, Decimal) and isinstance(right, date) and sign == "+":
        return _days_later(right, left)
    return Blank()


def negative(value: Value) -> Value | Blank:
    """`-value`."""
    return number(CONTEXT.minus(value)) if isinstance(value, Decimal) else Blank()


def _days_later(day: date, days: Decimal) -> date | Blank:
    if abs(days) > 4_000_000:  # more days than a date can count
        return Blank()
    try:
        return day + timedelta(days=int(days))
    except OverflowError:
        return Blank()


def _whole_parts(left: Decimal, right: Decimal) -> Decimal:
    """`left // right`, rounded down as people count, where Decimal cuts towards zero."""
    whole = CONTEXT.divide_int(left, right)
    rest = CONTEXT.remainder(left, right)
    return CONTEXT.subtract(whole, Decimal(1)) if rest and rest.is_signed() != right.is_signed() else whole


def _rest(left: Decimal, right: Decimal) -> Decimal:
    """`left % right`, with the sign of `right`."""
    rest = CONTEXT.remainder(left, right)
    return CONTEXT.add(rest, right) if rest and rest.is_signed() != right.is_signed() else rest


_ARITHMETIC: dict[str, Callable[[Decimal, Decimal], Decimal]] = {
    "+": CONTEXT.add,
    "-": CONTEXT.subtract,
    "*": CONTEXT.multiply,
    "/": CONTEXT.divide,
    "//": _whole_parts,
    "%": _rest,
}


def equal(left: Value | Blank, right: Value | Blank, run: Run) -> bool | Blank:
    """Whether two values are the same. A choice is the same as its id; true isn't the same as 1."""
    return compared("==", left, right, run)


def _equal(left: Value, right: Value, run: Run) -> bool | Blank:
    if isinstance(left, bool) or isinstance(right, bool):
        return left is right
    if isinstance(left, tuple) and isinstance(right, tuple):
        return _equal_lists(left, right, run)
    if isinstance(left, Grid) and isinstance(right, Grid):
        return left.question == right.question
    return left == right


def _equal_lists(left: tuple[Value | Blank, ...], right: tuple[Value | Blank, ...], run: Run) -> bool | Blank:
    if len(left) != len(right):
        return False
    run.spend(len(left))
    return every(equal(one, other, run) for one, other in zip(left, right, strict=True))


def every(values: Iterable[Value | Blank]) -> bool | Blank:
    """Three-valued and: false as soon as one is false, whatever is blank."""
    blanks: list[Blank] = []
    for value in values:
        if isinstance(value, Blank):
            blanks.append(value)
        elif not truthy(value):
            return False
    return merged(blanks) if blanks else True


def some(values: Iterable[Value | Blank]) -> bool | Blank:
    """Three-valued or: true as soon as one is true, whatever is blank."""
    blanks: list[Blank] = []
    for value in values:
        if isinstance(value, Blank):
            blanks.append(value)
        elif truthy(value):
            return True
    return merged(blanks) if blanks else False


def contains(items: Value, value: Value, run: Run) -> bool | Blank:
    """`value in items`: passes over blank elements; in a text it looks for a part of it."""
    if isinstance(items, tuple):
        run.spend(len(items))
        return any(equal(item, value, run) is True for item in items)
    if isinstance(items, str) and isinstance(value, str):
        return value in items
    return Blank()


def compared(sign: str, left: Value | Blank, right: Value | Blank, run: Run) -> bool | Blank:
    """`left sign right`; Blank where one is blank or they have no order."""
    if isinstance(left, Blank) or isinstance(right, Blank):
        return merged(value for value in (left, right) if isinstance(value, Blank))
    return _COMPARISONS[sign](left, right, run)


def _in(left: Value, right: Value, run: Run) -> bool | Blank:
    return contains(right, left, run)


def _opposite(comparison: _Comparison) -> _Comparison:
    def apply(left: Value, right: Value, run: Run) -> bool | Blank:
        found = comparison(left, right, run)
        return found if isinstance(found, Blank) else not found

    return apply


def _ordered(before: Callable[[Any, Any], bool]) -> _Comparison:
    """`<` and its like, for two numbers, two dates or two texts."""

    def apply(left: Value, right: Value, _: Run) -> bool | Blank:
        for kind in (Decimal, date, str):
            if isinstance(left, kind) and isinstance(right, kind):
                return before(left, right)
        return Blank()

    return apply


_Comparison = Callable[[Value, Value, Run], bool | Blank]
_COMPARISONS: dict[str, _Comparison] = {
    "==": _equal,
    "!=": _opposite(_equal),
    "<": _ordered(operator.lt),
    "<=": _ordered(operator.le),
    ">": _ordered(operator.gt),
    ">=": _ordered(operator.ge),
    "in": _in,
    "not in": _opposite(_in),
}
