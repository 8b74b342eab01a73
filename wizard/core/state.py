"""What the events of a workshop add up to. Knows nothing of the flow: it keeps what was said, by place."""

from __future__ import annotations

from collections.abc import Iterable

from wizard.core.events import (
    AnswerCleared,
    AnswerGiven,
    AnyEvent,
    CardAdded,
    CardMoved,
    CardRemoved,
    DismissalWithdrawn,
    FindingDismissed,
    FinishWithdrawn,
    FlowUpgraded,
    NoteWritten,
    PassWithdrawn,
    QuestionPassed,
    Stored,
    VersionNamed,
    VersionWithdrawn,
    WorkshopFinished,
    WorkshopRenamed,
    WorkshopStarted,
)
from wizard.core.problems import Place


class Action:
    """One intent and what it made happen. undoes: the action that it takes back."""

    __slots__ = ("author", "events", "id", "undoes")

    def __init__(self, id: str, author: str | None, events: tuple[AnyEvent, ...], undoes: str | None) -> None:
        self.id = id
        self.author = author
        self.events = events
        self.undoes = undoes


class State:
    """Everything said so far. Whoever holds a State never changes it: `folded` gives a new one.

    cards: question -> ids of its cards in order, removed ones left out; owner: card id -> its question, for
    removed ones too; rows: card id -> the loop card it was written for. answers, notes, passed are by place;
    passed is True where the person said "I don't know". dismissed: finding -> (basis, reason).
    versions: name -> the position that has it. finished_at: the position of the finish, None before it.
    upgraded: the last move to another text of the flow, None where it is still the one that it began with.
    """

    __slots__ = (
        "actions",
        "answers",
        "cards",
        "dismissed",
        "finished_at",
        "name",
        "notes",
        "owner",
        "passed",
        "position",
        "rows",
        "started",
        "upgraded",
        "versions",
    )

    def __init__(self) -> None:
        self.position = 0
        self.started: WorkshopStarted | None = None
        self.name = ""
        self.answers: dict[Place, Stored] = {}
        self.notes: dict[Place, str] = {}
        self.passed: dict[Place, bool] = {}
        self.cards: dict[str, tuple[str, ...]] = {}
        self.owner: dict[str, str] = {}
        self.rows: dict[str, str] = {}
        self.dismissed: dict[str, tuple[str, str]] = {}
        self.actions: list[Action] = []
        self.versions: dict[str, int] = {}
        self.finished_at: int | None = None
        self.upgraded: FlowUpgraded | None = None

    @property
    def flow_digest(self) -> str:
        """Of the text of the flow that is asked; '' before the beginning."""
        asked = self.upgraded or self.started
        return asked.digest if asked is not None else ""

    @property
    def flow_version(self) -> str:
        """As that text says it; '' before the beginning."""
        asked = self.upgraded or self.started
        return asked.version if asked is not None else ""

    @property
    def finished(self) -> bool:
        return self.finished_at is not None

    def copied(self) -> State:
        """A State that can be changed without anybody noticing."""
        copy = State()
        copy.position = self.position
        copy.started = self.started
        copy.name = self.name
        copy.finished_at = self.finished_at
        copy.upgraded = self.upgraded
        for name in (
            "answers",
            "notes",
            "passed",
            "cards",
            "owner",
            "rows",
            "dismissed",
            "actions",
            "versions",
        ):
            setattr(copy, name, getattr(self, name).copy())
        return copy


def folded(state: State, actions: Iterable[Action]) -> State:
    """The state after these actions."""
    after = state.copied()
    for action in actions:
        for event in action.events:
            after.position += 1
            _apply(after, event)
        _record(after, action)
    return after


def touched(event: AnyEvent) -> tuple[Place, ...]:
    """The places that an event changes."""
    match event:
        case AnswerGiven() | AnswerCleared() | QuestionPassed() | PassWithdrawn() | NoteWritten():
            return (event.place,)
        case CardAdded() | CardRemoved() | CardMoved():
            return (Place(event.question), Place(event.question, event.card))
        case _:
            return ()


def _record(state: State, action: Action) -> None:
    """Keep the action for undo: in place of the same action's earlier part, when it came in two readings."""
    last = state.actions[-1] if state.actions else None
    if last is not None and last.id == action.id and action.id:
        joined = Action(action.id, action.author, last.events + action.events, action.undoes)
        state.actions[-1] = joined
    else:
        state.actions.append(action)


def _apply(state: State, event: AnyEvent) -> None:
    match event:
        case AnswerGiven(place, value):
            state.answers[place] = value
        case AnswerCleared(place):
            state.answers.pop(place, None)
        case QuestionPassed(place, unknown):
            state.passed[place] = unknown
        case PassWithdrawn(place):
            state.passed.pop(place, None)
        case CardAdded(question, card, index, row):
            state.owner[card] = question
            state.cards[question] = _inserted(state.cards.get(question, ()), card, index)
            if row is not None:
                state.rows[card] = row
        case CardRemoved(question, card):
            state.cards[question] = tuple(c for c in state.cards.get(question, ()) if c != card)
        case CardMoved(question, card, index):
            state.cards[question] = _inserted(state.cards.get(question, ()), card, index)
        case NoteWritten(place, text):
            if text:
                state.notes[place] = text
            else:
                state.notes.pop(place, None)
        case FindingDismissed(finding, basis, reason):
            state.dismissed[finding] = (basis, reason)
        case DismissalWithdrawn(finding):
            state.dismissed.pop(finding, None)
        case WorkshopStarted():
            state.started = event
            state.name = event.name
        case FlowUpgraded():
            state.upgraded = event
        case WorkshopRenamed(name):
            state.name = name
        case WorkshopFinished():
            state.finished_at = state.position
        case FinishWithdrawn():
            state.finished_at = None
        case VersionNamed(name, at):
            state.versions[name] = at
        case VersionWithdrawn(name):
            state.versions.pop(name, None)


def _inserted(cards: tuple[str, ...], card: str, index: int) -> tuple[str, ...]:
    """The list with the card at that index, once."""
    others = [c for c in cards if c != card]
    others.insert(max(0, index), card)
    return tuple(others)
