"""The first drawing of a screen is the right one, and nothing that somebody types before it is lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.events import Key

from tests.frontends.tui.stage import WIDE, room, stage, until
from wizard.core.problems import Place
from wizard.frontends.tui.app import WizardApp
from wizard.frontends.tui.dressing import dress
from wizard.frontends.tui.screens.workshop import WorkshopScreen


async def test_a_screen_fits_the_terminal_before_it_is_drawn(tmp_path: Path) -> None:
    async with stage(room(tmp_path), WIDE) as person:
        screen = WorkshopScreen(person.workshop)
        dress(person.app, screen)

        assert {"-wide", "-tall"} == {*screen.classes}
        assert {"-wide", "-tall"} <= {*person.app.screen.classes}, "as Textual itself has it"


async def test_a_screen_brings_its_own_styles(tmp_path: Path) -> None:
    app = WizardApp(room(tmp_path).home)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.pause()
        screen = WorkshopScreen(room(tmp_path).workshop)
        (path,) = map(str, screen.css_path)
        assert not app.stylesheet.has_source(path)

        dress(app, screen)
        assert app.stylesheet.has_source(path)
        assert "#panes" in app.stylesheet.rules_map


async def test_keys_that_come_before_the_first_question_wait_for_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def in_a_hurry(app: WizardApp) -> None:
        for letter in "Green":
            app.post_message(Key(letter, letter))
        app.post_message(Key("enter", "\r"))

    monkeypatch.setattr(WizardApp, "on_load", in_a_hurry, raising=False)
    at = room(tmp_path)
    app = WizardApp(at.home, workshop=at.workshop)
    async with app.run_test(size=WIDE) as pilot:
        await until(pilot, lambda: Place("story") == at.workshop.here.place)

    assert {Place("name"): "Green"} == dict(at.workshop.state.answers)
