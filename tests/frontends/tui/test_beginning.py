"""The sheet before a new workshop: what a flow asks, which flow, and what is wrong with one."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import cache, partial
from pathlib import Path
from unittest.mock import patch

import pytest
from textual import events
from textual.content import Content
from textual.pilot import Pilot

from tests.frontends.drivers import Room
from tests.frontends.tui.stage import FLOW, SMALL, at_once, room, settled, shown, until
from wizard.adapters.flow_files import FlowFiles
from wizard.core.outline import DocumentOutline, Outline, StepOutline, outline
from wizard.core.problems import OutsideFailed, Problem, problem
from wizard.frontends.tui.app import WizardApp
from wizard.frontends.tui.screens.beginning import BeginningScreen
from wizard.frontends.tui.screens.home import HomeScreen
from wizard.frontends.tui.screens.planning import planned
from wizard.frontends.tui.screens.workshop import WorkshopScreen
from wizard.home import Home
from wizard.ports import LoadedFlow, Preferences

shipped = cache(FlowFiles().load)
"""A flow of ours, read once for all tests here."""


def read_once(home: Home, reference: str, language: str | None = None) -> LoadedFlow | tuple[Problem, ...]:
    is_ours = reference in home.outside.flows.shipped() and not (language or home.language)
    return shipped(reference) if is_ours else Home.load(home, reference, language)


@asynccontextmanager
async def sheet(at: Room, size: tuple[int, int] = SMALL) -> AsyncIterator[tuple[WizardApp, Pilot[None]]]:
    """The program with the sheet open above home."""
    if "load" not in vars(at.home):
        vars(at.home)["load"] = partial(read_once, at.home)
    app = WizardApp(at.home)
    async with app.run_test(size=size) as pilot:
        await pilot.press("n")
        await until(pilot, lambda: isinstance(app.screen, BeginningScreen) and "Reading" not in shown(app))
        yield app, pilot


async def file_named(pilot: Pilot[None], path: Path) -> None:
    """Give the path of a flow file."""
    await pilot.press("f")
    pilot.app.post_message(events.Paste(str(path)))
    await pilot.press("enter")
    await until(
        pilot, lambda: isinstance(pilot.app.screen, BeginningScreen) and "Reading" not in shown(pilot.app)
    )


@pytest.mark.parametrize("size", [SMALL, (60, 18)])
async def test_it_tells_what_is_asked_how_long_it_takes_and_what_comes_of_it_and_begins_nothing_yet(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    at = room(tmp_path)
    async with sheet(at, size) as (app, pilot):
        assert "Business model in seven steps" in shown(app)
        assert "7 steps · 18 questions · about 90 minutes" in shown(app)
        assert "enter begin  ↑↓ choose  f your own  esc leave it" in shown(app)
        told = shown(app)
        for _ in range(3):
            await pilot.press("pagedown")
            told += shown(app)

        assert re.search(r"5  Customer relationships .* 25 min", told)
        assert "You get  The canvas (canvas.md), The plan" in told
        await pilot.press("escape")

        assert isinstance(app.screen, HomeScreen)
        assert 1 == len(at.home.summaries())


async def test_a_flow_of_ones_own_is_shown_then_begun(tmp_path: Path) -> None:
    at = room(tmp_path)
    async with sheet(at) as (app, pilot):
        await file_named(pilot, tmp_path / "stall.yaml")
        assert "A market stall" in shown(app)
        assert "2 steps · 9 questions" in shown(app)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, WorkshopScreen))
        await settled(pilot)

        assert "What is it called?" in shown(app)


async def test_between_several_flows_one_walks_or_clicks(tmp_path: Path) -> None:
    async with sheet(room(tmp_path)) as (app, pilot):
        assert "› Business model in seven steps" in shown(app)
        await pilot.press("down", "down")
        assert "› Business model express" in shown(app)
        assert "7 steps · 9 questions · about 25 minutes" in shown(app)
        await pilot.click("#flows", offset=(5, 1))

        assert "› Customer relationships in 45 minutes" in shown(app)


@pytest.mark.parametrize("size", [SMALL, (60, 18)])
async def test_every_flow_is_reached_and_told_with_its_currency_and_keys(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    at = room(tmp_path)
    async with sheet(at, size) as (app, pilot):
        for id in at.home.outside.flows.shipped():
            loaded = shipped(id)
            assert isinstance(loaded, LoadedFlow)
            flow, plan = loaded.flow, outline(loaded.flow)
            takes = rf"{plan.minutes}\+" if plan.takes_more else plan.minutes
            assert re.search(rf"› {plan.title} +{takes} min", shown(app))
            assert f"{len(plan.steps)} steps · {plan.questions} questions" in shown(app)
            assert f"Amounts in {flow.file.currency}   c another currency" in shown(app)
            assert ("Asks in English   l another language" in shown(app)) == (len(loaded.languages) > 1)
            assert "enter begin  ↑↓ choose  f your own  esc leave it" in shown(app)
            await pilot.press("down")


async def test_the_first_flow_can_be_begun_before_the_others_are_read(tmp_path: Path) -> None:
    at = room(tmp_path)
    load, read = at.home.load, list[str]()

    def loaded(reference: str, language: str | None = None) -> LoadedFlow | tuple[Problem, ...]:
        read.append(reference)
        return load(reference, language)

    app = WizardApp(at.home)
    with patch.object(at.home, "load", loaded):
        async with app.run_test(size=SMALL) as pilot:
            at_once(app, "n", "enter")
            await until(pilot, lambda: isinstance(app.screen, WorkshopScreen))
            await settled(pilot)
            assert isinstance(app.screen, WorkshopScreen)

            assert "Business model in seven steps" == app.screen.walk.screen.flow
            assert len(at.home.outside.flows.shipped()) > len(read)


async def test_what_is_wrong_with_a_flow_is_told_with_its_place(tmp_path: Path) -> None:
    at = room(tmp_path)
    (tmp_path / "broken.yaml").write_text(
        FLOW.replace("title: The beginning", "titel: The beginning"), "utf-8"
    )
    async with sheet(at, (120, 36)) as (app, pilot):
        await file_named(pilot, tmp_path / "none.yaml")
        assert "■ none.yaml  can't be used yet" in shown(app)
        await file_named(pilot, tmp_path / "broken.yaml")
        assert "This flow can't be used as it is." in shown(app)
        assert "title?" in shown(app)  # the rest of the hint may stand on the line before
        await pilot.press("enter")
        assert not isinstance(app.screen, WorkshopScreen)
        await pilot.press("up", "up", "enter")
        await until(pilot, lambda: isinstance(app.screen, WorkshopScreen))


async def test_a_disk_that_fails_ends_nothing(tmp_path: Path) -> None:
    at = room(tmp_path)

    def failing(reference: str, _: str | None = None) -> None:
        raise OutsideFailed(problem("outside.cannot_read", path=reference, reason="the disk is gone"))

    with patch.object(at.home, "load", failing):
        async with sheet(at) as (app, pilot):
            assert "the disk is gone" in shown(app)
            await pilot.press("enter", "escape")

            assert isinstance(app.screen, HomeScreen)


def test_a_plan_fits_its_width() -> None:
    steps = (StepOutline("A " * 60, 15, 4, repeated=True, sometimes=True), StepOutline("面包房 " * 30, 0, 1))
    plan = Outline("T", "", steps, (DocumentOutline("a.md", ""),))
    for width in (24, 40, 72):
        lines = planned(plan, width).split("\n")
        about = [line for line in lines if "…" in line.plain]

        assert 2 == len(about)
        assert {width} >= {line.cell_length for line in about}
    assert isinstance(planned(plan, 40), Content)


class Memory:
    """Preferences that last as long as the test."""

    def __init__(self) -> None:
        self.kept = Preferences()

    def read(self) -> Preferences:
        return self.kept

    def keep(self, preferences: Preferences) -> None:
        self.kept = preferences


@pytest.mark.parametrize("size", [SMALL, (60, 18)])
async def test_the_currency_is_chosen_before_one_begins_and_remembered(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    at, kept = room(tmp_path), Memory()
    app = WizardApp(at.home, kept=kept)
    async with app.run_test(size=size) as pilot:
        await pilot.press("n")
        await until(pilot, lambda: "Amounts in EUR   c another currency" in shown(app))
        await pilot.click("#currency")
        await until(pilot, lambda: "GBP  Pound sterling" in shown(app))
        await pilot.press("down", "down", "enter")
        await until(pilot, lambda: "Amounts in GBP" in shown(app))
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, WorkshopScreen))

        assert isinstance(app.screen, WorkshopScreen)
        assert "GBP" == app.screen.walk.screen.currency
    assert Preferences(currency="GBP") == kept.kept


async def test_another_currency_is_typed_and_what_is_none_is_refused_there(tmp_path: Path) -> None:
    async with sheet(room(tmp_path)) as (app, pilot):
        await pilot.press("c", "end", "enter", *"kr", "enter")
        await until(pilot, lambda: "Write the currency in three letters, such as EUR." in shown(app))
        await pilot.press("backspace", "backspace", *"dkk", "enter")
        await until(pilot, lambda: "Amounts in DKK" in shown(app))
        await pilot.press("c", "escape")

        assert "Amounts in DKK" in shown(app)
