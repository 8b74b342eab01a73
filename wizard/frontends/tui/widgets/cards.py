"""CardsPane: the cards of a question, a line to add the next one, and the form of the card that is open."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message as TextualMessage
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from wizard.core.problems import Place
from wizard.core.screen import CardView, Input, Message, QuestionView
from wizard.frontends.tui.widgets.boxes.box import FieldLeft
from wizard.frontends.tui.widgets.boxes.line import LineBox
from wizard.frontends.tui.widgets.signs import said

_TYPED = ("text", "long", "number", "money", "percent", "date")


class CardOpened(TextualMessage):
    """Somebody wants to see the fields of a card; None: of a new one."""

    def __init__(self, card: str | None) -> None:
        super().__init__()
        self.card = card


class CardMoved(TextualMessage):
    def __init__(self, card: str, index: int) -> None:
        super().__init__()
        self.card = card
        self.index = index


class CardRemoved(TextualMessage):
    def __init__(self, card: str) -> None:
        super().__init__()
        self.card = card


class ListLeft(TextualMessage):
    """Somebody wants to go on from the list of cards."""


class CardList(OptionList):
    """The cards, and below them, where a card can't begin with a word, how to add one and how to go on."""

    KEYS = (("enter", "open"), ("alt+↑↓", "move"), ("del", "remove"))
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("alt+up,ctrl+up", "move(-1)", show=False),
        Binding("alt+down,ctrl+down", "move(1)", show=False),
        Binding("delete,backspace", "remove", show=False),
    ]

    def __init__(self) -> None:
        super().__init__(id="card-list", markup=False)
        self.cards: tuple[CardView, ...] = ()
        self.with_actions = False

    def show_cards(self, cards: tuple[CardView, ...], *, with_actions: bool) -> None:
        at, was = self.highlighted, self.cards
        self.cards, self.with_actions = cards, with_actions
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

    def action_remove(self) -> None:
        if self.card is not None:
            self.post_message(CardRemoved(self.card.id))

    def action_cursor_down(self) -> None:
        """Below the last card is the line for the next one."""
        if self.highlighted == self.option_count - 1 and not self.with_actions:
            self.post_message(FieldLeft(1))
        else:
            super().action_cursor_down()


def card_line(number: int, card: CardView) -> Content:
    """A card on one line: its face, what it points at, what it says, whether something needed is missing."""
    parts: list[str | tuple[str, str]] = [(f"{number:>2} ", "$text-muted"), (card.face or "…", "bold")]
    if not card.complete:
        parts.append(("  ● not finished", "$warning"))
    if card.links:
        parts.append((f"  → {', '.join(card.links)}", "$primary"))
    said_too = [field.value for field in card.fields if field.value and field.value != card.face]
    told = " · ".join(" ".join(value.split()) for value in said_too if value not in card.links)
    if told:
        parts.append((f"  {told}", "$text-muted"))
    if card.note:
        parts.append(("  ✎", "$secondary"))
    return Content.assemble(*parts)


class CardsPane(Vertical):
    """The list, and the line that adds. The form is shown in its place by whoever owns both."""

    def compose(self) -> ComposeResult:
        yield Static(classes="count", markup=False)
        yield CardList()
        yield LineBox(id="add-card")
        yield Static(classes="said", markup=False)

    @property
    def list(self) -> CardList:
        return self.query_one(CardList)

    @property
    def line(self) -> LineBox:
        return self.query_one("#add-card", LineBox)

    def show_cards(self, view: QuestionView, typed: str | None, messages: tuple[Message, ...]) -> None:
        """Show the cards of a question. typed: an unfinished name of a new one."""
        first = first_field(view)
        self.list.show_cards(view.cards, with_actions=first is None)
        self.list.display = bool(view.cards) or first is None
        self.query_one(".count", Static).update(_count(view))
        self.query_one(".said", Static).update(said(messages))
        self.line.display = first is not None
        if first is not None:
            self.line.show_asked(first, typed)
            self.line.placeholder = f"+ {first.ask}"

    def focus_first(self) -> None:
        (self.line if self.line.display else self.list).focus()


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
    return Content.styled(" · ".join(part for part in (parts, wanted) if part), "$text-muted")
