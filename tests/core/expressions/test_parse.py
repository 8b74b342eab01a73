"""Texts become expressions or problems that say what to do."""

from __future__ import annotations

import subprocess
import sys
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.core.expressions.venture import codes, expression, locate, prose
from wizard.core.expressions import Expression, Prose
from wizard.core.expressions.parse import MAX_EXPRESSION, MAX_PROSE, parse_expression, parse_prose
from wizard.core.expressions.tree import Field, Literal, nodes, start
from wizard.core.words import SENTENCES, sentence

REFUSED = [
    ("", "expression.empty", 1),
    ("  \n ", "expression.empty", 1),
    ("{{ stage }}", "expression.braces", 1),
    ("stage == {a: 1}", "expression.braces", 10),
    ("stage = 'idea'", "expression.single_equals", 7),
    ("(stage = 'idea')", "expression.single_equals", 8),
    ("a and (stage = 'idea')", "expression.single_equals", 14),
    ("stage === 'idea'", "expression.single_equals", 7),
    ("price|round(digits=2)", "expression.named_argument", 19),
    ("name|replace('a', new='b')", "expression.named_argument", 22),
    ("a && b", "expression.and_sign", 3),
    ("a & b", "expression.and_sign", 3),
    ("a || b", "expression.or_sign", 3),
    ("!a", "expression.not_sign", 1),
    ("49 if b2b", "expression.if_without_else", 4),
    ("a if b else (c if d)", "expression.if_without_else", 16),
    ("stage == 'idea", "expression.quote_open", 10),
    ("stage == ‘idea’", "expression.curly_quotes", 10),
    ("a ? b : c", "expression.character", 3),
    ("price > 5%", "expression.percent_sign", 9),
    ("a +", "expression.unfinished", 3),
    ("(a", "expression.unfinished", 2),
    ("a b", "expression.syntax", 3),
    ("a, b", "expression.syntax", 2),
    ("a.b.", "expression.unfinished", 4),
    ("foo(1)", "expression.call", 1),
    ("name.items()", "expression.call", 6),
    ("name.upper()", "expression.call_filter", 6),
    ("sum(segments)", "expression.call_filter", 1),
    ("(a + b)(c)", "expression.call_value", 2),
    ("segments[0]", "expression.index", 9),
    ("segments[1:2]", "expression.index", 9),
    ("segments.0", "expression.index", 9),
    ("segments|first.name", "expression.dot_after_filter", 15),
    ("segments|sort('size').name", "expression.dot_after_filter", 22),
    ("2 ** 8", "expression.power", 1),
    ("a|join(*b)", "expression.star_argument", 3),
    ("a|join(**b)", "expression.star_argument", 3),
    ("1" * 31, "expression.number_too_long", 1),
    ("0." + "1" * 31, "expression.number_too_long", 1),
    ("(" * 26 + "a" + ")" * 26, "expression.too_deep", 26),
    ("not " * 26 + "a", "expression.too_deep", 101),
    ("-" * 1900 + "1", "expression.too_deep", 26),
    ("a if b else " * 26 + "c", "expression.too_deep", 308),
    ("a" + ".b" * 150, "expression.too_deep", 100),
    ("x" * (MAX_EXPRESSION + 1), "expression.too_long", 1),
]


@pytest.mark.parametrize(("source", "code", "column"), REFUSED)
def test_what_cannot_be_said_is_refused_with_its_place(source: str, code: str, column: int) -> None:
    assert [(code, column)] == codes(parse_expression(source, locate))


def test_a_percent_sign_between_numbers_is_a_rest() -> None:
    assert isinstance(parse_expression("(5% + 1)", locate), Expression)


@pytest.mark.parametrize(
    ("source", "code", "column"),
    [
        ("Hello {{ name", "expression.braces_open", 7),
        ("Hello {{ 'name }}", "expression.quote_open", 10),
        ("{% if a %}b{% endif %}", "expression.statement", 1),
        ("a {# remark #}", "expression.comment", 3),
        ("a {{}} b", "expression.empty", 5),
        ("a {{- name }}", "expression.braces_dash", 5),
        ("a {{ name -}}", "expression.braces_dash", 11),
        ("{{ {a: 1} }}", "expression.character", 4),
        ("{{ " + "x" * (MAX_EXPRESSION + 1) + " }}", "expression.too_long", 3),
        ("x" * (MAX_PROSE + 1), "expression.too_long", 1),
    ],
)
def test_prose_knows_nothing_but_expressions_in_braces(source: str, code: str, column: int) -> None:
    assert (code, column) == codes(parse_prose(source, locate))[0]


def test_all_mistakes_of_a_text_come_together() -> None:
    expected = [("expression.single_equals", 6), ("expression.and_sign", 10), ("expression.not_sign", 13)]
    assert expected == codes(parse_expression("name = a && !b", locate))
    expected = [("expression.power", 1), ("expression.call", 10), ("expression.index", 18)]
    assert expected == codes(parse_expression("a ** 2 + f(x) + b[0]", locate))
    expected = [("expression.unfinished", 6), ("expression.single_equals", 14)]
    assert expected == codes(parse_prose("{{ a + }} {{ = }}", locate))


def test_every_refusal_has_its_sentence() -> None:
    for source, code, _ in REFUSED:
        assert code in SENTENCES
        refused = parse_expression(source, locate)
        assert isinstance(refused, tuple)
        assert "{" not in sentence(refused[0]).replace("{{ }}", "")


def test_a_number_is_the_decimal_that_was_written() -> None:
    for source in ("0.1", "1.10", "12345678901234567890.1234567890"):
        tree = expression(source).tree
        assert isinstance(tree, Literal)
        assert str(Decimal(source)) == str(tree.value)


def test_a_text_may_hold_escaped_quotes_and_braces() -> None:
    tree = expression(r"'it\'s \n \d }} &&'").tree
    assert isinstance(tree, Literal)
    assert "it's \n \\d }} &&" == tree.value


def test_prose_is_texts_and_expressions_in_turn() -> None:
    parts = prose("Hi {{ name }}{{ stage }}, {x} }}!").parts
    assert ["Hi ", "name", "stage", ", {x} }}!"] == [
        part if isinstance(part, str) else part.source for part in parts
    ]


def test_braces_inside_a_quoted_text_do_not_end_an_expression() -> None:
    assert 1 == len(prose("{{ '}}' ~ name }}").parts)


def test_plain_prose_has_nothing_to_evaluate() -> None:
    assert prose("Who pays?").is_plain
    assert prose("A set {a, b}").is_plain
    assert prose("").is_plain
    assert not prose("{{ name }}").is_plain


def test_an_expression_knows_where_it_begins() -> None:
    found = prose("Hi {{  seg.size|round }}").parts[1]
    assert isinstance(found, Expression)
    assert "seg.size|round" == found.source
    assert locate(7) == found.mark
    (field,) = (node for node in nodes(found.tree) if isinstance(node, Field))
    assert locate(11) == found.locate(field.at)
    assert locate(7) == found.locate(start(found.tree))


def test_what_is_ordinary_is_parsed_without_importing_jinja() -> None:
    code = (
        "import sys; from wizard.core.expressions.parse import parse_prose, parse_expression;"
        "from wizard.core.problems import Mark; parse_prose('Who pays?', lambda _: Mark('', 1, 1));"
        "parse_expression('a|sum > 3', lambda _: Mark('', 1, 1)); assert 'jinja2' not in sys.modules;"
        "parse_expression('a b', lambda _: Mark('', 1, 1)); assert 'jinja2' in sys.modules"
    )
    assert 0 == subprocess.run([sys.executable, "-c", code], check=False).returncode


PIECES = """a seg . size | sum ( ) [ ] { } {{ }} {% %} {# 1 0.5 + - ** // % == = != ! < <= in not and or if
    else is defined , ' " \\ : & && || ~ none true 'x' * é ²"""
pieces = st.sampled_from([*PIECES.split(), " ", "\n", "\x00", "\ud800"])
texts = st.one_of(st.text(), st.lists(pieces, max_size=40).map(" ".join), st.lists(pieces).map("".join))


@settings(max_examples=300)
@given(texts)
def test_no_text_at_all_makes_parsing_raise(source: str) -> None:
    found = parse_expression(source, locate)
    assert isinstance(found, Expression) or (found and all(problem.mark for problem in found))
    read = parse_prose(source, locate)
    assert isinstance(read, Prose) or (read and all(problem.mark for problem in read))
    for problem in (*(found if isinstance(found, tuple) else ()), *(read if isinstance(read, tuple) else ())):
        assert sentence(problem)


@given(st.sampled_from("([-+.|{'\"\\=a1 "), st.sampled_from(["", "not ", "a|", "a.", "a if b else ", "1+"]))
def test_endless_repetition_is_refused_or_read(character: str, piece: str) -> None:
    source = (piece + character) * (MAX_EXPRESSION // (len(piece) + 1))
    assert parse_expression(source, locate)


def test_deep_calls_around_the_parser_do_not_break_it() -> None:
    def deeper(depth: int) -> object:
        return parse_expression("(" * 24 + "a" + ")" * 24, locate) if depth == 0 else deeper(depth - 1)

    found = deeper(sys.getrecursionlimit() - 250)
    assert [("expression.too_deep", 1)] == codes(found)
