"""A translation laid over a flow: whatever stands in it, there is a flow, or there are problems."""

from __future__ import annotations

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.adapters.test_translations import FLOW, GERMAN, LAYOUT, LIBRARY
from tests.core.flow.flows import source
from wizard.core.flow.build import Source, Sources, build
from wizard.core.flow.translating import Translated, translated
from wizard.core.nodes import Mapping, Node, Scalar, Sequence

SOURCES = Sources(
    source("shop.yaml", FLOW), (source("lib.yaml", LIBRARY),), source("canvases/small.yaml", LAYOUT), ""
)
NAMES = st.sampled_from(
    (
        "title",
        "start",
        "name",
        "goods.price",
        "ask",
        "options",
        "open",
        "fits",
        "people",
        "takings",
        "few",
        "shelf",
    )
)
VALUES = st.recursive(
    st.sampled_from(("", "Ein Wort", "{{ name }}", "{{ nobody }}", "{{ this", "x" * 50)),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=3),
    max_leaves=8,
)
KEYS = st.sampled_from(
    (
        *("title", "steps", "questions", "options", "compute", "sensitivity", "coach", "documents"),
        *("words", "blocks", "canvas", "nothing"),
    )
)


def laid(text: str) -> Translated:
    return translated(SOURCES, source("i18n/de/shop.yaml", text), "de")


def texts(node: Node | None) -> list[str]:
    """Every text of a file, in its order."""
    match node:
        case Scalar():
            return [node.text]
        case Sequence():
            return [text for item in node.items for text in texts(item)]
        case Mapping():
            return [text for key, value in node.pairs for text in (key.text, *texts(value))]
        case None:
            return []


@settings(max_examples=150, deadline=None)
@given(st.dictionaries(KEYS, VALUES, max_size=4))
def test_whatever_a_translation_holds_there_is_a_flow_or_a_problem(given: dict[str, object]) -> None:
    found = laid(json.dumps({"translation": "shop", "language": "de", **given}))
    made = build(found.sources)
    problems = [one for one in (*found.problems, *made.problems) if one.severity == "error"]
    assert made.flow is not None or problems
    assert len(found.missing) <= found.texts


def test_an_empty_translation_leaves_every_text_as_it_is_and_lacks_them_all() -> None:
    found = laid("translation: shop\nlanguage: de\n")
    assert found.texts == len(found.missing) == len(set(found.missing))
    expected = texts(SOURCES.flow.node)
    assert expected == texts(found.sources.flow.node)[: len(expected)]
    assert texts(SOURCES.libraries[0].node) == texts(found.sources.libraries[0].node)


def test_a_whole_translation_says_every_text_and_touches_nothing_else() -> None:
    found = laid(GERMAN)
    gone = {*texts(SOURCES.flow.node)} - {*texts(found.sources.flow.node)}
    assert {"A shop", "What is it called?", "Bakery", "It earns", "An idea", "nothing is sold"} <= gone
    assert not {"shop", "goods.price|sum", "this|wordcount > 3", "lib.more", "idea", "1..5", "3"} & gone


def test_what_a_library_has_and_the_flow_doesnt_use_isnt_asked_for() -> None:
    missing = laid("translation: shop\nlanguage: de\n").missing
    assert "questions.why.ask" in missing
    assert "questions.never.ask" not in missing
    assert "coach.alone.say" in missing
    assert "coach.silent.say" not in missing


def test_a_flow_that_cant_be_read_is_no_matter_for_its_translation() -> None:
    broken = Sources(Source("shop.yaml", (), None), (), None, "")
    found = translated(broken, source("i18n/de/shop.yaml", GERMAN), "de")
    assert ((), ()) == (found.problems, found.missing)
