"""How well options fit, in lines: beside each, in one sentence, and whole for `:why`. Chooses nothing."""

from __future__ import annotations

from collections.abc import Iterator

from wizard.core.screen import Input, OptionView
from wizard.core.tongue import t
from wizard.core.words.recommending import BEST
from wizard.frontends.dialogue import phrases
from wizard.frontends.dialogue.prose import one_line


def advises(view: Input) -> bool:
    """Whether there is more to say of any option than its help."""
    return any(option.advises for option in view.options)


def scored(label: str, option: OptionView) -> str:
    """A label with how well its option fits, in words where it fits best."""
    if not option.score:
        return label
    score = f"{option.score}, {t(BEST)}" if option.best else option.score
    return t(phrases.SCORED, label=label, score=score)


def advice_line(view: Input) -> Iterator[str]:
    """What fits best, in one sentence, and how to hear the rest."""
    if view.fit_line:
        yield t(phrases.FIT_LINE, line=one_line(view.fit_line))
    elif advises(view):
        yield t(phrases.FOR_AND_AGAINST)


def why_lines(view: Input) -> Iterator[str]:
    """Everything that there is to say of each option, in their order."""
    for option in view.options:
        if option.advises:
            yield f"{scored(one_line(option.label), option)}. {one_line(option.help)}".rstrip()
            yield from (f"- {reason.weight}: {one_line(reason.text)}" for reason in option.reasons)
            for phrase, points in ((phrases.WHY_FOR, option.for_), (phrases.WHY_AGAINST, option.against)):
                if points:
                    yield t(phrase, points="; ".join(one_line(point).rstrip(".;") for point in points))
            if option.example:
                yield t(phrases.WHY_EXAMPLE, text=one_line(option.example))
