"""The answers of a workshop in another one, of another flow or of the same: the events that it begins with.

An answer comes along where ids and kinds agree, and only as far as the other flow takes it. What doesn't come
along is told. Knows no store, and writes nothing.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from wizard.core.agreeing import agree, fitted
from wizard.core.answers import Offer
from wizard.core.events import (
    AnswerGiven,
    AnyEvent,
    CardAdded,
    FindingDismissed,
    NoteWritten,
    QuestionPassed,
    Stored,
    WorkshopStarted,
)
from wizard.core.facts import Facts
from wizard.core.flow.flow import FieldEntry, Flow, OptionSource, SetSource
from wizard.core.flow.model import CardsQuestion, FieldQuestion, MatrixQuestion, MoneyQuestion, Question
from wizard.core.judging import broken_rules
from wizard.core.problems import Place
from wizard.core.state import Action, State, folded
from wizard.core.tally import Line, Section, asked_of, lines
from wizard.core.tongue import t
from wizard.core.wording import about, asked, question_of, quoted, short, worded
from wizard.core.words import carrying as words
from wizard.core.words import sentence


class Carried(msgspec.Struct, frozen=True):
    """What a new workshop begins with, behind WorkshopStarted.

    carried, left: what came along and what didn't, question by question. unasked: what the flow doesn't ask
    for. doubted: what came along and breaks a rule there; the review says so until it is changed.
    """

    events: tuple[AnyEvent, ...]
    carried: tuple[Line, ...] = ()
    unasked: tuple[Line, ...] = ()
    left: tuple[Line, ...] = ()
    doubted: tuple[Line, ...] = ()

    @property
    def sections(self) -> tuple[Section, ...]:
        """All that is to be told."""
        titled = (
            Section(t(words.BEGINS_WITH if self.carried else words.NOTHING), self.carried),
            Section(t(words.STAYED_BEHIND), self.left),
            Section(t(words.BREAKS_RULES), self.doubted),
            Section(t(words.UNASKED), self.unasked),
        )
        return (titled[0], *(section for section in titled[1:] if section.lines))


def carried(source: Facts, target: Flow, currency: str, name: str = "") -> Carried:
    """What of a workshop another one, of that flow and with amounts in that currency, can begin with.

    Cards keep their ids, so that links hold. "I don't know" comes along: it is true anywhere. That a question
    was skipped doesn't: who begins anew is asked again. Suggestions that nobody took are no answers.
    name: what the question is answered with that names it there, '' for what was said here.
    """
    carrying = _Carrying(source, target, currency, name)
    carrying.add_cards()
    carrying.add_answers()
    carrying.add_words()
    events = tuple(carrying.events)
    left = tuple(carrying.told_left())
    return Carried(
        events,
        tuple(carrying.told()),
        tuple(line for line in left if not line.said),
        tuple(line for line in left if line.said),
        tuple(_doubted(target, currency, events)),
    )


class _Carrying:
    """One carrying. left: place -> why its answer, or a part of it, isn't taken along."""

    def __init__(self, source: Facts, target: Flow, currency: str, name: str) -> None:
        self.source = source
        self.target = target
        self.currency = currency
        self.events: list[AnyEvent] = []
        self.left: dict[Place, str] = {}
        self._cards: dict[str, str] = {}  # card -> question, of those that came along
        self._given: dict[Place, Stored] = {}
        self._name = name

    # Cards

    def add_cards(self) -> None:
        for id, entry in self.target.entries.items():
            if not isinstance(entry.question, CardsQuestion) or self._was(Place(id)) is None:
                continue
            loop = next((name for name, field in self.target.fields[id].items() if field.loop), None)
            count = 0
            for card in self.source.state.cards.get(id, ()):
                row = self._row(id, card, loop, entry.cards)
                if loop is not None and row is None:
                    list_ = entry.cards or ""
                    self.left[Place(id, card)] = t(
                        words.NO_LOOP, list=asked_of(Facts(self.target, State()), list_)
                    )
                    continue
                self.events.append(CardAdded(id, card, count, row))
                self._cards[card] = id
                count += 1

    def _row(self, question: str, card: str, loop: str | None, cards: str | None) -> str | None:
        """The card for which a card is there, where it came along: it was made for it, or names it."""
        if loop is None:
            return None
        place = Place(question, card, loop)
        found = self._stored(place)
        if not isinstance(found, str) or self._cards.get(found) != cards:
            return None
        self._given[place] = found
        return found

    def _stored(self, place: Place) -> Stored | None:
        """What was said at a place; of the link to a loop card, that card."""
        field = self.source.flow.fields.get(place.question, {}).get(place.field or "")
        if field is not None and field.loop:
            return self.source.state.rows.get(place.card or "")
        return self.source.state.answers.get(place)

    # Answers

    def add_answers(self) -> None:
        for id, entry in self.target.entries.items():
            if entry.is_field or not entry.question.carry:
                continue
            if isinstance(entry.question, CardsQuestion):
                for card in [card for card, owner in self._cards.items() if owner == id]:
                    self._add_fields(id, card)
            elif isinstance(entry.question, MatrixQuestion):
                self._add_cells(id)
            else:
                self._add(Place(id), entry.question)

    def _add_fields(self, question: str, card: str) -> None:
        fields: dict[str, FieldEntry] = dict(self.target.fields[question])
        for name, field in fields.items():
            if not field.loop and field.question.carry:
                self._add(Place(question, card, name), field.question)

    def _add_cells(self, question: str) -> None:
        cell = self.target.cells[question]
        rows, columns = (self._offer((question, "", axis)).options for axis in ("rows", "columns"))
        for place in list(self.source.state.answers):
            if place.question != question or place.column is None:
                continue
            if place.row in rows and place.column in columns:
                self._add(place, cell)
            elif self._was(place) is not None:
                self.left[place] = t(words.NO_CELL)

    def _add(self, place: Place, now: FieldQuestion) -> None:
        """Take the answer at a place along, as far as the question there takes it."""
        stored, was = self._stored(place), question_of(self.source, place)
        if stored is None or was is None:
            return
        if not agree(was, now):
            self.left[place] = t(words.OTHER_KIND)
            return
        if isinstance(now, MoneyQuestion) and self.source.currency != self.currency:
            self.left[place] = t(words.OTHER_CURRENCY, was=self.source.currency, now=self.currency)
            return
        key = (place.question, place.field or "", "options" if place.column is None else "cell")
        found = fitted(was, now, stored, self._offer(key), self.currency)
        if found.stored is not None:
            self.events.append(AnswerGiven(place, found.stored))
            self._given[place] = found.stored
        if found.why is not None:
            self.left[place] = sentence(found.why)
        elif found.lost:
            self.left[place] = self._why_lost(place, key, found.lost)

    def _why_lost(self, place: Place, key: tuple[str, str, str], lost: tuple[str, ...]) -> str:
        if not isinstance(self.target.sources.get(key), SetSource | None):
            return t(words.NO_CARD)
        return t(words.NO_OPTION, text=quoted(worded(self.source, place, lost)))

    def _offer(self, key: tuple[str, str, str]) -> Offer:
        """Everything that may be chosen there now, or could be at another time."""
        found: OptionSource | None = self.target.sources.get(key)
        if found is None:
            return Offer({})
        if isinstance(found, SetSource):
            return Offer({id: option.label for id, option in found.options.items()})
        return Offer({card: card for card, owner in self._cards.items() if owner in found.questions})

    # What people said beside answers

    def add_words(self) -> None:
        state = self.source.state
        for place, text in state.notes.items():
            if self._is_here(place):
                self.events.append(NoteWritten(place, text))
        for place, unknown in state.passed.items():
            if unknown and self._is_here(place):
                self.events.append(QuestionPassed(place, unknown=True))
        for finding, (basis, reason) in sorted(state.dismissed.items()):
            if self._speaks_here(finding):
                self.events.append(FindingDismissed(finding, basis, reason))

    def _is_here(self, place: Place) -> bool:
        """Whether the same thing is asked at a place, and its card came along."""
        if place.card is not None and place.card not in self._cards:
            return False
        if place.row is not None and place.column is None and place.row not in self._cards:
            return False
        return self._was(place) is not None

    def _speaks_here(self, finding: str) -> bool:
        rule, *about = finding.split(":")
        owner = self.source.state.owner
        return any(rule == known.id for known in self.target.coach) and all(
            id in self._cards for id in about if id in owner
        )

    def _was(self, place: Place) -> Question | None:
        """What was asked at a place, where the same kind of thing is asked there now."""
        was, now = self.source.flow.question_at(place), self.target.question_at(place)
        if was is None or now is None or not now.carry or not agree(was, now):
            return None
        if place.field is None and place.card is None:
            fields = [flow.entries[place.question].is_field for flow in (self.source.flow, self.target)]
            return None if any(fields) else was
        return was

    # What is told

    def told(self) -> Iterator[Line]:
        """What came along, question by question, in the order of the flow."""
        for id, entry in self.target.entries.items():
            if entry.is_field:
                continue
            if isinstance(entry.question, CardsQuestion):
                if count := sum(owner == id for owner in self._cards.values()):
                    yield Line(asked_of(self.source, id), words.cards(count))
            elif isinstance(entry.question, MatrixQuestion):
                if count := sum(place.question == id for place in self._given):
                    yield Line(asked_of(self.source, id), words.cells(count))
            elif self._name and id == self.target.file.name_from:
                yield Line(asked_of(Facts(self.target, State()), id), quoted(short(self._name)))
            elif (stored := self._given.get(Place(id))) is not None:
                yield Line(asked(self.source, Place(id)), quoted(worded(self.source, Place(id), stored)))

    def told_left(self) -> Iterator[Line]:
        """What didn't come along, the same of several cards at once."""
        state, flow = self.source.state, self.source.flow
        gone = [
            (Place(question, card), self.left.get(Place(question, card)) or self._why_not(Place(question)))
            for question, cards in state.cards.items()
            if question in flow.entries
            for card in cards
            if card not in self._cards
        ]
        answers = [
            (place, self.left.get(place) or self._why_not(place))
            for place in state.answers
            if (place in self.left or place not in self._given) and self._counts(place)
        ]
        for found in (gone, list(self._alone()), answers):
            yield from lines(self.source, found)
        for place, text in state.notes.items():
            if self._counts(place) and not self._is_here(place):
                noted = t(words.A_NOTE, what=about(self.source, place))
                yield Line(noted, f"{quoted(short(text))}: {t(words.BESIDE_NOTHING)}")

    def _why_not(self, place: Place) -> str:
        """Why nothing of a place came along; '' where nobody asks for it."""
        there = self.target.question_at(place)
        if there is None:
            return ""
        return t(words.OTHER_KIND if there.carry else words.ANEW)

    def _alone(self) -> Iterator[tuple[Place, str]]:
        """Cards that were made for another one, where nobody asks here for which."""
        for card, question in self._cards.items():
            row = self.source.state.rows.get(card)
            loop = next((name for name, f in self.source.flow.fields[question].items() if f.loop), None)
            if row is not None and loop is not None and loop not in self.target.fields[question]:
                list_ = asked_of(self.source, self.source.state.owner.get(row, ""))
                yield Place(question, card), t(words.NO_ROW, list=list_)

    def _counts(self, place: Place) -> bool:
        """Whether there is something to say about a place: a card that is left is told of as a whole."""
        if self.source.flow.question_at(place) is None:
            return False
        return place.card is None or place.card in self._cards


def _doubted(target: Flow, currency: str, events: tuple[AnyEvent, ...]) -> Iterator[Line]:
    """What breaks a rule of its question there."""
    began = WorkshopStarted(target.id, target.file.version, target.digest, "", currency)
    facts = Facts(target, folded(State(), [Action("", None, (began, *events), None)]))
    for event in events:
        question = question_of(facts, event.place) if isinstance(event, AnswerGiven) else None
        if question is None or not isinstance(event, AnswerGiven):
            continue
        for broken in broken_rules(facts, question, event.place):
            if broken.severity == "error":
                yield Line(about(facts, event.place), sentence(broken))
