"""Finding a name by a few letters, in the list of options and as a rule."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual import events

from tests.frontends.drivers import Room
from tests.frontends.tui.driver import TuiDriver
from tests.frontends.tui.stage import FLOW, room, said, shown, stage
from tests.frontends.tui.test_cards import names, stocked
from wizard.core.intents import AddCard
from wizard.core.problems import Place
from wizard.frontends.tui.finding import fit
from wizard.frontends.tui.widgets.boxes.options import OptionsBox

SEVERAL = FLOW.replace(
    "- {id: good, type: choice, ask: Which one?, options: goods, required: true}",
    "- {id: good, type: choice, ask: Which ones?, options: goods, pick: 1..}",
)


def test_the_better_a_name_fits_the_earlier_it_comes() -> None:
    labels = ["Spa", "Spain", "My spa", "Wispa", "Super Pink Apron", "Stale pears"]
    scores = [fitted.score for label in labels if (fitted := fit("spa", label)) is not None]
    assert len(labels) == len(set(scores))
    assert sorted(scores, reverse=True) == scores


@pytest.mark.parametrize(
    ("letters", "name", "at"),
    [
        ("ho", "Hotels", (0, 1)),
        ("cafe", "Grand Café", (6, 7, 8, 9)),
        ("HB", "Home bakers", (0, 5)),
        ("hbk", "Home bakers", (0, 5, 7)),
        ("home b", "Home bakers", (0, 1, 2, 3, 4, 5)),
        ("bak ", "Home bakers", (5, 6, 7)),
        ("ers hom", "Home bakers", (0, 1, 2, 8, 9, 10)),
        ("ß", "Große Straße", (3,)),
        ("", "Hotels", ()),
    ],
)
def test_letters_stand_where_they_are_marked(letters: str, name: str, at: tuple[int, ...]) -> None:
    found = fit(letters, name)
    assert found is not None
    assert at == found.at


def test_letters_that_arent_there_in_their_order_dont_fit() -> None:
    assert None is fit("sleh", "Hotels")
    assert None is fit("hotels!", "Hotels")


def test_no_name_is_too_long_to_be_looked_through() -> None:
    """A search that tries every way to place the letters would never come back from this."""
    found = fit("ab" * 20 + "c", "aabb" * 500 + "c")
    assert found is not None
    assert 41 == len(found.at)


def many(folder: Path, flow: str = FLOW) -> Room:
    """A stall that sells thirty goods."""
    at = room(folder, flow)
    for n in range(28):
        at.workshop.send(AddCard("goods", {"name": f"Good number {n}"}))
    at.workshop.send(AddCard("goods", {"name": "Rye bread"}))
    at.workshop.send(AddCard("goods", {"name": "Raspberry jam"}))
    return at


def box(person: TuiDriver) -> OptionsBox:
    found = person.screen.desk.pane.editor.box
    assert isinstance(found, OptionsBox)
    return found


def chosen(at: Room) -> object:
    """The names of the goods that the last pair points at."""
    state = at.workshop.state
    found = state.answers.get(Place("pairs", state.cards["pairs"][-1], "good"), ())
    ids = (found,) if isinstance(found, str) else found
    return [state.answers[Place("goods", id, "name")] for id in ids]


async def test_letters_find_a_card_and_enter_takes_it(tmp_path: Path) -> None:
    at = many(tmp_path)
    async with stage(at, at="pairs") as person:
        await person.press("enter", *"rsjm")
        assert "find: rsjm" in shown(person.app)
        assert "1 of 30" in shown(person.app)
        assert "Rye bread" not in shown(person.app)
        await person.press("enter")

        assert ["Raspberry jam"] == chosen(at)
        assert "With what?" == person.screen.desk.field.ask  # type: ignore[union-attr]


async def test_the_letters_are_taken_back_one_by_one_or_all_at_once(tmp_path: Path) -> None:
    at = many(tmp_path)
    async with stage(at, at="pairs") as person:
        await person.press("enter", *"ryx", "backspace")
        assert "find: ry" in shown(person.app)
        await person.press("escape")
        assert "find:" not in shown(person.app)
        assert person.screen.desk.opened is not None
        await person.press("escape")

        assert None is person.screen.desk.opened


async def test_nothing_below_the_list_moves_while_letters_are_typed(tmp_path: Path) -> None:
    at = many(tmp_path)
    async with stage(at, at="pairs") as person:
        await person.press("enter")
        was = box(person).region
        await person.press(*"rye")

        assert was == box(person).region


async def test_letters_come_back_with_the_field(tmp_path: Path) -> None:
    at = many(tmp_path)
    async with stage(at, at="pairs") as person:
        await person.press("enter", *"rye", "tab", "shift+tab")

        assert "find: rye" in shown(person.app)


async def test_digits_choose_where_nothing_is_typed_and_are_letters_after_that(tmp_path: Path) -> None:
    at = many(tmp_path)
    async with stage(at, at="pairs") as person:
        await person.press("enter", "3")
        assert 2 == box(person).highlighted
        await person.press(*"r 27", "enter")

        assert ["Good number 27"] == chosen(at)


async def test_a_blank_marks_but_not_in_the_middle_of_a_name(tmp_path: Path) -> None:
    at = many(tmp_path, SEVERAL)
    async with stage(at, at="pairs") as person:
        await person.press("enter", *"ras", "space")
        assert "■ Raspberry jam" in shown(person.app)
        await person.press(*"Rye", "space")
        assert "find: Rye" in shown(person.app)
        await person.press("space", "enter")

        assert ["Rye bread", "Raspberry jam"] == chosen(at)


async def test_enter_takes_what_letters_found_among_several_and_then_goes_on(tmp_path: Path) -> None:
    at = many(tmp_path, SEVERAL)
    async with stage(at, at="pairs") as person:
        await person.press("enter", *"rye", "enter", *"rye", "enter")
        assert "■ Rye bread" in shown(person.app)
        await person.press("enter")

        assert ["Rye bread"] == chosen(at)


async def test_a_pasted_name_is_found_too(tmp_path: Path) -> None:
    at = many(tmp_path)
    async with stage(at, at="pairs") as person:
        await person.press("enter")
        person.app.post_message(events.Paste("Rye bread\n"))
        await person.press("enter")

        assert ["Rye bread"] == chosen(at)


# A card that is missing


async def test_a_missing_card_is_made_and_chosen_by_its_name_in_one_step(tmp_path: Path) -> None:
    at = stocked(tmp_path)
    async with stage(at, at="pairs") as person:
        await person.press("enter", *"Home jam")
        assert "Add “Home jam” to The goods  enter adds it" in shown(person.app)
        await person.press("enter")
        assert (["Home jam"], ["Apples", "Bread", "Home jam"]) == (chosen(at), names(at))
        assert "With what?" == person.screen.desk.field.ask  # type: ignore[union-attr]
        assert "“Home jam” is a new card;" in said(person)
        await person.press("ctrl+z")

        assert (["Apples", "Bread"], ()) == (names(at), at.workshop.state.cards["pairs"])


async def test_among_several_the_missing_one_joins_the_marked_ones(tmp_path: Path) -> None:
    at = stocked(tmp_path, SEVERAL)
    async with stage(at, at="pairs") as person:
        await person.press("enter", "space", *"Jam", "enter")
        assert "■ Jam" in shown(person.app)
        await person.press("down", "space", "enter")

        assert ["Apples", "Bread", "Jam"] == sorted(str(name) for name in chosen(at))  # type: ignore[attr-defined]


async def test_a_name_that_is_part_of_another_can_be_made_from_the_last_line(tmp_path: Path) -> None:
    at = stocked(tmp_path)
    async with stage(at, at="pairs") as person:
        await person.press("enter", *"Apple", "down", "enter")

        assert ["Apples", "Bread", "Apple"] == names(at)


async def test_a_name_that_is_refused_stays_with_the_reason(tmp_path: Path) -> None:
    strict = FLOW.replace(
        "call it?, required: true}", "call it?, rules: [{when: this == 'x', say: Not that.}]}"
    )
    at = stocked(tmp_path, strict)
    async with stage(at, at="pairs") as person:
        await person.press("enter", "x", "enter")

        assert ["Apples", "Bread"] == names(at)
        assert "Not that." in said(person)
        assert "find: x" in shown(person.app)


async def test_a_name_that_is_there_already_isnt_made_again(tmp_path: Path) -> None:
    at = stocked(tmp_path)
    async with stage(at, at="pairs") as person:
        await person.press("enter", *"apples")

        assert "Add “apples”" not in shown(person.app)


async def test_options_that_are_no_cards_are_reached_by_their_first_letter_as_ever(tmp_path: Path) -> None:
    at = room(tmp_path)
    async with stage(at, at="level") as person:
        await person.press("h")

        assert 1 == box(person).highlighted
        assert "find:" not in shown(person.app)


async def test_a_click_makes_the_missing_card(tmp_path: Path) -> None:
    at = stocked(tmp_path)
    async with stage(at, at="pairs") as person:
        await person.press("enter", *"Jam")
        await person.pilot.click(box(person), offset=(6, 1))
        await person.pilot.pause()

        assert ["Apples", "Bread", "Jam"] == names(at)


async def test_a_second_click_on_what_is_chosen_goes_on(tmp_path: Path) -> None:
    at = stocked(tmp_path)
    async with stage(at, at="pairs") as person:
        await person.press("enter")
        await person.pilot.click(box(person), offset=(6, 1))
        assert "Which one?" == person.screen.desk.field.ask  # type: ignore[union-attr]
        await person.pilot.click(box(person), offset=(6, 1))

        assert "With what?" == person.screen.desk.field.ask  # type: ignore[union-attr]


async def test_a_label_that_is_too_long_for_its_line_goes_on_below_its_first_word(tmp_path: Path) -> None:
    at = many(tmp_path)
    at.workshop.send(AddCard("goods", {"name": f"Zwieback {'and ' * 40}".strip()}))
    async with stage(at, at="pairs") as person:
        await person.press("enter", *"zwi")
        lines = shown(person.app).split("\n")
        first = next(n for n, line in enumerate(lines) if "○ Zwieback" in line)
        start = lines[first].index("Zwieback")

        assert "and" == lines[first + 1][start:].split()[0]
        assert "○" not in lines[first + 1][:start]
