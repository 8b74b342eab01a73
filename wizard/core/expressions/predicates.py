"""The tests: what may stand behind `is`. One table, from which the docs are made too."""

from __future__ import annotations

from decimal import Decimal

from wizard.core.expressions.operations import CONTEXT, compared, contains, number
from wizard.core.expressions.run import Run
from wizard.core.expressions.signatures import Argument, Predicate, fits
from wizard.core.values import Blank, Choice, Value


def tested(name: str, value: Value | Blank, arguments: tuple[Value | Blank, ...], run: Run) -> bool | Blank:
    """Whether a value passes a test; Blank where one can't say. May raise OutOfSteps."""
    test = TESTS.get(name)
    if test is None:
        return Blank()
    if isinstance(value, Blank) and not test.takes_blank:
        return value
    filled: list[Value] = []
    for argument in arguments:
        if isinstance(argument, Blank):
            return argument
        filled.append(argument)
    if not fits(test, value, tuple(filled)):
        return Blank()
    return test.apply(run, value, *filled)


def _defined(_: Run, value: Value | Blank) -> bool:
    return not isinstance(value, Blank)


def _undefined(_: Run, value: Value | Blank) -> bool:
    return isinstance(value, Blank)


def _number(_: Run, value: Value) -> bool:
    return isinstance(value, Decimal)


def _text(_: Run, value: Value) -> bool:
    return isinstance(value, str | Choice)


def _in(run: Run, value: Value, items: Value) -> bool | Blank:
    return contains(items, value, run)


def _even(_: Run, value: Decimal) -> bool | Blank:
    return _divisible(value, Decimal(2))


def _odd(_: Run, value: Decimal) -> bool | Blank:
    rest = number(CONTEXT.remainder(value, Decimal(2)))
    return rest if isinstance(rest, Blank) else abs(rest) == 1


def _divisible_by(_: Run, value: Decimal, divisor: Decimal) -> bool | Blank:
    return _divisible(value, divisor)


def _divisible(value: Decimal, divisor: Decimal) -> bool | Blank:
    rest = number(CONTEXT.remainder(value, divisor))
    return rest if isinstance(rest, Blank) else rest == 0


def _comparison(sign: str, example: str) -> Predicate:
    def apply(run: Run, value: Value, other: Value) -> bool | Blank:
        return compared(sign, value, other, run)

    doc = f"Compares like `{sign}`; for `selectattr`, where no sign can stand."
    return Predicate(doc, example, apply, arguments=(Argument("value", "like value"),))


_DEFINED = Predicate("There is an answer, or a result.", "seg.size is defined", _defined, takes_blank=True)
_UNDEFINED = Predicate("There is no answer.", "seg.size is undefined", _undefined, takes_blank=True)
_TEXT = Predicate("It is a text or a choice.", "this is text", _text)
_EQ = _comparison("==", "segments|selectattr('size', 'eq', 3)")
_NE = _comparison("!=", "segments|selectattr('size', 'ne', 3)")
_LT = _comparison("<", "segments|selectattr('size', 'lt', 3)")
_LE = _comparison("<=", "segments|selectattr('size', 'le', 3)")
_GT = _comparison(">", "segments|selectattr('size', 'gt', 3)")
_GE = _comparison(">=", "segments|selectattr('size', 'ge', 3)")

TESTS: dict[str, Predicate] = {
    "defined": _DEFINED,
    "undefined": _UNDEFINED,
    "none": _UNDEFINED,
    "number": Predicate("It is a number.", "this is number", _number),
    "text": _TEXT,
    "string": _TEXT,
    "in": Predicate(
        "It is one of a list; the same as the sign `in`.",
        "channels|selectattr('kind', 'in', ['sales', 'distribution'])",
        _in,
        arguments=(Argument("list", "like value"),),
    ),
    "even": Predicate("It can be divided by two.", "this is even", _even, "number"),
    "odd": Predicate("It is a whole number that can't be divided by two.", "this is odd", _odd, "number"),
    "divisibleby": Predicate(
        "It can be divided by a number without a rest.",
        "this is divisibleby(12)",
        _divisible_by,
        "number",
        (Argument("number", "number"),),
    ),
    "eq": _EQ,
    "equalto": _EQ,
    "==": _EQ,
    "ne": _NE,
    "!=": _NE,
    "lt": _LT,
    "lessthan": _LT,
    "<": _LT,
    "le": _LE,
    "<=": _LE,
    "gt": _GT,
    "greaterthan": _GT,
    ">": _GT,
    "ge": _GE,
    ">=": _GE,
}
