"""What a person does, as methods: one driver for each way in, so that one transcript goes through all of them.

Drivers take no short cut around what they drive: the core's sends intents, the others type.
"""

from __future__ import annotations

from collections.abc import Awaitable, Mapping
from typing import Protocol

from wizard.core.intents import Raw
from wizard.core.problems import Place


class Driver(Protocol):
    """One front end with one workshop open. Methods may be coroutines: whoever plays a transcript awaits them.

    Before a driver acts at a place it gets there by going on, but only over reviews, lists of cards and
    matrices: an open question is never left by going on unless the transcript says `pass_`.

    index, to: 0.. in the list of cards as it is then. values: field id -> what is typed, in the flow's order;
    several picks as a tuple of option ids or labels; no field that isn't named is touched.
    """

    def answer(self, place: Place, raw: Raw) -> Awaitable[None] | None:
        """Answer a question that is one stop (also a field in an `each` step), and go on."""

    def pass_(self, place: Place) -> Awaitable[None] | None:
        """Pass the question explicitly (an answer that was there goes), and go on."""

    def dont_know(self, place: Place) -> Awaitable[None] | None:
        """Say "I don't know", and go on."""

    def add_card(self, question: str, values: Mapping[str, Raw]) -> Awaitable[None] | None:
        """Add a card with its first value, then answer its fields one after the other; stay at the question."""

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

    def back(self) -> Awaitable[None] | None:
        """Go back by one stop."""

    def undo(self) -> Awaitable[None] | None: ...

    def redo(self) -> Awaitable[None] | None: ...

    def jump(self, place: Place) -> Awaitable[None] | None:
        """Stand at a question that may be anywhere. Nothing is written."""

    def finish(self, folder: str) -> Awaitable[None] | None:
        """Go on to the end, finish, and have the documents written to the folder."""
