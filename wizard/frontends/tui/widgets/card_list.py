"""CardList: cards one below the other, a line each. Draws the lines in view only; knows no question."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.actions import SkipAction
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message as TextualMessage
from textual.reactive import Reactive, reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.visual import Visual

from wizard.core.screen import CardView
from wizard.core.tongue import mark, t
from wizard.frontends.tui.widgets.boxes.box import FieldLeft, KeysChanged
from wizard.frontends.tui.widgets.card_line import card_line, line_with_sign, number_cells

_ADD, _ON = 0, 1  # what stands below the cards, where a card can't begin with a word


class CardOpened(TextualMessage):
    """Somebody wants to see the fields of a card; None: of a new one."""

    def __init__(self, card: str | None) -> None:
        super().__init__()
        self.card = card


class CardMoved(TextualMessage):
    """Somebody put a card at `index` of the list; -1: they thought better of it."""

    def __init__(self, card: str, index: int) -> None:
        super().__init__()
        self.card = card
        self.index = index


class CardDuplicated(TextualMessage):
    """Somebody wants another card like this one."""

    def __init__(self, card: str) -> None:
        super().__init__()
        self.card = card


class CardRemoved(TextualMessage):
    """Somebody wants a card removed."""

    def __init__(self, card: str) -> None:
        super().__init__()
        self.card = card


class ListLeft(TextualMessage):
    """Somebody wants to go on from the list of cards."""


class CardList(ScrollView, can_focus=True):
    """The cards, and below them, where a card can't begin with a word, how to add one and how to go on.

    highlighted: the line at hand, 0.. ; None where there is none. has_table: the same cards are also a table,
    which `t` shows.
    """

    LETTERS = frozenset("md")  # what they do belongs to the card at hand; all others begin a new one
    COMPONENT_CLASSES: ClassVar[set[str]] = {"card-list--at-hand"}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "walk(-1)", show=False),
        Binding("down", "walk(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
        Binding("home", "first", show=False),
        Binding("end", "last", show=False),
        Binding("enter", "select", show=False),
        Binding("alt+up,ctrl+up", "move(-1)", "Move it up", show=False, key_display="alt+↑"),
        Binding("alt+down,ctrl+down", "move(1)", "Move it down", show=False, key_display="alt+↓"),
        Binding("m", "grab", show=False),
        Binding("d", "duplicate", show=False),
        Binding("escape", "let_go", show=False),
        Binding("delete", "remove", show=False),
    ]
    highlighted: reactive[int | None] = reactive(None)
    virtual_size = Reactive(Size(0, 0))  # not each new line asks for a layout of the whole screen

    def __init__(self) -> None:
        super().__init__(id="card-list")
        self.cards: tuple[CardView, ...] = ()
        self.with_actions = False
        self.has_table = False
        self._grabbed: str | None = None  # id of the card that the arrows carry
        self._drawn: dict[int, tuple[object, Strip]] = {}  # line -> what it was drawn from, and the drawing

    # What is shown

    def show_cards(self, cards: tuple[CardView, ...], *, with_actions: bool) -> None:
        """Show these cards. What was at hand still is; a new one, where the keys go elsewhere."""
        at = self._at_hand_among(cards, with_actions=with_actions)
        if cards == self.cards and with_actions == self.with_actions and self._grabbed is None:
            self.highlighted = at
            return
        count, self._grabbed = self.line_count, None
        self.cards, self.with_actions = cards, with_actions
        self._make_room(count)
        self.highlighted = at
        self._keep_in_view(at)

    def _make_room(self, before: int) -> None:
        """For so many lines as there are now. A list that was as high as it may be stays as it is."""
        self.virtual_size = Size(0, self.line_count)
        room = self.scrollable_content_region.height
        full = self.show_vertical_scrollbar and min(before, self.line_count) > room
        if full:
            self.vertical_scrollbar.window_virtual_size = self.line_count
            self.scroll_target_y = self.scroll_y = min(self.scroll_y, self.max_scroll_y)
        self.refresh(layout=before != self.line_count and not full)

    def _at_hand_among(self, cards: tuple[CardView, ...], *, with_actions: bool) -> int | None:
        at, before = self.highlighted, {card.id for card in self.cards}
        new = [n for n, card in enumerate(cards) if card.id not in before]
        if with_actions and (at is None or (new and not self.has_focus)):
            return len(cards) + (_ON if cards else _ADD)
        if at is None or (new and not self.has_focus):
            return len(cards) - 1 if at is None else new[-1]
        if at >= len(self.cards):  # one of the lines below them
            return len(cards) + at - len(self.cards)
        stayed = (n for n, card in enumerate(cards) if card.id == self.cards[at].id)
        return next(stayed, min(at, len(cards) - 1))

    @property
    def KEYS(self) -> tuple[tuple[str, str], ...]:  # noqa: N802 - they are those of the line at hand
        """What the bottom line says."""
        if self.carries:
            return (("↑↓", mark("move it")), ("enter", mark("put it down")), ("esc", mark("leave it")))
        turn = (("t", mark("table")),) if self.has_table else ()
        if self.card is not None:
            moves = (("m", mark("move")), ("d", mark("duplicate")), ("del", mark("remove")))
            return (("enter", mark("open")), *turn, *moves)
        does = mark("add one") if self._is_at_add else mark("go on")
        return () if self.highlighted is None else (("enter", does), *turn)

    @property
    def _is_at_add(self) -> bool:
        return self.with_actions and self.highlighted == len(self.cards) + _ADD

    @property
    def carries(self) -> bool:
        """Whether the arrows carry a card."""
        return self._grabbed is not None

    @property
    def line_count(self) -> int:
        return len(self.cards) + (2 if self.with_actions else 0)

    @property
    def card(self) -> CardView | None:
        """The card at hand."""
        at = self.highlighted
        return self.cards[at] if at is not None and at < len(self.cards) else None

    def highlight_card(self, card: str) -> None:
        self.highlighted = next((n for n, view in enumerate(self.cards) if view.id == card), self.highlighted)

    def highlight_add(self) -> None:
        """The line with which a new card begins, where there is one."""
        if self.with_actions:
            self.highlighted = len(self.cards) + _ADD

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        del container, viewport, width
        return self.line_count

    def render_line(self, y: int) -> Strip:
        at = y + self.scroll_offset.y
        width = self.scrollable_content_region.width
        if at >= self.line_count or not width:  # Textual can't fill a line of no width
            return Strip.blank(width, self.get_visual_style().rich_style)
        behind = at - len(self.cards)
        shows = behind if behind >= 0 else (self.cards[at], self.cards[at].id == self._grabbed)
        at_hand, cells = at == self.highlighted, number_cells(len(self.cards))
        drawn_from = (shows, at_hand, cells, width, self.text_selection)
        kept = self._drawn.get(at)
        if kept is None or kept[0] != drawn_from:
            style = self.get_visual_style(*(("card-list--at-hand",) if at_hand else ()))
            strip = Visual.to_strips(self, self._line(at), width, 1, style, pad=True)[0]
            kept = self._drawn[at] = (drawn_from, strip)
        return kept[1]

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._drawn.clear()

    def _line(self, at: int) -> Content:
        cells = number_cells(len(self.cards))
        match at - len(self.cards):
            case 0:
                return line_with_sign("+", "$accent", t("Add one"), cells)
            case 1:
                return line_with_sign("→", "$success", t("Go on"), cells)
            case _:
                card = self.cards[at]
                return card_line(at + 1, card, cells, carried=card.id == self._grabbed)

    # Walking

    def validate_highlighted(self, highlighted: int | None) -> int | None:
        if highlighted is None or not self.line_count:
            return None
        return min(max(highlighted, 0), self.line_count - 1)

    def watch_highlighted(self, was: int | None, now: int | None) -> None:
        for at in (was, now):
            if at is not None:
                self.refresh_line(at)
        self._keep_in_view(now)
        if max(was or 0, now or 0) >= len(self.cards):  # from the cards to the lines below them, or back
            self.post_message(KeysChanged())

    def _keep_in_view(self, at: int | None) -> None:
        if at is not None:
            line = Region(0, at, 1, 1)
            self.scroll_to_region(line, animate=False, force=True, immediate=True)

    def on_resize(self) -> None:
        """Keep the line at hand in view, however little room there is now."""
        self._keep_in_view(self.highlighted)

    def action_walk(self, by: int) -> None:
        """Up and down; with a card in hand, carry it. Below the last card is the line for the next one."""
        at = self.highlighted
        if self._grabbed is not None:
            self._carry(by)
        elif by > 0 and at == self.line_count - 1 and not self.with_actions:
            self.post_message(FieldLeft(1))
        else:
            self.highlighted = 0 if at is None else at + by

    def action_page(self, by: int) -> None:
        by *= max(self.scrollable_content_region.height - 1, 1)
        if self._grabbed is not None:
            self._carry(by)
        else:
            self.highlighted = (self.highlighted or 0) + by

    def action_first(self) -> None:
        self.action_page(-self.line_count)

    def action_last(self) -> None:
        self.action_page(self.line_count)

    # What is done with the card at hand

    def action_select(self) -> None:
        """Open the card at hand, or do what the line at hand says; put down a card that is carried."""
        if self._grabbed is not None:
            self.action_grab()
        elif self.highlighted is not None:
            match self.highlighted - len(self.cards):
                case 0:
                    self.post_message(CardOpened(None))
                case 1:
                    self.post_message(ListLeft())
                case _:
                    self.post_message(CardOpened(self.cards[self.highlighted].id))

    def action_move(self, by: int) -> None:
        if self.card is not None and self.highlighted is not None:
            self.post_message(CardMoved(self.card.id, max(self.highlighted + by, 0)))

    def action_grab(self) -> None:
        """Take the card at hand, so that the arrows carry it; again, or enter, puts it down there."""
        if self.card is None or self.highlighted is None:
            return
        if self._grabbed is None:
            self._grabbed = self.card.id
            self.refresh_line(self.highlighted)
            self.post_message(KeysChanged())
        else:
            grabbed, self._grabbed = self._grabbed, None
            self.refresh_line(self.highlighted)  # it may stand where it stands already
            self.post_message(CardMoved(grabbed, self.highlighted))

    def action_let_go(self) -> None:
        """Leave a card that was taken where it was; with none taken, the key is for somebody else."""
        if self._grabbed is None:
            raise SkipAction
        self.post_message(CardMoved(self._grabbed, -1))

    def _carry(self, by: int) -> None:
        at = self.highlighted or 0
        to = min(max(at + by, 0), len(self.cards) - 1)
        cards = list(self.cards)
        cards.insert(to, cards.pop(at))
        self.cards = tuple(cards)
        self.highlighted = to
        self.refresh()

    def action_duplicate(self) -> None:
        if self.card is not None and self._grabbed is None:
            self.post_message(CardDuplicated(self.card.id))

    def action_remove(self) -> None:
        if self.card is not None and self._grabbed is None:
            self.post_message(CardRemoved(self.card.id))

    def on_click(self, event: events.Click) -> None:
        """A click takes a line at hand, another one opens it; on its number, takes the card to carry it."""
        offset = event.get_content_offset(self)
        at = None if offset is None else offset.y + self.scroll_offset.y
        if offset is None or at is None or at >= self.line_count:
            return
        event.stop()
        if self._grabbed is not None:
            self._carry(min(at, len(self.cards) - 1) - (self.highlighted or 0))
            self.action_grab()
        elif at >= len(self.cards) or (at == self.highlighted and offset.x > number_cells(len(self.cards))):
            self.highlighted = at
            self.action_select()
        elif at == self.highlighted:
            self.action_grab()
        else:
            self.highlighted = at
