"""Puts the adapters behind the ports, and starts the front end that fits the terminal."""

from __future__ import annotations

import os
import sys
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from wizard.cli.ending import at_the_end
from wizard.cli.options import Settings

if TYPE_CHECKING:
    from wizard.adapters.flow_files import FlowFiles
    from wizard.core.flow.gallery import Gallery
    from wizard.core.nodes import Node
    from wizard.core.problems import Problem
    from wizard.home import Home
    from wizard.ports import LoadedFlow, Renderer, Store
    from wizard.workshop import Workshop

# Adapters and front ends are imported where they are needed: a version number needs no SQLite, no Textual.
# ruff: noqa: PLC0415


def store_path(settings: Settings) -> Path:
    """Where workshops are kept."""
    if settings.store is not None:
        return settings.store
    from platformdirs import user_data_path

    return user_data_path("canvas-wizard", appauthor=False) / "workshops.db"


def store_option(settings: Settings) -> str:
    """What leads to the same store the next time, behind a blank; '' for the usual one."""
    if settings.store is None:
        return ""
    import shlex

    return f" --store {shlex.quote(str(settings.store))}"


def preferences_path(settings: Settings) -> Path:
    """Where the person's settings are kept."""
    if settings.preferences is not None:
        return settings.preferences
    from platformdirs import user_config_path

    return user_config_path("canvas-wizard", appauthor=False) / "settings.json"


def cache_path() -> Path:
    """The folder for what is kept to be quicker next time; whoever empties it loses nothing."""
    if told := os.environ.get("CANVAS_WIZARD_CACHE"):
        return Path(told)
    from platformdirs import user_cache_path

    return user_cache_path("canvas-wizard", appauthor=False)


def opened_store(settings: Settings) -> Store:
    """The store of the settings, open until the command ends.

    Who closes it last leaves one file that holds everything: nothing stays in SQLite's log beside it.
    """
    from wizard.adapters.store_sqlite import SqliteStore

    store = SqliteStore.open(store_path(settings))
    at_the_end(store.close)
    return store


class FlowsLater:
    """The flows, imported when somebody asks for one: home shows its list without them."""

    @cached_property
    def files(self) -> FlowFiles:
        from wizard.adapters.flow_files import FlowFiles
        from wizard.adapters.private_folder import PrivateFolder

        return FlowFiles(kept=PrivateFolder(cache_path() / "made"))

    def load(self, reference: str, language: str = "") -> LoadedFlow | tuple[Problem, ...]:
        return self.files.load(reference, language)

    def languages(self, reference: str) -> tuple[str, ...]:
        return self.files.languages(reference)

    def restored(self, text: str) -> LoadedFlow | tuple[Problem, ...]:
        return self.files.restored(text)

    def shipped(self) -> tuple[str, ...]:
        return self.files.shipped()

    def version(self, flow: str) -> str | None:
        return self.files.version(flow)

    def example(self, flow: str, language: str = "") -> str | None:
        return self.files.example(flow, language)

    def gallery(self, loaded: LoadedFlow) -> tuple[Gallery, tuple[Problem, ...]]:
        return self.files.gallery(loaded)

    def answers(self, path: str) -> tuple[Node | None, tuple[Problem, ...]]:
        return self.files.answers(path)

    def renderer(self, loaded: LoadedFlow) -> Renderer:
        return self.files.renderer(loaded)


def home_with(store: Store, flows: FlowsLater, option: str = "", language: str = "") -> Home:
    """Home over a store: everything outside that a workshop talks to. option, language: see Home."""
    from wizard.adapters.documents import write
    from wizard.adapters.ids import new_id
    from wizard.home import Home
    from wizard.ports import Outside

    outside = Outside(store, flows, flows.renderer, write, lambda: datetime.now(UTC), new_id)
    return Home(outside, option=option, language=language)


def opened_home(settings: Settings) -> Home:
    """Home over the store of the settings."""
    return home_with(opened_store(settings), FlowsLater(), store_option(settings), wanted_language(settings))


def home_and_flows(settings: Settings) -> tuple[Home, FlowFiles]:
    """The same, with the flow files themselves, to show what is wrong in them."""
    flows = FlowsLater()
    return home_with(
        opened_store(settings), flows, store_option(settings), wanted_language(settings)
    ), flows.files


def wanted_language(settings: Settings) -> str:
    """The language in which a person wants flows: the one that they asked for, else the one that we speak."""
    from wizard.core.tongue import language

    return settings.language or language()


def storeless_home(settings: Settings | None = None) -> tuple[Home, FlowFiles]:
    """Home without a store, for what leaves nothing behind.

    Only what is asked for decides the language: what a script makes is the same wherever it runs.
    """
    from wizard.adapters.store_memory import MemoryStore

    flows = FlowsLater()
    return home_with(MemoryStore(), flows, language=settings.language if settings else ""), flows.files


def is_terminal() -> bool:
    """Whether somebody sits in front of us."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def wants_plain(settings: Settings) -> bool:
    """Lines only: asked for, or the only thing that works here."""
    if settings.plain:
        return True
    told = os.environ.get("ACCESSIBLE", "") not in ("", "0")
    return told or not is_terminal() or os.environ.get("TERM", "") in ("dumb", "")


def front_end(
    settings: Settings, home: Home | None = None, *, workshop: Workshop | None = None, out: str | None = None
) -> int:
    """Run a front end until the person leaves; its exit code. Without a workshop it begins at home."""
    if home is None:
        home = opened_home(settings)
    if settings.plain or (wants_plain(settings) and not (settings.prompts and is_terminal())):
        from wizard.frontends.plain import run as run_plain

        return run_plain(home, workshop=workshop, out=out, stdin=sys.stdin, stdout=sys.stdout)
    if settings.prompts:
        from wizard.frontends.prompts import run as run_prompts

        return run_prompts(home, workshop=workshop, out=out)
    from wizard.adapters.preferences_json import JsonPreferences
    from wizard.frontends.tui import run as run_tui

    kept = JsonPreferences(preferences_path(settings))
    return run_tui(home, workshop=workshop, out=out, kept=kept)
