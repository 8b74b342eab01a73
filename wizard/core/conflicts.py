"""Whether somebody else has written meanwhile what a person is about to write. Knows no store and no time."""

from __future__ import annotations

from collections.abc import Iterable

from wizard.core.events import AnswerCleared, AnswerGiven, AnyEvent, NoteWritten, WorkshopRenamed
from wizard.core.facts import Facts
from wizard.core.flow.model import CardsQuestion, MatrixQuestion
from wizard.core.offers import understood
from wizard.core.problems import Place, Problem, problem

Spot = tuple[type[AnyEvent], Place | None]


def conflict(facts: Facts, events: Iterable[AnyEvent], theirs: Iterable[AnyEvent]) -> Problem | None:
    """The first of these events that writes where one of theirs has written; the Problem shows both texts.

    theirs: what others did since the person last looked; facts: with it.
    """
    taken = {spot for event in theirs if (spot := _spot(event)) is not None}
    for event in events:
        spot = _spot(event)
        if spot is not None and spot in taken:
            there, yours = _there(facts, event) or "…", _yours(facts, event) or "…"
            return problem("workshop.changed_meanwhile", place=spot[1], theirs=there, yours=yours)
    return None


def _spot(event: AnyEvent) -> Spot | None:
    """What an event writes, so that a second writer would wipe it out."""
    match event:
        case AnswerGiven(place) | AnswerCleared(place):
            return AnswerGiven, place
        case NoteWritten(place):
            return NoteWritten, place
        case WorkshopRenamed():
            return WorkshopRenamed, None
        case _:
            return None


def _there(facts: Facts, event: AnyEvent) -> str:
    match event:
        case AnswerGiven(place) | AnswerCleared(place):
            return facts.shown(facts.value(place))
        case NoteWritten(place):
            return facts.said(place).note
        case _:
            return facts.state.name


def _yours(facts: Facts, event: AnyEvent) -> str:
    match event:
        case AnswerGiven(place, value):
            cell = facts.flow.cell_question(place.question) if place.column is not None else None
            question = cell or facts.flow.question_at(place)
            if question is None or isinstance(question, CardsQuestion | MatrixQuestion):
                return ""
            return understood(facts, question, place, value)
        case NoteWritten(_, text):
            return text
        case WorkshopRenamed(name):
            return name
        case _:
            return ""
