"""Cards as a front end may show them: one of a list in brief, an open one with all that it asks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from msgspec.structs import replace

from wizard.core.badges import badges_of
from wizard.core.facts import Facts
from wizard.core.flow.model import CardsQuestion
from wizard.core.inputs import brief_at, input_at
from wizard.core.judging import of_card
from wizard.core.problems import Place
from wizard.core.screen import CardView, Input
from wizard.core.values import Card


def card_view(facts: Facts, question: CardsQuestion, card: Card, *, brief: bool = False) -> CardView:
    """A card with what it asks now, and the badges that it wears.

    brief: as one of a list, where nobody answers. What fits each card of a long list best would take longer
    to find out than all else about it.
    """
    view = facts.known(_brief_card if brief else _whole_card, question.id, card)
    return replace(view, badges=badges_of(facts, card))


def _whole_card(facts: Facts, id: str, card: Card) -> CardView:
    return _card_view(facts, id, card, input_at)


def _brief_card(facts: Facts, id: str, card: Card) -> CardView:
    return _card_view(facts, id, card, brief_at)


def _card_view(facts: Facts, id: str, card: Card, asked: Callable[[Facts, Place], Input]) -> CardView:
    question = facts.flow.entries[id].question
    assert isinstance(question, CardsQuestion)
    places = (Place(id, card.id, field.id) for field in question.fields)
    return CardView(
        id=card.id,
        question=id,
        face=facts.face(card),
        fields=tuple(asked(facts, place) for place in places if facts.visible(place)),
        note=facts.said(Place(id, card.id)).note,
        complete=all(found.severity != "error" for found in of_card(facts, question, card)),
        links=tuple(facts.face(link) for link in facts.links(card)),
    )


def with_typed(cards: Iterable[CardView], typed: Mapping[Place, str]) -> tuple[CardView, ...]:
    """The cards, marked where a text waits in one of their fields that isn't its answer."""
    begun = {place.card for place in typed if place.field is not None}
    return tuple(_with_typed(card, typed) if card.id in begun else card for card in cards)


def _with_typed(card: CardView, typed: Mapping[Place, str]) -> CardView:
    fields = tuple(
        replace(field, typed=typed.get(field.place, field.raw) != field.raw) for field in card.fields
    )
    return replace(card, fields=fields)


def card_called(facts: Facts, id: str) -> CardView | None:
    """The card of this id, wherever the person stands; None where nobody can see it now."""
    owner = facts.state.owner.get(id)
    entry = facts.flow.entries.get(owner) if owner is not None else None
    if entry is None or not isinstance(entry.question, CardsQuestion):
        return None
    card = Card(id, entry.question.id)
    return card_view(facts, entry.question, card) if facts.card_visible(card.id, card.question) else None
