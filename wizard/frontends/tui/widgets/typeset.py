"""A document set in lines for a width: Markdown as it is meant, or as it is written. Knows no widget.

It is set section by section, so that the first lines are there at once, and after a change only the sections
that changed are set again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from io import StringIO
from typing import NamedTuple

from markdown_it.token import Token
from rich.console import Console
from rich.segment import Segment
from rich.text import Text
from rich.theme import Theme
from textual.strip import Strip

from wizard.core.controls import visible
from wizard.frontends.tui.widgets.manuscript import Manuscript, parsed
from wizard.frontends.tui.widgets.prose import CALM

_TITLE = re.compile(r"^#{1,6}(?=[ \t\n])", re.MULTILINE)
# What can reach over a heading, or means something elsewhere: fences, HTML, definitions of links.
_FAR = re.compile(r"^ {0,3}(?:```|~~~|<|\[[^\]\n]*\]:)", re.MULTILINE)
_SECTION_ROWS = 40  # a page of source is set at a time
_TAB_CELLS = 4


class Look(NamedTuple):
    """Colours of what stands out, in rich's words."""

    title: str
    heading: str
    quiet: str
    line: str


class Job(NamedTuple):
    """What is to be set. source: the Markdown itself, not what it means. margin: cells at either side."""

    text: str
    width: int
    look: Look
    source: bool = False
    margin: int = 0


class Lines(NamedTuple):
    """Lines that are set, as wide as the job with its margins, and the row of the text that each is of."""

    strips: list[Strip]
    rows: list[int]


class Section(NamedTuple):
    """A part of a text, and its first row."""

    text: str
    row: int


def sections(text: str, *, source: bool = False) -> list[Section]:
    """A text in parts that mean the same alone as together."""
    if source:
        rows = text.split("\n")
        return [
            Section("\n".join(rows[at : at + _SECTION_ROWS]), at) for at in range(0, len(rows), _SECTION_ROWS)
        ]
    if _FAR.search(text):
        return [Section(text, 0)]
    starts = [found.start() for found in _TITLE.finditer(text)]
    ends = [*starts, len(text)]
    parts: list[Section] = []
    row = 0
    for start, end in zip([0, *starts], ends, strict=True):
        if start < end:
            parts.append(Section(text[start:end], row))
            row += text.count("\n", start, end)
    return parts


class Typesetter:
    """Sets jobs, and remembers the sections of the last one, as Markdown and as source."""

    def __init__(self) -> None:
        self._known: dict[bool, dict[tuple[str, Job], Lines]] = {}

    def lines(self, job: Job) -> Iterator[tuple[float, Lines]]:
        """The lines of a job section by section, with the part of the text that is done then, 0..1."""
        known = self._known.get(job.source, {})
        used = self._known[job.source] = {}
        done = 0
        manner = job._replace(text="")
        for part in sections(job.text, source=job.source):
            key = (part.text, manner)
            found = known.get(key) or used.get(key)
            if found is None:
                found = source_lines(part.text, job) if job.source else markdown_lines(part.text, job)
            used[key] = found
            done += len(part.text) + 1
            yield (
                min(done / max(len(job.text), 1), 1.0),
                Lines(found.strips, [part.row + r for r in found.rows]),
            )


def source_lines(text: str, job: Job) -> Lines:
    """Rows of plain text, folded where they are too long."""
    console = _console(job.width, job.look)
    strips: list[Strip] = []
    rows: list[int] = []
    for row, line in enumerate(visible(text).split("\n")):
        written = Text(line, end="", style=_source_style(line, job.look))
        written.expand_tabs(_TAB_CELLS)
        folded = [written]
        if written.cell_len > job.width:
            folded = list(written.wrap(console, job.width, overflow="fold", tab_size=_TAB_CELLS))
        for piece in folded or [written]:
            strips.append(_strip(piece.render(console), job))
            rows.append(row)
    return Lines(strips, rows)


def _source_style(line: str, look: Look) -> str:
    return f"bold {look.heading}" if _TITLE.match(line) else ""


def markdown_lines(text: str, job: Job) -> Lines:
    """What Markdown means, block by block, with an empty line behind each."""
    console = _console(job.width, job.look)
    options = console.options.update(width=job.width, height=None)
    strips: list[Strip] = []
    rows: list[int] = []
    for block in _blocks(parsed(text)):
        drawn = console.render_lines(Manuscript(block), options)
        if drawn and _is_empty(drawn[0]):  # rich begins lists and quotes so
            drawn = drawn[1:]
        if not drawn:
            continue
        start, end = block[0].map or (0, 0)
        for n, line in enumerate(drawn):
            strips.append(_strip(line, job))
            rows.append(start + n * max(end - start, 1) // len(drawn))
        strips.append(_strip((), job))
        rows.append(max(end - 1, start))
    return Lines(strips, rows)


def _strip(segments: Iterable[Segment], job: Job) -> Strip:
    """A line between its margins."""
    return Strip([Segment(" " * job.margin), *segments]).adjust_cell_length(job.width + 2 * job.margin)


def _is_empty(line: list[Segment]) -> bool:
    return not any(segment.text.strip() for segment in line)


def _blocks(tokens: list[Token]) -> Iterator[list[Token]]:
    """The tokens of each block that is inside of no other."""
    block: list[Token] = []
    depth = 0
    for token in tokens:
        block.append(token)
        depth += token.nesting
        if depth == 0:
            yield block
            block = []


@lru_cache(maxsize=4)
def _console(width: int, look: Look) -> Console:
    theme = Theme(
        {
            **CALM.styles,
            "markdown.h1": f"bold {look.title}",
            "markdown.h1.border": look.line,
            "markdown.h2": f"bold {look.heading}",
            "markdown.h3": "bold",
            "markdown.h4": "italic",
            "markdown.item.bullet": look.heading,
            "markdown.block_quote": f"italic {look.quiet}",
            "markdown.table.border": look.line,
            "markdown.link_url": look.quiet,
            "markdown.hr": look.line,
        },
        inherit=False,
    )
    return Console(
        width=width,
        file=StringIO(),
        force_terminal=True,
        color_system="truecolor",
        legacy_windows=False,
        theme=theme,
        markup=False,
        highlight=False,
        emoji=False,
    )
