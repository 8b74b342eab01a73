"""What every shipped flow owes whoever goes through it; each flow's own test asks for it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import count
from pathlib import Path

from tests.worlds import TODAY
from wizard.adapters.flow_files import FlowFiles
from wizard.adapters.flow_yaml import read
from wizard.beginning import started
from wizard.core.answers_file import read_answers
from wizard.core.coach import findings
from wizard.core.facts import Facts
from wizard.core.flow.flow import CardSource, ExpressionSource, Flow, SetSource
from wizard.core.flow.model import CardsQuestion, DateQuestion, Question, Step
from wizard.core.nodes import Node
from wizard.core.state import Action, State, folded
from wizard.ports import LoadedFlow

EXAMPLES = Path(__file__).parents[2] / "flows" / "examples"


@cache
def loaded(name: str) -> LoadedFlow:
    """The flow and its texts; it loads without a word against it."""
    found = FlowFiles().load(name)
    assert isinstance(found, LoadedFlow), found
    return found


def shipped(name: str) -> Flow:
    """The flow alone."""
    return loaded(name).flow


def facts(name: str, answers: str) -> Facts:
    """What an answers file adds up to in a shipped flow, everything gone through."""
    node, problems = read(answers, "answers.yaml")
    assert () == problems
    return facts_of(name, node)


def facts_of(name: str, answers: Node | None) -> Facts:
    """The same, of answers that stand in a larger file."""
    numbers = count(1)
    found = read_answers(shipped(name), answers, lambda: f"card{next(numbers)}")
    assert () == found.problems
    first = started(loaded(name), name="", currency="")
    return Facts(
        shipped(name), folded(State(), [Action("", None, (first, *found.events), None)]), TODAY, complete=True
    )


def said(name: str, answers: str) -> list[str]:
    """The rules of the coach that speak, the gravest first."""
    return [finding.rule for finding in findings(facts(name, answers), everything=True)]


def example(name: str) -> str:
    """The answers of a shipped example."""
    return (EXAMPLES / f"{name}.yaml").read_text("utf-8")


def asked(flow: Flow) -> dict[str, list[str]]:
    """The ids of the questions, step by step."""
    return {step.id: [question.id for question in step.ask] for step in flow.steps}


def minutes(flow: Flow) -> int:
    """How long all steps take together."""
    return sum(step.minutes or 0 for step in flow.steps)


def without_teaching(flow: Flow) -> list[str]:
    """Steps that don't teach, have no time, or leave the facilitator alone."""
    return [step.id for step in flow.steps if not (step.teach and step.facilitator and step.minutes)]


def without_examples(flow: Flow) -> list[str]:
    """Steps in which nothing shows what a good and a weak answer look like."""
    return [step.id for step in flow.steps if not any(_shown(step))]


def _shown(step: Step) -> Iterator[bool]:
    for question in step.ask:
        fields = question.fields if isinstance(question, CardsQuestion) else ()
        yield from (bool(one.examples.good and one.examples.weak) for one in (question, *fields))


def unfilled_blocks(flow: Flow) -> list[str]:
    """Blocks of the canvas that no question fills."""
    assert flow.layout is not None
    filled = {entry.question.block for entry in flow.entries.values()}
    return [block.id for block in flow.layout.blocks if block.id not in filled]


def unwatched(flow: Flow) -> list[str]:
    """Lists of cards about which the coach has nothing to say, whatever is in them."""
    watched = {question for rule in flow.coach for question in rule.about}
    return [question.id for question in flow.cards_questions() if question.id not in watched]


def days_without_example(flow: Flow) -> list[str]:
    """Fields that ask for a day and don't show how one is written."""
    days = [
        field
        for question in flow.cards_questions()
        for field in question.fields
        if isinstance(field, DateQuestion)
    ]
    return [
        day.id
        for day in days
        if day.help is None or "For example 2026-12-04 or 4 Dec 2026." not in day.help.source
    ]


def options_of(flow: Flow, question: str, field: str = "") -> list[str]:
    """The ids of the options that the flow itself lists, in order."""
    source = flow.sources[question, field, "options"]
    assert isinstance(source, SetSource)
    return list(source.options)


def links_of(flow: Flow, question: str, field: str = "") -> list[str]:
    """The questions whose cards can be chosen."""
    source = flow.sources[question, field, "options"]
    assert isinstance(source, CardSource)
    return list(source.questions)


def disagreements(flow: Flow, other: Flow) -> list[str]:
    """What both ask, where the other one would not take each answer as it is: `question` or `cards.field`."""
    found = []
    for id, entry in flow.entries.items():
        if id not in other.entries or entry.is_field:
            continue
        if not isinstance(entry.question, CardsQuestion):
            found += [] if _takes(other, flow, id, "") else [id]
            continue
        both = [field for field in flow.fields[id] if field in other.fields.get(id, {})]
        found += [f"{id}.{field}" for field in both if not _takes(other, flow, id, field)]
    return found


def _takes(taker: Flow, giver: Flow, question: str, field: str) -> bool:
    """Whether each answer that the one allows is an answer to the other."""
    given, taken = _asked_there(giver, question, field), _asked_there(taker, question, field)
    if type(given) is not type(taken):
        return False
    limits = ("pick", "range", "min", "max")
    if any(getattr(given, name, None) != getattr(taken, name, None) for name in limits):
        return False
    offered, known = (_offered(flow, question, field) for flow in (giver, taker))
    return set(offered) <= set(known)


def _asked_there(flow: Flow, question: str, field: str) -> Question:
    return flow.fields[question][field].question if field else flow.entries[question].question


def _offered(flow: Flow, question: str, field: str) -> tuple[str, ...]:
    match flow.sources.get((question, field, "options")):
        case SetSource(options=options):
            return tuple(options)
        case CardSource(questions=questions) | ExpressionSource(questions=questions):
            return questions
        case None:
            return ()
