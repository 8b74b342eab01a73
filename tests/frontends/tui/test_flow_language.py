"""The language of a flow on the sheet before a new workshop: shown where there is a choice, and chosen."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from unittest.mock import patch

from textual.pilot import Pilot

from tests.frontends.drivers import Room
from tests.frontends.tui.stage import SMALL, shown, until
from tests.frontends.tui.test_beginning import sheet
from wizard.adapters.catalogue_gettext import catalogue
from wizard.adapters.flow_files import FlowFiles
from wizard.adapters.private_folder import PrivateFolder
from wizard.core.tongue import speak
from wizard.frontends.tui.app import WizardApp
from wizard.frontends.tui.screens.beginning import BeginningScreen
from wizard.frontends.tui.screens.flow_language import LanguageLine
from wizard.frontends.tui.screens.workshop import WorkshopScreen


@asynccontextmanager
async def only(
    flow: str, wanted: str = "", size: tuple[int, int] = SMALL
) -> AsyncIterator[tuple[WizardApp, Pilot[None]]]:
    """The sheet where this is the only flow. wanted: the language that the person asked for."""
    at = Room(flow)
    at.home.language = wanted
    with patch.object(FlowFiles, "shipped", return_value=(flow,)):
        async with sheet(at, size) as (app, pilot):
            yield app, pilot


async def test_a_flow_is_begun_in_the_language_that_was_chosen() -> None:
    async with only("express", size=(60, 18)) as (app, pilot):
        assert "Asks in English   l another language" in shown(app)
        await pilot.press("l")
        await until(pilot, lambda: "In which language?" in shown(app))
        assert "Deutsch" in shown(app)
        assert "Español" in shown(app)
        await pilot.press("down", "enter")
        await until(pilot, lambda: "Asks in Deutsch" in shown(app))
        assert "Geschäftsmodell in Kürze" in shown(app)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, WorkshopScreen))
        await until(pilot, lambda: "Wie heißt dein Vorhaben?" in shown(app))


async def test_a_click_asks_for_the_language_and_leaving_keeps_it() -> None:
    async with only("express") as (app, pilot):
        await pilot.click(LanguageLine)
        await until(pilot, lambda: "In which language?" in shown(app))
        await pilot.press("escape")
        await until(pilot, lambda: "In which language?" not in shown(app))
        assert "Asks in English" in shown(app)


async def test_a_flow_in_one_language_offers_no_other() -> None:
    async with only("value-fit", "es") as (app, pilot):
        assert "Asks in" not in shown(app)
        await pilot.press("l")
        await pilot.pause()
        assert isinstance(app.screen, BeginningScreen)


async def test_a_flow_that_asks_in_another_language_than_ours_says_so(tmp_path: Path) -> None:
    speak("de", catalogue("de", PrivateFolder(tmp_path / "cache")))
    at = Room("value-fit")
    at.home.language = "de"
    with patch.object(FlowFiles, "shipped", return_value=("value-fit",)):
        app = WizardApp(at.home)
        async with app.run_test(size=SMALL) as pilot:
            await pilot.press("n")
            await until(pilot, lambda: "Gefragt wird auf Englisch" in shown(app))
            assert "andere Sprache" not in shown(app)


async def test_the_sheet_begins_in_the_language_that_the_person_asked_for() -> None:
    async with only("express", "es-MX") as (app, _):
        assert "Asks in Español" in shown(app)
        assert "Modelo de negocio exprés" in shown(app)
