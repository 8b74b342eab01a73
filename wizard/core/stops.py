"""Where a person may stand: the questions in their order, the review of each step, the end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

import msgspec

from wizard.core.facts import Facts
from wizard.core.flow.flow import Entry
from wizard.core.flow.model import CardsQuestion, Step
from wizard.core.judging import status
from wizard.core.problems import Place
from wizard.core.where import END, Stop


def stops(facts: Facts) -> tuple[Stop, ...]:
    """All stops in their order: for each visible step its questions, then its review; last the end."""
    return facts.known(_stops)


def _stops(facts: Facts) -> tuple[Stop, ...]:
    return tuple(_in_order(facts))


def _in_order(facts: Facts) -> Iterator[Stop]:
    for step in facts.flow.steps:
        if facts.step_visible(step):
            yield from _of_step(facts, step)
            yield Stop(step.id)
    yield END


def _of_step(facts: Facts, step: Step) -> Iterator[Stop]:
    entries = tuple(facts.flow.of_step(step.id))
    if step.each is None:
        for entry in entries:
            place = Place(entry.question.id)
            if facts.visible(place):
                yield Stop(step.id, place)
        return
    for card in facts.loop_cards(step):
        for entry in entries:
            place = place_of(entry, card.id)
            if facts.visible(place):
                yield Stop(step.id, place, card.id)


def place_of(entry: Entry, card: str | None) -> Place:
    """The place of a question; in an `each` step, for one loop card."""
    if entry.cards is None or card is None:
        return Place(entry.question.id)
    if isinstance(entry.question, CardsQuestion):
        return Place(entry.question.id, row=card)
    return Place(entry.cards, card, entry.question.id)


def nearest(facts: Facts, wanted: Stop) -> Stop:
    """That stop, or the one that took its place: where a question was hidden, the next behind it."""
    all_stops = stops(facts)
    if wanted in all_stops:
        return wanted
    steps = {step.id: number for number, step in enumerate(facts.flow.steps)}
    place = _rank(facts, steps, wanted)
    return next((stop for stop in all_stops if _rank(facts, steps, stop) >= place), END)


def _rank(facts: Facts, steps: Mapping[str, int], stop: Stop) -> tuple[int, int, int]:
    """Where a stop is in the flow, whether anybody can stand there or not; a lost card comes first."""
    number = steps.get(stop.step, len(steps))
    if stop.place is None:
        return number, len(facts.state.owner) + 1, 0
    cards = facts.state.cards.get(facts.state.owner.get(stop.card or "", ""), ())
    card = cards.index(stop.card) + 1 if stop.card in cards else 0
    entry = facts.flow.entries.get(stop.place.field or stop.place.question)
    return number, card, entry.order if entry is not None else 0


def stop_at(facts: Facts, place: Place) -> Stop | None:
    """Where a place is asked: its own stop, else that of its question. None where it isn't asked now."""
    asked = [(stop.place, stop) for stop in stops(facts) if stop.place is not None]
    row = facts.state.rows.get(place.card) if place.card is not None else place.row
    return next(
        (stop for at, stop in asked if at == place),
        next((stop for at, stop in asked if _holds(at, place.question, row)), None),
    )


def _holds(asked: Place, question: str, row: str | None) -> bool:
    """Whether what is asked there is that question; in an `each` step, for that loop card."""
    return asked.question == question and asked.field is None and asked.row in (None, row)


def after(facts: Facts, here: Stop) -> Stop:
    all_stops = stops(facts)
    index = all_stops.index(here) if here in all_stops else -1
    return all_stops[min(index + 1, len(all_stops) - 1)]


def before(facts: Facts, here: Stop) -> Stop:
    all_stops = stops(facts)
    index = all_stops.index(here) if here in all_stops else 0
    return all_stops[max(index - 1, 0)]


def first_open(facts: Facts) -> Stop:
    """Where work goes on: the first question that was neither answered nor passed, else the end."""
    for stop in stops(facts):
        if stop.place is not None and status(facts, stop.place) in ("open", "unfinished"):
            return stop
    return END


class Progress(msgspec.Struct, frozen=True):
    """done: questions answered or passed. total: all that are visible. answered: those that were answered."""

    done: int
    total: int
    answered: int = 0

    @property
    def share(self) -> float:
        return self.done / self.total if self.total else 0.0


def progress(facts: Facts, step: str | None = None) -> Progress:
    """How far the workshop is, or one step of it."""
    by_step = facts.known(_by_step)
    if step is not None:
        return by_step.get(step, Progress(0, 0))
    steps = by_step.values()
    return Progress(
        sum(one.done for one in steps), sum(one.total for one in steps), sum(one.answered for one in steps)
    )


def _by_step(facts: Facts) -> Mapping[str, Progress]:
    done: Counter[str] = Counter()
    total: Counter[str] = Counter()
    answered: Counter[str] = Counter()
    for stop in stops(facts):
        if stop.place is not None:
            total[stop.step] += 1
            found = status(facts, stop.place)
            done[stop.step] += found in ("answered", "passed", "unknown")
            answered[stop.step] += found == "answered"
    return {step: Progress(done[step], count, answered[step]) for step, count in total.items()}
