"""What the coach says about the whole model: its rules, evaluated for every card that they go through."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Literal

import msgspec

from wizard.core.expressions import Ready, truth
from wizard.core.facts import Facts, Local
from wizard.core.flow.checks import loops_of
from wizard.core.flow.model import CardsQuestion, CoachRule, Loop
from wizard.core.judging import status
from wizard.core.problems import Place
from wizard.core.values import Card, Choice


class Finding(msgspec.Struct, frozen=True):
    """What one rule says about some cards.

    id: rule id and card ids. severity: `tip`, `warn` or `block`. place: where the person is taken to solve
    it. basis: digest of the values that it judged. reason: why it was dismissed; '' while it stands.
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


def findings(facts: Facts, *, dismissed: bool = False) -> tuple[Finding, ...]:
    """What the coach says now, the gravest first. dismissed: only what was silenced, with its reason."""
    found = [finding for rule in facts.flow.coach for finding in _of_rule(facts, rule)]
    weight = {"block": 0, "warn": 1, "tip": 2}
    found.sort(key=lambda finding: weight[finding.severity])
    return tuple(finding for finding in found if bool(finding.reason) is dismissed)


def _of_rule(facts: Facts, rule: CoachRule) -> Iterator[Finding]:
    if not all(_settled(facts, question) for question in rule.about):
        return
    for local in _rounds(facts, loops_of(rule), {}):
        ids = tuple(item.id for item in local.values() if isinstance(item, Card | Choice))
        key = ("rule", rule.id, *ids)
        say = facts.known(key, lambda local=local: _says(facts, rule, local))  # type: ignore[misc]
        if say is None:
            continue
        basis = _digest(facts, key)
        id = ":".join((rule.id, *ids))
        known, reason = facts.state.dismissed.get(id, ("", ""))
        place = _place(facts, rule, local)
        reason = reason if known == basis else ""
        yield Finding(id, rule.id, rule.severity, say, rule.source, rule.about, place, basis, reason)


def _settled(facts: Facts, question: str) -> bool:
    """Whether a question was answered or passed; what is hidden has nothing to say."""
    if facts.complete:
        return True
    entry = facts.flow.entries[question]
    if entry.cards is None:
        place = Place(question)
        return not facts.visible(place) or status(facts, place) != "open"
    cards = facts.loop_cards(entry.step)
    if isinstance(entry.question, CardsQuestion):
        return all(status(facts, Place(question, row=card.id)) != "open" for card in cards)
    return all(status(facts, Place(card.question, card.id, question)) != "open" for card in cards)


def _says(facts: Facts, rule: CoachRule, local: Local) -> str | None:
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


def _digest(facts: Facts, key: tuple[str, ...]) -> str:
    """What the finding judged, in a few characters: the values it read, in a fixed order."""
    pairs = sorted(f"{read!r}={_text(facts.remembered(read))}" for read in facts.reads(key))
    return hashlib.sha256("\n".join(pairs).encode("utf-8", "replace")).hexdigest()[:16]


def _text(value: object) -> str:
    if isinstance(value, Card | Choice):
        return value.id
    if isinstance(value, tuple):
        return "[" + ",".join(_text(item) for item in value) + "]"
    return str(value)


