"""How well options fit the answers at hand, and why. Chooses nothing, and knows no front end."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import msgspec

from wizard.core.expressions import truth
from wizard.core.facts import Facts, Offered
from wizard.core.flow.model import Fit
from wizard.core.naming import Local
from wizard.core.offers import all_options
from wizard.core.problems import Place
from wizard.core.values import Card

_MINUS = "\N{MINUS SIGN}"


class Reason(msgspec.Struct, frozen=True):
    """Why an option fits, or doesn't. weight: below 0 it speaks against."""

    weight: Decimal
    because: str


class Ranked(msgspec.Struct, frozen=True):
    """How well one option fits. score: the sum of its reasons. best: none fits better, and it does fit."""

    id: str
    label: str
    score: Decimal
    reasons: tuple[Reason, ...]
    best: bool = False

    @property
    def known(self) -> bool:
        """Whether anything speaks for or against it."""
        return bool(self.reasons)


def ranking(facts: Facts, place: Place) -> tuple[Ranked, ...]:
    """How well each option on offer at a place fits, as the flow orders them; () where none says when.

    place: a question, a field or a cell. Of a card that isn't there yet it has no card, and in `row` perhaps
    the loop card that it is for.
    """
    return facts.known(_ranking, place)


def _ranking(facts: Facts, place: Place) -> tuple[Ranked, ...]:
    options = all_options(facts, place)
    if not any(option.fits for option in options.values()):
        return ()
    local, offered = _around(facts, place)
    found = [_ranked(facts, id, label, options[id].fits, local) for id, label, _ in offered]
    most = max((one.score for one in found if one.known), default=Decimal(0))
    return tuple(
        msgspec.structs.replace(one, best=one.known and one.score == most and most > 0) for one in found
    )


def _around(facts: Facts, place: Place) -> tuple[Local, Offered]:
    """The names that live at a place, and the options on offer there."""
    if place.field is None or place.card is not None:
        return facts.local_at(place), facts.offered_at(place)
    local = facts.new_card_local(Card("", place.question), place.row)
    return local, facts.options_in((place.question, place.field, "options"), local)


def _ranked(facts: Facts, id: str, label: str, fits: tuple[Fit, ...], local: Local) -> Ranked:
    reasons = tuple(_reasons(facts, fits, local))
    return Ranked(id, label, sum((reason.weight for reason in reasons), Decimal(0)), reasons)


def _reasons(facts: Facts, fits: tuple[Fit, ...], local: Local) -> Iterator[Reason]:
    """Those that hold. One that waits for an answer counts for nothing."""
    for fit in fits:
        if truth(facts.outcome(fit.when, local)) is True:
            yield Reason(fit.weight, facts.prose(fit.because, local))


def signed(facts: Facts, weight: Decimal) -> str:
    """A score or a weight as people read it: `+3`, `0`, and a real minus before what speaks against."""
    sign = "+" if weight > 0 else _MINUS if weight < 0 else ""
    return f"{sign}{facts.shown(abs(weight))}"
