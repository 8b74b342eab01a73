"""The shipped flows among themselves: what was said in one is not asked for again in another."""

from __future__ import annotations

from pathlib import Path

import pytest

from wizard.adapters.flow_files import FlowFiles
from wizard.adapters.store_memory import MemoryStore
from wizard.cli.start import FlowsLater, home_with
from wizard.core.carrying import carried
from wizard.home import Home
from wizard.imports import workshop_from_answers
from wizard.ports import LoadedFlow
from wizard.workshop import Workshop

EXAMPLES = Path(__file__).resolve().parents[2] / "flows" / "examples"


@pytest.fixture(scope="module")
def home() -> Home:
    return home_with(MemoryStore(), FlowsLater())


def example(home: Home, flow: str) -> Workshop:
    path = home.outside.flows.example(flow)
    assert path is not None
    found = workshop_from_answers(home, path)
    assert isinstance(found, Workshop), found
    return found


def test_express_goes_on_in_the_business_model_with_nothing_typed_twice(home: Home) -> None:
    source = example(home, "express")
    target = home.load("business-model")
    assert isinstance(target, LoadedFlow)
    found = carried(source.facts, target.flow, source.facts.currency)
    assert ((), (), ()) == (found.unasked, found.left, found.doubted)
    assert len(source.stops()) > 1


def test_a_new_quarter_is_decided_anew(home: Home) -> None:
    source = example(home, "business-model")
    target = home.load("retrospective")
    assert isinstance(target, LoadedFlow)
    found = carried(source.facts, target.flow, source.facts.currency)
    anew = [line.what for line in found.left if line.said == "it is asked anew here."]
    assert ["What happens next? (4 cards)", "What do you decide?", "What do you change?", "Why?"] == anew


def test_the_version_that_is_looked_up_is_the_one_that_is_read() -> None:
    flows = FlowFiles()
    for id in flows.shipped():
        loaded = flows.load(id)
        assert isinstance(loaded, LoadedFlow), loaded
        assert loaded.flow.file.version == flows.version(id)
    assert None is flows.version("no-such-flow")
    assert None is flows.version("../README")
