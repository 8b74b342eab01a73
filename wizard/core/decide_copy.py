"""From a card to another one like it, in one action: its fields, links and notes, and what isn't known."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from msgspec.structs import replace

from wizard.core.answers import MOST_CHARACTERS
from wizard.core.decide_cards import MOST_CARDS
from wizard.core.decision import Decision, judged, refused
from wizard.core.events import AnswerGiven, AnyEvent, CardAdded, NoteWritten, QuestionPassed
from wizard.core.facts import Facts
from wizard.core.flow.model import FieldQuestion, LongQuestion, TextQuestion
from wizard.core.problems import Place, problem
from wizard.core.tongue import t
from wizard.core.words.cards import COPY, COPY_AGAIN, uncopied


def duplicate_card(facts: Facts, question: str, card: str, new_id: Callable[[], str]) -> Decision:
    """The copy stands right behind the card. Its first text says that it is one, where no rule refuses that.

    What points at the card goes on pointing at that one alone.
    """
    listed = facts.state.cards.get(question, ())
    if card not in listed:
        return refused(problem("card.gone", place=Place(question)))
    if len(listed) >= MOST_CARDS:
        return refused(problem("card.too_many", place=Place(question), most=MOST_CARDS))
    copy = new_id()
    added = CardAdded(question, copy, listed.index(card) + 1, facts.state.rows.get(card))
    events = (added, *_copied(facts, question, card, copy))
    if (named := _named(facts, question, card)) is not None:
        field, text = named
        place = Place(question, copy, field.id)
        renamed = tuple(_with_text(event, place, text) for event in events)
        if not any(p.severity == "error" for p in judged(facts, renamed, ((field, place),)).problems):
            return Decision(renamed)
    return Decision(events)


def _copied(facts: Facts, question: str, card: str, copy: str) -> Iterator[AnyEvent]:
    """All that was said of a card, of its copy; also what nobody sees at the moment."""

    def of_card(place: Place) -> bool:
        return place.question == question and place.card == card

    state = facts.state
    for place, value in state.answers.items():
        if of_card(place):
            yield AnswerGiven(replace(place, card=copy), value)
    for place, unknown in state.passed.items():
        if of_card(place):
            yield QuestionPassed(replace(place, card=copy), unknown)
    for place, text in state.notes.items():
        if of_card(place):
            yield NoteWritten(replace(place, card=copy), text)


def _with_text(event: AnyEvent, place: Place, text: str) -> AnyEvent:
    is_it = isinstance(event, AnswerGiven) and event.place == place
    return AnswerGiven(place, text) if is_it else event


def _named(facts: Facts, question: str, card: str) -> tuple[FieldQuestion, str] | None:
    """The first text on a card and what its copy says there; None where there is none, or no room."""
    for name, field in facts.flow.fields[question].items():
        stored = facts.state.answers.get(Place(question, card, name))
        if isinstance(field.question, TextQuestion | LongQuestion) and isinstance(stored, str):
            listed = facts.state.cards[question]
            taken = [facts.state.answers.get(Place(question, other, name)) for other in listed]
            text = _free(uncopied(stored), taken)
            return None if len(text) > MOST_CHARACTERS else (field.question, text)
    return None


def _free(text: str, taken: Sequence[object]) -> str:
    """What a copy of a text is called, where other copies have their names already."""
    name, number = t(COPY, text=text), 2
    while name in taken:
        name, number = t(COPY_AGAIN, text=text, number=number), number + 1
    return name
