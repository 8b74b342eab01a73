"""What is told question by question: of several cards at once, where it is the same. Judges nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

import msgspec

from wizard.core.facts import Facts
from wizard.core.problems import Place
from wizard.core.wording import asked, called, quoted, short
from wizard.core.words import carrying as words


class Line(msgspec.Struct, frozen=True):
    """what: a question, as it is asked. said: what became of its answer."""

    what: str
    said: str

    @property
    def text(self) -> str:
        return words.line(self.what, self.said)


class Section(NamedTuple):
    """Lines under what they have in common."""

    title: str
    lines: tuple[Line, ...]


def lines(facts: Facts, found: Iterable[tuple[Place, str]]) -> Iterator[Line]:
    """Places and what is said of each, as lines: those of one question that say the same are one line."""

    groups: dict[tuple[str, str | None, bool, str], list[Place]] = {}
    for place, said in found:
        key = place.question, place.field, place.card is not None, said
        groups.setdefault(key, []).append(place)
    for key, places in groups.items():
        yield Line(_of_places(facts, places), key[-1])


def _of_places(facts: Facts, places: list[Place]) -> str:
    """What several places of one question are called together."""
    first = places[0]
    if len(places) == 1 and first.card is not None:
        name = called(facts, first.card, first.question)
        if first.field is None:
            return words.of_card(asked(facts, Place(first.question)), quoted(name))
        return words.of_card(asked(facts, first), quoted(name))
    if first.card is not None:
        what = asked_of(facts, first.question, first.field)
        return words.of_cards(what, len(places)) if first.field else f"{what} ({words.cards(len(places))})"
    if first.column is not None:
        return f"{asked_of(facts, first.question)} ({words.cells(len(places))})"
    return asked(facts, first)


def asked_of(facts: Facts, question: str, field: str | None = None) -> str:
    """What a question asks, of whichever card: what hangs on the card is left open."""
    found = facts.flow.question_at(Place(question, field=field))
    return (short(facts.prose(found.ask, {})) if found is not None else "") or question
