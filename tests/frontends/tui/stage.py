"""A full screen to act on in tests: a small flow, a store in memory, and the screen as plain text."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

from msgspec.structs import replace
from textual import events
from textual.app import App
from textual.content import Content
from textual.pilot import Pilot
from textual.widgets import Static

from tests.frontends.drivers import FOLDER, Room
from tests.frontends.tui.driver import TuiDriver
from wizard.adapters.store_memory import MemoryStore
from wizard.core.problems import Place
from wizard.frontends.tui.app import WizardApp
from wizard.workshop import Workshop

SMALL, WIDE = (80, 24), (120, 36)

FLOW = """
flow: stall
title: A market stall
name_from: name
options:
  levels: {low: {label: Low, help: Hardly any}, high: High}
steps:
  - id: begin
    title: The beginning
    teach: "A stall is a **promise** that one can walk around."
    facilitator: Let them walk around it.
    ask:
      - id: name
        ask: What is it called?
        required: true
        examples: {good: Green Corner, weak: My stall}
      - id: story
        type: long
        ask: How did it begin?
        rules: [{when: this|wordcount > 4, say: Four words will do.}]
      - {id: rent, type: money, ask: What is the rent?, suggest: "800", min: 0}
      - {id: level, type: choice, ask: How busy is it?, options: levels}
      - {id: days, type: choice, ask: Which days?, options: {sat: Saturday, sun: Sunday}, pick: 1..}
      - {id: mood, type: scale, ask: How do you feel?, range: 1..5, low: Tired, high: Awake}
  - id: goods
    title: The goods
    ask:
      - id: goods
        type: cards
        ask: What do you sell?
        card: "{{ this.name }}"
        fields:
          - {id: name, ask: What do you call it?, required: true}
          - {id: price, type: money, ask: What does it cost?, min: 0}
          - {id: dear, type: yesno, ask: Is that dear?}
          - {id: why, ask: Why so dear?, when: card.dear}
      - id: pairs
        type: cards
        ask: What goes together?
        card: "{{ this.good.name }}"
        fields:
          - {id: good, type: choice, ask: Which one?, options: goods, required: true}
          - {id: with, type: long, ask: With what?}
      - id: demand
        type: matrix
        ask: How much of it is wanted?
        rows: goods
        columns: levels
        cell: {type: scale, range: 0..3, low: None, high: All}
coach:
  - id: unpriced
    each: good in goods
    when: good.price is not defined
    severity: warn
    about: [goods]
    say: "What does {{ good.name }} cost?"
"""


def room(folder: Path, flow: str = FLOW) -> Room:
    """A new workshop of the stall."""
    file = folder / "stall.yaml"
    file.write_text(flow, encoding="utf-8")
    return Room(str(file))


def elsewhere(at: Room, viewer: str | None = None) -> Workshop:
    """The room's workshop as a second process has it open, perhaps for somebody with a name."""
    outside = at.home.outside
    assert isinstance(outside.store, MemoryStore)
    found = Workshop.opened(replace(outside, store=outside.store.beside()), at.workshop.id, viewer)
    assert isinstance(found, Workshop)
    return found


@asynccontextmanager
async def stage(room: Room, size: tuple[int, int] = SMALL, *, at: str = "") -> AsyncIterator[TuiDriver]:
    """The full screen with the room's workshop open. at: a question to stand at."""
    if at:
        assert room.workshop.jump(Place(at))
    app = WizardApp(room.home, workshop=room.workshop, out=FOLDER)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield TuiDriver(room, app, pilot)


def shown(app: App[None]) -> str:
    """The screen as text, without the blanks at the ends of its lines."""
    strips = app.screen._compositor.render_strips(app.size)  # Textual has no public way to the text
    return "\n".join(strip.text.rstrip() for strip in strips)


def said(person: TuiDriver) -> str:
    """What is said beside the question or the field at hand, without its line breaks."""
    content = person.screen.desk.pane.editor.query_one(".said", Static).content
    assert isinstance(content, Content)
    return content.plain


def at_once(app: App[None], *keys: str) -> None:
    """Give keys to the program without waiting for what any of them does."""
    for key in keys:
        app.post_message(events.Key(key, key if len(key) == 1 else None))


async def until(pilot: Pilot[None], is_so: Callable[[], bool]) -> None:
    """Let the program run until something is so."""
    for _ in range(100):
        if is_so():
            return
        await pilot.pause(0.02)
    raise AssertionError("it never came to be")


async def settled(pilot: Pilot[None]) -> None:
    """Let the program run until its screen shows the same twice, and no document is being made or set."""
    was = ""
    for _ in range(200):
        await pilot.pause(0.02)
        now = shown(pilot.app)
        at_work = any(work.is_running and work.group in ("reading", "setting") for work in pilot.app.workers)
        if now == was and not at_work:
            return
        was = now
    raise AssertionError("the screen never came to rest")
