"""The options that every command understands, before or behind its name."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any, TypeVar

import click
import msgspec
from click.core import ParameterSource

from wizard.cli.speaking import speak_to
from wizard.core.tongue import LANGUAGES as SPOKEN
from wizard.core.tongue import t

F = TypeVar("F", bound=Callable[..., Any])


class Settings(msgspec.Struct, frozen=True):
    """store: path of the store, None for the usual one. prompts, plain: which front end is asked for.

    preferences: path of the file with the person's settings, None for the usual one. language: what is to be
    spoken, and what flows are wanted in, '' where nobody asked for one. insists: it was typed, so that a flow
    in another language won't do where nobody is there to see it.
    """

    store: Path | None = None
    preferences: Path | None = None
    prompts: bool = False
    plain: bool = False
    language: str = ""
    insists: bool = False


_OPTIONS = (
    click.option("--plain", is_flag=True, help="Lines only: for screen readers, simple terminals, pipes."),
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
    click.option(
        "--language",
        default="",
        metavar="de",
        envvar="CANVAS_WIZARD_LANGUAGE",
        help="Speak this language, and ask in it where the flow can (also CANVAS_WIZARD_LANGUAGE).",
    ),
)
"""Those of every command, the last one first in its help."""


def everywhere(command: F) -> F:
    """Give a command `--store`, `--settings`, `--language`, `--prompts` and `--plain`, all as `settings`."""

    @wraps(command)
    def with_settings(
        *args: Any,
        store: Path | None,
        preferences: Path | None,
        language: str,
        prompts: bool,
        plain: bool,
        **others: Any,
    ) -> Any:
        ctx = click.get_current_context()
        outer = ctx.parent.obj if ctx.parent is not None and isinstance(ctx.parent.obj, Settings) else None
        known = outer or Settings()
        if (prompts or known.prompts) and (plain or known.plain):
            raise click.UsageError(t("Choose one of --prompts and --plain."))
        if known.store is not None and _is_from_environment(ctx, "store"):
            store = None  # what was typed, before the command's name, wins over the environment
        if known.preferences is not None and _is_from_environment(ctx, "preferences"):
            preferences = None
        if known.language and _is_from_environment(ctx, "language"):
            language = ""
        typed = bool(language) and not _is_from_environment(ctx, "language")
        if typed:
            judge_language(language)
        settings = Settings(
            store or known.store,
            preferences or known.preferences,
            prompts or known.prompts,
            plain or known.plain,
            language or known.language,
            typed or known.insists,
        )
        ctx.obj = settings
        if settings != outer:
            speak_for(settings)
        return command(*args, settings=settings, **others)

    for option in _OPTIONS:
        with_settings = option(with_settings)
    return with_settings  # type: ignore[return-value]


def judge_language(text: str) -> None:
    """Refuse what names no language, and say of a language that we lack what is spoken instead."""
    from wizard.core.languages import LANGUAGES as WRITTEN  # noqa: PLC0415 - few ask for a language
    from wizard.core.languages import base, is_language  # noqa: PLC0415

    if not is_language(text):
        wrong = t("There is no language “{text}”. Give its two letters, such as de.", text=text)
        raise click.BadParameter(wrong, param_hint="--language")
    if base(text.replace("_", "-")) not in {*SPOKEN, *(known.code for known in WRITTEN)}:
        names = ", ".join(SPOKEN.values())
        note = t(
            "The program speaks no “{text}”, only: {names}. A flow may: see canvas-wizard flow list.",
            text=text,
            names=names,
        )
        click.echo(note, err=True)


def speak_for(settings: Settings) -> None:
    """Speak the language of these settings, or that of the person's own settings."""
    from wizard.cli.start import preferences_path  # noqa: PLC0415 - it knows these settings

    speak_to(settings.language, preferences_path(settings))


def _is_from_environment(ctx: click.Context, parameter: str) -> bool:
    return ctx.get_parameter_source(parameter) is ParameterSource.ENVIRONMENT
