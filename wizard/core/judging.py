"""What stands against the answers as they are now: rules, counts, what is required. Changes nothing."""

from __future__ import annotations

from collections.abc import Iterator

from wizard.core.expressions import truth
from wizard.core.facts import Facts
from wizard.core.flow.model import Asked, CardsQuestion, ChoiceQuestion, MatrixQuestion
from wizard.core.naming import Local
from wizard.core.offers import kept_options
from wizard.core.problems import Place, Problem, problem
from wizard.core.screen import Status
from wizard.core.values import Blank, Card, Grid


def status(facts: Facts, place: Place) -> Status:
    """How far a question is: of a `cards` question inside an `each` step, for the loop card in `row`."""
    return facts.known(_status, place)


def is_answered(facts: Facts, place: Place) -> bool:
    """Whether there is an answer that counts: a link whose cards are all gone doesn't."""
    value = facts.value(place)
    return facts.stored(place) is not None and not isinstance(value, Blank) and value != ()


def _status(facts: Facts, place: Place) -> Status:
    question = facts.flow.question_at(place)
    passed = facts.said(place).passed
    if isinstance(question, CardsQuestion):
        if cards_at(facts, place):
            stopped = any(found.severity == "error" for found in issues(facts, place))
            return "unfinished" if stopped else "answered"
    elif isinstance(question, MatrixQuestion) and place.column is None:
        wanted, filled = cells_at(facts, place.question)
        if filled and filled == wanted:
            return "answered"
        if filled and passed is None:
            return "unfinished"
    elif is_answered(facts, place):
        return "answered"
    return "open" if passed is None else "unknown" if passed else "passed"


def cards_at(facts: Facts, place: Place) -> tuple[Card, ...]:
    """The visible cards of a question; inside an `each` step, those of the loop card in `row`."""
    cards = facts.value(Place(place.question))
    found = cards if isinstance(cards, tuple) else ()
    rows = facts.state.rows
    return tuple(
        card
        for card in found
        if isinstance(card, Card) and (place.row is None or rows.get(card.id) == place.row)
    )


def cells_at(facts: Facts, question: str) -> tuple[int, int]:
    """How many cells a matrix has, and how many of them are filled."""
    rows, columns = (facts.offered(question, axis=axis) for axis in ("rows", "columns"))
    places = [Place(question, row=row[0], column=column[0]) for row in rows for column in columns]
    return len(places), sum(facts.stored(place) is not None for place in places)


def issues(facts: Facts, place: Place) -> tuple[Problem, ...]:
    """Everything that stands against going on from a question, and what is only worth telling."""
    return facts.known(_issues, place)


def _issues(facts: Facts, place: Place) -> tuple[Problem, ...]:
    return tuple(_found_at(facts, place))


def _found_at(facts: Facts, place: Place) -> Iterator[Problem]:
    question = facts.flow.question_at(place)
    if question is None or not facts.visible(place):
        return
    if isinstance(question, CardsQuestion):
        yield from _of_count(facts, question, place)
        yield from _of_cards(facts, question, place)
        yield from broken_rules(facts, question, place)
    elif isinstance(question, MatrixQuestion):
        wanted, filled = cells_at(facts, place.question)
        if question.required and filled < wanted:
            yield problem("answer.cells_missing", place=place, missing=wanted - filled)
        yield from broken_rules(facts, question, place)
    else:
        yield from _of_answer(facts, question, place)


def _of_answer(facts: Facts, question: Asked, place: Place) -> Iterator[Problem]:
    if not is_answered(facts, place):
        if question.required:
            yield problem("answer.required", place=place)
        return
    yield from _not_offered(facts, question, place)
    yield from broken_rules(facts, question, place)


def _of_count(facts: Facts, question: CardsQuestion, place: Place) -> Iterator[Problem]:
    found = len(cards_at(facts, place))
    if question.required and not found and (question.count is None or question.count.low == 0):
        yield problem("answer.cards_missing", place=place, least=1, found=0)
    if question.count is None:
        return
    low, high = question.count.low, question.count.high
    if found < low:
        yield problem("answer.cards_missing", place=place, least=low, found=found)
    if high is not None and found > high:
        yield problem("answer.cards_too_many", place=place, most=high, found=found)


def _of_cards(facts: Facts, question: CardsQuestion, place: Place) -> Iterator[Problem]:
    for card in cards_at(facts, place):
        for problem_ in of_card(facts, question, card):
            if problem_.severity == "error":
                yield problem_


def of_card(facts: Facts, question: CardsQuestion, card: Card) -> tuple[Problem, ...]:
    """What stands against one card: required fields that are empty, rules broken by what came later."""
    return facts.known(_of_fields, question.id, card.id)


def _of_fields(facts: Facts, question: str, card: str) -> tuple[Problem, ...]:
    asked = ((field, Place(question, card, id)) for id, field in facts.flow.fields[question].items())
    return tuple(
        found
        for field, place in asked
        if field.entry is None and not field.loop and facts.visible(place)
        for found in _of_answer(facts, field.question, place)
    )


def blanks(facts: Facts, place: Place) -> int:
    """How many cards of a question have fields that nobody has answered, skipped or said not to know."""
    return len(unfinished(facts, place))


def unfinished(facts: Facts, place: Place) -> list[Card]:
    """Those cards, in their order."""
    question = facts.flow.question_at(place)
    if not isinstance(question, CardsQuestion):
        return []
    return [card for card in cards_at(facts, place) if facts.known(_has_blanks, card)]


def _has_blanks(facts: Facts, card: Card) -> bool:
    question = facts.flow.entries[card.question].question
    assert isinstance(question, CardsQuestion)
    places = (Place(card.question, card.id, field.id) for field in question.fields)
    return any(facts.visible(place) and status(facts, place) == "open" for place in places)


def _not_offered(facts: Facts, question: Asked, place: Place) -> Iterator[Problem]:
    """A choice that isn't on offer any more stays, is seen, and is worth a word."""
    if not isinstance(question, ChoiceQuestion):
        return
    for label in kept_options(facts, place, facts.offered_at(place)).values():
        yield problem("answer.not_offered", place=place, severity="warn", text=label)


def broken_rules(facts: Facts, question: Asked, place: Place) -> tuple[Problem, ...]:
    """The rules that speak about the answer as it is; one that waits passes."""
    if not question.rules:
        return ()
    value = facts.value(place)
    if isinstance(value, Blank):
        return ()
    local: Local = {**facts.local_at(place), "this": value}
    return tuple(
        problem("answer.rule", place=place, severity=rule.severity, say=facts.prose(rule.say, local))
        for rule in question.rules
        if truth(facts.outcome(rule.when, local)) is True
    )


def pointing_at(facts: Facts, card: str) -> tuple[str, ...]:
    """What links to a card, in the order of the flow: cards by their faces, questions by what they ask."""
    found: list[str] = []
    for id, entry in facts.flow.entries.items():
        value = facts.value(Place(id))
        items = value if isinstance(value, tuple) else (value,)
        if isinstance(entry.question, CardsQuestion):
            cards = (item for item in items if isinstance(item, Card))
            found += (
                facts.face(item) for item in cards if any(link.id == card for link in facts.links(item))
            )
        elif isinstance(value, Grid):
            points = any(card in cell for cell in value.cells)
            found += [facts.prose(entry.question.ask, {})] if points else []
        elif any(isinstance(item, Card) and item.id == card for item in items):
            found.append(facts.prose(entry.question.ask, {}))
    return tuple(found)
