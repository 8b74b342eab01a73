"""Keeping: what is being typed, kept as drafts, and what is said when the outside fails. Sends nothing."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import TypeVar

from wizard.core.problems import OutsideFailed, Place
from wizard.core.screen import Message
from wizard.core.tongue import t
from wizard.core.words import sentence
from wizard.workshop import Workshop

T = TypeVar("T")


class Keeping:
    """One person's unfinished words in a workshop.

    notice: news, or what the outside failed at; it stays until the next step. failing: whether there is
    something that was to be written and couldn't be. Nothing here raises OutsideFailed.
    """

    _seen = 0  # the position of the screen that the person looks at

    def __init__(self, workshop: Workshop) -> None:
        self.workshop = workshop
        self.notice: Message | None = None
        self._heard: Message | None = None  # the notice that has been shown
        self.failing = bool(workshop.drafts.unsaved)

    def news(self, text: str) -> None:
        self.notice = Message(text)

    def heard(self) -> None:
        """The notice has been shown."""
        self._heard = self.notice

    def hush(self) -> None:
        """Say no more what was said where the person was; news that nobody has seen yet stay."""
        self.workshop.hush()
        if self.notice is self._heard and not self.failing:
            self.notice = None

    def _tried(self, act: Callable[[], T]) -> T | None:
        """What an act brought; None where the outside failed, which is then the notice."""
        try:
            return act()
        except OutsideFailed as fault:
            self.notice = Message(sentence(fault.problem), "error", fault.problem.code)
            return None

    def _stored(self, act: Callable[[], T]) -> T | None:
        """The same for what writes: `failing` tells whether it could."""
        self.failing = True
        found = self._tried(lambda: (act(),))
        if found is None:
            return None
        self.failing = bool(self.workshop.drafts.unsaved)
        return found[0]

    def keep_unsaved(self) -> None:
        """Try again to save what couldn't be saved."""
        if self.workshop.drafts.unsaved:
            self._kept(self.workshop.drafts.keep_unsaved)

    def _kept(self, keep: Callable[[], None]) -> bool:
        """Keep something; that it could be done is said where it couldn't before."""
        failing = self.failing
        self._stored(keep)
        if failing and not self.failing:
            self.news(t("What you typed is saved now."))
        return not self.failing

    def draft(self, place: Place) -> str | None:
        return self.workshop.drafts.at(place)

    def keep_draft(self, place: Place, text: str) -> bool:
        """Keep what is being typed; False where the outside fails, which is then the notice."""
        return self._kept(lambda: self.workshop.drafts.keep(place, text, self._seen))

    def note_draft(self, place: Place) -> str | None:
        return self.workshop.drafts.note_at(place)

    def keep_note_draft(self, place: Place, text: str | None) -> None:
        """Keep a note that is being written, or forget it."""
        self._stored(lambda: self.workshop.drafts.keep_note(place, text, self._seen))

    def reason_draft(self, finding: str) -> str | None:
        return self.workshop.drafts.reason_for(finding)

    def keep_reason_draft(self, finding: str, text: str | None) -> None:
        """Keep why a finding should be dismissed, as far as it is written, or forget it."""
        self._stored(lambda: self.workshop.drafts.keep_reason(finding, text))

    @property
    def version_draft(self) -> str | None:
        return self.workshop.drafts.version_name

    def keep_version_draft(self, text: str | None) -> None:
        """Keep what the next version should be called, as far as it is written, or forget it."""
        self._stored(lambda: self.workshop.drafts.keep_version_name(text))

    @property
    def folder(self) -> str:
        """Where the documents of this workshop were written last; '' where they never were."""
        return self.workshop.drafts.folder

    def keep_folder(self, folder: str) -> None:
        """Offer this folder the next time. It is no harm when that fails."""
        with suppress(OutsideFailed):
            self.workshop.drafts.keep_folder(folder)

    def time_s(self) -> dict[str, int]:
        """Seconds spent at each step before this sitting."""
        return self.workshop.drafts.time_s

    def keep_time(self, time_s: dict[str, int]) -> None:
        """Keep how long each step has taken. It is no harm when that fails: nobody's words are lost."""
        with suppress(OutsideFailed):
            self.workshop.drafts.keep_time(time_s)
