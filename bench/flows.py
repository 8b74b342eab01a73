"""Loading each shipped flow, against PyYAML's own loader reading the same files and checking nothing.

Both are work from end to end, so what is counted is the processor's time: other programs take none of it.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import msgspec
import yaml

from bench.samples import medians
from bench.table import Row
from wizard.adapters.flow_files import FlowFiles, Kept
from wizard.adapters.private_folder import PrivateFolder
from wizard.core.expressions.parse import whole
from wizard.ports import LoadedFlow

AIM = "≤ 1.5 × and 60 ms more"


def loading_ms(flow: str, language: str, kept: PrivateFolder | None) -> float:
    """Milliseconds of work until a flow is read, resolved and checked.

    language: of its translation, '' for its own. kept: where it was built before.
    """
    whole.cache_clear()  # a program that has just begun has read no expression yet
    begun = time.process_time()
    found = FlowFiles(kept=kept).load(flow, language)
    assert isinstance(found, LoadedFlow), found
    return (time.process_time() - begun) * 1000


def texts_of(flow: str, language: str) -> tuple[str, ...]:
    """The texts of everything that a flow is built from, its translation too."""
    found = FlowFiles().load(flow, language)
    assert isinstance(found, LoadedFlow), found
    return tuple(msgspec.json.decode(found.text, type=Kept).files.values())


def parsing_ms(texts: tuple[str, ...]) -> float:
    """Milliseconds of work until PyYAML has made lists and maps of the same texts."""
    begun = time.process_time()
    for text in texts:
        yaml.load(text, yaml.CSafeLoader)
    return (time.process_time() - begun) * 1000


def contenders() -> dict[str, tuple[str, str]]:
    """What is loaded, as it is called in the table: each flow, in its own language and in every other."""
    files = FlowFiles()
    flows = {flow: (flow, "") for flow in files.shipped()}
    return flows | {
        f"{flow} ({language})": (flow, language)
        for flow in files.shipped()
        for language in files.languages(flow)[1:]
    }


def rows(scratch: Path) -> list[Row]:
    kept = PrivateFolder(scratch / "made")
    samples: dict[str, Callable[[], float]] = {}
    loaded = contenders()
    for name, (flow, language) in loaded.items():
        samples |= {
            f"{name} anew": partial(loading_ms, flow, language, None),
            f"{name} again": partial(loading_ms, flow, language, kept),
            f"{name} parsed": partial(parsing_ms, texts_of(flow, language)),
        }
    found = medians(samples)
    return [
        Row(f"load {name}, {way}", found[f"{name} {kind}"], "CSafeLoader", found[f"{name} parsed"], "ms", aim)
        for name in loaded
        for kind, way, aim in (("anew", "never seen before", AIM), ("again", "seen before", AIM))
    ]
