"""HomeScreen: the workshops that there are, and ways to begin one. Imports nothing of workshops."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Input, Static

from wizard.core.tongue import mark, t, tn
from wizard.frontends.tui.keys import HOME, Act, bindings, on_the_line
from wizard.frontends.tui.shelf import Notice, Shelf
from wizard.frontends.tui.widgets.drawing import cut
from wizard.frontends.tui.widgets.lines import Key, KeyLine
from wizard.frontends.tui.widgets.too_small import TooSmall
from wizard.frontends.tui.widgets.workshops import RowChosen, Way, WorkshopList

if TYPE_CHECKING:
    from wizard.core.problems import Problem
    from wizard.frontends.tui.app import WizardApp
    from wizard.frontends.tui.screens.beginning import Beginning
    from wizard.workshop import Workshop

# Home is the first thing on the screen: what leads away from it is imported when somebody goes there.
# ruff: noqa: PLC0415

_FIRST = mark("From an idea to a business model: one question at a time, always saved.")
_WELCOME = mark("Everything is saved as you type. Go on where you were, or begin anew.")
_BEGIN = (Way("new", mark("Begin your business model")),)
_WAYS = (
    Way("new", mark("New workshop"), mark("see what it asks, and begin"), "n"),
    Way("example", mark("Finished example"), mark("look around in one that is all filled in"), "e"),
)
_MANY = 8  # workshops; from here on there is a box to search in
_POLL_S = 0.5
_CELLS = 40  # of a name in a sentence


class SearchBox(Input):
    """What is typed here narrows the list; the keys that walk go to the list.

    typed: gets the text at once, so that the list is painted together with the letter. After a message it
    would be one frame behind.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "screen.walk('walk', -1)", show=False),
        Binding("down", "screen.walk('walk', 1)", show=False),
        Binding("pageup", "screen.walk('page', -1)", show=False),
        Binding("pagedown", "screen.walk('page', 1)", show=False),
        Binding("escape", "screen.search_left", show=False),
    ]

    def __init__(self, typed: Callable[[str], None]) -> None:
        super().__init__(placeholder=t("/ to search by name"), id="home-search", compact=True)
        self._typed = typed

    def watch_value(self, value: str) -> None:
        if self.is_mounted:
            self._typed(value)


class HomeScreen(Screen[None]):
    """at: id of the workshop to stand at, '' for the last changed one."""

    CSS_PATH = "home.tcss"
    AUTO_FOCUS = "#home-list"
    ACTS: ClassVar[tuple[Act, ...]] = HOME
    BINDINGS: ClassVar[list[BindingType]] = bindings(HOME)
    app: WizardApp

    def __init__(self, shelf: Shelf, at: str = "") -> None:
        super().__init__()
        self._shelf = shelf
        self._at = at

    def compose(self) -> ComposeResult:
        with Vertical(id="home"):
            yield Static(Content.styled("Canvas Wizard", "bold $accent"), id="home-title", markup=False)
            yield Static(id="home-welcome", markup=False)
            yield SearchBox(self._searched)
            with Vertical(id="home-rows"):
                yield WorkshopList()
            yield Static(id="home-said", markup=False)
        yield KeyLine()
        yield TooSmall()

    def on_mount(self) -> None:
        self._shelf.notice = Notice("")
        self._shelf.look()
        self._draw(self._at)
        self.set_interval(_POLL_S, self._catch_up)

    @property
    def workshops(self) -> WorkshopList:
        return self.query_one(WorkshopList)

    # Showing what there is

    def _catch_up(self) -> None:
        """Notice what other programs have written, and that time goes by."""
        if self._shelf.catch_up():
            self._draw()

    def _look(self, at: str | None) -> None:
        """See what has become of something that was done here. at: id of the workshop to stand at."""
        self._shelf.look()
        self._draw(at or "")

    def _draw(self, at: str = "") -> None:
        found = self._shelf.summaries
        self.workshops.show_rows(_WAYS if found else _BEGIN, found, self._shelf.now, at)
        self.set_class(not found, "-first")
        self.query_one(SearchBox).set_class(len(found) >= _MANY or bool(self._words), "-wanted")
        self.query_one("#home-welcome", Static).update(t(_WELCOME if found else _FIRST))
        self._say()
        self._count()

    def _say(self) -> None:
        text, wrong = self._shelf.notice
        style = "$error" if wrong else "$success"
        self.query_one("#home-said", Static).update(Content.styled(f"■ {text}" if wrong else text, style))

    def _busy(self, text: str) -> None:
        self.query_one("#home-said", Static).update(Content.styled(f"{text} …", "$quiet"))

    def _count(self) -> None:
        """How many there are, or fit, in the frame of the list; and the keys that mean something now."""
        there = len(self._shelf.summaries)
        rows = self.workshops
        counted = tn("{count} workshop", "{count} workshops", there)
        counted = t("{found} of {workshops}", found=rows.found, workshops=counted) if self._words else counted
        rows.border_title = counted if there > 1 else ""
        self.query_one(KeyLine).show_keys(tuple(self._keys(there)))

    def _keys(self, there: int) -> Iterator[Key]:
        if self.query_one(SearchBox).has_focus:
            yield "enter", mark("open"), "screen.walk('choose')"
            yield "↑↓", mark("choose"), ""
            yield "tab", mark("the list"), "app.focus_next"
            yield "esc", mark("all workshops"), "screen.search_left"
            return
        yield "enter", mark("open") if there else mark("begin"), "screen.walk('choose')"
        if there:
            yield on_the_line(HOME, "new")
        if self._shelf.deeds:
            yield on_the_line(HOME, "undo")
        for action in ("continue", "search") if there else ("example",):
            yield on_the_line(HOME, action)
        yield "q", mark("quit"), "app.quit"
        yield "ctrl+p", mark("all"), "app.command_palette"
        for action in ("rename", "duplicate", "delete", "example") if there else ():
            yield on_the_line(HOME, action)

    # Searching

    @property
    def _words(self) -> str:
        return self.query_one(SearchBox).value.strip()

    def action_search(self) -> None:
        box = self.query_one(SearchBox)
        box.add_class("-wanted")
        box.focus()

    def action_search_left(self) -> None:
        box = self.query_one(SearchBox)
        box.value = ""
        self.workshops.focus()
        box.set_class(len(self._shelf.summaries) >= _MANY, "-wanted")

    def action_walk(self, how: str, by: int = 0) -> None:
        """A key that the box passes on to the list; a click on it."""
        rows = self.workshops
        match how:
            case "walk":
                rows.action_walk(by)
            case "page":
                rows.action_page(by)
            case _:
                rows.action_choose()

    def _searched(self, words: str) -> None:
        self.workshops.search(words)
        self._count()

    @on(Input.Submitted)
    def _found(self, event: Input.Submitted) -> None:
        event.stop()
        self.workshops.action_choose()

    def on_descendant_focus(self) -> None:
        self._count()

    # Opening and beginning

    @on(RowChosen)
    def _chosen(self, event: RowChosen) -> None:
        event.stop()
        row = event.row
        if not isinstance(row, Way):
            self._open(cut(row.summary.name, _CELLS), partial(self._shelf.home.open, row.summary.id))
        elif row.does == "new":
            self.action_new()
        else:
            self.action_example()

    def _open(self, what: str, opening: Callable[[], Workshop | tuple[Problem, ...]]) -> None:
        """Open a workshop, once it is said that this is being done: a long one takes a moment."""

        def opened() -> None:
            workshop = self._shelf.tried(opening)
            if workshop is not None:
                self.app.enter(workshop)
            else:
                self._look(None)

        self._busy(t("Opening {what}", what=what))
        self.app.work_soon(opened)

    def action_new(self) -> None:
        """Show what a flow asks, then begin."""
        from wizard.frontends.tui.screens.beginning import BeginningScreen

        self.app.push_screen(BeginningScreen(self._shelf.home, self.app.preferences.currency), self._begin)

    def action_continue(self) -> None:
        """Show the flows in which the workshop at hand can go on, then begin with its answers."""
        from wizard.frontends.tui.screens.beginning import BeginningScreen

        summary = self.workshops.summary
        if summary is not None:
            currency = self.app.preferences.currency
            self.app.push_screen(BeginningScreen(self._shelf.home, currency, summary), self._begin)

    def _begin(self, begun: Beginning | None) -> None:
        if begun is None:
            return
        home, source = self._shelf.home, begun.source
        if not source and begun.currency != self.app.preferences.currency:
            self.app.prefer(currency=begun.currency)
        if source:
            start = partial(home.start_from, source, begun.loaded, currency=begun.currency)
            self._open(t("the first question"), start)
        else:
            self._open(t("the first question"), partial(home.start, begun.loaded, currency=begun.currency))

    def action_example(self) -> None:
        """Open the finished example: the one that is here already, else a new copy."""

        def opening() -> Workshop | tuple[Problem, ...]:
            from wizard.core.problems import problem
            from wizard.imports import example_workshop

            home = self._shelf.home
            flows, language = home.outside.flows, home.language
            path = next((path for id in home.shipped() if (path := flows.example(id, language))), None)
            return example_workshop(home, path) if path else (problem("outside.no_example"),)

        self._open(t("the finished example"), opening)

    # What is done to the workshop at hand; everything can be taken back

    def action_rename(self) -> None:
        from wizard.frontends.tui.screens.asking import TextScreen

        summary = self.workshops.summary
        if summary is None:
            return

        def judged(name: str) -> str:
            self._shelf.rename(summary, name)
            return self._shelf.notice.text if self._shelf.notice.wrong else ""

        def asked(name: str | None) -> None:
            if name is None:
                self._shelf.notice = Notice("")
            self._look(summary.id)

        help = t("For the list, and for the documents.")
        self.app.push_screen(TextScreen(t("A new name"), help, summary.name, judge=judged), asked)

    def action_duplicate(self) -> None:
        summary = self.workshops.summary
        if summary is not None:
            self._busy(t("Copying {name}", name=cut(summary.name, _CELLS)))
            self.app.work_soon(lambda: self._look(self._shelf.duplicate(summary)))

    def action_delete(self) -> None:
        summary = self.workshops.summary
        if summary is not None:
            self._look(self._shelf.delete(summary))

    def action_undo(self) -> None:
        """Take back what was done here last."""
        self._look(self._shelf.undo())
