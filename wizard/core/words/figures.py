"""What is said about numbers: why there is none, and what moves one. Fragments, to stand behind a title.

They stand in documents and beside the words of the flow, so they are in the language of the workshop, not in
that of the program: one entry here for each of `languages`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import msgspec

from wizard.core.languages import Language

MOST_NAMED = 3


class Words(msgspec.Struct, frozen=True, kw_only=True):
    """The sentences of one language. `{name}` in one is filled with what is called so.

    quoted, of_card, for_card, at_cell: what an answer is called. one_and_other, and_more: how several are
    read out. points: how far a number has moved. worth, moves, ends: what one point does.
    """

    waiting: str
    not_asked: str
    no_result: str
    no_period: str
    of_figure: str
    quoted: str
    of_card: str
    for_card: str
    at_cell: str
    one_and_other: str
    and_more: str
    worth: str
    moves: str
    ends: str
    at_end: str
    in_brackets: str = "{what} ({card})"
    point: str
    points: str

    def listed(self, names: Sequence[str]) -> str:
        """Names as one reads them out: two or three in full, of more the first and how many are left."""
        if len(names) > MOST_NAMED:
            first = MOST_NAMED - 1
            return self.and_more.format(first=", ".join(names[:first]), count=len(names) - first)
        if len(names) > 1:
            return self.one_and_other.format(first=", ".join(names[:-1]), last=names[-1])
        return "".join(names)


_ENGLISH: Final = Words(
    waiting="waiting for: {what}",
    not_asked="it needs {what}, which isn't asked here",
    no_result="it can't be worked out from these answers: something may be divided by nothing",
    no_period="“{text}” is no period of time, so it can't be counted by the month or the year",
    of_figure="“{title}”: {why}",
    quoted="“{text}”",
    of_card="{what} of {card}",
    for_card="{what} for {card}",
    at_cell="{what} at {cell}",
    one_and_other="{first} and {last}",
    and_more="{first} and {count} more",
    worth="One point of “{what}” is worth {amount} to you: at {then} in place of {now}, “{title}” is {to}",
    moves="One point of “{what}”: at {then} in place of {now}, “{title}” is {to} in place of {was}",
    ends="One point of “{what}”: at {then} in place of {now} there is no “{title}”: {why}",
    at_end="at {then}: {why}",
    point="{count} point",
    points="{count} points",
)

_GERMAN: Final = Words(
    waiting="wartet auf: {what}",
    not_asked="dafür braucht es {what}, und das wird hier nicht gefragt",
    no_result="mit diesen Antworten lässt es sich nicht ausrechnen: Vielleicht wird durch null geteilt",
    no_period="„{text}“ ist kein Zeitraum, also lässt es sich nicht auf Monat oder Jahr umrechnen",
    of_figure="„{title}“: {why}",
    quoted="„{text}“",
    of_card="{what} bei {card}",
    for_card="{what} für {card}",
    at_cell="{what} bei {cell}",
    one_and_other="{first} und {last}",
    and_more="{first} und {count} weitere",
    worth="Ein Punkt bei „{what}“ bringt {amount}: mit {then} statt {now} ist „{title}“ {to}",
    moves="Ein Punkt bei „{what}“: mit {then} statt {now} ist „{title}“ {to} statt {was}",
    ends="Ein Punkt bei „{what}“: mit {then} statt {now} gibt es kein „{title}“: {why}",
    at_end="bei {then}: {why}",
    point="{count} Punkt",
    points="{count} Punkte",
)

_SPANISH: Final = Words(
    waiting="falta: {what}",
    not_asked="necesita {what}, que aquí no se pregunta",
    no_result="con estas respuestas no se puede calcular: quizá se divide por cero",
    no_period="«{text}» no es un periodo, así que no se puede pasar a un mes o a un año",
    of_figure="«{title}»: {why}",
    quoted="«{text}»",
    of_card="{what} de {card}",
    for_card="{what} para {card}",
    at_cell="{what} en {cell}",
    one_and_other="{first} y {last}",
    and_more="{first} y {count} más",
    worth="Un punto de «{what}» vale {amount}: con {then} en lugar de {now}, «{title}» es {to}",
    moves="Un punto de «{what}»: con {then} en lugar de {now}, «{title}» es {to} en lugar de {was}",
    ends="Un punto de «{what}»: con {then} en lugar de {now} no hay «{title}»: {why}",
    at_end="con {then}: {why}",
    point="{count} punto",
    points="{count} puntos",
)

IN: Final = {"en": _ENGLISH, "de": _GERMAN, "es": _SPANISH}


def words_in(language: Language) -> Words:
    """The sentences in a language; in English where nobody has told us better."""
    return IN.get(language.code, _ENGLISH)
