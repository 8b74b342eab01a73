"""export and import: a workshop goes out and comes back the same."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Wizard


def documents(wizard: Wizard, tmp_path: Path, *args: str) -> list[bytes]:
    folder = tmp_path / f"documents-{len(list(tmp_path.iterdir()))}"
    assert 0 == wizard(*args, "--out", str(folder)).code
    return [(folder / file).read_bytes() for file in ("canvas.md", "plan.md")]


@pytest.mark.parametrize("form", ["yaml", "json"])
def test_run_makes_the_same_bytes_from_an_export(
    wizard: Wizard, tmp_path: Path, bread: str, form: str
) -> None:
    wizard("import", bread)
    (tmp_path / "export.yaml").write_text(wizard("export", "bread", "--format", form).out, "utf-8")
    rendered = documents(wizard, tmp_path, "render", "bread")
    assert rendered == documents(wizard, tmp_path, "run", "business-model", "--answers", "export.yaml")


def test_an_export_of_an_import_of_an_export_is_the_same_file(
    wizard: Wizard, tmp_path: Path, bread: str
) -> None:
    id = wizard("import", bread).out.strip()
    first = wizard("export", id).out
    (tmp_path / "export.yaml").write_text(first, "utf-8")
    again = wizard("import", "export.yaml").out.strip()
    assert first == wizard("export", again).out


def test_events_bring_back_everything_with_its_history(wizard: Wizard, tmp_path: Path, bread: str) -> None:
    id = wizard("import", bread).out.strip()
    exported = wizard("export", id, "--format", "events").out
    (tmp_path / "events.jsonl").write_text(exported, "utf-8")
    again = wizard("import", "events.jsonl", "--store", "other.db").out.strip()
    assert exported == wizard("export", again, "--format", "events", "--store", "other.db").out


def test_events_that_were_cut_or_changed_are_refused_with_their_line(
    wizard: Wizard, tmp_path: Path, bread: str
) -> None:
    id = wizard("import", bread).out.strip()
    lines = wizard("export", id, "--format", "events").out.splitlines()
    for broken, line in (
        ([*lines[:4], *lines[5:]], 5),
        ([*lines[:4], "{", *lines[5:]], 5),
        ([lines[0], lines[1].replace("WorkshopStarted", "WorkshopBegun"), *lines[2:]], 2),
    ):
        (tmp_path / "events.jsonl").write_text("\n".join(broken) + "\n", "utf-8")
        ended = wizard("import", "events.jsonl")
        assert (1, True) == (ended.code, f"events.jsonl:{line}:1: import." in ended.err)


def test_a_flow_that_is_not_its_own_is_refused(wizard: Wizard, tmp_path: Path, bread: str) -> None:
    id = wizard("import", bread).out.strip()
    head, *lines = wizard("export", id, "--format", "events").out.splitlines()
    data = json.loads(head)
    data["texts"] = {digest: text.replace("Bread", "Brot") for digest, text in data["texts"].items()}
    data["texts"] = {digest: text + " " for digest, text in data["texts"].items()}
    (tmp_path / "events.jsonl").write_text(
        "\n".join([json.dumps(data, separators=(",", ":")), *lines]) + "\n"
    )
    ended = wizard("import", "events.jsonl")
    assert (1, True) == (ended.code, "import.no_flow" in ended.err)


def test_answers_without_a_flow_need_to_be_told_which(wizard: Wizard, tmp_path: Path) -> None:
    (tmp_path / "answers.yaml").write_text("name: X\n", "utf-8")
    assert 1 == wizard("import", "answers.yaml").code
    assert 0 == wizard("import", "answers.yaml", "--flow", "business-model").code


def test_answers_for_another_flow_are_refused(wizard: Wizard, tmp_path: Path) -> None:
    (tmp_path / "answers.yaml").write_text("flow: something-else\nname: X\n", "utf-8")
    ended = wizard("import", "answers.yaml", "--flow", "business-model")
    assert (1, True) == (ended.code, "answers.yaml:1:7: answers.other_flow" in ended.err)
