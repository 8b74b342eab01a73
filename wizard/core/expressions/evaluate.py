"""The value of an expression: a walk over its tree. Never raises for what people typed.

What takes more than MAX_STEPS is given up: it waits, for nothing in particular.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from wizard.core.expressions import operations, tree
from wizard.core.expressions.filters import filtered
from wizard.core.expressions.operations import calculated, compared, every, merged, some, truthy
from wizard.core.expressions.predicates import tested
from wizard.core.expressions.run import MAX_ELEMENTS, OutOfSteps, Run
from wizard.core.expressions.scope import Outcome, Ready, Scope, Waiting
from wizard.core.expressions.showing import BLANK
from wizard.core.expressions.tree import Expression, Prose
from wizard.core.values import Blank, Value


def evaluate(expression: Expression, scope: Scope) -> Outcome:
    """The value of an expression, or what it waits for."""
    try:
        value = _value(expression.tree, Run(scope))
    except OutOfSteps:
        return Waiting()
    return Waiting(value.places, value.no_period) if isinstance(value, Blank) else Ready(value)


def rendered(prose: Prose, scope: Scope, show: Callable[[Value], str] | None = None) -> str:
    """Prose with the values filled in; what is blank prints "…". show: how values are written."""
    if show is None:
        show = Run(scope).text
    written: list[str] = []
    for part in prose.parts:
        if isinstance(part, str):
            written.append(part)
        else:
            outcome = evaluate(part, scope)
            written.append(operations.text(show(outcome.value)) if isinstance(outcome, Ready) else BLANK)
    return "".join(written)


def truth(outcome: Outcome) -> bool | None:
    """Whether a condition holds; None where it waits."""
    return truthy(outcome.value) if isinstance(outcome, Ready) else None


def _value(node: tree.Node, run: Run) -> Value | Blank:
    return _WALK[type(node)](node, run)


def _literal(node: tree.Literal, _: Run) -> Value | Blank:
    return node.value


def _listed(node: tree.ListOf, run: Run) -> Value | Blank:
    return tuple(_value(item, run) for item in node.items)[:MAX_ELEMENTS]


def _named(node: tree.Name, run: Run) -> Value | Blank:
    return run.scope.name(node.name)


def _field(node: tree.Field, run: Run) -> Value | Blank:
    return run.field(_value(node.of, run), node.field)


def _negative(node: tree.Negative, run: Run) -> Value | Blank:
    value = _value(node.of, run)
    return value if isinstance(value, Blank) else operations.negative(value)


def _arithmetic(node: tree.Arithmetic, run: Run) -> Value | Blank:
    left, right = _value(node.left, run), _value(node.right, run)
    if isinstance(left, Blank) or isinstance(right, Blank):
        return merged(value for value in (left, right) if isinstance(value, Blank))
    return calculated(node.sign, left, right)


def _joined(node: tree.Joined, run: Run) -> Value | Blank:
    values = [_value(part, run) for part in node.parts]
    blanks = [value for value in values if isinstance(value, Blank)]
    if blanks:
        return merged(blanks)
    return operations.text("".join(run.text(value) for value in values))


def _not(node: tree.Not, run: Run) -> Value | Blank:
    value = _value(node.of, run)
    return value if isinstance(value, Blank) else not truthy(value)


def _both(node: tree.Both, run: Run) -> Value | Blank:
    return every(_value(part, run) for part in node.parts)


def _either(node: tree.Either, run: Run) -> Value | Blank:
    return some(_value(part, run) for part in node.parts)


def _compared(node: tree.Compared, run: Run) -> Value | Blank:
    left = _value(node.first, run)
    if len(node.rest) == 1:
        sign, right = node.rest[0]
        return compared(sign, left, _value(right, run), run)
    values = [left, *(_value(operand, run) for _, operand in node.rest)]
    signs = [sign for sign, _ in node.rest]
    pairs = zip(signs, values, values[1:], strict=False)
    return every(compared(sign, one, other, run) for sign, one, other in pairs)


def _chosen(node: tree.Chosen, run: Run) -> Value | Blank:
    condition = _value(node.condition, run)
    if isinstance(condition, Blank):
        return condition
    return _value(node.then if truthy(condition) else node.otherwise, run)


def _filtered(node: tree.Filtered, run: Run) -> Value | Blank:
    of = _value(node.of, run)
    if node.filter in ("default", "d"):
        return _default(of, node.arguments, run)
    return filtered(node.filter, of, tuple(_value(argument, run) for argument in node.arguments), run)


def _default(of: Value | Blank, arguments: tuple[tree.Node, ...], run: Run) -> Value | Blank:
    """Reads the argument only where it is needed, so that nothing depends on it otherwise."""
    if not isinstance(of, Blank) or not arguments:
        return of
    instead = _value(arguments[0], run)
    return merged((of, instead)) if isinstance(instead, Blank) else instead


def _tested(node: tree.Tested, run: Run) -> Value | Blank:
    arguments = tuple(_value(argument, run) for argument in node.arguments)
    return tested(node.test, _value(node.of, run), arguments, run)


_WALK: dict[type[tree.Node], Callable[[Any, Run], Value | Blank]] = {
    tree.Literal: _literal,
    tree.ListOf: _listed,
    tree.Name: _named,
    tree.Field: _field,
    tree.Negative: _negative,
    tree.Arithmetic: _arithmetic,
    tree.Joined: _joined,
    tree.Not: _not,
    tree.Both: _both,
    tree.Either: _either,
    tree.Compared: _compared,
    tree.Chosen: _chosen,
    tree.Filtered: _filtered,
    tree.Tested: _tested,
}
