"""A whole session: from home to a workshop, through it, and the words at its end. Draws nothing itself."""

from __future__ import annotations

import re
import shlex
from collections.abc import Sequence

from wizard.core.flow.flow import Flow
from wizard.core.problems import OutsideFailed, Problem
from wizard.core.tongue import t
from wizard.core.words import sentence
from wizard.core.words.asking import asks_in
from wizard.frontends.dialogue import phrases
from wizard.frontends.dialogue.asker import Asker, Entry, Left, index_of
from wizard.frontends.dialogue.prose import one_line
from wizard.frontends.dialogue.talk import Stopped, Talk
from wizard.frontends.dialogue.walk import walk
from wizard.home import Home
from wizard.ports import LoadedFlow, Summary
from wizard.upgrading import news_of_version
from wizard.workshop import Workshop

_SHORT_NAME = re.compile(r"[^\W_](?:[^\W_]|[ -]){0,29}")
"""A name that anybody can type after a command: letters, digits, spaces and dashes."""


def hold(home: Home, asker: Asker, *, workshop: Workshop | None = None, out: str | None = None) -> int:
    """Talk until the person leaves or finishes; the exit code.

    0: finished, or saved and left. 1: a piped answer wasn't understood. 3: the outside failed.
    """
    code, talk = 0, None
    try:
        workshop = workshop or _at_home(home, asker)
        if workshop is None:
            return 0
        talk = Talk(asker, workshop, out)
        _greet(home, asker, workshop)
        walk(talk)
    except Left:
        code = 3 if talk is not None and talk.unsaved else 0
    except Stopped as stopped:
        code = stopped.code
    except OutsideFailed as fault:
        asker.say(sentence(fault.problem))
        code = 3
    if workshop is not None:
        _farewell(home, asker, workshop, phrases.UNSAVED if code == 3 else phrases.SAVED)
    return code


def _greet(home: Home, asker: Asker, workshop: Workshop) -> None:
    screen = workshop.screen()
    parts = [t(phrases.BACK_AGAIN, name=screen.name)] if screen.progress else [f"{screen.flow}."]
    asker.say(" ".join([*parts, t(asker.hint)]))
    if version := news_of_version(workshop):
        command = f"canvas-wizard upgrade {workshop.id}{home.option}"
        asker.say(t(phrases.NEWER_VERSION, version=version, command=command))


def _farewell(home: Home, asker: Asker, workshop: Workshop, saved: str) -> None:
    """What is saved, and how to go on."""
    name = workshop.state.name
    try:
        alone = isinstance(home.found(name), Summary)
    except OutsideFailed:
        alone = False
    reference = shlex.quote(name if alone and _SHORT_NAME.fullmatch(name) else workshop.id)
    asker.say()
    asker.say(t(saved, name=name, reference=reference + home.option))
    asker.say(t(phrases.SAVED_WHERE))


# Home


def _at_home(home: Home, asker: Asker) -> Workshop | None:
    """The workshop that the person chooses; None where they quit."""
    asker.say(t(phrases.HOME))
    while True:
        summaries = home.summaries()
        entries = [Entry(str(n), _summary_label(s), _summary_help(s)) for n, s in enumerate(summaries, 1)]
        entries.append(Entry("new", t(phrases.HOME_NEW)))
        if summaries:
            entries.append(Entry("from", t(phrases.HOME_FROM)))
        entries.append(Entry("example", t(phrases.HOME_EXAMPLE)))
        entries.append(Entry("quit", t(phrases.HOME_QUIT)))
        word = asker.menu(t(phrases.HOME_PROMPT), entries).strip().lower()
        found: Workshop | tuple[Problem, ...] | None
        if word in ("quit", ":quit", "q"):
            return None
        if word == "new":
            found = _new(home, asker)
        elif word == "from" and summaries:
            found = _new_from(home, asker, summaries)
        elif word == "example":
            found = _example(home, asker)
        elif (index := index_of(word, len(summaries))) is not None:
            found = home.open(summaries[index].id)
        else:
            found = None
            _say_or_stop(asker, t(phrases.NOT_UNDERSTOOD, text=word))
        if isinstance(found, Workshop):
            return found
        if found:
            _say_or_stop(asker, "\n".join(sentence(wrong) for wrong in found))


def _say_or_stop(asker: Asker, text: str) -> None:
    asker.say(text)
    if asker.heard is not None:
        asker.say(t(phrases.STOPPED, line=asker.heard, where=t(phrases.HOME)))
        raise Stopped(1)


def _summary_label(summary: Summary) -> str:
    return t(phrases.HOME_CONTINUE, name=one_line(summary.name))


def _summary_help(summary: Summary) -> str:
    step, percent = one_line(summary.step) or t(phrases.HOME_END), round(summary.progress * 100)
    return t(phrases.HOME_FINISHED) if summary.finished else t(phrases.HOME_WHERE, step=step, percent=percent)


def _flow(asker: Asker, flows: Sequence[Flow], prompt: str) -> Flow | None:
    """One of the flows; not asked where there is only one."""
    if len(flows) <= 1:
        return flows[0] if flows else None
    entries = [Entry(str(n), flow.file.title, _description(flow)) for n, flow in enumerate(flows, 1)]
    word = asker.menu(prompt, [*entries, Entry("", t(phrases.STAY))]).strip()
    if (index := index_of(word, len(flows))) is not None:
        return flows[index]
    if word:
        _say_or_stop(asker, t(phrases.NOT_UNDERSTOOD, text=word))
    return None


def _description(flow: Flow) -> str:
    return " ".join(part for part in (flow.file.description, asks_in(flow.file.language)) if part)


def _new(home: Home, asker: Asker) -> Workshop | tuple[Problem, ...] | None:
    flow = _flow(asker, home.flows(), t(phrases.WHICH_FLOW))
    if flow is None:
        return None
    loaded = home.load(flow.id)
    if not isinstance(loaded, LoadedFlow):
        return loaded
    name = "" if flow.file.name_from else asker.line(t(phrases.NAME_PROMPT)).strip()
    return home.start(loaded, name=name)


def _new_from(
    home: Home, asker: Asker, summaries: Sequence[Summary]
) -> Workshop | tuple[Problem, ...] | None:
    """A workshop that begins with the answers of another one; what came along is said."""
    entries = [Entry(str(n), one_line(s.name), _summary_help(s)) for n, s in enumerate(summaries, 1)]
    word = asker.menu(t(phrases.WHICH_SOURCE), [*entries, Entry("", t(phrases.STAY))]).strip()
    index = index_of(word, len(summaries))
    if index is None:
        if word:
            _say_or_stop(asker, t(phrases.NOT_UNDERSTOOD, text=word))
        return None
    flow = _flow(asker, home.flows(), t(phrases.WHICH_FLOW))
    loaded = home.load(flow.id) if flow is not None else None
    if not isinstance(loaded, LoadedFlow):
        return loaded
    found = home.start_from(summaries[index].id, loaded)
    if isinstance(found, Workshop) and found.carried is not None:
        for section in found.carried.sections:
            asker.say(section.title)
            for line in section.lines:
                asker.say(f"- {line.text}")
        asker.say()
    return found


def _example(home: Home, asker: Asker) -> Workshop | tuple[Problem, ...] | None:
    from wizard.imports import example_workshop  # noqa: PLC0415 - reads files, only for this choice

    flows = [flow for flow in home.flows() if home.outside.flows.example(flow.id)]
    if not flows:
        _say_or_stop(asker, t(phrases.NO_EXAMPLE))
    flow = _flow(asker, flows, t(phrases.WHICH_EXAMPLE))
    path = home.outside.flows.example(flow.id, home.language) if flow is not None else None
    return example_workshop(home, path) if path is not None else None
