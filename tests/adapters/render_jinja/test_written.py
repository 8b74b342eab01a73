"""What people wrote is what the document says, however it gets there."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.adapters.render_jinja.written import ANY_TEXT, SAFE, told, written
from tests.core.reading_markdown import PARSERS, texts
from wizard.adapters.render_jinja import JinjaRenderer
from wizard.core.controls import visible
from wizard.core.printed import Day


@pytest.mark.parametrize(
    ("template", "text"),
    [
        ("{{ x }}", SAFE),
        ("{{ x|cell }}", SAFE),
        ("{{ x|item }}{{ x|item(4) }}", SAFE * 2),
        ("{{ x|item|cell }}{{ x|cell|item }}", SAFE * 2),
        ("{{ x|e }}{{ x|escape }}", SAFE * 2),
        ("{% set y %}{{ x }}{% endset %}{{ y }}", SAFE),
        ("{% macro m(a) %}{{ a }}{% endmacro %}{{ m(x) }}, {{ m(m(x)) }}", f"{SAFE}, {SAFE}"),
        ("{% macro m() %}{{ caller(x) }}{% endmacro %}{% call(a) m() %}{{ a }}{% endcall %}", SAFE),
        ("{% filter indent %}{{ x }}{% endfilter %}", SAFE),
        ("{% block b %}{{ x }}{% endblock %}{{ self.b() }}", SAFE * 2),
        ("{{ x ~ '&' }}", SAFE + "&"),
        ("{{ x|cell ~ '&' ~ x }}", f"{SAFE}&{SAFE}"),
        ("{{ x|cell + '&' }}{{ '&' + x|cell }}", f"{SAFE}&&{SAFE}"),
        ("{{ '%s & %s' % (x, 1) }}", f"{SAFE} & 1"),
        ("{{ '%s'|cell % x }}", SAFE),
        ("{{ '%s'|format(x) }}", SAFE),
        ("{{ '<b>' }}", "\\<b>"),
        ("{{ many }}", "\\*a\\*, \\<b>"),
        ("{{ many|join('&') }}", "\\*a\\*&\\<b>"),
        ("{{ many|map('cell')|join('*') }}", "\\*a\\*\\*\\<b>"),
        ("{{ (x|cell)[:5] }}", "a \\\\\\<b"),
        ("{% for a in many recursive %}{{ a }}{% endfor %}", "\\*a\\*\\<b>"),
        ("{% set ns = namespace(a=1) %}{% set ns.a = x|cell %}{{ ns.a }}", SAFE),
        ("{% with y = x|cell %}{{ y }}{% endwith %}", SAFE),
        ("{{ x|cell if x else x }}", SAFE),
        ("{{ [x|cell, x] }}", f"{SAFE}, {SAFE}"),
        ("{{ nothing|default(x|cell) }}", SAFE),
    ],
)
def test_text_is_escaped_once_however_it_gets_into_the_document(template: str, text: str) -> None:
    assert text + "\n" == written(template)


@pytest.mark.parametrize(
    ("template", "text"),
    [
        ("{{ true }} {{ false }}", "yes no"),
        ("{{ nothing }} {{ nothing.anything.at.all }} {{ none }}", "— — —"),
        ("{{ price }} {{ price * 2 }}", "9.50 EUR 19"),
        ("{{ 1.5 * price }} {{ 10 / 4 }}", "14.25 2.5"),
        ("{{ 2.675|round(2) }} {{ 2.5|round }}", "2.68 3"),
        ("{{ stage }} {{ stage.id }} {{ stage == 'idea' }}", "An \\*idea\\* idea yes"),
        ("{{ segments }}", "Home bakers, Hotels"),
        ("{{ labels.items.items }}", "those of ours"),
        ("{{ segments|sort(attribute='size') }}", "Hotels, Home bakers"),
        ("{{ segments|map(attribute='size')|known }}", "3"),
        ("{{ channels|where('segments', segments[1]) }}", "Counter"),
        ("{{ channels|where('kind', 'sales') }}", "Counter"),
        ("{{ channels|linking(segments[1]) }}", "Counter"),
        ("{{ channels|linking(segments[0])|length }}", "0"),
        ("{{ segments|select|length }}", "2"),
        ("{% for k, v in segments|groupby('size') %}{{ k }}:{{ v }};{% endfor %}", "—:Home bakers;3:Hotels;"),
        ("{{ 'a b c'|truncate(4) }}", "a…"),
        ("{{ many|batch(3, 'z') }}", "\\*a\\*, \\<b>, z"),
        ("{{ 'x,y'.split(',') }}", "x, y"),
    ],
)
def test_values_read_as_people_write_them(template: str, text: str) -> None:
    assert text + "\n" == written(template)


def test_a_day_reads_as_people_write_it() -> None:
    day = Day.of(Day(2026, 2, 1), "1 February 2026")
    renderer = JinjaRenderer((), {"a.md.j2": "{{ day }}, {{ day.year }}"})

    assert "1 February 2026, 2026\n" == renderer.render("a.md.j2", {"day": day})


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.md.j2", "\\<b>\\\nc \\<b><br>c \\<b>\\\n  c"),
        ("a.html.j2", "&lt;b&gt;\nc &lt;b&gt;<br>c &lt;b&gt;<br>c"),
        ("a.csv.j2", "<b>\nc <b> c <b>\n  c"),
        ("a.txt", "<b>\nc <b> c <b>\n  c"),
    ],
)
def test_the_name_of_a_template_tells_its_format(name: str, text: str) -> None:
    renderer = JinjaRenderer((), {name: "{{ y }} {{ y|cell }} {{ y|item }}"})

    assert text + "\n" == renderer.render(name, {"y": "<b>\nc"})


def test_json_is_for_templates_that_write_text() -> None:
    assert '{"a": 9.5, "b": "—"}\n' == written("{{ {'b': nothing, 'a': price}|tojson }}", "a.json.j2")
    assert "document.unknown_filter" == told("{{ x|tojson }}").code


def test_white_space_that_loops_leave_is_gone() -> None:
    template = "\n# A  \n{% for a in many %}\n\n{{ a }} \n\n{% endfor %}\n\n\nend\n\n\n"

    assert "# A\n\n\\*a\\*\n\n\\<b>\n\nend\n" == written(template)


def test_control_characters_never_reach_a_document() -> None:
    renderer = JinjaRenderer((), {"a.csv.j2": "{{ y }}\x1b"})

    assert "␛[2J␛\n" == renderer.render("a.csv.j2", {"y": "\x1b[2J"})


CONSTRUCTS = st.sampled_from(
    (
        "{{ x }}",
        "{{ x|cell }}",
        "{{ x|item }}",
        "{{ x|item(4) }}",
        "{% set y %}{{ x }}{% endset %}{{ y }}",
        "{% macro m(a) %}{{ a }}{% endmacro %}{{ m(x) }}",
        "{% macro m() %}{{ caller() }}{% endmacro %}{% call m() %}{{ x }}{% endcall %}",
        "{{ x ~ '' }}",
        "{{ x|cell ~ '' }}",
        "{{ [x]|join }}",
        "{{ [x|cell]|join }}",
        "{{ '%s' % x }}",
        "{{ '%s'|cell % x }}",
        "{% block b %}{{ x }}{% endblock %}",
        "{% filter string %}{{ x }}{% endfilter %}",
        "{% include 'b.j2' %}",
        "{% import 'c.j2' as c %}{{ c.m(x) }}",
    )
)


@settings(max_examples=150)
@given(ANY_TEXT, CONSTRUCTS)
def test_any_text_comes_back_from_the_document_as_it_was(text: str, construct: str) -> None:
    pieces = {"b.j2": "{{ x }}", "c.j2": "{% macro m(a) %}{{ a }}{% endmacro %}"}
    found = JinjaRenderer((), {"a.md.j2": f"- {construct}", **pieces}).render("a.md.j2", {"x": text})

    assert isinstance(found, str)
    assert [visible(text)] == texts(PARSERS[1], found)


@pytest.mark.parametrize(
    ("template", "label"),
    [
        ("a.md.j2", "\"a ‹b› ＆ *c* 'q' ”d” ’e’ | _f_\""),
        ("a.html.j2", "&#34;a ‹b› ＆ *c* &#39;q&#39; ”d” ’e’ | _f_&#34;"),
        ("a.txt.j2", "\"a ‹b› ＆ *c* 'q' ”d” ’e’ | _f_\""),
    ],
)
def test_a_label_of_a_diagram_is_for_mermaid_and_not_for_markdown(template: str, label: str) -> None:
    assert f"{label}\n" == written("{{ x|mermaid }}", template)
    assert '"a ‹b›…"\n' == written("{{ x|mermaid(6) }}", "a.txt.j2")
