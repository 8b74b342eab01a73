"""Documents are written as a whole, and never over what somebody changed by hand."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from wizard.adapters.documents import marked, write
from wizard.core.problems import OutsideFailed, problem

TEXTS = {"canvas.md": "# Bread\n", "plan.md": "# Plan\n"}


def test_documents_are_written_into_a_folder_that_is_made_for_them(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "folder"

    assert ((str(folder / "canvas.md"), str(folder / "plan.md")), ()) == write(
        str(folder), TEXTS, force=False
    )
    assert marked("# Bread\n", "canvas.md") == (folder / "canvas.md").read_text("utf-8")
    assert ["canvas.md", "plan.md"] == sorted(path.name for path in folder.iterdir())


def test_the_mark_is_a_comment_behind_the_text(tmp_path: Path) -> None:
    write(str(tmp_path), TEXTS, force=False)

    text = (tmp_path / "canvas.md").read_text("utf-8")

    assert text.startswith("# Bread\n\n<!-- canvas-wizard:")
    assert text.endswith(" -->\n")


def test_files_of_other_kinds_get_no_mark() -> None:
    assert "a,b\n" == marked("a,b\n", "costs.csv")


def test_what_we_wrote_is_replaced_unasked(tmp_path: Path) -> None:
    write(str(tmp_path), TEXTS, force=False)

    _, problems = write(str(tmp_path), {"canvas.md": "# Cake\n"}, force=False)

    assert () == problems
    assert marked("# Cake\n", "canvas.md") == (tmp_path / "canvas.md").read_text("utf-8")


def test_what_we_wrote_is_still_ours_with_the_line_ends_of_another_system(tmp_path: Path) -> None:
    write(str(tmp_path), TEXTS, force=False)
    file = tmp_path / "canvas.md"
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))

    _, problems = write(str(tmp_path), {"canvas.md": "# Cake\n"}, force=False)

    assert () == problems
    assert marked("# Cake\n", "canvas.md").encode() == file.read_bytes()


@pytest.mark.parametrize(
    "edit",
    [
        lambda text: text.replace("Bread", "My bread"),
        lambda text: text + "A line of mine.\n",
        lambda _: "# Somebody else's\n",
        lambda _: "",
    ],
)
def test_what_somebody_changed_is_left_alone_and_nothing_else_is_written(
    tmp_path: Path, edit: Callable[[str], str]
) -> None:
    write(str(tmp_path), {"canvas.md": "# Bread\n"}, force=False)
    file = tmp_path / "canvas.md"
    changed = edit(file.read_text("utf-8"))
    file.write_text(changed, "utf-8")

    written = write(str(tmp_path), {"canvas.md": "# Cake\n", "plan.md": "# Plan\n"}, force=False)

    assert ((), (problem("document.edited", file=str(file)),)) == written
    assert changed == file.read_text("utf-8")
    assert not (tmp_path / "plan.md").exists()


def test_force_writes_over_what_somebody_changed(tmp_path: Path) -> None:
    (tmp_path / "canvas.md").write_text("mine", "utf-8")

    _, problems = write(str(tmp_path), TEXTS, force=True)

    assert () == problems
    assert marked("# Bread\n", "canvas.md") == (tmp_path / "canvas.md").read_text("utf-8")


def test_a_file_without_a_mark_is_replaced_only_by_the_same(tmp_path: Path) -> None:
    write(str(tmp_path), {"costs.csv": "a,b\n"}, force=False)

    _, same = write(str(tmp_path), {"costs.csv": "a,b\n"}, force=False)
    _, other = write(str(tmp_path), {"costs.csv": "a,c\n"}, force=False)

    assert () == same
    assert (problem("document.edited", file=str(tmp_path / "costs.csv")),) == other
    assert "a,b\n" == (tmp_path / "costs.csv").read_text("utf-8")


def test_the_same_documents_leave_the_files_as_they_are(tmp_path: Path) -> None:
    write(str(tmp_path), TEXTS, force=False)
    before = (tmp_path / "canvas.md").stat()

    paths, _ = write(str(tmp_path), TEXTS, force=False)

    after = (tmp_path / "canvas.md").stat()
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)
    assert str(tmp_path / "canvas.md") in paths


def test_a_file_keeps_who_may_read_it(tmp_path: Path) -> None:
    write(str(tmp_path), TEXTS, force=False)
    (tmp_path / "canvas.md").chmod(0o640)

    write(str(tmp_path), {"canvas.md": "# Cake\n"}, force=False)

    assert 0o640 == (tmp_path / "canvas.md").stat().st_mode & 0o777


def test_a_name_may_lead_into_a_folder_below(tmp_path: Path) -> None:
    write(str(tmp_path), {"notes/canvas.md": "# Bread\n"}, force=False)

    assert (tmp_path / "notes" / "canvas.md").is_file()


@pytest.mark.parametrize(
    "name",
    [
        *("../canvas.md", "a/../../canvas.md", "/etc/canvas.md", "", ".", "..", "a//b.md", "a\\..\\b.md"),
        *("C:canvas.md", "a/", "a\x00.md", "a\nb.md"),
    ],
)
def test_a_name_that_leads_elsewhere_is_refused(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "out"

    paths, problems = write(str(folder), {name: "text", "plan.md": "# Plan\n"}, force=True)

    assert () == paths
    assert ["document.elsewhere"] == [one.code for one in problems]
    assert [] == list(tmp_path.iterdir())


def test_a_link_that_leads_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "link").symlink_to(tmp_path / "elsewhere")

    _, problems = write(str(tmp_path / "out"), {"link/canvas.md": "text"}, force=True)

    assert (problem("document.elsewhere", file="link/canvas.md"),) == problems
    assert [] == list((tmp_path / "elsewhere").iterdir())


def test_a_folder_that_is_a_file_can_not_be_written(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file", "utf-8")

    with pytest.raises(OutsideFailed) as failed:
        write(str(tmp_path / "out"), TEXTS, force=True)

    assert "outside.cannot_write" == failed.value.problem.code
    assert "a file" == (tmp_path / "out").read_text("utf-8")


@pytest.mark.parametrize(
    ("number", "code"), [(errno.ENOSPC, "outside.disk_full"), (errno.EIO, "outside.cannot_write")]
)
def test_a_disk_that_fails_leaves_every_file_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, code: str
) -> None:
    write(str(tmp_path), TEXTS, force=False)
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    synced: list[int] = []

    def fsync(descriptor: int) -> None:
        synced.append(descriptor)
        if len(synced) == 2:  # the first file went well
            raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", fsync)
    with pytest.raises(OutsideFailed) as failed:
        write(str(tmp_path), {"canvas.md": "# Cake\n", "plan.md": "# Another\n"}, force=False)

    assert code == failed.value.problem.code
    assert before == {path.name: path.read_bytes() for path in tmp_path.iterdir()}
