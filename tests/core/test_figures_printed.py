"""Numbers as templates see them: with words where there is none, and what moves them."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from tests.worlds import World
from wizard.adapters.render_jinja import JinjaRenderer
from wizard.core.document import context, shape
from wizard.core.printed import NOTHING, Later

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
        fields: [{id: name, ask: N}, {id: churn, type: percent, ask: How many leave?}]
      - {id: pays, type: money, ask: What do they pay?}
compute:
  worth:
    title: Worth
    how: Payment ÷ churn
    source: A book
    each: s in segs
    value: pays / s.churn
    as: money
    unless: [{when: s.churn == 0, say: nobody leaves}]
  most: {title: The most, value: segs.worth|known|max}
sensitivity: [{title: What moves it, of: [worth], vary: [segs.churn, pays]}]
"""

POINT = (
    "One point of “How many leave? (Hotels)” is worth 166.67 EUR to you: "
    "at 3% in place of 4%, “Worth” is 666.67 EUR"
)


@pytest.fixture
def run() -> World:
    run = World(FLOW)
    run.answer("pays", "20")
    run.card("segs", name="Hotels", churn="4")
    run.card("segs", name="Homes", churn="0")
    return run


def made(run: World) -> Any:
    return context(run.facts)


def test_numbers_stand_in_a_table_for_each_kind_of_card(run: World) -> None:
    (table,) = made(run)["figures"]["tables"]
    assert ("Who?", ["Hotels", "Homes"]) == (table["title"], [str(card) for card in table["cards"]])
    (row,) = table["rows"]
    assert ("Worth", "Payment ÷ churn", "A book") == (row["title"], row["how"], row["source"])
    hotels, homes = row["figures"]
    assert ("500 EUR", Decimal(500), "") == (str(hotels["value"]), hotels["value"], hotels["why"])
    assert (NOTHING, "nobody leaves", "nobody leaves") == (homes["value"], homes["why"], homes["text"])


def test_a_number_says_of_which_card_it_is_and_what_went_in(run: World) -> None:
    figure = made(run)["figures"]["tables"][0]["rows"][0]["figures"][0]
    assert ("Hotels", "pays / s.churn", "money") == (str(figure["card"]), figure["formula"], figure["unit"])
    assert [
        {"label": "What do they pay?", "card": "", "value": "20 EUR"},
        {"label": "How many leave?", "card": "Hotels", "value": "4%"},
    ] == figure["readings"]


def test_numbers_of_the_whole_stand_apart(run: World) -> None:
    (most,) = made(run)["figures"]["whole"]
    assert ("The most", "500 EUR", NOTHING) == (most["title"], str(most["value"]), most["card"])


def test_what_moves_a_number_has_amounts_to_draw_with(run: World) -> None:
    hotels, homes = made(run)["sensitivity"]
    assert ("What moves it", "Worth", "Hotels", "500 EUR", "10%") == (
        *(hotels["title"], hotels["of"], hotels["card"], hotels["value"]),
        hotels["by"],
    )
    churn, pays = hotels["rows"]
    assert (Decimal("555.56"), "555.56 EUR") == (round(churn["low"], 2), str(churn["low"]))
    assert ("3.6%", "4.4%", "101.01 EUR") == (churn["down"], churn["up"], churn["effect"])
    assert (Decimal(1), Decimal("1.000"), Decimal("-0.818")) == (
        churn["share"],
        churn["low_share"],
        churn["high_share"],
    )
    assert Decimal("0.990") == pays["share"]
    assert [POINT] == hotels["points"]
    assert (NOTHING, "nobody leaves", []) == (homes["value"], homes["why"], homes["rows"])


def test_a_template_prints_all_of_it(run: World) -> None:
    template = """\
{% for row in figures.tables[0].rows %}
{{ row.title }}:{% for figure in row.figures %} {{ figure.text|cell }};{% endfor %}

{% endfor %}
{{ sensitivity|length }} {{ (sensitivity|first).points|first }}
{% for row in sensitivity[0].rows %}{{ row.label }} {{ row.share * 100 }};{% endfor %}
"""
    text = JinjaRenderer((), {"a.txt.j2": template}).render("a.txt.j2", context(run.facts))
    assert (
        f"""\
Worth: 500 EUR; nobody leaves;
2 {POINT}
How many leave? 100;What do they pay? 99;
"""
        == text
    )


def test_a_flow_without_numbers_has_none_to_print() -> None:
    run = World(FLOW.partition("compute:")[0])
    assert {"whole": [], "tables": []} == made(run)["figures"]
    assert [] == list(made(run)["sensitivity"])
    assert {"figures", "sensitivity"} <= set(shape(run.facts.flow))


def test_a_question_of_the_same_name_comes_first() -> None:
    run = World(FLOW.replace("{id: pays, type", "{id: figures, type").replace("pays", "figures"))
    run.answer("figures", "20")
    assert "20 EUR" == str(made(run)["figures"])


def test_a_list_for_later_is_made_once_and_only_when_it_is_looked_at() -> None:
    calls: list[int] = []

    def make() -> list[object]:
        calls.append(1)
        return [1, 2]

    later = Later(make)
    assert [] == calls
    assert [1, 2] == list(later)
    assert (2, 2, True, 1) == (len(later), later[1], bool(later), len(calls))
