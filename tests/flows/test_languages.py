"""Shipped flows in other languages: nothing is missing, nothing is left in English, and nothing is odd."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
import pytest

from wizard.adapters.flow_files import FlowFiles
from wizard.adapters.resources import flows_folder
from wizard.cli.start import storeless_home
from wizard.core.expressions import Prose
from wizard.core.flow.flow import Flow
from wizard.imports import Answered, answered, documents, loaded_for
from wizard.ports import LoadedFlow

FLOWS = FlowFiles()
TRANSLATED = [(flow, tag) for flow in FLOWS.shipped() for tag in FLOWS.languages(flow)[1:]]
EXAMPLES = {"de": "zweites-rad"}


def in_language(flow: str, language: str = "") -> LoadedFlow:
    found = FLOWS.load(flow, language)
    assert isinstance(found, LoadedFlow), found
    return found


def sentences(flow: Flow) -> set[str]:
    """Texts of a flow that a document might print: asks, labels, titles and its words for templates."""
    asked = {entry.question.ask.source for entry in flow.entries.values()}
    titles = {step.title.source for step in flow.steps if step.title is not None}
    labels = {option.label for options in flow.options.values() for option in options.values()}
    says = {rule.say.source for rule in flow.coach if isinstance(rule.say, Prose)}
    return {
        *asked,
        *titles,
        *labels,
        *says,
        *flow.file.words.values(),
        flow.file.title,
        flow.file.description,
    }


def structure(given: object) -> object:
    """What a flow is made of without its texts: kinds, ids and expressions."""
    if isinstance(given, Prose):
        return Prose
    if isinstance(given, msgspec.Struct):
        return (type(given), *(structure(getattr(given, name)) for name in given.__struct_fields__))
    if isinstance(given, dict):
        return {name: structure(item) for name, item in given.items()}
    return [structure(item) for item in given] if isinstance(given, tuple) else type(given)


def differing(one: Flow, other: Flow) -> Iterator[str]:
    """Ids of questions that are built otherwise in one of two languages."""
    for id, entry in one.entries.items():
        if structure(entry.question) != structure(other.entries[id].question):
            yield id


def test_express_can_be_had_in_german_and_spanish() -> None:
    assert ("en", "de", "es") == FLOWS.languages("express")


@pytest.mark.parametrize(("flow", "language"), TRANSLATED)
def test_a_translation_lacks_no_text_and_holds_nothing_odd(flow: str, language: str) -> None:
    assert None is FLOWS.lacking(flow, language)
    assert () == in_language(flow, language).warnings


@pytest.mark.parametrize(("flow", "language"), TRANSLATED)
def test_a_translation_changes_words_and_nothing_else(flow: str, language: str) -> None:
    own, other = in_language(flow).flow, in_language(flow, language).flow
    assert list(own.entries) == list(other.entries)
    assert [] == list(differing(own, other))
    assert [rule.id for rule in own.coach] == [rule.id for rule in other.coach]


@pytest.mark.parametrize(("flow", "language"), TRANSLATED)
def test_hardly_a_text_is_the_same_in_two_languages(flow: str, language: str) -> None:
    same = sentences(in_language(flow).flow) & sentences(in_language(flow, language).flow)
    assert set() == {text for text in same if "{{ this" not in text}


@pytest.mark.parametrize("language", EXAMPLES)
def test_the_documents_of_an_example_hold_no_sentence_in_another_language(language: str) -> None:
    home, _ = storeless_home()
    path = flows_folder() / "examples" / f"{EXAMPLES[language]}.yaml"
    node, _ = FLOWS.answers(str(path))
    loaded = loaded_for(home, node, None)
    assert isinstance(loaded, LoadedFlow)
    found = answered(home, loaded, node)
    assert isinstance(found, Answered)
    assert language == found.facts.flow.file.language
    assert () == found.standing
    made = documents(home, found)
    assert isinstance(made, dict)
    english = {
        text for text in sentences(in_language(loaded.flow.id).flow) if len(text) > 3 and "{{" not in text
    }
    for text in made.values():
        assert [] == [one for one in english if one in text]


def test_an_example_is_offered_in_the_language_that_one_speaks() -> None:
    names = {language: FLOWS.example("express", language) for language in ("", "en", "de", "es")}
    assert {"": "noon-walks", "en": "noon-walks", "de": "zweites-rad", "es": "noon-walks"} == {
        language: (path or "").rpartition("/")[2].removesuffix(".yaml") for language, path in names.items()
    }
