"""Workshop: the one thing that front ends talk to. Sends intents to the core, events to the store."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import msgspec

from wizard.core.card_views import card_called, with_typed
from wizard.core.conflicts import conflict
from wizard.core.decide import decide
from wizard.core.decision import Decision
from wizard.core.events import CardAdded
from wizard.core.figures import Figures, figures
from wizard.core.gridded import begun_fields
from wizard.core.inputs import message
from wizard.core.intents import Intent, Pass, Raw
from wizard.core.judging import issues, status
from wizard.core.previewing import previewed
from wizard.core.problems import OutsideFailed, Place, Problem, problem
from wizard.core.screen import CardView, Input, Message, Screen
from wizard.core.state import State, touched
from wizard.core.stops import after, before, first_open, nearest, stop_at
from wizard.core.stops import stops as every_stop
from wizard.core.views import screen
from wizard.core.where import Stop
from wizard.drafts import Drafts
from wizard.following import Following
from wizard.ports import LoadedFlow, Outside

if TYPE_CHECKING:
    from wizard.core.carrying import Carried
    from wizard.core.flow.gallery import Gallery
    from wizard.core.migrating import Migrated
    from wizard.core.sensitivity import SensitivityView
    from wizard.rendering import Rendering

_TRIES = 30


class Reply(msgspec.Struct, frozen=True):
    """What an intent led to. done False: nothing happened, and messages say why. card: the card at hand.

    place: what changed first; of what was taken back, where it had been done. cards: those that are new.
    left: of several texts, those that couldn't become cards. problems: what the messages of a refusal say.
    """

    done: bool
    messages: tuple[Message, ...] = ()
    card: str | None = None
    place: Place | None = None
    cards: tuple[str, ...] = ()
    left: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


class Workshop(Following):
    """One workshop, open. viewer: who looks and acts, None where nobody asked for names; drafts: of theirs.

    Everything that `send` accepts is durable when it returns. Raises OutsideFailed where the store fails; the
    workshop is then as it was before.
    """

    def __init__(self, outside: Outside, id: str, loaded: LoadedFlow, viewer: str | None = None) -> None:
        super().__init__(outside, id, loaded, viewer)
        self._messages: tuple[Message, ...] = ()
        self._returns: Stop | None = None
        self._came_from: Stop | None = None  # where one was before one asked for a review
        self.drafts = Drafts(outside.store, id, viewer)
        self._rendering: Rendering | None = None
        self.carried: Carried | None = None  # what it was begun with from another one, until that is told

    @classmethod
    def opened(cls, outside: Outside, id: str, viewer: str | None = None) -> Workshop | tuple[Problem, ...]:
        """A workshop that is in the store, where its person left it."""
        summary = outside.store.summary(id)
        if summary is None:
            return (problem("outside.no_workshop", text=id),)
        text = outside.store.text(summary.flow_digest)
        if text is None:
            return (problem("outside.flow_lost", text=summary.name),)
        loaded = outside.flows.restored(text)
        if not isinstance(loaded, LoadedFlow):
            return loaded
        workshop = cls(outside, id, loaded, viewer)
        workshop._created_at = summary.created_at
        workshop.refresh()
        workshop.drafts.read()
        left = workshop.drafts.here
        workshop.here = first_open(workshop._facts) if left is None else nearest(workshop._facts, left)
        return workshop

    def _go_on_in(self, loaded: LoadedFlow, state: State) -> None:
        from wizard.core.renaming import Renaming  # noqa: PLC0415 - few workshops do this

        renaming = Renaming(loaded.flow, self.loaded.flow.file.version)
        super()._go_on_in(loaded, state)
        self._rendering = None
        self._returns = self._came_from = None
        self.drafts.read()
        self.drafts.move(renaming.place)
        here = self.here.place
        if here is not None:  # the question where one stands may be called something else now
            self.here = stop_at(self._facts, renaming.place(here)) or nearest(self._facts, self.here)
            self.drafts.keep_here(self.here)

    # What is shown

    def screen(self) -> Screen:
        """All that this viewer may see now."""
        self.here = nearest(self._facts, self.here)
        return screen(
            self._facts,
            self.id,
            self.here,
            viewer=self.viewer,
            messages=self._messages,
            returns=self._returns is not None,
            changes=self.changes_since() if self.here.place is None else (),
            typed=self.drafts.answers,
        )

    def card(self, id: str) -> CardView | None:
        """A card as it is now and all that it asks, wherever one stands; None where nobody can see it."""
        card = card_called(self._facts, id)
        return None if card is None else with_typed((card,), self.drafts.answers)[0]

    def begun(self, place: Place, values: Mapping[str, Raw]) -> tuple[Input, ...]:
        """The fields of a card that isn't there yet and begins with these values. place: of its list."""
        return begun_fields(self._facts, place, values)

    def figures(self) -> Figures:
        """The numbers that are worked out, as they are now."""
        return figures(self._facts)

    def sensitivity(self, figure: str) -> tuple[SensitivityView, ...]:
        """What moves a number, by its id; asks for much work, so only when somebody wants to see it."""
        from wizard.core.sensitivity import sensitivities  # noqa: PLC0415 - hardly anybody asks at the start

        return sensitivities(self._facts, figure)

    def preview(self, place: Place, raw: Raw) -> Message | None:
        """What would be understood, or what stands in the way, while somebody types. Nothing is kept."""
        return previewed(self._facts, place, raw)

    # Doing

    def send(self, intent: Intent, seen: int | None = None) -> Reply:
        """Carry out what a person wants, or say why not.

        seen: the position of the screen that they looked at; where somebody has changed that very place
        since, they are told and shown both, and nothing is written.
        """
        seen = self._state.position if seen is None else seen
        for _ in range(_TRIES):
            made: list[str] = []
            decision = decide(self._facts, intent, lambda made=made: self._new_id(made), self.viewer)  # type: ignore[misc]
            if any(found.severity == "error" for found in decision.problems):
                return self._refused(decision.problems)
            theirs = () if decision.undoes else self._by_others_since(seen)
            if (found := conflict(self._facts, decision.events, theirs)) is not None:
                return self._refused((found,))
            if decision.events and not self._append(decision):
                self.refresh()
                continue
            self.drafts.forget(intent)
            told = tuple(message(found) for found in decision.problems)
            self._messages = told
            card = made[0] if made else getattr(intent, "card", None)
            changed = (place for event in decision.events for place in touched(event))
            new = tuple(event.card for event in decision.events if isinstance(event, CardAdded))
            return Reply(True, told, card, next(changed, None), new, decision.left)
        raise OutsideFailed(problem("outside.store_busy", path=""))

    def _new_id(self, made: list[str]) -> str:
        made.append(self.outside.new_id())
        return made[-1]

    def _refused(self, problems: tuple[Problem, ...]) -> Reply:
        self._messages = tuple(message(found) for found in problems)
        return Reply(False, self._messages, problems=problems)

    def upgrade(self, loaded: LoadedFlow) -> Migrated | Problem:
        """Go on in a newer text of the same flow: what became of the answers, or why that can't be.

        The move and all that it does to answers is one action in one transaction; it can't be undone.
        """
        from wizard.core.migrating import migrated  # noqa: PLC0415 - few do this, and none at start-up

        for _ in range(_TRIES):
            found = migrated(self._facts, loaded.flow)
            if isinstance(found, Problem):
                return found
            if self._append(Decision(found.events), loaded):
                return found
            self.refresh()
        raise OutsideFailed(problem("outside.store_busy", path=""))

    # Walking

    def go_on(self) -> Reply:
        """To the next stop. A question that was left empty is passed; what is required stops here."""
        place = self.here.place
        self._messages = ()
        if place is not None:
            stopped = tuple(found for found in issues(self._facts, place) if found.severity == "error")
            if stopped:
                return self._refused(stopped)
            if status(self._facts, place) in ("open", "unfinished"):
                reply = self.send(Pass(place))
                if not reply.done:
                    return reply
        if self._returns is not None:
            self._go(self._returns, came_from=self._came_from)
        else:
            self._go(after(self._facts, self.here))
        return Reply(True)

    def go_back(self) -> None:
        """To the stop before; out of a review that one asked for, to where one was. Never validates."""
        returns = self._returns
        if self.here.place is None and self._came_from is not None:
            self._go(self._came_from)
            self._returns = returns if returns != self.here else None
        elif returns is not None:
            self._go(returns, came_from=self._came_from)
        else:
            self._go(before(self._facts, self.here))

    def jump(self, to: Stop | Place, *, returning: bool = False) -> bool:
        """To any stop; from a review one returns there by going on. False where the place isn't asked now.

        returning: from a question too, as for something that is quickly done elsewhere.
        """
        stop = stop_at(self._facts, to) if isinstance(to, Place) else to
        if stop is None:
            return False
        from_here = (returning or self.here.place is None) and stop.place is not None and stop != self.here
        returns = self._returns or (self.here if from_here else None)
        is_review = stop.place is None and self.here.place is not None
        self._go(nearest(self._facts, stop), came_from=self.here if is_review else self._came_from)
        self._returns = returns if returns != self.here else None
        return True

    def jump_to_step(self, step: str) -> None:
        """To the first open question of a step, else to its first."""
        of_step = [stop for stop in self.stops() if stop.step == step]
        opened = [s for s in of_step if s.place is not None and status(self._facts, s.place) == "open"]
        if of_step:
            self._go((opened or of_step)[0])

    def stops(self) -> tuple[Stop, ...]:
        """Every stop, in order; the last is the end."""
        return every_stop(self._facts)

    def hush(self) -> None:
        """Say nothing more of what was refused: the person has thought better of it."""
        self._messages = ()

    def _go(self, stop: Stop, *, came_from: Stop | None = None) -> None:
        self._returns = None
        self._came_from = came_from
        self._messages = ()
        self.here = nearest(self._facts, stop)
        self.drafts.keep_here(self.here)

    # Reading

    def gallery(self) -> tuple[Gallery, tuple[Problem, ...]]:
        """What there is to learn from beside the teaching of the steps, and what is wrong in its files."""
        return self.outside.flows.gallery(self.loaded)

    def documents(self, template: str | None = None) -> dict[str, str] | tuple[Problem, ...]:
        """Every document of the flow as text, file name -> text; with `template`, that one alone."""
        rendering = self._rendering
        if rendering is None:
            from wizard.rendering import Rendering  # noqa: PLC0415 - nobody waits for a document at start-up

            rendering = self._rendering = Rendering(self.outside, self.loaded)
        return rendering.documents(self._state, template)

    def write_documents(
        self, folder: str, *, force: bool = False, template: str | None = None
    ) -> tuple[tuple[str, ...], tuple[Problem, ...]]:
        """Write the documents; the paths that were written, or why nothing was."""
        texts = self.documents(template)
        if not isinstance(texts, dict):
            return (), texts
        return self.outside.write(folder, texts, force=force)
