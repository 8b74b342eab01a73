"""Everything that can happen to a workshop, and how it is written down.

Events hold what a person gave as canonical text, never sentences. `was` is what stood there before, so that
an event can be turned round without looking anything up. Written as JSON with a version for each kind.
"""

from __future__ import annotations

import msgspec

from wizard.core.problems import Place

# Canonical text; a list where several were picked; None for nothing.
Stored = str | tuple[str, ...]


class Event(msgspec.Struct, frozen=True, omit_defaults=True, gc=False):
    """Something that happened. gc: events hold texts and places, never each other, and there are many."""


class WorkshopStarted(Event, frozen=True, omit_defaults=True):
    """flow: id of the flow; version: as its file says; digest: of its text, kept in the store.

    {"flow": "business-model", "version": "1", "digest": "9f2c", "name": "Bread Again", "currency": "EUR"}
    """

    flow: str
    version: str
    digest: str
    name: str
    currency: str
    language: str = "en"


class FlowUpgraded(Event, frozen=True, omit_defaults=True):
    """From here on another text of the same flow is asked. was, was_version: the text and version before.

    {"flow": "business-model", "version": "2", "digest": "77aa", "was": "9f2c", "was_version": "1"}
    """

    flow: str
    version: str
    digest: str
    was: str
    was_version: str


class WorkshopRenamed(Event, frozen=True, omit_defaults=True):
    """{"name": "Bread Again", "was": "Untitled"}"""

    name: str
    was: str


class AnswerGiven(Event, frozen=True, omit_defaults=True):
    """{"place": {"question": "stage"}, "value": "idea", "was": "customers"}"""

    place: Place
    value: Stored
    was: Stored | None = None


class AnswerCleared(Event, frozen=True, omit_defaults=True):
    """{"place": {"question": "stage"}, "was": "customers"}"""

    place: Place
    was: Stored


class QuestionPassed(Event, frozen=True, omit_defaults=True):
    """unknown: passed with "I don't know". was: the mark that stood there before, None for none.

    {"place": {"question": "pitch"}, "unknown": true}
    """

    place: Place
    unknown: bool = False
    was: bool | None = None


class PassWithdrawn(Event, frozen=True, omit_defaults=True):
    """{"place": {"question": "pitch"}, "unknown": true}"""

    place: Place
    unknown: bool = False


class CardAdded(Event, frozen=True, omit_defaults=True):
    """A new card, or a removed one back with all that it held. row: the loop card it was written for.

    {"question": "segments", "card": "k3v9x2", "index": 0}
    """

    question: str
    card: str
    index: int
    row: str | None = None


class CardRemoved(Event, frozen=True, omit_defaults=True):
    """{"question": "segments", "card": "k3v9x2", "index": 0}"""

    question: str
    card: str
    index: int
    row: str | None = None


class CardMoved(Event, frozen=True, omit_defaults=True):
    """{"question": "segments", "card": "k3v9x2", "index": 2, "was": 0}"""

    question: str
    card: str
    index: int
    was: int


class NoteWritten(Event, frozen=True, omit_defaults=True):
    """An empty text takes the note away.

    {"place": {"question": "stage"}, "text": "Asked the accountant", "was": "A guess"}
    """

    place: Place
    text: str
    was: str = ""


class FindingDismissed(Event, frozen=True, omit_defaults=True):
    """basis: digest of what the finding judged; the dismissal ends when it changes.

    {"finding": "orphan_segment:k3v9x2", "basis": "1f0c", "reason": "Pilot customers only"}
    """

    finding: str
    basis: str
    reason: str
    was: tuple[str, str] | None = None


class DismissalWithdrawn(Event, frozen=True, omit_defaults=True):
    """{"finding": "orphan_segment:k3v9x2", "basis": "1f0c", "reason": "Pilot customers only"}"""

    finding: str
    basis: str
    reason: str


class WorkshopFinished(Event, frozen=True, omit_defaults=True):
    """{}"""


class FinishWithdrawn(Event, frozen=True, omit_defaults=True):
    """{}"""


class VersionNamed(Event, frozen=True, omit_defaults=True):
    """at: the position that has the name; everything up to there belongs to the version.

    {"name": "Before the pilot", "at": 41}
    """

    name: str
    at: int


class VersionWithdrawn(Event, frozen=True, omit_defaults=True):
    """{"name": "Before the pilot", "at": 41}"""

    name: str
    at: int


AnyEvent = (
    WorkshopStarted
    | FlowUpgraded
    | WorkshopRenamed
    | AnswerGiven
    | AnswerCleared
    | QuestionPassed
    | PassWithdrawn
    | CardAdded
    | CardRemoved
    | CardMoved
    | NoteWritten
    | FindingDismissed
    | DismissalWithdrawn
    | WorkshopFinished
    | FinishWithdrawn
    | VersionNamed
    | VersionWithdrawn
)

VERSION = 1
KINDS: dict[str, type[Event]] = {kind.__name__: kind for kind in AnyEvent.__args__}
_encoder = msgspec.json.Encoder(order="deterministic")
_decoders: dict[str, msgspec.json.Decoder[AnyEvent]] = {}


class UnknownEvent(Exception):
    """An event that this version of the program doesn't know: a newer one wrote it."""


def encoded(event: AnyEvent) -> tuple[str, int, bytes]:
    """Kind, version and JSON body of an event."""
    return type(event).__name__, VERSION, _encoder.encode(event)


def decoded(kind: str, v: int, body: bytes) -> AnyEvent:
    """The event that was written down. Raises UnknownEvent for a kind or version from the future."""
    decoder = _decoders.get(kind)
    if decoder is None:
        if kind not in KINDS:
            raise UnknownEvent(kind)
        decoder = _decoders[kind] = msgspec.json.Decoder(KINDS[kind])
    if v != VERSION:
        raise UnknownEvent(f"{kind} {v}")
    try:
        return decoder.decode(body)
    except msgspec.MsgspecError as fault:
        raise UnknownEvent(f"{kind}: {fault}") from fault


def inverse(event: AnyEvent) -> AnyEvent | None:
    """What takes the event back; None for the beginning and for another flow, which can't be."""
    match event:
        case WorkshopStarted() | FlowUpgraded():
            return None
        case WorkshopRenamed(name, was):
            return WorkshopRenamed(was, name)
        case AnswerGiven(place, value, None):
            return AnswerCleared(place, value)
        case AnswerGiven(place, value, was):
            assert was is not None
            return AnswerGiven(place, was, value)
        case AnswerCleared(place, was):
            return AnswerGiven(place, was)
        case QuestionPassed(place, unknown, None):
            return PassWithdrawn(place, unknown)
        case QuestionPassed(place, unknown, was):
            return QuestionPassed(place, bool(was), unknown)
        case PassWithdrawn(place, unknown):
            return QuestionPassed(place, unknown)
        case CardAdded(question, card, index, row):
            return CardRemoved(question, card, index, row)
        case CardRemoved(question, card, index, row):
            return CardAdded(question, card, index, row)
        case CardMoved(question, card, index, was):
            return CardMoved(question, card, was, index)
        case NoteWritten(place, text, was):
            return NoteWritten(place, was, text)
        case FindingDismissed(finding, basis, reason, None):
            return DismissalWithdrawn(finding, basis, reason)
        case FindingDismissed(finding, basis, reason, was):
            assert was is not None
            return FindingDismissed(finding, was[0], was[1], (basis, reason))
        case DismissalWithdrawn(finding, basis, reason):
            return FindingDismissed(finding, basis, reason)
        case WorkshopFinished():
            return FinishWithdrawn()
        case FinishWithdrawn():
            return WorkshopFinished()
        case VersionNamed(name, at):
            return VersionWithdrawn(name, at)
        case VersionWithdrawn(name, at):
            return VersionNamed(name, at)
