"""Which names can be used at one place of a flow, and what each holds. Source: docs/flow-language.md."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec

from wizard.core.expressions import types as t
from wizard.core.expressions.names import Known, Missing
from wizard.core.flow.flow import Entry, FieldEntry
from wizard.core.flow.table import Table

EVERYTHING = 10**9
_RECORDS: Mapping[str, t.Type] = {
    "flow": t.record({"id": t.Text(), "title": t.Text(), "version": t.Text()}),
    "workshop": t.record({"name": t.Text(), "currency": t.Text()}),
    "currency": t.Text(),
    "version": t.Text(),
}
_SOMEWHERE_ELSE = frozenset(("this", "card", "today", "canvas", "findings", "face", "note", "id"))


class Own(msgspec.Struct, frozen=True):
    """The card at hand: of which question, and how many of its own fields can be named already."""

    question: str
    fields: int = EVERYTHING


class Here:
    """The names at one place. Answers the questions that expressions ask while they are checked.

    before: only questions with a smaller order count. local: names that live here only. own: the card at
    hand. siblings: its fields that a bare name may have meant. today: whether `today` may be used.

    What was asked is noted. waits: what a flow has but the table doesn't know yet, fields with a dot before
    them. latest: the order of the last question that was needed. computed: computed values that were needed.
    """

    def __init__(
        self,
        table: Table,
        *,
        before: int = EVERYTHING,
        local: Mapping[str, t.Type] | None = None,
        own: Own | None = None,
        siblings: Iterable[str] = (),
        today: bool = False,
    ) -> None:
        self._table = table
        self._before = before
        self.local = dict(local or {})
        self._own = own
        self._siblings = frozenset(siblings)
        self._today = today
        self.waits: set[str] = set()
        self.latest = -1
        self.computed: set[str] = set()

    def with_local(self, local: Mapping[str, t.Type], own: Own | None = None) -> Here:
        """The same place with more names; own: in place of the card at hand."""
        return Here(
            self._table,
            before=self._before,
            local={**self.local, **local},
            own=own or self._own,
            siblings=self._siblings,
            today=self._today,
        )

    def lookup(self, name: str) -> Known | Missing:
        table = self._table
        if name in self.local:
            return Known(self.local[name])
        if name in _RECORDS:
            return Known(_RECORDS[name])
        if name == "today" and self._today:
            return Known(t.DateType())
        if name in _SOMEWHERE_ELSE:
            return Missing("name.not_here")
        if name in self._siblings:
            return Missing("name.sibling")
        if (entry := table.entries.get(name)) is not None:
            return self._lookup_question(entry)
        if name in table.options:
            return Known(t.Many(t.OneOf(tuple(table.options[name]), name)))
        if name in table.computed_types:
            self.computed.add(name)
            return self._in_time(table.computed_order[name], table.computed_types[name])
        return self._lookup_other(name)

    def _lookup_question(self, entry: Entry) -> Known | Missing:
        if entry.is_field:
            assert entry.step.each is not None
            return Missing("name.asked_for_each", {"loop": entry.step.each.name})
        return self._in_time(entry.order, self._table.question_type(entry.question, (entry.question.id, "")))

    def _in_time(self, order: int, found: t.Type) -> Known | Missing:
        if order >= self._before:
            return Missing("name.later")
        self.latest = max(self.latest, order)
        return Known(found)

    def _lookup_other(self, name: str) -> Known | Missing:
        table = self._table
        if name in table.pending:
            self.waits.add(name)
            return Known(t.Anything())
        if name in table.lost:
            return Known(t.Anything())
        if name in table.loops:
            return Missing("name.loop_outside", {"step": table.loops[name]})
        return Known(t.Anything()) if table.has_gaps else Missing()

    def names(self) -> Iterable[str]:
        table = self._table
        yield from self.local
        yield from (name for name, e in table.entries.items() if e.order < self._before and not e.is_field)
        yield from (name for name, order in table.computed_order.items() if order < self._before)
        yield from table.options
        yield from _RECORDS

    def field_type(self, question: str, field: str) -> t.Type | Missing | None:
        table = self._table
        own = self._own is not None and question == self._own.question
        found = table.fields.get(question, {}).get(field)
        if found is not None:
            position = table.positions[question].get(field, EVERYTHING)
            if own and self._own is not None and position < self._own.fields:
                return table.question_type(found.question, (question, field))
            return self._field_in_time(question, field, found)
        if (question, field) in table.computed_fields:
            self.computed.add(f".{field}")
            known = self._in_time(
                table.computed_field_order[question, field], table.computed_fields[question, field]
            )
            return known.type if isinstance(known, Known) else known
        if f".{field}" in table.pending:
            self.waits.add(f".{field}")
            return t.Anything()
        return t.Anything() if field in table.lost or table.has_gaps else None

    def _field_in_time(self, question: str, field: str, found: FieldEntry) -> t.Type | Missing:
        order = (found.entry or self._table.entries[question]).order
        known = self._in_time(order, self._table.question_type(found.question, (question, field)))
        return known.type if isinstance(known, Known) else known

    def fields(self, question: str) -> Iterable[str]:
        for field in (*self._table.fields.get(question, {}), *self._table.computed_fields_of(question)):
            if not isinstance(self.field_type(question, field), Missing | None):
                yield field
