"""From the board to what the other keys lead to; and what was refused there and thought better of."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from textual.screen import Screen

from tests.frontends.tui.stage import WIDE, room, settled, shown, stage, until
from tests.frontends.tui.stall import Stall, board, closed, opened
from wizard.core.intents import AddCard
from wizard.frontends.tui.screens.asking import ChoiceScreen, ConfirmScreen
from wizard.frontends.tui.screens.coach import CoachScreen
from wizard.frontends.tui.screens.documents import DocumentsScreen
from wizard.frontends.tui.screens.learn import LearnScreen
from wizard.frontends.tui.screens.workshop import WorkshopScreen


@pytest.mark.parametrize(
    ("key", "screen"),
    [
        ("f1", LearnScreen),
        ("f3", DocumentsScreen),
        ("f4", CoachScreen),
        ("f8", WorkshopScreen),
        ("f9", ChoiceScreen),
    ],
)
async def test_the_keys_of_the_workshop_work_on_the_board(
    tmp_path: Path, key: str, screen: type[Screen[Any]]
) -> None:
    at = room(tmp_path)
    async with stage(at, WIDE) as person:
        await person.press("f2")
        await settled(person.pilot)
        await person.press(key)
        await settled(person.pilot)

        assert isinstance(person.app.screen, screen)
        assert (key == "f8") == (at.workshop.here.place is None)


async def test_what_one_thought_better_of_is_said_no_more(tmp_path: Path) -> None:
    at = Stall(tmp_path)
    async with board(at) as person:
        await person.press("home", "left", "home", "delete")
        await until(person.pilot, lambda: isinstance(person.app.screen, ConfirmScreen))
        question = at.workshop.screen().messages[0].text
        await person.press("enter")
        await closed(person)
        assert () == at.workshop.screen().messages
        await opened(person, "enter")

        assert question.split(".")[0] not in shown(person.app)


async def test_the_coach_begins_at_the_card_at_hand(tmp_path: Path) -> None:
    at = room(tmp_path)
    for name in ("Leek", "Beet"):
        at.workshop.send(AddCard("goods", {"name": name}))
    at.workshop.jump_to_step("goods")
    beet = at.workshop.state.cards["goods"][1]
    async with stage(at, WIDE) as person:
        person.screen.action_coach(beet)
        await settled(person.pilot)

        screen = person.app.screen
        assert isinstance(screen, CoachScreen)
        assert screen._finding is not None
        assert (beet,) == screen._finding.cards
