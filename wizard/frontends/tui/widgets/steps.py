"""StepList: the steps with their status, and where the person stands."""

from __future__ import annotations

from textual import events
from textual.content import Content
from textual.message import Message as TextualMessage
from textual.widgets import Static

from wizard.core.screen import StepView
from wizard.frontends.tui.widgets.drawing import cut
from wizard.frontends.tui.widgets.signs import step_sign

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

    def show_steps(self, steps: tuple[StepView, ...]) -> None:
        if steps != self._steps:
            self._steps = steps
            self._draw()

    def on_resize(self) -> None:
        self._draw()

    def _draw(self) -> None:
        lines = [Content.styled("Steps", "$quiet")]
        width = max(self.content_size.width, 12)
        for step in self._steps:
            sign, style = step_sign(step.status)
            count = f" {step.done}/{step.total}" if step.total and width >= _WITH_COUNTS else ""
            here = step.status == "here"
            title = cut(f"{step.number} {step.title}", width - 2 - len(count))
            gap = " " * max(width - 2 - len(count) - Content(title).cell_length, 0)
            bold = "bold" if here else "" if step.status != "untouched" else "$quiet"
            lines.append(Content.assemble((f"{sign} ", style), (title, bold), gap, (count, "$quiet")))
        self.update(Content("\n").join(lines))

    def on_click(self, event: events.Click) -> None:
        offset = event.get_content_offset(self)
        if offset is not None and 1 <= offset.y <= len(self._steps):
            self.post_message(StepChosen(self._steps[offset.y - 1].id))
