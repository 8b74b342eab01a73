"""Whatever keys are pressed, nothing breaks, every line fits, and what is kept can be read again."""

from __future__ import annotations

import os
import random

import pytest
from textual import events
from textual.pilot import OutOfBounds

from tests.frontends.tui.scenes import Scene, on
from tests.frontends.tui.test_any_words import WORDS, widths, wild_example
from wizard.core.problems import Place
from wizard.workshop import Workshop

KEYS = (
    *("enter",) * 12, *("down",) * 6, *("up",) * 6, *("escape",) * 4, *("tab",) * 3, "shift+tab",
    "left", "right", "space", "backspace", "delete", "home", "end", "pageup", "pagedown", "alt+up",
    "alt+down", *(f"f{number}" for number in range(1, 11)), "ctrl+z", "ctrl+y", "ctrl+o", "ctrl+p",
    *"123abdmgnorsuwz/?+",
)  # fmt: skip
SIZES = ((80, 24), (120, 36), (160, 48), (61, 19), (20, 6))
ROUNDS = int(os.environ.get("ROUNDS", "1"))
STEPS = 80


@pytest.mark.parametrize("seed", range(ROUNDS))
async def test_no_keys_end_the_program(seed: int) -> None:
    """More of them: ROUNDS=100 python -m pytest tests/frontends/tui/test_any_keys.py"""
    dice = random.Random(seed)
    room, workshop = wild_example()
    room.folder = ""  # what is typed at random may become the name of one
    start = dice.choice(workshop.stops())
    async with on(Scene(start.place or Place("name")), (80, 24), room, workshop) as (app, pilot):
        for _ in range(STEPS):
            match dice.randrange(40):
                case 0:
                    await pilot.resize_terminal(*dice.choice(SIZES))
                case 1:
                    app.post_message(events.Paste("\n".join(dice.sample(WORDS, dice.randrange(1, 4)))))
                case 2 | 3:
                    at = dice.randrange(app.size.width), dice.randrange(app.size.height)
                    try:
                        await pilot.click(offset=at)
                    except OutOfBounds:  # another screen has come up meanwhile
                        continue
                case _:
                    await pilot.press(dice.choice(KEYS))
            if app.return_code is not None:  # some keys do quit
                break
        await pilot.pause()
        assert app.return_code in (None, 0)
        assert app.return_code == 0 or {app.size.width} == widths(app)
    again = Workshop.opened(room.home.outside, workshop.id)
    assert isinstance(again, Workshop)
    assert workshop.state.answers == again.state.answers
