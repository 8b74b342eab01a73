"""Parked answers: nothing sees them, the review lists them, and they come back when their ground does."""

from __future__ import annotations

from tests.worlds import World, world
from wizard.core.document import context
from wizard.core.facts import Facts
from wizard.core.intents import ChangeCard, GiveAnswer, Pass, RemoveCard, Undo
from wizard.core.judging import issues, status
from wizard.core.parked import parked, parked_places
from wizard.core.problems import Place
from wizard.core.values import Blank, Card
from wizard.core.words.parking import HIDDEN, LINK_GONE, ROW_GONE

LINKED = """
- {id: b2b, type: yesno, ask: Firms?}
- {id: segs, type: cards, ask: Who?, fields: [{id: name, ask: N}]}
- id: others
  type: cards
  ask: Others?
  when: b2b
  fields: [{id: name, ask: N}]
- id: chans
  type: cards
  ask: Where?
  fields:
    - {id: name, ask: N}
    - {id: to, type: choice, ask: Whom?, options: [segs, others], pick: 1.., required: true}
- {id: best, type: choice, ask: Best?, options: segs}
- {id: fit, type: matrix, ask: Fit?, rows: segs, columns: {x: X, y: Y}, cell: {type: scale, range: 0..3}}
"""


def lines(run: World) -> list[tuple[str, str, str]]:
    return [(line.ask, line.value, line.why) for _, line in parked(run.facts)]


def linked(run: World, place: Place) -> list[str]:
    value = run.facts.value(place)
    return [item.id for item in value if isinstance(item, Card)] if isinstance(value, tuple) else []


def test_the_answer_of_a_hidden_question_is_parked_and_comes_back() -> None:
    run = world("- {id: a, type: yesno, ask: A}\n- {id: b, type: percent, ask: B, when: a}")
    run.do(GiveAnswer(Place("a"), "yes"), GiveAnswer(Place("b"), "5"), GiveAnswer(Place("a"), "no"))
    assert isinstance(run.facts.value(Place("b")), Blank)
    assert [("B", "5", HIDDEN)] == lines(run)
    run.answer("a", "yes")
    assert "5%" == run.facts.shown(run.facts.value(Place("b")))
    assert [] == lines(run)


def test_the_review_of_the_step_and_of_everything_lists_what_is_parked() -> None:
    run = world("- {id: a, type: yesno, ask: A}\n- {id: b, ask: B, when: a}")
    run.do(GiveAnswer(Place("a"), "yes"), GiveAnswer(Place("b"), "x"), GiveAnswer(Place("a"), "no"))
    for review in run.workshop.stops()[-2:]:
        run.workshop.jump(review)
        assert ["x"] == [line.value for line in run.workshop.screen().parked]


def test_a_parked_answer_reaches_no_document() -> None:
    run = world("- {id: a, type: yesno, ask: A}\n- {id: b, ask: B, when: a}")
    run.do(GiveAnswer(Place("a"), "yes"), GiveAnswer(Place("b"), "x"), GiveAnswer(Place("a"), "no"))
    found = context(Facts(run.facts.flow, run.facts.state, complete=True))
    assert ["no", "—"] == ["no" if found["a"] is False else "yes", str(found["b"])]


def test_a_link_to_a_removed_card_is_parked_and_comes_back_with_it() -> None:
    run = world(LINKED)
    hotels, cafes = run.card("segs", name="Hotels"), run.card("segs", name="Cafes")
    shop = run.card("chans", name="Shop", to=(hotels, cafes))
    run.answer("best", hotels)
    run.do(RemoveCard("segs", hotels, sure=True))
    assert [cafes] == linked(run, Place("chans", shop, "to"))
    assert isinstance(run.facts.value(Place("best")), Blank)
    assert [("Shop: Whom?", "Hotels", LINK_GONE), ("Best?", "Hotels", LINK_GONE)] == lines(run)
    run.do(Undo())
    assert [hotels, cafes] == linked(run, Place("chans", shop, "to"))
    assert [] == lines(run)


def test_a_link_to_a_hidden_card_is_parked_and_comes_back_with_it() -> None:
    run = world(LINKED)
    run.answer("b2b", "yes")
    firm = run.card("others", name="Firm")
    shop = run.card("chans", name="Shop", to=(firm,))
    run.answer("b2b", "no")
    assert [] == linked(run, Place("chans", shop, "to"))
    assert [("Firm: N", "Firm", HIDDEN), ("Shop: Whom?", "Firm", LINK_GONE)] == lines(run)
    run.answer("b2b", "yes")
    assert [firm] == linked(run, Place("chans", shop, "to"))


def test_an_answer_of_which_all_links_are_parked_counts_as_none() -> None:
    run = world(LINKED)
    hotels = run.card("segs", name="Hotels")
    shop = run.card("chans", name="Shop", to=(hotels,))
    run.answer("best", hotels)
    run.do(RemoveCard("segs", hotels, sure=True))
    assert ["open", "open"] == [
        status(run.facts, Place("best")),
        status(run.facts, Place("chans", shop, "to")),
    ]
    assert ["answer.required"] == [found.code for found in issues(run.facts, Place("chans"))]


def test_passing_a_question_leaves_its_parked_link_alone() -> None:
    run = world(LINKED)
    hotels = run.card("segs", name="Hotels")
    run.answer("best", hotels)
    run.do(RemoveCard("segs", hotels, sure=True), Pass(Place("best")))
    assert hotels == run.facts.state.answers[Place("best")]
    assert "passed" == status(run.facts, Place("best"))
    run.do(Undo(), Undo())
    assert "answered" == status(run.facts, Place("best"))


def test_parked_links_stay_when_the_others_change() -> None:
    run = world(LINKED)
    hotels, cafes = run.card("segs", name="Hotels"), run.card("segs", name="Cafes")
    run.answer("b2b", "yes")
    firm = run.card("others", name="Firm")
    shop = run.card("chans", name="Shop", to=(hotels, firm))
    run.answer("b2b", "no")
    run.do(ChangeCard("chans", shop, {"to": (cafes,)}))
    assert [cafes] == linked(run, Place("chans", shop, "to"))
    run.do(GiveAnswer(Place("chans", shop, "to"), ""))
    run.answer("b2b", "yes")
    assert [firm] == linked(run, Place("chans", shop, "to"))


def test_a_cell_whose_card_is_gone_is_parked_and_comes_back_with_it() -> None:
    run = world(LINKED)
    hotels, cafes = run.card("segs", name="Hotels"), run.card("segs", name="Cafes")
    for row in (hotels, cafes):
        run.do(
            GiveAnswer(Place("fit", row=row, column="x"), "2"),
            GiveAnswer(Place("fit", row=row, column="y"), "3"),
        )
    run.do(RemoveCard("segs", hotels, sure=True))
    assert "answered" == status(run.facts, Place("fit"))
    assert [Place("fit", row=hotels, column=column) for column in "xy"] == list(parked_places(run.facts))
    assert [("Fit?", "2", ROW_GONE), ("Fit?", "3", ROW_GONE)] == lines(run)
    run.do(Undo())
    assert () == parked_places(run.facts)
    assert "2" == run.facts.shown(run.facts.value(Place("fit", row=hotels, column="x")))


def test_what_stood_on_a_removed_card_isnt_listed_but_comes_back_with_it() -> None:
    run = world(LINKED)
    hotels = run.card("segs", name="Hotels")
    run.do(RemoveCard("segs", hotels))
    assert [] == lines(run)
    run.do(Undo())
    assert "Hotels" == run.facts.face(Card(hotels, "segs"))


def test_a_card_written_for_a_loop_card_is_parked_with_it() -> None:
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
    hotels = run.card("segs", name="Hotels")
    run.card("cures", row=hotels, what="Crumbs")
    run.do(RemoveCard("segs", hotels, sure=True))
    assert () == run.facts.value(Place("cures"))
    assert [("Crumbs: What?", "Crumbs", HIDDEN)] == lines(run)
    run.do(Undo())
    assert [] == lines(run)
