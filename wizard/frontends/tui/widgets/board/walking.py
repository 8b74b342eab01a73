"""Where the cursor of the board is, and where a key takes it. Pure; knows no widget."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from wizard.core.screen import BlockCard, BlockView
from wizard.frontends.tui.widgets.board.filling import TITLE


class At(NamedTuple):
    """A block, and one of its cards by its id; TITLE where the cursor is on the title."""

    block: str
    card: str = TITLE


def block_at(blocks: Sequence[BlockView], at: At | None) -> BlockView | None:
    return next((block for block in blocks if at is not None and block.id == at.block), None)


def card_at(blocks: Sequence[BlockView], at: At | None) -> BlockCard | None:
    block = block_at(blocks, at)
    if block is None or at is None:
        return None
    return next((card for card in block.cards if card.id == at.card), None)


def number_of(block: BlockView, card: str) -> int:
    """The number of a card in its block, from 0; -1 for the title."""
    return next((number for number, found in enumerate(block.cards) if found.id == card), -1)


def within(block: BlockView, card: str, by: int) -> At | None:
    """So many cards further down, or up to the title; None beyond the ends."""
    number = number_of(block, card) + by
    if number < -1 or number >= len(block.cards):
        return None
    return At(block.id, block.cards[number].id if number >= 0 else TITLE)


def at_end(block: BlockView, *, last: bool) -> At:
    """The first or the last card; the title of an empty block."""
    return At(block.id, block.cards[-1 if last else 0].id if block.cards else TITLE)


def nearest_line(block: BlockView, lines: Mapping[int, str | None], y: int) -> At:
    """The card that is nearest to a line of the screen. lines: which card each line of the block shows."""
    cards = {card.id for card in block.cards}
    found = [(abs(line - y), line, card) for line, card in lines.items() if card in cards]
    return At(block.id, min(found)[2] or TITLE) if found else at_end(block, last=False)


def in_turn(blocks: Sequence[BlockView], at: At, by: int) -> At:
    """The next block in the order in which they are read, round and round."""
    ids = [block.id for block in blocks]
    number = ids.index(at.block) if at.block in ids else 0
    return at_end(blocks[(number + by) % len(blocks)], last=False)


def kept(before: Sequence[BlockView], now: Sequence[BlockView], at: At | None) -> At | None:
    """Where the cursor is after somebody has changed something: on its card, wherever that is now.

    Where the card is gone: on the one that took its place.
    """
    if at is None or not now:
        return at_end(now[0], last=False) if now else None
    if at.card != TITLE:
        for found in now:
            if number_of(found, at.card) >= 0:
                return At(found.id, at.card)
    block, was = block_at(now, at), block_at(before, at)
    if block is None:
        return at_end(now[0], last=False)
    if at.card == TITLE or not block.cards:
        return At(block.id)
    number = number_of(was, at.card) if was is not None else 0
    return At(block.id, block.cards[min(max(number, 0), len(block.cards) - 1)].id)
