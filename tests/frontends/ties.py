"""A small flow whose cards are also a table, for every front end: ties to segments, by stage."""

from __future__ import annotations

from pathlib import Path

from tests.frontends.drivers import Room
from tests.frontends.listening import room
from wizard.core.grids import GridView
from wizard.core.intents import AddCard, Raw
from wizard.core.problems import Place

TIES = """
flow: ties
title: Ties
name_from: name
options: {stages: {win: Win, keep: Keep, grow: Grow}}
steps:
  - id: begin
    title: The beginning
    ask:
      - {id: name, ask: What is it called?}
      - id: segs
        type: cards
        ask: Who?
        fields: [{id: name, ask: Name}]
      - id: places
        type: cards
        ask: Where?
        fields: [{id: name, ask: Name}]
  - id: ties
    title: The ties
    teach: Few ties, and well kept.
    ask:
      - id: ties
        type: cards
        ask: Which ties?
        card: "{{ this.what }}"
        grid: {rows: seg, columns: stage}
        fields:
          - {id: seg, type: choice, ask: With whom?, options: segs}
          - {id: stage, type: choice, ask: When?, options: stages}
          - {id: place, type: choice, ask: Where?, options: places}
          - {id: what, ask: What do you do?, suggest: "Write to {{ card.seg.name }}"}
          - {id: why, ask: Why do they stay?, when: card.stage == 'keep'}
      - {id: last, ask: Anything else?}
"""

_SEG = "          - {id: seg,"
NAMED = TIES.replace(_SEG, f"          - {{id: title, ask: Title}}\n{_SEG}")
"""The same, but that a card begins with a word."""

_FACE = '        card: "{{ this.what }}"\n'
_BEGINNING = TIES[: TIES.index("          - {id: place,")].replace(_FACE, "")
BARE = _BEGINNING + "      - {id: last, ask: Anything else?}\n"
"""The same, but that a row and a column are all that a card has."""


def ties(folder: Path, *segs: str, flow: str = TIES) -> Room:
    """A workshop with these segments, at the list of ties."""
    found = room(folder, flow)
    for seg in segs:
        assert found.workshop.send(AddCard("segs", {"name": seg})).done
    assert found.workshop.jump(Place("ties"))
    return found


def tie(at: Room, seg: str, stage: str, what: str = "") -> str:
    """A new tie to a segment; its id."""
    rows = {row.label: row.id for row in table(at).rows}
    values = {"seg": rows.get(seg, ""), "stage": stage, "what": what}
    reply = at.workshop.send(AddCard("ties", {name: value for name, value in values.items() if value}))
    assert reply.card is not None, reply
    return reply.card


def table(at: Room) -> GridView:
    question = at.workshop.screen().question
    assert question is not None
    assert question.grid is not None
    return question.grid


def answers(at: Room, number: int = 0) -> dict[str, Raw]:
    """What the number-th tie says; those that it points at by their names."""
    state = at.workshop.state
    card = state.cards["ties"][number]
    found = {place.field or "": value for place, value in state.answers.items() if place.card == card}
    return {
        field: state.answers.get(Place(state.owner.get(str(value), ""), str(value), "name"), value)
        for field, value in found.items()
    }
