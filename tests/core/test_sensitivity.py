"""What moves a number: which inputs, how far, in which order, and in which words."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.worlds import World
from wizard.core.problems import Place
from wizard.core.sensitivity import Influence, SensitivityView, sensitivities

FLOW = """
flow: small
title: A small flow
steps:
  - id: one
    title: One
    ask:
      - id: segs
        type: cards
        ask: Who?
        fields:
          - {id: name, ask: Name}
          - {id: churn, type: percent, ask: How many leave?, min: 0, max: 100}
          - {id: pays, type: money, ask: What do they pay?}
          - {id: margin, type: percent, ask: How much is left?, max: 100}
          - {id: size, type: number, ask: How many are there?}
      - {id: fixed, type: money, ask: Fixed costs?, max: 55}
      - {id: spare, type: number, ask: Anything else?}
compute:
  brings: {each: s in segs, value: s.pays * s.margin - fixed / 10, as: money}
  worth:
    title: Worth
    each: s in segs
    value: s.brings / s.churn
    as: money
    unless:
      - {when: s.churn == 0, say: nobody leaves}
      - {when: s.brings <= 0, say: they cost more than they bring}
  stay: {title: Stays, each: s in segs, value: 1 / s.churn, as: months}
  left: {title: Left over, each: s in segs, value: s.margin / 2, as: percent}
  all: {title: All together, value: segs.worth|sum}
sensitivity:
  - title: What moves the worth
    of: [worth, all]
    vary: [spare, fixed, segs.churn, segs.pays, segs.margin, segs.size]
  - {title: What moves the rest, of: [stay, left], vary: [segs.churn, segs.margin], by: 50%}
"""


@pytest.fixture
def run() -> World:
    world = World(FLOW)
    world.answer("fixed", "50")
    world.answer("spare", "7")
    return world


def hotels(run: World, **values: str) -> str:
    """A segment that brings 5 a month and is worth 100."""
    return run.card(
        "segs", **{"name": "Hotels", "churn": "5", "pays": "20", "margin": "50", "size": "9", **values}
    )


def of(run: World, figure: str) -> SensitivityView:
    (found,) = sensitivities(run.facts, figure)
    return found


def row(run: World, figure: str, field: str) -> Influence:
    return next(one for one in of(run, figure).rows if field in (one.place.field, one.place.question))


def test_every_number_of_every_entry_is_asked_about_card_by_card(run: World) -> None:
    first, second = hotels(run), hotels(run, name="Homes")
    found = sensitivities(run.facts)
    assert [
        *(f"worth:{first}", f"worth:{second}", "all"),
        *(f"stay:{first}", f"stay:{second}", f"left:{first}", f"left:{second}"),
    ] == [one.figure for one in found]
    assert ("What moves the worth", "Worth", "Hotels", "100 EUR", "10%", "") == (
        *(found[0].title, found[0].of, found[0].card, found[0].value, found[0].by),
        found[0].why,
    )


def test_inputs_that_move_it_come_the_strongest_first_and_alike_ones_in_the_order_of_the_flow(
    run: World,
) -> None:
    seg = hotels(run)
    rows = of(run, f"worth:{seg}").rows
    assert ["What do they pay?", "How much is left?", "How many leave?", "Fixed costs?"] == [
        one.label for one in rows
    ]


def test_each_input_goes_down_and_up_with_all_else_as_it_is(run: World) -> None:
    pays = row(run, f"worth:{hotels(run)}", "pays")
    assert ("20 EUR", "18 EUR", "22 EUR") == (pays.value, pays.down, pays.up)
    assert ("80 EUR", "120 EUR", "40 EUR") == (pays.low, pays.high, pays.effect)
    assert (Decimal(80), Decimal(120)) == (pays.low_amount, pays.high_amount)


def test_nothing_is_changed_by_asking(run: World) -> None:
    seg = hotels(run)
    answers = dict(run.facts.state.answers)
    sensitivities(run.facts)
    assert answers == run.facts.state.answers
    assert "100 EUR" == of(run, f"worth:{seg}").value


def test_bars_are_shares_of_the_furthest_that_the_number_goes(run: World) -> None:
    rows = of(run, f"worth:{hotels(run)}").rows
    assert [(-1.0, 1.0), (-1.0, 1.0)] == [(one.low_share, one.high_share) for one in rows[:2]]
    churn = rows[2]
    assert ("111.11 EUR", "90.91 EUR") == (churn.low, churn.high)
    assert (0.56, -0.45) == (round(churn.low_share, 2), round(churn.high_share, 2))


def test_no_input_goes_further_than_its_question_takes(run: World) -> None:
    seg = hotels(run)
    assert ("45 EUR", "55 EUR") == (
        row(run, f"worth:{seg}", "fixed").down,
        row(run, f"worth:{seg}", "fixed").up,
    )
    run.answer("fixed", "54")
    assert "55 EUR" == row(run, f"worth:{seg}", "fixed").up
    full = hotels(run, margin="98")
    assert "100%" == row(run, f"worth:{full}", "margin").up


def test_the_inputs_of_other_cards_move_nothing_but_the_whole(run: World) -> None:
    seg = hotels(run)
    homes = hotels(run, name="Homes")
    assert {seg} == {one.place.card for one in of(run, f"worth:{seg}").rows if one.place.card}
    assert {seg, homes} == {one.place.card for one in of(run, "all").rows if one.place.card}


def test_what_does_nothing_is_left_out(run: World) -> None:
    hotels(run)
    assert not [
        one for one in of(run, "all").rows if one.place.field == "size" or one.place == Place("spare")
    ]


def test_one_point_less_of_a_percentage_is_told_where_that_is_worth_something(run: World) -> None:
    churn = row(run, f"worth:{hotels(run)}", "churn")
    assert churn.point == (
        "One point of “How many leave? (Hotels)” is worth 25 EUR to you: "
        "at 4% in place of 5%, “Worth” is 125 EUR"
    )


def test_one_point_more_is_told_where_that_is_worth_more(run: World) -> None:
    margin = row(run, f"worth:{hotels(run)}", "margin")
    assert margin.point == (
        "One point of “How much is left? (Hotels)” is worth 4 EUR to you: "
        "at 51% in place of 50%, “Worth” is 104 EUR"
    )


def test_of_a_time_less_is_worth_more(run: World) -> None:
    churn = row(run, f"stay:{hotels(run)}", "churn")
    assert churn.point == (
        "One point of “How many leave? (Hotels)”: "
        "at 6% in place of 5%, “Stays” is 16.7 months in place of 20 months"
    )


def test_a_point_that_cannot_be_taken_is_given(run: World) -> None:
    churn = row(run, f"worth:{hotels(run, churn='0.5')}", "churn")
    assert "at 1.5% in place of 0.5%, “Worth” is 333.33 EUR in place of 1,000 EUR" in churn.point


def test_between_percentages_lie_points(run: World) -> None:
    margin = row(run, f"left:{hotels(run)}", "margin")
    assert ("12.5%", "37.5%", "25 points") == (margin.low, margin.high, margin.effect)
    assert margin.point.endswith("at 51% in place of 50%, “Left over” is 25.5% in place of 25%")
    assert "1 point" == row(run, f"left:{hotels(run, margin='2')}", "margin").effect


def test_amounts_have_no_points(run: World) -> None:
    assert "" == row(run, f"worth:{hotels(run)}", "pays").point


def test_an_end_without_a_number_says_why_and_comes_first(run: World) -> None:
    rows = of(run, f"worth:{hotels(run, pays='10.10')}").rows
    assert ["What do they pay?", "How much is left?"] == [one.label for one in rows[:2]]
    assert ("", "11.10 EUR", "") == (rows[0].low, rows[0].high, rows[0].effect)
    assert ("at 9.09 EUR: they cost more than they bring",) == rows[0].ends
    assert 0.0 == rows[0].low_share
    assert "is worth 2.02 EUR to you: at 51% in place of 50%, “Worth” is 3.02 EUR" in rows[1].point


def test_a_point_that_leaves_a_number_is_told_before_one_that_leaves_none(run: World) -> None:
    churn = row(run, f"worth:{hotels(run, churn='1')}", "churn")
    assert churn.point == (
        "One point of “How many leave? (Hotels)”: "
        "at 2% in place of 1%, “Worth” is 250 EUR in place of 500 EUR"
    )


def test_where_any_point_leaves_no_number_that_is_said(run: World) -> None:
    margin = row(run, f"worth:{hotels(run, pays='5.01', margin='100')}", "margin")
    why = "there is no “Worth”: they cost more than they bring"
    assert f"One point of “How much is left? (Hotels)”: at 99% in place of 100% {why}" == margin.point


def test_what_has_no_number_now_says_why_and_has_no_rows(run: World) -> None:
    found = of(run, f"worth:{hotels(run, churn='0')}")
    assert ("", "nobody leaves", ()) == (found.value, found.why, found.rows)


def test_a_workshop_tells_what_moves_one_number(run: World) -> None:
    seg = hotels(run)
    hotels(run, name="Homes")
    assert (of(run, f"worth:{seg}"),) == run.workshop.sensitivity(f"worth:{seg}")
    figure = run.workshop.figures().find(f"worth:{seg}")
    assert figure is not None
    assert figure.movable
