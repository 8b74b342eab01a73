"""Every screen there is, and how one gets to it in the finished example."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import NamedTuple

from textual.pilot import Pilot

from tests.frontends.drivers import FOLDER, Room
from tests.frontends.tui.stage import settled
from wizard.core.problems import Place
from wizard.core.where import END, Stop
from wizard.frontends.tui.app import WizardApp
from wizard.imports import example_workshop
from wizard.workshop import Workshop

SIZES = ((80, 24), (120, 36), (160, 48))


class Scene(NamedTuple):
    """at: where the finished example stands; None: at home. keys: what is pressed there."""

    at: Stop | Place | None
    keys: tuple[str, ...] = ()


SCENES = {
    "home": Scene(None),
    "text": Scene(Place("name")),
    "choice": Scene(Place("stage")),
    "cards": Scene(Place("channels")),
    "card": Scene(Place("channels"), ("up", "enter")),
    "table": Scene(Place("relationships")),
    "review": Scene(Stop("channels")),
    "end": Scene(END),
    "board": Scene(Place("channels"), ("f2",)),
    "documents": Scene(Place("channels"), ("f3",)),
    "coach": Scene(Place("channels"), ("f4",)),
    "numbers": Scene(Place("channels"), ("f2", "n", *["down"] * 7)),
    "moves": Scene(Place("channels"), ("f2", "n", *["down"] * 7, "m")),
    "history": Scene(Place("channels"), ("ctrl+p", *"history", "enter")),
    "learn": Scene(Place("channels"), ("f1",)),
    "help": Scene(Place("channels"), ("f10",)),
    "steps": Scene(Place("channels"), ("f9",)),
    "note": Scene(Place("name"), ("f5",)),
}


def finished_example() -> tuple[Room, Workshop]:
    """The shipped flow with every question answered, in memory."""
    room = Room("business-model")
    room.home.delete(room.workshop.id)
    path = room.home.outside.flows.example("business-model")
    assert path is not None
    workshop = example_workshop(room.home, path)
    assert isinstance(workshop, Workshop)
    return room, workshop


@asynccontextmanager
async def on(
    scene: Scene, size: tuple[int, int], room: Room | None = None, workshop: Workshop | None = None
) -> AsyncIterator[tuple[WizardApp, Pilot[None]]]:
    """The program at a scene. room, workshop: another one than the finished example."""
    if room is None or workshop is None:
        room, workshop = finished_example()
    if scene.at is not None:
        assert workshop.jump(scene.at)
    shown = workshop if scene.at is not None else None
    app = WizardApp(room.home, workshop=shown, out=FOLDER, clock=lambda: 0.0)
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        for key in scene.keys:
            await pilot.press(key)
            await settled(pilot)
        yield app, pilot
