"""The review of a step, the end, and the documents. Must not know how lines are drawn."""

from __future__ import annotations

from pathlib import Path

from wizard.core.intents import Finish
from wizard.core.problems import OutsideFailed
from wizard.core.screen import Screen
from wizard.core.tongue import t
from wizard.core.words import sentence
from wizard.frontends.dialogue import phrases, telling
from wizard.frontends.dialogue.asker import Entry
from wizard.frontends.dialogue.asking import choose
from wizard.frontends.dialogue.commands import Command
from wizard.frontends.dialogue.folder import folder_named
from wizard.frontends.dialogue.prose import one_line
from wizard.frontends.dialogue.talk import Stopped, Talk


def at_review(talk: Talk, screen: Screen) -> None:
    """Check the answers of a step: change one and come back, or go on."""
    entries = [Entry("", t(phrases.GO_ON)), *telling.review_entries(screen.review)]
    found = choose(talk, t(phrases.REVIEW_PROMPT), entries)
    if isinstance(found, Command):
        if found.name == "back":
            talk.workshop.go_back()
    elif not found:
        talk.go_on()
    else:
        _change(talk, screen, found)


def at_end(talk: Talk, screen: Screen) -> bool:
    """Check all answers, then finish; whether that is done."""
    entries = [Entry("finish", t(phrases.FINISH)), *telling.review_entries(screen.review)]
    found = choose(talk, t(phrases.REVIEW_END), entries)
    if isinstance(found, Command):
        if found.name == "back":
            talk.workshop.go_back()
    elif found.lower() == "finish":
        return _finished(talk, screen) and _write_documents(talk)
    elif found:
        _change(talk, screen, found)
    return False


def introduce_review(talk: Talk, screen: Screen) -> None:
    """What is said before a review: what stands against the answers, what is put aside, the coach."""
    step = screen.step
    heading = t(phrases.REVIEW, title=step.title) if step is not None else t(phrases.REVIEW_ALL)
    talk.say("", heading, *telling.review_messages(screen))
    talk.say(*telling.change_lines(screen))
    findings = telling.findings_here(screen)
    if findings:
        talk.say(t(phrases.COACH), *(f"- {telling.finding_text(finding)}" for finding in findings))


def _finished(talk: Talk, screen: Screen) -> bool:
    """Finish; where something stands in the way, say what, each with its question."""
    reply = talk.workshop.send(Finish())
    asks = {line.stop.place: one_line(line.ask) for line in screen.review}
    talk.say(*(f"{asks.get(message.place, '')} {message.text}".strip() for message in reply.messages))
    if not reply.done:
        talk.refuse()
    return reply.done


def _change(talk: Talk, screen: Screen, word: str) -> None:
    if not word.isdecimal():
        talk.unknown_word(word)
        return
    index = talk.pick_number(word, len(screen.review))
    if index is not None:
        talk.workshop.jump(screen.review[index].stop)


# Documents


def _write_documents(talk: Talk) -> bool:
    """Ask for a folder and write there; whether the workshop is behind us."""
    talk.say(t(phrases.FINISHED))
    if not talk.workshop.screen().documents:
        return True
    offered = talk.out or folder_named(talk.workshop.screen().name)
    while True:
        folder = talk.ask_text(t(phrases.FOLDER), offered)
        if not folder:
            return True
        try:
            if _written(talk, str(Path(folder).expanduser())):
                return True
        except OutsideFailed as fault:
            talk.failed(fault)


def _written(talk: Talk, folder: str) -> bool:
    """Whether the documents are in the folder, or the person is content that they aren't."""
    paths, problems = talk.workshop.write_documents(folder, force=False)
    if problems and all(found.code == "document.edited" for found in problems):
        talk.say(*(sentence(found) for found in problems))
        if not talk.sure(t(phrases.OVERWRITE)):
            talk.say(t(phrases.KEPT_BACK))
            return False
        paths, problems = talk.workshop.write_documents(folder, force=True)
    if problems:
        talk.say(*(sentence(found) for found in problems))
        raise Stopped(1)
    talk.say(*(t(phrases.WRITTEN, path=path) for path in paths))
    return True
