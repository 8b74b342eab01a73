"""What the wheel holds, and that the program finds it there. Needs no network: hatchling builds in place."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parent.parent


def output_of(code: str, path: Path, cwd: Path) -> str:
    """What `code` prints in an interpreter that finds `wizard` in `path`, before anything installed."""
    environment = os.environ | {"PYTHONPATH": str(path)}
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, cwd=cwd, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    done = subprocess.run(build, cwd=CHECKOUT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def unpacked(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site-packages")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder)
    return folder


def shipped_files(folder: Path) -> list[str]:
    """Paths of what is edited by people, relative to `folder`; what an editor leaves behind isn't."""
    files = (path for path in folder.rglob("*") if path.is_file() and path.suffix in {".yaml", ".j2"})
    return sorted(path.relative_to(folder).as_posix() for path in files)


@pytest.mark.parametrize("name", ["flows", "templates"])
def test_the_wheel_holds_every_flow_and_template_of_the_checkout(unpacked: Path, name: str) -> None:
    expected = shipped_files(CHECKOUT / name)

    assert expected
    assert expected == shipped_files(unpacked / "wizard" / "_data" / name)


@pytest.mark.parametrize("name", ["flows", "templates"])
def test_an_installed_program_finds_its_own_folders(unpacked: Path, tmp_path: Path, name: str) -> None:
    code = f"from wizard.adapters import resources; print(resources.{name}_folder())"

    assert str(unpacked / "wizard" / "_data" / name) == output_of(code, unpacked, tmp_path)


@pytest.mark.parametrize("name", ["flows", "templates"])
def test_a_checkout_finds_its_own_folders_from_anywhere(tmp_path: Path, name: str) -> None:
    code = f"from wizard.adapters import resources; print(resources.{name}_folder())"

    assert str(CHECKOUT / name) == output_of(code, CHECKOUT, tmp_path)


def test_the_wheel_holds_the_package_and_nothing_else(unpacked: Path) -> None:
    tops = sorted(path.name for path in unpacked.iterdir() if not path.name.endswith(".dist-info"))

    assert ["wizard"] == tops


def test_the_wheel_says_that_it_is_typed(unpacked: Path) -> None:
    assert (unpacked / "wizard" / "py.typed").is_file()


@pytest.mark.parametrize("name", ["flows", "templates"])
def test_folders_of_data_hold_no_python(name: str) -> None:
    """An editable install takes a folder with Python files for a package of its own."""
    assert [] == sorted((CHECKOUT / name).rglob("*.py"))
