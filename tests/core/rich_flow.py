"""A flow in which everything hangs on everything, and random wishes of people who work with it."""

from __future__ import annotations

from hypothesis import strategies as st

from wizard.core.facts import Facts
from wizard.core.flow.model import CardsQuestion
from wizard.core.intents import (
    AddCard,
    AddCards,
    ChangeCard,
    DismissFinding,
    DuplicateCard,
    Finish,
    GiveAnswer,
    Intent,
    LinkNewCard,
    MoveCard,
    Pass,
    Raw,
    Redo,
    RemoveCard,
    Rename,
    SayDontKnow,
    Undo,
    WriteNote,
)
from wizard.core.problems import Place

RICH = """
flow: rich
title: Everything hangs on everything
currency: EUR
name_from: name
canvas: small
options:
  stages:
    acquire: {label: Acquire}
    keep: {label: Keep, when: stage != 'idea'}
steps:
  - id: start
    title: Start
    ask:
      - {id: name, ask: Name, required: true}
      - {id: stage, type: choice, ask: Stage, options: {idea: Idea, open: Open}, block: offer}
      - {id: b2b, type: yesno, ask: "Do firms pay {{ name }}?", suggest: stage == 'open'}
      - {id: limit, type: number, ask: Limit}
      - id: price
        type: money
        ask: Price
        min: 0
        when: stage == 'open'
        suggest: 49 if b2b else 9
        rules: [{when: this > limit, say: "Above {{ limit }}."}]
      - id: segs
        type: cards
        ask: Who?
        count: 1..3
        block: people
        card: "{{ this.name }} ({{ stage }})"
        fields:
          - {id: name, ask: Name, required: true}
          - {id: size, type: number, ask: Size, when: b2b, min: 1}
          - {id: rate, type: percent, ask: Rate, suggest: 5}
      - {id: best, type: choice, ask: Best, options: segs}
  - id: reach
    title: "How {{ name }} reaches them"
    when: segs|length > 0
    ask:
      - id: chans
        type: cards
        ask: Where?
        when: stage is defined
        card: "{{ this.name }} to {{ this.segs|join(' and ') }}"
        fields:
          - {id: name, ask: Name}
          - {id: segs, type: choice, ask: Whom, options: segs, pick: 1..}
          - {id: goal, type: choice, ask: What for, options: stages}
      - {id: fit, type: matrix, ask: Fit, rows: segs, columns: chans, cell: {type: scale, range: 0..3}}
  - id: pains
    each: seg in segs
    title: "{{ seg.name }}: pains"
    ask:
      - {id: pain, type: long, ask: "What annoys {{ seg.name }}?", when: seg.size != 1}
      - id: cures
        type: cards
        ask: "What helps {{ seg.name }}?"
        fields:
          - {id: what, ask: What}
          - {id: over, type: choice, ask: Over, options: chans|linking(seg)}
compute:
  market: {value: segs.size|sum}
  worth: {each: s in segs, value: s.size * price, as: money}
coach:
  - {id: small, when: market < 10, about: [segs], say: "Only {{ market }}."}
  - {id: unreached, each: s in segs, when: s not in chans.segs, severity: warn, about: [chans], say: No.}
  - id: uncovered
    each: [s in segs, g in stages]
    when: g not in (chans|linking(s)).goal
    severity: tip
    about: [segs, chans]
    say: "{{ g }} for {{ s }}, worth {{ s.worth }}"
  - {id: nothing, when: price == 0, severity: block, about: [price], say: Nothing is earned.}
"""

# What people do more often stands here more often.
KINDS = ["answer"] * 3 + ["add"] * 2 + ["pass", "unknown", "change", "move", "remove", "note", "other"]
KINDS += ["paste", "copy", "link"]

_TEXTS: st.SearchStrategy[Raw] = st.one_of(
    st.sampled_from(["", " ", "1", "2", "0", "12k", "5%", "yes", "no", "idea", "open", "acquire", "keep"]),
    st.sampled_from(["Hotels", "Cafés", "\x1b[31mred", "a\r\nb", "\x9b2J"]),
    st.text(max_size=8),
)
_LINES = st.lists(st.sampled_from(["- Hotels", "", "5", "[ ] \x1b[31mred", "1. "]), max_size=3).map(tuple)


@st.composite
def wishes(draw: st.DrawFn, facts: Facts) -> Intent:
    """Something that a person may want now, sensible or not."""
    places, cards = _places(facts), sorted(facts.state.owner)
    place = draw(st.sampled_from(places))
    raw: st.SearchStrategy[Raw] = _TEXTS
    if cards:
        raw = _TEXTS | st.sampled_from(cards) | st.lists(st.sampled_from(cards), max_size=3).map(tuple)
    kind = draw(st.sampled_from(KINDS))
    question = draw(st.sampled_from(["segs", "chans", "cures"]))
    fields = sorted(name for name, field in facts.flow.fields[question].items() if not field.loop)
    values = st.dictionaries(st.sampled_from(fields), raw, max_size=3)
    match kind:
        case "answer":
            return GiveAnswer(place, draw(raw))
        case "pass":
            return Pass(place)
        case "unknown":
            return SayDontKnow(place)
        case "note":
            return WriteNote(place, str(draw(st.sampled_from(["", "why", "\x07"]))))
        case "add":
            rows = facts.state.cards.get("segs", ()) if question == "cures" else ()
            row = draw(st.sampled_from(rows)) if rows else None
            return AddCard(question, draw(values), row, draw(st.sampled_from([None, 0, 1])))
        case "paste":
            rows = facts.state.cards.get("segs", ()) if question == "cures" else ()
            return AddCards(question, draw(_LINES), draw(st.sampled_from(rows)) if rows else None)
        case "link":
            return LinkNewCard(place, question, str(draw(st.sampled_from(["Bars", "", "- x"]))))
        case "other":
            return draw(
                st.sampled_from([Undo(), Undo(), Redo(), Finish(), Rename("Bread"), _dismissal(facts)])
            )
    card = draw(st.sampled_from(cards)) if cards else "none"
    question = facts.state.owner.get(card, question)
    match kind:
        case "change":
            fields = sorted(name for name, field in facts.flow.fields[question].items() if not field.loop)
            return ChangeCard(question, card, draw(st.dictionaries(st.sampled_from(fields), raw, max_size=2)))
        case "move":
            return MoveCard(question, card, draw(st.integers(0, 3)))
        case "copy":
            return DuplicateCard(question, card)
        case _:
            return RemoveCard(question, card, draw(st.booleans()))


def _dismissal(facts: Facts) -> Intent:
    cards = facts.state.cards.get("segs", ())
    return DismissFinding(f"unreached:{cards[0]}" if cards else "small", "Fine as it is")


def _places(facts: Facts) -> list[Place]:
    """Every place that there may be: questions, fields, cells, hidden ones too."""
    cards = facts.state.cards
    found = [Place(id) for id, entry in facts.flow.entries.items() if not entry.is_field]
    for entry in facts.flow.entries.values():
        if isinstance(entry.question, CardsQuestion):
            fields = facts.flow.fields[entry.question.id]
            found += [
                Place(entry.question.id, id, f) for id in cards.get(entry.question.id, ()) for f in fields
            ]
    found += [Place("cures", row=id) for id in cards.get("segs", ())]
    rows, columns = cards.get("segs", ()), cards.get("chans", ())
    return found + [Place("fit", row=row, column=column) for row in rows for column in columns]
