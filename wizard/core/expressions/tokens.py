"""The words and signs of an expression, with their offsets. Knows Jinja's names for them, not Jinja itself.

Not Jinja's own lexer: that one drops offsets, turns 0.1 into a binary float, and speaks of templates.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

import msgspec

from wizard.core.problems import Detail

MAX_NESTING = 25
MAX_DEPTH = 100
"""Levels of a tree."""
MAX_DIGITS = 30


class Token(NamedTuple):
    """kind: what Jinja calls it. at: the offset in the text."""

    kind: str
    value: str | Decimal
    at: int


class Mistake(msgspec.Struct, frozen=True):
    """What stands in the way, before anybody knows in which file it is."""

    code: str
    at: int
    details: dict[str, Detail] = {}


class Tokens(NamedTuple):
    """end: the offset behind the last token, and behind the closing braces where there are some."""

    tokens: list[Token]
    mistakes: list[Mistake]
    end: int
    closed: bool


_TOKEN = re.compile(
    r"""
    \s* (?:
      (?P<name>[^\W\d]\w*)
    | (?P<number>[0-9]+(?:\.[0-9]+)?)
    | (?P<text>'[^'\\]*(?:\\.[^'\\]*)*'|"[^"\\]*(?:\\.[^"\\]*)*")
    | (?P<close>-?\}\})
    | (?P<foreign>&&?|\|\||===|=(?!=)|!(?!=)|[{}'"‘’“”„`])
    | (?P<sign>\*\*|//|==|!=|<=|>=|[-+*/%~|.,:()<>\[\]])
    )
    """,
    re.VERBOSE | re.DOTALL,
)

_SPACE = re.compile(r"\s*")

_SIGNS = {
    "+": "add",
    "-": "sub",
    "*": "mul",
    "**": "pow",
    "/": "div",
    "//": "floordiv",
    "%": "mod",
    "~": "tilde",
    "|": "pipe",
    ".": "dot",
    ",": "comma",
    ":": "colon",
    "(": "lparen",
    ")": "rparen",
    "[": "lbracket",
    "]": "rbracket",
    "==": "eq",
    "!=": "ne",
    "<": "lt",
    "<=": "lteq",
    ">": "gt",
    ">=": "gteq",
}

_FOREIGN = {
    "&": "expression.and_sign",
    "&&": "expression.and_sign",
    "||": "expression.or_sign",
    "=": "expression.single_equals",
    "!": "expression.not_sign",
    "'": "expression.quote_open",
    '"': "expression.quote_open",
}

_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
_ESCAPES = {"n": "\n", "t": "\t", "'": "'", '"': '"', "\\": "\\"}


def tokens(source: str, at: int = 0, *, in_prose: bool = False) -> Tokens:
    """The tokens from an offset on: to the end, or in prose to the closing braces. Never raises."""
    found: list[Token] = []
    mistakes: list[Mistake] = []
    closed = False
    token_at, length = _TOKEN.match, len(source)
    while at < length and not closed:
        match = token_at(source, at)
        if match is None:
            at = _behind_space(source, at)
            if at < length:
                mistakes.append(Mistake("expression.character", at, {"found": source[at]}))
                at += 1
            continue
        group = str(match.lastgroup)
        text, at = match[group], match.start(group)
        if group == "name":
            found.append(Token("name", text, at))
        elif group == "close" and in_prose:
            closed = True
            if text.startswith("-"):
                mistakes.append(Mistake("expression.braces_dash", at))
        elif group in ("close", "foreign"):
            mistakes.append(_foreign(text, at, found, in_prose))
            if mistakes[-1].code == "expression.quote_open":
                at = length
                break
        else:
            read = _token(group, text, at)
            if isinstance(read, Mistake):
                mistakes.append(read)
            else:
                found.append(read)
        at = match.end()
    if len(found) > MAX_NESTING:
        mistakes.extend(_too_deep(found))
    return Tokens(found, _each_once(mistakes) if mistakes else mistakes, at, closed)


def _behind_space(source: str, at: int) -> int:
    space = _SPACE.match(source, at)
    return space.end() if space else at


def _token(group: str, text: str, at: int) -> Token | Mistake:
    if group == "text":
        return Token("string", _ESCAPE.sub(_unescaped, text[1:-1]), at)
    if group == "sign":
        return Token(_SIGNS[text], text, at)
    if len(text.replace(".", "")) > MAX_DIGITS:
        return Mistake("expression.number_too_long", at, {"limit": MAX_DIGITS})
    return Token("float" if "." in text else "integer", Decimal(text), at)


def _unescaped(match: re.Match[str]) -> str:
    return _ESCAPES.get(match[1], match[0])


def _foreign(text: str, at: int, before: list[Token], in_prose: bool) -> Mistake:
    """A sign of another language, and what to write instead."""
    if text == "=" and _names_an_argument(before):
        return Mistake("expression.named_argument", at)
    if text in _FOREIGN:
        return Mistake(_FOREIGN[text], at, {"found": text})
    if text[0] in "‘’“”„`":
        return Mistake("expression.curly_quotes", at, {"found": text})
    if "=" in text:
        return Mistake("expression.single_equals", at, {"found": text})
    if in_prose:
        return Mistake("expression.character", at, {"found": text[0]})
    return Mistake("expression.braces", at)


def _names_an_argument(before: list[Token]) -> bool:
    """Whether these end like `round(digits`: other languages write `=` and the argument behind that."""
    match before[-3:]:
        case [Token("name", called), Token("lparen"), Token("name")]:
            return called not in ("and", "or", "not", "in", "is", "if", "else")
        case [_, Token("comma"), Token("name")]:
            return True
        case _:
            return False


def _too_deep(found: list[Token]) -> list[Mistake]:
    """A mistake where brackets, signs before a value and `else` nest deeper than a stack should go."""
    brackets = signs = elses = 0
    for token in found:
        if token.kind in ("lparen", "lbracket"):
            brackets += 1
        elif token.kind in ("rparen", "rbracket"):
            brackets -= 1
        if token.kind in ("sub", "add") or token.value == "not":
            signs += 1
        elif token.kind not in ("lparen", "lbracket"):
            signs = 0
        elses += token.kind == "name" and token.value == "else"
        if brackets + signs + elses > MAX_NESTING:
            return [Mistake("expression.too_deep", token.at, {"limit": MAX_NESTING})]
    return []


def _each_once(mistakes: list[Mistake]) -> list[Mistake]:
    """The first mistake of each code: ten braces are one thing to change."""
    first: dict[str, Mistake] = {}
    for mistake in mistakes:
        first.setdefault(mistake.code, mistake)
    return list(first.values())
