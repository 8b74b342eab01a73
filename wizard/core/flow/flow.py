"""A Flow: a flow file whose names are resolved and checked, ready to be asked. Holds no answers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import msgspec

from wizard.core.expressions import Expression
from wizard.core.flow.model import (
    CardsQuestion,
    CoachRule,
    Computed,
    Document,
    FieldQuestion,
    FlowFile,
    Layout,
    MatrixQuestion,
    Option,
    Question,
    Step,
)
from wizard.core.problems import Place


class SetSource(msgspec.Struct, frozen=True):
    """Options that the flow itself lists."""

    options: Mapping[str, Option]


class CardSource(msgspec.Struct, frozen=True):
    """The cards of these questions."""

    questions: tuple[str, ...]


class ExpressionSource(msgspec.Struct, frozen=True):
    """The cards that an expression gives; of these questions, whatever the answers."""

    expression: Expression
    questions: tuple[str, ...]


OptionSource = SetSource | CardSource | ExpressionSource


class Entry(msgspec.Struct, frozen=True):
    """A question in its place. order: counts through the whole flow, from 0.

    cards: in an `each` step, the `cards` question whose cards it is asked for; a question that isn't `cards`
    itself is then a field of them.
    """

    question: Question
    step: Step
    order: int
    cards: str | None = None

    @property
    def is_field(self) -> bool:
        return self.cards is not None and not isinstance(self.question, CardsQuestion)


class FieldEntry(msgspec.Struct, frozen=True):
    """A field of a card. entry: the question of an `each` step that asks it, None where the card itself does.

    loop: it holds the loop card that its card was written for, and is never asked.
    """

    question: FieldQuestion
    entry: Entry | None = None
    loop: bool = False


class Flow(msgspec.Struct, frozen=True, kw_only=True, eq=False):
    """digest: of the exact texts it was built from. fields: cards question -> field id -> field.

    sources: (question, field or '', 'options' | 'rows' | 'columns' | 'cell') -> where its options come from.
    computed: id -> value for the whole model, in an order in which each needs only earlier ones;
    computed_fields: (cards question, field id) -> value per card. cells: matrix -> what each cell asks.
    link_fields: cards question -> its fields that hold cards. titled: the computed values that people look
    at, as (cards question or '', id), in the order in which they were written.
    """

    file: FlowFile
    digest: str
    steps: tuple[Step, ...]
    entries: Mapping[str, Entry]
    fields: Mapping[str, Mapping[str, FieldEntry]]
    sources: Mapping[tuple[str, str, str], OptionSource]
    options: Mapping[str, Mapping[str, Option]]
    computed: Mapping[str, Computed]
    computed_fields: Mapping[tuple[str, str], Computed]
    coach: tuple[CoachRule, ...]
    layout: Layout | None
    cells: Mapping[str, FieldQuestion]
    link_fields: Mapping[str, tuple[str, ...]]
    titled: tuple[tuple[str, str], ...] = ()

    @property
    def id(self) -> str:
        return self.file.flow

    @property
    def documents(self) -> tuple[Document, ...]:
        return self.file.documents

    def of_step(self, step: str) -> Iterator[Entry]:
        return (entry for entry in self.entries.values() if entry.step.id == step)

    def cards_questions(self) -> Iterator[CardsQuestion]:
        for entry in self.entries.values():
            if isinstance(entry.question, CardsQuestion):
                yield entry.question

    def question_at(self, place: Place) -> Question | None:
        """The question that a place belongs to: a field's for a field; the matrix's for a cell."""
        if place.field is not None:
            field = self.fields.get(place.question, {}).get(place.field)
            return field.question if field else None
        entry = self.entries.get(place.question)
        return entry.question if entry else None

    def cell_question(self, question: str) -> FieldQuestion | None:
        """What each cell of a matrix asks, as a question."""
        entry = self.entries.get(question)
        if entry is None or not isinstance(entry.question, MatrixQuestion):
            return None
        return self.cells[question]
