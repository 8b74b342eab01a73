"""From a pasted text to the cards that it makes, all in one action, and the lines that can't be cards yet."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from wizard.core.answers import parse
from wizard.core.decide_cards import MOST_CARDS, index_behind, list_at
from wizard.core.decision import Decision, candidate, offer_at, refused
from wizard.core.events import AnswerGiven, AnyEvent, CardAdded, Stored
from wizard.core.facts import Facts
from wizard.core.flow.model import CardsQuestion, FieldQuestion
from wizard.core.intents import AddCards
from wizard.core.judging import broken_rules, cards_at
from wizard.core.pasted import card_texts
from wizard.core.problems import Detail, Place, Problem, Severity, problem
from wizard.core.values import Card
from wizard.core.words import sentence

_NAMED_AT_MOST = 3
_CUT_AT = 40


class _Line(NamedTuple):
    """A line and the card that it would make. stored: its first field; a Problem where it can't be read."""

    text: str
    card: str
    stored: Stored | Problem


def add_cards(facts: Facts, intent: AddCards, new_id: Callable[[], str]) -> Decision:
    """A card for every line that can be one; `left` are the others. Where none can, nothing happens.

    Rules that only tell are quiet here: what they say stands at each card.
    """
    place = Place(intent.question, row=intent.row)
    question = list_at(facts, place)
    if isinstance(question, Problem):
        return refused(question)
    texts = card_texts(intent.texts)
    room = MOST_CARDS - len(facts.state.cards.get(intent.question, ()))
    if len(texts) > room:
        return refused(problem("card.too_many_at_once", place=place, found=len(texts), room=room))
    field = _first_field(facts, question, intent.row)
    offer = offer_at(facts, Place(question.id, None, field.id, intent.row))
    lines = [
        _Line(text, new_id(), parse(field, text, offer, facts.currency, facts.language)) for text in texts
    ]
    reasons = _reasons(facts, place, field, lines)
    good = [line for line in lines if line.card not in reasons]
    left = tuple(line.text for line in lines if line.card in reasons)
    told = _told(place, lines, reasons, "warn" if good else "error")
    return Decision(_events(facts, place, field, good), told, left=left)


def _first_field(facts: Facts, question: CardsQuestion, row: str | None) -> FieldQuestion:
    """The field with which a new card begins."""
    local = facts.new_card_local(Card("", question.id), row)
    asked = (field for field in question.fields if facts.holds(field.when, local))
    return next(asked, question.fields[0])


def _events(facts: Facts, place: Place, field: FieldQuestion, lines: Sequence[_Line]) -> tuple[AnyEvent, ...]:
    siblings = [card.id for card in cards_at(facts, place)]
    index = index_behind(facts.state.cards.get(place.question, ()), siblings, None)
    events: list[AnyEvent] = []
    for at, line in enumerate(lines, index):
        if not isinstance(line.stored, Problem):
            events.append(CardAdded(place.question, line.card, at, place.row))
            events.append(AnswerGiven(Place(place.question, line.card, field.id), line.stored))
    return tuple(events)


def _reasons(facts: Facts, place: Place, field: FieldQuestion, lines: Sequence[_Line]) -> dict[str, str]:
    """Why lines can't be cards: the id that each would have -> a sentence."""
    reasons = {line.card: sentence(line.stored) for line in lines if isinstance(line.stored, Problem)}
    if not any(rule.severity == "error" for rule in field.rules):
        return reasons
    after = candidate(facts, _events(facts, place, field, lines))
    for line in lines:
        if line.card not in reasons:
            broken = broken_rules(after, field, Place(place.question, line.card, field.id))
            stopped = [sentence(found) for found in broken if found.severity == "error"]
            reasons |= {line.card: " ".join(stopped)} if stopped else {}
    return reasons


def _told(
    place: Place, lines: Sequence[_Line], reasons: dict[str, str], severity: Severity
) -> tuple[Problem, ...]:
    """One problem for each reason, with the first lines that it is about."""
    problems = []
    for why in dict.fromkeys(reasons.values()):
        texts = [line.text for line in lines if reasons.get(line.card) == why]
        named = [f"“{_cut(text)}”" for text in texts[:_NAMED_AT_MOST]]
        more = ["…"] if len(texts) > len(named) else []
        details: dict[str, Detail] = {"found": len(texts), "texts": (*named, *more), "why": why}
        problems.append(Problem("card.lines_refused", details, place, severity=severity))
    return tuple(problems)


def _cut(text: str) -> str:
    return text if len(text) <= _CUT_AT else text[: _CUT_AT - 1].rstrip() + "…"
