"""Cards with anything in them: every line is as wide as the screen, what is cut says so, nothing hangs."""

from __future__ import annotations

from pathlib import Path

from msgspec.structs import replace
from rich.cells import cell_len

from tests.frontends.tui.driver import TuiDriver
from tests.frontends.tui.stage import WIDE, room, shown, stage
from wizard.core.intents import AddCard
from wizard.core.problems import Place
from wizard.core.screen import BadgeView, CardView, Input, Message
from wizard.frontends.tui.widgets.card_line import card_line

STRANGE = (
    "👩‍👩‍👧‍👦 families 👍🏽 with 🇧🇪 flags",
    "مطاعم صغيرة في المدينة",
    "Z̸̡̛a̷͜l̴g̶o̵ c̈ä̈f̈ë́",
    "小さなパン屋さんと大きなホテル",
    "w" * 300,
    "many words " * 180,
    "[bold]not markup[/bold] $accent [@click=quit]no[/]",
    "tab\there and \x1b[31mred",
)


def lines(person: TuiDriver) -> list[str]:
    strips = person.app.screen._compositor.render_strips(person.app.size)
    return [strip.text for strip in strips]


async def test_strange_names_break_no_line_of_the_list_the_form_and_the_options(tmp_path: Path) -> None:
    at, size = room(tmp_path), (60, 18)
    for name in STRANGE:
        at.workshop.send(AddCard("goods", {"name": name, "price": "3", "dear": "yes", "why": name}))
    async with stage(at, size, at="goods") as person:
        for keys in (("up",), ("home", "enter"), ("tab",), ("escape", "end")):
            await person.press(*keys)
            assert {size[0]} == {cell_len(line) for line in lines(person)}
    async with stage(at, size, at="pairs") as person:
        for keys in (("enter",), ("w",), ("x",)):
            await person.press(*keys)
            assert {size[0]} == {cell_len(line) for line in lines(person)}


async def test_a_name_that_is_cut_ends_in_a_sign(tmp_path: Path) -> None:
    at = room(tmp_path)
    at.workshop.send(AddCard("goods", {"name": "w" * 300}))
    async with stage(at, at="goods") as person:
        assert "ww…" in shown(person.app)
        await person.press("up", "enter")
        title = next(line for line in shown(person.app).splitlines() if "1 of 1" in line)
        assert title.endswith("ww…")


async def test_markup_in_a_name_is_text(tmp_path: Path) -> None:
    at = room(tmp_path)
    at.workshop.send(AddCard("goods", {"name": "[bold]x[/bold] $accent"}))
    async with stage(at, WIDE, at="goods") as person:
        assert "[bold]x[/bold] $accent" in shown(person.app)


NAME = Input(place=Place("segs", "a", "name"), kind="text", ask="N", status="answered", value="Hotels")
CARD = CardView(id="a", question="segs", face="Hotels", fields=(NAME,))


def badges(count: int) -> tuple[BadgeView, ...]:
    return tuple(BadgeView(card=f"c{n}", letter=chr(65 + n), number=n, face=f"F{n}") for n in range(count))


def test_a_card_says_where_it_belongs_by_letters_and_of_many_how_many_more() -> None:
    assert " 1 AB Hotels" == card_line(1, replace(CARD, badges=badges(2)), 2).plain
    assert " 1 ABC Hotels" == card_line(1, replace(CARD, badges=badges(3)), 2).plain
    far = tuple(replace(badge, letter=f"A{badge.letter}") for badge in badges(2))
    assert " 1 AA AB Hotels" == card_line(1, replace(CARD, badges=far), 2).plain
    assert " 1 AB+10 Hotels" == card_line(1, replace(CARD, badges=badges(12)), 2).plain


def test_a_letter_has_the_colour_of_its_number_and_colours_come_again() -> None:
    line = card_line(1, replace(CARD, badges=badges(12)[8:10]), 2)
    assert ["$badge-1", "$badge-2"] == [
        str(span.style).split()[-1] for span in line.spans if "badge" in str(span.style)
    ]


def test_a_card_with_something_to_say_has_a_sign() -> None:
    told = replace(NAME, messages=(Message("Who first?", "warn"),))
    assert " 1 Hotels  ▲" == card_line(1, replace(CARD, fields=(told,)), 2).plain


def test_numbers_stand_below_one_another() -> None:
    assert ["  1 Hotels", "200 Hotels"] == [card_line(n, CARD, 3).plain for n in (1, 200)]
