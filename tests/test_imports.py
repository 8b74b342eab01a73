"""Start-up is a feature: what is heavy is imported only on the path that needs it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

TERMINAL = {"textual", "rich", "questionary", "prompt_toolkit", "click"}
OUTSIDE = {"yaml", "sqlite3", "platformdirs"}

EVERYTHING_IN_THE_CORE = """
import importlib, pkgutil, wizard.core
names = [module.name for module in pkgutil.walk_packages(wizard.core.__path__, "wizard.core.")]
assert "wizard.core.problems" in names, names
for name in names:
    importlib.import_module(name)
"""


def imported_by(code: str, *arguments: str) -> set[str]:
    """The top-level packages that a fresh interpreter holds after running `code`."""
    report = "\nimport json, sys\nprint(json.dumps(sorted({name.partition('.')[0] for name in sys.modules})))"
    command = [sys.executable, "-c", code + report, *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    names: list[str] = json.loads(done.stdout)
    return set(names)


def test_the_core_brings_no_terminal_and_no_outside_with_it() -> None:
    assert set() == imported_by(EVERYTHING_IN_THE_CORE) & (TERMINAL | OUTSIDE)


def test_the_ports_and_the_workshop_bring_no_terminal_and_no_outside_with_them() -> None:
    assert set() == imported_by("import wizard.ports, wizard.workshop") & (TERMINAL | OUTSIDE)


def test_the_command_line_starts_without_what_only_some_commands_need() -> None:
    heavy = {"textual", "rich", "questionary", "prompt_toolkit", "yaml", "jinja2", "sqlite3"}

    assert set() == imported_by("import wizard.cli") & heavy


def test_the_plain_front_end_brings_no_other_front_ends_library_with_it() -> None:
    heavy = {"textual", "rich", "questionary", "prompt_toolkit"}

    assert set() == imported_by("import wizard.frontends.plain") & heavy


def test_the_prompts_dont_bring_the_full_screen_with_them() -> None:
    assert set() == imported_by("import wizard.frontends.prompts") & {"textual"}


HOME_ON_THE_SCREEN = """
import asyncio, sys
from pathlib import Path
from wizard.cli.options import Settings
from wizard.cli.start import opened_home
from wizard.frontends.tui.app import WizardApp
async def shown():
    async with WizardApp(opened_home(Settings(Path(sys.argv[1])))).run_test():
        pass
asyncio.run(shown())
engine = {"wizard.workshop", "wizard.core.facts", "wizard.core.flow", "wizard.adapters.flow_files"}
assert not engine & set(sys.modules), engine & set(sys.modules)
"""


def test_home_is_on_the_screen_without_the_engine(tmp_path: Path) -> None:
    assert set() == imported_by(HOME_ON_THE_SCREEN, str(tmp_path / "w.db")) & {"yaml", "jinja2"}


def test_this_check_can_see_an_import() -> None:
    assert {"questionary", "prompt_toolkit"} <= imported_by("import questionary")
