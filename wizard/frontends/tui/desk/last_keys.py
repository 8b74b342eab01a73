"""LastKeys: what was typed last, until it is kept as a draft. For everything in which a field is open."""

from __future__ import annotations

from collections.abc import Callable

from textual.message_pump import MessagePump
from textual.timer import Timer

from wizard.core.intents import Raw
from wizard.core.screen import Input
from wizard.frontends.tui.walk import Walk
from wizard.frontends.tui.widgets.boxes.box import DRAFT_AFTER_S, AnswerTyped

_MOST_WAIT_S = 30.0
_UNDERSTOOD = ("number", "money", "percent", "date")


class LastKeys:
    """noticed: called when there is something that isn't kept yet, and when it is kept."""

    def __init__(self, walk: Walk, owner: MessagePump, noticed: Callable[[], object]) -> None:
        self._walk = walk
        self._owner = owner
        self._noticed = noticed
        self._typed: AnswerTyped | None = None
        self._timer: Timer | None = None
        self._wait_s = DRAFT_AFTER_S
        self._given = False  # whether an answer is made of it, which may succeed where keeping it failed

    @property
    def are_unkept(self) -> bool:
        return self._typed is not None

    def come(self, typed: AnswerTyped) -> None:
        """Keys have come: they are kept soon."""
        self._typed = typed
        self._given = False
        if self._timer is None:
            self._wait_s = DRAFT_AFTER_S
            self._timer = self._owner.set_timer(self._wait_s, self.keep)
            self._noticed()

    def keep(self) -> None:
        """Keep what is being typed, so that no end of the program can lose it."""
        if self._given and not self._walk.failing:
            self._typed = None
        self._write()
        self._noticed()

    def send(self) -> None:
        """What is typed becomes an answer now, or stays as a draft when that is refused."""
        self._write()
        self._given = self._typed is not None

    def _write(self) -> None:
        typed, self._typed = self._typed, None
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        if typed is None or not isinstance(typed.raw, str) or self._walk.keep_draft(typed.place, typed.raw):
            return
        # The outside failed: try again, but leave the person in peace between.
        self._typed = typed
        self._wait_s = min(self._wait_s * 2, _MOST_WAIT_S)
        self._timer = self._owner.set_timer(self._wait_s, self.keep)


def understood(walk: Walk, asked: Input | None, typed: AnswerTyped) -> str | None:
    """What a number or a date is taken for while it is typed; None where nothing is said about that."""
    if asked is None or asked.place != typed.place or asked.kind not in _UNDERSTOOD:
        return None
    found = walk.preview(typed.place, typed.raw)
    return found.text if found is not None and found.severity == "news" else ""


def differs(field: Input, raw: Raw) -> bool:
    """Whether sending would change the answer that is there."""
    if isinstance(raw, str) and field.pick is None:
        return raw != field.raw
    chosen = tuple(option.id for option in field.options if option.chosen)
    return (raw if isinstance(raw, tuple) else tuple(part for part in raw.split(",") if part)) != chosen
