"""Whatever a flow file holds: a flow or problems, never a traceback, in bounded time."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.core.flow.flows import flow_text
from wizard.adapters.flow_yaml import decode, read
from wizard.adapters.resources import flows_folder, templates_folder
from wizard.core.flow.build import Built, Source, Sources, build
from wizard.core.flow.reading import lines_of
from wizard.core.flow.reporting import MOST_PROBLEMS
from wizard.core.problems import Mark, Problem
from wizard.core.words.report import report

LIBRARIES = ("lib/relationships.yaml", "lib/coherence.yaml")
SHIPPED = (flows_folder() / "business-model.yaml").read_text("utf-8")
NEW = (templates_folder() / "new-flow.yaml").read_text("utf-8")
TOKENS = re.compile(r"[A-Za-z_]\w*|\s+|.")
PIECES = st.sampled_from(
    [
        *[
            "seg",
            "segments",
            "name",
            "stage",
            "this",
            "card",
            "today",
            "face",
            "id",
            "{{",
            "}}",
            "{",
            "}",
            "[",
            "]",
            "|",
            ".",
            ",",
            ":",
            "-",
            "'x'",
            '"x"',
            "==",
            "=",
            "<",
            ">",
        ],
        *[
            "and",
            "or",
            "not",
            "in",
            "is",
            "if",
            "else",
            "1",
            "0.5",
            "1..7",
            "7..1",
            "5%",
            "&a",
            "*a",
            "!x",
            "<<:",
            "true",
            "none",
            "type:",
            "each:",
            "when:",
            "use:",
        ],
        *[
            "options:",
            "text",
            "cards",
            "matrix",
            "choice",
            "sum",
            "count",
            "where('name','x')",
            "\x00",
            "\u202e",
            "日本",
        ],
        *"\t\n ",
    ]
)
USED = tuple(
    Source(file, lines_of(text), read(text, file)[0])
    for file in LIBRARIES
    for text in ((flows_folder() / file).read_text("utf-8"),)
)


def outcome(text: str) -> Built:
    """What a text comes to, with the libraries of the shipped flow; every problem can be said and placed."""
    node, problems = read(text, "flow.yaml")
    lines = lines_of(text)
    found = build(Sources(Source("flow.yaml", lines, node), USED, None, "digest"))
    for problem in (*problems, *found.problems):
        assert report(problem, lines)
        assert problem.mark is None or is_in_file(problem.mark, lines), problem
    assert (found.flow is None) == (node is None or any(one.severity == "error" for one in found.problems))
    assert len(found.problems) <= MOST_PROBLEMS + 1
    return found


def is_in_file(mark: Mark, lines: tuple[str, ...]) -> bool:
    if mark.file != "flow.yaml":
        return mark.file in LIBRARIES
    return mark.line <= len(lines) and mark.column <= len(lines[mark.line - 1]) + 1


Slip = tuple[str, int, int, str]
"""What goes wrong, in which line, and at which word (or with how many lines, or with which other line)."""

SLIPS = st.lists(
    st.tuples(
        st.sampled_from(("delete", "double", "swap", "indent", "word")),
        st.integers(0, 1_000),
        st.integers(0, 1_000),
        PIECES | st.text(max_size=5),
    ),
    min_size=1,
    max_size=4,
)


def with_slips(text: str, slips: list[Slip]) -> str:
    """The text with some of its lines or words deleted, doubled, swapped, moved or replaced."""
    lines = text.split("\n")
    for what, where, other, word in slips:
        at = where % len(lines)
        match what:
            case "delete":
                del lines[at : at + 1 + other % 5]
                lines = lines or [""]
            case "double":
                lines.insert(at, lines[at])
            case "swap":
                lines[at], lines[other % len(lines)] = lines[other % len(lines)], lines[at]
            case "indent":
                lines[at] = " " * (other % 9) + lines[at].lstrip()
            case _:
                lines[at] = with_word(lines[at], other, word)
    return "\n".join(lines)


def with_word(line: str, at: int, word: str) -> str:
    words = TOKENS.findall(line) or [""]
    words[at % len(words)] = word
    return "".join(words)


@settings(max_examples=25)
@given(SLIPS)
def test_the_shipped_flow_with_slips_gives_problems_or_a_flow(slips: list[Slip]) -> None:
    outcome(with_slips(SHIPPED, slips))


@settings(max_examples=50)
@given(SLIPS)
def test_a_small_flow_with_slips_gives_problems_or_a_flow(slips: list[Slip]) -> None:
    outcome(with_slips(NEW, slips))


@settings(max_examples=60)
@given(st.lists(PIECES, max_size=12).map(" ".join))
def test_any_expression_in_any_place_gives_problems_or_a_flow(words: str) -> None:
    written = f"'{words}'".replace("''", "").replace("\n", " ")
    asked = f"""
    - {{id: a, ask: {written}, when: {written}}}
    - {{id: b, type: choice, ask: A?, options: {written}, suggest: {written}}}
    - {{id: c, type: number, ask: A?, suggest: {written}, rules: [{{when: {written}, say: Oh}}]}}
    """
    outcome(flow_text(asked, steps=f"- {{id: s, title: {written}, each: {written}}}"))


@settings(max_examples=150)
@given(st.binary(max_size=300))
def test_any_bytes_give_problems(data: bytes) -> None:
    text = decode(data, "flow.yaml")
    if isinstance(text, Problem):
        assert report(text, None)
    else:
        assert outcome(text).flow is None


MANY = 1_000


@pytest.mark.parametrize(
    "text",
    [
        flow_text("\n".join(f"- {{id: q{n}, ask: A?, when: x{n} == 'x'}}" for n in range(MANY))),
        flow_text("\n".join(f"- {{id: q{n}, type: choice, ask: A?, options: o{n}}}" for n in range(MANY))),
        flow_text("\n".join(f"- {{id: q{n}, ask: A?, when: q{n - 1} == 'x'}}" for n in range(1, MANY))),
        flow_text(
            rest="compute:\n" + "\n".join(f"  c{n}: {{value: c{(n + 1) % MANY}}}" for n in range(MANY))
        ),
        flow_text(rest="compute:\n" + "\n".join(f"  c{n}: {{value: c{n}}}" for n in range(MANY))),
        flow_text(rest="coach:\n" + "\n".join(f"  - {{id: c{n}, about: [a{n}]}}" for n in range(MANY))),
        flow_text(
            "\n".join(
                f"- {{id: q{n}, type: choice, ask: A?, options: big, suggest: x{n}}}" for n in range(MANY)
            ),
            rest=f"options: {{big: {{{', '.join(f'o{n}: A' for n in range(MANY))}}}}}",
        ),
        flow_text(
            "- id: q\n  type: cards\n  ask: A?\n  fields:\n"
            + "\n".join(f"    - {{id: f{n}, ask: A?, when: card.f{n + 1} == 'x'}}" for n in range(MANY))
        ),
    ],
)
def test_thousands_of_things_take_no_longer_than_that_many(
    text: str, counted: Callable[[Callable[[], object]], int]
) -> None:
    """Counted in calls of functions, because a clock says more about the machine."""
    assert counted(lambda: outcome(text)) < MANY * 3_000
