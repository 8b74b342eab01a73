"""What README and docs/templates.md say is tried: the flow, the commands, the template."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from tests.flows.shipped import minutes, shipped
from wizard.adapters.flow_files import FlowFiles
from wizard.cli import cli
from wizard.core.document import context
from wizard.home import Home
from wizard.imports import Answered, answered
from wizard.ports import LoadedFlow

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
TEMPLATES = (ROOT / "docs" / "templates.md").read_text("utf-8")


def blocks(text: str, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


def test_the_flow_in_the_readme_is_fine(tmp_path: Path) -> None:
    (flow,) = blocks(README, "yaml")
    (tmp_path / "flow.yaml").write_text(flow, "utf-8")
    loaded = FlowFiles().load(str(tmp_path / "flow.yaml"))
    assert isinstance(loaded, LoadedFlow), loaded
    assert () == loaded.warnings


def test_every_command_that_the_readme_lists_exists() -> None:
    names = set(re.findall(r"^canvas-wizard ([a-z]+)", README, re.MULTILINE))
    assert names <= set(cli.list_commands(click.Context(cli)))
    assert len(names) >= 10


def test_the_readme_lists_every_flow_with_the_time_that_it_takes() -> None:
    listed = dict(re.findall(r"^\| `([a-z-]+)` \|.*\| (\d+) \|$", README, re.MULTILINE))

    assert {name: str(minutes(shipped(name))) for name in FlowFiles().shipped()} == listed


def test_the_run_command_of_the_readme_writes_what_it_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    line = next(line for line in README.splitlines() if line.startswith("canvas-wizard run business-model"))
    (tmp_path / "flows").symlink_to(ROOT / "flows")
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(cli, shlex.split(line)[1:])
    assert 0 == done.exit_code, done.output
    written = {"canvas.md", "plan.md", "relationships.md", "numbers.md"}
    assert written == {path.name for path in (tmp_path / "out").iterdir()}


def test_the_files_that_the_docs_point_at_are_there() -> None:
    for folder, text in ((ROOT, README), (ROOT / "docs", TEMPLATES)):
        for target in re.findall(r"\]\(([^)#:]+)\)", text):
            assert (folder / target).exists(), target


def test_the_templates_in_the_docs_render(tmp_path: Path, bread_answers: Answered) -> None:
    texts = []
    for template in blocks(TEMPLATES, "jinja"):
        path = tmp_path / "mine.md.j2"
        path.write_text(template, "utf-8")
        text = FlowFiles().renderer(bread_answers.loaded).render(str(path), context(bread_answers.facts))
        assert isinstance(text, str), text
        texts.append(text)
    assert "- **Home cooks**: reached through Bakery tills, Web shop, Delivery round" in texts[0]
    assert re.search(r"^\| Customer segments \|.* Home cooks \|", texts[1], re.MULTILINE)


def test_the_names_in_the_docs_are_those_that_a_template_has(bread_answers: Answered) -> None:
    table = TEMPLATES.partition("| name | what it is |")[2].partition("\n\n")[0]
    told = set(re.findall(r"^\| ((?:`[a-z_]+`(?:, )?)+) \|", table, re.MULTILINE))
    names = {name for row in told for name in re.findall(r"`([a-z_]+)`", row)}
    made = context(bread_answers.facts)
    flow = bread_answers.loaded.flow
    ours = set(made) - set(flow.entries) - set(flow.computed)
    assert names == ours


@pytest.fixture
def bread_answers(home: Home) -> Answered:
    flows = FlowFiles()
    loaded = flows.load("business-model")
    assert isinstance(loaded, LoadedFlow)
    node, _ = flows.answers(flows.example("business-model") or "")
    found = answered(home, loaded, node)
    assert isinstance(found, Answered)
    return found


@pytest.fixture
def home() -> Home:
    from wizard.cli.start import storeless_home  # noqa: PLC0415 - only these tests need the whole program

    return storeless_home()[0]
