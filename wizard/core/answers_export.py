"""A workshop as an answers file: what `run --answers` takes back to the same documents, byte for byte."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import msgspec

from wizard.core.answers import editable
from wizard.core.events import Stored
from wizard.core.facts import Facts
from wizard.core.flow.flow import CardSource, ExpressionSource
from wizard.core.flow.model import (
    CardsQuestion,
    DateQuestion,
    FieldQuestion,
    MatrixQuestion,
    MoneyQuestion,
    NumberQuestion,
    PercentQuestion,
    ScaleQuestion,
    YesNoQuestion,
)
from wizard.core.problems import Place


class Bare(msgspec.Struct, frozen=True):
    """A value that is written without quotes: a number, a date, yes or no."""

    text: str


Exported = str | Bare | list["Exported"] | dict[str, "Exported"]


def exported(facts: Facts) -> dict[str, Exported]:
    """The workshop as plain data, in the order of the flow. Parked answers too, removed cards not."""
    flow, state = facts.flow, facts.state
    data: dict[str, Exported] = {
        "flow": flow.id,
        "version": flow.file.version,
        "currency": facts.currency,
        "language": facts.flow.file.language,
    }
    if about := _about(facts):
        data["workshop"] = about
    for id, entry in flow.entries.items():
        if entry.is_field:
            continue
        if isinstance(entry.question, CardsQuestion):
            if cards := [_card(facts, id, card) for card in state.cards.get(id, ())]:
                data[id] = list(cards)
        elif isinstance(entry.question, MatrixQuestion):
            if grid := _grid(facts, id):
                data[id] = grid
        elif (stored := state.answers.get(Place(id))) is not None:
            value = _value(facts, entry.question, Place(id), stored)
            if value is not None:
                data[id] = value
    return data


def _card(facts: Facts, question: str, card: str) -> dict[str, Exported]:
    state = facts.state
    data: dict[str, Exported] = {"id": card}
    for name, field in facts.flow.fields[question].items():
        if field.loop:
            if card in state.rows:
                data[name] = state.rows[card]
            continue
        place = Place(question, card, name)
        stored = state.answers.get(place)
        value = None if stored is None else _value(facts, field.question, place, stored)
        if value is not None:
            data[name] = value
    if note := state.notes.get(Place(question, card)):
        data["note"] = note
    return data


def _value(facts: Facts, question: FieldQuestion, place: Place, stored: Stored) -> Exported | None:
    source = facts.flow.sources.get((place.question, place.field or "", "options"))
    if isinstance(source, CardSource | ExpressionSource):
        ids = [id for id in ((stored,) if isinstance(stored, str) else stored) if _is_there(facts, id)]
        if isinstance(stored, str):
            return ids[0] if ids else None
        return list(ids) if ids else None
    if not isinstance(stored, str):
        return list(stored)
    text = editable(question, stored)
    match question:
        case (
            NumberQuestion()
            | MoneyQuestion()
            | PercentQuestion()
            | ScaleQuestion()
            | YesNoQuestion()
            | DateQuestion()
        ):
            return Bare(text)
        case _:
            return text


def _is_there(facts: Facts, card: str) -> bool:
    return card in facts.state.cards.get(facts.state.owner.get(card, ""), ())


def _grid(facts: Facts, question: str) -> dict[str, Exported]:
    rows: dict[str, Exported] = {}
    cell = facts.flow.cells[question]
    for place, stored in facts.state.answers.items():
        if place.question == question and place.row is not None and place.column is not None:
            value = _value(facts, cell, place, stored)
            row = rows.setdefault(place.row, {})
            if value is not None and isinstance(row, dict):
                row[place.column] = value
    return {
        row: dict(sorted(cells.items())) for row, cells in sorted(rows.items()) if isinstance(cells, dict)
    }


def _about(facts: Facts) -> dict[str, Exported]:
    """What no answer tells: the name, notes beside answers, "I don't know", dismissed findings."""
    state, data = facts.state, dict[str, Exported]()
    name_from = facts.flow.file.name_from
    if state.name and (name_from is None or state.answers.get(Place(name_from)) != state.name):
        data["name"] = state.name
    noted = sorted(state.notes, key=_order)
    places = [place for place in noted if not _is_card(place) and _has_ground(facts, place)]
    if notes := [{**_place(place), "text": state.notes[place]} for place in places]:
        data["notes"] = list(notes)
    passed = sorted(state.passed, key=_order)
    unknown = [place for place in passed if state.passed[place] and _has_ground(facts, place)]
    if unknown:
        data["unknown"] = [_place(place) for place in unknown]
    if state.dismissed:
        data["dismissed"] = {
            finding: {"basis": basis, "reason": reason}
            for finding, (basis, reason) in sorted(state.dismissed.items())
        }
    return data


def _order(place: Place) -> tuple[str, ...]:
    """Where a place comes among others: what it lacks comes first."""
    return tuple(part or "" for _, part in _parts(place))


def _is_card(place: Place) -> bool:
    return place.card is not None and place.field is None


def _has_ground(facts: Facts, place: Place) -> bool:
    return place.card is None or _is_there(facts, place.card)


def _place(place: Place) -> dict[str, Exported]:
    return {key: value for key, value in _parts(place) if value is not None}


def _parts(place: Place) -> Iterator[tuple[str, str | None]]:
    for key in place.__struct_fields__:
        yield key, getattr(place, key)


def plain(data: Exported) -> object:
    """The same with every value as text, for JSON."""
    match data:
        case Bare(text):
            return text
        case list():
            return [plain(item) for item in data]
        case Mapping():
            return {key: plain(item) for key, item in data.items()}
        case _:
            return data
