"""Checks what sees the whole flow: computed values, coach, documents, canvas. Reports; changes nothing."""

from __future__ import annotations

import re

from wizard.core.expressions import types as t
from wizard.core.flow.checks import Checks
from wizard.core.flow.computed import Computing
from wizard.core.flow.model import Block, CoachRule, Computed, FlowFile, Layout, TextQuestion
from wizard.core.flow.names import Here
from wizard.core.nodes import Mapping as MappingNode
from wizard.core.problems import Mark

_CELLS_OF_A_GRID = 1_000
_CLASHES: dict[type[t.Type], tuple[str, ...]] = {
    t.MoneyType: ("percent", "months"),
    t.PercentType: ("money", "months"),
}
"""What a type of number is never shown as."""


class WholeChecks(Checks):
    """The checks of what sees everything."""

    def check_computed(self, computing: Computing) -> None:
        for name, written in computing.written.items():
            if name in computing.in_circles:
                continue
            computed, here = written.computed, Here(self.table)
            if computed.each is not None:
                item = self.loop(computed.each, here)
                here = here.with_local({computed.each.name: item})
                self._check_field_id(name, item, computing)
            found = self.type_of(computed.value, here)
            for unless in computed.unless:
                self.want(unless.when, here, "condition")
                self.prose(unless.say, here)
            self._check_unit(computed, found)

    def _check_unit(self, computed: Computed, found: t.Type) -> None:
        """What it is shown as must be what it gives: money is no share, and no number of months."""
        if computed.as_ is None or isinstance(found, t.Anything):
            return
        mark = computed.value.mark
        if not t.is_numeric(found):
            self.reader.report("expression.wants_number", mark, kind=t.kind(found))
        elif computed.as_ in _CLASHES.get(type(found), ()):
            code = "flow.money_as" if isinstance(found, t.MoneyType) else "flow.percent_as"
            self.reader.report(code, mark, unit=computed.as_)

    def _check_field_id(self, name: str, item: t.Type, computing: Computing) -> None:
        fields = self.table.fields.get(item.questions[0], {}) if isinstance(item, t.CardOf) else {}
        if name in fields:
            first = self.reader.mark(fields[name].question, "id")
            self.reader.report_taken(name, computing.written[name].mark, first)

    def check_coach(self, rules: tuple[CoachRule, ...]) -> None:
        for rule in rules:
            here = Here(self.table, today=True)
            for loop in rule.loops:
                here = here.with_local({loop.name: self.loop(loop, here, sets_too=True)})
            self.want(rule.when, here, "condition")
            self.prose(rule.say, here)
            for name in rule.about:
                if name not in self.table.entries and not self.is_lost(name):
                    mark = self.reader.key_mark(rule, "about", name)
                    near = self.reader.near(name, tuple(self.table.entries))
                    self.reader.report("flow.unknown_question", mark, text=name, **near)

    def check_file(self, file: FlowFile) -> None:
        name = file.name_from
        if name is not None and not self.is_lost(name):
            entry = self.table.entries.get(name)
            if entry is None or entry.is_field or not isinstance(entry.question, TextQuestion):
                mark = self.reader.mark(file, "name_from")
                near = self.reader.near(name, tuple(self.table.entries)) if entry is None else {}
                self.reader.report("flow.name_from_no_text", mark, text=name, **near)
        for name, text in file.words.items():
            if "{{" in text:
                self.reader.report("flow.plain_words", self._word_mark(file, name), id=name)
        taken: set[str] = set()
        for document in file.documents:
            mark = self.reader.mark(document, "file")
            if re.search(r"^[/\\~]|^[A-Za-z]:|(^|[/\\])\.\.([/\\]|$)|[\x00-\x1f]", document.file):
                self.reader.report("flow.document_outside", mark, text=document.file)
            elif document.file in taken:
                self.reader.report("flow.document_twice", mark, text=document.file)
            taken.add(document.file)

    def _word_mark(self, file: FlowFile, name: str) -> Mark:
        """Where the text of a word stands."""
        words = self.reader.node(file, "words")
        found = words.get(name) if isinstance(words, MappingNode) else None
        return found.mark if found is not None else self.reader.mark(file, "words")

    def check_blocks(self, file: FlowFile, layout: Layout | None) -> None:
        """layout: None where the flow names none, or names one that couldn't be read."""
        blocks = tuple(block.id for block in layout.blocks) if layout else ()
        for entry in self.table.entries.values():
            block = entry.question.block
            if block is None or entry.is_field or block in blocks or (layout is None and file.canvas):
                continue
            mark = self.reader.mark(entry.question, "block")
            if layout is None:
                self.reader.report("flow.block_without_canvas", mark)
            else:
                self.reader.report("flow.unknown_block", mark, text=block, **self.reader.near(block, blocks))
        if layout is not None:
            self._check_layout(layout)

    def _check_layout(self, layout: Layout) -> None:
        taken: dict[tuple[int, int], str] = {}
        ids: dict[str, Block] = {}
        for block in layout.blocks:
            if block.id in ids:
                first = self.reader.mark(ids[block.id], "id")
                self.reader.report_taken(block.id, self.reader.mark(block, "id"), first)
            elif not _is_on_grid(block, layout):
                self.reader.report("flow.block_off_grid", self.reader.mark(block), text=block.id)
            else:
                cells = _cells(block)
                other = next((taken[cell] for cell in cells if cell in taken), None)
                if other is not None:
                    self.reader.report(
                        "flow.blocks_overlap", self.reader.mark(block), text=block.id, other=other
                    )
                taken.update(dict.fromkeys(cells, block.id))
            ids.setdefault(block.id, block)
        if layout.colour_by is not None and layout.colour_by not in ids:
            near = self.reader.near(layout.colour_by, tuple(block.id for block in layout.blocks))
            mark = self.reader.mark(layout, "colour_by")
            self.reader.report("flow.unknown_block", mark, text=layout.colour_by, **near)


def _is_on_grid(block: Block, layout: Layout) -> bool:
    right, bottom = block.column + block.width - 1, block.row + block.height - 1
    inside = right <= layout.grid.columns and bottom <= layout.grid.rows
    size = block.width * block.height
    return inside and min(block.column, block.row) >= 1 and 1 <= size <= _CELLS_OF_A_GRID


def _cells(block: Block) -> list[tuple[int, int]]:
    columns = range(block.column, block.column + block.width)
    return [(column, row) for column in columns for row in range(block.row, block.row + block.height)]
