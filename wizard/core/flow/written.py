"""What a flow writes as one piece of text but means as more: expressions, prose, spans, loops, options."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

from wizard.core.controls import visible
from wizard.core.expressions import Expression, Prose
from wizard.core.expressions.location import locator
from wizard.core.expressions.parse import parse_expression, parse_prose
from wizard.core.expressions.tree import Literal
from wizard.core.flow.model import (
    ID_PATTERN,
    OPTION_ID_PATTERN,
    RESERVED,
    Loop,
    Option,
    OptionId,
    Options,
    Span,
)
from wizard.core.flow.reporting import UNREADABLE, Unreadable
from wizard.core.nodes import Mapping, Node, Scalar, Sequence
from wizard.core.problems import Problem

if TYPE_CHECKING:
    from wizard.core.flow.reading import Reader

T = TypeVar("T")

_SPAN = re.compile(r"\s*([0-9]{1,4})\s*(\.\.\s*([0-9]{1,4})?)?\s*")
_LOOP = re.compile(r"\s*([a-z][a-z0-9_]*)\s+in\s+(?=\S)")
_NO_NAMES = frozenset(("and", "or", "not", "in", "is", "if", "else", "true", "false", "none"))


def expression(reader: Reader, node: Node) -> Expression | Unreadable:
    if not isinstance(node, Scalar):
        return reader.report("flow.text_wanted", node.mark)
    return _parsed(reader, parse_expression(node.text, locator(node, reader.lines_around(node))))


def suggestion(reader: Reader, node: Node) -> Expression | Unreadable:
    """An expression, or the bare id of an option, which needn't be a name: `1.10`, `12:30`, `after-sales`."""
    if not isinstance(node, Scalar) or not re.fullmatch(OPTION_ID_PATTERN, node.text):
        return expression(reader, node)
    if re.fullmatch(r"[A-Za-z]\w*", node.text) and node.text not in _NO_NAMES:
        return expression(reader, node)
    locate = locator(node, reader.lines_around(node))
    return Expression(node.text, locate(0), Literal(node.text, 0), locate)


def prose(reader: Reader, node: Node) -> Prose | Unreadable:
    if not isinstance(node, Scalar):
        return reader.report("flow.text_wanted", node.mark)
    if not node.text.strip():
        return reader.report("flow.empty_text", node.mark)
    return _parsed(reader, parse_prose(node.text, locator(node, reader.lines_around(node))))


def _parsed(reader: Reader, parsed: T | tuple[Problem, ...]) -> T | Unreadable:
    if isinstance(parsed, tuple):
        reader.add(parsed)
        return UNREADABLE
    return parsed


def span(reader: Reader, node: Node) -> Span | Unreadable:
    text = node.text if isinstance(node, Scalar) else ""
    found = _SPAN.fullmatch(text)
    if not found:
        return reader.report("flow.span_wanted", node.mark, text=text)
    low = int(found[1])
    high = low if found[2] is None else int(found[3]) if found[3] else None
    if high is not None and high < low:
        return reader.report("flow.span_backwards", node.mark, text=text, low=high, high=low)
    return Span(low, high)


def loop(reader: Reader, node: Node) -> Loop | Unreadable:
    if not isinstance(node, Scalar):
        return reader.report("flow.text_wanted", node.mark)
    place = locator(node, reader.lines_around(node))
    found = _LOOP.match(node.text)
    if not found:
        # Whichever of these words was to be its name: what uses it isn't to blame.
        reader.lost.update(re.findall(r"[a-z][a-z0-9_]*", node.text))
        return reader.report("flow.loop_wanted", place(0), text=node.text)
    name, start = found[1], found.end()
    if name in RESERVED:
        return reader.report("flow.reserved_word", place(found.start(1)), text=name)
    source = _parsed(reader, parse_expression(node.text[start:], lambda offset: place(start + offset)))
    if isinstance(source, Expression):
        return Loop(name, source, place(found.start(1)))
    reader.lost.add(name)
    return source


def option(reader: Reader, node: Node) -> Option | Unreadable:
    """A label alone, or a map with its help and when."""
    if isinstance(node, Scalar):
        label = visible(node.text)
        return Option(label) if label.strip() else reader.report("flow.empty_text", node.mark)
    return reader.read_struct(Option, node)


def options(reader: Reader, node: Node) -> Options | Unreadable:
    if isinstance(node, Mapping):
        inline = reader.read(dict[OptionId, Option], node)
        if not isinstance(inline, dict):
            return UNREADABLE
        if not node.pairs:
            return reader.report("flow.options_wanted", node.mark)
        return Options(node.mark, inline=inline)
    if isinstance(node, Sequence):
        names = tuple(item.text for item in node.items if isinstance(item, Scalar))
        if len(names) < len(node.items) or not names:
            return reader.report("flow.options_wanted", node.mark)
        return Options(node.mark, names=names)
    found = expression(reader, node)
    if not isinstance(found, Expression):
        return found
    names = (node.text,) if re.fullmatch(ID_PATTERN, node.text) else ()
    return Options(node.mark, names=names, expression=found)


SPECIAL: dict[type, Callable[[Reader, Node], Any]] = {
    Expression: expression,
    Prose: prose,
    Span: span,
    Loop: loop,
    Option: option,
    Options: options,
}
