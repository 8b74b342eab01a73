"""What stands around the question: the way, the review, undo, notes, reading, other people, faults."""

from __future__ import annotations

from pathlib import Path
from unittest.mock import patch

import pytest

from tests.frontends.tui.stage import SMALL, WIDE, elsewhere, room, said, shown, stage, until
from wizard.core.intents import AddCard, GiveAnswer
from wizard.core.problems import OutsideFailed, Place, problem
from wizard.core.where import Stop
from wizard.frontends.tui.screens.board import BoardScreen
from wizard.frontends.tui.screens.coach import CoachScreen


async def test_three_panes_where_there_is_room_and_two_where_there_is_not(tmp_path: Path) -> None:
    async with stage(room(tmp_path), WIDE) as person:
        assert "Coach" in shown(person.app)
        assert "A stall is a promise" in shown(person.app)
        await person.pilot.resize_terminal(*SMALL)
        await person.pilot.pause()

        assert "Coach" not in shown(person.app)
        assert "▶ 1 The beginning" in shown(person.app)
        assert "What is it called?" in shown(person.app)


async def test_examples_stand_at_the_question(tmp_path: Path) -> None:
    async with stage(room(tmp_path)) as person:
        assert "✓ good  Green Corner" in shown(person.app)
        assert "✗ weak  My stall" in shown(person.app)


async def test_one_key_shows_the_teaching_and_what_the_facilitator_should_know(tmp_path: Path) -> None:
    async with stage(room(tmp_path)) as person:
        await person.press("f1")
        assert "A stall is a promise" in shown(person.app)
        await person.press("right")
        assert "Let them walk around it." in shown(person.app)
        await person.press("escape")

        assert "What is it called?" in shown(person.app)


@pytest.mark.parametrize("size", [SMALL, WIDE])
async def test_from_the_review_one_jumps_to_an_answer_and_returns(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    at = room(tmp_path)
    at.workshop.send(GiveAnswer(Place("name"), "Green"))
    async with stage(at, size, at="rent") as person:
        await person.press("f8")
        assert "Check your answers: The beginning" in shown(person.app)
        await person.press("down", "enter")
        assert Place("name") == at.workshop.here.place
        await person.press("enter")

        assert Stop("begin") == at.workshop.here
        await person.press("home", "enter")
        assert Place("goods") == at.workshop.here.place


async def test_undo_and_redo_say_what_they_were_about(tmp_path: Path) -> None:
    async with stage(room(tmp_path), at="level") as person:
        await person.press("enter", "ctrl+z")
        assert Place("level") not in person.workshop.state.answers
        assert "Undone: answered “How busy is it?”: “Low”" in shown(person.app)
        await person.press("ctrl+y")

        assert "low" == person.workshop.state.answers[Place("level")]
        assert "Done again: answered “How busy is it?”: “Low”" in shown(person.app)


async def test_a_note_stands_beside_the_answer(tmp_path: Path) -> None:
    async with stage(room(tmp_path), at="level") as person:
        await person.press("f5", *"seen it", "enter")

        assert "note  seen it" in shown(person.app)
        assert "seen it" == person.workshop.state.notes[Place("level")]


async def test_a_note_does_not_disturb_what_is_being_typed(tmp_path: Path) -> None:
    async with stage(room(tmp_path), at="story") as person:
        await person.press(*"half a", "f5", *"why", "enter")

        assert "half a" == person.screen.desk.pane.editor.raw


async def test_a_note_that_is_being_written_outlives_the_program(tmp_path: Path) -> None:
    at = room(tmp_path)
    async with stage(at, at="story") as person:
        await person.press("f5", *"seen")
        person.app.leave()

    assert "seen" == elsewhere(at).drafts.note_at(Place("story"))


async def test_a_note_that_is_left_unfinished_comes_back(tmp_path: Path) -> None:
    async with stage(room(tmp_path), at="story") as person:
        await person.press("f5", *"seen", "escape")
        assert "Your unfinished note is kept" in said(person)
        assert {} == dict(person.workshop.state.notes)
        await person.press("f5", *" it", "enter")
        assert "seen it" == person.workshop.state.notes[Place("story")]
        await person.press("f5", "escape")

        assert "Your unfinished note is kept" not in said(person)


async def test_the_coach_leads_to_where_a_finding_is_solved(tmp_path: Path) -> None:
    at = room(tmp_path)
    at.workshop.send(AddCard("goods", {"name": "Apples"}))
    async with stage(at, at="level") as person:
        await person.press("f4")
        assert isinstance(person.app.screen, CoachScreen)
        await person.press("enter")

        assert Place("goods") == at.workshop.here.place


async def test_a_finding_is_dismissed_with_a_reason(tmp_path: Path) -> None:
    at = room(tmp_path)
    at.workshop.send(AddCard("goods", {"name": "Apples"}))
    async with stage(at, at="goods") as person:
        await person.press("f4", "d", *"free", "enter")

        assert () == at.workshop.screen().findings


async def test_canvas_and_steps_are_one_key_away(tmp_path: Path) -> None:
    async with stage(room(tmp_path)) as person:
        await person.press("f2")
        assert isinstance(person.app.screen, BoardScreen)
        await person.press("escape", "f9", "down", "enter")

        assert Place("goods") == person.workshop.here.place


async def test_the_palette_has_every_action(tmp_path: Path) -> None:
    async with stage(room(tmp_path)) as person:
        titles = [command.title for command in person.app.get_system_commands(person.screen)]

        for wanted in ("Back", "Undo", "Redo", "I don't know", "Skip", "Note", "Review", "Save and quit"):
            assert wanted in titles


# Other people


async def test_what_somebody_else_writes_appears(tmp_path: Path) -> None:
    at = room(tmp_path)
    other = elsewhere(at)
    async with stage(at, at="story") as person:
        other.send(GiveAnswer(Place("name"), "Their stall"))
        await until(person.pilot, lambda: "Their stall" in shown(person.app))


async def test_text_being_typed_survives_what_somebody_else_writes_there(tmp_path: Path) -> None:
    """They are told and shown both; going on once more keeps their own."""
    at = room(tmp_path)
    other = elsewhere(at)
    async with stage(at, WIDE, at="story") as person:
        await person.press(*"mine")
        other.send(GiveAnswer(Place("story"), "theirs"))
        await until(person.pilot, lambda: at.workshop.state.position == other.state.position)
        assert "mine" == person.screen.desk.pane.editor.raw
        await person.press("enter")
        assert "Somebody answered this while you were writing." in said(person)
        assert "theirs" == at.workshop.state.answers[Place("story")]
        await person.press("enter")

        assert "mine" == at.workshop.state.answers[Place("story")]


# Faults of the outside, and the end


async def test_a_full_disk_is_said_and_nothing_that_was_typed_is_lost(tmp_path: Path) -> None:
    at = room(tmp_path)
    store = at.home.outside.store

    def full(*_: object) -> None:
        raise OutsideFailed(problem("outside.disk_full", path="workshops.db"))

    async with stage(at, at="story") as person:
        with patch.object(store, "append", full), patch.object(store, "put_drafts", full):
            await person.press(*"mine", "enter")
            assert "There is no room left to write workshops.db." in said(person)
            assert "not saved" in shown(person.app)
            assert "mine" == person.screen.desk.pane.editor.raw
        await person.press("enter")

        assert "mine" == at.workshop.state.answers[Place("story")]
        assert "✓ saved" in shown(person.app)


async def test_typing_is_kept_within_half_a_second(tmp_path: Path) -> None:
    at = room(tmp_path)
    async with stage(at, at="story") as person:
        await person.press(*"half")
        await until(person.pilot, lambda: at.workshop.drafts.at(Place("story")) == "half")

        assert "✓ saved" in shown(person.app)


async def test_leaving_keeps_the_last_letters(tmp_path: Path) -> None:
    at = room(tmp_path)
    async with stage(at, at="story") as person:
        await person.press(*"half", "ctrl+q")

    assert "half" == at.workshop.drafts.at(Place("story"))
    assert ["Untitled is saved. Go on with: canvas-wizard open Untitled"] == person.app.last_words()


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("Green Corner", "'Green Corner'"),
        ("Grün-Eck 2", "'Grün-Eck 2'"),
        ("Green's", "id1"),
        ("-f", "id1"),
        ("x" * 31, "id1"),
    ],
)
async def test_what_is_to_be_typed_afterwards_is_easy_to_type(tmp_path: Path, name: str, typed: str) -> None:
    at = room(tmp_path)
    at.workshop.send(GiveAnswer(Place("name"), name))
    async with stage(at) as person:
        await person.press("ctrl+q")

    assert [f"{name} is saved. Go on with: canvas-wizard open {typed}"] == person.app.last_words()


async def test_a_long_answer_may_be_written_in_the_persons_editor(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = tmp_path / "editor"
    script.write_text('#!/bin/sh\nprintf "from outside" > "$1"\n', encoding="utf-8")
    script.chmod(0o700)
    monkeypatch.setenv("EDITOR", str(script))
    async with stage(room(tmp_path), at="story") as person:
        with patch.object(person.app, "suspend", NoTerminal):
            await person.press("ctrl+e")

        assert "from outside" == person.screen.desk.pane.editor.raw


class NoTerminal:
    """In tests there is no terminal to give away."""

    def __enter__(self) -> None: ...

    def __exit__(self, *_: object) -> None: ...


async def test_esc_at_the_first_question_leads_home(tmp_path: Path) -> None:
    async with stage(room(tmp_path)) as person:
        await person.press("escape")

        assert "New workshop" in shown(person.app)
        assert "▶ Untitled" in shown(person.app)
