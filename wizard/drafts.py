"""Drafts: what a person was typing, by place, since when; where they stood. In the store, not in events."""

from __future__ import annotations

from collections.abc import Callable

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
_FOLDER = "folder"
_SINCE = "since:"
_TOLD = "told"


class Drafts:
    """One person's drafts in one workshop.

    What the store couldn't take raises OutsideFailed and is here all the same: it is shown, and goes with
    whatever is written next.
    """

    def __init__(self, store: Store, workshop: str, viewer: str | None) -> None:
        self._store = store
        self._workshop = workshop
        self._viewer = viewer or ""
        self._texts: dict[str, str] = {}
        self._unwritten: dict[str, str | None] = {}
        self._to: Callable[[Place], Place] = lambda place: place

    def read(self) -> None:
        """Take in what the store has; what it couldn't take yet stays."""
        self._texts = self._store.drafts(self._workshop, self._viewer)
        for key, text in self._unwritten.items():
            self._note_down(key, text)

    @property
    def unsaved(self) -> tuple[str, ...]:
        """What a person wrote and the store hasn't got."""
        return tuple(text for key, text in self._unwritten.items() if text and _is_written(key))

    def keep_unsaved(self) -> None:
        """Try again to write what couldn't be written."""
        if self._unwritten:
            self._put({})

    def take_over(self, other: Drafts) -> None:
        """Go on with what another look at the same workshop couldn't write."""
        for key, text in other._unwritten.items():
            self._note_down(key, text)
            self._unwritten[key] = text

    def at(self, place: Place) -> str | None:
        return self._texts.get(_key(place))

    @property
    def answers(self) -> dict[Place, str]:
        """Every text that was meant to be an answer, by its place."""
        return {
            msgspec.json.decode(key, type=Place): text
            for key, text in self._texts.items()
            if key.startswith("{")  # it is a place
        }

    def keep(self, place: Place, text: str, seen: int | None = None) -> None:
        """Keep what is being typed; blanks alone are nothing. seen: the position where it was begun."""
        text, place = text if text.strip() else "", self._to(place)
        if self._texts.get(_key(place), "") != text:
            self._begin(_key(place), text or None, seen)
        self.keep_unsaved()

    def _begin(self, key: str, text: str | None, seen: int | None) -> None:
        since = {} if key in self._texts or seen is None else {_SINCE + key: str(seen)}
        self._put({key: text, **({_SINCE + key: None} if text is None else since)})

    def since(self, intent: Intent) -> int | None:
        """The position at which the text of an intent was begun; None where it is no draft."""
        kept = self._texts.get(_SINCE + (_key_of(intent) or ""))
        return int(kept) if kept is not None and kept.isdecimal() else None

    def look_again(self, intent: Intent, seen: int) -> None:
        """The person has been shown what others wrote there up to a position."""
        key = _key_of(intent)
        if key in self._texts:
            self._put({f"{_SINCE}{key}": str(seen)})

    def note_at(self, place: Place) -> str | None:
        return self._texts.get(_NOTE + _key(place))

    def keep_note(self, place: Place, text: str | None, seen: int | None = None) -> None:
        """Keep a note that is being written beside a place; None when it is settled."""
        place = self._to(place)
        if self._texts.get(_NOTE + _key(place)) != text:
            self._begin(_NOTE + _key(place), text, seen)

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
    def folder(self) -> str:
        """Where the documents were written last; '' where they never were."""
        return self._texts.get(_FOLDER, "")

    def keep_folder(self, folder: str) -> None:
        self._keep(_FOLDER, folder)

    @property
    def told_version(self) -> str:
        """The newer version of the flow that the person has been told of; '' where none."""
        return self._texts.get(_TOLD, "")

    def keep_told_version(self, version: str) -> None:
        self._keep(_TOLD, version)

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

    def move(self, to: Callable[[Place], Place]) -> None:
        """Let every draft follow its place, and what comes late too. to: where a place is now."""
        earlier = self._to
        self._to = lambda place: to(earlier(place))
        moved: dict[str, str | None] = {}
        for key, text in self._texts.items():
            before = next((kind for kind in (_SINCE + _NOTE, _SINCE, _NOTE) if key.startswith(kind)), "")
            rest = key.removeprefix(before)
            if rest.startswith("{") and (now := _key(to(msgspec.json.decode(rest, type=Place)))) != rest:
                moved |= {key: None, before + now: text}
        if moved:
            self._put(moved)

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
        gone = [kept for key in gone for kept in (key, _SINCE + key) if kept in self._texts]
        if gone:
            self._put(dict.fromkeys(gone))

    def _keep(self, key: str, text: str | None) -> None:
        text = text if text and text.strip() else None
        if self._texts.get(key) != text:
            self._put({key: text})

    def _put(self, drafts: dict[str, str | None]) -> None:
        for key, text in drafts.items():
            self._note_down(key, text)
        self._unwritten |= drafts
        self._store.put_drafts(self._workshop, self._viewer, self._unwritten)
        self._unwritten = {}

    def _note_down(self, key: str, text: str | None) -> None:
        if text is None:
            self._texts.pop(key, None)
        else:
            self._texts[key] = text


def _key(place: Place) -> str:
    return msgspec.json.encode(place).decode()


def _key_of(intent: Intent) -> str | None:
    """Where the draft of an intent is that may wipe out what somebody else wrote."""
    match intent:
        case GiveAnswer(place) | LinkNewCard(place):
            return _key(place)
        case WriteNote(place):
            return _NOTE + _key(place)
        case _:
            return None


def _is_written(key: str) -> bool:
    """Whether it is words of a person that are kept there."""
    return key == _VERSION or key.startswith(("{", _NOTE, _REASON))


def _is_new_card(key: str, question: str, row: str | None) -> bool:
    if not key.startswith("{"):  # it isn't a place
        return False
    place = msgspec.json.decode(key, type=Place)
    return place.question == question and place.card is None and place.row == row
