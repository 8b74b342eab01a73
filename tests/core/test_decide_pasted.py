"""A pasted text as cards, one a line, in one action."""

from __future__ import annotations

import pytest

from tests.worlds import World, world
from wizard.core.decide import decide
from wizard.core.decide_cards import MOST_CARDS
from wizard.core.facts import Facts
from wizard.core.intents import AddCards, Redo, Undo
from wizard.core.pasted import card_texts
from wizard.core.problems import Place
from wizard.core.words import sentence

SHORT = """
- id: segs
  type: cards
  ask: Who?
  fields:
    - id: name
      ask: N
      rules:
        - {when: this|wordcount > 2, say: Two words will do.}
        - {when: this == 'All', say: Really?, severity: tip}
    - {id: size, type: number, ask: S}
"""


def names(run: World) -> list[str]:
    state = run.facts.state
    return [str(state.answers.get(Place("segs", card, "name"))) for card in state.cards.get("segs", ())]


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("Hotels", "Hotels"),
        ("- Hotels", "Hotels"),
        ("  * Hotels", "Hotels"),
        ("• Hotels", "Hotels"),
        ("1. Hotels", "Hotels"),
        ("12) Hotels", "Hotels"),
        ("- [ ] Hotels", "Hotels"),
        ("[x] Hotels", "Hotels"),
        ("☐ Hotels", "Hotels"),
        ("-5 degrees", "-5 degrees"),
        ("3.5 million", "3.5 million"),
        ("2026. A good year", "2026. A good year"),
        ("*Hotels*", "*Hotels*"),
        ("Hotels - 1. class [x]", "Hotels - 1. class [x]"),
    ],
)
def test_a_line_loses_the_marks_of_a_list_and_nothing_else(line: str, text: str) -> None:
    assert (text,) == card_texts([line])


def test_lines_with_nothing_on_them_are_no_cards() -> None:
    assert ("Hotels", "Bars") == card_texts(["", "Hotels\r\n \n- \n1.", "\t", "[ ]", "Bars"])


def test_pasted_lines_are_cards_in_one_action() -> None:
    run = world(SHORT)
    first = run.card("segs", name="First")
    reply = run.do(AddCards("segs", ("- Hotels", "", "- Bars")))
    assert ["First", "Hotels", "Bars"] == names(run)
    assert (run.facts.state.cards["segs"][1:], ()) == (reply.cards, reply.left)
    run.do(Undo())
    assert (first,) == run.facts.state.cards["segs"]
    run.do(Redo())
    assert ["First", "Hotels", "Bars"] == names(run)


def test_lines_that_a_rule_refuses_are_left_with_the_reason_and_the_others_are_cards() -> None:
    run = world(SHORT)
    reply = run.do(AddCards("segs", ("Hotels", "- Bars by the sea", "All", "Shops on the way")))
    assert ["Hotels", "All"] == names(run)
    assert ("Bars by the sea", "Shops on the way") == reply.left
    assert [("warn", "2 not added: “Bars by the sea”, “Shops on the way”. Two words will do.")] == [
        (told.severity, told.text) for told in reply.messages
    ]


def test_where_no_line_can_be_a_card_nothing_happens() -> None:
    run = world(SHORT)
    assert ("card.lines_refused",) == run.refused(AddCards("segs", ("Bars by the sea",)))
    assert 1 == run.facts.state.position


def test_only_the_first_refused_lines_are_named_and_long_ones_are_cut() -> None:
    run = world(SHORT)
    lines = ("a b c", "d e f", "x " * 40, "g h i")
    (told,) = run.workshop.send(AddCards("segs", lines)).messages
    assert f"4 not added: “a b c”, “d e f”, “{'x ' * 19}x…”, …. Two words will do." == told.text


def test_lines_that_cant_be_read_are_left_with_what_to_do() -> None:
    run = world("- {id: segs, type: cards, ask: Who?, fields: [{id: size, type: number, ask: S}]}")
    reply = run.do(AddCards("segs", ("12k", "many", "13")))
    assert (("many",), 2) == (reply.left, len(reply.cards))


def test_more_lines_than_the_list_has_room_for_are_all_kept_out() -> None:
    run = world(SHORT)
    state = run.facts.state.copied()
    state.cards["segs"] = tuple(f"k{n}" for n in range(MOST_CARDS - 1))
    decision = decide(Facts(run.facts.flow, state), AddCards("segs", ("a", "b")), lambda: "new")
    assert ((), ["That is 2 cards, and this list has room for 1 more. Paste fewer, or merge some."]) == (
        decision.events,
        [sentence(found) for found in decision.problems],
    )


def test_nothing_but_marks_changes_nothing() -> None:
    run = world(SHORT)
    assert () == run.do(AddCards("segs", ("- ", "", "2."))).cards
    assert 1 == run.facts.state.position


def test_in_an_each_step_pasted_cards_belong_to_the_loop_card() -> None:
    run = World("""
flow: small
title: A small flow
steps:
  - {id: who, title: Who, ask: [{id: segs, type: cards, ask: Who?, fields: [{id: name, ask: N}]}]}
  - id: each
    title: Each
    each: seg in segs
    ask: [{id: cures, type: cards, ask: Cures?, fields: [{id: what, ask: What?}]}]
""")
    one, two = run.card("segs"), run.card("segs")
    other = run.card("cures", row=two)
    new = run.do(AddCards("cures", ("Rest", "Tea"), one)).cards
    assert ((other, *new), {other: two, new[0]: one, new[1]: one}) == (
        run.facts.state.cards["cures"],
        run.facts.state.rows,
    )
    assert ("answers.loop_missing",) == run.refused(AddCards("cures", ("Rest",)))
