"""What places, cards and answers are called in sentences about them. Judges nothing, and says no sentence."""

from __future__ import annotations

from wizard.core.controls import one_line, visible
from wizard.core.events import Stored
from wizard.core.facts import Facts
from wizard.core.flow.model import CardsQuestion, FieldQuestion, LongQuestion, MatrixQuestion, TextQuestion
from wizard.core.offers import all_options, understood
from wizard.core.problems import Place
from wizard.core.tongue import t
from wizard.core.values import Card
from wizard.core.words import deeds as words
from wizard.core.words.deeds import A_CARD, A_QUESTION

MOST_CHARACTERS = 80
"""Of one answer or question inside a sentence: the sentence is to be read at a glance."""


def short(text: str) -> str:
    """A text on one line, with a sign where something was left off."""
    text = one_line(visible(text))
    return text if len(text) <= MOST_CHARACTERS else text[: MOST_CHARACTERS - 1].rstrip() + "…"


def asked(facts: Facts, place: Place) -> str:
    """The question of a place as its flow asks it; of a field the field's, of a cell the matrix's."""
    question = facts.flow.question_at(place)
    if question is None:
        return t(A_QUESTION)
    return short(facts.prose(question.ask, facts.local_at(place))) or t(A_QUESTION)


def in_short(facts: Facts, place: Place) -> str:
    """What the answer at a place is called, in a word or two; '' where its flow doesn't say."""
    question = facts.flow.question_at(place)
    if question is None or question.short is None:
        return ""
    return short(facts.prose(question.short, facts.local_at(place)))


def label(facts: Facts, place: Place) -> str:
    """What stands before a number: what it is called in short, else the question."""
    name = in_short(facts, place)
    return name[:1].upper() + name[1:] if name else asked(facts, place)


def quoted(text: str) -> str:
    """What somebody wrote, in quotation marks; our own words for what has none are left as they are."""
    return text if text in (t(A_CARD), t(A_QUESTION)) else t(words.QUOTED, text=text)


def about(facts: Facts, place: Place) -> str:
    """What a place is called: a question by its words, a card by its face, their fields and cells by both."""
    if place.card is not None:
        name = quoted(called(facts, place.card, place.question))
        if place.field is None:
            return name
        return t(words.OF_CARD, what=quoted(asked(facts, place)), card=name)
    what = quoted(asked(facts, place))
    if place.column is not None:
        return t(words.AT_CELL, what=what, cell=quoted(cell_name(facts, place)))
    if place.row is not None:
        name = quoted(called(facts, place.row, facts.state.owner.get(place.row, "")))
        return t(words.FOR_CARD, what=what, card=name)
    return what


def cell_name(facts: Facts, place: Place) -> str:
    """Row and column of a cell; those that aren't there any more by what they were called."""
    return ", ".join(
        _label(facts, place.question, axis, id or "")
        for axis, id in (("rows", place.row), ("columns", place.column))
    )


def _label(facts: Facts, question: str, axis: str, id: str) -> str:
    offered = next((label for known, label, _ in facts.offered(question, axis=axis) if known == id), None)
    return short(offered) if offered is not None else _named(facts, id)


def called(facts: Facts, card: str, question: str) -> str:
    """The face of a card, whether it is there or not; its first words where it has no other face."""
    face = short(facts.face(Card(card, question)))
    return face if face not in ("", "…") else t(A_CARD)


def _named(facts: Facts, id: str) -> str:
    """A card by its face, anything else by its id."""
    owner = facts.state.owner.get(id)
    return called(facts, id, owner) if owner is not None else short(id)


def first_field(facts: Facts, question: str) -> str | None:
    """The field with the first words of a card, None where no field holds words."""
    fields = facts.flow.fields.get(question, {})
    return next(
        (name for name, field in fields.items() if isinstance(field.question, TextQuestion | LongQuestion)),
        None,
    )


def question_of(facts: Facts, place: Place) -> FieldQuestion | None:
    """What is answered at a place by one value; None for lists and grids, and where nothing is asked."""
    question = facts.flow.question_at(place)
    if place.column is not None:
        return facts.flow.cell_question(place.question)
    return None if isinstance(question, CardsQuestion | MatrixQuestion) else question


def worded(facts: Facts, place: Place, stored: Stored) -> str:
    """An answer as people read it, also one that isn't there any more, in one line."""
    question = question_of(facts, place)
    if question is None:
        return short(stored if isinstance(stored, str) else ", ".join(stored))
    source = facts.source(place)
    if source is None:
        return short(understood(facts, question, place, stored))
    labels = all_options(facts, place)
    ids = (stored,) if isinstance(stored, str) else stored
    return short(", ".join(labels[id].label if id in labels else _named(facts, id) for id in ids))
