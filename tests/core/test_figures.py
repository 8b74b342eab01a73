"""Numbers as people look at them: their value, why there is none, and what went in."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.worlds import World
from wizard.core.figures import Figures, FigureView, figures
from wizard.core.intents import RemoveCard
from wizard.core.languages import LANGUAGES
from wizard.core.problems import Place
from wizard.core.words.figures import IN

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
          - {id: churn, type: percent, ask: How many leave?}
          - {id: care, type: money, ask: What does care cost?}
      - id: streams
        type: cards
        ask: What do they pay for?
        fields:
          - {id: name, ask: Name}
          - {id: seg, type: choice, ask: Who pays?, options: segs}
          - {id: price, type: money, ask: What is the price?}
          - {id: per, type: choice, ask: How often?, options: {month: Each month, year: Each year, use: Each}}
          - {id: uses, type: number, ask: How many times?, when: card.per == 'use'}
      - {id: open, type: yesno, ask: Open already?}
      - {id: fixed, type: money, ask: Fixed costs?, when: open}
compute:
  worth:
    title: Worth
    how: What they pay ÷ the share that leaves
    source: "Worth = revenue ÷ churn"
    each: s in segs
    value: s.pays / s.churn
    unless:
      - when: s not in streams.seg
        say: |
          {{ s.name }} pay
          nothing yet
      - {when: s.churn == 0, say: nobody leaves}
  pays:
    title: Pays a month
    each: s in segs
    value: (streams|where('seg', s)).monthly|sum - s.care|default(0)
    as: money
  monthly:
    each: s in streams
    value: s.price * s.uses if s.per == 'use' else s.price|a_month(s.per)
    as: money
  stay: {title: Stays, each: s in segs, value: 1 / s.churn, as: months}
  twice: {title: Twice, each: s in segs, value: s.worth * 2}
  half: {each: s in segs, value: s.worth / 2}
  quarter: {title: A quarter, each: s in segs, value: s.half / 2}
  all: {title: All together, value: segs.worth|sum, as: money}
  left: {title: Left, value: all - fixed, as: money}
  enough: {title: Is it enough, value: all > 100}
  rent: {title: Rent, value: fixed if open else none}
"""


@pytest.fixture
def run() -> World:
    return World(FLOW)


def of(run: World, name: str, card: str | None = None) -> FigureView:
    found = figures(run.facts).find(name if card is None else f"{name}:{card}")
    assert found is not None
    return found


def hotels(run: World, **values: str) -> str:
    """A segment that leaves at 5% a month and pays 10 a month."""
    seg = run.card("segs", **{"name": "Hotels", "churn": "5", **values})
    run.card("streams", name="Box", seg=seg, price="10", per="month")
    return seg


def read(figure: FigureView) -> list[tuple[str, str, str]]:
    return [(one.label, one.card, one.value) for one in figure.readings]


# What is shown


def test_only_values_with_a_title_are_numbers_to_look_at_in_the_order_of_the_file(run: World) -> None:
    seg = hotels(run)
    found = figures(run.facts)
    (table,) = found.tables
    assert ("segs", "Who?", ((seg, "Hotels"),)) == (table.question, table.title, table.cards)
    assert ["worth", "pays", "stay", "twice", "quarter"] == [row.name for row in table.rows]
    assert ["all", "left", "enough", "rent"] == [figure.name for figure in found.whole]


def test_a_table_has_a_figure_for_every_card_and_there_is_none_without_cards(run: World) -> None:
    assert () == figures(run.facts).tables
    hotels(run)
    homes = run.card("segs", name="Homes", churn="10")
    run.card("streams", name="Bag", seg=homes, price="3", per="month")
    (table,) = figures(run.facts).tables
    assert ["200 EUR", "30 EUR"] == [figure.value for figure in table.rows[0].figures]
    assert ["Hotels", "Homes"] == [figure.card for figure in table.rows[0].figures]


def test_a_figure_tells_what_the_flow_says_about_it(run: World) -> None:
    seg = hotels(run)
    worth = of(run, "worth", seg)
    assert "Worth" == worth.title
    assert "What they pay ÷ the share that leaves" == worth.how
    assert "Worth = revenue ÷ churn" == worth.source
    assert "s.pays / s.churn" == worth.formula
    assert Decimal(200) == worth.amount
    assert (seg, "Hotels", "money") == (worth.card_id, worth.card, worth.unit)


def test_what_is_no_number_has_no_unit_and_no_amount(run: World) -> None:
    hotels(run)
    enough = of(run, "enough")
    assert ("yes", "", None) == (enough.value, enough.unit, enough.amount)


def test_numbers_are_rounded_for_reading_and_exact_for_what_is_worked_out_from_them(run: World) -> None:
    seg = run.card("segs", name="Hotels", churn="3")
    run.card("streams", name="Box", seg=seg, price="100", per="year")
    assert "8.33 EUR" == of(run, "pays", seg).value
    assert "277.78 EUR" == of(run, "worth", seg).value
    assert "555.56 EUR" == of(run, "twice", seg).value
    assert "33.3 months" == of(run, "stay", seg).value


def test_what_is_passed_on_as_it_is_keeps_its_unit(run: World) -> None:
    run.answer("open", "yes")
    run.answer("fixed", "12.50")
    assert "12.50 EUR" == of(run, "rent").value


# Why there is none


def test_a_number_waits_for_answers_by_their_questions(run: World) -> None:
    seg = run.card("segs", name="Hotels")
    run.card("streams", name="Box", seg=seg, per="month")
    assert "waiting for: “What is the price?” of “Box” and “How many leave?”" == of(run, "worth", seg).why
    assert "" == of(run, "worth", seg).value


def test_a_number_of_the_whole_says_whose_answers_it_waits_for(run: World) -> None:
    hotels(run)
    for name in ("Homes", "Bars", "Ships"):
        seg = run.card("segs", name=name)
        run.card("streams", name=f"Box for {name}", seg=seg, price="1", per="month")
    waiting = [f"“How many leave?” of “{one}”" for one in ("Homes", "Bars", "Ships")]
    assert f"waiting for: {waiting[0]}, {waiting[1]} and {waiting[2]}" == of(run, "all").why
    seg = run.card("segs", name="Trains")
    run.card("streams", name="Snack", seg=seg, price="1", per="month")
    assert f"waiting for: {waiting[0]}, {waiting[1]} and 2 more" == of(run, "all").why


def test_the_first_unless_that_is_true_stands_in_place_of_the_number(run: World) -> None:
    seg = run.card("segs", name="Hotels", churn="0")
    assert "Hotels pay nothing yet" == of(run, "worth", seg).why
    run.card("streams", name="Box", seg=seg, price="10", per="month")
    worth = of(run, "worth", seg)
    assert ("", None, "nobody leaves") == (worth.value, worth.amount, worth.why)


def test_an_unless_that_waits_stops_nothing(run: World) -> None:
    seg = run.card("segs", name="Hotels")
    run.card("streams", name="Box", seg=seg, price="10", per="month")
    assert "waiting for: “How many leave?”" == of(run, "worth", seg).why


def test_what_needs_a_number_that_is_not_there_says_which_and_why(run: World) -> None:
    seg = hotels(run, churn="0")
    assert "“Worth”: nobody leaves" == of(run, "twice", seg).why
    assert "“Worth”: nobody leaves" == of(run, "all").why


def test_a_value_without_a_title_passes_on_why_there_is_none(run: World) -> None:
    assert "“Worth”: nobody leaves" == of(run, "quarter", hotels(run, churn="0")).why


def test_a_division_by_nothing_gives_words(run: World) -> None:
    seg = hotels(run, churn="0")
    assert "it can't be worked out from these answers: something may be divided by nothing" == (
        of(run, "stay", seg).why
    )


def test_an_amount_for_each_use_has_no_month_and_says_so() -> None:
    made = World(FLOW.replace("s.price * s.uses if s.per == 'use' else s.price|a_month", "s.price|a_month"))
    seg = hotels(made)
    made.card("streams", seg=seg, name="Wash", price="5", per="use")
    assert "“Each” is no period of time, so it can't be counted by the month or the year" == (
        of(made, "pays", seg).why
    )


def test_an_answer_that_is_not_asked_for_is_not_waited_for(run: World) -> None:
    hotels(run)
    assert "it needs “Fixed costs?”, which isn't asked here" == of(run, "left").why
    run.answer("open", "yes")
    assert "waiting for: “Fixed costs?”" == of(run, "left").why
    run.answer("fixed", "50")
    assert ("150 EUR", "") == (of(run, "left").value, of(run, "left").why)


# What went in


def test_what_went_in_are_answers_and_other_numbers(run: World) -> None:
    seg = hotels(run)
    assert [("Pays a month", "Hotels", "10 EUR"), ("How many leave?", "Hotels", "5%")] == read(
        of(run, "worth", seg)
    )


def test_what_has_no_title_is_looked_through(run: World) -> None:
    seg = hotels(run, care="2")
    assert [
        ("What is the price?", "Box", "10 EUR"),
        ("How often?", "Box", "Each month"),
        ("What does care cost?", "Hotels", "2 EUR"),
    ] == read(of(run, "pays", seg))
    assert [("Worth", "Hotels", "160 EUR")] == read(of(run, "quarter", seg))


def test_cards_that_were_left_out_are_not_told(run: World) -> None:
    seg = hotels(run)
    other = run.card("segs", name="Homes", churn="10")
    run.card("streams", name="Bag", seg=other, price="3", per="month")
    assert {"Box", "Hotels"} == {card for _, card, _ in read(of(run, "pays", seg))}


def test_what_is_not_answered_yet_stands_there_without_a_value(run: World) -> None:
    seg = run.card("segs", name="Hotels")
    run.card("streams", name="Box", seg=seg, price="10", per="month")
    assert ("How many leave?", "Hotels", "") in read(of(run, "worth", seg))


def test_each_answer_can_be_jumped_to_and_each_number_looked_at(run: World) -> None:
    seg = hotels(run)
    pays, churn = of(run, "worth", seg).readings
    assert (f"pays:{seg}", None) == (pays.figure, pays.place)
    assert ("", Place("segs", seg, "churn")) == (churn.figure, churn.place)
    assert figures(run.facts).find(pays.figure) is not None


def test_numbers_follow_the_answers(run: World) -> None:
    seg = hotels(run)
    before: Figures = figures(run.facts)
    run.do(RemoveCard("streams", run.facts.state.cards["streams"][0]))
    assert "Hotels pay nothing yet" == of(run, "worth", seg).why
    assert before != figures(run.facts)


def test_a_screen_says_whether_there_are_numbers_to_look_at(run: World) -> None:
    assert run.workshop.screen().numbers
    assert not World(FLOW.partition("compute:")[0]).workshop.screen().numbers


def test_a_workshop_shows_its_numbers_and_what_moves_one(run: World) -> None:
    seg = hotels(run)
    assert figures(run.facts) == run.workshop.figures()
    assert not of(run, "worth", seg).movable
    assert () == run.workshop.sensitivity(f"worth:{seg}")


def test_the_words_are_in_the_language_of_the_workshop() -> None:
    run = World(FLOW.replace("title: A small flow", "title: A small flow\nlanguage: de"))
    seg = run.card("segs", name="Hotels")
    run.card("streams", name="Box", seg=seg, per="month")
    assert "wartet auf: „What is the price?“ bei „Box“ und „How many leave?“" == of(run, "worth", seg).why


def test_every_language_has_its_words() -> None:
    assert {language.code for language in LANGUAGES} == set(IN)


def test_an_answer_that_has_a_short_name_is_called_by_it() -> None:
    run = World(FLOW.replace("ask: How many leave?", "ask: How many leave?, short: share that leaves"))
    seg = run.card("segs", name="Bars")
    assert "waiting for: share that leaves" == of(run, "stay", seg).why
    left = run.card("segs", name="Ships", churn="5")
    assert [("Share that leaves", "Ships", "5%")] == read(of(run, "stay", left))
