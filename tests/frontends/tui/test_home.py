"""The home screen: beginning, continuing, what is done to workshops there, the finished example."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from unittest.mock import patch

import pytest
from msgspec.structs import replace
from textual.content import Content
from textual.pilot import Pilot
from textual.widgets import Static

from tests.frontends.drivers import Room
from tests.frontends.tui.stage import SMALL, WIDE, at_once, elsewhere, room, settled, shown, until
from wizard.core.intents import Rename
from wizard.core.problems import OutsideFailed, problem
from wizard.frontends.tui.app import WizardApp
from wizard.frontends.tui.screens.home import HomeScreen
from wizard.frontends.tui.screens.workshop import WorkshopScreen


@asynccontextmanager
async def home(at: Room, size: tuple[int, int] = SMALL) -> AsyncIterator[tuple[WizardApp, Pilot[None]]]:
    """The program at home."""
    app = WizardApp(at.home)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield app, pilot


def named(at: Room, *names: str) -> None:
    """More workshops of these names."""
    for name in names:
        at.home.start(at.workshop.loaded, name=name)


def names(at: Room) -> list[str]:
    return sorted(summary.name for summary in at.home.summaries())


def said(app: WizardApp) -> str:
    content = app.screen.query_one("#home-said", Static).content
    assert isinstance(content, Content)
    return content.plain


async def clicked(pilot: Pilot[None], text: str) -> None:
    """Click on the first place where the screen says this."""
    lines = shown(pilot.app).split("\n")
    at = next((line.index(text), y) for y, line in enumerate(lines) if text in line)
    await pilot.click(offset=at)


def newcomer() -> Room:
    at = Room("business-model")
    at.home.delete(at.workshop.id)
    return at


# Beginning


@pytest.mark.parametrize("size", [WIDE, (60, 18)])
async def test_a_newcomer_sees_one_choice_and_types_an_answer_within_two_keys(size: tuple[int, int]) -> None:
    async with home(newcomer(), size) as (app, pilot):
        assert "From an idea to a business model" in shown(app)
        assert "▶ Begin your business model" in shown(app)
        assert "Finished example" not in shown(app)
        assert "enter begin  e example  q quit  ctrl+p all" in shown(app)
        at_once(app, "enter", "enter", *"Green")
        await until(pilot, lambda: isinstance(app.screen, WorkshopScreen))
        await settled(pilot)

        assert "What is the venture called?" in shown(app)
        assert "│ Green" in shown(app)


async def test_one_begins_with_the_mouse_too() -> None:
    async with home(newcomer()) as (app, pilot):
        await clicked(pilot, "Begin your business model")
        await until(pilot, lambda: "7 steps" in shown(app))
        await clicked(pilot, "enter begin")
        await until(pilot, lambda: isinstance(app.screen, WorkshopScreen))


async def test_a_new_workshop_beside_others_begins_with_n(tmp_path: Path) -> None:
    at = room(tmp_path)
    async with home(at) as (app, pilot):
        assert "New workshop" in shown(app)
        assert "Finished example" in shown(app)
        await pilot.press("n")
        await until(pilot, lambda: "Business model in seven steps" in shown(app))
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, WorkshopScreen))

    assert 2 == len(at.home.summaries())


async def test_the_finished_example_is_full_and_there_once() -> None:
    """Going home and choosing it again opens the same one, where it was left."""
    at = newcomer()
    async with home(at, WIDE) as (app, pilot):
        await pilot.press("e")
        await until(pilot, lambda: isinstance(app.screen, WorkshopScreen))
        await settled(pilot)
        assert "Bread Again" in shown(app)
        assert "100 %" in shown(app)
        assert "What is the venture called?" in shown(app)
        await pilot.press("enter", "escape", "escape")
        await until(pilot, lambda: isinstance(app.screen, HomeScreen))
        await pilot.press("home", "down", "enter")
        await until(pilot, lambda: isinstance(app.screen, WorkshopScreen))

        assert ["Bread Again"] == names(at)


# Going on


async def test_the_last_workshop_is_at_hand_and_continued_with_enter(tmp_path: Path) -> None:
    at = room(tmp_path)
    async with home(at) as (app, pilot):
        line = next(line for line in shown(app).split("\n") if "Untitled" in line)
        assert ["▶", "Untitled", "The", "beginning", "──────", "0", "%", "just", "now"] == line.split()[1:-1]
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, WorkshopScreen))
        await settled(pilot)

        assert "What is it called?" in shown(app)


async def test_a_click_on_a_workshop_opens_it(tmp_path: Path) -> None:
    at = room(tmp_path)
    named(at, "Pears", "Plums")
    async with home(at) as (app, pilot):
        await clicked(pilot, "Pears")
        await until(pilot, lambda: isinstance(app.screen, WorkshopScreen))
        await settled(pilot)

        assert "Pears" in shown(app).split("\n")[0]


async def test_one_comes_home_to_the_workshop_that_one_left(tmp_path: Path) -> None:
    at = room(tmp_path)
    named(at, "Pears", "Plums")
    async with home(at) as (app, pilot):
        await clicked(pilot, "Untitled")
        await until(pilot, lambda: isinstance(app.screen, WorkshopScreen))
        await settled(pilot)
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, HomeScreen))

        assert "▶ Untitled" in shown(app)


async def test_what_another_program_changes_is_in_the_list_soon(tmp_path: Path) -> None:
    at = room(tmp_path)
    named(at, "Pears")
    async with home(at) as (app, pilot):
        await pilot.press("end")
        assert "▶ Pears" in shown(app) or "▶ Untitled" in shown(app)
        mine = "Pears" if "▶ Pears" in shown(app) else "Untitled"
        elsewhere(at).send(Rename("Figs"))
        await until(pilot, lambda: "Figs" in shown(app))

        assert f"▶ {'Figs' if mine == 'Untitled' else mine}" in shown(app)


async def test_several_flows_are_told_apart(tmp_path: Path) -> None:
    at = room(tmp_path)
    loaded = at.home.load("business-model")
    assert not isinstance(loaded, tuple)
    at.home.start(loaded)
    async with home(at, WIDE) as (app, _):
        assert "Business model" in shown(app)
        assert "Stall" in shown(app)


# Many


async def test_typing_narrows_the_list_and_esc_shows_all(tmp_path: Path) -> None:
    at = room(tmp_path)
    named(at, *(f"Stall {number}" for number in range(12)), "Night bakery", "Café Noir")
    async with home(at) as (app, pilot):
        assert "15 workshops" in shown(app)
        at_once(app, "slash", *"cafe")
        await until(pilot, lambda: "1 of 15 workshops" in shown(app))
        assert "▶ Café Noir" in shown(app)
        await pilot.press("escape")
        assert "15 workshops" in shown(app)
        assert "▶ Café Noir" in shown(app)
        await pilot.press("home")

        assert "▶ New workshop" in shown(app)


async def test_what_was_found_opens_with_enter(tmp_path: Path) -> None:
    at = room(tmp_path)
    named(at, "Plums", "Pears", "Pines")
    async with home(at) as (app, pilot):
        await pilot.press("slash", "p", "e", "enter")
        await until(pilot, lambda: isinstance(app.screen, WorkshopScreen))
        await settled(pilot)

        assert "Pears" in shown(app).split("\n")[0]


async def test_arrows_walk_through_what_was_found_and_tab_leads_there(tmp_path: Path) -> None:
    at = room(tmp_path)
    named(at, "Plums", "Pears", "Pines")
    async with home(at) as (app, pilot):
        await pilot.press("slash", "p", "down", "down", "up", "tab", "delete")
        gone = {"Plums", "Pears", "Pines"} - set(names(at))

        assert 1 == len(gone)
        assert f"{gone.pop()} is deleted." in said(app)


async def test_a_search_that_finds_nothing_says_so_and_keeps_what_was_typed(tmp_path: Path) -> None:
    async with home(room(tmp_path)) as (app, pilot):
        await pilot.press("slash", *"zz", "enter")

        assert "No name fits" in shown(app)
        assert "zz" in shown(app)


async def test_five_hundred_workshops_are_walked_through(tmp_path: Path) -> None:
    at = room(tmp_path)
    first = at.home.summaries()[0]
    many = [replace(first, id=f"w{number}", name=f"Stall {number}") for number in range(500)]
    with patch.object(at.home.outside.store, "summaries", lambda: many):
        async with home(at) as (app, pilot):
            await pilot.press("end")
            assert f"▶ {many[-1].name}" in shown(app)
            await pilot.press("pageup", "up")
            assert "▶" in shown(app)
            assert f"▶ {many[-1].name}" not in shown(app)
            await pilot.press("home")

            assert "▶ New workshop" in shown(app)


# What is done to a workshop


async def test_a_deleted_workshop_can_be_brought_back(tmp_path: Path) -> None:
    async with home(room(tmp_path)) as (app, pilot):
        await pilot.press("delete")
        assert "Untitled is deleted. ctrl+z takes it back." == said(app)
        assert "Begin your business model" in shown(app)
        await pilot.press("ctrl+z")

        assert "▶ Untitled" in shown(app)


async def test_a_workshop_is_renamed_and_that_is_taken_back(tmp_path: Path) -> None:
    at = room(tmp_path)
    async with home(at) as (app, pilot):
        await pilot.press("r")
        await pilot.press("end", "ctrl+u", *"Figs", "enter")
        await until(pilot, lambda: "▶ Figs" in shown(app))
        assert "Untitled is called Figs now. ctrl+z takes it back." == said(app)
        await pilot.press("ctrl+z")

        assert ["Untitled"] == names(at)
        assert "▶ Untitled" in shown(app)


async def test_a_name_that_is_none_changes_nothing(tmp_path: Path) -> None:
    at = room(tmp_path)
    async with home(at) as (app, pilot):
        await pilot.press("r")
        await pilot.press("end", "ctrl+u", "space", "enter")
        await until(pilot, lambda: "■ Give the workshop a name." in shown(app))
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, HomeScreen))

        assert "" == said(app)
        assert ["Untitled"] == names(at)


async def test_a_duplicate_is_at_hand_at_once_and_can_be_taken_back(tmp_path: Path) -> None:
    at = room(tmp_path)
    async with home(at) as (app, pilot):
        await pilot.press("d")
        await until(pilot, lambda: "▶ Untitled (copy)" in shown(app))
        assert ["Untitled", "Untitled (copy)"] == names(at)
        await pilot.press("ctrl+z")

        assert ["Untitled"] == names(at)


async def test_each_thing_is_taken_back_in_turn_also_after_a_visit(tmp_path: Path) -> None:
    at = room(tmp_path)
    named(at, "Pears")
    async with home(at) as (app, pilot):
        await clicked(pilot, "Untitled")
        await until(pilot, lambda: isinstance(app.screen, WorkshopScreen))
        await settled(pilot)
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, HomeScreen))
        await pilot.press("delete", "delete")
        assert [] == names(at)
        await pilot.press("ctrl+z", "ctrl+z")

        assert ["Pears", "Untitled"] == names(at)


async def test_where_no_workshop_is_at_hand_nothing_is_done(tmp_path: Path) -> None:
    at = room(tmp_path)
    async with home(at) as (app, pilot):
        await pilot.press("home", "r", "d", "delete")
        await settled(pilot)

        assert isinstance(app.screen, HomeScreen)
        assert ["Untitled"] == names(at)


# What goes wrong


def failing(code: str) -> Callable[..., None]:
    def fail(*_: object, **__: object) -> None:
        raise OutsideFailed(problem(code, path="workshops.db"))

    return fail


async def test_a_store_that_fails_is_said_and_that_ends_when_it_works_again(tmp_path: Path) -> None:
    at = room(tmp_path)
    broken = patch.object(at.home.outside.store, "summaries", failing("outside.store_damaged"))
    broken.start()
    async with home(at) as (app, pilot):
        assert "The store workshops.db is damaged" in said(app)
        broken.stop()
        await until(pilot, lambda: "Untitled" in shown(app))

        assert "" == said(app)


async def test_a_list_that_was_there_stays_when_the_store_fails_later(tmp_path: Path) -> None:
    at = room(tmp_path)
    async with home(at) as (app, pilot):
        with patch.object(at.home.outside.store, "changes", failing("outside.store_busy")):
            await until(pilot, lambda: "keeps the store workshops.db locked" in shown(app))

            assert "▶ Untitled" in shown(app)


async def test_what_the_store_cant_do_is_said_and_ends_nothing(tmp_path: Path) -> None:
    at = room(tmp_path)
    store = at.home.outside.store
    async with home(at) as (app, pilot):
        for key, fails in (("enter", "summary"), ("d", "create"), ("delete", "delete")):
            code = f"outside.{'disk_full' if key == 'd' else 'store_busy'}"
            told = "no room left" if key == "d" else "keeps the store workshops.db locked"
            with patch.object(store, fails, failing(code)):
                await pilot.press(key)
                await until(pilot, lambda told=told: told in said(app))  # type: ignore[misc]
        assert isinstance(app.screen, HomeScreen)
        assert ["Untitled"] == names(at)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, WorkshopScreen))


async def test_a_workshop_that_cant_be_opened_is_said(tmp_path: Path) -> None:
    at = room(tmp_path)
    async with home(at) as (app, pilot):
        with patch.object(at.home.outside.store, "text", lambda _: None):
            await pilot.press("enter")
            await until(pilot, lambda: "missing from the store" in shown(app))

        assert isinstance(app.screen, HomeScreen)


async def test_a_name_full_of_brackets_is_shown_as_it_is(tmp_path: Path) -> None:
    at = room(tmp_path)
    at.home.rename(at.workshop.id, "[red]Figs[/] [@click=quit]")
    async with home(at) as (app, pilot):
        await pilot.press("slash", *"figs")

        assert "[red]Figs[/] [@cl" in shown(app)


# Everything else


async def test_the_palette_lists_what_home_can_do(tmp_path: Path) -> None:
    async with home(room(tmp_path)) as (app, _):
        titles = {command.title for command in app.get_system_commands(app.screen)}

        assert {
            "New workshop",
            "Finished example",
            "Search",
            "Rename",
            "Duplicate",
            "Delete",
            "Undo",
        } <= titles


async def test_keys_on_the_bottom_line_can_be_clicked(tmp_path: Path) -> None:
    at = room(tmp_path)
    async with home(at, (120, 30)) as (app, pilot):
        await clicked(pilot, "d duplicate")
        await until(pilot, lambda: "▶ Untitled (copy)" in shown(app))
        await clicked(pilot, "del delete")
        assert "Untitled (copy) is deleted. ctrl+z takes it back." == said(app)
        await clicked(pilot, "ctrl+z undo")
        assert "Untitled (copy) is back." == said(app)
        await clicked(pilot, "/ search")
        await pilot.press(*"copy")

        assert "1 of 2 workshops" in shown(app)


async def test_quitting_at_home_ends_well(tmp_path: Path) -> None:
    async with home(room(tmp_path)) as (app, pilot):
        await pilot.press("q")

    assert 0 == app.return_code
    assert [] == app.last_words()
