"""Screen: everything that any front end may show right now, as plain frozen data. No rule lives here."""

from __future__ import annotations

from typing import Literal

import msgspec

from wizard.core.grids import GridView
from wizard.core.problems import Place, Severity
from wizard.core.reasons import ReasonView
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
    """One option. offered False: chosen earlier and not on offer any more; it stays until changed.

    for_, against, example: whoever asks. score: how well it fits the answers so far, such as `+3`; '' where
    nothing is known of that. reasons: what the score adds up to. best: none fits better.
    """

    id: str
    label: str
    help: str = ""
    chosen: bool = False
    offered: bool = True
    for_: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    example: str = ""
    score: str = ""
    reasons: tuple[ReasonView, ...] = ()
    best: bool = False

    @property
    def advises(self) -> bool:
        """Whether there is more to say of it than its help."""
        return bool(self.for_ or self.against or self.example or self.reasons)


class CreateView(msgspec.Struct, frozen=True):
    """A list of cards to which one can be added from here by its name. called: the name of the list."""

    question: str
    called: str


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
    messages: problems with the answer that is stored now. creates: where options are cards, the lists that a
    missing one can be added to from here (LinkNewCard). unit: what the number is in, to stand beside the box:
    the currency of an amount, `%`, or ''. typed: a text waits here that isn't the answer; told of the fields
    of cards only. fit_line: which options fit best, without a full stop, or ''. called: what stands before a
    value that says nothing alone, such as a number.
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
    creates: tuple[CreateView, ...] = ()
    unit: str = ""
    typed: bool = False
    fit_line: str = ""
    called: str = ""


class BadgeView(msgspec.Struct, frozen=True, kw_only=True):
    """A card by which others are coloured. letter: A, B, ... Z, AA, ...; number: the same from 0."""

    card: str
    letter: str
    number: int
    face: str


class CardView(msgspec.Struct, frozen=True, kw_only=True):
    """A card with its visible fields. complete False: a required field is empty.

    In a list the fields of a card say what is in them, without `options`, `creates` and `fit_line`: who opens
    the card asks for those (Workshop.card).

    links: faces of the cards it points at. badges: of the cards that it belongs to.
    """

    id: str
    question: str
    face: str
    fields: tuple[Input, ...]
    note: str = ""
    complete: bool = True
    links: tuple[str, ...] = ()
    badges: tuple[BadgeView, ...] = ()

    @property
    def blanks(self) -> int:
        """How many of its fields are open."""
        return sum(field.status == "open" for field in self.fields)


class CellView(msgspec.Struct, frozen=True):
    row: str
    column: str
    value: str
    raw: str


class QuestionView(msgspec.Struct, frozen=True, kw_only=True):
    """The question in the middle. cards and blank (the fields of a card to be added) for kind `cards`,
    rows, columns, cells and cell (what each cell asks) for kind `matrix`.

    number, total: this is question `number` of `total` in its step. count: how many cards are asked for.
    called: the name of the list of cards. grid: the same cards as a table, None where they are only a list.
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
    called: str = ""
    grid: GridView | None = None


class StepView(msgspec.Struct, frozen=True):
    """A step in the list. done, total: visible questions answered or passed, and all of them.

    bare: all was passed, and nothing answered.
    """

    id: str
    number: int
    title: str
    status: StepStatus
    done: int
    total: int
    minutes: int | None = None
    bare: bool = False


class ReviewLine(msgspec.Struct, frozen=True, kw_only=True):
    """One line of "check your answers". stop: where a jump leads. lines: the answer, one line a card.

    title: of its step, which lines of one step and one loop card share. blanks: how many of its cards have
    fields that nobody has come to. settled: nothing is left to do here.
    """

    stop: Stop
    ask: str
    status: Status
    lines: tuple[str, ...] = ()
    note: str = ""
    messages: tuple[Message, ...] = ()
    title: str = ""
    blanks: int = 0
    settled: bool = False


class ParkedLine(msgspec.Struct, frozen=True):
    """An answer that nothing sees at the moment, kept until its ground comes back. why: in one sentence."""

    ask: str
    value: str
    why: str


class BlockCard(msgspec.Struct, frozen=True, kw_only=True):
    """A card in a block. id: of the card; of the question, where one answer stands in for a card.

    stop: where it is asked, None when nowhere in view. badges: of the cards that it belongs to. complete
    False: a required field is empty. links, linked: ids of the cards that it points at, and that point at it.
    findings: ids of those that are about it; severity: of the gravest of them.
    """

    id: str
    place: Place
    face: str
    stop: Stop | None = None
    badges: tuple[BadgeView, ...] = ()
    complete: bool = True
    links: tuple[str, ...] = ()
    linked: tuple[str, ...] = ()
    findings: tuple[str, ...] = ()
    severity: Literal["tip", "warn", "block"] | None = None


class BlockQuestion(msgspec.Struct, frozen=True, kw_only=True):
    """A question that fills a block. card: face of its loop card, '' where it is asked once."""

    stop: Stop
    ask: str
    card: str = ""


class BlockView(msgspec.Struct, frozen=True, kw_only=True):
    """A block of the canvas: 1-based place on the grid, its cards, whether this step fills it.

    questions: those that fill it. findings: ids of those that are solved here and about none of its cards.
    """

    id: str
    title: str
    hint: str
    column: int
    row: int
    width: int
    height: int
    cards: tuple[BlockCard, ...] = ()
    here: bool = False
    questions: tuple[BlockQuestion, ...] = ()
    findings: tuple[str, ...] = ()


class ChangeView(msgspec.Struct, frozen=True):
    """One thing that isn't as it was. sign: `+` for what came, `−` for what went, `~` for what is different.

    said: in words, to stand behind the question. stop: where a jump leads, None where nobody asks now.
    """

    sign: str
    ask: str
    said: str
    stop: Stop | None = None


class PastLine(msgspec.Struct, frozen=True, kw_only=True):
    """One action of the history. said: what it did. position: of its last event.

    place: where a jump leads, None where it is about none. turn: `undo` and `redo` for an action that took
    back another one, or did it again. taken: it was taken back, and isn't done again. fixed: how everything
    began, which can't be. at: UTC, ISO 8601; '' where nobody knows.
    """

    action: str
    position: int
    said: str
    author: str | None = None
    place: Place | None = None
    turn: Literal["", "undo", "redo"] = ""
    taken: bool = False
    fixed: bool = False
    at: str = ""


class FindingView(msgspec.Struct, frozen=True, kw_only=True):
    """What the coach says. id: to dismiss it with. stop: where it is solved, None when nowhere in view.

    cards: ids of those that it is about. blocks: ids, first where it is solved, then where its cards stand.
    rule: id of the rule that says it, perhaps of several cards. reason: why it was dismissed, '' while it
    stands.
    """

    id: str
    severity: Literal["tip", "warn", "block"]
    text: str
    rule: str = ""
    source: str = ""
    stop: Stop | None = None
    cards: tuple[str, ...] = ()
    blocks: tuple[str, ...] = ()
    reason: str = ""


class Screen(msgspec.Struct, frozen=True, kw_only=True):
    """All that may be shown now.

    stop: where the person stands. question: set when they stand at a question; review: set at the review of
    a step, and at the end (then of all steps). teach, facilitator: Markdown, of the step. card: face of the
    loop card of an `each` step, else ''. returns: True when the person jumped here and GoOn or Return goes
    back to where they came from. undoes, redoes: a word on what Undo and Redo would do, '' when nothing.
    parked: of the step at hand (of all at the end). badges: the cards by which others are coloured.
    counts: how much is left to do in a review, in a few words each; summary: that nothing is, as a sentence,
    or ''. version: name of the last one, '' for none; changes: since then, at a review. dismissed: findings
    that were silenced, with the reason. gallery: there is one to learn from. position: of the last event that
    it shows. ready: nothing stands in the way of Finish. numbers: there are some to look at, see `figures`.
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
    gallery: bool = False
    question: QuestionView | None = None
    review: tuple[ReviewLine, ...] = ()
    parked: tuple[ParkedLine, ...] = ()
    canvas: tuple[BlockView, ...] = ()
    canvas_title: str = ""
    badges: tuple[BadgeView, ...] = ()
    findings: tuple[FindingView, ...] = ()
    messages: tuple[Message, ...] = ()
    counts: tuple[str, ...] = ()
    summary: str = ""
    version: str = ""
    changes: tuple[ChangeView, ...] = ()
    dismissed: tuple[FindingView, ...] = ()
    undoes: str = ""
    redoes: str = ""
    returns: bool = False
    first: bool = False
    ready: bool = False
    finished: bool = False
    documents: tuple[str, ...] = ()
    numbers: bool = False
