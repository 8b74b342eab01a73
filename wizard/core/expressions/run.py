"""One evaluation under way: where it reads, and how much it may still do."""

from __future__ import annotations

from collections.abc import Mapping

from wizard.core.expressions.scope import Scope
from wizard.core.expressions.showing import shown
from wizard.core.values import Blank, Card, Value

MAX_STEPS = 200_000
"""Elements of lists that one evaluation may look at, all its filters together."""
MAX_ELEMENTS = 10_000


class OutOfSteps(Exception):
    """An expression would take too long. Never leaves this package."""


class Run:
    """What the operations of one evaluation share."""

    __slots__ = ("scope", "steps")

    def __init__(self, scope: Scope) -> None:
        self.scope = scope
        self.steps = MAX_STEPS

    def spend(self, steps: int) -> None:
        """Count what is about to be done. Raises OutOfSteps."""
        self.steps -= steps
        if self.steps < 0:
            raise OutOfSteps

    def text(self, value: Value | Blank) -> str:
        """A value as people read it."""
        return value if isinstance(value, str) else shown(value, self.scope.face, self.scope.language)

    def field(self, of: Value | Blank, field: str) -> Value | Blank:
        """A field of a card or a group of values; of a list, the list of its elements' fields, flattened."""
        if isinstance(of, Blank):
            return of
        if isinstance(of, Card):
            return self._card_field(of, field)
        if isinstance(of, tuple):
            return self._mapped(of, field)
        if isinstance(of, Mapping):
            return of.get(field, Blank())
        return Blank()

    def _card_field(self, card: Card, field: str) -> Value | Blank:
        if field == "face":
            return self.scope.face(card)
        if field == "id":
            return card.id
        return self.scope.field(card, field)

    def _mapped(self, items: tuple[Value | Blank, ...], field: str) -> tuple[Value | Blank, ...]:
        self.spend(len(items))
        made: list[Value | Blank] = []
        for item in items:
            value = self.field(item, field)
            if isinstance(value, tuple):
                self.spend(len(value))
                made.extend(value)
            else:
                made.append(value)
        return tuple(made[:MAX_ELEMENTS])
