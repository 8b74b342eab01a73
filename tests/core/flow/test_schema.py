"""The schema for editors takes what the reader takes, and refuses what an editor should underline."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.core.flow.flows import flow_text
from wizard.adapters.flow_yaml import read
from wizard.adapters.resources import flows_folder, templates_folder
from wizard.core.flow.model import FlowFile
from wizard.core.flow.schema import schema
from wizard.core.nodes import Mapping, Node, Scalar

Schema = dict[str, Any]
TYPES = {"string": str, "integer": int, "number": int | float, "boolean": bool, "array": list, "object": dict}
EXPLAINING = {"$schema", "$defs", "title", "description", "examples", "default", "format", "discriminator"}


def plain(node: Node) -> Any:
    """What any YAML library makes of a file, but for its guesses: every scalar is text."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Mapping):
        return {key.text: plain(value) for key, value in node.pairs}
    return [plain(item) for item in node.items]


class Validator:
    """As much of JSON Schema as the schema uses; a keyword that it doesn't know fails the test."""

    def __init__(self, whole: Schema) -> None:
        self.whole = whole

    def fits(self, value: Any, wanted: Schema) -> bool:
        return all(
            getattr(self, self._method(keyword), self._unknown(keyword))(value, given, wanted)
            for keyword, given in wanted.items()
            if keyword not in EXPLAINING and keyword not in ("then", "else")
        )

    def _method(self, keyword: str) -> str:
        return "_" + re.sub("[A-Z]", lambda letter: f"_{letter[0].lower()}", keyword.removeprefix("$"))

    def _unknown(self, keyword: str) -> Any:
        def fail(*_: object) -> bool:
            raise AssertionError(f"the schema uses {keyword}, which this test can't check")

        return fail

    def _ref(self, value: Any, name: str, _: Schema) -> bool:
        return self.fits(value, self.whole["$defs"][name.removeprefix("#/$defs/")])

    def _type(self, value: Any, names: str | list[str], _: Schema) -> bool:
        # A number or a boolean is text here, as everything is.
        wanted = [names] if isinstance(names, str) else names
        if isinstance(value, str) and "integer" in wanted:
            return "string" in wanted or value.isdecimal()
        if wanted == ["boolean"]:
            return value in ("true", "false")
        return any(isinstance(value, TYPES[name]) for name in wanted)

    def _enum(self, value: Any, values: list[str], _: Schema) -> bool:
        return value in values

    def _pattern(self, value: Any, pattern: str, _: Schema) -> bool:
        return not isinstance(value, str) or re.search(pattern, value) is not None

    def _any_of(self, value: Any, kinds: list[Schema], _: Schema) -> bool:
        return any(self.fits(value, kind) for kind in kinds)

    def _required(self, value: Any, keys: list[str], _: Schema) -> bool:
        return not isinstance(value, dict) or all(key in value for key in keys)

    def _properties(self, value: Any, known: Schema, _: Schema) -> bool:
        return not isinstance(value, dict) or all(
            self.fits(item, known[key]) for key, item in value.items() if key in known
        )

    def _additional_properties(self, value: Any, given: bool | Schema, whole: Schema) -> bool:
        more = [item for key, item in value.items() if key not in whole.get("properties", {})]
        return not more if given is False else all(self.fits(item, given) for item in more)  # type: ignore[arg-type]

    def _property_names(self, value: Any, given: Schema, _: Schema) -> bool:
        return not isinstance(value, dict) or all(self.fits(key, given) for key in value)

    def _items(self, value: Any, given: Schema, _: Schema) -> bool:
        return not isinstance(value, list) or all(self.fits(item, given) for item in value)

    def _min_items(self, value: Any, least: int, _: Schema) -> bool:
        return not isinstance(value, list) or len(value) >= least

    def _min_properties(self, value: Any, least: int, _: Schema) -> bool:
        return not isinstance(value, dict) or len(value) >= least

    def _if(self, value: Any, given: Schema, whole: Schema) -> bool:
        return self.fits(value, whole["then"] if self.fits(value, given) else whole["else"])


def fits(text: str) -> bool:
    node, problems = read(text, "flow.yaml")
    assert () == problems
    assert node is not None
    made = schema()
    return Validator(made).fits(plain(node), made)


SHIPPED = [
    path
    for folder in ("", "lib", "canvases", "learn")
    for path in sorted((flows_folder() / folder).glob("*.yaml"))
]


@pytest.mark.parametrize("path", [*SHIPPED, templates_folder() / "new-flow.yaml"], ids=lambda path: path.name)
def test_every_shipped_file_fits(path: Path) -> None:
    assert fits(path.read_text("utf-8"))


@pytest.mark.parametrize(
    "asked",
    [
        "- {id: q, ask: A?}",
        "- {id: q, type: choice, ask: A?, options: segments, pick: 1..}",
        "- {id: q, type: choice, ask: A?, options: [segments], pick: 1}",
        "- {id: q, type: choice, ask: A?, options: {no: No, 1.10: {label: Old, help: Very}}}",
        "- {id: q, type: number, ask: A?, min: 1, suggest: 3 + 4}",
        "- {id: q, type: matrix, ask: A?, rows: segments, columns: {a: A}, cell: {type: scale, range: 0..3}}",
    ],
)
def test_what_the_reader_takes_fits(asked: str) -> None:
    assert fits(flow_text(asked))


@pytest.mark.parametrize(
    "asked",
    [
        "- {id: q}",
        "- {id: Q, ask: A?}",
        "- {id: q, type: chioce, ask: A?}",
        "- {id: q, type: choice, ask: A?}",
        "- {id: q, ask: A?, requird: true}",
        "- {id: q, ask: A?, options: {a: A}}",
        "- {id: q, type: choice, ask: A?, options: {two words: A}}",
        "- {id: q, type: scale, ask: A?, range: one to five}",
        "- {id: q, type: cards, ask: A?, fields: [{id: f, type: cards, ask: B?, fields: []}]}",
    ],
)
def test_a_mistake_does_not_fit(asked: str) -> None:
    assert not fits(flow_text(asked))


def test_a_mistake_in_a_gallery_does_not_fit() -> None:
    gallery = "gallery: a\ngroups: [{{title: A, entries: [{{{key}: B, for: [yes]}}]}}]\n"

    assert fits(gallery.format(key="title"))
    assert not fits(gallery.format(key="titel"))


def test_every_key_of_the_model_is_offered() -> None:
    keys = {field.replace("as_", "as") for field in FlowFile.__struct_fields__}
    assert keys == set(schema()["$defs"]["FlowFile"]["properties"])


def test_the_schema_is_plain_json_and_the_same_each_time() -> None:
    assert schema() == json.loads(json.dumps(schema()))
    assert schema() == schema()
