"""What of a flow is there right now: steps, questions, cards, fields, cells. Holds no answers' values."""

from __future__ import annotations

from datetime import date

from wizard.core.expressions import Expression, Outcome, Ready, truth
from wizard.core.flow.flow import Entry, Flow
from wizard.core.flow.model import Step
from wizard.core.grounds import Grounds
from wizard.core.naming import Known, Local
from wizard.core.problems import Place
from wizard.core.state import State
from wizard.core.values import Card


class Visibility(Grounds):
    """Everything that a condition can hide, and the names that live at a place.

    What expressions come to, and which options an axis offers, is known by `Facts`, which is built on this.
    """

    def __init__(
        self, flow: Flow, state: State, today: date | None = None, *, complete: bool = False
    ) -> None:
        super().__init__(flow, state, today, complete=complete)
        self._steps = {step.id: step for step in flow.steps}

    def outcome(self, expression: Expression, local: Local) -> Outcome:
        """What an expression comes to where these names are known."""
        raise NotImplementedError

    def axis_ids(self, question: str, axis: str) -> frozenset[str]:
        """The ids of a matrix's `rows` or `columns`."""
        raise NotImplementedError

    # What can be seen

    def holds(self, when: Expression | None, local: Local) -> bool:
        """Whether a condition holds; no condition always does, one that waits doesn't."""
        return when is None or truth(self.outcome(when, local)) is True

    def step_visible(self, step: Step) -> bool:
        return self.known(Visibility._step_visible, step.id)

    def _step_visible(self, step: str) -> bool:
        return self.holds(self._steps[step].when, {})

    def visible(self, place: Place) -> bool:
        """Whether an answer at this place counts: everything that it hangs on is there."""
        return self.known(Visibility._visible, place)

    def _visible(self, place: Place) -> bool:
        flow = self.flow
        if place.card is not None:
            if not self.card_visible(place.card, place.question):
                return False
            return place.field is None or self._field_visible(place.question, place.card, place.field)
        entry = flow.entries.get(place.question)
        if entry is None or not self.step_visible(entry.step):
            return False
        if place.column is not None:
            return self.visible(Place(place.question)) and self._cell_exists(place)
        local = self._loop_local(entry, place.row)
        if entry.cards is not None and place.row is None:
            return True  # a list that is filled card by card exists as soon as its step does
        return local is not None and self.holds(entry.question.when, local)

    def card_visible(self, card: str, question: str) -> bool:
        """Whether a card is there: not removed, its question visible, its loop card there too."""
        return self.known(Visibility._card_visible, card, question)

    def _card_visible(self, card: str, question: str) -> bool:
        if not self.said(Place(question, card)).listed or not self.visible(Place(question)):
            return False
        row = self.state.rows.get(card)
        owner = self.state.owner.get(row) if row is not None else None
        return row is None or (owner is not None and self.card_visible(row, owner))

    def _field_visible(self, question: str, card: str, field: str) -> bool:
        found = self.flow.fields.get(question, {}).get(field)
        if found is None:
            return False
        this = Card(card, question)
        if found.entry is None:
            return self.holds(found.question.when, self.card_local(this))
        loop = found.entry.step.each
        assert loop is not None
        if not self.step_visible(found.entry.step) or this not in self.loop_cards(found.entry.step):
            return False
        return self.holds(found.question.when, {loop.name: this})

    def _cell_exists(self, place: Place) -> bool:
        rows, columns = (self.axis_ids(place.question, axis) for axis in ("rows", "columns"))
        return place.row in rows and place.column in columns

    def loop_cards(self, step: Step) -> tuple[Card, ...]:
        """The cards that an `each` step is asked for."""
        return self.known(Visibility._loop_cards, step.id)

    def _loop_cards(self, step: str) -> tuple[Card, ...]:
        loop = self._steps[step].each
        assert loop is not None
        outcome = self.outcome(loop.source, {})
        value = outcome.value if isinstance(outcome, Ready) else ()
        return tuple(item for item in value if isinstance(item, Card)) if isinstance(value, tuple) else ()

    def loop_local(self, step: Step, card: str | None) -> Local:
        """The loop name of an `each` step bound to one of its cards; nothing elsewhere."""
        if step.each is None or card is None:
            return {}
        return {step.each.name: Card(card, self.state.owner.get(card, ""))}

    def _loop_local(self, entry: Entry, row: str | None) -> Local | None:
        """The loop name bound to its card; None where that card isn't there, or nobody asks for one."""
        if row is None:
            return {}
        if entry.step.each is None or entry.cards is None:
            return None
        card = Card(row, entry.cards)
        return {entry.step.each.name: card} if card in self.loop_cards(entry.step) else None

    def card_local(self, card: Card) -> Local:
        """The names that live inside a card: `card`, `this`, and the loop name it was written for."""
        return self.new_card_local(card, self.state.rows.get(card.id))

    def new_card_local(self, card: Card, row: str | None) -> Local:
        """The same of a card that doesn't exist yet, so that all its fields are blank. row: the loop card."""
        local: dict[str, Known] = {"card": card, "this": card}
        entry = self.flow.entries.get(card.question)
        if entry is not None and entry.step.each is not None and entry.cards is not None and row is not None:
            local[entry.step.each.name] = Card(row, entry.cards)
        return local
