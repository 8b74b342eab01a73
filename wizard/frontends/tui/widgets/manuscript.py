"""Markdown as it is set here: titles at the left, tables that fold, breaks that break. Knows no widget.

What people wrote is never obeyed: no hyperlinks, no control characters, HTML stands there as it was written.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import ClassVar

from markdown_it import MarkdownIt
from markdown_it.token import Token
from rich import box
from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, RenderResult
from rich.containers import Renderables
from rich.markdown import (
    BlockQuote,
    Heading,
    HorizontalRule,
    ListElement,
    ListItem,
    Markdown,
    MarkdownContext,
    MarkdownElement,
    TableDataElement,
    TableElement,
    TextElement,
)
from rich.segment import Segment
from rich.style import Style
from rich.table import Table
from rich.text import Text

from wizard.core.controls import visible

_DEEPEST = 60  # what lies deeper inside of lists and quotes stands in the source only
_NARROW = 16  # with fewer cells left, what is inside of lists and quotes goes no further to the right
_ENDLESS = 100_000
_BLOCK = 18  # cells that each block of a canvas needs to be read beside others
_GRID = box.Box("    \n    \n ── \n    \n ╌╌ \n ── \n    \n    \n")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark", {"maxNesting": _DEEPEST}).enable("strikethrough").enable("table")


def parsed(text: str) -> list[Token]:
    """What a text in Markdown says."""
    return _parser().parse(text)


class Manuscript(Markdown):
    """What a parser said of a text, to be drawn by rich."""

    def __init__(self, tokens: Iterable[Token]) -> None:
        # Rich would make a parser for each of them, and there is one for each block of a document.
        self.parsed = list(_tamed(tokens))
        self.justify = None
        self.style = "none"
        self.hyperlinks = False
        self.code_theme = self.inline_code_theme = ""
        self.inline_code_lexer = None


def _tamed(tokens: Iterable[Token]) -> Iterator[Token]:
    """The tokens with nothing among them that steers a terminal or that rich would leave out unseen."""
    for token in tokens:
        if token.children:
            token.children = list(_tamed(token.children))
        if token.type == "html_inline" and _BREAK.fullmatch(token.content):
            token.type = "hardbreak"
        elif token.type in ("html_inline", "html_block"):
            if token.content.strip().startswith("<!--") and token.content.strip().endswith("-->"):
                continue  # a comment is there for nobody who reads
            token.type = "text" if token.type == "html_inline" else "code_block"
        token.content = visible(token.content)
        if href := token.attrs.get("href"):
            token.attrs["href"] = visible(str(href))
        yield token


class _Title(Heading):
    """A heading at the left; the first of all with a line below it."""

    LEVEL_ALIGN: ClassVar = {**Heading.LEVEL_ALIGN, "h1": "left"}

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        yield from super().__rich_console__(console, options)
        if self.tag == "h1":
            yield Text("━" * options.max_width, console.get_style("markdown.h1.border", default="dim"))


class _Listing(TextElement):
    """Code, as it stands there."""

    style_name = "markdown.code"

    @classmethod
    def create(cls, markdown: Markdown, token: Token) -> MarkdownElement:
        del markdown, token
        return cls()

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        text = Text(str(self.text).rstrip("\n"), console.get_style(self.style_name), overflow="fold")
        yield from _indented(console, options, Renderables([text]), "  ", "")


class _Rule(HorizontalRule):
    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        yield Text("─" * options.max_width, console.get_style("markdown.hr", default="dim"))


class _Picture(TextElement):
    """What a picture says of itself; pictures stay where they are."""

    new_line = False

    @classmethod
    def create(cls, markdown: Markdown, token: Token) -> MarkdownElement:
        del markdown
        return cls(str(token.attrs.get("src", "")))

    def __init__(self, source: str) -> None:
        self._source = visible(source)

    def on_leave(self, context: MarkdownContext) -> None:
        told = f"[{self.text.plain}] ({self._source})"
        super().on_leave(context)
        context.on_text(told, "text")


class _Quote(BlockQuote):
    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        yield from _indented(console, options, self.elements, "▌ ", "markdown.block_quote", every=True)


class _Item(ListItem):
    def render_bullet(self, console: Console, options: ConsoleOptions) -> RenderResult:
        yield from _indented(console, options, self.elements, " • ", "markdown.item.bullet")

    def render_number(
        self, console: Console, options: ConsoleOptions, number: int, last_number: int
    ) -> RenderResult:
        sign = f"{number}. ".rjust(len(str(last_number)) + 3)
        yield from _indented(console, options, self.elements, sign, "markdown.item.number")


def _indented(
    console: Console,
    options: ConsoleOptions,
    elements: Renderables,
    sign: str,
    style_name: str,
    *,
    every: bool = False,
) -> RenderResult:
    """Elements to the right of a sign: before the first line of them, or before every one."""
    style = console.get_style(style_name, default="none") if style_name else None
    width = options.max_width - cell_len(sign)
    blank = Segment(sign, style) if every else Segment(" " * cell_len(sign))
    if width < _NARROW:
        yield Segment(sign.rstrip()[: options.max_width], style)
        yield Segment.line()
        width, blank = options.max_width, Segment("")
    first = Segment(sign, style) if blank.text else blank
    inside = options.update(width=width, height=None)
    for element in elements:  # type: ignore[attr-defined]  # rich calls an iterator an iterable
        for line in console.render_lines(element, inside, pad=False):
            yield first
            yield from line
            yield Segment.line()
            first = blank


class _Folded(TableElement):
    """A table whose cells fold between words; told row by row where not even words fit side by side."""

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        heads = self.header.row.cells if self.header is not None and self.header.row is not None else []
        rows = [row.cells for row in self.body.rows] if self.body is not None else []
        table = self._drawn(heads, rows)
        needs = table.__rich_measure__(console, options.update(width=_ENDLESS))
        in_blocks = any(_heads_columns(row) for row in rows)
        if in_blocks and needs.maximum > options.max_width < _BLOCK * len(heads):
            yield from self._listed(console, options, heads, rows)
        elif needs.minimum > options.max_width:
            yield from self._told(heads, rows)
        else:
            # Where cells fold, a thin line tells which lines belong together.
            table.show_lines = needs.maximum > options.max_width
            yield table

    def _drawn(self, heads: list[TableDataElement], rows: list[list[TableDataElement]]) -> Table:
        table = Table(
            box=_GRID,
            pad_edge=False,
            style="markdown.table.border",
            show_edge=False,
            collapse_padding=True,
        )
        for head in heads:
            title = head.content.copy()
            title.stylize("markdown.table.header")
            table.add_column(title, overflow="fold")
        for row in rows:
            table.add_row(*(cell.content for cell in row))
        return table

    def _listed(
        self,
        console: Console,
        options: ConsoleOptions,
        heads: list[TableDataElement],
        rows: list[list[TableDataElement]],
    ) -> RenderResult:
        """A table of blocks, column by column: each title with the list of what stands below it."""
        is_first = True
        for head, column in zip(heads, zip(*rows, strict=False), strict=False):
            for cell, is_title in ((head, True), *((cell, _is_bold(cell)) for cell in column)):
                if is_title:
                    if not is_first:
                        yield Text()
                    yield Text(" ".join(cell.content.plain.split()), "markdown.table.header")
                elif cell.content.plain.strip():
                    yield from _indented(
                        console, options, Renderables([cell.content]), " • ", "markdown.item.bullet"
                    )
                is_first = False

    def _told(self, heads: list[TableDataElement], rows: list[list[TableDataElement]]) -> Iterator[Text]:
        """Each cell behind the title of its column, an empty line behind each row."""
        for number, row in enumerate(rows):
            if number:
                yield Text()
            for head, cell in zip(heads, row, strict=False):
                if cell.content.plain.strip() or not head.content.plain.strip():
                    yield Text.assemble(
                        (" ".join(head.content.plain.split()), "markdown.table.header"),
                        ": ",
                        cell.content,
                        overflow="fold",
                    )


def _is_bold(cell: TableDataElement) -> bool:
    """Whether all that a cell says is bold."""
    bold = (span for span in cell.content.spans if isinstance(span.style, Style) and span.style.bold)
    cells = sum(span.end - span.start for span in bold)
    return bool(cell.content.plain.strip()) and cells >= len(cell.content)


def _heads_columns(row: list[TableDataElement]) -> bool:
    """Whether a row has titles for what stands below them. Where it begins with one, that is its own."""
    return any(_is_bold(cell) for cell in row) and not _is_bold(row[0])


Manuscript.elements = {
    **Markdown.elements,
    "heading_open": _Title,
    "fence": _Listing,
    "code_block": _Listing,
    "hr": _Rule,
    "image": _Picture,
    "blockquote_open": _Quote,
    "bullet_list_open": ListElement,
    "ordered_list_open": ListElement,
    "list_item_open": _Item,
    "table_open": _Folded,
}
