"""Seven steps in 25 minutes: a part of the long flow, asked in the same way, so that one goes on there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.flows import shipped
from wizard.core.carrying import carried
from wizard.core.flow.flow import Flow

PAGE = Path(__file__).parents[2] / "templates" / "express.md.j2"
QUESTIONS = {
    "segments": ["name", "stage", "segments"],
    "value": ["propositions"],
    "channels": ["channels"],
    "revenue": ["revenue_streams"],
    "relationships": ["relationships"],
    "test": ["assumptions"],
    "iterate": ["next_steps"],
}
LEFT_FOR_THE_LONG_FLOW = ["key_resources", "key_activities", "key_partners", "cost_structure"]


@pytest.fixture(scope="module")
def flow() -> Flow:
    return shipped.shipped("express")


@pytest.fixture(scope="module")
def long_flow() -> Flow:
    return shipped.shipped("business-model")


def test_each_of_the_seven_steps_asks_the_one_thing_that_matters(flow: Flow) -> None:
    assert QUESTIONS == shipped.asked(flow)


def test_it_takes_as_long_as_it_says(flow: Flow) -> None:
    assert 25 == shipped.minutes(flow)
    assert "25 minutes" in flow.file.description


def test_its_steps_are_those_of_the_long_flow(flow: Flow, long_flow: Flow) -> None:
    assert [step.id for step in long_flow.steps] == [step.id for step in flow.steps]


def test_every_answer_is_one_in_the_long_flow_too(flow: Flow, long_flow: Flow) -> None:
    fields = {f"{id}.{field}" for id, found in flow.fields.items() for field in found}
    there = {f"{id}.{field}" for id, found in long_flow.fields.items() for field in found}

    assert [] == shipped.disagreements(flow, long_flow)
    assert set() == set(flow.entries) - set(long_flow.entries)
    assert set() == fields - there


def test_what_it_takes_and_what_it_costs_is_left_for_the_long_flow(flow: Flow) -> None:
    assert LEFT_FOR_THE_LONG_FLOW == shipped.unfilled_blocks(flow)


def test_the_coach_watches_every_list_of_cards(flow: Flow) -> None:
    assert [] == shipped.unwatched(flow)


def test_every_word_of_the_page_is_one_that_can_be_translated() -> None:
    page = re.sub(r"(?s)\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", "", PAGE.read_text("utf-8"))

    assert [] == re.findall(r"[^\W\d_]+", page.replace("<br>", ""))


def test_the_page_uses_every_word_that_the_flow_brings_for_it(flow: Flow) -> None:
    assert set(flow.file.words) == set(re.findall(r"\bwords\.(\w+)", PAGE.read_text("utf-8")))


def test_going_on_in_the_long_flow_leaves_nothing_to_type_twice(long_flow: Flow) -> None:
    came = carried(shipped.facts("express", shipped.example("noon-walks")), long_flow, "EUR")

    assert () == came.left
    assert () == came.doubted


def test_the_coach_names_the_hole_in_the_table_of_the_example_and_nothing_else() -> None:
    assert ["stage_without_relationship"] == shipped.said("express", shipped.example("noon-walks"))
