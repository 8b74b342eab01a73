"""Commands that work everywhere: undo, notes, reading, going elsewhere. Must not know what is asked."""

from __future__ import annotations

from wizard.core.intents import NameVersion, Redo, Undo, WriteNote
from wizard.core.problems import Place
from wizard.core.tongue import t
from wizard.core.where import Stop
from wizard.core.words import sentence
from wizard.frontends.dialogue import phrases, telling
from wizard.frontends.dialogue.asker import Entry, Left
from wizard.frontends.dialogue.coaching import hear_coach
from wizard.frontends.dialogue.commands import Command
from wizard.frontends.dialogue.learning import learn
from wizard.frontends.dialogue.numbers import tell_numbers, tell_sensitivity
from wizard.frontends.dialogue.prose import readable
from wizard.frontends.dialogue.talk import Elsewhere, Instead, Talk

_LAST = 10
"""How many actions the history tells."""


def carry_out(talk: Talk, command: Command, note_at: Place | None) -> None:
    """Do what a general command says. note_at: where `:note` writes. Raises Elsewhere, or Left."""
    while True:
        try:
            _carry_out(talk, command, note_at)
        except Instead as other:  # asked what to choose, the person wants something else
            command = other.command
        else:
            return


def _carry_out(talk: Talk, command: Command, note_at: Place | None) -> None:
    match command.name:
        case "undo" | "redo":
            _take_back(talk, again=command.name == "redo")
        case "note":
            _note(talk, note_at, command.rest)
        case "teach":
            talk.say(readable(talk.look().teach) or t(phrases.NO_TEACHING))
        case "learn":
            learn(talk, command.rest)
        case "facilitator":
            talk.say(readable(talk.look().facilitator) or t(phrases.NO_FACILITATOR))
        case "canvas":
            talk.say(*telling.canvas_lines(talk.look()))
        case "coach":
            hear_coach(talk, command.rest)
        case "numbers":
            tell_numbers(talk, command.rest)
        case "sensitivity":
            tell_sensitivity(talk, command.rest)
        case "history":
            talk.say(*telling.history_lines(talk.workshop.history(_LAST), talk.now))
        case "version":
            _version(talk, command.rest)
        case "doc":
            _documents(talk)
        case "review":
            _review(talk)
        case "steps":
            _steps(talk, command.rest)
        case "help":
            lines = [f":{name} - {t(what)}" for name, what in phrases.COMMANDS.items()]
            talk.say(t(phrases.HELP), *lines, t(phrases.HELP_COLON))
        case "again":
            talk.told = None
        case "quit":
            raise Left
        case _:
            talk.refuse(t(phrases.NOT_HERE))


def _take_back(talk: Talk, *, again: bool) -> None:
    """Undo or redo, and go to the question that it was about, where it is asked now."""
    screen = talk.look()
    what = screen.redoes if again else screen.undoes
    reply = talk.send(Redo() if again else Undo())
    if not reply.done:
        return
    talk.say(t(phrases.REDONE if again else phrases.UNDONE, what=what))
    if reply.place is not None and talk.workshop.jump(reply.place):
        raise Elsewhere(reply.place)


def _note(talk: Talk, place: Place | None, text: str) -> None:
    if place is None:
        talk.refuse(t(phrases.NO_NOTE_HERE))
    elif talk.send(WriteNote(place, text or talk.ask_text(t(phrases.NOTE_PROMPT)))).done:
        talk.say(t(phrases.NOTED))


def _version(talk: Talk, name: str) -> None:
    name = name or talk.ask_text(t(phrases.VERSION_PROMPT))
    if talk.send(NameVersion(name)).done:
        talk.say(t(phrases.VERSION_NAMED, name=talk.look().version))


def _documents(talk: Talk) -> None:
    found = talk.workshop.documents()
    if isinstance(found, tuple):
        talk.say(*(sentence(wrong) for wrong in found))
        return
    for file, text in found.items():
        talk.say(file, "")
        talk.asker.say(text, wrap=False)


def _review(talk: Talk) -> None:
    screen = talk.look()
    if screen.question is not None:
        talk.workshop.jump(Stop(screen.stop.step))
    raise Elsewhere


def _steps(talk: Talk, rest: str) -> None:
    steps = talk.look().steps
    lines = (t(phrases.STEP_LINE, title=s.title, done=s.done, total=s.total) for s in steps)
    entries = [Entry(str(step.number), line) for step, line in zip(steps, lines, strict=True)]
    text = rest or talk.choose(t(phrases.STEPS_PROMPT), entries)
    index = talk.pick_number(text, len(steps)) if text else None
    if index is not None:
        talk.workshop.jump_to_step(steps[index].id)
        raise Elsewhere
