"""What every box of an answer has in common. Knows no kind of question."""

from __future__ import annotations

from enum import Enum
from typing import ClassVar, Final, Literal

from textual.message import Message
from textual.widget import Widget

from wizard.core.intents import Raw
from wizard.core.problems import Place
from wizard.core.screen import Input, OptionView


class Kept(Enum):
    """Says that a box is to stay as it is, with what is typed or marked in it."""

    KEPT = "kept"


KEPT: Final = Kept.KEPT
DRAFT_AFTER_S = 0.3
"""So soon after it was typed a text is kept as a draft."""
Typed = str | None | Literal[Kept.KEPT]  # what a box begins with: a draft, or (None) the answer that is there


class AnswerEntered(Message):
    """Somebody wants to go on with what is in a box."""

    def __init__(self, place: Place, raw: Raw) -> None:
        super().__init__()
        self.place = place
        self.raw = raw


class AnswerPicked(AnswerEntered):
    """Somebody picked without wanting to go on."""


class AnswerTyped(Message):
    """What is in a box has changed."""

    def __init__(self, place: Place, raw: Raw) -> None:
        super().__init__()
        self.place = place
        self.raw = raw


class CardWanted(Message):
    """Somebody wants a card that isn't among the options: called `text`, in the list `question`.

    chosen: what is marked besides. stay: they may want to choose more.
    """

    def __init__(
        self, place: Place, question: str, text: str, chosen: tuple[str, ...], *, stay: bool
    ) -> None:
        super().__init__()
        self.place = place
        self.question = question
        self.text = text
        self.chosen = chosen
        self.stay = stay


class KeysChanged(Message):
    """What the bottom line says of a widget's own keys isn't what it was."""


class FieldLeft(Message):
    """Somebody left a box for the one after it (1) or before it (-1)."""

    def __init__(self, by: int) -> None:
        super().__init__()
        self.by = by


class AnswerBox(Widget):
    """A widget in which one answer is given.

    KEYS: what the bottom line says of its own keys, (key, what it does).
    """

    KEYS: ClassVar[tuple[tuple[str, str], ...]] = ()

    def show_asked(self, asked: Input, typed: str | None) -> None:
        """Show what is asked, with the answer that is there. typed: an unfinished text to go on with."""
        raise NotImplementedError

    @property
    def raw(self) -> Raw:
        """What is in the box."""
        raise NotImplementedError

    @property
    def asked_place(self) -> Place:
        """Where its answer belongs."""
        raise NotImplementedError

    @property
    def at_hand(self) -> OptionView | None:
        """The option that the arrows have come to, where it has any."""
        return None

    @property
    def is_touched(self) -> bool:
        """Whether something is in the box that isn't saved."""
        raise NotImplementedError

    def put(self, text: str) -> None:
        """Replace what is typed, as if it had been typed. Boxes that one doesn't type into ignore it."""
