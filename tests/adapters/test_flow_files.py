"""Flow files and what they use: found beside the flow or among the shipped ones, and nowhere else."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import msgspec
import pytest

from tests.core.flow.flows import codes, flow_text, places, said, unmarked
from wizard.adapters.flow_files import MOST_FILES, FlowFiles
from wizard.adapters.resources import flows_folder
from wizard.core.expressions import Expression, Prose
from wizard.core.problems import Mark, Problem
from wizard.ports import LoadedFlow

TEMPLATE = "# {{ name }}\n"
DOCUMENT = "documents: [{file: a.md, template: a.md.j2}]"


def write(folder: Path, texts: dict[str, str]) -> None:
    for name, text in texts.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")


def loaded(folder: Path, **texts: str) -> LoadedFlow | tuple[Problem, ...]:
    """What the flow `flow.yaml` of a folder comes to, when these files are put there."""
    write(folder, texts)
    return FlowFiles().load(str(folder / "flow.yaml"))


def fine(found: LoadedFlow | tuple[Problem, ...]) -> LoadedFlow:
    assert isinstance(found, LoadedFlow), said(found)
    return found


def content(given: object) -> object:
    """What a part of a flow says, without where it stands."""
    if isinstance(given, Expression | Prose):
        return given.source
    if isinstance(given, Mark):
        return None
    if isinstance(given, msgspec.Struct):
        return (type(given), *(content(getattr(given, name)) for name in given.__struct_fields__))
    if isinstance(given, Mapping):
        return {name: content(item) for name, item in given.items()}
    return [content(item) for item in given] if isinstance(given, tuple) else given


def wrong(found: LoadedFlow | tuple[Problem, ...]) -> tuple[Problem, ...]:
    assert isinstance(found, tuple), "no problem was found"
    return found


@pytest.mark.parametrize("flow", FlowFiles().shipped())
def test_every_shipped_flow_is_without_problems_and_warnings(flow: str) -> None:
    found = fine(FlowFiles().load(flow))

    assert flow == found.flow.id
    assert () == found.warnings


@pytest.mark.parametrize("flow", FlowFiles().shipped())
def test_the_templates_of_a_shipped_flow_name_only_what_it_has(flow: str) -> None:
    files = FlowFiles()
    found = fine(files.load(flow))

    assert () == files._check_templates(found)


def test_a_flow_is_kept_whole_and_comes_back_the_same(tmp_path: Path) -> None:
    write(tmp_path, {"flow.yaml": flow_text(top="use: [kinds.yaml]", rest=DOCUMENT)})
    write(tmp_path, {"kinds.yaml": "lib: kinds\noptions: {sizes: {s: Small}}\n", "a.md.j2": TEMPLATE})
    before = fine(FlowFiles().load(str(tmp_path / "flow.yaml")))
    for path in tmp_path.iterdir():
        path.unlink()
    after = fine(FlowFiles().restored(before.text))

    assert before.flow.digest == after.flow.digest
    assert before.text == after.text
    assert content(before.flow) == content(after.flow)
    assert {"a.md.j2": TEMPLATE} == after.templates


@pytest.mark.parametrize("flow", FlowFiles().shipped())
def test_a_shipped_flow_is_kept_whole_and_comes_back_the_same(flow: str) -> None:
    before = fine(FlowFiles().load(flow))
    after = fine(FlowFiles().restored(before.text))

    assert before.flow.digest == after.flow.digest
    assert content(before.flow) == content(after.flow)


def test_another_text_has_another_digest(tmp_path: Path) -> None:
    write(tmp_path, {"a.yaml": flow_text(), "b.yaml": flow_text(top="# A remark"), "c/a.yaml": flow_text()})
    a, b, same = (fine(FlowFiles().load(str(tmp_path / name))) for name in ("a.yaml", "b.yaml", "c/a.yaml"))

    assert a.flow.digest != b.flow.digest
    assert a.flow.digest == same.flow.digest


def test_a_flow_that_is_not_there_is_told_with_those_that_are() -> None:
    (problem,) = wrong(FlowFiles().load("business-modle"))

    assert "flow.not_found" == problem.code
    assert "business-model" in problem.details["known"]  # type: ignore[operator]


@pytest.mark.parametrize("reference", ["", ".", "/", "a\0b", "x" * 5000, "../" * 100])
def test_any_reference_gives_a_problem_and_no_traceback(reference: str) -> None:
    assert ["flow.not_found"] == codes(wrong(FlowFiles().load(reference)))


def test_files_are_found_beside_the_flow_before_the_shipped_ones(tmp_path: Path) -> None:
    own = "lib: relationships\noptions: {stages: {first: First}}\n"
    write(tmp_path, {"flow.yaml": flow_text(top="use: [lib/relationships.yaml]")})
    assert "acquire" in fine(FlowFiles().load(str(tmp_path / "flow.yaml"))).flow.options["stages"]
    write(tmp_path, {"lib/relationships.yaml": own})
    assert ["first"] == list(fine(FlowFiles().load(str(tmp_path / "flow.yaml"))).flow.options["stages"])


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("include.not_found", "lib/nothing.yaml"),
        ("include.not_found", "x" * 300),
        ("include.outside", "../kinds.yaml"),
        ("include.outside", "lib/../../kinds.yaml"),
        ("include.outside", "/etc/hostname"),
    ],
)
def test_a_file_that_cant_be_used_is_told_where_it_is_named(tmp_path: Path, code: str, name: str) -> None:
    write(tmp_path, {"kinds.yaml": "lib: kinds\n"})
    text, (mark,) = unmarked(flow_text(top=f"use: [¦{name}]"), str(tmp_path / "in" / "flow.yaml"))
    write(tmp_path, {"in/flow.yaml": text})
    found = wrong(FlowFiles().load(str(tmp_path / "in" / "flow.yaml")))

    assert [(code, mark.file, mark.line, mark.column)] == places(found)


def test_a_link_that_leads_outside_is_refused(tmp_path: Path) -> None:
    write(tmp_path, {"kinds.yaml": "lib: kinds\n", "in/flow.yaml": flow_text(top="use: [kinds.yaml]")})
    (tmp_path / "in" / "kinds.yaml").symlink_to(tmp_path / "kinds.yaml")

    assert ["include.outside"] == codes(wrong(FlowFiles().load(str(tmp_path / "in" / "flow.yaml"))))


def test_a_link_that_leads_to_itself_is_told(tmp_path: Path) -> None:
    write(tmp_path, {"flow.yaml": flow_text(top="use: [kinds.yaml]")})
    (tmp_path / "kinds.yaml").symlink_to("kinds.yaml")

    assert ["include.not_found"] == codes(wrong(FlowFiles().load(str(tmp_path / "flow.yaml"))))


def test_what_needs_a_missing_file_is_not_blamed_too(tmp_path: Path) -> None:
    text = flow_text(
        "- {id: q, type: choice, ask: A?, options: stages}\n- {id: r, ask: A?, when: total > 1}",
        top="use: [gone.yaml]",
        steps="- use: gone.step",
        rest="coach: [{use: gone}, {id: c, when: total > 2, about: [else_where], say: No}]",
    )
    write(tmp_path, {"flow.yaml": text})

    assert ["include.not_found"] == codes(wrong(FlowFiles().load(str(tmp_path / "flow.yaml"))))


def test_files_that_use_each_other_in_a_circle_are_told_with_the_way(tmp_path: Path) -> None:
    write(tmp_path, {"flow.yaml": flow_text(top="use: [a.yaml]")})
    write(tmp_path, {"a.yaml": "lib: a\nuse: [b.yaml]\n", "b.yaml": "lib: b\nuse: [a.yaml]\n"})
    (problem,) = wrong(FlowFiles().load(str(tmp_path / "flow.yaml")))

    assert ("include.circle", "a.yaml → b.yaml → a.yaml") == (problem.code, problem.details["circle"])
    assert [("include.circle", str(tmp_path / "b.yaml"), 2, 7)] == places((problem,))


def test_a_file_that_two_others_use_is_read_once(tmp_path: Path) -> None:
    write(tmp_path, {"flow.yaml": flow_text(top="use: [a.yaml, b.yaml]"), "c.yaml": "lib: c\n"})
    write(tmp_path, {"a.yaml": "lib: a\nuse: [c.yaml]\n", "b.yaml": "lib: b\nuse: c.yaml\n"})

    fine(FlowFiles().load(str(tmp_path / "flow.yaml")))


def test_a_flow_may_use_so_many_files_and_no_more(tmp_path: Path) -> None:
    names = [f"l{n}.yaml" for n in range(MOST_FILES)]
    write(tmp_path, {name: f"lib: {Path(name).stem}\n" for name in names})
    write(tmp_path, {"flow.yaml": flow_text(top=f"use: [{', '.join(names[:-1])}]")})
    fine(FlowFiles().load(str(tmp_path / "flow.yaml")))
    write(tmp_path, {"flow.yaml": flow_text(top=f"use: [{', '.join(names)}]")})

    assert ["include.too_many"] == codes(wrong(FlowFiles().load(str(tmp_path / "flow.yaml"))))


def test_a_mistake_in_a_file_that_is_used_is_told_with_its_path(tmp_path: Path) -> None:
    library, marks = unmarked(
        "lib: kinds\n¦option: {}\ntitle: ¦{{ kinds }}\n", str(tmp_path / "lib" / "kinds.yaml")
    )
    write(tmp_path, {"flow.yaml": flow_text(top="use: [lib/kinds.yaml]"), "lib/kinds.yaml": library})
    found = wrong(FlowFiles().load(str(tmp_path / "flow.yaml")))

    assert [("flow.unknown_key", marks[0]), ("yaml.braces", marks[1])] == [
        (one.code, one.mark) for one in found
    ]


def test_mistakes_of_yaml_and_of_the_flow_come_together_in_order(tmp_path: Path) -> None:
    text, marks = unmarked(
        flow_text(
            """
            - {id: q, ask: A?, ¦requird: true}
            - {id: r, ask: ¦!x A?}
            - {id: s, ask: A?, when: ¦nmae == 'x'}
            """
        ),
        str(tmp_path / "flow.yaml"),
    )
    found = wrong(loaded(tmp_path, **{"flow.yaml": text}))

    assert ["flow.unknown_key", "yaml.tag", "name.unknown"] == codes(found)
    assert marks == [problem.mark for problem in found]


def test_braces_without_quotes_are_told_once(tmp_path: Path) -> None:
    found = wrong(loaded(tmp_path, **{"flow.yaml": flow_text("- id: q\n  ask: A?\n  when: {{ stage }}\n")}))

    assert ["yaml.braces"] == codes(found)


@pytest.mark.parametrize("text", [b"", b"\xff\xfe", b"\0", b"- " * 600_000])
def test_a_file_that_is_no_yaml_gives_a_problem(tmp_path: Path, text: bytes) -> None:
    (tmp_path / "flow.yaml").write_bytes(text)

    assert wrong(FlowFiles().load(str(tmp_path / "flow.yaml")))


def test_the_canvas_of_a_flow_is_found_among_the_shipped_ones(tmp_path: Path) -> None:
    found = fine(loaded(tmp_path, **{"flow.yaml": flow_text(top="canvas: business-model")}))

    assert found.flow.layout is not None
    assert 9 == len(found.flow.layout.blocks)


def test_a_canvas_that_is_not_there_is_told_once(tmp_path: Path) -> None:
    text = flow_text("- {id: q, ask: A?, block: left}", top="canvas: nowhere")

    assert ["include.not_found"] == codes(wrong(loaded(tmp_path, **{"flow.yaml": text})))


def test_a_template_that_is_not_there_is_told(tmp_path: Path) -> None:
    (problem,) = wrong(loaded(tmp_path, **{"flow.yaml": flow_text(rest=DOCUMENT)}))

    assert problem.code.startswith("document.")


def test_a_template_that_is_not_there_is_told_with_everything_else(tmp_path: Path) -> None:
    text, marks = unmarked(
        flow_text("- {id: q, ask: A?, ¦requird: true}", rest=DOCUMENT.replace(" a.md.j2", " ¦b.md.j2"))
    )
    found = places(wrong(loaded(tmp_path, **{"flow.yaml": text, "a.md.j2": TEMPLATE})))
    assert [("flow.unknown_key", marks[0].line), ("document.missing", marks[1].line)] == [
        (code, line) for code, _, line, _ in found
    ]


def test_a_template_that_names_what_the_flow_lacks_is_told_with_its_line(tmp_path: Path) -> None:
    files = {"flow.yaml": flow_text(rest=DOCUMENT), "a.md.j2": "# {{ name }}\n\n{{ nmae }}\n"}
    (problem,) = wrong(loaded(tmp_path, **files))

    assert problem.mark is not None
    assert 3 == problem.mark.line
    assert "name" == problem.details["near"]


def test_a_warning_stops_nothing(tmp_path: Path) -> None:
    found = fine(loaded(tmp_path, **{"flow.yaml": flow_text("- {id: q, ask: A?, when: churn > 5}")}))

    assert ["expression.percent_is_fraction"] == codes(found.warnings)


def test_the_example_of_a_flow_is_found_by_the_flow_that_it_names() -> None:
    example = FlowFiles().example("business-model")

    assert example is not None
    assert flows_folder() / "examples" == Path(example).parent
    assert FlowFiles().example("nothing") is None
