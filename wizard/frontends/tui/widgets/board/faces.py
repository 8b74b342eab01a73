"""What a card looks like on the board, as lines of styled text. Knows no widget and no canvas."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from rich.cells import cell_len

from wizard.core.screen import BadgeView, BlockCard
from wizard.frontends.tui.themes import BADGES
from wizard.frontends.tui.widgets.drawing import filled, wrapped
from wizard.frontends.tui.widgets.signs import severity_sign

Run = tuple[str, str]  # text, and its style
Line = tuple[Run, ...]

UNFINISHED = ("◐", "$warning")
_CHIPS = ((26, 4), (17, 2))  # in a block as wide as this, so many letters have room beside a face
_ROOMY = 20  # a narrower block has all lines of a face but the first begin at its edge
_LEAST_OF_A_FACE = 5
_TAIL_LINES = 3  # what stands below a face, where there is room for everything


class Look(NamedTuple):
    """How the cards are looked at. chosen: the one at hand, with what it points at and what points at it.

    badge: id of the card whose badge is asked for; cards without it step back. lettered: cards wear badges.
    whole: nothing is cut, and blank lines lie between. tail: what is told below a face.
    """

    chosen: str = ""
    links: frozenset[str] = frozenset()
    linked: frozenset[str] = frozenset()
    badge: str = ""
    lettered: bool = False
    whole: bool = False
    tail: Callable[[BlockCard], tuple[Run, ...]] | None = None


def chip_style(badge: BadgeView) -> str:
    """A letter on the colour of its card."""
    return f"bold $background on {badge_colour(badge)}"


def badge_colour(badge: BadgeView) -> str:
    return f"$badge-{badge.number % BADGES + 1}"


def steps_back(card: BlockCard, badge: str) -> bool:
    """Whether a card hasn't got the badge that is asked for."""
    return bool(badge) and all(worn.card != badge for worn in card.badges)


def card_height(card: BlockCard, width: int, most: int, look: Look) -> int:
    """How many lines the card takes: the same whether it is chosen or not."""
    if _is_slim(card, width):
        return 1
    return len(_face(card, width, most)) + len(_tail(card, width, look)) + look.whole


def card_lines(card: BlockCard, width: int, most: int, look: Look) -> list[Line]:
    """A card on `most` lines of exactly `width` cells, and what is told below it."""
    if width < 1:
        return []
    chosen, back = card.id == look.chosen, steps_back(card, look.badge)
    ground = " on $block-cursor-background" if chosen else ""
    text = _text_style(card, look)
    if _is_slim(card, width):
        return [((filled(("▸" if chosen else "") + (card.face or "…"), width), text + ground),)]
    marks = _marks(card)
    first, *others = _face(card, width, most)
    lines: list[Line] = [
        (
            _with(ground, _sign(card, look)),
            *(chip if " on " in chip[1] else _with(ground, chip) for chip in _chips(card, width, back, look)),
            (" " + filled(first, width - 2 - _lead(card, width) - _cells(marks)), text + ground),
            *(_with(ground, run) for mark in marks for run in ((" ", ""), mark)),
        )
    ]
    indent = _indent(card, width)
    lines += [((" " * indent + filled(other, width - indent), text + ground),) for other in others]
    for tail, colour in _tail(card, width, look):
        style = (text if chosen else colour) + ground
        lines.append(((" " * indent + filled(tail, width - indent), style),))
    return [*lines, ((" " * width, ""),)] if look.whole else lines


def _is_slim(card: BlockCard, width: int) -> bool:
    """Whether there is room for a few characters of the face and nothing else."""
    return width < _lead(card, width) + _cells(_marks(card)) + _LEAST_OF_A_FACE


def _text_style(card: BlockCard, look: Look) -> str:
    if card.id == look.chosen:
        return "bold $block-cursor-foreground"
    if steps_back(card, look.badge):
        return "$quiet"
    weight = "bold " if look.badge else ""
    return weight + ("$accent" if card.id in look.links or card.id in look.linked else "$foreground")


def _with(ground: str, run: Run) -> Run:
    return run[0], run[1] + ground


def _cells(marks: tuple[Run, ...]) -> int:
    return sum(cell_len(mark) + 1 for mark, _ in marks)


def _sign(card: BlockCard, look: Look) -> Run:
    points, pointed = card.id in look.links, card.id in look.linked
    if card.id == look.chosen:
        return "▸", "bold $block-cursor-foreground"
    if points or pointed:
        return "↔" if points and pointed else "→" if points else "←", "bold $accent"
    return " ", ""


def _marks(card: BlockCard) -> tuple[Run, ...]:
    found = [] if card.complete else [UNFINISHED]
    return (*found, severity_sign(card.severity)) if card.severity is not None else tuple(found)


def _lead(card: BlockCard, width: int) -> int:
    """Cells between the sign and the text: for letters, or for a dot."""
    letters, more = _letters(card.badges, width)
    return max(sum(len(badge.letter) for badge in letters) + more, 1)


def _indent(card: BlockCard, width: int) -> int:
    """Cells before the second line of a face: below the first word, or near the edge where that is narrow."""
    lead = _lead(card, width)
    return lead + 2 if width >= _ROOMY else 1


def _letters(badges: tuple[BadgeView, ...], width: int) -> tuple[tuple[BadgeView, ...], bool]:
    """The badges that there is room for, and whether there are more. A sign for one more takes room too."""
    most = next((count for wide, count in _CHIPS if width >= wide), 1)
    return (badges, False) if len(badges) <= most + 1 else (badges[:most], True)


def _chips(card: BlockCard, width: int, back: bool, look: Look) -> tuple[Run, ...]:
    """The letters, with the one that is asked for. Without any, or where the card steps back, a dot."""
    letters, more = _letters(card.badges, width)
    room = _lead(card, width)
    if back or not letters:
        return ((filled("·" if look.lettered else "•", room), "$quiet"),)
    wanted = next((badge for badge in card.badges if badge.card == look.badge and badge not in letters), None)
    if wanted is not None:
        return (wanted.letter, chip_style(wanted)), (filled("+", room - len(wanted.letter)), "bold")
    return (*((badge.letter, chip_style(badge)) for badge in letters), *((("+", "bold"),) if more else ()))


def _face(card: BlockCard, width: int, most: int) -> tuple[str, ...]:
    """The lines of a face: the first begins behind the letters, the others may begin before."""
    indent = _indent(card, width)
    room = max(width - indent - _cells(_marks(card)), 1)
    return _hanging(card.face or "…", room, _lead(card, width) + 2 - indent, most)


@lru_cache(maxsize=4096)
def _hanging(text: str, width: int, before: int, most: int) -> tuple[str, ...]:
    """A text on lines of so many cells, the first of which is shorter by so many; 0, or 2 and more."""
    if before == 0:
        return _wrapped(text, width, most)
    first, *others = _wrapped(f"{'x' * (before - 1)} {text}", width, most)
    return first[before:] if others or len(first) > before else "…", *others


@lru_cache(maxsize=4096)
def _wrapped(text: str, width: int, most: int) -> tuple[str, ...]:
    return tuple(wrapped(text, width, most)) or ("…",)


def _tail(card: BlockCard, width: int, look: Look) -> list[Run]:
    if look.tail is None:
        return []
    room = max(width - _indent(card, width), 1)
    return [(line, style) for text, style in look.tail(card) for line in _wrapped(text, room, _TAIL_LINES)]
