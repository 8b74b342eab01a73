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
from textual.widgets import Static

from wizard.core.currencies import USUAL_CURRENCIES
from wizard.core.numbers import read_currency
from wizard.core.outline import outline
from wizard.core.problems import OutsideFailed, Problem
from wizard.core.tongue import mark, t
from wizard.core.words import sentence
from wizard.frontends.tui.screens.flow_language import LanguageLine, has_choice, is_told, language_choice
from wizard.frontends.tui.screens.planning import planned, told_of, troubled
from wizard.frontends.tui.typeahead import TypeAheadApp
from wizard.frontends.tui.widgets.drawing import cut
from wizard.frontends.tui.widgets.flows import FlowList, Found
from wizard.frontends.tui.widgets.lines import Key, KeyLine
from wizard.home import Home
from wizard.ports import LoadedFlow, Summary

_AROUND, _AROUND_LOW = 10, 4  # lines of the sheet that aren't the plan, and a little air
_LOW = 22  # lines of a screen that is too low for air
_LEAST_FLOWS = 3
_BREATH_S = 0.02  # between two flows that are read
_NAME_CELLS = 28

_ANOTHER = mark("Another one …")


class Beginning(NamedTuple):
    """What to begin with. currency: the one that was chosen, '' for what the flow or the source says.

    source: id of the workshop whose answers come along, '' for none.
    """

    loaded: LoadedFlow
    currency: str
    source: str = ""


class CurrencyLine(Static):
    """What amounts are in; a click asks for another."""

    async def on_click(self) -> None:
        await self.run_action("screen.currency")


class SourceLine(Static):
    """Whose answers one begins with; a click asks for another workshop."""

    async def on_click(self) -> None:
        await self.run_action("screen.source")


class BeginningScreen(ModalScreen[Beginning | None]):
    """Asks with which flow to begin; None when the person thinks better of it.

    currency: the one that they chose the last time, '' for none. source: whose answers come along.
    """

    CSS_PATH = "beginning.tcss"
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "begin", "Begin", show=False, tooltip="With the flow that is shown"),
        Binding("f", "file", "A flow of your own", show=False, tooltip="A flow file, by its path"),
        Binding("c", "currency", "Another currency", show=False, tooltip="Of all amounts"),
        Binding("l", "language", "Another language", show=False, tooltip="To be asked in"),
        Binding("a", "source", "Answers of another workshop", show=False, tooltip="To begin with"),
        Binding("escape", "leave", "Leave it", show=False, key_display="esc"),
        Binding("up", "walk(-1)", show=False),
        Binding("down", "walk(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
    ]
    app: TypeAheadApp

    def __init__(self, home: Home, currency: str = "", source: Summary | None = None) -> None:
        super().__init__()
        self._currency = currency
        self._wants_currency = False  # somebody has chosen it here
        self._source = source
        self._summaries: list[Summary] = []
        self._home = home
        self._flows: dict[str, Found | None] = {}  # by id or path, as they are offered; None: not read yet
        self._at = ""

    def compose(self) -> ComposeResult:
        with Vertical(id="beginning"):
            yield FlowList()
            with VerticalScroll(id="outline", can_focus=False):
                yield Static(t("Reading the flow …"), id="plan", markup=False)
            yield CurrencyLine(id="currency", markup=False)
            yield LanguageLine(id="language", markup=False)
            yield SourceLine(id="source", markup=False)
            yield KeyLine()

    def on_mount(self) -> None:
        self._show_keys()
        self.app.work_soon(self._read)

    def on_resize(self) -> None:
        self._draw()

    def _read(self) -> None:
        """Read the first flow, and which workshops there are; the other flows while that is looked at."""
        try:
            self._summaries = self._home.summaries()
            self._flows = dict.fromkeys(self._home.shipped())
        except OutsideFailed as fault:
            self._flows[""] = (fault.problem,)
        own = self._source.flow if self._source is not None else ""
        self._show(next((id for id in self._flows if id != own), next(iter(self._flows), "")))
        self.set_timer(_BREATH_S, self._read_others)

    def _read_others(self) -> None:
        """Read one flow that isn't read yet, and soon the next one: keys come first."""
        id = next((id for id, found in self._flows.items() if found is None), None)
        if id is not None and self.is_attached:
            if not self.app.keys_wait:
                self._load(id)
                self.query_one(FlowList).show_flows(self._flows, self._at)
            self.set_timer(_BREATH_S, self._read_others)

    def _load(self, reference: str, language: str | None = None) -> None:
        try:
            self._flows[reference] = self._home.load(reference, language)
        except OutsideFailed as fault:
            self._flows[reference] = (fault.problem,)

    def _show(self, at: str) -> None:
        """Show this flow, and the others where there are any."""
        if self._flows.get(at, ()) is None:
            self._load(at)
        self._at = at
        self.query_one(FlowList).show_flows(self._flows, at)
        self._draw()

    def _show_keys(self) -> None:
        self.query_one(KeyLine).show_keys(tuple(self._keys()))

    def _keys(self) -> Iterator[Key]:
        if self._loaded is not None:
            yield "enter", mark("begin"), "screen.begin"
        if len(self._flows) > 1:
            yield "↑↓", mark("choose"), ""
        yield "f", mark("your own"), "screen.file"
        yield "esc", mark("leave it"), "screen.leave"
        if self.query_one("#outline").max_scroll_y > 0:
            yield "pgdn", mark("read on"), "screen.page(1)"
        if self._loaded is not None:
            yield "c", mark("currency"), "screen.currency"
        if self._loaded is not None and self._summaries:
            yield "a", mark("answers of another"), "screen.source"

    @property
    def _loaded(self) -> LoadedFlow | None:
        found = self._flows.get(self._at)
        return found if isinstance(found, LoadedFlow) else None

    def _draw(self) -> None:
        found = self._flows.get(self._at)
        if found is None:
            return
        pane = self.query_one("#outline")
        around = (_AROUND if self.size.height >= _LOW else _AROUND_LOW) + self._tells_source
        around += is_told(self._loaded)
        around += self.query_one(FlowList).kept_within(max(self.size.height // 3 - 3, _LEAST_FLOWS))
        pane.styles.max_height = max(self.size.height - around, 3)
        width = max(pane.content_size.width - 1, 20)
        told = troubled(found) if isinstance(found, tuple) else planned(outline(found.flow), width)
        if isinstance(found, LoadedFlow) and found.warnings:
            told = Content("\n\n").join([told, told_of(found.warnings, "▲", "$warning")])
        self.query_one("#plan", Static).update(told)
        self._draw_currency()
        pane.scroll_home(animate=False)
        self._show_keys()
        self.call_after_refresh(self._show_keys)  # by then it is known whether there is more of it

    def _draw_currency(self) -> None:
        line, loaded = self.query_one(CurrencyLine), self._loaded
        line.display = loaded is not None
        self.query_one(LanguageLine).show(loaded)
        self._draw_source()
        if loaded is not None:
            currency = self._currency or loaded.flow.file.currency
            if self._source is not None and not self._wants_currency:
                currency = t("the currency of {name}", name=cut(self._source.name, _NAME_CELLS))
            key = (("c", "bold $primary"), (f" {t('another currency')}", "$quiet"))
            line.update(Content.assemble(t("Amounts in"), " ", (currency, "bold"), "   ", *key))

    @property
    def _tells_source(self) -> bool:
        """Whether there is something to say of answers that come along, and room for it."""
        has_room = self._source is not None or self.size.height >= _LOW
        return has_room and bool(self._summaries) and self._loaded is not None

    def _draw_source(self) -> None:
        line = self.query_one(SourceLine)
        line.display = self._tells_source
        if self._source is None:
            key = ("a", "bold $primary"), (f" {t('begin with the answers of another workshop')}", "$quiet")
            line.update(Content.assemble(*key))
        else:
            name = cut(self._source.name, _NAME_CELLS)
            key = ("a", "bold $primary"), (f" {t('another workshop')}", "$quiet")
            line.update(Content.assemble(t("With the answers of"), " ", (name, "bold"), "   ", *key))

    # What one can do

    def action_begin(self) -> None:
        if self._loaded is not None:
            source = self._source.id if self._source is not None else ""
            currency = self._currency if self._wants_currency or not source else ""
            self.dismiss(Beginning(self._loaded, currency, source))

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

    @on(FlowList.OptionSelected)
    def _picked(self, event: FlowList.OptionSelected) -> None:
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
        named = [f"{code}  {t(name)}" for code, name in USUAL_CURRENCIES]
        at = codes.index(now) if now in codes else len(codes)
        choice = ChoiceScreen(t("Which currency are amounts in?"), [*named, t(_ANOTHER)], at)
        chosen = await self.app.push_screen_wait(choice)
        if chosen is None:
            return
        code: str | None = codes[chosen] if chosen < len(codes) else None
        if code is None:
            words = t("Which currency are amounts in?"), t("Its three letters, such as DKK.")
            asking = TextScreen(*words, judge=_why_no_currency, does=mark("choose"))
            code = await self.app.push_screen_wait(asking)
        found = read_currency(code) if code is not None else None
        if isinstance(found, str):
            self._currency, self._wants_currency = found, True
            self._draw_currency()

    @work(exclusive=True)
    async def action_language(self) -> None:
        """Choose the language in which the flow asks."""
        loaded = self._loaded
        if loaded is None or not has_choice(loaded):
            return
        chosen = await self.app.push_screen_wait(language_choice(loaded))
        if chosen is not None:
            self.app.work_soon(partial(self._read_file, self._at, loaded.languages[chosen]))

    @work(exclusive=True)
    async def action_source(self) -> None:
        """Choose the workshop whose answers come along, or none."""
        from wizard.frontends.tui.screens.carrying import SourceScreen  # noqa: PLC0415 - only when it is asked

        if self._loaded is None or not self._summaries:
            return
        at = self._source.id if self._source is not None else ""
        found = await self.app.push_screen_wait(SourceScreen(self._summaries, self._home.outside.now(), at))
        if found is not None:
            self._source = found if isinstance(found, Summary) else None
            self._draw_currency()

    def action_file(self) -> None:
        """Ask for the path of a flow file."""
        from wizard.frontends.tui.screens.asking import TextScreen  # noqa: PLC0415 - only when it is asked

        words = t("A flow of your own"), t("The path of its file, such as flows/mine.yaml.")
        asking = TextScreen(*words, does=mark("read"))
        self.app.push_screen(asking, self._file_named)

    def _file_named(self, path: str | None) -> None:
        if path and path.strip():
            self.query_one("#plan", Static).update(t("Reading the flow …"))
            self.app.work_soon(partial(self._read_file, str(Path(path.strip()).expanduser())))

    def _read_file(self, path: str, language: str | None = None) -> None:
        self._load(path, language)
        self._show(path)


def _why_no_currency(text: str) -> str:
    found = read_currency(text)
    return sentence(found) if isinstance(found, Problem) else ""
