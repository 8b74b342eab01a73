"""Amounts and shares of one period as those of another: units are converted, never mixed."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.expressions.venture import PRICE_WAITS, VentureNames, VentureScope, codes, expression, outcome
from wizard.core.expressions import Ready, Waiting
from wizard.core.expressions import types as t
from wizard.core.expressions.check import check
from wizard.core.expressions.filters_periods import A_YEAR
from wizard.core.expressions.names import Known, Missing
from wizard.core.values import Choice
from wizard.core.words import sentence

AMOUNTS = st.decimals(min_value=-(10**9), max_value=10**9, places=4, allow_nan=False)
SHARES = st.decimals(min_value=0, max_value=1, places=6, allow_nan=False)
PERIOD = st.sampled_from(sorted(A_YEAR))
SMALL = Decimal("1e-15")


def number(source: str, **names: Decimal) -> Decimal:
    found = outcome(source, VentureScope({**names}))
    assert isinstance(found, Ready)
    assert isinstance(found.value, Decimal)
    return found.value


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("120|a_month('year')", "10"),
        ("30|a_month('quarter')", "10"),
        ("12|a_month('week')", "52"),
        ("12|a_month('day')", "365"),
        ("9.90|a_month('month')", "9.90"),
        ("500|a_month('once')", "0"),
        ("10|a_year('month')", "120"),
        ("10|a_year('week')", "520"),
        ("10|a_year('year')", "10"),
        ("500|a_year('once')", "0"),
        ("0.2|rate_a_month('month')", "0.2"),
        ("0|rate_a_month('year')", "0"),
        ("1|rate_a_month('year')", "1"),
    ],
)
def test_a_period_is_converted(source: str, expected: str) -> None:
    assert Decimal(expected) == number(source)


def test_a_yearly_share_is_the_monthly_one_that_comes_to_it() -> None:
    assert Decimal("0.018423") == round(number("0.2|rate_a_month('year')"), 6)
    assert Decimal("0.034511") == round(number("0.1|rate_a_month('quarter')"), 6)


def test_the_period_may_be_a_choice() -> None:
    found = outcome("120|a_month(per)", VentureScope({"per": Choice("year", "Each year")}))
    assert Ready(Decimal(10)) == found


@pytest.mark.parametrize(
    "source", ["price|a_month('year')", "120|a_month(price)", "price|rate_a_month('year')"]
)
def test_what_waits_makes_it_wait(source: str) -> None:
    assert Waiting((PRICE_WAITS,)) == outcome(source)


@pytest.mark.parametrize(
    "source",
    ["1.2|rate_a_month('year')", "-1|rate_a_month('year')"],
)
def test_what_has_no_month_is_blank(source: str) -> None:
    assert Waiting() == outcome(source, VentureScope())


@pytest.mark.parametrize(
    "source", ["120|a_month(per)", "1 + 120|a_year(per) * 2", "[0.2|rate_a_month(per)]|sum"]
)
def test_an_option_that_is_no_period_says_that_it_is_none(source: str) -> None:
    found = outcome(source, VentureScope({"per": Choice("use", "Each time")}))
    assert Waiting(no_period="Each time") == found


@given(AMOUNTS)
def test_a_month_of_a_year_of_a_month_is_the_same_amount(amount: Decimal) -> None:
    assert amount == number("x|a_year('month')|a_month('year')", x=amount)


@given(AMOUNTS)
def test_a_yearly_amount_gives_a_twelfth(amount: Decimal) -> None:
    assert abs(number("x|a_month('year') * 12", x=amount) - amount) <= SMALL


@given(AMOUNTS, PERIOD)
def test_twelve_months_are_a_year_whatever_the_period(amount: Decimal, period: str) -> None:
    months, year = number(f"x|a_month('{period}') * 12", x=amount), number(f"x|a_year('{period}')", x=amount)
    assert abs(months - year) <= SMALL


@given(SHARES)
def test_a_yearly_share_comes_to_itself_in_twelve_months(share: Decimal) -> None:
    a_month = number("x|rate_a_month('year')", x=share)
    assert abs((1 - a_month) ** 12 - (1 - share)) <= SMALL


@given(SHARES, SHARES, PERIOD)
def test_more_that_leaves_in_a_period_is_more_that_leaves_in_a_month(
    one: Decimal, other: Decimal, period: str
) -> None:
    low, high = sorted((one, other))
    assert number(f"x|rate_a_month('{period}')", x=low) <= number(f"x|rate_a_month('{period}')", x=high)


@given(SHARES, PERIOD)
def test_a_share_stays_a_share(share: Decimal, period: str) -> None:
    assert 0 <= number(f"x|rate_a_month('{period}')", x=share) <= 1


# When the flow loads


def test_money_stays_money_and_a_share_is_a_percentage() -> None:
    for source, expected in (
        ("price|a_month('year')", t.MoneyType()),
        ("visits|a_year('month')", t.Number()),
        ("churn|rate_a_month('year')", t.PercentType()),
        ("visits|rate_a_month('year')", t.PercentType()),
    ):
        assert (expected, ()) == check(expression(source), VentureNames())


@pytest.mark.parametrize(
    ("source", "code", "column"),
    [
        ("price|a_month('yaer')", "expression.unknown_period", 15),
        ("price|a_month(stage)", "expression.no_period", 15),
        ("price|a_month(visits)", "expression.argument_period", 15),
        ("price|a_month", "expression.argument_count", 7),
        ("churn|a_month('year')", "expression.filter_takes_amount", 7),
        ("name|a_year('year')", "expression.filter_takes_amount", 6),
        ("price|rate_a_month('year')", "expression.filter_takes_share", 7),
    ],
)
def test_a_mistake_is_found_before_anybody_answers(source: str, code: str, column: int) -> None:
    assert [(code, column)] == codes(check(expression(source), VentureNames())[1])


def test_a_word_that_is_no_period_is_told_the_nearest() -> None:
    (problem,) = check(expression("price|a_month('yaer')"), VentureNames())[1]
    assert (
        "“yaer” is no period. These are: day, week, month, quarter, year, once. Did you mean year?"
        == sentence(problem)
    )


class Periods(VentureNames):
    """The venture with a choice of how often."""

    def lookup(self, name: str) -> Known | Missing:
        return Known(t.OneOf(("use", "month"), "per")) if name == "per" else super().lookup(name)


def test_options_that_are_no_periods_are_fine_beside_one_that_is() -> None:
    assert () == check(expression("price|a_month(per)"), Periods())[1]
