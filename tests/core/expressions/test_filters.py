"""The filters and tests, one by one."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.core.expressions.venture import (
    BAKERS,
    COUNTER,
    HOTELS,
    HOTELS_SIZE,
    PRICE_WAITS,
    SALES,
    WEB,
    VentureScope,
    outcome,
)
from wizard.core.expressions import Ready, Waiting
from wizard.core.expressions.filters import FILTERS
from wizard.core.expressions.parse import parse_expression
from wizard.core.expressions.predicates import TESTS
from wizard.core.expressions.signatures import Filter, Predicate, signature
from wizard.core.problems import Mark, Place
from wizard.core.values import Blank, Choice, Money

BEST_WORDS = ("the", "best", "best-of-all", "bread", "bakers", "choice")
FIT_HOLE = Blank((Place("fit", row="c2", column="taste"),))


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("[1, 2.5]|sum", Decimal("3.5")),
        ("nothing|sum", Decimal(0)),
        ("[3, 1, 2]|min", Decimal(1)),
        ("[3, 1, 2]|max", Decimal(3)),
        ("[launch, launch + 1]|max == launch + 1", True),
        ("[1, 2]|avg", Decimal("1.5")),
        ("segments.size|count", Decimal(2)),
        ("name|length", Decimal(11)),
        ("[1, 2]|first", Decimal(1)),
        ("[1, 2]|last", Decimal(2)),
        ("segments.name|join(' and ')", "Bakers and Hotels"),
        ("segments.size|join", "40"),
        ("segments|join('/')", "Bakers/Hotels"),
        ("[1, 1.0, price, true, 'a', 'a']|unique", (Decimal(1), True, "a")),
        ("channels.segments|unique", (BAKERS,)),
        ("[[1], [1], fit, fit]|unique|count", Decimal(2)),
        ("segments.size|known", (Decimal(40),)),
        ("segments.size|known|sum", Decimal(40)),
        ("[3, 1, 2]|sort", (Decimal(1), Decimal(2), Decimal(3))),
        ("['b', 'A', 'c']|sort", ("A", "b", "c")),
        ("segments|sort('size')", (BAKERS, HOTELS)),
        ("segments|reverse|sort('size')", (BAKERS, HOTELS)),
        ("segments|reverse|sort('name')", (BAKERS, HOTELS)),
        ("segments|sort('name')|reverse", (HOTELS, BAKERS)),
        ("segments|map('name')", ("Bakers", "Hotels")),
        ("channels|where('kind', 'sales')", (COUNTER,)),
        ("channels|where('segments', seg)", (COUNTER, WEB)),
        ("channels|where('main', seg)", (COUNTER,)),
        ("segments|where('size', 40)", (BAKERS,)),
        ("segments|selectattr('size')", (BAKERS,)),
        ("segments|rejectattr('size')", (HOTELS,)),
        ("segments|selectattr('size', 'undefined')", (HOTELS,)),
        ("segments|selectattr('size', '>=', 40)", (BAKERS,)),
        ("segments|rejectattr('size', '>=', 50)", (BAKERS,)),
        ("channels|selectattr('kind', 'in', ['sales'])", (COUNTER,)),
        ("channels|rejectattr('kind', 'eq', 'sales')", (WEB,)),
        ("channels|linking(seg)", (COUNTER, WEB)),
        ("segments|linking(seg)", ()),
        ("2.5|round", Decimal(3)),
        ("(-2.5)|round", Decimal(-3)),
        ("2.345|round(2)", Decimal("2.35")),
        ("1250|round(-2)", Decimal(1300)),
        ("(-2)|abs", Decimal(2)),
        ("name|lower", "bread again"),
        ("stage|upper", "AN IDEA"),
        ("' a '|trim", "a"),
        ("'one two\n three'|wordcount", Decimal(3)),
        ("'The BEST, best-of-all “bread”: bakers\\' choice!'|words", BEST_WORDS),
        ("'... -'|words", ()),
        ("stage|words", ("an", "idea")),
        ("'best' in 'We are the Best!'|words", True),
        ("name|replace(' ', '-')", "Bread-Again"),
        ("name|replace('', '-')", "Bread Again"),
        ("name|replace('Bread ', '')", "Again"),
        ("fit|cells", (Decimal(2), Decimal(3), Decimal(1), FIT_HOLE)),
        ("fit|row(seg)", (Decimal(2), Decimal(3))),
        ("fit|column('price')", (Decimal(2), Decimal(1))),
    ],
)
def test_a_filter_gives_what_its_line_says(source: str, expected: object) -> None:
    assert Ready(expected) == outcome(source)  # type: ignore[arg-type]  # any value may be expected


def test_sums_wait_for_every_element_and_counts_do_not() -> None:
    for name in ("sum", "min", "max", "avg"):
        assert Waiting((HOTELS_SIZE,)) == outcome(f"segments.size|{name}")
    assert Ready(Decimal(2)) == outcome("segments.size|count")


def test_the_extremes_of_nothing_are_blank() -> None:
    for name in ("min", "max", "avg", "first", "last"):
        assert Waiting() == outcome(f"nothing|{name}")


def test_a_row_that_is_not_there_is_blank() -> None:
    assert Waiting() == outcome("fit|row('nobody')")
    assert Waiting() == outcome("fit|column('nothing')")


def test_an_extreme_of_money_keeps_its_currency() -> None:
    found = outcome("[costs, 1]|max")
    assert isinstance(found, Ready)
    assert isinstance(found.value, Money)
    assert "EUR" == found.value.currency


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("visits is number", True),
        ("name is number", False),
        ("name is text and stage is string", True),
        ("stage is in ['idea']", True),
        ("visits is even", True),
        ("visits is odd", False),
        ("3 is odd and -3 is odd", True),
        ("2.5 is odd", False),
        ("visits is divisibleby 3", True),
        ("visits is divisibleby(5)", False),
        ("visits is eq 12 and visits is ne 1", True),
        ("visits is lt 13 and visits is le 12 and visits is gt 11 and visits is ge 12", True),
        ("visits is not equalto 12", False),
    ],
)
def test_a_test_says_what_its_line_says(source: str, expected: bool) -> None:
    assert Ready(expected) == outcome(source)


def test_a_choice_inside_a_list_equals_its_id() -> None:
    assert Ready((SALES,)) == outcome("[channel_kind]", VentureScope({"channel_kind": SALES}))
    assert Ready(True) == outcome("'sales' in channels.kind")
    assert Ready((Choice("sales", ""),)) == outcome("channels|where('kind', 'sales')|map('kind')")


def test_a_waiting_argument_makes_a_filter_wait() -> None:
    assert Waiting((PRICE_WAITS,)) == outcome("channels|where('kind', price)")


def test_every_filter_and_test_has_a_line_and_an_example_that_can_be_read() -> None:
    lines: dict[str, Filter | Predicate] = {**FILTERS, **TESTS}
    for name, described in lines.items():
        assert described.doc.endswith("."), name
        assert not isinstance(parse_expression(described.example, lambda _: Mark("", 1, 1)), tuple), name


def test_signatures_say_what_may_be_left_out() -> None:
    written = [signature(name, FILTERS[name]) for name in ("sum", "round", "replace", "selectattr")]
    assert ["sum", "round([digits])", "replace(old, new)", "selectattr(field, [test], [value])"] == written
