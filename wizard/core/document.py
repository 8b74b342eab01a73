"""What a template may use: a workshop as plain data. Its names are a public contract (docs/templates.md)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal

from wizard.core import figures_printed, rankings
from wizard.core.canvas import canvas
from wizard.core.coach import findings
from wizard.core.facts import Facts
from wizard.core.flow.flow import Flow
from wizard.core.flow.model import CardsQuestion, MatrixQuestion
from wizard.core.inputs import KINDS
from wizard.core.judging import cards_at, status, unfinished
from wizard.core.printed import NOTHING, Day, DocumentCard, Figure, Later
from wizard.core.problems import Place
from wizard.core.reviewing import answer_lines
from wizard.core.stops import progress, stops
from wizard.core.values import Blank, Card, Choice, Grid, Percent, Value


class Context:
    """Makes the context of one workshop. Each card is one object, however often it is linked to."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self._cards: dict[str, DocumentCard] = {}

    def made(self) -> dict[str, object]:
        """question ids, computed ids and the rest: see docs/templates.md."""
        facts, flow = self.facts, self.facts.flow
        # What a question is called comes before these, which came later than many flows.
        names: dict[str, object] = {
            "words": dict(flow.file.words),
            "language": flow.file.language,
            "figures": figures_printed.numbers(facts, self.card),
            "sensitivity": Later(lambda: figures_printed.movements(facts)),
        }
        names |= {
            id: self.value(facts.value(Place(id))) for id, entry in flow.entries.items() if not entry.is_field
        }
        names |= {id: self.value(facts.computed(id)) for id in flow.computed}
        blank = [
            card for stop in stops(facts) if stop.place is not None for card in unfinished(facts, stop.place)
        ]
        return names | {
            "flow": self._flow(),
            "workshop": {
                "name": facts.state.name,
                "currency": facts.currency,
                "progress": self.value(Percent(f"{progress(facts).share:.2f}")),
                "notes": list(self._notes()),
                "blank_cards": len(blank),
                "blank_faces": [facts.face(card) for card in blank],
            },
            "canvas": self._canvas(),
            "findings": self._findings(),
            "dismissed": self._findings(dismissed=True),
            "open_questions": list(self._open_questions()),
            "rankings": rankings.of_questions(facts),
            "labels": {
                id: {option: found.label for option, found in options.items()}
                for id, options in flow.options.items()
            },
            "options": {id: self.value(facts.set_options(id)) for id in flow.options},
        }

    def value(self, value: Value | Blank) -> object:
        """A value as templates see it."""
        match value:
            case Blank():
                return NOTHING
            case bool() | str() | Choice():
                return value
            case Decimal():
                return Figure.of(value, self.facts.shown(value))
            case date():
                return Day.of(value, self.facts.shown(value))
            case Card():
                return self.card(value)
            case Grid():
                return self._grid(value)
            case tuple():
                return [self.value(item) for item in value]
            case _:
                return {name: self.value(item) for name, item in value.items()}

    def card(self, card: Card) -> DocumentCard:
        known = self._cards.get(card.id)
        if known is None:
            known = DocumentCard(card.id, self.facts.face(card), lambda name: self._field(card, name))
            self._cards[card.id] = known
        return known

    def _field(self, card: Card, name: str) -> object:
        facts = self.facts
        if name == "note":
            return self.value(facts.note(card))
        if name == "links":
            return [self.card(link) for link in facts.links(card)]
        if name == "rankings":
            return rankings.of_card(facts, card)
        if (card.question, name) in facts.flow.computed_fields:
            return self.value(facts.computed_field(card, name))
        if name not in facts.flow.fields.get(card.question, {}):
            raise AttributeError(name)
        return self.value(facts.value(Place(card.question, card.id, name)))

    def _grid(self, grid: Grid) -> object:
        rows = [self.value(row) for row in grid.rows]
        columns = [self.value(column) for column in grid.columns]
        cells = {
            row.id: {
                column.id: self.value(grid.cells.get((row.id, column.id), Blank())) for column in grid.columns
            }
            for row in grid.rows
        }
        return {"rows": rows, "columns": columns, "cells": cells}

    def _flow(self) -> dict[str, object]:
        file = self.facts.flow.file
        return {
            "id": file.flow,
            "title": file.title,
            "version": file.version,
            "description": file.description,
            "steps": list(self._steps()),
        }

    def _steps(self) -> Iterator[dict[str, object]]:
        facts = self.facts
        for step in facts.flow.steps:
            if not facts.step_visible(step):
                continue
            yield {
                "id": step.id,
                "title": facts.prose(step.title, {}),
                "minutes": step.minutes or NOTHING,
                "questions": [
                    self._question(stop.place)
                    for stop in stops(facts)
                    if stop.step == step.id and stop.place is not None
                ],
            }

    def _question(self, place: Place) -> dict[str, object]:
        facts = self.facts
        question = facts.flow.question_at(place)
        assert question is not None
        is_cards = isinstance(question, CardsQuestion)
        whole = self.value(facts.value(place)) if place.row is None else NOTHING
        return {
            "id": question.id,
            "ask": facts.prose(question.ask, facts.local_at(place)),
            "type": KINDS[type(question)],
            "status": _said(facts, place),
            "answer": whole,
            "lines": list(answer_lines(facts, place)),
            "cards": [self.card(card) for card in cards_at(facts, place)] if is_cards else [],
            "note": facts.state.notes.get(place) or NOTHING,
            "is_matrix": isinstance(question, MatrixQuestion),
        }

    def _canvas(self) -> dict[str, object]:
        layout = self.facts.flow.layout
        blocks = [
            {
                "id": found.block.id,
                "title": found.block.title,
                "hint": found.block.hint,
                "column": found.block.column,
                "row": found.block.row,
                "width": found.block.width,
                "height": found.block.height,
                "cards": [self._item(item.id, item.face, item.place) for item in found.items],
            }
            for found in canvas(self.facts)
        ]
        return {
            "title": layout.title if layout else "",
            "attribution": layout.attribution if layout else "",
            "blocks": blocks,
            "by_id": {block["id"]: block for block in blocks},
        }

    def _item(self, id: str, face: str, place: Place) -> object:
        if place.card is not None:
            return self.card(Card(id, place.question))
        return DocumentCard(id, face, lambda _: NOTHING)

    def _findings(self, *, dismissed: bool = False) -> list[dict[str, object]]:
        return [
            {
                "severity": found.severity,
                "say": found.say,
                "rule": found.rule,
                "about": list(found.about),
                "source": found.source,
                "reason": found.reason,
            }
            for found in findings(self.facts, dismissed=dismissed)
        ]

    def _open_questions(self) -> Iterator[dict[str, object]]:
        facts = self.facts
        titles = {step.id: facts.prose(step.title, {}) for step in facts.flow.steps}
        for stop in stops(facts):
            if stop.place is None:
                continue
            for place in (stop.place, *self._unknown_fields(stop.place)):
                said = "unknown" if place != stop.place else _said(facts, place)
                question = facts.flow.question_at(place)
                if said == "answered" or question is None:
                    continue
                yield {
                    "ask": facts.prose(question.ask, facts.local_at(place)),
                    "card": facts.face(Card(place.card, place.question)) if place.card is not None else "",
                    "step": titles[stop.step],
                    "why": said,
                    "required": question.required,
                }

    def _notes(self) -> Iterator[dict[str, object]]:
        """All notes in the order of the questions, those of cards and of their fields after their list's."""
        facts = self.facts
        titles = {step.id: facts.prose(step.title, {}) for step in facts.flow.steps}
        for stop in stops(facts):
            for place in _noted(facts, stop.place) if stop.place is not None else ():
                question = facts.flow.question_at(place)
                of_card = place.card if place.card is not None else place.row
                owner = facts.state.owner.get(of_card or "", "")
                is_whole = place.card is not None and place.field is None
                yield {
                    "ask": NOTHING
                    if is_whole or question is None
                    else facts.prose(question.ask, facts.local_at(place)),
                    "card": facts.face(Card(of_card, owner)) if of_card is not None else NOTHING,
                    "step": titles[stop.step],
                    "text": facts.said(place).note,
                }

    def _unknown_fields(self, place: Place) -> Iterator[Place]:
        """The fields of a question's cards that somebody said "I don't know" to."""
        facts = self.facts
        question = facts.flow.question_at(place)
        for card in cards_at(facts, place) if isinstance(question, CardsQuestion) else ():
            for field in facts.flow.fields[card.question]:
                at = Place(card.question, card.id, field)
                if facts.visible(at) and status(facts, at) == "unknown":
                    yield at


def _said(facts: Facts, place: Place) -> str:
    """answered, unknown ("I don't know") or open; to a document, what was skipped is as open as the rest."""
    found = status(facts, place)
    if found in ("answered", "unfinished"):
        return "answered"
    return "unknown" if found == "unknown" else "open"


def _noted(facts: Facts, place: Place) -> Iterator[Place]:
    """Where there are notes, of what a stop asks for: at the question, on its cards, on their fields."""
    places = [place]
    if isinstance(facts.flow.question_at(place), CardsQuestion):
        for card in cards_at(facts, place):
            places.append(Place(card.question, card.id))
            fields = facts.flow.fields[card.question].items()
            places += [Place(card.question, card.id, id) for id, field in fields if field.entry is None]
    yield from (at for at in places if facts.said(at).note and (at.field is None or facts.visible(at)))


def context(facts: Facts) -> dict[str, object]:
    """The context of a document. facts: `complete`, so that the coach holds nothing back."""
    return Context(facts).made()


def shape(flow: Flow) -> Mapping[str, object]:
    """What templates of this flow may name: name -> fields of its cards, None where nothing more is known.

    `words`: a tuple of the texts that there are.
    """
    names: dict[str, object] = {"words": tuple(flow.file.words), "language": None}
    names |= {"figures": None, "sensitivity": None}
    names |= {id: None for id, entry in flow.entries.items() if not entry.is_field}
    for question in flow.cards_questions():
        computed = {field for of, field in flow.computed_fields if of == question.id}
        own = ("id", "face", "note", "links", "rankings")
        names[question.id] = frozenset({*flow.fields[question.id], *computed, *own})
    for name in (*flow.computed, "flow", "workshop", "canvas", "findings", "dismissed", "open_questions"):
        names[name] = None
    return names | {"labels": None, "options": None, "rankings": None}
