"""A question of cards: list, add, change, move and remove. Must not know how lines are drawn."""

from __future__ import annotations

from collections.abc import Sequence
from typing import assert_never

import msgspec

from wizard.core.intents import AddCard, Intent, MoveCard, RemoveCard, SayDontKnow
from wizard.core.problems import Place
from wizard.core.screen import CardView, Input, QuestionView
from wizard.frontends.dialogue import commands, phrases, telling
from wizard.frontends.dialogue.asker import Entry, Given, Nothing
from wizard.frontends.dialogue.asking import (
    AT_FIELD,
    AT_QUESTION,
    OPTIONAL,
    TEXTS,
    Heard,
    ask,
    choose,
)
from wizard.frontends.dialogue.commands import Command
from wizard.frontends.dialogue.making import making
from wizard.frontends.dialogue.prose import one_line
from wizard.frontends.dialogue.talk import Elsewhere, Talk

_WORDS = frozenset(("add", "move", "remove"))


def at_cards(talk: Talk, question: QuestionView) -> None:
    """One choice at a list of cards: a word, a number, or a name."""
    cards = question.cards
    place = question.input.place
    entries = _entries(cards)
    found = choose(talk, phrases.CARDS_PROMPT, entries, local=AT_QUESTION, note_at=place)
    if isinstance(found, Command):
        talk.leave(found.name, place, has_answer=bool(cards))
        return
    labels = {entry.label.casefold(): entry.word for entry in entries if not entry.word.isdecimal()}
    found = labels.get(found.casefold(), found)
    word, _, rest = found.partition(" ")
    match word.lower():
        case "":
            talk.go_on()
        case "add":
            _add(talk, question, rest.strip())
        case "move" if len(cards) > 1:
            _move(talk, cards, rest.split())
        case "remove" if cards:
            _remove(talk, cards, rest.strip())
        case _ if found.isdecimal():
            index = talk.pick_number(found, len(cards))
            if index is not None:
                _change(talk, cards[index].id)
        case said if said in _WORDS:
            talk.unknown_word(found)
        case _:
            _by_name(talk, question, found)


def _entries(cards: Sequence[CardView]) -> list[Entry]:
    on, add = Entry("", phrases.GO_ON), Entry("add", phrases.CARD_ADD)
    entries = [on, *telling.card_entries(cards), add] if cards else [add, on]
    if len(cards) > 1:
        entries.append(Entry("move", phrases.CARD_MOVE))
    if cards:
        entries.append(Entry("remove", phrases.CARD_REMOVE))
    return entries


def _by_name(talk: Talk, question: QuestionView, name: str) -> None:
    """Change the card of that name; else add one, where a card begins with a text."""
    wanted = name.casefold()
    card = next((card for card in question.cards if one_line(card.face).casefold() == wanted), None)
    if card is not None:
        _change(talk, card.id)
    elif question.blank and question.blank[0].kind in TEXTS:
        if _is_meant_as_card(talk, name):
            _add(talk, question, name)
    else:
        talk.unknown_word(name)


def _is_meant_as_card(talk: Talk, name: str) -> bool:
    """Whether a name isn't a command without its colon; in a piped session nobody can be asked."""
    command = commands.meant(name)
    if not command or talk.asker.heard is not None:
        return True
    return talk.sure(phrases.CARD_OR_COMMAND.format(command=command, name=one_line(name)))


def _is_about(gone: Elsewhere, card: str) -> bool:
    """Whether the person went to a field of that very card."""
    return gone.place is not None and gone.place.card == card and gone.place.field is not None


def _card(talk: Talk, card: str) -> CardView | None:
    """A card as it is now; None where it is gone, by undo or by somebody else."""
    question = talk.look().question
    return next((view for view in question.cards if view.id == card), None) if question is not None else None


def _local(view: Input) -> frozenset[str]:
    """The commands that a field can do."""
    return AT_FIELD if view.required else AT_FIELD | OPTIONAL


def _tell_field(talk: Talk, view: Input) -> None:
    talk.say("", *telling.field_lines(view))


# Adding


def _add(talk: Talk, question: QuestionView, first: str) -> None:
    """A new card: it is there as soon as a field is filled. first: typed already, for the first field."""
    place = question.input.place
    talk.say(phrases.CARD_NEW)
    fields = question.blank
    at = 0
    while 0 <= at < len(fields):
        view = _blank(fields[at], place)
        heard: Heard
        if first and view.kind in TEXTS:
            heard = Given(first)
        else:
            _tell_field(talk, view)
            heard = ask(talk, view, _local(view))
        card = None
        match heard:
            case Given(raw) if raw:
                card = _added(talk, view, heard, place)
            case Command("unknown"):
                card = _unknown(talk, view.place, place)
            case Command("back"):
                at -= 1
            case Command("done"):
                break
            case Given() | Nothing() | Command("skip"):
                at += 1
            case Command():
                pass
            case _:
                assert_never(heard)
        if card is not None:
            if first:
                talk.say(phrases.CARD_ADDED.format(face=one_line(first)))
            _fill(talk, card, [other.place.field or "" for other in fields[: at + 1]])
            return
        first = ""
    talk.say(phrases.CARD_NOTHING)


def _blank(view: Input, cards: Place) -> Input:
    """A field of a card to come, at a place of its own for what is being typed."""
    return msgspec.structs.replace(view, place=Place(cards.question, field=view.place.field, row=cards.row))


def _added(talk: Talk, view: Input, given: Given, cards: Place) -> str | None:
    intent: Intent | None = making(talk, view, given)
    if intent is None:
        intent = AddCard(cards.question, {view.place.field or "": given.raw}, row=cards.row)
    reply = talk.give(view.place, given, talk.workshop.state.position, intent)
    return reply.card if reply is not None else None


def _unknown(talk: Talk, place: Place, cards: Place) -> str | None:
    """A card of which somebody says first what they don't know."""
    card = talk.send(AddCard(cards.question, {}, row=cards.row)).card
    if card is not None:
        talk.send(SayDontKnow(Place(cards.question, card, place.field)))
    return card


# Filling and changing


def _fill(talk: Talk, card: str, asked: list[str]) -> None:
    """The fields of a card, one after the other. asked: those that were asked before, in order."""
    while (view := _card(talk, card)) is not None:
        left = [field for field in view.fields if field.place.field not in asked]
        if not left:
            break
        try:
            found = _ask_field(talk, left[0])
        except Elsewhere as gone:
            if not _is_about(gone, card):
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
        talk.say(phrases.CARD_KEPT.format(face=one_line(view.face)))


def _ask_field(talk: Talk, view: Input) -> str:
    """Ask a field once; what comes then: `next`, `back`, `done`, or `again`."""
    position = talk.workshop.state.position
    _tell_field(talk, view)
    heard = ask(talk, view, _local(view))
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


def _change(talk: Talk, card: str) -> None:
    """Choose fields of a card to answer again, until the person is done with it."""
    while (view := _card(talk, card)) is not None:
        talk.say("", telling.card_label(view))
        try:
            if _is_changed(talk, view):
                return
        except Elsewhere as gone:
            if not _is_about(gone, card):
                raise


def _is_changed(talk: Talk, view: CardView) -> bool:
    """One choice at a card; whether the person is done with it."""
    done = Entry("", phrases.CARD_DONE)
    entries = [done, *telling.field_entries(view), Entry("all", phrases.CARD_ALL)]
    note_at = Place(view.question, view.id)
    local = frozenset(("back", "done"))
    found = choose(talk, phrases.CARD_FIELDS, entries, local=local, note_at=note_at)
    if isinstance(found, Command):
        return found.name in local
    if not found:
        return True
    if found == "all":
        _fill(talk, view.id, [])
    elif found.isdecimal():
        index = talk.pick_number(found, len(view.fields))
        while index is not None and _ask_again(talk, view.id, view.fields[index].place):
            pass
    else:
        talk.unknown_word(found)
    return False


def _ask_again(talk: Talk, card: str, place: Place) -> bool:
    """Ask one field of a card; whether to do it once more."""
    view = _card(talk, card)
    fields = view.fields if view is not None else ()
    field = next((field for field in fields if field.place == place), None)
    return field is not None and _ask_field(talk, field) == "again"


# Order


def _which(talk: Talk, prompt: str, cards: Sequence[CardView], typed: str) -> int | None:
    text = typed or talk.asker.menu(prompt, [*telling.card_entries(cards), Entry("", phrases.STAY)])
    return talk.pick_number(text, len(cards)) if text else None


def _move(talk: Talk, cards: Sequence[CardView], typed: Sequence[str]) -> None:
    """typed: which one and where to, as far as that was said."""
    which, where = (*typed, "", "")[0], typed[-1] if len(typed) > 1 else ""
    index = _which(talk, phrases.CARD_MOVE_WHICH, cards, which)
    if index is None:
        return
    to = _which(talk, phrases.CARD_MOVE_WHERE, cards, where)
    if to is not None and talk.send(MoveCard(cards[index].question, cards[index].id, to)).done:
        talk.say(phrases.CARD_MOVED)


def _remove(talk: Talk, cards: Sequence[CardView], typed: str) -> None:
    index = _which(talk, phrases.CARD_REMOVE_WHICH, cards, typed)
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
        talk.say(phrases.CARD_REMOVED.format(face=one_line(card.face)))
    else:
        talk.refuse()
