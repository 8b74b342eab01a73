"""What a flow says, held against what it has: names, types, options, limits. Reports; changes nothing."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from wizard.core.expressions import Expression, Known, Prose, Wanted, check, check_wanted
from wizard.core.expressions import types as t
from wizard.core.expressions.tree import Literal, Name, Negative, Node
from wizard.core.flow.flow import Entry, FieldEntry, SetSource
from wizard.core.flow.model import (
    Asked,
    CardsQuestion,
    ChoiceQuestion,
    CoachRule,
    DateQuestion,
    FieldQuestion,
    FlowFile,
    Layout,
    LongQuestion,
    Loop,
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
from wizard.core.flow.names import Here, Table
from wizard.core.flow.reading import Reader, near
from wizard.core.problems import Problem

Number = NumberQuestion | MoneyQuestion | PercentQuestion


class Checks:
    """One flow's checks. Every problem goes to `reader.problems`."""

    def __init__(self, reader: Reader, table: Table, cells: Mapping[str, FieldQuestion]) -> None:
        self.reader = reader
        self.table = table
        self.cells = cells

    def type_of(self, parsed: Expression | Prose, here: Here) -> t.Type:
        """The type of an expression; what is wrong with it is reported."""
        found, problems = check(parsed, here)
        self.reader.problems.extend(problems)
        return found

    def want(self, expression: Expression | None, here: Here, wanted: Wanted) -> None:
        if expression is not None:
            self._note(check_wanted(expression, self.type_of(expression, here), wanted))

    def prose(self, prose: Prose | None, here: Here) -> None:
        if prose is not None:
            self.type_of(prose, here)

    def _note(self, problem: Problem | None) -> None:
        if problem is not None:
            self.reader.problems.append(problem)

    # Questions, in the order in which they are asked

    def check_questions(self) -> None:
        steps: set[str] = set()
        for entry in tuple(self.table.entries.values()):
            here = Here(self.table, before=entry.order, local=self._loop_local(entry))
            if entry.step.id not in steps:
                steps.add(entry.step.id)
                self._check_step(entry.step, Here(self.table, before=entry.order), here)
            self._check_question(entry, here)
        for name, options in self.table.options.items():
            self._check_options(options, self._options_place(name))

    def _options_place(self, name: str) -> Here:
        """Options of a set may name what is asked before the set's first question."""
        users = [
            self.table.entries[path[0]].order
            for path, source in self.table.sources.items()
            if isinstance(source, SetSource) and source.options is self.table.options[name]
        ]
        return Here(self.table, before=min(users)) if users else Here(self.table)

    def _loop_local(self, entry: Entry) -> dict[str, t.Type]:
        if entry.step.each is None:
            return {}
        return {entry.step.each.name: t.CardOf((entry.cards,)) if entry.cards else t.Anything()}

    def _check_step(self, step: Step, outside: Here, inside: Here) -> None:
        self.want(step.when, outside, "condition")
        for prose in (step.title, step.teach, step.facilitator):
            self.prose(prose, inside)

    def _check_question(self, entry: Entry, here: Here) -> None:
        question = entry.question
        self._check_asked(question, here, (question.id, ""))
        this = self._this_type(question, (question.id, ""))
        self._check_rules(question, here, this)
        if isinstance(question, CardsQuestion):
            self._check_fields(question, here)
            self.prose(question.card, here.with_local({"this": t.CardOf((question.id,))}))
        if isinstance(question, MatrixQuestion) and question.cell.options is not None:
            if question.cell.options.inline:
                self._check_options(question.cell.options.inline, here)

    def _this_type(self, question: Question, path: tuple[str, str]) -> t.Type:
        return self.table.question_type(question, path)

    def _check_asked(self, question: Asked, here: Here, path: tuple[str, str]) -> None:
        self.prose(question.ask, here)
        self.prose(question.help, here)
        self.want(question.when, here, "condition")
        if isinstance(question, ChoiceQuestion):
            if question.options.inline is not None:
                self._check_options(question.options.inline, here)
            self._check_pick(question, path)
        if isinstance(question, ScaleQuestion) and question.range.high is None:
            mark = self.reader.mark(question, "range")
            self.reader.report("flow.range_open", mark)
        if isinstance(question, Number) and question.min is not None and question.max is not None:
            if question.min > question.max:
                mark = self.reader.mark(question, "max")
                self.reader.report("flow.min_above_max", mark, min=question.min, max=question.max)
        self._check_suggestion(question, here, path)

    def _check_options(self, options: Mapping[str, Option], here: Here) -> None:
        for option in options.values():
            self.prose(option.help, here)
            self.want(option.when, here, "condition")

    def _check_pick(self, question: ChoiceQuestion, path: tuple[str, str]) -> None:
        source = self.table.sources.get((*path, "options"))
        if question.pick is None or not isinstance(source, SetSource):
            return
        if question.pick.low > len(source.options):
            mark = self.reader.mark(question, "pick")
            self.reader.report("flow.pick_too_many", mark, low=question.pick.low, found=len(source.options))

    def _check_rules(self, question: Asked, here: Here, this: t.Type) -> None:
        inside = here.with_local({"this": this})
        for rule in question.rules:
            self.want(rule.when, inside, "condition")
            self.prose(rule.say, inside)

    def _check_fields(self, question: CardsQuestion, here: Here) -> None:
        earlier: list[str] = [
            name for name, field in self.table.fields.get(question.id, {}).items() if field.loop
        ]
        order = self.table.entries[question.id].order
        for field in question.fields:
            place = Here(
                self.table,
                before=order,
                local={
                    "card": t.CardOf((question.id,)),
                    **self._loop_local(self.table.entries[question.id]),
                },
                own=(question.id, frozenset(earlier)),
                siblings=[other.id for other in question.fields if other.id not in self.table.entries],
            )
            if field.block is not None:
                self.reader.report("flow.block_in_field", self.reader.mark(field, "block"), id=field.id)
            self._check_asked(field, place, (question.id, field.id))
            earlier.append(field.id)
            own = Here(
                self.table,
                before=order,
                local={"card": t.CardOf((question.id,)), **self._loop_local(self.table.entries[question.id])},
                own=(question.id, frozenset(earlier)),
                siblings=[other.id for other in question.fields],
            )
            self._check_rules(field, own, self._this_type(field, (question.id, field.id)))

    # Suggestions

    def _check_suggestion(self, question: Asked, here: Here, path: tuple[str, str]) -> None:
        match question:
            case TextQuestion(suggest=suggest) | LongQuestion(suggest=suggest):
                self.prose(suggest, here)
            case YesNoQuestion(suggest=suggest):
                self.want(suggest, here, "condition")
            case DateQuestion(suggest=suggest):
                self.want(suggest, here, "date")
            case ScaleQuestion(suggest=suggest, range=span):
                high = Decimal(span.high) if span.high is not None else None
                self._check_number(question, suggest, here, Decimal(span.low), high)
            case NumberQuestion() | MoneyQuestion() | PercentQuestion():
                self._check_number(question, question.suggest, here, question.min, question.max)
            case ChoiceQuestion(suggest=suggest) if suggest is not None:
                self._check_choice(question, suggest, here, path)
            case _:
                pass

    def _check_number(
        self,
        question: Asked,
        suggest: Expression | None,
        here: Here,
        low: Decimal | None,
        high: Decimal | None,
    ) -> None:
        self.want(suggest, here, "number")
        value = _literal_number(suggest.tree) if suggest is not None else None
        if value is None or ((low is None or value >= low) and (high is None or value <= high)):
            return
        mark = self.reader.mark(question, "suggest")
        least, most = ("" if limit is None else str(limit) for limit in (low, high))
        self.reader.report("flow.suggestion_out_of_range", mark, value=value, least=least, most=most)

    def _check_choice(
        self, question: ChoiceQuestion, suggest: Expression, here: Here, path: tuple[str, str]
    ) -> None:
        """A bare option id means the option, so the options' ids are names here."""
        source = self.table.sources.get((*path, "options"))
        ids = tuple(source.options) if isinstance(source, SetSource) else ()
        one = self.table.source_type(source, path[1] or path[0])
        tree = suggest.tree
        if source is not None and isinstance(source, SetSource):
            bare = _option_named(tree)
            known = isinstance(tree, Literal) or (bare is not None and not _is_known(bare, here))
            if bare is not None and bare not in ids and known:
                mark = self.reader.mark(question, "suggest")
                close = near(bare, ids)
                self.reader.report("flow.suggestion_no_option", mark, text=bare, near=close, known=ids)
                return
        inside = here.with_local({name: one for name in ids if not _is_known(name, here)})
        found = self.type_of(suggest, inside)
        if isinstance(source, SetSource) and isinstance(found, t.OneOf):
            strange = [option for option in found.options if option not in ids]
            if len(strange) == len(found.options):
                mark = self.reader.mark(question, "suggest")
                self.reader.report("flow.suggestion_no_option", mark, text=strange[0], near="", known=ids)

    # The coach, the documents, the canvas

    def check_coach(self, rules: tuple[CoachRule, ...]) -> None:
        for rule in rules:
            here = Here(self.table, today=True)
            for loop in loops_of(rule):
                here = here.with_local({loop.name: self._loop_type(loop, here)})
            self.want(rule.when, here, "condition")
            self.prose(rule.say, here)
            for name in rule.about:
                if name not in self.table.entries and name not in self.table.lost:
                    mark = self.reader.key_mark(rule, "about", name)
                    close = near(name, tuple(self.table.entries))
                    self.reader.report("flow.unknown_question", mark, text=name, near=close)

    def _loop_type(self, loop: Loop, here: Here) -> t.Type:
        """A coach loop goes over cards or over the options of a set."""
        found = self.type_of(loop.source, here)
        if isinstance(found, t.Many) and isinstance(found.item, t.CardOf | t.OneOf | t.Anything):
            return found.item
        if not isinstance(found, t.Anything):
            self.reader.report("flow.each_not_cards", loop.mark, source=loop.source.source)
        return t.Anything()

    def check_file(self, file: FlowFile, layout: Layout | None) -> None:
        blocks = tuple(block.id for block in layout.blocks) if layout else ()
        for entry in self.table.entries.values():
            block = entry.question.block
            if block is None or (file.canvas is not None and layout is None):
                continue
            if block not in blocks:
                mark = self.reader.mark(entry.question, "block")
                self.reader.report("flow.unknown_block", mark, text=block, near=near(block, blocks))
        if file.name_from is not None:
            self._check_name_from(file)
        if layout is not None:
            self._check_layout(layout)

    def _check_name_from(self, file: FlowFile) -> None:
        name = file.name_from or ""
        entry = self.table.entries.get(name)
        if name not in self.table.lost and (entry is None or not isinstance(entry.question, TextQuestion)):
            mark = self.reader.mark(file, "name_from")
            close = near(name, tuple(self.table.entries))
            self.reader.report("flow.name_from_no_text", mark, text=name, near=close)

    def _check_layout(self, layout: Layout) -> None:
        taken: dict[tuple[int, int], str] = {}
        for block in layout.blocks:
            mark = self.reader.mark(block)
            right, bottom = block.column + block.width - 1, block.row + block.height - 1
            if right > layout.grid.columns or bottom > layout.grid.rows or min(block.column, block.row) < 1:
                self.reader.report("flow.block_off_grid", mark, text=block.id)
                continue
            for cell in (
                (c, r) for c in range(block.column, right + 1) for r in range(block.row, bottom + 1)
            ):
                if cell in taken and taken[cell] != block.id:
                    self.reader.report("flow.blocks_overlap", mark, text=block.id, other=taken[cell])
                    break
                taken[cell] = block.id


def loops_of(rule: CoachRule) -> tuple[Loop, ...]:
    """The loops of a coach rule, also when there is only one."""
    return (rule.each,) if isinstance(rule.each, Loop) else rule.each


def _literal_number(node: Node) -> Decimal | None:
    if isinstance(node, Literal) and isinstance(node.value, Decimal):
        return node.value
    if isinstance(node, Negative) and (inner := _literal_number(node.of)) is not None:
        return -inner
    return None


def _option_named(node: Node) -> str | None:
    """The text of a lone literal or a lone name."""
    if isinstance(node, Literal) and isinstance(node.value, str):
        return node.value
    return node.name if isinstance(node, Name) else None


def _is_known(name: str, here: Here) -> bool:

    return isinstance(here.lookup(name), Known)


__all__ = ["Checks", "FieldEntry", "loops_of"]
