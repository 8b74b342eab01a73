"""What is held out to a person: options to choose from, a suggestion, how an answer is understood."""

from __future__ import annotations

from collections.abc import Mapping

from wizard.core.answers import value_of
from wizard.core.events import Stored
from wizard.core.expressions import Expression, Ready, Waiting
from wizard.core.facts import Facts, Offered
from wizard.core.flow.flow import SetSource
from wizard.core.flow.model import ChoiceQuestion, FieldQuestion, LongQuestion, Option, TextQuestion
from wizard.core.naming import Known, Local
from wizard.core.problems import Place
from wizard.core.values import Blank, Card, Choice


def kept_options(facts: Facts, place: Place, offered: Offered) -> Mapping[str, str]:
    """What was chosen and isn't on offer any more: id -> label. Cards that are gone aren't among it."""
    stored = facts.stored(place) or ()
    source, known = facts.source(place), {id for id, _, _ in offered}
    kept: dict[str, str] = {}
    for id in (stored,) if isinstance(stored, str) else stored:
        owner = facts.state.owner.get(id, "")
        if id in known:
            continue
        if isinstance(source, SetSource):
            kept[id] = source.options[id].label if id in source.options else id
        elif facts.card_visible(id, owner):
            kept[id] = facts.face(Card(id, owner))
    return kept


def all_options(facts: Facts, place: Place) -> Mapping[str, Option]:
    """Every option that a choice may ever have had, also those that aren't offered now."""
    source = facts.source(place)
    return source.options if isinstance(source, SetSource) else {}


def suggestion_in(facts: Facts, place: Place, local: Local, options: Offered) -> Known:
    """The ghost at a place where these names are known and these options are on offer."""
    question = facts.flow.question_at(place)
    suggest = getattr(question, "suggest", None)
    if suggest is None or place.column is not None:
        return Blank()
    if isinstance(question, TextQuestion | LongQuestion):
        waits = any(
            isinstance(facts.outcome(part, local), Waiting)
            for part in suggest.parts
            if isinstance(part, Expression)
        )
        return Blank() if waits else facts.prose(suggest, local)
    if isinstance(question, ChoiceQuestion):
        local = {**{id: Choice(id, label) for id, label, _ in options}, **local}
    outcome = facts.outcome(suggest, local)
    return outcome.value if isinstance(outcome, Ready) else Blank()


def understood(facts: Facts, question: FieldQuestion, place: Place, stored: Stored) -> str:
    """An answer that isn't given yet, as people would read it."""
    ids = (stored,) if isinstance(stored, str) else stored
    if isinstance(question, ChoiceQuestion):
        offered = facts.offered_at(place)
        labels = {**{id: label for id, label, _ in offered}, **kept_options(facts, place, offered)}
        return ", ".join(label for id, label in labels.items() if id in ids)
    value = value_of(question, stored, {}, facts.currency)
    return "" if value is None else facts.shown(value)
