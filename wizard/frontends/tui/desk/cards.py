"""CardsDesk: adding, opening, moving and removing cards, and going through the fields of one."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace
from textual.message import Message as TextualMessage

from wizard.core.intents import Raw
from wizard.core.problems import Place
from wizard.core.screen import Input
from wizard.core.tongue import mark, t
from wizard.frontends.tui.desk.last_keys import differs
from wizard.frontends.tui.desk.showing import ShowingDesk
from wizard.frontends.tui.walk import is_blank
from wizard.frontends.tui.widgets.boxes.box import CardWanted, FieldLeft
from wizard.frontends.tui.widgets.card_list import (
    CardDuplicated,
    CardMoved,
    CardOpened,
    CardRemoved,
    ListLeft,
)
from wizard.frontends.tui.widgets.cards import CardsPasted, LetterMissed
from wizard.frontends.tui.widgets.drawing import cut
from wizard.frontends.tui.widgets.form import FieldChosen
from wizard.frontends.tui.widgets.question import OpenCard, fields_of

_NAME_CELLS = 40
_HOW_TO_BEGIN = mark("Enter on + Add one begins a card.")
_HOW_TO_BEGIN_IN_TABLE = mark("Enter on an empty cell begins a card there; a adds another one.")


class RemovalDoubted(TextualMessage):
    """Something points at the card that is to be removed; question: what the core asks."""

    def __init__(self, card: str, question: str) -> None:
        super().__init__()
        self.card = card
        self.question = question


class CardsDesk(ShowingDesk):
    """What one does with cards: all of it becomes calls of the walk."""

    async def on_card_opened(self, event: CardOpened) -> None:
        event.stop()
        await self.open_card(event.card)

    async def open_card(self, card: str | None) -> None:
        """Show the fields of a card, from the first blank one on; None: of a new one."""
        self.keep_typing()
        view = next((view for view in self.view.cards if view.id == card), None) if self.view else None
        blank = (n for n, field in enumerate(view.fields if view else ()) if field.status == "open")
        self.opened = OpenCard(card, next(blank, 0))
        await self.draw()

    async def begin_card(self) -> None:
        """Begin a new card: on the line for its name, else in its form."""
        cards = self.pane.cards if self.view is not None else None
        if cards is not None and cards.line.display:
            cards.line.focus()
        elif cards is not None:
            await self.open_card(None)

    async def on_card_moved(self, event: CardMoved) -> None:
        event.stop()
        if self.view is not None and event.index >= 0:
            self.walk.move_card(self.view.input.place.question, event.card, event.index)
        await self.draw(keep=True)
        if self.pane.cards is not None:
            self.pane.cards.card_list.highlight_card(event.card)

    async def on_card_duplicated(self, event: CardDuplicated) -> None:
        event.stop()
        copy = None
        if self.view is not None:
            copy = self.walk.duplicate_card(self.view.input.place.question, event.card)
        await self.draw(keep=True)
        if copy is not None and self.pane.cards is not None:
            self.pane.cards.card_list.highlight_card(copy)

    async def on_cards_pasted(self, event: CardsPasted) -> None:
        """Lines become cards; those that can't be stay in the line as an unfinished text."""
        event.stop()
        cards = self.pane.cards
        if cards is None or event.place != cards.line.asked_place:
            return
        self._sending()
        reply = self.walk.add_cards(event.place.question, event.lines, event.place.row)
        cards.line.show_lines(event.lines if reply is None else reply.left)
        self.walk.keep_draft(event.place, cards.line.value)
        await self.draw(keep=True)

    async def on_letter_missed(self, event: LetterMissed) -> None:
        """Say how a card begins that begins with a choice: letters do nothing there."""
        event.stop()
        in_table = self.pane.cards is not None and self.pane.cards.table.display
        how = t(_HOW_TO_BEGIN_IN_TABLE if in_table else _HOW_TO_BEGIN)
        if self.walk.notice is None or self.walk.notice.text != how:
            self.walk.news(how)
            await self.draw(keep=True)

    async def on_card_removed(self, event: CardRemoved) -> None:
        event.stop()
        await self.remove_card(event.card)

    async def remove_card(self, card: str, *, sure: bool = False) -> None:
        """Remove a card; where others point at it, the person is asked first."""
        if self.view is None:
            return
        removed = self.walk.remove_card(self.view.input.place.question, card, sure=sure)
        asked = next((m for m in self.walk.screen.messages if m.code == "card.pointed_at"), None)
        if not removed and asked is not None:
            self.post_message(RemovalDoubted(card, asked.text))
            return
        await self.draw(keep=True)
        if removed and self.pane.cards is not None and not self.view.cards:
            self.pane.cards.focus_first()

    async def on_list_left(self, event: ListLeft) -> None:
        event.stop()
        await self.leave_cards()

    async def leave_cards(self) -> None:
        """Go on from the cards. A list without any counts as skipped, which is said."""
        view = self.view
        done = self.walk.go_on()
        if done and view is not None and not view.cards and view.input.status == "open":
            self.walk.news(t("No cards yet: “{name}” is skipped. You can come back.", name=view.called))
        await self.shown(done)

    # The form of a card

    async def _field_entered(self, raw: Raw) -> None:
        field = self.field
        if field is not None and is_blank(raw) and not field.raw:
            raw = field.suggestion_raw
        if self._save_field(raw):
            await self._to_field(1)
        else:
            await self.draw(keep=True)

    def _save_field(self, raw: Raw) -> bool:
        """Save the open field; False where something stands in the way."""
        field, opened = self.field, self.opened
        if field is None or opened is None or not differs(field, raw):
            return True
        if opened.card is not None:
            return self.walk.give(field.place, raw)
        return self._begin_card(field, {field.place.field or "": raw}) is not None

    def _field_unknown(self, field: Input) -> bool:
        """Say "I don't know" to the open field; what is typed there waits in it.

        A new card begins with it, unless the field is needed: that is refused, and no empty card is left.
        """
        if self.opened is not None and self.opened.card is None and not field.required:
            draft = self.walk.draft(field.place)
            card = self._begin_card(field, {})
            if card is None:
                return False
            field = replace(field, place=Place(field.place.question, card, field.place.field))
            self.walk.keep_draft(field.place, draft or "")
        return self.walk.dont_know(field.place, stay=True)

    def _begin_card(self, field: Input, values: Mapping[str, Raw]) -> str | None:
        """Add the card whose form is open, and stay at that field of it; None where it is refused."""
        view, opened = self.view, self.opened
        card = None
        if view is not None:
            begun = dict(opened.values) if opened is not None else {}
            card = self.walk.add_card(field.place.question, {**begun, **values}, view.input.place.row)
        if card is not None:
            self._stay_at(card, field.place.field)
        return card

    async def on_card_wanted(self, event: CardWanted) -> None:
        """A card that wasn't among the options is made and chosen; where that is refused, its name stays."""
        event.stop()
        self._sending()
        if self.view is None:
            return
        begun = dict(self.opened.values) if self.opened is not None else {}
        reply = self.walk.link_new_card(event.place, event.question, event.text, event.chosen, begun)
        if reply is None:
            await self.draw(keep=True)
            return
        name = cut(event.text, _NAME_CELLS)
        self.walk.news(t("“{name}” is a new card; the rest of it can wait. ctrl+z takes it back.", name=name))
        if self.opened is None:
            await self.shown(event.stay or self.walk.go_on())
        else:
            if self.opened.card is None and reply.card is not None:
                self._stay_at(reply.card, event.place.field)
            await (self.draw() if event.stay else self._to_field(1))

    def _stay_at(self, card: str, field: str | None) -> None:
        """Stay at that field of a card that has just begun."""
        self.opened = OpenCard(card, self._index_of(OpenCard(card, 0), field))
        self._shown_at = (self.walk.screen.stop, self.opened)

    def _index_of(self, opened: OpenCard, field: str | None) -> int:
        fields = fields_of(self.view, opened) if self.view is not None else ()
        return next((n for n, asked in enumerate(fields) if asked.place.field == field), opened.field)

    async def _to_field(self, by: int) -> None:
        """To the next field, or the one before; behind the last one is the list."""
        if self.opened is None or self.view is None:
            return
        index = self.opened.field + by
        if index >= len(fields_of(self.view, self.opened)):
            await self._behind_the_last_field(self.opened)
        else:
            count = len(fields_of(self.view, self.opened))
            self.opened = self.opened._replace(field=index % count)  # before the first one is the last
            await self.draw()

    async def _behind_the_last_field(self, left: OpenCard) -> None:
        """To the next card with open fields, so that enter opens it; else to where the next card begins.

        In the table that is the next hole.
        """
        cards = self.view.cards if self.view is not None else ()
        at = next((n for n, card in enumerate(cards) if card.id == left.card), len(cards))
        following = next((card for card in cards[at + 1 :] if card.blanks), None)
        await self._to_list()
        if self.pane.cards is None or left.card is None:
            return
        if self.pane.cards.table.display:
            self.pane.cards.table.highlight_next_hole()
        elif following is not None:
            self.pane.cards.card_list.focus()
            self.pane.cards.card_list.highlight_card(following.id)
        elif not self.pane.cards.line.display:
            self.pane.cards.card_list.highlight_add()

    async def leave_field(self, by: int) -> None:
        """Leave the open field: its answer is saved; on the way back a refused one stays a draft."""
        self._sending()
        if self.opened is None or (by > 0 and self._at_last_field and is_blank(self.pane.editor.raw)):
            return
        if self._save_field(self.pane.editor.raw) or by < 0:
            await self._to_field(by)
        else:
            await self.draw(keep=True)

    @property
    def _at_last_field(self) -> bool:
        fields = fields_of(self.view, self.opened) if self.view and self.opened else ()
        return self.opened is not None and self.opened.field == len(fields) - 1

    async def on_field_chosen(self, event: FieldChosen) -> None:
        event.stop()
        if self.opened is not None and event.index < len(
            fields_of(self.view, self.opened) if self.view else ()
        ):
            self._sending()
            self._save_field(self.pane.editor.raw)
            self.opened = self.opened._replace(field=event.index)
            await self.draw()

    async def close_form(self) -> None:
        """Back to the list of cards; what is in the open field is saved, or stays a draft."""
        self._sending()
        self._save_field(self.pane.editor.raw)
        await self._to_list()

    async def _to_list(self) -> None:
        opened, self.opened = self.opened, None
        await self.draw()
        if opened is not None and opened.card is not None and self.pane.cards is not None:
            self.pane.cards.highlight_card(opened.card)

    # Between the fields, and between the list and the line below it

    async def on_field_left(self, event: FieldLeft) -> None:
        event.stop()
        if self.opened is not None:
            await self.leave_field(event.by)
        elif self.pane.cards is not None:
            self._between_list_and_line(event.by)

    def _between_list_and_line(self, by: int) -> None:
        cards = self.pane.cards
        if cards is None:
            return
        if by < 0 and cards.table.display:
            cards.table.focus()
        elif by < 0 and cards.card_list.display and cards.card_list.cards:
            cards.card_list.focus()
            cards.card_list.highlighted = len(cards.card_list.cards) - 1
        elif by > 0 and cards.line.display:
            cards.line.focus()
