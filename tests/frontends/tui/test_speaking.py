"""The language of the full screen: chosen for the next start, and German in the room that there is."""

from __future__ import annotations

from pathlib import Path

from rich.cells import cell_len

from tests.frontends.drivers import FOLDER
from tests.frontends.tui.stage import SMALL, WIDE, room, settled, shown, stage
from wizard.adapters.catalogue_gettext import catalogue
from wizard.adapters.private_folder import PrivateFolder
from wizard.core.tongue import language, speak
from wizard.frontends.tui.app import WizardApp
from wizard.frontends.tui.screens.asking import ChoiceScreen
from wizard.ports import Preferences


class Memory:
    def __init__(self) -> None:
        self.kept = Preferences(theme="canvas-light")

    def read(self) -> Preferences:
        return self.kept

    def keep(self, preferences: Preferences) -> None:
        self.kept = preferences


async def test_a_language_is_kept_for_the_next_start(tmp_path: Path) -> None:
    at, kept = room(tmp_path), Memory()
    app = WizardApp(at.home, workshop=at.workshop, out=FOLDER, kept=kept)
    async with app.run_test(size=WIDE, notifications=True) as pilot:
        app.action_language()
        await pilot.pause()
        assert isinstance(app.screen, ChoiceScreen)
        await pilot.press("d")  # Deutsch
        await pilot.press("enter")
        await settled(pilot)
        assert "It speaks that from its next start on." in shown(app)

    assert Preferences(theme="canvas-light", language="de") == kept.kept
    assert "en" == language()


async def test_esc_leaves_the_language_as_it_is(tmp_path: Path) -> None:
    at, kept = room(tmp_path), Memory()
    app = WizardApp(at.home, workshop=at.workshop, out=FOLDER, kept=kept)
    async with app.run_test(size=SMALL) as pilot:
        app.action_language()
        await pilot.pause()
        await pilot.press("down", "escape")

    assert Preferences(theme="canvas-light") == kept.kept


async def test_the_most_needed_keys_have_room_in_german(tmp_path: Path) -> None:
    speak("de", catalogue("de", PrivateFolder(tmp_path / "cache")))
    async with stage(room(tmp_path), SMALL) as person:
        keys = shown(person.app).splitlines()[-1]
        assert keys.startswith(" enter weiter  esc zurück  f1 lernen  f6 weiß nicht  f7 auslassen")
        assert keys.endswith("✓ gespeichert")
        await person.press("f10")
        lines = shown(person.app).splitlines()

    assert SMALL[0] >= max(cell_len(line) for line in lines)
