"""What options say of how well they fit: names, weights and plain words are checked when the flow loads."""

from __future__ import annotations

import pytest

from tests.core.flow.flows import built, codes, flow_text, places, said, unmarked
from wizard.core.problems import Problem
from wizard.core.words import sentence

SET = """
options:
  kinds:
    a: {label: A, fits: [%s]}
    b: {label: B, for: [Cheap, Quick], against: Slow, example: A bakery}
"""
INLINE = "- {id: q, type: choice, ask: Q?, options: {a: {label: A, fits: [%s]}, b: B}}"
FIELD = """
- id: ties
  type: cards
  ask: Which?
  fields:
    - {id: seg, type: choice, ask: S?, options: segments}
    - {id: kind, type: choice, ask: K?, options: kinds}
    - {id: after, ask: A?}
"""
EACH = """
- id: each
  title: Each
  each: seg in segments
  ask:
    - {id: way, type: choice, ask: W?, options: kinds}
"""
CELL = """
- id: grid
  type: matrix
  ask: G?
  rows: segments
  columns: kinds
  cell: {type: choice, options: {x: {label: X, fits: [%s]}}}
"""


def fit(when: str = "stage == 'open'", because: str = "it is open", weight: str = "2") -> str:
    return f'{{when: "{when}", because: "{because}", weight: {weight}}}'


def problems(text: str, library: str | None = None) -> tuple[Problem, ...]:
    return built(text, {"lib.yaml": library} if library is not None else None).problems


def test_advice_is_read_as_it_is_written() -> None:
    found = built(
        flow_text("- {id: q, type: choice, ask: Q?, options: kinds}", rest=SET % fit(weight="-1.5"))
    )
    assert found.flow is not None, said(found.problems)
    one, other = found.flow.options["kinds"].values()
    assert ("-1.5", "stage == 'open'") == (str(one.fits[0].weight), one.fits[0].when.source)
    assert (("Cheap", "Quick"), ("Slow",), "A bakery") == (other.for_, other.against, other.example)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("name.unknown", flow_text(INLINE % fit("¦stge == 'open'"))),
        ("name.later", flow_text(INLINE % fit("¦after is defined") + "\n- {id: after, ask: A?}")),
        ("expression.no_such_option", flow_text(INLINE % fit("stage == ¦'opne'"))),
        ("name.unknown", flow_text(INLINE % fit(because="{{ ¦nmae }} is open"))),
        ("name.not_here", flow_text(INLINE % fit("¦card.seg is defined"))),
        ("name.later", flow_text(FIELD, rest=SET % fit("card.¦after is defined"))),
        ("name.sibling", flow_text(FIELD, rest=SET % fit("¦seg is defined"))),
        ("expression.unknown_field", flow_text(FIELD, rest=SET % fit("card.seg.¦sise > 3"))),
        ("expression.unknown_field", flow_text(steps=EACH, rest=SET % fit("seg.¦sise > 3"))),
        ("name.not_here", flow_text(CELL % fit("¦this == 'x'"), rest=SET % fit())),
        ("flow.fit_weight", flow_text(INLINE % fit(weight="¦0"))),
        ("flow.fit_weight", flow_text(INLINE % fit(weight="¦5.5"))),
        ("flow.fit_weight", flow_text(rest=SET % fit(weight="¦-6"))),
        ("flow.number_wanted", flow_text(INLINE % fit(weight="¦heavy"))),
        ("flow.missing_key", flow_text(INLINE % "¦{when: stage == 'open'}")),
        (
            "flow.plain_line",
            flow_text(rest='options: {kinds: {a: {label: A, for: [¦"{{ name }} is cheap"]}}}'),
        ),
        ("flow.plain_line", flow_text(rest='options: {kinds: {a: {label: A, against: ¦"Not {{ name }}"}}}')),
        ("flow.plain_line", flow_text(rest='options: {kinds: {a: {label: A, example: ¦"{{ name }}"}}}')),
    ],
)
def test_each_mistake_is_told_at_its_place(code: str, text: str) -> None:
    clean, [mark] = unmarked(text)
    found = problems(clean)
    assert [(code, mark.file, mark.line, mark.column)] == places(found), said(found)
    assert "{" not in sentence(found[0]).replace("{{ }}", "")


@pytest.mark.parametrize(
    "text",
    [
        flow_text(INLINE % fit(because="{{ name }} is open")),
        flow_text(FIELD, rest=SET % fit("card.seg.size > 100", "{{ card.seg.name }} are many")),
        flow_text(steps=EACH, rest=SET % fit("seg.size > 100", "{{ seg.name }} are many")),
        flow_text(CELL % fit("segments|length > 1"), rest=SET % fit()),
        flow_text(INLINE % fit("total > 100"), rest="compute: {total: {value: segments.size|sum}}"),
        flow_text(INLINE % fit(weight="-5")),
    ],
)
def test_reasons_know_what_is_known_where_the_choice_is_made(text: str) -> None:
    assert [] == said(problems(text))


def test_a_mistake_in_a_set_is_told_once_however_often_the_set_is_used() -> None:
    asked = "- {id: %s, type: choice, ask: Q?, options: kinds}"
    twice = "\n".join(asked % id for id in ("q", "r"))
    assert ["name.unknown"] == codes(problems(flow_text(twice, rest=SET % fit("stge == 'open'"))))


def test_a_reason_needs_to_make_sense_in_one_of_the_places_where_its_options_are_chosen() -> None:
    asked = "- {id: q, type: choice, ask: Q?, options: kinds}"
    for reason in ("card.seg is defined", "seg.size > 3", "stage == 'open'"):
        text = flow_text(asked + FIELD, steps=EACH, rest=SET % fit(reason))
        assert [] == said(problems(text)), reason
    twice = problems(
        flow_text(asked + FIELD, steps=EACH, rest=SET % fit("card.sise > 3 and stage == 'opne'"))
    )
    assert ["expression.unknown_field", "expression.no_such_option"] == codes(twice)


def test_rows_and_columns_are_chosen_from_by_nobody_so_their_reasons_need_no_names() -> None:
    text = flow_text(CELL % fit(), rest=SET % fit("card.seg.size > 100"))
    assert [] == said(problems(text))
    assert [] == said(problems(flow_text(rest=SET % fit("card.seg.size > 100"))))


LIBRARY = "lib: shared\noptions:\n  kinds:\n    a: {label: A, fits: [%s]}\n    b: B\n"
USES = flow_text("- {id: q, type: choice, ask: Q?, options: kinds}", top="use: [lib.yaml]")


@pytest.mark.parametrize(
    "when", ["card.seg is defined", "turnover > 3", "segments.weight|sum > 3", "segments|length > 1"]
)
def test_what_a_library_lends_may_speak_of_what_a_flow_doesnt_ask(when: str) -> None:
    assert [] == said(problems(USES, LIBRARY % fit(when)))


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        ("expression.no_such_option", fit("stage == 'opne'")),
        ("expression.unknown_filter", fit("segments|lenght > 1")),
        ("flow.fit_weight", fit("turnover > 3", weight="9")),
    ],
)
def test_every_other_mistake_of_a_library_is_told(code: str, reason: str) -> None:
    found = problems(USES, LIBRARY % reason)
    assert [(code, "lib.yaml")] == [(one.code, one.mark.file if one.mark else "") for one in found]
