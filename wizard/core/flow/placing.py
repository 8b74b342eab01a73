"""Puts steps and questions into the table, in the order in which they are asked. Judges no expression."""

from __future__ import annotations

from wizard.core.expressions import Prose
from wizard.core.expressions import types as t
from wizard.core.expressions.check import check
from wizard.core.flow.computed import Computing
from wizard.core.flow.flow import CardSource, Entry, FieldEntry
from wizard.core.flow.model import (
    CardsQuestion,
    Cell,
    ChoiceQuestion,
    FieldQuestion,
    Loop,
    MatrixQuestion,
    Options,
    Question,
    ScaleQuestion,
    Step,
)
from wizard.core.flow.names import Here
from wizard.core.flow.options import resolve
from wizard.core.flow.reading import Reader
from wizard.core.flow.table import Placed, Table
from wizard.core.nodes import Sequence
from wizard.core.problems import Mark


class Placing:
    """One flow's placing. cells: matrix -> what each cell asks."""

    def __init__(self, reader: Reader, table: Table, computing: Computing) -> None:
        self.reader = reader
        self.table = table
        self.computing = computing
        self.cells: dict[str, FieldQuestion] = {}

    def place(self, steps: tuple[Step, ...]) -> None:
        """Place all of them. Computed values get their types as soon as what they need is there."""
        for step in steps:
            self.table.pending.update(question.id for question in step.ask)
            if step.each is not None:
                self.table.pending.update(f".{question.id}" for question in step.ask)
        self.computing.settle(self.computing.names)
        for step in steps:
            cards = self._loop_cards(step)
            self.table.steps.append(Placed(step, len(self.table.entries), cards))
            for question in step.ask:
                self._place_question(question, step, cards)
                woken = {question.id} if step.each is None else {question.id, f".{question.id}"}
                self.table.pending.difference_update(woken)
                self.computing.wake(woken)

    def _loop_cards(self, step: Step) -> str | None:
        """The question whose cards an `each` step goes through, by what is known so far."""
        if step.each is None:
            return None
        self.table.loops[step.each.name] = step.id
        here = Here(self.table, before=len(self.table.entries))
        return cards_of(check(step.each.source, here)[0])

    def _place_question(self, question: Question, step: Step, cards: str | None) -> None:
        mark = self.reader.mark(question, "id")
        if question.id in self.table.entries or question.id in self.table.options:
            self.reader.report_taken(question.id, mark, self.table.marks[question.id])
            return
        self.table.marks[question.id] = mark
        entry = Entry(question, step, len(self.table.entries), cards)
        self.table.entries[question.id] = entry
        if isinstance(question, CardsQuestion):
            self._place_fields(question, entry)
        elif isinstance(question, MatrixQuestion):
            self._place_matrix(question, entry, mark)
        elif cards is not None:
            self._place_field(cards, FieldEntry(question, entry), mark)
        elif isinstance(question, ChoiceQuestion):
            resolve(self.reader, self.table, (question, "options"), (question.id, "", "options"))

    def _place_fields(self, question: CardsQuestion, entry: Entry) -> None:
        self.table.fields[question.id] = {}
        self.table.positions[question.id] = {field.id: at for at, field in enumerate(question.fields)}
        written = self.reader.node(question, "fields")
        if isinstance(written, Sequence) and not written.items:
            self.reader.report("flow.no_fields", written.mark, id=question.id)
        for field in question.fields:
            self._place_field(question.id, FieldEntry(field), self.reader.mark(field, "id"))
        loop = entry.step.each
        if loop is not None and entry.cards is not None:
            link = FieldEntry(_link_field(loop, entry.cards), loop=True)
            self.table.positions[question.id][loop.name] = -1
            self._place_field(question.id, link, loop.mark)

    def _place_field(self, cards: str, field: FieldEntry, mark: Mark) -> None:
        fields = self.table.fields[cards]
        question = field.question
        if question.id in fields:
            first = fields[question.id].question
            self.reader.report_taken(question.id, mark, self.reader.mark(first, "id"))
            return
        fields[question.id] = field
        path = (cards, question.id, "options")
        if field.loop and isinstance(question, ChoiceQuestion):
            self.table.sources[path] = CardSource(question.options.names)
        elif isinstance(question, ChoiceQuestion):
            resolve(self.reader, self.table, (question, "options"), path)

    def _place_matrix(self, question: MatrixQuestion, entry: Entry, mark: Mark) -> None:
        if entry.step.each is not None:
            self.reader.report("flow.matrix_in_each", mark, id=question.id)
        for axis in ("rows", "columns"):
            resolve(self.reader, self.table, (question, axis), (question.id, "", axis))
        cell = question.cell
        if cell.type == "choice" and cell.options is not None:
            resolve(self.reader, self.table, (cell, "options"), (question.id, "", "cell"))
        asked = _cell_question(cell)
        if asked is None:
            wanted = "range" if cell.type == "scale" else "options"
            if self.reader.node(cell, wanted) is not None:
                return  # what is there and can't be read has been told
            self.reader.report("flow.missing_key", self.reader.mark(cell), key=wanted)
        else:
            self.cells[question.id] = asked


def cards_of(found: t.Type) -> str | None:
    """The one question that the cards of a list belong to."""
    if isinstance(found, t.Many) and isinstance(found.item, t.CardOf) and len(found.item.questions) == 1:
        return found.item.questions[0]
    return None


def _cell_question(cell: Cell) -> FieldQuestion | None:
    ask = Prose("", Mark("", 1, 1), ())
    if cell.type == "scale":
        if cell.range is None:
            return None
        return ScaleQuestion(id="cell", ask=ask, range=cell.range, low=cell.low, high=cell.high)
    return ChoiceQuestion(id="cell", ask=ask, options=cell.options) if cell.options is not None else None


def _link_field(loop: Loop, cards: str) -> ChoiceQuestion:
    """The field that holds the loop card in cards that are written inside an `each` step."""
    ask = Prose(loop.name, loop.mark, (loop.name,))
    return ChoiceQuestion(id=loop.name, ask=ask, options=Options(loop.mark, names=(cards,)))
