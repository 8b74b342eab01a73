"""Looking back on a quarter: what a business model knows goes in, what was decided goes back."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.flows import shipped
from wizard.adapters.flow_yaml import read
from wizard.cli.start import storeless_home
from wizard.core.flow.flow import Flow
from wizard.core.nodes import Mapping
from wizard.core.problems import Place
from wizard.core.values import Blank, Card
from wizard.imports import Answered, answered, documents, loaded_for
from wizard.ports import LoadedFlow

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


def document(answers: str) -> str:
    home, (node, _) = storeless_home()[0], read(f"flow: retrospective\n{answers}", "answers.yaml")
    assert isinstance(node, Mapping)
    loaded = loaded_for(home, node, None)
    assert isinstance(loaded, LoadedFlow)
    found = answered(home, loaded, node)
    assert isinstance(found, Answered)
    made = documents(home, found)
    assert isinstance(made, dict)
    return str(made["retrospective.md"])


def test_a_goal_of_which_nothing_came_is_told_as_missed_and_one_without_a_result_as_neither() -> None:
    told = document("""\
measures:
  - {name: New hotels, better: at_least, planned: 8, actual: 0}
  - {name: Complaints, better: at_most, planned: 0, actual: 3}
  - {name: Orders, better: at_least, planned: 4, actual: 5}
  - {name: Letters, better: at_least, planned: 4}
""")

    assert "| New hotels | at least 8 | 0 | −100% | missed |" in told
    assert "| Complaints | at most 0 | 3 | — | missed |" in told
    assert "| Orders | at least 4 | 5 | +25% | reached |" in told
    assert "| Letters | at least 4 | — | — |  |" in told
    assert "Goals that were reached: **1 of 4**." in told
