"""What templates may put behind a bar. Must not know where templates come from.

Filters return lists, never iterators, and none lets text through unescaped. Source: docs/templates.md.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Hashable, Iterable, Iterator, Sized
from datetime import date
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal
from functools import wraps
from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple

from jinja2.filters import FILTERS as JINJAS
from jinja2.runtime import Undefined
from markupsafe import Markup

from wizard.adapters.render_jinja.budget import CHARACTERS_A_STEP, ITEMS_A_STEP
from wizard.adapters.render_jinja.limits import MOST_ITEMS, formatted, replaced, too_much, within
from wizard.adapters.render_jinja.mistakes import Mistake
from wizard.adapters.render_jinja.written import MarkdownText, PlainText, Written, shown
from wizard.core.diagrams import MOST as MOST_OF_A_LABEL
from wizard.core.diagrams import label
from wizard.core.printed import DocumentCard, Nothing
from wizard.core.problems import problem

if TYPE_CHECKING:
    from wizard.adapters.render_jinja.sandbox import DocumentEnvironment

Filter = Callable[..., Any]

# Those of Jinja that hold here as they are: they neither escape nor grow what they are given.
TAKEN_OVER = (
    *("abs", "count", "dictsort", "first", "int", "items", "last", "length", "list", "map", "max", "min"),
    *("reject", "rejectattr", "reverse", "select", "selectattr", "sum", "unique", "urlencode", "wordcount"),
)
COUNTED = " counted"
"""The filter around what a loop goes through. No template can name it."""


class Group(NamedTuple):
    """Items that have one value in common."""

    grouper: object
    list: list[object]


def filters(environment: DocumentEnvironment) -> dict[str, Filter]:
    """All of them, for templates that run in this environment."""
    found = {name: JINJAS[name] for name in TAKEN_OVER}
    found |= _of_text() | _of_lists(environment) | _ready(environment)
    found["round"] = rounded
    found["default"] = found["d"] = default
    if environment.written is PlainText:
        found["tojson"] = to_json
    charged = {name: _charged(filter, environment) for name, filter in found.items()}
    return charged | {COUNTED: _counted(environment)}


def _charged(filter: Filter, environment: DocumentEnvironment) -> Filter:
    """The filter, paying for the sizes of what goes in and comes out, and returning lists."""

    @wraps(filter)
    def paying(*arguments: Any, **named: Any) -> Any:
        environment.budget.spend(1 + sum(_size(one) for one in arguments))
        result = filter(*arguments, **named)
        if isinstance(result, Iterator):
            result = list(islice(result, MOST_ITEMS + 1))
            if len(result) > MOST_ITEMS:
                raise too_much()
        environment.budget.spend(_size(result))
        return result

    return paying


def _size(value: object) -> int:
    """Steps that going through a value costs; far fewer than a loop in a template takes."""
    if isinstance(value, str):
        return len(value) // CHARACTERS_A_STEP
    return len(value) // ITEMS_A_STEP if isinstance(value, list | tuple | dict | range) else 0


def _counted(environment: DocumentEnvironment) -> Filter:
    def counted(items: Iterable[object], characters: int) -> object:
        """What a loop goes through. characters: of the template's own text in the loop."""
        held = items if isinstance(items, Sized) else list(islice(items, MOST_ITEMS + 1))
        if len(held) > MOST_ITEMS:
            raise too_much()
        environment.budget.spend(len(held), len(held) * characters)
        return held

    return counted


# Text


def _of_text() -> dict[str, Filter]:
    return {
        "lower": _before_escaping("lower", str.lower),
        "upper": _before_escaping("upper", str.upper),
        "title": _before_escaping("title", str.title),
        "capitalize": _before_escaping("capitalize", str.capitalize),
        "replace": _before_escaping("replace", replace),
        "truncate": _before_escaping("truncate", truncated),
        "format": _before_escaping("format", format_values),
        "trim": trimmed,
        "indent": indented,
        "string": text_of,
    }


def _before_escaping(name: str, change: Callable[..., str]) -> Filter:
    """A change of text that would tear escapes apart, so that it comes before them."""

    def changed(value: object, *arguments: object, **named: object) -> str:
        if any(isinstance(one, Markup) for one in (value, *arguments, *named.values())):
            raise Mistake(problem("document.escaped_already", name=name))
        return change(shown(value), *arguments, **named)

    return changed


def replace(text: str, old: object, new: object, count: int | None = None) -> str:
    """The text with one piece of it replaced by another."""
    return replaced(text, shown(old), shown(new), -1 if count is None else count)


def truncated(text: str, length: int = 255, killwords: bool = False, end: str = "…") -> str:
    """The text, or its beginning with `end` behind it, in `length` characters; whole words if they may be."""
    if len(text) <= length:
        return text
    cut = text[: max(length - len(end), 0)]
    return (cut if killwords else cut.rsplit(" ", 1)[0]) + end


def format_values(text: str, *values: object, **named: object) -> str:
    """The text with %s, %d and the like filled in."""
    return formatted(text, named or values)


def trimmed(value: object) -> str:
    """Without white space at the ends."""
    text = text_of(value)
    return type(text)(str.strip(text))


def indented(value: object, width: int = 4, first: bool = False) -> str:
    """With blanks before each line that holds something; before the first one if asked."""
    text = text_of(value)
    blanks = " " * within(width, 0, 100)
    start, *rest = str.split(text, "\n")
    lines = [
        blanks + start if first and start else start,
        *(blanks + line if line else line for line in rest),
    ]
    return type(text)("\n".join(lines))


def text_of(value: object) -> str:
    """As text; what is ready for the document stays so."""
    return shown(value)


def to_json(value: object) -> str:
    """As JSON, for templates that write it. Numbers are numbers, all else is text."""

    def other(one: object) -> object:
        return float(one) if isinstance(one, Decimal) else shown(one)

    return Markup(json.dumps(value, ensure_ascii=False, default=other, sort_keys=True))


# Values and lists


def rounded(value: Any, precision: int = 0, method: str = "common") -> Any:
    """A number with so many places, as people round."""
    if isinstance(value, Nothing):
        return value
    ways = {"common": ROUND_HALF_UP, "ceil": ROUND_CEILING, "floor": ROUND_FLOOR}
    places = Decimal(1).scaleb(-within(precision, -20, 20))
    found = Decimal(str(value)) if isinstance(value, float) else Decimal(value)
    exact = found.quantize(places, rounding=ways[method])
    return int(exact) if precision <= 0 else exact


def default(value: Any, other: object = "", boolean: bool = False) -> object:
    """The value, or another where there is none, or where it counts as false if asked."""
    missing = isinstance(value, Undefined | Nothing)
    return other if missing or (boolean and not value) else value


def known(items: Iterable[object]) -> list[object]:
    """The items of a list that aren't blank."""
    return [item for item in items if not isinstance(item, Nothing)]


def linking(cards: Iterable[object], target: object) -> list[DocumentCard]:
    """The cards that link to a card, through any field."""
    return [card for card in cards if isinstance(card, DocumentCard) and target in _list(card.links)]


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def _of_lists(environment: DocumentEnvironment) -> dict[str, Filter]:
    """Those that look at the fields of cards, or that have to be told how the document is written."""

    def field(item: object, name: str | int | None) -> Any:
        for part in str(name).split(".") if name is not None else ():
            item = environment.getattr(item, part)
        return item

    def where(cards: Iterable[object], name: str, value: object) -> list[object]:
        """The cards whose field is a value, or holds it among others."""
        return [card for card in cards if _holds(field(card, name), value)]

    def sort(items: Iterable[object], reverse: bool = False, attribute: str | None = None) -> list[object]:
        """Numbers by size, dates by time, the rest by what it is called; blanks last."""
        return sorted(items, key=lambda item: _rank(field(item, attribute)), reverse=reverse)

    def groupby(items: Iterable[object], attribute: str) -> list[Group]:
        """Items with the same value together, in the order in which the values appear."""
        groups: dict[Hashable, Group] = {}
        for item in items:
            value = field(item, attribute)
            groups.setdefault(value, Group(value, [])).list.append(item)
        return list(groups.values())

    def batch(items: Iterable[object], size: int, fill: object = None) -> list[list[object]]:
        """Rows of so many items; the last one filled up, if there is something to fill it with."""
        held = list(items)
        width = within(size, 1, 1000)
        rows = [held[at : at + width] for at in range(0, len(held), width)]
        if rows and fill is not None:
            rows[-1] += [fill] * (width - len(rows[-1]))
        return rows

    def join(items: Iterable[object], separator: object = "", attribute: str | None = None) -> str:
        """The items as one text; ready for the document if one of them is."""
        texts = [field(item, attribute) for item in items]
        return environment.joined(_between(texts, separator))

    found: dict[str, Filter] = {"where": where, "linking": linking, "known": known, "sort": sort}
    return found | {"groupby": groupby, "batch": batch, "join": join}


def _between(items: list[object], separator: object) -> Iterator[object]:
    for place, item in enumerate(items):
        if place:
            yield separator
        yield item


def _holds(held: Any, value: object) -> bool:
    return any(one == value for one in held) if isinstance(held, list) else bool(held == value)


def _rank(value: object) -> tuple[int, Decimal, str]:
    match value:
        case Nothing():
            return (3, Decimal(0), "")
        case bool() | int() | Decimal():
            return (0, Decimal(value), "")
        case date():
            return (1, Decimal(value.toordinal()), "")
        case _:
            return (2, Decimal(0), shown(value).casefold())


# Ready for the document


def _ready(environment: DocumentEnvironment) -> dict[str, Filter]:
    written = environment.written
    ready = {"cell": written.escape_line, "item": written.escape_item, "mermaid": _of_diagrams(written)}
    return ready | {"escape": written.escape, "e": written.escape}


def _of_diagrams(written: type[Written]) -> Filter:
    def mermaid(value: object, most: int = MOST_OF_A_LABEL) -> Written:
        """A label inside a Mermaid diagram, in its quotes. most: characters, 2 to 200."""
        if isinstance(value, Markup):
            raise Mistake(problem("document.escaped_already", name="mermaid"))
        quoted = label(shown(value), within(most, 2, 200))
        # A fence of Markdown is read as it stands; a page in HTML isn't.
        return written(quoted) if written is MarkdownText else written.escape_line(quoted)

    return mermaid
