"""Keys that arrive all at once, as they do over a slow line."""

from __future__ import annotations

from pathlib import Path

from tests.frontends.drivers import Room
from tests.frontends.tui.stage import at_once, room, stage, until
from wizard.core.intents import AddCard
from wizard.core.problems import Place


async def test_each_answer_lands_in_its_own_question(tmp_path: Path) -> None:
    at = room(tmp_path)
    async with stage(at) as person:
        at_once(person.app, *"Green", "enter", *"chance", "enter", *"900", "enter", "down", "enter")
        await until(person.pilot, lambda: at.workshop.here.place == Place("days"))

    wanted = {"name": "Green", "story": "chance", "rent": "900", "level": "high"}
    assert {Place(question): raw for question, raw in wanted.items()} == dict(at.workshop.state.answers)


async def test_cards_are_added_as_fast_as_one_can_type(tmp_path: Path) -> None:
    at = room(tmp_path)
    async with stage(at, at="goods") as person:
        at_once(person.app, *"Pears", "enter", *"Plums", "enter", *"Figs", "enter", "enter")
        await until(person.pilot, lambda: at.workshop.here.place == Place("pairs"))

    assert ["Pears", "Plums", "Figs"] == [str(name) for name in at.workshop.state.answers.values()]


async def test_what_is_typed_for_a_note_goes_into_the_note(tmp_path: Path) -> None:
    at = room(tmp_path)
    async with stage(at, at="story") as person:
        at_once(person.app, "f5", *"why", "enter", *"chance", "enter")
        await until(person.pilot, lambda: at.workshop.here.place == Place("rent"))

    assert {Place("story"): "why"} == dict(at.workshop.state.notes)
    assert "chance" == at.workshop.state.answers[Place("story")]


async def test_letters_and_arrows_stay_in_their_order(tmp_path: Path) -> None:
    async with stage(room(tmp_path)) as person:
        at_once(person.app, "a", "b", "left", "c", "d", "backspace", "e", "end", "f")
        box = person.screen.desk.pane.editor.box
        assert box is not None
        await until(person.pilot, lambda: str(box.raw).endswith("f"))

        assert "acebf" == box.raw


async def test_digits_and_arrows_fill_the_cells_that_they_are_meant_for(tmp_path: Path) -> None:
    at = room(tmp_path)
    for name in ("Apples", "Bread"):
        at.workshop.send(AddCard("goods", {"name": name}))
    async with stage(at, at="demand") as person:
        at_once(person.app, "1", "right", "2", "down", "3", "left", "0")
        await until(person.pilot, lambda: len(cells(at)) == 4)

    assert ["1", "2", "0", "3"] == cells(at)


def cells(at: Room) -> list[str]:
    """What is in the grid, row by row."""
    view = at.workshop.screen().question
    assert view is not None
    return [cell.raw for cell in view.cells if cell.raw]
