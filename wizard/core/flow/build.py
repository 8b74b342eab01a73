"""From the texts of a flow to a Flow, or to every problem that can be known without answers."""

from __future__ import annotations

import msgspec

from wizard.core.expressions import Prose
from wizard.core.expressions import types as t
from wizard.core.flow.checks import Checks
from wizard.core.flow.computed import computed_in_order
from wizard.core.flow.flow import CardSource, Entry, ExpressionSource, FieldEntry, Flow, SetSource
from wizard.core.flow.model import (
    CardsQuestion,
    Cell,
    ChoiceQuestion,
    CoachRule,
    Computed,
    FieldQuestion,
    FlowFile,
    Layout,
    LibraryFile,
    MatrixQuestion,
    Option,
    Options,
    Question,
    ScaleQuestion,
    Step,
)
from wizard.core.flow.names import Here, Table
from wizard.core.flow.reading import Reader, Unreadable, near
from wizard.core.nodes import Node
from wizard.core.problems import Mark, Problem


class Source(msgspec.Struct, frozen=True):
    """One YAML file: its name, its lines, and what it says; node None where it couldn't be read."""

    file: str
    lines: tuple[str, ...]
    node: Node | None


class Sources(msgspec.Struct, frozen=True):
    """Everything that a flow is built from. libraries: in the order in which they are used.

    digest: of all the texts together.
    """

    flow: Source
    libraries: tuple[Source, ...]
    layout: Source | None
    digest: str


class Built(msgspec.Struct, frozen=True):
    """flow is None where a problem of severity `error` stands in the way."""

    flow: Flow | None
    problems: tuple[Problem, ...]


def build(sources: Sources) -> Built:
    """Read, resolve and check a flow. All its problems come at once, in the order of the file."""
    builder = _Builder(sources)
    flow = builder.built()
    problems = tuple(sorted(set_of(builder.reader.problems), key=_by_place))
    stopped = any(problem.severity == "error" for problem in problems)
    return Built(None if stopped else flow, problems)


def set_of(problems: list[Problem]) -> list[Problem]:
    """The problems, each once: an included file may be reached by several ways."""
    seen: list[Problem] = []
    keys = set()
    for problem in problems:
        key = (problem.code, problem.mark, str(problem.details))
        if key not in keys:
            keys.add(key)
            seen.append(problem)
    return seen


def _by_place(problem: Problem) -> tuple[str, int, int]:
    mark = problem.mark or Mark("", 0, 0)
    return mark.file, mark.line, mark.column


class _Builder:
    """One building of one flow."""

    def __init__(self, sources: Sources) -> None:
        self.sources = sources
        self.reader = Reader()
        self.table = Table(lost=self.reader.lost)
        self.libraries: dict[str, LibraryFile] = {}
        self.computed: dict[str, Computed] = {}
        self.computed_fields: dict[tuple[str, str], Computed] = {}
        self.cells: dict[str, FieldQuestion] = {}

    def built(self) -> Flow | None:
        file = self._read_files()
        layout = self._read_layout()
        if file is None:
            return None
        self._add_options(file)
        steps = self._steps(file)
        self._add_entries(steps)
        self._add_fields()
        self._resolve_options()
        rules = self._coach(file)
        computed = self._compute(file)
        checks = Checks(self.reader, self.table, self.cells)
        checks.check_questions()
        checks.check_coach(rules)
        checks.check_file(file, layout)
        return Flow(
            file=file,
            digest=self.sources.digest,
            steps=steps,
            entries=self.table.entries,
            fields=self.table.fields,
            sources=self.table.sources,
            options=self.table.options,
            computed=computed,
            computed_fields=self.computed_fields,
            coach=rules,
            layout=layout,
            cells=self.cells,
            link_fields=_link_fields(self.table),
        )

    def _read_files(self) -> FlowFile | None:
        for source in self.sources.libraries:
            if source.node is None:
                continue
            library = self.reader.read_file(LibraryFile, source.file, source.lines, source.node)
            if not isinstance(library, Unreadable):
                self.libraries[library.lib] = library
        source = self.sources.flow
        if source.node is None:
            return None
        file = self.reader.read_file(FlowFile, source.file, source.lines, source.node)
        return None if isinstance(file, Unreadable) else file

    def _read_layout(self) -> Layout | None:
        source = self.sources.layout
        if source is None or source.node is None:
            return None
        layout = self.reader.read_file(Layout, source.file, source.lines, source.node)
        return None if isinstance(layout, Unreadable) else layout

    def _add_options(self, file: FlowFile) -> None:
        for holder in self._holders(file):
            for name, options in holder.options.items():
                mark = self.reader.key_mark(holder, "options", name)
                if self._is_new(name, mark):
                    self.table.options[name] = options

    def _holders(self, file: FlowFile) -> tuple[FlowFile | LibraryFile, ...]:
        return (*self.libraries.values(), file)

    def _is_new(self, name: str, mark: Mark) -> bool:
        """Option sets, questions and computed values share one namespace."""
        taken = name in self.table.options or name in self.table.entries or name in self.computed
        if taken:
            self.reader.report("flow.duplicate_id", mark, id=name)
        return not taken

    # Steps and questions

    def _steps(self, file: FlowFile) -> tuple[Step, ...]:
        steps: dict[str, Step] = {}
        for entry in file.steps:
            step = self._used_step(entry) if entry.use is not None else entry
            if step is None or not self._is_whole(entry if entry.use is None else step):
                continue
            if step.id in steps:
                self.reader.report("flow.duplicate_id", self.reader.mark(entry, "id"), id=step.id)
            else:
                steps[step.id] = step
        return tuple(steps.values())

    def _is_whole(self, step: Step) -> bool:
        missing = [key for key in ("id", "title") if not getattr(step, key)]
        for key in missing:
            self.reader.report("flow.missing_key", self.reader.mark(step), key=key)
        return not missing

    def _used_step(self, entry: Step) -> Step | None:
        library, _, name = (entry.use or "").partition(".")
        steps = {step.id: step for step in self.libraries[library].steps} if library in self.libraries else {}
        if name not in steps:
            self._report_use(entry, entry.use or "", library, tuple(steps))
        return steps.get(name)

    def _report_use(self, thing: object, text: str, library: str, inside: tuple[str, ...]) -> None:
        mark = self.reader.mark(thing, "use")
        known = tuple(f"{library}.{name}" for name in inside) if inside else tuple(self.libraries)
        self.reader.report("flow.unknown_use", mark, text=text, near=near(text, known), known=known)

    def _add_entries(self, steps: tuple[Step, ...]) -> None:
        for step in steps:
            cards = self._loop_cards(step)
            for question in step.ask:
                mark = self.reader.mark(question, "id")
                if not self._is_new(question.id, mark):
                    continue
                order = len(self.table.entries)
                self.table.entries[question.id] = Entry(question, step, order, cards)
                if cards is not None and isinstance(question, MatrixQuestion):
                    self.reader.report("flow.matrix_in_each", mark, id=question.id)

    def _loop_cards(self, step: Step) -> str | None:
        """The question whose cards an `each` step goes through."""
        if step.each is None:
            return None
        loop = step.each
        here = Here(self.table, before=len(self.table.entries))
        found = Checks(self.reader, self.table, self.cells).type_of(loop.source, here)
        if loop.name in self.table.entries or loop.name in self.table.options:
            self.reader.report("flow.duplicate_id", loop.mark, id=loop.name)
        self.table.loops[loop.name] = step.id
        if isinstance(found, t.Many) and isinstance(found.item, t.CardOf) and len(found.item.questions) == 1:
            return found.item.questions[0]
        if not isinstance(found, t.Anything):
            self.reader.report("flow.each_not_cards", loop.mark, source=loop.source.source)
        return None

    def _add_fields(self) -> None:
        for entry in self.table.entries.values():
            if not isinstance(entry.question, CardsQuestion):
                continue
            fields = self.table.fields.setdefault(entry.question.id, {})
            if not entry.question.fields and entry.question.id not in self.reader.lost:
                mark = self.reader.mark(entry.question, "fields")
                self.reader.report("flow.no_fields", mark, id=entry.question.id)
            for field in entry.question.fields:
                self._add_field(entry.question.id, FieldEntry(field), self.reader.mark(field, "id"))
            if entry.cards is not None and entry.step.each is not None:
                loop = entry.step.each
                link = _link_field(loop.name, entry.cards, loop.mark)
                self._add_field(entry.question.id, FieldEntry(link, loop=True), loop.mark)
            del fields
        for entry in self.table.entries.values():
            if entry.is_field and not isinstance(entry.question, CardsQuestion | MatrixQuestion):
                assert entry.cards is not None
                mark = self.reader.mark(entry.question, "id")
                self._add_field(entry.cards, FieldEntry(entry.question, entry), mark)

    def _add_field(self, question: str, field: FieldEntry, mark: Mark) -> None:
        fields = self.table.fields.setdefault(question, {})
        if field.question.id in fields:
            self.reader.report("flow.duplicate_id", mark, id=field.question.id)
        else:
            fields[field.question.id] = field

    # Options

    def _resolve_options(self) -> None:
        for entry in self.table.entries.values():
            question = entry.question
            if isinstance(question, MatrixQuestion):
                self._resolve_matrix(question, entry)
            elif not entry.is_field:
                self._resolve_choice(question, (question.id, ""), entry)
        for question_id, fields in self.table.fields.items():
            for field_id, field in fields.items():
                self._resolve_choice(field.question, (question_id, field_id), field.entry)

    def _resolve_choice(self, question: Question, path: tuple[str, str], entry: Entry | None) -> None:
        if isinstance(question, ChoiceQuestion):
            order = (entry or self.table.entries[path[0]]).order
            self._resolve(question, "options", question.options, (*path, "options"), order)

    def _resolve_matrix(self, question: MatrixQuestion, entry: Entry) -> None:
        for axis in ("rows", "columns"):
            self._resolve(question, axis, getattr(question, axis), (question.id, "", axis), entry.order)
        cell = question.cell
        if cell.options is not None:
            self._resolve(cell, "options", cell.options, (question.id, "", "cell"), entry.order)
        wanted = "range" if cell.type == "scale" else "options"
        if getattr(cell, wanted) is None:
            self.reader.report("flow.missing_key", self.reader.mark(cell), key=wanted)
            return
        self.cells[question.id] = _cell_question(cell)

    def _resolve(
        self, thing: object, key: str, options: Options, path: tuple[str, str, str], order: int
    ) -> None:
        mark = self.reader.mark(thing, key)
        if options.inline is not None:
            self.table.sources[path] = SetSource(options.inline)
        elif options.expression is not None:
            here = Here(self.table, before=order, local=self._card_local(path, order))
            found = Checks(self.reader, self.table, self.cells).type_of(options.expression, here)
            if isinstance(found, t.Many) and isinstance(found.item, t.CardOf):
                questions = found.item.questions
                self.table.sources[path] = ExpressionSource(options.expression, questions)
            elif not isinstance(found, t.Anything):
                self.reader.report("flow.options_not_cards", mark, text=options.expression.source)
        elif len(options.names) == 1 and options.names[0] in self.table.options:
            self.table.sources[path] = SetSource(self.table.options[options.names[0]])
        else:
            self._resolve_cards(thing, key, options, path, order)

    def _card_local(self, path: tuple[str, str, str], order: int) -> dict[str, t.Type]:
        """`card` in the options of a field; the loop's name in an `each` step."""
        local: dict[str, t.Type] = {"card": t.CardOf((path[0],))} if path[1] else {}
        entry = next((e for e in self.table.entries.values() if e.order == order), None)
        if entry is not None and entry.cards is not None and entry.step.each is not None:
            local[entry.step.each.name] = t.CardOf((entry.cards,))
        return local

    def _resolve_cards(
        self, thing: object, key: str, options: Options, path: tuple[str, str, str], order: int
    ) -> None:
        good: list[str] = []
        for name in options.names:
            mark = self.reader.key_mark(thing, key, name)
            entry = self.table.entries.get(name)
            if entry is not None and isinstance(entry.question, CardsQuestion):
                if entry.order >= order and not self._is_loop(path):
                    self.reader.report("name.later", mark, name=name)
                else:
                    good.append(name)
            elif name not in self.table.lost:
                known = (*self.table.options, *self.table.fields)
                code = "flow.unknown_options" if entry is None else "flow.options_not_cards"
                self.reader.report(code, mark, text=name, near=near(name, known), known=known)
        if len(good) == len(options.names):
            self.table.sources[path] = CardSource(tuple(good))

    def _is_loop(self, path: tuple[str, str, str]) -> bool:
        return self.table.fields.get(path[0], {})[path[1]].loop if path[1] else False

    # What judges and what is worked out

    def _coach(self, file: FlowFile) -> tuple[CoachRule, ...]:
        rules: dict[str, CoachRule] = {}
        for entry in file.coach:
            for rule in self._used_rules(entry) if entry.use is not None else (entry,):
                for key in ("id", "say"):
                    if not getattr(rule, key):
                        code = "flow.without_say" if key == "say" else "flow.missing_key"
                        self.reader.report(code, self.reader.mark(rule), key=key)
                if rule.id and rule.id in rules:
                    self.reader.report("flow.duplicate_id", self.reader.mark(rule, "id"), id=rule.id)
                elif rule.id:
                    rules[rule.id] = rule
        return tuple(rules.values())

    def _used_rules(self, entry: CoachRule) -> tuple[CoachRule, ...]:
        library, _, name = (entry.use or "").partition(".")
        found = self.libraries.get(library)
        rules = {rule.id: rule for rule in found.coach} if found else {}
        if found is not None and not name:
            return tuple(rules.values())
        if name in rules:
            return (rules[name],)
        self._report_use(entry, entry.use or "", library, tuple(rules))
        return ()

    def _compute(self, file: FlowFile) -> dict[str, Computed]:
        found: dict[str, tuple[Computed, Mark]] = {}
        for holder in self._holders(file):
            for name, computed in holder.compute.items():
                mark = self.reader.key_mark(holder, "compute", name)
                if computed.each is not None:
                    found[name] = (computed, mark)
                elif self._is_new(name, mark):
                    self.computed[name] = computed
                    found[name] = (computed, mark)
        return computed_in_order(found, self.reader, self.table, self.cells, self.computed_fields)


def _link_fields(table: Table) -> dict[str, tuple[str, ...]]:
    """The fields of each kind of card that hold cards."""
    found: dict[str, tuple[str, ...]] = {}
    for (question, field, part), source in table.sources.items():
        if field and part == "options" and isinstance(source, CardSource | ExpressionSource):
            found[question] = (*found.get(question, ()), field)
    return found


def _cell_question(cell: Cell) -> FieldQuestion:
    ask = Prose("", Mark("", 1, 1), ())
    if cell.type == "scale":
        assert cell.range is not None
        return ScaleQuestion(id="cell", ask=ask, range=cell.range, low=cell.low, high=cell.high)
    assert cell.options is not None
    return ChoiceQuestion(id="cell", ask=ask, options=cell.options)


def _link_field(name: str, cards: str, mark: Mark) -> ChoiceQuestion:
    """The field that holds the loop card in cards that are written inside an `each` step."""
    return ChoiceQuestion(id=name, ask=Prose(name, mark, (name,)), options=Options(mark, names=(cards,)))


__all__ = ["Built", "Option", "Source", "Sources", "build"]
