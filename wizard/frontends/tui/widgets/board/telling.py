"""What is told of the card at hand: its face, its links, its fields, and what the coach says of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from rich.cells import cell_len
from textual.content import Content
from textual.widget import Widget

from wizard.core.controls import one_line
from wizard.core.screen import BlockCard, BlockView, CardView, FindingView, Input
from wizard.core.tongue import t
from wizard.frontends.tui.widgets.board.faces import UNFINISHED, Run, chip_style
from wizard.frontends.tui.widgets.drawing import wrapped
from wizard.frontends.tui.widgets.signs import severity_sign

_MOST_CHARACTERS = 800  # more than there are cells for is cut before it is measured
_MOST_LETTERS = 6
_BARE = frozenset(("number", "money", "percent", "date", "scale", "yesno"))  # kinds whose answers don't speak


class Part(NamedTuple):
    """One thing that is told: signs, then a text."""

    lead: tuple[Run, ...]
    text: str
    style: str = ""


class Told(Widget):
    """A few lines about the card at hand."""

    def __init__(self) -> None:
        super().__init__(id="told")
        self._parts: tuple[Part, ...] = ()

    def show_parts(self, parts: Iterable[Part]) -> None:
        """parts: the most important first; those at the end are left out where there is no room."""
        parts = tuple(parts)
        if parts != self._parts:
            self._parts = parts
            self.refresh()

    def render(self) -> Content:
        return Content("\n").join(told_lines(self._parts, self.size.width, self.size.height))


def told_lines(parts: Sequence[Part], width: int, height: int) -> list[Content]:
    """The parts on so many lines: one for each, and what is left goes to those that need more."""
    left_out = len(parts) > height
    parts = parts[: max(height, 0)]
    spare = height - len(parts)
    lines: list[Content] = []
    for part in parts:
        indent = sum(cell_len(text) for text, _ in part.lead) + 1
        found = wrapped(part.text[:_MOST_CHARACTERS], max(width - indent, 1), 1 + spare) or [""]
        spare -= len(found) - 1
        lines.append(Content.assemble(*part.lead, " ", (found[0], part.style)))
        lines += [Content.assemble(" " * indent, (line, part.style)) for line in found[1:]]
    if left_out and lines and lines[-1].cell_length + 2 <= width:
        lines[-1] = lines[-1].append(" …")
    return lines


def card_told(
    card: BlockCard, view: CardView | None, faces: Mapping[str, str], findings: Mapping[str, FindingView]
) -> list[Part]:
    """All that there is to say of a card, the most important first. view: None for a single answer."""
    signs: list[Run] = [(badge.letter, chip_style(badge)) for badge in card.badges[:_MOST_LETTERS]]
    if len(card.badges) > len(signs):
        signs.append(("+", "bold"))
    unfinished = f" {UNFINISHED[0]} {t('not finished')}" if not card.complete else ""
    parts = [Part(tuple(signs) or (("•", "$quiet"),), (card.face or "…") + unfinished, "bold")]
    parts += findings_told(card.findings, findings)
    if links := links_told(card, faces):
        parts.append(Part(((" ", ""),), links, "$primary"))
    if view is not None and (fields := fields_told(view)):
        parts.append(Part((("·", "$quiet"),), fields, "$quiet"))
    return parts


def block_told(block: BlockView, findings: Mapping[str, FindingView]) -> list[Part]:
    """What there is to say of a block as a whole."""
    parts = [Part((("▪", "$primary"),), f"{block.title}. {block.hint}", "bold")]
    parts += findings_told(block.findings, findings)
    parts += [
        Part((("?", "$accent"),), asked(question.ask, question.card), "$quiet")
        for question in block.questions
    ]
    return parts


def asked(ask: str, card: str) -> str:
    """A question, and for which card it is asked."""
    return f"{card}: {ask}" if card else ask


def findings_told(ids: Iterable[str], findings: Mapping[str, FindingView]) -> list[Part]:
    found = (findings[id] for id in ids if id in findings)
    return [Part((severity_sign(one.severity),), one.text, severity_sign(one.severity)[1]) for one in found]


def links_told(card: BlockCard, faces: Mapping[str, str]) -> str:
    """What it points at, and what points at it."""
    to = ", ".join(faces[id] for id in card.links if id in faces)
    come = ", ".join(faces[id] for id in card.linked if id in faces)
    return "   ".join(part for part in (f"→ {to}" if to else "", f"← {come}" if come else "") if part)


def fields_told(view: CardView) -> str:
    """Its fields in short: what was answered, but for its face and its links.

    A number says nothing alone: before it stands what the flow's author calls the field.
    """
    linked = set(view.links)
    told = (_value(field, view.face, linked) for field in view.fields)
    return " · ".join(text for text in told if text)


def _value(field: Input, face: str, linked: set[str]) -> str:
    value = one_line(field.value[:_MOST_CHARACTERS])
    if value == face or linked.issuperset(field.value.split(", ")):
        return ""
    return f"{field.called} {value}" if value and field.kind in _BARE else value
