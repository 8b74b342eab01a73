"""What a step is called, with a card of its loop and without one."""

from __future__ import annotations

import pytest

from tests.worlds import World
from wizard.core.titles import step_title

FLOW = """
flow: small
title: A small flow
steps:
  - id: one
    title: One
    ask:
      - {{id: name, ask: Name?}}
      - {{id: segs, type: cards, ask: Who?, fields: [{{id: name, ask: Name?}}]}}
  - id: two
    each: seg in segs
    title: {title}
    ask:
      - {{id: pain, ask: What annoys them?}}
"""


@pytest.mark.parametrize(
    ("title", "alone", "at_a_card"),
    [
        ('"{{ seg.name }}: pains"', "Pains", "Bakers: pains"),
        ('"{{ seg.name }} – pains"', "Pains", "Bakers – pains"),
        ('"Pains: {{ seg.name }}"', "Pains", "Pains: Bakers"),
        ('"Pains ({{ seg.name }})"', "Pains", "Pains (Bakers)"),
        ('"{{ seg.name }} at {{ name }}"', "… at Ours", "Bakers at Ours"),
        ('"How {{ seg.name }} hears of it"', "How … hears of it", "How Bakers hears of it"),
        ('"{{ seg.name }}"', "…", "Bakers"),
        ('"{{ name }}: pains"', "Ours: pains", "Ours: pains"),
        ("Pains - all", "Pains - all", "Pains - all"),
    ],
)
def test_without_a_card_its_part_is_left_out(title: str, alone: str, at_a_card: str) -> None:
    at = World(FLOW.format(title=title))
    at.answer("name", "Ours")
    card = at.card("segs", name="Bakers")
    step = at.facts.flow.steps[1]

    assert (alone, at_a_card) == (step_title(at.facts, step), step_title(at.facts, step, card))


def test_the_list_of_steps_calls_it_so() -> None:
    at = World(FLOW.format(title='"{{ seg.name }}: pains"'))
    at.card("segs", name="Bakers")

    assert ["One", "Pains"] == [step.title for step in at.workshop.screen().steps]
    at.workshop.jump_to_step("two")
    assert ["One", "Bakers: pains"] == [step.title for step in at.workshop.screen().steps]
