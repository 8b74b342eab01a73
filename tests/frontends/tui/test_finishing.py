"""The end of a workshop on the full screen: finishing, and where the documents go."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from msgspec.structs import replace

from tests.frontends.drivers import FOLDER, Room
from tests.frontends.tui.driver import TuiDriver
from tests.frontends.tui.stage import SMALL, WIDE, room, shown, stage
from wizard.core.intents import AddCard, GiveAnswer, Pass
from wizard.core.problems import Place
from wizard.core.screen import FindingView
from wizard.core.where import END
from wizard.frontends.tui.screens.asking import ConfirmScreen, TextScreen
from wizard.frontends.tui.screens.overlays import unfinished_business
from wizard.frontends.tui.screens.workshop import WorkshopScreen

FLOW = """
flow: stall
title: A market stall
name_from: name
steps:
  - id: begin
    title: The beginning
    ask:
      - {id: name, ask: What is it called?, required: true}
      - {id: story, type: long, ask: How did it begin?}
      - id: goods
        type: cards
        ask: What do you sell?
        fields: [{id: name, ask: Name}, {id: price, ask: Price}]
coach:
  - id: unpriced
    each: good in goods
    when: good.price is not defined
    severity: warn
    about: [goods]
    say: "What does {{ good.name }} cost?"
documents:
  - {file: canvas.md, template: canvas.md.j2}
"""


def named(folder: Path) -> Room:
    """A stall that may be finished, with two questions open."""
    (folder / "canvas.md.j2").write_text("# {{ name }}", encoding="utf-8")
    at = room(folder, FLOW)
    at.workshop.send(GiveAnswer(Place("name"), "Green"))
    return at


def complete(folder: Path) -> Room:
    """A stall in which nothing is open."""
    at = named(folder)
    at.workshop.send(Pass(Place("story")))
    at.workshop.send(Pass(Place("goods")))
    return at


@asynccontextmanager
async def at_the_end(at: Room, size: tuple[int, int] = SMALL) -> AsyncIterator[TuiDriver]:
    async with stage(at, size) as person:
        await person.press("f9", "end", "enter")
        assert END == at.workshop.here
        yield person


async def test_finishing_asks_for_the_folder_and_says_where_everything_is(tmp_path: Path) -> None:
    at = complete(tmp_path)
    async with at_the_end(at, WIDE) as person:
        await person.press("enter")
        assert isinstance(person.app.screen, TextScreen)
        assert not at.workshop.state.finished
        await person.press("enter")

        assert at.workshop.state.finished
        assert ["canvas.md"] == list(at.written)
        told = " ".join(line[29:77].strip("│ ") for line in shown(person.app).split("\n")[1:8])
        assert f"Written to {Path(FOLDER).absolute()}: canvas.md".replace(" ", "") in told.replace(" ", "")


async def test_whoever_leaves_the_folder_open_has_not_finished(tmp_path: Path) -> None:
    at = complete(tmp_path)
    async with at_the_end(at) as person:
        await person.press("enter", "escape")

        assert isinstance(person.app.screen, WorkshopScreen)
        assert not at.workshop.state.finished
        assert {} == at.written


async def test_where_much_is_open_finishing_is_asked_for_twice(tmp_path: Path) -> None:
    at = named(tmp_path)
    at.workshop.send(AddCard("goods", {"name": "Apples"}))
    async with at_the_end(at) as person:
        await person.press("enter")
        assert isinstance(person.app.screen, ConfirmScreen)
        assert "1 question is open and the coach has 1 point. Finish all the" in shown(person.app)
        await person.press("enter")
        assert isinstance(person.app.screen, WorkshopScreen)
        await person.press("home", "enter", "up", "enter", "enter")

        assert at.workshop.state.finished


def test_the_coach_counts_as_many_points_at_the_end_as_everywhere(tmp_path: Path) -> None:
    at = named(tmp_path)
    at.workshop.jump(END)
    view = at.workshop.screen()
    warn, tip = FindingView(id="a", severity="warn", text="A"), FindingView(id="b", severity="tip", text="B")
    done = tuple(replace(step, done=step.total) for step in view.steps)
    said = [
        unfinished_business(replace(view, steps=done, findings=found))
        for found in ((tip,), (warn,), (warn, tip, tip))
    ]
    assert [
        "",
        "The coach has 1 point. Finish all the same?",
        "The coach has 3 points, 1 of them worth a look. Finish all the same?",
    ] == said


async def test_what_stands_in_the_way_of_finishing_is_said(tmp_path: Path) -> None:
    async with stage(room(tmp_path), WIDE) as person:
        await person.press("f9", "end", "enter", "enter")

        assert "This one is needed: the rest builds on it." in shown(person.app)
        assert not person.workshop.state.finished


async def test_a_document_that_was_changed_by_hand_is_left_alone(tmp_path: Path) -> None:
    at = complete(tmp_path)
    at.edited_by_hand = ("there/canvas.md",)
    async with at_the_end(at) as person:
        await person.press("enter", "enter")
        told = " ".join(line.strip(" │") for line in shown(person.app).split("\n"))
        assert "canvas.md was changed by hand since it was written. Write over it?" in " ".join(told.split())
        assert "--force" not in told
        await person.press("enter")

        assert "Left alone: canvas.md" in shown(person.app)
        assert {} == at.written


async def test_a_document_that_was_changed_by_hand_is_written_over_when_they_say_so(tmp_path: Path) -> None:
    at = complete(tmp_path)
    at.edited_by_hand = ("there/canvas.md",)
    async with at_the_end(at) as person:
        await person.press("enter", "enter", "up", "enter")

        assert ["canvas.md"] == list(at.written)
        assert "Written to" in shown(person.app)
