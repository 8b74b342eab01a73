"""What stands against the answers as they are now: rules, counts, what is required. Judges; changes nothing."""

from __future__ import annotations

from collections.abc import Iterator

from wizard.core.expressions import truth
from wizard.core.facts import Facts, Local
from wizard.core.flow.flow import SetSource
from wizard.core.flow.model import Asked, CardsQuestion, ChoiceQuestion, MatrixQuestion
from wizard.core.problems import Place, Problem, problem
from wizard.core.screen import Status
from wizard.core.values import Blank, Card


def status(facts: Facts, place: Place) -> Status:
    """How far a question is: of a `cards` question inside an `each` step, for the loop card in `row`."""
    return facts.known(("status", place), lambda: _status(facts, place))


def _status(facts: Facts, place: Place) -> Status:
    question = facts.flow.question_at(place)
    if isinstance(question, CardsQuestion):
        if cards_at(facts, place):
            return "unfinished" if any(_of_cards(facts, question, place)) else "answered"
    elif isinstance(question, MatrixQuestion):
        wanted, filled = cells_at(facts, place.question)
        if filled and filled == wanted:
            return "answered"
        if filled and place not in facts.state.passed:
            return "unfinished"
    elif facts.stored(place) is not None:
        return "answered"
    passed = _passed(facts, place)
    return "open" if passed is None else "unknown" if passed else "passed"


def _passed(facts: Facts, place: Place) -> bool | None:
    facts.stored(place)  # so that the passing is noticed as a reading of this place
    return facts.state.passed.get(place)


def cards_at(facts: Facts, place: Place) -> tuple[Card, ...]:
    """The visible cards of a question; inside an `each` step, those of the loop card in `row`."""
    cards = facts.value(Place(place.question))
    found = cards if isinstance(cards, tuple) else ()
    rows = facts.state.rows
    return tuple(
        card for card in found if isinstance(card, Card) and (place.row is None or rows.get(card.id) == place.row)
    )


def cells_at(facts: Facts, question: str) -> tuple[int, int]:
    """How many cells a matrix has, and how many of them are filled."""
    rows, columns = (facts.offered(question, axis=axis) for axis in ("rows", "columns"))
    places = [Place(question, row=row[0], column=column[0]) for row in rows for column in columns]
    return len(places), sum(facts.stored(place) is not None for place in places)


def issues(facts: Facts, place: Place) -> tuple[Problem, ...]:
    """Everything that stands against going on from a question, and what is only worth telling."""
    return facts.known(("issues", place), lambda: tuple(_issues(facts, place)))


def _issues(facts: Facts, place: Place) -> Iterator[Problem]:
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
    else:
        yield from _of_answer(facts, question, place)


def _of_answer(facts: Facts, question: Asked, place: Place) -> Iterator[Problem]:
    if facts.stored(place) is None:
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

    def work_out() -> tuple[Problem, ...]:
        found: list[Problem] = []
        for field in question.fields:
            place = Place(question.id, card.id, field.id)
            if facts.visible(place):
                found.extend(_of_answer(facts, field, place))
        return tuple(found)

    return facts.known(("card issues", card.id), work_out)


def _not_offered(facts: Facts, question: Asked, place: Place) -> Iterator[Problem]:
    """A choice that isn't on offer any more stays, is seen, and is worth a word."""
    if not isinstance(question, ChoiceQuestion):
        return
    stored = facts.stored(place) or ()
    offered = {id for id, _, _ in facts.offered(place.question, place.field or "", place.card or place.row)}
    for id in (stored,) if isinstance(stored, str) else stored:
        if id not in offered and (label := _label(facts, place, id)):
            yield problem("answer.not_offered", place=place, severity="warn", text=label)


def _label(facts: Facts, place: Place, id: str) -> str:
    """What a chosen option is called; '' for a card that is gone: that link is parked, not seen."""
    source = facts.flow.sources.get((place.question, place.field or "", "options"))
    if isinstance(source, SetSource):
        return source.options[id].label if id in source.options else id
    owner = facts.state.owner.get(id)
    return facts.face(Card(id, owner)) if owner and facts.card_visible(id, owner) else ""


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


def pointing_at(facts: Facts, card: str) -> tuple[Card, ...]:
    """The visible cards that link to a card, in the order of the flow."""
    found: list[Card] = []
    for question in facts.flow.link_fields:
        cards = facts.value(Place(question))
        for item in cards if isinstance(cards, tuple) else ():
            if isinstance(item, Card) and any(link.id == card for link in facts.links(item)):
                found.append(item)
    return tuple(found)
