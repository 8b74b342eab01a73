"""Commands that carry workshops in and out: export, import."""

from __future__ import annotations

import click

from wizard.cli.options import Settings, everywhere
from wizard.cli.start import home_and_flows
from wizard.cli.telling import begun_in, fail, fail_to_load, opened_or_fail, say
from wizard.cli.workshops import CONTEXT
from wizard.core.tongue import t
from wizard.workshop import Workshop


@click.command("export", context_settings=CONTEXT)
@click.argument("workshop")
@click.option("--format", "form", type=click.Choice(["yaml", "json", "events"]), default="yaml")
@everywhere
def export(settings: Settings, workshop: str, form: str) -> None:
    """Print WORKSHOP as an answers file, or with all its events.

    `canvas-wizard run FLOW --answers` makes the same documents from the answers, byte for byte.
    """
    home, flows = home_and_flows(settings)
    found = opened_or_fail(home, flows, workshop)
    click.echo(_exported(found, form), nl=False)


def _exported(workshop: Workshop, form: str) -> str:
    if form == "events":
        from wizard.imports import exported_events  # noqa: PLC0415

        return exported_events(workshop)
    from wizard.core.answers_export import exported, plain  # noqa: PLC0415

    data = exported(workshop.facts)
    if form == "json":
        import json  # noqa: PLC0415

        return json.dumps(plain(data), indent=2, ensure_ascii=False) + "\n"
    from wizard.adapters.answers_yaml import written  # noqa: PLC0415

    return written(data)


@click.command("import", context_settings=CONTEXT)
@click.argument("file")
@click.option("--flow", default=None, metavar="FLOW", help="The flow that the answers are for.")
@everywhere
def import_(settings: Settings, file: str, flow: str | None) -> None:
    """Make a workshop from an answers file or an exported workshop."""
    from wizard.imports import is_event_file, workshop_from_answers, workshop_from_events  # noqa: PLC0415

    home, flows = home_and_flows(settings)
    text = flows.text(file)
    if not isinstance(text, str):
        fail((text,), flows)
    if is_event_file(text):
        found = workshop_from_events(home, text, file)
    else:
        language = settings.language if settings.insists else ""
        found = workshop_from_answers(home, file, flow, language=language)
    if isinstance(found, tuple):
        fail_to_load(found, flows, named=bool(flow))
    begun_in(settings, found.loaded)
    command = f"canvas-wizard open {found.id}{home.option}"
    say(t("“{name}” is here. Go on with: {command}", name=found.state.name, command=command))
    click.echo(found.id)
