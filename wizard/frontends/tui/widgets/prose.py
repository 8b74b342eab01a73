"""Markdown as it looks here: teaching, calm, in the colours of the text around it."""

from __future__ import annotations

from rich.console import Console, ConsoleOptions, RenderResult
from rich.theme import Theme

from wizard.frontends.tui.widgets.manuscript import Manuscript, parsed

CALM = Theme(
    {
        "markdown.h1": "bold",
        "markdown.h2": "bold",
        "markdown.h3": "bold italic",
        "markdown.h4": "italic",
        "markdown.block_quote": "italic",
        "markdown.code": "bold",
        "markdown.item.bullet": "bold",
        "markdown.item.number": "bold",
        "markdown.link": "underline",
        "markdown.link_url": "none",
        "markdown.table.header": "bold",
        "markdown.table.border": "dim",
        "markdown.hr": "dim",
    }
)


class Prose:
    """A text in Markdown, to be drawn by a Static. For whole documents there is PageView."""

    def __init__(self, text: str) -> None:
        self._manuscript = Manuscript(parsed(text))

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        with console.use_theme(CALM):
            yield from console.render(self._manuscript, options)
