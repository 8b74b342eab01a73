"""What the filters over lists do. Each gets a list and arguments of the kinds that its signature says."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal

from wizard.core.expressions.operations import CONTEXT, equal, merged, number, truthy
from wizard.core.expressions.predicates import tested
from wizard.core.expressions.run import Run
from wizard.core.values import Blank, Card, Grid, Value

Items = tuple[Value | Blank, ...]


def _numbers(items: Items) -> list[Decimal] | Blank:
    """The elements as numbers; Blank while one is blank, or is no number."""
    blanks = [item for item in items if isinstance(item, Blank)]
    numbers = [item for item in items if isinstance(item, Decimal)]
    return numbers if len(numbers) == len(items) else merged(blanks)


def total(_: Run, items: Items) -> Value | Blank:
    numbers = _numbers(items)
    if isinstance(numbers, Blank):
        return numbers
    result = Decimal(0)
    for item in numbers:
        result = CONTEXT.add(result, item)
    return number(result)


def average(run: Run, items: Items) -> Value | Blank:
    result = total(run, items)
    if isinstance(result, Decimal):
        return number(CONTEXT.divide(result, Decimal(len(items))))
    return result


def _extreme(pick: Callable[..., Value]) -> Callable[[Run, Items], Value | Blank]:
    def apply(_: Run, items: Items) -> Value | Blank:
        days = [item for item in items if isinstance(item, date)]
        if days and len(days) == len(items):
            return pick(days)
        numbers = _numbers(items)
        if isinstance(numbers, Blank):
            return numbers
        return pick(numbers) if numbers else Blank()

    return apply


smallest = _extreme(min)
largest = _extreme(max)


def first(_: Run, items: Items) -> Value | Blank:
    return items[0] if items else Blank()


def last(_: Run, items: Items) -> Value | Blank:
    return items[-1] if items else Blank()


def known(_: Run, items: Items) -> Value:
    return tuple(item for item in items if not isinstance(item, Blank))


def unique(_: Run, items: Items) -> Value:
    seen: dict[object, Value] = {}
    for item in items:
        if not isinstance(item, Blank):
            seen.setdefault(_identity(item), item)
    return tuple(seen.values())


def _identity(value: Value | Blank) -> object:
    """Something hashable that is the same for values that are the same."""
    if isinstance(value, tuple):
        return tuple(_identity(item) for item in value)
    if isinstance(value, Grid):
        return (Grid, value.question)
    if isinstance(value, Mapping):
        return (Mapping, id(value))
    return (isinstance(value, bool), value)


def backwards(_: Run, items: Items) -> Value:
    return items[::-1]


def arranged(run: Run, items: Items, field: str | None = None) -> Value:
    """Sorted; numbers by size, dates by time, the rest by what it is called; blanks last."""
    keyed = [(_rank(item if field is None else run.field(item, field), run), item) for item in items]
    run.spend(len(items))
    return tuple(item for _, item in sorted(keyed, key=lambda pair: pair[0]))


def _rank(value: Value | Blank, run: Run) -> tuple[int, Decimal, str]:
    """Numbers before dates before texts before blanks: lists of one kind are the rule."""
    if isinstance(value, Blank):
        return (3, Decimal(0), "")
    if isinstance(value, Decimal | bool):
        return (0, Decimal(value), "")
    if isinstance(value, date):
        return (1, Decimal(value.toordinal()), "")
    return (2, Decimal(0), run.text(value).casefold())


def mapped(run: Run, items: Items, field: str) -> Value | Blank:
    return run.field(items, field)


def where(run: Run, items: Items, field: str, value: Value) -> Value:
    """The cards whose field is a value, or holds it among others."""
    return tuple(item for item in items if _holds(run.field(item, field), value, run))


def _holds(held: Value | Blank, value: Value, run: Run) -> bool:
    if isinstance(held, tuple) and not isinstance(value, tuple):
        run.spend(len(held))
        return any(equal(one, value, run) is True for one in held)
    return equal(held, value, run) is True


def selected(run: Run, items: Items, field: str, test: str | None = None, *arguments: Value) -> Value:
    return tuple(item for item in items if _passes(run, item, field, test, arguments) is True)


def rejected(run: Run, items: Items, field: str, test: str | None = None, *arguments: Value) -> Value:
    return tuple(item for item in items if _passes(run, item, field, test, arguments) is False)


def _passes(
    run: Run, item: Value | Blank, field: str, test: str | None, arguments: tuple[Value, ...]
) -> bool | Blank:
    """Whether a card's field passes a test; without one, whether something is there that counts as true."""
    value = run.field(item, field)
    if test is None:
        return not isinstance(value, Blank) and truthy(value)
    return tested(test, value, arguments, run)


def linking(run: Run, items: Items, target: Value) -> Value:
    """The cards that link to a card, through any field."""
    found: list[Value] = []
    for item in items:
        if isinstance(item, Card):
            links = tuple(run.scope.links(item))
            run.spend(len(links))
            if target in links:
                found.append(item)
    return tuple(found)
