"""Words that can't be saved: they stay in view, whoever quits is asked, and after the end they are told."""

from __future__ import annotations

import signal
from pathlib import Path
from unittest.mock import patch

from tests.frontends.tui.running import running
from tests.frontends.tui.stage import elsewhere, room, said, shown, stage
from wizard.core.intents import GiveAnswer
from wizard.core.problems import OutsideFailed, Place, problem
from wizard.frontends.tui.screens.asking import ConfirmScreen

STORY = Place("story")
FULL_DISK = """
from wizard.adapters.store_memory import MemoryStore
from wizard.core.problems import OutsideFailed, problem
def full(*_): raise OutsideFailed(problem("outside.disk_full", path="workshops.db"))
MemoryStore.put_drafts = full
"""


def full(*_: object) -> None:
    raise OutsideFailed(problem("outside.disk_full", path="workshops.db"))


async def test_a_text_that_could_not_be_saved_is_there_when_one_comes_back(tmp_path: Path) -> None:
    at = room(tmp_path)
    at.workshop.send(GiveAnswer(Place("name"), "Bread"))
    async with stage(at, at="story") as person:
        await person.press(*"mine")
        with patch.object(at.home.outside.store, "put_drafts", full):
            await person.press(*" too", "escape", "f7")

            assert STORY == at.workshop.here.place
            assert "mine too" == person.screen.desk.pane.editor.raw
            assert "■ not saved" in shown(person.app)
        await person.press("escape")
        assert "✓ saved" in shown(person.app)


async def test_who_quits_is_asked_and_may_stay(tmp_path: Path) -> None:
    at = room(tmp_path)
    async with stage(at, at="story") as person:
        with patch.object(at.home.outside.store, "put_drafts", full):
            await person.press(*"mine", "ctrl+q")
            assert isinstance(person.app.screen, ConfirmScreen)
            assert "This isn't saved yet:" in shown(person.app)
            assert "“mine”" in shown(person.app)
            await person.press("ctrl+q", "enter")

        assert "mine" == person.screen.desk.pane.editor.raw
        await person.press("ctrl+q")
    assert 0 == person.app.return_code
    assert "mine" == at.workshop.drafts.at(STORY)


async def test_who_quits_all_the_same_gets_the_text(tmp_path: Path) -> None:
    at = room(tmp_path)
    async with stage(at, at="story") as person:
        with patch.object(at.home.outside.store, "put_drafts", full):
            await person.press(*"mine", "ctrl+q", "up", "enter")

    assert 3 == person.app.return_code
    assert [
        "This couldn't be saved. Copy it from here:",
        "mine",
        "Everything else in Untitled is saved. Go on with: canvas-wizard open Untitled",
    ] == person.app.last_words()


async def test_a_workshop_that_was_left_keeps_what_could_not_be_saved(tmp_path: Path) -> None:
    at = room(tmp_path)
    async with stage(at, at="story") as person:
        with patch.object(at.home.outside.store, "put_drafts", full):
            await person.press(*"mine")
            await person.screen.run_action("home")
            again = at.home.open(at.workshop.id)
            assert not isinstance(again, tuple)
            person.app.enter(again)
            await person.pilot.pause()

            assert "mine" == again.drafts.at(STORY)
            assert ("mine",) == person.app.unsaved()


def test_a_signal_gives_the_text_back_too() -> None:
    with running(FULL_DISK) as program:
        program.type(b"Bread")
        program.until_said(b"not saved")
        program.kill(signal.SIGTERM)

        assert 128 + signal.SIGTERM == program.exit_code()
        assert b"This couldn't be saved. Copy it from here:\r\nBread\r\n" in program.said


async def test_a_draft_from_before_does_not_write_over_what_somebody_said_since(tmp_path: Path) -> None:
    at = room(tmp_path)
    other = elsewhere(at)
    async with stage(at, at="story") as person:
        await person.press(*"mine", "ctrl+q")
    assert other.send(GiveAnswer(STORY, "theirs")).done
    again = at.home.open(at.workshop.id)
    assert not isinstance(again, tuple)
    at.workshop = again
    async with stage(at) as person:
        assert "mine" == person.screen.desk.pane.editor.raw
        await person.press("enter")
        assert "Somebody answered this while you were writing." in said(person)
        assert "theirs" == at.workshop.state.answers[STORY]
        await person.press("enter")

        assert "mine" == at.workshop.state.answers[STORY]


async def test_who_was_told_of_it_may_skip_to_keep_theirs(tmp_path: Path) -> None:
    at = room(tmp_path)
    other = elsewhere(at)
    async with stage(at, at="story") as person:
        await person.press(*"mine")
        assert other.send(GiveAnswer(STORY, "theirs")).done
        await person.press("enter")
        assert "Go on once more to keep yours, or skip to keep theirs." in said(person)
        await person.press("f7")

        assert Place("rent") == at.workshop.here.place
        assert "theirs" == at.workshop.state.answers[STORY]
        assert "mine" == at.workshop.drafts.at(STORY)
