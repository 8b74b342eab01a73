"""The history on the full screen: reading it, going there, taking back; and naming a version."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import OptionList

from tests.frontends.drivers import Room
from tests.frontends.tui.driver import TuiDriver
from tests.frontends.tui.stage import SMALL, elsewhere, room, said, shown, stage, until
from wizard.core.intents import AddCard, GiveAnswer, MoveCard, NameVersion
from wizard.core.problems import Place
from wizard.core.state import Action, folded
from wizard.frontends.tui.screens import history
from wizard.frontends.tui.screens.asking import ConfirmScreen, TextScreen
from wizard.frontends.tui.screens.history import HistoryScreen
from wizard.frontends.tui.screens.workshop import WorkshopScreen


def worked(folder: Path) -> Room:
    """A stall in which three things were done."""
    at = room(folder)
    at.workshop.send(GiveAnswer(Place("name"), "Green"))
    at.workshop.send(AddCard("goods", {"name": "Apples"}))
    at.workshop.send(GiveAnswer(Place("level"), "low"))
    return at


async def opened(person: TuiDriver) -> OptionList:
    await person.command("History")
    assert isinstance(person.app.screen, HistoryScreen)
    return person.app.screen.query_one(OptionList)


@pytest.mark.parametrize("size", [SMALL, (60, 18)])
async def test_the_history_tells_what_was_done_and_how_long_ago(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with stage(worked(tmp_path), size) as person:
        await opened(person)
        text = shown(person.app)
        assert "just now         answered “How busy is it?”: “Low”" in text
        assert "added “Apples” to “What do you sell?”" in text
        assert (
            text.index("answered “How busy")
            < text.index("added “Apples”")
            < text.index("answered “What is it")
        )
        assert "began “Untitled”" in text


async def test_enter_leads_there_and_going_on_leads_back(tmp_path: Path) -> None:
    at = worked(tmp_path)
    async with stage(at, at="mood") as person:
        await opened(person)
        await person.press("down", "enter")
        assert Place("goods") == at.workshop.here.place
        assert "Going on, or back, leads to where you were." in shown(person.app)
        await person.press("escape")
        assert Place("mood") == at.workshop.here.place


async def test_undo_and_redo_work_in_the_history(tmp_path: Path) -> None:
    at = worked(tmp_path)
    async with stage(at) as person:
        await opened(person)
        await person.press("ctrl+z")
        assert Place("level") not in at.workshop.state.answers
        text = " ".join(shown(person.app).split())
        assert "took back: answered “How busy is it?”: “Low”" in text
        assert "answered “How busy is it?”: “Low” (taken back)" in text
        assert "Undone: answered “How busy is it?”: “Low”" in text
        await person.press("ctrl+y")
        assert "low" == at.workshop.state.answers[Place("level")]
        assert "did again: answered “How busy is it?”: “Low”" in " ".join(shown(person.app).split())


async def test_everything_down_to_a_line_is_taken_back_after_a_yes(tmp_path: Path) -> None:
    at = worked(tmp_path)
    async with stage(at) as person:
        await opened(person)
        await person.press("down", "u")
        assert isinstance(person.app.screen, ConfirmScreen)
        assert "Take back the last 2 things that you did?" in shown(person.app)
        await person.press("enter")
        assert "low" == at.workshop.state.answers[Place("level")]
        await person.press("u", "up", "enter")
        assert {Place("name"): "Green"} == {
            place: value for place, value in at.workshop.state.answers.items() if place.card is None
        }
        assert ((), True) == (at.workshop.state.cards["goods"], "Taken back: the last 2" in shown(person.app))


async def test_what_cant_be_taken_back_is_said(tmp_path: Path) -> None:
    at = worked(tmp_path)
    async with stage(at) as person:
        await opened(person)
        await person.press("u", "down", "u")
        assert "There is nothing left of this to take back." in shown(person.app)
        await person.press("end", "u")
        assert "This is how it began. It can't be taken back." in shown(person.app)
        assert Place("name") in at.workshop.state.answers


async def test_taking_back_stops_where_somebody_else_has_changed_something(tmp_path: Path) -> None:
    at = room(tmp_path)
    for name in ("Apples", "Pears", "Plums"):
        at.workshop.send(AddCard("goods", {"name": name}))
    apples = at.workshop.state.cards["goods"][0]
    async with stage(at, at="goods") as person:
        person.screen.walk.move_card("goods", apples, 2)
        person.screen.walk.give(Place("level"), "low")
        other = elsewhere(at, "Ben")
        assert other.send(MoveCard("goods", apples, 1)).done
        at.workshop.refresh()
        await opened(person)
        said_first = [line.said for line in at.workshop.history(3)]
        assert [
            "moved “Apples” up in “What do you sell?”",
            "answered “How busy is it?”: “Low”",
        ] == said_first[:2]
        assert "moved “Apples” down in “What do you sell?”" == said_first[2]
        assert "Ben: moved “Apples” up" in shown(person.app)
        await person.press("u")
        assert "Somebody else did this: it isn't yours to take back." in shown(person.app)
        await person.press("down", "down", "u", "up", "enter")
        assert Place("level") not in at.workshop.state.answers
        assert "Somebody changed this after you" in shown(person.app)


async def test_what_is_about_no_place_leads_nowhere(tmp_path: Path) -> None:
    async with stage(room(tmp_path)) as person:
        await opened(person)
        await person.press("enter")
        assert isinstance(person.app.screen, HistoryScreen)
        assert "no place that one could go to" in shown(person.app)
        await person.press("escape")
        assert isinstance(person.app.screen, WorkshopScreen)


async def test_a_place_that_isnt_asked_now_is_said(tmp_path: Path) -> None:
    questions = "{id: a, type: yesno, ask: A?}, {id: b, ask: B?, when: a}"
    at = room(tmp_path, f"flow: two\ntitle: Two\nsteps:\n  - {{id: s, title: S, ask: [{questions}]}}\n")
    for place, raw in ((Place("a"), "yes"), (Place("b"), "x"), (Place("a"), "no")):
        assert at.workshop.send(GiveAnswer(place, raw)).done
    async with stage(at) as person:
        await opened(person)
        await person.press("down", "enter")
        assert "That isn't asked at the moment." in shown(person.app)
        assert Place("a") == at.workshop.here.place


async def test_long_histories_come_page_by_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(history, "PAGE", 5)
    at = room(tmp_path)
    for number in range(11):
        at.workshop.send(GiveAnswer(Place("rent"), str(number)))
    async with stage(at) as person:
        lines = await opened(person)
        assert 6 == lines.option_count
        await person.press("end", "enter")
        assert (11, 5) == (lines.option_count, lines.highlighted)
        await person.press("end", "enter")
        assert 12 == lines.option_count
        await person.press("ctrl+z")
        assert 13 == lines.option_count


async def test_ten_thousand_actions_open_as_one_page(tmp_path: Path) -> None:
    at = room(tmp_path)
    event = at.workshop.facts.state.actions[0].events[0]
    many = [Action(f"x{number}", None, (event,), None) for number in range(10_000)]
    async with stage(at) as person:
        person.workshop._facts.state = folded(at.workshop.state, many)
        lines = await opened(person)
        assert history.PAGE + 1 == lines.option_count


async def test_a_version_is_named_and_reviews_compare_with_it(tmp_path: Path) -> None:
    at = worked(tmp_path)
    async with stage(at, at="rent") as person:
        await person.command("Name a version")
        assert isinstance(person.app.screen, TextScreen)
        await person.press(*"First", "enter")
        assert "Reviews now say what has changed since “First”." in said(person)
        assert Place("rent") == at.workshop.here.place
        await person.press(*"900", "enter", "f8")
        text = shown(person.app)
        assert "1 change since “First”" in text
        await person.press("end")
        assert "Changed since “First”" in shown(person.app)
        assert "+ What is the rent?" in shown(person.app)


async def test_a_name_that_is_taken_or_missing_is_asked_for_again(tmp_path: Path) -> None:
    at = worked(tmp_path)
    at.workshop.send(NameVersion("First"))
    async with stage(at, at="rent") as person:
        await person.command("Name a version")
        await person.press(*"first", "enter")
        assert isinstance(person.app.screen, TextScreen)
        assert "There is a version “First” already." in shown(person.app)
        assert "first" in shown(person.app)
        await person.press("escape")
        assert ["First"] == list(at.workshop.state.versions)


async def test_the_name_of_a_version_outlives_the_program_while_it_is_being_written(tmp_path: Path) -> None:
    at = room(tmp_path)
    async with stage(at) as person:
        await person.command("Name a version")
        await person.press(*"Firs")
        await until(person.pilot, lambda: at.workshop.drafts.version_name == "Firs")
    assert "Firs" == elsewhere(at).drafts.version_name
    async with stage(at) as person:
        await person.command("Name a version")
        await person.press("t", "enter")
        assert ["First"] == list(at.workshop.state.versions)
        assert at.workshop.drafts.version_name is None
