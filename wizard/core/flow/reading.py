"""From the text of a file to the types of `model`: every problem of the file at once, each at its place.

Walks the msgspec types, so that a key exists in one place only. Knows nothing of what names mean.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from difflib import get_close_matches
from functools import cache
from typing import Any, Final, TypeVar

from msgspec import inspect

from wizard.core.expressions import Expression, Prose, locator, parse_expression, parse_prose
from wizard.core.flow.model import Loop, Option, OptionId, Options, Span
from wizard.core.nodes import Mapping, Node, Scalar, Sequence
from wizard.core.numbers import read_number
from wizard.core.problems import Detail, Mark, Problem

T = TypeVar("T")

RESERVED = frozenset(
    ["this", "card", "id", "note", "face", "today", "flow", "workshop", "canvas", "findings", "version", "currency", "true", "false", "none", "and", "or", "not", "in", "is", "if", "else"]
)
_YES, _NO = ("true", "yes"), ("false", "no")


class Unreadable:
    """Stands where a value could not be read; its problem has been reported."""


UNREADABLE: Final = Unreadable()


class Reader:
    """Reads the files of one flow. problems: what was found so far. lost: ids of what could not be read."""

    def __init__(self) -> None:
        self.file = ""
        self.lines: tuple[str, ...] = ()
        self.problems: list[Problem] = []
        self.lost: set[str] = set()
        self._nodes: dict[int, tuple[object, Mapping]] = {}

    def read_file(self, kind: type[T], file: str, lines: tuple[str, ...], node: Node) -> T | Unreadable:
        """What a whole file says."""
        self.file, self.lines = file, lines
        return self.read(kind, node)

    def read(self, kind: type[T], node: Node) -> T | Unreadable:
        return self._read(_type_info(kind), node)  # type: ignore[no-any-return, arg-type]

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
        if isinstance(node, Mapping) and (found := node.key(name)) is not None:
            return found.mark
        if isinstance(node, Sequence):
            for item in node.items:
                if isinstance(item, Scalar) and item.text == name:
                    return item.mark
        return node.mark if node is not None else self.mark(thing)

    def node(self, thing: object, key: str) -> Node | None:
        """The text behind a key of a thing that was read."""
        known = self._nodes.get(id(thing))
        return known[1].get(key) if known else None

    def report(self, code: str, mark: Mark, /, **details: Detail) -> Unreadable:
        """Note a problem; gives UNREADABLE, so that a reading can end with it."""
        self.problems.append(Problem(code, details, mark=mark))
        return UNREADABLE

    # One method for each shape of type that `model` uses.

    def _read(self, kind: inspect.Type, node: Node) -> Any:
        if isinstance(kind, inspect.Metadata):
            kind = kind.type
        if isinstance(kind, inspect.UnionType):
            return self._read_union(kind, node)
        if isinstance(kind, inspect.CustomType | inspect.StructType) and kind.cls in _SPECIAL:
            return _SPECIAL[kind.cls](self, node)
        if isinstance(kind, inspect.StructType):
            return self._read_struct(kind, node)
        if isinstance(kind, inspect.VarTupleType):
            return self._read_items(kind, node)
        if isinstance(kind, inspect.DictType):
            return self._read_dict(kind, node)
        if not isinstance(node, Scalar):
            return self.report("flow.text_wanted", node.mark)
        return self._read_scalar(kind, node)

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
            names = tuple(str(name) for name in tagged)
            assert tag is not None
            return self.report("flow.unknown_type", tag.mark, type=text, known=names, near=near(text, names))
        return self._read_struct(tagged[text], node)

    def _read_struct(self, kind: inspect.StructType, node: Node) -> Any:
        if not isinstance(node, Mapping):
            return self.report("flow.map_wanted", node.mark)
        fields = {field.encode_name: field for field in kind.fields}
        tag_field = kind.tag_field if kind.tag else None
        values: dict[str, Any] = {}
        for key, value in node.pairs:
            if key.text == tag_field:
                continue
            if key.text not in fields:
                self._report_unknown_key(key, value, (*fields, *((tag_field,) if tag_field else ())))
                continue
            field = fields[key.text]
            found = self._read(field.type, value)
            if not isinstance(found, Unreadable) or field.required:
                values[field.name] = found
        for field in kind.fields:
            if field.required and field.name not in values:
                code = "flow.without_say" if field.name == "say" else "flow.missing_key"
                values[field.name] = self.report(code, node.mark, key=field.encode_name)
        if any(isinstance(value, Unreadable) for value in values.values()):
            self._lose(node)
            return UNREADABLE
        thing = kind.cls(**values)
        self._nodes[id(thing)] = (thing, node)
        return thing

    def _report_unknown_key(self, key: Scalar, value: Node, known: tuple[str, ...]) -> None:
        broken = key.text.endswith(("'", '"', "]", "}", ")")) and value == Scalar("", value.mark)
        code = "flow.unknown_key_broken_text" if broken else "flow.unknown_key"
        self.report(code, key.mark, key=key.text, near=near(key.text, known), known=known)

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
                close = near(text, names)
                return self.report("flow.one_of_wanted", node.mark, text=text, known=names, near=close)
            case _:
                raise TypeError(f"the model uses a type that the reader doesn't know: {kind}")

    def _read_text(self, node: Scalar, pattern: str | None) -> str | Unreadable:
        if not node.text.strip():
            return self.report("flow.empty_text", node.mark)
        if pattern and not re.search(pattern, node.text):
            return self.report("flow.id_wanted", node.mark, text=node.text)
        if pattern and pattern == _ID_PATTERN and node.text in RESERVED:
            return self.report("flow.reserved_word", node.mark, text=node.text)
        return node.text

    # What is written as one piece of text but means more.

    def expression(self, node: Node) -> Expression | Unreadable:
        if not isinstance(node, Scalar):
            code = "flow.braces_unquoted" if isinstance(node, Mapping) else "flow.text_wanted"
            return self.report(code, node.mark)
        return self._parsed(parse_expression(node.text, locator(node, self.lines)))

    def prose(self, node: Node) -> Prose | Unreadable:
        if not isinstance(node, Scalar):
            return self.report("flow.text_wanted", node.mark)
        if not node.text.strip():
            return self.report("flow.empty_text", node.mark)
        return self._parsed(parse_prose(node.text, locator(node, self.lines)))

    def _parsed(self, parsed: T | tuple[Problem, ...]) -> T | Unreadable:
        if isinstance(parsed, tuple):
            self.problems.extend(parsed)
            return UNREADABLE
        return parsed

    def span(self, node: Node) -> Span | Unreadable:
        text = node.text if isinstance(node, Scalar) else ""
        found = re.fullmatch(r"\s*(\d{1,4})\s*(\.\.\s*(\d{1,4})?)?\s*", text)
        if not found:
            return self.report("flow.span_wanted", node.mark, text=text)
        low = int(found[1])
        high = low if found[2] is None else int(found[3]) if found[3] else None
        if high is not None and high < low:
            return self.report("flow.span_backwards", node.mark, text=text, low=high, high=low)
        return Span(low, high)

    def loop(self, node: Node) -> Loop | Unreadable:
        text = node.text if isinstance(node, Scalar) else ""
        found = re.match(r"\s*([a-z][a-z0-9_]*)\s+in\s+", text)
        if not isinstance(node, Scalar) or not found:
            return self.report("flow.loop_wanted", node.mark, text=text)
        if found[1] in RESERVED:
            return self.report("flow.reserved_word", node.mark, text=found[1])
        place = locator(node, self.lines)
        start = found.end()
        source = self._parsed(parse_expression(text[start:], lambda offset: place(start + offset)))
        return source if isinstance(source, Unreadable) else Loop(found[1], source, node.mark)

    def option(self, node: Node) -> Option | Unreadable:
        if isinstance(node, Scalar):
            return Option(node.text) if node.text.strip() else self.report("flow.empty_text", node.mark)
        return self._read_struct(_type_info(Option), node)  # type: ignore[no-any-return, arg-type]

    def options(self, node: Node) -> Options | Unreadable:
        if isinstance(node, Mapping):
            inline = self._read(_type_info(dict[OptionId, Option]), node)
            return inline if isinstance(inline, Unreadable) else Options(node.mark, inline=inline)
        if isinstance(node, Sequence):
            names = tuple(item.text for item in node.items if isinstance(item, Scalar))
            if len(names) < len(node.items) or not names:
                return self.report("flow.options_wanted", node.mark)
            return Options(node.mark, names=names)
        if re.fullmatch(r"[a-z][a-z0-9_]*", node.text):
            return Options(node.mark, names=(node.text,))
        found = self.expression(node)
        return found if isinstance(found, Unreadable) else Options(node.mark, expression=found)


_ID_PATTERN = "^[a-z][a-z0-9_]*$"
_SPECIAL: dict[type, Callable[[Reader, Node], Any]] = {
    Expression: Reader.expression,
    Prose: Reader.prose,
    Span: Reader.span,
    Loop: Reader.loop,
    Option: Reader.option,
    Options: Reader.options,
}


@cache
def _type_info(kind: Any) -> inspect.Type:
    return inspect.type_info(kind)


def near(text: str, known: tuple[str, ...]) -> str:
    """The known name that looks most like the text; '' when none does."""
    close = get_close_matches(text, known, 1, 0.6)
    return close[0] if close else ""


def lines_of(text: str) -> tuple[str, ...]:
    """The lines of a file as its marks count them."""
    return tuple(re.split(r"\r\n|\r|\n", text))
