"""What every flow that ships with the program owes to those who are led by it."""

from __future__ import annotations

import pytest

from tests.flows import shipped
from wizard.adapters.flow_files import FlowFiles
from wizard.core.flow.flow import Flow

PLAIN = {"retrospective": ["care"], "unite": ["spending"]}
"""Steps that only ask for numbers or choices: nothing there can be written weakly."""


@pytest.fixture(params=FlowFiles().shipped())
def flow(request: pytest.FixtureRequest) -> Flow:
    return shipped.shipped(request.param)


def test_every_step_teaches_and_has_its_time_and_a_note_for_the_facilitator(flow: Flow) -> None:
    assert [] == shipped.without_teaching(flow)


def test_every_step_in_which_somebody_writes_shows_a_good_and_a_weak_example(flow: Flow) -> None:
    assert PLAIN.get(flow.id, []) == shipped.without_examples(flow)


def test_every_day_that_is_asked_for_shows_how_one_is_written(flow: Flow) -> None:
    assert [] == shipped.days_without_example(flow)
