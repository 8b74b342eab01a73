"""Templates reach nothing but values, and whatever they ask for has an end."""

from __future__ import annotations

import pytest

from tests.adapters.render_jinja.written import told
from wizard.adapters.render_jinja import JinjaRenderer


@pytest.mark.parametrize(
    "template",
    [
        "{{ x.__class__.__mro__[1].__subclasses__() }}",
        "{{ segments[0].__class__ }}",
        "{{ segments[0]._read }}",
        "{{ segments[0]['__class__'] }}",
        "{{ self.__init__.__globals__ }}",
        "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
        "{{ joiner.__init__.__globals__ }}",
        "{{ range.__globals__ }}",
        "{% macro m() %}{% endmacro %}{{ m._func }}",
        "{% for a in many %}{{ loop._iterator }}{% endfor %}",
        "{{ '{0.__class__}'.format(x) }}",
        "{{ '{0.__class__}'.format_map({'0': x}) }}",
        "{{ [x]|map(attribute='__class__')|list }}",
        "{{ segments|sort(attribute='__class__') }}",
        "{{ segments|groupby('__class__') }}",
        "{{ segments|where('_read', 1) }}",
        "{{ many.append('c') }}",
        "{{ labels.clear() }}",
        "{{ x.encode() }}",
        "{{ price.as_integer_ratio() }}",
    ],
)
def test_what_lies_behind_values_is_out_of_reach(template: str) -> None:
    found = told(template)

    assert "document.reaches" == found.code


@pytest.mark.parametrize(
    "name", ["attr", "pprint", "random", "xmlattr", "urlize", "forceescape", "striptags"]
)
def test_filters_that_reach_around_the_escaping_are_not_there(name: str) -> None:
    assert told(f"{{{{ x|{name} }}}}").code in ("document.unknown_filter", "document.escaping_off")


@pytest.mark.parametrize("name", ["lipsum", "dict", "config", "open", "__import__"])
def test_globals_that_no_document_needs_are_not_there(name: str) -> None:
    assert "document.unknown_name" == told(f"{{{{ {name}() }}}}").code


@pytest.mark.parametrize(
    "template",
    [
        "{{ '%1000000000d' % 1 }}",
        "{{ '%.1000000000f' % 1 }}",
        "{{ '%*d' % (1000000000, 1) }}",
        "{{ '%1000000000d'|format(1) }}",
        "{{ 'a' * 10**9 }}",
        "{{ 10**9 * [0] }}",
        "{{ 2**(10**9) }}",
        "{{ 10**600 }}",
        "{{ range(10**9) }}",
        "{{ range(10**30) }}",
        "{{ many|batch(10**9, 'x') }}",
        "{{ x|indent(10**9) }}",
        "{{ 5|round(-10**9) }}",
        "{{ ('a' * 10**6)|replace('a', 'b' * 10**6) }}",
        "{{ (range(99999)|list) + (range(99999)|list) }}",
        "{{ (range(99999)|list)|join('a' * 10**6) }}",
        "{% for i in range(99999) %}{% for j in range(99999) %}{% endfor %}{% endfor %}",
        "{% set r = range(99999) %}{% for i in r %}{% for j in r if j == i %}{% endfor %}{% endfor %}",
        "{% macro f(n) %}{% if n %}{{ f(n - 1) }}{{ f(n - 1) }}{% endif %}{% endmacro %}{{ f(40) }}",
        "{% for a in [1, 2] recursive %}{% if loop.depth < 40 %}{{ loop([1, 2]) }}{% endif %}{% endfor %}",
        "{% set ns = namespace(a=[]) %}{% for i in range(60) %}{% set ns.a = [ns.a, ns.a] %}{% endfor %}"
        "{{ ns.a }}",
        "{% set ns = namespace(a='a') %}{% for i in range(60) %}{% set ns.a = ns.a ~ ns.a %}{% endfor %}",
        "{% set ns = namespace(a=2) %}{% for i in range(60) %}{% set ns.a = ns.a * ns.a %}{% endfor %}",
        "{% for i in range(9999) %}{% set a %}" + "a" * 9999 + "{% endset %}{% endfor %}",
    ],
)
def test_work_that_would_take_hours_or_all_memory_is_refused(template: str) -> None:
    assert "document.too_much" == told(template).code


def test_constants_are_not_worked_out_while_a_template_is_checked() -> None:
    for template in ("{{ '%1000000000d' % 1 }}", "{% if 'a' * 10**10 %}{% endif %}", "{{ 9**9**9**9 }}"):
        assert [] == JinjaRenderer((), {"a.md.j2": template}).check("a.md.j2", {})


def test_a_document_has_a_greatest_length() -> None:
    found = told("{% for i in range(600) %}" + "a" * 9999 + "{% endfor %}")

    assert "document.too_long" == found.code
