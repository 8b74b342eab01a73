"""A template is compiled once for all programs that come after, and works as if each had done it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from wizard.adapters.private_folder import PrivateFolder
from wizard.adapters.render_jinja import JinjaRenderer
from wizard.adapters.render_jinja.sandbox import DocumentEnvironment
from wizard.core.problems import Mark, Problem

TEMPLATE = "# {{ name }}\n{% include 'piece.j2' %}"
PIECE = "{% for card in cards %}\n- {{ card ~ '!' }} {{ 0.1 + 0.2 }}\n{% endfor %}"
NAMES = {"name": "*Bread*", "cards": ["a_b", "<c>"]}


@pytest.fixture
def compiled(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The name of each template that was compiled in earnest."""
    names: list[str] = []
    real = DocumentEnvironment.compile

    def compile(self: DocumentEnvironment, source: Any, name: str, filename: str) -> Any:
        names.append(name)
        return real(self, source, name, filename)

    monkeypatch.setattr(DocumentEnvironment, "compile", compile)
    return names


def renderer(folder: Path, **texts: str) -> JinjaRenderer:
    """What a program that has just been started renders with."""
    given = {"a.md.j2": TEMPLATE, "a.html.j2": TEMPLATE, "piece.j2": PIECE}
    return JinjaRenderer(
        (), given | {name.replace("_", "."): text for name, text in texts.items()}, kept(folder)
    )


def kept(folder: Path) -> PrivateFolder:
    return PrivateFolder(folder / "kept")


def test_the_next_program_need_not_compile(tmp_path: Path, compiled: list[str]) -> None:
    first = renderer(tmp_path).render("a.md.j2", NAMES)
    assert ["a.md.j2", "piece.j2"] == compiled

    assert first == renderer(tmp_path).render("a.md.j2", NAMES)
    assert ["a.md.j2", "piece.j2"] == compiled


def test_each_format_escapes_in_its_own_way(tmp_path: Path) -> None:
    for _ in range(2):
        assert "\\*Bread\\*" in str(renderer(tmp_path).render("a.md.j2", NAMES))
        assert "&lt;c&gt;!" in str(renderer(tmp_path).render("a.html.j2", NAMES))


def test_a_template_that_has_changed_is_compiled(tmp_path: Path, compiled: list[str]) -> None:
    renderer(tmp_path).render("a.md.j2", NAMES)
    compiled.clear()

    assert "other\n" == renderer(tmp_path, piece_j2="other", a_md_j2="{% include 'piece.j2' %}").render(
        "a.md.j2", NAMES
    )
    assert ["a.md.j2", "piece.j2"] == compiled


@pytest.mark.parametrize(
    "wrong", ["{{ name|safe }}", "{{ 1 / 0 }}", "\n{{ nobody }}", "{% for %}", "{{ cards.x.y }}"]
)
def test_a_mistake_is_told_each_time_at_its_place(tmp_path: Path, wrong: str) -> None:
    alone = JinjaRenderer((), {"a.md.j2": wrong}).render("a.md.j2", NAMES)
    assert isinstance(alone, Problem)
    assert isinstance(alone.mark, Mark)

    for _ in range(2):
        assert alone == renderer(tmp_path, a_md_j2=wrong).render("a.md.j2", NAMES)


def test_what_is_kept_and_is_no_code_is_compiled_anew(tmp_path: Path, compiled: list[str]) -> None:
    right = renderer(tmp_path).render("a.md.j2", NAMES)
    for wrong in (b"", b"no code", b"i\x01\x00\x00\x00"):  # the last is the number one
        for path in (tmp_path / "kept").iterdir():
            kept(tmp_path).put(path.name, wrong)
        compiled.clear()

        assert right == renderer(tmp_path).render("a.md.j2", NAMES)
        assert ["a.md.j2", "piece.j2"] == compiled
