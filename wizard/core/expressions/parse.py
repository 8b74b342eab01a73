"""Text to expressions and prose, or to problems. Never raises for any text. Knows no names, no values."""

from __future__ import annotations

import re
from functools import lru_cache

from wizard.core.expressions import ordinary
from wizard.core.expressions.tokens import Mistake, Tokens, tokens
from wizard.core.expressions.tree import Expression, Locate, Node, Prose
from wizard.core.problems import Problem

MAX_EXPRESSION = 2_000
"""Characters in an expression."""
MAX_PROSE = 20_000
"""Characters in a piece of prose."""

_KEPT = 1_000
"""Expressions whose trees are kept for the next time that they are written."""

_OPENING = re.compile(r"\{[{%#]")


def parse_expression(source: str, locate: Locate) -> Expression | tuple[Problem, ...]:
    """The expression that a text holds, or everything that stands in the way: `expression.*`."""
    if len(source) > MAX_EXPRESSION:
        return _problems([Mistake("expression.too_long", 0, {"limit": MAX_EXPRESSION})], locate)
    begin, read = whole(source)
    if isinstance(read, list):
        return _problems(read, locate)
    return Expression(source, locate(begin), read, locate)


@lru_cache(maxsize=_KEPT)
def whole(source: str) -> tuple[int, Node | list[Mistake]]:
    """Where an expression begins, and what it says: every second one in a flow stands there twice."""
    found = tokens(source)
    read = _tree(source, found, 0, len(source))
    return (0 if isinstance(read, list) else found.tokens[0].at), read


def parse_prose(source: str, locate: Locate) -> Prose | tuple[Problem, ...]:
    """The prose that a text holds, or everything that stands in the way: `expression.*`."""
    mark = locate(0)
    if len(source) > MAX_PROSE:
        return _problems([Mistake("expression.too_long", 0, {"limit": MAX_PROSE})], locate)
    if "{" not in source:
        return Prose(source, mark, (source,) if source else ())
    parts: list[str | Expression] = []
    mistakes: list[Mistake] = []
    at = 0
    while opening := _OPENING.search(source, at):
        read, end = _embedded(source, opening, locate)
        if isinstance(read, list):
            mistakes.extend(read)
        else:
            parts.extend([source[at : opening.start()], read])
        at = end
    if mistakes:
        return _problems(mistakes, locate)
    return Prose(source, mark, tuple(part for part in [*parts, source[at:]] if part))


def _embedded(source: str, opening: re.Match[str], locate: Locate) -> tuple[Expression | list[Mistake], int]:
    """What one pair of braces holds, and the offset behind it."""
    at = opening.end()
    if opening[0] != "{{":
        code = "expression.statement" if opening[0] == "{%" else "expression.comment"
        return [Mistake(code, opening.start())], at
    if source.startswith("-", at):
        return [Mistake("expression.braces_dash", at)], at
    found = tokens(source, at, in_prose=True)
    if not found.closed:
        quotes = [mistake for mistake in found.mistakes if mistake.code == "expression.quote_open"]
        return quotes or [Mistake("expression.braces_open", opening.start())], len(source)
    inner = source[at : found.end - 2]
    if len(inner) > MAX_EXPRESSION:
        return [Mistake("expression.too_long", at, {"limit": MAX_EXPRESSION})], found.end
    read = _tree(source, found, at, found.end - 2)
    if isinstance(read, list):
        return read, found.end
    return Expression(inner.strip(), locate(found.tokens[0].at), read, locate), found.end


def _tree(source: str, found: Tokens, begin: int, end: int) -> Node | list[Mistake]:
    if found.mistakes:
        return found.mistakes
    if not found.tokens:
        return [Mistake("expression.empty", begin)]
    ordinary_tree = ordinary.read(found.tokens)
    if ordinary_tree is not None:
        return ordinary_tree
    # Here, so that what says nothing unusual never pays for importing Jinja.
    from wizard.core.expressions import grammar  # noqa: PLC0415

    return grammar.read(source, found.tokens, end)


def _problems(mistakes: list[Mistake], locate: Locate) -> tuple[Problem, ...]:
    ordered = sorted(mistakes, key=lambda mistake: mistake.at)
    return tuple(Problem(mistake.code, mistake.details, mark=locate(mistake.at)) for mistake in ordered)
