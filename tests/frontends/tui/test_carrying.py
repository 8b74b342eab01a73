"""Answers that go on: chosen on the sheet of a new workshop, told once, and noticed where others move on."""

from __future__ import annotations

from pathlib import Path
from unittest.mock import patch

import pytest

from tests.frontends.drivers import Room
from tests.frontends.tui.stage import FLOW, SMALL, elsewhere, room, settled, shown, stage, until
from wizard.core.intents import AddCard, GiveAnswer, Rename
from wizard.core.migrating import Migrated
from wizard.core.problems import Place
from wizard.frontends.tui.app import WizardApp
from wizard.frontends.tui.screens.beginning import BeginningScreen
from wizard.frontends.tui.screens.carrying import CarriedScreen, SourceScreen
from wizard.frontends.tui.screens.home import HomeScreen
from wizard.frontends.tui.screens.workshop import WorkshopScreen
from wizard.ports import LoadedFlow
from wizard.workshop import Workshop


def filled(folder: Path) -> Room:
    """A stall with two answers that the business model asks for too, and goods that it doesn't."""
    at = room(folder)
    at.workshop.send(GiveAnswer(Place("name"), "Green Corner"))
    at.workshop.send(AddCard("goods", {"name": "Pears"}))
    at.workshop.send(Rename("Green Corner"))
    return at


@pytest.mark.parametrize("size", [SMALL, (60, 18)])
async def test_the_workshop_at_hand_goes_on_in_another_flow_and_what_came_along_is_told_once(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    at = filled(tmp_path)
    app = WizardApp(at.home)
    async with app.run_test(size=size) as pilot:
        await until(pilot, lambda: "Green Corner" in shown(app))
        await pilot.press("c")
        await until(pilot, lambda: "With the answers of Green Corner" in shown(app))
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, CarriedScreen))
        await settled(pilot)
        assert "What is it called? “Green Corner”" in shown(app)
        assert "What do you sell? of “Pears”" in shown(app)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, WorkshopScreen))
        assert 2 == len(at.home.summaries())
        app.go_home()
        await until(pilot, lambda: isinstance(app.screen, HomeScreen))
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, WorkshopScreen))
        await settled(pilot)

        assert isinstance(app.screen, WorkshopScreen)


async def test_a_source_is_found_by_its_letters_chosen_and_let_go_again(tmp_path: Path) -> None:
    at = filled(tmp_path)
    app = WizardApp(at.home)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("n")
        await until(pilot, lambda: "begin with the answers of another workshop" in shown(app))
        await pilot.press("a")
        await until(pilot, lambda: isinstance(app.screen, SourceScreen))
        assert "No answers" not in shown(app)
        await pilot.press("x", "q")
        await until(pilot, lambda: "No name fits" in shown(app))
        await pilot.press("backspace", "backspace", *"corn", "enter")
        await until(pilot, lambda: isinstance(app.screen, BeginningScreen))
        assert "With the answers of Green Corner" in shown(app)
        await pilot.press("a")
        await until(pilot, lambda: "No answers" in shown(app))
        await pilot.press("up", "enter")
        await until(pilot, lambda: isinstance(app.screen, BeginningScreen))
        assert "begin with the answers of another workshop" in shown(app)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, WorkshopScreen))
        await settled(pilot)

        assert isinstance(app.screen, WorkshopScreen)
        assert {} == app.screen.walk.workshop.state.answers


async def test_without_any_workshop_nothing_is_said_of_answers(tmp_path: Path) -> None:
    at = room(tmp_path)
    at.home.delete(at.workshop.id)
    app = WizardApp(at.home)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("n")
        await until(pilot, lambda: "enter begin" in shown(app))
        await pilot.press("a")
        await settled(pilot)

        assert isinstance(app.screen, BeginningScreen)
        assert "answers of" not in shown(app)


NEWER = FLOW.replace(
    "flow: stall", "flow: stall\nversion: 2\nmigrate: [{to: 2, rename: {story: tale}}]"
).replace("id: story", "id: tale")


def moved(at: Room, workshop: Workshop, folder: Path, text: str = NEWER) -> None:
    """Move it to a newer version, as another terminal would."""
    file = folder / "newer.yaml"
    file.write_text(text, encoding="utf-8")
    loaded = at.home.load(str(file))
    assert isinstance(loaded, LoadedFlow), loaded
    assert isinstance(workshop.upgrade(loaded), Migrated)


async def test_what_is_being_typed_survives_that_somebody_moves_the_workshop_on(tmp_path: Path) -> None:
    at = room(tmp_path)
    async with stage(at, at="story") as person:
        await person.press(*"Once")
        moved(at, elsewhere(at), tmp_path)
        await until(person.pilot, lambda: "Your unfinished text is back." in shown(person.app))
        assert "Once" in shown(person.app)
        assert Place("tale") == at.workshop.here.place
        await person.press(*" more", "enter")
        await until(person.pilot, lambda: Place("rent") == at.workshop.here.place)

    assert "Once more" == elsewhere(at).state.answers[Place("tale")]


async def test_a_question_that_is_another_kind_now_is_shown_as_that(tmp_path: Path) -> None:
    at = room(tmp_path)
    kind = "type: choice, ask: How did it begin?, options: {well: Well, badly: Badly}}"
    text = (
        FLOW.replace("flow: stall", "flow: stall\nversion: 2")
        .replace(
            "id: story\n        type: long\n        ask: How did it begin?\n"
            "        rules: [{when: this|wordcount > 4, say: Four words will do.}]",
            "{id: story, " + kind,
        )
        .replace("- {id: story", "- {id: story")
    )
    async with stage(at, at="story") as person:
        await person.press(*"Once")
        moved(at, elsewhere(at), tmp_path, text)
        await until(person.pilot, lambda: "Badly" in shown(person.app))
        await person.press("down", "enter")
        await settled(person.pilot)

    assert elsewhere(at).state.answers[Place("story")] in ("well", "badly")


async def test_that_there_is_a_newer_version_is_told_once(tmp_path: Path) -> None:
    at = room(tmp_path)
    flows = at.home.outside.flows
    with patch.object(type(flows), "version", lambda _, flow: "3" if flow == "stall" else None):
        for times in (1, 0):
            at.workshop = workshop = elsewhere(at)
            with patch.object(WizardApp, "notify") as told:
                async with stage(at) as person:
                    await settled(person.pilot)
            assert times == told.call_count
            if times:
                assert f"Move to it with: canvas-wizard upgrade {workshop.id}" == told.call_args.args[0]
                assert "Version 3 of this flow is there" == told.call_args.kwargs["title"]
