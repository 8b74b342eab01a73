"""A JSON Schema of flow files, for completion in editors. Made from `model`: no key is written twice."""

from __future__ import annotations

from typing import Any

import msgspec

from wizard.core.expressions import Expression, Prose
from wizard.core.flow.gallery import GalleryFile
from wizard.core.flow.model import (
    OPTION_ID_PATTERN,
    FlowFile,
    Layout,
    LibraryFile,
    Loop,
    Option,
    Options,
    Span,
    TextQuestion,
)
from wizard.core.problems import Mark

Schema = dict[str, Any]

# What is written as one piece of text, and what may be written in a short form as well.
_WRITTEN: dict[type, Schema] = {
    Span: {
        "type": ["string", "integer"],
        "pattern": r"^[0-9]+(\.\.[0-9]*)?$",
        "examples": ["1..7", "3..", 4],
    },
    Loop: {"type": "string", "pattern": "^[a-z][a-z0-9_]* in .+$", "examples": ["seg in segments"]},
    Options: {
        "description": "A map of options, the name of an option set, questions with cards, or an expression.",
        "anyOf": [
            {"type": "string"},
            {"type": "array", "items": {"type": "string"}, "minItems": 1},
            {
                "type": "object",
                "propertyNames": {"pattern": OPTION_ID_PATTERN},
                "additionalProperties": {"$ref": "#/$defs/Option"},
                "minProperties": 1,
            },
        ],
    },
}
_REF = "#/$defs/{name}"
# YAML reads 3, 2.5 and yes as numbers and booleans where text is meant; to us all of them are text.
_TEXT: Schema = {"type": ["string", "number", "boolean"]}


def schema() -> Schema:
    """The schema: a flow, a library, a canvas layout or a gallery, by their first key.

    Source: JSON Schema 2020-12.
    """
    kinds = (FlowFile, LibraryFile, Layout, GalleryFile)
    (flow, library, layout, gallery), made = msgspec.json.schema_components(
        kinds, schema_hook=_hook, ref_template=_REF
    )
    defs: Schema = {name: _as_written(found) for name, found in made.items() if name != Mark.__name__}
    defs |= {kind.__name__: written for kind, written in _WRITTEN.items()}
    defs[Option.__name__] = {"anyOf": [_TEXT, defs[Option.__name__]]}
    defs[TextQuestion.__name__]["required"].remove("type")  # a question without a type is a text
    otherwise = {"if": {"required": ["gallery"]}, "then": gallery, "else": flow}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Canvas Wizard flow",
        "type": "object",
        "if": {"required": ["lib"]},
        "then": library,
        "else": {"if": {"required": ["blocks"]}, "then": layout, "else": otherwise},
        "$defs": defs,
    }


def _hook(kind: type) -> Schema:
    if kind is Expression:
        return {"type": "string", "description": "An expression, without braces."}
    if kind is Prose:
        return {"type": "string", "description": "Text, with expressions in {{ }}."}
    raise NotImplementedError(f"the model uses a type that the schema doesn't know: {kind}")


def _as_written(found: Any) -> Any:
    """A part of the schema as authors may write it: text without quotes, one text for a list, no null."""
    if isinstance(found, list | tuple):
        return [_as_written(item) for item in found]
    if not isinstance(found, dict):
        return found
    if "anyOf" in found:
        kinds = [kind for kind in found["anyOf"] if kind != {"type": "null"}]
        rest = {key: value for key, value in found.items() if key not in ("anyOf", "default")}
        if len(kinds) == 1:
            return _as_written({**rest, **kinds[0]})
        found = {**rest, "anyOf": kinds}
    if found.get("type") == "string" and not {"enum", "pattern"} & found.keys():
        return {**found, **_TEXT}
    written = {key: _as_written(value) for key, value in found.items() if not _is_class_name(key, value)}
    if found.get("type") == "array" and found["items"].get("type") == "string":
        return {"anyOf": [_TEXT, written]}
    return written


def _is_class_name(key: str, value: object) -> bool:
    """Editors show titles in place of keys, and the name of a class tells an author nothing."""
    return key == "title" and isinstance(value, str)
