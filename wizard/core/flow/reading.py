"""From the text of a file to the types of `model`: every problem of the file at once, each at its place.

Walks the msgspec types, so that a key exists in one place only. Knows nothing of what names mean.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from collections.abc import Mapping as Table
from decimal import Decimal
from functools import cache
from typing import Any, TypeVar

from msgspec import inspect

from wizard.core.controls import visible
from wizard.core.flow.model import (
    CURRENCY_PATTERN,
    FLOW_ID_PATTERN,
    ID_PATTERN,
    RESERVED,
    FlowFile,
    Layout,
    LibraryFile,
    Option,
    OptionId,
    Question,
)
from wizard.core.flow.reporting import UNREADABLE, Reporting, Unreadable, near
from wizard.core.flow.written import SPECIAL, suggestion
from wizard.core.nodes import Mapping, Node, Scalar, Sequence
from wizard.core.numbers import read_number
from wizard.core.problems import Mark

T = TypeVar("T")

_YES, _NO = ("true", "yes"), ("false", "no")


class Reader(Reporting):
    """Reads the files of one flow. lost: ids of what could not be read.

    others: name -> lines of files whose texts stand among those of the one that is being read.
    """

    def __init__(self) -> None:
        super().__init__()
        self.file = ""
        self.lines: tuple[str, ...] = ()
        self.others: dict[str, tuple[str, ...]] = {}
        self.lost: set[str] = set()
        self._nodes: dict[int, tuple[object, Mapping]] = {}
        self._keys: dict[int, dict[str, Scalar]] = {}

    def read_file(
        self, kind: type[T], file: str, lines: tuple[str, ...], node: Node, stand_ins: Table[str, object]
    ) -> T | Unreadable:
        """What a whole file says.

        stand_ins: for keys that must be there and aren't, so that everything else is read all the same.
        """
        self.file, self.lines = file, lines
        return self.read_struct(kind, node, stand_ins)

    def lines_around(self, node: Node) -> tuple[str, ...]:
        """The lines of the file that a node stands in."""
        return self.others.get(node.mark.file, self.lines) if self.others else self.lines

    def read(self, kind: object, node: Node) -> object:
        """What a node says, UNREADABLE where it doesn't say anything of that kind."""
        return self._read(_type_info(kind), node)

    def read_struct(self, kind: type[T], node: Node, stand_ins: Table[str, object] = {}) -> T | Unreadable:
        """What a node says that is a map with known keys."""
        info = _type_info(kind)
        assert isinstance(info, inspect.StructType)
        found: T | Unreadable = self._read_struct(info, node, stand_ins)
        return found

    def mark(self, thing: object, key: str | None = None) -> Mark:
        """Where a thing that was read stands; with `key`, where the value of that key stands."""
        known = self._nodes.get(id(thing))
        if known is None:
            return Mark(self.file, 1, 1)
        value = known[1].get(key) if key is not None else None
        return known[1].mark if value is None else value.mark

    def key_mark(self, thing: object, key: str, name: str) -> Mark:
        """Where `name` stands as a key or as an item of what the thing has behind `key`."""
        node = self.node(thing, key)
        if isinstance(node, Mapping) and (found := self._key(node, name)) is not None:
            return found.mark
        if isinstance(node, Sequence):
            for item in node.items:
                if isinstance(item, Scalar) and item.text == name:
                    return item.mark
        return node.mark if node is not None else self.mark(thing)

    def _key(self, node: Mapping, name: str) -> Scalar | None:
        """A key of a map that may be long."""
        keys = self._keys.get(id(node))
        if keys is None:
            keys = self._keys[id(node)] = {key.text: key for key, _ in node.pairs}
        return keys.get(name)

    def node(self, thing: object, key: str) -> Node | None:
        """The text behind a key of a thing that was read."""
        known = self._nodes.get(id(thing))
        return known[1].get(key) if known else None

    # One method for each shape of type that `model` uses.

    def _read(self, kind: inspect.Type, node: Node) -> Any:
        read = _READERS.get(type(kind))
        if read is not None:
            return read(self, kind, node)
        if not isinstance(node, Scalar):
            return self.report("flow.text_wanted", node.mark)
        return self._read_scalar(kind, node)

    def _read_annotated(self, kind: inspect.Metadata, node: Node) -> Any:
        return self._read(kind.type, node) if kind.extra is None else suggestion(self, node)

    def _read_own(self, kind: inspect.CustomType | inspect.StructType, node: Node) -> Any:
        if isinstance(kind, inspect.StructType) and kind.cls not in SPECIAL:
            return self._read_struct(kind, node)
        return SPECIAL[kind.cls](self, node)

    def _read_union(self, kind: inspect.UnionType, node: Node) -> Any:
        types = [item for item in kind.types if not isinstance(item, inspect.NoneType)]
        tagged = {item.tag: item for item in types if isinstance(item, inspect.StructType) and item.tag}
        if tagged:
            return self._read_tagged(tagged, node)
        if len(types) > 1 and isinstance(node, Sequence):
            return self._read(next(item for item in types if isinstance(item, inspect.VarTupleType)), node)
        return self._read(types[0], node)

    def _read_tagged(self, tagged: dict[Any, inspect.StructType], node: Node) -> Any:
        if not isinstance(node, Mapping):
            return self.report("flow.map_wanted", node.mark)
        tag = node.get("type")
        text = tag.text if isinstance(tag, Scalar) else "text" if tag is None else ""
        if text not in tagged:
            self._lose(node)
            assert tag is not None
            if text in _question_types():
                return self.report("flow.type_not_in_field", tag.mark, type=text)
            names = tuple(str(name) for name in tagged)
            return self.report(
                "flow.unknown_type", tag.mark, type=text, known=names, **self.near(text, names)
            )
        return self._read_struct(tagged[text], node)

    def _read_struct(self, kind: inspect.StructType, node: Node, stand_ins: Table[str, object] = {}) -> Any:
        if not isinstance(node, Mapping):
            return self.report("flow.map_wanted", node.mark)
        fields = _fields(kind)
        tag_field = kind.tag_field if kind.tag else None
        values: dict[str, Any] = {}
        for key, value in node.pairs:
            if key.text == tag_field:
                continue
            field = fields.get(key.text)
            if field is None:
                self._report_unknown_key(key, value, (*fields, *((tag_field,) if tag_field else ())))
                continue
            found = self._read(field.type, value)
            if not isinstance(found, Unreadable) or field.required:
                values[field.name] = found
        for field in kind.fields:
            if field.required and field.name not in values:
                values[field.name] = self.report_missing(field.encode_name, node.mark)
        for name, stand_in in stand_ins.items():
            if isinstance(values.get(name, UNREADABLE), Unreadable):
                values[name] = stand_in
        if any(isinstance(value, Unreadable) for value in values.values()):
            self._lose(node)
            return UNREADABLE
        thing = kind.cls(**values)
        self._nodes[id(thing)] = (thing, node)
        return thing

    def report_missing(self, key: str, mark: Mark) -> Unreadable:
        """Note that a key isn't there that must be."""
        return self.report("flow.without_say" if key == "say" else "flow.missing_key", mark, key=key)

    def _report_unknown_key(self, key: Scalar, value: Node, known: tuple[str, ...]) -> None:
        if key.text.endswith(("'", '"', "]", "}", ")")) and value == Scalar("", value.mark):
            self.report("flow.unknown_key_broken_text", key.mark, key=key.text)
        else:
            self.report("flow.unknown_key", key.mark, key=key.text, known=known, **self.near(key.text, known))

    def _lose(self, node: Mapping) -> None:
        if isinstance(name := node.get("id"), Scalar):
            self.lost.add(name.text)

    def _read_items(self, kind: inspect.VarTupleType, node: Node) -> Any:
        if isinstance(node, Scalar) and node.text and isinstance(kind.item_type, inspect.StrType):
            return (node.text,)
        if not isinstance(node, Sequence):
            return self.report("flow.list_wanted", node.mark)
        items = [self._read(kind.item_type, item) for item in node.items]
        return tuple(item for item in items if not isinstance(item, Unreadable))

    def _read_dict(self, kind: inspect.DictType, node: Node) -> Any:
        if not isinstance(node, Mapping):
            return self.report("flow.map_wanted", node.mark)
        found = {}
        for key, value in node.pairs:
            name = self._read(kind.key_type, key)
            item = self._read(kind.value_type, value)
            if not isinstance(name, Unreadable) and not isinstance(item, Unreadable):
                found[name] = item
            else:
                self.lost.add(key.text)
        return found

    def _read_scalar(self, kind: inspect.Type, node: Scalar) -> Any:
        text = node.text
        match kind:
            case inspect.StrType(pattern=pattern):
                return self._read_text(node, pattern)
            case inspect.BoolType():
                if text.lower() in (*_YES, *_NO):
                    return text.lower() in _YES
                return self.report("flow.yes_or_no_wanted", node.mark, text=text)
            case inspect.IntType():
                if re.fullmatch(r"[0-9]{1,6}", text):
                    return int(text)
                return self.report("flow.whole_number_wanted", node.mark, text=text)
            case inspect.DecimalType():
                number = read_number(text)
                return (
                    number
                    if isinstance(number, Decimal)
                    else self.report("flow.number_wanted", node.mark, text=text)
                )
            case inspect.LiteralType(values=values):
                names = tuple(str(value) for value in values)
                if text in names:
                    return text
                close = self.near(text, names)
                return self.report("flow.one_of_wanted", node.mark, text=text, known=names, **close)
            case _:
                raise TypeError(f"the model uses a type that the reader doesn't know: {kind}")

    def _read_text(self, node: Scalar, pattern: str | None) -> str | Unreadable:
        if not node.text.strip():
            return self.report("flow.empty_text", node.mark)
        if pattern and not re.fullmatch(pattern.removesuffix("$"), node.text):
            return self.report(_WANTED.get(pattern, "flow.option_id_wanted"), node.mark, text=node.text)
        if pattern == ID_PATTERN and node.text in RESERVED:
            return self.report("flow.reserved_word", node.mark, text=node.text)
        return visible(node.text)


_READERS: Table[type[inspect.Type], Callable[[Reader, Any, Node], Any]] = {
    inspect.Metadata: Reader._read_annotated,
    inspect.UnionType: Reader._read_union,
    inspect.CustomType: Reader._read_own,
    inspect.StructType: Reader._read_own,
    inspect.VarTupleType: Reader._read_items,
    inspect.DictType: Reader._read_dict,
}
"""How each shape of type is read; all others are one piece of text."""

_WANTED = {
    ID_PATTERN: "flow.id_wanted",
    FLOW_ID_PATTERN: "flow.flow_id_wanted",
    CURRENCY_PATTERN: "flow.currency_wanted",
}


_FIELDS: dict[type, dict[str, inspect.Field]] = {}


def _fields(kind: inspect.StructType) -> dict[str, inspect.Field]:
    """The fields of a struct by the keys that files write; worked out once, for every key asks."""
    found = _FIELDS.get(kind.cls)
    if found is None:
        found = _FIELDS[kind.cls] = {field.encode_name: field for field in kind.fields}
    return found


@cache
def _question_types() -> frozenset[str]:
    info = _type_info(Question)
    assert isinstance(info, inspect.UnionType)
    return frozenset(str(kind.tag) for kind in info.types if isinstance(kind, inspect.StructType))


@cache
def _known_types() -> dict[Any, inspect.Type]:
    """All types that files begin with, described at once: what they share is described once."""
    kinds: tuple[Any, ...] = (FlowFile, LibraryFile, Layout, Option, dict[OptionId, Option], Question)
    return dict(zip(kinds, inspect.multi_type_info(kinds), strict=True))


def _type_info(kind: Any) -> inspect.Type:
    return _known_types().get(kind) or _other_type(kind)


@cache
def _other_type(kind: Any) -> inspect.Type:
    """A type that no flow is loaded with, described when it is read."""
    return inspect.type_info(kind)


def lines_of(text: str) -> tuple[str, ...]:
    """The lines of a file as its marks count them."""
    return tuple(re.split(r"\r\n|\r|\n", text))


__all__ = ["UNREADABLE", "Reader", "Unreadable", "lines_of", "near"]
