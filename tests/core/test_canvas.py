"""The blocks of a canvas, filled with what the answers have become."""

from __future__ import annotations

from tests.worlds import LETTERED, World
from wizard.core.canvas import canvas
from wizard.core.intents import DismissFinding, MoveCard, Pass, RemoveCard
from wizard.core.problems import Place
from wizard.core.screen import BlockView
from wizard.core.where import Stop

FLOW = """
flow: small
title: A small flow
canvas: small
steps:
  - id: one
    title: One
    ask:
      - {id: go, type: yesno, ask: G}
      - {id: pitch, type: long, ask: P, block: offer}
      - {id: kinds, type: choice, ask: K, pick: 1.., options: {a: Apple, b: Beer}, block: offer}
      - id: segs
        type: cards
        ask: S
        when: go
        block: people
        card: "{{ this.name }}!"
        fields: [{id: name, ask: N}]
"""


def filled(run: World) -> dict[str, list[str]]:
    return {found.block.id: [item.face for item in found.items] for found in canvas(run.facts)}


def test_cards_stand_in_their_block_in_their_order() -> None:
    run = World(FLOW)
    run.answer("go", "yes")
    run.card("segs", name="Hotels")
    cafes = run.card("segs", name="Cafes")
    run.do(MoveCard("segs", cafes, 0))
    assert {"people": ["Cafes!", "Hotels!"], "offer": []} == filled(run)


def test_a_question_that_isnt_cards_shows_as_one_card() -> None:
    run = World(FLOW)
    run.answer("pitch", "Less waste")
    run.answer("kinds", "a,b")
    assert {"people": [], "offer": ["Less waste", "Apple, Beer"]} == filled(run)


def test_what_is_hidden_isnt_on_the_canvas() -> None:
    run = World(FLOW)
    run.answer("go", "yes")
    run.card("segs", name="Hotels")
    run.answer("go", "no")
    assert [] == filled(run)["people"]


def test_a_flow_without_a_canvas_has_none() -> None:
    assert () == canvas(
        World("flow: f\ntitle: F\nsteps: [{id: o, title: O, ask: [{id: a, ask: A}]}]\n").facts
    )


def test_the_screen_shows_the_blocks_and_which_of_them_the_step_fills() -> None:
    run = World(FLOW)
    run.answer("pitch", "Less waste")
    blocks = run.workshop.screen().canvas
    assert [("People", "Who", 1, True), ("Offer", "What", 2, True)] == [
        (block.title, block.hint, block.column, block.here) for block in blocks
    ]
    assert [("pitch", "Less waste")] == [(card.id, card.face) for card in blocks[1].cards]


LINKED = """
flow: small
title: A small flow
canvas: small
steps:
  - id: one
    title: One
    ask:
      - {id: pitch, type: long, ask: P, block: offer}
      - id: segs
        type: cards
        ask: S
        block: people
        fields:
          - {id: name, ask: N, required: true}
      - id: offers
        type: cards
        ask: O
        block: offer
        fields:
          - {id: name, ask: N}
          - {id: who, type: choice, ask: W, options: segs, pick: 1..}
  - id: two
    title: Two
    each: seg in segs
    ask:
      - {id: like, ask: "What does {{ seg.name }} like?"}
      - id: treats
        type: cards
        ask: "A treat for {{ seg.name }}?"
        block: offer
        fields: [{id: name, ask: N}]
coach:
  - id: lonely
    each: seg in segs
    when: seg not in offers.who
    about: [offers]
    severity: warn
    say: "{{ seg.name }}?"
  - {id: plain, each: seg in segs, when: seg.like is not defined, about: [like], say: "{{ seg.name }} likes?"}
  - {id: few, when: segs|length < 3, about: [segs], severity: block, say: Few}
"""


def blocks_of(run: World) -> dict[str, BlockView]:
    return {block.id: block for block in run.workshop.screen().canvas}


def test_cards_tell_what_they_point_at_and_what_points_at_them() -> None:
    run = World(LINKED, canvas=LETTERED)
    hotels, cafes = run.card("segs", name="Hotels"), run.card("segs", name="Cafes")
    crumbs = run.card("offers", name="Crumbs", who=f"{hotels},{cafes}")
    bread = run.card("offers", name="Bread", who=hotels)
    cards = {card.id: card for block in blocks_of(run).values() for card in block.cards}

    assert ((hotels, cafes), (hotels,)) == (cards[crumbs].links, cards[bread].links)
    assert ((crumbs, bread), (crumbs,), ()) == (
        cards[hotels].linked,
        cards[cafes].linked,
        cards[crumbs].linked,
    )
    assert "AB" == "".join(badge.letter for badge in cards[crumbs].badges)


def test_cards_tell_where_they_are_asked_and_whether_they_are_finished() -> None:
    run = World(LINKED)
    run.answer("pitch", "Less waste")
    hotels = run.card("segs")
    treat = run.card("treats", hotels, name="Soap")
    people, offer = blocks_of(run).values()

    assert [(hotels, Stop("one", Place("segs")), False)] == [
        (card.id, card.stop, card.complete) for card in people.cards
    ]
    assert [
        ("pitch", Place("pitch"), Stop("one", Place("pitch"))),
        (treat, Place("treats", treat), Stop("two", Place("treats", row=hotels), hotels)),
    ] == [(card.id, card.place, card.stop) for card in offer.cards]


def test_blocks_tell_the_questions_that_fill_them() -> None:
    run = World(LINKED)
    hotels = run.card("segs", name="Hotels")

    assert [
        (Stop("one", Place("pitch")), "P", ""),
        (Stop("one", Place("offers")), "O", ""),
        (Stop("two", Place("treats", row=hotels), hotels), "A treat for Hotels?", "Hotels"),
    ] == [(found.stop, found.ask, found.card) for found in blocks_of(run)["offer"].questions]


def test_a_finding_stands_at_its_card_and_where_it_is_solved() -> None:
    run = World(LINKED)
    hotels = run.card("segs", name="Hotels")
    run.do(Pass(Place("offers")), Pass(Place("segs", hotels, "like")))
    people, offer = blocks_of(run).values()
    told = {found.id: found for found in run.workshop.screen().findings}

    assert ((f"lonely:{hotels}", f"plain:{hotels}"), "warn") == (
        people.cards[0].findings,
        people.cards[0].severity,
    )
    assert (("few",), (f"lonely:{hotels}",)) == (people.findings, offer.findings)
    assert ((hotels,), ("offer", "people")) == (
        told[f"lonely:{hotels}"].cards,
        told[f"lonely:{hotels}"].blocks,
    )
    assert ("people",) == told[f"plain:{hotels}"].blocks


def test_a_finding_that_was_dismissed_stands_nowhere() -> None:
    run = World(LINKED)
    hotels = run.card("segs", name="Hotels")
    run.do(Pass(Place("offers")))
    run.do(DismissFinding(f"lonely:{hotels}", "fine"))
    people, offer = blocks_of(run).values()

    assert ((), None, ()) == (people.cards[0].findings, people.cards[0].severity, offer.findings)


def test_a_card_is_there_by_its_id_wherever_one_stands() -> None:
    run = World(LINKED)
    hotels = run.card("segs", name="Hotels")
    run.at("pitch")
    view = run.workshop.card(hotels)

    assert view is not None
    assert ("Hotels", "segs") == (view.face, view.question)
    run.do(RemoveCard("segs", hotels))
    assert None is run.workshop.card(hotels)
    assert None is run.workshop.card("nobody")
