"""From what a person wants to events, or to problems: what isn't said elsewhere."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.core.rich_flow import RICH, wishes
from tests.worlds import World, world
from wizard.core.decide import MOST_NAME, decide
from wizard.core.decide_cards import MOST_CARDS
from wizard.core.events import AnswerGiven, CardAdded, QuestionPassed, WorkshopRenamed
from wizard.core.facts import Facts
from wizard.core.intents import (
    AddCard,
    ChangeCard,
    GiveAnswer,
    Intent,
    MoveCard,
    Pass,
    RemoveCard,
    Rename,
    WriteNote,
)
from wizard.core.problems import Place
from wizard.core.words import sentence

CARDS = """
- id: segs
  type: cards
  ask: Who?
  fields:
    - {id: name, ask: N}
    - {id: size, type: number, ask: S}
    - {id: kind, type: choice, ask: K, options: {big: {label: Big, when: card.size > 10}, small: Small}}
"""


def test_an_answer_is_one_event_that_knows_what_stood_there_before() -> None:
    run = world("- {id: a, ask: A}")
    run.answer("a", "1")
    run.answer("a", "2")
    events = [event for action in run.facts.state.actions for event in action.events][1:]
    assert [AnswerGiven(Place("a"), "1"), AnswerGiven(Place("a"), "2", "1")] == events


def test_what_changes_nothing_makes_no_event() -> None:
    run = world("- {id: a, ask: A}\n- {id: b, ask: B}")
    run.answer("a", "1")
    run.do(Pass(Place("b")))
    position = run.facts.state.position
    run.do(
        GiveAnswer(Place("a"), " 1 "),
        Pass(Place("b")),
        WriteNote(Place("a"), ""),
        Rename(run.facts.state.name),
    )
    assert position == run.facts.state.position


def test_bad_input_is_refused_with_its_place_and_makes_no_event() -> None:
    run = world("- {id: a, type: number, ask: A}")
    reply = run.workshop.send(GiveAnswer(Place("a"), "many"))
    assert (False, [Place("a")]) == (reply.done, [message.place for message in reply.messages])
    assert 1 == run.facts.state.position


@pytest.mark.parametrize(
    ("intent", "code"),
    [
        (GiveAnswer(Place("nobody"), "x"), "answer.no_such_question"),
        (GiveAnswer(Place("segs"), "x"), "answer.no_such_question"),
        (GiveAnswer(Place("segs", "c9", "name"), "x"), "answer.not_asked"),
        (Pass(Place("nobody")), "answer.no_such_question"),
        (AddCard("nobody", {}), "answer.not_asked"),
        (AddCard("segs", {"colour": "red"}), "card.no_such_field"),
        (AddCard("segs", {"size": "many"}), "number.not_a_number"),
        (ChangeCard("segs", "c9", {"name": "x"}), "card.gone"),
        (MoveCard("segs", "c9", 0), "card.gone"),
        (RemoveCard("segs", "c9"), "card.gone"),
        (WriteNote(Place("nobody"), "x"), "answer.no_such_question"),
        (WriteNote(Place("segs", "c9"), "x"), "card.gone"),
        (Rename("  "), "workshop.name_wanted"),
    ],
)
def test_what_cant_be_done_is_a_problem(intent: Intent, code: str) -> None:
    run = world(CARDS)
    assert (code,) == run.refused(intent)
    assert 1 == run.facts.state.position


# Cards


def test_a_card_and_its_fields_are_one_action() -> None:
    run = world(CARDS)
    card = run.card("segs", name="Hotels", size="5")
    assert (
        CardAdded("segs", card, 0),
        AnswerGiven(Place("segs", card, "name"), "Hotels"),
        AnswerGiven(Place("segs", card, "size"), "5"),
    ) == run.facts.state.actions[-1].events


def test_every_mistake_on_a_card_is_told_at_once_and_nothing_is_kept() -> None:
    run = world(CARDS)
    reply = run.workshop.send(AddCard("segs", {"name": "x", "size": "many", "kind": "huge"}))
    assert ["size", "kind"] == [message.place.field if message.place else None for message in reply.messages]
    assert {} == run.facts.state.cards


def test_what_a_field_offers_may_hang_on_an_earlier_field_of_the_same_card() -> None:
    run = world(CARDS)
    assert run.do(AddCard("segs", {"size": "50", "kind": "big"})).done
    assert ("answer.no_such_option",) == run.refused(AddCard("segs", {"size": "5", "kind": "big"}))


def test_changing_a_card_changes_only_the_fields_that_are_named() -> None:
    run = world(CARDS)
    card = run.card("segs", name="Hotels", size="5")
    run.do(ChangeCard("segs", card, {"size": "", "kind": "small"}))
    assert {
        Place("segs", card, "name"): "Hotels",
        Place("segs", card, "kind"): "small",
    } == run.facts.state.answers


def test_a_card_goes_where_it_is_wanted() -> None:
    run = world(CARDS)
    first, last = run.card("segs"), run.card("segs")
    top = run.do(AddCard("segs", {}, index=0)).card
    assert (top, first, last) == run.facts.state.cards["segs"]
    run.do(MoveCard("segs", last, 0), MoveCard("segs", first, 99), MoveCard("segs", str(top), -5))
    assert (top, last, first) == run.facts.state.cards["segs"]


def test_in_an_each_step_a_card_moves_among_its_own() -> None:
    run = World("""
flow: small
title: A small flow
steps:
  - {id: who, title: Who, ask: [{id: segs, type: cards, ask: Who?, fields: [{id: name, ask: N}]}]}
  - id: each
    title: Each
    each: seg in segs
    ask: [{id: cures, type: cards, ask: Cures?, fields: [{id: what, ask: What?}]}]
""")
    one, two = run.card("segs"), run.card("segs")
    a, b, c = (run.card("cures", row=row) for row in (one, two, one))
    assert (a, c, b) == run.facts.state.cards["cures"]
    run.do(MoveCard("cures", c, 0), MoveCard("cures", b, 0))
    assert (c, a, b) == run.facts.state.cards["cures"]


def test_a_list_holds_only_so_many_cards() -> None:
    run = world(CARDS)
    state = run.facts.state.copied()
    state.cards["segs"] = tuple(f"k{n}" for n in range(MOST_CARDS))
    decision = decide(Facts(run.facts.flow, state), AddCard("segs", {}), lambda: "new")
    assert ["card.too_many"] == [found.code for found in decision.problems]


def test_a_card_may_bring_its_id_which_stays_its_own() -> None:
    run = world(CARDS)
    assert "hotels" == run.do(AddCard("segs", {}, card="hotels")).card
    run.do(RemoveCard("segs", "hotels"))
    assert ("card.id_taken",) == run.refused(AddCard("segs", {}, card="hotels"))


# The name of the workshop


NAMED = ("- {id: name, ask: N}\n- {id: b, ask: B}", "name_from: name\n")


def test_the_answer_that_names_the_workshop_renames_it() -> None:
    run = world(NAMED[0], before=NAMED[1], name="Bread")
    assert ("Bread", "Bread") == (run.facts.state.name, run.facts.shown(run.facts.value(Place("name"))))
    run.answer("name", "Bread  Again")
    assert "Bread Again" == run.facts.state.name
    assert "Bread Again" == run.home.summaries()[0].name
    assert WorkshopRenamed("Bread Again", "Bread") == run.facts.state.actions[-1].events[-1]


def test_other_answers_rename_nothing_and_an_empty_one_keeps_the_name() -> None:
    run = world(NAMED[0], before=NAMED[1], name="Bread")
    run.do(GiveAnswer(Place("b"), "x"), Pass(Place("name")))
    assert "Bread" == run.facts.state.name


def test_a_name_is_one_line_and_not_too_long() -> None:
    run = world("- {id: a, ask: A}", name=" Bread\nAgain\x07 ")
    assert "Bread Again␇" == run.facts.state.name
    run.do(Rename("x" * 500))
    assert MOST_NAME == len(run.facts.state.name)


def test_passing_says_what_mark_stood_there_before() -> None:
    run = world("- {id: a, ask: A}")
    run.do(Pass(Place("a")))
    assert (QuestionPassed(Place("a")),) == run.facts.state.actions[-1].events


@settings(max_examples=40)
@given(data=st.data())
def test_whatever_a_person_wants_is_events_or_problems_with_sentences(data: st.DataObject) -> None:
    run = World(RICH)
    for _ in range(data.draw(st.integers(1, 10))):
        wish = data.draw(wishes(run.facts))
        decision = decide(run.facts, wish, lambda: f"n{run.facts.state.position}")
        stopped = any(found.severity == "error" for found in decision.problems)
        assert not (stopped and decision.events)
        assert all(sentence(found) for found in decision.problems)
        run.workshop.send(wish)
