"""What is said on stderr, and problems with the line of the file that they are about."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NoReturn

import click

from wizard.core.controls import visible
from wizard.core.languages import offered
from wizard.core.problems import Problem, problem
from wizard.core.tongue import t
from wizard.core.words import sentence

if TYPE_CHECKING:
    from wizard.adapters.flow_files import FlowFiles
    from wizard.cli.options import Settings
    from wizard.core.coach import Finding
    from wizard.home import Home
    from wizard.ports import LoadedFlow
    from wizard.workshop import Workshop

MOST_TOLD = 200


def say(text: str) -> None:
    """Narration, on stderr."""
    click.echo(visible(text), err=True)


def tell(problem: Problem) -> None:
    say(f"canvas-wizard: {sentence(problem)}")


def reports(problems: Iterable[Problem], flows: FlowFiles) -> list[str]:
    """Problems as `path:line:column: code: message`, each with its source line and a caret."""
    from wizard.core.words.report import report  # noqa: PLC0415 - only when there are problems

    return [report(p, flows.lines(p.mark.file) if p.mark else None) for p in problems]


def tell_all(problems: Iterable[Problem], flows: FlowFiles) -> None:
    """All problems on stderr, the first two hundred in full."""
    found = list(problems)
    for text in reports(found[:MOST_TOLD], flows):
        say(text)
    if len(found) > MOST_TOLD:
        say(t("... and {count} more.", count=len(found) - MOST_TOLD))


def fail(problems: Iterable[Problem], flows: FlowFiles, code: int = 1) -> NoReturn:
    """Tell the problems and end with that code."""
    tell_all(problems, flows)
    raise click.exceptions.Exit(code)


def fail_to_load(problems: tuple[Problem, ...], flows: FlowFiles, *, named: bool = True) -> NoReturn:
    """The same for a flow. named: on the command line, where one that isn't there is wrong usage."""
    missing = named and all(found.code == "flow.not_found" for found in problems)
    fail(problems, flows, 2 if missing else 1)


def loaded_or_fail(home: Home, flows: FlowFiles, reference: str, language: str | None = None) -> LoadedFlow:
    """A flow by id or path; what is wrong with it ends the command. language: see `Home.load`."""
    found = home.load(reference, language)
    if isinstance(found, tuple):
        fail_to_load(found, flows)
    tell_all(found.warnings, flows)
    return found


def begun_in(settings: Settings, loaded: LoadedFlow) -> LoadedFlow:
    """The same flow, told of where it isn't in the language that was asked for."""
    if settings.insists and loaded.languages and not offered(settings.language, loaded.languages):
        say(sentence(problem("translation.no_language", text=settings.language, known=loaded.languages)))
    return loaded


def currency_or_fail(text: str) -> str:
    """The currency of `--currency`, '' where none was given."""
    from wizard.core.numbers import read_currency  # noqa: PLC0415 - few give one

    found = read_currency(text) if text else ""
    if isinstance(found, Problem):
        raise click.BadParameter(sentence(found), param_hint="--currency")
    return found


def opened_or_fail(home: Home, flows: FlowFiles, text: str) -> Workshop:
    """A workshop by id or name; ends the command where there is none, or several."""
    summary = home.found(text)
    if isinstance(summary, Problem):
        fail((summary,), flows)
    workshop = home.open(summary.id)
    if isinstance(workshop, tuple):
        fail(workshop, flows, 3)
    return workshop


def folder_for(name: str, out: str | None) -> str:
    """Where documents go: where the person says, else a folder named after the venture, where they are."""
    return out if out is not None else folder_name(name)


def folder_name(name: str) -> str:
    """A name that every file system takes: "Bread Again" gives "bread-again"."""
    return re.sub(r"[^\w]+", "-", name.casefold()).strip("-_")[:60] or "canvas"


def finding_lines(findings: Iterable[Finding]) -> Iterator[str]:
    """What the coach finds, a line for each rule: of several that it says of, the first and how many more."""
    alike: dict[str, list[Finding]] = {}
    for finding in findings:
        alike.setdefault(finding.rule, []).append(finding)
    for first, *more in alike.values():
        source = f" ({first.source})" if first.source else ""
        others = f" {t('(and {count} more like it)', count=len(more))}" if more else ""
        yield visible(f"{first.severity}: {first.say}{others}{source}")
