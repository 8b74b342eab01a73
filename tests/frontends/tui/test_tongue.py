"""No word of ours is shown that was never looked up: the full screen in a language that nobody speaks."""

from __future__ import annotations

from pathlib import Path

from tests.frontends.drivers import Room
from tests.frontends.tui.stage import WIDE, room, settled, shown, stage
from tests.tongues import FLOW, LAYOUT, Accented, strange
from wizard.core.problems import Place
from wizard.core.tongue import speak

BRAND = {"Canvas", "Wizard"}
WORKSHOPS = {"Waiting", "for", "of"}
"""Said in the language of the workshop, whatever ours is."""
FORMULA = {"good", "goods", "price", "sum"}
TOUR = {
    "a question": (),
    "a long text": ("Α", "enter"),
    "money": ("enter",),
    "a choice": ("enter",),
    "why": ("right",),
    "a choice again": ("escape",),
    "a scale": ("enter",),
    "a review": ("enter",),
    "cards": ("enter",),
    "cards that are there": ("Ψ", "enter", "Ω", "enter"),
    "a card": ("up", "enter"),
    "cards again": ("escape",),
    "a list of cards, and their table": ("up", "t"),
    "the other of the two": ("t",),
    "a card is removed": ("up", "delete"),
    "undone": ("ctrl+z",),
    "keys": ("f10",),
    "steps": ("escape", "f9"),
    "a note": ("escape", "f5"),
    "the coach": ("escape", "f4"),
    "why it is fine": ("d",),
    "learning": ("escape", "escape", "f1"),
    "documents": ("escape", "f3"),
    "the canvas": ("escape", "f2"),
    "the numbers": ("n",),
    "more numbers": ("tab",),
    "what moves them": ("tab",),
    "a number": ("enter",),
    "the end": ("escape", "escape", "escape", "f8", "f8"),
    "everything": ("ctrl+p",),
}


def market(folder: Path) -> Room:
    (folder / "canvases").mkdir()
    (folder / "canvases" / "mrkt.yaml").write_text(LAYOUT, encoding="utf-8")
    return room(folder, FLOW)


async def test_every_word_of_the_full_screen_is_looked_up(tmp_path: Path) -> None:
    speak("xx", Accented())
    found: dict[str, set[str]] = {}
    async with stage(market(tmp_path), WIDE) as person:
        for where, keys in TOUR.items():
            await person.press(*keys)
            await settled(person.pilot)
            if words := strange(shown(person.app)) - WORKSHOPS - FORMULA:
                found[where] = words
        await person.press("escape")
        await person.jump(Place("demand"))
        await settled(person.pilot)
        assert {} == found
        assert set() == strange(shown(person.app))


async def test_every_word_at_home_is_looked_up(tmp_path: Path) -> None:
    speak("xx", Accented())
    async with stage(market(tmp_path), WIDE) as person:
        person.app.go_home()
        await settled(person.pilot)
        assert BRAND == strange(shown(person.app))
        await person.press("r")
        await settled(person.pilot)

        assert BRAND == strange(shown(person.app))
