"""What an action did in words, and the history of all of them."""

from __future__ import annotations

import pytest

from tests.core.test_events import MEANT
from tests.worlds import World, world
from wizard.core.deeds import deed, past
from wizard.core.events import AnswerGiven, AnyEvent, CardAdded
from wizard.core.intents import (
    AddCard,
    AddCards,
    ChangeCard,
    DismissFinding,
    Finish,
    GiveAnswer,
    Intent,
    LinkNewCard,
    MoveCard,
    NameVersion,
    Pass,
    Redo,
    RemoveCard,
    Rename,
    SayDontKnow,
    Undo,
    WithdrawDismissal,
    WriteNote,
)
from wizard.core.problems import Place

FLOW = """
- {id: price, type: money, ask: What is the price?, min: 0}
- {id: stage, type: choice, ask: Stage, options: {idea: An idea, open: Open}}
- id: segs
  type: cards
  ask: Who has the problem?
  fields: [{id: name, ask: Name}, {id: size, type: number, ask: How many?}]
- {id: best, type: choice, ask: Which first?, options: segs}
- {id: fit, type: matrix, ask: Fit?, rows: segs, columns: {x: Low, y: High}, cell: {type: scale, range: 0..3}}
"""
COACH = "coach: [{id: tip, when: stage == 'idea', about: [stage], say: Mind that.}]\n"


@pytest.fixture
def run() -> World:
    return world(FLOW, after=COACH)


def did(run: World, *wishes: Intent) -> str:
    """What the last of these did, in words."""
    run.do(*wishes)
    return deed(run.facts, run.facts.state.actions[-1].events)


def test_answers_are_told_with_their_question_and_in_their_unit(run: World) -> None:
    assert "answered “What is the price?”: “9 EUR”" == did(run, GiveAnswer(Place("price"), "9"))
    assert "changed “What is the price?” from “9 EUR” to “12 EUR”" == did(
        run, GiveAnswer(Place("price"), "12")
    )
    assert "took the answer to “What is the price?” away: “12 EUR”" == did(
        run, GiveAnswer(Place("price"), "")
    )
    assert "answered “Stage”: “An idea”" == did(run, GiveAnswer(Place("stage"), "idea"))


def test_what_was_passed_is_told(run: World) -> None:
    assert "skipped “Stage”" == did(run, Pass(Place("stage")))
    assert "said “I don't know” to “Stage”" == did(run, SayDontKnow(Place("stage")))


def test_cards_are_told_by_their_names(run: World) -> None:
    one = run.card("segs", name="Bakers")
    two = run.card("segs", name="Hotels")
    name, size = Place("segs", one, "name"), Place("segs", one, "size")
    assert "moved “Hotels” up in “Who has the problem?”" == did(run, MoveCard("segs", two, 0))
    assert "renamed “Bakers” to “Home bakers”" == did(run, GiveAnswer(name, "Home bakers"))
    assert "answered “How many?” of “Home bakers”: “40”" == did(run, GiveAnswer(size, "40"))
    change = ChangeCard("segs", one, {"name": "Cooks", "size": "50"})
    assert "answered 2 things about “Cooks”" == did(run, change)
    assert "noted at “Cooks”: “met them”" == did(run, WriteNote(Place("segs", one), "met them"))
    assert "took the note at “Cooks” away" == did(run, WriteNote(Place("segs", one), ""))
    assert "answered “Which first?”: “Cooks”" == did(run, GiveAnswer(Place("best"), one))
    assert "answered “Fit?” at “Cooks, High”: “2”" == did(
        run, GiveAnswer(Place("fit", row=one, column="y"), "2")
    )
    assert "removed “Cooks” from “Who has the problem?”" == did(run, RemoveCard("segs", one, sure=True))


def test_a_card_is_told_by_the_name_that_it_was_added_with(run: World) -> None:
    card = run.card("segs", name="Bakers")
    added = run.facts.state.actions[-1].events
    run.do(GiveAnswer(Place("segs", card, "name"), "Cooks"))
    assert "added “Bakers” to “Who has the problem?”" == deed(run.facts, added)


def test_several_cards_at_once_are_one_deed(run: World) -> None:
    assert "added 3 cards to “Who has the problem?”" == did(run, AddCards("segs", ("A", "B", "C")))


def test_a_card_that_is_added_where_it_is_chosen_is_one_deed(run: World) -> None:
    said = did(run, LinkNewCard(Place("best"), "segs", "Bakers"))
    assert "added “Bakers” to “Who has the problem?”, and linked it to “Which first?”" == said


def test_a_card_without_a_name_has_words_too(run: World) -> None:
    assert "added a card to “Who has the problem?”" == did(run, AddCard("segs", {"size": "4"}))


def test_the_coach_the_name_versions_and_the_end_are_told(run: World) -> None:
    run.answer("stage", "idea")
    assert "dismissed “Mind that.”, because: “it is early”" == did(run, DismissFinding("tip", "it is early"))
    assert "let the coach speak again about “Mind that.”" == did(run, WithdrawDismissal("tip"))
    assert "renamed the workshop to “Bread”" == did(run, Rename("Bread"))
    assert "named the version “Before the pilot”" == did(run, NameVersion(" Before the  pilot "))
    assert "finished" == did(run, Finish())


def test_long_texts_are_cut_with_a_sign() -> None:
    run = world("- {id: a, type: long, ask: Why?}")
    said = did(run, GiveAnswer(Place("a"), "word\n" * 100))
    assert "answered “Why?”: “word / word" == said[:29]
    assert (len("answered “Why?”: “”") + 80, "…”") == (len(said), said[-2:])


@pytest.mark.parametrize("event", [event for events in MEANT.values() for event in events], ids=repr)
def test_every_kind_of_event_has_a_sentence_wherever_it_points(run: World, event: AnyEvent) -> None:
    """Also where the place isn't in the flow any more."""
    said = deed(run.facts, (event,))
    assert said
    assert {"{", "}"}.isdisjoint(said)
    assert said == " ".join(said.split())


def said_in(run: World, limit: int = 200, before: int | None = None) -> list[str]:
    return [line.said for line in past(run.facts, limit, before)]


def test_the_history_begins_with_what_was_done_last(run: World) -> None:
    run.answer("price", "9")
    run.answer("stage", "idea")
    assert [
        "answered “Stage”: “An idea”",
        "answered “What is the price?”: “9 EUR”",
        "began “Untitled”",
    ] == said_in(run)
    assert [Place("stage"), Place("price"), None] == [line.place for line in past(run.facts, 9)]
    assert [3, 2, 1] == [line.position for line in past(run.facts, 9)]


def test_what_was_taken_back_and_done_again_is_told_by_what_it_was_about(run: World) -> None:
    run.answer("price", "9")
    run.do(Undo())
    assert [
        "took back: answered “What is the price?”: “9 EUR”",
        "answered “What is the price?”: “9 EUR”",
    ] == said_in(run, 2)
    assert [("undo", False), ("", True)] == [(line.turn, line.taken) for line in past(run.facts, 2)]
    run.do(Redo())
    assert "did again: answered “What is the price?”: “9 EUR”" == said_in(run, 1)[0]
    assert [("redo", False), ("undo", False), ("", False)] == [
        (line.turn, line.taken) for line in past(run.facts, 3)
    ]
    run.do(Undo())
    assert [("undo", False), True] == [
        (past(run.facts, 1)[0].turn, past(run.facts, 1)[0].taken),
        past(run.facts, 4)[3].taken,
    ]


def test_undoing_the_removal_of_a_card_names_the_card(run: World) -> None:
    card = run.card("segs", name="Hotels")
    run.do(RemoveCard("segs", card))
    assert "removed “Hotels” from “Who has the problem?”" == run.workshop.screen().undoes
    run.do(Undo())
    assert "removed “Hotels” from “Who has the problem?”" == run.workshop.screen().redoes
    run.do(Undo())
    assert "added “Hotels” to “Who has the problem?”" == run.workshop.screen().redoes


def test_the_history_comes_page_by_page(run: World) -> None:
    for number in range(25):
        run.answer("price", str(number + 1))
    pages, before = [], None
    while found := past(run.facts, 10, before):
        pages.append([line.position for line in found])
        before = found[-1].position
    assert [26, 25, 24] == pages[0][:3]
    assert [10, 10, 6] == [len(page) for page in pages]
    assert list(range(26, 0, -1)) == [position for page in pages for position in page]


def test_several_places_in_one_action_are_counted() -> None:
    run = world("- {id: a, ask: A}\n- {id: b, ask: B}")
    events = (AnswerGiven(Place("a"), "1"), AnswerGiven(Place("b"), "2"))
    assert "answered “A”: “1”, and 1 more" == deed(run.facts, events)


def test_what_isnt_in_the_flow_any_more_is_told_all_the_same() -> None:
    run = world("- {id: a, ask: A}")
    assert "added a card to a question" == deed(run.facts, (CardAdded("gone", "k1", 0),))
