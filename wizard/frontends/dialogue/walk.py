"""The walk from stop to stop until the person leaves or finishes. Must not know how lines are drawn."""

from __future__ import annotations

from typing import assert_never

from wizard.core.problems import OutsideFailed
from wizard.core.screen import Screen
from wizard.core.where import END, Stop
from wizard.frontends.dialogue import telling
from wizard.frontends.dialogue.asker import Given, Nothing
from wizard.frontends.dialogue.asking import AT_QUESTION, ask
from wizard.frontends.dialogue.cards import at_cards
from wizard.frontends.dialogue.commands import Command
from wizard.frontends.dialogue.making import making
from wizard.frontends.dialogue.matrix import at_matrix
from wizard.frontends.dialogue.reviewing import at_end, at_review, introduce_review
from wizard.frontends.dialogue.talk import Elsewhere, Talk


def walk(talk: Talk) -> None:
    """Until the workshop is finished and its documents are written. Raises Left where the person goes."""
    begun: Stop | None = None
    finished = False
    while not finished:
        try:
            screen = talk.look()
            if screen.stop != talk.told:
                _introduce(talk, screen, begun)
                begun = talk.told = screen.stop
            finished = _at_stop(talk, screen)
        except Elsewhere:
            talk.told = None
        except OutsideFailed as fault:
            talk.failed(fault)


def _introduce(talk: Talk, screen: Screen, begun: Stop | None) -> None:
    """What is said before anything is asked. begun: the stop before, whose step needs no words any more."""
    stop = screen.stop
    if screen.question is None:
        introduce_review(talk, screen)
        return
    same_step = begun is not None and begun.step == stop.step
    if not same_step or (begun is not None and begun.card != stop.card):
        talk.say("", *telling.step_lines(screen, teach=not same_step))
    talk.say("", *telling.question_lines(screen.question))


def _at_stop(talk: Talk, screen: Screen) -> bool:
    """Deal with the stop at hand once; whether the workshop is finished."""
    if screen.question is None:
        if screen.stop == END:
            return at_end(talk, screen)
        at_review(talk, screen)
    elif screen.question.input.kind == "cards":
        at_cards(talk, screen.question)
    elif screen.question.input.kind == "matrix":
        at_matrix(talk, screen.question)
    else:
        _at_question(talk, screen)
    return False


def _at_question(talk: Talk, screen: Screen) -> None:
    assert screen.question is not None
    view = screen.question.input
    found = ask(talk, view, AT_QUESTION)
    match found:
        case Given():
            made = making(talk, view, found)
            if talk.give(view.place, found, screen.position, made) is not None:
                talk.go_on()
        case Nothing():
            talk.go_on()
        case Command(name):
            talk.leave(name, view.place, has_answer=bool(view.value))
        case _:
            assert_never(found)
