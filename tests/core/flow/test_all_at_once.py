"""Every mistake of a file comes at once, with the name that was meant, and nothing is blamed twice."""

from __future__ import annotations

import pytest

from tests.core.flow.flows import built, codes, flow_text, places, said, unmarked
from wizard.core.flow.computed import MOST_DEEP
from wizard.core.words import sentence


@pytest.mark.parametrize(
    ("near", "text"),
    [
        ("required", flow_text("- {id: q, ask: A?, requird: true}")),
        ("currency", flow_text(top="curency: EUR")),
        ("choice", flow_text("- {id: q, type: chioce, ask: A?}")),
        ("warn", flow_text("- {id: q, ask: A?, rules: [{when: this, say: No, severity: wran}]}")),
        ("segments", flow_text("- {id: q, type: choice, ask: A?, options: segmnts}")),
        ("segments", flow_text(rest="coach: [{id: a, when: name == 'a', about: [segmets], say: No}]")),
        ("name", flow_text(top="name_from: nam")),
        ("name", flow_text("- {id: q, ask: A?, when: nmae == 'x'}")),
        ("size", flow_text("- {id: q, ask: A?, when: segments.sise|sum > 1}")),
        ("sum", flow_text("- {id: q, ask: A?, when: segments.size|summ > 1}")),
        ("defined", flow_text("- {id: q, ask: A?, when: name is defned}")),
        ("idea", flow_text("- {id: q, ask: A?, when: stage == 'ideas'}")),
        ("month", flow_text("- {id: q, type: choice, ask: A?, options: {month: M, year: Y}, suggest: moth}")),
        (
            "card.a",
            flow_text(
                "- {id: q, type: cards, ask: A?, fields: [{id: a, ask: A}, {id: b, ask: B, when: a == 'x'}]}"
            ),
        ),
    ],
)
def test_a_near_name_is_asked_for(near: str, text: str) -> None:
    (problem,) = built(text).problems

    assert near == problem.details["near"]
    assert f"Did you mean {near}?" in sentence(problem)


def test_a_text_that_a_comma_cut_in_two_gets_the_hint_to_quote_it() -> None:
    found = built(
        flow_text("- {id: q, ask: A?, when: segments|where('name', name)|count > 0, help: a, b)}")
    ).problems
    broken = next(problem for problem in found if problem.code == "flow.unknown_key_broken_text")

    assert "b)" == broken.details["key"]
    assert "Put the whole expression in double quotes." in sentence(broken)


def test_all_mistakes_of_a_file_come_at_once_in_its_order() -> None:
    text, marks = unmarked("""\
flow: test
¦titel: No title
version: 1
¦colour: blue
steps:
  - id: start
    title: "Hello {{ ¦nobody }}"
    ask:
      - {id: q, type: ¦chioce, ask: A?}
      - {id: r, ask: A?, when: q == 'x' and ¦nmae == 'y'}
      - {id: s, ask: ¦'', requird: true}
  - ¦{id: end}
compute:
  ¦a: {value: b}
  b: {value: a}
coach:
  - {id: c, when: ¦gone, say: No}
""")
    found = built(text).problems

    missing = ("flow.missing_key", "flow.yaml", 1, 1)
    unknown = ("flow.unknown_key", "flow.yaml", 11, 26)
    expected = [("", mark.file, mark.line, mark.column) for mark in marks]
    assert sorted([missing[1:], unknown[1:], *(place[1:] for place in expected)]) == [
        place[1:] for place in places(found)
    ], said(found)


@pytest.mark.parametrize("wrong", ["id: ¦none", "id: ¦A b", "id: a, severity: ¦wran", "id: b"])
def test_a_rule_that_is_wrong_somewhere_is_looked_into_all_the_same(wrong: str) -> None:
    said_of_it = "when: ¦nmea == 'x', about: [¦gone], say: 'No, {{ ¦nma }}'"
    text, marks = unmarked(flow_text(rest=f"coach: [{{{wrong}, {said_of_it}}}]"))
    expected = [(mark.line, mark.column) for mark in marks]
    assert expected == [(line, column) for _, _, line, column in places(built(text).problems)]


def test_a_name_that_is_taken_says_where() -> None:
    (problem,) = built(flow_text("- {id: stage, ask: A?}")).problems
    assert "“stage” is the name of something else already: flow.yaml:9. Choose another name." == (
        sentence(problem)
    )


@pytest.mark.parametrize(
    "text",
    [
        flow_text(
            "- {id: q, type: matrix, ask: A, rows: segments, columns: {a: A}, cell: {type: scale, range: 1-}}"
        ),
        flow_text("- {id: q, type: chioce, ask: A?}\n- {id: r, ask: A?, when: q == 'x'}"),
        flow_text("- {id: r, ask: A?, when: q == 'x'}\n- {id: q, ask: ''}"),
        flow_text(steps="- {id: s, title: S, each: seg in 1 +, ask: [{id: q, ask: '{{ seg.name }}'}]}"),
        flow_text(rest="compute: {a: {value: 1 +}, b: {value: a + 1}}"),
        flow_text(rest="options: {sizes: {s: ''}}").replace("How far?", "'{{ sizes|count }}'"),
        flow_text(
            """
            - {id: q, type: cards, ask: A?, fields: [{id: f, type: nmber, ask: B?}]}
            - {id: r, ask: '{{ q.f }}'}
            """
        ),
    ],
)
def test_what_hangs_on_a_thing_that_cant_be_read_is_not_blamed_too(text: str) -> None:
    assert 1 == len(built(text).problems), said(built(text).problems)


def test_a_circle_is_told_once_and_what_hangs_on_it_is_not_blamed() -> None:
    found = built(
        flow_text(rest="compute: {z: {value: a}, a: {value: b}, b: {value: a}, c: {value: b + z}}")
    ).problems

    assert ["flow.compute_circle"] == codes(found)
    assert "a → b → a" == found[0].details["circle"]


def test_a_span_that_counts_backwards_is_shown_the_right_way_round() -> None:
    (problem,) = built(flow_text("- {id: q, type: scale, ask: A?, range: 5..1}")).problems

    assert "“5..1” counts backwards. Write 1..5." == sentence(problem)


def test_two_circles_are_two_problems() -> None:
    text = flow_text(rest="compute: {a: {value: b}, b: {value: a}, c: {value: d}, d: {value: c}}")

    assert ["a → b → a", "c → d → c"] == [problem.details["circle"] for problem in built(text).problems]


def chain(links: int) -> str:
    """So many computed values, each of which needs the next."""
    values = "\n".join(f"  c{n}: {{value: c{n + 1} + 1}}" for n in range(links - 1))
    return flow_text(rest=f"compute:\n{values}\n  c{links - 1}: {{value: 1}}")


def test_so_many_computed_values_may_hang_on_each_other_and_no_more() -> None:
    assert [] == codes(built(chain(MOST_DEEP)).problems)
    assert ["flow.compute_too_deep"] == codes(built(chain(MOST_DEEP + 1)).problems)


def test_a_chain_of_thousands_is_told_and_not_fallen_over() -> None:
    assert {"flow.compute_too_deep"} == set(codes(built(chain(3000)).problems))


@pytest.mark.parametrize(
    ("of", "varied", "near"),
    [
        ("totl", "churn", "total"),
        ("total", "chrun", "churn"),
        ("total", "size", "segments.size"),
        ("total", "segments.sise", "segments.size"),
    ],
)
def test_what_may_move_a_number_is_told_by_the_name_that_was_meant(of: str, varied: str, near: str) -> None:
    compute = "compute: {total: {value: segments.size|sum}}"
    found = built(flow_text(rest=f"{compute}\nsensitivity: [{{of: [{of}], vary: [{varied}]}}]")).problems
    assert [near] == [problem.details.get("near") for problem in found]
