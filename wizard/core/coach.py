"""What the coach says about the whole model: its rules, evaluated for every card that they go through."""

from __future__ import annotations

import hashlib
from collections.abc import Hashable, Iterator, Mapping
from typing import Literal

import msgspec

from wizard.core.expressions import Ready, truth
from wizard.core.facts import Facts
from wizard.core.flow.model import CardsQuestion, CoachRule, Loop
from wizard.core.judging import status
from wizard.core.naming import Local
from wizard.core.problems import Place
from wizard.core.values import Card, Choice, Grid


class Finding(msgspec.Struct, frozen=True):
    """What one rule says about some cards.

    id: rule id and card ids. severity: `tip`, `warn` or `block`. place: where the person is taken to solve
    it. basis: digest of the values that it judged. reason: why it was dismissed; '' while it stands. cards:
    ids of those that it speaks of.
    """

    id: str
    rule: str
    severity: Literal["tip", "warn", "block"]
    say: str
    source: str
    about: tuple[str, ...]
    place: Place | None
    basis: str
    reason: str = ""
    cards: tuple[str, ...] = ()


def findings(facts: Facts, *, dismissed: bool = False, everything: bool = False) -> tuple[Finding, ...]:
    """What the coach says now, the gravest first. dismissed: only what was silenced, with its reason.

    everything: also about questions that nobody has come to yet, as documents and `check` do: the end of a
    workshop counts what they count.
    """
    rules = range(len(facts.flow.coach))
    found = [finding for number in rules for finding in facts.known(_of_rule, number, everything)]
    known = facts.state.dismissed
    weight = {"block": 0, "warn": 1, "tip": 2}
    found.sort(key=lambda finding: weight[finding.severity])
    if not dismissed:
        return tuple(one for one in found if known.get(one.id, ("", ""))[0] != one.basis)
    return tuple(
        msgspec.structs.replace(one, reason=known[one.id][1])
        for one in found
        if known.get(one.id, ("", ""))[0] == one.basis
    )


def _of_rule(facts: Facts, number: int, everything: bool) -> tuple[Finding, ...]:
    """What one rule says, dismissed or not. number: its place among the rules."""
    rule = facts.flow.coach[number]
    if not everything and not all(_settled(facts, question) for question in rule.about):
        return ()
    found = []
    for local in _rounds(facts, rule.loops, {}):
        items = tuple(item for item in local.values() if isinstance(item, Card | Choice))
        say = facts.known(_says, number, items)
        if say is not None:
            id = ":".join((rule.id, *(item.id for item in items)))
            basis = _digest(facts.reads(_says, number, items))
            place = _place(facts, rule, local)
            cards = tuple(item.id for item in items if isinstance(item, Card))
            found.append(
                Finding(id, rule.id, rule.severity, say, rule.source, rule.about, place, basis, cards=cards)
            )
    return tuple(found)


def _settled(facts: Facts, question: str) -> bool:
    """Whether a question was answered or passed; what is hidden has nothing to say."""
    if facts.complete:
        return True
    entry = facts.flow.entries[question]
    if entry.cards is None:
        places = [Place(question)]
    elif isinstance(entry.question, CardsQuestion):
        places = [Place(question, row=card.id) for card in facts.loop_cards(entry.step)]
    else:
        places = [Place(card.question, card.id, question) for card in facts.loop_cards(entry.step)]
    return all(not facts.visible(place) or status(facts, place) != "open" for place in places)


def _says(facts: Facts, number: int, items: tuple[Card | Choice, ...]) -> str | None:
    rule = facts.flow.coach[number]
    local = {loop.name: item for loop, item in zip(rule.loops, items, strict=True)}
    if rule.when is not None and truth(facts.outcome(rule.when, local)) is not True:
        return None
    return facts.prose(rule.say, local)


def _rounds(facts: Facts, loops: tuple[Loop, ...], local: Local) -> Iterator[Local]:
    """Every combination that the loops go through; a later loop may use an earlier one's name."""
    if not loops:
        yield local
        return
    first, *rest = loops
    outcome = facts.outcome(first.source, local)
    items = outcome.value if isinstance(outcome, Ready) else ()
    for item in items if isinstance(items, tuple) else ():
        if isinstance(item, Card | Choice):
            yield from _rounds(facts, tuple(rest), {**local, first.name: item})


def _place(facts: Facts, rule: CoachRule, local: Local) -> Place | None:
    """The first question that the rule is about; the very card, where it is one of that question."""
    if not rule.about:
        return None
    question = rule.about[0]
    entry = facts.flow.entries[question]
    for item in local.values():
        if isinstance(item, Card) and item.question == question:
            return Place(question, item.id)
        if isinstance(item, Card) and entry.cards == item.question:
            if isinstance(entry.question, CardsQuestion):
                return Place(question, row=item.id)
            return Place(item.question, item.id, question)
    return Place(question)


def _digest(reads: Mapping[Hashable, object]) -> str:
    """What the finding judged, in a few characters: the values it read, in a fixed order.

    The same in every process, and whatever the functions are called that gave the values. `today` isn't among
    them, or every dismissal would end at midnight.
    """
    pairs = sorted(
        f"{read[1:] if isinstance(read, tuple) else read!r}={_text(value)}"
        for read, value in reads.items()
        if read != "today"
    )
    return hashlib.sha256("\n".join(pairs).encode("utf-8", "replace")).hexdigest()[:16]


def _text(value: object) -> str:
    match value:
        case Card() | Choice():
            return value.id
        case tuple():
            return "[" + ",".join(_text(item) for item in value) + "]"
        case Grid():
            cells = sorted((key, _text(cell)) for key, cell in value.cells.items())
            return f"{_text(value.rows)}{_text(value.columns)}{cells}"
        case _:
            return str(value)
