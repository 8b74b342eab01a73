"""What people want to get done against what an offer does: the table, the score, and what is still open."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.flows import shipped
from wizard.core.flow.flow import Flow
from wizard.core.values import Blank

QUESTIONS = {
    "people": ["name", "segments", "segment"],
    "jobs": ["jobs"],
    "pains": ["pains"],
    "gains": ["gains"],
    "features": ["features"],
    "fit": ["fit"],
    "changes": ["next_steps", "assumptions"],
}
RATED = """
name: Second Voice
segments: [{name: Singers}]
segment: Singers
jobs: [{name: Learn the part, importance: 5}]
pains:
  - {name: The tune is gone, jobs: [Learn the part], importance: 5}
  - {name: Too large, importance: 4}
  - {name: No light, importance: 2}
gains: [{name: A nod, importance: 4}]
features: [{name: Louder}, {name: Printed}]
assumptions: [{belief: They listen}]
next_steps: [{what: Halve it, who: Tom, by: 2026-12-03}]
fit:
"""
SOME = RATED + "  The tune is gone: {Louder: 3, Printed: 0}\n  A nod: {Louder: 2}\n  No light: {Louder: 1}\n"


@pytest.fixture(scope="module")
def flow() -> Flow:
    return shipped.shipped("value-fit")


def test_it_goes_from_the_people_over_what_matters_to_what_changes(flow: Flow) -> None:
    assert QUESTIONS == shipped.asked(flow)
    assert list(QUESTIONS) == list(shipped.asked(flow))


def test_it_takes_as_long_as_it_says(flow: Flow) -> None:
    assert 60 == shipped.minutes(flow)
    assert "60 minutes" in flow.file.description


def test_every_block_of_the_canvas_is_filled_by_a_question(flow: Flow) -> None:
    assert [] == shipped.unfilled_blocks(flow)


def test_the_business_model_takes_its_answers(flow: Flow) -> None:
    assert [] == shipped.disagreements(flow, shipped.shipped("business-model"))


def test_the_coach_watches_every_list_of_cards_but_that_of_people(flow: Flow) -> None:
    assert ["segments"] == shipped.unwatched(flow)


def test_the_score_is_the_share_of_what_matters_that_is_answered_well() -> None:
    facts = shipped.facts("value-fit", SOME)

    assert (3, 2) == (facts.computed("important"), facts.computed("answered"))
    assert Decimal("0.67") == facts.computed("fit_score")


def test_counting_by_weight_a_little_help_counts_a_little() -> None:
    """5 × 3 + 4 × 0 + 2 × 1 + 4 × 2 = 25, of (5 + 4 + 2 + 4) × 3 = 45."""
    assert Decimal("0.56") == shipped.facts("value-fit", SOME).computed("fit_depth")


def test_there_is_no_score_before_anything_is_rated() -> None:
    facts = shipped.facts("value-fit", RATED + "  {}\n")

    assert isinstance(facts.computed("fit_score"), Blank)
    assert isinstance(facts.computed("fit_depth"), Blank)


def test_the_coach_names_what_nothing_relieves_and_what_relieves_nothing() -> None:
    assert ["nothing_relieves", "feature_for_nothing"] == shipped.said("value-fit", SOME)


def test_the_coach_is_content_where_everything_that_matters_is_answered() -> None:
    assert [] == shipped.said("value-fit", SOME + "  Too large: {Louder: 0, Printed: 2}\n")


def test_before_the_table_is_filled_only_the_parts_are_pointed_at() -> None:
    assert ["feature_unrated", "feature_unrated"] == shipped.said("value-fit", RATED + "  {}\n")


def test_the_example_shows_one_hole_one_part_for_nothing_and_what_is_taken_for_granted() -> None:
    assert ["nothing_relieves", "expected_missing", "feature_for_nothing"] == shipped.said(
        "value-fit", shipped.example("orchard-post")
    )
