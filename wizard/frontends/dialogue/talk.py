"""One conversation about one workshop: speaking, looking, sending. Must not know what is asked next."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from wizard.core.intents import GiveAnswer, Intent, Pass, SayDontKnow
from wizard.core.problems import OutsideFailed, Place
from wizard.core.screen import Message, Screen
from wizard.core.tongue import t
from wizard.core.where import Stop
from wizard.core.words import sentence
from wizard.frontends.dialogue import commands, phrases
from wizard.frontends.dialogue.asker import Asker, Entry, Given, Typing, index_of
from wizard.frontends.dialogue.commands import Command, Strange
from wizard.frontends.dialogue.prose import one_line
from wizard.workshop import Reply, Workshop


class Stopped(Exception):
    """A piped session ends here. code: of the program."""

    def __init__(self, code: int) -> None:
        super().__init__(code)
        self.code = code


class Elsewhere(Exception):
    """The person went to another place: whoever was asking stops, unless they know what to do there.

    place: the answer that it is about, where it is about one.
    """

    def __init__(self, place: Place | None = None) -> None:
        super().__init__(place)
        self.place = place


class Instead(Exception):
    """A command was typed where something was to be chosen: that one is done instead."""

    def __init__(self, command: Command) -> None:
        super().__init__(command)
        self.command = command


class Talk:
    """Who asks, and the workshop that they ask about. Front ends see problems in the workshop's own words."""

    def __init__(self, asker: Asker, workshop: Workshop, out: str | None = None) -> None:
        self.asker = asker
        self.workshop = workshop
        self.out = out
        self.told: Stop | None = None
        """Where everything was said already: it isn't said twice."""
        self._typed: dict[Place, str] = {}
        self._is_failing = False
        self.unsaved = False
        """Whether the last thing that the person did couldn't be written down."""

    # Speaking

    def say(self, *lines: str) -> None:
        """A paragraph of these lines; nothing where there are none."""
        if lines:
            self.asker.say("\n".join(lines))

    def tell(self, messages: Iterable[Message]) -> None:
        """Messages in the words that they come with."""
        for message in messages:
            self.asker.say(message.text)

    def refuse(self, text: str = "") -> None:
        """Say that something wasn't understood; where nobody can be asked again, stop there."""
        if text:
            self.asker.say(text)
        if self.asker.heard is not None:
            self.asker.say(t(phrases.STOPPED, line=self.asker.heard, where=self._where()))
            raise Stopped(1)

    def failed(self, fault: OutsideFailed) -> None:
        """Say that the world outside failed; a piped session can't wait until it works again."""
        self.unsaved = True
        self.asker.say(sentence(fault.problem))
        if self.asker.heard is not None:
            raise Stopped(3)

    def _where(self) -> str:
        screen = self.workshop.screen()
        if screen.question is not None:
            return one_line(screen.question.input.ask)
        return screen.step.title if screen.step is not None else screen.name

    # Looking and doing

    @property
    def now(self) -> datetime:
        return self.workshop.outside.now()

    def look(self) -> Screen:
        """The screen as it is now, with what others have written."""
        try:
            if self.workshop.refresh():
                self.say(t(phrases.CHANGED))
            self._is_failing = False
        except OutsideFailed as fault:
            if not self._is_failing:  # said once: there is a question to ask all the same
                self.failed(fault)
            self._is_failing = True
        return self.workshop.screen()

    def send(self, intent: Intent, seen: int | None = None) -> Reply:
        """Carry out an intent and tell what came of it."""
        reply = self.workshop.send(intent, seen)
        self.unsaved = False
        self.tell(reply.messages)
        if not reply.done:
            self.refuse()
        return reply

    def give(self, place: Place, given: Given, seen: int, intent: Intent | None = None) -> Reply | None:
        """Answer a place; None where the answer wasn't taken. What was typed is then offered again.

        intent: what answers it, where that is not GiveAnswer.
        """
        raw = given.raw
        understood = self.workshop.preview(place, raw) if given.written and intent is None else None
        try:
            reply = self.workshop.send(intent or GiveAnswer(place, raw), seen)
        except OutsideFailed:
            self._keep_typed(place, given)
            raise
        if not reply.done:
            self._keep_typed(place, given)
            self.tell(reply.messages)
            self.refuse()
            return None
        self._typed.pop(place, None)
        self.unsaved = False
        if understood is not None and understood.severity == "news":
            self.say(t(phrases.TAKEN, text=understood.text))
        self.tell(reply.messages)
        return reply

    def _keep_typed(self, place: Place, given: Given) -> None:
        if given.written and isinstance(given.raw, str) and given.raw:
            self._typed[place] = given.raw
            self.keep_draft(place)(given.raw)

    def keep_draft(self, place: Place) -> Typing:
        """Keeps what is being typed at a place, as well as that goes: the answer will say what fails."""

        def keep(text: str) -> None:
            try:
                self.workshop.drafts.keep(place, text)
                is_kept = True
            except OutsideFailed:
                is_kept = False
            if place in self._typed or not is_kept:
                self._typed[place] = text

        return keep

    def take_draft(self, place: Place) -> str:
        """What was being typed at a place. Said once, unless it was refused a moment ago."""
        if place in self._typed:
            return self._typed[place]
        draft = self.workshop.drafts.at(place) or ""
        if draft:
            self._typed[place] = draft
            self.say(t(phrases.DRAFT))
        return draft

    def go_on(self) -> None:
        """To the next stop, unless something is required here."""
        reply = self.workshop.go_on()
        self.tell(reply.messages)
        if not reply.done:
            self.refuse()

    def leave(self, way: str, place: Place, *, has_answer: bool) -> None:
        """Go away from a question. way: `back`, `skip`, `clear` or `unknown`.

        What is there stays when it is skipped, and what was typed and not sent comes back with the question.
        """
        match way:
            case "back":
                self.workshop.go_back()
            case "skip" if has_answer:
                self.skip(has_answer=True)
                self.go_on()
            case "skip" | "clear":
                if self.passed_over(Pass(place), place):
                    self.go_on()
            case "unknown":
                if self.passed_over(SayDontKnow(place), place):
                    self.go_on()

    def skip(self, *, has_answer: bool) -> None:
        """Say that an answer stays, where there is one."""
        if has_answer:
            self.say(t(phrases.LEFT_AS_IT_IS))

    def passed_over(self, intent: Intent, place: Place) -> bool:
        """Say that there is no answer; what was being typed stays a draft."""
        draft = self.workshop.drafts.at(place) or ""
        had = place in self.workshop.state.answers
        done = self.send(intent).done
        if done and draft:
            self.keep_draft(place)(draft)
        if isinstance(intent, SayDontKnow) and had and place not in self.workshop.state.answers:
            self.say(t(phrases.TAKEN_AWAY))
        return done

    # Small questions

    def choose(self, prompt: str, entries: Sequence[Entry]) -> str:
        """The word of one entry, or what was typed; '' for staying, as `:back` says too. Raises Instead."""
        stay = Entry("", t(phrases.STAY))
        found = commands.read(self.asker.menu(prompt, [*entries, stay]).strip())
        match found:
            case Command("back"):
                return ""
            case Command():
                raise Instead(found)
            case Strange():
                return found.word
            case _:
                return found

    def ask_text(self, prompt: str, start: str = "") -> str:
        """A line about which nobody says anything else, such as a note."""
        return self.asker.line(prompt, start=start).strip()

    def pick_number(self, text: str, count: int) -> int | None:
        """The 0-based index that a word such as `2` stands for; None, said, for anything else."""
        index = index_of(text, count)
        if index is None:
            self.refuse(t(phrases.NO_SUCH_CARD, text=text))
        return index

    def unknown_word(self, text: str) -> None:
        self.refuse(t(phrases.NOT_UNDERSTOOD, text=text))

    def sure(self, prompt: str) -> bool:
        """Yes or no, asked until it is one of them."""
        while True:
            found = self.asker.sure(prompt)
            if found is not None:
                return found
            self.refuse(t(phrases.YES_OR_NO))
