"""ShowingBoard: the canvas to walk on, with what is told of each card around it. Changes nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from wizard.core.screen import BlockCard
from wizard.core.tongue import mark, t
from wizard.core.where import Stop
from wizard.frontends.tui.keys import ANSWERING, GOING, LOOKING, Act, bindings, offered, on_the_line
from wizard.frontends.tui.walk import Walk
from wizard.frontends.tui.widgets.board.board import BoardView, BoardWalked
from wizard.frontends.tui.widgets.board.faces import Run
from wizard.frontends.tui.widgets.board.legend import Legend
from wizard.frontends.tui.widgets.board.telling import (
    Part,
    Told,
    block_told,
    card_told,
    fields_told,
    links_told,
)
from wizard.frontends.tui.widgets.board.walking import at_end
from wizard.frontends.tui.widgets.drawing import cut
from wizard.frontends.tui.widgets.lines import Key, KeyLine
from wizard.frontends.tui.widgets.signs import severity_sign
from wizard.frontends.tui.widgets.too_small import TooSmall

if TYPE_CHECKING:
    from wizard.frontends.tui.app import WizardApp

_POLL_S = 0.25
_NO_CANVAS = mark("This flow has no canvas.")

# What one can do here, for the keys, the palette and the help screen.
ACTS: tuple[Act, ...] = (
    Act(
        "back",
        "escape",
        "esc",
        "close",
        "Close",
        "The zoom first, then the letter, then the board",
        GOING,
    ),
    Act("close", "f2,q", "f2", "close", "Close at once", "Back to the question", GOING, False),
    Act("go", "g", "g", "its question", "Go to its question", "To answer it there", GOING),
    Act("add", "a", "a", "add", "Add a card", "At the question that fills the block", ANSWERING),
    Act(
        "remove",
        "delete,backspace",
        "del",
        "remove",
        "Remove the card",
        "Asks where others point at it",
        ANSWERING,
    ),
    Act("undo", "ctrl+z", "ctrl+z", "undo", "Undo", "Take back the last thing that you did", ANSWERING),
    Act("redo", "ctrl+y", "ctrl+y", "redo", "Redo", "Do again what was taken back", ANSWERING),
    Act("zoom", "z", "z", "zoom", "Zoom", "One block over the whole screen, and back", LOOKING),
    Act(
        "letter",
        "s",
        "s",
        "next letter",
        "Next letter",
        "The letters in turn, or shift and one of them; cards without it step back",
        LOOKING,
    ),
    Act("all", "0", "0", "all", "All letters", "No card steps back", LOOKING, False),
    Act("then('coach')", "f4", "f4", "coach", "Coach", "What it says of the card at hand, and more", LOOKING),
    Act("then('numbers')", "n", "n", "numbers", "Numbers", "What moves them, and why they are so", LOOKING),
    Act("then('learn')", "f1", "f1", "learn", "Learn", "The board closes", LOOKING, False),
    Act("then('documents')", "f3", "f3", "document", "Document", "The board closes", LOOKING, False),
    Act("then('review')", "f8", "f8", "review", "Review", "The board closes", GOING, False),
    Act("then('steps')", "f9", "f9", "steps", "Go to a step", "The board closes", GOING, False),
)
_key = partial(on_the_line, ACTS)


class Way(NamedTuple):
    """Where somebody wants to go on. stop: None for where they are. card: the one at hand, '' for none.

    then: what they want to do next in the workshop, '' for nothing.
    """

    stop: Stop | None
    card: str = ""
    then: str = ""


class ShowingBoard(Screen[Way | None]):
    """The board of a workshop. Ends with a Way where the person wants to go on at a question.

    block: where to begin, '' for the one that the step at hand fills. typing_below: whether somebody is in
    the middle of an answer under this screen.
    """

    CSS_PATH = "board.tcss"
    AUTO_FOCUS: ClassVar[str] = "BoardView"
    BINDINGS: ClassVar[list[BindingType]] = bindings(ACTS)
    app: WizardApp

    def __init__(self, walk: Walk, block: str = "", typing_below: Callable[[], bool] = lambda: False) -> None:
        super().__init__()
        self.walk = walk
        self._begin = block
        self._typing_below = typing_below
        self._drawn: object = None
        self._faces: dict[str, str] = {}
        self._said: tuple[Part, ...] = ()

    def compose(self) -> ComposeResult:
        yield Static(id="board-title", markup=False)
        yield BoardView(self._tail)
        yield Legend()
        yield Told()
        yield KeyLine()
        yield TooSmall()

    def on_mount(self) -> None:
        self._draw()
        blocks = self.walk.screen.canvas
        wanted = (block for block in blocks if (block.id == self._begin if self._begin else block.here))
        if (block := next(wanted, None)) is not None:
            self.board.stand(at_end(block, last=False))
        self.set_interval(_POLL_S, self._follow)

    @property
    def ACTS(self) -> tuple[Act, ...]:  # noqa: N802 - other screens have a table that is always the same
        """What one can do on the board of this workshop."""
        return offered(ACTS, "then('numbers')", is_there=self.walk.screen.numbers)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "then" and parameters == ("numbers",):
            return self.walk.screen.numbers
        return super().check_action(action, parameters)

    @property
    def board(self) -> BoardView:
        return self.query_one(BoardView)

    # Showing

    def _follow(self) -> None:
        """Show what has been written since, here or elsewhere."""
        self.walk.catch_up(typing=self._typing_below())
        if self.display and self.walk.screen is not self._drawn:
            self._draw()

    def _draw(self) -> None:
        view = self._drawn = self.walk.screen
        self._faces = {card.id: card.face for block in view.canvas for card in block.cards}
        self.board.show_blocks(view.canvas, view.findings, lettered=bool(view.badges))
        if self.board.walker.badge not in {"", *(badge.card for badge in view.badges)}:
            self.board.ask_for("")
        self._draw_around()

    def _draw_around(self) -> None:
        """The lines above and below the board."""
        walker, view = self.board.walker, self.walk.screen
        self.query_one("#board-title", Static).update(self._title())
        self.query_one(Legend).show_badges(view.badges, walker.badge)
        self.query_one(Told).show_parts((*self._said, *self._told()))
        self.query_one(KeyLine).show_keys(tuple(self._keys()))

    def _title(self) -> Content:
        walker, view = self.board.walker, self.walk.screen
        width = max(self.size.width - 2, 0)
        right = ""
        if walker.zoomed and walker.block is not None:
            at = walker.blocks.index(walker.block) + 1
            right = t("{number} of {total}", number=at, total=len(walker.blocks))
        title = cut(view.canvas_title, width // 2)
        name = cut(view.name, width - cell_len(title) - len(right) - 6)
        left = Content.assemble((name, "bold $accent"), *((("  ›  ", "$quiet"), title) if title else ()))
        return Content.assemble(left, " " * max(width - left.cell_length - len(right), 1), (right, "$quiet"))

    def _told(self) -> list[Part]:
        findings = {found.id: found for found in self.walk.screen.findings}
        card, block = self.board.walker.card, self.board.walker.block
        if card is not None:
            return card_told(card, self.walk.card(card.id), self._faces, findings)
        return block_told(block, findings) if block is not None else [Part((("▪", "$quiet"),), t(_NO_CANVAS))]

    def _tail(self, card: BlockCard) -> tuple[Run, ...]:
        """What stands below a face while one block fills the board."""
        view = self.walk.card(card.id)
        fields = fields_told(view) if view is not None else ""
        found = ((fields, "$quiet"), (links_told(card, self._faces), "$primary"))
        return tuple((text, style) for text, style in found if text)

    def _keys(self) -> Iterator[Key]:
        walker = self.board.walker
        if walker.card is not None:
            yield "enter", mark("open") if walker.card.place.card else mark("its question"), "screen.enter"
        elif walker.block is not None and walker.block.cards:
            yield "enter", mark("first card") if walker.zoomed else mark("whole screen"), "screen.enter"
        elif walker.block is not None and walker.block.questions:
            yield "enter", mark("add"), "screen.enter"
        if walker.block is not None:
            yield mark("arrows"), mark("walk"), ""
        key, word, click = _key("back")
        yield (
            key,
            mark("whole board") if walker.zoomed else mark("all cards") if walker.badge else word,
            click,
        )
        if walker.block is not None:
            if not walker.zoomed:
                yield _key("zoom")
            yield _key("add")
        if self.walk.screen.numbers:
            yield _key("then('numbers')")
        if self.walk.screen.badges:
            yield _key("letter")
            badges = self.walk.screen.badges
            if len(badges) > 1:
                yield f"{badges[0].letter}–{badges[-1].letter}", mark("one letter"), ""
        if walker.card is not None:
            yield _key("go")
        if walker.block is not None:
            yield "tab", mark("next block"), ""
        yield _key("undo")
        if walker.card is not None and walker.card.place.card:
            yield _key("remove")
        yield _key("then('coach')")

    def on_resize(self) -> None:
        if self._drawn is not None:
            self._draw_around()

    @on(BoardWalked)
    def _walked(self, event: BoardWalked) -> None:
        event.stop()
        self._said = ()
        self._draw_around()

    def say(self, text: str = "") -> None:
        """Say something, or what the walk has to say, until the next step."""
        told = [(message.text, message.severity) for message in self.walk.messages]
        told = [(text, "warn")] if text else told
        self._said = tuple(
            Part((severity_sign(severity),), text, severity_sign(severity)[1]) for text, severity in told
        )
        self._draw()
