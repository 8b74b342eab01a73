"""run, render, check: what scripts do."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Wizard

SMALL = """
flow: small
title: Small
name_from: name
steps:
  - id: one
    title: One
    ask:
      - {id: name, ask: What is it called?, required: true}
      - {id: price, type: money, ask: What does it cost?, max: 100}
      - id: people
        type: cards
        ask: Who?
        fields: [{id: name, ask: Name, required: true}]
coach:
  - {id: nobody, when: people|length == 0, severity: block, about: [people], say: Nobody is in it.}
documents:
  - {file: small.md, template: small.md.j2}
"""
DOCUMENTS = ["out/canvas.md", "out/plan.md", "out/relationships.md", "out/numbers.md"]
"""What the shipped flow writes, in its order."""


@pytest.fixture
def small(tmp_path: Path) -> str:
    (tmp_path / "small.yaml").write_text(SMALL, encoding="utf-8")
    (tmp_path / "small.md.j2").write_text(
        "# {{ name }}\n\n{% for p in people %}\n- {{ p.name }}\n{% endfor %}\n", "utf-8"
    )
    return "small.yaml"


def answers(tmp_path: Path, text: str) -> str:
    (tmp_path / "answers.yaml").write_text(text, encoding="utf-8")
    return "answers.yaml"


def test_run_writes_the_documents_of_the_shipped_example(wizard: Wizard, tmp_path: Path, bread: str) -> None:
    ended = wizard("run", "business-model", "--answers", bread, "--out", "out")
    assert (0, DOCUMENTS) == (ended.code, ended.out.split())
    assert (tmp_path / "out" / "canvas.md").read_text("utf-8").startswith("# Bread Again\n")


def test_run_makes_the_same_bytes_every_time(wizard: Wizard, tmp_path: Path, bread: str) -> None:
    for folder in ("a", "b"):
        wizard("run", "business-model", "--answers", bread, "--out", folder)
    for file in ("canvas.md", "plan.md"):
        assert (tmp_path / "a" / file).read_bytes() == (tmp_path / "b" / file).read_bytes()


def test_run_names_its_folder_after_the_venture(wizard: Wizard, tmp_path: Path, small: str) -> None:
    path = answers(tmp_path, "name: Bread & Butter\npeople: [{name: Ann}]\n")
    assert 0 == wizard("run", small, "--answers", path).code
    assert (tmp_path / "bread-butter" / "small.md").is_file()


def test_run_leaves_no_workshop_behind(wizard: Wizard, tmp_path: Path, bread: str) -> None:
    wizard("run", "business-model", "--answers", bread, "--out", "out")
    assert not (tmp_path / "own-store").exists()


def test_every_mistake_in_the_answers_comes_at_once_with_its_place(
    wizard: Wizard, tmp_path: Path, small: str
) -> None:
    path = answers(tmp_path, "nmae: X\nprice: 300\npeople:\n  - {name: Ann, age: 3}\n  - Bob\n")
    ended = wizard("run", small, "--answers", path, "--out", "out")
    places = [line.split(": ")[:2] for line in ended.err.splitlines() if line.startswith("answers.yaml:")]
    assert [
        ["answers.yaml:1:1", "answers.unknown_question"],
        ["answers.yaml:2:8", "answer.too_large"],
        ["answers.yaml:4:17", "answers.unknown_field"],
        ["answers.yaml:5:5", "answers.card_wanted"],
    ] == sorted(places)
    assert (1, "") == (ended.code, ended.out)
    assert "Did you mean name?" in ended.err
    assert not (tmp_path / "out").exists()


def test_a_missing_required_answer_writes_the_documents_and_ends_with_1(
    wizard: Wizard, tmp_path: Path, small: str
) -> None:
    ended = wizard("run", small, "--answers", answers(tmp_path, "people: [{name: Ann}]\n"), "--out", "out")
    assert 1 == ended.code
    assert "answer.required" in ended.err
    assert (tmp_path / "out" / "small.md").is_file()


def test_a_finding_that_blocks_writes_the_documents_and_ends_with_1(
    wizard: Wizard, tmp_path: Path, small: str
) -> None:
    ended = wizard("run", small, "--answers", answers(tmp_path, "name: X\n"), "--out", "out")
    assert (1, True) == (ended.code, (tmp_path / "out" / "small.md").is_file())
    assert "block: Nobody is in it." in ended.err


def test_run_without_answers_and_without_a_terminal_says_what_is_missing(wizard: Wizard) -> None:
    ended = wizard("run", "business-model")
    assert 2 == ended.code
    assert "--answers" in ended.err


def test_a_document_that_was_changed_by_hand_is_left_alone_until_forced(
    wizard: Wizard, tmp_path: Path, small: str
) -> None:
    path = answers(tmp_path, "name: X\npeople: [{name: Ann}]\n")
    wizard("run", small, "--answers", path, "--out", "out")
    document = tmp_path / "out" / "small.md"
    document.write_text(document.read_text("utf-8") + "My own words.\n", encoding="utf-8")
    ended = wizard("run", small, "--answers", path, "--out", "out")
    assert (1, True) == (ended.code, "My own words." in document.read_text("utf-8"))
    assert 0 == wizard("run", small, "--answers", path, "--out", "out", "--force").code
    assert "My own words." not in document.read_text("utf-8")


def test_a_flow_that_is_broken_ends_with_1(wizard: Wizard, tmp_path: Path) -> None:
    (tmp_path / "broken.yaml").write_text("flow: broken\ntitel: X\nsteps: []\n", encoding="utf-8")
    ended = wizard("run", "broken.yaml", "--answers", answers(tmp_path, "name: X\n"))
    assert 1 == ended.code
    assert "broken.yaml:2:1: flow.unknown_key" in ended.err


def test_what_one_rule_says_of_several_cards_is_told_once(wizard: Wizard, tmp_path: Path) -> None:
    steps = "steps: [{id: a, title: A, ask: [{id: segs, type: cards, ask: Who?, fields: [{id: n, ask: N}]}]}]"
    rule = "coach: [{id: short, each: one in segs, when: one.n == 'x', say: 'Say more.'}]"
    (tmp_path / "flow.yaml").write_text(f"flow: small\ntitle: S\n{steps}\n{rule}\n", "utf-8")
    given = answers(tmp_path, "segs: [{n: x}, {n: x}, {n: x}]\n")
    ended = wizard("check", "--answers", given, "--flow", "flow.yaml")
    assert "tip: Say more. (and 2 more like it)\n" == ended.out
    assert ended.out in wizard("run", "flow.yaml", "--answers", given, "--out", "out").err


def test_a_flow_that_does_not_exist_ends_with_2_and_names_those_that_do(
    wizard: Wizard, tmp_path: Path
) -> None:
    ended = wizard("run", "busines-model", "--answers", answers(tmp_path, "name: X\n"))
    assert 2 == ended.code
    assert "business-model" in ended.err


def test_an_answers_file_that_is_not_there_is_said(wizard: Wizard) -> None:
    ended = wizard("run", "business-model", "--answers", "nowhere.yaml")
    assert 1 == ended.code
    assert "nowhere.yaml" in ended.err


def test_a_folder_that_cannot_be_written_ends_with_3(wizard: Wizard, tmp_path: Path, bread: str) -> None:
    (tmp_path / "out").write_text("a file, no folder", encoding="utf-8")
    ended = wizard("run", "business-model", "--answers", bread, "--out", "out")
    assert 3 == ended.code
    assert "out" in ended.err


def test_the_command_line_wins_over_the_files_currency(wizard: Wizard, tmp_path: Path, small: str) -> None:
    path = answers(tmp_path, "currency: USD\nname: X\nprice: 5 GBP\npeople: [{name: Ann}]\n")
    assert 1 == wizard("run", small, "--answers", path, "--out", "a").code
    assert 0 == wizard("run", small, "--answers", path, "--out", "a", "--currency", "GBP").code


def test_check_says_what_the_coach_finds(wizard: Wizard, tmp_path: Path, small: str) -> None:
    ended = wizard("check", "--answers", answers(tmp_path, "name: X\n"), "--flow", small)
    assert (1, "block: Nobody is in it.\n") == (ended.code, ended.out)


def test_check_takes_the_flow_that_the_file_names(wizard: Wizard, bread: str) -> None:
    ended = wizard("check", "--answers", bread)
    assert 0 == ended.code
    assert ended.out.startswith("warn: ")


def test_check_wants_one_thing_to_check(wizard: Wizard) -> None:
    assert 2 == wizard("check").code


def test_render_writes_a_workshops_documents(wizard: Wizard, tmp_path: Path, bread: str) -> None:
    wizard("import", bread)
    ended = wizard("render", "Bread Again", "--out", "out")
    assert (0, DOCUMENTS) == (ended.code, ended.out.split())
    wizard("run", "business-model", "--answers", bread, "--out", "run")
    assert (tmp_path / "run" / "plan.md").read_bytes() == (tmp_path / "out" / "plan.md").read_bytes()


def test_render_takes_a_template_of_ones_own(wizard: Wizard, tmp_path: Path, bread: str) -> None:
    wizard("import", bread)
    (tmp_path / "mine.md.j2").write_text("Hello {{ name }}, {{ segments|length }} segments.\n", "utf-8")
    ended = wizard("render", "bread", "--template", "mine.md.j2", "--out", "out")
    assert (0, "out/mine.md\n") == (ended.code, ended.out)
    assert (tmp_path / "out" / "mine.md").read_text("utf-8").startswith("Hello Bread Again, 3 segments.\n")


def test_a_template_with_a_mistake_is_named_with_file_and_line(
    wizard: Wizard, tmp_path: Path, bread: str
) -> None:
    wizard("import", bread)
    (tmp_path / "mine.md.j2").write_text("Hello\n{{ nmae }}\n", "utf-8")
    ended = wizard("render", "bread", "--template", "mine.md.j2", "--out", "out")
    assert 1 == ended.code
    assert "mine.md.j2:2:" in ended.err
    assert not (tmp_path / "out").exists()
