"""The history with its times, and what has changed since a version, of a workshop that is open."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import msgspec

from tests.worlds import NOON, World, world
from wizard.core.events import AnswerGiven
from wizard.core.facts import Facts
from wizard.core.intents import GiveAnswer, NameVersion, Undo
from wizard.core.problems import Place
from wizard.core.reviewing import said
from wizard.core.state import Action, folded
from wizard.core.versions import points
from wizard.core.where import END
from wizard.past import Past
from wizard.workshop import Workshop

TWO = "- {id: a, ask: A}\n- {id: b, ask: B}"


def at(hour: int) -> str:
    return datetime(2026, 3, 3, hour, tzinfo=UTC).isoformat()


def later(run: World, hours: int) -> None:
    """Let the clock go on."""
    run.workshop.outside = msgspec.structs.replace(
        run.workshop.outside, now=lambda: NOON + timedelta(hours=hours)
    )


def test_the_history_says_when_and_by_whom_also_after_reopening() -> None:
    run = world(TWO)
    later(run, 1)
    run.answer("a", "x")
    ann = run.reopened("ann")
    ann.outside = msgspec.structs.replace(ann.outside, now=lambda: NOON + timedelta(hours=2))
    assert ann.send(GiveAnswer(Place("b"), "y")).done
    expected = [
        (at(14), "ann", "answered “B”: “y”"),
        (at(13), None, "answered “A”: “x”"),
        (at(12), None, "began “Untitled”"),
    ]
    run.workshop.refresh()
    for workshop in (ann, run.workshop, run.reopened()):
        assert expected == [(line.at, line.author, line.said) for line in workshop.history()]


def test_the_history_comes_page_by_page() -> None:
    run = world(TWO)
    for number in range(6):
        run.answer("a", str(number))
    first = run.workshop.history(4)
    second = run.workshop.history(4, first[-1].position)
    assert [7, 6, 5, 4, 3, 2, 1] == [line.position for line in (*first, *second)]


def test_ten_thousand_actions_come_page_by_page_too() -> None:
    run = world(TWO)
    actions = [Action(f"x{n}", None, (AnswerGiven(Place("a"), str(n)),), None) for n in range(10_000)]
    facts = Facts(run.facts.flow, folded(run.facts.state, actions))
    newest = Past().lines(facts, 200, None)
    oldest = Past().lines(facts, 200, 151)
    assert (200, 10_001, "answered “A”: “9999”") == (len(newest), newest[0].position, newest[0].said)
    assert (150, 1) == (len(oldest), oldest[-1].position)


def words(workshop: Workshop) -> list[str]:
    return [said(found) for found in workshop.changes_since()]


def test_changes_are_those_since_the_last_version_or_one_that_is_named() -> None:
    run = world(TWO)
    assert [] == words(run.workshop)
    run.do(NameVersion("First"), GiveAnswer(Place("a"), "x"), NameVersion("Second"))
    assert [] == words(run.workshop)
    run.answer("b", "y")
    assert ["y"] == words(run.workshop)
    first, _ = points(run.facts.state)
    assert ["x", "y"] == [said(found) for found in run.workshop.changes_since(first)]
    assert ["y"] == words(run.reopened())
    run.do(Undo())
    assert [] == words(run.workshop)


def test_a_version_that_somebody_else_names_is_seen() -> None:
    run = world(TWO)
    other = run.reopened("ann")
    run.answer("a", "x")
    other.refresh()
    assert other.send(NameVersion("Theirs")).done
    run.workshop.refresh()
    run.answer("a", "z")
    run.workshop.jump(END)
    shown = run.workshop.screen()
    assert ("Theirs", ["z, before: x"]) == (shown.version, [change.said for change in shown.changes])
