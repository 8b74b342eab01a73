"""The numbers on the full screen: the tables, what went into one, what moves it, and the ways to answers."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.content import Content
from textual.widgets import OptionList, Static

from tests.frontends.clubs import CHESS, CHOIR, CLUBS, PLAIN, clubs
from tests.frontends.tui.driver import TuiDriver
from tests.frontends.tui.stage import SMALL, WIDE, elsewhere, shown, stage, until
from tests.quiet import at_rest
from wizard.core.intents import AddCard, AddCards, GiveAnswer
from wizard.core.problems import Place
from wizard.frontends.tui.keys import listed
from wizard.frontends.tui.screens.field import FieldScreen
from wizard.frontends.tui.screens.numbers import NumbersScreen
from wizard.frontends.tui.screens.workshop import WorkshopScreen
from wizard.frontends.tui.widgets.figure_table import FigureTable
from wizard.frontends.tui.widgets.tornado import Tornado


async def open_numbers(person: TuiDriver, *keys: str) -> NumbersScreen:
    """The numbers, then these keys."""
    person.screen.action_numbers()
    await until(person.pilot, lambda: isinstance(person.app.screen, NumbersScreen))
    await until(person.pilot, lambda: numbers(person).table.has_focus)
    await person.press(*keys)
    return numbers(person)


def numbers(person: TuiDriver) -> NumbersScreen:
    assert isinstance(person.app.screen, NumbersScreen), person.app.screen
    return person.app.screen


def told(person: TuiDriver) -> str:
    """What is told of the number at hand."""
    list_ = numbers(person).query_one("#figure-told", OptionList)
    return "\n".join(str(getattr(option.prompt, "plain", option.prompt)) for option in list_.options)


def moved(person: TuiDriver) -> str:
    """What is told of the line at hand of what moves a number."""
    content = numbers(person).query_one("#moved-told", Static).content
    assert isinstance(content, Content)
    return content.plain


# The tables


async def test_each_card_has_a_column_and_each_number_a_line(tmp_path: Path) -> None:
    async with stage(clubs(tmp_path, CHESS, CHOIR)) as person:
        await open_numbers(person)
        lines = [" ".join(line.split()) for line in shown(person.app).split("\n")]

        assert "numbers" in {act.action for act in listed(person.app.screen_stack[1])}
        assert "Town House › ▶ Which clubs are there? The whole What moves them" == lines[0]
        assert "Chess Choir" == lines[1]
        assert ["Stays 20 months 10 months", "Worth of one 800 EUR 300 EUR"] == lines[2:4]


async def test_what_is_told_follows_the_cursor(tmp_path: Path) -> None:
    async with stage(clubs(tmp_path, CHESS, CHOIR)) as person:
        await open_numbers(person, "down", "right")

        assert told(person).startswith(
            "300 EUR  Worth of one · Choir\nWhat they pay times how long they stay"
        )
        assert "LTV = fee ÷ churn" in told(person)
        assert "30 EUR → What do they pay?" in told(person)
        assert "10 months = Stays" in told(person)
        assert "Chess" not in told(person)


async def test_the_whole_is_the_next_page(tmp_path: Path) -> None:
    async with stage(clubs(tmp_path, CHESS)) as person:
        await open_numbers(person, "tab")

        assert "▶ The whole" in shown(person.app)
        assert told(person).startswith("−60 EUR  Left over\nAll fees less the rent")
        assert "40 EUR → What do they pay? · Chess" in told(person)


async def test_words_stand_where_there_is_no_number(tmp_path: Path) -> None:
    async with stage(clubs(tmp_path, ("Chess", "40", "0"), ("Choir", "", "10"))) as person:
        await open_numbers(person, "down")
        assert "—  Worth of one · Chess\n▲ Nobody leaves." in told(person)
        await person.press("right")

        assert "\n▲ Waiting for" in told(person)


@pytest.mark.parametrize("size", [(80, 24), (40, 12)])
async def test_there_is_a_way_to_every_column_in_little_room(tmp_path: Path, size: tuple[int, int]) -> None:
    many = [(f"The club with the number {n}", f"{n + 10}", "5") for n in range(12)]
    async with stage(clubs(tmp_path, *many), size) as person:
        screen = await open_numbers(person)
        assert "420 EUR" not in shown(person.app)
        assert "›" in shown(person.app).split("\n")[1]
        await person.press("down", *["right"] * 11)

        assert 11 == screen.query_one(FigureTable).column
        assert "420 EUR" in shown(person.app)
        assert "‹" in shown(person.app).split("\n")[1]


async def test_many_cards_are_worked_out_when_the_screen_is_there(tmp_path: Path) -> None:
    at = clubs(tmp_path)
    lines = tuple(f"Club {n}" for n in range(101))
    assert at.workshop.send(AddCards("clubs", lines)).done
    async with stage(at) as person:
        await open_numbers(person, "down")

        assert told(person).startswith("—  Worth of one · Club 0")


async def test_a_flow_without_numbers_doesnt_offer_them(tmp_path: Path) -> None:
    async with stage(clubs(tmp_path, flow=PLAIN)) as person:
        assert "numbers" not in {act.action for act in listed(person.screen)}
        await person.screen.run_action("numbers")
        await at_rest()

        assert isinstance(person.app.screen, WorkshopScreen)


async def test_before_there_is_a_card_the_whole_is_shown(tmp_path: Path) -> None:
    async with stage(clubs(tmp_path)) as person:
        await open_numbers(person)

        assert "▶ The whole  What moves them" in shown(person.app)


async def test_where_there_is_no_number_at_all_that_is_said(tmp_path: Path) -> None:
    only_cards = CLUBS.replace("  left:\n    title: Left over\n", "  left:\n")
    async with stage(clubs(tmp_path, flow=only_cards)) as person:
        await open_numbers(person, "tab", "m", "enter", "right", "down")
        assert "There are no cards yet whose numbers could be shown." in shown(person.app)
        await person.press("escape")

        assert isinstance(person.app.screen, WorkshopScreen)


# What went in


async def test_another_number_is_looked_at_in_turn_and_esc_comes_back(tmp_path: Path) -> None:
    async with stage(clubs(tmp_path, CHESS, CHOIR)) as person:
        screen = await open_numbers(person, "down", "right", "enter")
        at = next(n for n, one in enumerate(screen._readings) if one is not None and one.figure)
        screen.told.highlighted = at
        await person.press("enter")
        assert told(person).startswith("10 months  Stays · Choir")
        await person.press("escape")
        assert told(person).startswith("300 EUR  Worth of one · Choir")
        await person.press("escape")

        assert isinstance(person.app.screen, WorkshopScreen)


async def test_an_answer_of_a_card_is_changed_above_the_numbers(tmp_path: Path) -> None:
    at = clubs(tmp_path, CHESS, CHOIR)
    async with stage(at) as person:
        screen = await open_numbers(person, "down", "enter")
        assert screen.told.has_focus
        await choose(person, "What do they pay?")
        assert isinstance(person.app.screen, FieldScreen)
        assert "enter done  esc numbers  tab next field" in shown(person.app)
        await person.press("backspace", "backspace", *"50", "enter")

        assert told(person).startswith("1,000 EUR  Worth of one · Chess")
        assert "1,000 EUR" in shown(person.app)


async def test_tab_goes_through_the_card_and_esc_leads_back_with_what_was_typed(tmp_path: Path) -> None:
    at = clubs(tmp_path, CHESS)
    async with stage(at) as person:
        await open_numbers(person, "down", "enter")
        await choose(person, "What do they pay?")
        await person.press("tab", *["backspace"] * 2, *"10")
        assert isinstance(person.app.screen, FieldScreen)
        await person.press("escape")

        assert told(person).startswith("400 EUR  Worth of one · Chess")


async def test_an_answer_of_no_card_is_visited_and_going_on_leads_to_the_numbers(tmp_path: Path) -> None:
    at = clubs(tmp_path, CHESS)
    async with stage(at, at="clubs") as person:
        await open_numbers(person, "tab", "enter")
        await choose(person, "What is the rent?")
        assert Place("rent") == at.workshop.here.place
        assert "Going on, or back, leads to the numbers." in shown(person.app)
        await person.press(*["backspace"] * 3, *"10", "enter")

        assert Place("clubs") == at.workshop.here.place
        assert told(person).startswith("30 EUR  Left over")
        await person.press("escape")
        assert isinstance(person.app.screen, WorkshopScreen)


async def test_whoever_goes_elsewhere_meanwhile_isnt_brought_back(tmp_path: Path) -> None:
    at = clubs(tmp_path, CHESS)
    async with stage(at, at="clubs") as person:
        await open_numbers(person, "tab", "enter")
        await choose(person, "What is the rent?")
        await person.press("f9", "down", "enter")

        assert Place("clubs") == at.workshop.here.place
        assert isinstance(person.app.screen, WorkshopScreen)


async def choose(person: TuiDriver, label: str) -> None:
    """Open what went into the number at hand, by its words."""
    screen = numbers(person)
    at = next(n for n, one in enumerate(screen._readings) if one is not None and one.label == label)
    screen.told.highlighted = at
    await person.press("enter")


# What moves a number


async def test_what_moves_a_number_is_shown_from_it_and_esc_leads_back(tmp_path: Path) -> None:
    async with stage(clubs(tmp_path, CHESS, CHOIR)) as person:
        await open_numbers(person, "down", "right", "m")
        text = shown(person.app)
        assert "What moves the worth\n" in text
        assert "‹ Worth of one · Choir ›  3 of 3" in text
        assert "░ 10% less  █ 10% more" in text
        assert text.index("\n How many leave?") < text.index("\n What do they pay?")
        await person.press("escape")

        assert told(person).startswith("300 EUR  Worth of one · Choir")


async def test_a_number_that_nothing_moves_says_so(tmp_path: Path) -> None:
    async with stage(clubs(tmp_path, CHESS)) as person:
        await open_numbers(person, "m")

        assert "This flow doesn't say what moves this number." in shown(person.app)


async def test_the_line_at_hand_is_told_with_what_one_point_does(tmp_path: Path) -> None:
    async with stage(clubs(tmp_path, CHESS)) as person:
        await open_numbers(person, "down", "m")
        assert "How many leave? · Chess  5%\n░ 4.5%: 888.89 EUR   █ 5.5%: 727.27 EUR" in moved(person)
        told = "One point of “How many leave? (Chess)” is worth 200 EUR to you:"
        assert told in moved(person).replace("\n", " ")
        await person.press("down")

        assert moved(person).startswith("What do they pay? · Chess  40 EUR\n░ 36 EUR: 720 EUR")


async def test_left_and_right_go_from_number_to_number(tmp_path: Path) -> None:
    async with stage(clubs(tmp_path, CHESS, CHOIR)) as person:
        await open_numbers(person, "down", "m")
        assert "Worth of one · Chess ›  2 of 3" in shown(person.app)
        await person.press("left")
        assert "Left over ›  1 of 3" in shown(person.app)
        await person.press("left")

        assert "Worth of one · Choir ›  3 of 3" in shown(person.app)


async def test_an_answer_that_moves_it_is_changed_there(tmp_path: Path) -> None:
    async with stage(clubs(tmp_path, CHESS)) as person:
        await open_numbers(person, "down", "m", "down", "enter", "backspace", "backspace", *"50", "enter")

        assert "1,000 EUR" in shown(person.app)
        assert moved(person).startswith("What do they pay? · Chess  50 EUR")


async def test_why_nothing_moves_is_said(tmp_path: Path) -> None:
    async with stage(clubs(tmp_path, ("Chess", "40", "0"))) as person:
        await open_numbers(person, "down", "m")

        assert "▲ Nobody leaves." == moved(person)


# By mouse, and with others


async def test_everything_works_by_mouse(tmp_path: Path) -> None:
    async with stage(clubs(tmp_path, CHESS, CHOIR), WIDE) as person:
        screen = await open_numbers(person)
        table = screen.query_one(FigureTable)
        line = shown(person.app).split("\n")
        row = next(n for n, text in enumerate(line) if text.startswith(" Worth of one"))
        await person.pilot.click(offset=(line[row].index("300 EUR"), row))
        await at_rest()
        assert (1, 1) == (table.row, table.column)
        await person.pilot.click(offset=(line[row].index("300 EUR"), row))
        await at_rest()
        assert screen.told.has_focus
        await person.pilot.click("#tabs", offset=(shown(person.app).split("\n")[0].index("What moves"), 0))
        await at_rest()
        tornado = screen.query_one(Tornado)
        await person.pilot.click("#tornado", offset=(4, 1 + tornado.pitch))
        await at_rest()
        assert 1 == tornado.row
        await person.pilot.click("#tornado", offset=(4, 1 + tornado.pitch))
        await at_rest()

        assert isinstance(person.app.screen, FieldScreen)


async def test_numbers_follow_what_others_write(tmp_path: Path) -> None:
    at = clubs(tmp_path, CHESS)
    async with stage(at) as person:
        screen = await open_numbers(person, "down")
        card = at.workshop.state.cards["clubs"][0]
        other = elsewhere(at)
        assert other.send(GiveAnswer(Place("clubs", card, "fee"), "60")).done
        assert other.send(AddCard("clubs", {"name": "Choir"})).done
        screen._follow()
        await at_rest()

        assert told(person).startswith("1,200 EUR  Worth of one · Chess")
        assert "Choir" in shown(person.app).split("\n")[1]


async def test_the_board_leads_to_the_numbers_where_there_are_some(tmp_path: Path) -> None:
    async with stage(clubs(tmp_path, CHESS), SMALL) as person:
        await person.press("f2", "n")

        assert isinstance(person.app.screen, NumbersScreen)
        await person.press("q")
        assert isinstance(person.app.screen, WorkshopScreen)


async def test_the_board_has_no_such_key_where_there_are_none(tmp_path: Path) -> None:
    async with stage(clubs(tmp_path, flow=PLAIN), SMALL) as person:
        await person.press("f2")
        board = person.app.screen
        assert "then('numbers')" not in {act.action for act in listed(board)}
        await person.press("n")

        assert board is person.app.screen
