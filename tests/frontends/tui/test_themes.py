"""Themes: every text readable on every ground, badges apart for all eyes, a choice that stays, no colour."""

from __future__ import annotations

import math
from itertools import combinations, product
from pathlib import Path

import pytest
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.theme import Theme

from tests.frontends.drivers import FOLDER, Room
from tests.frontends.tui.stage import SMALL, room, shown, until
from wizard.core.problems import OutsideFailed, problem
from wizard.frontends.tui.app import WizardApp
from wizard.frontends.tui.colourless import Colourless
from wizard.frontends.tui.screens.theming import ThemeScreen
from wizard.frontends.tui.themes import BADGES, BOLD, DIM, PLAIN, THEMES, TITLES
from wizard.ports import Preferences

READABLE = 4.5  # what WCAG asks of text
APART = 20.0  # in CIELAB; people tell 2.3 apart side by side
BADGE_NAMES = [f"badge-{number}" for number in range(1, BADGES + 1)]
TEXTS = ["foreground", "quiet", "text-muted", "primary", "secondary", "accent", "success", "warning", "error"]
GROUNDS = ["background", "surface", "panel", "block-cursor-background", "block-cursor-blurred-background"]
PAIRS = [
    *product([*TEXTS, *BADGE_NAMES], GROUNDS),
    ("block-cursor-foreground", "block-cursor-background"),
    ("block-cursor-blurred-foreground", "block-cursor-blurred-background"),
    ("foreground", "input-selection-background"),
    ("input-cursor-foreground", "input-cursor-background"),
]
# How colours look to people without one kind of cone (Machado, Oliveira, Fernandes 2009), in linear light.
EYES = {
    "usual": ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)),
    "protan": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deutan": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.01182, 0.04294, 0.968881),
    ),
    "tritan": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.3039),
    ),
}


def colours(theme: Theme) -> dict[str, Color]:
    named = {**theme.to_color_system().generate(), **theme.variables}
    return {name: Color.parse(named[name]) for name in {name for pair in PAIRS for name in pair}}


def linear(colour: Color) -> tuple[float, float, float]:
    return tuple(v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in colour.normalized)  # type: ignore[return-value]


def luminance(colour: Color) -> float:
    red, green, blue = linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Color, other: Color) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def seen(colour: Color, eyes: str) -> tuple[float, float, float]:
    """A colour in CIELAB, as these eyes see it."""
    light = linear(colour)
    red, green, blue = (
        min(max(sum(a * b for a, b in zip(row, light, strict=True)), 0.0), 1.0) for row in EYES[eyes]
    )
    x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047
    y = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883
    x, y, z = (v ** (1 / 3) if v > 0.008856 else 7.787 * v + 16 / 116 for v in (x, y, z))
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_every_text_can_be_read_on_every_ground(theme: Theme) -> None:
    named = colours(theme)
    poor = {
        (text, ground): round(contrast(named[text], named[ground]), 2)
        for text, ground in PAIRS
        if contrast(named[text], named[ground]) < READABLE
    }

    assert {} == poor


@pytest.mark.parametrize("eyes", EYES)
@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_badges_keep_apart_whatever_one_sees(theme: Theme, eyes: str) -> None:
    """Least for who sees no green; there are letters too."""
    named = colours(theme)
    close = {
        (one, other): round(distance, 1)
        for one, other in combinations(BADGE_NAMES, 2)
        if (distance := math.dist(seen(named[one], eyes), seen(named[other], eyes))) < APART / 2
    }

    assert {} == close


# Choosing one


class Stubborn:
    """Preferences that can be read and can't be kept."""

    def read(self) -> Preferences:
        return Preferences(theme="canvas-light")

    def keep(self, preferences: Preferences) -> None:
        raise OutsideFailed(
            problem("outside.cannot_write", path="settings.json", reason=f"no {preferences.theme}")
        )


class Memory:
    def __init__(self, theme: str = "") -> None:
        self.kept = Preferences(theme=theme)

    def read(self) -> Preferences:
        return self.kept

    def keep(self, preferences: Preferences) -> None:
        self.kept = preferences


def app_of(at: Room, kept: Memory | Stubborn | None = None) -> WizardApp:
    return WizardApp(at.home, workshop=at.workshop, out=FOLDER, kept=kept)


async def test_a_theme_is_worn_while_it_is_marked_and_kept_when_it_is_chosen(tmp_path: Path) -> None:
    at, kept = room(tmp_path), Memory()
    app = app_of(at, kept)
    async with app.run_test(size=SMALL) as pilot:
        app.action_theme()
        await pilot.pause()
        assert isinstance(app.screen, ThemeScreen)
        await pilot.press("down")
        assert ("canvas-light", "") == (app.theme, kept.kept.theme)
        await pilot.press("enter")
    assert Preferences(theme="canvas-light") == kept.kept

    assert "canvas-light" == app_of(at, kept).theme


async def test_esc_puts_the_old_theme_back_on(tmp_path: Path) -> None:
    kept = Memory("canvas-contrast")
    app = app_of(room(tmp_path), kept)
    async with app.run_test(size=SMALL) as pilot:
        app.action_theme()
        await pilot.pause()
        await pilot.press("home", "escape")

        assert "canvas-contrast" == app.theme
    assert Preferences(theme="canvas-contrast") == kept.kept


async def test_preferences_that_cannot_be_kept_hold_until_one_quits_and_that_is_said(tmp_path: Path) -> None:
    app = app_of(room(tmp_path), Stubborn())
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        app.prefer(theme="canvas-contrast")

        assert "canvas-contrast" == app.theme
        await until(pilot, lambda: "Only until you quit" in shown(app))


def test_a_theme_that_is_not_ours_is_the_usual_one(tmp_path: Path) -> None:
    assert "canvas-dark" == app_of(room(tmp_path), Memory("gruvbox")).theme


def test_every_theme_can_be_chosen() -> None:
    assert [theme.name for theme in THEMES] == list(TITLES)


# No colour


@pytest.mark.parametrize(
    ("style", "left"),
    [
        (Style(color=PLAIN, bgcolor="#000000"), Style()),
        (Style(color="#000000", bgcolor=PLAIN), Style(reverse=True)),
        (Style(color="#000000", bgcolor=PLAIN, reverse=True), Style()),
        (Style(color=PLAIN, bgcolor="#000000", reverse=True), Style(reverse=True)),
        (Style(color=DIM, bgcolor="#000000"), Style(dim=True)),
        (Style(color=BOLD, bgcolor="#000000"), Style(bold=True)),
        (Style(color="red", bold=True, underline=True), Style(bold=True, underline=True)),
    ],
)
def test_without_colours_a_style_keeps_what_it_stands_for(style: Style, left: Style) -> None:
    (segment,) = Colourless().apply([Segment("x", style)], Color(0, 0, 0))

    assert left == segment.style


async def test_without_colours_there_is_nothing_to_choose(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = app_of(room(tmp_path), Memory("canvas-light"))
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        app.action_theme()
        await pilot.pause()

        assert "NO_COLOR is set" in shown(app)
        strips = app.screen._compositor.render_strips(app.size)
        styles = {segment.style for strip in strips for segment in strip if segment.style is not None}
        assert set() == {style for style in styles if style.color is not None or style.bgcolor is not None}


async def test_without_colours_the_box_with_the_keys_has_a_heavy_frame(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = app_of(room(tmp_path), Memory("canvas-light"))
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.pause()

        assert "┏" in shown(app)
