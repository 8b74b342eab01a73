"""Terminals with little room, and names with no end: the box in which one answers is always in view."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.content import Content

from tests.frontends.tui.driver import TuiDriver
from tests.frontends.tui.stage import FLOW, SMALL, room, shown, stage
from wizard.core.intents import AddCard, GiveAnswer
from wizard.core.problems import Place
from wizard.core.screen import ReviewLine
from wizard.core.where import Stop
from wizard.frontends.tui.app import WizardApp
from wizard.frontends.tui.widgets.heading import shortened
from wizard.frontends.tui.widgets.tasks import review_line

LONG = "Green Corner " * 230
TALKATIVE = FLOW.replace(
    "examples: {good: Green Corner, weak: My stall}",
    f"help: {'A name that people can say. ' * 12}\n        "
    f"examples: {{good: {'Green Corner ' * 20}, weak: {'My stall ' * 20}}}",
).replace("ask: How did it begin?", 'ask: "How did {{ name }} begin?"')


def box_is_in_view(person: TuiDriver) -> bool:
    """Whether all of the box with the focus can be seen."""
    assert person.app.focused is not None
    place = person.screen.find_widget(person.app.focused)
    return place.region.area > 0 and place.visible_region == place.region


@pytest.mark.parametrize("size", [SMALL, (60, 18), (40, 12)])
@pytest.mark.parametrize("question", ["name", "story", "rent", "level", "days", "mood", "goods"])
async def test_the_box_is_in_view(tmp_path: Path, size: tuple[int, int], question: str) -> None:
    at = room(tmp_path, TALKATIVE)
    if question != "name":
        at.workshop.send(GiveAnswer(Place("name"), LONG))
    at.workshop.send(AddCard("goods", {"name": "Apples"}))
    async with stage(at, size, at=question) as person:
        assert box_is_in_view(person), shown(person.app)


@pytest.mark.parametrize("size", [SMALL, (80, 22), (60, 18), (40, 12)])
async def test_the_box_is_in_view_when_one_comes_from_elsewhere(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    """Also where it is the box that had the cursor before, which no change of focus brings into view."""
    async with stage(room(tmp_path, TALKATIVE), size, at="rent") as person:
        await person.press("escape", "escape")
        assert Place("name") == person.workshop.here.place

        assert box_is_in_view(person), shown(person.app)


@pytest.mark.parametrize("size", [SMALL, (60, 18), (40, 12)])
async def test_the_box_of_a_field_is_in_view(tmp_path: Path, size: tuple[int, int]) -> None:
    at = room(tmp_path)
    at.workshop.send(AddCard("goods", {"name": LONG}))
    async with stage(at, size, at="goods") as person:
        await person.press("up", "enter", "tab")

        assert box_is_in_view(person), shown(person.app)


async def test_what_there_is_no_room_for_is_one_key_away(tmp_path: Path) -> None:
    async with stage(room(tmp_path), (60, 18)) as person:
        assert "My stall" not in shown(person.app)
        await person.press("f1")

        assert "✗ weak: My stall" in shown(person.app)


@pytest.mark.parametrize("size", [(39, 24), (80, 11)])
async def test_too_little_room_is_said_and_nothing_is_lost(tmp_path: Path, size: tuple[int, int]) -> None:
    async with stage(room(tmp_path)) as person:
        await person.press(*"Gre")
        await person.pilot.resize_terminal(*size)
        await person.pilot.pause()
        assert "This needs 40 columns and 12 lines." == shown(person.app).strip()
        await person.press(*"en")
        await person.pilot.resize_terminal(*SMALL)
        await person.pilot.pause()

        assert "Green" == person.screen.desk.pane.editor.raw


async def test_the_box_is_in_view_after_the_room_has_shrunk(tmp_path: Path) -> None:
    async with stage(room(tmp_path, TALKATIVE), (120, 40)) as person:
        await person.press("enter")
        for size in (SMALL, (72, 22), (40, 12)):
            await person.pilot.resize_terminal(*size)
            await person.pilot.pause()

            assert box_is_in_view(person), shown(person.app)


async def test_home_says_too_that_it_needs_more_room(tmp_path: Path) -> None:
    app = WizardApp(room(tmp_path).home)
    async with app.run_test(size=(39, 24)) as pilot:
        await pilot.pause()
        assert "This needs 40 columns and 12 lines." == shown(app).strip()


async def test_home_shows_the_workshop_at_hand_in_little_room(tmp_path: Path) -> None:
    at = room(tmp_path)
    for number in range(12):
        at.home.start(at.workshop.loaded, name=f"Stall {number}")
    app = WizardApp(at.home)
    async with app.run_test(size=(40, 12)) as pilot:
        await pilot.press("end")
        assert f"▶ {at.home.summaries()[-1].name}" in shown(app)
        await pilot.press("home")

        assert "New workshop" in shown(app)


def test_an_endless_answer_leaves_room_for_the_others_in_the_review() -> None:
    line = ReviewLine(stop=Stop("begin"), ask="What is it called?", status="answered", lines=("x" * 3000,))

    assert len(review_line(line).plain) < 700


def test_a_question_has_three_lines_at_most() -> None:
    assert ["one", "two", "thr…"] == [line.plain for line in shortened(Content("one two three four"), 4)]
    assert ["one two"] == [line.plain for line in shortened(Content("one two"), 9)]
