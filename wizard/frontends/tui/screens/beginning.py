"""BeginningScreen: what a flow asks, how long it takes, what comes of it; then one begins. Writes nothing."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import ClassVar, NamedTuple

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from wizard.core.controls import visible
from wizard.core.numbers import USUAL_CURRENCIES, read_currency
from wizard.core.outline import Outline, StepOutline, outline
from wizard.core.problems import OutsideFailed, Problem
from wizard.core.words import sentence
from wizard.frontends.tui.typeahead import TypeAheadApp
from wizard.frontends.tui.widgets.drawing import cut, filled
from wizard.frontends.tui.widgets.lines import Key, KeyLine
from wizard.home import Home
from wizard.ports import LoadedFlow

_MOST_PROBLEMS = 8
_AROUND, _AROUND_LOW = 10, 8  # lines of the sheet that aren't the plan, and a little air
_LOW = 22  # lines of a screen that is too low for air
_MOST_FLOWS = 6
_LEAST_TITLE = 12
_TITLE_CELLS = 40
_NUMBERS = 4  # cells of "12 "

_ANOTHER = "Another one …"

Loading = LoadedFlow | tuple[Problem, ...]


class Beginning(NamedTuple):
    """What to begin with. currency: the one that was chosen, '' for what the flow says."""

    loaded: LoadedFlow
    currency: str


class CurrencyLine(Static):
    """What amounts are in; a click asks for another."""

    async def on_click(self) -> None:
        await self.run_action("screen.currency")


class BeginningScreen(ModalScreen[Beginning | None]):
    """Asks with which flow to begin; None when the person thinks better of it.

    currency: the one that they chose the last time, '' for none.
    """

    CSS_PATH = "beginning.tcss"
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "begin", "Begin", show=False, tooltip="With the flow that is shown"),
        Binding("f", "file", "A flow of your own", show=False, tooltip="A flow file, by its path"),
        Binding("c", "currency", "Another currency", show=False, tooltip="Of all amounts"),
        Binding("escape", "leave", "Leave it", show=False, key_display="esc"),
        Binding("up", "walk(-1)", show=False),
        Binding("down", "walk(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
    ]
    app: TypeAheadApp

    def __init__(self, home: Home, currency: str = "") -> None:
        super().__init__()
        self._currency = currency
        self._home = home
        self._flows: dict[str, Loading] = {}  # by id or path, in the order in which they are offered
        self._at = ""

    def compose(self) -> ComposeResult:
        with Vertical(id="beginning"):
            yield OptionList(id="flows", markup=False)
            with VerticalScroll(id="outline", can_focus=False):
                yield Static("Reading the flow …", id="plan", markup=False)
            yield CurrencyLine(id="currency", markup=False)
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
        if self._loaded is not None:
            yield "c", "currency", "screen.currency"

    @property
    def _loaded(self) -> LoadedFlow | None:
        found = self._flows.get(self._at)
        return found if isinstance(found, LoadedFlow) else None

    def _draw(self) -> None:
        found = self._flows.get(self._at)
        if found is None:
            return
        pane = self.query_one("#outline")
        around = _AROUND if self.size.height >= _LOW else _AROUND_LOW
        flows = min(len(self._flows), _MOST_FLOWS) + 1 if len(self._flows) > 1 else 0
        pane.styles.max_height = max(self.size.height - around - flows, 3)
        width = max(pane.content_size.width - 1, 20)
        told = _troubled(found) if isinstance(found, tuple) else planned(outline(found.flow), width)
        if isinstance(found, LoadedFlow) and found.warnings:
            told = Content("\n\n").join([told, _told(found.warnings, "▲", "$warning")])
        self.query_one("#plan", Static).update(told)
        self._draw_currency()
        pane.scroll_home(animate=False)

    def _draw_currency(self) -> None:
        line, loaded = self.query_one(CurrencyLine), self._loaded
        line.display = loaded is not None
        if loaded is not None:
            currency = self._currency or loaded.flow.file.currency
            key = (("c", "bold $primary"), (" another currency", "$quiet"))
            line.update(Content.assemble("Amounts in ", (currency, "bold"), "   ", *key))

    # What one can do

    def action_begin(self) -> None:
        if self._loaded is not None:
            self.dismiss(Beginning(self._loaded, self._currency))

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

    @work(exclusive=True)
    async def action_currency(self) -> None:
        """Choose the currency of all amounts, or type one that isn't offered."""
        from wizard.frontends.tui.screens.asking import ChoiceScreen, TextScreen  # noqa: PLC0415 - only when it is asked

        if self._loaded is None:
            return
        now = self._currency or self._loaded.flow.file.currency
        codes = [code for code, _ in USUAL_CURRENCIES]
        named = [f"{code}  {name}" for code, name in USUAL_CURRENCIES]
        at = codes.index(now) if now in codes else len(codes)
        choice = ChoiceScreen("Which currency are amounts in?", [*named, _ANOTHER], at)
        chosen = await self.app.push_screen_wait(choice)
        if chosen is None:
            return
        code: str | None = codes[chosen] if chosen < len(codes) else None
        if code is None:
            words = "Which currency are amounts in?", "Its three letters, such as DKK."
            code = await self.app.push_screen_wait(TextScreen(*words, judge=_why_no_currency, does="choose"))
        found = read_currency(code) if code is not None else None
        if isinstance(found, str):
            self._currency = found
            self._draw_currency()

    def action_file(self) -> None:
        """Ask for the path of a flow file."""
        from wizard.frontends.tui.screens.asking import TextScreen  # noqa: PLC0415 - only when it is asked

        words = "A flow of your own", "The path of its file, such as flows/mine.yaml."
        asking = TextScreen(*words, does="read")
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


def _why_no_currency(text: str) -> str:
    found = read_currency(text)
    return sentence(found) if isinstance(found, Problem) else ""


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
