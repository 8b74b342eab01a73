"""What a review shows: the answers as a list of tasks, what is left, what has changed. Judges nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from wizard.core.facts import Facts
from wizard.core.flow.model import CardsQuestion, MatrixQuestion
from wizard.core.inputs import input_at, message
from wizard.core.judging import blanks, cards_at, issues, status
from wizard.core.problems import Place
from wizard.core.screen import ChangeView, ReviewLine
from wizard.core.stops import stop_at, stops
from wizard.core.tongue import t
from wizard.core.versions import Change
from wizard.core.where import END, Stop
from wizard.core.wording import asked
from wizard.core.words import changes as words
from wizard.core.words.reviews import ALL_ANSWERED, COUNTS, NOTHING_OPEN
from wizard.core.words.reviews import counted as in_words


def review(facts: Facts, here: Stop) -> tuple[ReviewLine, ...]:
    """The answers of a step; at the end, of all steps."""
    return tuple(_lines(facts, here))


def _lines(facts: Facts, here: Stop) -> Iterator[ReviewLine]:
    steps = {step.id: step for step in facts.flow.steps}
    for stop in stops(facts):
        if stop.place is None or (here != END and stop.step != here.step):
            continue
        step = steps[stop.step]
        view = input_at(facts, stop.place)
        found = tuple(message(one) for one in issues(facts, stop.place))
        state, blank = status(facts, stop.place), blanks(facts, stop.place)
        yield ReviewLine(
            stop=stop,
            ask=view.ask,
            status=state,
            lines=tuple(answer_lines(facts, stop.place)),
            note=view.note,
            messages=found,
            title=facts.prose(step.title, facts.loop_local(step, stop.card)),
            blanks=blank,
            settled=state == "answered" and not blank and all(one.severity == "tip" for one in found),
        )


def answer_lines(facts: Facts, place: Place) -> Iterator[str]:
    """An answer as lines: one a card, one a row of a matrix."""
    question = facts.flow.question_at(place)
    if isinstance(question, CardsQuestion):
        yield from (facts.face(card) for card in cards_at(facts, place))
    elif isinstance(question, MatrixQuestion):
        for row, label, _ in facts.offered(question.id, axis="rows"):
            cells = [
                f"{name}: {text}"
                for column, name, _ in facts.offered(question.id, axis="columns")
                if (text := facts.shown(facts.value(Place(question.id, row=row, column=column))))
            ]
            if cells:
                yield f"{label}: {', '.join(cells)}"
    elif text := facts.shown(facts.value(place)):
        yield text


def counted(lines: Iterable[ReviewLine], aside: int) -> tuple[str, ...]:
    """How much is left to do, in a few words each: "3 open", "2 skipped", "1 kept aside"."""
    lines = tuple(lines)
    counts = Counter[str](line.status for line in lines)
    counts["aside"] = aside
    counts["blanks"] = sum(line.blanks for line in lines)
    return tuple(in_words(status, counts[status]) for status in COUNTS if counts[status])


def summed_up(lines: Iterable[ReviewLine]) -> str:
    """That everything is answered, or at least nothing open; '' where something is."""
    lines = tuple(lines)
    statuses = {line.status for line in lines}
    if not statuses <= {"answered", "passed", "unknown"}:
        return ""
    everything = statuses <= {"answered"} and not any(line.blanks for line in lines)
    return t(ALL_ANSWERED) if everything else t(NOTHING_OPEN)


# What has changed


def changed(facts: Facts, found: tuple[Change, ...], here: Stop) -> tuple[ChangeView, ...]:
    """Changes as they are told; at the review of a step only its own."""
    views = (_view(facts, change) for change in found)
    steps = {entry.question.id: entry.step.id for entry in facts.flow.entries.values()}
    return tuple(
        view
        for view, change in zip(views, found, strict=True)
        if here == END or _step(facts, change.place, steps) == here.step
    )


def _step(facts: Facts, place: Place, steps: dict[str, str]) -> str:
    """The step that asks for a place."""
    field = facts.flow.fields.get(place.question, {}).get(place.field or "")
    return field.entry.step.id if field is not None and field.entry is not None else steps[place.question]


def _view(facts: Facts, change: Change) -> ChangeView:
    place = change.place
    if place.card is not None and place.field is None:  # of a list, which may be asked for each loop card
        place = Place(place.question, row=facts.state.rows.get(place.card))
    return ChangeView(
        sign=_SIGNS[change.kind],
        ask=asked(facts, place),
        said=said(change),
        stop=stop_at(facts, change.place),
    )


_SIGNS = {
    "added": "+",
    "answered": "+",
    "removed": "−",
    "parked": "−",
    "taken_back": "−",
    "unasked": "−",
    "renamed": "~",
    "changed": "~",
    "linked": "~",
}
_SAID = {
    "added": words.ADDED,
    "removed": words.REMOVED,
    "parked": words.PARKED,
    "renamed": words.RENAMED,
    "answered": words.ANSWERED,
    "changed": words.CHANGED,
    "taken_back": words.TAKEN_BACK,
    "unasked": words.UNASKED,
}


def said(change: Change) -> str:
    """A change in words, to stand behind its question."""
    was, now = ", ".join(change.was), ", ".join(change.now)
    if change.kind in ("added", "removed", "parked", "renamed"):
        return t(_SAID[change.kind], card=change.card, was=was, now=now)
    told = _linked(was, now, len(change.was), len(change.now))
    if change.kind != "linked":
        told = t(_SAID[change.kind], was=was, now=now)
    return t(words.OF_CARD, card=change.card, said=told) if change.card else told


def _linked(was: str, now: str, gone: int, came: int) -> str:
    if gone == came == 1:
        return t(words.MOVED, was=was, now=now)
    linked, unlinked = t(words.LINKED, now=now), t(words.UNLINKED, was=was)
    if was and now:
        return t(words.BOTH, linked=linked, unlinked=unlinked)
    return linked if now else unlinked
