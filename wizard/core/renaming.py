"""Where answers stand in a later version of their flow: what `migrate:` renamed. Reads no answer."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from msgspec.structs import replace

from wizard.core.events import (
    AnswerCleared,
    AnswerGiven,
    AnyEvent,
    CardAdded,
    CardRemoved,
    NoteWritten,
    PassWithdrawn,
    QuestionPassed,
)
from wizard.core.flow.counting import counted
from wizard.core.flow.flow import Flow
from wizard.core.flow.model import Migration
from wizard.core.problems import Place
from wizard.core.state import State


class _Names(NamedTuple):
    """What one version renamed. fields: (cards, field) -> field.

    asked: the same of questions that are asked once for each card; the cards as they are called now.
    """

    questions: Mapping[str, str]
    fields: Mapping[tuple[str, str], str]
    asked: Mapping[tuple[str, str], str]


class Renaming:
    """What has been renamed since a version of a flow. now: the flow as it is."""

    def __init__(self, now: Flow, since: str) -> None:
        migrations = (one for one in now.file.migrate if counted(one.to) > counted(since))
        self.migrations = tuple(sorted(migrations, key=lambda one: counted(one.to)))
        self._now = now
        self._names = [self._read(number, one) for number, one in enumerate(self.migrations)]

    def _read(self, number: int, one: Migration) -> _Names:
        plain = {was: now for was, now in one.rename.items() if "." not in was}
        fields = {_parts(was): _parts(now)[1] for was, now in one.rename.items() if "." in was}
        asked = {
            (entry.cards, was): now
            for was, now in plain.items()
            if (entry := self._now.entries.get(self._finally(now, number + 1))) is not None
            and entry.is_field
            and entry.cards is not None
        }
        return _Names(plain, fields, asked)

    def _finally(self, name: str, number: int) -> str:
        """What a question is called in the end, from one of the versions on."""
        for one in self.migrations[number:]:
            name = one.rename.get(name, name)
        return name

    def name(self, name: str, number: int) -> Place:
        """The place, without a card, of a name that a version uses: a question, or a field of cards."""
        question, _, field = name.partition(".")
        if field:
            return self.place(Place(question, field=field), number)
        name = self._finally(question, number)
        entry = self._now.entries.get(name)
        if entry is not None and entry.is_field and entry.cards is not None:
            return Place(entry.cards, field=name)
        return Place(name)

    def place(self, place: Place, number: int = 0) -> Place:
        """Where what stood at a place stands now. number: of the first version that has a say."""
        question, field = place.question, place.field
        for later, names in enumerate(self._names[number:], number + 1):
            renamed = names.questions.get(question, question)
            if field is not None:
                found = names.fields.get((question, field))
                field = found or names.asked.get((self._finally(renamed, later), field), field)
            question = renamed
        return replace(place, question=question, field=field)


def _parts(name: str) -> tuple[str, str]:
    question, _, field = name.partition(".")
    return question, field


def moved(state: State, renaming: Renaming) -> tuple[AnyEvent, ...]:
    """The events that put everything where it stands now. What was removed by hand stays behind."""
    there = {card for cards in state.cards.values() for card in cards}

    def goes(place: Place) -> bool:
        return renaming.place(place) != place and (place.card is None or place.card in there)

    events: list[AnyEvent] = list(_cards_moved(state, renaming))
    answers = [(place, stored) for place, stored in state.answers.items() if goes(place)]
    notes = [(place, text) for place, text in state.notes.items() if goes(place)]
    passed = [(place, unknown) for place, unknown in state.passed.items() if goes(place)]
    left = {place for place, _ in answers}
    events += (AnswerCleared(place, stored) for place, stored in answers)
    for place, stored in answers:
        now = renaming.place(place)
        events.append(AnswerGiven(now, stored, None if now in left else state.answers.get(now)))
    gone = {place for place, _ in notes}
    events += (NoteWritten(place, "", text) for place, text in notes)
    for place, text in notes:
        now = renaming.place(place)
        events.append(NoteWritten(now, text, "" if now in gone else state.notes.get(now, "")))
    events += (PassWithdrawn(place, unknown) for place, unknown in passed)
    events += (QuestionPassed(renaming.place(place), unknown) for place, unknown in passed)
    return tuple(events)


def _cards_moved(state: State, renaming: Renaming) -> list[AnyEvent]:
    gone: list[AnyEvent] = []
    come: list[AnyEvent] = []
    for question, cards in state.cards.items():
        now = renaming.place(Place(question)).question
        if now == question:
            continue
        before = len(state.cards.get(now, ()))
        for number, card in enumerate(cards):
            row = state.rows.get(card)
            gone.append(CardRemoved(question, card, 0, row))
            come.append(CardAdded(now, card, before + number, row))
    return [*gone, *come]
