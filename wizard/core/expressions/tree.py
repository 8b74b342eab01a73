"""The tree of an expression, in our own nodes: all that expressions can say. Knows no Jinja.

Every node has `at`: the offset in the scalar's text of the token that names it best (a field's name, a
filter's name). `start` gives the offset where the whole node begins.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Literal as OneWordOf
from typing import Union

import msgspec

from wizard.core.problems import Mark
from wizard.core.values import Blank, Value

ArithmeticSign = OneWordOf["+", "-", "*", "/", "//", "%"]
CompareSign = OneWordOf["==", "!=", "<", "<=", ">", ">=", "in", "not in"]


class Literal(msgspec.Struct, frozen=True):
    """A text, a number, true, false; `none` is a Blank."""

    value: Value | Blank
    at: int


class ListOf(msgspec.Struct, frozen=True):
    items: tuple[Node, ...]
    at: int


class Name(msgspec.Struct, frozen=True):
    name: str
    at: int


class Field(msgspec.Struct, frozen=True):
    of: Node
    field: str
    at: int


class Negative(msgspec.Struct, frozen=True):
    of: Node
    at: int


class Arithmetic(msgspec.Struct, frozen=True):
    sign: ArithmeticSign
    left: Node
    right: Node
    at: int


class Joined(msgspec.Struct, frozen=True):
    """`a ~ b ~ c`: one text."""

    parts: tuple[Node, ...]
    at: int


class Not(msgspec.Struct, frozen=True):
    of: Node
    at: int


class Both(msgspec.Struct, frozen=True):
    """`a and b and c`."""

    parts: tuple[Node, ...]
    at: int


class Either(msgspec.Struct, frozen=True):
    """`a or b or c`."""

    parts: tuple[Node, ...]
    at: int


class Compared(msgspec.Struct, frozen=True):
    """`a < b <= c`: true where each pair of neighbours is."""

    first: Node
    rest: tuple[tuple[CompareSign, Node], ...]
    at: int


class Chosen(msgspec.Struct, frozen=True):
    """`then if condition else otherwise`."""

    condition: Node
    then: Node
    otherwise: Node
    at: int


class Filtered(msgspec.Struct, frozen=True):
    of: Node
    filter: str
    arguments: tuple[Node, ...]
    at: int


class Tested(msgspec.Struct, frozen=True):
    of: Node
    test: str
    arguments: tuple[Node, ...]
    at: int


Node = Union[
    Literal,
    ListOf,
    Name,
    Field,
    Negative,
    Arithmetic,
    Joined,
    Not,
    Both,
    Either,
    Compared,
    Chosen,
    Filtered,
    Tested,
]

Locate = Callable[[int], Mark]
"""From an offset in a scalar's text to its position in the file."""


class Expression:
    """An expression that could be read. source: as it was written, without braces. mark: where it begins.

    locate: for the nodes' offsets, which count in the whole scalar (that matters in prose). A plain class, so
    that `msgspec.inspect` takes it for one piece of text when it describes a flow file.
    """

    __slots__ = ("locate", "mark", "source", "tree")

    def __init__(self, source: str, mark: Mark, tree: Node, locate: Locate) -> None:
        self.source = source
        self.mark = mark
        self.tree = tree
        self.locate = locate


class Prose:
    """Text in which `{{ }}` holds expressions. parts: text and expressions in turn, none of them empty.

    is_plain: there is nothing in it to evaluate. A plain class, for the same reason as Expression.
    """

    __slots__ = ("is_plain", "mark", "parts", "source")

    def __init__(self, source: str, mark: Mark, parts: tuple[str | Expression, ...]) -> None:
        self.source = source
        self.mark = mark
        self.parts = parts
        self.is_plain = not any(isinstance(part, Expression) for part in parts)


def children(node: Node) -> tuple[Node, ...]:
    """The nodes right below a node; the first is where it begins."""
    match node:
        case ListOf(items):
            found = items
        case Field(of) | Negative(of) | Not(of):
            found = (of,)
        case Arithmetic(_, left, right):
            found = (left, right)
        case Joined(parts) | Both(parts) | Either(parts):
            found = parts
        case Compared(first, rest):
            found = (first, *(operand for _, operand in rest))
        case Chosen(condition, then, otherwise):
            found = (then, condition, otherwise)
        case Filtered(of, _, arguments) | Tested(of, _, arguments):
            found = (of, *arguments)
        case Literal() | Name():
            found = ()
    return found


def nodes(node: Node) -> Iterator[Node]:
    """A node and all that is below it."""
    yield node
    for child in children(node):
        yield from nodes(child)


def start(node: Node) -> int:
    """The offset where a node begins, leaving out brackets around it."""
    at = node.at
    while below := children(node):
        node = below[0]
        at = min(at, node.at)
    return at
