"""Badges: which cards have a letter of their own, and which letters the others wear."""

from __future__ import annotations

import pytest

from tests.worlds import LETTERED, World
from wizard.core.badges import badges, badges_of, letter
from wizard.core.intents import GiveAnswer, MoveCard, RemoveCard
from wizard.core.memory import Memory
from wizard.core.problems import Place
from wizard.core.values import Card

FLOW = """
flow: small
title: A small flow
canvas: small
steps:
  - id: one
    title: One
    ask:
      - id: segs
        type: cards
        ask: S
        block: people
        fields:
          - {id: name, ask: N}
      - id: offers
        type: cards
        ask: O
        block: offer
        fields:
          - {id: name, ask: N}
          - {id: who, type: choice, ask: W, options: segs, pick: 1..}
      - id: places
        type: cards
        ask: P
        fields:
          - {id: name, ask: N}
          - {id: sells, type: choice, ask: S, options: offers}
  - id: two
    title: Two
    each: seg in segs
    ask: [{id: like, type: choice, ask: L, options: segs}]
  - id: three
    title: Three
    each: offer in offers
    ask: [{id: at, type: choice, ask: A, options: places}]
"""


def run_flow() -> World:
    return World(FLOW, canvas=LETTERED)


def letters(run: World, card: str, question: str = "offers") -> str:
    return "".join(badge.letter for badge in badges_of(run.facts, Card(card, question)))


def test_letters_go_on_behind_z() -> None:
    assert ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"] == [letter(n) for n in (0, 25, 26, 51, 52, 701, 702)]


def test_the_cards_of_the_block_have_a_badge_each_in_their_order() -> None:
    run = run_flow()
    run.card("segs", name="Hotels")
    cafes = run.card("segs", name="Cafes")
    run.do(MoveCard("segs", cafes, 0))

    assert [("A", 0, "Cafes"), ("B", 1, "Hotels")] == [
        (badge.letter, badge.number, badge.face) for badge in badges(run.facts)
    ]


def test_a_card_wears_the_badges_of_all_that_it_points_at() -> None:
    run = run_flow()
    hotels, cafes = run.card("segs", name="Hotels"), run.card("segs", name="Cafes")
    both = run.card("offers", name="Crumbs", who=f"{cafes},{hotels}")
    none = run.card("offers", name="Bread")

    assert ("A", "B", "AB", "") == (
        letters(run, hotels, "segs"),
        letters(run, cafes, "segs"),
        letters(run, both),
        letters(run, none),
    )


def test_a_card_belongs_to_what_it_points_at_through_others_even_in_a_circle() -> None:
    run = run_flow()
    run.card("segs", name="Hotels")
    cafes = run.card("segs", name="Cafes")
    crumbs = run.card("offers", name="Crumbs", who=cafes)
    bread = run.card("offers", name="Bread")
    till = run.card("places", name="Till", sells=crumbs)
    run.do(GiveAnswer(Place("offers", crumbs, "at"), till), GiveAnswer(Place("offers", bread, "at"), till))

    assert ("B", "B", "B") == (letters(run, crumbs), letters(run, bread), letters(run, till, "places"))


def test_only_the_nearest_cards_count() -> None:
    run = run_flow()
    hotels, cafes = run.card("segs", name="Hotels"), run.card("segs", name="Cafes")
    crumbs = run.card("offers", name="Crumbs", who=f"{hotels},{cafes}")
    till = run.card("places", name="Till", sells=crumbs)
    bread = run.card("offers", name="Bread", who=cafes)
    run.do(GiveAnswer(Place("offers", bread, "at"), till))

    assert ("AB", "B") == (letters(run, till, "places"), letters(run, bread))


def test_a_card_with_a_badge_of_its_own_wears_no_other() -> None:
    run = run_flow()
    hotels, cafes = run.card("segs", name="Hotels"), run.card("segs", name="Cafes")
    crumbs = run.card("offers", name="Crumbs", who=cafes)
    run.do(GiveAnswer(Place("segs", cafes, "like"), hotels))

    assert ("B", "B") == (letters(run, cafes, "segs"), letters(run, crumbs))


def test_a_card_that_is_gone_leaves_its_letter_to_the_next() -> None:
    run = run_flow()
    hotels, cafes = run.card("segs", name="Hotels"), run.card("segs", name="Cafes")
    crumbs = run.card("offers", name="Crumbs", who=f"{hotels},{cafes}")
    run.do(RemoveCard("segs", hotels, sure=True))

    assert "A" == letters(run, crumbs)


def test_a_layout_that_colours_by_nothing_has_no_badges() -> None:
    run = World(FLOW)
    hotels = run.card("segs", name="Hotels")

    assert ((), ()) == (badges(run.facts), badges_of(run.facts, Card(hotels, "segs")))


def test_the_screen_and_its_cards_tell_the_badges() -> None:
    run = run_flow()
    hotels = run.card("segs", name="Hotels")
    crumbs = run.card("offers", name="Crumbs", who=hotels)
    view = run.workshop.card(crumbs)

    assert view is not None
    assert run.workshop.screen().badges == view.badges
    assert [hotels] == [badge.card for badge in view.badges]


@pytest.mark.parametrize("count", [40])
def test_after_an_answer_only_the_cards_that_hang_on_it_are_looked_at(
    count: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = run_flow()
    segs = [run.card("segs", name=f"S{n}") for n in range(10)]
    offers = [run.card("offers", name=f"O{n}", who=segs[n % 10]) for n in range(count)]
    run.workshop.screen()
    looked: list[object] = []
    work_out = Memory._worked_out

    def noticed(memory: Memory, key: tuple[object, ...]) -> object:
        if getattr(key[0], "__name__", "") in ("_belongs_to", "_badges_of"):
            looked.append(key[1])
        return work_out(memory, key)

    monkeypatch.setattr(Memory, "_worked_out", noticed)
    run.do(GiveAnswer(Place("offers", offers[3], "who"), segs[7]))
    run.workshop.screen()

    assert {Card(offers[3], "offers")} == set(looked)
    assert "H" == letters(run, offers[3])
