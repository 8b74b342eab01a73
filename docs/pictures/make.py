"""Draws the pictures of the screen that README and docs show, from the finished example: make pictures."""

from __future__ import annotations

import asyncio
import re
import sys
from pathlib import Path

from wizard.cli.start import storeless_home
from wizard.core.problems import Place
from wizard.frontends.tui.app import WizardApp
from wizard.imports import workshop_from_answers
from wizard.workshop import Workshop

FOLDER = Path(__file__).parent
SIZES = {"workshop": (120, 36), "small-terminal": (80, 24)}


async def picture(name: str) -> str:
    """The screen at the question about channels, as SVG without anything to fetch."""
    home, flows = storeless_home()
    workshop = workshop_from_answers(home, flows.example("business-model") or "")
    assert isinstance(workshop, Workshop)
    workshop.jump(Place("channels"))
    app = WizardApp(home, workshop=workshop)
    async with app.run_test(size=SIZES[name]) as pilot:
        await pilot.pause(0.5)
        svg = app.export_screenshot(title="Canvas Wizard")
    return re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.DOTALL)


def main() -> None:
    for name in SIZES:
        (FOLDER / f"{name}.svg").write_text(asyncio.run(picture(name)), encoding="utf-8")
        print(f"docs/pictures/{name}.svg", file=sys.stderr)


if __name__ == "__main__":
    main()
