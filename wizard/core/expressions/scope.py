"""What evaluation asks for and what it answers. Knows no workshop: a Scope stands between."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

import msgspec

from wizard.core.languages import Language
from wizard.core.problems import Place
from wizard.core.values import Blank, Card, Value


class Scope(Protocol):
    """Gives the values at one place of a workshop, and notes by itself what was read."""

    @property
    def language(self) -> Language:
        """How figures and days become text."""

    def name(self, name: str) -> Value | Blank:
        """What a name holds; Blank for a name that nobody knows."""

    def field(self, card: Card, field: str) -> Value | Blank:
        """A field of a card, computed ones and `note` too. Links are a Card, or a tuple of Cards."""

    def face(self, card: Card) -> str:
        """What a card is called."""

    def links(self, card: Card) -> Iterable[Card]:
        """Every card that it links to, through any field."""


class Ready(msgspec.Struct, frozen=True):
    """The expression has a value."""

    value: Value


class Waiting(msgspec.Struct, frozen=True):
    """The expression has no value yet. places: what it waits for; may be empty (a division by zero).

    no_period: see Blank.
    """

    places: tuple[Place, ...] = ()
    no_period: str = ""


Outcome = Ready | Waiting
