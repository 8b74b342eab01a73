"""The blocks of a canvas, filled with what the answers have become."""

from __future__ import annotations

from tests.worlds import World
from wizard.core.canvas import canvas
from wizard.core.intents import MoveCard

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
    assert (("pitch", "Less waste"),) == blocks[1].cards
