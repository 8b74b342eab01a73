"""Every problem that can be made has a sentence that its details fill, and every sentence has its problem."""

from __future__ import annotations

import ast
import re
import string
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

import wizard
from wizard.core.words import SENTENCES, Sentence, expressions, flow, yaml

PACKAGE = Path(wizard.__file__).parent
TESTS = Path(__file__).resolve().parents[2]
ABOUT_FILES = (*flow.SENTENCES, *yaml.SENTENCES, *expressions.SENTENCES)
AREAS = frozenset(code.partition(".")[0] for code in SENTENCES)


class Made(NamedTuple):
    """A call that makes a problem. details: None where they aren't written out in the call."""

    code: str
    details: frozenset[str] | None
    where: str


@cache
def modules() -> tuple[tuple[Path, ast.Module], ...]:
    paths = [
        path for path in sorted(PACKAGE.rglob("*.py")) if "words" not in path.relative_to(PACKAGE).parts[:-1]
    ]
    return tuple((path, ast.parse(path.read_text("utf-8"))) for path in paths)


def codes_in(tree: ast.AST) -> Iterator[str]:
    """Every text in the code that looks like the code of a problem, and isn't the name of a file."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            area, dot, what = node.value.partition(".")
            if (
                dot
                and area in AREAS
                and what.isidentifier()
                and what not in ("md", "tcss")
                and what[-1] != "_"
            ):
                yield node.value


def prefixes_in(tree: ast.AST) -> Iterator[str]:
    """The beginnings of codes that are put together: f"expression.wants_{wanted}"."""
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr) and isinstance(node.values[0], ast.Constant):
            text = str(node.values[0].value)
            if text.partition(".")[0] in AREAS and "." in text and " " not in text:
                yield text


def made() -> Iterator[Made]:
    for path, tree in modules():
        for node in ast.walk(tree):
            if not isinstance(node, ast.Call):
                continue
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            first = node.args[0] if node.args else None
            if name not in ("report", "problem", "Problem", "found", "Mistake") or first is None:
                continue
            where = f"{path.relative_to(PACKAGE)}:{node.lineno}"
            for code in codes_in(first) if isinstance(first, ast.Constant | ast.IfExp) else ():
                yield Made(code, details_of(node, name), where)


def details_of(node: ast.Call, name: str) -> frozenset[str] | None:
    if name in ("Problem", "Mistake"):
        given = node.args[{"Problem": 1, "Mistake": 2}[name] :] + [
            word.value for word in node.keywords if word.arg == "details"
        ]
        if not given:
            return frozenset()
        return keys_of(given[0])
    details: frozenset[str] = frozenset()
    for word in node.keywords:
        if word.arg is None and isinstance(word.value, ast.Dict):
            more = keys_of(word.value)
            if more is None:
                return None
            details |= more
        elif word.arg is None and not is_near(word.value):
            return None
        elif word.arg is not None and word.arg not in ("mark", "place", "severity"):
            details |= {word.arg}
    return details


def is_near(value: ast.expr) -> bool:
    """Whether what ** adds can only be a near name."""
    return isinstance(value, ast.Call) or (isinstance(value, ast.Name) and value.id in ("near", "close"))


def keys_of(node: ast.expr) -> frozenset[str] | None:
    """The keys of a dict that is written out; what ** adds may only be a near name."""
    if not isinstance(node, ast.Dict):
        return None
    spread = [value for key, value in zip(node.keys, node.values, strict=True) if key is None]
    if not all(is_near(value) for value in spread):
        return None
    return frozenset(str(key.value) for key in node.keys if isinstance(key, ast.Constant))


def placeholders(found: Sentence) -> set[str]:
    return {name for text in found for _, name, _, _ in string.Formatter().parse(text) if name}


MADE = tuple(made())


def test_this_check_sees_problems_being_made() -> None:
    assert {"flow.duplicate_id", "include.circle", "expression.unknown_field", "yaml.braces"} <= {
        one.code for one in MADE
    }
    assert 40 < sum(one.details is not None for one in MADE)


def test_every_code_that_is_used_has_a_sentence() -> None:
    used = {(code, path.name) for path, tree in modules() for code in codes_in(tree)}

    assert [] == sorted((code, file) for code, file in used if code not in SENTENCES)


def test_every_sentence_about_files_belongs_to_a_code_that_is_used() -> None:
    used = {code for _, tree in modules() for code in codes_in(tree)}
    beginnings = tuple({prefix for _, tree in modules() for prefix in prefixes_in(tree)})

    assert [] == sorted(code for code in ABOUT_FILES if code not in used and not code.startswith(beginnings))


def test_every_sentence_about_files_is_met_in_some_test() -> None:
    texts = [path.read_text("utf-8") for path in TESTS.rglob("test_*.py")]
    met = {code for text in texts for code in codes_in(ast.parse(text))}
    beginnings = tuple({prefix for text in texts for prefix in prefixes_in(ast.parse(text))})

    assert [] == sorted(code for code in ABOUT_FILES if code not in met and not code.startswith(beginnings))


@pytest.mark.parametrize("one", [one for one in MADE if one.details is not None], ids=lambda one: one.where)
def test_a_problem_brings_the_details_that_its_sentence_names(one: Made) -> None:
    assert one.details is not None
    assert set() == placeholders(SENTENCES[one.code]) - one.details


@pytest.mark.parametrize("code", SENTENCES)
def test_a_sentence_is_written_for_people(code: str) -> None:
    said = " ".join(SENTENCES[code]).strip()

    words = re.findall("[a-z]+", said.lower())
    assert said[-1] in ".?”]}" or said.endswith("{instead}")
    assert [] == [word for word in ("invalid", "oops", "please", "error", "failed") if word in words]
    assert not SENTENCES[code].say.startswith(" ")
    assert "Did you mean" not in said
