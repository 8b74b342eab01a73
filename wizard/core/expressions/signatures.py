"""What filters and tests take and give, in types and in values. Knows none of them by name."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any, Literal

import msgspec

from wizard.core.expressions import types
from wizard.core.expressions.types import Anything, Many, Type, is_numeric
from wizard.core.values import Blank, Card, Choice, Grid, Value

Takes = Literal[
    "anything",
    "list",
    "cards",
    "numbers",
    "ordered",
    "list or text",
    "text",
    "number",
    "amount",
    "share",
    "matrix",
]
"""What a filter or test is applied to. `ordered`: a list of numbers or of dates. `amount`: a number that is
no percentage; `share`: one that is no money."""

Gives = Callable[[Type, tuple[Type, ...]], Type]
"""The type of a filter's result, from the type before the bar and those of the arguments."""


class Argument(msgspec.Struct, frozen=True):
    """One argument, by its name in the docs.

    kind: `field` and `test` are names, written as texts; `period` is one too, or a choice among some; `like
    field` is compared with the field before it, `like value` with what stands before the bar.
    """

    name: str
    kind: Literal["anything", "text", "number", "card", "field", "test", "period", "like field", "like value"]
    required: bool = True


class Filter(msgspec.Struct, frozen=True):
    """A filter. apply: (run, value, *arguments); may rely on `fits` having said yes to each of them.

    A blank never reaches `apply`. gives: gets the type of a field for an argument that names one.
    """

    takes: Takes
    doc: str
    example: str
    apply: Callable[..., Value | Blank]
    gives: Gives
    arguments: tuple[Argument, ...] = ()


class Predicate(msgspec.Struct, frozen=True):
    """What may stand behind `is`. apply: (run, value, *arguments). takes_blank: also called with a Blank."""

    doc: str
    example: str
    apply: Callable[..., bool | Blank]
    takes: Takes = "anything"
    arguments: tuple[Argument, ...] = ()
    takes_blank: bool = False


def signature(name: str, of: Filter | Predicate) -> str:
    """How it is written: `replace(old, new)`, `round([digits])`."""
    names = [argument.name if argument.required else f"[{argument.name}]" for argument in of.arguments]
    return f"{name}({', '.join(names)})" if names else name


def counts(of: Filter | Predicate) -> range:
    """How many arguments it can have."""
    required = sum(argument.required for argument in of.arguments)
    return range(required, len(of.arguments) + 1)


def fits(of: Filter | Predicate, value: Value | Blank, arguments: tuple[Value, ...]) -> bool:
    """Whether it can be applied to these values: what it takes, and the arguments in number and kind."""
    if len(arguments) not in counts(of) or not isinstance(value, _VALUES[of.takes]):
        return False
    pairs = zip(arguments, of.arguments, strict=False)
    return all(isinstance(given, _ARGUMENTS.get(argument.kind, object)) for given, argument in pairs)


def accepts(takes: Takes, type_: Type) -> bool:
    """Whether values of a type can be before the bar."""
    return isinstance(type_, Anything) or _TYPES[takes](type_)


_VALUES: dict[Takes, Any] = {
    "anything": object,
    "list": tuple,
    "cards": tuple,
    "numbers": tuple,
    "ordered": tuple,
    "list or text": (tuple, str, Choice),
    "text": (str, Choice),
    "number": Decimal,
    "amount": Decimal,
    "share": Decimal,
    "matrix": Grid,
}
_ARGUMENTS: dict[str, Any] = {
    "text": (str, Choice),
    "number": Decimal,
    "field": str,
    "test": str,
    "period": (str, Choice),
    "card": (Card, Choice, str),
}


def _items(wanted: Callable[[Type], bool]) -> Callable[[Type], bool]:
    def check(type_: Type) -> bool:
        return isinstance(type_, Many) and (isinstance(type_.item, Anything) or wanted(type_.item))

    return check


_TYPES: dict[Takes, Callable[[Type], bool]] = {
    "anything": lambda _: True,
    "list": _items(lambda _: True),
    "cards": _items(lambda item: isinstance(item, types.CardOf | types.Record)),
    "numbers": _items(is_numeric),
    "ordered": _items(lambda item: is_numeric(item) or isinstance(item, types.DateType)),
    "list or text": lambda type_: isinstance(type_, Many | types.Text | types.OneOf),
    "text": lambda type_: isinstance(type_, types.Text | types.OneOf),
    "number": is_numeric,
    "amount": lambda type_: isinstance(type_, types.Number | types.MoneyType),
    "share": lambda type_: isinstance(type_, types.Number | types.PercentType),
    "matrix": lambda type_: isinstance(type_, types.GridOf),
}
