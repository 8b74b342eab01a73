"""The pictures in docs/pictures are drawn by the program itself, the same bytes each time."""

from __future__ import annotations

import asyncio
import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from xml.etree import ElementTree

import pytest

MAKE = Path(__file__).resolve().parent.parent / "docs" / "pictures" / "make.py"


@pytest.fixture(scope="module")
def make() -> ModuleType:
    spec = spec_from_file_location("make_pictures", MAKE)
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def test_a_picture_is_drawn_into_a_folder(make: ModuleType, tmp_path: Path) -> None:
    make.draw(tmp_path, ("small-terminal",))

    (file,) = tmp_path.iterdir()
    svg = file.read_text(encoding="utf-8")
    words = " ".join("".join(ElementTree.fromstring(svg).itertext()).replace("\xa0", " ").split())
    assert "small-terminal.svg" == file.name
    assert "Bread Again" in words
    assert ">&#160;" not in svg  # some viewers leave out the blanks before a text, and shift it
    assert "http" not in svg.replace("http://www.w3.org/2000/svg", "").replace(
        "https://www.textualize.io", ""
    )


def test_it_is_the_same_each_time(make: ModuleType) -> None:
    # The one with most that could differ: ages of workshops.
    one, another = (asyncio.run(make.drawn(make.PICTURES["home"])) for _ in range(2))

    assert one == another


def test_every_picture_that_is_shown_can_be_drawn_and_is_there(make: ModuleType) -> None:
    assert set() == set(make.shown()) - set(make.PICTURES)
    assert set() == set(make.shown()) - {file.stem for file in MAKE.parent.glob("*.svg")}
