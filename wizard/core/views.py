"""The Screen, built from the facts: what a person sees at the stop where they stand."""

from __future__ import annotations

from collections.abc import Iterator

from wizard.core.canvas import canvas
from wizard.core.coach import Finding, findings
from wizard.core.events import (
    AnyEvent,
    CardAdded,
    CardMoved,
    CardRemoved,
    FindingDismissed,
    WorkshopFinished,
    WorkshopRenamed,
)
from wizard.core.facts import Facts
from wizard.core.flow.model import CardsQuestion, MatrixQuestion, Step
from wizard.core.inputs import blank_fields, card_view, cell_input, input_at, message
from wizard.core.judging import cards_at, issues, status
from wizard.core.parked import parked
from wizard.core.problems import Place
from wizard.core.screen import (
    AxisView,
    BlockView,
    CellView,
    FindingView,
    Message,
    ParkedLine,
    QuestionView,
    ReviewLine,
    Screen,
    StepStatus,
    StepView,
)
from wizard.core.state import touched
from wizard.core.stops import progress, stop_at, stops
from wizard.core.undoing import turns
from wizard.core.values import Card
from wizard.core.where import END, Stop
from wizard.core.words.undoing import ANSWER, CHANGE, DISMISSAL, FINISH, NAME


def screen(
    facts: Facts,
    workshop: str,
    stop: Stop,
    *,
    viewer: str | None = None,
    messages: tuple[Message, ...] = (),
    returns: bool = False,
) -> Screen:
    """All that this viewer may see at this stop. messages: what the last intent led to."""
    flow, state = facts.flow, facts.state
    step = next((step for step in flow.steps if step.id == stop.step), None)
    local = facts.loop_local(step, stop.card) if step is not None else {}
    done, undone = turns(state.actions, viewer)
    steps = tuple(_steps(facts, stop))
    everything = stops(facts)
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
        question=_question(facts, stop) if stop.place is not None else None,
        review=tuple(_review(facts, stop)) if stop.place is None else (),
        parked=_parked(facts, stop) if stop.place is None else (),
        canvas=tuple(_blocks(facts, stop)),
        canvas_title=flow.layout.title if flow.layout else "",
        findings=tuple(_finding(facts, found) for found in findings(facts)),
        messages=messages,
        undoes=gist(facts, done.events) if done else "",
        redoes=gist(facts, undone.events[::-1]) if undone else "",
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
    return not open_ones and all(found.severity != "block" for found in findings(facts))


def _owner(facts: Facts, card: str) -> str:
    return facts.state.owner.get(card, "")


def _steps(facts: Facts, here: Stop) -> Iterator[StepView]:
    visible = [step for step in facts.flow.steps if facts.step_visible(step)]
    for number, step in enumerate(visible, 1):
        found = progress(facts, step.id)
        title = facts.prose(step.title, facts.loop_local(step, here.card if here.step == step.id else None))
        yield StepView(
            step.id,
            number,
            title,
            _step_status(step, here, found.done, found.total),
            found.done,
            found.total,
            step.minutes,
        )


def _step_status(step: Step, here: Stop, done: int, total: int) -> StepStatus:
    if here.step == step.id:
        return "here"
    if done == total:
        return "done"
    return "started" if done else "untouched"


def _question(facts: Facts, stop: Stop) -> QuestionView:
    assert stop.place is not None
    place = stop.place
    of_step = [other for other in stops(facts) if other.step == stop.step and other.place is not None]
    if stop.card is not None:
        of_step = [other for other in of_step if other.card == stop.card]
    number, total = of_step.index(stop) + 1, len(of_step)
    asked = input_at(facts, place)
    question = facts.flow.question_at(place)
    if isinstance(question, CardsQuestion):
        return QuestionView(
            input=asked,
            number=number,
            total=total,
            cards=tuple(card_view(facts, question, card) for card in cards_at(facts, place)),
            blank=blank_fields(facts, question, place.row),
            count=(question.count.low, question.count.high) if question.count else None,
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


def _review(facts: Facts, here: Stop) -> Iterator[ReviewLine]:
    """The answers of a step; at the end, of all steps."""
    for stop in stops(facts):
        if stop.place is None or (here != END and stop.step != here.step):
            continue
        asked = input_at(facts, stop.place)
        yield ReviewLine(
            stop=stop,
            ask=asked.ask,
            status=status(facts, stop.place),
            lines=tuple(answer_lines(facts, stop.place)),
            note=asked.note,
            messages=tuple(message(found) for found in issues(facts, stop.place)),
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


def _parked(facts: Facts, here: Stop) -> tuple[ParkedLine, ...]:
    found = parked(facts)
    if here == END:
        return tuple(line for _, line in found)
    return tuple(line for step, line in found if step == here.step)


def _blocks(facts: Facts, here: Stop) -> Iterator[BlockView]:
    filled_here = {entry.question.block for entry in facts.flow.of_step(here.step)}
    for found in canvas(facts):
        block = found.block
        yield BlockView(
            id=block.id,
            title=block.title,
            hint=block.hint,
            column=block.column,
            row=block.row,
            width=block.width,
            height=block.height,
            cards=tuple((item.id, item.face) for item in found.items),
            here=block.id in filled_here,
        )


def _finding(facts: Facts, found: Finding) -> FindingView:
    stop = stop_at(facts, found.place) if found.place else None
    return FindingView(id=found.id, severity=found.severity, text=found.say, source=found.source, stop=stop)


def gist(facts: Facts, events: tuple[AnyEvent, ...]) -> str:
    """A few words on what an action did, for "undo ...": the question or the card that it was about."""
    for event in events:
        match event:
            case CardAdded(question, card) | CardRemoved(question, card) | CardMoved(question, card):
                return facts.face(Card(card, question))
            case WorkshopRenamed():
                return NAME
            case FindingDismissed():
                return DISMISSAL
            case WorkshopFinished():
                return FINISH
            case _:
                for place in touched(event):
                    return _asked(facts, place)
    return CHANGE


def _asked(facts: Facts, place: Place) -> str:
    if place.card is not None and place.field is None:
        return facts.face(Card(place.card, place.question))
    question = facts.flow.question_at(place)
    if question is None:
        return ANSWER
    return " ".join(facts.prose(question.ask, facts.local_at(place)).split())
