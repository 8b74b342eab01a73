"""Learning on the full screen: the teaching, the gallery beside it or behind it, by keys and by mouse."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.frontends.drivers import Room
from tests.frontends.tui.driver import TuiDriver
from tests.frontends.tui.stage import FLOW, SMALL, WIDE, room, shown, stage
from wizard.core.problems import Place
from wizard.core.where import END
from wizard.frontends.tui.screens.learn import LearnScreen
from wizard.frontends.tui.screens.workshop import WorkshopScreen
from wizard.frontends.tui.widgets.leaf import LeafPane

GALLERY = """
gallery: stalls
groups:
  - title: Two places
    entries:
      - title: Corner
        subtitle: Always the same
        tags: [cheap, quiet]
        text: "You stand **there** every day."
        for: [They expect you, One permit is enough for as long as nobody builds a house on your corner]
        against: [Rain]
        try: Count who passes.
      - {title: "[bold]Fair[/]", subtitle: "[red]Loud", text: "A long day.", for: ["[b]Many"], try: "[i]Go"}
  - title: Goods worth having
    steps: [goods]
    entries:
      - {title: Soup, text: "Hot."}
"""


def stalls(folder: Path, gallery: str = GALLERY) -> Room:
    """The stall, with a gallery."""
    (folder / "stalls.yaml").write_text(gallery, encoding="utf-8")
    return room(folder, FLOW.replace("name_from: name", "name_from: name\nlearn: stalls.yaml"))


def title(person: TuiDriver) -> str:
    """Of the page that is open."""
    assert isinstance(person.app.screen, LearnScreen)
    return person.app.screen.leaf.title


def line_with(person: TuiDriver, text: str) -> str:
    return next(line for line in shown(person.app).split("\n") if text in line)


async def click_on(person: TuiDriver, text: str) -> None:
    """Click where a text stands on the screen."""
    lines = shown(person.app).split("\n")
    y = next(n for n, line in enumerate(lines) if text in line)
    await person.pilot.click(offset=(lines[y].index(text) + 1, y))
    await person.pilot.pause()


def is_choosing(person: TuiDriver) -> bool:
    """Whether there is a list, and nothing else."""
    assert isinstance(person.app.screen, LearnScreen)
    return person.app.screen.is_choosing


async def test_where_there_is_room_a_list_stands_beside_the_text(tmp_path: Path) -> None:
    async with stage(stalls(tmp_path), WIDE) as person:
        await person.press("f1")
        assert "The beginning" == title(person)
        assert "A stall is a promise" in shown(person.app)
        for text in ("This step", "Two places", "  [bold]Fair[/]", "Goods worth having", "1 of 5"):
            assert text in shown(person.app)
        await person.press("down", "down")

        assert "Corner" == title(person)
        assert "You stand there every day." in shown(person.app)
        assert "3 of 5" in shown(person.app)


async def test_at_80_columns_the_text_comes_first_and_a_list_is_one_key_away(tmp_path: Path) -> None:
    async with stage(stalls(tmp_path), SMALL) as person:
        await person.press("f1")
        assert "A stall is a promise" in shown(person.app)
        assert "Two places" not in shown(person.app)
        await person.press("g")
        assert is_choosing(person)
        assert "A stall is a promise" not in shown(person.app)
        assert ["Corner", "Always", "the", "same"] == line_with(person, "Corner").split()
        await person.press("down", "enter")
        assert "A long day." in shown(person.app)
        await person.press("escape")
        assert is_choosing(person)
        await person.press("escape")

        assert isinstance(person.app.screen, WorkshopScreen)


async def test_who_has_not_been_in_the_list_leaves_with_one_key(tmp_path: Path) -> None:
    async with stage(stalls(tmp_path), SMALL) as person:
        await person.press("f1", "right", "right", "escape")

        assert isinstance(person.app.screen, WorkshopScreen)


@pytest.mark.parametrize("size", [SMALL, WIDE])
async def test_arrows_walk_through_everything_and_around(tmp_path: Path, size: tuple[int, int]) -> None:
    async with stage(stalls(tmp_path), size) as person:
        await person.press("f1")
        walked = [title(person)]
        for _ in range(5):
            await person.press("right")
            walked.append(title(person))
        assert ["The beginning", "For the facilitator", "Corner", "[bold]Fair[/]", "Soup"] == walked[:5]
        assert "The beginning" == walked[5]
        await person.press("left")

        assert "Soup" == title(person)


@pytest.mark.parametrize("size", [SMALL, WIDE])
@pytest.mark.parametrize(("question", "fits"), [("name", "Corner"), ("goods", "Soup")])
async def test_the_gallery_opens_where_it_fits_the_step(
    tmp_path: Path, size: tuple[int, int], question: str, fits: str
) -> None:
    async with stage(stalls(tmp_path), size, at=question) as person:
        await person.press("f1", "g")
        assert fits == title(person)
        await person.press("g")

        assert fits == title(person)


async def test_for_and_against_stand_side_by_side_with_a_sign_each(tmp_path: Path) -> None:
    async with stage(stalls(tmp_path), SMALL) as person:
        await person.press("f1", "right", "right")
        assert "✓ They expect you ✗ Rain" == " ".join(line_with(person, "✓ They").split())
        assert "  Corner   cheap · quiet\n  Always the same\n" in shown(person.app)
        assert "Try it" in shown(person.app)
        assert "Count who passes." in shown(person.app)


async def test_where_it_is_slender_against_stands_below(tmp_path: Path) -> None:
    async with stage(stalls(tmp_path), (50, 24)) as person:
        await person.press("f1", "right", "right")
        lines = shown(person.app).split("\n")
        assert lines.index("  ✗ Rain") > lines.index("  ✓ They expect you")
        first = next(n for n, line in enumerate(lines) if line.startswith("  ✓ One permit"))

        assert lines[first + 1].startswith("    ")
        told = f"{lines[first].strip()} {lines[first + 1].strip()}"
        assert "✓ One permit is enough for as long as nobody builds a house on your corner" == told


async def test_what_authors_write_is_never_markup(tmp_path: Path) -> None:
    async with stage(stalls(tmp_path), WIDE) as person:
        await person.press("f1", "right", "right", "right")

        for text in ("[bold]Fair[/]", "[red]Loud", "✓ [b]Many", "[i]Go"):
            assert text in shown(person.app)


async def test_page_keys_scroll_the_text_while_the_list_has_the_focus(tmp_path: Path) -> None:
    long = GALLERY.replace("A long day.", "\\n\\n".join(f"Hour {n}." for n in range(60)))
    async with stage(stalls(tmp_path, long), WIDE) as person:
        await person.press("f1", "right", "right", "right")
        assert "Hour 0." in shown(person.app)
        await person.press("pagedown")
        assert "[bold]Fair[/]" == title(person)
        assert "Hour 0." not in shown(person.app)
        await person.press("pageup", "tab", "down")
        assert 1 == person.app.screen.query_one(LeafPane).scroll_offset.y
        await person.press("tab", "down")

        assert "Soup" == title(person)
        assert 0 == person.app.screen.query_one(LeafPane).scroll_offset.y


async def test_the_mouse_chooses_and_closes(tmp_path: Path) -> None:
    async with stage(stalls(tmp_path), WIDE) as person:
        await person.press("f1")
        await click_on(person, "Soup")
        assert "Hot." in shown(person.app)
        await click_on(person, "esc close")

        assert isinstance(person.app.screen, WorkshopScreen)


async def test_the_mouse_opens_the_list_and_a_page_of_it(tmp_path: Path) -> None:
    async with stage(stalls(tmp_path), SMALL) as person:
        await person.press("f1")
        await click_on(person, "g gallery")
        await click_on(person, "Soup")
        assert "Hot." in shown(person.app)
        await click_on(person, "esc list")

        assert is_choosing(person)


async def test_the_page_stays_open_and_keys_work_when_the_room_changes(tmp_path: Path) -> None:
    async with stage(stalls(tmp_path), WIDE) as person:
        await person.press("f1", "down", "down")
        for size in (SMALL, (60, 18), WIDE, SMALL):
            await person.pilot.resize_terminal(*size)
            await person.pilot.pause()
            assert "Corner" == title(person)
            assert "You stand there every day." in shown(person.app)
        await person.press("tab", "down", "enter")

        assert "A long day." in shown(person.app)


@pytest.mark.parametrize("size", [SMALL, WIDE])
async def test_the_question_at_hand_is_explained_before_the_step(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with stage(stalls(tmp_path), size) as person:
        await person.press("f1")
        text = shown(person.app)

        assert (
            text.index("✓ good: Green Corner") < text.index("✗ weak: My stall") < text.index("A stall is a")
        )


async def test_at_the_end_there_is_the_gallery(tmp_path: Path) -> None:
    at = stalls(tmp_path)
    at.workshop.jump(END)
    async with stage(at) as person:
        await person.press("f1")

        assert "Corner" == title(person)


@pytest.mark.parametrize("size", [SMALL, WIDE])
async def test_without_a_gallery_there_is_the_teaching(tmp_path: Path, size: tuple[int, int]) -> None:
    at = room(tmp_path)
    async with stage(at, size, at="goods") as person:
        await person.press("f1", "g", "tab", "enter", "right")
        assert "This step explains itself." in shown(person.app)
        assert "gallery" not in shown(person.app)
        await person.press("escape")

        assert isinstance(person.app.screen, WorkshopScreen)


async def test_what_cant_be_read_is_told_on_a_page_of_its_own(tmp_path: Path) -> None:
    async with stage(stalls(tmp_path, GALLERY.replace("tags:", "tgas:")), WIDE) as person:
        await person.press("f1", "left")
        assert "flow.unknown_key" in shown(person.app)
        assert "tags?" in shown(person.app)  # the rest of the hint may stand on the line before
        await person.press("right", "right", "right")

        assert "Corner" == title(person)


async def test_what_was_being_typed_is_still_there(tmp_path: Path) -> None:
    async with stage(stalls(tmp_path)) as person:
        await person.press(*"Gre", "f1", "g", "f1", *"en")

        assert Place("name") == person.workshop.here.place
        assert "Green" == person.screen.desk.pane.editor.raw
