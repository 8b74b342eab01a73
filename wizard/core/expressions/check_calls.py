"""Checks what stands behind a bar and behind `is`: the name, the arguments, and what it is applied to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from wizard.core.expressions import tree
from wizard.core.expressions.comparing import comparison_mistakes
from wizard.core.expressions.filters import FILTERS
from wizard.core.expressions.filters_periods import PERIODS
from wizard.core.expressions.finder import Finder
from wizard.core.expressions.near import nearest
from wizard.core.expressions.predicates import TESTS
from wizard.core.expressions.signatures import Argument, Filter, Predicate, accepts, counts, signature
from wizard.core.expressions.types import (
    Anything,
    CardOf,
    Many,
    OneOf,
    Text,
    Type,
    is_numeric,
    kind,
)
from wizard.core.tongue import t

_LIKE: dict[str, tree.CompareSign] = {
    "ne": "!=",
    "!=": "!=",
    "lt": "<",
    "lessthan": "<",
    "<": "<",
    "le": "<=",
    "<=": "<=",
    "gt": ">",
    "greaterthan": ">",
    ">": ">",
    "ge": ">=",
    ">=": ">=",
    "in": "in",
}
"""Tests that compare, by the sign that they stand for; the others compare like `==`."""


def named_field(node: tree.Filtered) -> Iterator[str]:
    """The names of fields among a filter's arguments."""
    filter_ = FILTERS.get(node.filter)
    if filter_ is not None:
        for argument, given in zip(filter_.arguments, node.arguments, strict=False):
            if argument.kind == "field" and (field := _written(given)) is not None:
                yield field


def check_filter(finder: Finder, node: tree.Filtered, of: Type) -> Type:
    """The type of a filter's result, noting its mistakes."""
    filter_ = FILTERS.get(node.filter)
    if filter_ is None:
        near = nearest(node.filter, FILTERS)
        finder.found("expression.unknown_filter", node.at, **{"name": node.filter, **near})
        for argument in node.arguments:
            finder.type_of(argument)
        return Anything()
    if not accepts(filter_.takes, of):
        finder.found(
            f"expression.filter_takes_{filter_.takes.replace(' ', '_')}",
            node.at,
            name=node.filter,
            kind=_kind_of_list(of),
        )
        of = Anything()
    types = _argument_types(finder, node, filter_, of)
    return filter_.gives(of, types) if types is not None else Anything()


def check_test(finder: Finder, node: tree.Tested, of: Type) -> None:
    """Note the mistakes of a test."""
    test = TESTS.get(node.test)
    if test is None:
        near = nearest(node.test, TESTS)
        finder.found("expression.unknown_test", node.at, **{"name": node.test, **near})
        return
    if not accepts(test.takes, of):
        finder.found(f"expression.filter_takes_{test.takes}", node.at, name=node.test, kind=_kind_of_list(of))
    types = _argument_types(finder, node, test, of)
    if types and node.test in (*_LIKE, "eq", "equalto"):
        _check_like(finder, node.test, (node.of, of), (node.arguments[0], types[0]))


def _kind_of_list(of: Type) -> str:
    """What a person calls it, with what is in the list: "list of cards"."""
    if isinstance(of, Many) and not isinstance(of.item, Anything | Many):
        return t("list with a {kind} in it", kind=t(kind(of.item)))
    return kind(of)


def _argument_types(
    finder: Finder, node: tree.Filtered | tree.Tested, called: Filter | Predicate, of: Type
) -> tuple[Type, ...] | None:
    """The types of the arguments, a field's for one that names it; None where their number is wrong."""
    if len(node.arguments) not in counts(called):
        name = node.filter if isinstance(node, tree.Filtered) else node.test
        finder.found("expression.argument_count", node.at, name=name, written=signature(name, called))
        return None
    types: list[Type] = []
    for argument, given in zip(called.arguments, node.arguments, strict=False):
        types.append(_argument_type(finder, argument, given, of))
    _check_pairs(finder, node, called, types)
    return tuple(types)


def _argument_type(finder: Finder, argument: Argument, given: tree.Node, of: Type) -> Type:
    if argument.kind == "field":
        field = _written(given)
        if field is None:
            finder.found("expression.field_in_quotes", given.at)
            finder.type_of(given)
            return Anything()
        item = of.item if isinstance(of, Many) else of
        return finder.field_of(item, field, given.at)
    if argument.kind == "test":
        name = _written(given)
        if name not in TESTS:
            found = name or ""
            finder.found("expression.unknown_test", given.at, **{"name": found, **nearest(found, TESTS)})
        return Text()
    type_ = finder.type_of(given)
    if argument.kind == "period":
        _check_period(finder, given, type_)
    elif not _fits(argument, type_):
        finder.found(f"expression.argument_{argument.kind}", given.at, kind=kind(type_))
    return type_


def _check_period(finder: Finder, given: tree.Node, type_: Type) -> None:
    """A word must be a period; of a choice, at least one option must: the others give a blank."""
    if isinstance(type_, OneOf):
        if not set(PERIODS) & set(type_.options):
            finder.found("expression.no_period", given.at, options=", ".join(type_.options), known=PERIODS)
    elif isinstance(given, tree.Literal) and isinstance(type_, Text):
        if (found := _written(given) or "") not in PERIODS:
            near = nearest(found, PERIODS)
            finder.found("expression.unknown_period", given.at, name=found, known=PERIODS, **near)
    elif not isinstance(type_, Text | Anything):
        finder.found("expression.argument_period", given.at, kind=kind(type_), known=PERIODS)


def _fits(argument: Argument, type_: Type) -> bool:
    if isinstance(type_, Anything):
        return True
    match argument.kind:
        case "number":
            return is_numeric(type_)
        case "text":
            return isinstance(type_, Text | OneOf)
        case "card":
            return isinstance(type_, CardOf | OneOf | Text)
        case _:
            return True


def _check_pairs(
    finder: Finder, node: tree.Filtered | tree.Tested, called: Filter | Predicate, types: list[Type]
) -> None:
    """A value beside a field must be one that the field can be compared with."""
    if len(types) < 2 or called.arguments[len(types) - 1].kind != "like field":
        _check_test_alone(finder, node, called)
        return
    held = types[0].item if isinstance(types[0], Many) and len(types) == 2 else types[0]
    test = _written(node.arguments[1]) if len(types) == 3 else "eq"
    _check_like(finder, test or "eq", (node.arguments[0], held), (node.arguments[-1], types[-1]))


def _check_test_alone(finder: Finder, node: tree.Filtered | tree.Tested, called: Filter | Predicate) -> None:
    """A test by name that needs a value and got none."""
    if len(node.arguments) == 2 and called.arguments[1].kind == "test":
        name = _written(node.arguments[1])
        test = TESTS.get(name or "")
        if test is not None and test.arguments:
            written = signature(cast("str", name), test)
            finder.found("expression.argument_count", node.arguments[1].at, name=name or "", written=written)


def _check_like(
    finder: Finder, test: str, left: tuple[tree.Node, Type], right: tuple[tree.Node, Type]
) -> None:
    if test in _LIKE or test in ("eq", "equalto", "=="):
        # A field is named by a text, which stands for its values: only its type counts.
        named = tree.Name("", left[0].at)
        finder.add(comparison_mistakes(_LIKE.get(test, "=="), (named, left[1]), right))


def _written(node: tree.Node) -> str | None:
    """The text of a literal."""
    return node.value if isinstance(node, tree.Literal) and isinstance(node.value, str) else None
