"""How values become text, and text part of a document. Must not know templates."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date
from decimal import Decimal
from typing import Self, SupportsIndex

from jinja2.runtime import LoopContext
from markupsafe import Markup, escape

from wizard.adapters.render_jinja.limits import MOST_ITEMS, too_much, within
from wizard.adapters.render_jinja.mistakes import Mistake
from wizard.core.controls import visible
from wizard.core.languages import ENGLISH, Language
from wizard.core.markdown import escaped, escaped_cell, escaped_item
from wizard.core.numbers import display
from wizard.core.printed import DocumentCard, Figure, Nothing
from wizard.core.problems import problem
from wizard.core.values import Choice

MOST_WORDS = 3  # of a face that still reads well between commas

# What a template calculates has to be written as the rest of its document is, wherever it turns into text.
_LANGUAGE: ContextVar[Language] = ContextVar("language", default=ENGLISH)


@contextmanager
def writing_in(language: Language) -> Iterator[None]:
    """As long as this lasts, figures become text as this language writes them."""
    token = _LANGUAGE.set(language)
    try:
        yield
    finally:
        _LANGUAGE.reset(token)


class Written(Markup):
    """Text that is ready for its document: nothing escapes it again. Each format has a class of its own.

    Jinja's `Markup` in the words of a format: what is added to it, joined with it or formatted into it is
    escaped for that format instead of for HTML.
    """

    __slots__ = ()

    @staticmethod
    def running(text: str) -> str:
        """The text escaped for a paragraph."""
        return visible(text)

    @staticmethod
    def line(text: str) -> str:
        """The text escaped for where it must stay on one line."""
        return visible(text)

    @staticmethod
    def item(text: str, width: int) -> str:
        """The text escaped for an item of a list whose text begins `width` characters in."""
        return visible(text).replace("\n", "\n" + " " * width)

    @classmethod
    def escape(cls, value: object, /) -> Self:
        """A value in the running text."""
        return cls(value) if isinstance(value, Markup) else cls(cls._every(value, cls.running))

    @classmethod
    def escape_line(cls, value: object, /) -> Self:
        """A value on one line."""
        return cls(value) if isinstance(value, Markup) else cls(cls._every(value, cls.line))

    @classmethod
    def escape_item(cls, value: object, /, width: int = 2) -> Self:
        """A value in an item of a list. width: of the bullet and what stands before it, 0 to 100."""
        blanks = within(width, 0, 100)
        if isinstance(value, Markup):
            return cls(value)
        return cls(cls._every(value, lambda text: cls.item(text, blanks)))

    @classmethod
    def _every(cls, value: object, write: Callable[[str], str]) -> str:
        """Items that are ready already stay as they are between those that aren't."""
        if type(value) is str:
            return write(value)
        found = parts(value)
        return "".join(one if isinstance(one, Markup) else write(one) for one in merged(found))

    def __getitem__(self, key: SupportsIndex | slice, /) -> str:  # type: ignore[override]
        # A piece of escaped text may have lost its backslash: it is ordinary text, to be escaped again.
        return str.__getitem__(self, key)


class MarkdownText(Written):
    __slots__ = ()

    @staticmethod
    def running(text: str) -> str:
        return escaped(text)

    @staticmethod
    def line(text: str) -> str:
        return escaped_cell(text)

    @staticmethod
    def item(text: str, width: int) -> str:
        return escaped_item(text, width)


class HtmlText(Written):
    __slots__ = ()

    @staticmethod
    def running(text: str) -> str:
        return str(escape(visible(text)))

    @staticmethod
    def line(text: str) -> str:
        return str(escape(visible(text))).replace("\n", "<br>")

    @staticmethod
    def item(text: str, width: int) -> str:  # noqa: ARG004 - HTML indents by itself
        return HtmlText.line(text)


class PlainText(Written):
    __slots__ = ()

    @staticmethod
    def line(text: str) -> str:
        return visible(text).replace("\n", " ")


def format_of(template: str) -> type[Written]:
    """The format of what a template writes, by its name: plan.md.j2 is Markdown."""
    name = template.lower().removesuffix(".j2")
    if name.endswith((".md", ".markdown")):
        return MarkdownText
    return HtmlText if name.endswith((".html", ".htm")) else PlainText


def shown(value: object) -> str:
    """A value as people read it; text that is ready for its document stays so."""
    if isinstance(value, str):
        return value
    found = list(parts(value))
    return found[0] if len(found) == 1 else "".join(found)


def merged(texts: Iterable[str]) -> Iterator[str]:
    """The same texts, with neighbours that still want escaping made one."""
    waiting: list[str] = []
    for text in texts:
        if isinstance(text, Markup):
            yield "".join(waiting)
            waiting.clear()
            yield text
        else:
            waiting.append(text)
    yield "".join(waiting)


def parts(value: object) -> Iterator[str]:
    """The texts that a value consists of: one, or those of a list with commas between.

    Between cards with long faces stand semicolons: with commas nobody sees where one ends.
    """
    most = MOST_ITEMS
    open_lists: list[Iterator[object]] = [iter((value,))]
    joints = [", "]
    first = True
    while open_lists:
        item = next(open_lists[-1], open_lists)
        if item is open_lists:
            open_lists.pop()
            joints.pop()
            continue
        most -= 1
        if most < 0:
            raise too_much()
        if (inner := _items(item)) is not None:
            open_lists.append(inner)
            joints.append("; " if isinstance(item, list | tuple) and any(map(_is_long, item)) else ", ")
            continue
        if not first:
            yield joints[-1]
        first = False
        yield _one(item)


def _is_long(value: object) -> bool:
    """Whether it is a card whose face reads like a sentence."""
    return isinstance(value, DocumentCard) and ("," in value.face or len(value.face.split()) > MOST_WORDS)


def _items(value: object) -> Iterator[object] | None:
    """What a list holds; None for anything else."""
    if isinstance(value, Mapping):
        return iter(value.values())
    if isinstance(value, str | Nothing | DocumentCard | LoopContext) or not isinstance(value, Iterable):
        return None
    return iter(value)


def _one(value: object) -> str:
    match value:
        case str():
            return value
        case bool():
            return _LANGUAGE.get().yes if value else _LANGUAGE.get().no
        case None:
            return str(Nothing())
        case Decimal() if value.is_finite() and not isinstance(value, Figure):
            return display(value, _LANGUAGE.get())
        case int() | float() | Decimal() | date() | Nothing() | Choice() | DocumentCard():
            return str(value)
        case _ if hasattr(value, "__html__"):
            # The text of an imported template.
            return Markup(value)
        case _:
            # The name in Python would tell nobody anything, and an address in memory differs each time.
            raise Mistake(problem("document.not_printable"))
