"""A card that is missing among the options, made and chosen in one action."""

from __future__ import annotations

from tests.worlds import World, world
from wizard.core.inputs import input_at
from wizard.core.intents import AddCard, LinkNewCard, Undo
from wizard.core.problems import Place
from wizard.core.screen import CreateView

LISTS = """
- id: segs
  type: cards
  ask: Who?
  block: people
  fields:
    - {id: name, ask: N, rules: [{when: this == 'All', say: Who first?}]}
    - {id: size, type: number, ask: S, required: true}
- id: chans
  type: cards
  ask: Where?
  fields:
    - {id: main, type: choice, ask: Whom?, options: segs}
    - {id: others, type: choice, ask: Whom else?, options: segs, pick: 1..2}
- {id: best, type: choice, ask: Best?, options: segs}
- {id: kind, type: choice, ask: Kind?, options: {a: A, b: B}}
- {id: some, type: choice, ask: Some?, options: "segs|known", pick: 1..}
"""
EACH = """
flow: small
title: A small flow
steps:
  - {id: who, title: Who, ask: [{id: segs, type: cards, ask: Who?, fields: [{id: name, ask: N}]}]}
  - id: each
    title: For each
    each: seg in segs
    ask:
      - {id: cures, type: cards, ask: Cures?, fields: [{id: what, ask: What?}]}
      - {id: best, type: choice, ask: The best?, options: cures}
  - {id: end, title: End, ask: [{id: overall, type: choice, ask: Overall?, options: cures}]}
"""


def lists() -> World:
    return world(LISTS, before="canvas: small\n")


def test_what_is_missing_is_made_and_chosen_in_one_action() -> None:
    run = lists()
    chan = run.card("chans")
    place = Place("chans", chan, "main")
    new = run.do(LinkNewCard(place, "segs", "Hotels")).card
    state = run.facts.state
    assert {place: new, Place("segs", new, "name"): "Hotels"} == state.answers
    assert "unfinished" == input_at(run.facts, Place("segs")).status
    run.do(Undo())
    assert ((), {}) == (run.facts.state.cards["segs"], run.facts.state.answers)


def test_where_several_may_be_chosen_the_others_stay_chosen() -> None:
    run = lists()
    bars, chan = run.card("segs", name="Bars"), run.card("chans")
    place = Place("chans", chan, "others")
    new = run.do(LinkNewCard(place, "segs", "Hotels", (bars,))).card
    assert (bars, new) == run.facts.state.answers[place]
    assert ("answer.pick_fewer",) == run.refused(LinkNewCard(place, "segs", "Inns", (bars, str(new))))
    assert (bars, new) == run.facts.state.cards["segs"]


def test_a_question_of_its_own_can_make_one_too() -> None:
    run = lists()
    new = run.do(LinkNewCard(Place("best"), "segs", "Hotels")).card
    assert new == run.facts.state.answers[Place("best")]


def test_a_card_that_isnt_there_yet_begins_with_the_new_one() -> None:
    run = lists()
    reply = run.do(LinkNewCard(Place("chans", None, "main"), "segs", "Hotels"))
    (seg,), (chan,) = run.facts.state.cards["segs"], run.facts.state.cards["chans"]
    assert (chan, seg) == (reply.card, run.facts.state.answers[Place("chans", chan, "main")])
    run.do(Undo())
    assert ((), ()) == (run.facts.state.cards["segs"], run.facts.state.cards["chans"])


def test_a_name_that_a_rule_refuses_makes_nothing() -> None:
    run = lists()
    assert ("answer.rule",) == run.refused(LinkNewCard(Place("best"), "segs", "All"))
    assert 1 == run.facts.state.position


def test_nothing_is_made_of_no_name() -> None:
    run = lists()
    assert ("answer.required",) == run.refused(LinkNewCard(Place("best"), "segs", "  "))


def test_only_choices_among_whole_lists_of_cards_can_make_one() -> None:
    run = lists()
    creates = {id: input_at(run.facts, Place(id)).creates for id in ("best", "kind", "some")}
    assert {"best": (CreateView("segs", "People"),), "kind": (), "some": ()} == creates
    for place, question in ((Place("kind"), "segs"), (Place("best"), "chans"), (Place("some"), "segs")):
        assert ("card.not_here",) == run.refused(LinkNewCard(place, question, "Hotels"))


def test_a_list_whose_cards_begin_with_a_choice_cant_be_added_to_by_a_name() -> None:
    run = world(LISTS + "- {id: way, type: choice, ask: Way?, options: chans}\n", before="canvas: small\n")
    assert () == input_at(run.facts, Place("way")).creates


def test_a_hidden_list_cant_be_added_to() -> None:
    run = world("""
- {id: on, type: yesno, ask: On?}
- {id: segs, type: cards, ask: Who?, when: on, fields: [{id: name, ask: N}]}
- {id: best, type: choice, ask: Best?, options: segs}
""")
    assert () == input_at(run.facts, Place("best")).creates
    run.answer("on", "yes")
    assert (CreateView("segs", "One"),) == input_at(run.facts, Place("best")).creates


def test_in_an_each_step_the_new_card_is_for_the_same_loop_card() -> None:
    run = World(EACH)
    one, two = run.card("segs", name="Cold"), run.card("segs", name="Cough")
    place = Place("segs", two, "best")
    assert (CreateView("cures", "For each"),) == input_at(run.facts, place).creates
    new = run.do(LinkNewCard(place, "cures", "Tea")).card
    assert {new: two} == run.facts.state.rows
    assert () == input_at(run.facts, Place("overall")).creates
    assert one != run.facts.state.rows[str(new)]


def test_drafts_of_what_is_settled_are_dropped() -> None:
    run = lists()
    place, other = Place("chans", None, "main"), Place("best")
    run.workshop.drafts.keep(place, "Hot")
    run.workshop.drafts.keep(other, "Ho")
    run.do(LinkNewCard(place, "segs", "Hotels"))
    assert (None, "Ho") == (run.workshop.drafts.at(place), run.workshop.drafts.at(other))
    run.do(AddCard("segs", {}), LinkNewCard(other, "segs", "Homes"))
    assert None is run.workshop.drafts.at(other)
