"""Whatever people write, every line of every screen is exactly as wide as the terminal, at any size."""

from __future__ import annotations

from itertools import cycle

import pytest
from msgspec.structs import replace
from rich.cells import cell_len
from textual.app import App

from tests.frontends.drivers import Room
from tests.frontends.tui.scenes import SCENES, finished_example, on
from tests.frontends.tui.stage import settled
from wizard.beginning import begun
from wizard.core.events import AnswerGiven, AnyEvent, NoteWritten
from wizard.core.flow.model import LongQuestion, TextQuestion
from wizard.workshop import Workshop

WORDS = (
    "Family 👨‍👩‍👧‍👦 of four 👩🏽‍🚀🏳️‍🌈",
    "مرحبا بالعالم والخبز الطازج",
    "面包店和餐馆的剩余面包收集服务",
    "Z̷̢̧̛a̴̧l̵̨g̸̢o e\u0301te\u0301 Ω≈ç√",
    "W" * 300,
    "[bold red]not markup[/] {{ 1/0 }} $accent %(x)s",
    "long " * 400,
    "ＦＵＬＬ ｗｉｄｔｈ" * 30,
    "\u200d\u200b\u2060\ufeff invisible \u202e backwards",
    "שלום",
)
SIZES = ((80, 24), (160, 48), (30, 8), (200, 60), (12, 3))


def widths(app: App[None]) -> set[int]:
    """How wide the lines of the screen are."""
    strips = app.screen._compositor.render_strips(app.size)  # Textual has no public way to the text
    return {cell_len(strip.text) for strip in strips} | {strip.cell_length for strip in strips}


def wild_example() -> tuple[Room, Workshop]:
    """The finished example, with words in it that terminals don't like."""
    room, workshop = finished_example()
    flow, words = workshop.loaded.flow, cycle(WORDS)

    def wild(event: AnyEvent) -> AnyEvent:
        if isinstance(event, NoteWritten):
            return replace(event, text=next(words))
        if isinstance(event, AnswerGiven) and isinstance(
            flow.question_at(event.place), TextQuestion | LongQuestion
        ):
            return replace(event, value=next(words))
        return event

    events = [wild(event) for action in workshop.state.actions for event in action.events]
    return room, begun(room.home.outside, workshop.loaded, None, events)


@pytest.mark.parametrize("name", SCENES)
async def test_every_line_is_as_wide_as_the_terminal_at_any_moment(name: str) -> None:
    async with on(SCENES[name], SIZES[0], *wild_example()) as (app, pilot):
        assert {SIZES[0][0]} == widths(app)
        for width, height in SIZES[1:]:
            await pilot.resize_terminal(width, height)
            await settled(pilot)

            assert {width} == widths(app)
