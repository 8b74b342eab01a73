"""Commands for scripts: run, render, check. No terminal needed."""

from __future__ import annotations

from pathlib import Path

import click

from wizard.cli.options import Settings, everywhere
from wizard.cli.start import front_end, home_and_flows, is_terminal, storeless_home
from wizard.cli.telling import (
    begun_in,
    currency_or_fail,
    fail,
    fail_to_load,
    finding_lines,
    folder_for,
    loaded_or_fail,
    opened_or_fail,
    say,
    tell_all,
)
from wizard.cli.workshops import CONTEXT
from wizard.core.tongue import t


@click.command("run", context_settings=CONTEXT)
@click.argument("flow")
@click.option("--answers", "path", default=None, metavar="FILE", help="Answers as YAML; - reads stdin.")
@click.option("--out", default=None, metavar="DIR", help="Where the documents go.")
@click.option("--currency", default="", metavar="EUR", help="Wins over the file's currency.")
@click.option("--force", is_flag=True, help="Write over documents that were changed by hand.")
@everywhere
def run(settings: Settings, flow: str, path: str | None, out: str | None, currency: str, force: bool) -> None:
    """Make the documents of FLOW from an answers file.

    Answers that can't be read write nothing. Missing required answers and findings that block still write the
    documents, and end with 1.
    """
    if path is None:
        _ask_instead(settings, flow, out)
        return
    from wizard.imports import Answered, answered, documents, loaded_for  # noqa: PLC0415
    from wizard.ports import LoadedFlow  # noqa: PLC0415

    currency = currency_or_fail(currency)
    home, flows = storeless_home(settings)
    node, problems = flows.answers(path)
    if problems:
        fail(problems, flows)
    loaded = loaded_for(home, node, flow, settings.language if settings.insists else "")
    if not isinstance(loaded, LoadedFlow):
        fail_to_load(loaded, flows)
    tell_all(loaded.warnings, flows)
    found = answered(home, loaded, node, currency=currency)
    if not isinstance(found, Answered):
        fail(found, flows)
    texts = documents(home, found)
    if not isinstance(texts, dict):
        fail(texts, flows)
    folder = folder_for(found.facts.state.name, out)
    written, refused = home.outside.write(folder, texts, force=force)
    for file in written:
        click.echo(file)
    tell_all((*refused, *found.standing), flows)
    for line in finding_lines(found.findings):
        say(line)
    stopped = any(p.severity == "error" for p in (*refused, *found.standing))
    blocked = any(finding.severity == "block" for finding in found.findings)
    raise click.exceptions.Exit(1 if stopped or blocked else 0)


def _ask_instead(settings: Settings, flow: str, out: str | None) -> None:
    """Without answers a person is asked; without a person there is nothing to do."""
    if not is_terminal():
        command = f"canvas-wizard run {flow} --answers answers.yaml"
        raise click.UsageError(
            t(
                "There are no answers and no terminal to ask at. Give --answers FILE: {command}",
                command=command,
            )
        )
    home, flows = home_and_flows(settings)
    workshop = home.start(begun_in(settings, loaded_or_fail(home, flows, flow)))
    raise click.exceptions.Exit(front_end(settings, home, workshop=workshop, out=out))


@click.command("render", context_settings=CONTEXT)
@click.argument("workshop")
@click.option("--out", default=None, metavar="DIR", help="Where the documents go.")
@click.option("--template", default=None, metavar="FILE", help="Your own Jinja template instead.")
@click.option("--force", is_flag=True, help="Write over documents that were changed by hand.")
@everywhere
def render(settings: Settings, workshop: str, out: str | None, template: str | None, force: bool) -> None:
    """Write the documents of WORKSHOP as it is now."""
    home, flows = home_and_flows(settings)
    found = opened_or_fail(home, flows, workshop)
    folder = folder_for(found.state.name, out)
    own = str(Path(template).absolute()) if template is not None else None
    written, problems = found.write_documents(folder, force=force, template=own)
    for file in written:
        click.echo(file)
    if problems:
        fail(problems, flows)


@click.command("check", context_settings=CONTEXT)
@click.argument("workshop", required=False)
@click.option("--answers", "path", default=None, metavar="FILE", help="Check an answers file instead.")
@click.option("--flow", default=None, metavar="FLOW", help="The flow that the answers are for.")
@everywhere
def check(settings: Settings, workshop: str | None, path: str | None, flow: str | None) -> None:
    """Say what the coach finds. Ends with 1 where something is missing or a finding blocks."""
    if (workshop is None) == (path is None):
        raise click.UsageError(t("Name a workshop, or give --answers FILE."))
    from wizard.core.coach import findings  # noqa: PLC0415
    from wizard.core.facts import Facts  # noqa: PLC0415
    from wizard.imports import Answered, answered, loaded_for, missing_in  # noqa: PLC0415
    from wizard.ports import LoadedFlow  # noqa: PLC0415

    if workshop is not None:
        home, flows = home_and_flows(settings)
        opened = opened_or_fail(home, flows, workshop)
        facts = Facts(opened.loaded.flow, opened.state, opened.facts.today, complete=True)
        standing, said = missing_in(facts), findings(facts)
    else:
        home, flows = storeless_home(settings)
        node, problems = flows.answers(path or "")
        if problems:
            fail(problems, flows)
        loaded = loaded_for(home, node, flow, settings.language if settings.insists else "")
        if not isinstance(loaded, LoadedFlow):
            fail_to_load(loaded, flows, named=bool(flow))
        tell_all(loaded.warnings, flows)
        found = answered(home, loaded, node)
        if not isinstance(found, Answered):
            fail(found, flows)
        standing, said = found.standing, found.findings
    tell_all(standing, flows)
    for line in finding_lines(said):
        click.echo(line)
    if not said and not standing:
        say(t("Nothing to complain about."))
    stopped = any(p.severity == "error" for p in standing) or any(f.severity == "block" for f in said)
    raise click.exceptions.Exit(1 if stopped else 0)
