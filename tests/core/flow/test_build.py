"""What a flow means once it is built: names, options, fields, computed values. What is allowed is allowed."""

from __future__ import annotations

import pytest

from tests.core.flow.flows import built, codes, flow_of, flow_text, said
from wizard.core.expressions import types as t
from wizard.core.expressions.tree import Literal, Name
from wizard.core.flow.flow import CardSource, ExpressionSource, SetSource
from wizard.core.flow.model import ChoiceQuestion, ScaleQuestion, Span, TextQuestion
from wizard.core.flow.names import Here
from wizard.core.flow.table import Table

EACH = """
- id: pains
  title: "{{ seg.name }}: pains"
  each: seg in segments
  ask:
    - {id: pain, type: long, ask: "What annoys {{ seg.name }}?"}
    - {id: worst, ask: And most?, when: seg.pain is defined}
    - id: offers
      type: cards
      ask: What helps?
      fields:
        - {id: title, ask: Title, suggest: "For {{ seg.name }}"}
        - {id: others, type: choice, ask: Who else?, options: segments, pick: 0..}
        - {id: more, ask: More, when: card.seg == seg}
"""

FINE = {
    "a step without questions": flow_text(steps="- {id: s, title: S, teach: Read this.}"),
    "an earlier question": flow_text("- {id: q, ask: 'Hello {{ name }}', when: stage == 'idea'}"),
    "a computed value whose questions were asked": flow_text(
        "- {id: q, ask: A?, when: total > 1}", rest="compute: {total: {value: segments.size|sum}}"
    ),
    "computed values in any order": flow_text(
        rest="compute: {a: {value: b + 1}, b: {value: c + 1}, c: {value: segments|count}}"
    ),
    "a computed value named like a field of another card": flow_text(
        rest="compute: {size: {value: segments.size|sum}, sizes: {value: size + 1}}"
    ),
    "a computed field": flow_text(
        "- {id: q, ask: A?, when: segments.twice|sum > 1}",
        rest="compute: {twice: {each: seg in segments, value: seg.size * 2}}",
    ),
    "a loop over a part of the cards": flow_text(
        steps="""
        - {id: s, title: S, each: "seg in segments|where('size', 1)", ask: [{id: q, ask: "{{ seg.name }}"}]}
        """
    ),
    "a loop over cards that were chosen": flow_text(
        "- {id: best, type: choice, ask: A?, options: segments, pick: 1..}",
        steps="- {id: s, title: S, each: seg in best, ask: [{id: q, ask: '{{ seg.name }}'}]}",
    ),
    "a loop over computed cards": flow_text(
        steps="- {id: s, title: S, each: seg in big, ask: [{id: q, ask: '{{ seg.name }}'}]}",
        rest="compute: {big: {value: \"segments|selectattr('size', '>', 3)\"}}",
    ),
    "options that were chosen before": flow_text(
        """
        - {id: best, type: choice, ask: A?, options: segments, pick: 1..}
        - {id: one, type: choice, ask: A?, options: best}
        """
    ),
    "options that are computed": flow_text(
        "- {id: one, type: choice, ask: A?, options: big}",
        rest="compute: {big: {value: \"segments|selectattr('size', '>', 3)\"}}",
    ),
    "options of two questions": flow_text(
        """
        - {id: more, type: cards, ask: A?, fields: [{id: f, ask: B?}]}
        - {id: one, type: choice, ask: A?, options: [segments, more]}
        - {id: two, ask: "{{ one.face }}"}
        """
    ),
    "an option with a condition": flow_text(
        "- {id: q, type: choice, ask: A?, options: {a: {label: A, help: '{{ name }}', when: name == 'a'}}}"
    ),
    "a set for the cards that it is chosen on": flow_text(
        """
        - id: bonds
          type: cards
          ask: A?
          fields: [{id: for_whom, ask: B?}, {id: idea, type: choice, ask: C?, options: ideas}]
        """,
        rest="options: {ideas: {call: {label: C, when: card.for_whom == 'A', help: '{{ card.for_whom }}'}}}",
    ),
    "a set whose options have conditions": flow_text(
        "- {id: q, type: choice, ask: A?, options: sizes}",
        rest="options: {sizes: {s: {label: Small, when: stage == 'idea'}}}",
    ),
    "a matrix": flow_text(
        """
        - {id: q, type: matrix, ask: A?, rows: segments, columns: {a: A}, cell: {type: scale, range: 0..3}}
        - {id: r, ask: B?, when: q|cells|avg > 2}
        """
    ),
    "a matrix of choices": flow_text(
        "- {id: q, type: matrix, ask: A?, rows: sizes, columns: sizes, cell: {type: choice, options: sizes}}",
        rest="options: {sizes: {s: Small}}",
    ),
    "the loop name in a coach rule": flow_text(
        rest="""
        options: {sizes: {s: Small}}
        coach:
          - {id: a, each: [seg in segments, s in sizes], when: seg.size > 1 and s == 's', say: "{{ s }}"}
          - {id: b, when: today is defined, say: Hello}
        """
    ),
    "a question and a field of one name": flow_text(
        "- {id: q, type: cards, ask: A?, fields: [{id: name, ask: B?}, {id: f, ask: C?, when: name == 'x'}]}"
    ),
    "the same loop name in two steps": flow_text(
        steps="""
        - {id: s, title: S, each: seg in segments, ask: [{id: q, ask: A?}]}
        - {id: t, title: T, each: seg in segments, ask: [{id: r, ask: A?, when: seg.q == 'x'}]}
        """
    ),
    "a step and a coach rule of one id": flow_text(rest="coach: [{id: start, when: name == 'a', say: No}]"),
    "everything that an each step has": flow_text(steps=EACH),
    "flow, workshop, currency": flow_text(
        "- {id: q, ask: '{{ flow.title }} {{ workshop.name }} {{ currency }}'}"
    ),
    "face, note and id of a card": flow_text(
        "- {id: q, ask: A?, when: segments.face|count > 1 and segments.note|count > 1}"
    ),
    "a face of several fields": flow_text(
        """
        - id: q
          type: cards
          ask: A?
          card: "{{ this.a }}, {{ this.b }}"
          rules: [{when: this.b|count > 3, say: "No"}]
          fields: [{id: a, ask: A}, {id: b, ask: B, rules: [{when: this == card.a, say: "No"}]}]
        """
    ),
    "several named with one text": flow_text(
        rest="coach: [{id: a, when: name == 'a', about: name, say: No}]"
    ),
}


@pytest.mark.parametrize("text", FINE.values(), ids=FINE)
def test_what_is_right_has_no_problem(text: str) -> None:
    assert [] == said(built(text).problems)


def choice(text: str, question: str = "q") -> ChoiceQuestion:
    found = flow_of(text).entries[question].question
    assert isinstance(found, ChoiceQuestion)
    return found


@pytest.mark.parametrize(
    "id",
    ["no", "yes", "on", "null", "1.10", "12:30", "0x10", "1e3", "2026-02-01", "5", "after-sales"],
)
def test_an_option_id_stays_what_its_author_wrote(id: str) -> None:
    found = choice(
        flow_text(f"- {{id: q, type: choice, ask: A?, options: {{? {id} : An option}}, suggest: {id}}}")
    )

    assert found.options.inline is not None
    assert [id] == list(found.options.inline)
    assert found.suggest is not None
    assert id == getattr(found.suggest.tree, "name", None) or id == getattr(found.suggest.tree, "value", None)


@pytest.mark.parametrize("id", ["true", "none", "in", "not"])
def test_a_word_of_expressions_can_be_the_id_of_an_option(id: str) -> None:
    found = choice(
        flow_text(f"- {{id: q, type: choice, ask: A?, options: {{{id}: An option}}, suggest: {id}}}")
    )

    assert found.suggest is not None
    assert isinstance(found.suggest.tree, Literal)
    assert id == found.suggest.tree.value


def test_a_bare_option_id_means_the_option_even_where_a_question_is_called_so() -> None:
    found = choice(
        flow_text("- {id: q, type: choice, ask: A?, options: {name: Its name, b: B}, suggest: name}")
    )

    assert found.suggest is not None
    assert isinstance(found.suggest.tree, Name)


def test_texts_stay_texts() -> None:
    flow = flow_of(flow_text("- {id: q, ask: 12:30}", top="version: 1.10\nlanguage: no"))

    assert ("1.10", "no") == (flow.file.version, flow.file.language)
    assert "12:30" == flow.entries["q"].question.ask.source


@pytest.mark.parametrize("written", ["true", "yes", "True", "YES"])
def test_required_may_be_said_in_two_ways(written: str) -> None:
    assert flow_of(flow_text(f"- {{id: q, ask: A?, required: {written}}}")).entries["q"].question.required


def test_a_question_without_a_type_is_a_text() -> None:
    assert isinstance(flow_of(flow_text("- {id: q, ask: A?}")).entries["q"].question, TextQuestion)


@pytest.mark.parametrize(
    ("written", "span"), [("1..7", Span(1, 7)), ("3..", Span(3, None)), ("4", Span(4, 4))]
)
def test_a_span_is_read(written: str, span: Span) -> None:
    assert (
        span
        == choice(flow_text(f"- {{id: q, type: choice, ask: A?, options: segments, pick: {written}}}")).pick
    )


def test_options_know_where_they_come_from() -> None:
    text = """
    - {id: a, type: choice, ask: A?, options: sizes}
    - {id: b, type: choice, ask: A?, options: {x: X}}
    - {id: c, type: choice, ask: A?, options: segments}
    - {id: d, type: choice, ask: A?, options: "segments|where('size', 3)"}
    """
    sources = flow_of(flow_text(text, rest="options: {sizes: {s: Small}}")).sources
    kinds = [sources[question, "", "options"] for question in "abcd"]

    assert [SetSource, SetSource, CardSource, ExpressionSource] == [type(source) for source in kinds]
    assert ("segments",) == getattr(kinds[2], "questions", None) == getattr(kinds[3], "questions", None)


def test_questions_of_an_each_step_become_fields_of_the_card() -> None:
    flow = flow_of(flow_text(steps=EACH))

    assert ["name", "size", "pain", "worst"] == list(flow.fields["segments"])
    assert flow.entries["pain"].is_field
    assert "segments" == flow.entries["pain"].cards


def test_cards_of_an_each_step_are_one_list_and_link_to_the_card_of_the_loop() -> None:
    flow = flow_of(flow_text(steps=EACH))

    assert not flow.entries["offers"].is_field
    assert ["title", "others", "more", "seg"] == list(flow.fields["offers"])
    assert flow.fields["offers"]["seg"].loop
    assert CardSource(("segments",)) == flow.sources["offers", "seg", "options"]
    assert {"others", "seg"} == set(flow.link_fields["offers"])


def test_computed_values_come_after_what_they_need() -> None:
    text = flow_text(rest="compute: {a: {value: b + 1}, b: {value: c + 1}, c: {value: segments|count}}")

    assert ["c", "b", "a"] == list(flow_of(text).computed)


def test_a_computed_value_keeps_its_unit() -> None:
    text = flow_text(
        "- {id: price, type: money, ask: A?}",
        rest="""
        compute:
          {a: {value: price * 3}, b: {value: churn}, c: {value: 5, as: money}, d: {value: price / price}}
        """,
    )

    assert {"a": "money", "b": "percent", "c": "money", "d": None} == {
        name: computed.as_ for name, computed in flow_of(text).computed.items()
    }


def test_what_a_matrix_asks_in_each_cell_is_a_question() -> None:
    text = (
        "- {id: q, type: matrix, ask: A?, rows: segments, columns: {a: A}, cell: {type: scale, range: 0..3}}"
    )
    cell = flow_of(flow_text(text)).cell_question("q")

    assert isinstance(cell, ScaleQuestion)
    assert Span(0, 3) == cell.range


def test_steps_and_rules_of_a_library_are_placed_where_the_flow_says() -> None:
    library = """\
lib: kinds
steps:
  - {id: extra, title: Extra, ask: [{id: why, ask: "Why {{ name }}?"}]}
  - {id: unused, title: "{{ nobody }}"}
compute: {twice: {value: segments|count * 2}}
coach:
  - {id: one, when: name == 'a', say: "No"}
  - {id: two, when: why == 'a', say: "No"}
"""
    used = flow_of(
        flow_text(steps="- use: kinds.extra", rest="coach: [{use: kinds.two}]"), {"kinds.yaml": library}
    )

    assert ["start", "extra"] == [step.id for step in used.steps]
    assert ["two"] == [rule.id for rule in used.coach]
    assert ["twice"] == list(used.computed)
    whole = flow_of(
        flow_text(steps="- use: kinds.extra", rest="coach: [{use: kinds}]"), {"kinds.yaml": library}
    )
    assert ["one", "two"] == [rule.id for rule in whole.coach]


def test_more_problems_than_anybody_reads_are_not_looked_for() -> None:
    found = built(
        flow_text("\n".join(f"- {{id: q{n}, ask: A?, when: x{n} == 'x'}}" for n in range(300)))
    ).problems

    assert "flow.too_many_problems" == codes(found)[0]
    assert 201 == len(found)


def test_names_that_may_be_meant_are_those_that_can_be_used_here() -> None:
    assert {"flow", "workshop", "currency", "version", "seg"} == set(
        Here(Table(), local={"seg": t.Text()}).names()
    )
