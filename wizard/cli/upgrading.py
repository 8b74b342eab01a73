"""The command that moves a workshop to a newer version of its flow, and what became of answers, as lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NoReturn

import click

from wizard.cli.options import Settings, everywhere
from wizard.cli.start import home_and_flows
from wizard.cli.telling import fail_to_load, opened_or_fail, say, tell_all
from wizard.cli.workshops import CONTEXT
from wizard.core.problems import Problem
from wizard.core.tongue import mark, t
from wizard.core.words import sentence

if TYPE_CHECKING:
    from wizard.core.tally import Section

_DONE = mark("“{name}” is in version {version} of its flow now.")
_WOULD = mark("“{name}” would move to version {version} of its flow. Nothing was written.")


@click.command("upgrade", context_settings=CONTEXT)
@click.argument("workshop")
@click.option(
    "--flow", "reference", default="", metavar="FILE", help="The newer flow file, where it isn't ours."
)
@click.option("--dry-run", is_flag=True, help="Say what would happen, and write nothing.")
@everywhere
def upgrade(settings: Settings, workshop: str, reference: str, dry_run: bool) -> None:
    """Move WORKSHOP to the newest version of its flow.

    What the new version doesn't ask for any more is kept. The move can't be undone: --dry-run shows it first,
    and duplicate makes a copy to try it on.
    """
    from wizard.core.migrating import Migrated, migrated  # noqa: PLC0415 - only when it is asked

    home, flows = home_and_flows(settings)
    found = opened_or_fail(home, flows, workshop)
    loaded = home.newest(found, reference)
    if isinstance(loaded, tuple):
        fail_to_load(loaded, flows)
    tell_all(loaded.warnings, flows)
    made = migrated(found.facts, loaded.flow) if dry_run else found.upgrade(loaded)
    if not isinstance(made, Migrated):
        _end(made)
    said = t(_WOULD if dry_run else _DONE, name=found.state.name, version=loaded.flow.file.version)
    for line in (said, *told(made.sections)):
        say(line)


def _end(found: Problem) -> NoReturn:
    """Say why nothing was done; that there is nothing to do is no fault of anybody's."""
    say(sentence(found))
    raise click.exceptions.Exit(0 if found.code == "upgrade.nothing" else 1)


def told(sections: Iterable[Section]) -> Iterator[str]:
    """What became of answers, line by line."""
    for title, lines in sections:
        yield title
        for line in lines:
            yield f"  {line.text}"
