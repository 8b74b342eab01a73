"""What the names of an expression hold at one place of a workshop. Knows neither Jinja nor the answers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Protocol

from wizard.core.flow.flow import Flow
from wizard.core.languages import Language
from wizard.core.problems import Place
from wizard.core.values import Blank, Card, Value

Known = Value | Blank
Local = Mapping[str, Known]


class Knowing(Protocol):
    """Who knows what is true: see `facts.Facts`."""

    flow: Flow
    language: Language

    def value(self, place: Place) -> Known: ...
    def computed(self, name: str) -> Known: ...
    def computed_field(self, card: Card, name: str) -> Known: ...
    def set_options(self, name: str) -> Known: ...
    def record(self, name: str) -> Known: ...
    def note(self, card: Card) -> Known: ...
    def face(self, card: Card) -> str: ...
    def links(self, card: Card) -> Iterable[Card]: ...
    def read(self, key: str) -> Any: ...


class Names:
    """The scope that evaluation asks. local: names that live only here, such as a loop's."""

    __slots__ = ("_facts", "_local")

    def __init__(self, facts: Knowing, local: Local) -> None:
        self._facts = facts
        self._local = local

    @property
    def language(self) -> Language:
        return self._facts.language

    def name(self, name: str) -> Known:
        facts = self._facts
        if name in self._local:
            return self._local[name]
        if name in facts.flow.entries:
            return facts.value(Place(name))
        if name in facts.flow.computed:
            return facts.computed(name)
        if name in facts.flow.options:
            return facts.set_options(name)
        if name == "today":
            return facts.read("today")  # type: ignore[no-any-return]  # a date, or Blank
        if name in ("flow", "workshop", "currency", "version"):
            return facts.record(name)
        return Blank()

    def field(self, card: Card, field: str) -> Known:
        facts = self._facts
        if field == "note":
            return facts.note(card)
        if (card.question, field) in facts.flow.computed_fields:
            return facts.computed_field(card, field)
        return facts.value(Place(card.question, card.id, field))

    def face(self, card: Card) -> str:
        return self._facts.face(card)

    def links(self, card: Card) -> Iterable[Card]:
        return self._facts.links(card)
