"""What the outside does to somebody who is typing: it is said, nothing is lost, and “saved” is true."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from unittest.mock import patch

from msgspec.structs import replace

from tests.frontends.drivers import Room
from tests.frontends.tui.stage import FLOW, WIDE, room, said, shown, stage, until
from wizard.adapters.store_sqlite import SqliteStore
from wizard.core.problems import OutsideFailed, Place, problem
from wizard.frontends.tui.desk import last_keys
from wizard.home import Home
from wizard.ports import LoadedFlow


def full(*_: object) -> None:
    raise OutsideFailed(problem("outside.disk_full", path="workshops.db"))


async def test_what_cannot_be_kept_while_typing_is_said_and_saved_as_soon_as_it_can(tmp_path: Path) -> None:
    at = room(tmp_path)
    with patch.object(last_keys, "_MOST_WAIT_S", 0.05):
        async with stage(at, WIDE, at="story") as person:
            with patch.object(at.home.outside.store, "put_drafts", full):
                await person.press(*"mine")
                await until(person.pilot, lambda: "■ not saved" in shown(person.app))
                assert "There is no room left to write workshops.db." in said(person)
                assert "mine" == person.screen.desk.pane.editor.raw
            await until(person.pilot, lambda: "✓ saved" in shown(person.app))

            assert "mine" == at.workshop.drafts.at(Place("story"))
            assert "mine" == person.screen.desk.pane.editor.raw
            assert "What you typed is saved now." in said(person)


async def test_an_answer_that_could_be_given_after_all_leaves_no_draft_behind(tmp_path: Path) -> None:
    """Keeping the letters failed, and a moment later giving the answer did not."""
    at = room(tmp_path)
    with patch.object(last_keys, "_MOST_WAIT_S", 0.05):
        async with stage(at, at="story") as person:
            await person.press(*"mine")
            with patch.object(person.screen.walk, "keep_draft", return_value=False):
                await person.press("enter")
            assert "mine" == at.workshop.state.answers[Place("story")]
            await until(person.pilot, lambda: not person.screen.desk.has_unsaved)

            assert at.workshop.drafts.at(Place("story")) is None


def on_disk(folder: Path, *, timeout_s: float) -> Room:
    """The stall in a store on disk."""
    at = room(folder, FLOW)
    store = SqliteStore.open(folder / "workshops.db", timeout_s=timeout_s)
    at.home = Home(replace(at.home.outside, store=store))
    loaded = at.home.load(str(folder / "stall.yaml"))
    assert isinstance(loaded, LoadedFlow)
    at.workshop = at.home.start(loaded)
    return at


async def test_a_store_that_another_program_holds_is_waited_for(tmp_path: Path) -> None:
    at = on_disk(tmp_path, timeout_s=0.01)
    with (
        patch.object(last_keys, "_MOST_WAIT_S", 0.05),
        closing(sqlite3.connect(tmp_path / "workshops.db")) as other,
    ):
        async with stage(at, WIDE, at="story") as person:
            other.execute("BEGIN IMMEDIATE")
            await person.press(*"mine", "enter")
            assert "Another program keeps the store" in said(person)
            assert "■ not saved" in shown(person.app)
            assert "mine" == person.screen.desk.pane.editor.raw
            other.rollback()
            await until(person.pilot, lambda: "✓ saved" in shown(person.app))
            await person.press("enter")

            assert "mine" == at.workshop.state.answers[Place("story")]


async def test_a_store_that_was_taken_away_is_not_written_into_the_void(tmp_path: Path) -> None:
    at = on_disk(tmp_path, timeout_s=0.01)
    store = tmp_path / "workshops.db"
    async with stage(at, WIDE, at="story") as person:
        store.rename(tmp_path / "elsewhere.db")
        await person.press(*"mine", "enter")
        assert "was moved, removed or replaced while it was open" in said(person)
        assert "■ not saved" in shown(person.app)
        (tmp_path / "elsewhere.db").rename(store)
        await person.press("enter")

        assert "mine" == at.workshop.state.answers[Place("story")]
        assert "✓ saved" in shown(person.app)
