"""CardsPane: the cards of a question, a line to add the next one, and the form of the card that is open."""

from __future__ import annotations

from typing import ClassVar

from textual.actions import SkipAction
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message as TextualMessage
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from wizard.core.problems import Place
from wizard.core.screen import CardView, Input, Message, QuestionView
from wizard.frontends.tui.widgets.boxes.box import KEPT, FieldLeft, Typed
from wizard.frontends.tui.widgets.boxes.line import LineBox
from wizard.frontends.tui.widgets.signs import said

_TYPED = ("text", "long", "number", "money", "percent", "date")


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


class CardRemoved(TextualMessage):
    """Somebody wants a card removed."""

    def __init__(self, card: str) -> None:
        super().__init__()
        self.card = card


class ListLeft(TextualMessage):
    """Somebody wants to go on from the list of cards."""


class CardList(OptionList):
    """The cards, and below them, where a card can't begin with a word, how to add one and how to go on."""

    KEYS = (("enter", "open"), ("m", "move"), ("del", "remove"))
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("alt+up,ctrl+up", "move(-1)", show=False),
        Binding("alt+down,ctrl+down", "move(1)", show=False),
        Binding("m", "grab", show=False),
        Binding("escape", "let_go", show=False),
        Binding("delete,backspace", "remove", show=False),
    ]

    def __init__(self) -> None:
        super().__init__(id="card-list", markup=False)
        self.cards: tuple[CardView, ...] = ()
        self.with_actions = False
        self._grabbed: str | None = None  # id of the card that the arrows carry

    def show_cards(self, cards: tuple[CardView, ...], *, with_actions: bool) -> None:
        at, was = self.highlighted, self.cards
        self.cards, self.with_actions, self._grabbed = cards, with_actions, None
        self.clear_options()
        self.add_options([Option(card_line(number, card)) for number, card in enumerate(cards, 1)])
        if with_actions:
            self.add_option(Option(Content.assemble(("+ ", "$accent"), "Add one")))
            self.add_option(Option(Content.assemble(("→ ", "$success"), "Go on")))
        if at is None or len(was) != len(cards):
            at = len(cards) if not cards or not with_actions else len(cards) + 1
        if self.option_count:
            self.highlighted = min(at, self.option_count - 1)

    @property
    def card(self) -> CardView | None:
        """The card at hand."""
        at = self.highlighted
        return self.cards[at] if at is not None and at < len(self.cards) else None

    def highlight_card(self, card: str) -> None:
        self.highlighted = next((n for n, view in enumerate(self.cards) if view.id == card), self.highlighted)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        if self._grabbed is not None:
            self.action_grab()
            return
        match event.option_index - len(self.cards):
            case 0:
                self.post_message(CardOpened(None))
            case 1:
                self.post_message(ListLeft())
            case _:
                self.post_message(CardOpened(self.cards[event.option_index].id))

    def action_move(self, by: int) -> None:
        if self.card is not None and self.highlighted is not None:
            self.post_message(CardMoved(self.card.id, max(self.highlighted + by, 0)))

    def action_grab(self) -> None:
        """Take the card at hand, so that the arrows carry it; again, or enter, puts it down there."""
        if self.card is None or self.highlighted is None:
            return
        if self._grabbed is None:
            self._grabbed = self.card.id
            self._redraw()
        else:
            grabbed, self._grabbed = self._grabbed, None
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
        self._redraw()

    def _redraw(self) -> None:
        for index, card in enumerate(self.cards):
            line = card_line(index + 1, card)
            if card.id == self._grabbed:
                line = Content.assemble(("⇅", "$accent"), line)
            self.replace_option_prompt_at_index(index, line)

    def action_remove(self) -> None:
        if self.card is not None and self._grabbed is None:
            self.post_message(CardRemoved(self.card.id))

    def action_cursor_up(self) -> None:
        if self._grabbed is not None:
            self._carry(-1)
        else:
            super().action_cursor_up()

    def action_cursor_down(self) -> None:
        """Below the last card is the line for the next one."""
        if self._grabbed is not None:
            self._carry(1)
        elif self.highlighted == self.option_count - 1 and not self.with_actions:
            self.post_message(FieldLeft(1))
        else:
            super().action_cursor_down()


def card_line(number: int, card: CardView) -> Content:
    """A card on one line: its face, how much of it is filled, what it points at, what it says."""
    parts: list[str | tuple[str, str]] = [(f"{number:>2} ", "$quiet"), (card.face or "…", "bold")]
    filled = sum(field.status != "open" for field in card.fields)
    if filled < len(card.fields):
        parts.append((f"  {filled} of {len(card.fields)}", "$accent"))
    if not card.complete:
        parts.append(("  ● not finished", "$warning"))
    if card.links:
        parts.append((f"  → {', '.join(card.links)}", "$primary"))
    linked = set(card.links)
    values = [field.value for field in card.fields if field.value not in ("", card.face)]
    told = " · ".join(" ".join(value.split()) for value in values if not linked.issuperset(value.split(", ")))
    if told:
        parts.append((f"  {told}", "$quiet"))
    if card.note:
        parts.append(("  ✎", "$secondary"))
    return Content.assemble(*parts)


class AddLine(LineBox):
    """The line on which the next card begins. has_cards: whether there are some above it."""

    def __init__(self) -> None:
        super().__init__(id="add-card")
        self.has_cards = False

    @property
    def KEYS(self) -> tuple[tuple[str, str], ...]:  # type: ignore[override]  # noqa: N802 - it depends on the cards
        return (("enter", "next"), ("↑", "open a card")) if self.has_cards else (("enter", "next"),)


class CardsPane(Vertical):
    """The list, and the line that adds. The form is shown in its place by whoever owns both."""

    def compose(self) -> ComposeResult:
        yield Static(classes="count", markup=False)
        yield CardList()
        yield AddLine()
        yield Static(classes="said", markup=False)

    @property
    def card_list(self) -> CardList:
        return self.query_one(CardList)

    @property
    def line(self) -> AddLine:
        return self.query_one(AddLine)

    def show_cards(self, view: QuestionView, typed: Typed, messages: tuple[Message, ...]) -> None:
        """Show the cards of a question. typed: an unfinished name of a new one, or KEPT."""
        first = first_field(view)
        self.card_list.show_cards(view.cards, with_actions=first is None)
        self.card_list.display = bool(view.cards) or first is None
        self.query_one(".count", Static).update(_count(view))
        self.query_one(".said", Static).update(said(messages))
        self.line.display = first is not None
        self.line.has_cards = bool(view.cards)
        if first is not None and typed is not KEPT:
            self.line.show_asked(first, typed)
            self.line.placeholder = f"+ {first.ask}"

    def focus_first(self) -> None:
        (self.line if self.line.display else self.card_list).focus()

    def bring_into_view(self) -> None:
        """Scroll to the list or to the line, whichever the keys go to."""
        part = self.line if self.line.display and not self.card_list.has_focus else self.card_list
        part.scroll_visible(animate=False)


def first_field(view: QuestionView) -> Input | None:
    """The field with which a card begins, where it can be typed on a line; None where it is picked.

    Its place says which loop card it is for, as drafts do.
    """
    if not view.blank or view.blank[0].kind not in _TYPED:
        return None
    first = view.blank[0]
    place = Place(first.place.question, None, first.place.field, view.input.place.row)
    return Input(place=place, kind=first.kind, ask=first.ask, help=first.help, required=first.required)


def _count(view: QuestionView) -> Content:
    """How many cards there are, and how many are asked for."""
    found = len(view.cards)
    parts = "" if not found else "1 card" if found == 1 else f"{found} cards"
    low, high = view.count or (0, None)
    wanted = f"{low} to {high}" if low and high is not None else f"at least {low}" if low else ""
    wanted = wanted or (f"at most {high}" if high is not None else "")
    return Content.styled(" · ".join(part for part in (parts, wanted) if part), "$quiet")
