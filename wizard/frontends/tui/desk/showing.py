"""ShowingDesk: what the walk stands at, and the text that is being typed there. Sends no answer."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from msgspec.structs import replace
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message as TextualMessage

from wizard.core.problems import Place
from wizard.core.screen import Input, QuestionView, Screen
from wizard.core.tongue import mark, t
from wizard.core.where import Stop
from wizard.frontends.tui.desk.last_keys import LastKeys, understood
from wizard.frontends.tui.walk import Walk
from wizard.frontends.tui.widgets.boxes.box import KEPT, AnswerTyped, Typed
from wizard.frontends.tui.widgets.cards import first_field
from wizard.frontends.tui.widgets.drawing import cut
from wizard.frontends.tui.widgets.learn import LearnPane
from wizard.frontends.tui.widgets.question import OpenCard, QuestionPane, fields_of
from wizard.frontends.tui.widgets.review import ReviewPane

_LEAD_CELLS = 30
_BACK_AGAIN = mark("Your unfinished text is back.")


class TypingNoticed(TextualMessage):
    """Something is being typed that isn't kept yet, or it is kept now."""


class ShowingDesk(Vertical):
    """The question, the open card or the review, whatever the walk stands at.

    around: called when something new is shown; what stands around the desk may have changed too, and is
    painted together with it.
    """

    def __init__(self, walk: Walk, around: Callable[[], object]) -> None:
        super().__init__(id="desk")
        self.walk = walk
        self._draw_around = around
        self.opened: OpenCard | None = None
        self._shown_at: tuple[Stop, OpenCard | None] | None = None
        self._flow = walk.workshop.loaded.flow
        self._drawing = asyncio.Lock()
        self._filled: tuple[Screen, object, QuestionView] | None = None
        self._keys = LastKeys(walk, self, lambda: self.post_message(TypingNoticed()))

    def compose(self) -> ComposeResult:
        yield QuestionPane(id="question")
        yield LearnPane()

    def on_resize(self) -> None:
        self.call_after_refresh(self.pane.bring_into_view)

    @property
    def pane(self) -> QuestionPane:
        return self.query_one(QuestionPane)

    @property
    def review(self) -> ReviewPane | None:
        """The review, while it is in view."""
        return next((pane for pane in self.query(ReviewPane) if pane.display), None)

    @property
    def view(self) -> QuestionView | None:
        """The question at hand; with all that an open card asks, of a new one with what it has begun with."""
        question, opened = self.walk.screen.question, self.opened
        if question is None or opened is None or (opened.card is None and not opened.values):
            return question
        known, key = self._filled, (opened.card, opened.values)
        if known is None or known[0] is not self.walk.screen or known[1] != key:
            known = self._filled = (self.walk.screen, key, self._with_open(question, opened))
        return known[2]

    def _with_open(self, question: QuestionView, opened: OpenCard) -> QuestionView:
        if opened.card is None:
            return replace(question, blank=self.walk.begun(question.input.place, dict(opened.values)))
        whole = self.walk.card(opened.card)
        if whole is None:
            return question
        return replace(
            question, cards=tuple(whole if card.id == whole.id else card for card in question.cards)
        )

    @property
    def field(self) -> Input | None:
        """The field that is open in the form."""
        if self.opened is None or self.view is None:
            return None
        return fields_of(self.view, self.opened)[self.opened.field]

    @property
    def is_typing(self) -> bool:
        """Whether something is in a box that isn't saved as an answer."""
        if self.view is None:
            return False
        return self.pane.cards.line.is_touched if self.pane.cards else self.pane.editor.is_touched

    @property
    def has_unsaved(self) -> bool:
        """Whether the last keys aren't kept yet."""
        return self._keys.are_unkept

    @property
    def place(self) -> Place | None:
        """What a note or "I don't know" is about: the field, the card at hand, or the question."""
        if self.field is not None:
            return self.field.place if self.opened is not None and self.opened.card else None
        cards = self.pane.cards if self.view is not None else None
        if cards is not None and cards.card is not None:
            return Place(cards.card.question, cards.card.id)
        return None if self.view is None else self.view.input.place

    # Showing

    @property
    def is_drawn(self) -> bool:
        """Whether what is in view is whole: not before the first drawing, nor in the middle of another."""
        return self._shown_at is not None and not self._drawing.locked()

    async def draw(self, *, keep: bool = False) -> None:
        """Show the walk as it is now. keep: leave what is typed or marked where it is."""
        async with self._drawing:
            await self._draw_walk(keep=keep)

    async def _draw_walk(self, *, keep: bool) -> None:
        if self._flow is not self.walk.workshop.loaded.flow:
            self._come_anew()
        self.opened = self._still_open(self.walk.screen)
        arrived = self._shown_at != (self.walk.screen.stop, self.opened)
        if arrived and self._shown_at is not None and self._shown_at[0] == self.walk.screen.stop:
            self.walk.hush()  # what was said at another field, or in the list, isn't about this one
        view = self.walk.screen
        self._shown_at = (view.stop, self.opened)
        with self.app.batch_update():
            self.set_class(self.opened is not None, "-form")
            self.set_class(view.question is None, "-review")
            self.pane.display = view.question is not None
            await self._draw_review(arrived)
            if self.view is not None:
                await self._draw_question(self.view, keep=keep, arrived=arrived)
            self.query_one(LearnPane).show_text(view.teach)
            self._draw_around()
        self.walk.heard()

    def _come_anew(self) -> None:
        """Another version of the flow is asked from here on; what is typed stays as a draft."""
        self.keep_typing()
        self._flow = self.walk.workshop.loaded.flow
        self.opened = self._shown_at = None
        version = self.walk.workshop.state.flow_version
        self.app.notify(t("This is version {version} of the flow now.", version=version), markup=False)

    def _still_open(self, view: Screen) -> OpenCard | None:
        """The open card, unless the person is elsewhere now, or somebody has removed it."""
        elsewhere = self._shown_at is not None and self._shown_at[0] != view.stop
        if self.opened is None or elsewhere or self.view is None:
            return None
        count = len(fields_of(self.view, self.opened))
        return self.opened._replace(field=min(self.opened.field, count - 1)) if count else None

    async def _draw_question(self, question: QuestionView, *, keep: bool, arrived: bool) -> None:
        typed: Typed = self._unfinished(question) if arrived else KEPT if keep else None
        card = f"{cut(self.walk.screen.card, _LEAD_CELLS)}  ·  " if self.walk.screen.card else ""
        lead = f"{question.number}/{question.total}  {card}"
        await self.pane.show_question(question, self.opened, typed, self.walk.messages, lead)
        if arrived:
            self.pane.scroll_home(animate=False)
            self.pane.focus_first()
        self.call_after_refresh(self.pane.bring_into_view)

    async def shown(self, done: bool) -> None:
        """Show what an act has led to; where it was refused, what is typed stays."""
        await self.draw(keep=not done)

    async def _draw_review(self, arrived: bool) -> None:
        view, pane = self.walk.screen, next(iter(self.query(ReviewPane)), None)
        if pane is None and view.question is None:
            pane = ReviewPane()
            await self.mount(pane, before=self.query_one(LearnPane))
        if pane is not None:
            pane.display = view.question is None
            if pane.display:
                pane.show_review(view, self.walk.messages, arrived=arrived, back=self.walk.went_back)
                pane.options.focus()

    def _unfinished(self, view: QuestionView) -> str | None:
        """What was being typed here when the person left, which is said to them."""
        first = first_field(view)
        asked = self.field or (first if first is not None and view.input.kind == "cards" else view.input)
        draft = self.walk.draft(asked.place)
        if draft is None or draft == asked.raw:
            return None
        self.walk.news(t(_BACK_AGAIN))
        return draft

    # What is being typed

    def on_answer_typed(self, event: AnswerTyped) -> None:
        """Say what is understood, at once; keep the text soon."""
        event.stop()
        self._keys.come(event)
        text = understood(self.walk, self.pane.editor.asked, event)
        if text is not None:
            self.pane.editor.say((), understood=text)

    def keep_typing(self) -> None:
        """Keep what is being typed, so that no end of the program can lose it."""
        self._keys.keep()

    def _sending(self) -> None:
        """What is typed becomes an answer now, or stays as a draft when that is refused."""
        self._keys.send()
