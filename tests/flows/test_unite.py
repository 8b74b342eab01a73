"""Four models and a purpose: every box has its question, and the business model's goes there as it is."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.flows import shipped
from wizard.core.flow.flow import Flow
from wizard.core.problems import Place
from wizard.core.values import Blank, Card

QUESTIONS = {
    "purpose": ["name", "pitch", "stage", "purpose"],
    "customers": ["segments", "jobs"],
    "value": ["propositions", "products", "services"],
    "income": ["revenue_streams"],
    "experience": ["brand", "channels", "relationships"],
    "operating": ["activities", "resources", "partners"],
    "spending": ["costs"],
    "next": ["assumptions", "next_steps"],
}
OF_THE_UNITE_ALONE = {"purpose", "jobs", "products", "services", "brand"}


@pytest.fixture(scope="module")
def flow() -> Flow:
    return shipped.shipped("unite")


def test_the_purpose_and_the_customers_come_first_and_the_money_after_what_it_is_for(flow: Flow) -> None:
    assert QUESTIONS == shipped.asked(flow)
    assert list(QUESTIONS) == list(shipped.asked(flow))


def test_it_takes_as_long_as_it_says(flow: Flow) -> None:
    assert 80 == shipped.minutes(flow)
    assert "80 minutes" in flow.file.description


def test_every_box_of_the_four_models_is_filled(flow: Flow) -> None:
    assert [] == shipped.unfilled_blocks(flow)


def test_the_canvas_says_whose_it_is(flow: Flow) -> None:
    assert flow.layout is not None

    for name in ("Digital Leadership", "Strategyzer", "CC BY-SA"):
        assert name in flow.layout.attribution


def test_the_business_model_takes_its_answers_but_not_what_only_four_models_have(flow: Flow) -> None:
    business_model = shipped.shipped("business-model")

    assert ["assumptions.about"] == shipped.disagreements(flow, business_model)
    assert set() == OF_THE_UNITE_ALONE & set(business_model.entries)


def test_the_parts_of_the_system_keep_a_promise(flow: Flow) -> None:
    assert ["propositions"] == shipped.links_of(flow, "products", "propositions")
    assert ["propositions", "products"] == shipped.links_of(flow, "services", "helps")
    assert ["segments"] == shipped.links_of(flow, "jobs", "segments")


def test_the_coach_watches_every_list_of_cards(flow: Flow) -> None:
    assert [] == shipped.unwatched(flow)


def test_there_is_room_where_a_job_matters_and_is_done_badly() -> None:
    jobs = "jobs: [{name: A, importance: 5, done: 1}, {name: B, importance: 2, done: 5}]"
    facts = shipped.facts("unite", jobs)
    cards = facts.value(Place("jobs"))

    assert isinstance(cards, tuple)
    rooms = [facts.computed_field(card, "room") for card in cards if isinstance(card, Card)]
    assert [Decimal(25), Decimal(2)] == rooms
    assert cards[0] == facts.computed("best_job")


def test_a_job_that_nobody_rated_waits() -> None:
    facts = shipped.facts("unite", "jobs: [{name: A}]")
    cards = facts.value(Place("jobs"))

    assert isinstance(cards, tuple)
    assert isinstance(cards[0], Card)
    assert isinstance(facts.computed_field(cards[0], "room"), Blank)
    assert isinstance(facts.computed("best_job"), Blank)
