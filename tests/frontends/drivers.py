"""What a person does, as methods: one driver for each way in, so that one transcript goes through all.

Drivers take no short cut around what they drive: the core's sends intents, the others type.
"""

from __future__ import annotations

import itertools
from collections.abc import Awaitable, Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol

from wizard.adapters.flow_files import FlowFiles
from wizard.adapters.store_memory import MemoryStore
from wizard.core.intents import (
    AddCard,
    DismissFinding,
    Finish,
    GiveAnswer,
    Intent,
    MoveCard,
    NameVersion,
    Pass,
    Raw,
    Redo,
    RemoveCard,
    SayDontKnow,
    Undo,
    WithdrawDismissal,
    WriteNote,
)
from wizard.core.problems import Place, Problem, problem
from wizard.core.screen import QuestionView
from wizard.core.where import END, Stop
from wizard.home import Home
from wizard.ports import LoadedFlow, Outside
from wizard.workshop import Reply, Workshop


class Driver(Protocol):
    """One front end with one workshop open. Methods may be coroutines: who plays a transcript awaits them.

    Before a driver acts at a place it gets there by going on, over reviews, lists of cards, matrices and what
    is answered: an open question is never left by going on unless the transcript says `pass_`.

    index, to: 0.. in the list of cards as it is then. values: field id -> what is typed, in the flow's order;
    several picks as a tuple of option ids or labels; no field that isn't named is touched.
    """

    def answer(self, place: Place, raw: Raw) -> Awaitable[None] | None:
        """Answer a question that is one stop (also a field in an `each` step), and go on."""

    def pass_(self, place: Place) -> Awaitable[None] | None:
        """Pass a question that has no answer explicitly, and go on."""

    def dont_know(self, place: Place) -> Awaitable[None] | None:
        """Say "I don't know", and go on."""

    def add_card(self, question: str, values: Mapping[str, Raw]) -> Awaitable[None] | None:
        """Add a card with its first value, then answer its fields one by one; stay at the question."""

    def change_card(self, question: str, index: int, values: Mapping[str, Raw]) -> Awaitable[None] | None:
        """Answer some fields of a card again; empty text takes one away. Stay at the question."""

    def move_card(self, question: str, index: int, to: int) -> Awaitable[None] | None:
        """Move a card so that it stands at `to`."""

    def remove_card(self, question: str, index: int) -> Awaitable[None] | None:
        """Remove a card, and say yes where the wizard asks because others point at it."""

    def cell(self, question: str, row: str, column: str, raw: str) -> Awaitable[None] | None:
        """Fill one cell of a matrix. row, column: their labels. Stay at the question."""

    def note(self, place: Place, text: str) -> Awaitable[None] | None:
        """Write a note at a question."""

    def version(self, name: str) -> Awaitable[None] | None:
        """Give the workshop as it is now a name. Stay at the question."""

    def dismiss(self, number: int, reason: str) -> Awaitable[None] | None:
        """Say why the number-th finding that the coach tells is fine, from 0. Stay at the question."""

    def bring_back(self, number: int) -> Awaitable[None] | None:
        """Let the coach say again what was dismissed, the number-th of that, from 0."""

    def back(self) -> Awaitable[None] | None:
        """Go back by one stop."""

    def undo(self) -> Awaitable[None] | None: ...

    def redo(self) -> Awaitable[None] | None: ...

    def jump(self, place: Place) -> Awaitable[None] | None:
        """Stand at a question that may be anywhere, by the review of its step: going on leads back there."""

    def finish(self) -> Awaitable[None] | None:
        """Go on to the end, finish, and have the documents written to FOLDER."""


FOLDER = "out"


class Room:
    """A workshop with everything outside it in memory, ids that count, and a clock that stands."""

    def __init__(self, flow: str, language: str = "") -> None:
        flows = FlowFiles()
        numbers = itertools.count(1)
        self.written: dict[str, str] = {}
        self.folder = FOLDER
        """The only one that documents may go to; '' for any."""
        self.edited_by_hand: tuple[str, ...] = ()
        outside = Outside(
            store=MemoryStore(),
            flows=flows,
            renderer=flows.renderer,
            write=self._write,
            now=lambda: datetime(2026, 11, 21, 9, 30, tzinfo=UTC),
            new_id=lambda: f"id{next(numbers)}",
        )
        self.home = Home(outside)
        loaded = self.home.load(flow, language)
        assert isinstance(loaded, LoadedFlow), loaded
        self.workshop = self.home.start(loaded)

    def _write(
        self, folder: str, texts: Mapping[str, str], *, force: bool
    ) -> tuple[tuple[str, ...], tuple[Problem, ...]]:
        assert self.folder in ("", Path(folder).name), folder
        if self.edited_by_hand and not force:
            return (), tuple(problem("document.edited", file=name) for name in self.edited_by_hand)
        self.written.update(texts)
        return tuple(f"{folder}/{name}" for name in texts), ()


class CoreDriver:
    """Sends intents, as the front ends are meant to. Where one is refused, the transcript is wrong."""

    def __init__(self, room: Room) -> None:
        self.workshop = room.workshop

    def _send(self, intent: Intent) -> Reply:
        reply = self.workshop.send(intent, self.workshop.screen().position)
        assert reply.done, reply.messages
        return reply

    def _go_on(self) -> None:
        reply = self.workshop.go_on()
        assert reply.done, reply.messages

    def _reach(self, is_there: Callable[[Place | None], bool]) -> None:
        reach(self.workshop, is_there, self._go_on)

    def answer(self, place: Place, raw: Raw) -> None:
        self._reach(lambda here: here == place)
        self._send(GiveAnswer(place, raw))
        self._go_on()

    def pass_(self, place: Place) -> None:
        self._reach(lambda here: here == place)
        self._send(Pass(place))
        self._go_on()

    def dont_know(self, place: Place) -> None:
        self._reach(lambda here: here == place)
        self._send(SayDontKnow(place))
        self._go_on()

    def add_card(self, question: str, values: Mapping[str, Raw]) -> None:
        self._reach(lambda here: here is not None and here.question == question)
        (first, raw), *others = values.items()
        row = self.workshop.here.place.row if self.workshop.here.place else None
        card = self._send(AddCard(question, {first: raw}, row=row)).card
        for field, value in others:
            self._send(GiveAnswer(Place(question, card, field), value))

    def change_card(self, question: str, index: int, values: Mapping[str, Raw]) -> None:
        card = self._card(question, index)
        for field, value in values.items():
            self._send(GiveAnswer(Place(question, card, field), value))

    def move_card(self, question: str, index: int, to: int) -> None:
        self._send(MoveCard(question, self._card(question, index), to))

    def remove_card(self, question: str, index: int) -> None:
        self._send(RemoveCard(question, self._card(question, index), sure=True))

    def _card(self, question: str, index: int) -> str:
        self._reach(lambda here: here is not None and here.question == question)
        return the_question(self.workshop).cards[index].id

    def cell(self, question: str, row: str, column: str, raw: str) -> None:
        self._reach(lambda here: here == Place(question))
        view = the_question(self.workshop)
        rows, columns = ({axis.label: axis.id for axis in axes} for axes in (view.rows, view.columns))
        self._send(GiveAnswer(Place(question, row=rows[row], column=columns[column]), raw))

    def note(self, place: Place, text: str) -> None:
        self._reach(lambda here: here == place)
        self._send(WriteNote(place, text))

    def version(self, name: str) -> None:
        self._send(NameVersion(name))

    def dismiss(self, number: int, reason: str) -> None:
        self._send(DismissFinding(self.workshop.screen().findings[number].id, reason))

    def bring_back(self, number: int) -> None:
        self._send(WithdrawDismissal(self.workshop.screen().dismissed[number].id))

    def back(self) -> None:
        self.workshop.go_back()

    def undo(self) -> None:
        self._send(Undo())

    def redo(self) -> None:
        self._send(Redo())

    def jump(self, place: Place) -> None:
        stop = next(stop for stop in self.workshop.stops() if stop.place == place)
        self.workshop.jump(Stop(stop.step))
        self.workshop.jump(stop)

    def finish(self) -> None:
        self._reach(lambda here: here is None and self.workshop.here == END)
        self._send(Finish())
        _, problems = self.workshop.write_documents(FOLDER)
        assert () == problems


def the_question(workshop: Workshop) -> QuestionView:
    question = workshop.screen().question
    assert question is not None, workshop.here
    return question


def reach(workshop: Workshop, is_there: Callable[[Place | None], bool], go_on: Callable[[], None]) -> None:
    """Go on until the place is there, but not over a question that is open."""
    while not is_there(workshop.here.place):
        here = workshop.here
        question = workshop.screen().question
        assert here != END, "the place isn't ahead"
        is_open = question is not None and question.input.status == "open"
        assert question is None or question.input.kind in ("cards", "matrix") or not is_open, here.place
        go_on()
