"""A question of cards: its list, and changing one of them. Must not know how lines are drawn."""

from __future__ import annotations

from wizard.core.problems import Place
from wizard.core.screen import CardView, QuestionView
from wizard.core.tongue import t
from wizard.frontends.dialogue import commands, ordering, phrases, tables, telling
from wizard.frontends.dialogue.adding import add, add_at, fill_hole, means_hole
from wizard.frontends.dialogue.asker import Entry
from wizard.frontends.dialogue.asking import AT_QUESTION, TEXTS, choose
from wizard.frontends.dialogue.commands import Command
from wizard.frontends.dialogue.filling import ask_field, card_now, fill, is_about
from wizard.frontends.dialogue.prose import one_line
from wizard.frontends.dialogue.talk import Elsewhere, Talk

_WORDS = frozenset(("add", "move", "remove"))


def at_cards(talk: Talk, question: QuestionView) -> None:
    """One choice at a list of cards: a word, a number, or a name."""
    cards = question.cards
    place = question.input.place
    entries = _entries(question)
    found = choose(talk, t(phrases.CARDS_PROMPT), entries, local=AT_QUESTION, note_at=place)
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
            add_at(talk, question, rest.strip())
        case "fill" if question.grid is not None and means_hole(question.grid, rest):
            fill_hole(talk, question, question.grid, rest.strip())
        case "move" if len(cards) > 1:
            ordering.move(talk, cards, rest.split())
        case "remove" if cards:
            ordering.remove(talk, cards, rest.strip())
        case _ if found.isdecimal():
            index = talk.pick_number(found, len(cards))
            if index is not None:
                _change(talk, cards[index].id)
        case said if said in _WORDS or (found.lower() == "fill" and question.grid is not None):
            talk.unknown_word(found)
        case _:
            _by_name(talk, question, found)


def _entries(question: QuestionView) -> list[Entry]:
    cards, grid = question.cards, question.grid
    on, add = Entry("", t(phrases.GO_ON)), Entry("add", t(phrases.CARD_ADD))
    holes = (tables.fill_entry(grid),) if grid is not None and grid.holes else ()
    entries = [on, *telling.card_entries(cards), add, *holes] if cards else [*holes, add, on]
    if len(cards) > 1:
        entries.append(Entry("move", t(phrases.CARD_MOVE)))
    if cards:
        entries.append(Entry("remove", t(phrases.CARD_REMOVE)))
    return entries


def _by_name(talk: Talk, question: QuestionView, name: str) -> None:
    """Change the card of that name; else add one, where a card begins with a text."""
    wanted = name.casefold()
    card = next((card for card in question.cards if one_line(card.face).casefold() == wanted), None)
    if card is not None:
        _change(talk, card.id)
    elif question.blank and question.blank[0].kind in TEXTS:
        if _is_meant_as_card(talk, name):
            add(talk, question, name)
    else:
        talk.unknown_word(name)


def _is_meant_as_card(talk: Talk, name: str) -> bool:
    """Whether a name isn't a command without its colon; in a piped session nobody can be asked."""
    command = commands.meant(name)
    if not command or talk.asker.heard is not None:
        return True
    return talk.sure(t(phrases.CARD_OR_COMMAND, command=command, name=one_line(name)))


# Changing


def _change(talk: Talk, card: str) -> None:
    """Choose fields of a card to answer again, until the person is done with it."""
    while (view := card_now(talk, card)) is not None:
        talk.say("", telling.card_label(view))
        try:
            if _is_changed(talk, view):
                return
        except Elsewhere as gone:
            if not is_about(gone, card):
                raise


def _is_changed(talk: Talk, view: CardView) -> bool:
    """One choice at a card; whether the person is done with it."""
    done = Entry("", t(phrases.CARD_DONE))
    entries = [done, *telling.field_entries(view), Entry("all", t(phrases.CARD_ALL))]
    note_at = Place(view.question, view.id)
    local = frozenset(("back", "done"))
    found = choose(talk, t(phrases.CARD_FIELDS), entries, local=local, note_at=note_at)
    if isinstance(found, Command):
        return found.name in local
    if not found:
        return True
    if found == "all":
        fill(talk, view.id, [])
    elif found.isdecimal():
        index = talk.pick_number(found, len(view.fields))
        while index is not None and _ask_again(talk, view.id, view.fields[index].place):
            pass
    else:
        talk.unknown_word(found)
    return False


def _ask_again(talk: Talk, card: str, place: Place) -> bool:
    """Ask one field of a card; whether to do it once more."""
    view = card_now(talk, card)
    fields = view.fields if view is not None else ()
    field = next((field for field in fields if field.place == place), None)
    return field is not None and ask_field(talk, field) == "again"
