"""What the tests of templates write about, and ways to have it written."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal

from hypothesis import strategies as st

from wizard.adapters.render_jinja import JinjaRenderer
from wizard.core.printed import NOTHING, DocumentCard, Figure
from wizard.core.problems import Problem
from wizard.core.values import Choice
from wizard.core.words import sentence

HOSTILE = "a <b> & *c* 'q' \"d\" `e` | _f_"
SAFE = "a \\<b> & \\*c\\* 'q' \"d\" \\`e\\` \\| \\_f\\_"

ANY_TEXT = st.one_of(
    st.text(st.characters(exclude_categories=()), min_size=1),
    st.lists(st.sampled_from("\\`*_[]<>|~&#!-+=:.1a \n\t;"), min_size=1, max_size=8).map("".join),
)

LINKS = {"segment": "segments", "proposition": "propositions", "channel": "channels", "about": "segments"}
LINKS |= {"assumption": "assumptions", "segments": "segments"}
LOWERED = ("per", "kind", "better", "nature")
NUMBERS = ("amount", "price", "size", "importance", "confidence", "target", "observed")


def card(id: str, fields: Mapping[str, object]) -> DocumentCard:
    """A card with these fields, called by its `name`."""

    def read(name: str) -> object:
        if name in fields:
            return fields[name]
        raise AttributeError(name)

    return DocumentCard(id, str(fields.get("name", id)), read)


HOME = card("home", {"name": "Home bakers", "size": NOTHING, "links": []})
HOTELS = card("hotels", {"name": "Hotels", "size": Decimal(3), "links": []})
COUNTER = card("counter", {"name": "Counter", "segments": [HOTELS], "links": [HOTELS], "kind": "sales"})
CONTEXT: dict[str, object] = {
    "x": HOSTILE,
    "many": ["*a*", "<b>"],
    "nothing": NOTHING,
    "segments": [HOME, HOTELS],
    "channels": [COUNTER],
    "price": Figure.of(Decimal("9.5"), "9.50 EUR"),
    "stage": Choice("idea", "An *idea*"),
    "labels": {"items": {"items": "those of ours"}},
}


def written(template: str, name: str = "a.md.j2", **others: str) -> str | Problem:
    texts = {name: template} | {f"{other}.j2": text for other, text in others.items()}
    return JinjaRenderer((), texts).render(name, CONTEXT)


def told(template: str, **others: str) -> Problem:
    found = written(template, **others)
    assert isinstance(found, Problem)
    assert sentence(found)
    return found


def context_of(shape: Mapping[str, object], text: str, blocks: tuple[str, ...]) -> dict[str, object]:
    """Every name of a flow with one text wherever text may stand. shape: see core.document.shape."""
    cards: dict[str, DocumentCard] = {}
    for name, fields in shape.items():
        if isinstance(fields, frozenset):
            cards[name] = DocumentCard(name, text, _reader(fields, cards, text))
    context: dict[str, object] = {name: [cards[name]] if name in cards else text for name in shape}
    notes = [{"ask": text, "card": NOTHING, "step": text, "text": text}]
    notes.append({"ask": text, "card": text, "step": text, "text": text})
    segment = cards.get("segments", text)
    by_id = {block: {"id": block, "title": block.replace("_", " "), "cards": []} for block in blocks}
    return context | {
        "canvas": {"title": "Canvas", "attribution": "", "by_id": by_id, "blocks": list(by_id.values())},
        "workshop": {
            "name": text,
            "currency": "EUR",
            "progress": 0.5,
            "notes": notes,
            "blank_cards": 1,
            "blank_faces": [text],
        },
        "flow": {"title": "A flow", "version": 1},
        "findings": [{"severity": "tip", "say": text, "about": ["relationships"]}],
        "open_questions": [{"ask": text, "card": text, "step": text, "why": "open"}],
        "options": {"stages": [Choice("keep", text)], "phases": [Choice("purchase", text)]},
        "pivot": Choice("zoom_in", "Zoom in"),
        "figures": _numbers(segment, text),
        "sensitivity": [_movement(segment, text), _movement(NOTHING, text)],
    }


def _numbers(card: object, text: str) -> dict[str, object]:
    """One number that is there and one that isn't, of a card and of the whole."""

    def number(name: str, why: str) -> dict[str, object]:
        value = NOTHING if why else Figure.of(Decimal(5), "5 EUR")
        return {
            "name": name,
            "title": name,
            "value": value,
            "why": why,
            "card": card,
            "how": "a ÷ b",
            "source": "c",
        }

    both = [number("ltv", ""), number("payback", text)]
    rows = [{**one, "figures": [one]} for one in both]
    table = {"question": "segments", "title": "Segments", "cards": [card], "rows": rows}
    return {"whole": [number("left_month", ""), number("all", text)], "tables": [table]}


def _movement(card: object, text: str) -> dict[str, object]:
    """What moves a number: two answers, of which one takes it away."""
    amount = Figure.of(Decimal(5), "5 EUR")
    row = {"label": text, "card": text, "value": "4%", "low": amount, "share": Decimal("0.5"), "ends": []}
    rows = [{**row, "high": amount}, {**row, "high": NOTHING, "ends": [text]}]
    moved = {"title": "What moves it", "of": "ltv", "figure": "ltv:1", "value": amount, "by": "10%"}
    return moved | {"card": card, "rows": rows, "points": [text]}


def _rankings(text: str) -> dict[str, object]:
    """A type that was chosen, and a better one."""
    reasons = [{"weight": Figure.of(Decimal(2), "+2"), "because": text}]
    chosen = {"label": "some type", "score": Figure.of(Decimal(2), "+2"), "reasons": reasons, "chosen": True}
    better = {**chosen, "score": Figure.of(Decimal(3), "+3"), "chosen": False, "best": True}
    return {"type": [better, {**chosen, "best": False}]}


def _reader(fields: frozenset[str], cards: Mapping[str, DocumentCard], text: str) -> Callable[[str], object]:
    def read(field: str) -> object:
        if field == "links":
            return list(cards.values())
        if field == "rankings":
            return _rankings(text)
        if field not in fields:
            raise AttributeError(field)
        if field in LINKS:
            linked = cards[LINKS[field]]
            return [linked] if field == "segments" else linked
        if field in NUMBERS:
            return Figure.of(Decimal(5), "5 EUR")
        if field == "phases":
            return [Choice("purchase", text)]
        if field in ("stage", "status"):
            return Choice("keep" if field == "stage" else "done", text)
        if field in LOWERED:
            return Choice(field, f"some {field}")
        return text

    return read
