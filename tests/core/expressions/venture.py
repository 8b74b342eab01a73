"""A small venture: what its flow says by type, and what its founder has answered so far."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal

from wizard.core.expressions import Expression, Outcome, Prose, evaluate, rendered
from wizard.core.expressions import types as t
from wizard.core.expressions.names import Known, Missing
from wizard.core.expressions.parse import parse_expression, parse_prose
from wizard.core.languages import ENGLISH
from wizard.core.problems import Mark, Place, Problem
from wizard.core.values import Blank, Card, Choice, Grid, Money, Percent, Value

BAKERS = Card("c1", "segments")
HOTELS = Card("c2", "segments")
COUNTER = Card("c3", "channels")
WEB = Card("c4", "channels")
SALES = Choice("sales", "Sales")
PRICE_WAITS = Place("price")
HOTELS_SIZE = Place("segments", "c2", "size")

STAGES = t.OneOf(("idea", "prototype", "customers"), "stage")
KINDS = t.OneOf(("communication", "sales"), "kind")
SEGMENT = t.CardOf(("segments",))
TYPES: Mapping[str, t.Type] = {
    "name": t.Text(),
    "stage": STAGES,
    "b2b": t.YesNo(),
    "price": t.MoneyType(),
    "costs": t.MoneyType(),
    "visits": t.Number(),
    "churn": t.PercentType(),
    "launch": t.DateType(),
    "today": t.DateType(),
    "seg": SEGMENT,
    "segments": t.Many(SEGMENT),
    "channels": t.Many(t.CardOf(("channels",))),
    "partners": t.Many(t.CardOf(("segments", "channels"))),
    "tags": t.Many(t.OneOf(("new", "old"), "tags")),
    "fit": t.GridOf(SEGMENT, t.OneOf(("price", "taste"), "criteria"), t.Number()),
    "workshop": t.record({"name": t.Text(), "participants": t.Number()}),
}
FIELDS: Mapping[str, Mapping[str, t.Type]] = {
    "segments": {"name": t.Text(), "size": t.Number(), "by": t.DateType(), "share": t.PercentType()},
    "channels": {"name": t.Text(), "kind": KINDS, "segments": t.Many(SEGMENT), "main": SEGMENT},
}
MISSING = {
    "pivot": Missing("name.later"),
    "rel": Missing("name.loop_outside", {"step": "relationships"}),
    "status": Missing("name.sibling"),
    "this": Missing("name.not_here"),
}


class VentureNames:
    def lookup(self, name: str) -> Known | Missing:
        if name in TYPES:
            return Known(TYPES[name])
        return MISSING.get(name, Missing())

    def names(self) -> Iterable[str]:
        return TYPES

    def field_type(self, question: str, field: str) -> t.Type | None:
        return FIELDS[question].get(field)

    def fields(self, question: str) -> Iterable[str]:
        return FIELDS[question]


class VentureScope:
    """Everything is answered but the price and how many hotels there are. Notes the names that are read."""

    language = ENGLISH

    def __init__(self, more: Mapping[str, Value | Blank] | None = None) -> None:
        self.read: list[str] = []
        self.values: dict[str, Value | Blank] = {
            "name": "Bread Again",
            "stage": Choice("idea", "An idea"),
            "b2b": True,
            "price": Blank((PRICE_WAITS,)),
            "costs": Money.of("9.90", "EUR"),
            "visits": Decimal(12),
            "churn": Percent("0.05"),
            "launch": date(2026, 2, 1),
            "seg": BAKERS,
            "segments": (BAKERS, HOTELS),
            "channels": (COUNTER, WEB),
            "nothing": (),
            "fit": Grid(
                "fit",
                (BAKERS, HOTELS),
                (Choice("price", "Price"), Choice("taste", "Taste")),
                {("c1", "price"): Decimal(2), ("c1", "taste"): Decimal(3), ("c2", "price"): Decimal(1)},
            ),
            "workshop": {"name": "Monday", "participants": Decimal(4)},
            **(more or {}),
        }
        self.fields: dict[tuple[str, str], Value | Blank] = {
            ("c1", "name"): "Bakers",
            ("c2", "name"): "Hotels",
            ("c1", "size"): Decimal(40),
            ("c2", "size"): Blank((HOTELS_SIZE,)),
            ("c3", "name"): "Counter",
            ("c4", "name"): "Web",
            ("c3", "kind"): SALES,
            ("c4", "kind"): Choice("communication", "Communication"),
            ("c3", "segments"): (BAKERS,),
            ("c4", "segments"): (BAKERS,),
            ("c3", "main"): BAKERS,
        }

    def name(self, name: str) -> Value | Blank:
        self.read.append(name)
        return self.values.get(name, Blank())

    def field(self, card: Card, field: str) -> Value | Blank:
        return self.fields.get((card.id, field), Blank())

    def face(self, card: Card) -> str:
        return str(self.fields.get((card.id, "name"), card.id))

    def links(self, card: Card) -> Iterable[Card]:
        for (of, _), value in self.fields.items():
            if of == card.id:
                items = value if isinstance(value, tuple) else (value,)
                yield from (item for item in items if isinstance(item, Card))


def locate(offset: int) -> Mark:
    return Mark("flow.yaml", 1, offset + 1)


def expression(source: str) -> Expression:
    parsed = parse_expression(source, locate)
    assert isinstance(parsed, Expression), parsed
    return parsed


def prose(source: str) -> Prose:
    parsed = parse_prose(source, locate)
    assert isinstance(parsed, Prose), parsed
    return parsed


def outcome(source: str, scope: VentureScope | None = None) -> Outcome:
    return evaluate(expression(source), scope or VentureScope())


def printed(source: str, scope: VentureScope | None = None) -> str:
    return rendered(prose(source), scope or VentureScope())


def codes(problems: object) -> list[tuple[str, int]]:
    """Code and column of each problem."""
    assert isinstance(problems, tuple), problems
    found: list[tuple[str, int]] = []
    for problem in problems:
        assert isinstance(problem, Problem)
        assert problem.mark is not None
        found.append((problem.code, problem.mark.column))
    return found
