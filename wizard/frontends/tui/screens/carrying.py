"""Answers of another workshop: which one they come from, and what came along. Carries nothing itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from wizard.core.carrying import Carried
from wizard.core.tally import Line
from wizard.core.tongue import mark, t
from wizard.core.words.carrying import BEGINS_WITH, BREAKS_RULES, NOTHING, STAYED_BEHIND, UNASKED
from wizard.frontends.tui.keys import GOING, Act, bindings
from wizard.frontends.tui.screens.asking import LEAVE, keys_told
from wizard.frontends.tui.widgets.drawing import cut
from wizard.frontends.tui.widgets.hanging import Hanging
from wizard.frontends.tui.widgets.workshops import Found, RowChosen, Way, WorkshopList
from wizard.ports import Summary

_NAME_CELLS = 40
_AROUND = 8  # lines of the sheet, which leaves a tenth of the screen, that aren't the list
_NONE = Way("new", mark("No answers"), mark("begin with everything empty"))


class _Search(Input):
    """What is typed here narrows the list; the keys that walk go to the list."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "screen.walk('walk', -1)", show=False),
        Binding("down", "screen.walk('walk', 1)", show=False),
        Binding("pageup", "screen.walk('page', -1)", show=False),
        Binding("pagedown", "screen.walk('page', 1)", show=False),
    ]

    def __init__(self, typed: Callable[[str], None]) -> None:
        super().__init__(placeholder=t("Type a few letters of its name"), id="source-search", compact=True)
        self._typed = typed

    def watch_value(self, value: str) -> None:
        if self.is_mounted:
            self._typed(value)


class SourceScreen(ModalScreen[Summary | str | None]):
    """Asks for the workshop whose answers one begins with; '' for none of them, None for staying."""

    CSS_PATH = "carrying.tcss"
    AUTO_FOCUS = "#source-search"
    ACTS: ClassVar[tuple[Act, ...]] = (LEAVE,)
    BINDINGS: ClassVar[list[BindingType]] = bindings((LEAVE,))

    def __init__(self, summaries: Sequence[Summary], now: datetime, at: str = "") -> None:
        super().__init__()
        self._summaries = summaries
        self._now = now
        self._at = at

    def compose(self) -> ComposeResult:
        with Vertical(classes="sheet"):
            yield Static(Content.styled(t("Begin with the answers of which workshop?"), "bold"), markup=False)
            yield _Search(self._narrow)
            yield WorkshopList()
            told = ("enter", mark("choose")), ("↑↓", mark("walk")), ("esc", mark("leave it"))
            yield Static(keys_told(*told), markup=False)

    def on_mount(self) -> None:
        ways = (_NONE,) if self._at else ()
        self.query_one(WorkshopList).show_rows(ways, self._summaries, self._now, self._at)

    def _narrow(self, words: str) -> None:
        self.query_one(WorkshopList).search(words)

    def action_walk(self, how: str, by: int) -> None:
        rows = self.query_one(WorkshopList)
        if how == "walk":
            rows.action_walk(by)
        else:
            rows.action_page(by)

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        event.stop()
        self.query_one(WorkshopList).action_choose()

    @on(RowChosen)
    def _chosen(self, event: RowChosen) -> None:
        event.stop()
        self.dismiss(event.row.summary if isinstance(event.row, Found) else "")

    def action_dismiss_none(self) -> None:
        self.dismiss(None)


class CarriedScreen(ModalScreen[None]):
    """What a new workshop begins with, and what stayed behind. Shown once."""

    CSS_PATH = "carrying.tcss"
    ACTS: ClassVar[tuple[Act, ...]] = (
        Act("close", "enter,escape,q", "enter", "go on", "Go on", "To the first question", GOING),
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings(ACTS)

    def __init__(self, name: str, flow: str, carried: Carried) -> None:
        super().__init__()
        self._title = t("{name} goes on in “{flow}”", name=cut(name, _NAME_CELLS), flow=flow)
        self._carried = carried

    def compose(self) -> ComposeResult:
        with Vertical(classes="sheet"):
            yield Static(Content.styled(self._title, "bold $accent"), markup=False)
            with VerticalScroll(id="carried"):
                for sign, title, lines in self._sections():
                    yield Static(Content.styled(title, "bold"), classes="title", markup=False)
                    for line in lines:
                        yield Static(_drawn(sign, line), classes="line", markup=False)
            yield Static(keys_told(("enter", mark("go on")), ("↑↓ pgup pgdn", mark("scroll"))), markup=False)

    def _sections(self) -> Iterator[tuple[tuple[str, str], str, tuple[Line, ...]]]:
        """A sign with its style, a title, the lines."""
        found = self._carried
        yield ("✓", "$success"), t(BEGINS_WITH if found.carried else NOTHING), found.carried
        if found.left:
            yield ("✗", "$warning"), t(STAYED_BEHIND), found.left
        if found.doubted:
            yield ("▲", "$warning"), t(BREAKS_RULES), found.doubted
        if found.unasked:
            yield ("·", "$quiet"), t(UNASKED), found.unasked

    def on_mount(self) -> None:
        self.query_one("#carried").focus()

    def on_resize(self) -> None:
        """The keys below are always in view."""
        self.query_one("#carried").styles.max_height = max(self.size.height * 9 // 10 - _AROUND, 3)

    def action_close(self) -> None:
        self.dismiss(None)


def _drawn(sign: tuple[str, str], line: Line) -> Hanging:
    """A line, of which what was said stands back behind the question."""
    said = Content.styled(line.text[len(line.what) :], "$quiet")
    return Hanging(Content.assemble(sign, " "), Content.assemble(line.what, said))
