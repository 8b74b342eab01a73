"""A market stall with a canvas: guests by whom cards are coloured, goods, care for each guest, a motto."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from rich.cells import cell_len

from tests.frontends.drivers import Room
from tests.frontends.tui.driver import TuiDriver
from tests.frontends.tui.stage import SMALL, shown, stage, until
from wizard.core.intents import AddCard, GiveAnswer
from wizard.core.problems import Place
from wizard.frontends.tui.screens.board import BoardScreen
from wizard.frontends.tui.screens.card import CardScreen
from wizard.frontends.tui.widgets.board.walking import At

VAST = (160, 48)
LAYOUT = """
canvas: stall
title: A stall
grid: {columns: 3, rows: 2}
colour_by: people
blocks:
  - {id: people, title: Regular guests, hint: Who comes?, column: 1, row: 1, height: 2}
  - {id: goods, title: The goods, hint: What is sold?, column: 2, row: 1}
  - {id: care, title: The care, hint: Why do they stay?, column: 2, row: 2}
  - {id: motto, title: The motto, hint: In a few words?, column: 3, row: 1, height: 2}
"""
FLOW = """
flow: stall
title: A market stall
canvas: stall
name_from: name
steps:
  - id: begin
    title: The beginning
    ask:
      - {id: name, ask: What is it called?}
      - {id: motto, ask: What do you stand for?, block: motto}
      - id: guests
        type: cards
        ask: Who comes?
        block: people
        fields:
          - {id: name, ask: What do you call them?, required: true}
          - {id: why, type: long, ask: Why do they come?, rules: [{when: this == 'no', say: Say more.}]}
          - {id: loyal, type: yesno, ask: Do they come back?}
  - id: goods
    title: The goods
    ask:
      - id: goods
        type: cards
        ask: What do you sell?
        block: goods
        fields:
          - {id: name, ask: What is it?, required: true}
          - {id: who, type: choice, ask: Who buys it?, options: guests, pick: 1..}
          - {id: price, type: money, ask: What does it cost?, required: true, min: 0}
  - id: care
    title: "Care for {{ guest.name }}"
    each: guest in guests
    ask:
      - id: care
        type: cards
        ask: "What do {{ guest.name }} get?"
        block: care
        fields: [{id: name, ask: What is it?}]
coach:
  - id: unsold
    each: guest in guests
    when: guest not in goods.who
    severity: warn
    about: [goods]
    say: "Nobody sells {{ guest.name }} anything."
"""


class Stall(Room):
    """The stall with two kinds of guests, apples for the first of them, and bread for nobody."""

    def __init__(self, folder: Path) -> None:
        (folder / "canvases").mkdir(exist_ok=True)
        (folder / "canvases" / "stall.yaml").write_text(LAYOUT, encoding="utf-8")
        (folder / "stall.yaml").write_text(FLOW, encoding="utf-8")
        super().__init__(str(folder / "stall.yaml"))
        self.answer("name", "Green Corner")
        self.cooks = self.card("guests", name="Cooks")
        self.aunts = self.card("guests", name="Aunts")
        self.apples = self.card("goods", name="Apples", who=self.cooks, price="2")
        self.bread = self.card("goods", name="Bread")

    def answer(self, question: str, raw: str) -> None:
        assert self.workshop.send(GiveAnswer(Place(question), raw)).done

    def card(self, question: str, row: str | None = None, **values: str) -> str:
        reply = self.workshop.send(AddCard(question, values, row))
        assert reply.card is not None
        return reply.card

    def value(self, question: str, card: str, field: str) -> object:
        return self.workshop.facts.stored(Place(question, card, field))


@asynccontextmanager
async def board(
    at: Room, size: tuple[int, int] = SMALL, *, question: str = "goods"
) -> AsyncIterator[TuiDriver]:
    """The stall's board, opened from a question."""
    async with stage(at, size, at=question) as person:
        await person.press("f2")
        await until(person.pilot, lambda: isinstance(person.app.screen, BoardScreen))
        await person.pilot.pause()
        yield person


def on_board(person: TuiDriver) -> BoardScreen:
    assert isinstance(person.app.screen, BoardScreen), person.app.screen
    return person.app.screen


def here(person: TuiDriver) -> At | None:
    return on_board(person).board.walker.at


async def opened(person: TuiDriver, *keys: str) -> CardScreen:
    await person.press(*keys)
    await until(person.pilot, lambda: isinstance(person.app.screen, CardScreen))
    await person.pilot.pause()
    assert isinstance(person.app.screen, CardScreen)
    return person.app.screen


async def closed(person: TuiDriver) -> None:
    await until(person.pilot, lambda: isinstance(person.app.screen, BoardScreen))
    await person.pilot.pause()


def spot(person: TuiDriver, text: str) -> tuple[int, int]:
    """The cell of the screen in which a text begins."""
    for y, line in enumerate(shown(person.app).split("\n")):
        if text in line:
            return cell_len(line[: line.index(text)]), y
    raise AssertionError(f"{text} isn't on the screen")
