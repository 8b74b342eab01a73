"""Commands about workshops: new, open, list, rename, duplicate, delete, restore, where, backup."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from wizard.cli.options import Settings, everywhere
from wizard.cli.start import front_end, home_and_flows, opened_store, preferences_path, store_path
from wizard.cli.telling import begun_in, currency_or_fail, fail, loaded_or_fail, opened_or_fail, say
from wizard.core.controls import visible
from wizard.core.problems import Problem
from wizard.core.tongue import t

if TYPE_CHECKING:
    from wizard.adapters.flow_files import FlowFiles
    from wizard.home import Home
    from wizard.workshop import Workshop

_USUAL_FLOW = "business-model"
CONTEXT = {"help_option_names": ["-h", "--help"]}


@click.command("new", context_settings=CONTEXT)
@click.option("--flow", "reference", default="", metavar="FLOW", help="A flow's id or path (business-model).")
@click.option(
    "--from", "source", default=None, metavar="WORKSHOP", help="Begin with the answers of another one."
)
@click.option("--name", default="", help="What the venture is called.")
@click.option("--out", default=None, metavar="DIR", help="Where documents go at the end.")
@click.option("--currency", default="", metavar="EUR", help="The currency of all amounts.")
@everywhere
def new(
    settings: Settings, reference: str, source: str | None, name: str, out: str | None, currency: str
) -> None:
    """Begin a workshop and open it.

    With --from it begins with what another one says, as far as its flow, or another one, asks for it.
    """
    currency = currency_or_fail(currency)
    home, flows = home_and_flows(settings)
    if source is not None:
        workshop = _new_from(settings, home, flows, source, reference, name=name, currency=currency)
    else:
        loaded = begun_in(settings, loaded_or_fail(home, flows, reference or _USUAL_FLOW))
        workshop = home.start(loaded, name=name, currency=currency)
    raise click.exceptions.Exit(front_end(settings, home, workshop=workshop, out=out))


def _new_from(
    settings: Settings, home: Home, flows: FlowFiles, source: str, reference: str, *, name: str, currency: str
) -> Workshop:
    """A workshop with the answers of another one; what came along and what didn't is told."""
    from wizard.cli.upgrading import told  # noqa: PLC0415 - only when it is asked

    if not source.strip():
        raise click.BadParameter(t("Name a workshop, by its id or its name."), param_hint="--from")
    summary = home.found(source)
    if isinstance(summary, Problem):
        fail((summary,), flows)
    loaded = begun_in(settings, loaded_or_fail(home, flows, reference)) if reference else None
    found = home.start_from(summary.id, loaded, name=name, currency=currency)
    if isinstance(found, tuple):
        fail(found, flows)
    for line in told(found.carried.sections if found.carried is not None else ()):
        say(line)
    return found


@click.command("open", context_settings=CONTEXT)
@click.argument("workshop")
@click.option("--out", default=None, metavar="DIR", help="Where documents go at the end.")
@everywhere
def open_(settings: Settings, workshop: str, out: str | None) -> None:
    """Go on with a workshop: WORKSHOP is its id or its name."""
    home, flows = home_and_flows(settings)
    found = opened_or_fail(home, flows, workshop)
    raise click.exceptions.Exit(front_end(settings, home, workshop=found, out=out))


@click.command("list", context_settings=CONTEXT)
@click.option("--json", "as_json", is_flag=True, help="An array of objects, for scripts.")
@click.option("--deleted", is_flag=True, help="Those that were deleted and can be restored.")
@everywhere
def list_(settings: Settings, as_json: bool, deleted: bool) -> None:
    """List the workshops, the last changed first."""
    summaries = opened_store(settings).summaries(deleted=deleted)
    if as_json:
        import json  # noqa: PLC0415

        rows = [
            {
                "id": s.id,
                "name": s.name,
                "flow": s.flow,
                "progress": round(s.progress, 4),
                "changed_at": s.changed_at,
            }
            for s in summaries
        ]
        click.echo(json.dumps(rows, indent=2, ensure_ascii=False))
        return
    if not summaries and not deleted:
        say(t("No workshop yet. Begin one with canvas-wizard new."))
    for s in summaries:
        click.echo(visible(f"{s.id}  {s.progress:>4.0%}  {s.changed_at[:10]}  {s.name}  ({s.flow})"))


@click.command("rename", context_settings=CONTEXT)
@click.argument("workshop")
@click.argument("name")
@everywhere
def rename(settings: Settings, workshop: str, name: str) -> None:
    """Call WORKSHOP by another NAME. Undo takes it back, as it does with any change."""
    home, flows = home_and_flows(settings)
    found = home.found(workshop)
    if isinstance(found, Problem):
        fail((found,), flows)
    renamed = home.rename(found.id, name)
    if isinstance(renamed, tuple):
        fail(renamed, flows)
    say(t("“{was}” is now called “{now}”.", was=found.name, now=renamed.name))


@click.command("duplicate", context_settings=CONTEXT)
@click.argument("workshop")
@everywhere
def duplicate(settings: Settings, workshop: str) -> None:
    """Make a second WORKSHOP with the same answers and the same history. Prints its id."""
    home, flows = home_and_flows(settings)
    found = home.found(workshop)
    if isinstance(found, Problem):
        fail((found,), flows)
    copy = home.duplicate(found.id)
    if isinstance(copy, tuple):
        fail(copy, flows)
    command = f"canvas-wizard open {copy.id}{home.option}"
    say(t("“{name}” is here. Go on with: {command}", name=copy.name, command=command))
    click.echo(copy.id)


@click.command("delete", context_settings=CONTEXT)
@click.argument("workshop")
@everywhere
def delete(settings: Settings, workshop: str) -> None:
    """Put a workshop away. `restore` brings it back."""
    home, flows = home_and_flows(settings)
    found = home.found(workshop)
    if isinstance(found, Problem):
        fail((found,), flows)
    home.delete(found.id)
    command = f"canvas-wizard restore {found.id}{home.option}"
    say(t("“{name}” is put away. Bring it back with: {command}", name=found.name, command=command))


@click.command("restore", context_settings=CONTEXT)
@click.argument("workshop")
@everywhere
def restore(settings: Settings, workshop: str) -> None:
    """Bring a deleted workshop back. `list --deleted` shows them."""
    home, flows = home_and_flows(settings)
    found = home.found(workshop, deleted=True)
    if isinstance(found, Problem):
        fail((found,), flows)
    home.restore(found.id)
    say(t("“{name}” is back.", name=found.name))


@click.command("where", context_settings=CONTEXT)
@everywhere
def where(settings: Settings) -> None:
    """Print where workshops are kept, then where your settings are."""
    click.echo(str(store_path(settings)))
    click.echo(str(preferences_path(settings)))


@click.command("backup", context_settings=CONTEXT)
@click.argument("file", type=click.Path())
@everywhere
def backup(settings: Settings, file: str) -> None:
    """Copy the whole store to a new FILE, safely, also while it is in use."""
    opened_store(settings).backup(file)
    say(t("Copied to {file}. Use it with --store {file}.", file=file))
