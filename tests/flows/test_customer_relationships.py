"""The relationship work alone: asked as in the long flow, with an audit and goals of its own."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.flows import shipped
from wizard.core.facts import Facts
from wizard.core.figures import figures
from wizard.core.flow.flow import Flow

QUESTIONS = {
    "segments": ["name", "stage", "segments"],
    "offer": ["propositions", "channels"],
    "revenue": ["revenue_streams", "costs"],
    "audit": ["audit"],
    "stories": ["lost", "loyal"],
    "relationships": ["relationships"],
    "goals": ["churn_goal"],
    "plan": ["next_steps"],
}
OWN = {"audit", "lost", "loyal", "churn_goal"}


@pytest.fixture(scope="module")
def flow() -> Flow:
    return shipped.shipped("customer-relationships")


@pytest.fixture(scope="module")
def long_flow() -> Flow:
    return shipped.shipped("business-model")


@pytest.fixture(scope="module")
def plants() -> Facts:
    return shipped.facts("customer-relationships", shipped.example("sous-bois"))


def test_it_asks_what_was_agreed(flow: Flow) -> None:
    assert QUESTIONS == shipped.asked(flow)


def test_it_takes_as_long_as_it_says(flow: Flow) -> None:
    assert 45 == shipped.minutes(flow)
    assert "45 minutes" in flow.file.title


def test_what_both_ask_goes_from_the_one_flow_to_the_other(flow: Flow, long_flow: Flow) -> None:
    fields = {f"{id}.{field}" for id, found in flow.fields.items() for field in found}
    there = {f"{id}.{field}" for id, found in long_flow.fields.items() for field in found}

    assert [] == shipped.disagreements(flow, long_flow)
    assert OWN == set(flow.entries) - set(long_flow.entries)
    assert {f"segments.{field}" for field in ("lost", "loyal", "churn_goal")} == fields - there


def test_relationships_are_asked_for_exactly_as_in_the_long_flow(flow: Flow, long_flow: Flow) -> None:
    assert list(long_flow.fields["relationships"]) == list(flow.fields["relationships"])
    assert [] == [
        id
        for id, field in flow.fields["relationships"].items()
        if _suggested(field.question) != _suggested(long_flow.fields["relationships"][id].question)
    ]


def _suggested(question: object) -> str:
    suggest = getattr(question, "suggest", None)
    return suggest.source if suggest is not None else ""


def test_every_block_is_filled_and_the_coach_watches_the_heart(flow: Flow) -> None:
    assert [] == shipped.unfilled_blocks(flow)
    assert [] == shipped.unwatched(flow)


def test_a_goal_is_worth_the_customers_that_it_keeps(plants: Facts) -> None:
    """118 offices × (3% − 2%) × 1,466 EUR, without what is paid at the start; no goal where nobody leaves."""
    found = [one for one in figures(plants) if one.name == "goal_worth"]

    assert [Decimal("1729.88"), None, Decimal("87.467")] == [
        None if one.amount is None else one.amount.quantize(Decimal("0.001")).normalize() for one in found
    ]
    assert "nobody leaves, so no goal is needed" == found[1].why


def test_the_coach_asks_why_they_left() -> None:
    said = shipped.said(
        "customer-relationships",
        "segments: [{name: Cafés, churn: 6, churn_per: month}, {name: Hotels, churn: 6, lost: They closed}]",
    )

    assert 1 == said.count("nobody_knows_why")
    assert 2 == said.count("leaves_and_nothing_keeps")
