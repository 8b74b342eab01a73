"""What comes of a wish: events, or problems; and what is asked before an answer is taken. Knows no intent."""

from __future__ import annotations

import msgspec

from wizard.core.answers import Offer
from wizard.core.events import AnswerCleared, AnswerGiven, AnyEvent, Stored
from wizard.core.facts import Facts
from wizard.core.flow.model import ChoiceQuestion, FieldQuestion
from wizard.core.judging import broken_rules
from wizard.core.offers import kept_options
from wizard.core.problems import Place, Problem
from wizard.core.state import Action, folded, touched


class Decision(msgspec.Struct, frozen=True):
    """What an intent leads to. With a problem of severity `error` there are no events.

    undoes: the action that the events take back. left: texts that couldn't become cards.
    """

    events: tuple[AnyEvent, ...] = ()
    problems: tuple[Problem, ...] = ()
    undoes: str | None = None
    left: tuple[str, ...] = ()


def refused(*problems: Problem) -> Decision:
    return Decision((), problems)


def candidate(facts: Facts, events: tuple[AnyEvent, ...]) -> Facts:
    """The facts as they would be after these events."""
    if not events:
        return facts
    changed = [place for event in events for place in touched(event)]
    return facts.after(folded(facts.state, [Action("", None, events, None)]), changed)


def offer_at(facts: Facts, place: Place) -> Offer:
    """What may be chosen at a place; what is chosen already may stay."""
    offered = facts.offered_at(place)
    kept = kept_options(facts, place, offered)
    return Offer({**{id: label for id, label, _ in offered}, **kept})


def given(facts: Facts, question: FieldQuestion, place: Place, stored: Stored) -> tuple[AnyEvent, ...]:
    """The event of an answer, none where it is there already. Links that are parked stay beside several."""
    was = facts.state.answers.get(place)
    if not isinstance(stored, str):
        stored = (*stored, *_parked(facts, question, place))
    return () if stored == was else (AnswerGiven(place, stored, was),)


def cleared(facts: Facts, question: FieldQuestion | None, place: Place) -> tuple[AnyEvent, ...]:
    """The event of an answer taken away. A parked link isn't seen, so nobody can mean to take it away."""
    was = facts.state.answers.get(place)
    if was is None:
        return ()
    if question is not None and (parked := _parked(facts, question, place)):
        several = isinstance(question, ChoiceQuestion) and question.pick is not None
        return (AnswerGiven(place, parked, was),) if several and parked != was else ()
    return (AnswerCleared(place, was),)


def _parked(facts: Facts, question: FieldQuestion, place: Place) -> tuple[str, ...]:
    if not isinstance(question, ChoiceQuestion):
        return ()
    return tuple(card.id for card in facts.lost_links(place))


def judged(
    facts: Facts, events: tuple[AnyEvent, ...], answers: tuple[tuple[FieldQuestion, Place], ...]
) -> Decision:
    """The events, unless a rule of the questions that they answer refuses them."""
    after = candidate(facts, events) if any(question.rules for question, _ in answers) else facts
    found = tuple(broken for question, place in answers for broken in broken_rules(after, question, place))
    stopped = tuple(broken for broken in found if broken.severity == "error")
    return Decision((), stopped) if stopped else Decision(events, found)
