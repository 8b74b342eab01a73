"""From an intent to events, or to the problems that stand in its way. The only place where that happens."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import msgspec

from wizard.core.answers import Offer, is_empty, parse
from wizard.core.coach import findings
from wizard.core.controls import visible
from wizard.core.events import (
    AnswerCleared,
    AnswerGiven,
    AnyEvent,
    CardAdded,
    CardMoved,
    CardRemoved,
    FindingDismissed,
    NoteWritten,
    QuestionPassed,
    WorkshopFinished,
    WorkshopRenamed,
)
from wizard.core.facts import Facts
from wizard.core.flow.flow import ExpressionSource, SetSource
from wizard.core.flow.model import CardsQuestion, FieldQuestion, MatrixQuestion
from wizard.core.intents import (
    AddCard,
    ChangeCard,
    DismissFinding,
    Finish,
    GiveAnswer,
    Intent,
    MoveCard,
    Pass,
    Raw,
    Redo,
    RemoveCard,
    Rename,
    SayDontKnow,
    Undo,
    WriteNote,
)
from wizard.core.judging import broken_rules, cards_at, issues, pointing_at
from wizard.core.problems import Place, Problem, problem
from wizard.core.state import Action, folded, touched
from wizard.core.stops import stops
from wizard.core.undoing import taken_back

MOST_CARDS = 500
MOST_NOTE = 20_000
MOST_NAME = 200


class Decision(msgspec.Struct, frozen=True):
    """What an intent leads to. With a problem of severity `error` there are no events.

    undoes: the action that the events take back.
    """

    events: tuple[AnyEvent, ...] = ()
    problems: tuple[Problem, ...] = ()
    undoes: str | None = None


def decide(facts: Facts, intent: Intent, new_id: Callable[[], str], author: str | None = None) -> Decision:
    """What a person's wish does to the workshop as it is now. Never raises for what people typed."""
    match intent:
        case GiveAnswer(place, raw):
            return _give(facts, place, raw)
        case Pass(place):
            return _pass(facts, place, unknown=False)
        case SayDontKnow(place):
            return _pass(facts, place, unknown=True)
        case AddCard():
            return _add_card(facts, intent, new_id)
        case ChangeCard(question, card, values):
            return _change_card(facts, question, card, values)
        case MoveCard(question, card, index):
            return _move_card(facts, question, card, index)
        case RemoveCard(question, card, sure):
            return _remove_card(facts, question, card, sure)
        case WriteNote(place, text):
            return _note(facts, place, text)
        case DismissFinding(finding, reason):
            return _dismiss(facts, finding, reason)
        case Rename(name):
            return _rename(facts, name)
        case Undo():
            return _take_back(facts, author, again=False)
        case Redo():
            return _take_back(facts, author, again=True)
        case Finish():
            return _finish(facts)
        case _:
            raise TypeError(f"no such intent: {intent!r}")


def _refused(*problems: Problem) -> Decision:
    return Decision((), problems)


def candidate(facts: Facts, events: tuple[AnyEvent, ...]) -> Facts:
    """The facts as they would be after these events."""
    changed = [place for event in events for place in touched(event)]
    return facts.after(folded(facts.state, [Action("", None, events, None)]), changed)


# Answers


def _give(facts: Facts, place: Place, raw: Raw) -> Decision:
    cell = facts.flow.cell_question(place.question) if place.column is not None else None
    question = cell or facts.flow.question_at(place)
    if question is None or isinstance(question, CardsQuestion | MatrixQuestion):
        return _refused(problem("answer.no_such_question", place=place, question=place.question))
    if not facts.visible(place):
        return _refused(problem("answer.not_asked", place=place))
    if is_empty(raw):
        if place.card is not None or place.column is not None:
            return Decision(_cleared(facts, place))
        return _pass(facts, place, unknown=False)
    stored = parse(question, raw, offer_at(facts, place), facts.currency)
    if isinstance(stored, Problem):
        return _refused(msgspec.structs.replace(stored, place=place))
    was = facts.state.answers.get(place)
    if stored == was:
        return Decision((), broken_rules(facts, question, place))
    return _judged(facts, (AnswerGiven(place, stored, was),), ((question, place),))


def offer_at(facts: Facts, place: Place) -> Offer:
    """What may be chosen at a place; what is chosen already may stay."""
    axis = "options" if place.column is None else "cell"
    card = place.card if place.card is not None else place.row if axis == "options" else None
    offered = facts.offered(place.question, place.field or "", card, axis=axis)
    return Offer({id: label for id, label, _ in offered})


def _judged(
    facts: Facts, events: tuple[AnyEvent, ...], answers: tuple[tuple[FieldQuestion, Place], ...]
) -> Decision:
    """The events, unless a rule of the questions that they answer refuses them."""
    after = candidate(facts, events)
    found = tuple(broken for question, place in answers for broken in broken_rules(after, question, place))
    stopped = tuple(broken for broken in found if broken.severity == "error")
    return Decision((), stopped) if stopped else Decision(events, found)


def _cleared(facts: Facts, place: Place) -> tuple[AnyEvent, ...]:
    was = facts.state.answers.get(place)
    return () if was is None else (AnswerCleared(place, was),)


def _pass(facts: Facts, place: Place, *, unknown: bool) -> Decision:
    question = facts.flow.question_at(place)
    if question is None:
        return _refused(problem("answer.no_such_question", place=place, question=place.question))
    if not facts.visible(place):
        return _refused(problem("answer.not_asked", place=place))
    if isinstance(question, CardsQuestion) and cards_at(facts, place) and unknown:
        return _refused(problem("answer.cards_there", place=place))
    if question.required or isinstance(question, CardsQuestion):
        emptied = candidate(facts, _cleared(facts, place))
        stopped = tuple(found for found in issues(emptied, place) if found.severity == "error")
        if stopped:
            return Decision((), stopped)
    was = facts.state.passed.get(place)
    passed = () if was is unknown else (QuestionPassed(place, unknown, was),)
    return Decision((*_cleared(facts, place), *passed))


# Cards


def _add_card(facts: Facts, intent: AddCard, new_id: Callable[[], str]) -> Decision:
    place = Place(intent.question, row=intent.row)
    question = facts.flow.question_at(Place(intent.question))
    if not isinstance(question, CardsQuestion) or not facts.visible(place):
        return _refused(problem("answer.not_asked", place=place))
    listed = facts.state.cards.get(intent.question, ())
    if len(listed) >= MOST_CARDS:
        return _refused(problem("card.too_many", place=place, most=MOST_CARDS))
    card = intent.card or new_id()
    if card in facts.state.owner:
        return _refused(problem("card.id_taken", place=place, id=card))
    siblings = [item.id for item in cards_at(facts, place)]
    index = _index_behind(listed, siblings, intent.index)
    added = CardAdded(intent.question, card, index, intent.row)
    return _with_fields(facts, question, card, intent.values, (added,))


def _index_behind(listed: tuple[str, ...], siblings: list[str], index: int | None) -> int:
    """Where a card goes in the whole list, so that it stands at `index` among its siblings."""
    if index is None or not siblings or index >= len(siblings):
        return listed.index(siblings[-1]) + 1 if siblings else len(listed)
    return listed.index(siblings[max(0, index)])


def _change_card(facts: Facts, question_id: str, card: str, values: Mapping[str, Raw]) -> Decision:
    question = facts.flow.question_at(Place(question_id))
    if not isinstance(question, CardsQuestion) or not facts.card_visible(card, question_id):
        return _refused(problem("card.gone", place=Place(question_id)))
    return _with_fields(facts, question, card, values, ())


def _with_fields(
    facts: Facts,
    question: CardsQuestion,
    card: str,
    values: Mapping[str, Raw],
    events: tuple[AnyEvent, ...],
) -> Decision:
    """The events that fill the fields of a card, in the flow's order: later options may hang on earlier fields."""
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
            events += _cleared(facts, place)
            continue
        stored = parse(fields[name].question, values[name], offer_at(now, place), facts.currency)
        was = facts.state.answers.get(place)
        if isinstance(stored, Problem):
            problems.append(msgspec.structs.replace(stored, place=place))
        elif stored != was:
            events += (AnswerGiven(place, stored, was),)
            answers.append((fields[name].question, place))
    if problems:
        return Decision((), tuple(problems))
    return _judged(facts, events, tuple(answers))


def _hangs_on_card(facts: Facts, place: Place) -> bool:
    """Whether what a field offers can depend on the other fields of its card."""
    source = facts.flow.sources.get((place.question, place.field or "", "options"))
    if isinstance(source, SetSource):
        return any(option.when is not None for option in source.options.values())
    return isinstance(source, ExpressionSource)


def _move_card(facts: Facts, question: str, card: str, index: int) -> Decision:
    listed = facts.state.cards.get(question, ())
    if card not in listed:
        return _refused(problem("card.gone", place=Place(question)))
    row = facts.state.rows.get(card)
    siblings = [item.id for item in cards_at(facts, Place(question, row=row)) if item.id != card]
    was = listed.index(card)
    others = tuple(id for id in listed if id != card)
    to = _index_behind(others, siblings, index)
    return Decision((CardMoved(question, card, to, was),) if to != was else ())


def _remove_card(facts: Facts, question: str, card: str, sure: bool) -> Decision:
    listed = facts.state.cards.get(question, ())
    if card not in listed:
        return _refused(problem("card.gone", place=Place(question)))
    pointing = tuple(facts.face(other) for other in pointing_at(facts, card))
    if pointing and not sure:
        return _refused(problem("card.pointed_at", place=Place(question, card), cards=pointing))
    return Decision((CardRemoved(question, card, listed.index(card), facts.state.rows.get(card)),))


# Notes, the coach, the workshop itself


def _note(facts: Facts, place: Place, text: str) -> Decision:
    text = visible(text).strip()
    if len(text) > MOST_NOTE:
        return _refused(problem("answer.too_long", place=place, most=MOST_NOTE, found=len(text)))
    was = facts.state.notes.get(place, "")
    return Decision((NoteWritten(place, text, was),) if text != was else ())


def _dismiss(facts: Facts, id: str, reason: str) -> Decision:
    found = next((finding for finding in findings(facts) if finding.id == id), None)
    if found is None:
        return _refused(problem("finding.gone"))
    if not reason.strip():
        return _refused(problem("finding.reason_wanted"))
    if found.severity == "block":
        return _refused(problem("finding.must_be_solved"))
    was = facts.state.dismissed.get(id)
    return Decision((FindingDismissed(id, found.basis, visible(reason).strip(), was),))


def _rename(facts: Facts, name: str) -> Decision:
    name = " ".join(visible(name).split())[:MOST_NAME]
    if not name:
        return _refused(problem("workshop.name_wanted"))
    was = facts.state.name
    return Decision((WorkshopRenamed(name, was),) if name != was else ())


def _finish(facts: Facts) -> Decision:
    missing = [
        found
        for stop in stops(facts)
        if stop.place is not None
        for found in issues(facts, stop.place)
        if found.severity == "error"
    ]
    blocks = [
        problem("finding.blocks", place=finding.place, say=finding.say)
        for finding in findings(facts)
        if finding.severity == "block"
    ]
    if missing or blocks:
        return Decision((), (*missing, *blocks))
    return Decision(() if facts.state.finished else (WorkshopFinished(),))


def _take_back(facts: Facts, author: str | None, *, again: bool) -> Decision:
    found = taken_back(facts.state, author, again=again)
    if isinstance(found, Problem):
        return _refused(found)
    action, events = found
    return Decision(events, (), action.id)


