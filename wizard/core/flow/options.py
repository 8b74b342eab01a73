"""Where the options of a choice come from: a set, cards, or an expression. Knows no answers."""

from __future__ import annotations

from wizard.core.expressions import types as t
from wizard.core.expressions.check import check
from wizard.core.flow.flow import CardSource, ExpressionSource, SetSource
from wizard.core.flow.model import CardsQuestion, Options
from wizard.core.flow.names import Here, Own
from wizard.core.flow.reading import Reader
from wizard.core.flow.table import Table

Path = tuple[str, str, str]
"""A question, a field or '', and which of its options: `options`, `rows`, `columns`, `cell`."""


def resolve(reader: Reader, table: Table, written: tuple[object, str], path: Path) -> None:
    """Fill `table.sources` for one choice. written: what was read, and the key that its options stand behind.

    An expression gets its last check when everything is in its place; here only its cards are wanted.
    """
    options = _options(written)
    if options.inline is not None:
        table.sources[path] = SetSource(options.inline)
    elif len(options.names) == 1 and options.names[0] in table.options:
        table.sources[path] = SetSource(table.options[options.names[0]])
    elif options.names and (options.expression is None or not _is_value(table, options.names[0])):
        _resolve_cards(reader, table, written, path)
    elif options.expression is not None:
        found, _ = check(options.expression, options_place(table, path))
        if isinstance(found, t.Many) and isinstance(found.item, t.CardOf):
            table.sources[path] = ExpressionSource(options.expression, found.item.questions)


def _options(written: tuple[object, str]) -> Options:
    options: Options = getattr(*written)
    return options


def _is_value(table: Table, name: str) -> bool:
    """Whether a lone name is a value that may hold cards: an answer or a computed value."""
    entry = table.entries.get(name)
    if entry is not None:
        return not isinstance(entry.question, CardsQuestion)
    return name in table.computed_types or name in table.pending


def _resolve_cards(reader: Reader, table: Table, written: tuple[object, str], path: Path) -> None:
    options = _options(written)
    own = table.fields.get(path[0], {}).get(path[1])
    is_asked_after = own is not None and own.entry is not None
    good: list[str] = []
    for name in options.names:
        mark = reader.key_mark(*written, name)
        entry = table.entries.get(name)
        if entry is not None and isinstance(entry.question, CardsQuestion):
            if name == path[0] and not is_asked_after:
                reader.report("name.later", mark, name=name)
            else:
                good.append(name)
        elif name in table.pending:
            reader.report("name.later", mark, name=name)
        elif entry is not None:
            reader.report("flow.options_not_cards", mark, text=name)
        elif name not in table.lost and not table.has_gaps:
            known = (*table.options, *table.fields)
            reader.report("flow.unknown_options", mark, text=name, **reader.near(name, known))
    if len(good) == len(options.names):
        table.sources[path] = CardSource(tuple(good))


def options_place(table: Table, path: Path) -> Here:
    """What an expression that gives options can name: `card` in a field, the loop's name in `each`."""
    question, field, _ = path
    own = table.fields.get(question, {}).get(field)
    entry = (own.entry if own is not None else None) or table.entries[question]
    local: dict[str, t.Type] = {}
    if entry.cards is not None and entry.step.each is not None:
        local[entry.step.each.name] = t.CardOf((entry.cards,))
    if own is None or own.entry is not None:
        return Here(table, before=entry.order, local=local)
    local["card"] = t.CardOf((question,))
    earlier = Own(question, table.positions[question][field])
    return Here(table, before=entry.order, local=local, own=earlier)
