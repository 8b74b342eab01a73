"""Computed values: what they come to, what stands in place of one, and what each was worked out from."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from decimal import Decimal
from typing import NamedTuple

from wizard.core.expressions import Waiting
from wizard.core.flow.model import Computed, Unless
from wizard.core.naming import Known, Local
from wizard.core.problems import Place
from wizard.core.values import Blank, Card, Money, Months, Percent, Rounded, Value
from wizard.core.visibility import Visibility


class Worked(NamedTuple):
    """A computed value by its id in the flow. card: the one that it is of, None for the whole model."""

    name: str
    card: Card | None = None


class Workings(Visibility):
    """What the flow works out from the answers. What expressions come to is known by `Facts`."""

    def computed(self, name: str) -> Known:
        return self.known(Workings._computed_value, name)

    def _computed_value(self, name: str) -> Known:
        return self._computed(Worked(name))

    def computed_field(self, card: Card, name: str) -> Known:
        return self.known(Workings._computed_field, card, name)

    def _computed_field(self, card: Card, name: str) -> Known:
        return self._computed(Worked(name, card))

    def worked_out(self, what: Worked) -> Known:
        """A computed value, of one card or of the whole model."""
        return self.computed(what.name) if what.card is None else self.computed_field(what.card, what.name)

    def _computed(self, what: Worked) -> Known:
        computed, local = self.definition(what)
        outcome = self.outcome(computed.value, local)  # first, so that what it reads comes in this order
        if self.spared(what) is not None:
            return Blank()
        if isinstance(outcome, Waiting):
            return Blank(outcome.places, outcome.no_period)
        return self.in_unit(computed, outcome.value)

    def in_unit(self, computed: Computed, value: Value) -> Value:
        """A value as what its flow says it is: money, a percentage, months."""
        if not isinstance(value, Decimal):
            return value
        match computed.as_:
            case "money":
                return Money.of(value, self.currency, worked_out=True)
            case "percent":
                return Percent.of(value, worked_out=True)
            case "months":
                return Months(value)
            case _:
                return Rounded(value) if type(value) is Decimal else value

    def definition(self, what: Worked) -> tuple[Computed, Local]:
        """What the flow says about a computed value, and the name that its card has there."""
        if what.card is None:
            return self.flow.computed[what.name], {}
        computed = self.flow.computed_fields[what.card.question, what.name]
        assert computed.each is not None
        return computed, {computed.each.name: what.card}

    def spared(self, what: Worked) -> Unless | None:
        """The first `unless` of a computed value that is true: there is no number then, and it says why."""
        computed, local = self.definition(what)
        return next((unless for unless in computed.unless if self.holds(unless.when, local)), None)

    def worked_from(self, what: Worked) -> Iterator[Place | Worked]:
        """What a computed value was worked out from, directly: answers, and other computed values."""
        if what.card is None:
            reads = self.reads(Workings._computed_value, what.name)
        else:
            reads = self.reads(Workings._computed_field, what.card, what.name)
        for key in reads:
            match key:
                case (_, Place() as place):  # nothing but a value is asked by its place alone
                    yield place
                case (Workings._computed_value, str() as name):
                    yield Worked(name)
                case (Workings._computed_field, Card() as card, str() as name):
                    yield Worked(name, card)

    def grounds_of(self, what: Worked) -> frozenset[Hashable]:
        """Every place that a computed value hangs on, through whatever."""
        if what.card is None:
            return self.hangs_on(Workings._computed_value, what.name)
        return self.hangs_on(Workings._computed_field, what.card, what.name)
