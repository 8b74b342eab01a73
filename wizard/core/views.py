"""The Screen, built from the facts: what a person sees at the stop where they stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from wizard.core.badges import badges
from wizard.core.blocks import blocks, finding_views
from wizard.core.card_views import card_view, with_typed
from wizard.core.coach import findings
from wizard.core.deeds import deed, root_of
from wizard.core.facts import Facts
from wizard.core.flow.model import CardsQuestion, MatrixQuestion, Step
from wizard.core.gridded import grid
from wizard.core.inputs import blank_fields, cell_input, input_at
from wizard.core.judging import cards_at, issues
from wizard.core.offers import called
from wizard.core.parked import parked
from wizard.core.problems import Place
from wizard.core.reviewing import changed, counted, review, summed_up
from wizard.core.screen import (
    AxisView,
    CellView,
    Message,
    ParkedLine,
    QuestionView,
    Screen,
    StepStatus,
    StepView,
)
from wizard.core.stops import progress, stops
from wizard.core.titles import step_title
from wizard.core.undoing import turns
from wizard.core.values import Card
from wizard.core.versions import Change, points
from wizard.core.where import END, Stop


def screen(
    facts: Facts,
    workshop: str,
    stop: Stop,
    *,
    viewer: str | None = None,
    messages: tuple[Message, ...] = (),
    returns: bool = False,
    changes: tuple[Change, ...] = (),
    typed: Mapping[Place, str] | None = None,
) -> Screen:
    """All that this viewer may see at this stop. messages: what the last intent led to.

    changes: since the last version, where the stop is a review. typed: texts that aren't answers yet.
    """
    flow, state = facts.flow, facts.state
    step = next((step for step in flow.steps if step.id == stop.step), None)
    local = facts.loop_local(step, stop.card) if step is not None else {}
    done, undone = turns(state.actions, viewer)
    steps = tuple(_steps(facts, stop))
    told = finding_views(facts, everything=stop == END)
    everything, versions = stops(facts), points(state)
    lines = review(facts, stop) if stop.place is None else ()
    aside = _parked(facts, stop) if stop.place is None else ()
    return Screen(
        workshop=workshop,
        position=state.position,
        name=state.name,
        flow=flow.file.title,
        currency=facts.currency,
        progress=progress(facts).share,
        steps=steps,
        stop=stop,
        step=next((view for view in steps if view.id == stop.step), None),
        card=facts.face(Card(stop.card, _owner(facts, stop.card))) if stop.card else "",
        teach=facts.prose(step.teach, local) if step else "",
        facilitator=facts.prose(step.facilitator, local) if step else "",
        gallery=bool(flow.file.learn),
        numbers=bool(flow.titled),
        question=_question(facts, stop, typed or {}) if stop.place is not None else None,
        review=lines,
        parked=aside,
        counts=counted(lines, len(aside)),
        summary=summed_up(lines) if stop.place is None else "",
        version=versions[-1].name if versions else "",
        changes=changed(facts, changes, stop),
        canvas=blocks(facts, stop, told),
        canvas_title=flow.layout.title if flow.layout else "",
        badges=badges(facts),
        findings=told,
        dismissed=finding_views(facts, dismissed=True, everything=stop == END),
        messages=messages,
        undoes=deed(facts, root_of(state.actions, done).events) if done else "",
        redoes=deed(facts, root_of(state.actions, undone).events) if undone else "",
        returns=returns,
        first=bool(everything) and everything[0] == stop,
        ready=stop == END and is_ready(facts),
        finished=state.finished,
        documents=tuple(document.file for document in flow.documents),
    )


def is_ready(facts: Facts) -> bool:
    """Whether nothing stands in the way of finishing."""
    open_ones = any(
        found.severity == "error"
        for stop in stops(facts)
        if stop.place is not None
        for found in issues(facts, stop.place)
    )
    return not open_ones and all(found.severity != "block" for found in findings(facts, everything=True))


def _owner(facts: Facts, card: str) -> str:
    return facts.state.owner.get(card, "")


def _steps(facts: Facts, here: Stop) -> Iterator[StepView]:
    visible = [step for step in facts.flow.steps if facts.step_visible(step)]
    for number, step in enumerate(visible, 1):
        found = progress(facts, step.id)
        title = step_title(facts, step, here.card if here.step == step.id else None)
        yield StepView(
            step.id,
            number,
            title,
            _step_status(step, here, found.done, found.total),
            found.done,
            found.total,
            step.minutes,
            bare=0 < found.done == found.total and not found.answered,
        )


def _step_status(step: Step, here: Stop, done: int, total: int) -> StepStatus:
    if here.step == step.id:
        return "here"
    if done == total:
        return "done"
    return "started" if done else "untouched"


def _question(facts: Facts, stop: Stop, typed: Mapping[Place, str]) -> QuestionView:
    assert stop.place is not None
    place = stop.place
    of_step = [other for other in stops(facts) if other.step == stop.step and other.place is not None]
    if stop.card is not None:
        of_step = [other for other in of_step if other.card == stop.card]
    number, total = of_step.index(stop) + 1, len(of_step)
    asked = input_at(facts, place)
    question = facts.flow.question_at(place)
    if isinstance(question, CardsQuestion):
        cards = (card_view(facts, question, card, brief=True) for card in cards_at(facts, place))
        return QuestionView(
            input=asked,
            number=number,
            total=total,
            cards=with_typed(cards, typed),
            blank=blank_fields(facts, question, place.row),
            count=(question.count.low, question.count.high) if question.count else None,
            called=called(facts, question.id, place.row),
            grid=grid(facts, place),
        )
    if isinstance(question, MatrixQuestion):
        rows, columns = (
            tuple(AxisView(id, label) for id, label, _ in facts.offered(question.id, axis=axis))
            for axis in ("rows", "columns")
        )
        cells = tuple(_cell(facts, question.id, row.id, column.id) for row in rows for column in columns)
        return QuestionView(
            input=asked,
            number=number,
            total=total,
            rows=rows,
            columns=columns,
            cells=cells,
            cell=cell_input(facts, Place(question.id, row="", column="")),
        )
    return QuestionView(input=asked, number=number, total=total)


def _cell(facts: Facts, question: str, row: str, column: str) -> CellView:
    place = Place(question, row=row, column=column)
    return CellView(row, column, facts.shown(facts.value(place)), str(facts.stored(place) or ""))


def _parked(facts: Facts, here: Stop) -> tuple[ParkedLine, ...]:
    found = parked(facts)
    if here == END:
        return tuple(line for _, line in found)
    return tuple(line for step, line in found if step == here.step)
