"""What the filters over periods of time do: amounts and shares of one period as those of another.

A year has 12 months, 4 quarters, 52 weeks and 365 days. What is paid once belongs to no month.
"""

from __future__ import annotations

from decimal import Decimal

from wizard.core.expressions.operations import CONTEXT, number
from wizard.core.expressions.run import Run
from wizard.core.values import Blank, Choice, Value

ONCE = "once"
A_YEAR = {
    "day": Decimal(365),
    "week": Decimal(52),
    "month": Decimal(12),
    "quarter": Decimal(4),
    "year": Decimal(1),
}
"""How often each period comes in a year."""
PERIODS = (*A_YEAR, ONCE)

_MONTHS, _ONE = Decimal(12), Decimal(1)


def a_month(_: Run, amount: Decimal, period: str | Choice) -> Value | Blank:
    """What an amount for each period comes to in a month; 0 for what is paid once. Blank for another word."""
    return _spread(amount, period, _MONTHS)


def a_year(_: Run, amount: Decimal, period: str | Choice) -> Value | Blank:
    """The same in a year."""
    return _spread(amount, period, _ONE)


def rate_a_month(_: Run, share: Decimal, period: str | Choice) -> Value | Blank:
    """The share that leaves in a month, of one that leaves in each period.

    Of those who are left, the same share leaves each time: 1 - (1 - share) ^ (periods in a year / 12). So 20%
    a year are 1.84% a month, and no 1.67%. Blank for `once`, and for a share that isn't between 0 and 1.
    """
    times = A_YEAR.get(_id(period))
    if times is None:
        return Blank(no_period=str(period))
    if not 0 <= share <= 1:
        return Blank()
    if times == _MONTHS or share in (0, 1):
        return number(CONTEXT.plus(share))
    left = CONTEXT.power(CONTEXT.subtract(_ONE, share), CONTEXT.divide(times, _MONTHS))
    return number(CONTEXT.subtract(_ONE, left))


def _spread(amount: Decimal, period: str | Choice, parts: Decimal) -> Value | Blank:
    if _id(period) == ONCE:
        return Decimal(0)
    times = A_YEAR.get(_id(period))
    if times is None:
        return Blank(no_period=str(period))
    return number(CONTEXT.divide(CONTEXT.multiply(amount, times), parts))


def _id(period: str | Choice) -> str:
    return period if isinstance(period, str) else period.id
