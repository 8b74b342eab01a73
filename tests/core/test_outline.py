"""What a flow will ask, before anybody has begun."""

from __future__ import annotations

from tests.worlds import flow_of
from wizard.core.outline import DocumentOutline, StepOutline, outline

FLOW = """
flow: stall
title: "A market\\x1b stall"
description: |
  From apples
  to pears.
steps:
  - id: begin
    title: The beginning
    minutes: 15
    ask:
      - {id: name, ask: N}
      - id: goods
        type: cards
        ask: G
        fields: [{id: name, ask: N}, {id: price, type: money, ask: P}]
  - id: pricing
    each: good in goods
    title: "Why does {{ good.name }} cost so much?"
    minutes: 5
    ask: [{id: why, ask: W}]
  - {id: more, title: More, when: "name == 'x'", ask: [{id: other, ask: O}]}
documents:
  - {file: stall.md, template: stall.md.j2, title: The stall}
  - {file: other.md, template: other.md.j2}
"""


def test_the_plan_of_a_flow() -> None:
    plan = outline(flow_of(FLOW))

    assert ("A market␛ stall", "From apples to pears.") == (plan.title, plan.description)
    assert (
        StepOutline("The beginning", minutes=15, questions=2),
        StepOutline("Why does … cost so much?", minutes=5, questions=1, repeated=True),
        StepOutline("More", minutes=0, questions=1, sometimes=True),
    ) == plan.steps
    assert (20, 4) == (plan.minutes, plan.questions)
    assert plan.takes_more  # five minutes for each of the goods
    assert (DocumentOutline("stall.md", "The stall"), DocumentOutline("other.md", "")) == plan.documents


def test_a_flow_that_asks_everything_once_takes_no_more_than_it_says() -> None:
    assert not outline(flow_of(FLOW.replace("    minutes: 5\n", ""))).takes_more
