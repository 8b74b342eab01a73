"""ReviewPane: "check your answers", of a step or of everything, with the way on at the top."""

from __future__ import annotations

from typing import Literal

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message as TextualMessage
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from wizard.core.screen import Message, ReviewLine, Screen
from wizard.core.where import END, Stop
from wizard.frontends.tui.widgets.drawing import cut
from wizard.frontends.tui.widgets.signs import NO_ANSWER, said, status_sign

Way = Literal["on", "finish", "write", "home"]
_LINES_SHOWN = 4
_MOST_CELLS = 600  # of one line: the next answers are to be seen too


class WayChosen(TextualMessage):
    """Somebody wants to go on from a review."""

    def __init__(self, way: Way) -> None:
        super().__init__()
        self.way = way


class LineChosen(TextualMessage):
    """Somebody wants to change an answer."""

    def __init__(self, stop: Stop) -> None:
        super().__init__()
        self.stop_at = stop


class ReviewPane(Vertical):
    KEYS = (("enter", "choose"), ("↑↓", "to an answer"))

    def __init__(self) -> None:
        super().__init__(id="review")
        self._lines: tuple[ReviewLine, ...] = ()
        self._ways: tuple[tuple[Way, str], ...] = ()

    def compose(self) -> ComposeResult:
        yield Static(id="review-title", markup=False)
        yield Static(id="review-said", markup=False, classes="said")
        yield OptionList(id="review-list", markup=False)

    @property
    def options(self) -> OptionList:
        return self.query_one("#review-list", OptionList)

    def show_review(self, view: Screen, messages: tuple[Message, ...], *, arrived: bool) -> None:
        """Show the answers. arrived: the person comes from elsewhere, and is offered to go on."""
        at = None if arrived else self.options.highlighted
        self._lines, self._ways = view.review, ways(view)
        title = view.step.title if view.step is not None else "Everything"
        self.query_one("#review-title", Static).update(
            Content.assemble(
                (f"Check your answers: {title}", "bold"), ("\nEnter on an answer changes it.", "$quiet")
            )
        )
        self.options.clear_options()
        self.options.add_options(
            [
                *(Option(Content.assemble(("→ ", "$success"), (text, "bold"))) for _, text in self._ways),
                None,
                *(Option(review_line(line)) for line in view.review),
                *(Option(_parked(line.ask, line.value, line.why), disabled=True) for line in view.parked),
            ]
        )
        self.options.highlighted = at if at is not None and at < self.options.option_count else 0
        told = self.query_one("#review-said", Static)
        told.update(said(messages))
        told.display = bool(messages)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        if event.option_index < len(self._ways):
            self.post_message(WayChosen(self._ways[event.option_index][0]))
        else:
            self.post_message(LineChosen(self._lines[event.option_index - len(self._ways)].stop))


def ways(view: Screen) -> tuple[tuple[Way, str], ...]:
    """Where one can go from here."""
    if view.stop != END:
        return (("on", "Go on"),)
    if view.finished:
        return (("write", "Write the documents"), ("home", "Leave, and see all workshops"))
    return (("finish", "Finish, and write the documents"), ("home", "Leave it for now"))


def review_line(line: ReviewLine) -> Content:
    """A question with its answer, its note, and what stands against it."""
    sign, style = status_sign(line.status)
    parts: list[str | Content | tuple[str, str]] = [(f"{sign} ", style), (line.ask, "$quiet")]
    shown = line.lines[:_LINES_SHOWN]
    parts += [f"\n  {cut(text, _MOST_CELLS)}" for text in shown]
    if len(line.lines) > len(shown):
        parts.append((f"\n  + {len(line.lines) - len(shown)} more", "$quiet"))
    if not line.lines:
        parts.append((f"\n  {_blank(line)}", "$quiet italic"))
    if line.note:
        parts.append((f"\n  note: {' '.join(line.note.split())}", "$secondary"))
    if line.messages:
        parts += ["\n", said(line.messages)]
    return Content.assemble(*parts)


def _blank(line: ReviewLine) -> str:
    match line.status:
        case "unknown":
            return "You don't know yet."
        case "passed":
            return "Skipped."
        case _:
            return NO_ANSWER


def _parked(ask: str, value: str, why: str) -> Content:
    return Content.assemble(
        ("⏸ kept aside  ", "$secondary"), (ask, "$quiet"), f"\n  {value}\n  ", (why, "$quiet")
    )
