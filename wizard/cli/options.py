"""The options that every command understands, before or behind its name."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any, TypeVar

import click
import msgspec
from click.core import ParameterSource

F = TypeVar("F", bound=Callable[..., Any])


class Settings(msgspec.Struct, frozen=True):
    """store: path of the store, None for the usual one. prompts, plain: which front end is asked for.

    preferences: path of the file with the person's settings, None for the usual one.
    """

    store: Path | None = None
    preferences: Path | None = None
    prompts: bool = False
    plain: bool = False


def everywhere(command: F) -> F:
    """Give a command `--store`, `--settings`, `--prompts` and `--plain`; it receives them as `settings`."""

    @wraps(command)
    def with_settings(
        *args: Any, store: Path | None, preferences: Path | None, prompts: bool, plain: bool, **others: Any
    ) -> Any:
        ctx = click.get_current_context()
        outer = ctx.parent.obj if ctx.parent is not None and isinstance(ctx.parent.obj, Settings) else None
        known = outer or Settings()
        if (prompts or known.prompts) and (plain or known.plain):
            raise click.UsageError("Choose one of --prompts and --plain.")
        if known.store is not None and _is_from_environment(ctx, "store"):
            store = None  # what was typed, before the command's name, wins over the environment
        if known.preferences is not None and _is_from_environment(ctx, "preferences"):
            preferences = None
        settings = Settings(
            store or known.store,
            preferences or known.preferences,
            prompts or known.prompts,
            plain or known.plain,
        )
        ctx.obj = settings
        return command(*args, settings=settings, **others)

    for option in (
        click.option(
            "--plain", is_flag=True, help="Lines only: for screen readers, simple terminals, pipes."
        ),
        click.option("--prompts", is_flag=True, help="One prompt after the other, no full screen."),
        click.option(
            "--store",
            type=click.Path(dir_okay=False, path_type=Path),
            envvar="CANVAS_WIZARD_STORE",
            help="Keep workshops in this file (also CANVAS_WIZARD_STORE).",
        ),
        click.option(
            "--settings",
            "preferences",
            type=click.Path(dir_okay=False, path_type=Path),
            envvar="CANVAS_WIZARD_SETTINGS",
            help="Keep the theme and the like in this file (also CANVAS_WIZARD_SETTINGS).",
        ),
    ):
        with_settings = option(with_settings)
    return with_settings  # type: ignore[return-value]


def _is_from_environment(ctx: click.Context, parameter: str) -> bool:
    return ctx.get_parameter_source(parameter) is ParameterSource.ENVIRONMENT
