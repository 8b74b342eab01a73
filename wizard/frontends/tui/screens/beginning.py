"""BeginningScreen: what a flow asks, how long it takes, what comes of it; then one begins. Writes nothing."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from wizard.core.controls import visible
from wizard.core.outline import Outline, StepOutline, outline
from wizard.core.problems import OutsideFailed, Problem
from wizard.core.words import sentence
from wizard.frontends.tui.typeahead import TypeAheadApp
from wizard.frontends.tui.widgets.drawing import cut, filled
from wizard.frontends.tui.widgets.lines import Key, KeyLine
from wizard.home import Home
from wizard.ports import LoadedFlow

_MOST_PROBLEMS = 8
_AROUND = 8  # lines of the sheet that aren't the plan, and a little air
_MOST_FLOWS = 6
_LEAST_TITLE = 12
_TITLE_CELLS = 40
_NUMBERS = 4  # cells of "12 "

Loading = LoadedFlow | tuple[Problem, ...]


class BeginningScreen(ModalScreen[LoadedFlow | None]):
    """Asks with which flow to begin; None when the person thinks better of it."""

    CSS_PATH = "beginning.tcss"
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "begin", "Begin", show=False, tooltip="With the flow that is shown"),
        Binding("f", "file", "A flow of your own", show=False, tooltip="A flow file, by its path"),
        Binding("escape", "leave", "Leave it", show=False, key_display="esc"),
        Binding("up", "walk(-1)", show=False),
        Binding("down", "walk(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
    ]
    app: TypeAheadApp

    def __init__(self, home: Home) -> None:
        super().__init__()
        self._home = home
        self._flows: dict[str, Loading] = {}  # by id or path, in the order in which they are offered
        self._at = ""

    def compose(self) -> ComposeResult:
        with Vertical(id="beginning"):
            yield OptionList(id="flows", markup=False)
            with VerticalScroll(id="outline", can_focus=False):
                yield Static("Reading the flow …", id="plan", markup=False)
            yield KeyLine()

    def on_mount(self) -> None:
        self.query_one(KeyLine).show_keys(tuple(self._keys()))
        self.app.work_soon(self._read)

    def on_resize(self) -> None:
        self._draw()

    def _read(self) -> None:
        """Read what is shipped."""
        try:
            for id in self._home.outside.flows.shipped():
                self._flows[id] = self._home.load(id)
        except OutsideFailed as fault:
            self._flows.setdefault("", (fault.problem,))
        self._show(next(iter(self._flows), ""))

    def _show(self, at: str) -> None:
        """Show this flow, and the others where there are any."""
        self._at = at
        choices = self.query_one("#flows", OptionList)
        choices.set_class(len(self._flows) > 1, "-wanted")
        choices.clear_options()
        choices.add_options([Option(_called(id, found)) for id, found in self._flows.items()])
        if at in self._flows:
            choices.highlighted = list(self._flows).index(at)
        self._draw()
        self.query_one(KeyLine).show_keys(tuple(self._keys()))

    def _keys(self) -> Iterator[Key]:
        if self._loaded is not None:
            yield "enter", "begin", "screen.begin"
        if len(self._flows) > 1:
            yield "↑↓", "choose", ""
        yield "f", "a flow of your own", "screen.file"
        yield "esc", "leave it", "screen.leave"

    @property
    def _loaded(self) -> LoadedFlow | None:
        found = self._flows.get(self._at)
        return found if isinstance(found, LoadedFlow) else None

    def _draw(self) -> None:
        found = self._flows.get(self._at)
        if found is None:
            return
        pane = self.query_one("#outline")
        flows = min(len(self._flows), _MOST_FLOWS) + 1 if len(self._flows) > 1 else 0
        pane.styles.max_height = max(self.size.height - _AROUND - flows, 3)
        width = max(pane.content_size.width - 1, 20)
        told = _troubled(found) if isinstance(found, tuple) else planned(outline(found.flow), width)
        if isinstance(found, LoadedFlow) and found.warnings:
            told = Content("\n\n").join([told, _told(found.warnings, "▲", "$warning")])
        self.query_one("#plan", Static).update(told)
        pane.scroll_home(animate=False)

    # What one can do

    def action_begin(self) -> None:
        if self._loaded is not None:
            self.dismiss(self._loaded)

    def action_leave(self) -> None:
        self.dismiss(None)

    def action_walk(self, by: int) -> None:
        """To the flow above or below; with a single one, through what it asks."""
        if len(self._flows) > 1:
            flows = list(self._flows)
            self._show(flows[max(min(flows.index(self._at) + by, len(flows) - 1), 0)])
        else:
            self.query_one("#outline").scroll_relative(y=by, animate=False)

    def action_page(self, by: int) -> None:
        pane = self.query_one("#outline")
        pane.scroll_relative(y=by * max(pane.size.height - 1, 1), animate=False)

    @on(OptionList.OptionSelected, "#flows")
    def _picked(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self._show(list(self._flows)[event.option_index])

    def action_file(self) -> None:
        """Ask for the path of a flow file."""
        from wizard.frontends.tui.screens.asking import TextScreen  # noqa: PLC0415 - only when it is asked

        asking = TextScreen("A flow of your own", "The path of its file, such as flows/mine.yaml.")
        self.app.push_screen(asking, self._file_named)

    def _file_named(self, path: str | None) -> None:
        if path and path.strip():
            self.query_one("#plan", Static).update("Reading the flow …")
            self.app.work_soon(partial(self._read_file, str(Path(path.strip()).expanduser())))

    def _read_file(self, path: str) -> None:
        try:
            self._flows[path] = self._home.load(path)
        except OutsideFailed as fault:
            self._flows[path] = (fault.problem,)
        self._show(path)


def _called(id: str, found: Loading) -> Content:
    """A flow in the list of those that one can begin with."""
    if isinstance(found, tuple):
        name = cut(visible(Path(id).name), _TITLE_CELLS)
        return Content.assemble(("■ ", "$error"), name, ("  can't be used yet", "$quiet"))
    return Content.assemble("  ", (cut(outline(found.flow).title, _TITLE_CELLS), "bold"))


def _troubled(problems: tuple[Problem, ...]) -> Content:
    lead = Content.styled("This flow can't be used as it is.", "bold")
    return Content("\n\n").join([lead, _told(problems, "■", "$error")])


def _told(problems: tuple[Problem, ...], sign: str, style: str) -> Content:
    """The first problems, each with its place in the file."""
    lines = [
        Content.assemble((f"{sign} ", style), (_located(found), "bold"), sentence(found))
        for found in problems[:_MOST_PROBLEMS]
    ]
    if len(problems) > _MOST_PROBLEMS:
        more = f"… and {len(problems) - _MOST_PROBLEMS} more: canvas-wizard flow check tells them all."
        lines.append(Content.styled(more, "$quiet"))
    return Content("\n").join(lines)


def _located(found: Problem) -> str:
    mark = found.mark
    return f"{visible(mark.file)}:{mark.line}:{mark.column}  " if mark is not None else ""


# The plan of a flow


def planned(plan: Outline, width: int) -> Content:
    """Title, description, the steps with what they take, and the documents."""
    counted = [_number(len(plan.steps), "step"), _number(plan.questions, "question")]
    counted += [f"about {plan.minutes} minutes"] if plan.minutes else []
    parts = [Content.styled(plan.title, "bold $accent")]
    if plan.description:
        parts.append(Content(plan.description))
    parts += [Content(""), Content.styled(" · ".join(counted), "bold"), Content("")]
    parts += [_step(number, step, width) for number, step in enumerate(plan.steps, 1)]
    if plan.documents:
        named = ", ".join(f"{one.title} ({one.file})" if one.title else one.file for one in plan.documents)
        parts += [Content(""), Content.assemble(("You get  ", "$quiet"), named)]
    return Content("\n").join(parts)


def _step(number: int, step: StepOutline, width: int) -> Content:
    """A step on one line: what it is called, and at the right what it takes."""
    asked = _number(step.questions, "question") + (" for each" if step.repeated else "")
    if step.sometimes:
        asked = f"if need be, {asked}"
    minutes = f"{step.minutes:>4} min" if step.minutes else " " * 8
    room = width - _NUMBERS - len(asked) - len(minutes) - 1
    if room < _LEAST_TITLE:
        asked, room = "", width - _NUMBERS - len(minutes) - 1
    title = filled(step.title, room)
    return Content.assemble((f"{number:>2}  ", "$quiet"), title, " ", (asked, "$quiet"), (minutes, "$quiet"))


def _number(count: int, thing: str) -> str:
    return f"1 {thing}" if count == 1 else f"{count} {thing}s"
