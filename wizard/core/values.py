"""The values that answers have, as expressions and documents see them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Union

import msgspec

from wizard.core.problems import Place


class Blank(msgspec.Struct, frozen=True):
    """No value: unanswered, hidden, or not computable. `places` is what it waits for.

    no_period: the option that stands where a period is needed, which is why nothing can be worked out.
    """

    places: tuple[Place, ...] = ()
    no_period: str = ""

    def __bool__(self) -> bool:
        return False


class Choice:
    """A chosen option: equals its id, prints its label."""

    __slots__ = ("id", "label")

    def __init__(self, id: str, label: str) -> None:
        self.id = id
        self.label = label

    def __eq__(self, other: object) -> bool:
        return self.id == (other.id if isinstance(other, Choice) else other)

    def __hash__(self) -> int:
        return hash(self.id)

    def __str__(self) -> str:
        return self.label

    def __repr__(self) -> str:
        return f"Choice({self.id!r})"


class Card:
    """A card as a value: equal and hashed by its id, whatever it is called.

    Holds no fields: who evaluates asks its scope for them, so that each read is noticed.
    """

    __slots__ = ("id", "question")

    def __init__(self, id: str, question: str) -> None:
        self.id = id
        self.question = question

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Card) and self.id == other.id

    def __hash__(self) -> int:
        return hash(self.id)

    def __repr__(self) -> str:
        return f"Card({self.id!r}, {self.question!r})"


class Money(Decimal):
    """An amount in a currency. Arithmetic gives plain Decimals: only an answer knows its currency.

    worked_out: it prints rounded for reading, where an answer prints as it was given.
    """

    currency: str
    worked_out: bool = False

    @classmethod
    def of(cls, amount: Decimal | int | str, currency: str, *, worked_out: bool = False) -> Money:
        money = cls(amount)
        money.currency = currency
        money.worked_out = worked_out
        return money


class Percent(Decimal):
    """A share of one that prints as a percentage: Percent('0.05') prints as 5%.

    worked_out: it prints with one decimal, where an answer prints as it was given.
    """

    worked_out: bool = False

    @classmethod
    def of(cls, share: Decimal, *, worked_out: bool = False) -> Percent:
        percent = cls(share)
        percent.worked_out = worked_out
        return percent


class Months(Decimal):
    """A time in months: Months('7.4') prints as 7.4 months."""


class Rounded(Decimal):
    """A number that was worked out: it prints rounded for reading, and is as exact as any other."""


class Grid:
    """The answer to a matrix question: rows and columns are option or card values, in order.

    cells: (row id, column id) -> value; a cell that wasn't filled isn't in it. A Grid is the same as another
    of the same question: what it holds is read through `cells`.
    """

    __slots__ = ("cells", "columns", "question", "rows")

    def __init__(
        self,
        question: str,
        rows: tuple[Choice | Card, ...],
        columns: tuple[Choice | Card, ...],
        cells: Mapping[tuple[str, str], Value],
    ) -> None:
        self.question = question
        self.rows = rows
        self.columns = columns
        self.cells = cells


# bool comes before Decimal in every `match`: it is no number here. A record (flow, workshop, canvas) is a
# mapping from names to values.
Value = Union[
    str, bool, Decimal, date, Choice, Card, Grid, tuple["Value | Blank", ...], Mapping[str, "Value | Blank"]
]
