"""The screen: all that a front end may show, at a question, at a review, at the end."""

from __future__ import annotations

from tests.worlds import World
from wizard.core.intents import GiveAnswer, SayDontKnow, WriteNote
from wizard.core.problems import Place
from wizard.core.where import END, Stop

FLOW = """
flow: small
title: A small flow
currency: GBP
steps:
  - id: one
    title: One
    minutes: 5
    teach: "About {{ flow.title }}"
    facilitator: Be quiet.
    ask:
      - {id: a, ask: A}
      - {id: segs, type: cards, ask: Who?, fields: [{id: name, ask: N}]}
  - id: two
    title: "Two for {{ a }}"
    ask:
      - id: fit
        type: matrix
        ask: Fit?
        rows: segs
        columns: {x: X, y: Y}
        cell: {type: scale, range: 0..3}
      - {id: z, ask: Z}
documents: [{file: plan.md, template: plan.md.j2}]
"""


def test_a_screen_tells_where_one_stands() -> None:
    run = World(FLOW, name="Bread")
    shown = run.workshop.screen()
    assert (run.workshop.id, 1, "Bread", "A small flow", "GBP") == (
        shown.workshop,
        shown.position,
        shown.name,
        shown.flow,
        shown.currency,
    )
    assert ("About A small flow", "Be quiet.") == (shown.teach, shown.facilitator)
    assert (True, ("plan.md",)) == (shown.first, shown.documents)
    assert (1, 2) == (run.question.number, run.question.total)


def test_the_steps_show_how_far_each_of_them_is() -> None:
    run = World(FLOW)
    run.answer("a", "x")
    run.card("segs", name="Hotels")
    run.at("z")
    run.do(SayDontKnow(Place("z")))
    steps = [
        (step.number, step.title, step.status, step.done, step.total) for step in run.workshop.screen().steps
    ]
    assert [(1, "One", "done", 2, 2), (2, "Two for x", "here", 1, 2)] == steps
    run.at("a")
    assert ["here", "started"] == [step.status for step in run.workshop.screen().steps]


def test_the_review_of_a_step_shows_each_answer_and_where_it_is_changed() -> None:
    run = World(FLOW)
    run.answer("a", "x")
    run.do(WriteNote(Place("a"), "why"))
    run.card("segs", name="Hotels")
    run.card("segs", name="Cafes")
    run.workshop.jump(Stop("one"))
    lines = [(line.stop.place, line.ask, line.lines, line.note) for line in run.workshop.screen().review]
    assert [
        (Place("a"), "A", ("x",), "why"),
        (Place("segs"), "Who?", ("Hotels", "Cafes"), ""),
    ] == lines
    assert run.workshop.screen().question is None


def test_the_review_of_a_matrix_has_a_line_for_each_row() -> None:
    run = World(FLOW)
    hotels = run.card("segs", name="Hotels")
    run.card("segs", name="Cafes")
    run.do(
        GiveAnswer(Place("fit", row=hotels, column="x"), "3"),
        GiveAnswer(Place("fit", row=hotels, column="y"), "0"),
    )
    run.workshop.jump(Stop("two"))
    assert ("Hotels: X: 3, Y: 0",) == run.workshop.screen().review[0].lines


def test_the_end_reviews_everything() -> None:
    run = World(FLOW)
    run.workshop.jump(END)
    shown = run.workshop.screen()
    assert ["A", "Who?", "Fit?", "Z"] == [line.ask for line in shown.review]
    assert (None, "") == (shown.step, shown.teach)
