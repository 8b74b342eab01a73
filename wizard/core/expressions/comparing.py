"""What can be compared and calculated with what, by type alone. Knows no names."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from wizard.core.expressions import tree
from wizard.core.expressions.near import nearest
from wizard.core.expressions.tokens import Mistake
from wizard.core.expressions.tree import CompareSign, start
from wizard.core.expressions.types import (
    Anything,
    CardOf,
    DateType,
    GridOf,
    Many,
    MoneyType,
    Number,
    OneOf,
    PercentType,
    Record,
    Text,
    Type,
    is_numeric,
    kind,
)
from wizard.core.tongue import t
from wizard.core.values import Blank

Typed = tuple[tree.Node, Type]
"""A node with the type that was found for it."""
MAX_OPTIONS = 12
"""How many options a message lists."""


def comparison_mistakes(sign: CompareSign, left: Typed, right: Typed) -> Iterator[Mistake]:
    """What is wrong with `left sign right`."""
    if sign in ("in", "not in"):
        yield from _membership_mistakes(left, right)
        return
    for node, _ in (left, right):
        if isinstance(node, tree.Literal) and isinstance(node.value, Blank):
            yield Mistake("expression.compare_none", node.at)
            return
    yield from percent_mistakes(left, right)
    yield from percent_mistakes(right, left)
    differ = _difference(left, right)
    if differ is not None:
        yield differ
    elif units_differ(left[1], right[1]):
        yield Mistake("expression.units_compared", start(left[0]))
    elif sign in ("==", "!="):
        yield from _option_mistakes(left, right)
        yield from _option_mistakes(right, left)
    elif not _has_order(left[1]) or not _has_order(right[1]):
        unordered = left[1] if not _has_order(left[1]) else right[1]
        yield Mistake("expression.no_order", start(left[0]), {"kind": kind(unordered), "sign": sign})


def percent_mistakes(percent: Typed, other: Typed) -> Iterator[Mistake]:
    """A warning where a percentage is compared with a number above one, as if 5% were 5."""
    node = other[0]
    if isinstance(percent[1], PercentType) and isinstance(node, tree.Literal):
        value = node.value
        if isinstance(value, Decimal) and value > 1:
            details = {"number": value, "fraction": value.scaleb(-2), "hundredfold": value.scaleb(2)}
            yield Mistake("expression.percent_is_fraction", node.at, {**details})


def _membership_mistakes(left: Typed, right: Typed) -> Iterator[Mistake]:
    items = right[1]
    if isinstance(items, Many):
        if isinstance(right[0], tree.ListOf) and isinstance(left[1], OneOf):
            for item in right[0].items:
                yield from _option_mistakes(left, (item, Text()))
        differ = _difference(left, (right[0], items.item))
        if differ is not None:
            yield differ
        else:
            yield from _option_mistakes((right[0], items.item), left)
    elif isinstance(items, Text) and not isinstance(right[0], tree.Literal):
        if not isinstance(left[1], Text | Anything):
            yield Mistake("expression.cannot_compare", start(left[0]), _kinds(left[1], items))
    elif not isinstance(items, Anything):
        yield Mistake("expression.in_needs_list", start(right[0]), {"kind": kind(items)})


def _difference(left: Typed, right: Typed) -> Mistake | None:
    """The mistake where two types can never hold the same value."""
    one, other = left[1], right[1]
    if isinstance(one, Anything) or isinstance(other, Anything):
        return None
    if isinstance(one, CardOf) and isinstance(other, CardOf):
        if set(one.questions) & set(other.questions):
            return None
        details = {"left": t(" or ").join(one.questions), "right": t(" or ").join(other.questions)}
        return Mistake("expression.cards_differ", start(left[0]), {**details})
    if _group(one) is _group(other):
        return None
    return Mistake("expression.cannot_compare", start(left[0]), _kinds(one, other))


def _kinds(one: Type, other: Type) -> dict[str, str | int | Decimal | tuple[str, ...]]:
    return {"left": kind(one), "right": kind(other)}


def _group(type_: Type) -> type:
    """Types of one group can be equal: numbers of all sorts; a choice and the text of its id."""
    if is_numeric(type_):
        return Number
    return Text if isinstance(type_, OneOf) else type(type_)


def _has_order(type_: Type) -> bool:
    return is_numeric(type_) or isinstance(type_, Text | DateType | Anything)


def _option_mistakes(choice: Typed, text: Typed) -> Iterator[Mistake]:
    """A mistake where a choice is compared with a text that is none of its options."""
    node, type_ = text[0], choice[1]
    if not isinstance(type_, OneOf) or not isinstance(node, tree.Literal) or not isinstance(node.value, str):
        return
    if node.value not in type_.options:
        near = nearest(node.value, type_.options)
        options = ", ".join(type_.options[:MAX_OPTIONS])
        yield Mistake(
            "expression.no_such_option", node.at, {"option": node.value, "options": options, **near}
        )


def calculated_type(sign: tree.ArithmeticSign, left: Type, right: Type) -> Type | None:
    """The type of `left sign right`; None where the two can't be calculated with."""
    if isinstance(left, Anything) or isinstance(right, Anything):
        return Anything()
    if is_numeric(left) and is_numeric(right):
        return _number_type(sign, left, right)
    if sign == "-" and isinstance(left, DateType) and isinstance(right, DateType):
        return Number()
    if sign in ("+", "-") and isinstance(left, DateType) and is_numeric(right):
        return left
    if sign == "+" and is_numeric(left) and isinstance(right, DateType):
        return right
    return None


def _number_type(sign: tree.ArithmeticSign, left: Type, right: Type) -> Type:
    """Money stays money when money is added or a number multiplies it, and a percentage likewise."""
    if sign in ("+", "-"):
        return left if left == right else Number()
    if sign == "*":
        if isinstance(left, MoneyType) != isinstance(right, MoneyType):
            return MoneyType()
        return left if left == right == PercentType() else Number()
    return left if isinstance(left, MoneyType) and not isinstance(right, MoneyType) else Number()


def units_differ(left: Type, right: Type) -> bool:
    """Whether one is money and the other a percentage, which nobody can add or compare."""
    return {type(left), type(right)} == {MoneyType, PercentType}


def uncalculable(left: Type, right: Type) -> Type:
    """Which of two types is the one that can't be calculated with; a date only where all else would fit."""
    others = [type_ for type_ in (left, right) if not is_numeric(type_)]
    return next((type_ for type_ in others if not isinstance(type_, DateType)), others[0])


def can_be_shown(type_: Type) -> bool:
    """Whether prose can print such a value."""
    return not isinstance(type_, GridOf | Record)
