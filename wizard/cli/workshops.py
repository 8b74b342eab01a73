"""Commands about workshops: new, open, list, rename, duplicate, delete, restore, where, backup."""

from __future__ import annotations

import click

from wizard.cli.options import Settings, everywhere
from wizard.cli.start import front_end, home_and_flows, opened_store, preferences_path, store_path
from wizard.cli.telling import currency_or_fail, fail, loaded_or_fail, opened_or_fail, say
from wizard.core.controls import visible
from wizard.core.problems import Problem

CONTEXT = {"help_option_names": ["-h", "--help"]}


@click.command("new", context_settings=CONTEXT)
@click.option("--flow", "reference", default="business-model", metavar="FLOW", help="A flow's id or path.")
@click.option("--name", default="", help="What the venture is called.")
@click.option("--out", default=None, metavar="DIR", help="Where documents go at the end.")
@click.option("--currency", default="", metavar="EUR", help="The currency of all amounts.")
@everywhere
def new(settings: Settings, reference: str, name: str, out: str | None, currency: str) -> None:
    """Begin a workshop and open it."""
    currency = currency_or_fail(currency)
    home, flows = home_and_flows(settings)
    loaded = loaded_or_fail(home, flows, reference)
    workshop = home.start(loaded, name=name, currency=currency)
    raise click.exceptions.Exit(front_end(settings, home, workshop=workshop, out=out))


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
        say("No workshop yet. Begin one with canvas-wizard new.")
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
    say(f"“{found.name}” is now called “{renamed.name}”.")


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
    say(f"“{copy.name}” is here. Go on with: canvas-wizard open {copy.id}{home.option}")
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
    say(f"“{found.name}” is put away. Bring it back with: canvas-wizard restore {found.id}{home.option}")


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
    say(f"“{found.name}” is back.")


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
    say(f"Copied to {file}. Use it with --store {file}.")
