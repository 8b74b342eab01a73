"""What a person gave, judged once and for all front ends: `parse` makes it canonical or says what to do."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import assert_never

import msgspec

from wizard.core.controls import visible
from wizard.core.dates import read_date
from wizard.core.events import Stored
from wizard.core.flow.model import (
    CardsQuestion,
    ChoiceQuestion,
    DateQuestion,
    FieldQuestion,
    LongQuestion,
    MatrixQuestion,
    MoneyQuestion,
    NumberQuestion,
    PercentQuestion,
    Question,
    ScaleQuestion,
    Span,
    TextQuestion,
    YesNoQuestion,
)
from wizard.core.intents import Raw
from wizard.core.languages import ENGLISH, Language
from wizard.core.numbers import canonical, display, read_number, typed
from wizard.core.problems import Problem, problem
from wizard.core.values import Choice, Money, Percent, Value

MOST_CHARACTERS = 100_000
_HUNDRED = Decimal(100)
_STORED_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")


class Offer(msgspec.Struct, frozen=True):
    """What a choice may be right now. options: id -> label or face, in order."""

    options: Mapping[str, str]


def parse(
    question: FieldQuestion, raw: Raw, offer: Offer, currency: str, language: Language = ENGLISH
) -> Stored | Problem:
    """Turn what a person gave into canonical text, or say what to do instead.

    raw: text as typed; for a choice an option id, a label or a face, or a tuple of them where several may be
    picked. language: in which figures, days, yes and no are read. Percentages become fractions ("5" ->
    "0.05"), yes and no become "true" and "false".
    Returns a Problem `answer.*`, `number.*` or `date.*`; never raises. Empty text is not judged here.
    Source: docs/flow-language.md, "Question types".
    """
    match question:
        case ChoiceQuestion():
            return _parse_choice(question.pick, raw, offer)
        case TextQuestion():
            return _parse_text(" ".join(_joined(raw).splitlines()))
        case LongQuestion():
            return _parse_text(_joined(raw))
        case YesNoQuestion():
            return _parse_yes_no(_joined(raw), language)
        case ScaleQuestion():
            return _parse_scale(question.range, _joined(raw), language)
        case NumberQuestion() | MoneyQuestion() | PercentQuestion():
            return _parse_number(question, _joined(raw), currency, language)
        case DateQuestion():
            found = read_date(_joined(raw), language)
            return found.isoformat() if isinstance(found, date) else found
        case _:
            assert_never(question)


def is_empty(raw: Raw) -> bool:
    """Whether the person gave nothing at all."""
    return not raw.strip() if isinstance(raw, str) else not any(item.strip() for item in raw)


def _joined(raw: Raw) -> str:
    return raw if isinstance(raw, str) else ", ".join(raw)


def _parse_text(raw: str) -> str | Problem:
    text = visible(raw).strip()
    if len(text) > MOST_CHARACTERS:
        return problem("answer.too_long", most=MOST_CHARACTERS, found=len(text))
    return text


def _parse_yes_no(raw: str, language: Language) -> str | Problem:
    """In the language's words, and in ours, by which front ends pick an answer from a list."""
    word = raw.strip().lower()
    if word in language.yes_words | ENGLISH.yes_words:
        return "true"
    is_no = word in language.no_words | ENGLISH.no_words
    return "false" if is_no else problem("answer.yes_or_no", text=raw.strip())


def _parse_scale(span: Span, raw: str, language: Language) -> str | Problem:
    high = span.high if span.high is not None else span.low
    number = read_number(raw, language=language)
    if not isinstance(number, Decimal) or number != number.to_integral_value():
        return problem("answer.scale", text=raw.strip(), low=span.low, high=high)
    if not span.low <= number <= high:
        return problem("answer.scale", text=raw.strip(), low=span.low, high=high)
    return canonical(number)


def _parse_number(
    question: NumberQuestion | MoneyQuestion | PercentQuestion, raw: str, currency: str, language: Language
) -> str | Problem:
    is_percent = isinstance(question, PercentQuestion)
    wanted = currency if isinstance(question, MoneyQuestion) else None
    number = read_number(raw, currency=wanted, percent=is_percent, language=language)
    if isinstance(number, Problem):
        return number
    unit = f" {currency}" if wanted else language.percent if is_percent else ""
    found = display(number, language) + unit
    if question.min is not None and number < question.min:
        return problem("answer.too_small", least=display(question.min, language) + unit, found=found)
    if question.max is not None and number > question.max:
        return problem("answer.too_large", most=display(question.max, language) + unit, found=found)
    return canonical(number / _HUNDRED if is_percent else number)


def _parse_choice(pick: Span | None, raw: Raw, offer: Offer) -> Stored | Problem:
    wanted = (raw,) if isinstance(raw, str) else raw
    if isinstance(raw, str) and pick is not None and _option_id(raw, offer) is None:
        wanted = tuple(raw.split(","))
    chosen: list[str] = []
    for text in (item.strip() for item in wanted):
        found = _option_id(text, offer)
        if found is None:
            names = tuple(offer.options.values())
            return problem("answer.no_such_option", text=text, options=names, near=_near_label(text, names))
        if found == "":
            return problem("answer.several_of_that_name", text=text)
        if found not in chosen:
            chosen.append(found)
    if pick is None:
        return chosen[0] if len(chosen) == 1 else problem("answer.pick_one")
    if len(chosen) < pick.low:
        return problem("answer.pick_more", least=pick.low, found=len(chosen))
    if pick.high is not None and len(chosen) > pick.high:
        return problem("answer.pick_fewer", most=pick.high, found=len(chosen))
    return tuple(option for option in offer.options if option in chosen)


def _option_id(text: str, offer: Offer) -> str | None:
    """The option that a text names, by id, then by label; '' where several have that label."""
    if text in offer.options:
        return text
    exact = [id for id, label in offer.options.items() if label == text]
    same = exact or [id for id, label in offer.options.items() if label.casefold() == text.casefold()]
    return None if not same else same[0] if len(same) == 1 else ""


def _near_label(text: str, names: Sequence[str]) -> str:
    from difflib import get_close_matches  # noqa: PLC0415 - slow to import, needed only for a mistake

    close = get_close_matches(text, names, 1, 0.6)
    return close[0] if close else ""


def value_of(
    question: FieldQuestion, stored: Stored, labels: Mapping[str, str], currency: str
) -> Value | None:
    """The value of a stored answer; None where it doesn't fit the question any more.

    labels: id -> label of every option that a choice may ever have. Choices among cards are not made here:
    they are links, and who holds the cards resolves them.
    """
    match question:
        case TextQuestion() | LongQuestion():
            return stored if isinstance(stored, str) else None
        case YesNoQuestion():
            return stored == "true"
        case ScaleQuestion() | NumberQuestion():
            return _decimal(stored)
        case MoneyQuestion():
            amount = _decimal(stored)
            return None if amount is None else Money.of(amount, currency)
        case PercentQuestion():
            share = _decimal(stored)
            return None if share is None else Percent(share)
        case DateQuestion():
            try:
                return date.fromisoformat(stored) if isinstance(stored, str) else None
            except ValueError:
                return None
        case ChoiceQuestion():
            return _choices(question.pick, stored, labels)
        case _:
            assert_never(question)


def _decimal(stored: Stored) -> Decimal | None:
    return Decimal(stored) if isinstance(stored, str) and _STORED_NUMBER.fullmatch(stored) else None


def _choices(pick: Span | None, stored: Stored, labels: Mapping[str, str]) -> Value | None:
    picked = (stored,) if isinstance(stored, str) else stored
    chosen = tuple(Choice(id, labels[id]) for id in picked if id in labels)
    if pick is not None:
        return chosen
    return chosen[0] if chosen else None


def editable(question: Question, stored: Stored | None, language: Language = ENGLISH) -> str:
    """A stored answer as the person would type it again; several picks are joined with commas.

    `parse` in the same language gives the stored answer back.
    """
    if stored is None:
        return ""
    if isinstance(question, CardsQuestion | MatrixQuestion):
        return ""
    if not isinstance(stored, str):
        return ",".join(stored)
    match question:
        case YesNoQuestion():
            return "yes" if stored == "true" else "no"  # the ids of the two options
        case PercentQuestion():
            share = _decimal(stored)
            return stored if share is None else typed(share * _HUNDRED, language)
        case ScaleQuestion() | NumberQuestion() | MoneyQuestion():
            number = _decimal(stored)
            return stored if number is None else typed(number, language)
        case _:
            return stored
