"""Making the card that is missing among the options. Must not know what a card is."""

from __future__ import annotations

from wizard.core.intents import LinkNewCard
from wizard.core.screen import Input, OptionView
from wizard.core.tongue import t
from wizard.frontends.dialogue import phrases
from wizard.frontends.dialogue.asker import Given
from wizard.frontends.dialogue.prose import one_line
from wizard.frontends.dialogue.talk import Talk


def making(talk: Talk, view: Input, given: Given) -> LinkNewCard | None:
    """What makes the one card that was named and isn't there, if the person wants that; None otherwise.

    A piped session isn't asked: there, a name that isn't known is a mistake.
    """
    if not view.creates or talk.asker.heard is not None:
        return None
    names = (given.raw,) if isinstance(given.raw, str) else given.raw
    found = [(name.strip(), _id(name.strip(), view.options)) for name in names if name.strip()]
    missing = [name for name, id in found if id is None]
    if len(missing) != 1:
        return None
    chosen = tuple(id for _, id in found if id is not None)
    for create in view.creates:
        if talk.sure(t(phrases.MAKE, name=one_line(missing[0]), list=create.called)):
            return LinkNewCard(view.place, create.question, missing[0], chosen)
    return None


def _id(name: str, options: tuple[OptionView, ...]) -> str | None:
    """The option that somebody means by its id or its label."""
    named = (option.id for option in options if name == option.id)
    labelled = (option.id for option in options if name.casefold() == option.label.casefold())
    return next(named, None) or next(labelled, None)
