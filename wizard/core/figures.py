"""The numbers that are worked out, as people look at them: the value or why there is none, and what went in.

Only computed values with a title are numbers to look at. Draws nothing, and works nothing out itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Literal

import msgspec

from wizard.core.facts import Facts
from wizard.core.flow.flow import SetSource
from wizard.core.flow.model import (
    ChoiceQuestion,
    DateQuestion,
    MoneyQuestion,
    NumberQuestion,
    PercentQuestion,
    ScaleQuestion,
    YesNoQuestion,
)
from wizard.core.problems import Place
from wizard.core.values import Blank, Card
from wizard.core.wording import asked, called, cell_name, in_short, label, question_of
from wizard.core.words.figures import Words, words_in
from wizard.core.workings import Worked

Unit = Literal["money", "percent", "number", "months", ""]
"""'' for what is no number: a text, a yes, a list."""


class Reading(msgspec.Struct, frozen=True, omit_defaults=True):
    """One thing that a number was worked out from.

    label: the question in its words, or the title of another number. value: as people read it, '' while there
    is none. card: the face of the card that it belongs to, '' for the whole model. place: where it is asked,
    to jump to. figure: the id of the other number, which can be looked at in turn; '' where it is an answer.
    """

    label: str
    value: str
    card: str = ""
    place: Place | None = None
    figure: str = ""


class FigureView(msgspec.Struct, frozen=True, omit_defaults=True):
    """One number, of one card or of the whole model.

    id: `ltv`, of a card `ltv:<card id>`. name: its id in the flow. value: as people read it, '' where there
    is none; then `why` says why, in words that begin small and have no full stop. amount: the number itself;
    a share of one for a percentage. how, source: the formula in words, and where it comes from. formula: as
    the flow has it. card, card_id: the face and id of its card; '' and None for the whole model. movable: the
    flow says what may move it, see `sensitivity`.
    """

    id: str
    name: str
    title: str
    value: str
    why: str = ""
    unit: Unit = ""
    amount: Decimal | None = None
    how: str = ""
    source: str = ""
    formula: str = ""
    card: str = ""
    card_id: str | None = None
    movable: bool = False
    readings: tuple[Reading, ...] = ()


class FigureRow(msgspec.Struct, frozen=True):
    """One number for every card of a table, in the order of its cards."""

    name: str
    title: str
    figures: tuple[FigureView, ...]


class FigureTable(msgspec.Struct, frozen=True):
    """The numbers of the cards of one question. title: what such cards are called. cards: (id, face)."""

    question: str
    title: str
    cards: tuple[tuple[str, str], ...]
    rows: tuple[FigureRow, ...]


class Figures(msgspec.Struct, frozen=True):
    """All numbers of a workshop: of the whole model, and in a table for each kind of card that has some."""

    whole: tuple[FigureView, ...]
    tables: tuple[FigureTable, ...]

    def find(self, id: str) -> FigureView | None:
        """The number with this id."""
        return next((one for one in self if one.id == id), None)

    def __iter__(self) -> Iterator[FigureView]:
        yield from self.whole
        for table in self.tables:
            for row in table.rows:
                yield from row.figures


def figures(facts: Facts) -> Figures:
    """All numbers as they are now."""
    return facts.known(_figures)


def _figures(facts: Facts) -> Figures:
    flow = facts.flow
    whole = tuple(figure(facts, Worked(name)) for question, name in flow.titled if not question)
    by_cards: dict[str, list[str]] = {}
    for question, name in flow.titled:
        if question:
            by_cards.setdefault(question, []).append(name)
    tables = (_table(facts, question, names) for question, names in by_cards.items())
    return Figures(whole, tuple(table for table in tables if table.cards))


def _table(facts: Facts, question: str, names: list[str]) -> FigureTable:
    value = facts.value(Place(question))
    cards = [item for item in value if isinstance(item, Card)] if isinstance(value, tuple) else []
    return FigureTable(
        question,
        facts.kind(question) or asked(facts, Place(question)),
        tuple((card.id, facts.face(card)) for card in cards),
        tuple(
            FigureRow(
                name,
                facts.flow.computed_fields[question, name].title,
                tuple(figure(facts, Worked(name, card)) for card in cards),
            )
            for name in names
        ),
    )


def figure(facts: Facts, what: Worked) -> FigureView:
    """One number as it is now."""
    return facts.known(_figure, what)


def _figure(facts: Facts, what: Worked) -> FigureView:
    (computed, _), value = facts.definition(what), facts.worked_out(what)
    amount = value if isinstance(value, Decimal) else None
    return FigureView(
        id=figure_id(what),
        name=what.name,
        title=computed.title,
        value=facts.shown(value),
        why=why(facts, what),
        unit=computed.as_ or ("" if amount is None else "number"),
        amount=amount,
        how=computed.how,
        source=computed.source,
        formula=computed.value.source,
        card=facts.face(what.card) if what.card is not None else "",
        card_id=what.card.id if what.card is not None else None,
        movable=any(what.name in entry.of for entry in facts.flow.file.sensitivity),
        readings=tuple(_readings(facts, what)),
    )


def figure_id(what: Worked) -> str:
    """`ltv`, of a card `ltv:<card id>`."""
    return what.name if what.card is None else f"{what.name}:{what.card.id}"


# Why there is none


def why(facts: Facts, what: Worked) -> str:
    """Why a computed value has no number now, in a few words; '' where it has one."""
    return facts.known(_why, what)


def _why(facts: Facts, what: Worked) -> str:
    value = facts.worked_out(what)
    if not isinstance(value, Blank):
        return ""
    spared = facts.spared(what)
    if spared is not None:
        return " ".join(facts.prose(spared.say, facts.definition(what)[1]).split())
    if value.places:
        return _waiting(facts, value.places, what.card)
    if value.no_period:
        return words_in(facts.language).no_period.format(text=value.no_period)
    return next(_inherited(facts, what), words_in(facts.language).no_result)


def _waiting(facts: Facts, places: tuple[Place, ...], card: Card | None) -> str:
    """What it waits for; where nobody is asked for any of it, that."""
    words = words_in(facts.language)
    seen = [place for place in places if facts.visible(place)]
    names = dict.fromkeys(_place_name(facts, words, place, card) for place in seen or places)
    return (words.waiting if seen else words.not_asked).format(what=words.listed(tuple(names)))


def _place_name(facts: Facts, words: Words, place: Place, own: Card | None) -> str:
    """A place in words; without its card where that is the one whose number this is."""
    what = in_short(facts, place) or words.quoted.format(text=asked(facts, place))
    if place.column is not None:
        return words.at_cell.format(what=what, cell=words.quoted.format(text=cell_name(facts, place)))
    id = place.card if place.card is not None else place.row
    if id is None or (own is not None and id == own.id):
        return what
    card = words.quoted.format(text=called(facts, id, facts.state.owner.get(id, "")))
    if place.card is not None and place.field is None:
        return card
    return (words.of_card if place.card is not None else words.for_card).format(what=what, card=card)


def _inherited(facts: Facts, what: Worked) -> Iterator[str]:
    """Why the values that it was worked out from have no number."""
    words = words_in(facts.language)
    for read in facts.worked_from(what):
        if isinstance(read, Worked) and (reason := why(facts, read)):
            title = facts.definition(read)[0].title
            yield words.of_figure.format(title=title, why=reason) if title else reason


# What went in


_NUMBERS = (NumberQuestion, MoneyQuestion, PercentQuestion, ScaleQuestion)


def _readings(facts: Facts, what: Worked) -> Iterator[Reading]:
    """The answers and the titled values that it was worked out from; through those without a title."""
    reads = [read for read in _reads(facts, what) if isinstance(read, Worked) or _is_told(facts, read)]
    numbers = {read for read in reads if isinstance(read, Worked) or _is_number(facts, read)}
    counted = {None, _owner(what), *map(_owner, numbers)}
    # What a card is counts only where a number of it does: else it says why that card was left out.
    reads = [read for read in reads if _owner(read) in counted]
    together = {owner: at for at, owner in reversed([*enumerate(map(_owner, reads))])}
    for read in sorted(reads, key=lambda read: (together[_owner(read)], read not in numbers)):
        yield _other(facts, read) if isinstance(read, Worked) else _answer(facts, read)


def _owner(read: Place | Worked) -> str | None:
    """The id of the card that it belongs to."""
    if isinstance(read, Place):
        return read.card
    return read.card.id if read.card is not None else None


def _reads(facts: Facts, what: Worked) -> Iterator[Place | Worked]:
    """Each once, in the order in which they were read."""
    seen: set[Place | Worked] = set()
    waiting = [facts.worked_from(what)]
    while waiting:
        read = next(waiting[-1], None)
        if read is None:
            waiting.pop()
        elif read not in seen:
            seen.add(read)
            if isinstance(read, Worked) and not facts.definition(read)[0].title:
                waiting.append(facts.worked_from(read))
            else:
                yield read


def _is_told(facts: Facts, place: Place) -> bool:
    """Whether an answer says something by itself, and is asked for now. A link only leads to others."""
    told = isinstance(question_of(facts, place), (*_NUMBERS, DateQuestion, YesNoQuestion, ChoiceQuestion))
    return told and isinstance(facts.source(place), SetSource | None) and facts.visible(place)


def _is_number(facts: Facts, place: Place) -> bool:
    return isinstance(question_of(facts, place), _NUMBERS)


def _answer(facts: Facts, place: Place) -> Reading:
    card = called(facts, place.card, place.question) if place.card is not None else ""
    return Reading(label(facts, place), facts.shown(facts.value(place)), card, place)


def _other(facts: Facts, read: Worked) -> Reading:
    return Reading(
        label=facts.definition(read)[0].title,
        value=facts.shown(facts.worked_out(read)),
        card=facts.face(read.card) if read.card is not None else "",
        figure=figure_id(read),
    )
