"""What a step is called. One that is asked once per card is called without the card where there is none."""

from __future__ import annotations

import re

from wizard.core.controls import visible
from wizard.core.expressions.tree import Expression, Name, Prose, nodes
from wizard.core.facts import Facts
from wizard.core.flow.model import Step

_CARD = "\x00"  # stands for what only a card could tell; no text of a flow holds it
_BEFORE = re.compile(rf"^{_CARD}\s*[:;,·–—-]\s*")
_BEHIND = re.compile(rf"\s*(?:[:;,·–—-]\s*{_CARD}|\({_CARD}\))$")


def step_title(facts: Facts, step: Step, card: str | None = None) -> str:
    """The title of a step, at a card of its loop or at none: "{{ seg.name }}: pains" is "Pains" then.

    Only what punctuation sets apart is left out; elsewhere "…" stands for the card.
    """
    prose = step.title
    if step.each is None or card is not None or prose is None or prose.is_plain:
        return facts.prose(prose, facts.loop_local(step, card))
    parts = (_CARD if _names(part, step.each.name) else _said(facts, prose, part) for part in prose.parts)
    text = "".join(parts)
    left = _BEHIND.sub("", _BEFORE.sub("", text))
    if left != text:
        left = f"{left[:1].upper()}{left[1:]}"
    return visible(left.replace(_CARD, "…"))


def _names(part: str | Expression, loop: str) -> bool:
    """Whether a part of a title can't be told without a card."""
    return isinstance(part, Expression) and any(
        isinstance(node, Name) and node.name == loop for node in nodes(part.tree)
    )


def _said(facts: Facts, prose: Prose, part: str | Expression) -> str:
    return part if isinstance(part, str) else facts.prose(Prose(prose.source, prose.mark, (part,)), {})
