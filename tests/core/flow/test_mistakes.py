"""Each kind of mistake in a flow file: its own message, at its own place."""

from __future__ import annotations

import pytest

from tests.core.flow.flows import built, flow_text, places, said, unmarked
from wizard.core.words import SENTENCES, sentence

CARDS = """
- id: {id}
  type: cards
  ask: Which?
  fields:
{fields}
"""

NAMES = [
    ("flow.duplicate_id", flow_text("- {id: ¦stage, ask: A?}")),
    ("flow.duplicate_id", flow_text("- {id: ¦sizes, ask: A?}", rest="options: {sizes: {s: Small}}")),
    ("flow.duplicate_id", flow_text(rest="compute: {¦stage: {value: 1}}")),
    ("flow.duplicate_id", flow_text(rest="options: {sizes: {s: Small}}\ncompute: {¦sizes: {value: 1}}")),
    ("flow.duplicate_id", flow_text(steps="- {id: ¦start, title: Again}")),
    ("flow.duplicate_id", flow_text(rest="compute: {¦size: {each: seg in segments, value: 1}}")),
    (
        "flow.duplicate_id",
        flow_text(CARDS.format(id="q", fields="    - {id: f, ask: A?}\n    - {id: ¦f, ask: B?}")),
    ),
    ("flow.duplicate_id", flow_text(steps="- {id: s, title: S, each: ¦stage in segments}")),
    (
        "flow.duplicate_id",
        flow_text(steps="- {id: s, title: S, each: seg in segments, ask: [{id: ¦size, ask: A?}]}"),
    ),
    (
        "flow.duplicate_id",
        flow_text(
            rest="coach:\n- {id: a, when: name == 'a', say: No}\n- {id: ¦a, when: name == 'b', say: No}"
        ),
    ),
    (
        "flow.duplicate_id",
        flow_text(rest="coach: [{id: a, each: ¦name in segments, when: name.size > 1, say: No}]"),
    ),
    ("flow.each_not_cards", flow_text(steps="- {id: s, title: S, each: seg in ¦stage}")),
    ("flow.each_not_cards", flow_text(rest="compute: {a: {each: seg in ¦name, value: 1}}")),
    ("flow.each_not_cards", flow_text(rest="coach: [{id: a, each: seg in ¦churn, when: seg, say: No}]")),
    (
        "flow.matrix_in_each",
        flow_text(
            steps="""
            - id: s
              title: S
              each: seg in segments
              ask:
                - id: ¦q
                  type: matrix
                  ask: A?
                  rows: segments
                  columns: {a: A}
                  cell: {type: scale, range: 0..3}
            """
        ),
    ),
    ("flow.no_fields", flow_text("- {id: q, type: cards, ask: A?, fields: ¦[]}")),
    (
        "flow.block_in_field",
        flow_text(CARDS.format(id="q", fields="    - {id: f, ask: A?, block: ¦x}"), top="canvas: none"),
    ),
    (
        "flow.block_in_field",
        flow_text(steps="- {id: s, title: S, each: seg in segments, ask: [{id: q, ask: A?, block: ¦x}]}"),
    ),
    ("flow.block_without_canvas", flow_text("- {id: q, ask: A?, block: ¦channels}")),
    ("flow.unknown_options", flow_text("- {id: q, type: choice, ask: A?, options: ¦segmnts}")),
    ("flow.unknown_options", flow_text("- {id: q, type: choice, ask: A?, options: [segments, ¦chanels]}")),
    ("flow.options_not_cards", flow_text("- {id: q, type: choice, ask: A?, options: ¦name}")),
    ("flow.options_not_cards", flow_text("- {id: q, type: choice, ask: A?, options: ¦segments.size}")),
    ("flow.options_not_cards", flow_text("- {id: q, type: choice, ask: A?, options: [segments, ¦name]}")),
    ("flow.nothing_used", flow_text(steps="- use: ¦relationships.by_segment")),
    (
        "flow.unknown_question",
        flow_text(rest="coach: [{id: a, when: name == 'a', about: [¦segmets], say: No}]"),
    ),
    ("flow.name_from_no_text", flow_text(top="name_from: ¦stage")),
    ("flow.name_from_no_text", flow_text(top="name_from: ¦nam")),
    ("flow.document_outside", flow_text(rest="documents: [{file: ¦../plan.md, template: a}]")),
    ("flow.document_outside", flow_text(rest="documents: [{file: ¦/plan.md, template: a}]")),
    (
        "flow.document_twice",
        flow_text(rest="documents: [{file: a.md, template: a}, {file: ¦a.md, template: b}]"),
    ),
    (
        "flow.compute_circle",
        flow_text(rest="compute: {¦a: {value: b + 1}, b: {value: c + 1}, c: {value: a + 1}}"),
    ),
    ("flow.compute_circle", flow_text(rest="compute: {¦a: {value: a + 1}}")),
    (
        "flow.compute_circle",
        flow_text(rest="compute: {¦a: {value: 1, unless: [{when: b > 1, say: No}]}, b: {value: a}}"),
    ),
    (
        "name.unknown",
        flow_text(rest="compute: {a: {value: 1, unless: [{when: ¦nmae == 'x', say: No}]}}"),
    ),
    (
        "expression.unknown_field",
        flow_text(
            rest="""
            compute:
              a: {each: s in segments, value: s.size, unless: [{when: s.¦sise == 0, say: No}]}
            """
        ),
    ),
    (
        "name.unknown",
        flow_text(rest="compute: {a: {value: 1, unless: [{when: churn > 0, say: 'No, {{ ¦nmae }}'}]}}"),
    ),
    ("expression.wants_number", flow_text(rest="compute: {a: {value: ¦name, as: months}}")),
    ("flow.plain_words", flow_text(top="words: {hello: Hello, bye: ¦'Bye {{ nme }}'}")),
    ("flow.percent_as", flow_text(rest="compute: {a: {value: ¦churn * churn, as: money}}")),
    ("flow.percent_as", flow_text(rest="compute: {a: {value: ¦churn, as: months}}")),
    (
        "flow.money_as",
        flow_text(
            "- {id: price, type: money, ask: A?}", rest="compute: {a: {value: ¦price * 2, as: percent}}"
        ),
    ),
    (
        "flow.money_as",
        flow_text("- {id: price, type: money, ask: A?}", rest="compute: {a: {value: ¦price, as: months}}"),
    ),
    ("flow.unknown_computed", flow_text(rest="sensitivity: [{of: [¦a], vary: [churn]}]")),
    ("flow.unknown_computed", flow_text(rest="sensitivity: [{of: [¦churn], vary: [churn]}]")),
    (
        "flow.moves_no_number",
        flow_text(rest="compute: {a: {value: name}}\nsensitivity: [{of: [¦a], vary: [churn]}]"),
    ),
    (
        "flow.unknown_question",
        flow_text(rest="compute: {a: {value: 1}}\nsensitivity: [{of: [a], vary: [¦chrun]}]"),
    ),
    (
        "flow.unknown_question",
        flow_text(rest="compute: {a: {value: 1}}\nsensitivity: [{of: [a], vary: [churn, ¦size]}]"),
    ),
    (
        "flow.unknown_question",
        flow_text(rest="compute: {a: {value: 1}}\nsensitivity: [{of: [a], vary: [¦segments.sise]}]"),
    ),
    (
        "flow.varies_no_number",
        flow_text(rest="compute: {a: {value: 1}}\nsensitivity: [{of: [a], vary: [¦segments.name]}]"),
    ),
    (
        "flow.varies_no_number",
        flow_text(rest="compute: {a: {value: 1}}\nsensitivity: [{of: [a], vary: [¦segments]}]"),
    ),
    (
        "flow.share_wanted",
        flow_text(rest="compute: {a: {value: 1}}\nsensitivity: [{of: [a], vary: [churn], by: ¦much}]"),
    ),
    (
        "flow.share_wanted",
        flow_text(rest="compute: {a: {value: 1}}\nsensitivity: [{of: [a], vary: [churn], by: ¦100%}]"),
    ),
    ("flow.compute_circle", flow_text(rest="compute: {¦a: {each: seg in segments, value: seg.a + 1}}")),
    ("name.unknown", flow_text("- {id: q, ask: A?, when: ¦nmae == 'x'}")),
    ("name.unknown", flow_text('- {id: q, ask: "Hello {{ ¦nmae }}"}')),
    ("name.later", flow_text("- {id: q, ask: A?, when: ¦later == 'x'}\n- {id: later, ask: B?}")),
    (
        "name.later",
        flow_text(
            "- {id: q, type: choice, ask: A?, options: ¦cards}\n"
            + CARDS.format(id="cards", fields="    - {id: f, ask: A?}")
        ),
    ),
    (
        "name.later",
        flow_text(
            "- {id: q, ask: A?, when: ¦total > 1}\n- {id: n, type: number, ask: B?}",
            rest="compute: {total: {value: n + 1}}",
        ),
    ),
    ("name.later", flow_text(steps="- {id: s, title: S, when: ¦q == 'a', ask: [{id: q, ask: A?}]}")),
    ("name.later", flow_text(steps='- {id: s, title: "{{ ¦q }}", ask: [{id: q, ask: A?}]}')),
    ("name.later", flow_text(steps="- {id: s, title: S, teach: '{{ ¦q }}', ask: [{id: q, ask: A?}]}")),
    (
        "name.later",
        flow_text(
            "- {id: sum, type: number, ask: A?, suggest: segments.¦pain|count}",
            steps="- {id: s, title: S, each: seg in segments, ask: [{id: pain, ask: A?}]}",
        ),
    ),
    (
        "name.later",
        flow_text(
            CARDS.format(
                id="q", fields="    - {id: a, ask: A?, when: card.¦b == 'x'}\n    - {id: b, ask: B?}"
            )
        ),
    ),
    (
        "name.later",
        flow_text(CARDS.format(id="q", fields="    - {id: a, type: choice, ask: A?, options: ¦q}")),
    ),
    (
        "name.not_here",  # chosen on a card first, and then where there is none: told once
        flow_text(
            CARDS.format(
                id="q", fields="    - {id: a, ask: A?}\n    - {id: b, type: choice, ask: B?, options: o}"
            )
            + "\n- {id: r, type: choice, ask: R?, options: o}\n- {id: s, type: choice, ask: S?, options: o}",
            rest="options: {o: {x: {label: X, when: ¦card.a == 'x'}}}",
        ),
    ),
    (
        "name.sibling",
        flow_text(
            CARDS.format(id="q", fields="    - {id: a, ask: A?}\n    - {id: b, ask: B?, when: ¦a == 'x'}")
        ),
    ),
    (
        "name.asked_for_each",
        flow_text(
            "",
            steps="""
        - id: s
          title: S
          each: seg in segments
          ask: [{id: pain, ask: A?}, {id: q, ask: B?, when: ¦pain == 'x'}]
        """,
        ),
    ),
    (
        "name.loop_outside",
        flow_text(
            steps="""
        - {id: s, title: S, each: seg in segments, ask: [{id: pain, ask: A?}]}
        - {id: t, title: '{{ ¦seg.name }}'}
        """
        ),
    ),
    ("name.not_here", flow_text("- {id: q, ask: A?, when: ¦this == 'x'}")),
    ("name.not_here", flow_text("- {id: q, type: date, ask: A?, suggest: ¦today}")),
    ("expression.unknown_field", flow_text("- {id: q, ask: A?, when: segments.¦sise|sum > 1}")),
    ("expression.unknown_filter", flow_text("- {id: q, ask: A?, when: segments.size|¦summ > 1}")),
    ("expression.unknown_test", flow_text("- {id: q, ask: A?, when: name is ¦defned}")),
    ("expression.call", flow_text("- {id: q, ask: A?, when: ¦range(3)}")),
    ("expression.no_such_option", flow_text("- {id: q, ask: A?, when: stage == ¦'ideas'}")),
    ("expression.cannot_compare", flow_text("- {id: q, ask: A?, when: ¦segments > 3}")),
    ("expression.single_equals", flow_text("- {id: q, ask: A?, when: stage ¦= 'idea'}")),
    ("expression.and_sign", flow_text("- {id: q, ask: A?, when: stage == 'idea' ¦&& name == 'x'}")),
    (
        "expression.if_without_else",
        flow_text("- {id: q, ask: A?, suggest: \"{{ 'x' ¦if stage == 'idea' }}\"}"),
    ),
    ("expression.braces", flow_text('- {id: q, ask: A?, when: "¦{{ stage }}"}')),
    ("expression.percent_is_fraction", flow_text("- {id: q, ask: A?, when: churn > ¦5}")),
    ("expression.wants_number", flow_text("- {id: q, type: number, ask: A?, suggest: ¦name}")),
    ("expression.wants_number", flow_text(rest="compute: {a: {value: ¦name, as: money}}")),
    (
        "expression.wants_condition",
        flow_text("""
        - {id: fit, type: matrix, ask: A?, rows: segments, columns: {a: A}, cell: {type: scale, range: 0..3}}
        - {id: q, ask: A?, when: ¦fit}
        """),
    ),
    ("expression.wants_date", flow_text("- {id: q, type: date, ask: A?, suggest: ¦name}")),
]

LIMITS = [
    ("flow.min_above_max", flow_text("- {id: q, type: number, ask: A?, min: 5, max: ¦3}")),
    ("flow.min_above_max", flow_text("- {id: q, type: money, ask: A?, min: 5, max: ¦3}")),
    ("flow.min_above_max", flow_text("- {id: q, type: percent, ask: A?, min: 5, max: ¦3}")),
    ("flow.pick_too_many", flow_text("- {id: q, type: choice, ask: A?, options: {a: A}, pick: ¦2..3}")),
    ("flow.suggestion_too_low", flow_text("- {id: q, type: number, ask: A?, min: 5, suggest: ¦3}")),
    (
        "flow.suggestion_too_high",
        flow_text("- {id: q, type: money, ask: A?, max: 5, suggest: 3 if name == 'a' else ¦9}"),
    ),
    ("flow.suggestion_too_high", flow_text("- {id: q, type: percent, ask: A?, max: 100, suggest: ¦101}")),
    ("flow.suggestion_too_low", flow_text("- {id: q, type: scale, ask: A?, range: 1..5, suggest: ¦-1}")),
    (
        "flow.suggestion_no_option",
        flow_text("- {id: q, type: choice, ask: A?, options: {a: A}, suggest: ¦b}"),
    ),
    (
        "flow.suggestion_no_option",
        flow_text("- {id: q, type: choice, ask: A?, options: {a: A}, suggest: ¦1.10}"),
    ),
    (
        "flow.suggestion_no_option",
        flow_text("- {id: q, type: choice, ask: A?, options: {a: A}, suggest: \"¦'b'\"}"),
    ),
    (
        "flow.suggestion_no_option",
        flow_text(
            "- {id: q, type: choice, ask: A?, options: {a: A, b: B}, suggest: a if stage == 'idea' else ¦c}"
        ),
    ),
    (
        "flow.suggestion_of_another_kind",
        flow_text("- {id: q, type: choice, ask: A?, options: {a: A}, suggest: ¦stage}"),
    ),
    (
        "flow.suggestion_of_another_kind",
        flow_text("- {id: q, type: choice, ask: A?, options: {a: A}, suggest: ¦churn}"),
    ),
    (
        "flow.suggestion_of_another_kind",
        flow_text("- {id: q, type: choice, ask: A?, options: segments, suggest: ¦name}"),
    ),
    (
        "flow.suggestion_of_another_kind",
        flow_text("- {id: q, type: choice, ask: A?, options: segments, suggest: ¦segments}"),
    ),
]

FIELDS_OF_EACH = [
    (
        "flow.pick_too_many",
        flow_text(
            steps="""
        - id: s
          title: S
          each: seg in segments
          ask: [{id: q, type: choice, ask: A?, options: {a: A}, pick: ¦2..}]
        """
        ),
    ),
    (
        "flow.suggestion_no_option",
        flow_text(
            steps="""
        - id: s
          title: S
          each: seg in segments
          ask: [{id: q, type: choice, ask: A?, options: {a: A}, suggest: ¦b}]
        """
        ),
    ),
    (
        "expression.no_such_option",
        flow_text(
            steps="""
        - id: s
          title: S
          each: seg in segments
          ask:
            - {id: q, type: choice, ask: A?, options: {a: A}, rules: [{when: this == ¦'b', say: No}]}
        """
        ),
    ),
]

MATRIX = [
    (code, flow_text(f"- {{id: q, type: matrix, ask: A?, {rest}}}"))
    for code, rest in [
        ("flow.range_open", "rows: segments, columns: {a: A}, cell: {type: scale, range: ¦1..}"),
        ("flow.missing_key", "rows: segments, columns: {a: A}, cell: ¦{type: scale}"),
        ("flow.missing_key", "rows: segments, columns: {a: A}, cell: ¦{type: choice}"),
        ("flow.one_of_wanted", "rows: segments, columns: {a: A}, cell: {type: ¦number}"),
        (
            "name.unknown",
            "rows: segments, columns: {a: {label: A, when: ¦nmae == 'x'}}, cell: {type: scale, range: 0..3}",
        ),
        (
            "name.unknown",
            "rows: {a: {label: A, help: '{{ ¦nmae }}'}}, columns: {a: A}, cell: {type: scale, range: 0..3}",
        ),
        ("flow.unknown_options", "rows: ¦segmets, columns: {a: A}, cell: {type: scale, range: 0..3}"),
    ]
]


@pytest.mark.parametrize(("code", "text"), [*NAMES, *LIMITS, *FIELDS_OF_EACH, *MATRIX])
def test_a_mistake_is_told_once_at_its_place(code: str, text: str) -> None:
    text, marks = unmarked(text)
    found = built(text).problems

    assert marks
    assert [(code, mark.file, mark.line, mark.column) for mark in marks] == places(found), said(found)


@pytest.mark.parametrize(("code", "text"), [*NAMES, *LIMITS, *FIELDS_OF_EACH, *MATRIX])
def test_a_mistake_has_a_sentence_that_needs_no_more_than_its_details(code: str, text: str) -> None:
    found = built(unmarked(text)[0]).problems

    assert "" not in [sentence(problem) for problem in found]
    assert code in SENTENCES
