"""Walk: one person's way through a workshop, in the words of the keys. No widget, no rule of the method."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from wizard.core.intents import (
    AddCard,
    AddCards,
    DismissFinding,
    DuplicateCard,
    Finish,
    GiveAnswer,
    Intent,
    LinkNewCard,
    MoveCard,
    NameVersion,
    Pass,
    Raw,
    Redo,
    RemoveCard,
    SayDontKnow,
    Undo,
    WithdrawDismissal,
    WriteNote,
)
from wizard.core.problems import Place, Problem
from wizard.core.screen import CardView, Input, Message, PastLine, Screen
from wizard.core.tongue import mark, t
from wizard.core.where import Stop
from wizard.frontends.tui.keeping import Keeping
from wizard.frontends.tui.widgets.drawing import cut
from wizard.upgrading import news_of_version
from wizard.workshop import Reply, Workshop

if TYPE_CHECKING:
    from wizard.core.figures import Figures
    from wizard.core.flow.gallery import Gallery
    from wizard.core.sensitivity import SensitivityView

_NAME_CELLS = 40
_LARGE = 100  # cards
_TAKEN_AWAY = mark("Your answer was taken away: ctrl+z brings it back.")


class Walk(Keeping):
    """A workshop with what its person has seen of it.

    screen: what may be shown now. Nothing here raises OutsideFailed: it becomes the notice, and the person
    may go on or try again.
    """

    def __init__(self, workshop: Workshop) -> None:
        super().__init__(workshop)
        self.typing_above = False
        self.went_back = False  # whether the last step was one back
        self.screen: Screen = workshop.screen()
        self._seen = self.screen.position

    @property
    def messages(self) -> tuple[Message, ...]:
        """Everything to be said at this moment."""
        return (*((self.notice,) if self.notice else ()), *self.screen.messages)

    def card(self, id: str) -> CardView | None:
        """A card as it is now, wherever one stands; None where nobody can see it."""
        return self.workshop.card(id)

    def begun(self, place: Place, values: Mapping[str, Raw]) -> tuple[Input, ...]:
        """The fields of a card that isn't there yet and begins with these values. place: of its list."""
        return self.workshop.begun(place, values)

    def look(self) -> None:
        """See everything as it is now."""
        self.screen = self.workshop.screen()
        self._seen = self.screen.position

    def hush(self) -> None:
        super().hush()
        self.look()

    def _sent(self, intent: Intent) -> Reply | None:
        self.notice = None
        failing = self.failing
        begun = self.workshop.drafts.since(intent)
        seen = self._seen if begun is None else min(begun, self._seen)
        reply = self._stored(lambda: self.workshop.send(intent, seen))
        if reply is not None and not reply.done:
            self.failing = failing  # nothing was written, so nothing is known
        self.look()
        if reply is not None and any(found.code == "workshop.changed_meanwhile" for found in reply.problems):
            self._tried(lambda: self.workshop.drafts.look_again(intent, self._seen))
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
        return self._taken_away(asked.place, lambda: self.give(asked.place, raw) and self.go_on())

    def clear(self, asked: Input) -> bool:
        """Take away an answer, and what is being typed instead of it, and stay."""
        if asked.raw:
            return self._taken_away(asked.place, lambda: self.give(asked.place, ""))
        self.notice = None
        return self.keep_draft(asked.place, "")

    def _taken_away(self, place: Place, act: Callable[[], bool]) -> bool:
        """Whether an act was done. Where it takes the answer away that was at the place, that is said."""
        had = place in self.workshop.state.answers
        done = act()
        if had and place not in self.workshop.state.answers and self.notice is None:
            self.news(t(_TAKEN_AWAY))
        return done

    def skip(self, asked: Input) -> bool:
        """On with nothing. An answer that is there stays: skipping means not looking at it now."""
        if asked.status in ("answered", "unfinished"):
            return self.go_on()
        return self._put_aside(Pass(asked.place)) and self.go_on()

    def dont_know(self, place: Place, *, stay: bool = False) -> bool:
        """Say "I don't know". stay: for a field of a card, whose question goes on."""
        return self._taken_away(place, lambda: self._put_aside(SayDontKnow(place)) and (stay or self.go_on()))

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

    # Cards

    def add_card(self, question: str, values: Mapping[str, Raw], row: str | None) -> str | None:
        """The id of the new card; None where something stands in the way."""
        reply = self._sent(AddCard(question, values, row))
        return reply.card if reply is not None and reply.done else None

    def add_cards(self, question: str, lines: Sequence[str], row: str | None) -> Reply | None:
        """A card for every line that can be one; None where none can."""
        reply = self._sent(AddCards(question, tuple(lines), row))
        if reply is None or not reply.done:
            return None
        if (count := len(reply.cards)) > 1:
            self.news(t("{count} cards added. Undo takes them back (ctrl+z).", count=count))
        return reply

    def duplicate_card(self, question: str, card: str) -> str | None:
        """The id of the copy; None where something stands in the way."""
        reply = self._sent(DuplicateCard(question, card))
        return reply.card if reply is not None and reply.done else None

    def link_new_card(
        self, place: Place, question: str, text: str, chosen: Sequence[str], values: Mapping[str, Raw] = {}
    ) -> Reply | None:
        """Make a card and choose it at a place; None where something stands in the way.

        values: what a card that begins at the place holds besides.
        """
        reply = self._sent(LinkNewCard(place, question, text, tuple(chosen), values))
        return reply if reply is not None and reply.done else None

    def move_card(self, question: str, card: str, index: int) -> bool:
        return self._done(MoveCard(question, card, index))

    def remove_card(self, question: str, card: str, *, sure: bool = False) -> bool:
        """Whether it is removed now, which is said."""
        view = self.card(card)
        removed = self._done(RemoveCard(question, card, sure))
        if removed:
            name = cut(view.face, _NAME_CELLS) if view is not None else ""
            if name:
                self.news(t("“{name}” is removed. ctrl+z brings it back.", name=name))
            else:
                self.news(t("The card is removed. ctrl+z brings it back."))
        return removed

    # Back and forth

    @property
    def refusal(self) -> str:
        """What stood in the way, in one line."""
        said = (self.notice,) if self.notice is not None else self.screen.messages
        return " ".join(message.text for message in said)

    def undo(self) -> bool:
        return self._again(Undo(), self.screen.undoes, mark("Undone: {what}"))

    def redo(self) -> bool:
        return self._again(Redo(), self.screen.redoes, mark("Done again: {what}"))

    def _again(self, intent: Intent, what: str, said: str) -> bool:
        done = self._done(intent)
        if done:
            self.news(t(said, what=what))
        return done

    def history(self, limit: int, before: int | None = None) -> tuple[PastLine, ...]:
        """What was done, the newest first."""
        return self.workshop.history(limit, before)

    @property
    def now(self) -> datetime:
        return self.workshop.outside.now()

    def dismiss(self, finding: str, reason: str) -> bool:
        return self._done(DismissFinding(finding, reason))

    def bring_back(self, finding: str) -> bool:
        """Let the coach say again what was dismissed."""
        return self._done(WithdrawDismissal(finding))

    def name_version(self, name: str) -> bool:
        return self._done(NameVersion(name))

    def finish(self) -> bool:
        return self._done(Finish())

    def go_on(self) -> bool:
        return self._walked(lambda: self.workshop.go_on().done)

    def go_back(self) -> None:
        self._walked(self.workshop.go_back)
        self.went_back = True

    def jump(self, stop: Stop) -> bool:
        return self._walked(lambda: self.workshop.jump(stop))

    def visit(self, to: Stop | Place) -> bool:
        """Go somewhere for a moment: going on leads back. False, said, where that isn't asked now."""
        moved = self._walked(lambda: self.workshop.jump(to, returning=True))
        if not moved and self.notice is None:
            self.notice = Message(t("That isn't asked at the moment."), "warn")
        elif moved and self.screen.returns:
            self.news(t("Going on, or back, leads to where you were."))
        return moved

    def jump_to_step(self, step: str) -> None:
        self._walked(lambda: self.workshop.jump_to_step(step))

    def _walked(self, act: Callable[[], bool | None]) -> bool:
        """Whether an act led on; one that says nothing did."""
        self.notice, self.went_back = None, False
        moved = self._stored(lambda: act() is not False)
        self.look()
        return moved is True

    # Others, and what is being typed

    def catch_up(self, *, typing: bool) -> bool:
        """Whether other people have changed something. typing: somebody is in the middle of an answer here.

        What they wrote isn't taken as seen while somebody types, so that sending tells them of it; nor while
        they type above the screen that asks (`typing_above`).
        """
        if not self._tried(self.workshop.catch_up):
            return False
        seen = self._seen
        self.look()
        if typing or self.typing_above:
            self._seen = seen
        return True

    def newer_version(self) -> str:
        """The version of the flow that the person hasn't been told of yet; '' for none."""
        return self._tried(lambda: news_of_version(self.workshop)) or ""

    def preview(self, place: Place, raw: Raw) -> Message | None:
        return self.workshop.preview(place, raw)

    # Reading

    @property
    def is_large(self) -> bool:
        """Whether there are so many cards that numbers of all of them take a moment."""
        return sum(map(len, self.workshop.state.cards.values())) > _LARGE

    def figures(self) -> Figures:
        """The numbers as they are now."""
        return self.workshop.figures()

    def sensitivity(self, figure: str) -> tuple[SensitivityView, ...]:
        """What moves a number, by its id: one view for each time that the flow asks."""
        return self.workshop.sensitivity(figure)

    def gallery(self) -> tuple[Gallery, tuple[Problem, ...]]:
        """What there is to learn from, and what is wrong in it."""
        return self.workshop.gallery()

    def documents(self) -> dict[str, str] | tuple[Problem, ...]:
        return self._tried(self.workshop.documents) or {}

    def write_documents(self, folder: str, *, force: bool) -> tuple[tuple[str, ...], tuple[Problem, ...]]:
        """The paths that were written, or why nothing was."""
        self.notice = None
        return self._tried(lambda: self.workshop.write_documents(folder, force=force)) or ((), ())


def is_blank(raw: Raw) -> bool:
    """Whether nothing was typed or picked."""
    return not (raw.strip() if isinstance(raw, str) else raw)
