"""The keys of a list of cards: letters that begin a card, and what is said of the line at hand."""

from __future__ import annotations

from pathlib import Path

from tests.frontends.tui.stage import shown, stage
from tests.frontends.tui.test_cards import names, stocked
from wizard.frontends.tui.widgets.cards import AddLine


async def test_letters_in_the_list_begin_a_card_with_all_that_follows(tmp_path: Path) -> None:
    """Once the line has the keys, letters that are commands in the list are letters there."""
    at = stocked(tmp_path)
    async with stage(at, at="goods") as person:
        await person.press("up", *"jam and mead", "enter")

        assert ["Apples", "Bread", "jam and mead"] == names(at)


async def test_letters_in_the_list_go_behind_what_was_typed_before(tmp_path: Path) -> None:
    async with stage(stocked(tmp_path), at="goods") as person:
        await person.press(*"Pe", "up", *"ar")

        assert "Pear" == person.screen.query_one(AddLine).value


async def test_the_letters_of_the_list_move_and_duplicate_the_card_at_hand(tmp_path: Path) -> None:
    at = stocked(tmp_path)
    async with stage(at, at="goods") as person:
        await person.press("up", "d", "m", "up", "up", *"xyz", "enter")

        assert 3 == len(names(at))
        assert "Apples" == names(at)[1]
        assert "" == person.screen.query_one(AddLine).value


async def test_backspace_in_the_list_removes_nothing(tmp_path: Path) -> None:
    at = stocked(tmp_path)
    async with stage(at, at="goods") as person:
        await person.press("up", "backspace")

        assert ["Apples", "Bread"] == names(at)


async def test_the_bottom_line_tells_the_keys_of_the_line_at_hand(tmp_path: Path) -> None:
    """Where a card can't begin with a word, the keys of cards aren't told for the lines below them."""
    at = stocked(tmp_path)
    async with stage(at, at="pairs") as person:
        assert "enter add one" in shown(person.app)
        assert "d duplicate" not in shown(person.app)
        await person.press("enter", "enter", "escape", "home")
        assert "enter open  m move  d duplicate  del remove" in shown(person.app)
        await person.press("end")

        assert "enter go on" in shown(person.app)
        assert "d duplicate" not in shown(person.app)
