"""flow list, show, check, schema, new."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import Wizard


def test_the_shipped_flows_are_listed(wizard: Wizard) -> None:
    assert wizard("flow", "list").out.startswith("business-model  Business model in seven steps (7 steps, 90")


def test_show_lists_steps_questions_and_fields(wizard: Wizard) -> None:
    out = wizard("flow", "show", "business-model").out
    assert "1 Customer segments (segments, 15 minutes)" in out
    assert "  segments (cards): Who has the problem?\n    name, who, job, pains, gains, size" in out


def test_check_prints_every_problem_of_every_file(wizard: Wizard, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("flow: a\ntitle: A\nsteps:\n  - {id: x, titel: X}\n", "utf-8")
    (tmp_path / "b.yaml").write_text("flow: b\ntitle: B\nstep: []\nsteps: [\n", "utf-8")
    ended = wizard("flow", "check", "a.yaml", "b.yaml", "business-model")
    assert 1 == ended.code
    assert "a.yaml:4:13: flow.unknown_key: " in ended.out
    assert "  - {id: x, titel: X}\n" in ended.out
    assert "            ^" in ended.out
    assert "Did you mean title?" in ended.out
    assert "b.yaml:" in ended.out
    assert "business-model: fine." in ended.err


def test_a_fine_flow_ends_with_0(wizard: Wizard) -> None:
    assert (0, "") == wizard("flow", "check", "business-model")[:2]


def test_check_reads_the_galleries_of_a_flow_too(wizard: Wizard, tmp_path: Path) -> None:
    (tmp_path / "learn").mkdir()
    flow = "flow: a\ntitle: A\nlearn: [learn/carts.yaml]\nsteps: [{id: s, title: S}]\n"
    (tmp_path / "a.yaml").write_text(flow, "utf-8")
    carts = tmp_path / "learn" / "carts.yaml"
    carts.write_text("gallery: carts\ngroups:\n  - title: A\n    entries: [{titel: B}]\n", "utf-8")
    ended = wizard("flow", "check", "a.yaml")
    assert 1 == ended.code
    assert "learn/carts.yaml:4:16: flow.unknown_key: " in ended.out
    assert "\n    entries: [{titel: B}]\n               ^" in ended.out
    assert "fine" not in ended.err
    carts.write_text("gallery: carts\ngroups: [{title: A, entries: [{title: B}]}]\n", "utf-8")
    assert (0, "") == wizard("flow", "check", "a.yaml")[:2]


def test_a_new_flow_is_fine_and_nothing_is_overwritten(wizard: Wizard, tmp_path: Path) -> None:
    assert 0 == wizard("flow", "new", "mine/flow.yaml").code
    assert 0 == wizard("flow", "check", "mine/flow.yaml").code
    before = (tmp_path / "mine" / "flow.yaml").read_bytes()
    assert 2 == wizard("flow", "new", "mine/flow.yaml").code
    assert before == (tmp_path / "mine" / "flow.yaml").read_bytes()


def test_the_schema_is_a_json_schema(wizard: Wizard) -> None:
    schema = json.loads(wizard("flow", "schema").out)
    assert "$defs" in schema
