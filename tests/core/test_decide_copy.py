"""A second card like the first, in one action."""

from __future__ import annotations

from tests.worlds import world
from wizard.core.decide import decide
from wizard.core.decide_cards import MOST_CARDS
from wizard.core.facts import Facts
from wizard.core.intents import DuplicateCard, SayDontKnow, Undo, WriteNote
from wizard.core.problems import Place

LISTS = """
- {id: segs, type: cards, ask: Who?, fields: [{id: name, ask: N}]}
- id: chans
  type: cards
  ask: Where?
  fields:
    - {id: segs, type: choice, ask: Whom?, options: segs, pick: 1..}
    - {id: name, ask: N}
    - {id: size, type: number, ask: S}
    - {id: dear, type: yesno, ask: D}
    - {id: why, ask: W, when: card.dear}
"""


def test_a_copy_has_everything_and_stands_right_behind_its_card() -> None:
    run = world(LISTS)
    hotels = run.card("segs", name="Hotels")
    card = run.card("chans", segs=(hotels,), name="Shop", size="5", dear="yes", why="Rent")
    last = run.card("chans", name="Fair")
    run.do(
        WriteNote(Place("chans", card), "A guess"),
        WriteNote(Place("chans", card, "size"), "Counted"),
        SayDontKnow(Place("chans", card, "dear")),
    )
    copy = run.do(DuplicateCard("chans", card)).card
    assert copy is not None
    state = run.facts.state
    assert (card, copy, last) == state.cards["chans"]

    def of(id: str | None) -> dict[str | None, object]:
        said = {**state.answers, **{place: place for place in state.passed}}
        return {place.field: said[place] for place in state.answers if place.card == id}

    assert {**of(card), "name": "Shop (copy)"} == of(copy)
    assert {None: "A guess", "size": "Counted"} == {
        place.field: text for place, text in state.notes.items() if place.card == copy
    }
    assert True is state.passed[Place("chans", copy, "dear")]


def test_a_copy_is_undone_at_once() -> None:
    run = world(LISTS)
    card = run.card("segs", name="Hotels")
    run.do(DuplicateCard("segs", card), Undo())
    assert (card,) == run.facts.state.cards["segs"]


def test_copies_of_copies_are_numbered() -> None:
    run = world(LISTS)
    card = run.card("segs", name="Hotels")
    for _ in range(3):
        card = str(run.do(DuplicateCard("segs", card)).card)
    state = run.facts.state
    assert ["Hotels", "Hotels (copy)", "Hotels (copy 2)", "Hotels (copy 3)"] == [
        state.answers[Place("segs", id, "name")] for id in state.cards["segs"]
    ]


def test_where_a_rule_refuses_the_longer_name_the_copy_has_the_same_one() -> None:
    run = world("""
- id: segs
  type: cards
  ask: Who?
  fields: [{id: name, ask: N, rules: [{when: this|wordcount > 1, say: One word.}]}]
""")
    copy = run.do(DuplicateCard("segs", run.card("segs", name="Hotels"))).card
    assert "Hotels" == run.facts.state.answers[Place("segs", copy, "name")]


def test_an_empty_card_has_an_empty_copy() -> None:
    run = world(LISTS)
    run.do(DuplicateCard("segs", run.card("segs")))
    assert (2, {}) == (len(run.facts.state.cards["segs"]), run.facts.state.answers)


def test_a_card_that_is_gone_and_a_full_list_are_said() -> None:
    run = world(LISTS)
    assert ("card.gone",) == run.refused(DuplicateCard("segs", "c99"))
    card = run.card("segs")
    state = run.facts.state.copied()
    state.cards["segs"] = (card, *(f"k{n}" for n in range(MOST_CARDS - 1)))
    decision = decide(Facts(run.facts.flow, state), DuplicateCard("segs", card), lambda: "new")
    assert ["card.too_many"] == [found.code for found in decision.problems]
