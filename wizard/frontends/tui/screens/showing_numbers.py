"""ShowingNumbers: the numbers, what went into each, and what moves them. Changes nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container, Vertical
from textual.screen import Screen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from wizard.core.figures import Figures, FigureView, Reading
from wizard.core.problems import Place
from wizard.core.sensitivity import SensitivityView
from wizard.core.tongue import mark, t
from wizard.frontends.tui.keys import GOING, LOOKING, Act, bindings, on_the_line
from wizard.frontends.tui.walk import Walk
from wizard.frontends.tui.widgets.ending import EndingList
from wizard.frontends.tui.widgets.figure_table import (
    FigureAtHand,
    FigureLine,
    FigureTable,
)
from wizard.frontends.tui.widgets.figure_told import figure_rows, influence_told, moved_title
from wizard.frontends.tui.widgets.lines import Key, KeyLine
from wizard.frontends.tui.widgets.signs import said
from wizard.frontends.tui.widgets.tabs import TabLine
from wizard.frontends.tui.widgets.too_small import TooSmall
from wizard.frontends.tui.widgets.tornado import InfluenceAtHand, Tornado

if TYPE_CHECKING:
    from wizard.frontends.tui.app import WizardApp

_POLL_S = 0.25
_WHOLE, MOVES = "whole", "moves"

# What one can do here, for the keys, the palette and the help screen.
ACTS: tuple[Act, ...] = (
    Act("back", "escape", "esc", "close", "Close", "The number before first, then the numbers", GOING),
    Act("close", "q", "q", "close", "Close at once", "Back to where you were", GOING, False),
    Act("turn(1)", "tab", "tab", "turn", "Next page", "Each kind of card, the whole, what moves them", GOING),
    Act("turn(-1)", "shift+tab", "shift+tab", "turn", "Page before", "Or the last one", GOING, False),
    Act("other(1)", "right", "→", "next number", "Next number", "Of those that are moved", GOING, False),
    Act("other(-1)", "left", "←", "before", "Number before", "Or the last one", GOING, False),
    Act("moves", "m", "m", "what moves it", "What moves it", "And from there back to the number", LOOKING),
)
_key = partial(on_the_line, ACTS)


class Page(NamedTuple):
    """kind: `whole`, `moves`, or the question whose cards the numbers are of."""

    kind: str
    title: str


class ShowingNumbers(Screen[Place | None]):
    """Ends with a place that the person wants to go to, which no card holds.

    figure: id of the number to stand on, '' for the first. typing_below: whether somebody is in the middle of
    an answer under this screen.
    """

    CSS_PATH = "numbers.tcss"
    AUTO_FOCUS: ClassVar[str] = ""
    ACTS = ACTS
    BINDINGS: ClassVar[list[BindingType]] = bindings(ACTS)
    app: WizardApp

    def __init__(
        self, walk: Walk, figure: str = "", typing_below: Callable[[], bool] = lambda: False
    ) -> None:
        super().__init__()
        self.walk = walk
        self.standing = figure  # id of the number at hand
        self._typing_below = typing_below
        self._figures = Figures((), ())
        self._pages: tuple[Page, ...] = ()
        self._at = 0
        self._trail: list[str] = []  # ids of the numbers from which one came here
        self._came_from_number = False  # to what moves it
        self._readings: list[Reading | None] = []
        self._views: tuple[SensitivityView, ...] = ()
        self._view = 0
        self._drawn: object = None

    def compose(self) -> ComposeResult:
        yield TabLine(id="tabs")
        with Container(id="tables"):
            yield FigureTable()
            yield EndingList(id="figure-told", markup=False)
        with Vertical(id="moves"):
            yield Static(id="moved-title", markup=False)
            yield Tornado()
            yield Static(id="moved-told", markup=False)
        yield Static(id="numbers-said", markup=False)
        yield KeyLine()
        yield TooSmall()

    def on_mount(self) -> None:
        self.query_one("#moves").display = False
        self.walk.notice = None
        if self.walk.is_large:
            self._say(t("Working it out …"))
            self.call_after_refresh(self._begin)
        else:
            self._begin()

    def _begin(self) -> None:
        self._say()
        self._read()
        self._draw_page()
        self.table.focus()
        self.set_interval(_POLL_S, self._follow)

    @property
    def table(self) -> FigureTable:
        return self.query_one(FigureTable)

    @property
    def tornado(self) -> Tornado:
        return self.query_one(Tornado)

    @property
    def told(self) -> OptionList:
        return self.query_one("#figure-told", OptionList)

    @property
    def page(self) -> Page:
        return self._pages[self._at]

    @property
    def movable(self) -> tuple[FigureView, ...]:
        """The numbers of which the flow says what may move them."""
        return tuple(one for one in self._figures if one.movable)

    # What there is

    def _follow(self) -> None:
        """Show what has been written since, here or elsewhere."""
        self.walk.catch_up(typing=self._typing_below())
        if self.display and self.walk.screen is not self._drawn:
            self._refresh()

    def _refresh(self) -> None:
        """Show everything as it is now, and stand where one stood."""
        self._read()
        self._draw_page(stay=True)
        self._say()

    def _read(self) -> None:
        """The numbers as they are now, and the page of the one at hand."""
        self._drawn, kind = self.walk.screen, self.page.kind if self._pages else ""
        self._figures = self.walk.figures()
        pages = [Page(table.question, table.title) for table in self._figures.tables]
        pages += [Page(_WHOLE, t("The whole"))] if self._figures.whole else []
        pages += [Page(MOVES, t("What moves them"))] if self.movable else []
        self._pages = tuple(pages)
        kinds = [page.kind for page in pages]
        self._at = kinds.index(kind) if kind in kinds else self._page_of(self.standing)

    def _page_of(self, figure: str) -> int:
        """Number of the page on which a number stands; of the first one, where it is nowhere."""
        kinds = [page.kind for page in self._pages]
        for table in self._figures.tables:
            if any(one.id == figure for row in table.rows for one in row.figures):
                return kinds.index(table.question)
        is_whole = any(one.id == figure for one in self._figures.whole)
        return kinds.index(_WHOLE) if is_whole else 0

    # Showing

    def _draw_page(self, *, stay: bool = False) -> None:
        """stay: at the line where one stood."""
        if not self._pages:
            self._say(t("There are no cards yet whose numbers could be shown."))
            self._draw_lines()
            return
        is_moves = self.page.kind == MOVES
        self.query_one("#tables").display = not is_moves
        self.query_one("#moves").display = is_moves
        if is_moves:
            self._work_out(stay=stay)
        else:
            self.table.show_figures(*self._columns(), id=self.standing)
        self._draw_lines()

    def _columns(self) -> tuple[tuple[str, ...], tuple[FigureLine, ...]]:
        """The heads and the lines of the table on the page at hand."""
        for table in self._figures.tables:
            if table.question == self.page.kind:
                faces = tuple(face for _, face in table.cards)
                return faces, tuple(FigureLine(row.title, row.figures) for row in table.rows)
        return (), tuple(FigureLine(one.title, (one,)) for one in self._figures.whole)

    def _work_out(self, *, stay: bool) -> None:
        """What moves the number at hand; of another one, where nobody says what may move it."""
        names = [one.id for one in self.movable]
        if self.standing not in names:
            of_name = (one.id for one in self.movable if one.id.split(":")[0] == self.standing.split(":")[0])
            self.standing = next(of_name, names[0])
            self._view = 0
        self._views = self.walk.sensitivity(self.standing)
        self._view = min(self._view, max(len(self._views) - 1, 0))
        if self._views:
            at = names.index(self.standing)
            title = moved_title(self._views[self._view], at, len(names))
            self.query_one("#moved-title", Static).update(title)
            self.tornado.show_view(self._views[self._view], stay=stay)
            self._tell_influence()

    def _draw_lines(self) -> None:
        titles = tuple(page.title for page in self._pages)
        self.query_one(TabLine).show_titles(self.walk.screen.name, titles, self._at)
        self.query_one(KeyLine).show_keys(tuple(self._keys()))

    def _keys(self) -> Iterator[Key]:
        """The keys that mean something now, the most needed first."""
        if not self._pages:
            yield _key("back")
            return
        back, word, click = _key("back")
        if self.page.kind == MOVES:
            if self.tornado.influence is not None:
                yield "enter", mark("change it"), "screen.change"
            if len(self.movable) + len(self._views) > 2:
                yield "←→", mark("another number"), "screen.other(1)"
            yield back, word, click
            yield "m", mark("the number"), "screen.moves"
        elif self.told.has_focus:
            yield "enter", mark("look or change"), "screen.enter"
            yield back, mark("the numbers"), click
        else:
            if any(self._readings):
                yield "enter", mark("what went in"), "screen.enter"
            yield "↑↓←→" if len(self._columns()[0]) > 1 else "↑↓", mark("walk"), ""
            yield back, mark("the number before") if self._trail else word, click
            if (one := self.table.figure) is not None and one.movable:
                yield _key("moves")
        if len(self._pages) > 1:
            yield _key("turn(1)")

    def _say(self, text: str = "") -> None:
        """Something above the keys, else what the walk has to say."""
        told = self.query_one("#numbers-said", Static)
        told.update(text or said(self.walk.messages))
        told.display = bool(text or self.walk.messages)

    @on(FigureAtHand)
    def _at_hand(self, event: FigureAtHand) -> None:
        event.stop()
        one = self.table.figure
        if one is None or not self._pages or self.page.kind == MOVES:
            return
        self.standing = one.id
        rows = list(figure_rows(one))
        list_, at = self.told, self.told.highlighted
        self._readings = [reading for _, reading in rows]
        list_.set_options(Option(text, disabled=reading is None) for text, reading in rows)
        inside = list_.has_focus and at is not None and at < len(rows) and self._readings[at] is not None
        list_.highlighted = at if inside else None
        if list_.highlighted is None:
            list_.scroll_home(animate=False)
        self._draw_lines()

    @on(OptionList.OptionHighlighted)
    def _reading_at_hand(self, event: OptionList.OptionHighlighted) -> None:
        """Below the last thing that went in stands where the formula comes from, which nobody can go to."""
        event.stop()
        last = max((n for n, reading in enumerate(self._readings) if reading is not None), default=-1)
        if event.option_index == last:
            self.call_after_refresh(self.told.scroll_end, animate=False)

    @on(InfluenceAtHand)
    def _influence_at_hand(self, event: InfluenceAtHand) -> None:
        event.stop()
        self._tell_influence()
        self._draw_lines()

    def _tell_influence(self) -> None:
        """What stands below the bars: the line at hand in whole words."""
        if self._views:
            told = influence_told(self._views[self._view], self.tornado.influence)
            self.query_one("#moved-told", Static).update(told)

    def on_descendant_focus(self) -> None:
        self._draw_lines()
