"""The fields of a card, one after the other. Must not know lists of cards, nor how lines are drawn."""

from __future__ import annotations

from typing import assert_never

from wizard.core.intents import SayDontKnow
from wizard.core.screen import CardView, Input
from wizard.core.tongue import t
from wizard.frontends.dialogue import phrases, telling
from wizard.frontends.dialogue.asker import Given, Nothing
from wizard.frontends.dialogue.asking import AT_FIELD, OPTIONAL, ask
from wizard.frontends.dialogue.commands import Command
from wizard.frontends.dialogue.making import making
from wizard.frontends.dialogue.prose import one_line
from wizard.frontends.dialogue.talk import Elsewhere, Talk


def is_about(gone: Elsewhere, card: str) -> bool:
    """Whether the person went to a field of that very card."""
    return gone.place is not None and gone.place.card == card and gone.place.field is not None


def card_now(talk: Talk, card: str) -> CardView | None:
    """A card as it is now; None where it is gone, by undo or by somebody else."""
    question = talk.look().question
    is_there = question is not None and any(view.id == card for view in question.cards)
    return talk.workshop.card(card) if is_there else None


def local_to(view: Input) -> frozenset[str]:
    """The commands that a field can do."""
    return AT_FIELD if view.required else AT_FIELD | OPTIONAL


def tell_field(talk: Talk, view: Input) -> None:
    talk.say("", *telling.field_lines(view))


def fill(talk: Talk, card: str, asked: list[str]) -> None:
    """The fields of a card, one after the other. asked: those that were asked before, in order."""
    while (view := card_now(talk, card)) is not None:
        left = [field for field in view.fields if field.place.field not in asked]
        if not left:
            break
        try:
            found = ask_field(talk, left[0])
        except Elsewhere as gone:
            if not is_about(gone, card):
                raise
            asked = [field for field in asked if gone.place is None or field != gone.place.field]
            continue
        if found == "back":
            if asked:
                asked.pop()
            else:
                break
        elif found == "done":
            break
        elif found == "next":
            asked.append(left[0].place.field or "")
    if view is not None:
        talk.say(t(phrases.CARD_KEPT, face=one_line(view.face)))


def ask_field(talk: Talk, view: Input) -> str:
    """Ask a field once; what comes then: `next`, `back`, `done`, or `again`."""
    position = talk.workshop.state.position
    tell_field(talk, view)
    heard = ask(talk, view, local_to(view))
    match heard:
        case Command("unknown"):
            return "next" if talk.passed_over(SayDontKnow(view.place), view.place) else "again"
        case Given():
            made = making(talk, view, heard)
            return "next" if talk.give(view.place, heard, position, made) is not None else "again"
        case Nothing():
            return "next"
        case Command("skip"):
            talk.skip(has_answer=bool(view.value))
            return "next"
        case Command("clear"):
            return "next" if talk.give(view.place, Given(""), position) is not None else "again"
        case Command(name):
            return name
        case _:
            assert_never(heard)
