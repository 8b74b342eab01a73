"""A matrix, row by row. Must not know how lines are drawn."""

from __future__ import annotations

from collections.abc import Sequence
from typing import assert_never

import msgspec

from wizard.core.problems import Place
from wizard.core.screen import AxisView, Input, QuestionView
from wizard.core.tongue import t
from wizard.frontends.dialogue import phrases, telling
from wizard.frontends.dialogue.asker import Entry, Given, Nothing
from wizard.frontends.dialogue.asking import AT_FIELD, AT_QUESTION, ask, choose
from wizard.frontends.dialogue.commands import Command
from wizard.frontends.dialogue.prose import one_line
from wizard.frontends.dialogue.talk import Elsewhere, Talk


def at_matrix(talk: Talk, question: QuestionView) -> None:
    """One choice at a matrix: a row, all of them, or to go on."""
    place = question.input.place
    on, fill = Entry("", t(phrases.GO_ON)), Entry("all", t(phrases.MATRIX_FILL))
    begun = any(cell.value for cell in question.cells)
    entries = [on if begun else fill, *telling.row_entries(question), fill if begun else on]
    found = choose(talk, t(phrases.MATRIX_ROWS), entries, local=AT_QUESTION, note_at=place)
    if isinstance(found, Command):
        talk.leave(found.name, place, has_answer=begun)
    elif not found:
        talk.go_on()
    elif found == "all":
        _fill(talk, question, question.rows)
    elif found.isdecimal():
        index = talk.pick_number(found, len(question.rows))
        if index is not None:
            _fill(talk, question, question.rows[index : index + 1])
    else:
        talk.unknown_word(found)


def _fill(talk: Talk, question: QuestionView, rows: Sequence[AxisView]) -> None:
    """The cells of some rows, one after the other."""
    places = [
        Place(question.input.place.question, row=row.id, column=c.id)
        for row in rows
        for c in question.columns
    ]
    at = 0
    while 0 <= at < len(places):
        position = talk.workshop.state.position
        now = talk.look().question
        if now is None or (view := _cell(now, places[at])) is None:
            return
        try:
            heard = ask(talk, view, AT_FIELD, view.ask)
        except Elsewhere as gone:
            if gone.place not in places:
                raise
            at = places.index(gone.place)
            continue
        match heard:
            case Given():
                at += talk.give(view.place, heard, position) is not None
            case Command("clear"):
                at += talk.give(view.place, Given(""), position) is not None
            case Command("skip"):
                talk.skip(has_answer=bool(view.value))
                at += 1
            case Nothing():
                at += 1
            case Command("back"):
                at -= 1
            case Command("done"):
                return
            case Command():
                pass
            case _:
                assert_never(heard)


def _cell(question: QuestionView, place: Place) -> Input | None:
    """What one cell asks; None where its row or column is gone."""
    row = next((axis for axis in question.rows if axis.id == place.row), None)
    column = next((axis for axis in question.columns if axis.id == place.column), None)
    cell = next((c for c in question.cells if (c.row, c.column) == (place.row, place.column)), None)
    if question.cell is None or row is None or column is None or cell is None:
        return None
    options = tuple(msgspec.structs.replace(o, chosen=o.id == cell.raw) for o in question.cell.options)
    named = t(phrases.MATRIX_CELL, row=one_line(row.label), column=one_line(column.label))
    return msgspec.structs.replace(
        question.cell, place=place, ask=named, value=cell.value, raw=cell.raw, options=options
    )
