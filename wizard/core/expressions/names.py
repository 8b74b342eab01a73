"""What an expression may name: the question it asks of whoever built the flow. Knows no flow itself."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

import msgspec

from wizard.core.expressions.types import Type
from wizard.core.problems import Detail


class Known(msgspec.Struct, frozen=True):
    """The name can be used here and holds a value of this type."""

    type: Type


class Missing(msgspec.Struct, frozen=True):
    """The name can't be used here.

    code: `name.unknown`, `name.later`, `name.loop_outside`, `name.sibling` or `name.not_here`.
    details: what its sentence needs besides `name`: `step` for `loop_outside`. `near` is found by who checks.
    """

    code: str = "name.unknown"
    details: dict[str, Detail] = {}


class Names(Protocol):
    """Everything that can be named at one place of a flow."""

    def lookup(self, name: str) -> Known | Missing:
        """What a name stands for at this place."""

    def names(self) -> Iterable[str]:
        """All names that can be used at this place, for "Did you mean ...?"."""

    def field_type(self, question: str, field: str) -> Type | Missing | None:
        """The type of a card's field, computed ones too; `face`, `note` and `id` are never asked for.

        Missing where the card has the field but not here, None where it has none of that name.
        """

    def fields(self, question: str) -> Iterable[str]:
        """The fields that a card of this question has, for "Did you mean ...?"."""
