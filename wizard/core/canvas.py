"""The canvas: the blocks of a layout, filled with the cards that answers have become."""

from __future__ import annotations

import msgspec

from wizard.core.facts import Facts
from wizard.core.flow.model import Block, CardsQuestion
from wizard.core.problems import Place
from wizard.core.values import Blank, Card


class Item(msgspec.Struct, frozen=True):
    """One card in a block. id: of the card; of the question, where a single answer stands in for a card."""

    id: str
    face: str
    place: Place


class FilledBlock(msgspec.Struct, frozen=True):
    block: Block
    items: tuple[Item, ...]


def canvas(facts: Facts) -> tuple[FilledBlock, ...]:
    """The blocks in the order of the layout; empty where the flow has no canvas."""
    if facts.flow.layout is None:
        return ()
    return tuple(FilledBlock(block, block_items(facts, block.id)) for block in facts.flow.layout.blocks)


def block_items(facts: Facts, block: str) -> tuple[Item, ...]:
    """What stands in a block, in the order in which it is asked."""
    found: list[Item] = []
    for entry in facts.flow.entries.values():
        question = entry.question
        if question.block != block:
            continue
        value = facts.value(Place(question.id))
        if isinstance(question, CardsQuestion):
            for card in value if isinstance(value, tuple) else ():
                if isinstance(card, Card):
                    found.append(Item(card.id, facts.face(card), Place(question.id, card.id)))
        elif not entry.is_field and not isinstance(value, Blank) and value != ():
            found.append(Item(question.id, facts.shown(value), Place(question.id)))
    return tuple(found)
