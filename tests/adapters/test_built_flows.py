"""A flow that was built before comes back as it was, as long as nothing about it has changed."""

from __future__ import annotations

import builtins
import pickle
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from tests.adapters.test_flow_files import content, fine, write, wrong
from tests.core.flow.flows import codes
from wizard.adapters import built_flows, gathering, this_program
from wizard.adapters.flow_files import FlowFiles
from wizard.adapters.private_folder import PrivateFolder
from wizard.core.problems import Problem
from wizard.ports import LoadedFlow

FLOW = """
flow: stall
title: A stall
use: [lib.yaml]
canvas: own
steps:
  - id: begin
    title: The beginning
    ask:
      - {id: name, ask: What is it called?}
      - {id: level, type: choice, ask: "How busy is {{ name }}?", options: levels, suggest: low}
      - id: goods
        type: cards
        ask: What do you sell?
        fields:
          - {id: price, type: money, ask: "What does one of {{ name }} cost?", min: 0.5}
          - {id: dear, type: yesno, ask: Is it dear?, when: card.price > 2.5}
"""
LIBRARY = """
lib: own
options: {levels: {low: Low, high: {label: High, when: name is defined}}}
compute: {total: {value: goods.price|sum}}
"""
CANVAS = """
canvas: own
title: Own
grid: {columns: 1, rows: 1}
blocks: [{id: all, title: All, hint: All, column: 1, row: 1}]
"""
FILES = {"flow.yaml": FLOW, "lib.yaml": LIBRARY, "canvases/own.yaml": CANVAS}


@pytest.fixture
def names(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The name of each flow that was built in earnest."""
    found: list[str] = []
    real = gathering.outcome

    def outcome(gathered: gathering.Gathering) -> object:
        found.append(next(iter(gathered.texts)))
        return real(gathered)

    monkeypatch.setattr(gathering, "outcome", outcome)
    return found


def files(folder: Path) -> FlowFiles:
    """The flows of a program that has just been started."""
    return FlowFiles(kept=PrivateFolder(folder / "cache"))


def load(folder: Path) -> LoadedFlow | tuple[Problem, ...]:
    return files(folder).load(str(folder / "flow.yaml"))


def test_a_flow_is_built_once_and_comes_back_the_same(tmp_path: Path, names: list[str]) -> None:
    write(tmp_path, FILES)
    first, second = fine(load(tmp_path)), fine(load(tmp_path))

    assert ["flow.yaml"] == names
    assert content(first.flow.file) == content(second.flow.file)
    assert first.flow.digest == second.flow.digest
    assert first.text == second.text
    assert (first.templates, first.folder, first.warnings) == (second.templates, second.folder, ())
    for part in ("steps", "fields", "sources", "options", "computed", "link_fields", "layout"):
        assert content(getattr(first.flow, part)) == content(getattr(second.flow, part)), part
    question = second.flow.entries["goods"].question
    assert question is second.flow.steps[0].ask[2], "one thing, however many names lead to it"


def test_a_workshop_opens_on_what_a_load_has_built(tmp_path: Path, names: list[str]) -> None:
    write(tmp_path, FILES)
    loaded = fine(load(tmp_path))
    restored = fine(files(tmp_path).restored(loaded.text))

    assert ["flow.yaml"] == names
    assert loaded.flow.digest == restored.flow.digest
    assert content(loaded.flow.steps) == content(restored.flow.steps)


@pytest.mark.parametrize("changed", FILES)
def test_whatever_changes_in_any_file_is_seen(tmp_path: Path, names: list[str], changed: str) -> None:
    write(tmp_path, FILES)
    before = fine(load(tmp_path))
    write(tmp_path, {changed: FILES[changed] + "# more\n"})
    after = fine(load(tmp_path))

    assert 2 == len(names)
    assert before.flow.digest != after.flow.digest


def test_a_file_that_is_gone_is_missed(tmp_path: Path) -> None:
    write(tmp_path, FILES)
    load(tmp_path)
    (tmp_path / "lib.yaml").unlink()

    assert "include.not_found" in codes(wrong(load(tmp_path)))


def test_every_problem_is_told_every_time(tmp_path: Path, names: list[str]) -> None:
    write(tmp_path, FILES | {"flow.yaml": FLOW.replace("card.price >", "card.prise >")})

    first, second = wrong(load(tmp_path)), wrong(load(tmp_path))
    assert ["expression.unknown_field"] == codes(first)
    assert first == second
    assert 2 == len(names)


def test_a_warning_is_told_every_time(tmp_path: Path, names: list[str]) -> None:
    share = "type: percent, ask: Which share?, rules: [{when: this > 5, say: Less.}]}"
    write(tmp_path, FILES | {"flow.yaml": FLOW.replace("ask: What is it called?}", share)})
    first, second = fine(load(tmp_path)), fine(load(tmp_path))

    assert first.warnings == second.warnings != ()
    assert 2 == len(names)


def test_another_program_builds_for_itself(
    tmp_path: Path, names: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, FILES)
    fine(load(tmp_path))
    monkeypatch.setattr(this_program, "__version__", "99")
    fine(load(tmp_path))

    assert 2 == len(names)


class Burglar:
    """What somebody would like to have done while it is read."""

    def __reduce__(self) -> tuple[object, ...]:
        return exec, ("import builtins; builtins.burgled = True",)


def test_bytes_can_make_nothing_but_a_flow(tmp_path: Path, names: list[str]) -> None:
    write(tmp_path, FILES)
    folder = PrivateFolder(tmp_path / "cache")
    fine(load(tmp_path))
    (key,) = [path.name for path in (tmp_path / "cache").iterdir()]
    kept = msgspec.msgpack.decode(folder.get(key) or b"", type=built_flows._Kept)
    for bytes in (pickle.dumps(Burglar()), pickle.dumps(["no flow"]), kept.flow[:-9], b""):
        folder.put(key, msgspec.msgpack.encode(msgspec.structs.replace(kept, flow=bytes)))
        names.clear()

        fine(load(tmp_path))
        assert ["flow.yaml"] == names
    assert not hasattr(builtins, "burgled")


def test_a_known_flow_needs_neither_yaml_nor_jinja(tmp_path: Path) -> None:
    write(tmp_path, FILES)
    write(tmp_path, {"kept.json": fine(load(tmp_path)).text})
    code = f"""
import sys
from pathlib import Path
from wizard.adapters.flow_files import FlowFiles
from wizard.adapters.private_folder import PrivateFolder
kept = PrivateFolder(Path({str(tmp_path / "cache")!r}))
FlowFiles(kept=kept).restored(Path({str(tmp_path / "kept.json")!r}).read_text()).flow
print(*{{"yaml", "jinja2", "wizard.core.flow.build", "wizard.core.expressions.check"}} & {{*sys.modules}})
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert "" == done.stdout.strip()
