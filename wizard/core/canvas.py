"""The canvas: the blocks of a layout, filled with the cards that answers have become."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from wizard.core.facts import Facts
from wizard.core.flow.flow import Entry
from wizard.core.flow.model import Block, CardsQuestion
from wizard.core.problems import Place
from wizard.core.values import Card


class Item(msgspec.Struct, frozen=True):
    """One card in a block. id: of the card; of the question, where a single answer stands in for a card."""

    id: str
    face: str
    place: Place


class FilledBlock(msgspec.Struct, frozen=True):
    block: Block
    items: tuple[Item, ...]


def canvas(facts: Facts) -> tuple[FilledBlock, ...]:
    """The blocks in the order of the layout, their cards in the order in which they are asked for.

    Empty where the flow has no canvas.
    """
    return facts.known(_canvas)


def _canvas(facts: Facts) -> tuple[FilledBlock, ...]:
    if facts.flow.layout is None:
        return ()
    items: dict[str, list[Item]] = {block.id: [] for block in facts.flow.layout.blocks}
    for entry in facts.flow.entries.values():
        if entry.question.block in items:
            items[entry.question.block] += _items(facts, entry)
    return tuple(FilledBlock(block, tuple(items[block.id])) for block in facts.flow.layout.blocks)


def _items(facts: Facts, entry: Entry) -> Iterator[Item]:
    """The cards that a question puts into its block."""
    id = entry.question.id
    value = facts.value(Place(id))
    if isinstance(entry.question, CardsQuestion):
        for card in value if isinstance(value, tuple) else ():
            if isinstance(card, Card):
                yield Item(card.id, facts.face(card), Place(id, card.id))
    elif text := facts.shown(value):
        yield Item(id, text, Place(id))
