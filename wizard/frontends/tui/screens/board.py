"""BoardScreen: what the keys of the board lead to: letters, zoom, cards in place, ways to questions."""

from __future__ import annotations

from textual import events, on, work

from wizard.core.tongue import mark, t
from wizard.frontends.tui.screens import overlays
from wizard.frontends.tui.screens.showing_board import ShowingBoard, Way
from wizard.frontends.tui.widgets.board.board import BoardEntered
from wizard.frontends.tui.widgets.board.legend import BadgeAsked
from wizard.frontends.tui.widgets.board.telling import asked

_NOTHING_ASKED = mark("Nothing is asked about this block now.")


class BoardScreen(ShowingBoard):
    """The board of a workshop, and all that one can do on it."""

    # Looking

    def action_back(self) -> None:
        walker = self.board.walker
        if walker.zoomed:
            self.board.zoom()
        elif walker.badge:
            self.board.ask_for("")
        else:
            self.dismiss(None)

    def action_close(self) -> None:
        self.dismiss(None)

    def action_then(self, then: str) -> None:
        """What the keys of the workshop lead to, which lie below: the board closes."""
        card = self.board.walker.card
        self.dismiss(Way(None, card.id if card is not None else "", then))

    def action_zoom(self) -> None:
        self.board.zoom()

    def action_letter(self) -> None:
        """The next letter of the legend; behind the last one, all cards again."""
        cards = ["", *(badge.card for badge in self.walk.screen.badges)]
        at = cards.index(self.board.walker.badge) if self.board.walker.badge in cards else 0
        self.board.ask_for(cards[(at + 1) % len(cards)])

    def action_all(self) -> None:
        self.board.ask_for("")

    def on_key(self, event: events.Key) -> None:
        """A digit, or a letter with shift, asks for the cards with that badge."""
        typed = event.character or ""
        for badge in self.walk.screen.badges:
            if typed in (badge.letter, str(badge.number + 1)):
                event.stop()
                self.board.ask_for(badge.card)

    @on(BadgeAsked)
    def _badge_asked(self, event: BadgeAsked) -> None:
        event.stop()
        self.board.ask_for(event.badge)

    # Going into something

    @on(BoardEntered)
    def _entered(self, event: BoardEntered) -> None:
        event.stop()
        self.action_enter()

    def action_enter(self) -> None:
        """Open a card; from a title: see the block alone, or fill it where it is empty."""
        walker = self.board.walker
        if walker.card is not None and walker.card.place.card is not None:
            self.action_open(walker.card.id)
        elif walker.card is not None:
            self.action_go()
        elif walker.block is not None and not walker.block.cards:
            self.action_add()
        elif walker.zoomed:
            self.board.action_step(1)
        else:
            self.board.zoom()

    @work(exclusive=True)
    async def action_open(self, card: str) -> None:
        """Open a card in place."""
        from wizard.frontends.tui.screens.card import CardScreen  # noqa: PLC0415 - only who opens one needs it

        if self.walk.card(card) is None:
            return
        stop = next((c.stop for block in self.walk.screen.canvas for c in block.cards if c.id == card), None)
        leaves = await self.app.push_screen_wait(CardScreen(self.walk, card, self._typing_below))
        if leaves and stop is not None:
            self.dismiss(Way(stop, card))
        else:
            self.say()

    def action_go(self) -> None:
        """To the question of what is at hand, in the workshop."""
        card, block = self.board.walker.card, self.board.walker.block
        if card is not None and card.stop is not None:
            self.dismiss(Way(card.stop, card.id))
        elif card is None and block is not None:
            self.action_add()

    @work(exclusive=True)
    async def action_add(self) -> None:
        """To the question that fills the block; where there are several, the person chooses."""
        walker = self.board.walker
        questions = walker.block.questions if walker.block is not None else ()
        fitting = [question for question in questions if walker.badge and question.stop.card == walker.badge]
        if not questions:
            self.say(t(_NOTHING_ASKED))
            return
        question = (fitting or questions)[0]
        if len(fitting or questions) > 1:
            named = [asked(question.ask, question.card) for question in questions]
            at = await overlays.one_of(self.app, t("Where does it belong?"), named)
            if at is None:
                return
            question = questions[at]
        self.dismiss(Way(question.stop, then="add"))

    @work(exclusive=True)
    async def action_remove(self) -> None:
        """Remove the card at hand; where others point at it, the person is asked first."""
        card = self.board.walker.card
        if card is None or card.place.card is None:
            return
        removed = self.walk.remove_card(card.place.question, card.id)
        doubt = next((m for m in self.walk.screen.messages if m.code == "card.pointed_at"), None)
        if not removed and doubt is not None:
            if not await overlays.confirmed(self.app, doubt.text, t("Yes, remove it"), t("No, keep it")):
                self.walk.hush()
                return
            self.walk.remove_card(card.place.question, card.id, sure=True)
        self.say()

    def action_undo(self) -> None:
        self.walk.undo()
        self.say()

    def action_redo(self) -> None:
        self.walk.redo()
        self.say()
