"""A card opened above the board: every field of it, drafts, other people, the way to its question."""

from __future__ import annotations

from pathlib import Path

from tests.frontends.tui.stage import elsewhere, shown, until
from tests.frontends.tui.stall import Stall, board, closed, here, opened
from wizard.core.intents import GiveAnswer, RemoveCard
from wizard.core.problems import Place
from wizard.frontends.tui.screens.card import CardScreen
from wizard.frontends.tui.widgets.board.walking import At


async def test_every_field_of_a_card_is_changed_in_place(tmp_path: Path) -> None:
    at = Stall(tmp_path)
    async with board(at) as person:
        sheet = await opened(person, "left", "enter")
        assert "Regular guests · Cooks" in shown(person.app)
        await person.press("end", *" 2", "enter")
        await person.press(*"Hm", "enter")
        await person.press("1", "enter")
        await closed(person)
        assert sheet is not person.app.screen
        assert ("Cooks 2", "Hm", "true") == (
            at.value("guests", at.cooks, "name"),
            at.value("guests", at.cooks, "why"),
            at.value("guests", at.cooks, "loyal"),
        )
        assert At("people", at.cooks) == here(person)
        assert "A Cooks 2" in shown(person.app)


async def test_what_is_typed_is_saved_by_leaving(tmp_path: Path) -> None:
    at = Stall(tmp_path)
    async with board(at) as person:
        await opened(person, "left", "enter")
        await person.press("tab", *"Hm", "escape")
        await closed(person)
        assert "Hm" == at.value("guests", at.cooks, "why")


async def test_what_is_refused_is_said_and_waits(tmp_path: Path) -> None:
    at = Stall(tmp_path)
    async with board(at) as person:
        await opened(person, "left", "enter", "tab")
        await person.press(*"no", "enter")
        assert isinstance(person.app.screen, CardScreen)
        assert "Say more." in shown(person.app)
        await person.press("escape")
        await closed(person)
        assert "Say more." in shown(person.app)
        assert None is at.value("guests", at.cooks, "why")
        await opened(person, "enter", "tab")
        await until(person.pilot, lambda: "Your unfinished text is back." in shown(person.app))
        await person.press(*"ne", "enter")
        assert "none" == at.value("guests", at.cooks, "why")


async def test_what_is_being_typed_is_kept_as_a_draft(tmp_path: Path) -> None:
    at = Stall(tmp_path)
    async with board(at) as person:
        await opened(person, "left", "enter", "tab")
        await person.press(*"H")
        await until(person.pilot, lambda: at.workshop.drafts.at(Place("guests", at.cooks, "why")) == "H")
        await person.press("m")
        sheet = person.app.screen
        assert isinstance(sheet, CardScreen)
        sheet.keep_everything()
        assert "Hm" == at.workshop.drafts.at(Place("guests", at.cooks, "why"))


async def test_i_dont_know_goes_on_to_the_next_field(tmp_path: Path) -> None:
    at = Stall(tmp_path)
    async with board(at) as person:
        await opened(person, "left", "enter", "tab")
        await person.press("f6")
        view = at.workshop.card(at.cooks)
        assert view is not None
        assert "unknown" == view.fields[1].status
        assert "Do they come back?" in shown(person.app)


async def test_a_missing_card_is_made_where_it_is_chosen(tmp_path: Path) -> None:
    at = Stall(tmp_path)
    async with board(at) as person:
        await opened(person, "down", "enter", "tab")
        await person.press(*"Zo", "enter")
        await until(person.pilot, lambda: len(at.workshop.screen().badges) == 3)
        assert ["Cooks", "Aunts", "Zo"] == [badge.face for badge in at.workshop.screen().badges]


async def test_from_a_card_one_goes_to_its_question(tmp_path: Path) -> None:
    at = Stall(tmp_path)
    async with board(at) as person:
        await opened(person, "down", "enter")
        await person.press("f9")
        await until(person.pilot, lambda: person.app.screen is person.app.screen_stack[1])
        await person.pilot.pause()
        assert Place("goods") == at.workshop.here.place
        cards = person.screen.desk.pane.cards
        assert cards is not None
        assert cards.card_list.card is not None
        assert at.bread == cards.card_list.card.id


async def test_a_card_that_somebody_else_removes_closes(tmp_path: Path) -> None:
    at = Stall(tmp_path)
    async with board(at) as person:
        await opened(person, "down", "enter")
        elsewhere(at).send(RemoveCard("goods", at.bread))
        await closed(person)
        assert "Somebody has removed this card." in shown(person.app)
        assert At("goods", at.apples) == here(person)


async def test_who_types_in_a_card_is_told_that_somebody_else_answered(tmp_path: Path) -> None:
    at = Stall(tmp_path)
    async with board(at) as person:
        await opened(person, "left", "enter", "tab")
        await person.press(*"Mine")
        theirs = elsewhere(at)
        theirs.send(GiveAnswer(Place("guests", at.cooks, "why"), "Theirs"))
        position = theirs.state.position
        await until(person.pilot, lambda: at.workshop.state.position == position)
        await person.press("enter")
        assert "Theirs" == at.value("guests", at.cooks, "why")
        assert "Mine" in shown(person.app)


async def test_the_keys_stay_in_view_where_there_is_little_room(tmp_path: Path) -> None:
    at = Stall(tmp_path)
    async with board(at, (40, 12)) as person:
        await opened(person, "left", "enter")
        for _ in range(3):
            lines = shown(person.app).split("\n")
            assert any("enter" in line for line in lines[-2:]), lines
            await person.press("tab")
