"""The board: walking, letters, zoom, cards in place, ways to questions, other people, the mouse."""

from __future__ import annotations

from pathlib import Path

from textual.events import MouseScrollDown
from textual.widgets import OptionList

from tests.frontends.drivers import Room
from tests.frontends.tui.stage import SMALL, WIDE, elsewhere, shown, stage, until
from tests.frontends.tui.stall import VAST, Stall, board, closed, here, on_board, spot
from wizard.core.intents import AddCard, GiveAnswer, RemoveCard
from wizard.core.problems import Place
from wizard.frontends.tui.screens.asking import ChoiceScreen
from wizard.frontends.tui.screens.board import BoardScreen
from wizard.frontends.tui.screens.card import CardScreen
from wizard.frontends.tui.widgets.board.legend import Legend
from wizard.frontends.tui.widgets.board.walking import At
from wizard.frontends.tui.widgets.canvas import CanvasPane

# Walking and what is told


async def test_it_opens_at_the_block_that_the_step_fills(tmp_path: Path) -> None:
    at = Stall(tmp_path)
    async with board(at) as person:
        assert At("goods", at.apples) == here(person)
        await person.press("f2")
        assert person.screen.is_current


async def test_arrows_tab_home_and_end_walk(tmp_path: Path) -> None:
    at = Stall(tmp_path)
    async with board(at) as person:
        seen = []
        for key in ("end", "home", "down", "down", "up", "left", "tab", "tab", "shift+tab", "right"):
            await person.press(key)
            seen.append(here(person))
        assert [
            At("goods", at.bread),
            At("goods", at.apples),
            At("goods", at.bread),
            At("care"),
            At("goods", at.bread),
            At("people", at.aunts),
            At("goods", at.apples),
            At("care"),
            At("goods", at.apples),
            At("motto"),
        ] == seen


async def test_the_card_at_hand_is_told_with_its_links_and_what_the_coach_says(tmp_path: Path) -> None:
    at = Stall(tmp_path)
    async with board(at) as person:
        text = shown(person.app)
        assert "→ Cooks" in text
        assert "2 EUR" in text
        assert "→A Cooks" in text
        await person.press("left", "down")
        text = shown(person.app)
        assert At("people", at.aunts) == here(person)
        assert "▲ Nobody sells Aunts anything." in text
        await person.press("up")
        assert "←A Apples" in shown(person.app)


async def test_unfinished_cards_and_findings_have_signs(tmp_path: Path) -> None:
    async with board(Stall(tmp_path)) as person:
        lines = shown(person.app).split("\n")
        assert "◐" in next(line for line in lines if "Bread" in line)
        assert "▲" in next(line for line in lines if "B Aunts" in line)
        assert "▲" in next(line for line in lines if "The goods" in line)
        await person.press("down")
        assert "Bread ◐ not finished" in shown(person.app)


# Letters


async def test_the_cards_of_one_letter_stay_and_the_others_step_back(tmp_path: Path) -> None:
    async with board(Stall(tmp_path)) as person:
        for there, back in (("s", "escape"), ("A", "A"), ("1", "0"), ("A", "1")):
            await person.press(there)
            text = shown(person.app)
            assert "[A Cooks]" in text
            assert "A Apples" in text
            assert "· Aunts" in text
            assert "· Bread" in text
            await person.press(back)
            assert "B Aunts" in shown(person.app)
            assert "[" not in shown(person.app)
        await person.press("s", "s")
        assert "[B Aunts]" in shown(person.app)
        await person.press("s")
        assert "[" not in shown(person.app)


async def test_a_letter_that_is_gone_is_no_longer_asked_for(tmp_path: Path) -> None:
    at = Stall(tmp_path)
    async with board(at) as person:
        await person.press("B")
        elsewhere(at).send(RemoveCard("guests", at.aunts, sure=True))
        await until(person.pilot, lambda: "Aunts" not in shown(person.app))
        assert "[" not in shown(person.app)


# Zoom


async def test_zoom_shows_one_block_and_goes_on_to_the_next(tmp_path: Path) -> None:
    async with board(Stall(tmp_path), SMALL) as person:
        await person.press("z")
        text = shown(person.app)
        assert "2 of 4" in text
        assert "The goods" in text
        assert "The care" not in text
        assert "2 EUR" in text
        await person.press("left")
        assert "1 of 4" in shown(person.app)
        await person.press("tab", "tab")
        assert "3 of 4" in shown(person.app)
        await person.press("escape")
        assert "The motto" in shown(person.app)


async def test_enter_on_a_title_zooms_and_then_goes_to_the_first_card(tmp_path: Path) -> None:
    at = Stall(tmp_path)
    async with board(at) as person:
        await person.press("up", "enter")
        assert "2 of 4" in shown(person.app)
        await person.press("enter")
        assert At("goods", at.apples) == here(person)


# Ways to questions


async def test_g_visits_the_question_of_a_card(tmp_path: Path) -> None:
    at = Stall(tmp_path)
    async with board(at) as person:
        await person.press("left", "g")
        assert Place("guests") == at.workshop.here.place
        assert person.screen.is_current
        assert person.workshop.screen().returns


async def test_an_empty_block_leads_to_the_question_that_fills_it(tmp_path: Path) -> None:
    at = Stall(tmp_path)
    async with board(at) as person:
        await person.press("right", "enter")
        assert Place("motto") == at.workshop.here.place


async def test_a_single_answer_leads_to_its_question(tmp_path: Path) -> None:
    at = Stall(tmp_path)
    at.answer("motto", "Fresh")
    async with board(at) as person:
        await person.press("right", "enter")
        assert Place("motto") == at.workshop.here.place


async def test_where_several_questions_fill_a_block_one_chooses(tmp_path: Path) -> None:
    at = Stall(tmp_path)
    async with board(at) as person:
        await person.press("end", "down", "a")
        await until(person.pilot, lambda: isinstance(person.app.screen, ChoiceScreen))
        options = person.app.screen.query_one(OptionList)
        assert ["Cooks: What do Cooks get?", "Aunts: What do Aunts get?"] == [
            str(option.prompt) for option in options.options
        ]
        await person.press("down", "enter")
        assert Place("care", row=at.aunts) == at.workshop.here.place


async def test_the_letter_that_is_asked_for_chooses_the_question(tmp_path: Path) -> None:
    at = Stall(tmp_path)
    async with board(at) as person:
        await person.press("B", "end", "down", "a")
        assert Place("care", row=at.aunts) == at.workshop.here.place


async def test_a_block_that_nothing_fills_says_so(tmp_path: Path) -> None:
    at = Stall(tmp_path)
    for card in (at.apples, at.bread, at.cooks, at.aunts):
        at.workshop.send(RemoveCard(at.workshop.state.owner[card], card, sure=True))
    async with board(at) as person:
        await person.press("down", "a")
        assert "Nothing is asked about this block now." in shown(person.app)


# Changing


async def test_a_card_is_removed_and_comes_back(tmp_path: Path) -> None:
    at = Stall(tmp_path)
    async with board(at) as person:
        await person.press("down", "delete")
        await until(person.pilot, lambda: "“Bread” is removed." in shown(person.app))
        assert 1 == shown(person.app).count("Bread")
        await person.press("ctrl+z")
        assert "Undone" in shown(person.app)
        assert "Bread" in shown(person.app)
        await person.press("ctrl+y")
        assert "· Bread" not in shown(person.app)


async def test_a_card_that_others_point_at_is_removed_only_when_one_is_sure(tmp_path: Path) -> None:
    at = Stall(tmp_path)
    async with board(at) as person:
        for answer in ("enter", "up"):
            await person.press("home", "left", "home", "delete")
            await until(person.pilot, lambda: isinstance(person.app.screen, ChoiceScreen))
            await person.press(answer, *(["enter"] if answer == "up" else []))
            await closed(person)
            assert (answer == "up") == ("“Cooks” is removed." in shown(person.app))
        assert 1 == shown(person.app).count("Cooks")


# Other people


async def test_it_follows_what_others_write_and_stays_on_its_card(tmp_path: Path) -> None:
    at = Stall(tmp_path)
    async with board(at) as person:
        await person.press("down")
        theirs = elsewhere(at)
        theirs.send(AddCard("goods", {"name": "Cheese"}))
        await until(person.pilot, lambda: "Cheese" in shown(person.app))
        assert At("goods", at.bread) == here(person)


async def test_behind_the_board_a_half_typed_answer_stays(tmp_path: Path) -> None:
    at = Stall(tmp_path)
    async with stage(at, WIDE, at="motto") as person:
        await person.press(*"Fres", "f2")
        await until(person.pilot, lambda: isinstance(person.app.screen, BoardScreen))
        await person.press("escape", "h", "enter")
        assert "Fresh" == at.workshop.facts.stored(Place("motto"))


async def test_what_is_told_of_a_card_follows_too(tmp_path: Path) -> None:
    at = Stall(tmp_path)
    async with board(at) as person:
        await person.press("z")
        elsewhere(at).send(GiveAnswer(Place("goods", at.apples, "price"), "7"))
        await until(person.pilot, lambda: shown(person.app).count("7 EUR") == 2)


# The mouse


async def test_a_click_chooses_and_a_second_one_opens(tmp_path: Path) -> None:
    at = Stall(tmp_path)
    async with board(at) as person:
        await person.pilot.click(offset=spot(person, "Bread"))
        await person.pilot.pause()
        assert At("goods", at.bread) == here(person)
        await person.pilot.click(offset=spot(person, "Bread"))
        await until(person.pilot, lambda: isinstance(person.app.screen, CardScreen))


async def test_a_click_on_the_legend_asks_for_a_letter(tmp_path: Path) -> None:
    async with board(Stall(tmp_path)) as person:
        await person.pilot.click(Legend, offset=(12, 0))
        await person.pilot.pause()
        assert "[B Aunts]" in shown(person.app)


async def test_a_wheel_scrolls_the_block_below_it(tmp_path: Path) -> None:
    at = Stall(tmp_path)
    for n in range(30):
        at.card("guests", name=f"Guest {n}")
    async with board(at, SMALL) as person:
        view = on_board(person).board
        await person.pilot._post_mouse_events(  # Textual's pilot has no public wheel
            [MouseScrollDown], view, offset=(5, 5)
        )
        await person.pilot.pause()
        assert "↑ 1 more" in shown(person.app)
        assert At("goods", at.apples) == here(person)


async def test_a_click_on_the_thumbnail_opens_the_board_there(tmp_path: Path) -> None:
    at = Stall(tmp_path)
    async with stage(at, WIDE, at="goods") as person:
        await person.pilot.click(CanvasPane, offset=(3, 3))
        await until(person.pilot, lambda: isinstance(person.app.screen, BoardScreen))
        await person.pilot.pause()
        assert At("people", at.cooks) == here(person)


# Whatever is written, wherever it is shown

FACES = (
    "日本語の顧客セグメント",
    "👩\u200d👩\u200d👧 families 🇬🇧",
    "שלום עולם וכל השאר",
    "e\u0301\u0301\u0301 combining",
    "x" * 300,
    "many words " * 180,
    "[bold]no markup[/bold]",
)


async def test_lines_are_as_wide_as_the_screen_with_any_words_at_any_size(tmp_path: Path) -> None:
    at = Stall(tmp_path)
    guests = [at.card("guests", name=f"{FACES[n % len(FACES)]}") for n in range(30)]
    for n in range(30):
        at.card("goods", name=FACES[n % len(FACES)], who=",".join(guests[: n % 8]))
    async with board(at, VAST) as person:
        for size in (VAST, WIDE, SMALL, (40, 12)):
            await person.pilot.resize_terminal(*size)
            for keys in (("s",), ("end", "z"), ("escape", "left")):
                await person.press(*keys)
                strips = person.app.screen._compositor.render_strips(person.app.size)
                assert {size[0]} == {strip.cell_length for strip in strips}
                assert "▸" in shown(person.app)
                assert "…" in shown(person.app)


async def test_resizing_keeps_the_card_at_hand_in_view(tmp_path: Path) -> None:
    at = Stall(tmp_path)
    for n in range(30):
        at.card("goods", name=f"Good number {n}")
    async with board(at, VAST) as person:
        await person.press("end")
        for size in (SMALL, (60, 18), WIDE):
            await person.pilot.resize_terminal(*size)
            await person.pilot.pause()
            assert "▸• Good" in shown(person.app) or "▸· Good" in shown(person.app)


async def test_a_flow_without_a_canvas_says_so(tmp_path: Path) -> None:
    file = tmp_path / "bare.yaml"
    file.write_text(
        "flow: bare\ntitle: Bare\nsteps: [{id: o, title: O, ask: [{id: a, ask: A}]}]\n", encoding="utf-8"
    )
    async with board(Room(str(file)), SMALL, question="a") as person:
        assert "This flow has no canvas." in shown(person.app)
        await person.press(
            "up", "down", "left", "tab", "home", "enter", "a", "g", "z", "s", "delete", "pagedown"
        )
        await person.press("escape")
        if isinstance(person.app.screen, BoardScreen):
            await person.press("escape")
        assert person.screen.is_current
