"""The shipped numbers come out as by hand, and behave as numbers of a business must."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wizard.adapters.flow_files import FlowFiles
from wizard.adapters.flow_yaml import read
from wizard.core.facts import Facts
from wizard.core.figures import figures
from wizard.core.flow.flow import Flow
from wizard.core.nodes import Mapping, Node, Scalar, Sequence
from wizard.core.problems import Place
from wizard.core.sensitivity import sensitivities
from wizard.core.state import State
from wizard.core.values import Blank, Card
from wizard.core.workings import Worked
from wizard.home import Home
from wizard.imports import Answered, answered
from wizard.ports import LoadedFlow

FILE = Path(__file__).with_name("numbers_by_hand.yaml")


@pytest.fixture(scope="module")
def loaded() -> LoadedFlow:
    found = FlowFiles().load("business-model")
    assert isinstance(found, LoadedFlow)
    return found


@pytest.fixture(scope="module")
def home() -> Home:
    from wizard.cli.start import storeless_home  # noqa: PLC0415 - only these tests need the whole program

    return storeless_home()[0]


# By hand


def table() -> Mapping:
    node, problems = read(FILE.read_text("utf-8"), FILE.name)
    assert () == problems
    assert isinstance(node, Mapping)
    return node


def cases() -> Iterator[Mapping]:
    found = table().get("cases")
    assert isinstance(found, Sequence)
    for case in found.items:
        assert isinstance(case, Mapping)
        yield case


def text(node: Node | None) -> str:
    assert isinstance(node, Scalar)
    return node.text


def pairs(node: Node | None) -> Iterator[tuple[str, Node]]:
    assert isinstance(node, Mapping | None)
    for key, value in node.pairs if node is not None else ():
        yield key.text, value


def expected(case: Mapping) -> Iterator[tuple[str, str, str]]:
    """Segment, or '' for the whole; id; what is expected."""
    for segment, numbers in pairs(case.get("segments")):
        for name, wanted in pairs(numbers):
            yield segment, name, text(wanted)
    for name, wanted in pairs(case.get("whole")):
        yield "", name, text(wanted)


@pytest.mark.parametrize("case", [*cases()], ids=lambda case: text(case.get("case")))
def test_numbers_are_as_they_come_out_by_hand(case: Mapping, home: Home, loaded: LoadedFlow) -> None:
    found = answered(home, loaded, case.get("answers"))
    assert isinstance(found, Answered), found
    numbers = {(one.card, one.name): one for one in figures(found.facts)}
    wanted = list(expected(case))
    told = []
    for segment, name, value in wanted:
        amount = numbers[segment, name].amount
        told.append(
            (segment, name, numbers[segment, name].why if amount is None else as_written(amount, value))
        )
    assert wanted == told


def as_written(amount: Decimal, like: str) -> str:
    """A number with as many decimals as another was written with; as it is beside words."""
    decimals = len(like.partition(".")[2]) if like.lstrip("-").replace(".", "", 1).isdigit() else 6
    return f"{round(amount, decimals) + 0:f}"


def test_every_formula_has_a_source_and_is_worked_out_by_hand() -> None:
    sources = {name for name, source in pairs(table().get("formulas")) if text(source)}
    assert sources >= {name for case in cases() for _, name, _ in expected(case)}


# Whatever the answers

MONEY = st.decimals(min_value="0.01", max_value=10_000, places=2)
SHARE = st.integers(min_value=1, max_value=1000).map(lambda tenths: Decimal(tenths) / 1000)


FIELDS = {
    "segments": ("churn", "churn_per", "acquisition_cost", "customers"),
    "revenue_streams": ("price", "per", "margin"),
    "relationships": ("cost",),
}
USUAL: dict[str, Decimal | str] = {
    **{"churn": "0.05", "churn_per": "month", "acquisition_cost": "50", "customers": "10"},
    **{"price": "40", "per": "month", "margin": "0.5", "cost": "2"},
}


def facts_of(flow: Flow, answers: dict[str, Decimal | str]) -> Facts:
    """A model of one segment with one stream and one relationship, each called as its question."""
    state = State()
    state.answers[Place("stage")] = "customers"
    for question, fields in FIELDS.items():
        state.cards[question] = (question,)
        state.owner[question] = question
        for field in fields:
            if field in answers:
                said = answers[field]
                state.answers[Place(question, question, field)] = (
                    f"{said:f}" if isinstance(said, Decimal) else said
                )
        if question != "segments":
            state.answers[Place(question, question, "segment")] = "segments"
    return Facts(flow, state)


def numbers_of(flow: Flow, **answers: Decimal | str) -> dict[str, Decimal | None]:
    """The numbers of its segment; what isn't given is as usual."""
    facts, card = facts_of(flow, {**USUAL, **answers}), Card("segments", "segments")
    names = [name for question, name in flow.computed_fields if question == "segments"]
    values = {name: facts.worked_out(Worked(name, card)) for name in names}
    return {name: value if isinstance(value, Decimal) else None for name, value in values.items()}


@settings(max_examples=60)
@given(price=MONEY, margin=SHARE, one=SHARE, other=SHARE, cost=MONEY)
def test_more_churn_never_raises_what_a_customer_is_worth(
    price: Decimal, margin: Decimal, one: Decimal, other: Decimal, cost: Decimal, loaded: LoadedFlow
) -> None:
    low, high = sorted((one, other))
    worth = [
        numbers_of(loaded.flow, price=price, margin=margin, churn=churn, cost=cost)["ltv"]
        for churn in (low, high)
    ]
    assert (worth[0] is None) == (worth[1] is None)
    assert worth[0] is None or worth[1] is None or worth[0] >= worth[1]


@settings(max_examples=40)
@given(price=MONEY, margin=SHARE)
def test_a_yearly_price_gives_a_twelfth_of_a_monthly_one(
    price: Decimal, margin: Decimal, loaded: LoadedFlow
) -> None:
    month, year = (numbers_of(loaded.flow, price=price, margin=margin, per=per) for per in ("month", "year"))
    revenue, twelfth = month["revenue_month"], year["revenue_month"]
    assert revenue is not None
    assert twelfth is not None
    assert abs(revenue - twelfth * 12) < Decimal("1e-12")


@settings(max_examples=40)
@given(price=MONEY, margin=SHARE, churn=SHARE, cost=MONEY)
def test_at_the_break_even_churn_a_customer_is_worth_what_one_costs(
    price: Decimal, margin: Decimal, churn: Decimal, cost: Decimal, loaded: LoadedFlow
) -> None:
    numbers = numbers_of(loaded.flow, price=price, margin=margin, churn=churn, acquisition_cost=cost)
    limit = numbers["breakeven_churn"]
    if limit is not None:
        there = numbers_of(loaded.flow, price=price, margin=margin, churn=limit, acquisition_cost=cost)
        assert there["ltv"] is not None
        assert abs(there["ltv"] - cost) < Decimal("1e-9")


@settings(max_examples=40)
@given(margin=SHARE, churn=SHARE, cost=MONEY, care=MONEY)
def test_at_the_break_even_price_a_customer_is_worth_what_one_costs(
    margin: Decimal, churn: Decimal, cost: Decimal, care: Decimal, loaded: LoadedFlow
) -> None:
    answers = {"margin": margin, "churn": churn, "acquisition_cost": cost, "cost": care}
    price = numbers_of(loaded.flow, **answers)["breakeven_price"]
    assert price is not None
    worth = numbers_of(loaded.flow, **answers, price=price)["ltv"]
    assert worth is not None
    assert abs(worth - cost) < Decimal("1e-9")


@settings(max_examples=40)
@given(price=MONEY, care=MONEY, margin=SHARE, churn=SHARE, cost=MONEY)
def test_there_is_a_finite_number_or_words(
    price: Decimal,
    care: Decimal,
    margin: Decimal,
    churn: Decimal,
    cost: Decimal,
    loaded: LoadedFlow,
) -> None:
    for number in numbers_of(
        loaded.flow, price=price, cost=care, margin=margin, churn=churn, acquisition_cost=cost
    ).values():
        assert number is None or number.is_finite()


@settings(max_examples=40)
@given(
    missing=st.sets(st.sampled_from(sorted(USUAL))),
    nothing=st.sets(st.sampled_from(("churn", "price", "margin"))),
)
def test_a_number_is_there_or_says_why_not(missing: set[str], nothing: set[str], loaded: LoadedFlow) -> None:
    answers = {**USUAL, **dict.fromkeys(nothing, "0")}
    facts = facts_of(loaded.flow, {field: said for field, said in answers.items() if field not in missing})
    assert [] == [one.id for one in figures(facts) if bool(one.value) == bool(one.why)]
    assert [] == [one.figure for one in sensitivities(facts) if bool(one.value) == bool(one.why)]


def test_nothing_is_known_where_nothing_is_answered(loaded: LoadedFlow) -> None:
    state = State()
    state.cards["segments"] = ("one",)
    state.owner["one"] = "segments"
    facts = Facts(loaded.flow, state)
    assert [] == [one.id for one in figures(facts) if not one.value and not one.why]
    assert isinstance(facts.computed("left_month"), Blank)
