"""Named points in a workshop's life, and what has changed between two of them."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.worlds import World, world
from wizard.core.facts import Facts
from wizard.core.intents import (
    AddCard,
    Finish,
    GiveAnswer,
    Intent,
    MoveCard,
    NameVersion,
    Pass,
    RemoveCard,
    SayDontKnow,
    Undo,
    WriteNote,
)
from wizard.core.problems import Place
from wizard.core.reviewing import said
from wizard.core.versions import Change, changes, points

FLOW = """
flow: small
title: A small flow
currency: EUR
steps:
  - id: who
    title: Who
    ask:
      - {id: price, type: money, ask: Price, min: 0}
      - {id: open, type: yesno, ask: Open?}
      - {id: rent, type: money, ask: Rent, when: open}
      - id: segs
        type: cards
        ask: Who?
        fields: [{id: name, ask: Name}, {id: size, type: number, ask: How many?}]
  - id: ways
    title: Ways
    ask:
      - id: ways
        type: cards
        ask: Which ways?
        card: "{{ this.name }}"
        fields:
          - {id: name, ask: Name}
          - {id: to, type: choice, ask: To whom?, options: segs}
          - {id: also, type: choice, ask: Who else?, options: segs, pick: 1..}
      - id: fit
        type: matrix
        ask: Fit?
        rows: segs
        columns: {x: Low, y: High}
        cell: {type: scale, range: 0..3}
  - id: pains
    each: seg in segs
    title: "Pains of {{ seg.name }}"
    ask:
      - {id: pain, ask: "What annoys {{ seg.name }}?"}
      - {id: cures, type: cards, ask: "What helps {{ seg.name }}?", fields: [{id: name, ask: Name}]}
"""


class Compared:
    """A world, and what has changed in it since it was looked at last."""

    def __init__(self) -> None:
        self.run = World(FLOW)
        self.mark()

    def mark(self) -> None:
        self.before = Facts(self.run.facts.flow, self.run.facts.state)

    def after(self, *wishes: Intent) -> list[tuple[str, str, str]]:
        """What these have changed, and only these: kind, question, words."""
        self.mark()
        self.run.do(*wishes)
        return [(found.kind, found.place.question, said(found)) for found in self.changes()]

    def changes(self) -> tuple[Change, ...]:
        return changes(self.before, self.run.facts)


@pytest.fixture
def it() -> Compared:
    return Compared()


def test_answers_given_changed_and_taken_back(it: Compared) -> None:
    price = Place("price")
    assert [("answered", "price", "9 EUR")] == it.after(GiveAnswer(price, "9"))
    assert [("changed", "price", "12 EUR, before: 9 EUR")] == it.after(GiveAnswer(price, "12"))
    gone = [("taken_back", "price", "no answer any more, before: 12 EUR")]
    assert gone == it.after(GiveAnswer(price, ""))


def test_what_isnt_asked_any_more_is_kept_aside(it: Compared) -> None:
    it.run.do(GiveAnswer(Place("open"), "yes"), GiveAnswer(Place("rent"), "800"))
    assert [
        ("changed", "open", "no, before: yes"),
        ("unasked", "rent", "kept aside, not asked at the moment: 800 EUR"),
    ] == it.after(GiveAnswer(Place("open"), "no"))


def test_cards_added_renamed_changed_and_removed(it: Compared) -> None:
    assert [("added", "segs", "added Bakers")] == it.after(AddCard("segs", {"name": "Bakers", "size": "4"}))
    card = it.run.facts.state.cards["segs"][0]
    name, size = Place("segs", card, "name"), Place("segs", card, "size")
    assert [("renamed", "segs", "Bakers is now called Cooks")] == it.after(GiveAnswer(name, "Cooks"))
    assert [("changed", "segs", "Cooks: 5, before: 4")] == it.after(GiveAnswer(size, "5"))
    assert [("removed", "segs", "removed Cooks")] == it.after(RemoveCard("segs", card))


def test_cards_move_between_segments(it: Compared) -> None:
    bakers, hotels = it.run.card("segs", name="Bakers"), it.run.card("segs", name="Hotels")
    fair = it.run.card("ways", name="Fair", to=bakers)
    to, also = Place("ways", fair, "to"), Place("ways", fair, "also")
    assert [("linked", "ways", "Fair: moved from Bakers to Hotels")] == it.after(GiveAnswer(to, hotels))
    assert [("linked", "ways", "Fair: now with Bakers, Hotels")] == it.after(
        GiveAnswer(also, (bakers, hotels))
    )
    assert [("linked", "ways", "Fair: no longer with Bakers")] == it.after(GiveAnswer(also, (hotels,)))
    assert [
        ("removed", "segs", "removed Hotels"),
        *[("linked", "ways", "Fair: no longer with Hotels")] * 2,
    ] == (it.after(RemoveCard("segs", hotels, sure=True)))


def test_cells_and_answers_about_a_card_are_told_with_it(it: Compared) -> None:
    bakers = it.run.card("segs", name="Bakers")
    cell = Place("fit", row=bakers, column="y")
    assert [("answered", "fit", "Bakers, High: 2")] == it.after(GiveAnswer(cell, "2"))
    assert [("changed", "fit", "Bakers, High: 3, before: 2")] == it.after(GiveAnswer(cell, "3"))
    pain = Place("segs", bakers, "pain")
    assert [("answered", "segs", "Bakers: Waste")] == it.after(GiveAnswer(pain, "Waste"))
    assert [("added", "cures", "added Prices")] == it.after(AddCard("cures", {"name": "Prices"}, bakers))


def test_order_notes_and_skipping_change_nothing(it: Compared) -> None:
    it.run.card("segs", name="Bakers")
    hotels = it.run.card("segs", name="Hotels")
    assert [] == it.after(
        MoveCard("segs", hotels, 0),
        WriteNote(Place("segs", hotels), "why"),
        Pass(Place("price")),
        SayDontKnow(Place("open")),
    )


def test_changes_come_in_the_order_of_the_flow(it: Compared) -> None:
    found = it.after(
        AddCard("ways", {"name": "Fair"}),
        AddCard("segs", {"name": "Bakers"}),
        GiveAnswer(Place("price"), "9"),
    )
    assert ["price", "segs", "ways"] == [question for _, question, _ in found]


# Versions


def test_a_version_is_a_point_with_a_name_that_nobody_else_has() -> None:
    run = world("- {id: a, ask: A}")
    run.do(NameVersion("  Before the\n pilot "))
    assert [("Before the pilot", 1)] == [(found.name, found.position) for found in points(run.facts.state)]
    assert ("version.name_taken",) == run.refused(NameVersion("BEFORE the pilot"))
    assert ("version.name_wanted",) == run.refused(NameVersion("  "))
    run.do(Undo(), NameVersion("before the pilot"))
    assert ["before the pilot"] == [found.name for found in points(run.facts.state)]


def test_finishing_is_a_point_too() -> None:
    run = world("- {id: a, ask: A}")
    run.do(NameVersion("First"), Finish(), GiveAnswer(Place("a"), "x"), NameVersion("Second"))
    assert ["First", "Finished", "Second"] == [found.name for found in points(run.facts.state)]
    assert ("version.name_taken",) == run.refused(NameVersion("finished"))
    assert "Second" == run.workshop.screen().version


# For any work at all

WISHES = st.sampled_from(
    [
        GiveAnswer(Place("price"), "9"),
        GiveAnswer(Place("price"), "10"),
        GiveAnswer(Place("price"), ""),
        GiveAnswer(Place("open"), "yes"),
        GiveAnswer(Place("open"), "no"),
        GiveAnswer(Place("rent"), "800"),
        AddCard("segs", {"name": "Bakers"}, card="s1"),
        AddCard("segs", {"name": "Hotels", "size": "3"}, card="s2"),
        AddCard("ways", {"name": "Fair", "to": "s1", "also": ("s1", "s2")}, card="w1"),
        AddCard("cures", {"name": "Prices"}, "s1", card="u1"),
        RemoveCard("segs", "s1", sure=True),
        RemoveCard("ways", "w1"),
        MoveCard("segs", "s2", 0),
        GiveAnswer(Place("segs", "s1", "name"), "Cooks"),
        GiveAnswer(Place("segs", "s1", "pain"), "Waste"),
        GiveAnswer(Place("ways", "w1", "also"), ("s2",)),
        GiveAnswer(Place("fit", row="s1", column="x"), "1"),
        Pass(Place("price")),
        Undo(),
    ]
)


def tried(run: World, wishes: list[Intent]) -> None:
    for wish in wishes:
        run.workshop.send(wish)


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(WISHES, max_size=12), st.lists(WISHES, max_size=12))
def test_nothing_has_changed_in_the_same_and_after_undoing_everything(
    first: list[Intent], second: list[Intent]
) -> None:
    run = World(FLOW)
    tried(run, first)
    facts = run.facts
    assert () == changes(facts, facts)
    assert () == changes(Facts(facts.flow, facts.state), facts)
    tried(run, [wish for wish in second if not isinstance(wish, Undo)])
    new = [action for action in run.facts.state.actions if action not in facts.state.actions]
    for _ in new:
        run.do(Undo())
    assert () == changes(facts, run.facts)


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(WISHES, max_size=14), st.lists(WISHES, max_size=14))
def test_what_came_one_way_went_the_other(first: list[Intent], second: list[Intent]) -> None:
    """Each change from one state to another is one from there to the first."""
    run = World(FLOW)
    tried(run, first)
    then = run.facts
    tried(run, second)
    back = {(found.kind, found.place) for found in changes(run.facts, then)}
    turned = {
        "added": ("removed", "parked"),
        "answered": ("taken_back", "unasked"),
        "changed": ("changed",),
        "renamed": ("renamed",),
    }
    for found in changes(then, run.facts):
        was_there = found.place.card is None or then.card_visible(found.place.card, found.place.question)
        rows = found.place.row is None or then.card_visible(found.place.row, "segs")
        if found.kind in turned and (found.kind == "added" or (was_there and rows)):
            assert any((kind, found.place) in back for kind in turned[found.kind]), found
