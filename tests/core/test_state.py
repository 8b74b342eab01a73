"""What events add up to."""

from __future__ import annotations

from wizard.core.events import (
    AnswerCleared,
    AnswerGiven,
    AnyEvent,
    CardAdded,
    CardMoved,
    CardRemoved,
    DismissalWithdrawn,
    FindingDismissed,
    FinishWithdrawn,
    NoteWritten,
    PassWithdrawn,
    QuestionPassed,
    WorkshopFinished,
    WorkshopRenamed,
    WorkshopStarted,
)
from wizard.core.problems import Place
from wizard.core.state import Action, State, folded, touched

A = Place("a")


def after(*events: AnyEvent) -> State:
    return folded(State(), [Action(f"a{n}", None, (event,), None) for n, event in enumerate(events)])


def test_answers_notes_and_passes_are_kept_by_place_and_go_again() -> None:
    state = after(AnswerGiven(A, "1"), NoteWritten(A, "why"), QuestionPassed(A, True))
    assert ({A: "1"}, {A: "why"}, {A: True}) == (state.answers, state.notes, state.passed)
    events = (AnswerCleared(A, "1"), NoteWritten(A, "", "why"), PassWithdrawn(A, True))
    gone = folded(state, [Action("x", None, events, None)])
    assert ({}, {}, {}) == (gone.answers, gone.notes, gone.passed)


def test_cards_are_added_moved_and_removed_in_order() -> None:
    state = after(CardAdded("s", "a", 0), CardAdded("s", "b", 1), CardAdded("s", "c", 0, "row"))
    assert ("c", "a", "b") == state.cards["s"]
    assert ("a", "b", "c") == folded(state, [Action("x", None, (CardMoved("s", "c", 2, 0),), None)]).cards[
        "s"
    ]
    removed = folded(state, [Action("x", None, (CardRemoved("s", "a", 1),), None)])
    assert (("c", "b"), "s", {"c": "row"}) == (removed.cards["s"], removed.owner["a"], removed.rows)


def test_a_removed_card_comes_back_with_all_that_it_held() -> None:
    name = Place("s", "a", "name")
    state = after(
        CardAdded("s", "a", 0), AnswerGiven(name, "Hotels"), CardRemoved("s", "a", 0), CardAdded("s", "a", 0)
    )
    assert (("a",), "Hotels") == (state.cards["s"], state.answers[name])


def test_the_workshop_is_named_finished_and_taken_up_again() -> None:
    started = WorkshopStarted("f", "1", "d", "Untitled", "EUR")
    state = after(started, WorkshopRenamed("Bread", "Untitled"), WorkshopFinished())
    assert (started, "Bread", True) == (state.started, state.name, state.finished)
    assert not folded(state, [Action("x", None, (FinishWithdrawn(),), None)]).finished


def test_a_dismissal_is_kept_with_its_basis_and_reason() -> None:
    state = after(FindingDismissed("r:a", "b1", "fine"), FindingDismissed("q", "b2", "ok"))
    state = folded(state, [Action("x", None, (DismissalWithdrawn("q", "b2", "ok"),), None)])
    assert {"r:a": ("b1", "fine")} == state.dismissed


def test_folding_leaves_the_state_before_as_it_was() -> None:
    state = after(AnswerGiven(A, "1"), CardAdded("s", "a", 0))
    folded(state, [Action("x", None, (AnswerGiven(A, "2", "1"), CardRemoved("s", "a", 0)), None)])
    assert ({A: "1"}, {"s": ("a",)}, 2, 2) == (state.answers, state.cards, state.position, len(state.actions))


def test_an_action_that_came_in_two_readings_is_one() -> None:
    state = folded(State(), [Action("x", "ann", (AnswerGiven(A, "1"),), None)])
    state = folded(state, [Action("x", "ann", (NoteWritten(A, "why"),), None)])
    assert [(AnswerGiven(A, "1"), NoteWritten(A, "why"))] == [action.events for action in state.actions]
    assert 2 == state.position


def test_events_say_which_places_they_touch() -> None:
    assert (A,) == touched(AnswerGiven(A, "1"))
    assert (Place("s"), Place("s", "a")) == touched(CardMoved("s", "a", 1, 0))
    assert () == touched(WorkshopFinished())
