"""The documents on the full screen: read, turned, searched, copied, written, and always as they are now."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from msgspec.structs import replace
from textual.widgets import Input

from tests.frontends.drivers import FOLDER, Room
from tests.frontends.tui.driver import TuiDriver
from tests.frontends.tui.stage import SMALL, elsewhere, room, settled, shown, stage, until
from wizard.core.intents import AddCard, GiveAnswer
from wizard.core.problems import OutsideFailed, Place, problem
from wizard.frontends.tui.screens.asking import TextScreen
from wizard.frontends.tui.screens.documents import DocumentsScreen
from wizard.frontends.tui.screens.workshop import WorkshopScreen
from wizard.ports import LoadedFlow, Renderer

FLOW = """
flow: stall
title: A market stall
name_from: name
steps:
  - id: begin
    title: The beginning
    ask:
      - {id: name, ask: What is it called?}
      - {id: goods, type: cards, ask: What do you sell?, fields: [{id: name, ask: Name?}]}
documents:
  - {file: stall.md, template: stall.md.j2}
  - {file: goods.md, template: goods.md.j2}
"""
STALL = "# {{ name }}\n\nA *stall* for {{ name }}.\n"
GOODS = "# Goods\n\n{% for good in goods %}\n## {{ good.name }}\n\nFresh.\n{% endfor %}\n"


def stall(folder: Path, *, template: str = STALL, goods: int = 0) -> Room:
    (folder / "stall.md.j2").write_text(template, encoding="utf-8")
    (folder / "goods.md.j2").write_text(GOODS, encoding="utf-8")
    at = room(folder, FLOW)
    at.workshop.send(GiveAnswer(Place("name"), "Green"))
    for n in range(goods):
        at.workshop.send(AddCard("goods", {"name": f"Apples {n}"}))
    return at


@asynccontextmanager
async def reading(at: Room, size: tuple[int, int] = SMALL) -> AsyncIterator[TuiDriver]:
    """The documents of a room, open and set."""
    async with stage(at, size) as person:
        await person.press("f3")
        await until(person.pilot, lambda: isinstance(person.app.screen, DocumentsScreen))
        await ready(person)
        yield person


def documents(person: TuiDriver) -> DocumentsScreen:
    assert isinstance(person.app.screen, DocumentsScreen), person.app.screen
    return person.app.screen


async def ready(person: TuiDriver) -> None:
    await until(person.pilot, lambda: documents(person).page.is_set)
    await settled(person.pilot)


def lines(person: TuiDriver) -> list[str]:
    """What is on the screen, without blanks and empty lines."""
    return [line.strip(" ▂▃▄▅▆▇█▁") for line in shown(person.app).split("\n") if line.strip(" ▂▃▄▅▆▇█▁")]


def told(person: TuiDriver) -> str:
    return " ".join(" ".join(lines(person)).split())


async def test_the_documents_are_shown_as_they_look(tmp_path: Path) -> None:
    async with reading(stall(tmp_path)) as person:
        top, title, line, text, *_, keys = lines(person)

        assert "Green  ›  ▶ stall.md  goods.md" == top
        assert ("Green", "A stall for Green.") == (title, text)
        assert {"━"} == set(line)
        assert "esc close  ←→ turn  m Markdown  c copy  w write  / find  space page down" == keys
        await person.press("escape")
        assert isinstance(person.app.screen, WorkshopScreen)


async def test_they_are_turned_by_keys(tmp_path: Path) -> None:
    async with reading(stall(tmp_path, goods=1)) as person:
        seen = []
        for key in ("right", "right", "left", "tab", "shift+tab"):
            await person.press(key)
            await ready(person)
            seen.append(lines(person)[1])

    assert ["Goods", "Green", "Goods", "Green", "Goods"] == seen


async def test_and_by_clicks(tmp_path: Path) -> None:
    async with reading(stall(tmp_path)) as person:
        await person.pilot.click("#tabs", offset=(26, 0))
        await ready(person)
        assert "Green  ›  stall.md  ▶ goods.md" == lines(person)[0]
        await person.pilot.click("KeyLine", offset=(2, 0))

        assert isinstance(person.app.screen, WorkshopScreen)


async def test_m_shows_the_markdown_and_again_what_it_means(tmp_path: Path) -> None:
    async with reading(stall(tmp_path)) as person:
        await person.press("m")
        await ready(person)
        assert ["# Green", "A *stall* for Green."] == lines(person)[1:3]
        assert "m as it looks" in lines(person)[-1]
        await person.press("m")
        await ready(person)

        assert "A stall for Green." == lines(person)[3]


async def test_words_are_found_while_one_types_them(tmp_path: Path) -> None:
    async with reading(stall(tmp_path, goods=30)) as person:
        await person.press("right", "slash", *"aPPles 2")
        await ready(person)
        assert lines(person)[-1].endswith("1 of 11")
        await person.press("enter", "n", "enter", "N")
        await ready(person)

        assert lines(person)[-1].endswith("2 of 11")
        assert "Apples 20" in told(person)


async def test_words_that_are_nowhere_are_said_to_be_so(tmp_path: Path) -> None:
    async with reading(stall(tmp_path)) as person:
        await person.press("slash", *"[b]pears", "enter")
        await ready(person)
        assert "“[b]pears” isn't in this document." in told(person)
        await person.press("slash", "escape")
        await ready(person)

        assert isinstance(person.app.screen, DocumentsScreen)
        assert (0, 0) == documents(person).page.place
        assert "" == documents(person).query_one(Input).value
        await person.press("escape")
        assert isinstance(person.app.screen, WorkshopScreen)


async def test_escape_ends_the_finding_first_then_closes(tmp_path: Path) -> None:
    async with reading(stall(tmp_path)) as person:
        await person.press("slash", *"green", "enter")
        await ready(person)
        assert "esc end finding" in shown(person.app)
        await person.press("escape")
        await ready(person)
        assert isinstance(person.app.screen, DocumentsScreen)
        assert (0, 0) == documents(person).page.place
        await person.press("escape")

        assert isinstance(person.app.screen, WorkshopScreen)


async def test_the_markdown_is_copied(tmp_path: Path) -> None:
    async with reading(stall(tmp_path)) as person:
        await person.press("c")
        await ready(person)

        assert "# Green\n\nA *stall* for Green.\n" == person.app.clipboard
        assert "Copied 3 lines of stall.md. If they don't arrive, your terminal refuses" in told(person)


async def test_they_are_written_to_a_folder_that_is_said_in_full(tmp_path: Path) -> None:
    at = stall(tmp_path)
    async with reading(at) as person:
        await person.press("w")
        assert isinstance(person.app.screen, TextScreen)
        await person.press("enter")
        await until(person.pilot, lambda: isinstance(person.app.screen, DocumentsScreen))
        await ready(person)

        assert ["stall.md", "goods.md"] == list(at.written)
        squeezed = told(person).replace(" ", "")
        assert f"Written to {Path(FOLDER).absolute()}: stall.md, goods.md".replace(" ", "") in squeezed


async def test_whoever_thinks_better_of_writing_reads_on(tmp_path: Path) -> None:
    at = stall(tmp_path)
    async with reading(at) as person:
        await person.press("w", "escape")

        assert isinstance(person.app.screen, DocumentsScreen)
        assert {} == at.written


async def test_what_others_write_appears_where_one_reads(tmp_path: Path) -> None:
    at = stall(tmp_path, goods=30)
    async with reading(at) as person:
        await person.press("right", "end")
        await ready(person)
        bottom = lines(person)[-3:-1]
        elsewhere(at).send(GiveAnswer(Place("name"), "Blue"))
        await until(person.pilot, lambda: lines(person)[0].startswith("Blue"))
        assert bottom == lines(person)[-3:-1]
        elsewhere(at).send(AddCard("goods", {"name": "Pears"}))
        before = documents(person).page.count
        await until(person.pilot, lambda: documents(person).page.count > before)
        await ready(person)
        assert bottom == lines(person)[-3:-1]
        await person.press("end")
        await ready(person)

        assert "Pears" in told(person)


async def test_what_is_wrong_with_a_template_is_said_with_its_line_until_it_works(tmp_path: Path) -> None:
    at = stall(tmp_path, template="one\n{{ 1 / (goods|length) }}\n")
    async with reading(at, (120, 36)) as person:
        assert "stall.md.j2, line 2: The template divides by zero here." in told(person)
        await person.press("c", "w", "m")
        assert isinstance(person.app.screen, DocumentsScreen)
        assert "Copied" not in told(person)
        elsewhere(at).send(AddCard("goods", {"name": "Pears"}))

        await until(person.pilot, lambda: "Green  ›  ▶ stall.md  goods.md" == lines(person)[0])


async def test_a_flow_without_documents_says_so(tmp_path: Path) -> None:
    async with reading(room(tmp_path)) as person:
        assert ["Untitled  ›  ▶ Documents", "This flow writes no document."] == lines(person)[:2]


async def test_where_the_outside_fails_it_is_said_and_nothing_ends(tmp_path: Path) -> None:
    at = stall(tmp_path)

    def failing(loaded: LoadedFlow) -> Renderer:
        raise OutsideFailed(problem("outside.cannot_read", path=loaded.flow.id, reason="the disk is gone"))

    at.workshop.outside = replace(at.workshop.outside, renderer=failing)
    async with reading(at) as person:
        assert "the disk is gone" in told(person)
        await person.press("w", "escape")

        assert isinstance(person.app.screen, WorkshopScreen)


async def test_a_store_that_fails_while_one_reads_is_told_of(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing() -> bool:
        raise OutsideFailed(problem("outside.cannot_read", path="store.db", reason="the disk is gone"))

    at = stall(tmp_path)
    async with reading(at) as person:
        monkeypatch.setattr(at.workshop, "catch_up", failing)
        await until(person.pilot, lambda: "the disk is gone" in told(person))

        assert "A stall for Green." in told(person)


async def test_in_a_small_terminal_everything_is_there(tmp_path: Path) -> None:
    async with reading(stall(tmp_path, goods=9), (60, 18)) as person:
        await person.press("right", "space", "slash", *"apples 8")
        await ready(person)

        assert "Apples 8" in told(person)
        assert {60} >= {len(line) for line in shown(person.app).split("\n")} - set(range(60))
