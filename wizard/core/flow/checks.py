"""Holds what a flow says against the names and types that it has. Reports; changes nothing."""

from __future__ import annotations

from wizard.core.expressions import Expression, Prose
from wizard.core.expressions import types as t
from wizard.core.expressions.check import Wanted, check, check_wanted
from wizard.core.expressions.names import Known
from wizard.core.flow.model import Loop
from wizard.core.flow.names import Here
from wizard.core.flow.reading import Reader
from wizard.core.flow.table import Table


class Checks:
    """What every check needs. Every problem goes to `reader.problems`."""

    def __init__(self, reader: Reader, table: Table) -> None:
        self.reader = reader
        self.table = table

    def type_of(self, parsed: Expression | Prose, here: Here) -> t.Type:
        """The type of an expression; what is wrong with it is reported."""
        if self.reader.is_full:
            return t.Anything()
        found, problems = check(parsed, here)
        self.reader.add(problems)
        return found

    def want(self, expression: Expression | None, here: Here, wanted: Wanted) -> None:
        """Check an expression that must give something of a kind."""
        if expression is None:
            return
        mistake = check_wanted(expression, self.type_of(expression, here), wanted)
        if mistake is not None:
            self.reader.add((mistake,))

    def prose(self, prose: Prose | None, here: Here) -> None:
        if prose is not None and not prose.is_plain:
            self.type_of(prose, here)

    def is_lost(self, name: str) -> bool:
        """Whether a name stands for something that couldn't be read, or may do so."""
        return name in self.table.lost or self.table.has_gaps

    def loop(self, loop: Loop, here: Here, *, sets_too: bool = False) -> t.Type:
        """The type of what a loop gives its name to. sets_too: it may go through an option set as well."""
        table = self.table
        if any(
            loop.name in names for names in (table.entries, table.options, table.computed_types, here.local)
        ):
            self.reader.report_taken(loop.name, loop.mark, table.marks.get(loop.name, loop.mark))
        found = self.type_of(loop.source, here)
        if isinstance(found, t.Anything):
            return found
        item = found.item if isinstance(found, t.Many) else None
        if isinstance(item, t.Anything) or (sets_too and isinstance(item, t.CardOf | t.OneOf)):
            return item
        if isinstance(item, t.CardOf) and len(item.questions) == 1:
            return item
        self.reader.report("flow.each_not_cards", loop.source.mark, source=loop.source.source)
        return t.Anything()


def is_known(name: str, here: Here) -> bool:
    """Whether a name stands for something at a place."""
    return isinstance(here.lookup(name), Known)
