"""Blanks spread with what they wait for, and no further than they must."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.core.expressions.venture import HOTELS_SIZE, PRICE_WAITS, VentureScope, outcome
from wizard.core.expressions import Ready, Waiting
from wizard.core.problems import Place
from wizard.core.values import Blank


@pytest.mark.parametrize(
    "source",
    [
        "price",
        "price + 1",
        "-price",
        "price > 1",
        "1 == price",
        "price == price",
        "not price",
        "price|round",
        "price|round|abs",
        "visits|round(price)",
        "price.name",
        "price ~ 'x'",
        "price in [1]",
        "1 in price",
        "1 if price else 2",
        "price is divisibleby 2",
        "visits is divisibleby(price)",
        "[price, 1]|sum",
        "[price, 1]|min",
        "[price, 1]|max",
        "[price, 1]|avg",
        "[price] == [1]",
        "price and true",
        "price or false",
        "false or price or false",
        "price < 1 < 2",
    ],
)
def test_a_blank_spreads_with_what_it_waits_for(source: str) -> None:
    assert Waiting((PRICE_WAITS,)) == outcome(source)


def test_places_are_merged_once_and_in_order() -> None:
    both = Waiting((PRICE_WAITS, HOTELS_SIZE))
    assert both == outcome("price + (segments|last).size + price")
    assert both == outcome("price and true and (segments|last).size")
    assert both == outcome("price ~ (segments|last).size")
    assert both == outcome("price|default((segments|last).size)")


def test_no_more_than_twenty_places_are_kept() -> None:
    scope = VentureScope({f"q{n}": Blank((Place(f"q{n}"),)) for n in range(30)})
    found = outcome(" + ".join(f"q{n}" for n in range(30)), scope)
    assert Waiting(tuple(Place(f"q{n}") for n in range(20))) == found


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("price and false", False),
        ("false and price", False),
        ("price > 1 and price < 0 and false", False),
        ("price or true", True),
        ("true or price", True),
        ("price < 2 < 1", False),
        ("[price, 1] == [1, 2]", False),
        ("1 if b2b else price", Decimal(1)),
        ("price if not b2b else 2", Decimal(2)),
        ("price is defined", False),
        ("(price + 1) is not defined", True),
        ("price is undefined and price is none", True),
        ("nothing is defined", True),
        ("(segments|last).size is defined", False),
        ("price|default(3)", Decimal(3)),
        ("(price * 2)|d(3)", Decimal(3)),
        ("visits|default(price)", Decimal(12)),
        ("nobody|default('x')", "x"),
    ],
)
def test_what_does_not_depend_on_a_blank_is_known(source: str, expected: object) -> None:
    assert Ready(expected) == outcome(source)  # type: ignore[arg-type]  # any value may be expected


@pytest.mark.parametrize(
    "source",
    [
        "1 / 0",
        "1 // 0",
        "1 % 0",
        "0 / 0",
        "9" * 30 + " * " + "9" * 30,
        "name + 1",
        "segments + segments",
        "b2b + 1",
        "'a' * 1000000000",
        "-name",
        "launch * 2",
        "launch + 99999999999",
        "launch + 3999999",
        "1 - launch",
        "name < 1",
        "b2b < true",
        "stage < 'z'",
        "1 in 2",
        "1 in 'x'",
        "name.length",
        "nobody",
        "none",
        "nothing|first",
        "nothing|avg",
        "nothing|min",
        "segments|sum",
        "visits|sum",
        "name|unheard_of",
        "name is unheard_of",
        "name|round",
        "visits|round('x')",
        "visits|round(0.5)",
        "visits|round(31)",
        "visits|replace('a', 'b')",
        "name|replace('a')",
        "name is divisibleby",
        "name is even",
        "visits is divisibleby 0",
        "''.__class__.__mro__",
        "seg.__class__",
        "fit.cells",
        "name|attr('__class__')",
        "'%s'|format(name)",
        "'%1000000000d' % 1",
        "self",
        "cycler.__init__.__globals__",
    ],
)
def test_what_has_no_result_is_blank(source: str) -> None:
    assert Waiting() == outcome(source)


def test_only_the_branch_that_is_taken_is_read() -> None:
    scope = VentureScope()
    assert Ready(Decimal(1)) == outcome("1 if b2b else price", scope)
    assert ["b2b"] == scope.read
    scope = VentureScope()
    assert Ready(Decimal(12)) == outcome("visits|default(price)", scope)
    assert ["visits"] == scope.read
