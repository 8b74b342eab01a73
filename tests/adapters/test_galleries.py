"""Galleries of flows: found as other files are, kept with the workshop, read only when somebody asks."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.core.flow.flows import codes, flow_text, places, unmarked
from wizard.adapters.flow_files import MOST_FILES, FlowFiles
from wizard.core.flow.gallery import Gallery
from wizard.core.problems import Problem
from wizard.ports import LoadedFlow

CARTS = "gallery: carts\ngroups: [{title: Carts, entries: [{title: Old}, {title: New}]}]\n"
PITCHES = "gallery: pitches\ngroups: [{title: Pitches, entries: [{title: Corner}]}]\n"


def loaded(folder: Path, learn: str, **texts: str) -> LoadedFlow | tuple[Problem, ...]:
    """What a flow that names these galleries comes to. texts: of the files beside it, `_` for a slash."""
    for name, text in texts.items():
        path = folder / f"{name.replace('_', '/')}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    (folder / "flow.yaml").write_text(flow_text(top=f"learn: {learn}"), "utf-8")
    return FlowFiles().load(str(folder / "flow.yaml"))


def gallery(found: LoadedFlow | tuple[Problem, ...]) -> tuple[Gallery, tuple[Problem, ...]]:
    assert isinstance(found, LoadedFlow), codes(found)
    return FlowFiles().gallery(found)


def titles(found: Gallery) -> list[str]:
    return [entry.title for _, entry in found.entries()]


def test_the_galleries_of_a_flow_come_one_behind_the_other(tmp_path: Path) -> None:
    found, problems = gallery(
        loaded(tmp_path, "[learn/pitches.yaml, carts.yaml]", learn_pitches=PITCHES, carts=CARTS)
    )

    assert (["Corner", "Old", "New"], ()) == (titles(found), problems)


def test_a_lone_name_will_do(tmp_path: Path) -> None:
    assert ["Old", "New"] == titles(gallery(loaded(tmp_path, "carts.yaml", carts=CARTS))[0])


def test_a_gallery_is_found_among_the_shipped_ones_unless_one_lies_beside_the_flow(tmp_path: Path) -> None:
    name = "learn/relationships.yaml"
    assert "Community" in titles(gallery(loaded(tmp_path, name))[0])
    assert ["Corner"] == titles(gallery(loaded(tmp_path, name, learn_relationships=PITCHES))[0])


def test_a_flow_without_galleries_has_nothing_to_learn_from(tmp_path: Path) -> None:
    (tmp_path / "flow.yaml").write_text(flow_text(), "utf-8")

    assert (Gallery(), ()) == gallery(FlowFiles().load(str(tmp_path / "flow.yaml")))


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("include.not_found", "learn/nothing.yaml"),
        ("include.outside", "../carts.yaml"),
        ("include.outside", "/etc/hostname"),
    ],
)
def test_a_gallery_that_cant_be_had_is_told_where_it_is_named(tmp_path: Path, code: str, name: str) -> None:
    (tmp_path / "carts.yaml").write_text(CARTS, "utf-8")
    found = loaded(tmp_path / "in", f"[{name}]", carts=CARTS)
    _, (mark,) = unmarked(flow_text(top=f"learn: [¦{name}]"), str(tmp_path / "in" / "flow.yaml"))

    assert isinstance(found, tuple)
    assert [(code, mark.file, mark.line, mark.column)] == places(found)


def test_galleries_count_as_files_that_a_flow_uses(tmp_path: Path) -> None:
    names = [f"g{n}" for n in range(MOST_FILES)]
    found = loaded(
        tmp_path, f"[{', '.join(f'{name}.yaml' for name in names)}]", **dict.fromkeys(names, CARTS)
    )

    assert isinstance(found, tuple)
    assert ["include.too_many"] == codes(found)


def test_loading_a_flow_reads_no_gallery(tmp_path: Path) -> None:
    """A gallery that is no YAML at all stops nobody from working; who opens it is told."""
    found = loaded(tmp_path, "[broken.yaml, carts.yaml]", broken="gallery: [", carts=CARTS)
    shown, problems = gallery(found)

    assert ["yaml.bracket_open"] == codes(problems)
    assert ["Old", "New"] == titles(shown)


def test_mistakes_are_told_with_the_path_of_the_file_each_line_once(tmp_path: Path) -> None:
    text, (first, second) = unmarked(
        "gallery: a\ngroups:\n  - title: ¦{{ a }}\n    entries: [{title: B, ¦txet: C}]\n",
        str(tmp_path / "learn" / "carts.yaml"),
    )
    _, problems = gallery(loaded(tmp_path, "[learn/carts.yaml]", learn_carts=text))

    assert [("yaml.braces", first), ("flow.unknown_key", second)] == [(p.code, p.mark) for p in problems]
    assert FlowFiles().lines(first.file) is not None


def test_a_workshop_keeps_its_galleries(tmp_path: Path) -> None:
    before = loaded(tmp_path, "[carts.yaml, learn/relationships.yaml]", carts=CARTS)
    assert isinstance(before, LoadedFlow)
    for path in tmp_path.iterdir():
        path.unlink()
    after = FlowFiles().restored(before.text)

    assert gallery(before) == gallery(after)
    assert ["Old", "New"] == titles(gallery(after)[0])[:2]


def test_a_workshop_that_kept_none_has_nothing_to_learn_from() -> None:
    """One that was begun with an older program."""
    text = '{"main": "a.yaml", "files": {"a.yaml": "flow: a\\ntitle: A\\nsteps: [{id: s, title: S}]\\n"}}'

    assert (Gallery(), ()) == gallery(FlowFiles().restored(text))
