"""How a workshop begins: its first events and its row in the list, empty, from a file, or as a copy."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from itertools import count

from msgspec.structs import replace

from wizard.core.decide import MOST_NAME, decide, name_of
from wizard.core.events import AnyEvent, FlowUpgraded, WorkshopStarted
from wizard.core.facts import Facts
from wizard.core.intents import GiveAnswer, Rename
from wizard.core.problems import Place
from wizard.core.state import Action, State, folded
from wizard.core.stops import first_open
from wizard.core.tongue import mark, t
from wizard.core.words.cards import COPY, COPY_AGAIN, IN_FLOW, uncopied
from wizard.history import actions_of, envelopes_of, summary_of
from wizard.ports import Envelope, LoadedFlow, Outside, Store, Summary
from wizard.workshop import Workshop

UNTITLED = mark("Untitled")


def started(loaded: LoadedFlow, *, name: str = "", currency: str = "", language: str = "") -> WorkshopStarted:
    """The first event of a workshop."""
    file = loaded.flow.file
    return WorkshopStarted(
        flow=file.flow,
        version=file.version,
        digest=loaded.flow.digest,
        name=name_of(name) or t(UNTITLED),
        currency=currency or file.currency,
        language=language or file.language,
    )


def begun_empty(
    outside: Outside, loaded: LoadedFlow, viewer: str | None, *, name: str = "", currency: str = ""
) -> Workshop:
    """A new workshop. name: also answers the question that names it, where the flow has one."""
    workshop = begun(outside, loaded, viewer, (started(loaded, name=name, currency=currency),))
    if name and loaded.flow.file.name_from:
        workshop.send(GiveAnswer(Place(loaded.flow.file.name_from), name))
    return workshop


def begun(outside: Outside, loaded: LoadedFlow, viewer: str | None, events: Sequence[AnyEvent]) -> Workshop:
    """A new workshop that these events have made, the first of them WorkshopStarted."""
    id, at = outside.new_id(), outside.now().isoformat()
    action = Action(outside.new_id(), viewer, tuple(events), None)
    facts = Facts(loaded.flow, folded(State(), [action]))
    summary = summary_of(facts, id, first_open(facts), created_at=at, changed_at=at)
    outside.store.create(summary, envelopes_of(id, 0, action, at), {loaded.flow.digest: loaded.text})
    workshop = Workshop.opened(outside, id, viewer)
    assert isinstance(workshop, Workshop), "what was just written can be read"
    return workshop


def begun_from(
    source: Workshop, loaded: LoadedFlow, *, name: str = "", currency: str = "", names: Collection[str] = ()
) -> Workshop:
    """A new workshop that begins with the answers of another one; `carried` tells which.

    It is called as the other, with its flow where it is another flow, and in its currency, unless something
    else is asked for. names: those that are taken, by which workshops are told apart.
    """
    from wizard.core.carrying import carried  # noqa: PLC0415 - few begin so

    facts, state = source.facts, source.state
    currency = currency or facts.currency
    same = loaded.flow.id == source.loaded.flow.id
    called = copy_name(state.name, names) if same else name_in_flow(source, loaded, names)
    first = started(loaded, name=called, currency=currency)
    found = carried(facts, loaded.flow, currency, name)
    workshop = begun(source.outside, loaded, source.viewer, (first, *found.events))
    _call(workshop, name)
    workshop.carried = found
    return workshop


def _call(workshop: Workshop, name: str) -> None:
    """Give a new workshop its name, and answer the question that names it, where there is one."""
    name_from = workshop.loaded.flow.file.name_from
    if name:
        workshop.send(GiveAnswer(Place(name_from), name) if name_from else Rename(name))


def begun_with(
    outside: Outside, loaded: LoadedFlow, envelopes: Sequence[Envelope], texts: Mapping[str, str] = {}
) -> Summary:
    """A new workshop in which all of this has happened: actions, authors and times stay what they were.

    envelopes: whole actions from position 1 on, of any workshop. loaded: the flow as it is asked in the end;
    texts: those of flows that were asked before. Nobody stands anywhere in it yet.
    """
    id = outside.new_id()
    own = [replace(one, workshop=id) for one in envelopes]
    facts = Facts(loaded.flow, folded(State(), actions_of(own)))
    at = (own[0].at, own[-1].at)
    summary = summary_of(facts, id, first_open(facts), created_at=at[0], changed_at=at[1])
    outside.store.create(summary, own, {**texts, loaded.flow.digest: loaded.text})
    return summary


def copied(original: Workshop, names: Collection[str]) -> Summary:
    """A new workshop with everything that happened in another, and a name that tells them apart.

    names: those that are taken. What is being typed in the original stays there.
    """
    outside, state = original.outside, original.state
    history = outside.store.events(original.id)[: state.position]
    intent = Rename(copy_name(state.name, names))
    events = decide(original.facts, intent, outside.new_id, original.viewer).events
    renamed = Action(outside.new_id(), original.viewer, events, None)
    last = envelopes_of(original.id, state.position, renamed, outside.now().isoformat())
    return begun_with(outside, original.loaded, [*history, *last], texts_of(outside.store, state))


def texts_of(store: Store, state: State) -> dict[str, str]:
    """Every text of the flow that was asked in a workshop, by its digest."""
    digests = [state.started.digest] if state.started is not None else []
    events = (event for action in state.actions for event in action.events)
    digests += [event.digest for event in events if isinstance(event, FlowUpgraded)]
    return {digest: text for digest in digests if (text := store.text(digest)) is not None}


def copy_name(name: str, names: Collection[str]) -> str:
    """ "Bread (copy)", and "Bread (copy 2)" where that is taken, or of the copy itself."""
    names = {*names, name}
    name = uncopied(name)
    written = (t(COPY) if number == 1 else t(COPY_AGAIN, text="{text}", number=number) for number in count(1))
    return next(found for one in written if (found := _within(one, name)) not in names)


def name_in_flow(source: Workshop, loaded: LoadedFlow, names: Collection[str]) -> str:
    """ "Bread (A business model)" where "Bread" is taken: the same venture, in another flow."""
    before = f" ({source.loaded.flow.file.title})"
    name = source.state.name.removesuffix(before)
    if name not in names:
        return name
    title = loaded.flow.file.title.replace("{", "{{").replace("}", "}}")
    found = _within(t(IN_FLOW, text="{text}", flow=title), name)
    return found if found not in names else copy_name(found, names)


def _within(written: str, name: str) -> str:
    """A name in what is written around it, as much of it as there is room for."""
    return written.format(text=name[: MOST_NAME - len(written.format(text=""))])
