"""The templates that ship hold for any answers."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import pytest
from hypothesis import given, settings

from tests.adapters.render_jinja.written import ANY_TEXT, context_of
from tests.core.reading_markdown import PARSERS, structure, texts
from wizard.adapters.flow_files import FlowFiles
from wizard.adapters.render_jinja import JinjaRenderer
from wizard.adapters.resources import templates_folder
from wizard.core.controls import visible
from wizard.core.document import shape
from wizard.ports import LoadedFlow

SHIPPED = ("canvas.md.j2", "plan.md.j2")
BLOCKS: tuple[str, ...] = (
    *("key_partners", "key_activities", "value_propositions", "customer_relationships", "channels"),
    *("customer_segments", "key_resources", "cost_structure", "revenue_streams"),
)


@cache
def shipped_names() -> Mapping[str, object]:
    loaded = FlowFiles().load("business-model")
    assert isinstance(loaded, LoadedFlow)
    return shape(loaded.flow)


@cache
def shipped_templates() -> JinjaRenderer:
    return JinjaRenderer((templates_folder(),))


@cache
def shipped_document(template: str, text: str) -> str:
    found = shipped_templates().render(template, context_of(shipped_names(), text, BLOCKS))
    assert isinstance(found, str)
    return found


@pytest.mark.parametrize("template", SHIPPED)
def test_a_shipped_template_names_only_what_its_flow_has(template: str) -> None:
    assert [] == shipped_templates().check(template, shipped_names())


@pytest.mark.parametrize("template", SHIPPED)
@settings(max_examples=25)
@given(text=ANY_TEXT)
def test_any_answer_leaves_headings_and_tables_as_they_are(template: str, text: str) -> None:
    plain, hostile = shipped_document(template, "zq"), shipped_document(template, text)

    for parser in PARSERS:
        assert structure(parser, plain) == structure(parser, hostile)
    expected = [one.replace("zq", visible(text)) for one in texts(PARSERS[1], plain)]
    assert expected == texts(PARSERS[1], hostile)


def test_the_same_answers_give_the_same_bytes() -> None:
    names = context_of(shipped_names(), "Bread", BLOCKS)

    for template in SHIPPED:
        assert JinjaRenderer((templates_folder(),)).render(template, names) == shipped_document(
            template, "Bread"
        )
