"""Draws the pictures of the screen that README and docs show, from the finished example: make pictures.

Each is the real program, led there by keys; where a key leads elsewhere one day, so does its picture. Clock
and ids stand still: the same program draws the same bytes. Drawn are those that README and docs show; or
those that one names, such as: docs/pictures/make.py board light
"""

from __future__ import annotations

import asyncio
import os
import re
import sys
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from html import escape, unescape
from itertools import count
from pathlib import Path
from typing import NamedTuple

from rich.cells import cell_len
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from wizard.adapters.flow_files import FlowFiles
from wizard.adapters.store_memory import MemoryStore
from wizard.core.intents import GiveAnswer
from wizard.core.problems import Place, Problem
from wizard.core.where import END, Stop
from wizard.frontends.tui.app import WizardApp
from wizard.frontends.tui.themes import DARK, LIGHT
from wizard.home import Home
from wizard.imports import workshop_from_answers
from wizard.ports import LoadedFlow, Outside
from wizard.workshop import Workshop

FOLDER = Path(__file__).parent
FLOW = "business-model"
NOON = datetime(2026, 12, 1, 12, tzinfo=UTC)
SMALL, WIDE = (80, 24), (120, 36)
CELL = 12.2  # the width of a character, as rich draws it
TEXT = re.compile(
    r'<text(?P<class> class="[^"]*") x="(?P<x>[\d.]+)"(?P<y> y="[^"]*") textLength="[\d.]+"(?P<rest>[^>]*)>'
    r"(?P<text>[^<]*)</text>"
)
LINK = re.compile(r"pictures/([\w-]+)\.svg")
PATIENCE = 500  # looks at a screen that is still changing, 20 ms apart


class Picture(NamedTuple):
    """at: where the finished example stands; None: at home, with all workshops. keys: what is pressed."""

    at: Stop | Place | None
    keys: tuple[str, ...] = ()
    size: tuple[int, int] = WIDE
    theme: str = DARK.name


CHANNELS = Place("channels")
PICTURES: Mapping[str, Picture] = {
    "home": Picture(None),
    "workshop": Picture(CHANNELS),
    "question": Picture(Place("pitch")),
    "cards": Picture(Place("segments")),
    "card": Picture(CHANNELS, ("up", "enter")),
    "board": Picture(CHANNELS, ("f2",)),
    "table": Picture(Place("relationships")),
    "advice": Picture(Place("relationships"), ("enter", "tab")),
    "numbers": Picture(CHANNELS, ("f2", "n", *["down"] * 7)),
    "moves": Picture(CHANNELS, ("f2", "n", *["down"] * 7, "m")),
    "document": Picture(CHANNELS, ("f3",)),
    "coach": Picture(CHANNELS, ("f4",)),
    "learn": Picture(CHANNELS, ("f1",)),
    "review": Picture(END),
    "light": Picture(CHANNELS, theme=LIGHT.name),
    "small-terminal": Picture(CHANNELS, size=SMALL),
}


class Clock:
    """A clock that stands until somebody sets it."""

    def __init__(self) -> None:
        self.time = NOON

    def __call__(self) -> datetime:
        return self.time


def example() -> tuple[Home, Workshop]:
    """A home with the finished example, and two workshops that were begun some days before."""
    flows, ids, clock = FlowFiles(), count(1), Clock()
    outside = Outside(
        store=MemoryStore(),
        flows=flows,
        renderer=flows.renderer,
        write=_nowhere,
        now=clock,
        new_id=lambda: f"id{next(ids)}",
    )
    home = Home(outside)
    loaded = home.load(FLOW)
    assert isinstance(loaded, LoadedFlow), loaded
    for name, days in (("Repair café", 9), ("Garden on the roof", 2)):
        clock.time = NOON - timedelta(days=days)
        assert home.start(loaded).send(GiveAnswer(Place("name"), name)).done
    clock.time = NOON
    path = flows.example(FLOW)
    assert path is not None
    workshop = workshop_from_answers(home, path)
    assert isinstance(workshop, Workshop), workshop
    return home, workshop


def _nowhere(
    folder: str, texts: Mapping[str, str], *, force: bool
) -> tuple[tuple[str, ...], tuple[Problem, ...]]:
    raise AssertionError(f"pictures write no documents: {folder}, {sorted(texts)}, {force}")


async def drawn(picture: Picture) -> str:
    """The screen as SVG, without anything to fetch and without anything of chance."""
    home, workshop = example()
    if picture.at is not None:
        assert workshop.jump(picture.at), picture
    app = WizardApp(home, workshop=workshop if picture.at is not None else None, clock=lambda: 0.0)
    app.theme = picture.theme
    app.animation_level = "none"
    async with app.run_test(size=picture.size) as pilot:
        await settled(pilot)
        for key in picture.keys:
            await pilot.press(key)
            await settled(pilot)
        svg = app.export_screenshot(title="Canvas Wizard", simplify=True)
    svg = re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.DOTALL)
    return TEXT.sub(_placed, re.sub(r"terminal-\d+", "terminal", svg))


def _placed(found: re.Match[str]) -> str:
    """A text without the blanks at its ends, which some viewers leave out: where it stands tells of them."""
    text = unescape(found["text"])
    before = len(text) - len(text.lstrip("\xa0"))
    text = text.strip("\xa0")
    if not text:
        return ""
    x = float(found["x"]) + before * CELL
    length = cell_len(text) * CELL
    told = escape(text).replace("\xa0", "&#160;")
    head = f'<text{found["class"]} x="{x:.1f}"{found["y"]} textLength="{length:.1f}"{found["rest"]}>'
    return f"{head}{told}</text>"


async def settled(pilot: Pilot[None]) -> None:
    """Wait until nothing is at work any more and the screen looks the same twice."""
    app, before = pilot.app, ""
    for _ in range(PATIENCE):
        await pilot.pause(0.02)
        for box in app.screen.query("Input, TextArea"):
            if isinstance(box, Input | TextArea):
                box.cursor_blink = False
        now = app.export_screenshot()
        # What waits for the person is at work as long as its screen is up; what is worked out has a thread.
        at_work = any(worker.is_running and worker.group in ("reading", "setting") for worker in app.workers)
        if now == before and not at_work:
            return
        before = now
    raise AssertionError(f"{type(app.screen).__name__} never came to rest")


def shown() -> tuple[str, ...]:
    """The pictures that README and docs show, by name."""
    pages = (FOLDER.parent.parent / "README.md", *sorted(FOLDER.parent.glob("*.md")))
    names = (name for page in pages for name in LINK.findall(page.read_text(encoding="utf-8")))
    return tuple(dict.fromkeys(names))


def draw(folder: Path, names: tuple[str, ...]) -> None:
    for name in names:
        (folder / f"{name}.svg").write_text(asyncio.run(drawn(PICTURES[name])), encoding="utf-8")
        print(f"{name}.svg", file=sys.stderr)


if __name__ == "__main__":
    os.environ.pop("NO_COLOR", None)
    draw(FOLDER, tuple(sys.argv[1:]) or shown())
