"""Small flows to try the language on. A ¦ in a text marks where a mistake must be found."""

from __future__ import annotations

from collections.abc import Mapping
from textwrap import dedent, indent

from wizard.adapters.flow_yaml import read
from wizard.core.flow.build import Built, Source, Sources, build
from wizard.core.flow.flow import Flow
from wizard.core.flow.reading import lines_of
from wizard.core.problems import Mark, Problem
from wizard.core.words import sentence

Found = tuple[str, str, int, int]
"""Code, file, line and column of a problem."""

FRAME = """\
flow: test
title: Test
{top}
steps:
  - id: start
    title: Start
    ask:
      - {{id: name, ask: What is it called?}}
      - {{id: stage, type: choice, ask: How far?, options: {{idea: An idea, open: Open}}}}
      - {{id: churn, type: percent, ask: How many leave?}}
      - id: segments
        type: cards
        ask: Who?
        fields:
          - {{id: name, ask: Name}}
          - {{id: size, type: number, ask: Size}}
{asked}
{steps}
{rest}
"""


def flow_text(asked: str = "", *, steps: str = "", rest: str = "", top: str = "") -> str:
    """A flow with these questions behind the usual ones, more steps, and more keys."""
    return FRAME.format(
        asked=indent(dedent(asked), " " * 6),
        steps=indent(dedent(steps), "  "),
        rest=dedent(rest),
        top=dedent(top),
    )


def unmarked(text: str, file: str = "flow.yaml") -> tuple[str, list[Mark]]:
    """The text without its marks, and what they mark."""
    marks: list[Mark] = []
    lines = text.split("\n")
    for number, line in enumerate(lines):
        while "¦" in lines[number]:
            column = lines[number].index("¦")
            marks.append(Mark(file, number + 1, column + 1))
            lines[number] = lines[number].replace("¦", "", 1)
        del line
    return "\n".join(lines), marks


def source(file: str, text: str) -> Source:
    node, problems = read(text, file)
    assert () == problems, problems
    return Source(file, lines_of(text), node)


def built(text: str, libraries: Mapping[str, str] | None = None, layout: str | None = None) -> Built:
    """What a flow comes to. libraries: file -> text. layout: the text of its canvas."""
    used = tuple(source(file, library) for file, library in (libraries or {}).items())
    canvas = source("canvas.yaml", dedent(layout)) if layout is not None else None
    return build(Sources(source("flow.yaml", text), used, canvas, "digest"))


def flow_of(text: str, libraries: Mapping[str, str] | None = None, layout: str | None = None) -> Flow:
    found = built(text, libraries, layout)
    assert found.flow is not None, said(found.problems)
    return found.flow


def problems_of(text: str) -> tuple[Problem, ...]:
    return built(text).problems


def places(problems: tuple[Problem, ...]) -> list[Found]:
    found = []
    for problem in problems:
        assert problem.mark is not None
        found.append((problem.code, problem.mark.file, problem.mark.line, problem.mark.column))
    return found


def codes(problems: tuple[Problem, ...]) -> list[str]:
    return [problem.code for problem in problems]


def said(problems: tuple[Problem, ...]) -> list[str]:
    return [f"{problem.mark} {problem.code}: {sentence(problem)}" for problem in problems]
