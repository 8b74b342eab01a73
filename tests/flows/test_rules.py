"""Each rule of the shipped libraries speaks when it should and only then, and what it says can be followed.

rules/ has, library by library, answers with which each rule `fires` and others with which it is `quiet`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from tests.flows import shipped
from tests.flows.test_documents import EXAMPLES, example
from wizard.adapters.flow_files import FlowFiles
from wizard.adapters.flow_yaml import read
from wizard.adapters.resources import flows_folder
from wizard.core.coach import Finding, findings
from wizard.core.facts import Facts
from wizard.core.flow.model import CoachRule
from wizard.core.nodes import Mapping, Scalar, Sequence
from wizard.ports import LoadedFlow

RULES = Path(__file__).with_name("rules")
CASES = sorted(path.stem for path in RULES.glob("*.yaml"))
MOST_WORDS = 50  # of what a rule says, its names left out
SENTENCE_END = r"[.?!](?=\s|$)"
MOST_SENTENCES = 2  # a question counts as one


def mapping(path: Path) -> Mapping:
    node, problems = read(path.read_text("utf-8"), path.name)
    assert () == problems
    assert isinstance(node, Mapping)
    return node


def text(node: object) -> str:
    assert isinstance(node, Scalar), node
    return node.text


@cache
def cases(library: str) -> dict[str, Mapping]:
    """What makes each rule of a library speak and be quiet, by the rule's id."""
    rules = mapping(RULES / f"{library}.yaml").get("rules")
    assert isinstance(rules, Mapping)
    return {key.text: case for key, case in rules.pairs if isinstance(case, Mapping)}


def libraries() -> Iterator[tuple[str, list[str]]]:
    """The shipped libraries that have rules, with the ids of these."""
    for path in sorted((flows_folder() / "lib").glob("*.yaml")):
        node = mapping(path)
        rules = node.get("coach")
        if isinstance(rules, Sequence):
            ids = [text(rule.get("id")) for rule in rules.items if isinstance(rule, Mapping)]
            yield text(node.get("lib")), ids


def facts(library: str, rule: str, key: str) -> Facts:
    flow = text(mapping(RULES / f"{library}.yaml").get("flow"))
    answers = cases(library)[rule].get(key)
    assert isinstance(answers, Mapping), "answers are a map"
    assert answers.pairs, "answers that say nothing prove nothing"
    return shipped.facts_of(flow, answers)


def spoken(found: Facts, rule: str) -> list[Finding]:
    return [finding for finding in findings(found, everything=True) if finding.rule == rule]


EACH = [(library, rule) for library in CASES for rule in cases(library)]


def test_every_rule_of_every_library_has_its_answers() -> None:
    assert dict(libraries()) == {library: list(cases(library)) for library in CASES}


@pytest.mark.parametrize(("library", "rule"), EACH)
def test_a_rule_speaks_where_it_should(library: str, rule: str) -> None:
    found = facts(library, rule, "fires")
    said = spoken(found, rule)

    assert said
    assert [] == [one.say for one in said if "…" in one.say]


@pytest.mark.parametrize(("library", "rule"), EACH)
def test_a_rule_leads_to_a_question_that_can_solve_it(library: str, rule: str) -> None:
    found = facts(library, rule, "fires")

    for one in spoken(found, rule):
        assert one.place is not None
        assert one.place.field or one.place.question in one.about
        assert found.visible(one.place)


@pytest.mark.parametrize(("library", "rule"), EACH)
def test_a_rule_is_quiet_where_all_is_well(library: str, rule: str) -> None:
    assert [] == [one.say for one in spoken(facts(library, rule, "quiet"), rule)]


# How they say it


def of_all_flows() -> dict[tuple[str, str], CoachRule]:
    return {(name, rule.id): rule for name in FlowFiles().shipped() for rule in shipped.shipped(name).coach}


def say(rule: CoachRule) -> str:
    assert rule.say is not None
    return re.sub(r"\{\{.*?\}\}", "x", rule.say.source)


def test_every_rule_of_every_flow_says_where_it_comes_from() -> None:
    assert [] == [id for id, rule in of_all_flows().items() if not rule.source or not rule.about]


def test_what_is_said_is_short() -> None:
    said = {id: say(rule) for id, rule in of_all_flows().items()}

    assert [] == [id for id, one in said.items() if len(one.split()) > MOST_WORDS]
    assert [] == [id for id, one in said.items() if len(re.findall(SENTENCE_END, one)) > MOST_SENTENCES]


def test_what_is_said_in_other_languages_is_as_short() -> None:
    flows = FlowFiles()
    loaded = [flows.load(name, code) for name in flows.shipped() for code in flows.languages(name)[1:]]
    rules = [rule for found in loaded if isinstance(found, LoadedFlow) for rule in found.flow.coach]

    assert rules
    assert [] == [rule.id for rule in rules if len(re.findall(SENTENCE_END, say(rule))) > MOST_SENTENCES]


def test_care_that_costs_more_than_is_paid_is_told_once_and_by_one_rule() -> None:
    stream = "revenue_streams: [{name: Ovens, segment: Cooks, price: %s, per: %s, margin: 50}]"
    care = "relationships: [{segment: Cooks, cost: 12}]"
    cooks = "stage: customers\nsegments: [{name: Cooks, churn: %s}]"
    told = {"care_costs_more", "contribution_negative"}
    for price, per, churn in (
        ("0", "month", "4"),
        ("500", "once", "4"),
        ("3000", "once", "0"),
        ("1", "month", "4"),
    ):
        answers = "\n".join((cooks % churn, stream % (price, per), care))
        assert ["care_costs_more"] == [
            rule for rule in shipped.said("business-model", answers) if rule in told
        ]


def test_no_rule_counts_steps_which_each_flow_counts_otherwise() -> None:
    assert [] == [id for id, rule in of_all_flows().items() if re.search(r"\bsteps? \d", say(rule))]


def test_few_rules_stop_anybody() -> None:
    blocks = {id for (_, id), rule in of_all_flows().items() if rule.severity == "block"}

    assert {
        "no_segment",
        "no_proposition",
        "no_problem",
        "nobody_chosen",
        "nothing_that_matters",
    } == blocks


# The examples

SAID_OF_EXAMPLES = {
    "bread-again": [
        ("warn", "month_loses_money"),  # a year in, and not yet a living: the reason for their pivot
        ("warn", "assumption_untested"),  # a next step plans that test
        ("tip", "stage_without_relationship"),  # the home cooks whom they no longer serve
        ("tip", "ltv_cac_low"),  # the same
    ],
    "linen-loop": [
        ("warn", "fewer_than_before"),
        ("tip", "missed_and_kept"),
        ("tip", "failed_but_persevering"),
    ],
    "noon-walks": [("tip", "stage_without_relationship")],
    "northern-crates": [
        ("warn", "month_loses_money"),  # 144 customers, and 149 are needed
        ("tip", "stage_without_relationship"),
        ("tip", "stays_for_ever"),
        ("tip", "little_room"),
    ],
    "orchard-post": [
        ("warn", "nothing_relieves"),  # what the example is there to show
        ("warn", "expected_missing"),
        ("warn", "feature_for_nothing"),
    ],
    "quiet-hours": [],
    "sous-bois": [("tip", "stage_without_relationship"), ("tip", "ltv_cac_low")],
    "zweites-rad": [("tip", "stage_without_relationship"), ("tip", "stage_without_relationship")],
}


@pytest.mark.parametrize("name", EXAMPLES)
def test_of_an_example_is_said_what_its_founders_would_hear_gladly(name: str) -> None:
    found = example(name).findings

    assert SAID_OF_EXAMPLES[name] == [(one.severity, one.rule) for one in found]
    assert [] == [one.say for one in found if "…" in one.say]
