"""WizardApp: the program on the whole screen. Which screen is up, how it ends; not what screens show."""

from __future__ import annotations

import asyncio
import re
import shlex
import signal
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, ClassVar

from textual.app import SystemCommand
from textual.binding import Binding, BindingType
from textual.screen import Screen

from wizard.core.problems import OutsideFailed
from wizard.frontends.tui.themes import DARK, THEMES
from wizard.frontends.tui.typeahead import TypeAheadApp
from wizard.frontends.tui.widgets.drawing import cut
from wizard.ports import Summary

if TYPE_CHECKING:  # home is up sooner without the engine
    from wizard.home import Home
    from wizard.workshop import Workshop

_TITLE_CELLS = 60
_EASY_NAME = re.compile(r"[^\W_](?:[^\W_]|[ -]){0,29}")
_ENDINGS = (signal.SIGTERM, signal.SIGHUP)


class WizardApp(TypeAheadApp):
    TITLE = "Canvas Wizard"
    CSS_PATH = "app.tcss"
    ESCAPE_TO_MINIMIZE = False
    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012 - Textual declares the type
        (0, "-thin"),
        (40, "-narrow"),
        (72, "-tight"),
        (100, "-roomy"),
        (120, "-wide"),
        (160, "-vast"),
    ]
    VERTICAL_BREAKPOINTS = [(0, "-flat"), (12, "-low"), (22, "-short"), (30, "-tall")]  # noqa: RUF012 - Textual declares the type
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+q", "quit", show=False, priority=True)]

    def __init__(self, home: Home, *, workshop: Workshop | None = None, out: str | None = None) -> None:
        super().__init__()
        self.home = home
        self.out = out
        self.written: list[str] = []  # paths of documents, said when all is over
        self._first = workshop
        self._last: Workshop | None = None
        self._up = False
        self._leaving: int | None = None
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = DARK.name

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """What our widgets name and themes that aren't ours don't have."""
        return {"quiet": "#8b8b8b"}

    def on_mount(self) -> None:
        if not self.is_headless:
            self._heed_signals()
        if self._first is None:
            self.go_home()
        else:
            self.enter(self._first)

    def _heed_signals(self) -> None:
        """End in good order when the terminal or the system says so: text kept, terminal as it was."""
        loop = asyncio.get_running_loop()
        for number in _ENDINGS:
            loop.add_signal_handler(number, self.leave, 128 + number)

    def on_ready(self) -> None:
        self._up = True
        if self._leaving is not None:
            self.leave(self._leaving)

    def go_home(self) -> None:
        from wizard.frontends.tui.screens.home import HomeScreen  # noqa: PLC0415 - a workshop may come first

        self._show(HomeScreen(self.home))

    def enter(self, workshop: Workshop) -> None:
        from wizard.frontends.tui.screens.workshop import WorkshopScreen  # noqa: PLC0415 - home is up sooner without

        self._last = workshop
        self._show(WorkshopScreen(workshop))

    def _show(self, screen: Screen[None]) -> None:
        """One screen takes the place of another, above the empty one that every app has."""
        if len(self.screen_stack) > 1:
            self.switch_screen(screen)
        else:
            self.push_screen(screen)

    async def action_quit(self) -> None:
        self.leave()

    def leave(self, code: int = 0) -> None:
        """Save and end. Before everything is up the wish is kept: Textual can spin when it ends too early."""
        if not self._up:
            self._leaving = code
            return
        for screen in self.screen_stack:
            if (keep := getattr(screen, "keep_everything", None)) is not None:
                keep()
        self.exit(return_code=code)

    def last_words(self) -> list[str]:
        """What is said after the screen is gone: what was written, and how to go on."""
        lines = [f"Written: {path}" for path in self.written]
        if self._last is not None:
            name = self._last.state.name
            called = shlex.quote(self._called(name))
            lines.append(f"{cut(name, _TITLE_CELLS)} is saved. Go on with: canvas-wizard open {called}")
        return lines

    def _called(self, name: str) -> str:
        """What finds the last workshop again and is easy to type: its name, else its id."""
        assert self._last is not None
        if not _EASY_NAME.fullmatch(name):
            return self._last.id
        try:
            found = self.home.found(name)
        except OutsideFailed:
            return self._last.id
        return name if isinstance(found, Summary) and found.id == self._last.id else self._last.id

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """The palette: everything that the screen can do, then what Textual brings."""
        for title, help, does in getattr(screen, "commands", list)():
            yield SystemCommand(title, help, does)
        yield SystemCommand(
            "Save and quit", "Everything is saved; go on whenever you like (ctrl+q)", self.leave
        )
        yield SystemCommand("Change theme", "Dark, light or high contrast", self.action_change_theme)
