"""Blocks: the canvas as a board shows it, with what each card belongs to, points at and is criticised for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from msgspec.structs import replace

from wizard.core.badges import badges_of
from wizard.core.canvas import canvas
from wizard.core.coach import Finding, findings
from wizard.core.facts import Facts
from wizard.core.flow.model import CardsQuestion
from wizard.core.judging import of_card, status
from wizard.core.problems import Place
from wizard.core.screen import BlockCard, BlockQuestion, BlockView, FindingView
from wizard.core.stops import stop_at, stops
from wizard.core.values import Card
from wizard.core.where import Stop


def blocks(facts: Facts, here: Stop, told: tuple[FindingView, ...]) -> tuple[BlockView, ...]:
    """The blocks of the canvas. here: where the person stands, whose step fills some of them. told: all that
    the coach says.
    """
    filled_here = {entry.question.block for entry in facts.flow.of_step(here.step)}
    about: dict[str, list[FindingView]] = defaultdict(list)
    for finding in told:
        for card in finding.cards:
            about[card].append(finding)
    # Nobody remembers what was dismissed together with the blocks: findings are laid over them each time.
    return tuple(
        replace(
            block,
            cards=tuple(_judged(card, about[card.id]) if card.id in about else card for card in block.cards),
            here=block.id in filled_here,
            findings=_of_whole(block, told),
        )
        for block in facts.known(_blocks)
    )


def _judged(card: BlockCard, found: list[FindingView]) -> BlockCard:
    gravest = min((finding.severity for finding in found), key=("block", "warn", "tip").index)
    return replace(card, findings=tuple(finding.id for finding in found), severity=gravest)


def _of_whole(block: BlockView, told: tuple[FindingView, ...]) -> tuple[str, ...]:
    """Ids of the findings that are solved in this block and aren't about one of its cards."""
    cards = {card.id for card in block.cards}
    return tuple(
        finding.id for finding in told if block.id in finding.blocks and cards.isdisjoint(finding.cards)
    )


def finding_views(
    facts: Facts, *, dismissed: bool = False, everything: bool = False
) -> tuple[FindingView, ...]:
    """What the coach says, with the cards and the blocks that it is about. See `findings`."""
    found = findings(facts, dismissed=dismissed, everything=everything)
    return tuple(_finding_view(facts, one) for one in found)


def _finding_view(facts: Facts, found: Finding) -> FindingView:
    return FindingView(
        id=found.id,
        severity=found.severity,
        text=found.say,
        rule=found.rule,
        source=found.source,
        stop=facts.known(stop_at, found.place) if found.place else None,
        cards=found.cards,
        blocks=_blocks_of(facts, found),
        reason=found.reason,
    )


def _blocks_of(facts: Facts, found: Finding) -> tuple[str, ...]:
    """Where it can be solved, then where its cards stand."""
    owners = (facts.state.owner.get(card, "") for card in found.cards)
    named = (_block_of(facts, question) for question in (*found.about, *owners))
    return tuple(dict.fromkeys(block for block in named if block))


def _block_of(facts: Facts, question: str) -> str | None:
    """The block that a question fills; a field of a card belongs where its card stands."""
    entry = facts.flow.entries.get(question)
    if entry is not None and entry.is_field and entry.cards is not None:
        entry = facts.flow.entries.get(entry.cards)
    return entry.question.block if entry is not None else None


def _blocks(facts: Facts) -> tuple[BlockView, ...]:
    questions = facts.known(_questions)
    return tuple(
        BlockView(
            id=found.block.id,
            title=found.block.title,
            hint=found.block.hint,
            column=found.block.column,
            row=found.block.row,
            width=found.block.width,
            height=found.block.height,
            cards=tuple(_worn(facts, facts.known(_card, item.place)) for item in found.items),
            questions=questions.get(found.block.id, ()),
        )
        for found in canvas(facts)
    )


def _card(facts: Facts, place: Place) -> BlockCard:
    question = facts.flow.entries[place.question].question
    if place.card is None or not isinstance(question, CardsQuestion):
        return BlockCard(
            id=place.question,
            place=place,
            face=facts.shown(facts.value(place)),
            stop=facts.known(stop_at, place),
            complete=status(facts, place) != "unfinished",
        )
    card = Card(place.card, place.question)
    return BlockCard(
        id=card.id,
        place=place,
        face=facts.face(card),
        stop=facts.known(stop_at, Place(card.question, row=facts.state.rows.get(card.id))),
        complete=all(found.severity != "error" for found in of_card(facts, question, card)),
        links=tuple(link.id for link in facts.links(card)),
    )


def _worn(facts: Facts, card: BlockCard) -> BlockCard:
    """A card with what hangs on all the others: its letters, and the cards that point at it."""
    if card.place.card is None:
        return card
    return replace(
        card,
        badges=badges_of(facts, Card(card.id, card.place.question)),
        linked=_pointing_at(facts, card.id),
    )


def _pointing_at(facts: Facts, card: str) -> tuple[str, ...]:
    """Ids of the cards that point at one, in the order of the flow."""
    return facts.known(_linked).get(card, ())


def _linked(facts: Facts) -> Mapping[str, tuple[str, ...]]:
    """Id of a card -> ids of the cards that point at it."""
    found: dict[str, list[str]] = defaultdict(list)
    for question in facts.flow.cards_questions():
        value = facts.value(Place(question.id))
        for card in value if isinstance(value, tuple) else ():
            if isinstance(card, Card):
                for link in facts.links(card):
                    found[link.id].append(card.id)
    return {card: tuple(pointing) for card, pointing in found.items()}


def _questions(facts: Facts) -> Mapping[str, tuple[BlockQuestion, ...]]:
    """Id of a block -> the questions that fill it, in the order in which they are asked."""
    found: dict[str, list[BlockQuestion]] = defaultdict(list)
    for stop in stops(facts):
        entry = facts.flow.entries.get(stop.place.question) if stop.place is not None else None
        if stop.place is None or stop.place.field is not None or entry is None or not entry.question.block:
            continue
        ask = " ".join(facts.prose(entry.question.ask, facts.local_at(stop.place)).split())
        loop = Card(stop.card, facts.state.owner.get(stop.card, "")) if stop.card is not None else None
        found[entry.question.block].append(
            BlockQuestion(stop=stop, ask=ask, card=facts.face(loop) if loop is not None else "")
        )
    return {block: tuple(asked) for block, asked in found.items()}
