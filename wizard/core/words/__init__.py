"""Every sentence that problems become. One place, so that they can be translated.

A section is a dict: code -> Sentence. `{name}` in one is filled with the problem's detail of that name.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from wizard.core.numbers import display
from wizard.core.problems import Detail, Problem
from wizard.core.tongue import t
from wizard.core.words import answers, expressions, flow, numbers, outside, translations, yaml
from wizard.core.words.sentence import Sentence

SENTENCES: Mapping[str, Sentence] = {
    code: sentence
    for section in (answers, expressions, flow, numbers, outside, translations, yaml)
    for code, sentence in section.SENTENCES.items()
}


_KINDS = frozenset(("kind", "left", "right"))
"""Details that say of what kind a value is, in words of ours."""


def sentence(problem: Problem) -> str:
    """What a problem says to a person, with its hint and the near name that exists."""
    found = SENTENCES[problem.code]
    details = {name: _written(value) for name, value in problem.details.items()}
    details |= {name: t(details[name]) for name in _KINDS & details.keys()}
    parts = [t(found.say).format_map(details)]
    if near := problem.details.get("near"):
        parts.append(t("Did you mean {name}?", name=_written(near)))
    if found.hint:
        parts.append(t(found.hint).format_map(details))
    return " ".join(parts)


def _written(detail: Detail) -> str:
    match detail:
        case Decimal():
            return display(detail)
        case tuple():
            return ", ".join(detail)
        case _:
            return str(detail)


__all__ = ["SENTENCES", "Sentence", "sentence"]
