"""What the shipped libraries say of types, stages and tactics: short, in one voice, with reasons."""

from __future__ import annotations

import re

import pytest

from tests.flows import shipped
from wizard.core.facts import Facts
from wizard.core.flow.flow import Flow
from wizard.core.flow.model import Option
from wizard.core.problems import Place
from wizard.core.recommending import Ranked, ranking

SETS = ("stages", "relationship_types", "natures", "tactics")
MOST_WORDS = 8  # of what somebody does
MOST_CELLS = 76  # of a line that stands below a list of options

COMPANY = """
stage: {stage}
segments: [{{id: them, name: Them, size: {size}, self_service: {self_service}}}]
propositions: [{{name: Promise, segments: [them], style: {style}}}]
revenue_streams: [{{name: Stream, segment: them, model: {model}, price: {price}, per: month}}]
relationships: [{{id: bond, segment: them, stage: {to}}}]
"""
FEW_AND_DEAR = COMPANY.format(
    stage="customers", size=30, self_service=2, style="premium", model="rental", price=900, to="keep"
)
MANY_AND_CHEAP = COMPANY.format(
    stage="growing", size=90000, self_service=5, style="affordable", model="subscription", price=6, to="keep"
)
AN_IDEA = COMPANY.format(
    stage="idea", size=400, self_service=3, style="balanced", model="sale", price=40, to="acquire"
)


@pytest.fixture(scope="module")
def flow() -> Flow:
    return shipped.shipped("business-model")


def options(flow: Flow) -> list[tuple[str, Option]]:
    return [(f"{name}.{id}", option) for name in SETS for id, option in flow.options[name].items()]


def types(answers: str) -> tuple[Ranked, ...]:
    return ranking(made(answers), Place("relationships", bond(answers), "type"))


def made(answers: str) -> Facts:
    return shipped.facts("business-model", answers)


def bond(answers: str) -> str:
    return made(answers).state.cards["relationships"][0]


def best(answers: str) -> list[str]:
    return [one.id for one in types(answers) if one.best]


def test_every_option_helps_and_gives_reasons(flow: Flow) -> None:
    assert [] == [name for name, option in options(flow) if option.help is None or not option.fits]
    assert [] == [
        name for name, option in options(flow) if not option.example and not name.startswith("natures.")
    ]


def test_every_type_has_something_for_and_against_it(flow: Flow) -> None:
    found = flow.options["relationship_types"]

    assert [] == [id for id, option in found.items() if (len(option.for_), len(option.against)) != (2, 2)]
    assert [] == [
        id for id, option in found.items() if {fit.weight > 0 for fit in option.fits} != {True, False}
    ]


def test_reasons_are_short_begin_small_and_end_without_a_full_stop(flow: Flow) -> None:
    reasons = [fit.because.source for _, option in options(flow) for fit in option.fits]

    assert [] == [one for one in reasons if not re.match(r"[a-z“{]", one) or one.endswith(".")]
    assert [] == [one for one in reasons if len(one.split()) > 16]
    assert [] == [fit.weight for _, option in options(flow) for fit in option.fits if abs(fit.weight) > 3]


def test_lines_fit_below_a_list_of_options(flow: Flow) -> None:
    lines = [line for _, option in options(flow) for line in (*option.for_, *option.against)]

    assert [] == [line for line in lines if len(line) > MOST_CELLS]


def test_there_are_ideas_for_each_stage_in_a_few_words(flow: Flow) -> None:
    tactics = flow.options["tactics"]
    conditions = [option.when.source if option.when else "" for option in tactics.values()]

    assert {"acquire", "keep", "grow"} == {condition.split("'")[1] for condition in conditions}
    assert [] == [stage for stage in ("acquire", "keep", "grow") if sum(stage in c for c in conditions) < 8]
    assert [] == [option.label for option in tactics.values() if len(option.label.split()) > MOST_WORDS]


def test_only_ideas_for_the_stage_at_hand_are_held_out() -> None:
    facts = made(FEW_AND_DEAR)
    offered = facts.offered_at(Place("relationships", bond(FEW_AND_DEAR), "idea"))

    assert "own_person" in {id for id, _, _ in offered}
    assert set() == {id for id, _, _ in offered} & {"taster", "next_size"}


def test_few_who_pay_much_get_a_named_person() -> None:
    assert ["dedicated"] == best(FEW_AND_DEAR)


def test_many_who_pay_little_and_help_themselves_help_themselves() -> None:
    assert ["self_service"] == best(MANY_AND_CHEAP)


def test_who_has_an_idea_talks_to_people() -> None:
    assert ["personal"] == best(AN_IDEA)


def test_reasons_name_the_founders_own_numbers() -> None:
    (dedicated,) = (one for one in types(FEW_AND_DEAR) if one.id == "dedicated")

    assert [
        "their 900 EUR a month pay for a name and a telephone number",
        "with 30 of them, each can be known by name",
        "a premium promise is easier to believe from somebody they know",
        "they stay with somebody who knows their history",
    ] == [reason.because for reason in dedicated.reasons]


def test_of_a_segment_of_which_nothing_is_known_nothing_is_said() -> None:
    bare = "segments: [{id: them, name: Them}]\nrelationships: [{id: bond, segment: them}]"

    assert [] == [one.id for one in types(bare) if one.known]
