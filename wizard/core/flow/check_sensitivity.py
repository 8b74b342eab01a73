"""Checks what a flow says may move its numbers: `sensitivity`. Reports; changes nothing."""

from __future__ import annotations

from decimal import Decimal

from wizard.core.expressions import types as t
from wizard.core.flow.checks import Checks
from wizard.core.flow.computed import Computing
from wizard.core.flow.model import (
    FlowFile,
    MoneyQuestion,
    NumberQuestion,
    PercentQuestion,
    Question,
    Sensitivity,
)
from wizard.core.numbers import read_number
from wizard.core.problems import Detail, Problem

_ALL = Decimal(100)


class SensitivityChecks(Checks):
    """The checks of `of`, `vary` and `by`."""

    def check_sensitivity(self, file: FlowFile, computing: Computing) -> None:
        for entry in file.sensitivity:
            for name in entry.of:
                self._check_of(entry, name, computing)
            for name in entry.vary:
                self._check_varied(entry, name)
            by = read_number(entry.by, percent=True)
            if isinstance(by, Problem) or not 0 < by < _ALL:
                self.reader.report("flow.share_wanted", self.reader.mark(entry, "by"), text=entry.by)

    def _check_of(self, entry: Sensitivity, name: str, computing: Computing) -> None:
        mark = self.reader.key_mark(entry, "of", name)
        if name in computing.written:
            found = self._type_of(name)
            if not (t.is_numeric(found) or isinstance(found, t.Anything)):
                self.reader.report("flow.moves_no_number", mark, text=name, kind=t.kind(found))
        elif not self.is_lost(name):
            near = self.reader.near(name, tuple(computing.names))
            self.reader.report("flow.unknown_computed", mark, text=name, **near)

    def _type_of(self, name: str) -> t.Type:
        of_cards = (found for (_, field), found in self.table.computed_fields.items() if field == name)
        return self.table.computed_types.get(name) or next(of_cards, t.Anything())

    def _check_varied(self, entry: Sensitivity, name: str) -> None:
        question, _, field = name.partition(".")
        if self.is_lost(question) or self.is_lost(field):
            return
        mark = self.reader.key_mark(entry, "vary", name)
        found = self._asked(question, field)
        if found is None:
            self.reader.report("flow.unknown_question", mark, text=name, **self._near(name))
        elif not _is_number(found):
            self.reader.report("flow.varies_no_number", mark, text=name)

    def _asked(self, question: str, field: str) -> Question | None:
        """The question or the field of a card by this name; none for a field without its cards before it."""
        if field:
            of_card = self.table.fields.get(question, {}).get(field)
            return of_card.question if of_card is not None else None
        entry = self.table.entries.get(question)
        return entry.question if entry is not None and not entry.is_field else None

    def _near(self, name: str) -> dict[str, Detail]:
        """What was meant: a field without its cards before it, or something that looks much like it."""
        numbers = self._numbers()
        field = next((number for number in numbers if number.endswith(f".{name}")), None)
        return {"near": field} if field is not None else self.reader.near(name, numbers)

    def _numbers(self) -> tuple[str, ...]:
        """All that can be varied, as it is written."""
        table = self.table
        alone = (
            id for id, entry in table.entries.items() if not entry.is_field and _is_number(entry.question)
        )
        fields = (
            f"{cards}.{id}"
            for cards, found in table.fields.items()
            for id, field in found.items()
            if _is_number(field.question)
        )
        return (*alone, *fields)


def _is_number(question: Question) -> bool:
    return isinstance(question, NumberQuestion | MoneyQuestion | PercentQuestion)
