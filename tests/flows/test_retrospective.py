"""Looking back on a quarter: what a business model knows goes in, what was decided goes back."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.flows import shipped
from wizard.core.flow.flow import Flow
from wizard.core.problems import Place
from wizard.core.values import Blank, Card

QUESTIONS = {
    "quarter": ["name", "quarter", "stage", "headline"],
    "customers": ["segments", "revenue_streams", "costs"],
    "reasons": ["stayed_for", "left_for"],
    "results": ["measures"],
    "care": ["relationships"],
    "beliefs": ["assumptions", "experiments"],
    "outside": ["changes"],
    "decide": ["decision", "pivot", "reason", "stops", "next_steps", "next_review"],
}


@pytest.fixture(scope="module")
def flow() -> Flow:
    return shipped.shipped("retrospective")


def measured(**fields: str) -> object:
    """How far a measure with these fields is off the plan, and whether it was reached."""
    given = ", ".join(f"{name}: {value}" for name, value in fields.items())
    facts = shipped.facts("retrospective", f"measures: [{{name: A, {given}}}]")
    cards = facts.value(Place("measures"))
    assert isinstance(cards, tuple)
    assert isinstance(cards[0], Card)
    return facts.computed_field(cards[0], "reached"), facts.computed_field(cards[0], "distance")


def test_it_goes_from_the_numbers_to_the_decision(flow: Flow) -> None:
    assert QUESTIONS == shipped.asked(flow)
    assert list(QUESTIONS) == list(shipped.asked(flow))


def test_it_takes_an_hour(flow: Flow) -> None:
    assert 60 == shipped.minutes(flow)
    assert "an hour" in flow.file.description


def test_every_box_is_filled(flow: Flow) -> None:
    assert [] == shipped.unfilled_blocks(flow)


def test_it_takes_what_a_business_model_knows_and_gives_it_back(flow: Flow) -> None:
    business_model = shipped.shipped("business-model")

    assert [] == shipped.disagreements(flow, business_model)
    assert [] == shipped.disagreements(business_model, flow)


def test_each_segment_is_asked_for_its_reasons(flow: Flow) -> None:
    assert {"stayed_for", "left_for"} <= set(flow.fields["segments"])


@pytest.mark.parametrize(
    ("better", "planned", "actual", "reached", "off"),
    [
        ("at_least", "80", "64", False, "-0.2"),
        ("at_least", "8", "8", True, "0"),
        ("at_most", "10", "27", False, "1.7"),
        ("at_most", "10", "5", True, "-0.5"),
    ],
)
def test_a_measure_is_held_against_its_plan(
    better: str, planned: str, actual: str, reached: bool, off: str
) -> None:
    assert (reached, Decimal(off)) == measured(better=better, planned=planned, actual=actual)


def test_what_was_planned_at_nothing_has_no_share() -> None:
    found = measured(planned="0", actual="3")

    assert isinstance(found, tuple)
    assert found[0] is True
    assert isinstance(found[1], Blank)


def test_the_coach_watches_every_list_of_cards(flow: Flow) -> None:
    assert [] == shipped.unwatched(flow)


def test_the_coach_sees_customers_who_became_fewer_and_a_goal_that_was_missed_without_a_reason() -> None:
    answers = """
stage: customers
segments: [{name: Hotels, customers: 3, before: 5}]
measures: [{name: Orders, planned: 5, actual: 3}]
"""

    assert {"fewer_than_before", "missed_without_reason"} <= set(shipped.said("retrospective", answers))
