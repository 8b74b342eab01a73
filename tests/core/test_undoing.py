"""Undo and redo over any number of steps, each person their own, never over what somebody else changed."""

from __future__ import annotations

import msgspec

from tests.worlds import World, world
from wizard.core.intents import (
    AddCard,
    ChangeCard,
    DismissFinding,
    Finish,
    GiveAnswer,
    Intent,
    MoveCard,
    NameVersion,
    Pass,
    Redo,
    RemoveCard,
    Rename,
    SayDontKnow,
    Undo,
    WriteNote,
)
from wizard.core.problems import Place
from wizard.workshop import Workshop

TWO = "- {id: a, ask: A}\n- {id: b, ask: B}"
EVERYTHING = """
- {id: a, ask: A}
- {id: segs, type: cards, ask: S, fields: [{id: name, ask: N}]}
- {id: best, type: choice, ask: Best, options: segs}
"""
COACH = "coach:\n  - {id: tip, when: a == 'x', about: [a], say: Mind that.}\n"


def ann_and_ben(questions: str) -> tuple[World, Workshop, Workshop]:
    run = world(questions)
    return run, run.reopened("ann"), run.reopened("ben")


def send(workshop: Workshop, intent: Intent) -> tuple[str, ...]:
    """The codes with which it was refused; nothing where it was done."""
    reply = workshop.send(intent)
    return () if reply.done else tuple(message.code for message in reply.messages)


def test_there_is_nothing_to_undo_at_the_beginning() -> None:
    run = world(TWO)
    assert ("undo.nothing",) == run.refused(Undo())
    assert ("undo.nothing_again",) == run.refused(Redo())
    assert ("", "") == (run.workshop.screen().undoes, run.workshop.screen().redoes)


def test_undo_goes_back_step_by_step_and_redo_forth_again() -> None:
    run = world(TWO)
    values = ["1", "2", "3", "4"]
    for value in values:
        run.answer("a", value)
    seen = []
    for _ in values:
        run.do(Undo())
        seen.append(run.facts.state.answers.get(Place("a")))
    assert ["3", "2", "1", None] == seen
    for value in values:
        run.do(Redo())
        assert value == run.facts.state.answers[Place("a")]
    assert ("undo.nothing_again",) == run.refused(Redo())


def test_undo_and_redo_can_take_turns() -> None:
    run = world(TWO)
    run.answer("a", "1")
    run.answer("b", "2")
    run.do(Undo(), Undo(), Redo(), Undo(), Redo(), Redo(), Undo())
    assert {Place("a"): "1"} == run.facts.state.answers
    shown = run.workshop.screen()
    assert ("answered “A”: “1”", "answered “B”: “2”") == (shown.undoes, shown.redoes)


def test_undo_and_redo_go_on_after_reopening() -> None:
    run = world(TWO)
    run.answer("a", "1")
    run.answer("a", "2")
    run.do(Undo())
    again = run.reopened()
    assert () == send(again, Redo())
    assert "2" == again.state.answers[Place("a")]
    assert ((), ()) == (send(again, Undo()), send(again, Undo()))
    assert {} == again.state.answers


def test_something_new_leaves_nothing_to_redo() -> None:
    run = world(TWO)
    run.answer("a", "1")
    run.do(Undo(), GiveAnswer(Place("b"), "2"))
    assert ("undo.nothing_again",) == run.refused(Redo())
    run.do(Undo())
    assert {} == run.facts.state.answers


def test_everything_that_a_person_does_can_be_undone() -> None:
    run = world(EVERYTHING, after=COACH)
    run.answer("a", "x")
    first, second = run.card("segs", name="One"), run.card("segs", name="Two")
    run.answer("best", first)
    wishes: list[Intent] = [
        GiveAnswer(Place("a"), ""),
        Pass(Place("a")),
        SayDontKnow(Place("a")),
        AddCard("segs", {"name": "Three"}),
        ChangeCard("segs", first, {"name": "Uno"}),
        MoveCard("segs", second, 0),
        RemoveCard("segs", first, sure=True),
        WriteNote(Place("a"), "why"),
        DismissFinding("tip", "fine"),
        Rename("Bread"),
        NameVersion("Before the pilot"),
        Finish(),
    ]
    for wish in wishes:
        before = contents(run)
        assert () == send(run.workshop, wish), wish
        assert before != contents(run), wish
        run.do(Undo())
        assert before == contents(run), wish


def contents(run: World) -> tuple[object, ...]:
    state = run.facts.state
    return (
        state.answers,
        state.notes,
        state.passed,
        state.cards,
        state.dismissed,
        state.name,
        state.finished,
        state.versions,
    )


def test_undo_of_removing_a_card_brings_its_fields_and_links_back() -> None:
    run = world(EVERYTHING)
    first = run.card("segs", name="One")
    run.card("segs", name="Two")
    run.answer("best", first)
    run.do(RemoveCard("segs", first, sure=True), Undo())
    assert ["One", "Two"] == [card.face for card in run.at("segs").question.cards]
    assert "One" == run.at("best").question.input.value


def test_an_action_is_undone_as_a_whole() -> None:
    run = world(EVERYTHING)
    run.card("segs", name="One")
    run.do(Undo())
    assert ({"segs": ()}, {}) == (run.facts.state.cards, run.facts.state.answers)


def test_each_person_undoes_their_own() -> None:
    _, ann, ben = ann_and_ben(TWO)
    assert () == send(ann, GiveAnswer(Place("a"), "from Ann"))
    assert () == send(ben, GiveAnswer(Place("b"), "from Ben"))
    assert () == send(ann, Undo())
    ben.refresh()
    assert {Place("b"): "from Ben"} == ben.state.answers
    assert ("undo.nothing",) == send(ann, Undo())


def test_undo_says_so_where_somebody_else_has_changed_the_place_since() -> None:
    _, ann, ben = ann_and_ben(TWO)
    send(ann, GiveAnswer(Place("a"), "from Ann"))
    ben.refresh()
    send(ben, GiveAnswer(Place("a"), "from Ben"))
    reply = ann.send(Undo())
    assert [("undo.changed_since", Place("a"))] == [
        (message.code, message.place) for message in reply.messages
    ]
    assert "from Ben" == ann.state.answers[Place("a")]


def test_a_card_that_somebody_else_has_moved_since_isnt_moved_back() -> None:
    run, ann, ben = ann_and_ben(EVERYTHING)
    cards = [run.card("segs", name=name) for name in ("One", "Two", "Three")]
    ann.refresh()
    send(ann, MoveCard("segs", cards[0], 2))
    ben.refresh()
    send(ben, MoveCard("segs", cards[0], 1))
    assert ("undo.changed_since",) == send(ann, Undo())


def test_what_a_workshop_began_with_stays() -> None:
    run = world(TWO, name="Bread")
    assert ("undo.nothing",) == run.refused(Undo())


def test_the_screen_says_what_undo_and_redo_are_about() -> None:
    run = world(EVERYTHING)
    run.card("segs", name="Hotels")
    run.answer("a", "x")
    assert "answered “A”: “x”" == run.workshop.screen().undoes
    run.do(Undo())
    shown = run.workshop.screen()
    assert ("added “Hotels” to “S”", "answered “A”: “x”") == (shown.undoes, shown.redoes)
    run.do(Redo(), Undo())
    assert shown == msgspec.structs.replace(run.workshop.screen(), position=shown.position)
