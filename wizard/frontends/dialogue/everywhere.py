"""Commands that work everywhere: undo, notes, reading, going elsewhere. Must not know what is asked."""

from __future__ import annotations

from wizard.core.intents import DismissFinding, Redo, Undo, WriteNote
from wizard.core.problems import Place
from wizard.core.screen import FindingView
from wizard.core.where import Stop
from wizard.core.words import sentence
from wizard.frontends.dialogue import phrases, telling
from wizard.frontends.dialogue.asker import Entry, Left
from wizard.frontends.dialogue.commands import Command
from wizard.frontends.dialogue.prose import one_line, readable
from wizard.frontends.dialogue.talk import Elsewhere, Talk


def carry_out(talk: Talk, command: Command, note_at: Place | None) -> None:
    """Do what a general command says. note_at: where `:note` writes. Raises Elsewhere, or Left."""
    match command.name:
        case "undo" | "redo":
            _take_back(talk, again=command.name == "redo")
        case "note":
            _note(talk, note_at, command.rest)
        case "teach":
            talk.say(readable(talk.look().teach) or phrases.NO_TEACHING)
        case "facilitator":
            talk.say(readable(talk.look().facilitator) or phrases.NO_FACILITATOR)
        case "canvas":
            talk.say(*telling.canvas_lines(talk.look()))
        case "coach":
            _coach(talk, command.rest)
        case "doc":
            _documents(talk)
        case "review":
            _review(talk)
        case "steps":
            _steps(talk, command.rest)
        case "help":
            lines = [f":{name} - {what}" for name, what in phrases.COMMANDS.items()]
            talk.say(phrases.HELP, *lines, phrases.HELP_COLON)
        case "again":
            talk.told = None
        case "quit":
            raise Left
        case _:
            talk.refuse(phrases.NOT_HERE)


def _take_back(talk: Talk, *, again: bool) -> None:
    """Undo or redo, and go to the question that it was about, where it is asked now."""
    screen = talk.look()
    what = screen.redoes if again else screen.undoes
    reply = talk.send(Redo() if again else Undo())
    if not reply.done:
        return
    talk.say((phrases.REDONE if again else phrases.UNDONE).format(what=what))
    if reply.place is not None and talk.workshop.jump(reply.place):
        raise Elsewhere(reply.place)


def _note(talk: Talk, place: Place | None, text: str) -> None:
    if place is None:
        talk.refuse(phrases.NO_NOTE_HERE)
    elif talk.send(WriteNote(place, text or talk.ask_text(phrases.NOTE_PROMPT))).done:
        talk.say(phrases.NOTED)


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
    lines = (phrases.STEP_LINE.format(title=s.title, done=s.done, total=s.total) for s in steps)
    entries = [Entry(str(step.number), line) for step, line in zip(steps, lines, strict=True)]
    text = rest or talk.asker.menu(phrases.STEPS_PROMPT, [*entries, Entry("", phrases.STAY)])
    index = talk.pick_number(text, len(steps)) if text else None
    if index is not None:
        talk.workshop.jump_to_step(steps[index].id)
        raise Elsewhere


def _coach(talk: Talk, rest: str) -> None:
    """All findings; going where one is solved, or saying why it is fine."""
    findings = talk.look().findings
    if not findings:
        talk.say(phrases.COACH_QUIET)
        return
    entries = [Entry(str(n), one_line(telling.finding_text(f)), f.source) for n, f in enumerate(findings, 1)]
    text = rest or talk.asker.menu(phrases.COACH_PROMPT, [*entries, Entry("", phrases.STAY)])
    index = talk.pick_number(text, len(findings)) if text else None
    if index is not None:
        _solve(talk, findings[index])


def _solve(talk: Talk, finding: FindingView) -> None:
    ways = [Entry("go", phrases.COACH_GO)] if finding.stop is not None else []
    if finding.severity != "block":
        ways.append(Entry("fine", phrases.COACH_FINE))
    word = talk.asker.menu(one_line(finding.text), [*ways, Entry("", phrases.STAY)])
    if word == "go" and finding.stop is not None:
        talk.workshop.jump(finding.stop)
        raise Elsewhere
    if word == "fine":
        if talk.send(DismissFinding(finding.id, talk.ask_text(phrases.COACH_REASON))).done:
            talk.say(phrases.COACH_DISMISSED)
    elif word:
        talk.unknown_word(word)
