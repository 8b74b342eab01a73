"""TableDesk: what one does in a table of cards: opening those of a cell, and beginning one in a hole."""

from __future__ import annotations

from textual.message import Message as TextualMessage

from wizard.core.grids import GridCell
from wizard.frontends.tui.desk.cards import CardsDesk
from wizard.frontends.tui.widgets.card_table import CellChosen
from wizard.frontends.tui.widgets.question import OpenCard


class CellCrowded(TextualMessage):
    """Somebody wants what is in a cell that holds several cards: they have to say which."""

    def __init__(self, cell: GridCell) -> None:
        super().__init__()
        self.cell = cell


class TableDesk(CardsDesk):
    """The cells of the table lead to the forms of cards."""

    async def on_cell_chosen(self, event: CellChosen) -> None:
        event.stop()
        cell = event.cell
        if event.another or not cell.cards:
            await self.begin_in(cell)
        elif len(cell.cards) == 1:
            await self.open_card(cell.cards[0])
        else:
            self.post_message(CellCrowded(cell))

    async def begin_in(self, cell: GridCell) -> None:
        """Begin a card in a cell: its row and its column are filled in, and the first other field is open."""
        view = self.view
        if view is None or view.grid is None:
            return
        self.keep_typing()
        values = view.grid.values(cell)
        asked = [field.place.field for field in self.walk.begun(view.input.place, values)]
        first = next((n for n, field in enumerate(asked) if field not in values), None)
        if first is None:  # there is nothing else to say of it
            card = self.walk.add_card(view.input.place.question, values, view.input.place.row)
            await self.draw(keep=card is None)
            return
        self.opened = OpenCard(None, first, tuple(values.items()))
        await self.draw()
