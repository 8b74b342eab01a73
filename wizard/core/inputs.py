"""One thing that is asked, as a front end may show it: a question, a field of a card, a cell."""

from __future__ import annotations

from decimal import Decimal

import msgspec

from wizard.core.answers import editable
from wizard.core.facts import Facts
from wizard.core.flow.flow import SetSource
from wizard.core.flow.model import (
    Asked,
    CardsQuestion,
    ChoiceQuestion,
    DateQuestion,
    LongQuestion,
    MatrixQuestion,
    MoneyQuestion,
    NumberQuestion,
    PercentQuestion,
    Question,
    ScaleQuestion,
    TextQuestion,
    YesNoQuestion,
)
from wizard.core.judging import issues, of_card, status
from wizard.core.numbers import canonical, display_money, display_percent
from wizard.core.problems import Place, Problem
from wizard.core.screen import CardView, Input, Kind, Message, OptionView, Status
from wizard.core.values import Blank, Card, Choice, Value
from wizard.core.words import sentence

KINDS: dict[type[Asked], Kind] = {
    TextQuestion: "text",
    LongQuestion: "long",
    YesNoQuestion: "yesno",
    ChoiceQuestion: "choice",
    ScaleQuestion: "scale",
    NumberQuestion: "number",
    MoneyQuestion: "money",
    PercentQuestion: "percent",
    DateQuestion: "date",
    CardsQuestion: "cards",
    MatrixQuestion: "matrix",
}


def message(problem: Problem) -> Message:
    """A problem as a sentence for the person."""
    return Message(sentence(problem), problem.severity, problem.code, problem.place)


def input_at(facts: Facts, place: Place) -> Input:
    """What is asked at a place, with the answer that is there."""
    question = facts.flow.question_at(place)
    assert question is not None
    return facts.known(("input", place), lambda: _input(facts, question, place))


def cell_input(facts: Facts, place: Place) -> Input:
    """What one cell of a matrix asks; row and column empty: what any of them asks."""
    question = facts.flow.cell_question(place.question)
    assert question is not None
    return _input(facts, question, place)


def _input(facts: Facts, question: Question, place: Place) -> Input:
    local = facts.local_at(place)
    stored = facts.stored(place)
    ghost = facts.suggestion(place) if stored is None else Blank()
    low, high = _ends(question)
    return Input(
        place=place,
        kind=KINDS[type(question)],
        ask=facts.prose(question.ask, local),
        help=facts.prose(question.help, local),
        required=question.required,
        status=_status(facts, place),
        value=_value(facts, question, place),
        raw=editable(question, stored, facts.currency),
        note=_note(facts, place),
        suggestion="" if isinstance(ghost, Blank) else _suggested(facts, question, ghost),
        suggestion_raw="" if isinstance(ghost, Blank) else _raw(question, ghost),
        good=question.examples.good or "",
        weak=question.examples.weak or "",
        options=_options(facts, question, place),
        pick=_pick(question),
        span=_span(question),
        low=low,
        high=high,
        messages=tuple(message(found) for found in _standing(facts, place) if found.code != "answer.required"),
    )


def _pick(question: Question) -> tuple[int, int | None] | None:
    if not isinstance(question, ChoiceQuestion) or question.pick is None:
        return None
    return question.pick.low, question.pick.high


def _status(facts: Facts, place: Place) -> Status:
    if place.card is None and place.column is None:
        return status(facts, place)
    return "answered" if facts.stored(place) is not None else status(facts, place)


def _standing(facts: Facts, place: Place) -> tuple[Problem, ...]:
    """What stands against the answer that is stored now; what is missing is said when going on."""
    if facts.stored(place) is None or place.column is not None:
        return ()
    return issues(facts, place)


def _value(facts: Facts, question: Question, place: Place) -> str:
    if isinstance(question, CardsQuestion | MatrixQuestion):
        return ""
    return facts.shown(facts.value(place))


def _note(facts: Facts, place: Place) -> str:
    facts.stored(place)
    return facts.state.notes.get(place, "")


def _ends(question: Question) -> tuple[str, str]:
    return (question.low, question.high) if isinstance(question, ScaleQuestion) else ("", "")


def _span(question: Question) -> tuple[int, int] | None:
    if not isinstance(question, ScaleQuestion):
        return None
    return question.range.low, question.range.high if question.range.high is not None else question.range.low


def _suggested(facts: Facts, question: Question, ghost: Value) -> str:
    """A suggestion as people read it: in the unit of its question."""
    match question:
        case MoneyQuestion() if isinstance(ghost, Decimal):
            return display_money(ghost, facts.currency)
        case PercentQuestion() if isinstance(ghost, Decimal):
            return display_percent(ghost / 100)
        case _:
            return facts.shown(ghost)


def _raw(question: Question, ghost: Value) -> str:
    """A suggestion as it would be typed: percentages as 5, options by id."""
    match ghost:
        case bool():
            return "yes" if ghost else "no"
        case Choice() | Card():
            return ghost.id
        case tuple():
            return ",".join(item.id for item in ghost if isinstance(item, Choice | Card))
        case str():
            return ghost
        case Decimal():
            return canonical(ghost)
        case _:
            return str(ghost)


def _options(facts: Facts, question: Question, place: Place) -> tuple[OptionView, ...]:
    stored = facts.stored(place)
    chosen = () if stored is None else (stored,) if isinstance(stored, str) else stored
    match question:
        case YesNoQuestion():
            return tuple(
                OptionView(raw, label, chosen=stored == value)
                for raw, label, value in (("yes", "Yes", "true"), ("no", "No", "false"))
            )
        case ScaleQuestion(range=span):
            high = span.high if span.high is not None else span.low
            words = {span.low: question.low, high: question.high}
            return tuple(
                OptionView(str(n), str(n), words.get(n, ""), chosen=stored == str(n))
                for n in range(span.low, high + 1)
            )
        case ChoiceQuestion():
            return _choices(facts, place, chosen)
        case _:
            return ()


def _choices(facts: Facts, place: Place, chosen: tuple[str, ...]) -> tuple[OptionView, ...]:
    axis = "options" if place.column is None else "cell"
    card = place.card if place.card is not None else place.row if axis == "options" else None
    offered = facts.offered(place.question, place.field or "", card, axis=axis)
    views = [OptionView(id, label, help, chosen=id in chosen) for id, label, help in offered]
    source = facts.flow.sources.get((place.question, place.field or "", axis))
    known = {id for id, _, _ in offered}
    for id in chosen:
        if id in known:
            continue
        if isinstance(source, SetSource):
            label = source.options[id].label if id in source.options else id
            views.append(OptionView(id, label, chosen=True, offered=False))
        elif (owner := facts.state.owner.get(id)) and facts.card_visible(id, owner):
            views.append(OptionView(id, facts.face(Card(id, owner)), chosen=True, offered=False))
    return tuple(views)


# Cards


def card_view(facts: Facts, question: CardsQuestion, card: Card) -> CardView:
    """A card with what it asks now."""

    def work_out() -> CardView:
        fields = tuple(
            input_at(facts, place)
            for field in question.fields
            if facts.visible(place := Place(question.id, card.id, field.id))
        )
        missing = any(found.severity == "error" for found in of_card(facts, question, card))
        links = tuple(facts.face(link) for link in facts.links(card))
        note = _note(facts, Place(question.id, card.id))
        return CardView(
            id=card.id,
            question=question.id,
            face=facts.face(card),
            fields=fields,
            note=note,
            complete=not missing,
            links=links,
        )

    return facts.known(("card view", card.id), work_out)


def blank_fields(facts: Facts, question: CardsQuestion, row: str | None) -> tuple[Input, ...]:
    """The fields of a card that doesn't exist yet; those that hang on other fields come when it does."""
    entry = facts.flow.entries[question.id]
    local = {}
    if row is not None and entry.step.each is not None and entry.cards is not None:
        local[entry.step.each.name] = Card(row, entry.cards)
    found: list[Input] = []
    for field in question.fields:
        if field.when is not None and not facts.holds(field.when, local):
            continue
        view = input_at(facts, Place(question.id, "", field.id))
        found.append(msgspec.structs.replace(view, place=Place(question.id, None, field.id)))
    return tuple(found)

