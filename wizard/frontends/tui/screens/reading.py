"""Screens to read from: teaching, documents, canvas, coach. They know how to show, not what is true."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from wizard.core.screen import BlockView, FindingView
from wizard.frontends.tui.screens.asking import keys_told
from wizard.frontends.tui.widgets.canvas import CanvasPane
from wizard.frontends.tui.widgets.coach import ranked
from wizard.frontends.tui.widgets.signs import severity_sign


class Page(NamedTuple):
    """A title, and text in Markdown."""

    title: str
    text: str


class ReadScreen(ModalScreen[str | None]):
    """Pages of Markdown, one at a time. Ends with 'write' where the person asks for files, else None."""

    CSS_PATH = "reading.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,f1,f3", "close", show=False),
        Binding("left,shift+tab", "turn(-1)", show=False),
        Binding("right,tab", "turn(1)", show=False),
        Binding("w", "write", show=False),
    ]

    def __init__(self, pages: Sequence[Page], *, writable: bool = False) -> None:
        super().__init__()
        self._pages = pages
        self._writable = writable
        self._at = 0

    def compose(self) -> ComposeResult:
        with Vertical(classes="book"):
            yield Static(id="page-titles", markup=False)
            with VerticalScroll(id="page"):
                yield Static(id="page-text", markup=False)
            keys = [("↑↓ pgup pgdn", "scroll"), ("esc", "close")]
            keys += [("←→", "other pages")] if len(self._pages) > 1 else []
            keys += [("w", "write to a folder")] if self._writable else []
            yield Static(keys_told(*keys), markup=False)

    def on_mount(self) -> None:
        self._draw()
        self.query_one("#page").focus()

    def _draw(self) -> None:
        from wizard.frontends.tui.widgets.prose import Prose  # noqa: PLC0415 - only who reads needs it

        titles = [
            Content.styled(f" {page.title} ", "bold $background on $accent" if n == self._at else "$quiet")
            for n, page in enumerate(self._pages)
        ]
        self.query_one("#page-titles", Static).update(Content(" ").join(titles))
        self.query_one("#page-text", Static).update(Prose(self._pages[self._at].text))
        self.query_one("#page").scroll_home(animate=False)

    def action_turn(self, by: int) -> None:
        self._at = (self._at + by) % len(self._pages)
        self._draw()

    def action_write(self) -> None:
        if self._writable:
            self.dismiss("write")

    def action_close(self) -> None:
        self.dismiss(None)


class BoardScreen(ModalScreen[None]):
    """The canvas, as large as the screen."""

    CSS_PATH = "reading.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q,f2,enter", "close", show=False)]

    def __init__(self, title: str, blocks: tuple[BlockView, ...]) -> None:
        super().__init__()
        self._title = title
        self._blocks = blocks

    def compose(self) -> ComposeResult:
        yield Static(Content.styled(self._title, "bold $accent"), id="board-title", markup=False)
        yield CanvasPane(id="board")
        yield Static(keys_told(("esc", "close")), markup=False)

    def on_mount(self) -> None:
        self.query_one(CanvasPane).show_blocks(self._blocks)

    def action_close(self) -> None:
        self.dismiss(None)


class Chosen(NamedTuple):
    """A finding, and whether the person wants to dismiss it rather than solve it."""

    finding: FindingView
    dismissed: bool


class CoachScreen(ModalScreen[Chosen | None]):
    """The findings: enter goes to the question that solves one, d dismisses it."""

    CSS_PATH = "reading.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,f4", "close", show=False),
        Binding("d", "silence", show=False),
    ]

    def __init__(self, findings: tuple[FindingView, ...]) -> None:
        super().__init__()
        self._findings = ranked(findings)

    def compose(self) -> ComposeResult:
        with Vertical(classes="book"):
            yield Static(Content.styled("What the coach says", "bold"), id="coach-title", markup=False)
            if self._findings:
                yield OptionList(*(Option(finding_line(found)) for found in self._findings), markup=False)
            else:
                yield Static("Nothing to say so far. Answer a few questions more.", markup=False)
            yield Static(keys_told(("enter", "go there"), ("d", "dismiss"), ("esc", "close")), markup=False)

    def on_mount(self) -> None:
        for findings in self.query(OptionList):
            findings.highlighted = 0
            findings.focus()

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.dismiss(Chosen(self._findings[event.option_index], False))

    def action_silence(self) -> None:
        for findings in self.query(OptionList):
            if findings.highlighted is not None:
                self.dismiss(Chosen(self._findings[findings.highlighted], True))

    def action_close(self) -> None:
        self.dismiss(None)


def finding_line(found: FindingView) -> Content:
    sign, style = severity_sign(found.severity)
    parts: list[str | tuple[str, str]] = [(f"{sign} ", style), found.text]
    if found.source:
        parts.append((f"\n  {found.source}", "$quiet italic"))
    return Content.assemble(*parts)
