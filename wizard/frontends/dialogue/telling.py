"""A Screen in words: pure functions from views to lines. Must not know who reads them, nor how."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from wizard.core.screen import (
    CardView,
    FindingView,
    Input,
    PastLine,
    QuestionView,
    ReviewLine,
    Screen,
)
from wizard.core.tongue import t
from wizard.core.words.reviews import counted
from wizard.frontends.dialogue import phrases
from wizard.frontends.dialogue.advising import advice_line, scored
from wizard.frontends.dialogue.ages import age
from wizard.frontends.dialogue.asker import Entry
from wizard.frontends.dialogue.prose import one_line, readable
from wizard.frontends.dialogue.tables import table_lines


def step_lines(screen: Screen, *, teach: bool) -> Iterator[str]:
    """What is said where a step begins, or where it goes on with another card."""
    step = screen.step
    if step is None:
        return
    parts = [t(phrases.STEP, number=step.number, total=len(screen.steps), title=step.title)]
    if screen.card:
        parts.append(t(phrases.STEP_FOR, card=screen.card))
    if step.minutes:
        parts.append(t(phrases.MINUTES, minutes=step.minutes))
    yield " ".join(parts)
    if teach and screen.teach:
        yield ""
        yield readable(screen.teach)


def question_lines(question: QuestionView) -> Iterator[str]:
    """A question with its number, its help and its examples."""
    view = question.input
    ask = one_line(view.ask)
    yield t(phrases.QUESTION, number=question.number, total=question.total, ask=ask)
    yield from asked_lines(view)
    if question.count is not None:
        low, high = question.count
        if high is None:
            yield t(phrases.CARDS_AT_LEAST, low=low)
        else:
            yield t(phrases.CARDS_COUNT if low else phrases.CARDS_UP_TO, low=low, high=high)
    yield from table_lines(question)


def field_lines(view: Input) -> Iterator[str]:
    """A field of a card."""
    yield one_line(view.ask)
    yield from asked_lines(view)


def asked_lines(view: Input) -> Iterator[str]:
    """What stands below the words of a question: help, examples, and what is there already."""
    if view.required and not view.value:
        yield t(phrases.REQUIRED)
    if view.help:
        yield readable(view.help)
    if view.good:
        yield t(phrases.GOOD, text=one_line(view.good))
    if view.weak:
        yield t(phrases.WEAK, text=one_line(view.weak))
    if view.value:
        yield t(phrases.SO_FAR, text=view.value)
    elif view.status == "unknown":
        yield t(phrases.UNKNOWN)
    if view.note:
        yield t(phrases.NOTE, text=view.note)
    if view.suggestion and view.kind in ("text", "long"):
        yield t(phrases.SUGGESTED, text=view.suggestion)
    yield from advice_line(view)
    for message in view.messages:
        yield message.text


def option_entries(view: Input) -> tuple[Entry, ...]:
    """The options of an input, each with the word that stands for it: a number, or its id."""
    spoken = view.kind in ("yesno", "scale") or any(
        option.id.isdigit() or option.label.strip().isdigit() for option in view.options
    )
    found = []
    for number, option in enumerate(view.options, 1):
        label = one_line(option.label)
        if view.kind == "scale":
            label, option_help = one_line(option.help), ""
        else:
            option_help = one_line(option.help)
        if not option.offered:
            label = t(phrases.NOT_OFFERED, label=label)
        elif option.chosen and view.pick is not None:
            label = t(phrases.CHOSEN, label=label)
        label = scored(label, option)
        found.append(Entry(option.id if spoken else str(number), label, option_help))
    return tuple(found)


def prompt_for(view: Input, currency: str) -> str:
    """The few words in front of the input."""
    kind = "several" if view.kind == "choice" and view.pick is not None else view.kind
    low, high = view.span or (0, 0)
    return t(phrases.PROMPTS[kind], currency=currency, low=low, high=high)


def card_label(card: CardView) -> str:
    """A card on one line: its face, what it points at, its note."""
    face = one_line(card.face)
    parts = [t(phrases.CARD if card.complete else phrases.CARD_MORE, face=face)]
    if card.links:
        parts.append(t(phrases.CARD_LINKS, links=", ".join(one_line(link) for link in card.links)))
    if card.note:
        parts.append(t(phrases.NOTE, text=one_line(card.note)))
    return ". ".join(part.rstrip(".") for part in parts)


def card_entries(cards: Sequence[CardView]) -> tuple[Entry, ...]:
    return tuple(Entry(str(number), card_label(card)) for number, card in enumerate(cards, 1))


def field_entries(card: CardView) -> tuple[Entry, ...]:
    """The fields of a card with what is in them."""
    return tuple(
        Entry(str(number), f"{one_line(view.ask)} {one_line(view.value) or _empty(view)}")
        for number, view in enumerate(card.fields, 1)
    )


def _empty(view: Input) -> str:
    return t(phrases.STATUSES["unknown"]) if view.status == "unknown" else t(phrases.CARD_EMPTY)


def row_entries(question: QuestionView) -> tuple[Entry, ...]:
    """The rows of a matrix with what is in their cells."""
    names = {column.id: one_line(column.label) for column in question.columns}
    found = []
    for number, row in enumerate(question.rows, 1):
        cells = [
            f"{names[cell.column]}: {one_line(cell.value)}"
            for cell in question.cells
            if cell.row == row.id and cell.value
        ]
        filled = ", ".join(cells) or t(phrases.MATRIX_EMPTY)
        found.append(Entry(str(number), f"{one_line(row.label)}. {filled}"))
    return tuple(found)


def review_entries(review: Sequence[ReviewLine]) -> tuple[Entry, ...]:
    """The answers as tasks. The first one of a step begins with its title, unless all are of one step."""
    groups = [(line.stop.step, line.stop.card) for line in review]
    several = len(set(groups)) > 1
    heads = [
        f"{one_line(line.title)}. " if several and (n == 0 or groups[n] != groups[n - 1]) else ""
        for n, line in enumerate(review)
    ]
    return tuple(
        Entry(str(n), head + _review_label(line))
        for n, (head, line) in enumerate(zip(heads, review, strict=True), 1)
    )


def _review_label(line: ReviewLine) -> str:
    answer = "; ".join(one_line(text) for text in line.lines)
    status = t(phrases.STATUSES[line.status]) or (counted("blanks", line.blanks) if line.blanks else "")
    said = f"{answer} ({status})" if answer and status else answer or status
    note = " " + t(phrases.NOTE, text=one_line(line.note)) if line.note else ""
    return f"{one_line(line.ask)} {said}{note}"


def review_messages(screen: Screen) -> Iterator[str]:
    """How much is left to do, what stands against the answers, and what is put aside."""
    if screen.summary:
        yield screen.summary
    if screen.counts:
        yield t(phrases.LEFT_TO_DO, counts=", ".join(screen.counts))
    for line in screen.review:
        for message in line.messages:
            yield f"{one_line(line.ask)} {message.text}"
    for parked in screen.parked:
        yield f"{t(phrases.PARKED, ask=parked.ask, value=one_line(parked.value))}. {parked.why}"


def change_lines(screen: Screen) -> Iterator[str]:
    """What has changed since the last version, where there is one."""
    if not screen.version:
        return
    version = one_line(screen.version)
    if not screen.changes:
        yield t(phrases.UNCHANGED_SINCE, version=version)
        return
    yield t(phrases.CHANGED_SINCE, version=version)
    for change in screen.changes:
        sign = t(phrases.SIGNS[change.sign])
        yield t(phrases.CHANGE, sign=sign, ask=one_line(change.ask), said=one_line(change.said))


def history_lines(lines: Sequence[PastLine], now: datetime) -> Iterator[str]:
    """What was done, and how long ago."""
    yield t(phrases.HISTORY if lines else phrases.NO_HISTORY)
    for line in lines:
        said = t(phrases.TAKEN_BACK, said=line.said) if line.taken else line.said
        told = phrases.PAST_WHEN if (when := age(line.at, now)) else phrases.PAST_LINE
        yield t(told, said=one_line(said), when=when)


def finding_text(finding: FindingView) -> str:
    text = finding.text
    if finding.reason:
        return t(phrases.COACH_SILENCED, text=text, reason=one_line(finding.reason))
    return t(phrases.COACH_BLOCK, text=text) if finding.severity == "block" else text


def findings_here(screen: Screen) -> tuple[FindingView, ...]:
    """What the coach says about the step at hand; at the end, about everything."""
    if screen.step is None:
        return screen.findings
    here = screen.step.id
    return tuple(found for found in screen.findings if found.stop is not None and found.stop.step == here)


def canvas_lines(screen: Screen) -> Iterator[str]:
    """The canvas, block by block."""
    if not screen.canvas:
        yield t(phrases.NO_CANVAS)
        return
    yield screen.canvas_title
    for block in screen.canvas:
        yield ""
        yield f"{block.title}: {t(phrases.CANVAS_EMPTY)}" if not block.cards else f"{block.title}:"
        yield from (f"- {one_line(card.face)}" for card in block.cards)
