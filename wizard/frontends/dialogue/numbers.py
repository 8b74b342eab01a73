"""`:numbers` and `:sensitivity`: what answers come to, and what moves it. Must not know who reads it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from wizard.core.figures import FigureView, Reading
from wizard.core.problems import Place
from wizard.core.sensitivity import Influence, SensitivityView
from wizard.core.tongue import t
from wizard.frontends.dialogue import phrases
from wizard.frontends.dialogue.asker import Entry, index_of
from wizard.frontends.dialogue.prose import one_line
from wizard.frontends.dialogue.talk import Elsewhere, Talk

MOVES = "moves"


def tell_numbers(talk: Talk, wanted: str) -> None:
    """All numbers, or one with what went in. wanted: its number or its name, '' for all. Raises Elsewhere."""
    found = _chosen(talk, tuple(talk.workshop.figures()), wanted, t(phrases.NUMBERS_PROMPT))
    while found is not None:
        found = _look_at(talk, found)


def tell_sensitivity(talk: Talk, wanted: str) -> None:
    """What moves a number. wanted: its number among those that are moved, or its name. Raises Elsewhere."""
    movable = tuple(one for one in talk.workshop.figures() if one.movable)
    found = _chosen(talk, movable, wanted, t(phrases.SENSITIVITY_PROMPT))
    if found is not None:
        _tell_moves(talk, found)


def _chosen(talk: Talk, figures: Sequence[FigureView], wanted: str, prompt: str) -> FigureView | None:
    """The number that somebody means; where that may be several, they choose. None, said, for none."""
    if not figures:
        talk.say(t(phrases.NO_NUMBERS))
        return None
    index = index_of(wanted, len(figures)) if wanted else None
    if index is not None:
        return figures[index]
    fitting = meant(figures, wanted)
    if len(fitting) == 1 and wanted:
        return fitting[0]
    if not fitting:
        talk.refuse(t(phrases.NO_SUCH_NUMBER, text=wanted))
        return None
    entries = [Entry(str(figures.index(one) + 1), figure_line(one)) for one in fitting]
    text = talk.choose(prompt, entries)
    return _chosen(talk, figures, text, prompt) if text else None


def meant(figures: Sequence[FigureView], text: str) -> tuple[FigureView, ...]:
    """The numbers in whose title and card all of these words stand; those with exactly that title first."""
    words = text.casefold().split()
    exact = tuple(one for one in figures if one.title.casefold().split() == words)
    named = ((one, f"{one.title} {one.card}".casefold()) for one in figures)
    return exact or tuple(one for one, name in named if all(word in name for word in words))


def figure_line(one: FigureView) -> str:
    """A number in one sentence, or why there is none."""
    form = t(phrases.NUMBER) if one.value else t(phrases.NO_NUMBER)
    return form.format(name=_name(one), value=one.value, why=one.why)


def figure_lines(one: FigureView) -> Iterator[str]:
    """A number, what it means and where the formula comes from."""
    yield figure_line(one)
    if one.how:
        yield t(phrases.NUMBER_HOW, text=one.how)
    if one.source:
        yield t(phrases.NUMBER_SOURCE, text=one.source)
    if one.formula and not one.how:  # words are for everybody
        yield t(phrases.NUMBER_FORMULA, text=one_line(one.formula))


def _name(one: FigureView) -> str:
    card = one_line(one.card)
    return t(phrases.NUMBER_OF_CARD, card=card, title=one.title) if card else one.title


def _look_at(talk: Talk, one: FigureView) -> FigureView | None:
    """Tell of a number, and ask where to go from there; the next number to look at."""
    talk.say(*figure_lines(one))
    entries = [Entry(str(n), reading_line(read, one.card)) for n, read in enumerate(one.readings, 1)]
    entries += [Entry(MOVES, t(phrases.NUMBER_MOVES))] if one.movable else []
    if not entries:
        return None
    prompt = t(phrases.NUMBER_FROM) if one.readings else t(phrases.NUMBER_NEXT)
    text = talk.choose(prompt, entries)
    if text.lower() == MOVES and one.movable:
        _tell_moves(talk, one)
        return None
    index = talk.pick_number(text, len(one.readings)) if text else None
    if index is None:
        return None
    read = one.readings[index]
    if read.figure:
        return talk.workshop.figures().find(read.figure)
    if read.place is not None:
        _go(talk, read.place)
    return None


def reading_line(read: Reading, card: str) -> str:
    """What went in. card: whose number it went into, which needn't be said again."""
    name, value = one_line(read.label), one_line(read.value) or t(phrases.READING_EMPTY)
    if read.card and read.card != card:
        name = t(phrases.NUMBER_OF_CARD, card=one_line(read.card), title=name)
    return f"{name} {value}" if _is_closed(name) else t(phrases.READING, name=name, value=value)


def _is_closed(name: str) -> bool:
    """Whether a name ends as a sentence does."""
    return name.endswith(("?", ".", "!", ":"))


def _go(talk: Talk, place: Place) -> None:
    """To where an answer is asked; going on leads back."""
    if talk.workshop.jump(place, returning=True):
        raise Elsewhere(place)
    talk.say(t(phrases.NOT_ASKED_NOW))


# What moves a number


def _tell_moves(talk: Talk, one: FigureView) -> None:
    """Every answer that moves a number, the strongest first, and the way to each."""
    views = talk.workshop.sensitivity(one.id)
    for view in views:
        talk.say(*moves_lines(view))
    rows = [row for view in views for row in view.rows]
    if not rows:
        return
    entries = [Entry(str(n), influence_line(row)) for n, row in enumerate(rows, 1)]
    text = talk.choose(t(phrases.MOVES_PROMPT), entries)
    index = talk.pick_number(text, len(rows)) if text else None
    if index is not None:
        _go(talk, rows[index].place)


def moves_lines(view: SensitivityView) -> Iterator[str]:
    """What is asked, of which number, and what one point of a percentage does."""
    name = t(phrases.NUMBER_OF_CARD, card=one_line(view.card), title=view.of) if view.card else view.of
    form = t(phrases.NUMBER) if view.value else t(phrases.NO_NUMBER)
    yield t(phrases.MOVES_TITLE, title=view.title.rstrip("?."))
    yield form.format(name=name, value=view.value, why=view.why)
    if view.rows:
        yield t(phrases.MOVES_BY, by=view.by)
    elif view.value:
        yield t(phrases.MOVES_NOTHING)
    yield from (f"{row.point}." for row in view.rows if row.point)


def influence_line(row: Influence) -> str:
    """An answer, what it is moved to on both sides, and the number then."""
    name = one_line(row.label)
    if row.card:
        name = t(phrases.NUMBER_OF_CARD, card=one_line(row.card), title=name)
    if not _is_closed(name):
        name += "."
    low, high = (text or t(phrases.READING_EMPTY) for text in (row.low, row.high))
    told = {"name": name, "value": row.value, "down": row.down, "up": row.up, "low": low, "high": high}
    return " ".join([t(phrases.INFLUENCE, **told), *(f"{end[:1].upper()}{end[1:]}." for end in row.ends)])
