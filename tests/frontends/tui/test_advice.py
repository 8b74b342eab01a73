"""What is said of options: scores beside them, the reasons of the one at hand below, all of it on pages."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import OptionList

from tests.frontends.drivers import Room
from tests.frontends.tui.driver import TuiDriver
from tests.frontends.tui.stage import SMALL, WIDE, elsewhere, room, shown, stage, until
from wizard.core.intents import AddCard, GiveAnswer
from wizard.core.problems import Place
from wizard.core.reasons import ReasonView
from wizard.core.screen import OptionView
from wizard.frontends.tui.screens.card import CardScreen
from wizard.frontends.tui.screens.learn import LearnScreen
from wizard.frontends.tui.widgets.boxes.advice import AdvicePanel, advice_lines, sign_cells

FLOW = """
flow: stall
title: A market stall
name_from: name
options:
  kinds:
    person:
      label: Personal help
      help: Somebody answers.
      for: [People feel seen]
      against: [An hour costs an hour]
      fits: [{when: fee < 10, weight: -1, because: "{{ fee }} can't carry it"}]
    alone:
      label: Self-service
      help: They do it alone, with what you provide.
      for: [Cheap and always open, Grows without you]
      against: [Frustrating where it is poor, Nobody hears why they leave]
      example: An order page with last week's order filled in, which takes a minute on a Sunday evening.
      fits:
        - {when: card.ease >= 4, weight: 2, because: "{{ card.name }} are at ease with helping themselves"}
        - {when: fee < 10, because: "{{ fee }} a month carries nothing else for long, and they know it"}
    crowd: {label: Community, help: They help each other.}
steps:
  - id: one
    title: One
    teach: A few words.
    ask:
      - {id: name, ask: What is it called?}
      - {id: fee, type: money, ask: What do they pay?}
      - {id: main, type: choice, ask: Which one first?, options: kinds}
      - {id: other, type: choice, ask: Which else?, options: {a: {label: This, help: Hardly any}, b: That}}
      - id: ties
        type: cards
        ask: Who?
        fields:
          - {id: name, ask: Who?}
          - {id: ease, type: scale, ask: How much at ease?, range: 1..5}
          - {id: kind, type: choice, ask: Which kind?, options: kinds}
          - {id: cost, type: money, ask: What does it cost?}
"""


@pytest.fixture
def stall(tmp_path: Path) -> Room:
    """A stall whose customers pay 9 EUR; the first of them are very much at ease."""
    place = room(tmp_path, FLOW)
    for intent in (
        GiveAnswer(Place("name"), "Green Corner"),
        GiveAnswer(Place("fee"), "9"),
        AddCard("ties", {"name": "[b]Cooks[/b]", "ease": "5"}),
    ):
        assert place.workshop.send(intent).done
    return place


async def at_kind(person: TuiDriver) -> None:
    """Open the first card, and go to its kind."""
    await person.pilot.press("up", "up", "enter")
    await until(
        person.pilot, lambda: "Which kind?" in shown(person.app) and "Self-service" in shown(person.app)
    )


def panel(person: TuiDriver) -> AdvicePanel:
    return person.app.screen.query_one(AdvicePanel)


def said(person: TuiDriver) -> list[str]:
    """The lines of the panel."""
    return [line.rstrip() for line in panel(person).render().plain.split("\n")]


async def test_scores_stand_beside_the_options_in_their_order_and_the_best_says_so(stall: Room) -> None:
    async with stage(stall, SMALL, at="main") as person:
        lines = [line for line in shown(person.app).split("\n") if "│○" in line]
        assert ["−1 Personal help", "+1 Self-service  ★ fits best", "   Community"] == [
            line.partition("│○ ")[2].rstrip(" │") for line in lines
        ]


async def test_the_reasons_of_the_option_at_hand_stand_below_and_the_list_stays(stall: Room) -> None:
    async with stage(stall, WIDE, at="main") as person:
        box = person.app.screen.query_one(OptionList)
        before = (box.region, panel(person).region)
        assert ["−1 9 EUR can't carry it", "   Somebody answers.", "✓  People feel seen"] == said(person)[:3]
        await person.pilot.press("down")
        await until(person.pilot, lambda: "Cheap and always open" in shown(person.app))
        assert "+1 9 EUR a month carries nothing else for" == said(person)[0]
        await person.pilot.press("down")
        await until(person.pilot, lambda: said(person) == ["   They help each other."])
        assert before == (box.region, panel(person).region)


async def test_a_cards_form_at_80_by_24_says_the_beginning_and_the_pages_all_of_it(stall: Room) -> None:
    async with stage(stall, SMALL, at="ties") as person:
        await at_kind(person)
        await person.pilot.press("down")
        await until(person.pilot, lambda: "+2 [b]Cooks[/b] are at ease" in shown(person.app))
        text = shown(person.app)
        assert "+3 Self-service  ★ fits best" in text
        assert "→ why" in text
        assert all(f"│○ {label}" in text for label in ("−1 Personal", "   Community"))
        await person.pilot.press("right")
        await until(person.pilot, lambda: isinstance(person.app.screen, LearnScreen))
        await until(person.pilot, lambda: "Frustrating where it is poor" in shown(person.app))
        page = shown(person.app)
        for words in ("Self-service   +3 · fits best", "2 of 3", "Grows without you", "Sunday evening"):
            assert words in page
        assert "[b]Cooks[/b] are at ease with helping themselves" in page
        await person.pilot.press("escape")
        await until(
            person.pilot, lambda: "fits best" in shown(person.app) and "Which kind?" in shown(person.app)
        )
        assert "+2 [b]Cooks[/b] are at ease" in shown(person.app)


async def test_a_small_terminal_shows_the_first_reason_and_how_many_more_there_are(stall: Room) -> None:
    async with stage(stall, (60, 18), at="ties") as person:
        await at_kind(person)
        await person.pilot.press("down")
        await until(person.pilot, lambda: "+2 [b]Cooks[/b] are at ease" in shown(person.app))
        assert "… 5 more: →" in shown(person.app)
        assert "★ fits best" in shown(person.app)


async def test_a_card_above_the_board_has_the_same_advice(tmp_path: Path) -> None:
    flow = FLOW.replace("name_from", "canvas: business-model\nname_from")
    place = room(
        tmp_path,
        flow.replace("ask: Who?\n        fields", "ask: Who?\n        block: channels\n        fields"),
    )
    assert place.workshop.send(AddCard("ties", {"name": "Cooks", "ease": "5"})).done
    async with stage(place, WIDE, at="ties") as person:
        await person.press("f2", "enter")
        await until(person.pilot, lambda: isinstance(person.app.screen, CardScreen))
        await person.press("tab", "tab")
        await until(person.pilot, lambda: "★ fits best" in shown(person.app))
        await person.press("right")
        await until(person.pilot, lambda: isinstance(person.app.screen, LearnScreen))
        await person.press("escape")
        await until(person.pilot, lambda: isinstance(person.app.screen, CardScreen))


async def test_a_click_on_the_reasons_opens_their_page(stall: Room) -> None:
    async with stage(stall, SMALL, at="main") as person:
        await person.pilot.click(AdvicePanel)
        await until(person.pilot, lambda: isinstance(person.app.screen, LearnScreen))
        await until(person.pilot, lambda: "Personal help   −1" in shown(person.app))


async def test_learning_has_a_page_for_each_option_behind_the_teaching(stall: Room) -> None:
    async with stage(stall, SMALL, at="main") as person:
        await person.pilot.press("f1")
        await until(person.pilot, lambda: "1 of 4" in shown(person.app))
        await person.pilot.press("right", "right")
        await until(person.pilot, lambda: "Self-service   +1 · fits best" in shown(person.app))


async def test_options_without_advice_keep_their_help_on_their_line(stall: Room) -> None:
    async with stage(stall, SMALL, at="main") as person:
        assert panel(person).display
        await person.jump(Place("other"))
        await until(person.pilot, lambda: "○ This  Hardly any" in shown(person.app))
        assert not panel(person).display
        assert "→ why" not in shown(person.app)


async def test_reasons_follow_what_somebody_else_answers(stall: Room) -> None:
    async with stage(stall, SMALL, at="main") as person:
        assert "−1 Personal help" in shown(person.app)
        assert elsewhere(stall).send(GiveAnswer(Place("fee"), "90")).done
        await until(person.pilot, lambda: "−1" not in shown(person.app))
        assert "○ Personal help" in shown(person.app)
        assert "fits best" not in shown(person.app)


async def test_choosing_is_left_to_the_person(stall: Room) -> None:
    async with stage(stall, SMALL, at="main") as person:
        assert person.app.screen.query_one(OptionList).highlighted == 0
        await person.pilot.press("down", "enter")
        await until(person.pilot, lambda: "Which else?" in shown(person.app))
        assert "alone" == stall.workshop.state.answers[Place("main")]


ALONE = OptionView(
    "alone",
    "Self-service",
    help="They do it alone",
    for_=("Cheap", "Open"),
    against=("Poor",),
    example="A page",
    reasons=(ReasonView("+2", "they are at ease with it"), ReasonView("−0.5", "it is dear")),
)


@pytest.mark.parametrize(
    ("width", "rows", "lines"),
    [
        (40, 9, 6),
        (40, 6, 6),
        (40, 2, 2),
        (40, 1, 1),
        (16, 9, 9),
        (16, 20, 12),
        (3, 6, 6),
        (40, 0, 0),
    ],
)
def test_what_is_said_takes_no_more_lines_than_there_are(width: int, rows: int, lines: int) -> None:
    assert lines == len(advice_lines(ALONE, width, rows, sign_cells([ALONE])))


def test_what_has_no_room_is_cut_where_it_can_be_seen() -> None:
    assert [
        "+2   they are…",
        "−0.5 it is de…",
        "     They do…",
        "✓    Cheap ·…",
        "✗    Poor",
        "     For exam…",
    ] == [line.plain for line in advice_lines(ALONE, 14, 6, 5)]
    assert ["+2   they are at ease with it", "… 5 more: →"] == [
        line.plain for line in advice_lines(ALONE, 40, 2, 5)
    ]
