"""From what a person wants to do with a card to events, or to the problems that stand in its way."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import msgspec

from wizard.core.answers import is_empty, parse
from wizard.core.decision import Decision, candidate, cleared, given, judged, offer_at, refused
from wizard.core.events import AnyEvent, CardAdded, CardMoved, CardRemoved
from wizard.core.facts import Facts
from wizard.core.flow.flow import ExpressionSource, SetSource
from wizard.core.flow.model import CardsQuestion, FieldQuestion
from wizard.core.intents import AddCard, Raw
from wizard.core.judging import cards_at, pointing_at
from wizard.core.problems import Place, Problem, problem

MOST_CARDS = 500
_MOST_NAMES, _LONGEST_NAME = 6, 60  # of what points at a card, in the question whether to remove it


def add_card(facts: Facts, intent: AddCard, new_id: Callable[[], str]) -> Decision:
    place = Place(intent.question, row=intent.row)
    question = list_at(facts, place)
    if isinstance(question, Problem):
        return refused(question)
    listed = facts.state.cards.get(intent.question, ())
    if len(listed) >= MOST_CARDS:
        return refused(problem("card.too_many", place=place, most=MOST_CARDS))
    card = intent.card or new_id()
    if card in facts.state.owner:
        return refused(problem("card.id_taken", place=place, id=card))
    siblings = [item.id for item in cards_at(facts, place)]
    index = index_behind(listed, siblings, intent.index)
    added = CardAdded(intent.question, card, index, intent.row)
    return _with_fields(facts, question, card, intent.values, (added,))


def list_at(facts: Facts, place: Place) -> CardsQuestion | Problem:
    """The question whose list a new card would go to; a Problem where none can."""
    entry = facts.flow.entries.get(place.question)
    if entry is None or not isinstance(entry.question, CardsQuestion) or not facts.visible(place):
        return problem("answer.not_asked", place=place)
    if entry.step.each is not None and place.row is None:
        return problem("answers.loop_missing", place=place, loop=entry.step.each.name)
    return entry.question


def index_behind(listed: tuple[str, ...], siblings: list[str], index: int | None) -> int:
    """Where a card goes in the whole list, so that it stands at `index` among its siblings."""
    if index is None or not siblings or index >= len(siblings):
        return listed.index(siblings[-1]) + 1 if siblings else len(listed)
    return listed.index(siblings[max(0, index)])


def change_card(facts: Facts, question_id: str, card: str, values: Mapping[str, Raw]) -> Decision:
    question = facts.flow.question_at(Place(question_id))
    if not isinstance(question, CardsQuestion) or not facts.card_visible(card, question_id):
        return refused(problem("card.gone", place=Place(question_id)))
    return _with_fields(facts, question, card, values, ())


def _with_fields(
    facts: Facts,
    question: CardsQuestion,
    card: str,
    values: Mapping[str, Raw],
    events: tuple[AnyEvent, ...],
) -> Decision:
    """The events that fill the fields of a card, in their order: later options may hang on earlier fields."""
    fields = facts.flow.fields[question.id]
    strange = tuple(
        problem("card.no_such_field", place=Place(question.id), field=name)
        for name in values
        if name not in fields or fields[name].loop
    )
    problems = list(strange)
    answers: list[tuple[FieldQuestion, Place]] = []
    now, pending = candidate(facts, events), len(events)
    for name in (name for name in fields if name in values and not fields[name].loop):
        place = Place(question.id, card, name)
        if len(events) > pending and _hangs_on_card(facts, place):
            now, pending = candidate(facts, events), len(events)
        if is_empty(values[name]):
            events += cleared(now, fields[name].question, place)
            continue
        offer = offer_at(now, place)
        stored = parse(fields[name].question, values[name], offer, facts.currency, facts.language)
        if isinstance(stored, Problem):
            problems.append(msgspec.structs.replace(stored, place=place))
        elif changed := given(now, fields[name].question, place, stored):
            events += changed
            answers.append((fields[name].question, place))
    if problems:
        return Decision((), tuple(problems))
    return judged(facts, events, tuple(answers))


def _hangs_on_card(facts: Facts, place: Place) -> bool:
    """Whether what a field offers can depend on the other fields of its card."""
    source = facts.flow.sources.get((place.question, place.field or "", "options"))
    if isinstance(source, SetSource):
        return any(option.when is not None for option in source.options.values())
    return isinstance(source, ExpressionSource)


def move_card(facts: Facts, question: str, card: str, index: int) -> Decision:
    listed = facts.state.cards.get(question, ())
    if card not in listed:
        return refused(problem("card.gone", place=Place(question)))
    row = facts.state.rows.get(card)
    siblings = [item.id for item in cards_at(facts, Place(question, row=row)) if item.id != card]
    was = listed.index(card)
    if not siblings:
        return Decision()
    others = tuple(id for id in listed if id != card)
    to = index_behind(others, siblings, index)
    return Decision((CardMoved(question, card, to, was),) if to != was else ())


def _few(names: tuple[str, ...]) -> tuple[str, ...]:
    """The first of many names, with a sign where there are more, and the beginning of long ones."""
    short = tuple(name if len(name) <= _LONGEST_NAME else name[: _LONGEST_NAME - 1] + "…" for name in names)
    return short if len(short) <= _MOST_NAMES else (*short[: _MOST_NAMES - 1], "…")


def remove_card(facts: Facts, question: str, card: str, sure: bool) -> Decision:
    listed = facts.state.cards.get(question, ())
    if card not in listed:
        return refused(problem("card.gone", place=Place(question)))
    pointing = pointing_at(facts, card)
    if pointing and not sure:
        return refused(problem("card.pointed_at", place=Place(question, card), cards=_few(pointing)))
    return Decision((CardRemoved(question, card, listed.index(card), facts.state.rows.get(card)),))
