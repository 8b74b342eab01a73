"""The home screen: beginning, continuing, deleting, the finished example."""

from __future__ import annotations

from pathlib import Path
from unittest.mock import patch

import pytest

from tests.frontends.drivers import Room
from tests.frontends.tui.stage import SMALL, WIDE, room, shown, until
from wizard.core.problems import OutsideFailed, problem
from wizard.frontends.tui.app import WizardApp
from wizard.frontends.tui.screens.home import HomeScreen
from wizard.frontends.tui.screens.workshop import WorkshopScreen


@pytest.mark.parametrize("size", [SMALL, WIDE])
async def test_a_newcomer_types_an_answer_within_two_keys(size: tuple[int, int]) -> None:
    at = Room("business-model")
    at.home.delete(at.workshop.id)
    app = WizardApp(at.home)
    async with app.run_test(size=size) as pilot:
        assert "New workshop" in shown(app)
        assert "Finished example" in shown(app)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, WorkshopScreen))
        await pilot.press(*"Green")

        assert "What is the venture called?" in shown(app)
        assert "Green" in shown(app)


async def test_the_last_workshop_is_continued_with_enter(tmp_path: Path) -> None:
    at = room(tmp_path)
    app = WizardApp(at.home)
    async with app.run_test(size=SMALL) as pilot:
        assert "Continue Untitled  The beginning · 0 % · just now" in shown(app)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, WorkshopScreen))

        assert "What is it called?" in shown(app)


async def test_a_deleted_workshop_can_be_brought_back(tmp_path: Path) -> None:
    app = WizardApp(room(tmp_path).home)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("delete")
        assert "Untitled is deleted. ctrl+z brings it back." in shown(app)
        assert "Continue" not in shown(app)
        await pilot.press("ctrl+z")

        assert "Continue Untitled" in shown(app)


async def test_the_finished_example_is_full() -> None:
    at = Room("business-model")
    at.home.delete(at.workshop.id)
    app = WizardApp(at.home)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("down", "enter")
        await until(pilot, lambda: isinstance(app.screen, WorkshopScreen))

        assert "Bread Again" in shown(app)
        assert "100 %" in shown(app)
        assert "1/" in shown(app)
        assert "What is the venture called?" in shown(app)


async def test_the_finished_example_is_there_once() -> None:
    """Going home and choosing it again opens the same one, where it was left."""
    at = Room("business-model")
    at.home.delete(at.workshop.id)
    app = WizardApp(at.home)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("down", "enter")
        await until(pilot, lambda: isinstance(app.screen, WorkshopScreen))
        await pilot.press("enter", "escape", "escape")
        await until(pilot, lambda: isinstance(app.screen, HomeScreen))
        await pilot.press("home", "down", "enter")
        await until(pilot, lambda: isinstance(app.screen, WorkshopScreen))

        assert ["Bread Again"] == [summary.name for summary in at.home.summaries()]


async def test_a_store_that_fails_is_said(tmp_path: Path) -> None:
    at = room(tmp_path)

    def gone() -> None:
        raise OutsideFailed(problem("outside.store_damaged", path="workshops.db"))

    with patch.object(at.home.outside.store, "summaries", gone):
        app = WizardApp(at.home)
        async with app.run_test(size=SMALL):
            assert "The store workshops.db is damaged" in shown(app)


async def test_quitting_at_home_ends_well(tmp_path: Path) -> None:
    app = WizardApp(room(tmp_path).home)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("q")

    assert 0 == app.return_code
    assert [] == app.last_words()
