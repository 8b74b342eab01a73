"""What moves a number most, as people look at it: bars, and one sentence for each percentage.

Much work for a large workshop, so it is asked for, and never on its own. Draws no bars.
"""

from __future__ import annotations

from decimal import Decimal

import msgspec

from wizard.core.expressions.operations import CONTEXT
from wizard.core.facts import Facts
from wizard.core.figures import figure_id, why
from wizard.core.moving import Effect, Moved, Then, effects, movable, share_of
from wizard.core.problems import Place
from wizard.core.values import Percent, Rounded
from wizard.core.wording import called, label
from wizard.core.words.figures import words_in
from wizard.core.workings import Worked

_HUNDRED = Decimal(100)


class Influence(msgspec.Struct, frozen=True, omit_defaults=True):
    """What one input does to the number when it goes down and up.

    label: its question in words. card: the face of the card that it belongs to, '' for the whole model.
    value: as it is now. down, up: what it is moved to. low, high: the number then, also as amounts; '' and
    None where there is none, and `ends` says why. effect: how far the two are apart. low_share, high_share:
    how far each is from now, as a share of the furthest of all rows, from -1 to 1. point: what one point more
    or less of a percentage does; '' where that can't be seen.
    """

    label: str
    place: Place
    value: str
    down: str
    up: str
    low: str
    high: str
    low_amount: Decimal | None = None
    high_amount: Decimal | None = None
    card: str = ""
    effect: str = ""
    low_share: float = 0.0
    high_share: float = 0.0
    point: str = ""
    ends: tuple[str, ...] = ()


class SensitivityView(msgspec.Struct, frozen=True, omit_defaults=True):
    """What moves one number. title: what the flow calls the question.

    figure, of, card: id and title of the number, and the face of its card. value: as it is now, '' where
    there is none; then `why` says why, and there are no rows. by: how far inputs are moved, such as 10%.
    rows: the strongest first; inputs that don't move it are left out.
    """

    title: str
    figure: str
    of: str
    value: str
    by: str
    card: str = ""
    why: str = ""
    rows: tuple[Influence, ...] = ()


def sensitivities(facts: Facts, figure: str | None = None) -> tuple[SensitivityView, ...]:
    """What moves each number that the flow asks about. figure: only the number with this id."""
    asked_for = (one for one in movable(facts) if figure is None or figure_id(one.what) == figure)
    return tuple(_view(facts, moved) for moved in asked_for)


def _view(facts: Facts, moved: Moved) -> SensitivityView:
    what, entry = moved.what, facts.flow.file.sensitivity[moved.entry]
    found = effects(facts, moved)
    furthest = max((effect.furthest for effect in found), default=Decimal(0))
    return SensitivityView(
        title=entry.title,
        figure=figure_id(what),
        of=_title(facts, what),
        value=facts.shown(facts.worked_out(what)),
        by=facts.shown(Percent(share_of(entry))),
        card=facts.face(what.card) if what.card is not None else "",
        why=why(facts, what),
        rows=tuple(_row(facts, what, effect, furthest) for effect in found),
    )


def _title(facts: Facts, what: Worked) -> str:
    return facts.definition(what)[0].title or what.name


def _row(facts: Facts, what: Worked, effect: Effect, furthest: Decimal) -> Influence:
    place, ends, words = effect.place, (effect.low, effect.high), words_in(facts.language)
    low_share, high_share = (float(effect.by(then) / furthest) if furthest else 0.0 for then in ends)
    low, high = ("" if then.number is None else facts.shown(then.number) for then in ends)
    return Influence(
        label=label(facts, place),
        place=place,
        card=called(facts, place.card, place.question) if place.card is not None else "",
        value=facts.shown(facts.value(place)),
        down=effect.low.to,
        up=effect.high.to,
        low=low,
        high=high,
        low_amount=effect.low.number,
        high_amount=effect.high.number,
        effect="" if effect.ends else _amount(facts, what, effect.size),
        low_share=low_share,
        high_share=high_share,
        point=_point(facts, what, effect, effect.point) if effect.point is not None else "",
        ends=tuple(words.at_end.format(then=then.to, why=then.why) for then in ends if then.number is None),
    )


def _amount(facts: Facts, what: Worked, amount: Decimal) -> str:
    """A difference in the unit of the number; between percentages, in points."""
    computed, _ = facts.definition(what)
    if computed.as_ == "percent":
        words, points = words_in(facts.language), CONTEXT.multiply(amount, _HUNDRED)
        return (words.point if points == 1 else words.points).format(count=facts.shown(Rounded(points)))
    return facts.shown(facts.in_unit(computed, amount))


def _point(facts: Facts, what: Worked, effect: Effect, point: Then) -> str:
    """What one point of a percentage does; where it is for the better, what that is worth."""
    words, place = words_in(facts.language), effect.place
    name = label(facts, place)
    if place.card is not None:
        name = words.in_brackets.format(what=name, card=called(facts, place.card, place.question))
    told = {
        "what": name,
        "now": facts.shown(facts.value(place)),
        "then": point.to,
        "title": _title(facts, what),
    }
    if point.number is None:
        return words.ends.format(why=point.why, **told)
    told |= {"to": facts.shown(point.number), "was": facts.shown(facts.worked_out(what))}
    moved = effect.by(point)
    if moved > 0 and facts.definition(what)[0].as_ == "money":
        return words.worth.format(amount=_amount(facts, what, moved), **told)
    return words.moves.format(**told) if told["to"] != told["was"] else ""
