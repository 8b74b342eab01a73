"""Checks the tables as which lists of cards are seen. Reports; changes nothing."""

from __future__ import annotations

from wizard.core.expressions import Expression
from wizard.core.expressions.check import names_read
from wizard.core.flow.checks import Checks
from wizard.core.flow.flow import ExpressionSource, SetSource
from wizard.core.flow.model import CardGrid, CardsQuestion, ChoiceQuestion


class GridChecks(Checks):
    """The checks of `grid`: two choices of one, that offer the same whatever else the card says."""

    def check_grids(self) -> None:
        for entry in self.table.entries.values():
            question = entry.question
            if isinstance(question, CardsQuestion) and question.grid is not None:
                self._check_grid(question, question.grid)

    def _check_grid(self, question: CardsQuestion, grid: CardGrid) -> None:
        for key, name in (("rows", grid.rows), ("columns", grid.columns)):
            self._check_axis(question, grid, key, name)
        if grid.rows == grid.columns:
            self.reader.report("flow.grid_twice", self.reader.mark(grid, "columns"), text=grid.columns)

    def _check_axis(self, question: CardsQuestion, grid: CardGrid, key: str, name: str) -> None:
        mark = self.reader.mark(grid, key)
        field = next((field for field in question.fields if field.id == name), None)
        if field is None:
            if name not in self.table.lost and not self.table.has_gaps:
                near = self.reader.near(name, _axes(question))
                self.reader.report("flow.grid_no_field", mark, text=name, **near)
        elif not isinstance(field, ChoiceQuestion) or field.pick is not None:
            self.reader.report("flow.grid_no_choice", mark, text=name)
        elif self._hangs_on_card(question, field):
            self.reader.report("flow.grid_on_card", mark, text=name)

    def _hangs_on_card(self, question: CardsQuestion, field: ChoiceQuestion) -> bool:
        """Whether what a field offers, or whether it is asked, hangs on the other fields of its card."""
        read: list[Expression | None] = [field.when]
        match self.table.sources.get((question.id, field.id, "options")):
            case SetSource(options):
                read += [option.when for option in options.values()]
            case ExpressionSource(expression):
                read.append(expression)
            case _:
                pass
        return any("card" in names_read(found) for found in read if found is not None)


def _axes(question: CardsQuestion) -> tuple[str, ...]:
    return tuple(
        field.id for field in question.fields if isinstance(field, ChoiceQuestion) and field.pick is None
    )
