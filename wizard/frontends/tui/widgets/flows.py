"""FlowList: the flows that one can begin with, each on a line with the time it takes. Reads none of them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from rich.cells import cell_len
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from wizard.core.controls import visible
from wizard.core.outline import outline
from wizard.core.problems import Problem
from wizard.core.tongue import t
from wizard.frontends.tui.widgets.drawing import cut, filled
from wizard.ports import LoadedFlow

_TITLE_CELLS = 40

Found = LoadedFlow | tuple[Problem, ...]


class FlowList(OptionList):
    """A click chooses; keys are for the screen. Not there where there is only one flow."""

    def __init__(self) -> None:
        super().__init__(id="flows", markup=False)

    def show_flows(self, flows: Mapping[str, Found | None], at: str) -> None:
        """flows: what reading each came to, by id or path, None where it isn't read yet. at: the chosen."""
        self.set_class(len(flows) > 1, "-wanted")
        titles = {id: _title(id, found) for id, found in flows.items()}
        cells = max((cell_len(title) for title in titles.values()), default=0)
        lines = [_line(title, cells, flows[id], here=id == at) for id, title in titles.items()]
        self.set_options([Option(line) for line in lines])
        if at in flows:
            self.highlighted = list(flows).index(at)

    def kept_within(self, most: int) -> int:
        """Show at most so many lines at once; how many the list takes, with the blank one below it."""
        self.styles.max_height = most
        return min(self.option_count, most) + 1 if self.option_count > 1 else 0


def _title(reference: str, found: Found | None) -> str:
    known = outline(found.flow).title if isinstance(found, LoadedFlow) else visible(Path(reference).name)
    return cut(known, _TITLE_CELLS)


def _line(title: str, cells: int, found: Found | None, *, here: bool) -> Content:
    """cells: of the longest title. here: it is the chosen one."""
    sign = ("› ", "bold $accent") if here else ("  ", "")
    if found is None:
        return Content.assemble(sign, (title, "$quiet"))
    if isinstance(found, tuple):
        return Content.assemble(("■ ", "$error"), title, ("  " + t("can't be used yet"), "$quiet"))
    plan = outline(found.flow)
    minutes = f"{plan.minutes}{'+' if plan.takes_more else ''}"
    takes = t("{minutes} min", minutes=f"{minutes:>4}") if plan.minutes else ""
    return Content.assemble(sign, (filled(title, cells), "bold"), (f"  {takes}", "$quiet"))
