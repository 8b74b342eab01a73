"""Where a person may stand, where they are put when the ground goes, and how far they are."""

from __future__ import annotations

import pytest

from tests.worlds import World, world
from wizard.core.intents import GiveAnswer, Pass, RemoveCard, SayDontKnow
from wizard.core.problems import Place
from wizard.core.stops import Progress, after, before, first_open, nearest, progress, stop_at, stops
from wizard.core.where import END, Stop

TWO_STEPS = """
flow: small
title: A small flow
steps:
  - id: who
    title: Who
    ask:
      - {id: go, type: yesno, ask: Go?}
      - {id: a, ask: A, when: go}
      - {id: segs, type: cards, ask: Who?, fields: [{id: name, ask: N}]}
  - id: pains
    title: Pains
    each: seg in segs
    ask:
      - {id: pain, ask: Pain?}
      - {id: cures, type: cards, ask: Cures?, fields: [{id: what, ask: W}]}
  - {id: last, title: Last, when: go, ask: [{id: z, ask: Z}]}
"""


def test_every_step_has_its_questions_and_its_review_and_the_end_comes_last() -> None:
    run = World(TWO_STEPS)
    run.answer("go", "yes")
    card = run.card("segs", name="Hotels")
    assert [
        Stop("who", Place("go")),
        Stop("who", Place("a")),
        Stop("who", Place("segs")),
        Stop("who"),
        Stop("pains", Place("segs", card, "pain"), card),
        Stop("pains", Place("cures", row=card), card),
        Stop("pains"),
        Stop("last", Place("z")),
        Stop("last"),
        END,
    ] == list(stops(run.facts))


def test_a_hidden_step_is_nowhere() -> None:
    run = World(TWO_STEPS)
    assert {"who", "pains", ""} == {stop.step for stop in stops(run.facts)}


def test_next_and_back_stay_within_the_flow() -> None:
    run = World(TWO_STEPS)
    first = Stop("who", Place("go"))
    assert Stop("who", Place("segs")) == after(run.facts, first)
    assert first == before(run.facts, Stop("who", Place("segs")))
    assert (first, END) == (before(run.facts, first), after(run.facts, END))


def test_work_goes_on_at_the_first_question_that_is_open() -> None:
    run = World(TWO_STEPS)
    run.do(GiveAnswer(Place("go"), "yes"), Pass(Place("a")))
    assert Stop("who", Place("segs")) == first_open(run.facts)
    run.do(Pass(Place("segs")), SayDontKnow(Place("z")))
    assert END == first_open(run.facts)


def test_where_a_question_was_hidden_one_stands_at_the_next_behind_it() -> None:
    run = World(TWO_STEPS)
    card = run.card("segs", name="Hotels")
    assert Stop("who", Place("segs")) == nearest(run.facts, Stop("who", Place("a")))
    assert END == nearest(run.facts, Stop("last", Place("z")))
    second = run.card("segs", name="Cafes")
    run.do(RemoveCard("segs", card, sure=True))
    pain = Stop("pains", Place("segs", second, "pain"), second)
    assert pain == nearest(run.facts, Stop("pains", Place("segs", card, "pain"), card))
    run.do(RemoveCard("segs", second, sure=True))
    assert Stop("pains") == nearest(run.facts, pain)
    assert END == nearest(run.facts, Stop("no such step"))


@pytest.mark.parametrize("field", [None, "name"])
def test_a_place_on_a_card_is_asked_where_its_list_is(field: str | None) -> None:
    run = World(TWO_STEPS)
    card = run.card("segs", name="Hotels")
    assert Stop("who", Place("segs")) == stop_at(run.facts, Place("segs", card, field))


def test_a_place_in_an_each_step_is_asked_for_its_loop_card() -> None:
    run = World(TWO_STEPS)
    run.card("segs", name="Hotels")
    card = run.card("segs", name="Cafes")
    cure = run.card("cures", row=card, what="Crumbs")
    assert Stop("pains", Place("segs", card, "pain"), card) == stop_at(run.facts, Place("segs", card, "pain"))
    assert Stop("pains", Place("cures", row=card), card) == stop_at(run.facts, Place("cures", cure, "what"))


def test_a_cell_is_asked_where_its_matrix_is_and_what_is_hidden_nowhere() -> None:
    run = world("""
        - {id: fit, type: matrix, ask: F, rows: {r: R}, columns: {c: C}, cell: {type: scale, range: 0..3}}
        - {id: a, ask: A, when: fit is not defined}
    """)
    assert Stop("one", Place("fit")) == stop_at(run.facts, Place("fit", row="r", column="c"))
    assert stop_at(run.facts, Place("a")) is None


def test_progress_is_visible_questions_answered_or_passed_by_visible_questions() -> None:
    run = World(TWO_STEPS)
    run.answer("go", "yes")
    run.do(Pass(Place("a")))
    assert Progress(2, 4, answered=1) == progress(run.facts)
    run.do(SayDontKnow(Place("z")))
    assert 0.75 == progress(run.facts).share
    run.answer("go", "no")
    assert Progress(1, 2, answered=1) == progress(run.facts)
    assert Progress(0, 0) == progress(run.facts, "pains")
    assert 0.0 == progress(run.facts, "pains").share
    run.card("segs", name="Hotels")
    assert Progress(0, 2) == progress(run.facts, "pains")
