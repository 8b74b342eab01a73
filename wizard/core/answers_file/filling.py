"""Goes through a flow in its order and takes each answer from the file. Judges nothing: `parse` does."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from collections.abc import Mapping as Map

import msgspec

from wizard.core.answers import Offer, is_empty, parse
from wizard.core.answers_file.about import events_about
from wizard.core.answers_file.header import RESERVED, Reading, is_null
from wizard.core.controls import visible
from wizard.core.events import (
    AnswerGiven,
    AnyEvent,
    CardAdded,
    NoteWritten,
    WorkshopStarted,
)
from wizard.core.facts import Facts
from wizard.core.flow.flow import CardSource, ExpressionSource, FieldEntry, Flow, SetSource
from wizard.core.flow.model import CardsQuestion, ChoiceQuestion, FieldQuestion, MatrixQuestion
from wizard.core.flow.reporting import near
from wizard.core.intents import Raw
from wizard.core.nodes import Mapping, Node, Scalar, Sequence
from wizard.core.problems import Mark, Place, Problem
from wizard.core.state import Action, State, folded, touched
from wizard.core.values import Card

Fields = Map[str, FieldEntry]

_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,63}")


class Filler:
    """Goes through a flow in its order and takes each answer from the file."""

    def __init__(self, flow: Flow, reading: Reading, new_id: Callable[[], str], currency: str) -> None:
        self.flow = flow
        self.reading = reading
        self.new_id = new_id
        self.currency = currency
        self.events: list[AnyEvent] = []
        self.marks: dict[Place, Mark] = {}
        started = WorkshopStarted(flow.id, flow.file.version, flow.digest, "", currency)
        self.facts = Facts(flow, folded(State(), [Action("", None, (started,), None)]))
        self._pending = 0
        self._given: set[str] = set()

    def fill(self, node: Mapping) -> None:
        self._check_keys(node)
        for question_id, entry in self.flow.entries.items():
            found = node.get(question_id)
            if found is None or is_null(found) or entry.is_field:
                continue
            question = entry.question
            if isinstance(question, CardsQuestion):
                self._fill_cards(question, found)
            elif isinstance(question, MatrixQuestion):
                self._fill_matrix(question, found)
            else:
                self._fill_answer(question, Place(question_id), found)
            self._take_in()
        about = node.get("workshop")
        if about is not None and not is_null(about):
            self.events.extend(events_about(about, self.flow, self.reading))

    def _check_keys(self, node: Mapping) -> None:
        fields = {id for id, entry in self.flow.entries.items() if entry.is_field}
        known = tuple(id for id in self.flow.entries if id not in fields)
        for key, _ in node.pairs:
            if key.text not in known and key.text not in RESERVED:
                close = near(key.text, known)
                self.reading.report("answers.unknown_question", key.mark, text=key.text, near=close)

    def _take_in(self) -> None:
        """Let the facts know what has been read so far, so that links can be found by face."""
        fresh = tuple(self.events[self._pending :])
        if fresh:
            changed = [place for event in fresh for place in touched(event)]
            state = folded(self.facts.state, [Action("", None, fresh, None)])
            self.facts = self.facts.after(state, changed)
            self._pending = len(self.events)

    # Single answers

    def _fill_answer(self, question: FieldQuestion, place: Place, node: Node) -> None:
        raw = self._raw(question, node)
        if raw is None or is_empty(raw):
            return
        stored = parse(question, raw, self._offer(place), self.currency)
        if isinstance(stored, Problem):
            self.reading.problems.append(
                msgspec.structs.replace(stored, place=place, mark=_culprit(node, stored))
            )
            return
        self.marks[place] = node.mark
        self.events.append(AnswerGiven(place, stored))

    def _raw(self, question: FieldQuestion, node: Node) -> Raw | None:
        if is_null(node):
            return None
        if isinstance(node, Scalar):
            return node.text
        several = isinstance(question, ChoiceQuestion) and question.pick is not None
        if several and isinstance(node, Sequence) and all(isinstance(item, Scalar) for item in node.items):
            return tuple(item.text for item in node.items if isinstance(item, Scalar))
        self.reading.report("answers.text_wanted", node.mark, text=question.id)
        return None

    def _offer(self, place: Place) -> Offer:
        """Every option that there may ever be; whether it is on offer now is told later, as a warning."""
        part = "options" if place.column is None else "cell"
        source = self.flow.sources.get((place.question, place.field or "", part))
        match source:
            case SetSource(options):
                return Offer({id: option.label for id, option in options.items()})
            case CardSource(questions) | ExpressionSource(_, questions):
                return Offer(dict(self._faces(questions)))
            case None:
                return Offer({})

    def _faces(self, questions: tuple[str, ...]) -> Iterator[tuple[str, str]]:
        for question in questions:
            for id in self.facts.state.cards.get(question, ()):
                if self.facts.card_visible(id, question):
                    yield id, self.facts.face(Card(id, question))
                else:
                    yield id, self.facts.first_text(Card(id, question))

    # Cards

    def _fill_cards(self, question: CardsQuestion, node: Node) -> None:
        if not isinstance(node, Sequence):
            self.reading.report("answers.list_wanted", node.mark, text=question.id)
            return
        self.marks[Place(question.id)] = node.mark
        for index, item in enumerate(node.items):
            if isinstance(item, Mapping):
                self._fill_card(question, item, index)
            else:
                self.reading.report("answers.card_wanted", item.mark)

    def _fill_card(self, question: CardsQuestion, node: Mapping, index: int) -> None:
        fields = self.flow.fields[question.id]
        card = self._card_id(node)
        row = self._row(question, fields, node)
        self.events.append(CardAdded(question.id, card, index, row))
        self.marks[Place(question.id, card)] = node.mark
        for key, value in node.pairs:
            if key.text == "id" or (key.text in fields and fields[key.text].loop):
                continue
            if key.text == "note":
                self._fill_note(Place(question.id, card), value)
            elif key.text in fields:
                place = Place(question.id, card, key.text)
                self._fill_answer(fields[key.text].question, place, value)
            else:
                close = near(key.text, (*fields, "id", "note"))
                self.reading.report(
                    "answers.unknown_field", key.mark, question=question.id, text=key.text, near=close
                )

    def _card_id(self, node: Mapping) -> str:
        found = node.get("id")
        text = self.reading.text(found)
        if found is None or not text:
            return self.new_id()
        if not _ID.fullmatch(text):
            self.reading.report("answers.id_wanted", found.mark, text=text)
            return self.new_id()
        if text in self._given or text in self.facts.state.owner:
            self.reading.report("answers.duplicate_card_id", found.mark, text=text)
            return self.new_id()
        self._given.add(text)
        return text

    def _row(self, question: CardsQuestion, fields: Fields, node: Mapping) -> str | None:
        """The loop card that a card was written for, in an `each` step."""
        for name, field in fields.items():
            if not field.loop:
                continue
            given = node.get(name)
            if given is None or is_null(given):
                self.reading.report("answers.loop_missing", node.mark, loop=name)
                return None
            place = Place(question.id, None, name)
            stored = parse(field.question, self.reading.text(given), self._offer(place), self.currency)
            if isinstance(stored, Problem):
                self.reading.problems.append(msgspec.structs.replace(stored, mark=given.mark))
                return None
            return stored if isinstance(stored, str) else None
        return None

    def _fill_note(self, place: Place, node: Node) -> None:
        if text := visible(self.reading.text(node)):
            self.events.append(NoteWritten(place, text))

    # Matrix

    def _fill_matrix(self, question: MatrixQuestion, node: Node) -> None:
        if not isinstance(node, Mapping):
            self.reading.report("answers.grid_wanted", node.mark, text=question.id)
            return
        self.marks[Place(question.id)] = node.mark
        rows, columns = (self._axis(question.id, axis) for axis in ("rows", "columns"))
        for row_key, cells in node.pairs:
            row = _named(rows, row_key.text)
            if row is None:
                close = near(row_key.text, tuple(rows.values()))
                self.reading.report("answers.unknown_row", row_key.mark, text=row_key.text, near=close)
            elif not isinstance(cells, Mapping):
                self.reading.report("answers.grid_wanted", cells.mark, text=question.id)
            else:
                self._fill_row(question, row, columns, cells)

    def _fill_row(self, question: MatrixQuestion, row: str, columns: dict[str, str], cells: Mapping) -> None:
        for key, value in cells.pairs:
            column = _named(columns, key.text)
            if column is None:
                close = near(key.text, tuple(columns.values()))
                self.reading.report("answers.unknown_column", key.mark, text=key.text, near=close)
            else:
                place = Place(question.id, row=row, column=column)
                self._fill_answer(self.flow.cells[question.id], place, value)

    def _axis(self, question: str, axis: str) -> dict[str, str]:
        source = self.flow.sources.get((question, "", axis))
        if isinstance(source, SetSource):
            return {id: option.label for id, option in source.options.items()}
        return dict(self._faces(source.questions)) if source is not None else {}


def _culprit(node: Node, found: Problem) -> Mark:
    """Where the item of a list stands that a problem is about; else where the answer stands."""
    text = found.details.get("text")
    for item in node.items if isinstance(node, Sequence) else ():
        if isinstance(item, Scalar) and item.text.strip() == text:
            return item.mark
    return node.mark


def _named(options: dict[str, str], text: str) -> str | None:
    """The id that a text names, by id or by label."""
    if text in options:
        return text
    found = [id for id, label in options.items() if label.casefold() == text.casefold()]
    return found[0] if len(found) == 1 else None
