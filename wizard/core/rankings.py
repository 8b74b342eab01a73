"""How well options fit, as templates see it: plain data, a public contract (docs/templates.md)."""

from __future__ import annotations

from decimal import Decimal
from functools import partial

from wizard.core.facts import Facts
from wizard.core.flow.model import ChoiceQuestion
from wizard.core.printed import Figure, Later
from wizard.core.problems import Place
from wizard.core.recommending import Ranked, ranking, signed
from wizard.core.values import Card

Rankings = dict[str, Later]
"""Question or field -> its options, the best first; none where the flow doesn't say when an option fits."""


def of_questions(facts: Facts) -> Rankings:
    """Of every choice that isn't a field of a card."""
    return {
        id: Later(partial(_at, facts, Place(id)))
        for id, entry in facts.flow.entries.items()
        if not entry.is_field and isinstance(entry.question, ChoiceQuestion)
    }


def of_card(facts: Facts, card: Card) -> Rankings:
    """Of every choice among the fields of a card."""
    return {
        id: Later(partial(_at, facts, Place(card.question, card.id, id)))
        for id, field in facts.flow.fields[card.question].items()
        if isinstance(field.question, ChoiceQuestion)
    }


def _at(facts: Facts, place: Place) -> list[object]:
    if not facts.visible(place):
        return []
    stored = facts.stored(place) or ()
    chosen = (stored,) if isinstance(stored, str) else stored
    ranked = sorted(ranking(facts, place), key=lambda one: -one.score)  # alike: in the order of the flow
    return [_option(facts, one, chosen=one.id in chosen) for one in ranked]


def _option(facts: Facts, one: Ranked, *, chosen: bool) -> dict[str, object]:
    return {
        "id": one.id,
        "label": one.label,
        "score": _figure(facts, one.score),
        "reasons": [{"weight": _figure(facts, r.weight), "because": r.because} for r in one.reasons],
        "best": one.best,
        "chosen": chosen,
    }


def _figure(facts: Facts, number: Decimal) -> Figure:
    return Figure.of(number, signed(facts, number))
