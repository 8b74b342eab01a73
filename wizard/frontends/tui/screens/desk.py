"""Desk: where one answers. It turns what boxes, cards and reviews say into calls of the walk, and shows the result."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message as TextualMessage
from textual.timer import Timer

from wizard.core.intents import Raw
from wizard.core.problems import Place
from wizard.core.screen import Input, Message, QuestionView
from wizard.core.where import Stop
from wizard.frontends.tui.walk import Walk, is_blank
from wizard.frontends.tui.widgets.boxes.box import (
    KEPT,
    AnswerEntered,
    AnswerPicked,
    AnswerTyped,
    FieldLeft,
    Typed,
)
from wizard.frontends.tui.widgets.cards import CardMoved, CardOpened, CardRemoved, ListLeft, first_field
from wizard.frontends.tui.widgets.form import FieldChosen
from wizard.frontends.tui.widgets.learn import LearnPane
from wizard.frontends.tui.widgets.matrix import CellGiven
from wizard.frontends.tui.widgets.question import OpenCard, QuestionPane, fields_of
from wizard.frontends.tui.widgets.review import LineChosen, ReviewPane

DRAFT_AFTER_S = 0.3
_UNDERSTOOD = ("number", "money", "percent", "date")
_BACK_AGAIN = "Your unfinished text is back."


class Drawn(TextualMessage):
    """The desk shows something new; what stands around it may have changed too."""


class WayOut(TextualMessage):
    """Somebody went back from the very first question."""


class RemovalDoubted(TextualMessage):
    """Something points at the card that is to be removed; question: what the core asks."""

    def __init__(self, card: str, question: str) -> None:
        super().__init__()
        self.card = card
        self.question = question


class Desk(Vertical):
    """The question, the open card or the review, whatever the walk stands at."""

    def __init__(self, walk: Walk) -> None:
        super().__init__(id="desk")
        self.walk = walk
        self.opened: OpenCard | None = None
        self._shown_at: tuple[Stop, OpenCard | None] | None = None
        self._typing: AnswerTyped | None = None
        self._timer: Timer | None = None

    def compose(self) -> ComposeResult:
        yield QuestionPane(id="question")
        yield LearnPane()

    @property
    def pane(self) -> QuestionPane:
        return self.query_one(QuestionPane)

    @property
    def review(self) -> ReviewPane | None:
        """The review, while it is in view."""
        return next((pane for pane in self.query(ReviewPane) if pane.display), None)

    @property
    def view(self) -> QuestionView | None:
        return self.walk.screen.question

    @property
    def field(self) -> Input | None:
        """The field that is open in the form."""
        if self.opened is None or self.view is None:
            return None
        return fields_of(self.view, self.opened)[self.opened.index]

    @property
    def is_typing(self) -> bool:
        """Whether something is in a box that isn't saved as an answer."""
        if self.view is None:
            return False
        return self.pane.cards.line.is_touched if self.pane.cards else self.pane.editor.is_touched

    @property
    def has_unsaved(self) -> bool:
        """Whether the last keys aren't kept yet."""
        return self._typing is not None

    @property
    def place(self) -> Place | None:
        """What a note or "I don't know" is about: the field, the card at hand, or the question."""
        if self.field is not None:
            return self.field.place if self.opened is not None and self.opened.card else None
        cards = self.pane.cards if self.view is not None else None
        if cards is not None and cards.card_list.has_focus and cards.card_list.card is not None:
            return Place(cards.card_list.card.question, cards.card_list.card.id)
        return None if self.view is None else self.view.input.place

    # Showing

    async def draw(self, *, keep: bool = False) -> None:
        """Show the walk as it is now. keep: leave what is typed or marked where it is."""
        view = self.walk.screen
        if self._shown_at is not None and self._shown_at[0] != view.stop:
            self.opened = None
        if view.question is None or (self.opened is not None and not fields_of(view.question, self.opened)):
            self.opened = None
        arrived = self._shown_at != (view.stop, self.opened)
        self._shown_at = (view.stop, self.opened)
        self.pane.display = view.question is not None
        self.set_class(self.opened is not None, "-form")
        await self._draw_review(arrived)
        if view.question is not None:
            typed: Typed = KEPT if keep and not arrived else self._unfinished(view.question) if arrived else None
            lead = f"{view.question.number}/{view.question.total}  " + (f"{view.card}  ·  " if view.card else "")
            await self.pane.show_question(view.question, self.opened, typed, self.walk.messages, lead)
            if arrived:
                self.pane.scroll_home(animate=False)
                self.pane.focus_first()
        self.query_one(LearnPane).show_text(view.teach)
        self.post_message(Drawn())

    async def _draw_review(self, arrived: bool) -> None:
        view, pane = self.walk.screen, next(iter(self.query(ReviewPane)), None)
        if pane is None and view.question is None:
            pane = ReviewPane()
            await self.mount(pane, before=self.query_one(LearnPane))
        if pane is not None:
            pane.display = view.question is None
            if pane.display:
                pane.show_review(view, self.walk.messages, arrived=arrived)
                pane.options.focus()

    def _unfinished(self, view: QuestionView) -> str | None:
        """What was being typed here when the person left, which is said to them."""
        first = first_field(view)
        asked = self.field or (first if first is not None and view.input.kind == "cards" else view.input)
        draft = self.walk.draft(asked.place)
        if draft is None or draft == asked.raw:
            return None
        self.walk.news(_BACK_AGAIN)
        return draft

    # What is being typed

    def on_answer_typed(self, event: AnswerTyped) -> None:
        """Say what is understood, at once; keep the text soon."""
        event.stop()
        self._typing = event
        if self._timer is None:
            self._timer = self.set_timer(DRAFT_AFTER_S, self.keep_typing)
        asked = self.pane.editor.asked
        if asked is not None and asked.place == event.place and asked.kind in _UNDERSTOOD:
            found = self.walk.preview(event.place, event.raw)
            understood = found.text if found is not None and found.severity == "news" else ""
            self.pane.editor.say((), understood=understood)
        self.post_message(Drawn())

    def keep_typing(self) -> None:
        """Keep what is being typed, so that no end of the program can lose it."""
        typing, self._typing = self._typing, None
        self._stop_timer()
        if typing is not None and isinstance(typing.raw, str):
            self.walk.keep_draft(typing.place, typing.raw)
        self.post_message(Drawn())

    def _stop_timer(self) -> None:
        if self._timer is not None:
            self._timer.stop()
            self._timer = None

    def _sending(self) -> None:
        """What is typed becomes an answer now, or stays as a draft when that is refused."""
        if self._typing is not None and isinstance(self._typing.raw, str):
            self.walk.keep_draft(self._typing.place, self._typing.raw)
        self._typing = None
        self._stop_timer()

    # Answers

    async def on_answer_entered(self, event: AnswerEntered) -> None:
        event.stop()
        if self.view is None:
            return
        self._sending()
        if self.opened is not None:
            await self._field_entered(event.raw)
        elif event.place == self.view.input.place:
            await self.shown(self.walk.enter(self.view.input, event.raw))
        elif is_blank(event.raw):
            await self.shown(self.walk.go_on())
        else:
            added = self.walk.add_card(event.place.question, {event.place.field or "": event.raw}, event.place.row)
            await self.draw(keep=added is None)

    async def on_answer_picked(self, event: AnswerPicked) -> None:
        event.stop()
        if self.opened is None:
            self.walk.give(event.place, event.raw)
        else:
            self._save_field(event.raw)
        await self.draw()

    async def on_cell_given(self, event: CellGiven) -> None:
        event.stop()
        self.walk.give(event.place, event.raw)
        await self.draw(keep=True)

    async def shown(self, done: bool) -> None:
        """Show what an act has led to; where it was refused, what is typed stays."""
        await self.draw(keep=not done)

    # Cards

    async def on_card_opened(self, event: CardOpened) -> None:
        event.stop()
        self.keep_typing()
        self.opened = OpenCard(event.card, 0)
        await self.draw()

    async def on_card_moved(self, event: CardMoved) -> None:
        event.stop()
        if self.view is not None and event.index >= 0:
            self.walk.move_card(self.view.input.place.question, event.card, event.index)
        await self.draw(keep=True)
        if self.pane.cards is not None:
            self.pane.cards.card_list.highlight_card(event.card)

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
        await self.shown(self.walk.go_on())

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
        field, opened, view = self.field, self.opened, self.view
        if field is None or opened is None or view is None or not _differs(field, raw):
            return True
        if opened.card is not None:
            return self.walk.give(field.place, raw)
        card = self.walk.add_card(field.place.question, {field.place.field or "": raw}, view.input.place.row)
        if card is None:
            return False
        index = self._index_of(OpenCard(card, 0), field.place.field)
        self.opened = OpenCard(card, index)
        self._shown_at = (self.walk.screen.stop, self.opened)
        return True

    def _index_of(self, opened: OpenCard, field: str | None) -> int:
        fields = fields_of(self.view, opened) if self.view is not None else ()
        return next((n for n, asked in enumerate(fields) if asked.place.field == field), opened.index)

    async def _to_field(self, by: int) -> None:
        """To the next field, or the one before; behind the last one is the list."""
        if self.opened is None or self.view is None:
            return
        index = self.opened.index + by
        if index >= len(fields_of(self.view, self.opened)):
            await self._to_list()
        else:
            self.opened = OpenCard(self.opened.card, max(index, 0))
            await self.draw()

    async def on_field_left(self, event: FieldLeft) -> None:
        event.stop()
        if self.opened is not None:
            await self.leave_field(event.by)
        elif self.pane.cards is not None:
            self._between_list_and_line(event.by)

    async def leave_field(self, by: int) -> None:
        """Leave the open field: its answer is saved, and one that is refused stays a draft on the way back."""
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
        return self.opened is not None and self.opened.index == len(fields) - 1

    async def on_field_chosen(self, event: FieldChosen) -> None:
        event.stop()
        if self.opened is not None and event.index < len(fields_of(self.view, self.opened) if self.view else ()):
            self._sending()
            self._save_field(self.pane.editor.raw)
            self.opened = OpenCard(self.opened.card, event.index)
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
            self.pane.cards.card_list.highlight_card(opened.card)

    def _between_list_and_line(self, by: int) -> None:
        cards = self.pane.cards
        if cards is None:
            return
        if by < 0 and cards.card_list.display and cards.card_list.cards:
            cards.card_list.focus()
            cards.card_list.highlighted = len(cards.card_list.cards) - 1
        elif by > 0 and cards.line.display:
            cards.line.focus()

    # Back, and away

    async def back(self) -> None:
        """Back: out of a card, else to the stop before. Nothing is judged."""
        self.keep_typing()
        if self.opened is not None:
            await self.close_form()
        elif self.walk.screen.first and not self.walk.screen.returns:
            self.post_message(WayOut())
        else:
            self.walk.go_back()
            await self.draw()

    async def jump(self, stop: Stop) -> None:
        self.keep_typing()
        self.walk.jump(stop)
        await self.draw()

    async def jump_to_step(self, step: str) -> None:
        self.keep_typing()
        self.walk.jump_to_step(step)
        await self.draw()

    async def go_on(self) -> None:
        """What the enter key does, wherever one is."""
        if self.review is not None or self.view is None:
            await self.shown(self.walk.go_on())
        elif self.opened is not None:
            await self._field_entered(self.pane.editor.raw)
        elif self.pane.cards is not None or self.pane.matrix is not None:
            await self.shown(self.walk.go_on())
        else:
            await self.on_answer_entered(AnswerEntered(self.view.input.place, self.pane.editor.raw))

    async def skip(self) -> None:
        """On with nothing: from a field to the next one, from a question to the next one."""
        self._sending()
        if self.opened is not None:
            await self._to_field(1)
        elif self.view is None:
            await self.shown(self.walk.go_on())
        else:
            await self.shown(self.walk.skip(self.view.input.place))

    async def dont_know(self) -> None:
        """Say "I don't know" to the question or the field at hand."""
        self._sending()
        field = self.field
        if field is not None and self.opened is not None:
            if self.opened.card is None or self.walk.dont_know(field.place, stay=True):
                await self._to_field(1)
            else:
                await self.draw(keep=True)
        elif self.view is not None:
            await self.shown(self.walk.dont_know(self.view.input.place))

    @on(LineChosen)
    async def _line_chosen(self, event: LineChosen) -> None:
        event.stop()
        await self.jump(event.stop_at)

    async def catch_up(self) -> None:
        """Take in what others have written, without touching what is being typed here."""
        typing = self.is_typing
        if self.walk.catch_up(typing=typing):
            await self.draw(keep=typing)


def _differs(field: Input, raw: Raw) -> bool:
    """Whether sending would change the answer that is there."""
    if isinstance(raw, str) and field.pick is None:
        return raw != field.raw
    chosen = tuple(option.id for option in field.options if option.chosen)
    return (raw if isinstance(raw, tuple) else tuple(part for part in raw.split(",") if part)) != chosen
