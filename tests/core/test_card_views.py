"""Cards in a list say what is in them; what it takes to answer is there for the one that is opened."""

from __future__ import annotations

import pytest

from tests.worlds import World
from wizard.core import recommending
from wizard.core.facts import Facts
from wizard.core.problems import Place
from wizard.core.recommending import Ranked
from wizard.core.screen import Input

FLOW = """
flow: small
title: Small
steps:
  - id: one
    title: One
    ask:
      - {id: segs, type: cards, ask: Who?, fields: [{id: name, ask: Name}]}
      - id: ties
        type: cards
        ask: How?
        fields:
          - {id: to, type: choice, ask: To?, options: segs}
          - id: kind
            type: choice
            ask: Kind?
            options:
              alone: {label: Alone, fits: [{when: card.to is defined, because: they can}]}
              both: Both
            suggest: alone if card.to is defined else none
"""


def filled() -> tuple[World, str]:
    """A workshop with a card that points at another one."""
    run = World(FLOW)
    bakers = run.card("segs", name="Bakers")
    return run, run.card("ties", to=bakers)


def opened(run: World, card: str) -> tuple[Input, ...]:
    view = run.workshop.card(card)
    assert view is not None
    return view.fields


def test_a_card_in_a_list_says_what_is_in_it_without_what_it_takes_to_answer() -> None:
    run, card = filled()
    (view,) = run.at("ties").question.cards

    assert [("to", "Bakers", ""), ("kind", "", "Alone")] == [
        (field.place.field, field.value, field.suggestion) for field in view.fields
    ]
    assert {((), (), "")} == {(field.options, field.creates, field.fit_line) for field in view.fields}
    assert card == view.id


def test_the_card_that_is_opened_has_all_that_it_takes_to_answer() -> None:
    run, card = filled()
    to, kind = opened(run, card)

    assert ["Bakers"] == [option.label for option in to.options]
    assert [("Alone", "+1"), ("Both", "")] == [(option.label, option.score) for option in kind.options]
    assert "" != kind.fit_line
    assert ["segs"] == [one.question for one in to.creates]


def test_a_list_differs_from_its_opened_cards_in_nothing_else() -> None:
    run, card = filled()
    (view,) = run.at("ties").question.cards

    assert [(field.ask, field.raw, field.status, field.suggestion_raw) for field in opened(run, card)] == [
        (field.ask, field.raw, field.status, field.suggestion_raw) for field in view.fields
    ]


def test_nothing_is_ranked_for_the_cards_of_a_list(monkeypatch: pytest.MonkeyPatch) -> None:
    run, card = filled()
    ranked: list[str | None] = []
    ranking = recommending._ranking

    def noted(facts: Facts, place: Place) -> tuple[Ranked, ...]:
        ranked.append(place.card)
        return ranking(facts, place)

    monkeypatch.setattr(recommending, "_ranking", noted)

    assert 1 == len(run.at("ties").question.cards)
    assert card not in ranked
    opened(run, card)
    assert card in ranked


def test_the_opened_card_says_which_field_has_an_unfinished_text() -> None:
    run = World(FLOW)
    bakers = run.card("segs", name="Bakers")
    run.workshop.drafts.keep(Place("segs", bakers, "name"), "Bakers and")

    assert [True] == [field.typed for field in opened(run, bakers)]
