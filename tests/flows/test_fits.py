"""What libraries lend says something: there is a shipped flow that asks what each reason speaks of."""

from __future__ import annotations

import pytest

from tests.core.flow.flows import said
from wizard.adapters.flow_files import FlowFiles
from wizard.adapters.flow_texts import Found
from wizard.adapters.gathering import Gathering
from wizard.adapters.resources import flows_folder
from wizard.core.flow.build import build
from wizard.core.flow.flow import SetSource
from wizard.ports import LoadedFlow

ONE_FILE = "all.yaml"


@pytest.mark.parametrize("flow", ["business-model"])
def test_a_flow_asks_what_the_reasons_in_its_libraries_speak_of(flow: str) -> None:
    def found(name: str) -> Found:
        """A file as if it were a part of the flow, from which more is demanded than from what is lent."""
        return Found((flows_folder() / name).read_text("utf-8"), ONE_FILE)

    name = f"{flow}.yaml"
    sources, problems = Gathering(name, found(name), found).sources()
    assert [] == said((*problems, *build(sources).problems))


def test_every_kind_of_relationship_is_advised_on_where_a_relationship_is_made() -> None:
    loaded = FlowFiles().load("business-model")
    assert isinstance(loaded, LoadedFlow)
    source = loaded.flow.sources["relationships", "type", "options"]
    assert isinstance(source, SetSource)
    assert [] == [id for id, one in source.options.items() if not (one.fits and one.for_ and one.against)]
