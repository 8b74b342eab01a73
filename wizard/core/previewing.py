"""What is understood while somebody types, before it is an answer. Keeps nothing."""

from __future__ import annotations

import msgspec

from wizard.core.answers import is_empty, parse
from wizard.core.decision import offer_at
from wizard.core.facts import Facts
from wizard.core.inputs import message
from wizard.core.intents import Raw
from wizard.core.offers import understood
from wizard.core.problems import Place, Problem
from wizard.core.screen import Message
from wizard.core.wording import question_of


def previewed(facts: Facts, place: Place, raw: Raw) -> Message | None:
    """How a text would be understood, or what stands in its way; None where there is nothing to say."""
    question = question_of(facts, place)
    if question is None or is_empty(raw):
        return None
    stored = parse(question, raw, offer_at(facts, place), facts.currency, facts.language)
    if isinstance(stored, Problem):
        return message(msgspec.structs.replace(stored, place=place))
    text = understood(facts, question, place, stored)
    return None if text == raw or not text else Message(text)
