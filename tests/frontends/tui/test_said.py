"""What is said on the full screen stands where it belongs, and goes when one goes on."""

from __future__ import annotations

from pathlib import Path

from textual import events

from tests.frontends.tui.stage import FLOW, room, said, shown, stage
from tests.frontends.tui.test_cards import names, stocked
from wizard.core.intents import AddCard
from wizard.core.problems import Place

TOO_LITTLE = "below the least"
PICKY = FLOW.replace("ask: What do you sell?", "ask: What do you sell?\n        count: 1..2")


async def test_what_was_refused_in_a_field_isnt_said_at_the_list(tmp_path: Path) -> None:
    at = stocked(tmp_path)
    async with stage(at, at="goods") as person:
        await person.press("up", "enter", *"-5", "enter")
        assert TOO_LITTLE in said(person)
        await person.press("escape")
        assert TOO_LITTLE not in shown(person.app)
        await person.press("up", "enter")

        assert TOO_LITTLE not in shown(person.app)


async def test_what_was_refused_in_a_field_isnt_said_at_the_one_above(tmp_path: Path) -> None:
    at = stocked(tmp_path)
    async with stage(at, at="goods") as person:
        await person.press("up", "enter", *"-5", "up")

        assert "What do you call it?" == person.screen.desk.field.ask  # type: ignore[union-attr]
        assert TOO_LITTLE not in shown(person.app)


async def test_what_was_refused_in_a_field_is_said_while_one_stays_there(tmp_path: Path) -> None:
    at = stocked(tmp_path)
    async with stage(at, at="goods") as person:
        await person.press("up", "enter", *"-5", "tab")

        assert TOO_LITTLE in said(person)


async def test_what_the_coach_wanted_isnt_said_at_the_question(tmp_path: Path) -> None:
    at = stocked(tmp_path)
    async with stage(at, at="goods") as person:
        await person.press("f4", "d", "enter")
        assert "Say in a few words" in shown(person.app)
        await person.press("escape")

        assert "Say in a few words" not in shown(person.app)


async def test_news_of_the_list_arent_said_in_a_card(tmp_path: Path) -> None:
    at = stocked(tmp_path)
    async with stage(at, at="goods") as person:
        person.app.post_message(events.Paste("Pears\nPlums"))
        await person.pilot.pause()
        assert "2 cards added" in shown(person.app)
        await person.press("up", "enter")

        assert "2 cards added" not in shown(person.app)


async def test_a_removed_card_is_told_with_the_way_to_bring_it_back(tmp_path: Path) -> None:
    at = stocked(tmp_path)
    async with stage(at, at="goods") as person:
        await person.press("up", "delete")
        assert "“Bread” is removed. ctrl+z brings it back." in shown(person.app)
        await person.press("ctrl+z")

        assert ["Apples", "Bread"] == names(at)


async def test_blanks_alone_are_no_unfinished_text(tmp_path: Path) -> None:
    at = room(tmp_path)
    async with stage(at, at="story") as person:
        await person.press(*"   ", "ctrl+j", "escape")
        assert at.workshop.drafts.at(Place("story")) is None
        await person.press(*"Green", "enter")
        assert "How did it begin?" in shown(person.app)

        assert "unfinished text" not in shown(person.app)


async def test_ctrl_j_in_a_line_is_a_blank(tmp_path: Path) -> None:
    at = room(tmp_path)
    async with stage(at, at="goods") as person:
        await person.press("ctrl+j", *"Ripe", "ctrl+j", "ctrl+j", *"pears", "enter")

        assert ["Ripe pears"] == names(at)


async def test_more_cards_than_asked_for_stand_out_in_view(tmp_path: Path) -> None:
    at = stocked(tmp_path, PICKY)
    at.workshop.send(AddCard("goods", {"name": "Pears"}))
    async with stage(at, at="goods") as person:
        assert "▲ 3 cards · 1 to 2: merge or remove some" in shown(person.app)


async def test_what_is_said_of_cards_stands_above_the_list_in_view(tmp_path: Path) -> None:
    at = stocked(tmp_path, PICKY)
    for number in range(12):
        at.workshop.send(AddCard("goods", {"name": f"Good {number}"}))
    async with stage(at, at="goods") as person:
        await person.press("enter")
        lines = shown(person.app).splitlines()
        (told,) = [n for n, line in enumerate(lines) if "Keep it to 2. You have 14" in line]
        (count,) = [n for n, line in enumerate(lines) if "▲ 14 cards" in line]
        (card,) = [n for n, line in enumerate(lines) if "Good 11" in line]

        assert count < told < card


async def test_letters_on_a_list_without_a_line_say_how_a_card_begins(tmp_path: Path) -> None:
    at = stocked(tmp_path)
    async with stage(at, at="pairs") as person:
        await person.press("x", "y")

        assert 1 == shown(person.app).count("Enter on + Add one begins a card")
