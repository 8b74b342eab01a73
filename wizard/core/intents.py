"""What a person wants, in the imperative. `decide` turns an intent into events, or into problems."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from wizard.core.problems import Place

# What a person typed or picked: text, or several picks. Nothing is judged yet.
Raw = str | tuple[str, ...]


class Intent(msgspec.Struct, frozen=True):
    """Something a person wants."""


class GiveAnswer(Intent, frozen=True):
    """Answer a question, a field of a card, or a cell of a matrix. Empty text takes the answer away.

    raw: as typed; option ids or card ids for a choice; 'yes' or 'no'; a tuple where several may be picked.
    """

    place: Place
    raw: Raw


class Pass(Intent, frozen=True):
    """Go on with nothing. An answer that was there is taken away."""

    place: Place


class SayDontKnow(Intent, frozen=True):
    """Go on with "I don't know": blank, listed as open, offered as an assumption."""

    place: Place


class AddCard(Intent, frozen=True):
    """Add a card. values: field id -> what was typed; a card may be half filled.

    row: the loop card, for a question asked inside an `each` step. index: where it goes, None for the end.
    card: a chosen id (answers files give their own), None for a new one.
    """

    question: str
    values: Mapping[str, Raw]
    row: str | None = None
    index: int | None = None
    card: str | None = None


class AddCards(Intent, frozen=True):
    """Add a card for every line of a pasted text. texts: for the field that a card begins with.

    Marks that lists put before a line are left off, and so are empty lines. Lines that are refused stay out;
    the others become cards. row: as for AddCard.
    """

    question: str
    texts: tuple[str, ...]
    row: str | None = None


class DuplicateCard(Intent, frozen=True):
    """Make another card like this one, right behind it."""

    question: str
    card: str


class LinkNewCard(Intent, frozen=True):
    """Make a card called `text` in the list `question`, and choose it at a place that offers its cards.

    chosen: what is chosen there besides, where several may be. A place in a card that isn't there yet (a
    field without a card, with the `row` of that card) begins it; values: what it begins with besides.
    """

    place: Place
    question: str
    text: str
    chosen: tuple[str, ...] = ()
    values: Mapping[str, Raw] = {}


class ChangeCard(Intent, frozen=True):
    """Change several fields of a card at once."""

    question: str
    card: str
    values: Mapping[str, Raw]


class MoveCard(Intent, frozen=True):
    """Move a card so that it stands at `index` (0..) of its list."""

    question: str
    card: str
    index: int


class RemoveCard(Intent, frozen=True):
    """Remove a card. Where others point at it that is a problem that names them, until `sure`."""

    question: str
    card: str
    sure: bool = False


class WriteNote(Intent, frozen=True):
    """Put a note (why, source) beside an answer or a card; empty text takes it away."""

    place: Place
    text: str


class DismissFinding(Intent, frozen=True):
    """Silence a finding, with a reason, until what it judged changes."""

    finding: str
    reason: str


class WithdrawDismissal(Intent, frozen=True):
    """Let the coach say again what was silenced."""

    finding: str


class Rename(Intent, frozen=True):
    name: str


class NameVersion(Intent, frozen=True):
    """Give the workshop as it is now a name, to compare with later. No two have the same, in any case."""

    name: str


class Undo(Intent, frozen=True):
    """Take back the last thing that this person did."""


class Redo(Intent, frozen=True):
    """Do again what was taken back last."""


class Finish(Intent, frozen=True):
    """Declare the workshop finished: required answers and `block` findings stand in the way."""
