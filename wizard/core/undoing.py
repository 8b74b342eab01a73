"""What a person can take back and do again. Derived from the actions; nothing is stored for it."""

from __future__ import annotations

from collections.abc import Sequence

from wizard.core.events import (
    AnswerCleared,
    AnswerGiven,
    AnyEvent,
    CardAdded,
    CardMoved,
    CardRemoved,
    DismissalWithdrawn,
    FindingDismissed,
    NoteWritten,
    PassWithdrawn,
    QuestionPassed,
    WorkshopRenamed,
    WorkshopStarted,
    inverse,
)
from wizard.core.problems import Problem, problem
from wizard.core.state import Action, State, touched


def undo_stack(actions: Sequence[Action], author: str | None) -> tuple[list[Action], list[Action]]:
    """What a person can take back, and what they can do again; the next one last."""
    undo: list[Action] = []
    redo: list[Action] = []
    for action in actions:
        if action.author != author or not action.id or isinstance(action.events[0], WorkshopStarted):
            continue
        if action.undoes is None:
            undo.append(action)
            redo.clear()
        elif _taken(undo, action.undoes):
            redo.append(action)
        elif _taken(redo, action.undoes):
            undo.append(action)
    return undo, redo


def _taken(actions: list[Action], id: str) -> bool:
    """Whether the action was there; it is then taken out. The one looked for is nearly always the last."""
    for index in range(len(actions) - 1, -1, -1):
        if actions[index].id == id:
            del actions[index]
            return True
    return False


def taken_back(
    state: State, author: str | None, *, again: bool
) -> tuple[Action, tuple[AnyEvent, ...]] | Problem:
    """The action that goes and the events that turn it round; a Problem where that can't be.

    again: take back what was taken back last. Where somebody has changed one of its places since, nothing
    happens and the Problem points there.
    """
    stack = undo_stack(state.actions, author)[1 if again else 0]
    if not stack:
        return problem("undo.nothing_again" if again else "undo.nothing")
    action = stack[-1]
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
        case CardAdded(question, card) | CardMoved(question, card):
            return card in state.cards.get(question, ())
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
        case _:
            return True
