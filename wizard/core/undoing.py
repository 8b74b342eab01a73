"""What a person can take back and do again. Derived from the actions; nothing is stored for it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from wizard.core.events import (
    AnswerCleared,
    AnswerGiven,
    AnyEvent,
    CardAdded,
    CardMoved,
    CardRemoved,
    DismissalWithdrawn,
    FindingDismissed,
    FlowUpgraded,
    NoteWritten,
    PassWithdrawn,
    QuestionPassed,
    VersionNamed,
    VersionWithdrawn,
    WorkshopRenamed,
    WorkshopStarted,
    inverse,
)
from wizard.core.problems import Problem, problem
from wizard.core.state import Action, State, touched


class Turns(NamedTuple):
    """What a person can take back next, and what they can do again next."""

    done: Action | None
    undone: Action | None


def turns(actions: Sequence[Action], author: str | None) -> Turns:
    """Looks back from the end as far as it has to. What was taken back doesn't count, nor what took it.

    The beginning can't be taken back, nor the answers that a workshop began with; nor what was done before it
    moved to another version of its flow, in which the answers of then may have other places.
    """
    taken: dict[str, Action] = {}
    undoings: set[str] = set()
    last = None
    for action in reversed(actions):
        if is_fixed(action):
            break
        if action.author != author or not action.id:
            continue
        if (taker := taken.get(action.id)) is not None:
            if action.undoes is None:
                undoings.add(taker.id)
        elif action.undoes is not None:
            taken[action.undoes] = action
        else:
            last = action
            break
    return Turns(last, next((taker for taker in taken.values() if taker.id in undoings), None))


def is_fixed(action: Action) -> bool:
    """Whether nobody can take the action back, nor what was done before it."""
    return bool(action.events) and isinstance(action.events[0], WorkshopStarted | FlowUpgraded)


def taken_back(
    state: State, author: str | None, *, again: bool
) -> tuple[Action, tuple[AnyEvent, ...]] | Problem:
    """The action that goes and the events that turn it round; a Problem where that can't be.

    again: take back what was taken back last. Where somebody has changed one of its places since, nothing
    happens and the Problem points there.
    """
    action = turns(state.actions, author)[1 if again else 0]
    if action is None:
        upgraded = state.upgraded is not None and not again
        return problem("undo.nothing_again" if again else "undo.upgraded" if upgraded else "undo.nothing")
    for event in action.events:
        if not stands(state, event):
            place = next(iter(touched(event)), None)
            return problem("undo.changed_since", place=place)
    events = tuple(found for event in reversed(action.events) if (found := inverse(event)) is not None)
    return action, events


def stands(state: State, event: AnyEvent) -> bool:
    """Whether what the event did is still as it left it."""
    match event:
        case AnswerGiven(place, value):
            return state.answers.get(place) == value
        case AnswerCleared(place):
            return place not in state.answers
        case QuestionPassed(place, unknown):
            return state.passed.get(place) is unknown
        case PassWithdrawn(place):
            return place not in state.passed
        case CardAdded(question, card):
            return card in state.cards.get(question, ())
        case CardMoved(question, card, index):
            return state.cards.get(question, ())[index : index + 1] == (card,)
        case CardRemoved(question, card):
            return card not in state.cards.get(question, ())
        case NoteWritten(place, text):
            return state.notes.get(place, "") == text
        case FindingDismissed(finding, basis, reason):
            return state.dismissed.get(finding) == (basis, reason)
        case DismissalWithdrawn(finding):
            return finding not in state.dismissed
        case WorkshopRenamed(name):
            return state.name == name
        case VersionNamed(name, at):
            return state.versions.get(name) == at
        case VersionWithdrawn(name):
            return name not in state.versions
        case _:
            return True
