"""From a name that isn't on offer to a new card of that name and the link to it, in one action."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from wizard.core.answers import is_empty, parse
from wizard.core.decide_cards import add_card
from wizard.core.decision import Decision, candidate, given, judged, offer_at, refused
from wizard.core.facts import Facts
from wizard.core.flow.model import ChoiceQuestion
from wizard.core.intents import AddCard, LinkNewCard
from wizard.core.offers import creations
from wizard.core.problems import Problem, problem


def link_new_card(facts: Facts, intent: LinkNewCard, new_id: Callable[[], str]) -> Decision:
    """Make a card in a list that the place offers cards of, and choose it there.

    Where the place is a field of a card that isn't there yet, that card begins with it.
    """
    place = intent.place
    question = facts.flow.question_at(place)
    wanted = next((one for one in creations(facts, place) if one.question == intent.question), None)
    if wanted is None or not isinstance(question, ChoiceQuestion):
        return refused(problem("card.not_here", place=place))
    if is_empty(intent.text):
        return refused(problem("answer.required", place=place))
    host = new_id() if place.field is not None and place.card is None else None
    linked = new_id()
    made = add_card(
        facts, AddCard(intent.question, {wanted.field: intent.text}, wanted.row, card=linked), new_id
    )
    if not made.events:
        return made
    raw = (*intent.chosen, linked) if question.pick is not None else linked
    now = candidate(facts, made.events)
    if host is not None:
        values = {**intent.values, place.field or "": raw}
        begun = add_card(now, AddCard(place.question, values, place.row, card=host), new_id)
        return _together(made, begun)
    stored = parse(question, raw, offer_at(now, place), facts.currency, facts.language)
    if isinstance(stored, Problem):
        return refused(msgspec.structs.replace(stored, place=place))
    answered = given(now, question, place, stored)
    return _together(made, judged(now, answered, ((question, place),)))


def _together(first: Decision, then: Decision) -> Decision:
    """Two decisions as one: what stands in the way of the second one stops both."""
    if any(found.severity == "error" for found in then.problems):
        return Decision((), then.problems)
    return Decision((*first.events, *then.events), (*first.problems, *then.problems))
