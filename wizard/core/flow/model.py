"""What a flow file may say, as types. The same types give the reading, its problems and the JSON Schema."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Literal

import msgspec

from wizard.core.expressions import Expression, Prose
from wizard.core.problems import Mark, Severity

ID_PATTERN = "^[a-z][a-z0-9_]*$"
FLOW_ID_PATTERN = "^[a-z][a-z0-9_-]*$"
CURRENCY_PATTERN = "^[A-Z]{3}$"
OPTION_ID_PATTERN = "^[A-Za-z0-9][A-Za-z0-9_.:-]*$"
RESERVED = frozenset(
    (
        *("this", "card", "id", "note", "face", "today", "flow", "workshop", "canvas", "findings", "version"),
        *("currency", "true", "false", "none", "and", "or", "not", "in", "is", "if", "else"),
    )
)
"""Words that mean something of their own in expressions, so that nothing can be called so."""

Id = Annotated[str, msgspec.Meta(pattern=ID_PATTERN, description="Small letters, digits and _")]
FlowId = Annotated[str, msgspec.Meta(pattern=FLOW_ID_PATTERN, description="Small letters, digits, _, -")]
OptionId = Annotated[str, msgspec.Meta(pattern=OPTION_ID_PATTERN, description="Letters, digits and _.:-")]


class Span(msgspec.Struct, frozen=True):
    """`1..7`, `3..` or `4`: low to high, both included; high None where there is no end."""

    low: int
    high: int | None


class Loop(msgspec.Struct, frozen=True):
    """`seg in segments`: a name for each item of a list, one after the other."""

    name: str
    source: Expression
    mark: Mark


class Fit(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A reason for or against an option, for these answers. weight: below 0 it speaks against."""

    when: Expression
    because: Prose
    weight: Decimal = Decimal(1)


class Option(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One thing to choose. for_, against: what speaks for and against it, whoever asks; fits: how well it
    suits the answers at hand."""

    label: str
    help: Prose | None = None
    when: Expression | None = None
    for_: tuple[str, ...] = msgspec.field(default=(), name="for")
    against: tuple[str, ...] = ()
    example: str = ""
    fits: tuple[Fit, ...] = ()


class Options(msgspec.Struct, frozen=True):
    """`options:` as it is written: a map of its own, or names (of an option set or of `cards` questions), or
    an expression that gives cards. A lone name is both: only the flow tells whether it is a value.
    """

    mark: Mark
    inline: dict[str, Option] | None = None
    names: tuple[str, ...] = ()
    expression: Expression | None = None


OptionOrExpression = Annotated[Expression, msgspec.Meta(extra={"bare": "option"})]
"""An expression in which a bare option id means the option."""


class Examples(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    good: str | None = None
    weak: str | None = None


class Rule(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Speaks when `when` is true of the answer. `error` refuses the answer, the others only tell."""

    when: Expression
    say: Prose
    severity: Severity = "error"


class Asked(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="type"):
    """What every kind of question has. short: what its answer is called beside numbers, in a word or two.

    carry: whether a workshop that begins with the answers of another one takes this one along.
    """

    id: Id
    ask: Prose
    short: Prose | None = None
    help: Prose | None = None
    required: bool = False
    when: Expression | None = None
    rules: tuple[Rule, ...] = ()
    examples: Examples = Examples()
    block: str | None = None
    carry: bool = True


class TextQuestion(Asked, frozen=True, tag="text"):
    suggest: Prose | None = None


class LongQuestion(Asked, frozen=True, tag="long"):
    suggest: Prose | None = None


class YesNoQuestion(Asked, frozen=True, tag="yesno"):
    suggest: Expression | None = None


class ChoiceQuestion(Asked, frozen=True, tag="choice", kw_only=True):
    """pick: how many may be chosen; None is exactly one."""

    options: Options
    pick: Span | None = None
    suggest: OptionOrExpression | None = None


class ScaleQuestion(Asked, frozen=True, tag="scale", kw_only=True):
    range: Span
    low: str = ""
    high: str = ""
    suggest: Expression | None = None


class NumberQuestion(Asked, frozen=True, tag="number"):
    min: Decimal | None = None
    max: Decimal | None = None
    suggest: Expression | None = None


class MoneyQuestion(Asked, frozen=True, tag="money"):
    min: Decimal | None = None
    max: Decimal | None = None
    suggest: Expression | None = None


class PercentQuestion(Asked, frozen=True, tag="percent"):
    """min, max and suggest are written as in answers: 5 is 5 %."""

    min: Decimal | None = None
    max: Decimal | None = None
    suggest: Expression | None = None


class DateQuestion(Asked, frozen=True, tag="date"):
    suggest: Expression | None = None


FieldQuestion = (
    TextQuestion
    | LongQuestion
    | YesNoQuestion
    | ChoiceQuestion
    | ScaleQuestion
    | NumberQuestion
    | MoneyQuestion
    | PercentQuestion
    | DateQuestion
)


class CardGrid(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Two choices of one among a card's fields, by which the list is also seen as a table with its holes."""

    rows: Id
    columns: Id


class CardsQuestion(Asked, frozen=True, tag="cards", kw_only=True):
    """count: how many cards are asked for; never refuses one. card: the face, else the first field."""

    fields: tuple[FieldQuestion, ...]
    count: Span | None = None
    card: Prose | None = None
    grid: CardGrid | None = None


class Cell(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What each cell of a matrix asks: a scale or a choice of one."""

    type: Literal["scale", "choice"]
    range: Span | None = None
    low: str = ""
    high: str = ""
    options: Options | None = None


class MatrixQuestion(Asked, frozen=True, tag="matrix", kw_only=True):
    rows: Options
    columns: Options
    cell: Cell


Question = FieldQuestion | CardsQuestion | MatrixQuestion


class Step(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One step. An entry `- use: library.step` takes a step from another file in its place."""

    id: Id = ""
    title: Prose | None = None
    minutes: int | None = None
    teach: Prose | None = None
    facilitator: Prose | None = None
    when: Expression | None = None
    each: Loop | None = None
    ask: tuple[Question, ...] = ()
    use: str | None = None


class Unless(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words in place of a number: said while `when` is true, and then there is no value."""

    when: Expression
    say: Prose


class Computed(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A value that is worked out. each: one for every card, read as a field of that card.

    title: what it is called where numbers are shown; '' for those that only help others. how: the formula,
    in words. unless: when there is no such number, and why. source: where the formula comes from.
    """

    value: Expression
    each: Loop | None = None
    as_: Literal["number", "money", "percent", "months"] | None = msgspec.field(default=None, name="as")
    title: str = ""
    how: str = ""
    source: str = ""
    unless: tuple[Unless, ...] = ()


class Sensitivity(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What moves a number most. of: ids of computed values. vary: questions (`fixed`) and fields of cards
    (`segments.churn`) that are numbers. by: the share by which each goes down and up, such as `10%`."""

    of: tuple[Id, ...]
    vary: tuple[str, ...]
    by: str = "10%"
    title: str = ""


class Migration(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How answers come from an earlier version of the flow. to: the version that changed this.

    rename, keys and values: a question, or a field as `cards.field`. drop: likewise; kept, seen by nobody.
    retype: a question or field whose answers are read anew as what it is now.
    """

    to: str
    rename: dict[str, str] = {}
    drop: tuple[str, ...] = ()
    retype: tuple[str, ...] = ()


class CoachRule(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Speaks when `when` is true of the whole model. about: the questions that can solve it."""

    id: Id = ""
    each: Loop | tuple[Loop, ...] = ()
    when: Expression | None = None
    severity: Literal["tip", "warn", "block"] = "tip"
    about: tuple[str, ...] = ()
    say: Prose | None = None
    source: str = ""
    use: str | None = None

    @property
    def loops(self) -> tuple[Loop, ...]:
        """Its loops, also when there is only one."""
        return (self.each,) if isinstance(self.each, Loop) else self.each


class Document(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    file: str
    template: str
    title: str = ""


class FlowFile(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A flow, as its author wrote it."""

    flow: FlowId
    title: str
    version: str = "1"
    description: str = ""
    language: str = "en"
    currency: Annotated[str, msgspec.Meta(pattern=CURRENCY_PATTERN, description="Such as EUR")] = "EUR"
    canvas: str | None = None
    name_from: str | None = None
    use: tuple[str, ...] = ()
    learn: tuple[str, ...] = ()
    options: dict[Id, dict[OptionId, Option]] = {}
    steps: tuple[Step, ...]
    compute: dict[Id, Computed] = {}
    sensitivity: tuple[Sensitivity, ...] = ()
    coach: tuple[CoachRule, ...] = ()
    documents: tuple[Document, ...] = ()
    words: dict[Id, str] = {}
    migrate: tuple[Migration, ...] = ()


class LibraryFile(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Option sets, steps, computed values and coach rules for other files to use."""

    lib: Id
    title: str = ""
    use: tuple[str, ...] = ()
    options: dict[Id, dict[OptionId, Option]] = {}
    steps: tuple[Step, ...] = ()
    compute: dict[Id, Computed] = {}
    coach: tuple[CoachRule, ...] = ()


class Block(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A box of a canvas. column, row count from 1; width, height in cells of the grid."""

    id: Id
    title: str
    hint: str
    column: int
    row: int
    width: int = 1
    height: int = 1


class Grid(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    columns: int
    rows: int


class Layout(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A canvas: its blocks in the order in which they are read.

    colour_by: the block whose cards the others are coloured and lettered by; None where nobody asked for it.
    """

    canvas: FlowId
    title: str
    grid: Grid
    blocks: tuple[Block, ...]
    colour_by: str | None = None
    attribution: str = ""
