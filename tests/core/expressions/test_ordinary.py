"""What is read without Jinja is what Jinja's grammar says, to the letter; all else is left to Jinja."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.core.expressions.sources import sources
from wizard.core.expressions import grammar, ordinary
from wizard.core.expressions.tokens import tokens
from wizard.core.expressions.tree import Name


def both(source: str) -> tuple[object, object]:
    """What Jinja's grammar makes of a text, and what is read without it."""
    found = tokens(source).tokens
    return grammar.read(source, found, len(source)), ordinary.read(found)


ORDINARY = (
    "a",
    "True",
    "none",
    "'x'",
    "0.5",
    "[]",
    "[a, 'b',]",
    "((a))",
    "seg . size",
    "(a|first).name",
    "- a.b|round(2)",
    "-(-a)",
    "+a",
    "a + b - c * d / e // f % g",
    "(a + b) * c",
    "a ~ ' ' ~ (b + c)",
    "a == b != c",
    "a < b <= c > d >= e",
    "a in [b] and c not in d",
    "not a and not (not b)",
    "a and b and c and d",
    "(a and b) and c",
    "a and (b and c)",
    "a or b and c or d",
    "(a) or b",
    "x is defined",
    "x is not defined and y",
    "(x is defined)|default(1)",
    "x is divisibleby(3) or y",
    "x|where('a', b,)|sum",
    "a if b else c if d else e",
    "(a if b else c) + 1",
    "a if x is defined else b",
    "+".join("a" * 100),
    " or ".join("a" * 300),
)


@pytest.mark.parametrize("source", ORDINARY)
def test_what_is_ordinary_is_read_as_jinja_reads_it(source: str) -> None:
    jinjas, ours = both(source)

    assert repr(jinjas) == repr(ours)  # offsets too, and a Decimal that is 1 isn't True


UNUSUAL = (
    "a b",
    "a +",
    "a.1",
    "a[0]",
    "a(b)",
    "a.b()",
    "a|f.name",
    "a|first|",
    "a|first.name",
    "a ** 2",
    "'a' 'b'",
    "(a, b)",
    "()",
    "(a",
    "[a b]",
    "a if b",
    "a not b",
    "x is divisibleby 3",
    "x is defined if y else z",
    "x is defined is none",
    "x is not",
    "x is not not",
    "a|f(*b)",
    "and",
    "[,]",
    "[a,,]",
    "+".join("a" * 101),
    "-" * 25 + "*".join("a" * 80),
)


@pytest.mark.parametrize("source", UNUSUAL)
def test_what_is_unusual_or_wrong_is_left_to_jinja(source: str) -> None:
    assert ordinary.read(tokens(source).tokens) is None


@settings(max_examples=200)
@given(sources)
def test_any_expression_is_read_as_jinja_reads_it(source: str) -> None:
    jinjas, ours = both(source)

    assert ours is None or repr(jinjas) == repr(ours)
    assert ours is not None


PIECES = "a . b | first ( ) [ ] 1 + - * < in not and or if else is defined , ~ true 'x'"
pieces = st.sampled_from(PIECES.split())


@settings(max_examples=300)
@given(st.lists(pieces, min_size=1, max_size=9).map(" ".join))
def test_no_order_of_words_and_signs_is_read_in_another_way_than_jinjas(source: str) -> None:
    jinjas, ours = both(source)

    assert ours is None or repr(jinjas) == repr(ours)


def test_a_stack_that_is_nearly_full_leaves_it_to_jinja(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: object) -> Name:
        raise RecursionError

    monkeypatch.setattr(ordinary._Reading, "expression", full)

    assert ordinary.read(tokens("a").tokens) is None
