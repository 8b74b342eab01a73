"""Whether an answer to one question is an answer to another one. Knows questions and texts, no workshop."""

from __future__ import annotations

import msgspec

from wizard.core.answers import Offer, editable, parse
from wizard.core.events import Stored
from wizard.core.flow.model import ChoiceQuestion, FieldQuestion, LongQuestion, Question, TextQuestion
from wizard.core.problems import Problem


class Fitted(msgspec.Struct, frozen=True):
    """What of an answer another question takes. stored: None for nothing.

    lost: ids that were chosen and that the other question doesn't know. why: what else stands in the way.
    """

    stored: Stored | None = None
    lost: tuple[str, ...] = ()
    why: Problem | None = None


def agree(was: Question, now: Question) -> bool:
    """Whether two questions ask for the same kind of thing. A line and a longer text are both words."""
    words = TextQuestion | LongQuestion
    return type(was) is type(now) or (isinstance(was, words) and isinstance(now, words))


def fitted(was: FieldQuestion, now: FieldQuestion, stored: Stored, offer: Offer, currency: str) -> Fitted:
    """An answer to `was` as an answer to `now`, which asks for the same kind. offer: all that may be chosen.

    Options are the same where their ids are; what they are called doesn't matter.
    """
    if not isinstance(now, ChoiceQuestion):
        found = parse(now, editable(was, stored), offer, currency)
        return Fitted(why=found) if isinstance(found, Problem) else Fitted(found)
    picked = (stored,) if isinstance(stored, str) else stored
    known = tuple(id for id in picked if id in offer.options)
    lost = tuple(id for id in picked if id not in offer.options)
    if not known:
        return Fitted(lost=lost)
    found = parse(now, known, offer, currency)
    if isinstance(found, Problem):
        return Fitted(lost=lost, why=found)
    return Fitted(known if now.pick is not None else known[0], lost)
