"""Every shipped example gives these documents, byte for byte.

After a change that is meant, `make documents` writes them anew: read the difference.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pytest

from wizard.adapters.flow_files import FlowFiles
from wizard.adapters.resources import flows_folder
from wizard.cli.start import storeless_home
from wizard.core.words import sentence
from wizard.imports import Answered, answered, documents, loaded_for
from wizard.ports import LoadedFlow

GOLDEN = Path(__file__).parents[1] / "golden" / "documents"
ANEW = os.environ.get("DOCUMENTS") == "anew"
EXAMPLES = sorted(path.stem for path in (flows_folder() / "examples").glob("*.yaml"))


@cache
def example(name: str) -> Answered:
    home, files = storeless_home()[0], FlowFiles()
    node, problems = files.answers(str(flows_folder() / "examples" / f"{name}.yaml"))
    assert () == tuple(problems)
    loaded = loaded_for(home, node, None)
    assert isinstance(loaded, LoadedFlow), [sentence(one) for one in loaded]
    found = answered(home, loaded, node)
    assert isinstance(found, Answered), [sentence(one) for one in found]
    return found


@cache
def documents_of(name: str) -> Mapping[str, str]:
    made = documents(storeless_home()[0], example(name))
    assert isinstance(made, dict), [sentence(one) for one in made]
    return made


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_gives_its_documents_byte_for_byte(name: str) -> None:
    folder = GOLDEN / name
    if ANEW:
        folder.mkdir(parents=True, exist_ok=True)
        for stale in folder.iterdir():
            stale.unlink()
        for file, text in documents_of(name).items():
            (folder / file).write_bytes(text.encode())
    expected = {path.name: path.read_bytes().decode() for path in folder.glob("*")}

    assert expected == documents_of(name)


def test_no_documents_are_kept_of_an_example_that_is_gone() -> None:
    assert set(EXAMPLES) == {path.name for path in GOLDEN.iterdir()}


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_is_finished(name: str) -> None:
    """What is shown as an example lacks nothing required, and nothing in it has to be solved first."""
    found = example(name)

    assert [] == [sentence(one) for one in found.standing if one.severity == "error"]
    assert [] == [one.say for one in found.findings if one.severity == "block"]


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_says_which_day_it_is(name: str) -> None:
    """Without a day of its own its documents would change while nobody touches them."""
    text = (flows_folder() / "examples" / f"{name}.yaml").read_text("utf-8")

    assert [line for line in text.splitlines() if line.startswith("today: ")]
