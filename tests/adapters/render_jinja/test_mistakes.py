"""Mistakes of templates have a code, a file and a line."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.adapters.render_jinja.written import CONTEXT, told
from wizard.adapters.render_jinja import JinjaRenderer
from wizard.core.problems import Mark, Problem
from wizard.core.words import sentence


@pytest.mark.parametrize(
    ("template", "code", "line"),
    [
        ("\n{% if %}", "document.template", 2),
        ("\n{{ x", "document.template", 2),
        ("\n\n{{ nmae }}", "document.unknown_name", 3),
        ("\n{{ segments[0].nmae }}", "document.unknown_field", 2),
        ("\n{{ segments.name }}", "document.list_field", 2),
        ("\n{{ x|nope }}", "document.unknown_filter", 2),
        ("\n{{ x is nope }}", "document.unknown_test", 2),
        ("\n{% include 'nope.j2' %}", "document.missing", 2),
        ("\n{% import 'nope.j2' as n %}", "document.missing", 2),
        ("\n{{ 1 / 0 }}", "document.divides_by_zero", 2),
        ("\n{{ 1 + 'a' }}", "document.failed", 2),
        ("\n{{ x|safe }}", "document.escaping_off", 2),
        ("\n{% autoescape false %}{{ x }}{% endautoescape %}", "document.escaping_off", 2),
        ("\n{{ x|cell|truncate(3) }}", "document.escaped_already", 2),
        ("\n{% filter upper %}a{% endfilter %}", "document.escaped_already", 2),
        ("\n{{ range }}", "document.not_printable", 2),
        ("{% for a in many %}\n{{ loop }}{% endfor %}", "document.not_printable", 2),
        ("{% include 'a.md.j2' %}", "document.endless", 1),
        ("{% macro f() %}{{ f() }}{% endmacro %}{{ f() }}", "document.endless", 1),
        ("{{ " + "(" * 5000, "document.too_nested", 1),
        ("{{ " + "+".join("1" * 5000) + " }}", "document.too_nested", 1),
        ("{% if x %}" * 200 + "{% endif %}" * 200, "document.too_nested", 1),
        ("{% for a in many %}" * 30 + "{% endfor %}" * 30, "document.too_nested", 1),
        ("{{ " + "9" * 5000 + " }}", "document.template", 1),
    ],
)
def test_a_mistake_has_its_code_and_line(template: str, code: str, line: int) -> None:
    found = told(template)

    assert (code, line) == (found.code, found.mark and found.mark.line)


def test_a_mistake_in_an_included_template_is_told_with_its_own_file() -> None:
    found = told("\n\n{% include 'b.j2' %}", b="\n{{ nope }}")

    assert Mark("b.j2", 2, 1) == found.mark


def test_a_template_that_is_not_there_is_told_by_its_name() -> None:
    found = JinjaRenderer(()).render("nope.md.j2", {})

    assert Problem("document.missing", {"template": "nope.md.j2"}) == found


def test_a_file_that_is_no_text_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.md.j2").write_bytes(b"\xff\xfe")

    found = JinjaRenderer((tmp_path,)).render("a.md.j2", {})

    assert Problem("document.not_text", mark=Mark(str(tmp_path / "a.md.j2"), 1, 1)) == found


TEMPLATE_PIECES = st.sampled_from(
    (
        *(
            "{{",
            "}}",
            "{%",
            "%}",
            "{#",
            "#}",
            "\n",
            " ",
            "x",
            "many",
            "segments",
            "|",
            ".",
            "(",
            ")",
            "[",
            "]",
        ),
        *(
            "for a in ",
            "endfor",
            "if ",
            "endif",
            "else",
            "macro m(a)",
            "endmacro",
            "m(x)",
            "set b = ",
            "~",
            "'",
        ),
        *(
            "include ",
            "import ",
            "'b.j2'",
            " as c ",
            "block d",
            "endblock",
            "extends ",
            "__class__",
            "1",
            "0.5",
        ),
        *(
            "cell",
            "join",
            "map",
            "attribute=",
            "sort",
            "where",
            "loop",
            "nothing",
            "*",
            "**",
            "/",
            "%",
            "{",
            "}",
        ),
        *("{{ x }}", "{% for a in segments %}", "{% endfor %}", "{{ a.name }}", "{% if x %}", "{% endif %}"),
    )
)


@settings(max_examples=300)
@given(st.one_of(st.lists(TEMPLATE_PIECES, max_size=12).map("".join), st.text(max_size=30)))
def test_any_text_as_a_template_gives_a_document_or_a_problem(template: str) -> None:
    renderer = JinjaRenderer((), {"a.md.j2": template, "b.j2": "{{ x }}"})
    shapes = {"x": None, "many": None, "segments": frozenset({"name"})}

    for found in (renderer.render("a.md.j2", CONTEXT), *renderer.check("a.md.j2", shapes)):
        assert isinstance(found, str) or sentence(found)
