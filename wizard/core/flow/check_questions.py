"""Checks steps, questions and fields, in the order in which they are asked. Reports; changes nothing."""

from __future__ import annotations

from collections.abc import Mapping

from wizard.core.expressions import types as t
from wizard.core.flow.check_fits import FitChecks
from wizard.core.flow.check_suggestions import SuggestionChecks
from wizard.core.flow.flow import CardSource, Entry, SetSource
from wizard.core.flow.model import (
    Asked,
    CardsQuestion,
    ChoiceQuestion,
    MatrixQuestion,
    MoneyQuestion,
    NumberQuestion,
    Option,
    Options,
    PercentQuestion,
    Question,
    ScaleQuestion,
    Span,
)
from wizard.core.flow.names import Here, Own
from wizard.core.flow.options import options_place
from wizard.core.flow.reading import Reader
from wizard.core.flow.table import Placed, Table

Path = tuple[str, str]
"""A question, and a field of its cards or ''."""
AXES = ("rows", "columns")
"""Options of a matrix from which nobody chooses."""


class QuestionChecks(SuggestionChecks):
    """The checks of everything that is asked."""

    def __init__(self, reader: Reader, table: Table) -> None:
        super().__init__(reader, table)
        self._fits = FitChecks(reader)
        self._uses: dict[int, list[Here]] = {}  # where each option set is chosen from, by its id()

    def check_questions(self) -> None:
        entries: dict[str, list[Entry]] = {}
        for entry in self.table.entries.values():
            entries.setdefault(entry.step.id, []).append(entry)
        for placed in self.table.steps:
            inside = self._check_step(placed)
            for entry in entries.get(placed.step.id, ()):
                self._check_question(entry, Here(self.table, before=entry.order, local=inside.local))
        self._check_sets()
        self._fits.end()

    def _check_step(self, placed: Placed) -> Here:
        """Check what a step says about itself; gives the place that its questions stand in."""
        step = placed.step
        outside = Here(self.table, before=placed.order)
        self.want(step.when, outside, "condition")
        inside = outside
        if step.each is not None:
            inside = outside.with_local({step.each.name: self.loop(step.each, outside)})
        for prose in (step.title, step.teach, step.facilitator):
            self.prose(prose, inside)
        return inside

    def _check_question(self, entry: Entry, here: Here) -> None:
        question = entry.question
        path = (entry.cards, question.id) if entry.is_field and entry.cards else (question.id, "")
        if entry.is_field and question.block is not None:
            self.reader.report("flow.block_in_field", self.reader.mark(question, "block"), id=question.id)
        self._check_asked(question, here, path)
        inside = here
        if isinstance(question, CardsQuestion):
            self._check_fields(question, here)
            own = Own(question.id)
            inside = here.with_local({}, own)
            self.prose(question.card, here.with_local({"this": t.CardOf((question.id,))}, own))
        elif isinstance(question, MatrixQuestion):
            self._check_matrix(question, here)
        self._check_rules(question, inside, path)

    def _check_matrix(self, question: MatrixQuestion, here: Here) -> None:
        cell = question.cell
        for key, options in zip(AXES, (question.rows, question.columns), strict=True):
            self._check_source(options, (question.id, "", key), here)
        if cell.options is not None:
            self._check_source(cell.options, (question.id, "", "cell"), here)
        if cell.range is not None:
            self._check_range(cell, cell.range)

    def _check_asked(self, question: Question, here: Here, path: Path) -> None:
        self.prose(question.ask, here)
        self.prose(question.short, here)
        self.prose(question.help, here)
        self.want(question.when, here, "condition")
        match question:
            case ChoiceQuestion():
                self._check_source(question.options, (*path, "options"), here)
                self._check_pick(question, path)
            case ScaleQuestion():
                self._check_range(question, question.range)
            case NumberQuestion() | MoneyQuestion() | PercentQuestion():
                self._check_limits(question)
            case _:
                pass
        self.check_suggestion(question, here, path)

    def _check_range(self, holder: object, span: Span) -> None:
        if span.high is None:
            self.reader.report("flow.range_open", self.reader.mark(holder, "range"))

    def _check_limits(self, question: NumberQuestion | MoneyQuestion | PercentQuestion) -> None:
        if question.min is not None and question.max is not None and question.min > question.max:
            mark = self.reader.mark(question, "max")
            self.reader.report("flow.min_above_max", mark, min=question.min, max=question.max)

    # Options

    def _check_source(self, options: Options, path: tuple[str, str, str], here: Here) -> None:
        source = self.table.sources.get(path)
        if isinstance(source, SetSource) and path[2] not in AXES:
            self._fits.check_reasons(source.options, here, options.mark)
        if isinstance(source, SetSource) and options.inline is None:
            self._uses.setdefault(id(source.options), []).append(here)
        if options.inline is not None:
            self._check_options(options.inline, here)
        elif options.expression is not None and not self._is_settled(options, path):
            found = self.type_of(options.expression, options_place(self.table, path))
            item = found.item if isinstance(found, t.Many) else found
            if not isinstance(item, t.Anything) and not (found is not item and isinstance(item, t.CardOf)):
                self.reader.report("flow.options_not_cards", options.mark, text=options.expression.source)

    def _is_settled(self, options: Options, path: tuple[str, str, str]) -> bool:
        """Whether a lone name was an option set or an earlier question with cards, or is nothing at all."""
        source = self.table.sources.get(path)
        name = options.names[0] if options.names else None
        known = name in self.table.entries or name in self.table.computed_types
        return name is not None and (isinstance(source, SetSource | CardSource) or not known)

    def _check_options(self, options: Mapping[str, Option], here: Here) -> None:
        self._fits.check_advice(options)
        for option in options.values():
            self.prose(option.help, here)
            self.want(option.when, here, "condition")

    def _check_sets(self) -> None:
        """The options of a set may name what is known wherever the set is used, so `card` in cards.

        Of a set that is used nowhere, everything that was asked.
        """
        for options in self.table.options.values():
            for here in self._uses.get(id(options), (Here(self.table),)):
                told = len(self.reader.problems)
                self._check_options(options, here)
                if len(self.reader.problems) > told:
                    break  # what is wrong in two places is told once

    def _check_pick(self, question: ChoiceQuestion, path: Path) -> None:
        source = self.table.sources.get((*path, "options"))
        if question.pick is not None and isinstance(source, SetSource):
            low, found = question.pick.low, len(source.options)
            if low > found:
                self.reader.report(
                    "flow.pick_too_many", self.reader.mark(question, "pick"), low=low, found=found
                )

    # Rules and fields

    def _check_rules(self, question: Asked, here: Here, path: Path) -> None:
        if question.rules:
            inside = here.with_local({"this": self.table.question_type(question, path)})  # type: ignore[arg-type]
            for rule in question.rules:
                self.want(rule.when, inside, "condition")
                self.prose(rule.say, inside)

    def _check_fields(self, question: CardsQuestion, outside: Here) -> None:
        """Each field may name those before it; a bare name that is one of them gets a hint."""
        local = outside.with_local({"card": t.CardOf((question.id,))}).local
        order = self.table.entries[question.id].order
        siblings = frozenset(field.id for field in question.fields if field.id not in self.table.entries)
        for at, field in enumerate(question.fields):
            if field.block is not None:
                self.reader.report("flow.block_in_field", self.reader.mark(field, "block"), id=field.id)
            path = (question.id, field.id)
            own = Own(question.id, at)
            here = Here(self.table, before=order, local=local, own=own, siblings=siblings)
            self._check_asked(field, here, path)
            self._check_rules(field, here.with_local({}, Own(question.id, at + 1)), path)
