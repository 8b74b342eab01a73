"""Everything that a flow has names for, and the type of each. Doesn't know where which name may stand."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from wizard.core.expressions import types as t
from wizard.core.flow.flow import CardSource, Entry, ExpressionSource, FieldEntry, OptionSource, SetSource
from wizard.core.flow.model import (
    CardsQuestion,
    ChoiceQuestion,
    DateQuestion,
    LongQuestion,
    MatrixQuestion,
    MoneyQuestion,
    NumberQuestion,
    Option,
    PercentQuestion,
    Question,
    ScaleQuestion,
    Step,
    TextQuestion,
    YesNoQuestion,
)
from wizard.core.problems import Mark


class Placed(msgspec.Struct, frozen=True):
    """A step in its place. order: of its first question. cards: the question whose cards it goes through."""

    step: Step
    order: int
    cards: str | None


class Table(msgspec.Struct, kw_only=True):
    """Every name of a flow and what it holds, filled while the flow is built.

    marks: where a name was given first, of questions, option sets and computed values.
    positions: cards question -> each field that the card itself asks -> its place among them; the link to the
    loop card comes before all. computed_order: from which question on a computed value can be used. pending:
    names that the flow has but that aren't here yet; fields with a dot before them. lost: ids of things that
    couldn't be read; nothing more is said about them. loops: loop name -> the step it lives in. has_gaps: a
    file that is used couldn't be read, so an unknown name may be one of its.
    """

    steps: list[Placed] = []
    entries: dict[str, Entry] = {}
    fields: dict[str, dict[str, FieldEntry]] = {}
    positions: dict[str, dict[str, int]] = {}
    sources: dict[tuple[str, str, str], OptionSource] = {}
    marks: dict[str, Mark] = {}
    options: dict[str, dict[str, Option]] = {}
    computed_types: dict[str, t.Type] = {}
    computed_order: dict[str, int] = {}
    computed_fields: dict[tuple[str, str], t.Type] = {}
    computed_field_order: dict[tuple[str, str], int] = {}
    loops: dict[str, str] = {}
    pending: set[str] = set()
    lost: set[str] = set()
    has_gaps: bool = False

    def computed_fields_of(self, question: str) -> Iterator[str]:
        return (field for of, field in self.computed_fields if of == question)

    def source_type(self, source: OptionSource | None, name: str) -> t.Type:
        """The type of one option."""
        match source:
            case SetSource(options):
                return t.OneOf(tuple(options), name)
            case CardSource(questions) | ExpressionSource(_, questions):
                return t.CardOf(questions)
            case None:
                return t.Anything()

    def question_type(self, question: Question, path: tuple[str, str]) -> t.Type:
        """What the answer to a question holds. path: (question, field or '')."""
        match question:
            case TextQuestion() | LongQuestion():
                return t.Text()
            case YesNoQuestion():
                return t.YesNo()
            case ScaleQuestion() | NumberQuestion():
                return t.Number()
            case MoneyQuestion():
                return t.MoneyType()
            case PercentQuestion():
                return t.PercentType()
            case DateQuestion():
                return t.DateType()
            case ChoiceQuestion(pick=pick):
                one = self.source_type(self.sources.get((*path, "options")), path[1] or path[0])
                return one if pick is None else t.Many(one)
            case CardsQuestion(id=id):
                return t.Many(t.CardOf((id,)))
            case MatrixQuestion():
                return self._matrix_type(question, path)

    def _matrix_type(self, question: MatrixQuestion, path: tuple[str, str]) -> t.Type:
        rows = self.source_type(self.sources.get((*path, "rows")), "rows")
        columns = self.source_type(self.sources.get((*path, "columns")), "columns")
        cell: t.Type = t.Number()
        if question.cell.type == "choice":
            cell = self.source_type(self.sources.get((*path, "cell")), path[0])
        return t.GridOf(rows, columns, cell)
