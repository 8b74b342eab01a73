"""What can be known about an expression before anybody has answered: its type and its mistakes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, Literal

from wizard.core.expressions import tree
from wizard.core.expressions.check_calls import check_filter, check_test
from wizard.core.expressions.comparing import (
    calculated_type,
    can_be_shown,
    comparison_mistakes,
    uncalculable,
    units_differ,
)
from wizard.core.expressions.finder import Finder
from wizard.core.expressions.names import Known, Names
from wizard.core.expressions.near import nearest
from wizard.core.expressions.tree import Expression, Prose, start
from wizard.core.expressions.types import (
    Anything,
    CardOf,
    DateType,
    GridOf,
    Many,
    Number,
    OneOf,
    Record,
    Text,
    Type,
    YesNo,
    common,
    is_numeric,
    kind,
)
from wizard.core.problems import Detail, Problem
from wizard.core.values import Blank

Wanted = Literal["condition", "number", "text", "date", "list", "cards", "any"]


def check(parsed: Expression | Prose, names: Names) -> tuple[Type, tuple[Problem, ...]]:
    """The type of an expression (Text for prose) and all its problems, each with its mark."""
    if isinstance(parsed, Expression):
        walk = _Walk(names)
        return walk.type_of(parsed.tree), walk.problems(parsed.locate)
    problems: list[Problem] = []
    for part in _expressions(parsed):
        walk = _Walk(names)
        found = walk.type_of(part.tree)
        if not can_be_shown(found):
            walk.found("expression.cannot_show", start(part.tree), kind=kind(found))
        problems.extend(walk.problems(part.locate))
    return Text(), tuple(problems)


def check_wanted(expression: Expression, found: Type, wanted: Wanted) -> Problem | None:
    """The problem `expression.wants_*` where an expression doesn't give what its place needs."""
    if isinstance(found, Anything) or _WANTED[wanted](found):
        return None
    return Problem(f"expression.wants_{wanted}", {"kind": kind(found)}, mark=expression.mark)


_WANTED: dict[Wanted, Callable[[Type], bool]] = {
    "condition": lambda found: not isinstance(found, GridOf | Record),
    "number": is_numeric,
    "text": lambda found: isinstance(found, Text | OneOf),
    "date": lambda found: isinstance(found, DateType),
    "list": lambda found: isinstance(found, Many),
    "cards": lambda found: isinstance(found, Many) and isinstance(found.item, CardOf | Anything),
    "any": lambda _: True,
}


def names_read(parsed: Expression | Prose) -> frozenset[str]:
    """The names that it begins with: `seg` of `seg.size`; loop names too."""
    return frozenset(node.name for node in _nodes(parsed) if isinstance(node, tree.Name))


def _expressions(parsed: Expression | Prose) -> Iterator[Expression]:
    if isinstance(parsed, Expression):
        yield parsed
    else:
        yield from (part for part in parsed.parts if isinstance(part, Expression))


def _nodes(parsed: Expression | Prose) -> Iterator[tree.Node]:
    for expression in _expressions(parsed):
        yield from tree.nodes(expression.tree)


class _Walk(Finder):
    """One walk over one tree, giving each node its type."""

    def type_of(self, node: tree.Node) -> Type:
        typed: Type = _TYPES[type(node)](self, node)
        return typed

    def literal(self, node: tree.Literal) -> Type:
        if isinstance(node.value, Blank):
            return Anything()
        if isinstance(node.value, bool):
            return YesNo()
        return Text() if isinstance(node.value, str) else Number()

    def listed(self, node: tree.ListOf) -> Type:
        items = tuple(self.type_of(item) for item in node.items)
        return Many(common(items))

    def named(self, node: tree.Name) -> Type:
        looked = self.names.lookup(node.name)
        if isinstance(looked, Known):
            return looked.type
        near: dict[str, Detail] = {}
        if looked.code == "name.unknown":
            near = nearest(node.name, self.names.names())
        elif looked.code == "name.sibling":
            near = {"near": f"card.{node.name}"}
        self.found(looked.code, node.at, **{"name": node.name, **near, **looked.details})
        return Anything()

    def field(self, node: tree.Field) -> Type:
        return self.field_of(self.type_of(node.of), node.field, node.at)

    def negative(self, node: tree.Negative) -> Type:
        of = self.type_of(node.of)
        if is_numeric(of) or isinstance(of, Anything):
            return of
        self.found("expression.no_arithmetic", node.at, kind=kind(of), sign="-")
        return Anything()

    def arithmetic(self, node: tree.Arithmetic) -> Type:
        left, right = self.type_of(node.left), self.type_of(node.right)
        found = calculated_type(node.sign, left, right)
        if found is None:
            culprit = uncalculable(left, right)
            at = start(node.left if culprit is left else node.right)
            self.found("expression.no_arithmetic", at, kind=kind(culprit), sign=node.sign)
        elif node.sign in ("+", "-") and units_differ(left, right):
            self.found("expression.units_added", start(node.left), sign=node.sign)
            return Anything()
        return found or Anything()

    def joined(self, node: tree.Joined) -> Type:
        for part in node.parts:
            found = self.type_of(part)
            if not can_be_shown(found):
                self.found("expression.cannot_show", start(part), kind=kind(found))
        return Text()

    def logical(self, node: tree.Not | tree.Both | tree.Either) -> Type:
        for part in tree.children(node):
            self.type_of(part)
        return YesNo()

    def compared(self, node: tree.Compared) -> Type:
        operands = [node.first, *(operand for _, operand in node.rest)]
        sure = [self.sure(operand) for operand in operands]
        types = [type_ or self.option(one, sure) for one, type_ in zip(operands, sure, strict=True)]
        typed = list(zip(operands, types, strict=True))
        for (sign, _), left, right in zip(node.rest, typed, typed[1:], strict=False):
            self.add(comparison_mistakes(sign, left, right))
        return YesNo()

    def sure(self, node: tree.Node) -> Type | None:
        """The type of a node; None for a name that nobody knows."""
        if not isinstance(node, tree.Name):
            return self.type_of(node)
        looked = self.names.lookup(node.name)
        return looked.type if isinstance(looked, Known) else None

    def option(self, node: tree.Node, beside: Iterable[Type | None]) -> Type:
        """The type of an unknown name; where it is an option beside it without quotes, say so instead."""
        if isinstance(node, tree.Name):
            for type_ in beside:
                if isinstance(type_, OneOf) and node.name in type_.options:
                    self.found("expression.option_needs_quotes", node.at, option=node.name)
                    return type_
        return self.type_of(node)

    def chosen(self, node: tree.Chosen) -> Type:
        self.type_of(node.condition)
        return common((self.type_of(node.then), self.type_of(node.otherwise)))

    def filtered(self, node: tree.Filtered) -> Type:
        return check_filter(self, node, self.type_of(node.of))

    def tested(self, node: tree.Tested) -> Type:
        check_test(self, node, self.type_of(node.of))
        return YesNo()


_TYPES: dict[type[tree.Node], Callable[[_Walk, Any], Type]] = {
    tree.Literal: _Walk.literal,
    tree.ListOf: _Walk.listed,
    tree.Name: _Walk.named,
    tree.Field: _Walk.field,
    tree.Negative: _Walk.negative,
    tree.Arithmetic: _Walk.arithmetic,
    tree.Joined: _Walk.joined,
    tree.Not: _Walk.logical,
    tree.Both: _Walk.logical,
    tree.Either: _Walk.logical,
    tree.Compared: _Walk.compared,
    tree.Chosen: _Walk.chosen,
    tree.Filtered: _Walk.filtered,
    tree.Tested: _Walk.tested,
}
