"""Badges: the letters by which cards are told apart, and which of them a card wears. Knows no colour."""

from __future__ import annotations

from wizard.core.facts import Facts
from wizard.core.problems import Place
from wizard.core.screen import BadgeView
from wizard.core.values import Card


def badges(facts: Facts) -> tuple[BadgeView, ...]:
    """One for each card of the block that the layout colours by, in order; none where it names no block."""
    return facts.known(_badges)


def badges_of(facts: Facts, card: Card) -> tuple[BadgeView, ...]:
    """The badges of the cards that a card belongs to, in their order.

    It belongs to itself where it is one of them, else to the nearest of them: to those that it points at;
    where it points at none, to those that its links point at, and so on.
    """
    # Not remembered for each card: all letters may change with one card, and to look them up is quicker than
    # to find out that they are as they were.
    colouring = _colouring(facts)
    if not colouring:
        return ()
    by_card = facts.known(_by_card)
    if card.question in colouring:
        return (by_card[card.id],) if card.id in by_card else ()
    found = facts.known(_belongs_to, card)
    return tuple(sorted((by_card[id] for id in found if id in by_card), key=lambda badge: badge.number))


def _badges(facts: Facts) -> tuple[BadgeView, ...]:
    cards = (
        card
        for question in _colouring(facts)
        for card in _cards(facts, question)
        if facts.card_visible(card.id, question)
    )
    return tuple(
        BadgeView(card=card.id, letter=letter(number), number=number, face=facts.face(card))
        for number, card in enumerate(cards)
    )


def _by_card(facts: Facts) -> dict[str, BadgeView]:
    return {badge.card: badge for badge in badges(facts)}


def _belongs_to(facts: Facts, card: Card) -> frozenset[str]:
    """Ids of the cards that it wears the badges of. Links may lead in circles: a card is looked at once."""
    colouring = _colouring(facts)
    seen = {card}
    level = [card]
    while level:
        found = frozenset(at.id for at in level if at.question in colouring)
        if found:
            return found
        # What is farther off was chosen for another card: it says less than what this one names itself.
        level = [
            link
            for link in dict.fromkeys(link for at in level for link in facts.links(at))
            if link not in seen
        ]
        seen.update(level)
    return frozenset()


def _colouring(facts: Facts) -> tuple[str, ...]:
    return facts.known(_coloured_by)


def _coloured_by(facts: Facts) -> tuple[str, ...]:
    """The questions whose cards have a badge each."""
    layout = facts.flow.layout
    if layout is None or layout.colour_by is None:
        return ()
    return tuple(
        question.id for question in facts.flow.cards_questions() if question.block == layout.colour_by
    )


def _cards(facts: Facts, question: str) -> tuple[Card, ...]:
    value = facts.value(Place(question))
    return tuple(item for item in value if isinstance(item, Card)) if isinstance(value, tuple) else ()


def letter(number: int) -> str:
    """A, B, ... Z, AA, AB, ... number: from 0."""
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
