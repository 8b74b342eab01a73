"""Walker: who walks on the board: where, what they look for, how near they look. Knows no widget."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from wizard.core.screen import BlockCard, BlockView, FindingView
from wizard.frontends.tui.widgets.board.drawn import board_lines
from wizard.frontends.tui.widgets.board.faces import Line, Look, Run
from wizard.frontends.tui.widgets.board.filling import TITLE, Filled, filled_block, first_in_view
from wizard.frontends.tui.widgets.board.places import Spot, neighbour, spots
from wizard.frontends.tui.widgets.board.walking import (
    At,
    at_end,
    block_at,
    card_at,
    in_turn,
    kept,
    nearest_line,
    within,
)
from wizard.frontends.tui.widgets.signs import severity_sign

Tail = Callable[[BlockCard], tuple[Run, ...]]
_RANK = ("block", "warn", "tip")


class Walker:
    """The blocks, and the one who walks on them.

    at: None where there are no blocks. badge: id of the card whose badge is asked for, '' for none. zoomed:
    one block fills the whole board. tail: what is told below a card then.
    """

    def __init__(self, tail: Tail | None = None) -> None:
        self.blocks: tuple[BlockView, ...] = ()
        self.at: At | None = None
        self.badge = ""
        self.zoomed = False
        self._tail = tail
        self._lettered = False
        self._severities: dict[str, str] = {}
        self._size = (0, 0)
        self._firsts: dict[str, int] = {}  # block -> number of the first card in view
        self._pen = 0  # the column in which one goes up and down
        self._ids: dict[str, frozenset[str]] = {}
        self._filled: dict[str, Filled] = {}  # what is drawn now
        self._made: dict[str, tuple[object, Filled]] = {}  # and what it was made of

    # What there is

    def show(self, blocks: Sequence[BlockView], findings: Sequence[FindingView], *, lettered: bool) -> None:
        """Show these blocks; the cursor stays on its card. lettered: cards wear badges."""
        was, self.blocks = self.blocks, tuple(blocks)
        self._lettered = lettered
        self._made.clear()  # what is told below a card may have changed, even where no block has
        self._ids = {block.id: frozenset(card.id for card in block.cards) for block in blocks}
        self._severities = {found.id: found.severity for found in findings}
        self.stand(kept(was, self.blocks, self.at))

    def resize(self, width: int, height: int) -> None:
        self._size = (width, height)
        self._follow()

    @property
    def block(self) -> BlockView | None:
        return block_at(self.blocks, self.at)

    @property
    def card(self) -> BlockCard | None:
        """The card at hand; None on a title."""
        return card_at(self.blocks, self.at)

    @property
    def places(self) -> dict[str, Spot]:
        """Where blocks are drawn now."""
        width, height = self._size
        if self.zoomed and self.at is not None:
            return {self.at.block: Spot(0, 0, width - 1, height - 1)}
        return spots(self.blocks, width, height)

    # Walking

    def stand(self, at: At | None) -> None:
        """Go somewhere; what is there comes into view."""
        self.at = at
        self._follow()

    def step(self, down: int) -> None:
        """To the card below or above; behind the last one to the block that lies there."""
        if self.block is None or self.at is None:
            return
        to = within(self.block, self.at.card, down)
        if to is not None:
            self.stand(to)
        else:
            self._cross(0, down)

    def cross(self, right: int) -> None:
        """To the block at that side."""
        if self.at is not None:
            self._cross(right, 0)

    def _cross(self, right: int, down: int) -> None:
        assert self.at is not None
        places = spots(self.blocks, *self._size)
        x, y = places[self.at.block].middle
        line = self._line_at_hand()
        y = y if line is None or self.zoomed else line
        if down and places[self.at.block].left < self._pen < places[self.at.block].right:
            x = self._pen
        to = neighbour(places, self.at.block, right, down, (x, y))
        block = next((block for block in self.blocks if block.id == to), None)
        if block is None or to is None:
            return
        self._pen = places[to].middle[0] if right else x
        if right and not self.zoomed:
            self.stand(nearest_line(block, self._lines_of(to), y))
        else:
            self.stand(at_end(block, last=down < 0))

    def turn(self, by: int) -> None:
        """To the next block in the order in which they are read, round and round."""
        if self.at is not None:
            self.stand(in_turn(self.blocks, self.at, by))

    def go_to_end(self, *, last: bool) -> None:
        """To the first or the last card of the block."""
        if self.block is not None:
            self.stand(at_end(self.block, last=last))

    def page(self, by: int) -> None:
        """As many cards further as there are in view."""
        block = self.block
        if block is None or self.at is None:
            return
        shown = len({card for card in self.filled(block).cards if card}) or 1
        number = min(max(self._number + by * shown, 0), len(block.cards) - 1)
        self.stand(At(block.id, block.cards[number].id if block.cards else TITLE))

    @property
    def _number(self) -> int:
        """The number of the card at hand, -1 on the title."""
        cards = self.block.cards if self.block is not None else ()
        return next((n for n, card in enumerate(cards) if self.at and card.id == self.at.card), -1)

    def scroll(self, block: str, by: int) -> None:
        """Look further down or up in a block, wherever the cursor is."""
        self._firsts[block] = max(self._firsts.get(block, 0) + by, 0)
        self._filled.clear()

    def zoom(self) -> None:
        self.zoomed = not self.zoomed
        self._follow()

    def ask_for(self, badge: str) -> None:
        """Ask for the cards with a badge; for all again where it is that badge already."""
        self.badge = "" if badge == self.badge else badge
        self._filled.clear()

    # Looking

    @property
    def look(self) -> Look:
        card = self.card
        return Look(
            chosen=card.id if card is not None else "",
            links=frozenset(card.links) if card is not None else frozenset(),
            linked=frozenset(card.linked) if card is not None else frozenset(),
            badge=self.badge,
            lettered=self._lettered,
            whole=self.zoomed,
            tail=self._tail if self.zoomed else None,
        )

    def lines(self) -> list[Line]:
        """The board, line by line, each exactly as wide as there is room."""
        width, height = self._size
        if self.at is None or width < 3 or height < 3:
            return [((" " * width, ""),)] * height
        places = self.places
        self._filled = {
            block.id: self._fill(block, places[block.id]) for block in self.blocks if block.id in places
        }
        self._firsts.update((id, filled.first) for id, filled in self._filled.items())
        blocks = {id: filled.lines for id, filled in self._filled.items()}
        return board_lines(places, blocks, self.at.block, width, height)

    def hit(self, x: int, y: int) -> At | None:
        """What is drawn in a cell: a card, or the title for the rest of a block."""
        for id, spot in self.places.items():
            if spot.left <= x <= spot.right and spot.top <= y <= spot.bottom:
                return At(id, self._lines_of(id).get(y) or TITLE)
        return None

    def filled(self, block: BlockView) -> Filled:
        """What stands in a block that is in view."""
        return self._filled.get(block.id) or self._fill(block, self.places[block.id])

    def _fill(self, block: BlockView, spot: Spot) -> Filled:
        """What stands in a block; as it was, where nothing that shows in it has changed."""
        ids, look = self._ids[block.id], self.look
        look = look._replace(
            chosen=look.chosen if look.chosen in ids else "", links=look.links & ids, linked=look.linked & ids
        )
        here = self.at is not None and self.at.block == block.id
        first = self._firsts.get(block.id, 0)
        made_of = (block, self._sign(block), spot, look, here, first)
        was = self._made.get(block.id)
        if was is not None and was[0] == made_of:
            return was[1]
        title = (block.title, "bold $accent" if block.here else "bold $primary")
        filled = filled_block(
            block, spot.width, spot.height, look, here=here, first=first, title=title, sign=self._sign(block)
        )
        self._made[block.id] = (made_of, filled)
        return filled

    def _sign(self, block: BlockView) -> Run | None:
        """Of the gravest finding about the block as a whole."""
        found = (self._severities.get(id, "tip") for id in block.findings)
        gravest = min(found, key=_RANK.index, default=None)
        return severity_sign(gravest) if gravest is not None else None

    def _lines_of(self, block: str) -> dict[int, str | None]:
        """Line of the screen -> the card that a block shows there."""
        found = block_at(self.blocks, At(block))
        spot = self.places.get(block)
        if found is None or spot is None:
            return {}
        return dict(enumerate(self.filled(found).cards, spot.top + 1))

    def _line_at_hand(self) -> int | None:
        assert self.at is not None
        lines = self._lines_of(self.at.block)
        return next((line for line, card in lines.items() if card == self.at.card), None)

    def _follow(self) -> None:
        """Bring the card at hand into view."""
        self._filled.clear()
        block, number = self.block, self._number
        spot = self.places.get(block.id) if block is not None and min(self._size) >= 3 else None
        if block is not None and spot is not None:
            first = self._firsts.get(block.id, 0)
            self._firsts[block.id] = first_in_view(
                block, spot.width, spot.height, self.look, first, max(number, 0)
            )
