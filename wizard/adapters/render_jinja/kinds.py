"""What a name in a template can stand for, as far as it is known without answers. Must not run anything."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from jinja2 import nodes

LOOP = frozenset(
    {"changed", "cycle", "depth", "depth0", "first", "index", "index0", "last", "length", "nextitem"}
    | {"previtem", "revindex", "revindex0"}
)
SAME_LIST = frozenset(
    {"known", "linking", "list", "reject", "rejectattr", "reverse", "select", "selectattr", "sort", "unique"}
    | {"where"}
)
# Which argument of a filter names a field of the cards before the bar: a place, or a keyword.
FIELD_ARGUMENTS: dict[str, tuple[int | None, str]] = {
    "where": (0, "name"),
    "selectattr": (0, ""),
    "rejectattr": (0, ""),
    "groupby": (0, "attribute"),
    "sort": (1, "attribute"),
    "sum": (0, "attribute"),
    "unique": (1, "attribute"),
    "join": (1, "attribute"),
    "min": (1, "attribute"),
    "max": (1, "attribute"),
    "map": (None, "attribute"),
}


class Cards(NamedTuple):
    """A list of cards that have these fields."""

    fields: frozenset[str]


class OneCard(NamedTuple):
    fields: frozenset[str]


class Loop(NamedTuple):
    """`loop`, inside a loop."""


class Module(NamedTuple):
    """What another template defines."""

    names: frozenset[str]


class Words(NamedTuple):
    """The texts that a flow has for its templates."""

    names: frozenset[str]


Kind = Cards | OneCard | Loop | Module | Words | None
"""None: nothing is known, and everything goes."""


def kind_of_name(shape: object) -> Kind:
    """The kind of a name in `core.document.shape`."""
    if isinstance(shape, tuple):
        return Words(frozenset(shape))
    return Cards(shape) if isinstance(shape, frozenset) else None


def kind_of(node: nodes.Node | None, look_up: Callable[[str], Kind]) -> Kind:
    """What an expression gives."""
    match node:
        case nodes.Name():
            return look_up(node.name)
        case nodes.Filter():
            return _filtered(node.name, kind_of(node.node, look_up))
        case nodes.Getitem():
            held = kind_of(node.node, look_up)
            if isinstance(held, Cards):
                return held if isinstance(node.arg, nodes.Slice) else OneCard(held.fields)
            return None
        case nodes.CondExpr():
            first, second = kind_of(node.expr1, look_up), kind_of(node.expr2, look_up)
            return first if first == second else None
    return None


def _filtered(name: str, held: Kind) -> Kind:
    if not isinstance(held, Cards):
        return None
    if name in SAME_LIST:
        return held
    return OneCard(held.fields) if name in ("first", "last") else None


def item_kind(held: Kind) -> Kind:
    """What a loop over it gives each time."""
    return OneCard(held.fields) if isinstance(held, Cards) else None


def named_field(node: nodes.Filter) -> str | None:
    """The field that a filter's arguments name, where they name one outright."""
    if node.name not in FIELD_ARGUMENTS:
        return None
    place, keyword = FIELD_ARGUMENTS[node.name]
    arguments: list[nodes.Expr] = [pair.value for pair in node.kwargs if pair.key == keyword]
    if place is not None and place < len(node.args):
        arguments.append(node.args[place])
    for argument in arguments:
        if isinstance(argument, nodes.Const) and isinstance(argument.value, str):
            return argument.value.split(".")[0].split(",")[0]
    return None
