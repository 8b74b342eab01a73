"""Templates are found where they may be, and nowhere else."""

from __future__ import annotations

from pathlib import Path

import pytest

from wizard.adapters.render_jinja import JinjaRenderer
from wizard.core.problems import Mark, Problem


def test_a_kept_template_wins_over_a_file_and_a_nearer_folder_over_a_further(tmp_path: Path) -> None:
    near, far = tmp_path / "near", tmp_path / "far"
    for folder, names in ((near, "ab"), (far, "abc")):
        folder.mkdir()
        for name in names:
            (folder / f"{name}.md.j2").write_text(folder.name, "utf-8")
    renderer = JinjaRenderer((near, far), {"a.md.j2": "kept"})

    assert ["kept\n", "near\n", "far\n"] == [renderer.render(f"{name}.md.j2", {}) for name in "abc"]


def test_a_path_names_one_file_and_what_lies_beside_it(tmp_path: Path) -> None:
    (tmp_path / "mine.md.j2").write_text("{% include 'piece.j2' %}{% include 'shared.j2' %}", "utf-8")
    (tmp_path / "piece.j2").write_text("mine", "utf-8")
    (tmp_path / "shipped").mkdir()
    (tmp_path / "shipped" / "shared.j2").write_text(" and shared", "utf-8")
    renderer = JinjaRenderer((tmp_path / "shipped",), {"piece.j2": "kept"})

    assert "mine and shared\n" == renderer.render(str(tmp_path / "mine.md.j2"), {})


@pytest.mark.parametrize(
    "name", ["../secret.j2", "a/../../secret.j2", "link.j2", "ABSOLUTE", "..\\secret.j2"]
)
def test_a_template_can_not_read_outside_its_folders(tmp_path: Path, name: str) -> None:
    (tmp_path / "secret.j2").write_text("secret", "utf-8")
    folder = tmp_path / "templates"
    folder.mkdir()
    (folder / "link.j2").symlink_to(tmp_path / "secret.j2")
    name = str(tmp_path / "secret.j2") if name == "ABSOLUTE" else name
    (folder / "a.md.j2").write_text(f"\n{{% include {name!r} %}}", "utf-8")

    found = JinjaRenderer((folder,)).render("a.md.j2", {})

    assert isinstance(found, Problem)
    assert "document.missing" == found.code
    assert Mark(str(folder / "a.md.j2"), 2, 1) == found.mark
