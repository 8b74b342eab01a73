"""What almost every expression says, read without Jinja: its grammar for names, values and the usual signs.

Jinja's grammar stays the one that counts (`grammar`): for whatever isn't ordinary, and for every mistake, the
answer here is None and Jinja is asked. For all else a test holds the two against each other, node by node and
offset by offset. Reading takes a third of the time so, and most flows are read without importing Jinja.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from wizard.core.expressions import tree
from wizard.core.expressions.tokens import MAX_DEPTH, Token
from wizard.core.values import Blank

_WORDS = frozenset(("and", "or", "not", "in", "is", "if", "else"))
_CONSTANTS: Mapping[str, bool | Blank] = {
    "true": True,
    "True": True,
    "false": False,
    "False": False,
    "none": Blank(),
    "None": Blank(),
}
_SUMS: Mapping[str, tree.ArithmeticSign] = {"add": "+", "sub": "-"}
_PRODUCTS: Mapping[str, tree.ArithmeticSign] = {"mul": "*", "div": "/", "floordiv": "//", "mod": "%"}
_COMPARE: Mapping[str, tree.CompareSign] = {
    "eq": "==",
    "ne": "!=",
    "lt": "<",
    "lteq": "<=",
    "gt": ">",
    "gteq": ">=",
    "in": "in",
}
_ARGUMENTS = frozenset(("name", "string", "integer", "float", "lbracket", "not", "in", "is", "if"))
"""What Jinja takes for the argument of a test where it stands behind one without brackets."""


class _Unusual(Exception):
    """Something that isn't ordinary, or a mistake. Never leaves this module."""


def read(tokens: list[Token]) -> tree.Node | None:
    """The tree of an expression; None where Jinja has to say what it is. tokens: at least one."""
    reading = _Reading(tokens)
    try:
        found = reading.expression()
    except (_Unusual, RecursionError):
        return None
    if reading.kind != "end" or (len(tokens) > MAX_DEPTH and _is_too_deep(found)):
        return None
    return found


def _is_too_deep(node: tree.Node) -> bool:
    """Whether a tree has more levels than it may have. One of few tokens never has."""
    level = [node]
    for _ in range(MAX_DEPTH):
        level = [child for above in level for child in tree.children(above)]
        if not level:
            return False
    return True


class _Reading:
    """One walk over the tokens. kind, at: of the token that comes next; a word of ours is its own kind."""

    __slots__ = ("_index", "_tokens", "at", "kind")

    def __init__(self, tokens: list[Token]) -> None:
        self._tokens = tokens
        self._index = -1
        self.kind, self.at = "", 0
        self._step()

    def _step(self) -> None:
        """Go behind the next token."""
        self._index = index = self._index + 1
        if index >= len(self._tokens):
            self.kind = "end"
            return
        kind, value, self.at = self._tokens[index]
        self.kind = cast("str", value) if kind == "name" and value in _WORDS else kind

    def _take(self, kind: str) -> Token:
        """The next token, which has to be of that kind."""
        if self.kind != kind:
            raise _Unusual
        token = self._tokens[self._index]
        self._step()
        return token

    # From what binds least to what binds most.

    def expression(self) -> tree.Node:
        then = self._either()
        if self.kind != "if":
            return then
        self._step()
        condition = self._either()
        self._take("else")
        return tree.Chosen(condition, then, self.expression(), tree.start(then))

    def _either(self) -> tree.Node:
        at = self.at
        found = self._both()
        while self.kind == "or":
            self._step()
            before = found.parts if isinstance(found, tree.Either) else (found,)
            found = tree.Either((*before, self._both()), at)
            at = self.at
        return found

    def _both(self) -> tree.Node:
        at = self.at
        found = self._not()
        while self.kind == "and":
            self._step()
            before = found.parts if isinstance(found, tree.Both) else (found,)
            found = tree.Both((*before, self._not()), at)
            at = self.at
        return found

    def _not(self) -> tree.Node:
        if self.kind == "not":
            at = self._take("not").at
            return tree.Not(self._not(), at)
        return self._compared()

    def _compared(self) -> tree.Node:
        first = self._sum()
        if self.kind not in _COMPARE and self.kind != "not":
            return first
        rest: list[tuple[tree.CompareSign, tree.Node]] = []
        while self.kind in _COMPARE or self.kind == "not":
            sign = _COMPARE.get(self.kind, "not in")
            self._step()
            if sign == "not in":
                self._take("in")
            rest.append((sign, self._sum()))
        return tree.Compared(first, tuple(rest), tree.start(first))

    def _sum(self) -> tree.Node:
        found = self._joined()
        if self.kind in _SUMS:
            at = tree.start(found)
            while self.kind in _SUMS:
                sign = _SUMS[self.kind]
                self._step()
                found = tree.Arithmetic(sign, found, self._joined(), at)
        return found

    def _joined(self) -> tree.Node:
        at = self.at
        found = self._product()
        if self.kind != "tilde":
            return found
        parts = [found]
        while self.kind == "tilde":
            self._step()
            parts.append(self._product())
        return tree.Joined(tuple(parts), at)

    def _product(self) -> tree.Node:
        found = self._signed()
        if self.kind in _PRODUCTS:
            at = tree.start(found)
            while self.kind in _PRODUCTS:
                sign = _PRODUCTS[self.kind]
                self._step()
                found = tree.Arithmetic(sign, found, self._signed(), at)
        return found

    def _signed(self) -> tree.Node:
        """A value with the sign before it and all filters and tests behind it."""
        found = self._unfiltered()
        while True:
            if self.kind == "pipe":
                self._step()
                name = self._take("name")
                found = tree.Filtered(found, cast("str", name.value), self._arguments(), name.at)
            elif self.kind == "is":
                found = self._tested(found)
            elif self.kind in ("lparen", "dot", "lbracket", "pow"):
                raise _Unusual
            else:
                return found

    def _unfiltered(self) -> tree.Node:
        at = self.at
        if self.kind == "sub":
            self._step()
            return tree.Negative(self._unfiltered(), at)
        if self.kind == "add":
            self._step()
            return tree.Negative(tree.Negative(self._unfiltered(), at), at)
        found = self._value()
        while self.kind == "dot":
            self._step()
            name = self._take("name")
            found = tree.Field(found, cast("str", name.value), name.at)
        return found

    def _tested(self, of: tree.Node) -> tree.Node:
        at = self._take("is").at
        negated = self.kind == "not"
        if negated:
            self._step()
        name = self._take("name")
        has_brackets = self.kind == "lparen"
        found = tree.Tested(of, cast("str", name.value), self._arguments(), name.at)
        if not has_brackets and self.kind in _ARGUMENTS:
            raise _Unusual
        return tree.Not(found, at) if negated else found

    def _arguments(self) -> tuple[tree.Node, ...]:
        """What stands in brackets behind a filter or a test; nothing where there are none."""
        if self.kind != "lparen":
            return ()
        self._step()
        return self._listed("rparen")

    def _listed(self, closing: str) -> tuple[tree.Node, ...]:
        """Expressions with commas between them, and the bracket that ends them."""
        items: list[tree.Node] = []
        while self.kind != closing:
            items.append(self.expression())
            if self.kind != closing:
                self._take("comma")
        self._step()
        return tuple(items)

    def _value(self) -> tree.Node:
        kind, at = self.kind, self.at
        if kind == "name":
            name = cast("str", self._take(kind).value)
            return tree.Literal(_CONSTANTS[name], at) if name in _CONSTANTS else tree.Name(name, at)
        if kind in {"string", "integer", "float"}:
            literal = tree.Literal(self._take(kind).value, at)
            if kind == self.kind == "string":
                raise _Unusual
            return literal
        if kind == "lparen":
            self._step()
            inner = self.expression()
            self._take("rparen")
            return inner
        if kind == "lbracket":
            self._step()
            return tree.ListOf(self._listed("rbracket"), at)
        raise _Unusual
