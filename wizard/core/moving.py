"""What a number comes to when one of its inputs goes a little down or up, all else as it is. Says nothing.

Each input is moved in a copy of the state, which nobody keeps. Knows no store.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from wizard.core.expressions.operations import CONTEXT
from wizard.core.facts import Facts
from wizard.core.figures import why
from wizard.core.flow.model import MoneyQuestion, NumberQuestion, PercentQuestion, Sensitivity
from wizard.core.numbers import canonical, read_number
from wizard.core.problems import Place
from wizard.core.values import Card
from wizard.core.wording import question_of
from wizard.core.workings import Worked

_HUNDRED = Decimal(100)
_POINT = Decimal("0.01")
_Input = NumberQuestion | MoneyQuestion | PercentQuestion


class Moved(NamedTuple):
    """One number, to ask what moves it. entry: of `sensitivity` in the flow, counted from 0."""

    entry: int
    what: Worked


class Then(NamedTuple):
    """The number when an input is moved. to: the input then, as people read it. number: None where there is
    none, and `why`."""

    to: str
    number: Decimal | None
    why: str


class Effect(NamedTuple):
    """What the input at a place does to a number that is `now`.

    point: with one point less or more of a percentage; None where that can't be.
    """

    place: Place
    now: Decimal
    low: Then
    high: Then
    point: Then | None = None

    @property
    def size(self) -> Decimal:
        """How far the two ends are apart; one without a number counts as where the number is now."""
        low, high = (self.now if then.number is None else then.number for then in (self.low, self.high))
        return CONTEXT.abs(CONTEXT.subtract(high, low))

    @property
    def furthest(self) -> Decimal:
        return max(CONTEXT.abs(self.by(then)) for then in (self.low, self.high))

    @property
    def ends(self) -> bool:
        """Whether there is no number any more at one of its ends."""
        return self.low.number is None or self.high.number is None

    @property
    def matters(self) -> bool:
        thens = (self.low, self.high, self.point)
        return any(then is not None and then.number != self.now for then in thens)

    def by(self, then: Then) -> Decimal:
        """How far the number has moved; not at all where there is none."""
        return Decimal(0) if then.number is None else CONTEXT.subtract(then.number, self.now)


def movable(facts: Facts) -> tuple[Moved, ...]:
    """All numbers of which the flow says what may move them, in its order, card by card."""
    found: list[Moved] = []
    questions = {name: question for question, name in facts.flow.computed_fields}
    for entry, sensitivity in enumerate(facts.flow.file.sensitivity):
        for name in sensitivity.of:
            if name in questions:
                found += [Moved(entry, Worked(name, card)) for card in _cards(facts, questions[name])]
            else:
                found.append(Moved(entry, Worked(name)))
    return tuple(found)


def _cards(facts: Facts, question: str) -> list[Card]:
    value = facts.value(Place(question))
    return [item for item in value if isinstance(item, Card)] if isinstance(value, tuple) else []


def share_of(entry: Sensitivity) -> Decimal:
    """How far inputs are moved, as a share of one."""
    by = read_number(entry.by, percent=True)
    assert isinstance(by, Decimal), "the flow was checked"
    return CONTEXT.divide(by, _HUNDRED)


def effects(facts: Facts, moved: Moved) -> list[Effect]:
    """What each input does, the strongest first; those that do nothing are left out."""
    what, entry = moved.what, facts.flow.file.sensitivity[moved.entry]
    now = facts.worked_out(what)
    if not isinstance(now, Decimal):
        return []
    by = share_of(entry)
    found = [_effect(facts, what, place, by, now) for place in _inputs(facts, entry, what)]
    return sorted((one for one in found if one.matters), key=lambda one: (not one.ends, -one.size))


def _inputs(facts: Facts, entry: Sensitivity, what: Worked) -> Iterator[Place]:
    """The answers named by the flow that the number hangs on, in the order of the flow."""
    grounds = facts.grounds_of(what)
    for name in entry.vary:
        question, _, field = name.partition(".")
        of_cards = [Place(question, card.id, field) for card in _cards(facts, question)] if field else []
        for place in of_cards if field else [Place(question)]:
            if place in grounds and isinstance(facts.value(place), Decimal):
                yield place


def _effect(facts: Facts, what: Worked, place: Place, by: Decimal, now: Decimal) -> Effect:
    question, value = question_of(facts, place), facts.value(place)
    assert isinstance(question, _Input)
    assert isinstance(value, Decimal), "an input that isn't there is none"
    step = CONTEXT.abs(CONTEXT.multiply(value, by))
    low, high = (
        _then(facts, what, place, _within(question, end))
        for end in (CONTEXT.subtract(value, step), CONTEXT.add(value, step))
    )
    if not isinstance(question, PercentQuestion):
        return Effect(place, now, low, high)
    found = Effect(place, now, low, high)
    for point in (_POINT, -_POINT) if _is_better(facts, what, high, low) else (-_POINT, _POINT):
        end = CONTEXT.add(value, point)
        if _within(question, end) == end:
            found = found._replace(point=_then(facts, what, place, end))
            if found.point is not None and found.point.number is not None:
                break
    return found


def _is_better(facts: Facts, what: Worked, one: Then, other: Then) -> bool:
    """Which way a point is worth something: where there is a number, and more of it; of a time, less."""
    if one.number is None or other.number is None:
        return other.number is None
    computed, _ = facts.definition(what)
    return one.number < other.number if computed.as_ == "months" else one.number > other.number


def _within(question: _Input, moved: Decimal) -> Decimal:
    """No further than the question takes an answer; no share goes below nothing."""
    unit = _HUNDRED if isinstance(question, PercentQuestion) else Decimal(1)
    least = Decimal(0) if isinstance(question, PercentQuestion) else None
    if question.min is not None:
        least = CONTEXT.divide(question.min, unit)
    if least is not None:
        moved = max(moved, least)
    return moved if question.max is None else min(moved, CONTEXT.divide(question.max, unit))


def _then(facts: Facts, what: Worked, place: Place, moved: Decimal) -> Then:
    """The number in a world that differs in one answer."""
    state = facts.state.copied()
    state.answers[place] = canonical(moved)
    there = facts.after(state, (place,))
    number, to = there.worked_out(what), there.shown(there.value(place))
    return Then(to, number, "") if isinstance(number, Decimal) else Then(to, None, why(there, what))
