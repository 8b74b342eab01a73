"""`migrate` is held against the flow as it is: what it says of earlier versions has to lead somewhere."""

from __future__ import annotations

import pytest

from tests.core.flow.flows import flow_text, places, problems_of, said, unmarked

EACH = """
- id: two
  title: Two
  each: seg in segments
  ask: [{id: pains, ask: Pains}]
"""

WRONG = [
    ("migrate.above", "[{to: ¦3, rename: {old: stage}}]"),
    ("migrate.above", "[{to: ¦'2.1', drop: [old]}]"),
    ("migrate.twice", "[{to: 2, drop: [old]}, {to: ¦'2.0', drop: [older]}]"),
    ("migrate.unknown", "[{to: 2, rename: {old: ¦stagge}}]"),
    ("migrate.unknown", "[{to: 2, rename: {segments.old: ¦segments.sizee}}]"),
    ("migrate.unknown", "[{to: 2, retype: [¦stagge]}]"),
    ("migrate.unknown", "[{to: 1, retype: [stage]}, {to: 2, rename: {a: ¦b}}]"),
    ("migrate.renames_something", "[{to: 2, rename: {¦stage: name}}]"),
    ("migrate.renames_something", "[{to: 2, rename: {¦segments.name: segments.size}}]"),
    ("migrate.renames_something", "[{to: 2, rename: {¦stage: stage}}]"),
    ("migrate.drops_something", "[{to: 2, drop: [old, ¦stage]}]"),
    ("migrate.drops_something", "[{to: 2, drop: [¦segments.size]}]"),
    ("migrate.two_into_one", "[{to: 2, rename: {a: stage, ¦b: stage}}]"),
    ("migrate.other_place", "[{to: 2, rename: {¦old: segments.size}}]"),
    ("migrate.other_place", "[{to: 2, rename: {¦people.size: segments.size}}]"),
    ("migrate.not_one_answer", "[{to: 2, retype: [¦segments]}]"),
]

FINE = [
    "[{to: 2, rename: {old: stage, segments.old: segments.size, pain: pains}}]",
    "[{to: 2, rename: {people: segments, people.count: segments.size}}]",
    "[{to: 1, rename: {a: b}}, {to: '1.5', rename: {b: c}, retype: [c]}, {to: 2, rename: {c: stage}}]",
    "[{to: 1, rename: {a: b}}, {to: 2, drop: [b, people.size]}]",
    "[{to: 2, retype: [stage, segments.size, pains]}]",
]


@pytest.mark.parametrize(("code", "migrate"), WRONG)
def test_each_mistake_is_told_at_its_place(code: str, migrate: str) -> None:
    text, marks = unmarked(flow_text(steps=EACH, top="version: 2", rest=f"migrate: {migrate}"))
    problems = problems_of(text)
    assert [(code, mark.line, mark.column) for mark in marks] == [
        (found.code, found.mark.line, found.mark.column) for found in problems if found.mark
    ]


@pytest.mark.parametrize("migrate", FINE)
def test_what_leads_somewhere_is_fine(migrate: str) -> None:
    assert () == problems_of(flow_text(steps=EACH, top="version: 2", rest=f"migrate: {migrate}"))


def test_a_name_that_is_nearly_one_is_told() -> None:
    text = flow_text(top="version: 2", rest="migrate: [{to: 2, retype: [segments.sizee]}]")
    assert "Did you mean segments.size?" in said(problems_of(text))[0]


def test_what_couldnt_be_read_isnt_told_twice() -> None:
    text = flow_text("- {id: broken, type: number, ask: N, nonsense: 1}", top="version: 2")
    text += "migrate: [{to: 2, rename: {old: broken}, retype: [broken]}]"
    assert ["flow.unknown_key"] == [place[0] for place in places(problems_of(text))]
