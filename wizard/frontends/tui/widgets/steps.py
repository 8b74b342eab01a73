"""StepList: the steps with their status, and where the person stands."""

from __future__ import annotations

from rich.cells import cell_len
from textual import events
from textual.content import Content
from textual.message import Message as TextualMessage
from textual.widgets import Static

from wizard.core.screen import StepView
from wizard.core.tongue import t
from wizard.frontends.tui.widgets.drawing import cut
from wizard.frontends.tui.widgets.signs import sign_of_step

_WITH_COUNTS = 24  # narrower, the titles need the room


class StepChosen(TextualMessage):
    """Somebody clicked on a step."""

    def __init__(self, step: str) -> None:
        super().__init__()
        self.step = step


class StepList(Static):
    """One line for each step. It takes no focus: keys go to the question."""

    def __init__(self) -> None:
        super().__init__(id="steps", markup=False)
        self._steps: tuple[StepView, ...] = ()
        self._rows: list[StepView | int] = []

    def show_steps(self, steps: tuple[StepView, ...]) -> None:
        if steps != self._steps:
            self._steps = steps
            self._draw()

    def on_resize(self) -> None:
        self._draw()

    def _draw(self) -> None:
        width = max(self.content_size.width, 12)
        self._rows = shown_rows(self._steps, max(self.content_size.height - 1, 3))
        rows = (_left_out(row) if isinstance(row, int) else step_row(row, width) for row in self._rows)
        self.update(Content("\n").join([Content.styled(t("Steps"), "$quiet"), *rows]))

    def on_click(self, event: events.Click) -> None:
        offset = event.get_content_offset(self)
        row = self._rows[offset.y - 1] if offset is not None and 1 <= offset.y <= len(self._rows) else None
        if isinstance(row, StepView):
            self.post_message(StepChosen(row.id))


def shown_rows(steps: tuple[StepView, ...], room: int) -> list[StepView | int]:
    """What there is room for, around the step at hand; a number stands for so many that are left out."""
    if len(steps) <= room:
        return list(steps)
    here = next((n for n, step in enumerate(steps) if step.status == "here"), 0)
    first = min(max(here - room // 2, 0), len(steps) - room)
    rows: list[StepView | int] = list(steps[first : first + room])
    if first > 0:
        rows[0] = first + 1
    if (left := len(steps) - first - room) > 0:
        rows[-1] = left + 1
    return rows


def _left_out(count: int) -> Content:
    return Content.styled(f"  … {t('{count} more', count=count)}", "$quiet")


def step_row(step: StepView, width: int) -> Content:
    """A step on one line. The count goes before the title does, where the sign says as much."""
    sign, style = sign_of_step(step)
    count = f" {step.done}/{step.total}" if step.total and width >= _WITH_COUNTS else ""
    title = f"{step.number} {step.title}"
    if step.done == step.total and cell_len(title + count) > width - 2:
        count = ""
    title = cut(title, width - 2 - len(count))
    gap = " " * max(width - 2 - len(count) - Content(title).cell_length, 0)
    bold = "bold" if step.status == "here" else "" if step.status != "untouched" else "$quiet"
    return Content.assemble((f"{sign} ", style), (title, bold), gap, (count, "$quiet"))
