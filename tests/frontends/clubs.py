"""A flow with numbers to look at: two of each club, and one of the whole."""

from __future__ import annotations

from pathlib import Path

from tests.frontends.drivers import Room
from tests.frontends.listening import room
from wizard.core.intents import AddCard, GiveAnswer
from wizard.core.problems import Place

CLUBS = """
flow: clubs
title: Clubs
name_from: name
steps:
  - id: whole
    title: The house
    ask:
      - {id: name, ask: What is it called?, required: true}
      - {id: rent, type: money, ask: What is the rent?, min: 0}
  - id: clubs
    title: The clubs
    ask:
      - id: clubs
        type: cards
        ask: Which clubs are there?
        card: "{{ this.name }}"
        fields:
          - {id: name, ask: Name, required: true}
          - {id: fee, type: money, ask: What do they pay?, min: 0}
          - {id: churn, type: percent, ask: How many leave?, min: 0, max: 100}
compute:
  stays:
    title: Stays
    each: club in clubs
    value: 1 / club.churn
    as: months
    unless: [{when: club.churn == 0, say: nobody leaves}]
  worth:
    title: Worth of one
    how: What they pay times how long they stay
    source: "LTV = fee ÷ churn"
    each: club in clubs
    value: club.fee * 1 / club.churn if club.stays > 0 else 0
    as: money
    unless: [{when: club.churn == 0, say: nobody leaves}]
  left:
    title: Left over
    how: All fees less the rent
    value: clubs.fee|sum - rent
    as: money
sensitivity:
  - {title: What moves the worth, of: [worth], vary: [clubs.churn, clubs.fee], by: 10%}
  - {title: What moves the rest, of: [left], vary: [rent, clubs.fee], by: 20%}
"""
PLAIN = CLUBS.partition("compute:")[0]


def clubs(folder: Path, *cards: tuple[str, str, str], rent: str = "100", flow: str = CLUBS) -> Room:
    """A workshop with these clubs. cards: name, fee and churn, '' for a blank."""
    at = room(folder, flow)
    at.workshop.send(GiveAnswer(Place("name"), "Town House"))
    if rent:
        at.workshop.send(GiveAnswer(Place("rent"), rent))
    for name, fee, churn in cards:
        values = {"name": name, "fee": fee, "churn": churn}
        assert at.workshop.send(AddCard("clubs", {field: raw for field, raw in values.items() if raw})).done
    return at


CHESS, CHOIR = ("Chess", "40", "5"), ("Choir", "30", "10")
