"""Drafts: what a person was typing, by place, where they stood, how long. In the store, not in events."""

from __future__ import annotations

import msgspec

from wizard.core.intents import (
    AddCard,
    AddCards,
    ChangeCard,
    DismissFinding,
    GiveAnswer,
    Intent,
    LinkNewCard,
    NameVersion,
    Pass,
    SayDontKnow,
    WriteNote,
)
from wizard.core.problems import Place
from wizard.core.where import Stop
from wizard.ports import Store

_HERE = "here"
_NOTE = "note:"
_REASON = "reason:"
_VERSION = "version"
_TIME = "time"


class Drafts:
    """One person's drafts in one workshop."""

    def __init__(self, store: Store, workshop: str, viewer: str | None) -> None:
        self._store = store
        self._workshop = workshop
        self._viewer = viewer or ""
        self._texts: dict[str, str] = {}

    def read(self) -> None:
        """Take in what the store has."""
        self._texts = self._store.drafts(self._workshop, self._viewer)

    def at(self, place: Place) -> str | None:
        return self._texts.get(_key(place))

    def keep(self, place: Place, text: str) -> None:
        if self._texts.get(_key(place), "") != text:
            self._put({_key(place): text or None})

    def note_at(self, place: Place) -> str | None:
        return self._texts.get(_NOTE + _key(place))

    def keep_note(self, place: Place, text: str | None) -> None:
        """Keep a note that is being written beside a place; None when it is settled."""
        self._keep(_NOTE + _key(place), text)

    def reason_for(self, finding: str) -> str | None:
        """Why a finding should be dismissed, as far as it was written."""
        return self._texts.get(_REASON + finding)

    def keep_reason(self, finding: str, text: str | None) -> None:
        self._keep(_REASON + finding, text)

    @property
    def version_name(self) -> str | None:
        """What the next version should be called, as far as it was written."""
        return self._texts.get(_VERSION)

    def keep_version_name(self, text: str | None) -> None:
        self._keep(_VERSION, text)

    @property
    def here(self) -> Stop | None:
        """Where the person stood; None where nothing was kept, or by a program that says it differently."""
        kept = self._texts.get(_HERE)
        try:
            return None if kept is None else msgspec.json.decode(kept, type=Stop)
        except msgspec.MsgspecError:
            return None

    def keep_here(self, stop: Stop) -> None:
        self._put({_HERE: msgspec.json.encode(stop).decode()})

    @property
    def time_s(self) -> dict[str, int]:
        """Seconds that the person has spent at each step; nothing where it isn't known."""
        try:
            return msgspec.json.decode(self._texts.get(_TIME, "{}"), type=dict[str, int])
        except msgspec.MsgspecError:
            return {}

    def keep_time(self, time_s: dict[str, int]) -> None:
        if time_s != self.time_s:
            self._put({_TIME: msgspec.json.encode(time_s).decode()})

    def forget(self, intent: Intent) -> None:
        """Drop the drafts of what an intent has settled."""
        match intent:
            case GiveAnswer(place):
                gone = [_key(place)]
            case AddCard(question, row=row) | AddCards(question, row=row):
                gone = [key for key in self._texts if _is_new_card(key, question, row)]
            case LinkNewCard(Place(question, None, str(), row)):
                gone = [key for key in self._texts if _is_new_card(key, question, row)]
            case LinkNewCard(place):
                gone = [_key(place)]
            case ChangeCard(question, card, values):
                gone = [_key(Place(question, card, field)) for field in values]
            case Pass(place) | SayDontKnow(place):
                gone = [_key(place)]
            case WriteNote(place):
                gone = [_NOTE + _key(place)]
            case DismissFinding(finding):
                gone = [_REASON + finding]
            case NameVersion():
                gone = [_VERSION]
            case _:
                gone = []
        gone = [key for key in gone if key in self._texts]
        if gone:
            self._put(dict.fromkeys(gone))

    def _keep(self, key: str, text: str | None) -> None:
        if self._texts.get(key) != text:
            self._put({key: text})

    def _put(self, drafts: dict[str, str | None]) -> None:
        self._store.put_drafts(self._workshop, self._viewer, drafts)
        for key, text in drafts.items():
            if text is None:
                self._texts.pop(key, None)
            else:
                self._texts[key] = text


def _key(place: Place) -> str:
    return msgspec.json.encode(place).decode()


def _is_new_card(key: str, question: str, row: str | None) -> bool:
    if not key.startswith("{"):  # it isn't a place
        return False
    place = msgspec.json.decode(key, type=Place)
    return place.question == question and place.card is None and place.row == row
