"""Screen: everything that any front end may show right now, as plain frozen data. No rule lives here."""

from __future__ import annotations

from typing import Literal

import msgspec

from wizard.core.problems import Place, Severity
from wizard.core.where import Stop

Kind = Literal[
    "text", "long", "yesno", "choice", "scale", "number", "money", "percent", "date", "cards", "matrix"
]
Status = Literal["open", "answered", "passed", "unknown", "unfinished"]
StepStatus = Literal["done", "here", "started", "untouched"]


class Message(msgspec.Struct, frozen=True):
    """A sentence for the person. code: of the problem it came from, '' for news. place: where it belongs."""

    text: str
    severity: Severity | Literal["news"] = "news"
    code: str = ""
    place: Place | None = None


class OptionView(msgspec.Struct, frozen=True):
    """One option. offered False: chosen earlier and not on offer any more; it stays until changed."""

    id: str
    label: str
    help: str = ""
    chosen: bool = False
    offered: bool = True


class AxisView(msgspec.Struct, frozen=True):
    """A row or column of a matrix."""

    id: str
    label: str


class Input(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that is asked: a question, a field of a card, a cell of a matrix.

    value: the answer as people read it ('' when there is none). raw: the answer as text to edit.
    suggestion, suggestion_raw: a ghost to show / to send when the person accepts it ('' when there is none).
    pick: how many options may be chosen, (low, high or None for any number); None for exactly one.
    low, high: words at the ends of a scale; span: its numbers. options: also of a yesno and of a scale.
    messages: problems with the answer that is stored now.
    """

    place: Place
    kind: Kind
    ask: str
    help: str = ""
    required: bool = False
    status: Status = "open"
    value: str = ""
    raw: str = ""
    note: str = ""
    suggestion: str = ""
    suggestion_raw: str = ""
    good: str = ""
    weak: str = ""
    options: tuple[OptionView, ...] = ()
    pick: tuple[int, int | None] | None = None
    span: tuple[int, int] | None = None
    low: str = ""
    high: str = ""
    messages: tuple[Message, ...] = ()


class CardView(msgspec.Struct, frozen=True, kw_only=True):
    """A card with its visible fields. complete False: a required field is empty.

    links: faces of the cards it points at.
    """

    id: str
    question: str
    face: str
    fields: tuple[Input, ...]
    note: str = ""
    complete: bool = True
    links: tuple[str, ...] = ()


class CellView(msgspec.Struct, frozen=True):
    row: str
    column: str
    value: str
    raw: str


class QuestionView(msgspec.Struct, frozen=True, kw_only=True):
    """The question in the middle. cards and blank (the fields of a card to be added) for kind `cards`,
    rows, columns, cells and cell (what each cell asks) for kind `matrix`.

    number, total: this is question `number` of `total` in its step. count: how many cards are asked for.
    """

    input: Input
    number: int
    total: int
    cards: tuple[CardView, ...] = ()
    blank: tuple[Input, ...] = ()
    count: tuple[int, int | None] | None = None
    rows: tuple[AxisView, ...] = ()
    columns: tuple[AxisView, ...] = ()
    cells: tuple[CellView, ...] = ()
    cell: Input | None = None


class StepView(msgspec.Struct, frozen=True):
    """A step in the list. done, total: visible questions answered or passed, and all of them."""

    id: str
    number: int
    title: str
    status: StepStatus
    done: int
    total: int
    minutes: int | None = None


class ReviewLine(msgspec.Struct, frozen=True, kw_only=True):
    """One line of "check your answers". stop: where a jump leads. lines: the answer, one line a card."""

    stop: Stop
    ask: str
    status: Status
    lines: tuple[str, ...] = ()
    note: str = ""
    messages: tuple[Message, ...] = ()


class ParkedLine(msgspec.Struct, frozen=True):
    """An answer that nothing sees at the moment, kept until its ground comes back. why: in one sentence."""

    ask: str
    value: str
    why: str


class BlockView(msgspec.Struct, frozen=True, kw_only=True):
    """A block of the canvas: 1-based place on the grid, faces of its cards, whether this step fills it."""

    id: str
    title: str
    hint: str
    column: int
    row: int
    width: int
    height: int
    cards: tuple[tuple[str, str], ...] = ()  # (card id, face)
    here: bool = False


class FindingView(msgspec.Struct, frozen=True, kw_only=True):
    """What the coach says. id: to dismiss it with. stop: where it is solved, None when nowhere in view."""

    id: str
    severity: Literal["tip", "warn", "block"]
    text: str
    source: str = ""
    stop: Stop | None = None


class Screen(msgspec.Struct, frozen=True, kw_only=True):
    """All that may be shown now.

    stop: where the person stands. question: set when they stand at a question; review: set at the review of
    a step, and at the end (then of all steps). teach, facilitator: Markdown, of the step. card: face of the
    loop card of an `each` step, else ''. returns: True when the person jumped here and GoOn or Return goes
    back to where they came from. undoes, redoes: a word on what Undo and Redo would do, '' when nothing.
    parked: of the step at hand (of all at the end). position: of the last event that it
    shows. ready: nothing stands in the way of Finish.
    """

    workshop: str
    position: int
    name: str
    flow: str
    currency: str
    progress: float
    steps: tuple[StepView, ...]
    stop: Stop
    step: StepView | None
    card: str = ""
    teach: str = ""
    facilitator: str = ""
    question: QuestionView | None = None
    review: tuple[ReviewLine, ...] = ()
    parked: tuple[ParkedLine, ...] = ()
    canvas: tuple[BlockView, ...] = ()
    canvas_title: str = ""
    findings: tuple[FindingView, ...] = ()
    messages: tuple[Message, ...] = ()
    undoes: str = ""
    redoes: str = ""
    returns: bool = False
    first: bool = False
    ready: bool = False
    finished: bool = False
    documents: tuple[str, ...] = ()
