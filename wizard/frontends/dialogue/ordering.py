"""The order of the cards in a list, and which of them go. Must not know how lines are drawn."""

from __future__ import annotations

from collections.abc import Sequence

from wizard.core.intents import MoveCard, RemoveCard
from wizard.core.screen import CardView
from wizard.core.tongue import t
from wizard.frontends.dialogue import phrases, telling
from wizard.frontends.dialogue.asker import Entry
from wizard.frontends.dialogue.prose import one_line
from wizard.frontends.dialogue.talk import Talk


def _which(talk: Talk, prompt: str, cards: Sequence[CardView], typed: str) -> int | None:
    text = typed or talk.asker.menu(prompt, [*telling.card_entries(cards), Entry("", t(phrases.STAY))])
    return talk.pick_number(text, len(cards)) if text else None


def move(talk: Talk, cards: Sequence[CardView], typed: Sequence[str]) -> None:
    """typed: which one and where to, as far as that was said."""
    which, where = (*typed, "", "")[0], typed[-1] if len(typed) > 1 else ""
    index = _which(talk, t(phrases.CARD_MOVE_WHICH), cards, which)
    if index is None:
        return
    to = _which(talk, t(phrases.CARD_MOVE_WHERE), cards, where)
    if to is not None and talk.send(MoveCard(cards[index].question, cards[index].id, to)).done:
        talk.say(t(phrases.CARD_MOVED))


def remove(talk: Talk, cards: Sequence[CardView], typed: str) -> None:
    """typed: which one, as far as that was said. Where others point at it, the person is asked first."""
    index = _which(talk, t(phrases.CARD_REMOVE_WHICH), cards, typed)
    if index is None:
        return
    card = cards[index]
    reply = talk.workshop.send(RemoveCard(card.question, card.id))
    if not reply.done and any(message.code == "card.pointed_at" for message in reply.messages):
        asked = " ".join(message.text for message in reply.messages)
        if not talk.sure(asked):
            return
        reply = talk.workshop.send(RemoveCard(card.question, card.id, sure=True))
    talk.tell(reply.messages)
    if reply.done:
        talk.say(t(phrases.CARD_REMOVED, face=one_line(card.face)))
    else:
        talk.refuse()
