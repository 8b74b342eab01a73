"""What a parser makes of Markdown: its structure, and the texts in it."""

from __future__ import annotations

from markdown_it import MarkdownIt
from markdown_it.token import Token

PARSERS = (MarkdownIt("commonmark"), MarkdownIt("commonmark").enable(["table", "strikethrough"]))
BREAKS = {"hardbreak": "\n", "softbreak": "⏎"}


def structure(parser: MarkdownIt, markdown: str) -> list[str]:
    """The blocks, in order: what opens, what closes."""
    return [f"{token.type} {token.tag}" for token in parser.parse(markdown)]


def texts(parser: MarkdownIt, markdown: str) -> list[str]:
    """The text of each block; what isn't text stands there in pointed brackets."""
    inlines = [token for token in parser.parse(markdown) if token.type == "inline"]
    return ["".join(_text(child) for child in token.children or ()) for token in inlines]


def _text(token: Token) -> str:
    if token.type in ("text", "text_special"):
        return token.content
    if token.type == "html_inline" and token.content == "<br>":
        return "\n"
    return BREAKS.get(token.type, f"⟨{token.type}⟩")
