"""What an action did, as a sentence in the past tense, and the history of all of them. Changes nothing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, assert_never

from wizard.core.coach import findings
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
    VersionNamed,
    VersionWithdrawn,
    WorkshopFinished,
    WorkshopRenamed,
    WorkshopStarted,
)
from wizard.core.facts import Facts
from wizard.core.problems import Place
from wizard.core.screen import PastLine
from wizard.core.state import Action, touched
from wizard.core.tongue import t
from wizard.core.undoing import is_fixed
from wizard.core.wording import about, asked, called, first_field, quoted, short, worded
from wizard.core.words import deeds as words


def deed(facts: Facts, events: Sequence[AnyEvent]) -> str:
    """What these events of one action did: "added “Home bakers” to “Who has the problem?”"."""
    if not events:
        return t(words.SOMETHING)
    first = events[0]
    if isinstance(first, WorkshopStarted):
        return t(words.BEGAN, name=quoted(short(first.name) or short(facts.state.name)))
    if isinstance(first, FlowUpgraded):
        return t(words.UPGRADED, version=short(first.version))
    said = _of_lists(facts, events) or _of_pass(facts, events) or _of_card(facts, events)
    if said:
        return said
    others = {place for event in events[1:] for place in touched(event)} - set(touched(first))
    said = _of(facts, first)
    return t(words.AND_MORE, said=said, count=len(others)) if others else said


# Several events that are one deed


def _of_lists(facts: Facts, events: Sequence[AnyEvent]) -> str:
    """Cards that came or went, with what was said about them; '' where none did."""
    came = [event for event in events if isinstance(event, CardAdded)]
    gone = [event for event in events if isinstance(event, CardRemoved)]
    changed = came or gone
    if not changed:
        return ""
    list_ = quoted(asked(facts, Place(changed[0].question, row=changed[0].row)))
    if len(changed) > 1:
        several = words.ADDED_SEVERAL if came else words.REMOVED_SEVERAL
        return t(several, count=len(changed), list=list_)
    name = quoted(_name_then(facts, events, changed[0].card, changed[0].question))
    if gone and not came:
        return t(words.REMOVED, card=name, list=list_)
    said = t(words.ADDED, card=name, list=list_)
    where = next((place for place in _pointing(events, changed[0].card)), None)
    return t(words.LINKED, said=said, what=about(facts, where)) if where is not None else said


def _pointing(events: Sequence[AnyEvent], card: str) -> list[Place]:
    """Where these events chose a card."""
    return [
        event.place
        for event in events
        if isinstance(event, AnswerGiven)
        and event.place.card != card
        and card in (event.value if isinstance(event.value, tuple) else (event.value,))
    ]


def _name_then(facts: Facts, events: Sequence[AnyEvent], card: str, question: str) -> str:
    """What a card was called when these events happened, where they say so, else what it is called now."""
    place = Place(question, card, first_field(facts, question))
    then = [event.value for event in events if isinstance(event, AnswerGiven) and event.place == place]
    return short(then[-1]) if then and isinstance(then[-1], str) else called(facts, card, question)


def _of_pass(facts: Facts, events: Sequence[AnyEvent]) -> str:
    """A question that was passed; '' where the events are about something else."""
    passed = next((event for event in events if isinstance(event, QuestionPassed)), None)
    if passed is None:
        return ""
    cleared = next((event for event in events if isinstance(event, AnswerCleared)), None)
    return _of(facts, cleared if cleared is not None and not passed.unknown else passed)


def _of_card(facts: Facts, events: Sequence[AnyEvent]) -> str:
    """Several answers about one card; '' where the events are about something else."""
    places = {place for event in events for place in touched(event)}
    cards = {(place.question, place.card) for place in places}
    if len(places) < 2 or len(cards) > 1:
        return ""
    question, card = cards.pop()
    return t(words.ANSWERS, count=len(places), what=quoted(called(facts, card, question))) if card else ""


# One event


def _of(facts: Facts, event: AnyEvent) -> str:
    match event:
        case AnswerGiven() | AnswerCleared() | QuestionPassed() | PassWithdrawn() | NoteWritten():
            return _of_place(facts, event)
        case CardAdded() | CardRemoved():
            return _of_lists(facts, (event,))
        case CardMoved(question, card, index, was):
            moved = words.MOVED_UP if index < was else words.MOVED_DOWN
            list_ = quoted(asked(facts, Place(question, row=facts.state.rows.get(card))))
            return t(moved, card=quoted(called(facts, card, question)), list=list_)
        case FindingDismissed(finding, _, reason):
            return t(words.DISMISSED, finding=_finding(facts, finding), reason=quoted(short(reason)))
        case DismissalWithdrawn(finding):
            return t(words.DISMISSAL_GONE, finding=_finding(facts, finding))
        case WorkshopStarted(name=name):
            return t(words.BEGAN, name=quoted(short(name)))
        case FlowUpgraded(version=version):
            return t(words.UPGRADED, version=short(version))
        case WorkshopRenamed(name):
            return t(words.RENAMED_WORKSHOP, name=quoted(short(name)))
        case WorkshopFinished():
            return t(words.FINISHED)
        case FinishWithdrawn():
            return t(words.REOPENED)
        case VersionNamed(name):
            return t(words.VERSION, name=quoted(short(name)))
        case VersionWithdrawn(name):
            return t(words.VERSION_GONE, name=quoted(short(name)))
        case _:
            assert_never(event)


def _of_place(
    facts: Facts, event: AnswerGiven | AnswerCleared | QuestionPassed | PassWithdrawn | NoteWritten
) -> str:
    place = event.place
    match event:
        case AnswerGiven(_, value, was):
            return _answered(facts, place, value, was)
        case AnswerCleared(_, was):
            return t(words.CLEARED, what=about(facts, place), value=quoted(worded(facts, place, was)))
        case QuestionPassed(_, unknown):
            return t(words.UNKNOWN if unknown else words.SKIPPED, what=about(facts, place))
        case PassWithdrawn():
            return t(words.UNSKIPPED, what=about(facts, place))
        case NoteWritten(_, text):
            what = about(facts, place)
            if not text:
                return t(words.NOTE_GONE, what=what)
            return t(words.NOTED, what=what, text=quoted(short(text)))


def _answered(facts: Facts, place: Place, value: str | tuple[str, ...], was: object) -> str:
    now = quoted(worded(facts, place, value))
    if not isinstance(was, str | tuple):
        return t(words.ANSWERED, what=about(facts, place), value=now)
    before = quoted(worded(facts, place, was))
    if place.card is not None and place.field == first_field(facts, place.question):
        return t(words.RENAMED, was=before, value=now)
    return t(words.CHANGED, what=about(facts, place), was=before, value=now)


def _finding(facts: Facts, id: str) -> str:
    """What a finding says, as long as its rule has something to say."""
    silenced = findings(facts, dismissed=True, everything=True)
    every = (*findings(facts, everything=True), *silenced)
    return next((quoted(short(found.say)) for found in every if found.id == id), t(words.A_FINDING))


# The history


def past(facts: Facts, limit: int, before: int | None = None) -> tuple[PastLine, ...]:
    """What was done, the newest first: at most `limit` actions whose events are all before a position."""
    actions = facts.state.actions
    roots, standing = _turned(actions)
    found: list[PastLine] = []
    position = facts.state.position
    fixed = False
    for action in reversed(actions):
        if len(found) >= limit:
            break
        fixed = fixed or is_fixed(action)
        if before is None or position < before:
            found.append(_line(facts, action, position, roots, standing, fixed))
        position -= len(action.events)
    return tuple(found)


def _turned(actions: Sequence[Action]) -> tuple[dict[str, Action], dict[str, bool]]:
    """What undo and redo are about in the end, by action: that action; and whether it stands now."""
    own = {action.id: action for action in actions if action.id}
    roots: dict[str, Action] = {}
    standing: dict[str, bool] = {}
    for action in actions:
        other = own.get(action.undoes or "")
        if other is None:
            continue
        root = roots[action.id] = roots.get(other.id, other)
        standing[root.id] = other is not root
    return roots, standing


def _line(
    facts: Facts,
    action: Action,
    position: int,
    roots: dict[str, Action],
    standing: dict[str, bool],
    fixed: bool,
) -> PastLine:
    root = roots.get(action.id, action)
    said = deed(facts, root.events)
    turn: Literal["", "undo", "redo"] = ""
    if root is not action:
        turn = "undo" if action.undoes == root.id else "redo"
        said = t(words.TOOK_BACK if turn == "undo" else words.DID_AGAIN, said=said)
    return PastLine(
        action=action.id,
        position=position,
        said=said,
        author=action.author,
        place=next((places[-1] for event in root.events if (places := touched(event))), None),
        turn=turn,
        taken=not turn and not standing.get(action.id, True),
        fixed=fixed,
    )


def root_of(actions: Sequence[Action], action: Action) -> Action:
    """The action that undo or redo is about in the end."""
    while action.undoes is not None:
        found = next((other for other in reversed(actions) if other.id == action.undoes), None)
        if found is None:
            return action
        action = found
    return action
