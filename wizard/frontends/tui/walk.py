"""Walk: one person's way through a workshop, in the words of the keys. No widget, no rule of the method."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeVar

from wizard.core.intents import (
    AddCard,
    DismissFinding,
    Finish,
    GiveAnswer,
    Intent,
    MoveCard,
    Pass,
    Raw,
    Redo,
    RemoveCard,
    SayDontKnow,
    Undo,
    WriteNote,
)
from wizard.core.problems import OutsideFailed, Place, Problem
from wizard.core.screen import Input, Message, Screen
from wizard.core.where import Stop
from wizard.core.words import sentence
from wizard.workshop import Reply, Workshop

T = TypeVar("T")


class Walk:
    """A workshop with what its person has seen of it.

    screen: what may be shown now. notice: news, or what the outside failed at; it stays until the next step.
    Nothing here raises OutsideFailed: it becomes the notice, and the person may go on or try again.
    """

    def __init__(self, workshop: Workshop) -> None:
        self.workshop = workshop
        self.notice: Message | None = None
        self.screen: Screen = workshop.screen()
        self._seen = self.screen.position

    @property
    def messages(self) -> tuple[Message, ...]:
        """Everything to be said at this moment."""
        return (*((self.notice,) if self.notice else ()), *self.screen.messages)

    def look(self) -> None:
        """See everything as it is now."""
        self.screen = self.workshop.screen()
        self._seen = self.screen.position

    def news(self, text: str) -> None:
        self.notice = Message(text)

    def _tried(self, act: Callable[[], T]) -> T | None:
        """What an act brought; None where the outside failed, which is then the notice."""
        try:
            return act()
        except OutsideFailed as fault:
            self.notice = Message(sentence(fault.problem), "error", fault.problem.code)
            return None

    def _sent(self, intent: Intent) -> Reply | None:
        self.notice = None
        reply = self._tried(lambda: self.workshop.send(intent, self._seen))
        self.look()
        return reply

    def _done(self, intent: Intent) -> bool:
        reply = self._sent(intent)
        return reply is not None and reply.done

    # Answers

    def give(self, place: Place, raw: Raw) -> bool:
        """Answer; False where something stands in the way, which the screen then says."""
        return self._done(GiveAnswer(place, raw))

    def enter(self, asked: Input, raw: Raw) -> bool:
        """What the enter key means at a question: answer and go on.

        With nothing typed, a suggestion that is in view is taken, and an answer that was there is taken away.
        """
        if is_blank(raw):
            raw = asked.suggestion_raw
            if not raw and not asked.raw:
                return self.go_on()
        return self.give(asked.place, raw) and self.go_on()

    def skip(self, asked: Input) -> bool:
        """On with nothing. An answer that is there stays: skipping means not looking at it now."""
        if asked.status in ("answered", "unfinished"):
            return self.go_on()
        return self._put_aside(Pass(asked.place)) and self.go_on()

    def dont_know(self, place: Place, *, stay: bool = False) -> bool:
        """Say "I don't know". stay: for a field of a card, whose question goes on."""
        return self._put_aside(SayDontKnow(place)) and (stay or self.go_on())

    def _put_aside(self, intent: Pass | SayDontKnow) -> bool:
        """Leave a place without an answer; what was being typed there waits for whoever returns."""
        draft = self.draft(intent.place)
        done = self._done(intent)
        if done and draft:
            self.keep_draft(intent.place, draft)
        return done

    def note(self, place: Place, text: str) -> bool:
        """Keep a note; one that is refused is an unfinished one."""
        done = self._done(WriteNote(place, text))
        if not done:
            self.keep_note_draft(place, text)
        return done

    def note_draft(self, place: Place) -> str | None:
        return self._tried(lambda: self.workshop.note_draft(place))

    def keep_note_draft(self, place: Place, text: str | None) -> None:
        """Keep a note that is being written, or forget it."""
        self._tried(lambda: self.workshop.keep_note_draft(place, text))

    # Cards

    def add_card(self, question: str, values: Mapping[str, Raw], row: str | None) -> str | None:
        """The id of the new card; None where something stands in the way."""
        reply = self._sent(AddCard(question, values, row))
        return reply.card if reply is not None and reply.done else None

    def move_card(self, question: str, card: str, index: int) -> bool:
        return self._done(MoveCard(question, card, index))

    def remove_card(self, question: str, card: str, *, sure: bool = False) -> bool:
        return self._done(RemoveCard(question, card, sure))

    # Back and forth

    def undo(self) -> bool:
        return self._again(Undo(), self.screen.undoes, "Undone")

    def redo(self) -> bool:
        return self._again(Redo(), self.screen.redoes, "Done again")

    def _again(self, intent: Intent, what: str, said: str) -> bool:
        done = self._done(intent)
        if done:
            self.news(f"{said}: {what}")
        return done

    def dismiss(self, finding: str, reason: str) -> bool:
        return self._done(DismissFinding(finding, reason))

    def finish(self) -> bool:
        return self._done(Finish())

    def go_on(self) -> bool:
        return self._walked(lambda: self.workshop.go_on().done)

    def go_back(self) -> None:
        self._walked(self.workshop.go_back)

    def jump(self, stop: Stop) -> bool:
        return self._walked(lambda: self.workshop.jump(stop))

    def jump_to_step(self, step: str) -> None:
        self._walked(lambda: self.workshop.jump_to_step(step))

    def _walked(self, act: Callable[[], bool | None]) -> bool:
        """Whether an act led on; one that says nothing did."""
        self.notice = None
        moved = self._tried(lambda: act() is not False)
        self.look()
        return moved is True

    # Others, and what is being typed

    def catch_up(self, *, typing: bool) -> bool:
        """Whether other people have changed something. typing: somebody is in the middle of an answer here.

        What they wrote isn't taken as seen while somebody types, so that sending tells them of it.
        """
        if not self._tried(self.workshop.catch_up):
            return False
        seen = self._seen
        self.look()
        if typing:
            self._seen = seen
        return True

    def draft(self, place: Place) -> str | None:
        return self.workshop.draft(place)

    def keep_draft(self, place: Place, text: str) -> None:
        """Keep what is being typed; where the outside fails, that is the notice."""
        self._tried(lambda: self.workshop.keep_draft(place, text))

    def preview(self, place: Place, raw: Raw) -> Message | None:
        return self.workshop.preview(place, raw)

    # Documents

    def documents(self) -> dict[str, str] | tuple[Problem, ...]:
        return self._tried(self.workshop.documents) or {}

    def write_documents(self, folder: str, *, force: bool) -> tuple[tuple[str, ...], tuple[Problem, ...]]:
        """The paths that were written, or why nothing was."""
        self.notice = None
        return self._tried(lambda: self.workshop.write_documents(folder, force=force)) or ((), ())


def is_blank(raw: Raw) -> bool:
    """Whether nothing was typed or picked."""
    return not (raw.strip() if isinstance(raw, str) else raw)
