"""LeavingApp: how the program ends or is stopped: text kept, terminal clean, a true exit code."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import tempfile
import time
import traceback
from contextlib import suppress
from pathlib import Path
from threading import Thread
from types import FrameType

from rich.console import RenderableType
from textual.css.query import NoMatches

from wizard.core.tongue import t
from wizard.frontends.tui.typeahead import PATIENCE_S, Mark, TypeAheadApp

LOST = 3  # the outside failed, and something that was typed isn't saved
CRASHED = 70  # the program itself is at fault; what `sysexits` calls EX_SOFTWARE
HUNG_UP = 128 + signal.SIGHUP
_ENDINGS = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT)
_STDIN = 0
_WATCH_S, _GRACE_S = 1.0, 3.0


class LeavingApp(TypeAheadApp):
    """An app that keeps everything before it ends.

    owns_terminal: whether a person sits in front of it, and signals are for it alone; not so in tests.
    """

    owns_terminal = False

    def __init__(self) -> None:
        super().__init__()
        self._up = False
        self._leaving: int | None = None
        self._crash: Exception | None = None
        self._all_kept = True

    def on_load(self) -> None:
        if not self.owns_terminal:
            return
        loop = asyncio.get_running_loop()
        for number in _ENDINGS:
            loop.add_signal_handler(number, self.leave, 128 + number)
        Thread(target=self._watch_terminal, args=(loop,), name="terminal-watch", daemon=True).start()

    def on_mount(self) -> None:
        if self.owns_terminal:  # from here on there is what Textual does when it is stopped
            Stopping(self)

    def on_ready(self) -> None:
        self._up = True
        if self._leaving is not None:
            self.leave(self._leaving)

    async def action_quit(self) -> None:
        self.leave()

    def leave(self, code: int = 0) -> None:
        """Save and end. Before everything is up the wish is kept: Textual can spin when it ends too early."""
        if not self._up:
            self._leaving = code
            return
        self._leaving = self._leaving or code
        self._keep_everything()
        # The last letters may be on their way still, from the box with the cursor upwards: they come first.
        Mark(self.focused or self.screen, self.ROUNDS, self._end).rise()
        self.set_timer(PATIENCE_S, self._end)

    def _end(self) -> None:
        """End, unless that was done; where a person would lose what they typed, they are asked."""
        code, self._leaving = self._leaving, None
        if code is None:
            return
        with suppress(NoMatches):  # the screen may have been taken down since
            self._keep_everything()
        if code == 0 and self.unsaved():
            self.doubt()
        else:
            self.exit(return_code=code)

    def unsaved(self) -> tuple[str, ...]:
        """What was typed and couldn't be saved."""
        return ()

    def doubt(self) -> None:
        """Ask whether to quit although something isn't saved."""

    def _keep_everything(self) -> None:
        for screen in self.screen_stack:
            if (keep := getattr(screen, "keep_everything", None)) is not None:
                keep()

    def _watch_terminal(self, loop: asyncio.AbstractEventLoop) -> None:
        """End when the terminal has gone, also without a signal: Textual would read nothing from it for ever.

        Runs beside everything else, because what writes to a terminal that has gone may wait for ever too.
        """
        while os.isatty(_STDIN):
            time.sleep(_WATCH_S)
        with suppress(RuntimeError):  # it is ending already
            loop.call_soon_threadsafe(self.leave, HUNG_UP)
        time.sleep(_GRACE_S)
        os._exit(HUNG_UP)

    # When the program itself is at fault

    def _handle_exception(self, error: Exception) -> None:
        """Keep what can be kept, and end. Whoever is at the terminal gets a sentence, not a traceback."""
        if self._crash is None:
            self._crash = error
            try:
                self._keep_everything()
            except Exception:  # it is this very thing that may be broken
                self._all_kept = False
        super()._handle_exception(error)
        self._return_code = CRASHED

    def _fatal_error(self) -> None:
        """End without printing: Textual would show its own code, with everybody's words in it."""
        self._close_messages_no_wait()

    def panic(self, *renderables: RenderableType) -> None:
        """What Textual does when the terminal can't be read any more, or on a mistake that draws itself."""
        del renderables
        if self._crash is None:
            self.leave(HUNG_UP)
        else:
            self._fatal_error()

    def crash_told(self) -> list[str]:
        """What is said of a crash, and where its details are; nothing where there was none."""
        if self._crash is None:
            return []
        kept = t("What you had typed is kept." if self._all_kept else "Your last words may be lost.")
        kept = "" if self.unsaved() else kept
        told = [f"{t('Canvas Wizard has made a mistake and had to stop.')} {kept}".rstrip()]
        with suppress(OSError):
            path = written_down(self._crash)
            told.append(t("The details, for whoever can repair it: {path}", path=path))
        return told


class Stopping:
    """Lets the terminal go when the program is stopped, and takes it back afterwards.

    Textual does both, but takes the terminal also when it had not let it go: a program that was stopped by
    force (SIGSTOP) would read every key twice then, and leave the terminal in a bad way at the end.
    """

    def __init__(self, app: LeavingApp) -> None:
        self._app = app
        self._let_go = False
        self._stop = signal.signal(signal.SIGTSTP, self._stopped)
        self._go_on = signal.signal(signal.SIGCONT, self._continued)

    def _stopped(self, number: int, frame: FrameType | None) -> None:
        self._let_go = True
        if callable(self._stop):
            self._stop(number, frame)

    def _continued(self, number: int, frame: FrameType | None) -> None:
        if self._let_go and callable(self._go_on):
            self._go_on(number, frame)
        self._let_go = False
        self._app.call_later(self._app.refresh, repaint=True, layout=True)


def written_down(error: Exception) -> Path:
    """Write the traceback of a crash, without anybody's answers, to a new file that nobody else may read."""
    descriptor, name = tempfile.mkstemp(prefix="canvas-wizard-", suffix=".txt")
    with os.fdopen(descriptor, "w", encoding="utf-8", errors="backslashreplace") as file:
        file.write(f"Python {sys.version}\n")
        file.writelines(traceback.format_exception(error))
    return Path(name)
