"""Numbers as templates see them, and what moves them: plain data, a public contract (docs/templates.md)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal

from wizard.core.facts import Facts
from wizard.core.figures import FigureTable, FigureView, figures
from wizard.core.printed import NOTHING, DocumentCard, Figure
from wizard.core.sensitivity import Influence, SensitivityView, sensitivities
from wizard.core.values import Card

CardOf = Callable[[Card], DocumentCard]
_THOUSANDTH = Decimal("0.001")
_APART = " · "


def numbers(facts: Facts, card_of: CardOf) -> dict[str, object]:
    """Those of the whole model, and a table for each kind of card that has some."""
    found = figures(facts)
    return {
        "whole": [_figure(one, NOTHING) for one in found.whole],
        "tables": [_table(table, card_of) for table in found.tables],
    }


def _table(table: FigureTable, card_of: CardOf) -> dict[str, object]:
    cards = [card_of(Card(id, table.question)) for id, _ in table.cards]
    rows = [
        {
            "name": row.name,
            "title": row.title,
            "how": row.figures[0].how,
            "source": row.figures[0].source,
            "figures": [_figure(one, card) for one, card in zip(row.figures, cards, strict=True)],
        }
        for row in table.rows
    ]
    return {"question": table.question, "title": table.title, "cards": cards, "rows": rows}


def _figure(one: FigureView, card: object) -> dict[str, object]:
    return {
        "id": one.id,
        "name": one.name,
        "title": one.title,
        "value": _amount(one.amount, one.value),
        "why": one.why,
        "text": one.value or one.why,
        "unit": one.unit,
        "how": one.how,
        "source": one.source,
        "formula": one.formula,
        "card": card,
        "readings": [
            {"label": read.label, "card": read.card, "value": read.value or NOTHING} for read in one.readings
        ],
    }


def _amount(number: Decimal | None, text: str) -> object:
    return text or NOTHING if number is None else Figure.of(number, text)


def movements(facts: Facts) -> list[object]:
    """What moves each number that the flow asks about."""
    return [_movement(view) for view in sensitivities(facts)]


def _movement(view: SensitivityView) -> dict[str, object]:
    largest = max((_reach(row) for row in view.rows), default=0.0)
    rows = [_influence(alike, largest) for alike in _alike(view.rows)]
    return {
        "title": view.title,
        "of": view.of,
        "figure": view.figure,
        "card": view.card or NOTHING,
        "value": view.value or NOTHING,
        "why": view.why,
        "by": view.by,
        "rows": rows,
        "points": [row.point for row in view.rows if row.point],
    }


def _reach(row: Influence) -> float:
    return abs(row.high_share - row.low_share)


def _alike(rows: Iterable[Influence]) -> list[list[Influence]]:
    """Inputs of one card that do the same, such as a price and how often it is paid, stand on one line."""
    found: dict[object, list[Influence]] = {}
    for row in rows:
        does = (row.card, row.low, row.high) if row.low and row.high else row.place
        found.setdefault(does, []).append(row)
    return list(found.values())


def _influence(alike: list[Influence], largest: float) -> dict[str, object]:
    row = alike[0]
    return {
        "label": _APART.join(one.label for one in alike),
        "card": row.card or NOTHING,
        "value": _APART.join(one.value for one in alike),
        "down": _APART.join(one.down for one in alike),
        "up": _APART.join(one.up for one in alike),
        "low": _amount(row.low_amount, row.low),
        "high": _amount(row.high_amount, row.high),
        "effect": row.effect or NOTHING,
        "share": _share(_reach(row) / largest if largest else 0.0),
        "low_share": _share(row.low_share),
        "high_share": _share(row.high_share),
        "point": next((one.point for one in alike if one.point), ""),
        "ends": list(row.ends),
    }


def _share(share: float) -> Decimal:
    """A share as a number that templates can calculate with, the same on every machine."""
    return Decimal(repr(share)).quantize(_THOUSANDTH)
