"""Parked answers: what a person gave and nothing sees at the moment. Never deleted, always listed."""

from __future__ import annotations

from wizard.core.answers import editable
from wizard.core.facts import Facts
from wizard.core.offers import all_options
from wizard.core.problems import Place
from wizard.core.screen import ParkedLine
from wizard.core.tongue import t
from wizard.core.values import Card
from wizard.core.words.parking import HIDDEN, LINK_GONE, ROW_GONE


def parked_places(facts: Facts) -> tuple[Place, ...]:
    """Places with an answer that counts for nothing now; a link whose card is gone counts among them."""
    found = []
    for place in facts.state.answers:
        if place.card is not None and place.card not in facts.state.cards.get(place.question, ()):
            continue  # its card was removed by hand; undo brings both back
        if facts.flow.question_at(place) is None:
            continue
        if not facts.visible(place) or facts.lost_links(place):
            found.append(place)
    return tuple(found)


def parked(facts: Facts) -> tuple[tuple[str, ParkedLine], ...]:
    """What is parked, each with the step that asked for it."""
    return tuple(_line(facts, place) for place in parked_places(facts))


def _line(facts: Facts, place: Place) -> tuple[str, ParkedLine]:
    question = facts.flow.question_at(place)
    assert question is not None
    ask = " ".join(facts.prose(question.ask, facts.local_at(place)).split())
    if place.card is not None:
        ask = f"{facts.face(Card(place.card, place.question))}: {ask}"
    lost = [facts.face(card) for card in facts.lost_links(place)] if facts.visible(place) else []
    why = t(ROW_GONE if place.column is not None else LINK_GONE if lost else HIDDEN)
    value = ", ".join(lost) if lost else _value(facts, place)
    return _step(facts, place), ParkedLine(ask, value, why)


def _step(facts: Facts, place: Place) -> str:
    field = facts.flow.fields.get(place.question, {}).get(place.field or "")
    entry = field.entry if field is not None and field.entry is not None else None
    return (entry or facts.flow.entries[place.question]).step.id


def _value(facts: Facts, place: Place) -> str:
    question = facts.flow.question_at(place)
    stored = facts.state.answers.get(place)
    assert question is not None
    labels = all_options(facts, place)
    if stored is not None and labels:
        ids = (stored,) if isinstance(stored, str) else stored
        return ", ".join(labels[id].label if id in labels else id for id in ids)
    return editable(question, stored, facts.language) or str(stored or "")
