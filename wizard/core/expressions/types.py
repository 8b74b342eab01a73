"""The static types of expressions: what a name or a field will hold, known before anybody has answered."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Union

import msgspec

from wizard.core.tongue import mark


class Text(msgspec.Struct, frozen=True):
    """A str."""


class YesNo(msgspec.Struct, frozen=True):
    """A bool."""


class Number(msgspec.Struct, frozen=True):
    """A Decimal."""


class MoneyType(msgspec.Struct, frozen=True):
    """An amount in a currency. Sums and multiples of it are money too; their values are plain Decimals."""


class PercentType(msgspec.Struct, frozen=True):
    """A fraction that is written as a percentage: 5% is 0.05."""


class DateType(msgspec.Struct, frozen=True):
    """A date without a time."""


class OneOf(msgspec.Struct, frozen=True):
    """One option of a choice. options: their ids. name: the question or option set that they belong to."""

    options: tuple[str, ...]
    name: str = ""


class CardOf(msgspec.Struct, frozen=True):
    """A card of one of these `cards` questions."""

    questions: tuple[str, ...]


class GridOf(msgspec.Struct, frozen=True):
    """The answer to a matrix question. rows, columns: CardOf or OneOf."""

    rows: Type
    columns: Type
    cell: Type


class Many(msgspec.Struct, frozen=True):
    """A list, perhaps empty."""

    item: Type


class Record(msgspec.Struct, frozen=True):
    """A fixed set of named values, such as `workshop`. fields: pairs, so that it can be hashed."""

    fields: tuple[tuple[str, Type], ...]

    def field(self, name: str) -> Type | None:
        """The type of a field; None where there is no such field."""
        return next((type_ for field, type_ in self.fields if field == name), None)


class Anything(msgspec.Struct, frozen=True):
    """Not known, or already complained about: nothing more is said about it."""


Type = Union[
    Text, YesNo, Number, MoneyType, PercentType, DateType, OneOf, CardOf, GridOf, Many, Record, Anything
]


def record(fields: Mapping[str, Type]) -> Record:
    """A Record from a mapping."""
    return Record(tuple(fields.items()))


def is_numeric(type_: Type) -> bool:
    """Whether values of this type can be calculated with."""
    return isinstance(type_, Number | MoneyType | PercentType)


_KINDS: dict[type[Type], str] = {
    Text: mark("text"),
    YesNo: mark("yes/no answer"),
    Number: mark("number"),
    MoneyType: mark("number"),
    PercentType: mark("number"),
    DateType: mark("date"),
    OneOf: mark("choice"),
    CardOf: mark("card"),
    GridOf: mark("matrix"),
    Many: mark("list"),
    Record: mark("group of values"),
}


def kind(type_: Type) -> str:
    """What a person calls it, in English; goes with "a" before it."""
    return _KINDS.get(type(type_), mark("value"))


def common(types: tuple[Type, ...]) -> Type:
    """The type of a value that may be of any of these; Anything where they have nothing in common."""
    distinct = types if len(types) == 1 else tuple(dict.fromkeys(types))
    if len(distinct) == 1:
        return distinct[0]
    if distinct and all(isinstance(type_, CardOf) for type_ in distinct):
        questions = (name for type_ in distinct if isinstance(type_, CardOf) for name in type_.questions)
        return CardOf(tuple(dict.fromkeys(questions)))
    if distinct and all(isinstance(type_, Many) for type_ in distinct):
        return Many(common(tuple(type_.item for type_ in distinct if isinstance(type_, Many))))
    if distinct and all(is_numeric(type_) for type_ in distinct):
        return Number()
    if distinct and all(isinstance(type_, Text | OneOf) for type_ in distinct):
        return Text()
    return Anything()
