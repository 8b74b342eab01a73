"""Shelf: the workshops as home last saw them, and what was done to them there. No widget, no key."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from wizard.core.problems import OutsideFailed, Problem
from wizard.core.tongue import t
from wizard.core.words import sentence
from wizard.frontends.tui.widgets.drawing import cut
from wizard.ports import Summary

if TYPE_CHECKING:  # home needs no engine
    from wizard.home import Home

T = TypeVar("T")

_MINUTE_S = 60
_CELLS = 40  # of a name in a sentence
_MOST_TOLD = 5


class Notice(NamedTuple):
    """What is to be said. wrong: something stood in the way."""

    text: str
    wrong: bool = False


class Deed(NamedTuple):
    """Something that was done to a workshop. undo: takes it back. said: what is said then."""

    workshop: str
    undo: Callable[[], object]
    said: str


class Shelf:
    """What home shows, for as long as the program runs. summaries: the last changed first.

    Nothing here raises OutsideFailed: it becomes the notice. What is done to a workshop gives its id, or None
    where something stood in the way; each of them can be taken back, one after the other.
    """

    def __init__(self, home: Home) -> None:
        self.home = home
        self.summaries: list[Summary] = []
        self.notice = Notice("")
        self.deeds: list[Deed] = []
        self._changes: int | None = None
        self._minute = 0
        self._failed = False

    @property
    def now(self) -> datetime:
        return self.home.outside.now()

    @property
    def _minute_now(self) -> int:
        return int(self.now.timestamp() // _MINUTE_S)

    def catch_up(self) -> bool:
        """`look`, at almost no cost where nobody has written and no minute has gone by."""
        try:
            changes = self.home.outside.store.changes()
        except OutsideFailed:
            return self.look()  # which says why it can't
        waits = self._failed or changes != self._changes or self._minute != self._minute_now
        return waits and self.look()

    def look(self) -> bool:
        """See the workshops as they are now; whether there is anything new to show."""
        was = (self.summaries, self._minute, self._failed)
        self._minute = self._minute_now
        try:
            self._changes = self.home.outside.store.changes()
            self.summaries = self.home.summaries()
        except OutsideFailed as fault:
            if not self._failed:
                self.notice = Notice(sentence(fault.problem), wrong=True)
            self._failed = True
        else:
            if self._failed:
                self.notice = Notice("")
            self._failed = False
        return was != (self.summaries, self._minute, self._failed)

    def tried(self, act: Callable[[], T | tuple[Problem, ...]]) -> T | None:
        """What an act brought; None where something stood in its way, which is then the notice."""
        self.notice = Notice("")
        try:
            found = act()
        except OutsideFailed as fault:
            self.notice = Notice(sentence(fault.problem), wrong=True)
            return None
        if isinstance(found, tuple):
            self.notice = Notice("\n".join(sentence(one) for one in found[:_MOST_TOLD]), wrong=True)
            return None
        return found

    def rename(self, summary: Summary, name: str) -> str | None:
        found = self.tried(partial(self.home.rename, summary.id, name))
        if found is None or found.name == summary.name:
            return None
        was, now = cut(summary.name, _CELLS), cut(found.name, _CELLS)
        back = partial(self.home.rename, summary.id, summary.name)
        again = t("It is called {was} again.", was=was)
        return self._did(t("{was} is called {now} now.", was=was, now=now), Deed(summary.id, back, again))

    def duplicate(self, summary: Summary) -> str | None:
        found = self.tried(partial(self.home.duplicate, summary.id))
        if found is None:
            return None
        name = cut(found.name, _CELLS)
        back = partial(self.home.delete, found.id)
        gone = t("{name} is gone.", name=name)
        return self._did(t("{name} is here, with all that was done.", name=name), Deed(found.id, back, gone))

    def delete(self, summary: Summary) -> str | None:
        def put_away() -> bool:
            self.home.delete(summary.id)
            return True

        if not self.tried(put_away):
            return None
        name = cut(summary.name, _CELLS)
        back = partial(self.home.restore, summary.id)
        again = t("{name} is back.", name=name)
        return self._did(t("{name} is deleted.", name=name), Deed(summary.id, back, again))

    def _did(self, said: str, deed: Deed) -> str:
        self.deeds.append(deed)
        self.notice = Notice(f"{said} {t('ctrl+z takes it back.')}")
        return deed.workshop

    def undo(self) -> str | None:
        """Take back what was done here last."""
        if not self.deeds or not self.tried(lambda: self.deeds[-1].undo() or True):
            return None
        deed = self.deeds.pop()
        self.notice = Notice(deed.said)
        return deed.workshop
