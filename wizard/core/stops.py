"""Where a person may stand: the questions in their order, the review of each step, the end."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from wizard.core.facts import Facts
from wizard.core.flow.flow import Entry
from wizard.core.flow.model import CardsQuestion, Step
from wizard.core.judging import status
from wizard.core.problems import Place
from wizard.core.where import END, Stop


def stops(facts: Facts) -> tuple[Stop, ...]:
    """All stops in their order: for each visible step its questions, then its review; last the end."""
    return facts.known(("stops",), lambda: tuple(_stops(facts)))


def _stops(facts: Facts) -> Iterator[Stop]:
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
    """That stop, or the one that took its place: the same step's next, where a question was hidden."""
    all_stops = stops(facts)
    if wanted in all_stops:
        return wanted
    order = [step.id for step in facts.flow.steps]
    rank = order.index(wanted.step) if wanted.step in order else len(order)
    for stop in all_stops:
        if stop.step == wanted.step or (stop.step in order and order.index(stop.step) > rank):
            return stop
    return END


def stop_at(facts: Facts, place: Place) -> Stop | None:
    """Where a place is asked: the stop of its question. None where it isn't asked now."""
    for stop in stops(facts):
        if stop.place is None:
            continue
        if stop.place == place:
            return stop
        if stop.place.question == place.question and stop.place.field is None:
            if stop.place.row is None or place.card is None:
                if stop.place.row is None or stop.place.row == place.row:
                    return stop
            elif facts.state.rows.get(place.card) == stop.place.row:
                return stop
    return None


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
    """done: questions answered or passed. total: all that are visible."""

    done: int
    total: int

    @property
    def share(self) -> float:
        return self.done / self.total if self.total else 0.0


def progress(facts: Facts, step: str | None = None) -> Progress:
    """How far the workshop is, or one step of it."""
    places = [
        stop.place for stop in stops(facts) if stop.place is not None and (step is None or stop.step == step)
    ]
    done = sum(status(facts, place) in ("answered", "passed", "unknown") for place in places)
    return Progress(done, len(places))
