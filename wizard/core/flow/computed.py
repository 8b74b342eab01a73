"""Computed values: in which order they can be worked out, what they give, and where they go in a circle."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from wizard.core.expressions import fields_read, names_read
from wizard.core.expressions import types as t
from wizard.core.flow.checks import Checks
from wizard.core.flow.model import Computed, FieldQuestion
from wizard.core.flow.names import Here, Table
from wizard.core.flow.reading import Reader
from wizard.core.problems import Mark

Found = Mapping[str, tuple[Computed, Mark]]


def computed_in_order(
    found: Found,
    reader: Reader,
    table: Table,
    cells: Mapping[str, FieldQuestion],
    fields: dict[tuple[str, str], Computed],
) -> dict[str, Computed]:
    """The values for the whole model, each after those it needs. Fills `table` and `fields` on the way."""
    ordered: dict[str, Computed] = {}
    checks = Checks(reader, table, cells)
    for name in _sorted(found, reader):
        computed, mark = found[name]
        local: dict[str, t.Type] = {}
        cards = None
        if computed.each is not None:
            cards = _cards_of(computed, checks, Here(table), reader)
            local[computed.each.name] = t.CardOf((cards,)) if cards else t.Anything()
        kind = _as_type(computed, checks.type_of(computed.value, Here(table, local=local)))
        computed = _in_unit(computed, kind)
        if computed.each is None:
            table.computed_types[name] = kind
            table.computed_order[name] = _order(computed, table)
            ordered[name] = computed
        elif cards is not None:
            if name in table.fields.get(cards, {}) or (cards, name) in fields:
                reader.report("flow.duplicate_id", mark, id=name)
            table.computed_fields[cards, name] = kind
            fields[cards, name] = computed
    return ordered


def _cards_of(computed: Computed, checks: Checks, here: Here, reader: Reader) -> str | None:
    assert computed.each is not None
    found = checks.type_of(computed.each.source, here)
    if isinstance(found, t.Many) and isinstance(found.item, t.CardOf) and len(found.item.questions) == 1:
        return found.item.questions[0]
    if not isinstance(found, t.Anything):
        reader.report("flow.each_not_cards", computed.each.mark, source=computed.each.source.source)
    return None


def _as_type(computed: Computed, kind: t.Type) -> t.Type:
    match computed.as_:
        case "money":
            return t.MoneyType()
        case "percent":
            return t.PercentType()
        case "number":
            return t.Number()
        case None:
            return kind


def _in_unit(computed: Computed, kind: t.Type) -> Computed:
    """The value in the unit that its type says: a price times a number of uses is money again."""
    match kind:
        case t.MoneyType():
            return msgspec.structs.replace(computed, as_="money")
        case t.PercentType():
            return msgspec.structs.replace(computed, as_="percent")
        case _:
            return computed


def _order(computed: Computed, table: Table) -> int:
    """From behind which question on a computed value can be used: the last that it needs."""
    orders = [-1]
    for name in names_read(computed.value):
        if name in table.entries:
            orders.append(table.entries[name].order)
        orders.append(table.computed_order.get(name, -1))
    return max(orders)


def _needs(computed: Computed, found: Found) -> list[str]:
    """Other computed values that this one reads, by name or as a field of a card."""
    read = names_read(computed.value) | fields_read(computed.value)
    if computed.each is not None:
        read |= names_read(computed.each.source) | fields_read(computed.each.source)
    return [name for name in found if name in read]


def _sorted(found: Found, reader: Reader) -> list[str]:
    """Names in an order in which each needs only earlier ones; circles are reported and left out."""
    order: list[str] = []
    done: set[str] = set()

    def visit(name: str, path: tuple[str, ...]) -> None:
        if name in done:
            return
        if name in path:
            circle = (*path[path.index(name) :], name)
            reader.report("flow.compute_circle", found[name][1], circle=" → ".join(circle))
            done.update(circle)
            reader.lost.update(circle)
            return
        for needed in _needs(found[name][0], found):
            visit(needed, (*path, name))
        if name not in done:
            done.add(name)
            order.append(name)

    for name in found:
        visit(name, ())
    return order
