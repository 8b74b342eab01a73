"""What is wrong with a template is known before there are answers."""

from __future__ import annotations

import pytest

from wizard.adapters.render_jinja import JinjaRenderer
from wizard.core.problems import Mark
from wizard.core.words import sentence

SHAPE = {"name": None, "segments": frozenset({"id", "name", "size"}), "channels": frozenset({"id", "kind"})}


def checked(template: str, **others: str) -> list[tuple[str, object, object, Mark | None]]:
    kept = {"a.md.j2": template} | {f"{name}.j2": text for name, text in others.items()}
    found = JinjaRenderer((), kept).check("a.md.j2", SHAPE)
    assert all(sentence(one) for one in found)
    return [(one.code, one.details.get("name"), one.details.get("near"), one.mark) for one in found]


@pytest.mark.parametrize(
    ("template", "code", "name", "near", "line", "column"),
    [
        ("\n{{ nmae }}", "document.unknown_name", "nmae", "name", 2, 4),
        ("{% for s in segments %}\n{{ s.szie }}{% endfor %}", "document.unknown_field", "szie", "size", 2, 6),
        (
            "{% for s in segments|sort %}{{ s.kind }}{% endfor %}",
            "document.unknown_field",
            "kind",
            "id",
            1,
            34,
        ),
        ("{{ segments|first.x }}", "document.unknown_filter", "first.x", "first", 1, 13),
        ("{{ (segments|first).szie }}", "document.unknown_field", "szie", "size", 1, 21),
        ("{{ segments[0].szie }}", "document.unknown_field", "szie", "size", 1, 16),
        ("{{ segments[0]['szie'] }}", "document.unknown_field", "szie", "size", 1, 17),
        ("{{ segments[:2].name }}", "document.list_field", "name", None, 1, 17),
        ("{{ segments|where('nmae', 1) }}", "document.unknown_field", "nmae", "name", 1, 20),
        ("{{ segments|map(attribute='nmae') }}", "document.unknown_field", "nmae", "name", 1, 28),
        ("{% set s = segments|known %}{{ s[0].kid }}", "document.unknown_field", "kid", "id", 1, 37),
        (
            "{% for s in segments %}{{ loop.indx }}{% endfor %}",
            "document.unknown_loop",
            "indx",
            "index",
            1,
            32,
        ),
        ("{% for s in segments %}{% endfor %}\n{{ s }}", "document.unknown_name", "s", None, 2, 4),
        ("{% macro m(a) %}{{ b }}{% endmacro %}", "document.unknown_name", "b", None, 1, 20),
        ("{% import 'b.j2' as b %}{{ b.nht(1) }}", "document.unknown_macro", "nht", "nth", 1, 30),
        ("{% from 'b.j2' import nht %}", "document.unknown_macro", "nht", "nth", 1, 23),
        ("{{ x|cel }}", "document.unknown_name", "x", None, 1, 4),
    ],
)
def test_what_a_template_names_and_the_flow_lacks_is_told_where_it_stands(
    template: str, code: str, name: str, near: str | None, line: int, column: int
) -> None:
    found = checked(template, b="{% macro nth(a) %}{% endmacro %}")

    assert (code, name, near, Mark("a.md.j2", line, column)) in found


def test_every_mistake_is_told_at_once() -> None:
    found = checked("{{ a }}\n{{ b|cel }}\n{% include 'nope.j2' %}")

    assert {"document.unknown_name", "document.unknown_filter", "document.missing"} == {
        one[0] for one in found
    }
    assert 4 == len(found)


@pytest.mark.parametrize(
    "template",
    [
        "{{ name }}{% for s in segments %}{{ s.name }}{{ loop.index }}{% else %}{{ name }}{% endfor %}",
        "{% macro a() %}{{ b() }}{% endmacro %}{% macro b() %}{{ name }}{{ varargs }}{% endmacro %}",
        "{% if name %}{% set y = 1 %}{% endif %}{{ y }}",
        "{% for a, b in [(1, 2)] %}{{ a }}{{ b }}{% endfor %}",
        "{% with y = segments %}{% for s in y|linking(name) %}{{ s.size }}{% endfor %}{% endwith %}",
        "{% import 'b.j2' as p %}{{ p.nth(1) }}{% from 'b.j2' import nth as n %}{{ n(1) }}",
        "{% import 'c.j2' as p with context %}{% include 'c.j2' %}",
        "{% include 'nope.j2' ignore missing %}{% include ['nope.j2', 'c.j2'] %}",
        "{% set ns = namespace(a=1) %}{% set ns.a = 2 %}{{ ns.a }}{{ range(2) }}",
        "{% extends 'd.j2' %}{% block b %}{{ super() }}{{ name }}{% endblock %}",
        "{% call(a) m() %}{{ a }}{% endcall %}{% macro m() %}{{ caller(1) }}{% endmacro %}"[:0]
        + "{{ self.b }}",
        "{% set y %}{{ name }}{% endset %}{{ y }}{{ segments|map(attribute='name')|join(', ') }}",
    ],
)
def test_a_template_that_names_only_what_is_there_has_no_mistakes(template: str) -> None:
    pieces = {
        "b": "{% macro nth(a) %}{{ a }}{% endmacro %}",
        "c": "{{ name }}",
        "d": "{% block b %}{{ name }}{% endblock %}",
    }

    assert [] == checked(template, **pieces)


def test_an_imported_template_does_not_see_the_names_of_the_flow_unless_it_is_given_them() -> None:
    found = checked("{% import 'b.j2' as b %}", b="{% macro m() %}{{ name }}{% endmacro %}")

    assert [("document.unknown_name", "name", None, Mark("b.j2", 1, 19))] == found


def test_templates_that_ask_for_one_another_in_a_circle_are_told() -> None:
    renderer = JinjaRenderer((), {"a.j2": "{% include 'b.j2' %}", "b.j2": "\n{% include 'a.j2' %}"})

    (found,) = renderer.check("a.j2", {})

    assert ("document.circle", "a.j2 → b.j2 → a.j2") == (found.code, found.details["path"])
    assert Mark("b.j2", 2, 13) == found.mark
