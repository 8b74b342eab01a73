"""Whole screens as text, at the size where every line counts."""

from __future__ import annotations

from pathlib import Path

from tests.frontends.tui.stage import SMALL, room, shown, stage
from wizard.core.intents import AddCard, GiveAnswer
from wizard.core.problems import Place

FIRST_QUESTION = """
 Untitled  ›  1 The beginning                                  ━━━━━━━━━━   0 %
 Steps                 │  1/6  What is it called?  needed
 ▶ 1 The beginning     │
 ○ 2 The goods         │  ✓ good  Green Corner           ✗ weak  My stall
                       │  ╭──────────────────────────────────────────────────╮
                       │  │                                                  │
                       │  ╰──────────────────────────────────────────────────╯
                       │
                       │────────────────────────────────────────────────────────
                       │  A stall is a promise that one can walk around.
"""
CARDS = """
 Green  ›  2 The goods                                         ━━━━━━━━━━  22 %
 Steps                 │  1/3  What do you sell?
 ● 1 The beginning     │   2 cards
 ▶ 2 The goods         │  ╭──────────────────────────────────────────────────╮
                       │  │ 1 Apples  2 of 3  2.50 EUR                       │
                       │  │ 2 Bread  1 of 3                                  │
                       │  ╰──────────────────────────────────────────────────╯
                       │  ╭──────────────────────────────────────────────────╮
                       │  │ + What do you call it?                           │
                       │  ╰──────────────────────────────────────────────────╯
"""


def head(screen: str, expected: str) -> list[str]:
    """As many lines of the screen as are expected."""
    return screen.split("\n")[: len(expected.strip("\n").split("\n"))]


async def test_the_first_question(tmp_path: Path) -> None:
    async with stage(room(tmp_path), SMALL) as person:
        assert FIRST_QUESTION.strip("\n").split("\n") == head(shown(person.app), FIRST_QUESTION)
        last = shown(person.app).split("\n")[-1]
        assert " enter next  esc back  f1 learn  f6 don't know  f7 skip  ctrl+p all     ✓ saved" == last


async def test_cards_with_the_line_for_the_next_one(tmp_path: Path) -> None:
    at = room(tmp_path)
    at.workshop.send(GiveAnswer(Place("name"), "Green"))
    at.workshop.send(AddCard("goods", {"name": "Apples", "price": "2.50"}))
    at.workshop.send(AddCard("goods", {"name": "Bread"}))
    async with stage(at, SMALL, at="goods") as person:
        assert CARDS.strip("\n").split("\n") == head(shown(person.app), CARDS)
