"""Sessions of the plain front end for tests: lines in, lines out, and the workshop that came of it."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from tests.frontends.drivers import Room
from wizard.core.intents import AddCard, GiveAnswer
from wizard.core.problems import Place
from wizard.frontends.plain import run
from wizard.workshop import Workshop

SHOP = """
flow: shop
title: A small shop
name_from: name
options:
  levels: {low: Low, mid: {label: Medium, help: Not much either way}, high: High}
  seasons: {spring: Spring, autumn: Autumn}
steps:
  - id: shop
    title: The shop
    minutes: 5
    teach: |
      A shop is a **place** where people
      come back.

      - Think of *one* street.
    facilitator: Let them draw it first.
    ask:
      - id: name
        ask: What is it called?
        help: A working title will do.
        required: true
        examples: {good: Corner Bread, weak: The best shop in town}
        rules: [{when: this|wordcount > 4, say: Four words at most.}]
      - {id: staff, type: number, ask: How many work there?, suggest: 2}
      - {id: risk, type: choice, ask: How risky is it?, options: levels}
      - {id: busy, type: choice, ask: When is it busy?, options: seasons, pick: 1..}
  - id: goods
    title: What it sells
    ask:
      - id: goods
        type: cards
        ask: What does it sell?
        count: 0..3
        fields:
          - {id: name, ask: Name, required: true}
          - {id: level, type: choice, ask: How hard is it to make?, options: levels}
          - {id: spare, type: long, ask: What if it fails?, when: card.level == 'high'}
      - {id: best, type: choice, ask: Which one first?, options: goods}
  - id: each_good
    each: good in goods
    title: "About {{ good.name }}"
    teach: Ask why three times.
    ask:
      - {id: why, type: long, ask: "Why {{ good.name }}?"}
  - id: grid
    title: Demand
    ask:
      - id: demand
        type: matrix
        ask: How much is wanted?
        rows: goods
        columns: seasons
        cell: {type: scale, range: 0..3}
coach:
  - {id: alone, when: staff == 1, severity: warn, about: [staff], say: Find somebody who steps in.}
"""

Meanwhile = Callable[[], None]


class Heard(NamedTuple):
    code: int
    text: str
    workshop: Workshop


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


class Lines(io.StringIO):
    """Standard input with lines; a callable among them is called when its turn has come."""

    def __init__(self, lines: Sequence[str | Meanwhile], *, terminal: bool) -> None:
        super().__init__()
        self._lines = list(lines)
        self._terminal = terminal

    def isatty(self) -> bool:
        return self._terminal

    def readline(self, size: int | None = -1) -> str:  # type: ignore[override]  # as every text stream
        del size
        while self._lines:
            line = self._lines.pop(0)
            if isinstance(line, str):
                return line + "\n"
            line()
        return ""


def room(tmp_path: Path, flow: str = SHOP) -> Room:
    file = tmp_path / "flow.yaml"
    file.write_text(flow, encoding="utf-8")
    return Room(str(file))


def heard(
    place: Room,
    *lines: str | Meanwhile,
    terminal: bool = False,
    home: bool = False,
    out: str | None = None,
) -> Heard:
    """What a session says to these lines. home: it begins there, not in the room's workshop."""
    stdout = Terminal() if terminal else io.StringIO()
    workshop = None if home else place.workshop
    code = run(place.home, workshop=workshop, out=out, stdin=Lines(lines, terminal=terminal), stdout=stdout)
    return Heard(code, stdout.getvalue(), place.workshop)


def answer(place: Room, question: str, raw: str) -> None:
    assert place.workshop.send(GiveAnswer(Place(question), raw)).done


def add(place: Room, *names: str) -> list[str]:
    found = [place.workshop.send(AddCard("goods", {"name": name})).card for name in names]
    return [card for card in found if card]


def shown(place: Room, question: str) -> str:
    return place.workshop.facts.shown(place.workshop.facts.value(Place(question)))


def faces(place: Room) -> list[str]:
    place.workshop.jump(Place("goods"))
    question = place.workshop.screen().question
    return [card.face for card in question.cards] if question else []
