"""What the types of the model demand of a file: each mistake with its own message, at its own place."""

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

READING = [
    ("flow.text_wanted", flow_text("- {id: q, ask: ¦[a, b]}")),
    ("flow.text_wanted", flow_text("- {id: q, ask: A?, when: ¦{a: b}}")),
    ("flow.text_wanted", flow_text(steps="- {id: s, title: S, each: ¦[seg in segments]}")),
    ("flow.map_wanted", flow_text("- ¦just a text")),
    ("flow.map_wanted", flow_text("- {id: q, ask: A?, examples: ¦good ones}")),
    ("flow.map_wanted", flow_text(rest="options: ¦[a, b]")),
    ("flow.list_wanted", flow_text("- {id: q, ask: A?, rules: ¦{when: this, say: No}}")),
    ("flow.empty_text", flow_text("- {id: q, ask: ¦''}")),
    ("flow.empty_text", flow_text("- {id: q, type: choice, ask: A?, options: {a: ¦''}}")),
    ("flow.empty_text", flow_text(top="language: ¦''")),
    ("flow.yes_or_no_wanted", flow_text("- {id: q, ask: A?, required: ¦maybe}")),
    ("flow.whole_number_wanted", flow_text(steps="- {id: s, title: S, minutes: ¦ten}")),
    ("flow.whole_number_wanted", flow_text(steps="- {id: s, title: S, minutes: ¦1.5}")),
    ("flow.number_wanted", flow_text("- {id: q, type: number, ask: A?, min: ¦few}")),
    ("flow.one_of_wanted", flow_text("- {id: q, ask: A?, rules: [{when: this, say: No, severity: ¦wran}]}")),
    ("flow.id_wanted", flow_text("- {id: ¦Name Two, ask: A?}")),
    ("flow.id_wanted", flow_text("- {id: ¦2nd, ask: A?}")),
    ("flow.id_wanted", flow_text(rest="options: {¦My set: {a: A}}")),
    ("flow.flow_id_wanted", flow_text().replace("flow: test", "flow: ¦My flow")),
    ("flow.option_id_wanted", flow_text("- {id: q, type: choice, ask: A?, options: {¦two words: A}}")),
    ("flow.currency_wanted", flow_text(top="currency: ¦euro")),
    ("flow.reserved_word", flow_text("- {id: ¦today, ask: A?}")),
    ("flow.reserved_word", flow_text(rest="compute: {¦face: {value: 1}}")),
    ("flow.reserved_word", flow_text(steps="- {id: s, title: S, each: ¦card in segments}")),
    ("flow.unknown_key", flow_text("- {id: q, ask: A?, ¦requird: true}")),
    ("flow.unknown_key", flow_text(top="¦curency: EUR")),
    ("flow.unknown_key", flow_text(steps="- {id: s, title: S, ¦minuts: 3}")),
    ("flow.unknown_type", flow_text("- {id: q, type: ¦chioce, ask: A?}")),
    (
        "flow.type_not_in_field",
        flow_text(CARDS.format(id="q", fields="    - {id: f, type: ¦cards, ask: A?}")),
    ),
    ("flow.missing_key", flow_text("- ¦{id: q}")),
    ("flow.missing_key", flow_text("- ¦{id: q, type: choice, ask: A?}")),
    ("flow.missing_key", flow_text("- ¦{id: q, type: scale, ask: A?}")),
    ("flow.missing_key", flow_text(steps="- ¦{id: s}")),
    ("flow.missing_key", flow_text(rest="documents: [¦{file: a.md}]")),
    ("flow.missing_key", flow_text(rest="coach: [¦{id: a, say: No}]")),
    ("flow.missing_key", flow_text(rest="coach: [¦{when: b2b is defined, say: No}]").replace("b2b", "name")),
    ("flow.without_say", flow_text("- {id: q, ask: A?, rules: [¦{when: this == 'a'}]}")),
    ("flow.without_say", flow_text(rest="coach: [¦{id: a, when: name is defined}]")),
    ("flow.not_a_flow", "¦title: Something else\n"),
    ("flow.not_a_flow", "¦[a, b]\n"),
    ("flow.is_library", "¦lib: things\n"),
    ("flow.is_translation", "¦translation: things\nlanguage: de\nsteps: {one: {title: Eins}}\n"),
    ("flow.is_gallery", "¦gallery: things\ngroups: []\n"),
    ("flow.span_wanted", flow_text(CARDS.format(id="q", fields="    - {id: f, ask: A?}") + "  count: ¦some")),
    (
        "flow.span_backwards",
        flow_text(CARDS.format(id="q", fields="    - {id: f, ask: A?}") + "  count: ¦5..1"),
    ),
    ("flow.range_open", flow_text("- {id: q, type: scale, ask: A?, range: ¦1..}")),
    ("flow.loop_wanted", flow_text(steps="- {id: s, title: S, each: ¦for seg of segments}")),
    ("flow.options_wanted", flow_text("- {id: q, type: choice, ask: A?, options: ¦[]}")),
    ("flow.options_wanted", flow_text("- {id: q, type: choice, ask: A?, options: ¦{}}")),
]


@pytest.mark.parametrize(("code", "text"), READING)
def test_a_mistake_is_told_once_at_its_place(code: str, text: str) -> None:
    text, marks = unmarked(text)
    found = built(text).problems

    assert marks
    assert [(code, mark.file, mark.line, mark.column) for mark in marks] == places(found), said(found)


@pytest.mark.parametrize(("code", "text"), READING)
def test_a_mistake_has_a_sentence_that_needs_no_more_than_its_details(code: str, text: str) -> None:
    found = built(unmarked(text)[0]).problems

    assert "" not in [sentence(problem) for problem in found]
    assert code in SENTENCES
