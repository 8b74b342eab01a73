"""Commands about flows: list, show, check, schema, new."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click
from msgspec.structs import replace

from wizard.cli.options import Settings, everywhere
from wizard.cli.start import storeless_home, wanted_language
from wizard.cli.telling import loaded_or_fail, reports, say
from wizard.cli.workshops import CONTEXT
from wizard.core.controls import visible
from wizard.core.problems import OutsideFailed, problem
from wizard.core.tongue import t, tn
from wizard.core.words import sentence

if TYPE_CHECKING:
    from wizard.adapters.flow_files import FlowFiles
    from wizard.home import Home


@click.group("flow", context_settings=CONTEXT)
@everywhere
def flow(settings: Settings) -> None:
    """Look at flows, check them, begin a new one."""


@flow.command("list", context_settings=CONTEXT)
@everywhere
def list_(settings: Settings) -> None:
    """List the flows that come with the program, and the languages that each can be had in."""
    home, flows = storeless_home(replace(settings, language=wanted_language(settings)))
    for found in home.flows():
        minutes = sum(step.minutes or 0 for step in found.steps)
        steps = tn("{count} step", "{count} steps", len(found.steps))
        more = any(step.each is not None and step.minutes for step in found.steps)
        takes = t("{minutes} minutes and more") if more else t("{minutes} minutes")
        long = f"{steps}, {takes.format(minutes=minutes)}"
        languages = ", ".join(flows.languages(found.id))
        click.echo(f"{found.id}  {found.file.title} ({long}; {languages})")
        if found.file.description:
            click.echo(f"  {' '.join(found.file.description.split())}")


@flow.command("show", context_settings=CONTEXT)
@click.argument("reference", metavar="FLOW")
@everywhere
def show(settings: Settings, reference: str) -> None:
    """List the steps and questions of a flow."""
    home, flows = storeless_home(settings)
    found = loaded_or_fail(home, flows, reference, settings.language if settings.insists else None).flow
    version = t("version {version}", version=found.file.version)
    click.echo(visible(f"{found.file.title} ({found.id}, {version})"))
    for number, step in enumerate(found.steps, 1):
        takes = t(", {minutes} minutes for each") if step.each is not None else t(", {minutes} minutes")
        minutes = takes.format(minutes=step.minutes) if step.minutes else ""
        click.echo(visible(f"\n{number} {_source(step.title)} ({step.id}{minutes})"))
        for entry in found.of_step(step.id):
            question = entry.question
            kind = type(question).__struct_config__.tag
            click.echo(visible(f"  {question.id} ({kind}): {' '.join(question.ask.source.split())}"))
            if question.id in found.fields:
                fields = ", ".join(
                    name for name, field in found.fields[question.id].items() if not field.loop
                )
                click.echo(f"    {fields}")


def _source(title: object) -> str:
    return str(getattr(title, "source", ""))


@flow.command("check", context_settings=CONTEXT)
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@everywhere
def check(settings: Settings, paths: tuple[str, ...]) -> None:
    """Check flow files and say everything that is wrong with them, with line and column.

    Their translations are checked too, or with --language that one alone; what they lack is listed.
    """
    home, flows = storeless_home()
    failed = False
    for path in paths:
        wanted = (settings.language,) if settings.insists else home.outside.flows.languages(path) or ("",)
        stopped = [_check(home, flows, path, language) for language in wanted]
        if any(stopped):
            failed = True
        else:
            say(t("{path}: fine.", path=path))
    raise click.exceptions.Exit(1 if failed else 0)


def _check(home: Home, flows: FlowFiles, path: str, language: str) -> bool:
    """Tell what is wrong with a flow in one language, and what the translation lacks; whether it failed."""
    found = home.load(path, language)
    wrong = found if isinstance(found, tuple) else flows.gallery(found)[1]
    problems = wrong if isinstance(found, tuple) else (*found.warnings, *wrong)
    for text in reports(problems, flows):
        click.echo(visible(text))
    if (
        not isinstance(found, tuple)
        and (lacking := flows.lacking(path, found.flow.file.language)) is not None
    ):
        click.echo(visible(sentence(lacking)))
    return bool(wrong)


@flow.command("schema", context_settings=CONTEXT)
@everywhere
def schema(settings: Settings) -> None:
    """Print a JSON Schema of flow files, for completion in an editor."""
    del settings
    import json  # noqa: PLC0415

    from wizard.core.flow.schema import schema as made  # noqa: PLC0415

    click.echo(json.dumps(made(), indent=2, ensure_ascii=False))


@flow.command("new", context_settings=CONTEXT)
@click.argument("path", type=click.Path(dir_okay=False, path_type=Path))
@everywhere
def new(settings: Settings, path: Path) -> None:
    """Write a small flow with comments to PATH, to begin with."""
    del settings
    from wizard.adapters.resources import templates_folder  # noqa: PLC0415

    text = (templates_folder() / "new-flow.yaml").read_text(encoding="utf-8")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8") as file:
            file.write(text)
    except FileExistsError as fault:
        raise OutsideFailed(problem("outside.file_exists", path=str(path))) from fault
    except OSError as fault:
        reason = fault.strerror or str(fault)
        raise OutsideFailed(problem("outside.cannot_write", path=str(path), reason=reason)) from fault
    command = f"canvas-wizard flow check {path}"
    say(t("Written to {path}. Check it with: {command}", path=path, command=command))
