"""The command line, called in this process: what it printed, what it said, how it ended."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from wizard.cli import main


class Ended(NamedTuple):
    """code: exit status. out: stdout, the data. err: stderr, the narration."""

    code: int
    out: str
    err: str


Wizard = Callable[..., Ended]


@pytest.fixture
def wizard(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Wizard:
    """Run a command in an empty folder, with a store of its own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO()))

    def run(*args: str) -> Ended:
        capfd.readouterr()
        with pytest.raises(SystemExit) as ended:
            main(list(args))
        out, err = capfd.readouterr()
        assert isinstance(ended.value.code, int)
        assert "Traceback" not in err
        return Ended(ended.value.code, out, err)

    return run


@pytest.fixture
def bread() -> str:
    """Path of the finished example."""
    return str(Path(__file__).parents[2] / "flows" / "examples" / "bread-again.yaml")
