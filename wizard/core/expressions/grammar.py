"""Jinja's grammar over our tokens, its tree turned into ours. The only module of expressions with jinja2.

Nothing here compiles or folds. A node that isn't in `_READERS` can't be said in an expression.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, cast

from jinja2 import Environment, TemplateSyntaxError, nodes
from jinja2 import lexer as jinja
from jinja2.parser import Parser

from wizard.core.expressions import tree
from wizard.core.expressions.filters import FILTERS
from wizard.core.expressions.tokens import MAX_DEPTH, MAX_NESTING, Mistake, Token
from wizard.core.values import Blank

_ENVIRONMENT = Environment()


def read(source: str, tokens: list[Token], end: int) -> tree.Node | list[Mistake]:
    """The tree of an expression, or what stands in the way.

    source: the whole text that the tokens' offsets count in. end: the offset where the expression ends.
    """
    parser = Parser(_ENVIRONMENT, "")
    parser.stream = _stream(tokens, end)
    try:
        parsed = parser.parse_expression()
        if not parser.stream.eos:
            parser.fail("more follows")
        reader = _Reader(source)
        node = reader.read(parsed)
    except TemplateSyntaxError as error:
        return [_syntax_mistake(tokens, error.lineno, end)]
    except RecursionError:
        return [Mistake("expression.too_deep", tokens[0].at, {"limit": MAX_NESTING})]
    return reader.mistakes or node


def _stream(tokens: list[Token], end: int) -> jinja.TokenStream:
    """Tokens for Jinja's parser, which keeps a line for each node: it is given the offset as the line."""
    # Jinja says that values are str but hands them on untouched: a number stays the Decimal that was written.
    made = [jinja.Token(token.at, token.kind, cast("str", token.value)) for token in tokens]
    return jinja.TokenStream([*made, jinja.Token(end, jinja.TOKEN_EOF, "")], None, None)


def _syntax_mistake(tokens: list[Token], at: int, end: int) -> Mistake:
    """What a person did where Jinja says "unexpected ..."."""
    index = next((index for index, token in enumerate(tokens) if token.at >= at), len(tokens))
    before = tokens[:index]
    if len(before) > 1 and before[-1].kind == "mod" and before[-2].kind in ("integer", "float"):
        fraction = cast("Any", before[-2].value).scaleb(-2)
        return Mistake(
            "expression.percent_sign", before[-2].at, {"written": str(before[-2].value), "fraction": fraction}
        )
    if at >= end or index == len(tokens):
        last = tokens[-1]
        return Mistake("expression.unfinished", last.at, {"last": str(last.value)})
    if tokens[index].kind == "dot" and before and before[-1].kind == "rparen":
        return Mistake("expression.dot_after_filter", at)
    return Mistake("expression.syntax", at, {"found": str(tokens[index].value)})


_AFTER_DOT = re.compile(r"\.\s*")
_AFTER_IS = re.compile(r"is\s+(?:not\s+)?")

_ARITHMETIC: dict[type[nodes.Node], tree.ArithmeticSign] = {
    nodes.Add: "+",
    nodes.Sub: "-",
    nodes.Mul: "*",
    nodes.Div: "/",
    nodes.FloorDiv: "//",
    nodes.Mod: "%",
}
_COMPARE: dict[str, tree.CompareSign] = {
    "eq": "==",
    "ne": "!=",
    "lt": "<",
    "lteq": "<=",
    "gt": ">",
    "gteq": ">=",
    "in": "in",
    "notin": "not in",
}


class _Reader:
    """One walk over one of Jinja's trees, collecting all that can't be said."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.mistakes: list[Mistake] = []
        self.depth = 0

    def read(self, node: nodes.Node) -> tree.Node:
        reader = _READERS.get(type(node))
        if reader is None:
            return self.refused("expression.not_supported", node.lineno)
        if self.depth >= MAX_DEPTH:
            return self.refused("expression.too_deep", node.lineno, limit=MAX_DEPTH)
        self.depth += 1
        made = reader(self, node)
        self.depth -= 1
        return made

    def all(self, found: list[nodes.Expr]) -> tuple[tree.Node, ...]:
        return tuple(self.read(node) for node in found)

    def refused(self, code: str, at: int, **details: str | int) -> tree.Node:
        if not any(mistake.code == code == "expression.too_deep" for mistake in self.mistakes):
            self.mistakes.append(Mistake(code, at, {**details}))
        return tree.Literal(Blank(), at)

    def after(self, pattern: re.Pattern[str], at: int) -> int:
        match = pattern.match(self.source, at)
        return match.end() if match else at

    def constant(self, node: nodes.Const) -> tree.Node:
        return tree.Literal(Blank() if node.value is None else node.value, node.lineno)

    def name(self, node: nodes.Name) -> tree.Node:
        return tree.Name(node.name, node.lineno)

    def listed(self, node: nodes.List | nodes.Tuple) -> tree.Node:
        return tree.ListOf(self.all(node.items), node.lineno)

    def field(self, node: nodes.Getattr) -> tree.Node:
        return tree.Field(self.read(node.node), node.attr, self.after(_AFTER_DOT, node.lineno))

    def negative(self, node: nodes.Neg) -> tree.Node:
        return tree.Negative(self.read(node.node), node.lineno)

    def positive(self, node: nodes.Pos) -> tree.Node:
        # "+x" is "0 + x" with the same rules about what can be calculated with, and the same result.
        of = self.read(node.node)
        return tree.Negative(tree.Negative(of, node.lineno), node.lineno)

    def arithmetic(self, node: nodes.BinExpr) -> tree.Node:
        left, right = self.read(node.left), self.read(node.right)
        return tree.Arithmetic(_ARITHMETIC[type(node)], left, right, tree.start(left))

    def joined(self, node: nodes.Concat) -> tree.Node:
        return tree.Joined(self.all(node.nodes), node.lineno)

    def negated(self, node: nodes.Not) -> tree.Node:
        return tree.Not(self.read(node.node), node.lineno)

    def both(self, node: nodes.And) -> tree.Node:
        return tree.Both(self.all(_chain(node)), node.lineno)

    def either(self, node: nodes.Or) -> tree.Node:
        return tree.Either(self.all(_chain(node)), node.lineno)

    def compared(self, node: nodes.Compare) -> tree.Node:
        first = self.read(node.expr)
        rest = tuple((_COMPARE[operand.op], self.read(operand.expr)) for operand in node.ops)
        return tree.Compared(first, rest, tree.start(first))

    def chosen(self, node: nodes.CondExpr) -> tree.Node:
        then, condition = self.read(node.expr1), self.read(node.test)
        if node.expr2 is None:
            return self.refused(
                "expression.if_without_else", self.source.rfind("if", 0, tree.start(condition))
            )
        return tree.Chosen(condition, then, self.read(node.expr2), tree.start(then))

    def filtered(self, node: nodes.Filter) -> tree.Node:
        of = self.read(cast("nodes.Expr", node.node))
        name, dot, _ = node.name.partition(".")
        if dot:  # Jinja takes `segments|first.name` for one filter with a dot in its name
            return self.refused("expression.dot_after_filter", self.source.find(".", node.lineno + len(name)))
        return tree.Filtered(of, node.name, self.arguments(node), node.lineno)

    def tested(self, node: nodes.Test) -> tree.Node:
        at = self.after(_AFTER_IS, node.lineno)
        return tree.Tested(self.read(node.node), node.name, self.arguments(node), at)

    def arguments(self, node: nodes.Filter | nodes.Test) -> tuple[tree.Node, ...]:
        if node.dyn_args is not None or node.dyn_kwargs is not None or node.kwargs:
            self.refused("expression.star_argument", node.lineno)
        return self.all(node.args)

    def called(self, node: nodes.Call) -> tree.Node:
        callee = node.node
        at = callee.lineno
        name = ""
        if isinstance(callee, nodes.Name):
            name = callee.name
        elif isinstance(callee, nodes.Getattr):
            at, name = self.after(_AFTER_DOT, at), callee.attr
        if name in FILTERS:
            return self.refused("expression.call_filter", at, name=name)
        return (
            self.refused("expression.call", at, name=name)
            if name
            else self.refused("expression.call_value", at)
        )

    def indexed(self, node: nodes.Getitem) -> tree.Node:
        return self.refused("expression.index", node.lineno)

    def power(self, node: nodes.Pow) -> tree.Node:
        return self.refused("expression.power", node.left.lineno)


def _chain(node: nodes.And | nodes.Or) -> list[nodes.Expr]:
    """The operands of `a and b and c`, which Jinja nests to the left."""
    parts: list[nodes.Expr] = []
    left: nodes.Expr = node
    while type(left) is type(node):
        inner = cast("nodes.BinExpr", left)
        parts.append(inner.right)
        left = inner.left
    return [left, *reversed(parts)]


_READERS: dict[type[nodes.Node], Callable[[_Reader, Any], tree.Node]] = {
    nodes.Const: _Reader.constant,
    nodes.Name: _Reader.name,
    nodes.List: _Reader.listed,
    nodes.Tuple: _Reader.listed,
    nodes.Getattr: _Reader.field,
    nodes.Neg: _Reader.negative,
    nodes.Pos: _Reader.positive,
    **dict.fromkeys(_ARITHMETIC, _Reader.arithmetic),
    nodes.Concat: _Reader.joined,
    nodes.Not: _Reader.negated,
    nodes.And: _Reader.both,
    nodes.Or: _Reader.either,
    nodes.Compare: _Reader.compared,
    nodes.CondExpr: _Reader.chosen,
    nodes.Filter: _Reader.filtered,
    nodes.Test: _Reader.tested,
    nodes.Call: _Reader.called,
    nodes.Getitem: _Reader.indexed,
    nodes.Pow: _Reader.power,
}
