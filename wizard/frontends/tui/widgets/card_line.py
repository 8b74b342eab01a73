"""A card on one line: its number, the letters of where it belongs, its face, and what else is known of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from textual.content import Content

from wizard.core.controls import one_line
from wizard.core.screen import BadgeView, CardView
from wizard.core.tongue import t
from wizard.frontends.tui.widgets.board.faces import chip_style

_MOST_BADGES = 3
_MOST_CHARACTERS = 300  # more than any line has room for: what is longer is cut before it is measured

Part = str | tuple[str, str]


def number_cells(count: int) -> int:
    """How many cells the numbers of a list take."""
    return max(len(str(count)), 2)


def line_with_sign(sign: str, style: str, text: str, cells: int) -> Content:
    """A line that is no card, in line with those that are."""
    return Content.assemble((f"{sign:>{cells}} ", style), text)


def card_line(number: int, card: CardView, cells: int, *, carried: bool = False) -> Content:
    """A card on one line. cells: how many its number takes. carried: the arrows move it."""
    sign = (f"{'⇅':>{cells}} ", "$accent") if carried else (f"{number:>{cells}} ", "$quiet")
    parts: list[Part] = [sign, *_badges(card.badges), (_short(card.face) or "…", "bold")]
    if any(field.typed for field in card.fields):
        parts.append(("  …", "bold $warning"))
    if card.blanks:
        filled = len(card.fields) - card.blanks
        told = t("{number} of {total}", number=filled, total=len(card.fields))
        parts.append((f"  {told}", "$accent"))
    if not card.complete:
        parts.append((f"  ● {t('not finished')}", "$warning"))
    if any(field.messages for field in card.fields):
        parts.append(("  ▲", "$warning"))
    if card.links:
        parts.append((f"  → {_short(', '.join(card.links))}", "$primary"))
    if card.note:
        parts.append(("  ✎", "$secondary"))
    if told := _told(card):
        parts.append((f"  {told}", "$quiet"))
    return Content.assemble(*parts)


def _badges(badges: Iterable[BadgeView]) -> Iterator[Part]:
    """Their letters; of many, the first ones and how many more."""
    badges = tuple(badges)
    apart = any(len(badge.letter) > 1 for badge in badges)
    shown = badges if len(badges) <= _MOST_BADGES else badges[: _MOST_BADGES - 1]
    for badge in shown:
        yield badge.letter, chip_style(badge)
        if apart:
            yield " "
    if len(badges) > len(shown):
        yield f"+{len(badges) - len(shown)}", "$quiet"
    if badges and (not apart or len(badges) > len(shown)):
        yield " "


def _told(card: CardView) -> str:
    """What its fields say besides its face and its links."""
    linked = set(card.links)
    values = (field.value for field in card.fields if field.value not in ("", card.face))
    told = (one_line(_short(value)) for value in values if not linked.issuperset(value.split(", ")))
    return _short(" · ".join(told))


def _short(text: str) -> str:
    return text if len(text) <= _MOST_CHARACTERS else text[:_MOST_CHARACTERS] + "…"
