"""A list of cards seen as a table: rows, columns, holes, and how a card begins in one. Knows no front end."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from wizard.core.card_views import card_view
from wizard.core.decide_cards import add_card
from wizard.core.decision import candidate
from wizard.core.facts import Facts
from wizard.core.flow.model import CardsQuestion
from wizard.core.grids import GridCell, GridView, Heading
from wizard.core.inputs import blank_fields
from wizard.core.intents import AddCard, Raw
from wizard.core.judging import cards_at
from wizard.core.problems import Place
from wizard.core.screen import Input
from wizard.core.values import Card, Choice
from wizard.core.words.holes import holes_said

_TO_COME = "to come"  # the id of a card while nobody has added it: none that is made looks like this


def grid(facts: Facts, place: Place) -> GridView | None:
    """The cards of a question as a table; None where it has none, or no rows or no columns yet.

    place: of the list, with the loop card that it is asked for.
    """
    return facts.known(_grid, place.question, place.row)


def _grid(facts: Facts, id: str, row: str | None) -> GridView | None:
    question = facts.flow.entries[id].question
    if not isinstance(question, CardsQuestion) or question.grid is None:
        return None
    row_field, column_field = question.grid.rows, question.grid.columns
    rows, columns = (_headings(facts, question, field, row) for field in (row_field, column_field))
    if not rows or not columns:
        return None
    cards: dict[tuple[str, str], list[str]] = {(r.id, c.id): [] for r in rows for c in columns}
    unplaced: list[str] = []
    for card in cards_at(facts, Place(id, row=row)):
        at = _chosen(facts, card, row_field), _chosen(facts, card, column_field)
        cards.get(at, unplaced).append(card.id)
    cells = tuple(GridCell(r, c, tuple(found)) for (r, c), found in cards.items())
    return GridView(
        row_field=row_field,
        column_field=column_field,
        rows=rows,
        columns=columns,
        cells=cells,
        unplaced=tuple(unplaced),
        said=_said(rows, columns, cells),
    )


def _headings(facts: Facts, question: CardsQuestion, field: str, row: str | None) -> tuple[Heading, ...]:
    """What a card that isn't there yet could choose in a field; () where it isn't asked."""
    local = facts.new_card_local(Card("", question.id), row)
    asked = next((asked for asked in question.fields if asked.id == field), None)
    if asked is None or not facts.holds(asked.when, local):
        return ()
    offered = facts.options_in((question.id, field, "options"), local)
    return tuple(Heading(id, label) for id, label, _ in offered)


def _chosen(facts: Facts, card: Card, field: str) -> str:
    """The id of what a card has in a field; '' for nothing."""
    value = facts.value(Place(card.question, card.id, field))
    return value.id if isinstance(value, Choice | Card) else ""


def _said(rows: tuple[Heading, ...], columns: tuple[Heading, ...], cells: tuple[GridCell, ...]) -> str:
    names = {column.id: column.label for column in columns}
    holes = [
        (row.label, tuple(names[cell.column] for cell in cells if cell.row == row.id and not cell.cards))
        for row in rows
    ]
    return holes_said([(row, empty) for row, empty in holes if empty])


def begun_fields(facts: Facts, place: Place, values: Mapping[str, Raw]) -> tuple[Input, ...]:
    """The fields of a card that doesn't exist yet and begins with these values, as they will be asked.

    place: of its list. Where no card can begin so, those of one that begins with nothing.
    """
    question = facts.flow.question_at(place)
    if not isinstance(question, CardsQuestion):
        return ()
    decision = add_card(facts, AddCard(question.id, values, place.row), lambda: _TO_COME)
    if not values or not decision.events:
        return blank_fields(facts, question, place.row)
    fields = card_view(candidate(facts, decision.events), question, Card(_TO_COME, question.id)).fields
    return tuple(
        replace(field, place=Place(question.id, field=field.place.field), messages=()) for field in fields
    )
