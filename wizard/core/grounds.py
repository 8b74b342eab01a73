"""What was said in a workshop, place by place: the grounds of everything that follows. Concludes nothing."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from datetime import date
from typing import NamedTuple, Self

from wizard.core.events import Stored
from wizard.core.flow.flow import Flow
from wizard.core.languages import Language, language_of
from wizard.core.memory import Memory
from wizard.core.problems import Place
from wizard.core.state import State
from wizard.core.values import Blank


class Said(NamedTuple):
    """All that was said at one place. cards: of a bare `cards` question, in order.

    listed: of a bare card, whether it is in its list: who wants to know that needn't look at the whole list,
    which changes with every card.
    """

    answer: Stored | None
    note: str
    passed: bool | None
    cards: tuple[str, ...]
    listed: bool = False


class Grounds(Memory):
    """A memory whose grounds are places (what was said there), "name" and "today".

    complete: nobody is asked any more (documents, a run without a terminal), so the coach holds nothing back.
    """

    def __init__(
        self, flow: Flow, state: State, today: date | None = None, *, complete: bool = False
    ) -> None:
        super().__init__()
        self.flow = flow
        self.state = state
        self.today = today
        self.complete = complete
        self.currency = state.started.currency if state.started else flow.file.currency
        tag = state.started.language if state.started else flow.file.language
        self.language: Language = language_of(tag)

    def after(self, state: State, changed: Iterable[Place], today: date | None = None) -> Self:
        """The facts of a later state, in which only these places have changed. today: where that has, too."""
        later = type(self)(self.flow, state, today or self.today, complete=self.complete)
        grounds: list[Hashable] = list(changed)
        if state.name != self.state.name:
            grounds.append("name")
        if later.today != self.today:
            grounds.append("today")
        later.inherit(self, grounds)
        return later

    def ground(self, key: Hashable) -> Said | str | date | Blank:
        if isinstance(key, Place):
            state = self.state
            cards = state.cards.get(key.question, ()) if key.field is None else ()
            listed = key.card in cards
            cards = cards if key.card is None else ()
            return Said(
                state.answers.get(key), state.notes.get(key, ""), state.passed.get(key), cards, listed
            )
        if key == "name":
            return self.state.name
        return self.today if self.today is not None else Blank()

    def said(self, place: Place) -> Said:
        """What was said at a place, whether anybody can see it or not."""
        found = self.read(place)
        assert isinstance(found, Said)
        return found

    def stored(self, place: Place) -> Stored | None:
        """The answer that was given at a place, whether anybody can see it or not."""
        return self.said(place).answer
