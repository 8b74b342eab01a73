"""The filters: what may stand behind a bar. One table, from which the docs are made too."""

from __future__ import annotations

from wizard.core.expressions import filters_lists as lists
from wizard.core.expressions import filters_periods as periods
from wizard.core.expressions import filters_values as values
from wizard.core.expressions.run import Run
from wizard.core.expressions.signatures import Argument, Filter, fits
from wizard.core.expressions.types import Anything, GridOf, Many, Number, PercentType, Text, Type, common
from wizard.core.values import Blank, Value


def filtered(name: str, of: Value | Blank, arguments: tuple[Value | Blank, ...], run: Run) -> Value | Blank:
    """The result of a filter; Blank for a blank, or what it wasn't made for. May raise OutOfSteps."""
    filter_ = FILTERS.get(name)
    if filter_ is None:
        return Blank()
    if isinstance(of, Blank):
        return of
    filled: list[Value] = []
    for argument in arguments:
        if isinstance(argument, Blank):
            return argument
        filled.append(argument)
    if not fits(filter_, of, tuple(filled)):
        return Blank()
    if isinstance(of, tuple):
        run.spend(len(of))
    return filter_.apply(run, of, *filled)


def _same(of: Type, _: tuple[Type, ...]) -> Type:
    return of


def _item(of: Type, _: tuple[Type, ...]) -> Type:
    return of.item if isinstance(of, Many) else Anything()


def _cells(of: Type, _: tuple[Type, ...]) -> Type:
    return Many(of.cell) if isinstance(of, GridOf) else Anything()


def _fields(_: Type, arguments: tuple[Type, ...]) -> Type:
    field = arguments[0] if arguments else Anything()
    return field if isinstance(field, Many | Anything) else Many(field)


def _number(_: Type, __: tuple[Type, ...]) -> Type:
    return Number()


def _share(_: Type, __: tuple[Type, ...]) -> Type:
    return PercentType()


def _texts(_: Type, __: tuple[Type, ...]) -> Type:
    return Many(Text())


def _text(_: Type, __: tuple[Type, ...]) -> Type:
    return Text()


def _either(of: Type, arguments: tuple[Type, ...]) -> Type:
    return common((of, *arguments))


def _unchanged(_: Run, value: Value, __: Value) -> Value:
    """`default` of something that isn't blank; for a blank, who evaluates takes the argument."""
    return value


_FIELD = Argument("field", "field")
_PERIOD = (Argument("period", "period"),)
_TEST = (_FIELD, Argument("test", "test", required=False), Argument("value", "like field", required=False))
_COUNT = Filter(
    "list or text",
    "How many elements a list has, blank ones too; how many characters a text has.",
    "segments|count",
    values.count,
    _number,
)
_DEFAULT = Filter(
    "anything",
    "The argument where there is no answer.",
    "seg.size|default(0)",
    _unchanged,
    _either,
    (Argument("value", "anything"),),
)

FILTERS: dict[str, Filter] = {
    "sum": Filter(
        "numbers",
        "The numbers together; waits for every one. Of nothing: 0.",
        "segments.size|sum",
        lists.total,
        _item,
    ),
    "min": Filter(
        "ordered", "The smallest; waits for every one.", "segments.size|min", lists.smallest, _item
    ),
    "max": Filter("ordered", "The largest; waits for every one.", "segments.size|max", lists.largest, _item),
    "avg": Filter("numbers", "The average; waits for every one.", "segments.size|avg", lists.average, _item),
    "count": _COUNT,
    "length": _COUNT,
    "first": Filter("list", "The first element.", "segments|first", lists.first, _item),
    "last": Filter("list", "The last element.", "segments|last", lists.last, _item),
    "join": Filter(
        "list",
        "The elements in one text, blanks left out.",
        "segments.name|join(', ')",
        values.joined,
        _text,
        (Argument("separator", "text", required=False),),
    ),
    "unique": Filter(
        "list", "Each element once, blanks left out.", "channels.kind|unique", lists.unique, _same
    ),
    "known": Filter("list", "The elements without blanks.", "segments.size|known|sum", lists.known, _same),
    "sort": Filter(
        "list",
        "In order: numbers by size, dates by time, the rest by name; blanks last.",
        "segments|sort('size')",
        lists.arranged,
        _same,
        (Argument("field", "field", required=False),),
    ),
    "reverse": Filter(
        "list", "The last element first.", "segments|sort('size')|reverse", lists.backwards, _same
    ),
    "map": Filter(
        "cards",
        "A field of each card; the same as a dot.",
        "segments|map('name')",
        lists.mapped,
        _fields,
        (_FIELD,),
    ),
    "where": Filter(
        "cards",
        "The cards whose field is this value, or holds it among others. A blank field is neither.",
        "channels|where('segments', seg)",
        lists.where,
        _same,
        (_FIELD, Argument("value", "like field")),
    ),
    "selectattr": Filter(
        "cards",
        "The cards whose field passes a test; without a test, those where it is filled and counts as true.",
        "assumptions|selectattr('importance', '>=', 4)",
        lists.selected,
        _same,
        _TEST,
    ),
    "rejectattr": Filter(
        "cards",
        "The cards whose field doesn't pass a test; without a test, those where it is blank, zero or empty.",
        "assumptions|rejectattr('evidence')",
        lists.rejected,
        _same,
        _TEST,
    ),
    "linking": Filter(
        "cards",
        "The cards that link to a card, through any field.",
        "channels|linking(seg)",
        lists.linking,
        _same,
        (Argument("card", "card"),),
    ),
    "default": _DEFAULT,
    "d": _DEFAULT,
    "round": Filter(
        "number",
        "Rounded, halves away from zero.",
        "price|round(2)",
        values.rounded,
        _same,
        (Argument("digits", "number", required=False),),
    ),
    "abs": Filter("number", "Without its sign.", "(price - cost)|abs", values.absolute, _same),
    "a_month": Filter(
        "amount",
        "What is paid each `day`, `week`, `month`, `quarter` or `year`, as paid each month; `once` is 0.",
        "stream.price|a_month(stream.per)",
        periods.a_month,
        _same,
        _PERIOD,
    ),
    "a_year": Filter(
        "amount", "The same in a year.", "cost.amount|a_year(cost.per)", periods.a_year, _same, _PERIOD
    ),
    "rate_a_month": Filter(
        "share",
        "The share that leaves each month, where this one leaves each period: 20% a year are 1.84% a month.",
        "seg.churn|rate_a_month('year')",
        periods.rate_a_month,
        _share,
        _PERIOD,
    ),
    "lower": Filter("text", "In small letters.", "name|lower", values.lower, _text),
    "upper": Filter("text", "In capitals.", "name|upper", values.upper, _text),
    "trim": Filter("text", "Without spaces at its ends.", "name|trim", values.trimmed, _text),
    "wordcount": Filter("text", "How many words it has.", "this|wordcount > 30", values.word_count, _number),
    "words": Filter(
        "text",
        "The list of its words, in small letters and without punctuation.",
        "'best' in pitch|words",
        values.words,
        _texts,
    ),
    "replace": Filter(
        "text",
        "Every first text with the second instead.",
        "name|replace(' ', '-')",
        values.replaced,
        _text,
        (Argument("old", "text"), Argument("new", "text")),
    ),
    "cells": Filter("matrix", "Every cell, row by row.", "fit|cells|avg", values.cells, _cells),
    "row": Filter(
        "matrix", "The cells of one row.", "fit|row(seg)", values.row, _cells, (Argument("row", "card"),)
    ),
    "column": Filter(
        "matrix",
        "The cells of one column.",
        "fit|column('price')",
        values.column,
        _cells,
        (Argument("column", "card"),),
    ),
}
