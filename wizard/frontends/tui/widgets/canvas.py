"""CanvasPane: the canvas in its real arrangement, as large as there is room for."""

from __future__ import annotations

from rich.cells import cell_len
from textual import events
from textual.content import Content
from textual.message import Message as TextualMessage
from textual.widget import Widget

from wizard.core.screen import BadgeView, BlockCard, BlockView
from wizard.core.tongue import t
from wizard.frontends.tui.widgets.board.faces import Line, Run, chip_style
from wizard.frontends.tui.widgets.board.filling import short_title
from wizard.frontends.tui.widgets.board.legend import legend_line
from wizard.frontends.tui.widgets.board.places import spots
from wizard.frontends.tui.widgets.drawing import cut, wrapped
from wizard.frontends.tui.widgets.grid import Grid

_ROOMY = 12  # a narrower block has no room for hints, and for one line of each card only
_MARKS_BELOW = 10  # a narrower one shows a sign for each card, instead of a letter or two of its face
_COUNT_CELLS = 4  # for "+123"


class BoardWanted(TextualMessage):
    """Somebody wants to see the board. block: where to begin."""

    def __init__(self, block: str) -> None:
        super().__init__()
        self.block = block


class CanvasPane(Widget):
    """The blocks with their cards. A block that this step fills stands out."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._blocks: tuple[BlockView, ...] = ()

    def show_blocks(self, blocks: tuple[BlockView, ...]) -> None:
        if blocks != self._blocks:
            self._blocks = blocks
            self.refresh()

    def render(self) -> Content:
        return canvas_drawn(self._blocks, self.size.width, self.size.height)

    def on_click(self, event: events.Click) -> None:
        """A click on a block opens the board there."""
        offset = event.get_content_offset(self)
        if offset is None or not self._blocks:
            return
        places = spots(self._blocks, self.size.width, self.size.height)
        wanted = (
            id
            for id, spot in places.items()
            if spot.left <= offset.x <= spot.right and spot.top <= offset.y <= spot.bottom
        )
        self.post_message(BoardWanted(next(wanted, "")))


class CanvasLegend(Widget):
    """What the letters and the squares of the pane above mean; nothing where no card bears a letter."""

    def __init__(self) -> None:
        super().__init__(id="canvas-legend")
        self._badges: tuple[BadgeView, ...] = ()

    def show_badges(self, badges: tuple[BadgeView, ...]) -> None:
        self.display = bool(badges)
        if badges != self._badges:
            self._badges = badges
            self.refresh()

    def render(self) -> Content:
        beside = self.size.height == 1  # else below the names
        others = f" ■ {t('several or none')}"
        room = self.size.width - (cell_len(others) if beside else 0)
        names, _ = legend_line(self._badges, "", room)
        return Content.assemble(*names, "" if beside else "\n", (others, "$quiet"))


def canvas_drawn(blocks: tuple[BlockView, ...], width: int, height: int) -> Content:
    """The canvas in so many cells. Boxes share their borders."""
    if not blocks or width < 4 or height < 3:
        return Content("")
    grid = Grid(width, height)
    places = spots(blocks, width, height)
    for spot in places.values():
        grid.box(*spot)
    for block in blocks:
        spot = places[block.id]
        for y, line in enumerate(block_lines(block, spot.width, spot.height), spot.top + 1):
            x = spot.left + 1
            for text, style in line:
                grid.write(x, y, text, style)
                x += cell_len(text)
    return grid.content("$border-blurred")


def block_lines(block: BlockView, width: int, height: int) -> list[Line]:
    """What stands in a block: its title, underlined where this step fills it, and its cards."""
    if width < 1 or height < 1:
        return []
    room = height - 1
    count = f" {len(block.cards)}" if block.cards and room < 1 and width > _COUNT_CELLS else ""
    named = short_title(block.title, width - len(count))
    title = (named, "bold underline $accent" if block.here else "bold $primary")
    if count:
        return [(title, (count, "$foreground"))]
    if room < 1 or not block.cards:
        hint = wrapped(block.hint, width, room) if width >= _ROOMY and room > 0 else []
        return [(title,), *(((text, "italic $quiet"),) for text in hint)]
    if width < _MARKS_BELOW:
        return [(title,), *_marks(block.cards, width, room)]
    return [(title,), *_faces(block.cards, width, room)]


def _marks(cards: tuple[BlockCard, ...], width: int, room: int) -> list[Line]:
    """One sign a card: the letter of the one that it belongs to, else a square."""
    shown = cards if len(cards) <= width * room else cards[: max(width * room - _COUNT_CELLS, 0)]
    signs: list[Run] = [_mark(card) for card in shown]
    if more := len(cards) - len(shown):
        signs.append((cut(f"+{more}", width), "$quiet"))
    return [tuple(signs[n : n + width]) for n in range(0, len(signs), width)][:room]


def _mark(card: BlockCard) -> Run:
    if len(card.badges) != 1 or len(card.badges[0].letter) > 1:
        return "■", "$foreground"
    return card.badges[0].letter, chip_style(card.badges[0])


def _first_of(cards: tuple[BlockCard, ...], width: int) -> Line:
    """The first card, and how many more there are, on one line."""
    sign, style = _mark(cards[0]) if cards[0].badges else ("•", "$foreground")
    more = f" +{len(cards) - 1}"
    face = cut(cards[0].face or "…", width - 2 - len(more))
    return (sign, style), (f" {face}", "$foreground"), (more, "$quiet")


def _faces(cards: tuple[BlockCard, ...], width: int, room: int) -> list[Line]:
    """Faces, over several lines where there is room for whole words, and how many more there are."""
    if room == 1 and len(cards) > 1:
        return [_first_of(cards, width)]
    shown = cards if len(cards) <= room else cards[: room - 1]
    spare = max(room - len(cards), 0) if width >= _ROOMY else 0
    lines: list[Line] = []
    for card in shown:
        sign, style = _mark(card) if card.badges else ("•", "$foreground")
        first, *others = wrapped(card.face or "…", width - 2, 1 + spare) or ["…"]
        spare -= len(others)
        lines.append(((sign, style), (f" {first}", "$foreground")))
        lines += [(("  " + other, "$foreground"),) for other in others]
    more = len(cards) - len(shown)
    told = t("+ {count} more", count=more) if width >= _ROOMY else f"+ {more}"
    return [*lines, *([((told, "$quiet"),)] if more else [])]
