"""What is held out to a person: options to choose from, a suggestion, how an answer is understood."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from wizard.core.answers import value_of
from wizard.core.events import Stored
from wizard.core.expressions import Expression, Ready, Waiting
from wizard.core.facts import Facts, Offered
from wizard.core.flow.flow import CardSource, SetSource
from wizard.core.flow.model import (
    CardsQuestion,
    ChoiceQuestion,
    FieldQuestion,
    LongQuestion,
    Option,
    TextQuestion,
)
from wizard.core.naming import Known, Local
from wizard.core.problems import Place
from wizard.core.values import Blank, Card, Choice


def kept_options(facts: Facts, place: Place, offered: Offered) -> Mapping[str, str]:
    """What was chosen and isn't on offer any more: id -> label. Cards that are gone aren't among it."""
    stored = facts.stored(place) or ()
    source, known = facts.source(place), {id for id, _, _ in offered}
    kept: dict[str, str] = {}
    for id in (stored,) if isinstance(stored, str) else stored:
        owner = facts.state.owner.get(id, "")
        if id in known:
            continue
        if isinstance(source, SetSource):
            kept[id] = source.options[id].label if id in source.options else id
        elif facts.card_visible(id, owner):
            kept[id] = facts.face(Card(id, owner))
    return kept


def all_options(facts: Facts, place: Place) -> Mapping[str, Option]:
    """Every option that a choice may ever have had, also those that aren't offered now."""
    source = facts.source(place)
    return source.options if isinstance(source, SetSource) else {}


class Creation(NamedTuple):
    """A list to which a place can add a card that it then points at.

    field: its first, which takes the name. row: the loop card that the new one is for. called: the list's
    name.
    """

    question: str
    field: str
    row: str | None
    called: str


def creations(facts: Facts, place: Place) -> tuple[Creation, ...]:
    """The lists whose cards are chosen at a place and to which a card can be added by its name alone."""
    if place.column is not None or not isinstance(facts.flow.question_at(place), ChoiceQuestion):
        return ()
    source = facts.source(place)
    return tuple(_creations(facts, place, source)) if isinstance(source, CardSource) else ()


def _creations(facts: Facts, place: Place, source: CardSource) -> Iterator[Creation]:
    for name in source.questions:
        entry = facts.flow.entries[name]
        question, step = entry.question, entry.step
        first = question.fields[0] if isinstance(question, CardsQuestion) else None
        if not isinstance(first, TextQuestion | LongQuestion) or first.when is not None:
            continue
        row = _row_for(facts, place, entry.cards) if step.each is not None else None
        if (step.each is None or row is not None) and facts.visible(Place(name, row=row)):
            yield Creation(name, first.id, row, called(facts, name, row))


def _row_for(facts: Facts, place: Place, cards: str | None) -> str | None:
    """The loop card for which a place would make another card: the one that it is about itself."""
    near = (place.row, facts.state.rows.get(place.card or ""), place.card)
    return next((card for card in near if card is not None and facts.state.owner.get(card) == cards), None)


def called(facts: Facts, question: str, row: str | None = None) -> str:
    """The name of a list of cards: that of its block on the canvas, else that of its step."""
    step = facts.flow.entries[question].step
    return facts.kind(question) or facts.prose(step.title, facts.loop_local(step, row))


def suggestion_in(facts: Facts, place: Place, local: Local, options: Offered) -> Known:
    """The ghost at a place where these names are known and these options are on offer."""
    question = facts.flow.question_at(place)
    suggest = getattr(question, "suggest", None)
    if suggest is None or place.column is not None:
        return Blank()
    if isinstance(question, TextQuestion | LongQuestion):
        waits = any(
            isinstance(facts.outcome(part, local), Waiting)
            for part in suggest.parts
            if isinstance(part, Expression)
        )
        return Blank() if waits else facts.prose(suggest, local)
    if isinstance(question, ChoiceQuestion):
        local = {**{id: Choice(id, label) for id, label, _ in options}, **local}
    outcome = facts.outcome(suggest, local)
    return outcome.value if isinstance(outcome, Ready) else Blank()


def understood(facts: Facts, question: FieldQuestion, place: Place, stored: Stored) -> str:
    """An answer that isn't given yet, as people would read it."""
    ids = (stored,) if isinstance(stored, str) else stored
    if isinstance(question, ChoiceQuestion):
        offered = facts.offered_at(place)
        labels = {**{id: label for id, label, _ in offered}, **kept_options(facts, place, offered)}
        return ", ".join(label for id, label in labels.items() if id in ids)
    value = value_of(question, stored, {}, facts.currency)
    return "" if value is None else facts.shown(value)
