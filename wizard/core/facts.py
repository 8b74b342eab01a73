"""What is true of a workshop right now: values, faces, links, options, sentences. Derived and pure."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from wizard.core.answers import value_of
from wizard.core.controls import visible
from wizard.core.expressions import Expression, Outcome, Prose, Ready, evaluate, rendered, shown
from wizard.core.flow.flow import CardSource, ExpressionSource, Flow, OptionSource, SetSource
from wizard.core.flow.model import (
    CardsQuestion,
    ChoiceQuestion,
    FieldQuestion,
    LongQuestion,
    MatrixQuestion,
    TextQuestion,
)
from wizard.core.naming import Known, Local, Names
from wizard.core.problems import Place
from wizard.core.state import State
from wizard.core.values import Blank, Card, Choice, Grid, Value
from wizard.core.workings import Workings

# Options in their order, each with its id, its label and its help.
Offered = tuple[tuple[str, str, str], ...]


class Facts(Workings):
    """flow, state and `today` in; everything that follows from them out, as it is asked for."""

    def __init__(
        self, flow: Flow, state: State, today: date | None = None, *, complete: bool = False
    ) -> None:
        super().__init__(flow, state, today, complete=complete)
        self._naming: list[str] = []

    # Values

    def value(self, place: Place) -> Known:
        """The answer at a place: a question, a field of a card, or a cell."""
        return self.known(Facts._value, place)

    def _value(self, place: Place) -> Known:
        blank = Blank((place,))
        if not self.visible(place):
            return blank
        if place.column is not None:
            question: object = self.flow.cell_question(place.question)
        else:
            question = self.flow.question_at(place)
        if isinstance(question, CardsQuestion):
            cards = (Card(id, place.question) for id in self.said(place).cards)
            return tuple(card for card in cards if self.card_visible(card.id, card.question))
        if isinstance(question, MatrixQuestion):
            return self._grid(place.question)
        if question is None:
            return blank
        return self._single(question, place, blank)  # type: ignore[arg-type]

    def _single(self, question: FieldQuestion, place: Place, blank: Blank) -> Known:
        source = self.source(place)
        if isinstance(source, CardSource | ExpressionSource):
            return self._link(question, place, source, blank)
        stored = self.stored(place)
        several = isinstance(question, ChoiceQuestion) and question.pick is not None
        if stored is None:
            return () if several else blank
        labels = {id: option.label for id, option in source.options.items()} if source else {}
        value = value_of(question, stored, labels, self.currency)
        return blank if value is None else value

    def _link(
        self,
        question: FieldQuestion,
        place: Place,
        source: CardSource | ExpressionSource,
        blank: Blank,
    ) -> Known:
        """A link is a Card; where that card is parked or removed, nothing sees the link."""
        field = self.flow.fields.get(place.question, {}).get(place.field or "")
        stored = self.state.rows.get(place.card or "") if field and field.loop else self.stored(place)
        ids = () if stored is None else (stored,) if isinstance(stored, str) else stored
        cards = tuple(
            Card(id, owner)
            for id in ids
            if (owner := self.state.owner.get(id)) in source.questions and self.card_visible(id, owner)
        )
        if isinstance(question, ChoiceQuestion) and question.pick is not None:
            return cards
        return cards[0] if cards else blank

    def source(self, place: Place) -> OptionSource | None:
        """Where the options at a place come from."""
        part = "options" if place.column is None else "cell"
        return self.flow.sources.get((place.question, place.field or "", part))

    def _grid(self, question: str) -> Grid:
        rows, columns = (self._axis(question, axis) for axis in ("rows", "columns"))
        cells: dict[tuple[str, str], Value] = {}
        for row in rows:
            for column in columns:
                value = self.value(Place(question, row=row.id, column=column.id))
                if not isinstance(value, Blank):
                    cells[row.id, column.id] = value
        return Grid(question, rows, columns, cells)

    def _axis(self, question: str, axis: str) -> tuple[Choice | Card, ...]:
        source = self.flow.sources.get((question, "", axis))
        if isinstance(source, SetSource):
            return tuple(Choice(id, label) for id, label, _ in self.offered(question, axis=axis))
        ids = (id for id, _, _ in self.offered(question, axis=axis))
        return tuple(Card(id, self.state.owner[id]) for id in ids)

    def face(self, card: Card) -> str:
        """What a card is called; its first field, where the flow says nothing else."""
        if card.id in self._naming:  # it is named by a card that it names itself
            return self.first_text(card)
        return self.known(Facts._face, card)

    def _face(self, card: Card) -> str:
        self._naming.append(card.id)
        try:
            return " ".join(self._named(card).split()) or "…"
        finally:
            self._naming.pop()

    def _named(self, card: Card) -> str:
        if not self.card_visible(card.id, card.question):
            return self.first_text(card)
        entry = self.flow.entries.get(card.question)
        question = entry.question if entry else None
        if isinstance(question, CardsQuestion) and question.card is not None:
            return self.prose(question.card, self.card_local(card))
        first = next(iter(self.flow.fields.get(card.question, {})), "")
        return self.shown(self.value(Place(card.question, card.id, first)))

    def first_text(self, card: Card) -> str:
        """The first words on a card, as they were left, whether anybody can see them or not."""
        for name, field in self.flow.fields.get(card.question, {}).items():
            if isinstance(field.question, TextQuestion | LongQuestion):
                stored = self.stored(Place(card.question, card.id, name))
                if isinstance(stored, str):
                    return " ".join(stored.split())
        return "…"

    def note(self, card: Card) -> Known:
        place = Place(card.question, card.id)
        return self.said(place).note or Blank((place,))

    def links(self, card: Card) -> tuple[Card, ...]:
        """Every card that it points at, through any field."""
        return self.known(Facts._links, card)

    def _links(self, card: Card) -> tuple[Card, ...]:
        found: dict[Card, None] = {}
        for field in self.flow.link_fields.get(card.question, ()):
            value = self.value(Place(card.question, card.id, field))
            for item in value if isinstance(value, tuple) else (value,):
                if isinstance(item, Card):
                    found[item] = None
        return tuple(found)

    def lost_links(self, place: Place) -> tuple[Card, ...]:
        """The cards that the answer at a place points at and that aren't there at the moment."""
        source = self.source(place)
        if isinstance(source, SetSource | None):
            return ()
        stored = self.stored(place) or ()
        ids = (stored,) if isinstance(stored, str) else stored
        cards = (Card(id, self.state.owner.get(id, "")) for id in ids)
        return tuple(card for card in cards if not self.card_visible(card.id, card.question))

    # Options

    def offered(
        self, question: str, field: str = "", card: str | None = None, *, axis: str = "options"
    ) -> Offered:
        """The options on offer now: (id, label, help), in order. card: the card at hand, or the loop card."""
        return self.known(Facts._offered, question, field, card, axis)

    def offered_at(self, place: Place) -> Offered:
        """The options on offer now at a place."""
        if place.column is not None:
            return self.offered(place.question, axis="cell")
        return self.offered(
            place.question, place.field or "", place.card if place.card is not None else place.row
        )

    def _offered(self, question: str, field: str, card: str | None, axis: str) -> Offered:
        return self.options_in((question, field, axis), self._local_at(question, field, card), card)

    def axis_ids(self, question: str, axis: str) -> frozenset[str]:
        return self.known(Facts._axis_ids, question, axis)

    def _axis_ids(self, question: str, axis: str) -> frozenset[str]:
        return frozenset(id for id, _, _ in self.offered(question, axis=axis))

    def options_in(self, source: tuple[str, str, str], local: Local, card: str | None = None) -> Offered:
        """The options of a source (a key of `Flow.sources`) where these names are known. card: left out."""
        match self.flow.sources.get(source):
            case SetSource(options):
                return tuple(
                    (id, option.label, self.prose(option.help, local))
                    for id, option in options.items()
                    if self.holds(option.when, local)
                )
            case CardSource(questions):
                kinds = {name: self.kind(name) if len(questions) > 1 else "" for name in questions}
                return tuple(
                    option for name in questions for option in self._card_options(name, card, kinds[name])
                )
            case ExpressionSource(expression):
                outcome = self.outcome(expression, local)
                value = outcome.value if isinstance(outcome, Ready) else ()
                cards = value if isinstance(value, tuple) else ()
                return tuple((c.id, self.face(c), "") for c in cards if isinstance(c, Card))
            case None:
                return ()

    def kind(self, question: str) -> str:
        """What cards of a question are called on the canvas; '' for those that stand nowhere."""
        block = self.flow.entries[question].question.block
        blocks = self.flow.layout.blocks if self.flow.layout is not None else ()
        return next((found.title for found in blocks if found.id == block), "")

    def _card_options(self, question: str, card: str | None, kind: str) -> Iterable[tuple[str, str, str]]:
        cards = self.value(Place(question))
        for item in cards if isinstance(cards, tuple) else ():
            if isinstance(item, Card) and item.id != card:
                yield (item.id, self.face(item), kind)

    def _local_at(self, question: str, field: str, card: str | None) -> Local:
        if not card:
            return {}
        entry = self.flow.entries.get(question)
        if field:
            found = self.flow.fields.get(question, {}).get(field)
            this = Card(card, question)
            if found is not None and found.entry is not None and found.entry.step.each is not None:
                return {found.entry.step.each.name: this, "card": this}
            return self.card_local(this)
        local = self._loop_local(entry, card) if entry else None
        return local or {}

    def local_at(self, place: Place) -> Local:
        """The names that live at a place: the card, the loop card."""
        card = place.card if place.card is not None else place.row if place.column is None else None
        return self._local_at(place.question, place.field or "", card)

    # Expressions

    def outcome(self, expression: Expression, local: Local) -> Outcome:
        return evaluate(expression, Names(self, local))

    def prose(self, prose: Prose | None, local: Local) -> str:
        if prose is None:
            return ""
        return visible(prose.source if prose.is_plain else rendered(prose, Names(self, local)))

    def shown(self, value: Known) -> str:
        """A value as people read it."""
        return "" if isinstance(value, Blank) else shown(value, self.face, self.language)

    def record(self, name: str) -> Known:
        file = self.flow.file
        if name == "flow":
            return {"id": file.flow, "title": file.title, "version": file.version}
        if name == "currency":
            return self.currency
        if name == "version":
            return file.version
        return {"name": self.read("name"), "currency": self.currency}

    def set_options(self, name: str) -> Known:
        """An option set as a list of choices."""
        options = self.flow.options[name]
        return tuple(
            Choice(id, option.label) for id, option in options.items() if self.holds(option.when, {})
        )
