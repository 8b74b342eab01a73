"""NumbersScreen: what the keys among numbers lead to: other numbers, what moves them, answers to change."""

from __future__ import annotations

from textual import on, work
from textual.widgets import OptionList

from wizard.core.figures import Reading
from wizard.core.problems import Place
from wizard.core.tongue import mark, t
from wizard.frontends.tui.screens.showing_numbers import MOVES, ShowingNumbers
from wizard.frontends.tui.widgets.figure_table import FigureChosen
from wizard.frontends.tui.widgets.tabs import TabChosen
from wizard.frontends.tui.widgets.tornado import InfluenceChosen

_NOT_MOVED = mark("This flow doesn't say what moves this number.")
_NOTHING_IN = mark("Nothing went into this number.")


class NumbersScreen(ShowingNumbers):
    """The numbers of a workshop, and all that one can do with them."""

    # Pages

    def action_turn(self, by: int) -> None:
        if self._pages:
            self._open((self._at + by) % len(self._pages))

    @on(TabChosen)
    def _tab_chosen(self, event: TabChosen) -> None:
        event.stop()
        self._open(event.at)

    def _open(self, at: int) -> None:
        """Another page; the way back to numbers ends there."""
        self._at = at
        self._trail.clear()
        self._came_from_number = False
        self._draw_page()
        self._focus()

    def _focus(self) -> None:
        if self._pages and self.page.kind == MOVES:
            self.tornado.focus()
        else:
            self.table.focus()
        self._say()

    def action_moves(self) -> None:
        """What moves the number at hand; from there, the number."""
        if not self._pages:
            return
        one = self.table.figure
        if self.page.kind == MOVES:
            self._stand(self.standing)
        elif one is None or not one.movable:
            self._say(t(_NOT_MOVED))
        else:
            self._at = next(n for n, page in enumerate(self._pages) if page.kind == MOVES)
            self._came_from_number = True
            self._draw_page()
            self._focus()

    def action_other(self, by: int) -> None:
        """Another number that is moved, or another answer to the same question about it."""
        if not self._pages or self.page.kind != MOVES:
            return
        if 0 <= self._view + by < len(self._views):
            self._view += by
        else:
            names = [one.id for one in self.movable]
            self.standing = names[(names.index(self.standing) + by) % len(names)]
            self._view = 0 if by > 0 else -1
        self._draw_page()

    # Numbers

    def _stand(self, figure: str) -> None:
        """Show a number in its table."""
        self.standing = figure
        self._at = self._page_of(figure)
        self._came_from_number = False
        self._draw_page()
        self._focus()

    @on(FigureChosen)
    def _figure_chosen(self, event: FigureChosen) -> None:
        event.stop()
        self.action_enter()

    def action_enter(self) -> None:
        """Into the list of what went into the number at hand; there, to what is at hand."""
        if self.told.has_focus:
            self.told.action_select()
        elif any(self._readings):
            self.told.focus()
            self.told.highlighted = next(n for n, reading in enumerate(self._readings) if reading is not None)
        elif self._pages:
            self._say(t(_NOTHING_IN))

    @on(OptionList.OptionSelected)
    def _reading_chosen(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        reading: Reading | None = self._readings[event.option_index]
        if reading is not None and reading.figure:
            self._trail.append(self.standing)
            self._stand(reading.figure)
        elif reading is not None and reading.place is not None:
            self._change(reading.place)

    @on(InfluenceChosen)
    def _influence_chosen(self, event: InfluenceChosen) -> None:
        event.stop()
        self.action_change()

    def action_change(self) -> None:
        """Change the answer on the line at hand of what moves a number."""
        if self.tornado.influence is not None:
            self._change(self.tornado.influence.place)

    @work(exclusive=True)
    async def _change(self, place: Place) -> None:
        """Change an answer: of a card above the numbers, else where it is asked."""
        from wizard.frontends.tui.screens.field import FieldScreen  # noqa: PLC0415 - only who changes one needs it

        card = self.walk.card(place.card) if place.card is not None else None
        fields = [field.place for field in card.fields] if card is not None else []
        if card is None or place not in fields:
            self.dismiss(place)
            return
        screen = FieldScreen(self.walk, card.id, fields.index(place), self._typing_below)
        if await self.app.push_screen_wait(screen):
            self.dismiss(place)
            return
        self._refresh()

    # Leaving

    def action_back(self) -> None:
        if self.told.has_focus:
            self._focus()
        elif self._came_from_number:
            self._stand(self.standing)
        elif self._trail:
            self._stand(self._trail.pop())
        else:
            self.dismiss(None)

    def action_close(self) -> None:
        self.dismiss(None)
