"""The shipped flow: its ids are a contract, because answers files and templates use them."""

from __future__ import annotations

import pytest

from wizard.adapters.flow_files import FlowFiles
from wizard.core.flow.flow import CardSource, Flow, SetSource
from wizard.ports import LoadedFlow


@pytest.fixture(scope="module")
def flow() -> Flow:
    found = FlowFiles().load("business-model")
    assert isinstance(found, LoadedFlow)
    return found.flow


QUESTIONS = {
    "segments": "name pitch stage segments",
    "value": "propositions",
    "channels": "channels",
    "revenue": "revenue_streams costs",
    "relationships": "relationships resources activities partners",
    "test": "assumptions experiments",
    "iterate": "decision pivot reason next_steps",
}
FIELDS = {
    "segments": "name who job pains gains size self_service customers churn_per churn acquisition_cost",
    "propositions": "name segments benefit alternative difference style",
    "channels": "name segments phases kind owned",
    "revenue_streams": "name segment proposition model price per uses payment margin",
    "costs": "name kind amount per",
    "relationships": "segment stage channel type nature idea tactic owner measure target cost",
    "resources": "name supports",
    "activities": "name supports",
    "partners": "name supports",
    "assumptions": "belief about kind importance confidence",
    "experiments": ("assumption method measure better target by owner status observed verdict learning next"),
    "next_steps": "what who by",
}
OPTIONS = {
    ("stage", ""): "idea prototype customers growing",
    ("propositions", "style"): "affordable balanced premium",
    ("segments", "churn_per"): "month year",
    ("channels", "phases"): "awareness evaluation purchase delivery after_sales",
    ("channels", "kind"): "communication distribution sales",
    ("revenue_streams", "model"): "sale subscription usage licence rental commission advertising freemium",
    ("revenue_streams", "per"): "once month year use",
    ("costs", "kind"): "fixed variable",
    ("costs", "per"): "once month year",
    ("relationships", "type"): "personal dedicated self_service automated community co_creation",
    ("relationships", "nature"): "transactional long_term",
    ("relationships", "stage"): "acquire keep grow",
    ("assumptions", "kind"): "desirable viable feasible",
    ("experiments", "better"): "at_least at_most",
    ("experiments", "status"): "planned running done",
    ("experiments", "verdict"): "held failed unclear",
    ("decision", ""): "persevere pivot stop",
}
LINKS = {
    ("propositions", "segments"): "segments",
    ("channels", "segments"): "segments",
    ("revenue_streams", "segment"): "segments",
    ("revenue_streams", "proposition"): "propositions",
    ("relationships", "segment"): "segments",
    ("relationships", "channel"): "channels",
    ("resources", "supports"): "propositions channels relationships",
    ("activities", "supports"): "propositions channels relationships",
    ("partners", "supports"): "propositions channels relationships resources activities",
    ("experiments", "assumption"): "assumptions",
}


def words(text: str) -> list[str]:
    return text.split()


def test_the_seven_steps_ask_what_was_agreed(flow: Flow) -> None:
    asked = {step.id: [question.id for question in step.ask] for step in flow.steps}

    assert {step: words(questions) for step, questions in QUESTIONS.items()} == asked
    assert list(QUESTIONS) == list(asked)


@pytest.mark.parametrize("question", FIELDS)
def test_cards_have_the_fields_that_were_agreed(flow: Flow, question: str) -> None:
    assert set(words(FIELDS[question])) == set(flow.fields[question])


@pytest.mark.parametrize("place", OPTIONS)
def test_a_choice_has_the_options_that_were_agreed(flow: Flow, place: tuple[str, str]) -> None:
    source = flow.sources[(*place, "options")]

    assert isinstance(source, SetSource)
    assert words(OPTIONS[place]) == list(source.options)


def test_there_are_ten_kinds_of_pivot(flow: Flow) -> None:
    source = flow.sources["pivot", "", "options"]

    assert isinstance(source, SetSource)
    assert 10 == len(source.options)


@pytest.mark.parametrize("place", LINKS)
def test_a_link_goes_to_the_cards_that_were_agreed(flow: Flow, place: tuple[str, str]) -> None:
    assert CardSource(tuple(words(LINKS[place]))) == flow.sources[(*place, "options")]


def test_a_belief_may_be_about_any_card_before_it(flow: Flow) -> None:
    source = flow.sources["assumptions", "about", "options"]
    earlier = flow.entries["assumptions"].order
    cards = [question.id for question in flow.cards_questions() if flow.entries[question.id].order < earlier]

    assert CardSource(tuple(cards)) == source


def test_every_block_of_the_canvas_is_filled_by_a_question(flow: Flow) -> None:
    assert flow.layout is not None
    filled = {entry.question.block for entry in flow.entries.values()}

    assert [] == [block.id for block in flow.layout.blocks if block.id not in filled]


def test_the_coach_watches_every_list_of_cards(flow: Flow) -> None:
    watched = {question for rule in flow.coach for question in rule.about}

    assert [] == [question.id for question in flow.cards_questions() if question.id not in watched]
