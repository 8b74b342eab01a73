"""One thing that is asked, as a front end may show it: a question, a field of a card, a cell."""

from __future__ import annotations

from decimal import Decimal

from msgspec.structs import replace

from wizard.core.answers import editable
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
    Option,
    PercentQuestion,
    Question,
    ScaleQuestion,
    TextQuestion,
    YesNoQuestion,
)
from wizard.core.judging import is_answered, issues, status
from wizard.core.languages import ENGLISH, Language
from wizard.core.naming import Local
from wizard.core.numbers import display_money, display_percent, typed
from wizard.core.offers import all_options, creations, kept_options, suggestion_in
from wizard.core.problems import Place, Problem
from wizard.core.reasons import ReasonView
from wizard.core.recommending import Ranked, ranking, signed
from wizard.core.screen import CreateView, Input, Kind, Message, OptionView
from wizard.core.values import Blank, Card, Choice, Percent, Value
from wizard.core.wording import in_short
from wizard.core.words import sentence
from wizard.core.words.recommending import fit_line

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


def brief_at(facts: Facts, place: Place) -> Input:
    """The same without what only who answers needs: options, how well they fit, what can be added to them."""
    return facts.known(_brief_at, place)


def _brief_at(facts: Facts, place: Place) -> Input:
    question = facts.flow.question_at(place)
    assert question is not None
    may_suggest = isinstance(question, ChoiceQuestion) and question.suggest and facts.stored(place) is None
    offered = facts.offered_at(place) if may_suggest else ()
    return _input(facts, question, place, facts.local_at(place), offered, brief=True)


def cell_input(facts: Facts, place: Place) -> Input:
    """What one cell of a matrix asks; row and column empty: what any of them asks."""
    question = facts.flow.cell_question(place.question)
    assert question is not None
    return _input(facts, question, place, {}, facts.offered_at(place))


def _input(
    facts: Facts,
    question: Question,
    place: Place,
    local: Local,
    offered: Offered,
    row: str | None = None,
    *,
    brief: bool = False,
) -> Input:
    """row: the loop card that a card which isn't there yet is for. brief: nobody is to answer it here."""
    stored = facts.stored(place)
    ghost = suggestion_in(facts, place, local, offered) if stored is None else Blank()
    low, high = _ends(question)
    near = place if row is None else replace(place, row=row)
    ranked = ranking(facts, near) if isinstance(question, ChoiceQuestion) and not brief else ()
    return Input(
        place=place,
        kind=KINDS[type(question)],
        ask=facts.prose(question.ask, local),
        help=facts.prose(question.help, local),
        required=question.required,
        status=status(facts, place),
        value=_value(facts, question, place),
        raw=editable(question, stored, facts.language),
        note=facts.said(place).note,
        suggestion="" if isinstance(ghost, Blank) else _suggested(facts, question, ghost),
        suggestion_raw="" if isinstance(ghost, Blank) else _raw(ghost, facts.language),
        good=question.examples.good or "",
        weak=question.examples.weak or "",
        options=() if brief else _options(facts, question, place, offered, ranked),
        pick=_pick(question),
        span=_span(question),
        low=low,
        high=high,
        messages=tuple(
            message(found) for found in _standing(facts, place) if found.code != "answer.required"
        ),
        creates=()
        if brief
        else tuple(CreateView(one.question, one.called) for one in creations(facts, near)),
        unit=_unit(facts, question),
        fit_line=_fit_line(facts, ranked),
        called=_called(facts, question, place, local),
    )


def _called(facts: Facts, question: Question, place: Place, local: Local) -> str:
    """What a field is called in short: as its flow says; else its id, which is English, or its question."""
    if name := in_short(facts, place):
        return name
    if facts.language is not ENGLISH:
        return facts.prose(question.ask, local)
    return (place.field or question.id).replace("_", " ")


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
            return display_money(ghost, facts.currency, facts.language)
        case PercentQuestion() if isinstance(ghost, Decimal) and not isinstance(ghost, Percent):
            return display_percent(ghost / 100, facts.language)
        case _:
            return facts.shown(ghost)


def _raw(ghost: Value, language: Language) -> str:
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
            return typed(ghost * 100, language)
        case Decimal():
            return typed(ghost, language)
        case _:
            return str(ghost)


def _options(
    facts: Facts, question: Question, place: Place, offered: Offered, ranked: tuple[Ranked, ...]
) -> tuple[OptionView, ...]:
    stored = facts.stored(place)
    chosen = () if stored is None else (stored,) if isinstance(stored, str) else stored
    match question:
        case YesNoQuestion():
            both = (("yes", facts.language.yes, "true"), ("no", facts.language.no, "false"))
            return tuple(
                OptionView(raw, label.capitalize(), chosen=stored == value) for raw, label, value in both
            )
        case ScaleQuestion(range=span):
            high = span.high if span.high is not None else span.low
            words = {span.low: question.low, high: question.high}
            return tuple(
                OptionView(str(n), str(n), words.get(n, ""), chosen=stored == str(n))
                for n in range(span.low, high + 1)
            )
        case ChoiceQuestion():
            return _choices(facts, place, chosen, offered, ranked)
        case _:
            return ()


def _choices(
    facts: Facts, place: Place, chosen: tuple[str, ...], offered: Offered, ranked: tuple[Ranked, ...]
) -> tuple[OptionView, ...]:
    """What is on offer, in the order of the flow whatever the answers, then what was chosen before."""
    options, fitting = all_options(facts, place), {one.id: one for one in ranked}
    views = [OptionView(id, label, help, chosen=id in chosen) for id, label, help in offered]
    told = (_advised(facts, view, options.get(view.id), fitting.get(view.id)) for view in views)
    kept = kept_options(facts, place, offered)
    return (*told, *(OptionView(id, label, chosen=True, offered=False) for id, label in kept.items()))


def _advised(facts: Facts, view: OptionView, option: Option | None, fitted: Ranked | None) -> OptionView:
    """An option with what its flow says for and against it, and what the answers do."""
    if option is not None:
        view = replace(view, for_=option.for_, against=option.against, example=option.example)
    if fitted is None or not fitted.known:
        return view
    reasons = tuple(ReasonView(signed(facts, one.weight), one.because) for one in fitted.reasons)
    return replace(view, score=signed(facts, fitted.score), reasons=reasons, best=fitted.best)


def _fit_line(facts: Facts, ranked: tuple[Ranked, ...]) -> str:
    """Which options fit best; of two that fit alike, the first comes first."""
    fitting = sorted((one for one in ranked if one.score > 0), key=lambda one: -one.score)
    return fit_line([(one.label, signed(facts, one.score)) for one in fitting])


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
