"""A new card: at the end of its list, or in a cell of its table. Must not know how lines are drawn."""

from __future__ import annotations

from collections.abc import Mapping
from typing import assert_never

import msgspec

from wizard.core.grids import GridCell, GridView
from wizard.core.intents import AddCard, Intent, Raw, SayDontKnow
from wizard.core.problems import Place
from wizard.core.screen import Input, QuestionView
from wizard.core.tongue import t, tn
from wizard.frontends.dialogue import phrases, tables
from wizard.frontends.dialogue.asker import Entry, Given, Nothing
from wizard.frontends.dialogue.asking import TEXTS, Heard, ask
from wizard.frontends.dialogue.commands import Command
from wizard.frontends.dialogue.filling import fill, local_to, tell_field
from wizard.frontends.dialogue.making import making
from wizard.frontends.dialogue.prose import one_line
from wizard.frontends.dialogue.talk import Talk


def add_at(talk: Talk, question: QuestionView, typed: str) -> None:
    """A new card. typed: the cell of the table where it goes, or what its first field says."""
    cell = tables.cell_called(question.grid, typed) if question.grid is not None else None
    if question.grid is not None and cell is not None:
        _add_in(talk, question, question.grid, cell)
    else:
        add(talk, question, typed)


def means_hole(grid: GridView, typed: str) -> bool:
    """Whether that can follow `fill`; other words are the beginning of a name."""
    return bool(grid.holes) and (not typed.strip() or tables.hole_meant(grid, typed) is not None)


def fill_hole(talk: Talk, question: QuestionView, grid: GridView, typed: str) -> None:
    """A new card in one of the holes. typed: which one, as far as that was said."""
    if not typed:
        entries = [*tables.hole_entries(grid), Entry("", t(phrases.STAY))]
        typed = talk.asker.menu(t(phrases.HOLE_WHICH), entries).strip()
    cell = tables.hole_meant(grid, typed)
    if cell is not None:
        _add_in(talk, question, grid, cell)
    elif typed:
        talk.refuse(t(phrases.NO_SUCH_HOLE, text=typed))


def _add_in(talk: Talk, question: QuestionView, grid: GridView, cell: GridCell) -> None:
    """A new card in a cell of the table; then how many holes are left."""
    talk.say(t(phrases.HOLE_FOR, place=tables.cell_name(grid, cell)))
    add(talk, question, "", grid.values(cell))
    now = talk.look().question
    if now is not None and now.grid is not None and now.input.place == question.input.place:
        left = len(now.grid.holes)
        talk.say(tn("{count} hole is left.", "{count} holes are left.", left))


def add(talk: Talk, question: QuestionView, first: str, values: Mapping[str, Raw] = {}) -> None:
    """A new card: it is there as soon as a field is filled. first: typed already, for the first field.

    values: what it begins with.
    """
    place = question.input.place
    talk.say(t(phrases.CARD_NEW))
    begun = talk.workshop.begun(place, values) if values else question.blank
    fields = [field for field in begun if field.place.field not in values]
    if not fields:  # there is nothing else to say of it
        talk.send(AddCard(place.question, values, row=place.row))
        return
    at = 0
    while 0 <= at < len(fields):
        view = _blank(fields[at], place)
        heard: Heard
        if first and view.kind in TEXTS:
            heard = Given(first)
        else:
            tell_field(talk, view)
            heard = ask(talk, view, local_to(view))
        card = None
        match heard:
            case Given(raw) if raw:
                card = _added(talk, view, heard, place, values)
            case Command("unknown"):
                card = _unknown(talk, view.place, place, values)
            case Command("back"):
                at -= 1
            case Command("done"):
                break
            case Given() | Nothing() | Command("skip"):
                at += 1
            case Command():
                pass
            case _:
                assert_never(heard)
        if card is not None:
            if first:
                talk.say(t(phrases.CARD_ADDED, face=one_line(first)))
            fill(talk, card, [*values, *(other.place.field or "" for other in fields[: at + 1])])
            return
        first = ""
    talk.say(t(phrases.CARD_NOTHING))


def _blank(view: Input, cards: Place) -> Input:
    """A field of a card to come, at a place of its own for what is being typed."""
    return msgspec.structs.replace(view, place=Place(cards.question, field=view.place.field, row=cards.row))


def _added(talk: Talk, view: Input, given: Given, cards: Place, values: Mapping[str, Raw]) -> str | None:
    made = making(talk, view, given)
    intent: Intent
    if made is not None:
        intent = msgspec.structs.replace(made, values=values)
    else:
        intent = AddCard(cards.question, {**values, view.place.field or "": given.raw}, row=cards.row)
    reply = talk.give(view.place, given, talk.workshop.state.position, intent)
    return reply.card if reply is not None else None


def _unknown(talk: Talk, place: Place, cards: Place, values: Mapping[str, Raw]) -> str | None:
    """A card of which somebody says first what they don't know."""
    card = talk.send(AddCard(cards.question, values, row=cards.row)).card
    if card is not None:
        talk.send(SayDontKnow(Place(cards.question, card, place.field)))
    return card
