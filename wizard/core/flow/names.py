"""Which names can be used at one place of a flow, and what each holds. The rules of DESIGN's "Names"."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec

from wizard.core.expressions import Known, Missing
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
    TextQuestion,
    YesNoQuestion,
)

EVERYTHING = 10**9
_RECORDS: Mapping[str, t.Type] = {
    "flow": t.record({"id": t.Text(), "title": t.Text(), "version": t.Text()}),
    "workshop": t.record({"name": t.Text(), "currency": t.Text()}),
    "currency": t.Text(),
    "version": t.Text(),
}
_SOMEWHERE_ELSE = frozenset(("this", "card", "today", "canvas", "findings", "face", "note", "id"))


class Table(msgspec.Struct, kw_only=True):
    """Every name of a flow and what it holds, filled while the flow is built.

    computed_order: from which question on a computed value can be used. lost: ids of things that couldn't be
    read; nothing more is said about them. loops: loop name -> the step it lives in.
    """

    entries: dict[str, Entry] = {}
    fields: dict[str, dict[str, FieldEntry]] = {}
    sources: dict[tuple[str, str, str], OptionSource] = {}
    options: dict[str, dict[str, Option]] = {}
    computed_types: dict[str, t.Type] = {}
    computed_order: dict[str, int] = {}
    computed_fields: dict[tuple[str, str], t.Type] = {}
    loops: dict[str, str] = {}
    lost: set[str] = set()

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
                rows = self.source_type(self.sources.get((*path, "rows")), "rows")
                columns = self.source_type(self.sources.get((*path, "columns")), "columns")
                cell: t.Type = t.Number()
                if question.cell.type == "choice":
                    cell = self.source_type(self.sources.get((*path, "cell")), path[0])
                return t.GridOf(rows, columns, cell)

    def type_of_field(self, question: str, field: str) -> t.Type | None:
        found = self.fields.get(question, {}).get(field)
        if found is not None:
            return self.question_type(found.question, (question, field))
        return self.computed_fields.get((question, field))


class Here:
    """The names at one place. Answers the questions that expressions ask while they are checked.

    before: only questions with a smaller order count. local: names that live here only. own: while the
    fields of a `cards` question are checked, that question and the fields that come earlier.
    siblings: fields of the card at hand, for the hint. today: whether `today` may be used.
    """

    def __init__(
        self,
        table: Table,
        *,
        before: int = EVERYTHING,
        local: Mapping[str, t.Type] | None = None,
        own: tuple[str, frozenset[str]] | None = None,
        siblings: Iterable[str] = (),
        today: bool = False,
    ) -> None:
        self._table = table
        self._before = before
        self._local = dict(local or {})
        self._own = own
        self._siblings = frozenset(siblings)
        self._today = today

    def with_local(self, local: Mapping[str, t.Type]) -> Here:
        """The same place with more names."""
        return Here(
            self._table,
            before=self._before,
            local={**self._local, **local},
            own=self._own,
            siblings=self._siblings,
            today=self._today,
        )

    def lookup(self, name: str) -> Known | Missing:
        table = self._table
        if name in self._local:
            return Known(self._local[name])
        if name in _RECORDS:
            return Known(_RECORDS[name])
        if name == "today" and self._today:
            return Known(t.DateType())
        if name in _SOMEWHERE_ELSE:
            return Missing("name.not_here")
        if name in self._siblings:
            return Missing("name.sibling")
        entry = table.entries.get(name)
        if entry is not None:
            return self._lookup_question(entry)
        if name in table.options:
            return Known(t.Many(t.OneOf(tuple(table.options[name]), name)))
        if name in table.computed_types:
            if table.computed_order.get(name, 0) >= self._before:
                return Missing("name.later")
            return Known(table.computed_types[name])
        if name in table.lost:
            return Known(t.Anything())
        if name in table.loops:
            return Missing("name.loop_outside", {"step": table.loops[name]})
        return Missing()

    def _lookup_question(self, entry: Entry) -> Known | Missing:
        if entry.is_field:
            assert entry.step.each is not None
            return Missing("name.asked_for_each", {"loop": entry.step.each.name})
        if entry.order >= self._before:
            return Missing("name.later")
        return Known(self._table.question_type(entry.question, (entry.question.id, "")))

    def names(self) -> Iterable[str]:
        table = self._table
        yield from self._local
        yield from (name for name, e in table.entries.items() if e.order < self._before and not e.is_field)
        yield from (name for name in table.computed_types if table.computed_order.get(name, 0) < self._before)
        yield from table.options
        yield from _RECORDS

    def field_type(self, question: str, field: str) -> t.Type | None:
        if self._own is not None and question == self._own[0] and field not in self._own[1]:
            return None
        found = self._table.type_of_field(question, field)
        return t.Anything() if found is None and field in self._table.lost else found

    def fields(self, question: str) -> Iterable[str]:
        own = self._own[1] if self._own is not None and question == self._own[0] else None
        yield from (f for f in self._table.fields.get(question, {}) if own is None or f in own)
        if own is None:
            yield from (field for of, field in self._table.computed_fields if of == question)
