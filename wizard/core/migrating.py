"""A workshop in a newer version of its flow: what moves, what is read anew, what nobody asks for any more.

Nothing that was said is lost: what the new version doesn't ask for stays where it was, and what it asks for
in another way becomes a note beside the question. Knows no store, and writes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from wizard.core.agreeing import agree, fitted
from wizard.core.answers import Offer, editable, parse
from wizard.core.events import AnswerCleared, AnswerGiven, AnyEvent, FlowUpgraded, NoteWritten, Stored
from wizard.core.facts import Facts
from wizard.core.flow.counting import counted
from wizard.core.flow.flow import Flow, OptionSource, SetSource
from wizard.core.flow.model import ChoiceQuestion, FieldQuestion
from wizard.core.offers import all_options
from wizard.core.problems import Place, Problem, problem
from wizard.core.renaming import Renaming, moved
from wizard.core.state import Action, State, folded
from wizard.core.tally import Line, Section, asked_of, lines
from wizard.core.tongue import t
from wizard.core.values import Card
from wizard.core.wording import cell_name, question_of, quoted, worded
from wizard.core.words import carrying as words
from wizard.core.words import sentence


class Migrated(msgspec.Struct, frozen=True):
    """The events of one action, FlowUpgraded first. moved, anew, left: what became of answers.

    anew: what was read as something else. left: what didn't fit.
    """

    events: tuple[AnyEvent, ...]
    moved: tuple[Line, ...] = ()
    anew: tuple[Line, ...] = ()
    left: tuple[Line, ...] = ()

    @property
    def sections(self) -> tuple[Section, ...]:
        """All that is to be told."""
        titled = (
            Section(t(words.STANDS_ELSEWHERE), self.moved),
            Section(t(words.READ_ANEW), self.anew),
            Section(t(words.NOT_AS_BEFORE), self.left),
        )
        return tuple(section for section in titled if section.lines)


def migrated(facts: Facts, now: Flow) -> Migrated | Problem:
    """What has to happen so that a workshop goes on in another text of its flow.

    facts: of the workshop in the text that it has. A Problem where that is another flow, an older version, or
    the same text.
    """
    was = facts.flow
    if now.id != was.id:
        return problem("upgrade.other_flow", text=now.id, flow=was.id)
    version, newer = was.file.version, now.file.version
    if counted(newer) < counted(version):
        return problem("upgrade.older", text=newer, version=version)
    if now.digest == was.digest:
        return problem("upgrade.nothing", version=version)
    upgraded = FlowUpgraded(now.id, newer, now.digest, was.digest, version)
    renaming = Renaming(now, version)
    events = moved(facts.state, renaming)
    state = folded(facts.state, [Action("", None, (upgraded, *events), None)])
    reading = _Reading(facts, now, state, renaming)
    reading.read()
    left = (*reading.told(), *_cards_left(facts, now, state))
    told = tuple(_told_moved(facts, now, state, renaming))
    anew = tuple(lines(facts, reading.anew))
    return Migrated((upgraded, *events, *reading.events), told, anew, left)


class _Reading:
    """Reads answers anew where the question has changed. state: behind all that was renamed."""

    def __init__(self, facts: Facts, now: Flow, state: State, renaming: Renaming) -> None:
        self.facts = facts
        self.now = now
        self.state = state
        self.events: list[AnyEvent] = []
        self._renaming = renaming
        self._wanted = {
            renaming.name(name, number + 1)
            for number, one in enumerate(renaming.migrations)
            for name in one.retype
        }
        self._notes = dict(state.notes)
        self._left: list[tuple[Place, str]] = []
        self.anew: list[tuple[Place, str]] = []

    def read(self) -> None:
        before = {self._renaming.place(place): place for place in self.facts.state.answers}
        for place, stored in self.state.answers.items():
            gone = place.card is not None and place.card not in self.state.cards.get(place.question, ())
            if not gone:
                self._read(before.get(place, place), place, stored)

    def _read(self, before: Place, place: Place, stored: Stored) -> None:
        was = question_of(self.facts, before)
        now = self.now.cell_question(place.question) if place.column is not None else None
        found = now or self.now.question_at(place)
        if found is None:
            told_with_its_card = place.card is not None and place.question not in self.now.fields
            if was is not None and not told_with_its_card:
                self._left.append((before, t(words.KEPT_UNSEEN)))
            return
        if not isinstance(found, FieldQuestion):
            self._note(before, place, stored, t(words.BECAME_NOTE))
        elif not self._has_cell(place):
            self._note(before, place, stored, t(words.NO_LINE))
        elif Place(place.question, field=place.field) in self._wanted:
            parsed = self._parsed(was, before, found, place, stored)
            self._take(before, place, stored, parsed)
            self._tell_anew(before, place, stored, parsed)
        elif was is None or not agree(was, found):
            self._note(before, place, stored, t(words.BECAME_NOTE))
        elif isinstance(found, ChoiceQuestion):
            self._choose(was, found, before, place, stored)

    def _has_cell(self, place: Place) -> bool:
        """Whether the new version still has a cell; of cards, those that are gone have taken theirs along."""
        axes = (("rows", place.row), ("columns", place.column)) if place.column is not None else ()
        sources = ((self.now.sources.get((place.question, "", axis)), at) for axis, at in axes)
        return all(at in found.options for found, at in sources if isinstance(found, SetSource))

    def _choose(
        self, was: FieldQuestion, now: ChoiceQuestion, before: Place, place: Place, stored: Stored
    ) -> None:
        """Keep what can still be chosen; what can't is a note. Cards that are gone are nobody's words."""
        fits = fitted(was, now, stored, self._offer(place), self.facts.currency)
        lost = fits.lost if isinstance(self._source(place), SetSource) else ()
        if _picks_otherwise(was, now) or lost:
            if not lost or fits.why is not None:
                self._take(before, place, stored, fits.why or fits.stored)
                return
            said = quoted(words_of(self.facts, before, lost))
            self._note(before, place, stored, t(words.NOT_AMONG, text=said), lost=lost, kept=fits.stored)

    def _tell_anew(self, before: Place, place: Place, stored: Stored, found: Stored | Problem | None) -> None:
        if isinstance(found, str | tuple) and found != stored:
            was, now = worded(self.facts, before, stored), worded(Facts(self.now, self.state), place, found)
            if was != now:
                self.anew.append((before, t(words.READ_AS, was=was, now=now)))

    def _parsed(
        self, was: FieldQuestion | None, before: Place, now: FieldQuestion, place: Place, stored: Stored
    ) -> Stored | Problem:
        """What the words of an answer are to the question that is asked now."""
        raw = words_of(self.facts, before, stored)
        if isinstance(was, ChoiceQuestion) and isinstance(now, ChoiceQuestion):
            return fitted(was, now, stored, self._offer(place), self.facts.currency).stored or parse(
                now, raw, self._offer(place), self.facts.currency, self.facts.language
            )
        return parse(now, raw, self._offer(place), self.facts.currency, self.facts.language)

    def _take(self, before: Place, place: Place, stored: Stored, found: Stored | Problem | None) -> None:
        if found is None:
            self._note(before, place, stored, t(words.BECAME_NOTE))
        elif isinstance(found, Problem):
            self._note(before, place, stored, t(words.UNREADABLE, why=sentence(found)))
        elif found != stored:
            self.events.append(AnswerGiven(place, found, stored))

    def _note(
        self,
        before: Place,
        place: Place,
        stored: Stored,
        why: str,
        *,
        lost: Stored | None = None,
        kept: Stored | None = None,
    ) -> None:
        """Keep the words of an answer beside its question, where everybody sees them.

        lost: the part that becomes a note, None for all of it. kept: what stays the answer.
        """
        text, beside = words_of(self.facts, before, stored if lost is None else lost), place
        if place.column is not None:
            text, beside = f"{cell_name(self.facts, before)}: {text}", Place(place.question)
        was = self._notes.get(beside, "")
        self._notes[beside] = f"{was}\n{text}".strip()
        answer = AnswerCleared(place, stored) if kept is None else AnswerGiven(place, kept, stored)
        self.events += [answer, NoteWritten(beside, self._notes[beside], was)]
        self._left.append((before, why))

    def _source(self, place: Place) -> OptionSource | None:
        part = "options" if place.column is None else "cell"
        return self.now.sources.get((place.question, place.field or "", part))

    def _offer(self, place: Place) -> Offer:
        """Everything that may be chosen at a place of the new version."""
        source = self._source(place)
        if source is None:
            return Offer({})
        if isinstance(source, SetSource):
            return Offer({id: option.label for id, option in source.options.items()})
        back = {card: owner for owner, cards in self.facts.state.cards.items() for card in cards}
        cards = [card for question in source.questions for card in self.state.cards.get(question, ())]
        return Offer({card: self.facts.face(Card(card, back[card])) for card in cards if card in back})

    def told(self) -> Iterator[Line]:
        """What isn't asked any more, and what couldn't be read."""
        yield from lines(self.facts, self._left)


def words_of(facts: Facts, place: Place, stored: Stored) -> str:
    """An answer as its person would write it, nothing cut off; what was chosen, by what it is called."""
    question = question_of(facts, place)
    if question is not None and not isinstance(question, ChoiceQuestion):
        return editable(question, stored, facts.language)
    labels, owner = all_options(facts, place), facts.state.owner
    return ", ".join(
        labels[id].label if id in labels else facts.face(Card(id, owner[id])) if id in owner else id
        for id in ((stored,) if isinstance(stored, str) else stored)
    )


def _picks_otherwise(was: FieldQuestion, now: FieldQuestion) -> bool:
    """Whether one could be chosen and now several can, or the other way round."""
    return (
        isinstance(was, ChoiceQuestion)
        and isinstance(now, ChoiceQuestion)
        and (was.pick is None) is not (now.pick is None)
    )


def _cards_left(facts: Facts, now: Flow, state: State) -> Iterable[Line]:
    """Lists that the new version doesn't have."""
    found = [
        (Place(question, card), t(words.KEPT_UNSEEN))
        for question, cards in state.cards.items()
        if question not in now.fields and question in facts.flow.entries
        for card in cards
    ]
    return lines(facts, found)


def _told_moved(facts: Facts, now: Flow, state: State, renaming: Renaming) -> Iterator[Line]:
    """Questions and fields whose answers stand somewhere else now."""
    seen: set[tuple[str, str | None]] = set()
    then = Facts(now, state)
    for place in (*(Place(question) for question in facts.state.cards), *facts.state.answers):
        there = renaming.place(place)
        key = place.question, place.field
        only_cards = place.field is not None and there.field == place.field
        if there == place or only_cards or key in seen or facts.flow.question_at(place) is None:
            continue
        seen.add(key)
        what, now_asked = (
            asked_of(facts, place.question, place.field),
            asked_of(then, there.question, there.field),
        )
        if what != now_asked:  # nobody would see a difference
            yield Line(what, t(words.RENAMED, now=now_asked))
