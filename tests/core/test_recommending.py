"""How well options fit the answers at hand: a recommendation with its reasons, and never a choice."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.worlds import World
from wizard.adapters.render_jinja import JinjaRenderer
from wizard.core.card_views import card_called
from wizard.core.document import context, shape
from wizard.core.inputs import input_at
from wizard.core.intents import ChangeCard, GiveAnswer, Intent, Redo, RemoveCard, Undo
from wizard.core.problems import Place
from wizard.core.reasons import ReasonView
from wizard.core.recommending import ranking
from wizard.core.screen import Input

FLOW = r"""
flow: shop
title: A shop
options:
  kinds:
    alone:
      label: Self-service
      help: They do it alone.
      for: [Cheap, Always open]
      against: [Frustrating where it is poor]
      example: An order page with last week's order filled in.
      fits:
        - {when: card.seg.ease >= 4, weight: 2, because: "{{ card.seg.name }} are at ease"}
        - {when: card.seg.ease <= 2, weight: -2, because: they want a person}
        - {when: fee < 10, because: "{{ fee }} can't carry more"}
    person:
      label: Personal help
      fits:
        - {when: card.seg.ease <= 2, weight: 1.5, because: they want a person}
        - {when: fee < 10, weight: -1, because: "{{ fee }} can't carry it"}
    none: Nothing yet
  ways:
    call: {label: A call, fits: [{when: s.ease < 3, because: "{{ s.name }} like to talk"}]}
    mail: {label: A letter, when: fee is defined, fits: [{when: s.ease >= 3, because: they read}]}
steps:
  - id: one
    title: One
    ask:
      - {id: fee, type: money, ask: Fee}
      - id: plan
        type: choice
        ask: Plan
        options:
          small: {label: Small, fits: [{when: fee < 10, weight: 2, because: it is cheap}]}
          large: {label: Large, fits: [{when: fee >= 10, weight: 2, because: it is dear}]}
          middle: {label: Middle, fits: [{when: fee < 100, weight: 2, because: it is between}]}
      - {id: segs, type: cards, ask: Who, fields: [{id: name, ask: N}, {id: ease, type: number, ask: E}]}
      - id: ties
        type: cards
        ask: How
        fields:
          - {id: seg, type: choice, ask: S, options: segs}
          - {id: kind, type: choice, ask: K, options: kinds}
          - {id: both, type: choice, ask: B, options: kinds, pick: 1..}
      - id: table
        type: matrix
        ask: T
        rows: segs
        columns: {x: X}
        cell: {type: choice, options: {a: {label: A, fits: [{when: fee > 1, because: dear}]}, b: B}}
  - id: each
    each: s in segs
    title: "{{ s.name }}"
    ask:
      - {id: way, type: choice, ask: W, options: ways}
      - id: talks
        type: cards
        ask: Talks
        fields: [{id: how, type: choice, ask: H, options: ways}, {id: what, ask: W}]
"""


@pytest.fixture
def run() -> World:
    return World(FLOW)


def tied(run: World, ease: str) -> Place:
    """The kind of a tie with somebody who is so much at ease."""
    seg = run.card("segs", name="Hotels", ease=ease)
    return Place("ties", run.card("ties", seg=seg), "kind")


def plain(text: str) -> str:
    """A text without blanks that don't break."""
    return text.replace("\xa0", " ")


def scores(run: World, place: Place) -> dict[str, tuple[str, bool]]:
    return {one.id: (str(one.score), one.best) for one in ranking(run.facts, place)}


def reasons(run: World, place: Place, option: str) -> list[tuple[Decimal, str]]:
    found = next(one for one in ranking(run.facts, place) if one.id == option)
    return [(one.weight, plain(one.because)) for one in found.reasons]


def asked(run: World, place: Place) -> Input:
    """What a card's field asks."""
    card = card_called(run.facts, place.card or "")
    assert card is not None
    return next(field for field in card.fields if field.place == place)


# Scores


def test_a_score_is_the_sum_of_the_reasons_that_hold_for_the_card_at_hand(run: World) -> None:
    run.answer("fee", "9")
    easy, hard = tied(run, "5"), tied(run, "1")

    assert {"alone": ("3", True), "person": ("-1", False), "none": ("0", False)} == scores(run, easy)
    assert {"alone": ("-1", False), "person": ("0.5", True), "none": ("0", False)} == scores(run, hard)
    told = [(Decimal(2), "Hotels are at ease"), (Decimal(1), "9 EUR can't carry more")]
    assert told == reasons(run, easy, "alone")


def test_a_reason_that_waits_for_an_answer_counts_for_nothing(run: World) -> None:
    place = tied(run, "")
    assert {("0", False)} == set(scores(run, place).values())
    assert not any(one.known for one in ranking(run.facts, place))

    run.answer("fee", "9")
    assert [(Decimal(1), "9 EUR can't carry more")] == reasons(run, place, "alone")
    run.do(Undo())
    assert [] == reasons(run, place, "alone")


def test_several_options_may_fit_best_and_none_does_that_speaks_against_itself(run: World) -> None:
    run.answer("fee", "5")
    assert [("2", True), ("0", False), ("2", True)] == list(scores(run, Place("plan")).values())
    run.answer("fee", "500")
    assert [("0", False), ("2", True), ("0", False)] == list(scores(run, Place("plan")).values())
    only_against = tied(run, "3")
    assert not any(best for _, best in scores(run, only_against).values())


def test_a_loop_card_gives_its_name_and_its_answers(run: World) -> None:
    shy, firm = run.card("segs", name="Shy", ease="4"), run.card("segs", name="Firm", ease="1")

    assert {"call": ("0", False)} == scores(run, Place("segs", shy, "way"))
    assert {"call": ("1", True)} == scores(run, Place("segs", firm, "way"))
    assert [(Decimal(1), "Firm like to talk")] == reasons(run, Place("segs", firm, "way"), "call")
    run.answer("fee", "1")
    assert {"call": ("0", False), "mail": ("1", True)} == scores(run, Place("segs", shy, "way"))


def test_a_card_that_isnt_there_yet_is_ranked_for_its_loop_card(run: World) -> None:
    firm = run.card("segs", name="Firm", ease="1")

    blank = run.at(Place("talks", row=firm)).question.blank[0]
    assert (Place("talks", field="how"), ["+1"]) == (blank.place, [one.score for one in blank.options])
    run.answer("fee", "9")
    alone = run.at("ties").question.blank[1].options[0]
    assert ("+1", ["9 EUR can't carry more"]) == (
        alone.score,
        [plain(one.text) for one in alone.reasons],
    )


def test_cells_of_a_matrix_know_what_was_asked_before(run: World) -> None:
    run.card("segs", name="Hotels", ease="1")
    run.answer("fee", "9")
    cell = run.at("table").question.cell
    assert cell is not None
    assert [("+1", True), ("", False)] == [(one.score, one.best) for one in cell.options]


def test_options_that_say_nothing_of_when_they_fit_have_no_ranking(run: World) -> None:
    assert () == ranking(run.facts, Place("ties", run.card("ties"), "seg"))
    assert () == ranking(run.facts, Place("fee"))


def test_what_doesnt_touch_a_reason_isnt_worked_out_anew(run: World) -> None:
    run.answer("fee", "9")
    place = tied(run, "5")
    before = ranking(run.facts, place)
    run.card("segs", name="Others", ease="1")
    assert before is ranking(run.facts, place)


# What front ends show


def test_options_carry_their_advice_their_score_and_their_reasons(run: World) -> None:
    run.answer("fee", "9")
    alone, person, none = asked(run, tied(run, "5")).options

    assert ("Cheap", "Always open") == alone.for_
    assert (("Frustrating where it is poor",), "An order page with last week's order filled in.") == (
        alone.against,
        alone.example,
    )
    assert ("+3", True) == (alone.score, alone.best)
    assert ("−1", False) == (person.score, person.best)
    assert ("", (), False) == (none.score, none.reasons, none.best)
    assert ReasonView("+2", "Hotels are at ease") == alone.reasons[0]
    assert [True, True, False] == [option.advises for option in (alone, person, none)]


def test_a_sentence_names_what_fits_best_and_nothing_that_doesnt(run: World) -> None:
    run.answer("fee", "9")
    easy, hard = asked(run, tied(run, "5")), asked(run, tied(run, "1"))

    assert "Fits best: Self-service (+3)" == easy.fit_line
    assert "Fits best: Personal help (+0.5)" == hard.fit_line
    assert "Fits best: Small (+2), Middle (+2)" == run.at("plan").question.input.fit_line
    run.answer("fee", "12")
    assert "Fits best: Large (+2), Middle (+2)" == run.at("plan").question.input.fit_line
    assert "" == asked(run, tied(run, "3")).fit_line


def test_reasons_that_cancel_each_other_are_still_told(run: World) -> None:
    run.answer("fee", "9")
    option = asked(run, tied(run, "2")).options[0]
    assert ("−1", ["−2", "+1"]) == (option.score, [one.weight for one in option.reasons])
    flow = FLOW.replace("weight: -2", "weight: -1")
    other = World(flow)
    other.answer("fee", "9")
    assert "0" == asked(other, tied(other, "2")).options[0].score


def test_control_characters_in_reasons_can_be_seen(run: World) -> None:
    run.answer("fee", "9")
    seg = run.card("segs", name="\x1b[31mred", ease="5")
    option = asked(run, Place("ties", run.card("ties", seg=seg), "kind")).options[0]
    assert "␛[31mred are at ease" == option.reasons[0].text


def test_nothing_is_chosen_by_a_recommendation(run: World) -> None:
    run.answer("fee", "9")
    place = tied(run, "5")
    run.at("plan").workshop.go_on()
    assert [None, None] == [run.facts.stored(Place("plan")), run.facts.stored(place)]


# What a person may do: a fee, how much at ease somebody is, a kind, and what takes things back.
DEEDS = st.one_of(
    st.tuples(st.just("fee"), st.sampled_from(["1", "12", "500", ""])),
    st.tuples(st.just("ease"), st.sampled_from(["1", "2", "3", "5", ""])),
    st.tuples(st.just("kind"), st.sampled_from(["alone", "none", ""])),
    st.tuples(st.sampled_from(["remove", "undo", "redo"]), st.just("")),
)


@settings(max_examples=40, deadline=None)
@given(st.lists(DEEDS, max_size=8))
def test_options_keep_their_order_whatever_the_answers_are(deeds: list[tuple[str, str]]) -> None:
    run = World(FLOW)
    seg = run.card("segs", name="Hotels", ease="5")
    tie = run.card("ties", seg=seg)
    wishes: dict[str, Callable[[str], Intent]] = {
        "fee": lambda raw: GiveAnswer(Place("fee"), raw),
        "ease": lambda raw: ChangeCard("segs", seg, {"ease": raw}),
        "kind": lambda raw: ChangeCard("ties", tie, {"kind": raw}),
        "remove": lambda _: RemoveCard("segs", seg, sure=True),
        "undo": lambda _: Undo(),
        "redo": lambda _: Redo(),
    }
    kinds = [*run.facts.flow.options["kinds"]]
    for what, raw in deeds:
        run.workshop.send(wishes[what](raw))
        ranked, shown = (
            [one.id for one in found]
            for found in (
                ranking(run.facts, Place("ties", tie, "kind")),
                input_at(run.facts, Place("ties", tie, "kind")).options,
            )
        )
        assert (kinds, kinds) == (ranked, shown)
        assert ["small", "large", "middle"] == [one.id for one in run.at("plan").question.input.options]


# Documents


def test_documents_have_the_ranking_of_every_choice_the_best_first(run: World) -> None:
    run.answer("fee", "9")
    place = tied(run, "1")
    run.do(ChangeCard("ties", place.card or "", {"kind": "alone"}))
    found = context(run.facts)

    ranked = found["ties"][0].rankings["kind"]  # type: ignore[index]
    assert ["person", "none", "alone"] == [one["id"] for one in ranked]
    assert ["+0.5", "0", "−1"] == [str(one["score"]) for one in ranked]
    assert ["Personal help", True, False] == [ranked[0][key] for key in ("label", "best", "chosen")]
    assert (False, True) == (ranked[2]["best"], ranked[2]["chosen"])
    told = [(str(one["weight"]), plain(one["because"])) for one in ranked[0]["reasons"]]
    assert [("+1.5", "they want a person"), ("−1", "9 EUR can't carry it")] == told
    assert [] == found["ties"][0].rankings["seg"]  # type: ignore[index]


def test_documents_have_the_rankings_outside_cards_too(run: World) -> None:
    run.answer("fee", "9")
    rankings = context(run.facts)["rankings"]
    assert isinstance(rankings, dict)
    assert ["plan"] == [*rankings]
    assert [("Small", True), ("Middle", True), ("Large", False)] == [
        (one["label"], one["best"]) for one in rankings["plan"]
    ]


def test_what_people_typed_is_escaped_in_reasons_as_everywhere(run: World) -> None:
    seg = run.card("segs", name="*Hotels*", ease="5")
    run.card("ties", seg=seg)
    template = "{{ ties[0].rankings.kind[0].reasons[0].because|item }} {{ ties[0].rankings.kind[0].score }}"
    assert "\\*Hotels\\* are at ease +2\n" == JinjaRenderer((), {"a.md.j2": template}).render(
        "a.md.j2", context(run.facts)
    )


def test_templates_are_checked_against_the_names_of_rankings(run: World) -> None:
    names = shape(run.facts.flow)
    assert "rankings" in names
    fields = names["ties"]
    assert isinstance(fields, frozenset)
    assert "rankings" in fields
