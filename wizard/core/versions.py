"""Named points in a workshop's life, and what has changed between two of them. Knows no store."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import msgspec

from wizard.core.events import Stored
from wizard.core.facts import Facts
from wizard.core.flow.flow import Entry
from wizard.core.flow.model import CardsQuestion, MatrixQuestion
from wizard.core.judging import is_answered
from wizard.core.problems import Place
from wizard.core.state import State
from wizard.core.tongue import t
from wizard.core.values import Card
from wizard.core.wording import called, cell_name, first_field, worded
from wizard.core.words.changes import FINISHED


class Version(msgspec.Struct, frozen=True):
    """A point to compare with. position: of the last event that belongs to it."""

    name: str
    position: int


class Change(msgspec.Struct, frozen=True):
    """One thing that isn't as it was.

    place: what has changed: a question, a card, a field, a cell. card: face of its card, '' where it is no
    card's. was, now: in words, () where there was or is nothing; of links only what went and what came.
    `parked` and `unasked` are there still, but nobody asks for them at the moment.
    """

    kind: Literal[
        "added", "removed", "parked", "renamed", "linked", "answered", "changed", "taken_back", "unasked"
    ]
    place: Place
    card: str = ""
    was: tuple[str, ...] = ()
    now: tuple[str, ...] = ()


def points(state: State) -> tuple[Version, ...]:
    """The versions in the order of the work; finishing counts as one."""
    found = [Version(name, at) for name, at in state.versions.items()]
    if state.finished_at is not None:
        found.append(Version(t(FINISHED), state.finished_at))
    return tuple(sorted(found, key=lambda version: version.position))


def point_named(state: State, name: str) -> Version | None:
    """The version of that name, in any case."""
    return next((found for found in points(state) if found.name.casefold() == name.casefold()), None)


def changes(before: Facts, after: Facts) -> tuple[Change, ...]:
    """What is different later, in the order of the flow. The order of cards and notes don't count."""
    return tuple(found for entry in after.flow.entries.values() for found in _of_entry(before, after, entry))


def _of_entry(before: Facts, after: Facts, entry: Entry) -> Iterator[Change]:
    id = entry.question.id
    if isinstance(entry.question, CardsQuestion):
        yield from _of_list(before, after, id)
    elif isinstance(entry.question, MatrixQuestion):
        yield from _of_grid(before, after, id)
    elif entry.is_field:
        looped = dict.fromkeys((*before.loop_cards(entry.step), *after.loop_cards(entry.step)))
        for card in looped:
            if after.card_visible(card.id, card.question):
                yield from _of_answer(before, after, Place(card.question, card.id, id))
    else:
        yield from _of_answer(before, after, Place(id))


# Lists


def _of_list(before: Facts, after: Facts, question: str) -> Iterator[Change]:
    was, now = _cards(before, question), _cards(after, question)
    for card in now:
        if card in was:
            yield from _of_card(before, after, card)
        else:
            yield Change("added", Place(question, card.id), called(after, card.id, question))
    kept = after.state.cards.get(question, ())
    for card in was:
        if card not in now:
            kind: Literal["parked", "removed"] = "parked" if card.id in kept else "removed"
            yield Change(kind, Place(question, card.id), called(before, card.id, question))


def _cards(facts: Facts, question: str) -> tuple[Card, ...]:
    value = facts.value(Place(question))
    return tuple(card for card in value if isinstance(card, Card)) if isinstance(value, tuple) else ()


def _of_card(before: Facts, after: Facts, card: Card) -> Iterator[Change]:
    """What has changed on a card that was and is there. A new first word with a new face is a new name."""
    was, now = (called(facts, card.id, card.question) for facts in (before, after))
    naming = first_field(after, card.question)
    for name, field in after.flow.fields[card.question].items():
        place = Place(card.question, card.id, name)
        if field.entry is not None or field.loop:
            continue
        if name == naming and was != now and _answer(before, place) != _answer(after, place):
            yield Change("renamed", Place(card.question, card.id), now, (was,), (now,))
        else:
            yield from _of_answer(before, after, place)


# Answers


def _of_grid(before: Facts, after: Facts, question: str) -> Iterator[Change]:
    rows, columns = (after.offered(question, axis=axis) for axis in ("rows", "columns"))
    for row, _, _ in rows:
        for column, _, _ in columns:
            yield from _of_answer(before, after, Place(question, row=row, column=column))


def _of_answer(before: Facts, after: Facts, place: Place) -> Iterator[Change]:
    was, now = _answer(before, place), _answer(after, place)
    if was == now:
        return
    of = _owner(after, place)
    if isinstance(was, frozenset) or isinstance(now, frozenset):
        yield _of_links(before, after, place, of)
    elif was is None and now is not None:
        yield Change("answered", place, of, (), (worded(after, place, now),))
    elif was is not None and now is None:
        hidden = after.stored(place) is not None and not after.visible(place)
        yield Change("unasked" if hidden else "taken_back", place, of, (worded(before, place, was),))
    elif was is not None and now is not None:
        yield Change("changed", place, of, (worded(before, place, was),), (worded(after, place, now),))


def _owner(facts: Facts, place: Place) -> str:
    """The card that an answer is on, or the cell that it is in; '' for a question's own answer."""
    if place.column is not None:
        return cell_name(facts, place)
    return called(facts, place.card, place.question) if place.card is not None else ""


def _of_links(before: Facts, after: Facts, place: Place, of: str) -> Change:
    was, now = _links(before, place), _links(after, place)
    gone = tuple(called(before, card.id, card.question) for card in was if card not in now)
    came = tuple(called(after, card.id, card.question) for card in now if card not in was)
    return Change("linked", place, of, gone, came)


def _answer(facts: Facts, place: Place) -> Stored | frozenset[Card] | None:
    """The answer that counts: the cards that a link leads to, anything else as it is stored."""
    if facts.state.answers.get(place) is None or not facts.visible(place) or not is_answered(facts, place):
        return None
    cards = _links(facts, place)
    return frozenset(cards) if cards else facts.stored(place)


def _links(facts: Facts, place: Place) -> tuple[Card, ...]:
    if facts.state.answers.get(place) is None:
        return ()
    value = facts.value(place)
    return tuple(one for one in (value if isinstance(value, tuple) else (value,)) if isinstance(one, Card))
