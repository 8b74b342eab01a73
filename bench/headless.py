"""What a script waits for: documents from an answers file."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import yaml

from bench.commands import CHECKOUT, EXAMPLE, Command, module, peak_mib, wall_ms
from bench.peers.copier_template import write_template
from bench.samples import medians
from bench.table import Row

FLOW = CHECKOUT / "flows" / "business-model.yaml"


class Headless:
    """The three ways to a document, each into a new place every time: nothing is there to be overwritten."""

    def __init__(self, scratch: Path) -> None:
        self.template = scratch / "template"
        flow = yaml.safe_load(FLOW.read_text(encoding="utf-8"))
        self.questions = sum(1 for _ in asked(flow["steps"]))
        self.documents = len(flow["documents"])
        write_template(self.template, questions=self.questions, documents=self.documents)
        self._places: Iterator[str] = (str(scratch / f"out-{n}") for n in itertools.count())

    def wizard(self) -> list[str]:
        """The shipped flow with the shipped example's answers."""
        arguments = ("run", "business-model", "--answers", str(EXAMPLE), "--out", next(self._places))
        return module("wizard", *arguments)

    def copier(self) -> list[str]:
        """As many questions and documents, with the defaults for answers."""
        place = next(self._places)
        return module("copier", "copy", "--defaults", "--quiet", str(self.template), place)

    def script(self) -> list[str]:
        """The same answers, one short template."""
        return module("bench.peers.bare_script", str(EXAMPLE), next(self._places))


def asked(steps: list[dict[str, object]]) -> Iterator[object]:
    """Every question and every field in a flow's own file; steps from other files aren't looked into."""
    for step in steps:
        questions = step.get("ask", [])
        assert isinstance(questions, list)
        for question in questions:
            yield question
            yield from question.get("fields", [])


def measured(measure: Callable[[Command], float], command: Callable[[], Command]) -> float:
    """One sample; the command is made anew because its place is."""
    return measure(command())


def rows(scratch: Path) -> list[Row]:
    ways = Headless(scratch)
    commands = {"wizard": ways.wizard, "copier": ways.copier, "script": ways.script}
    times = medians({name: partial(measured, wall_ms, command) for name, command in commands.items()})
    peaks = medians({name: partial(measured, peak_mib, command) for name, command in commands.items()})
    copier = f"copier, {ways.questions} questions, {ways.documents} documents"
    script = "bare script: yaml, jinja2, one template"
    return [
        Row("`run --answers`", times["wizard"], copier, times["copier"], "ms", "faster"),
        Row("`run --answers`", times["wizard"], script, times["script"], "ms", "≤ 2.5 ×"),
        Row("memory, `run --answers`", peaks["wizard"], copier, peaks["copier"], "MiB"),
        Row("memory, `run --answers`", peaks["wizard"], script, peaks["script"], "MiB"),
    ]
