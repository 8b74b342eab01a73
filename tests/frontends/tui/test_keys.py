"""The table of actions, and what is made of it: bindings, palette, bottom line, help screen, docs."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from textual.binding import Binding
from textual.command import CommandPalette

from tests.frontends.tui.stage import WIDE, room, shown, stage, until
from wizard.core.problems import Place
from wizard.frontends.tui.app import WizardApp
from wizard.frontends.tui.keys import GROUPS, PROGRAM, TABLES, WORKSHOP, Act
from wizard.frontends.tui.screens.acting import ActingScreen
from wizard.frontends.tui.screens.keys import KeysScreen, key_groups, keys_drawn
from wizard.frontends.tui.screens.workshop import WorkshopScreen

DOCS = Path(__file__).resolve().parents[3] / "docs" / "keys.md"


@pytest.mark.parametrize("act", [*WORKSHOP, *PROGRAM], ids=lambda act: act.action)
def test_every_action_can_be_done(act: Act) -> None:
    name, _, _ = act.action.partition("(")
    owner = WizardApp if act in PROGRAM else WorkshopScreen

    assert callable(getattr(owner, f"action_{name}"))


def test_every_key_means_one_thing() -> None:
    keys = [key for act in (*WORKSHOP, *PROGRAM) for key in act.keys.split(",") if key]

    assert sorted(set(keys)) == sorted(keys)


def test_every_action_with_a_key_is_bound_with_its_words() -> None:
    bound = {b.action: (b.key, b.description) for b in ActingScreen.BINDINGS if isinstance(b, Binding)}

    assert {act.action: (act.keys, act.title) for act in WORKSHOP if act.keys} == bound


async def test_the_palette_has_every_action_with_its_key(tmp_path: Path) -> None:
    async with stage(room(tmp_path)) as person:
        found = {command.title: command.help for command in person.app.get_system_commands(person.screen)}

        numbers = {"Numbers"}  # this flow has none
        assert {act.title for act in (*WORKSHOP, *PROGRAM) if act.listed} - numbers == set(found)
        assert "Go on; an answer that is there stays (f7)" == found["Skip"]


async def test_an_action_is_done_from_the_palette(tmp_path: Path) -> None:
    async with stage(room(tmp_path), at="story") as person:
        await person.press("ctrl+p")
        assert isinstance(person.app.screen, CommandPalette)
        await person.press(*"skip")
        await until(person.pilot, lambda: "an answer that is there stays (f7)" in shown(person.app))
        await person.press("enter")
        await until(person.pilot, lambda: Place("rent") == person.workshop.here.place)


@pytest.mark.parametrize("size", [(60, 18), WIDE])
async def test_the_help_lists_the_keys_of_the_screen_below(tmp_path: Path, size: tuple[int, int]) -> None:
    async with stage(room(tmp_path), size) as person:
        await person.press("f10")
        assert isinstance(person.app.screen, KeysScreen)
        assert "Where the cursor is" in shown(person.app)
        await person.press("end")
        await until(person.pilot, lambda: "Save and quit" in shown(person.app))
        await person.press("escape")

        assert isinstance(person.app.screen, WorkshopScreen)


async def test_the_help_has_every_key_in_the_order_of_its_groups(tmp_path: Path) -> None:
    async with stage(room(tmp_path), at="story") as person:
        groups = key_groups(person.screen)
        told = {key for lines in groups.values() for key, _, _ in lines}

        assert {act.shown for act in (*WORKSHOP, *PROGRAM) if act.keys} <= told
        assert list(groups) == [group for group in ("Where the cursor is", *GROUPS) if group in groups]
        assert ("ctrl+j", "New line", "") in groups["Where the cursor is"]


async def test_the_help_opens_above_another_screen_too(tmp_path: Path) -> None:
    async with stage(room(tmp_path)) as person:
        await person.press("f9", "f10")
        assert isinstance(person.app.screen, KeysScreen)
        assert "Save and quit" in {
            title for _, title, _ in key_groups(person.app.screen_stack[-2])["Everywhere"]
        }
        await person.press("f10")

        assert not isinstance(person.app.screen, KeysScreen)


async def test_a_question_mark_is_text_where_somebody_types_and_a_key_elsewhere(tmp_path: Path) -> None:
    async with stage(room(tmp_path)) as person:
        await person.press("?")
        assert "?" == person.screen.desk.pane.editor.raw
        await person.press("f8", "?")

        assert isinstance(person.app.screen, KeysScreen)


def test_the_help_never_grows_wider_than_its_room() -> None:
    line = ("ctrl+z", "A title that takes a while", "And very much more to be said about it " * 3)

    assert 40 >= max(len(row) for row in keys_drawn({"Group": [line]}, 40).plain.splitlines())


def rows(acts: Sequence[Act]) -> str:
    """A table of the page about keys."""
    lines = (f"| {f'`{act.shown}`' if act.shown else ''} | {act.title} | {act.help} |\n" for act in acts)
    return f"| key | action | what it does |\n| --- | --- | --- |\n{''.join(lines)}"


@pytest.mark.parametrize("where", TABLES)
def test_the_page_about_keys_is_made_of_the_tables(where: str) -> None:
    assert f"\n## {where}\n\n{rows(TABLES[where])}\n" in DOCS.read_text("utf-8")
