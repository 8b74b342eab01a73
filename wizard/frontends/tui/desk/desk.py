"""Desk: where one answers. What boxes and reviews say becomes calls of the walk, and is shown."""

from __future__ import annotations

from textual import on
from textual.message import Message as TextualMessage

from wizard.core.problems import Place
from wizard.core.tongue import t
from wizard.core.where import Stop
from wizard.frontends.tui.desk.table import TableDesk
from wizard.frontends.tui.walk import is_blank
from wizard.frontends.tui.widgets.boxes.box import AnswerEntered, AnswerPicked
from wizard.frontends.tui.widgets.matrix import CellGiven
from wizard.frontends.tui.widgets.review import LineChosen


class WayOut(TextualMessage):
    """Somebody went back from the very first question."""


class Desk(TableDesk):
    """The middle of the screen: answers, cards, and the way through the flow."""

    async def on_answer_entered(self, event: AnswerEntered) -> None:
        event.stop()
        if self.view is None:
            return
        self._sending()
        if self.opened is not None:
            await self._field_entered(event.raw)
        elif event.place == self.view.input.place:
            await self.shown(self.walk.enter(self.view.input, event.raw))
        elif self.pane.cards is None or event.place != self.pane.cards.line.asked_place:
            return  # from a question that the person has left meanwhile
        elif is_blank(event.raw):
            await self.leave_cards()
        else:
            added = self.walk.add_card(
                event.place.question, {event.place.field or "": event.raw}, event.place.row
            )
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

    async def visit(self, to: Stop | Place) -> None:
        """Go somewhere for a moment; going on leads back."""
        self.keep_typing()
        self.walk.visit(to)
        await self.draw()

    def point_at(self, card: str) -> None:
        """Put the cursor on a card of the list at hand, where it is one of them."""
        cards = self.pane.cards if self.view is not None else None
        if cards is not None and any(view.id == card for view in cards.card_list.cards):
            cards.highlight_card(card)
            cards.among_cards.focus()

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
        elif self.pane.cards is not None:
            await self.leave_cards()
        elif self.pane.matrix is not None:
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
            await self.shown(self.walk.skip(self.view.input))

    async def clear(self) -> None:
        """Take away the answer at hand, or what is typed there, and stay."""
        self._sending()
        asked = self.field or (self.view.input if self.view is not None else None)
        if asked is None or asked.kind in ("cards", "matrix") or not (asked.raw or self.is_typing):
            self.walk.news(t("There is no answer to clear here."))
            await self.draw(keep=True)
            return
        cleared = self.walk.clear(asked)
        await self.draw(keep=not cleared)

    async def dont_know(self) -> None:
        """Say "I don't know" to the question or the field at hand."""
        self._sending()
        field = self.field
        if field is not None and self.opened is not None:
            if self._field_unknown(field):
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
        if not self.is_drawn:
            return
        typing = self.is_typing
        if self.walk.catch_up(typing=typing):
            await self.draw(keep=typing)
