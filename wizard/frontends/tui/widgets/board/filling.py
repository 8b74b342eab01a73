"""What stands in one block: its title, the cards that there is room for, and how many more there are."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from rich.cells import cell_len

from wizard.core.screen import BlockView
from wizard.core.tongue import t
from wizard.frontends.tui.widgets.board.faces import Line, Look, Run, card_height, card_lines
from wizard.frontends.tui.widgets.drawing import cut, filled, wrapped

TITLE = ""  # what stands for a card where the title is meant
_MOST_LINES = 12
_DENSE_FROM = 6  # a lower block that is too full shows one line of each card, a higher one two


class Filled(NamedTuple):
    """The lines of a block. cards: the id of the card on each line; TITLE, None where there is nothing.

    first: number of the first card in view.
    """

    lines: list[Line]
    cards: list[str | None]
    first: int


def filled_block(
    block: BlockView,
    width: int,
    height: int,
    look: Look,
    *,
    here: bool,
    first: int,
    title: Run,
    sign: Run | None,
) -> Filled:
    """The block on exactly `height` lines of `width` cells. here: the cursor is somewhere in it.

    first: number of the card that the person scrolled to. sign: of the gravest finding about it as a whole.
    """
    if width < 1 or height < 1:
        return Filled([], [], 0)
    lines: list[Line] = [_title(block, width, title, sign, here and not look.chosen)]
    cards: list[str | None] = [TITLE]
    room = height - 1
    if block.cards:
        first = _add_cards(block, width, room, look, first, lines, cards)
    else:
        for text, style in _hints(block, width, room, here):
            lines.append(((filled(text, width), style),))
            cards.append(TITLE)
    blank: Line = ((" " * width, ""),)
    missing = max(height - len(lines), 0)
    return Filled([*lines, *[blank] * missing], [*cards, *[None] * missing], first)


def _title(block: BlockView, width: int, title: Run, sign: Run | None, chosen: bool) -> Line:
    count = str(len(block.cards)) if block.cards else ""
    ground = " on $block-cursor-background" if chosen else ""
    right: list[Run] = [(f" {count}", "$quiet" + ground)] if count else []
    right += [(f" {sign[0]}", sign[1] + ground)] if sign is not None else []
    room = width - sum(cell_len(text) for text, _ in right)
    if room < 4:
        right, room = [], width
    text, style = title
    mark = "▸" if chosen else ""
    named = filled(mark + short_title(text, room - len(mark)), room)
    return ((named, ("bold $block-cursor-foreground" if chosen else style) + ground), *right)


def _hints(block: BlockView, width: int, room: int, here: bool) -> list[Run]:
    """What an empty block says."""
    hints = (
        [(line, "italic $quiet") for line in wrapped(block.hint, width, max(room - here, 0))] if room else []
    )
    if here and block.questions and room > 0:
        hints.append((cut(f"+ {t('enter: add one')}", width), "$accent"))
    return hints[:room]


def _add_cards(
    block: BlockView,
    width: int,
    room: int,
    look: Look,
    first: int,
    lines: list[Line],
    cards: list[str | None],
) -> int:
    """Add the lines of the cards, and whose they are; the number of the first of them."""
    most = lines_of_each(block, width, room, look)
    view = window(_heights(block, width, most, look), len(block.cards), room, first)
    above, below = view.marks(room, len(block.cards))
    if above:
        lines.append(((filled(t("↑ {count} more", count=view.first), width), "$accent"),))
        cards.append(block.cards[view.first - 1].id)
    end = room + 1 - below
    for number, card in enumerate(block.cards[view.first : view.last]):
        if view.gap and number:
            lines.append(((" " * width, ""),))
            cards.append(None)
        drawn = card_lines(card, width, most, look)[: max(end - len(lines), 0)]
        lines += drawn
        cards += [card.id] * len(drawn)
    if below:
        more = t("↓ {count} more", count=len(block.cards) - view.last)
        lines.append(((filled(more, width), "$accent"),))
        cards.append(block.cards[view.last].id)
    return view.first


def first_in_view(block: BlockView, width: int, height: int, look: Look, first: int, at: int) -> int:
    """The number of the first card in view, so that the card of number `at` is seen too."""
    room = height - 1
    if width < 1 or room < 1 or not block.cards:
        return 0
    most = lines_of_each(block, width, room, look)
    return window(_heights(block, width, most, look), len(block.cards), room, first, at).first


def lines_of_each(block: BlockView, width: int, room: int, look: Look) -> int:
    """On how many lines a card's face may stand so that as many cards as possible are seen."""
    if look.whole:
        return _MOST_LINES
    for most in (4, 3, 2):
        if _sum_up_to(_heights(block, width, most, look), len(block.cards), room) <= room:
            return most
    return 2 if room >= _DENSE_FROM else 1


def _heights(block: BlockView, width: int, most: int, look: Look) -> Callable[[int], int]:
    return lambda number: card_height(block.cards[number], width, most, look)


def _sum_up_to(height: Callable[[int], int], count: int, room: int) -> int:
    """All heights together; where they are more than `room`, some number above it."""
    total = 0 if count <= room else count  # each takes a line at least
    for number in range(count):
        if total > room:
            break
        total += height(number)
    return total


class Window(NamedTuple):
    """The cards in view, from `first` up to, without, `last`. gap: there is room for a blank line between."""

    first: int
    last: int
    gap: bool = False

    def marks(self, room: int, count: int) -> tuple[bool, bool]:
        """Whether a line says how many cards are above, and below: a card in view goes before them."""
        below = self.last < count and room > 1
        return self.first > 0 and room > 1 + below, below


def window(height: Callable[[int], int], count: int, room: int, first: int, at: int | None = None) -> Window:
    """Which cards there is room for when the first one in view is `first`, or one near it.

    at: a card that has to be in view. A line above and one below say how many there are besides.
    """
    total = _sum_up_to(height, count, room)
    if total <= room:
        return Window(0, count, total + count - 1 <= room)
    first = max(min(first, count - 1), 0)
    if at is not None:
        first = max(min(first, at), at - room)
    last = _last(height, count, room, first)
    while at is not None and at >= last and first < at:
        first += 1
        last = _last(height, count, room, first)
    while last == count and first > 0 and _last(height, count, room, first - 1) == count:
        first -= 1
    return Window(first, last)


def _last(height: Callable[[int], int], count: int, room: int, first: int) -> int:
    space = room - (1 if first else 0)
    last, used = first, 0
    while last < count:
        used += height(last)
        if used > space - (1 if last + 1 < count else 0):
            break
        last += 1
    return max(last, first + 1)  # a card that is higher than the room is cut


def short_title(title: str, width: int) -> str:
    """A title that fits: whole, else its last word, whole or cut; in very little room its initials."""
    words = title.split()
    if cell_len(title) <= width or len(words) < 2:
        return cut(title, width)
    last = words[-1].capitalize()
    if cell_len(last) <= width or width >= _READABLE:
        return cut(last, width)
    return cut("".join(word[0].upper() for word in words), width)


_READABLE = 6
