"""The shipped folders are found where a wheel and where a checkout keeps them."""

from pathlib import Path

from wizard.adapters.resources import PACKAGE, flows_folder, shipped_folder, templates_folder


def test_a_wheel_keeps_its_folders_inside_the_package(tmp_path: Path) -> None:
    inside = tmp_path / "wizard" / "_data" / "flows"
    inside.mkdir(parents=True)
    (tmp_path / "flows").mkdir()  # somebody else's: a wheel's neighbours are strangers

    assert inside == shipped_folder("flows", package=tmp_path / "wizard")


def test_a_checkout_keeps_its_folders_beside_the_package(tmp_path: Path) -> None:
    beside = tmp_path / "templates"
    beside.mkdir()
    (tmp_path / "wizard").mkdir()

    assert beside == shipped_folder("templates", package=tmp_path / "wizard")


def test_these_tests_run_on_the_folders_of_their_checkout() -> None:
    checkout = Path(__file__).resolve().parents[2]

    assert checkout / "wizard" == PACKAGE
    assert checkout / "flows" == flows_folder()
    assert checkout / "templates" == templates_folder()
    assert flows_folder().is_dir()
    assert templates_folder().is_dir()
