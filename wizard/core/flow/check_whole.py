"""Checks what sees the whole flow: computed values, coach, documents, canvas. Reports; changes nothing."""

from __future__ import annotations

import re

from wizard.core.expressions import types as t
from wizard.core.flow.checks import Checks
from wizard.core.flow.computed import Computing
from wizard.core.flow.model import Block, CoachRule, FlowFile, Layout, TextQuestion
from wizard.core.flow.names import Here

_CELLS_OF_A_GRID = 1_000


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
            if computed.as_ is not None and not (t.is_numeric(found) or isinstance(found, t.Anything)):
                mark = computed.value.mark
                self.reader.report("expression.wants_number", mark, kind=t.kind(found))

    def _check_field_id(self, name: str, item: t.Type, computing: Computing) -> None:
        if isinstance(item, t.CardOf) and name in self.table.fields.get(item.questions[0], {}):
            self.reader.report("flow.duplicate_id", computing.written[name].mark, id=name)

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
        taken: set[str] = set()
        for document in file.documents:
            mark = self.reader.mark(document, "file")
            if re.search(r"^[/\\~]|^[A-Za-z]:|(^|[/\\])\.\.([/\\]|$)|[\x00-\x1f]", document.file):
                self.reader.report("flow.document_outside", mark, text=document.file)
            elif document.file in taken:
                self.reader.report("flow.document_twice", mark, text=document.file)
            taken.add(document.file)

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
        ids: set[str] = set()
        for block in layout.blocks:
            if block.id in ids:
                self.reader.report("flow.duplicate_id", self.reader.mark(block, "id"), id=block.id)
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
            ids.add(block.id)
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
