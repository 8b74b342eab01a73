"""One thing that is asked, as a front end may show it: a question, a field of a card, a cell."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal

from msgspec.structs import replace

from wizard.core.answers import editable
from wizard.core.badges import badges_of
from wizard.core.controls import visible
from wizard.core.facts import Facts, Offered
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
from wizard.core.judging import is_answered, issues, of_card, status
from wizard.core.naming import Local
from wizard.core.numbers import display_money, display_percent, typed
from wizard.core.offers import creations, kept_options, suggestion_in
from wizard.core.problems import Place, Problem
from wizard.core.screen import CardView, CreateView, Input, Kind, Message, OptionView
from wizard.core.values import Blank, Card, Choice, Percent, Value
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
    return Message(visible(sentence(problem)), problem.severity, problem.code, problem.place)


def input_at(facts: Facts, place: Place) -> Input:
    """What is asked at a place, with the answer that is there."""
    return facts.known(_input_at, place)


def _input_at(facts: Facts, place: Place) -> Input:
    question = facts.flow.question_at(place)
    assert question is not None
    return _input(facts, question, place, facts.local_at(place), facts.offered_at(place))


def cell_input(facts: Facts, place: Place) -> Input:
    """What one cell of a matrix asks; row and column empty: what any of them asks."""
    question = facts.flow.cell_question(place.question)
    assert question is not None
    return _input(facts, question, place, {}, facts.offered_at(place))


def _input(
    facts: Facts, question: Question, place: Place, local: Local, offered: Offered, row: str | None = None
) -> Input:
    """row: the loop card that a card which isn't there yet is for."""
    stored = facts.stored(place)
    ghost = suggestion_in(facts, place, local, offered) if stored is None else Blank()
    low, high = _ends(question)
    return Input(
        place=place,
        kind=KINDS[type(question)],
        ask=facts.prose(question.ask, local),
        help=facts.prose(question.help, local),
        required=question.required,
        status=status(facts, place),
        value=_value(facts, question, place),
        raw=editable(question, stored),
        note=facts.said(place).note,
        suggestion="" if isinstance(ghost, Blank) else _suggested(facts, question, ghost),
        suggestion_raw="" if isinstance(ghost, Blank) else _raw(ghost),
        good=question.examples.good or "",
        weak=question.examples.weak or "",
        options=_options(facts, question, place, offered),
        pick=_pick(question),
        span=_span(question),
        low=low,
        high=high,
        messages=tuple(
            message(found) for found in _standing(facts, place) if found.code != "answer.required"
        ),
        creates=tuple(
            CreateView(one.question, one.called)
            for one in creations(facts, place if row is None else replace(place, row=row))
        ),
        unit=_unit(facts, question),
    )


def _unit(facts: Facts, question: Question) -> str:
    match question:
        case MoneyQuestion():
            return facts.currency
        case PercentQuestion():
            return "%"
        case _:
            return ""


def _pick(question: Question) -> tuple[int, int | None] | None:
    if not isinstance(question, ChoiceQuestion) or question.pick is None:
        return None
    return question.pick.low, question.pick.high


def _standing(facts: Facts, place: Place) -> tuple[Problem, ...]:
    """What stands against the answer that is there now; what is missing is said when going on."""
    return issues(facts, place) if place.column is None and is_answered(facts, place) else ()


def _value(facts: Facts, question: Question, place: Place) -> str:
    if isinstance(question, CardsQuestion | MatrixQuestion):
        return ""
    return facts.shown(facts.value(place))


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
        case PercentQuestion() if isinstance(ghost, Decimal) and not isinstance(ghost, Percent):
            return display_percent(ghost / 100)
        case _:
            return facts.shown(ghost)


def _raw(ghost: Value) -> str:
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
        case Percent():
            return typed(ghost * 100)
        case Decimal():
            return typed(ghost)
        case _:
            return str(ghost)


def _options(facts: Facts, question: Question, place: Place, offered: Offered) -> tuple[OptionView, ...]:
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
            return _choices(facts, place, chosen, offered)
        case _:
            return ()


def _choices(facts: Facts, place: Place, chosen: tuple[str, ...], offered: Offered) -> tuple[OptionView, ...]:
    views = [OptionView(id, label, help, chosen=id in chosen) for id, label, help in offered]
    kept = kept_options(facts, place, offered)
    return (*views, *(OptionView(id, label, chosen=True, offered=False) for id, label in kept.items()))


# Cards


def card_view(facts: Facts, question: CardsQuestion, card: Card) -> CardView:
    """A card with what it asks now, and the badges that it wears."""
    return replace(facts.known(_card_view, question.id, card), badges=badges_of(facts, card))


def _card_view(facts: Facts, id: str, card: Card) -> CardView:
    question = facts.flow.entries[id].question
    assert isinstance(question, CardsQuestion)
    places = (Place(id, card.id, field.id) for field in question.fields)
    return CardView(
        id=card.id,
        question=id,
        face=facts.face(card),
        fields=tuple(input_at(facts, place) for place in places if facts.visible(place)),
        note=facts.said(Place(id, card.id)).note,
        complete=all(found.severity != "error" for found in of_card(facts, question, card)),
        links=tuple(facts.face(link) for link in facts.links(card)),
    )


def with_typed(cards: Iterable[CardView], typed: Mapping[Place, str]) -> tuple[CardView, ...]:
    """The cards, marked where a text waits in one of their fields that isn't its answer."""
    begun = {place.card for place in typed if place.field is not None}
    return tuple(_with_typed(card, typed) if card.id in begun else card for card in cards)


def _with_typed(card: CardView, typed: Mapping[Place, str]) -> CardView:
    fields = tuple(
        replace(field, typed=typed.get(field.place, field.raw) != field.raw) for field in card.fields
    )
    return replace(card, fields=fields)


def card_called(facts: Facts, id: str) -> CardView | None:
    """The card of this id, wherever the person stands; None where nobody can see it now."""
    owner = facts.state.owner.get(id)
    entry = facts.flow.entries.get(owner) if owner is not None else None
    if entry is None or not isinstance(entry.question, CardsQuestion):
        return None
    card = Card(id, entry.question.id)
    return card_view(facts, entry.question, card) if facts.card_visible(card.id, card.question) else None


def blank_fields(facts: Facts, question: CardsQuestion, row: str | None) -> tuple[Input, ...]:
    """The fields of a card that doesn't exist yet; those that hang on other fields come when it does."""
    local = facts.new_card_local(Card("", question.id), row)
    return tuple(
        _input(
            facts,
            field,
            Place(question.id, field=field.id),
            local,
            facts.options_in((question.id, field.id, "options"), local),
            row,
        )
        for field in question.fields
        if facts.holds(field.when, local)
    )
