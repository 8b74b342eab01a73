"""From the texts of a flow to a Flow, or to every problem that can be known without answers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec

from wizard.core.flow.check_grids import GridChecks
from wizard.core.flow.check_migrations import MigrationChecks
from wizard.core.flow.check_questions import QuestionChecks
from wizard.core.flow.check_sensitivity import SensitivityChecks
from wizard.core.flow.check_whole import WholeChecks
from wizard.core.flow.computed import Computing, Written
from wizard.core.flow.flow import CardSource, ExpressionSource, Flow
from wizard.core.flow.model import CoachRule, FlowFile, Layout, LibraryFile, Step
from wizard.core.flow.placing import Placing
from wizard.core.flow.reading import Reader, Unreadable
from wizard.core.flow.table import Table
from wizard.core.nodes import Mapping as MappingNode
from wizard.core.nodes import Node
from wizard.core.problems import Mark, Problem

Holder = FlowFile | LibraryFile


class Source(msgspec.Struct, frozen=True):
    """One YAML file: its name, its lines, and what it says; node None where it couldn't be read."""

    file: str
    lines: tuple[str, ...]
    node: Node | None


class Sources(msgspec.Struct, frozen=True):
    """Everything that a flow is built from. libraries: in the order in which they are used.

    digest: of all the texts together. translation: whose texts were laid over the others, None for none.
    """

    flow: Source
    libraries: tuple[Source, ...]
    layout: Source | None
    digest: str
    translation: Source | None = None


class Built(msgspec.Struct, frozen=True):
    """flow is None where a problem of severity `error` stands in the way.

    templates: those that its documents name, and where; also where there is no flow.
    """

    flow: Flow | None
    problems: tuple[Problem, ...]
    templates: tuple[tuple[str, Mark], ...] = ()


def build(sources: Sources) -> Built:
    """Read, resolve and check a flow. All its problems come at once, in the order of the file."""
    builder = _Builder(sources)
    flow = builder.built()
    problems = in_order(builder.reader.problems)
    stopped = any(problem.severity == "error" for problem in problems)
    return Built(None if stopped else flow, problems, builder.templates)


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems file by file, each once: something repeated by its *name is read each time."""
    once = {(problem.code, problem.mark, str(problem.details)): problem for problem in problems}
    return tuple(sorted(once.values(), key=lambda problem: problem.mark or Mark("", 0, 0)))


class _Builder:
    """One building of one flow."""

    def __init__(self, sources: Sources) -> None:
        self.sources = sources
        self.reader = Reader()
        if sources.translation is not None:
            self.reader.others[sources.translation.file] = sources.translation.lines
        self.table = Table(lost=self.reader.lost)
        self.libraries: dict[str, LibraryFile] = {}
        self.templates: tuple[tuple[str, Mark], ...] = ()
        self.spoilt: list[CoachRule] = []  # looked into all the same, so that everything is told at once

    def built(self) -> Flow | None:
        self._read_libraries()
        file = self._read_flow()
        layout = self._read_layout()
        if file is None:
            return None
        holders: tuple[Holder, ...] = (*self.libraries.values(), file)
        self._add_options(holders)
        self.templates = tuple((one.template, self.reader.mark(one, "template")) for one in file.documents)
        steps, rules = self._steps(file), self._coach(file)
        computing = Computing(self._computed(holders, steps), self.reader, self.table)
        placing = Placing(self.reader, self.table, computing)
        placing.place(steps)
        computing.end()
        QuestionChecks(self.reader, self.table).check_questions()
        GridChecks(self.reader, self.table).check_grids()
        whole = WholeChecks(self.reader, self.table)
        whole.check_computed(computing)
        whole.check_coach((*rules, *self.spoilt))
        whole.check_file(file)
        whole.check_blocks(file, layout)
        SensitivityChecks(self.reader, self.table).check_sensitivity(file, computing)
        MigrationChecks(self.reader, self.table).check_migrations(file)
        return Flow(
            file=file,
            digest=self.sources.digest,
            steps=steps,
            entries=self.table.entries,
            fields=self.table.fields,
            sources=self.table.sources,
            options=self.table.options,
            computed=computing.values,
            computed_fields=computing.fields,
            coach=rules,
            layout=layout,
            cells=placing.cells,
            link_fields=_link_fields(self.table),
            titled=computing.titled(),
        )

    # Files

    def _read_libraries(self) -> None:
        for source in self.sources.libraries:
            if source.node is None:
                self.table.has_gaps = True
                continue
            stand_ins = {"lib": ""}
            library = self.reader.read_file(LibraryFile, source.file, source.lines, source.node, stand_ins)
            if isinstance(library, Unreadable) or not library.lib:
                self.table.has_gaps = True
            elif library.lib in self.libraries:
                self.reader.report("flow.duplicate_library", self.reader.mark(library, "lib"), id=library.lib)
            else:
                self.libraries[library.lib] = library
                self._check_entries(library)

    def _check_entries(self, library: LibraryFile) -> None:
        """What a library holds is whole, also where no flow uses it."""
        entries: tuple[Step | CoachRule, ...] = (*library.steps, *library.coach)
        for entry in entries:
            if entry.use is not None:
                self.reader.report("flow.use_in_library", self.reader.mark(entry, "use"))
            else:
                self._is_whole(entry)

    def _read_flow(self) -> FlowFile | None:
        source = self.sources.flow
        if source.node is None:
            return None
        if not isinstance(source.node, MappingNode) or _is_no_flow(_keys(source.node)):
            keys = _keys(source.node) if isinstance(source.node, MappingNode) else ()
            if "lib" in keys:
                self.reader.report("flow.is_library", source.node.mark)
            elif "translation" in keys:
                self.reader.report("flow.is_translation", source.node.mark)
            else:
                code = "flow.is_gallery" if "gallery" in keys else "flow.not_a_flow"
                self.reader.report(code, source.node.mark)
            return None
        stand_ins = {"flow": "", "title": "", "steps": ()}
        file = self.reader.read_file(FlowFile, source.file, source.lines, source.node, stand_ins)
        return None if isinstance(file, Unreadable) else file

    def _read_layout(self) -> Layout | None:
        source = self.sources.layout
        if source is None or source.node is None:
            return None
        layout = self.reader.read_file(Layout, source.file, source.lines, source.node, {})
        return None if isinstance(layout, Unreadable) else layout

    # What files have in common: option sets and computed values

    def _add_options(self, holders: Iterable[Holder]) -> None:
        for holder in holders:
            for name, options in holder.options.items():
                mark = self.reader.key_mark(holder, "options", name)
                if name in self.table.options:
                    self.reader.report_taken(name, mark, self.table.marks[name])
                else:
                    self.table.options[name] = options
                    self.table.marks[name] = mark

    def _computed(self, holders: Iterable[Holder], steps: tuple[Step, ...]) -> Mapping[str, Written]:
        asked = {question.id: question for step in steps for question in step.ask}
        found: dict[str, Written] = {}
        for holder in holders:
            for name, computed in holder.compute.items():
                mark = self.reader.key_mark(holder, "compute", name)
                first = found[name].mark if name in found else None
                if computed.each is None and name in self.table.options:
                    first = self.table.marks[name]
                elif computed.each is None and name in asked:
                    first = self.reader.mark(asked[name], "id")
                if first is not None:
                    self.reader.report_taken(name, mark, first)
                else:
                    found[name] = Written(computed, mark)
        return found

    # What a flow places: its own steps and rules, and those of libraries

    def _steps(self, file: FlowFile) -> tuple[Step, ...]:
        steps: dict[str, Step] = {}
        for entry in file.steps:
            step = entry if entry.use is None else self._used_step(entry)
            if step is None or not self._is_whole(step):
                self._lose(step)
            elif step.id in steps:
                self.reader.report_taken(
                    step.id, self.reader.mark(entry, "id"), self.reader.mark(steps[step.id], "id")
                )
                self._lose(step)
            else:
                steps[step.id] = step
        return tuple(steps.values())

    def _lose(self, step: Step | None) -> None:
        """Nothing more is said about what a step would have asked, but for the step itself."""
        if step is not None:
            self.table.lost.update(question.id for question in step.ask)

    def _is_whole(self, entry: Step | CoachRule) -> bool:
        """Whether it has all that it needs; what is there and can't be read has been told already."""
        wanted = ("id", "title") if isinstance(entry, Step) else ("id", "when", "say")
        missing = [key for key in wanted if not getattr(entry, key)]
        for key in missing:
            if self.reader.node(entry, key) is None:
                self.reader.report_missing(key, self.reader.mark(entry))
        return not missing

    def _used_step(self, entry: Step) -> Step | None:
        if entry != Step(use=entry.use):
            self.reader.report("flow.use_alone", self.reader.mark(entry))
        library, _, name = (entry.use or "").partition(".")
        found = self.libraries.get(library)
        steps = {step.id: step for step in found.steps if step.id} if found else {}
        if name not in steps:
            self._report_use(entry, entry.use or "", library, tuple(steps))
        return steps.get(name)

    def _report_use(self, thing: object, text: str, library: str, inside: tuple[str, ...]) -> None:
        """What is used isn't there; nothing is said where it may be in a file that couldn't be read."""
        if self.table.has_gaps and library not in self.libraries:
            return
        mark = self.reader.mark(thing, "use")
        known = tuple(f"{library}.{name}" for name in inside) if inside else tuple(self.libraries)
        if known:
            self.reader.report(
                "flow.unknown_use", mark, text=text, known=known, **self.reader.near(text, known)
            )
        else:
            self.reader.report("flow.nothing_used", mark, text=text)

    def _coach(self, file: FlowFile) -> tuple[CoachRule, ...]:
        rules: dict[str, CoachRule] = {}
        for entry in file.coach:
            for rule in (entry,) if entry.use is None else self._used_rules(entry):
                whole = self._is_whole(rule)
                if rule.id and rule.id in rules:
                    mark = self.reader.mark(entry if entry.use is not None else rule, "id")
                    self.reader.report_taken(rule.id, mark, self.reader.mark(rules[rule.id], "id"))
                    self.spoilt.append(rule)
                elif whole:
                    rules[rule.id] = rule
                else:
                    self.spoilt.append(rule)
        return tuple(rules.values())

    def _used_rules(self, entry: CoachRule) -> tuple[CoachRule, ...]:
        if entry != CoachRule(use=entry.use):
            self.reader.report("flow.use_alone", self.reader.mark(entry))
        library, dot, name = (entry.use or "").partition(".")
        found = self.libraries.get(library)
        rules = {rule.id: rule for rule in found.coach if rule.id and rule.use is None} if found else {}
        if found is not None and not dot:
            return tuple(rules.values())
        if name in rules:
            return (rules[name],)
        self._report_use(entry, entry.use or "", library, tuple(rules))
        return ()


def _is_no_flow(keys: frozenset[str]) -> bool:
    """Whether a file is something else; a translation has steps too."""
    return "flow" not in keys and ("translation" in keys or "steps" not in keys)


def _keys(node: MappingNode) -> frozenset[str]:
    return frozenset(key.text for key, _ in node.pairs)


def _link_fields(table: Table) -> dict[str, tuple[str, ...]]:
    """The fields of each kind of card that hold cards."""
    found: dict[str, tuple[str, ...]] = {}
    for (question, field, part), source in table.sources.items():
        if field and part == "options" and isinstance(source, CardSource | ExpressionSource):
            found[question] = (*found.get(question, ()), field)
    return found


__all__ = ["Built", "Source", "Sources", "build", "in_order"]
