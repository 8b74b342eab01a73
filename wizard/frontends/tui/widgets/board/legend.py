"""Legend: whose letter and colour is which, on one line; a click asks for those cards."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from textual import events
from textual.content import Content
from textual.message import Message as TextualMessage
from textual.widget import Widget

from wizard.core.screen import BadgeView
from wizard.frontends.tui.widgets.board.faces import Run, chip_style
from wizard.frontends.tui.widgets.drawing import cut

_MOST_CELLS, _LEAST_CELLS = 24, 8


class BadgeAsked(TextualMessage):
    """Somebody wants to see the cards with the badge of this card."""

    def __init__(self, badge: str) -> None:
        super().__init__()
        self.badge = badge


class Legend(Widget):
    """The letters with their names, as many as there is room for; the one that is asked for among them."""

    def __init__(self) -> None:
        super().__init__(id="legend")
        self._badges: tuple[BadgeView, ...] = ()
        self._asked = ""
        self._ends: list[tuple[int, str]] = []  # where each name ends on the line, and its card

    def show_badges(self, badges: Sequence[BadgeView], asked: str) -> None:
        """asked: the card whose badge is asked for, '' for none."""
        self.display = bool(badges)
        if (tuple(badges), asked) != (self._badges, self._asked):
            self._badges, self._asked = tuple(badges), asked
            self.refresh()

    def render(self) -> Content:
        runs, self._ends = legend_line(self._badges, self._asked, self.size.width)
        return Content.assemble(*runs)

    def on_click(self, event: events.Click) -> None:
        offset = event.get_content_offset(self)
        asked = next((card for end, card in self._ends if offset is not None and offset.x < end), "")
        if asked:
            self.post_message(BadgeAsked(asked))


def legend_line(
    badges: Sequence[BadgeView], asked: str, width: int
) -> tuple[list[Run], list[tuple[int, str]]]:
    """The names on one line of so many cells, and where each of them ends, with its card."""
    if not badges:
        return [], []
    each = max(min(width // len(badges) - 6, _MOST_CELLS), _LEAST_CELLS)
    named = [(badge, cut(badge.face, each)) for badge in badges]
    sizes = [len(badge.letter) + cell_len(name) + 3 for badge, name in named]
    at = next((number for number, badge in enumerate(badges) if badge.card == asked), 0)
    first = 0
    while first < at and sum(sizes[first : at + 1]) > width - 12:
        first += 1
    runs: list[Run] = [(f"‹ {first} ", "$quiet")] if first else []
    x = sum(cell_len(text) for text, _ in runs)
    ends: list[tuple[int, str]] = []
    for number, (badge, name) in enumerate(named[first:], first):
        rest = len(badges) - number - 1
        if x + sizes[number] + (6 if rest else 0) > width and number > at:
            runs.append((f" + {rest + 1}", "$quiet"))
            break
        chosen = badge.card == asked
        runs += [
            ("[" if chosen else " ", "bold $accent"),
            (badge.letter, chip_style(badge)),
            (f" {name}", "bold" if chosen else "$foreground" if not asked else "$quiet"),
            ("]" if chosen else " ", "bold $accent"),
        ]
        x += sizes[number]
        ends.append((x, badge.card))
    return runs, ends
