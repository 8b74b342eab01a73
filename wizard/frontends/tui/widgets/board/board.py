"""BoardView: the canvas to walk on, drawn by one widget. It shows what it is given; screens act."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style as RichStyle
from textual import events
from textual.binding import BindingType
from textual.geometry import Region
from textual.message import Message as TextualMessage
from textual.strip import Strip
from textual.style import Style
from textual.widget import Widget

from wizard.core.screen import BlockView, FindingView
from wizard.frontends.tui.keys import GOING, Act, bindings
from wizard.frontends.tui.widgets.board.faces import Line
from wizard.frontends.tui.widgets.board.walker import Tail, Walker
from wizard.frontends.tui.widgets.board.walking import At


class BoardWalked(TextualMessage):
    """The cursor is elsewhere, or one looks at the board in another way."""


class BoardEntered(TextualMessage):
    """Somebody wants to go into what is under the cursor: a card, or the block whose title it is on."""


class BoardView(Widget, can_focus=True):
    """The blocks in their real arrangement, or one of them over the whole room."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(
        (
            Act("step(-1)", "up", "↑", "", "Card above", "Then the title, then the block above", GOING),
            Act("step(1)", "down", "↓", "", "Card below", "Then the block below", GOING),
            Act("cross(-1)", "left", "←", "", "Block at the left", "", GOING),
            Act("cross(1)", "right", "→", "", "Block at the right", "", GOING),
            Act("turn(1)", "tab", "tab", "", "Next block", "Round and round", GOING),
            Act("turn(-1)", "shift+tab", "shift+tab", "", "Block before", "", GOING),
            Act("end(False)", "home", "home", "", "First card", "Of the block", GOING),
            Act("end(True)", "end", "end", "", "Last card", "Of the block", GOING),
            Act("page(-1)", "pageup", "pgup", "", "Some cards up", "", GOING),
            Act("page(1)", "pagedown", "pgdn", "", "Some cards down", "", GOING),
            Act("enter", "enter", "enter", "", "Open", "A card; or a block, from its title", GOING),
        )
    )

    def __init__(self, tail: Tail | None = None) -> None:
        super().__init__(id="board")
        self.walker = Walker(tail)
        self._lines: list[Line] = []
        self._styles: dict[str, RichStyle] = {}

    def show_blocks(
        self, blocks: Sequence[BlockView], findings: Sequence[FindingView], *, lettered: bool
    ) -> None:
        """lettered: cards wear badges."""
        self.walker.show(blocks, findings, lettered=lettered)
        self.redraw()

    # Drawing: only the lines that changed are painted again

    def redraw(self) -> None:
        was, self._lines = self._lines, self.walker.lines()
        changed = [y for y, line in enumerate(self._lines) if y >= len(was) or line != was[y]]
        if len(was) != len(self._lines):
            self.refresh()
        elif changed:
            self.refresh(*(Region(0, y, self.size.width, 1) for y in changed))

    def render_line(self, y: int) -> Strip:
        if y >= len(self._lines):
            return Strip.blank(self.size.width, self.rich_style)
        segments = [Segment(text, self._style(style)) for text, style in self._lines[y] if text]
        return Strip(segments).adjust_cell_length(self.size.width, self.rich_style)

    def _style(self, name: str) -> RichStyle:
        style = self._styles.get(name)
        if style is None:
            style = self._styles[name] = (self.visual_style + Style.parse(name)).rich_style
        return style

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._styles.clear()

    def on_resize(self, event: events.Resize) -> None:
        self.walker.resize(event.size.width, event.size.height)
        self.redraw()

    # Keys

    def _moved(self) -> None:
        self.redraw()
        self.post_message(BoardWalked())

    def action_step(self, down: int) -> None:
        self.walker.step(down)
        self._moved()

    def action_cross(self, right: int) -> None:
        self.walker.cross(right)
        self._moved()

    def action_turn(self, by: int) -> None:
        self.walker.turn(by)
        self._moved()

    def action_end(self, last: bool) -> None:
        self.walker.go_to_end(last=last)
        self._moved()

    def action_page(self, by: int) -> None:
        self.walker.page(by)
        self._moved()

    def action_enter(self) -> None:
        self.post_message(BoardEntered())

    def stand(self, at: At | None) -> None:
        self.walker.stand(at)
        self._moved()

    def zoom(self) -> None:
        self.walker.zoom()
        self._moved()

    def ask_for(self, badge: str) -> None:
        """Ask for the cards with the badge of this card; '' for all."""
        self.walker.ask_for(badge)
        self._moved()

    # Mouse

    def on_click(self, event: events.Click) -> None:
        """A click chooses, a second one opens."""
        at = self.walker.hit(event.x, event.y)
        if at is None:
            return
        if at == self.walker.at:
            self.post_message(BoardEntered())
        else:
            self.stand(at)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        self._scroll(event, 1)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        self._scroll(event, -1)

    def _scroll(self, event: events.MouseEvent, by: int) -> None:
        at = self.walker.hit(event.x, event.y)
        if at is not None:
            event.stop()
            self.walker.scroll(at.block, by)
            self.redraw()
