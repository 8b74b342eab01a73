"""Every screen as text, at three sizes, beside what it looked like when somebody last looked: looks/*.txt.

After a change that was meant, `make looks` draws them anew; the difference is then read like any other.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from rich.cells import cell_len

from tests.frontends.tui.scenes import SCENES, SIZES, on
from tests.frontends.tui.stage import shown

LOOKS = Path(__file__).parent / "looks"
ANEW = os.environ.get("LOOKS") == "anew"


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("name", SCENES)
async def test_a_screen_looks_as_it_did(name: str, size: tuple[int, int]) -> None:
    file = LOOKS / f"{name}-{size[0]}x{size[1]}.txt"
    async with on(SCENES[name], size) as (app, _):
        found = shown(app)
    if ANEW:
        file.write_text(found + "\n", encoding="utf-8")

    assert file.read_text(encoding="utf-8") == found + "\n"
    lines = found.split("\n")
    assert size[1] == len(lines)
    assert size[0] >= max(cell_len(line) for line in lines)


def test_no_look_is_left_over() -> None:
    expected = {f"{name}-{width}x{height}.txt" for name in SCENES for width, height in SIZES}

    assert expected == {file.name for file in LOOKS.iterdir()}
