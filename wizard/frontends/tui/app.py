"""WizardApp: the program on the whole screen: which screen is up, how it is liked. Not what screens show."""

from __future__ import annotations

import re
import shlex
import time
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from msgspec.structs import replace
from textual import work
from textual.app import SystemCommand
from textual.binding import Binding, BindingType
from textual.filter import LineFilter
from textual.screen import Screen

from wizard.core.problems import OutsideFailed
from wizard.core.tongue import t
from wizard.core.words import sentence
from wizard.frontends.tui.dressing import dress
from wizard.frontends.tui.keys import PROGRAM, bindings, explained, listed
from wizard.frontends.tui.leaving import LOST, LeavingApp
from wizard.frontends.tui.shelf import Shelf
from wizard.frontends.tui.themes import COLOURLESS, DARK, THEMES
from wizard.frontends.tui.unsaved import doubt_told, loss_told
from wizard.frontends.tui.widgets.drawing import cut
from wizard.ports import Preferences, PreferencesFile, Summary

if TYPE_CHECKING:  # home is up sooner without the engine
    from wizard.home import Home
    from wizard.workshop import Workshop

_TITLE_CELLS = 60
_EASY_NAME = re.compile(r"[^\W_](?:[^\W_]|[ -]){0,29}")


class WizardApp(LeavingApp):
    """The full screen. kept: where preferences are, None to have the usual ones and to forget them.

    clock: seconds that only grow, for the time box.
    """

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
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(PROGRAM, priority=True),
        Binding("question_mark", "keys('?')", show=False, priority=True),
    ]

    def __init__(
        self,
        home: Home,
        *,
        workshop: Workshop | None = None,
        out: str | None = None,
        kept: PreferencesFile | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__()
        self.home = home
        self.out = out
        self.clock = clock
        self.written: list[str] = []  # paths of documents, said when all is over
        self.shelf = Shelf(home)
        self._first = workshop
        self._last: Workshop | None = None
        self._unsaved_in: dict[str, Workshop] = {}  # left with something that couldn't be saved
        self._doubting = False
        self._kept = kept
        self.preferences = kept.read() if kept is not None else Preferences()
        for theme in (*THEMES, COLOURLESS):
            self.register_theme(theme)
        self._dress()

    # How the person likes it

    def prefer(self, **changes: str | bool) -> None:
        """Have it otherwise from now on, also the next time. Names and values of Preferences."""
        self.preferences = replace(self.preferences, **changes)
        self._dress()
        if self._kept is not None:
            try:
                self._kept.keep(self.preferences)
            except OutsideFailed as fault:
                self.notify(sentence(fault.problem), title=t("Only until you quit"), markup=False)

    def _dress(self) -> None:
        """Put the theme on."""
        ours = {theme.name for theme in THEMES}
        wanted = self.preferences.theme if self.preferences.theme in ours else DARK.name
        self.theme = COLOURLESS.name if self.no_color else wanted

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """What our widgets name and themes that aren't ours don't have."""
        return {"quiet": "#8b8b8b"}

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Where NO_COLOR is set, no colour at all; Textual itself would paint in greys."""
        if not self.no_color:
            return super().get_line_filters()
        from wizard.frontends.tui.colourless import Colourless  # noqa: PLC0415 - few want it

        self._colourless = getattr(self, "_colourless", None) or Colourless()
        return [self._colourless]

    # Which screen is up

    def on_mount(self) -> None:
        # A screen that comes while the app itself is being mounted is drawn once for nobody.
        self.work_next(self._begin)

    def _begin(self) -> None:
        if self._first is None:
            self.go_home()
        else:
            self.enter(self._first)

    def go_home(self) -> None:
        from wizard.frontends.tui.screens.home import HomeScreen  # noqa: PLC0415 - a workshop may come first

        self._show(HomeScreen(self.shelf, at=self._last.id if self._last is not None else ""))

    def enter(self, workshop: Workshop) -> None:
        from wizard.frontends.tui.screens.workshop import WorkshopScreen  # noqa: PLC0415 - home is up sooner without

        if self._last is not None and self._last.drafts.unsaved:
            self._unsaved_in[self._last.id] = self._last
        left = self._unsaved_in.pop(workshop.id, None)
        if left is not None and left is not workshop:
            workshop.drafts.take_over(left.drafts)
        self._last = workshop
        self._show(WorkshopScreen(workshop))

    def _show(self, screen: Screen[None]) -> None:
        """One screen takes the place of another, above the empty one that every app has."""
        dress(self, screen)
        if len(self.screen_stack) > 1:
            self.switch_screen(screen)
        else:
            self.push_screen(screen)

    # What can be done everywhere

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """The palette: everything that the screen can do, then what the program can."""
        for node, acts in ((screen, listed(screen)), (self, PROGRAM)):
            for act in acts:
                if act.listed:
                    yield SystemCommand(t(act.title), explained(act), partial(node.run_action, act.action))

    def action_command_palette(self) -> None:
        from textual.command import CommandPalette  # noqa: PLC0415 - only who asks needs it

        if not isinstance(self.screen, CommandPalette) and listed(self.screen):
            asked = t("What would you like to do?")
            self.push_screen(CommandPalette(placeholder=asked, id="--command-palette"))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A question mark is a key where nobody is typing, and a sign where somebody is."""
        if action == "keys" and parameters == ("?",) and self.focused is not None:
            return not self.focused.check_consume_key("question_mark", "?")
        return super().check_action(action, parameters)

    def action_help_quit(self) -> None:
        """What ctrl+c says where nothing is there to be copied."""
        self.notify(t("ctrl+q saves and quits."), markup=False)

    def action_keys(self, sign: str = "") -> None:
        """What can be done here, by which key."""
        del sign
        from wizard.frontends.tui.screens.keys import KeysScreen  # noqa: PLC0415 - only who asks needs it

        if isinstance(self.screen, KeysScreen):
            self.screen.action_close()
        else:
            self.push_screen(KeysScreen(self.screen))

    @work(exclusive=True)
    async def action_theme(self) -> None:
        from wizard.frontends.tui.screens.theming import theme_chosen  # noqa: PLC0415 - only who asks needs it

        chosen = await theme_chosen(self)
        if chosen is not None:
            self.prefer(theme=chosen)

    @work(exclusive=True)
    async def action_language(self) -> None:
        from wizard.frontends.tui.screens.speaking import language_chosen  # noqa: PLC0415 - only who asks needs it

        chosen = await language_chosen(self)
        if chosen is not None:
            self.prefer(language=chosen)
            self.notify(t("It speaks that from its next start on."), markup=False)

    # The end
    def unsaved(self) -> tuple[str, ...]:
        """What was typed and couldn't be saved, in any workshop that was open."""
        last = [self._last] if self._last is not None else []
        return tuple(text for found in (*self._unsaved_in.values(), *last) for text in found.drafts.unsaved)

    def doubt(self) -> None:
        if not self._doubting:
            self.run_worker(self._doubt(), group="ending")

    async def _doubt(self) -> None:
        from wizard.frontends.tui.screens.overlays import confirmed  # noqa: PLC0415 - only when it is asked

        self._doubting = True
        quits = await confirmed(self, doubt_told(self.unsaved()), t("Quit all the same"), t("Stay"))
        self._doubting = False
        if quits:
            self.exit(return_code=LOST if self.unsaved() else 0)

    def _keep_everything(self) -> None:
        super()._keep_everything()
        for workshop in self._unsaved_in.values():
            with suppress(OutsideFailed):
                workshop.drafts.keep_unsaved()

    def last_words(self) -> list[str]:
        """What is said after the screen is gone: what was written, and how to go on."""
        lines = [t("Written: {path}", path=path) for path in self.written]
        if self._last is not None:
            name = self._last.state.name
            called = shlex.quote(self._called(name)) + self.home.option
            told = {"name": cut(name, _TITLE_CELLS), "command": f"canvas-wizard open {called}"}
            if self._last.drafts.unsaved:
                lines.append(t("Everything else in {name} is saved. Go on with: {command}", **told))
            else:
                lines.append(t("{name} is saved. Go on with: {command}", **told))
        return [*self.crash_told(), *loss_told(self.unsaved()), *lines]

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
