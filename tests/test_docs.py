"""What the pages about the flow language show is true: examples are built, tables are complete."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import msgspec
import pytest

from tests.core.flow.flows import built, said, source
from wizard.adapters import flow_files, flow_yaml
from wizard.core.expressions import parse, tokens
from wizard.core.expressions.filters import FILTERS
from wizard.core.expressions.predicates import TESTS
from wizard.core.expressions.signatures import signature
from wizard.core.flow import computed, model, reporting
from wizard.core.flow.build import Sources, build
from wizard.core.flow.gallery import GalleryEntry, GalleryFile, GalleryGroup, gallery
from wizard.core.flow.model import RESERVED
from wizard.core.flow.translating import translated
from wizard.core.words.report import report

DOCS = Path(__file__).resolve().parent.parent / "docs"
TEXT = (DOCS / "flow-language.md").read_text("utf-8")
BLOCK = re.compile(r"^```(\w*) ?(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)

FRAME = """\
flow: docs
title: Docs
canvas: business-model
options:
  phases: {{before: Before, after: After}}
steps:
  - id: frame
    title: Frame
    ask:
      - {{id: name, ask: Name?}}
      - {{id: stage, type: choice, ask: Stage?, options: {{idea: Idea, open: Open}}}}
      - {{id: b2b, type: yesno, ask: Companies?}}
      - {{id: price, type: money, ask: Price?}}
      - id: segments
        type: cards
        ask: Who?
        fields: [{{id: name, ask: Name?}}, {{id: size, type: number, ask: Size?}}]
      - id: channels
        type: cards
        ask: Where?
        fields:
          - {{id: name, ask: Name?}}
          - {{id: segments, type: choice, ask: Whom?, options: segments, pick: 1..}}
          - {{id: phases, type: choice, ask: When?, options: phases, pick: 1..}}
{steps}
{rest}
"""


def blocks(kind: str) -> list[str]:
    return [found[3] for found in BLOCK.finditer(TEXT) if (found[1], found[2]) == ("yaml", kind)]


def indented(text: str, spaces: int) -> str:
    return "".join(f"{' ' * spaces}{line}" for line in text.splitlines(keepends=True))


def framed() -> Iterator[str]:
    yield from blocks("")
    for text in blocks("question"):
        yield FRAME.format(steps=indented(text, 6), rest="")
    for text in blocks("step"):
        yield FRAME.format(steps=indented(text, 2), rest="")
    for text in blocks("top"):
        yield FRAME.format(steps="", rest=text)


CANVAS = (Path(__file__).resolve().parent.parent / "flows/canvases/business-model.yaml").read_text("utf-8")


@pytest.mark.parametrize("text", [*framed()])
def test_an_example_has_no_problem(text: str) -> None:
    found = built(text, layout=CANVAS)

    assert [] == said(found.problems)


def test_the_example_of_a_library_fits_the_flow_that_uses_it() -> None:
    (library,), (uses,) = blocks("library"), blocks("uses")
    found = built(f"flow: docs\ntitle: Docs\n{uses}", {"lib/sizes.yaml": library})

    assert [] == said(found.problems)
    assert found.flow is not None
    assert ["cups"] == [step.id for step in found.flow.steps]


def test_the_example_of_a_canvas_is_one() -> None:
    (canvas,) = blocks("canvas")
    flow = "flow: docs\ntitle: Docs\ncanvas: two-boxes\nsteps: []\n"
    found = build(Sources(source("flow.yaml", flow), (), source("canvas.yaml", canvas), ""))

    assert [] == said(found.problems)
    assert found.flow is not None
    assert found.flow.layout is not None


def test_the_example_of_a_gallery_is_one() -> None:
    (text,) = blocks("gallery")
    read = source("gallery.yaml", text)
    assert read.node is not None
    found, problems = gallery(read.file, read.lines, read.node)

    assert [] == said(problems)
    assert ["One pitch", "Events"] == [entry.title for _, entry in found.entries()]


def test_the_example_of_a_translation_is_one_of_the_whole_flow() -> None:
    (text,) = blocks("translation")
    flow = Sources(source("flow.yaml", blocks("")[0]), (), None, "")
    found = translated(flow, source("i18n/de/flow.yaml", text), "de")

    assert [] == said((*found.problems, *build(found.sources).problems))
    assert () == found.missing


def test_the_message_at_the_top_is_what_is_said() -> None:
    text = blocks("")[0].replace("stage == 'open'", "stage == 'opne'")
    (problem,) = built(text).problems
    shown = report(problem, text.split("\n")).replace("flow.yaml:", "my-flow.yaml:", 1)

    assert f"```\n{shown}\n```\n" in TEXT


def test_every_kind_of_block_is_tried() -> None:
    kinds = {found[2] for found in BLOCK.finditer(TEXT) if found[1] == "yaml"}

    assert {"", "question", "step", "top", "library", "uses", "canvas", "gallery", "translation"} == kinds


def structs() -> list[type[msgspec.Struct]]:
    questions = get_args(model.Question)
    return [
        *(model.FlowFile, model.LibraryFile, model.Step, model.Computed, model.CoachRule, model.Document),
        *(model.Unless, model.Sensitivity, model.Fit),
        *(model.Layout, model.Grid, model.Block, model.Option, model.Rule, model.Examples, model.Cell),
        *(GalleryFile, GalleryGroup, GalleryEntry),
        *questions,
    ]


@pytest.mark.parametrize("kind", structs(), ids=lambda kind: kind.__name__)
def test_every_key_is_explained(kind: type[msgspec.Struct]) -> None:
    keys = {field.encode_name for field in msgspec.structs.fields(kind)}

    assert set() == {key for key in keys if f"`{key}`" not in TEXT}


@pytest.mark.parametrize("kind", get_args(model.Question), ids=lambda kind: kind.__name__)
def test_every_type_of_question_has_an_example(kind: Any) -> None:
    tag = kind.__struct_config__.tag

    assert re.search(rf"^###.*`{tag}`", TEXT, re.MULTILINE)
    assert tag == "text" or f"type: {tag}" in "".join(blocks("question"))


@pytest.mark.parametrize(("name", "found"), [*FILTERS.items(), *TESTS.items()])
def test_every_filter_and_test_is_listed_as_it_is(name: str, found: Any) -> None:
    example = found.example.replace("|", "\\|")

    assert f"| `{signature(name, found)}` | {found.doc} | `{example}` |\n" in TEXT


def test_no_filter_or_test_is_listed_that_does_not_exist() -> None:
    rows = re.findall(r"^\| `([^`(]+)(?:\([^`]*)?` \| .* \| `.*` \|$", TEXT, re.MULTILINE)

    assert {*FILTERS, *TESTS} == set(rows)


@pytest.mark.parametrize("word", sorted(RESERVED))
def test_every_reserved_word_is_listed(word: str) -> None:
    assert f"`{word}`" in TEXT


@pytest.mark.parametrize(
    ("what", "limit"),
    [
        ("a file", f"{flow_yaml.MAX_BYTES // 1024**2} MiB, in UTF-8"),
        ("values in a file, with its `*names` written out", flow_yaml.MAX_VALUES),
        ("lists and maps inside each other", flow_yaml.MAX_DEPTH),
        ("files that a flow uses, itself included", flow_files.MOST_FILES),
        ("characters in an expression", parse.MAX_EXPRESSION),
        ("characters in a text", parse.MAX_PROSE),
        ("brackets inside each other in an expression", tokens.MAX_NESTING),
        ("digits of a number", tokens.MAX_DIGITS),
        ("computed values that need each other, one behind the other", computed.MOST_DEEP),
        ("problems that are told at once", reporting.MOST_PROBLEMS),
    ],
)
def test_every_limit_is_stated(what: str, limit: int | str) -> None:
    shown = limit if isinstance(limit, str) else f"{limit:,}"

    assert f"| {what} | {shown} |\n" in TEXT


def test_no_link_between_the_pages_is_broken() -> None:
    for path in DOCS.glob("*.md"):
        for target in re.findall(r"\]\(([^)#:]+\.md)", path.read_text("utf-8")):
            assert (path.parent / target).is_file(), f"{path.name} links to {target}"
