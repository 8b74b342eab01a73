"""The lean canvas: nine boxes and two small ones, the problem first, the riskiest belief last."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.flows import shipped
from wizard.core.flow.flow import Flow
from wizard.core.values import Card

QUESTIONS = {
    "problem": ["name", "pitch", "stage", "segments", "problems"],
    "alternatives": ["alternatives", "early_adopters"],
    "value": ["propositions"],
    "solution": ["solutions"],
    "channels": ["channels"],
    "money": ["revenue_streams", "costs"],
    "metrics": ["metrics"],
    "advantage": ["advantages"],
    "riskiest": ["assumptions", "experiments"],
}
BOXES = {
    "problem": "problems",
    "alternatives": "alternatives",
    "customer_segments": "segments",
    "early_adopters": "early_adopters",
    "value_proposition": "propositions",
    "solution": "solutions",
    "channels": "channels",
    "revenue_streams": "revenue_streams",
    "cost_structure": "costs",
    "key_metrics": "metrics",
    "unfair_advantage": "advantages",
}


@pytest.fixture(scope="module")
def flow() -> Flow:
    return shipped.shipped("lean-canvas")


def test_the_problem_and_its_people_come_first_and_the_test_last(flow: Flow) -> None:
    assert QUESTIONS == shipped.asked(flow)
    assert list(QUESTIONS) == list(shipped.asked(flow))


def test_it_takes_as_long_as_it_says(flow: Flow) -> None:
    assert 60 == shipped.minutes(flow)
    assert "60 minutes" in flow.file.description


def test_each_box_is_filled_by_a_question_of_its_own(flow: Flow) -> None:
    assert flow.layout is not None
    boxes = {entry.question.block: id for id, entry in flow.entries.items() if entry.question.block}

    assert boxes == BOXES
    assert list(BOXES) == [block.id for block in flow.layout.blocks]


def test_the_canvas_says_whose_it_is(flow: Flow) -> None:
    assert flow.layout is not None

    for name in ("Ash Maurya", "LEANSTACK", "CC BY-SA"):
        assert name in flow.layout.attribution


def test_a_problem_has_people_and_is_met_by_what_they_do_now_and_by_what_is_built(flow: Flow) -> None:
    assert ["segments"] == shipped.links_of(flow, "problems", "segments")
    assert ["problems"] == shipped.links_of(flow, "alternatives", "problems")
    assert ["problems"] == shipped.links_of(flow, "solutions", "problems")
    assert ["segments"] == shipped.links_of(flow, "early_adopters", "segment")


def test_a_belief_may_be_about_any_box(flow: Flow) -> None:
    assert set(BOXES.values()) == set(shipped.links_of(flow, "assumptions", "about"))


def test_the_business_model_takes_its_answers_but_not_what_only_a_lean_canvas_has(flow: Flow) -> None:
    assert ["assumptions.about"] == shipped.disagreements(flow, shipped.shipped("business-model"))


def test_the_coach_watches_every_list_of_cards(flow: Flow) -> None:
    assert [] == shipped.unwatched(flow)


BELIEFS = """
name: Spare Shelf
assumptions:
  - {belief: Cafés pay, importance: 5, confidence: 2}
  - {belief: They print, importance: 5, confidence: 1}
  - {belief: Nobody else does}
"""


def test_the_riskiest_belief_is_the_one_that_matters_and_that_nobody_knows() -> None:
    riskiest = shipped.facts("lean-canvas", BELIEFS).computed("riskiest")

    assert isinstance(riskiest, Card)
    assert "card2" == riskiest.id


def test_the_coach_asks_for_a_test_of_the_riskiest_belief_and_of_no_other() -> None:
    tests = "experiments: [{assumption: They print, method: Try, target: 3, owner: Aad, by: 2026-12-01}]\n"
    others = tests.replace("They print", "Cafés pay")

    assert "riskiest_untested" in shipped.said("lean-canvas", BELIEFS)
    assert "riskiest_untested" in shipped.said("lean-canvas", BELIEFS + others)
    assert "riskiest_untested" not in shipped.said("lean-canvas", BELIEFS + tests)


PRICED = """
name: Spare Shelf
segments: [{name: Cafés, size: 4}]
revenue_streams: [{name: Part, segment: Cafés, price: 9, per: use, uses: 4, margin: 50}]
costs: [{name: Printer, amount: 1080, per: year}, {name: Table, amount: 400, per: once}]
"""


def test_a_plain_month_needs_its_costs_divided_by_what_one_customer_leaves() -> None:
    facts = shipped.facts("lean-canvas", PRICED)
    (cafes,) = facts.state.cards["segments"]

    assert Decimal(90) == facts.computed("running_costs")
    assert Decimal(5) == facts.computed_field(Card(cafes, "segments"), "needed")


def test_the_coach_sees_that_there_are_too_few_customers() -> None:
    assert "more_customers_than_there_are" in shipped.said("lean-canvas", PRICED)
    assert "more_customers_than_there_are" not in shipped.said(
        "lean-canvas", PRICED.replace("size: 4", "size: 5")
    )


def test_the_coach_has_nothing_to_say_about_the_example() -> None:
    assert [] == shipped.said("lean-canvas", shipped.example("quiet-hours"))
