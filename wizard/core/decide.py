"""From an intent to events, or to the problems that stand in its way. The only place where that happens."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from wizard.core.answers import is_empty, parse
from wizard.core.coach import findings
from wizard.core.controls import visible
from wizard.core.decide_cards import add_card, change_card, move_card, remove_card
from wizard.core.decide_copy import duplicate_card
from wizard.core.decide_link import link_new_card
from wizard.core.decide_pasted import add_cards
from wizard.core.decision import Decision, candidate, cleared, given, judged, offer_at, refused
from wizard.core.events import (
    DismissalWithdrawn,
    FindingDismissed,
    NoteWritten,
    QuestionPassed,
    VersionNamed,
    WorkshopFinished,
    WorkshopRenamed,
)
from wizard.core.facts import Facts
from wizard.core.flow.model import CardsQuestion, MatrixQuestion
from wizard.core.intents import (
    AddCard,
    AddCards,
    ChangeCard,
    DismissFinding,
    DuplicateCard,
    Finish,
    GiveAnswer,
    Intent,
    LinkNewCard,
    MoveCard,
    NameVersion,
    Pass,
    Raw,
    Redo,
    RemoveCard,
    Rename,
    SayDontKnow,
    Undo,
    WithdrawDismissal,
    WriteNote,
)
from wizard.core.judging import cards_at, issues
from wizard.core.problems import Place, Problem, problem
from wizard.core.state import touched
from wizard.core.stops import stops
from wizard.core.undoing import taken_back
from wizard.core.versions import point_named

MOST_NOTE = 20_000
MOST_NAME = 200


def decide(facts: Facts, intent: Intent, new_id: Callable[[], str], author: str | None = None) -> Decision:
    """What a person's wish does to the workshop as it is now. Never raises for what people typed."""
    return _named(facts, _decided(facts, intent, new_id, author))


def _decided(facts: Facts, intent: Intent, new_id: Callable[[], str], author: str | None) -> Decision:
    match intent:
        case GiveAnswer(place, raw):
            return _give(facts, place, raw)
        case Pass(place):
            return _pass(facts, place, unknown=False)
        case SayDontKnow(place):
            return _pass(facts, place, unknown=True)
        case AddCard():
            return add_card(facts, intent, new_id)
        case AddCards():
            return add_cards(facts, intent, new_id)
        case DuplicateCard(question, card):
            return duplicate_card(facts, question, card, new_id)
        case LinkNewCard():
            return link_new_card(facts, intent, new_id)
        case ChangeCard(question, card, values):
            return change_card(facts, question, card, values)
        case MoveCard(question, card, index):
            return move_card(facts, question, card, index)
        case RemoveCard(question, card, sure):
            return remove_card(facts, question, card, sure)
        case WriteNote(place, text):
            return _note(facts, place, text)
        case DismissFinding(finding, reason):
            return _dismiss(facts, finding, reason)
        case WithdrawDismissal(finding):
            return _withdraw_dismissal(facts, finding)
        case Rename(name):
            return _rename(facts, name)
        case NameVersion(name):
            return _name_version(facts, name)
        case Undo():
            return _take_back(facts, author, again=False)
        case Redo():
            return _take_back(facts, author, again=True)
        case Finish():
            return _finish(facts)
        case _:
            raise TypeError(f"no such intent: {intent!r}")


# Answers


def _give(facts: Facts, place: Place, raw: Raw) -> Decision:
    cell = facts.flow.cell_question(place.question) if place.column is not None else None
    question = cell or facts.flow.question_at(place)
    if question is None or isinstance(question, CardsQuestion | MatrixQuestion):
        return refused(problem("answer.no_such_question", place=place, question=place.question))
    if not facts.visible(place):
        return refused(problem("answer.not_asked", place=place))
    if is_empty(raw):
        if place.card is not None or place.column is not None:
            return Decision(cleared(facts, question, place))
        return _pass(facts, place, unknown=False)
    stored = parse(question, raw, offer_at(facts, place), facts.currency, facts.language)
    if isinstance(stored, Problem):
        return refused(msgspec.structs.replace(stored, place=place))
    return judged(facts, given(facts, question, place, stored), ((question, place),))


def _pass(facts: Facts, place: Place, *, unknown: bool) -> Decision:
    question = facts.flow.question_at(place)
    if question is None:
        return refused(problem("answer.no_such_question", place=place, question=place.question))
    if not facts.visible(place):
        return refused(problem("answer.not_asked", place=place))
    if isinstance(question, CardsQuestion) and cards_at(facts, place) and unknown:
        return refused(problem("answer.cards_there", place=place))
    emptied = () if isinstance(question, CardsQuestion | MatrixQuestion) else cleared(facts, question, place)
    if question.required or isinstance(question, CardsQuestion):
        found = issues(candidate(facts, emptied), place)
        if stopped := tuple(one for one in found if one.severity == "error"):
            return Decision((), stopped)
    was = facts.state.passed.get(place)
    passed = () if was is unknown else (QuestionPassed(place, unknown, was),)
    return Decision((*emptied, *passed))


# Notes, the coach, the workshop itself


def _note(facts: Facts, place: Place, text: str) -> Decision:
    if facts.flow.question_at(place) is None:
        return refused(problem("answer.no_such_question", place=place, question=place.question))
    if place.card is not None and place.card not in facts.state.cards.get(place.question, ()):
        return refused(problem("card.gone", place=place))
    text = visible(text).strip()
    if len(text) > MOST_NOTE:
        return refused(problem("answer.too_long", place=place, most=MOST_NOTE, found=len(text)))
    was = facts.state.notes.get(place, "")
    return Decision((NoteWritten(place, text, was),) if text != was else ())


def _dismiss(facts: Facts, id: str, reason: str) -> Decision:
    found = next((finding for finding in findings(facts, everything=True) if finding.id == id), None)
    if found is None:
        return refused(problem("finding.gone"))
    if not reason.strip():
        return refused(problem("finding.reason_wanted"))
    if found.severity == "block":
        return refused(problem("finding.must_be_solved"))
    was = facts.state.dismissed.get(id)
    return Decision((FindingDismissed(id, found.basis, visible(reason).strip(), was),))


def _withdraw_dismissal(facts: Facts, id: str) -> Decision:
    known = facts.state.dismissed.get(id)
    if known is None:
        return refused(problem("finding.not_dismissed"))
    return Decision((DismissalWithdrawn(id, *known),))


def name_of(text: str) -> str:
    """The text as a name: one line, and not too long."""
    return " ".join(visible(text).split())[:MOST_NAME]


def _named(facts: Facts, decision: Decision) -> Decision:
    """The same, and the new name where the answer that names the workshop changed."""
    place = Place(facts.flow.file.name_from or "")
    if not any(place in touched(event) for event in decision.events):
        return decision
    after = candidate(facts, decision.events)
    name, was = name_of(after.shown(after.value(place))), after.state.name
    if not name or name == was:
        return decision
    return msgspec.structs.replace(decision, events=(*decision.events, WorkshopRenamed(name, was)))


def _rename(facts: Facts, name: str) -> Decision:
    name = name_of(name)
    if not name:
        return refused(problem("workshop.name_wanted"))
    was = facts.state.name
    return Decision((WorkshopRenamed(name, was),) if name != was else ())


def _name_version(facts: Facts, name: str) -> Decision:
    name = name_of(name)
    if not name:
        return refused(problem("version.name_wanted"))
    if (known := point_named(facts.state, name)) is not None:
        return refused(problem("version.name_taken", text=known.name))
    return Decision((VersionNamed(name, facts.state.position),))


def _finish(facts: Facts) -> Decision:
    missing = [
        found
        for stop in stops(facts)
        if stop.place is not None
        for found in issues(facts, stop.place)
        if found.severity == "error"
    ]
    blocks = [
        problem("finding.blocks", place=finding.place, say=finding.say)
        for finding in findings(facts, everything=True)
        if finding.severity == "block"
    ]
    if missing or blocks:
        return Decision((), (*missing, *blocks))
    return Decision(() if facts.state.finished else (WorkshopFinished(),))


def _take_back(facts: Facts, author: str | None, *, again: bool) -> Decision:
    found = taken_back(facts.state, author, again=again)
    if isinstance(found, Problem):
        return refused(found)
    action, events = found
    return Decision(events, (), action.id)
