"""A workshop as front ends meet it: walking, saving, coming back, and two people at once."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.core.rich_flow import RICH, wishes
from tests.worlds import World, outside, world
from wizard.adapters.flow_files import FlowFiles
from wizard.adapters.store_memory import MemoryStore
from wizard.core.intents import (
    AddCard,
    ChangeCard,
    Finish,
    GiveAnswer,
    Intent,
    MoveCard,
    Pass,
    Redo,
    Rename,
    SayDontKnow,
    Undo,
    WriteNote,
)
from wizard.core.problems import OutsideFailed, Place, problem
from wizard.core.screen import Message
from wizard.core.where import END, Stop
from wizard.history import actions_of
from wizard.home import Home
from wizard.ports import Envelope, LoadedFlow, PositionTaken, Summary
from wizard.workshop import Workshop

A, B = Place("a"), Place("b")
TWO = "- {id: a, ask: A}\n- {id: b, ask: B}"
CARDS = "- {id: segs, type: cards, ask: S, fields: [{id: name, ask: N}, {id: size, ask: Z}]}\n"
CHANGED = "workshop.changed_meanwhile"


def codes(workshop: Workshop, intent: Intent, seen: int | None = None) -> tuple[str, ...]:
    """The codes with which it was refused; nothing where it was done."""
    reply = workshop.send(intent, seen)
    return () if reply.done else tuple(message.code for message in reply.messages)


# Walking


def test_going_on_walks_through_questions_and_reviews_to_the_end() -> None:
    run = world(TWO)
    walked = [run.workshop.here]
    while run.workshop.here != END:
        assert run.workshop.go_on().done
        walked.append(run.workshop.here)
    assert [Stop("one", A), Stop("one", B), Stop("one"), END] == walked


def test_going_back_never_validates_and_keeps_what_stood_there() -> None:
    run = world("- {id: a, ask: A}\n- {id: b, type: number, ask: B, required: true}")
    run.workshop.go_on()
    run.workshop.drafts.keep(B, "many")
    assert ("number.not_a_number",) == run.refused(GiveAnswer(B, "many"))
    run.workshop.go_back()
    assert Stop("one", A) == run.workshop.here
    assert () == run.workshop.screen().messages
    run.workshop.go_on()
    assert "many" == run.workshop.drafts.at(B)


def test_going_on_keeps_bad_input_where_it_is_with_the_message_beside_it() -> None:
    run = world("- {id: a, type: number, ask: A}")
    reply = run.workshop.send(GiveAnswer(A, "many"))
    assert not reply.done
    assert (reply.messages, Stop("one", A)) == (run.workshop.screen().messages, run.workshop.here)


def test_from_a_review_one_jumps_to_a_question_and_returns() -> None:
    run = world(TWO)
    run.workshop.jump(Stop("one"))
    assert run.workshop.jump(A)
    assert run.workshop.screen().returns
    run.workshop.go_on()
    assert Stop("one") == run.workshop.here
    assert not run.workshop.screen().returns
    run.workshop.jump(B)
    run.workshop.go_back()
    assert Stop("one") == run.workshop.here


def test_from_a_question_one_jumps_to_another_for_a_moment_and_returns() -> None:
    run = world("- {id: a, ask: A}\n- {id: b, ask: B}\n- {id: c, ask: C}")
    assert run.workshop.jump(Place("c"), returning=True)
    assert run.workshop.screen().returns
    assert run.workshop.jump(B, returning=True)
    run.answer("b", "x")
    run.workshop.go_on()
    assert Stop("one", A) == run.workshop.here
    assert not run.workshop.screen().returns
    run.workshop.jump(B, returning=True)
    run.workshop.go_back()
    assert Stop("one", A) == run.workshop.here


def test_who_jumps_to_where_they_stand_returns_nowhere() -> None:
    run = world(TWO)
    assert run.workshop.jump(A, returning=True)
    assert not run.workshop.screen().returns
    run.workshop.jump(B, returning=True)
    run.workshop.jump(A, returning=True)
    assert not run.workshop.screen().returns


def test_nobody_jumps_to_what_isnt_asked() -> None:
    run = world("- {id: a, ask: A}\n- {id: b, ask: B, when: a is defined}")
    assert not run.workshop.jump(B)
    assert Stop("one", A) == run.workshop.here


def test_jumping_to_a_step_leads_to_its_first_open_question() -> None:
    run = world(TWO)
    run.workshop.go_on()
    run.workshop.go_back()
    run.workshop.jump_to_step("one")
    assert Stop("one", B) == run.workshop.here


def test_a_person_whose_question_is_hidden_by_somebody_else_stands_at_the_next() -> None:
    run = world("- {id: a, ask: A}\n- {id: b, ask: B, when: a == 'x'}\n- {id: c, ask: C}")
    run.answer("a", "x")
    run.workshop.jump(B)
    other = run.reopened()
    other.send(GiveAnswer(A, "y"))
    assert run.workshop.refresh()
    assert Stop("one", Place("c")) == run.workshop.screen().stop


def test_the_end_is_ready_when_nothing_stands_in_the_way() -> None:
    run = world("- {id: a, ask: A, required: true}")
    run.workshop.jump(END)
    assert not run.workshop.screen().ready
    run.answer("a", "x")
    assert run.workshop.screen().ready
    run.do(Finish())
    assert run.workshop.screen().finished
    assert run.home.summaries()[0].finished


# What is understood while somebody types


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("", None),
        ("12", Message("12 EUR")),
        ("many", "number.not_a_number"),
        ("12k", Message("12,000 EUR")),
    ],
)
def test_a_preview_says_what_is_understood_and_keeps_nothing(raw: str, shown: Message | str | None) -> None:
    run = world("- {id: a, type: money, ask: A}")
    found = run.workshop.preview(A, raw)
    if isinstance(shown, str):
        assert found is not None
        assert shown == found.code
    else:
        plain = found and msgspec.structs.replace(found, text=found.text.replace("\xa0", " "))
        assert shown == plain
    assert 1 == run.facts.state.position


# Coming back


def test_a_reopened_workshop_is_where_its_person_left_it() -> None:
    run = world(TWO)
    run.answer("a", "x")
    run.workshop.go_on()
    again = run.reopened()
    assert run.workshop.screen() == again.screen()
    assert Stop("one", B) == again.here
    run.workshop.go_back()
    assert Stop("one", A) == run.reopened().here


def test_each_person_comes_back_to_their_own_stop() -> None:
    run = world(TWO)
    ann = run.reopened("ann")
    ann.go_on()
    assert Stop("one", B) == run.reopened("ann").here
    assert Stop("one", B) == run.reopened("ben").here  # the first open one: Ann has passed the other
    ann.go_back()
    assert Stop("one", A) == run.reopened("ann").here
    assert Stop("one", B) == run.reopened("ben").here


def test_a_flow_that_is_edited_on_disk_leaves_a_running_workshop_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / "own.yaml"
    file.write_text("flow: own\ntitle: Own\nsteps: [{id: s, title: S, ask: [{id: a, ask: Before}]}]\n")
    flows = FlowFiles(shipped=tmp_path / "none", templates=tmp_path / "none")
    home = Home(msgspec.structs.replace(outside(), flows=flows))
    loaded = home.load(str(file))
    assert isinstance(loaded, LoadedFlow)
    workshop = home.start(loaded)
    file.write_text("flow: own\ntitle: Own\nsteps: [{id: s, title: S, ask: [{id: b, ask: After}]}]\n")
    assert () == codes(workshop, GiveAnswer(A, "x"))
    again = home.open(workshop.id)
    assert isinstance(again, Workshop)
    assert ["Before"] == [line.ask for line in again.screen().review]
    assert {A: "x"} == again.state.answers
    file.unlink()
    assert isinstance(home.open(workshop.id), Workshop)


def test_a_workshop_that_isnt_there_or_lost_its_flow_is_a_problem() -> None:
    run = world(TWO)
    found = Workshop.opened(run.outside, "nobody")
    assert isinstance(found, tuple)
    assert ["outside.no_workshop"] == [one.code for one in found]


def test_events_of_a_newer_program_are_said_to_be_unknown() -> None:
    stored = Envelope("w", 1, "a", "2026-03-03T12:00:00Z", None, "CustomerInvited", 1, b"{}")
    with pytest.raises(OutsideFailed) as raised:
        actions_of([stored])
    assert "outside.event_unknown" == raised.value.problem.code


@settings(max_examples=20)
@given(data=st.data())
def test_what_is_reopened_is_what_was_there(data: st.DataObject) -> None:
    run = World(RICH)
    for _ in range(data.draw(st.integers(1, 8))):
        run.workshop.send(data.draw(wishes(run.facts)))
    run.workshop.jump(END)
    shown = msgspec.structs.replace(run.workshop.screen(), messages=())
    assert shown == run.reopened().screen()


# Drafts


def test_a_draft_is_kept_for_its_place_and_forgotten_when_it_is_answered() -> None:
    run = world(TWO)
    run.workshop.drafts.keep(A, "half a sen")
    run.workshop.drafts.keep(B, "another")
    assert ("half a sen", "another") == (run.reopened().drafts.at(A), run.reopened().drafts.at(B))
    run.answer("a", "Half a sentence")
    assert (None, "another") == (run.workshop.drafts.at(A), run.workshop.drafts.at(B))
    assert (None, "another") == (run.reopened().drafts.at(A), run.reopened().drafts.at(B))


def test_blanks_alone_are_no_draft() -> None:
    run = world(TWO)
    run.workshop.drafts.keep(A, " \n ")
    assert run.reopened().drafts.at(A) is None
    run.workshop.drafts.keep(A, "half a sen")
    run.workshop.drafts.keep(A, "  ")
    assert run.reopened().drafts.at(A) is None


def test_a_field_in_which_a_text_waits_says_so_until_it_is_answered() -> None:
    run = world(CARDS)
    run.do(AddCard("segs", {"name": "Bread"}))
    run.do(AddCard("segs", {"name": "Jam"}))
    bread, jam = run.workshop.state.cards["segs"]
    at = Place("segs", bread, "name")
    run.workshop.drafts.keep(at, "Bread ro")
    run.workshop.drafts.keep(Place("segs", jam, "name"), "Jam")
    assert [True, False] == typed_at(run.reopened())
    run.do(GiveAnswer(at, "Bread rolls"))
    assert [False, False] == typed_at(run.reopened())


def typed_at(workshop: Workshop) -> list[bool]:
    """Of each card, whether a text waits in it that isn't its answer."""
    assert workshop.jump(Place("segs"))
    question = workshop.screen().question
    assert question is not None
    return [any(field.typed for field in card.fields) for card in question.cards]


@pytest.mark.parametrize("wish", [Pass(A), SayDontKnow(A), GiveAnswer(A, "")])
def test_passing_forgets_the_draft(wish: Intent) -> None:
    run = world(TWO)
    run.workshop.drafts.keep(A, "half a sen")
    run.do(wish)
    assert run.reopened().drafts.at(A) is None


@pytest.mark.parametrize("wish", [WriteNote(A, "why"), GiveAnswer(B, "x"), Rename("Bread"), Finish()])
def test_other_wishes_leave_a_draft_alone(wish: Intent) -> None:
    run = world(TWO)
    run.workshop.drafts.keep(A, "half a sen")
    run.do(wish)
    assert "half a sen" == run.reopened().drafts.at(A)


def test_what_is_refused_leaves_its_draft() -> None:
    run = world("- {id: a, type: number, ask: A}")
    run.workshop.drafts.keep(A, "many")
    assert ("number.not_a_number",) == run.refused(GiveAnswer(A, "many"))
    assert "many" == run.workshop.drafts.at(A)


def test_an_emptied_draft_is_none() -> None:
    run = world(TWO)
    run.workshop.drafts.keep(A, "x")
    run.workshop.drafts.keep(A, "")
    assert run.reopened().drafts.at(A) is None


def test_the_drafts_of_a_new_card_go_when_it_is_added_and_those_of_a_card_when_it_changes() -> None:
    run = world(CARDS)
    new = Place("segs", field="name")
    run.workshop.drafts.keep(new, "Hot")
    card = run.card("segs", name="Hotels")
    assert run.workshop.drafts.at(new) is None
    name, size = Place("segs", card, "name"), Place("segs", card, "size")
    run.workshop.drafts.keep(name, "Hot")
    run.workshop.drafts.keep(size, "1")
    run.do(ChangeCard("segs", card, {"name": "Inns"}))
    assert (None, "1") == (run.workshop.drafts.at(name), run.workshop.drafts.at(size))


def test_each_person_has_their_own_drafts() -> None:
    run = world(TWO)
    run.reopened("ann").drafts.keep(A, "Ann's")
    assert (None, "Ann's") == (run.reopened("ben").drafts.at(A), run.reopened("ann").drafts.at(A))


# Two at once


def test_two_that_write_in_different_places_both_succeed() -> None:
    run = world(TWO)
    other = run.reopened()
    assert () == codes(run.workshop, GiveAnswer(A, "mine"))
    assert () == codes(other, GiveAnswer(B, "theirs"))
    run.workshop.refresh()
    assert {A: "mine", B: "theirs"} == run.facts.state.answers == other.state.answers
    assert run.workshop.screen().canvas == other.screen().canvas


def test_two_that_write_in_the_same_place_the_second_is_told_and_shown_both() -> None:
    run = world("- {id: a, type: choice, ask: A, options: {x: An X, y: A Y}}")
    other = run.reopened()
    run.do(GiveAnswer(A, "x"))
    reply = other.send(GiveAnswer(A, "y"))
    assert not reply.done
    assert [(CHANGED, A)] == [(message.code, message.place) for message in reply.messages]
    assert "They wrote: “An X”. You wrote: “A Y”." in reply.messages[0].text
    assert {A: "x"} == other.state.answers


def test_going_on_once_more_keeps_ones_own() -> None:
    run = world(TWO)
    other = run.reopened()
    run.do(GiveAnswer(A, "theirs"))
    assert (CHANGED,) == codes(other, GiveAnswer(A, "mine"))
    assert () == codes(other, GiveAnswer(A, "mine"), seen=other.screen().position)
    assert {A: "mine"} == other.state.answers


def test_two_that_write_the_same_agree() -> None:
    run = world("- {id: a, type: number, ask: A}")
    other = run.reopened()
    run.do(GiveAnswer(A, "12k"))
    assert () == codes(other, GiveAnswer(A, "12,000"))


def test_what_changed_after_the_screen_that_a_person_saw_is_told_even_when_it_was_taken_in() -> None:
    run = world(TWO)
    other = run.reopened()
    seen = other.screen().position
    run.do(GiveAnswer(A, "theirs"))
    other.refresh()
    assert (CHANGED,) == codes(other, GiveAnswer(A, "mine"), seen)


def test_ones_own_change_is_no_conflict_however_old_the_screen() -> None:
    run = world(TWO)
    seen = run.workshop.screen().position
    run.do(GiveAnswer(A, "1"))
    assert () == codes(run.workshop, GiveAnswer(A, "2"), seen)


def test_a_note_beside_an_answer_is_no_conflict_with_it() -> None:
    run = world(TWO)
    other = run.reopened()
    run.do(WriteNote(A, "why"))
    assert () == codes(other, GiveAnswer(A, "mine"))


@pytest.mark.parametrize(
    ("theirs", "mine"),
    [
        (GiveAnswer(A, "theirs"), Pass(A)),
        (GiveAnswer(A, "theirs"), SayDontKnow(A)),
        (WriteNote(A, "theirs"), WriteNote(A, "mine")),
        (Rename("Theirs"), Rename("Mine")),
        (GiveAnswer(Place("segs", "k", "name"), "theirs"), ChangeCard("segs", "k", {"name": "mine"})),
    ],
)
def test_nothing_of_somebody_else_is_silently_overwritten(theirs: Intent, mine: Intent) -> None:
    run = world(TWO + "\n" + CARDS)
    run.do(AddCard("segs", {}, card="k"))
    other = run.reopened()
    run.do(theirs)
    before = run.facts.state
    assert (CHANGED,) == codes(other, mine)
    assert (before.answers, before.notes, before.name) == (
        other.state.answers,
        other.state.notes,
        other.state.name,
    )


def test_two_may_add_and_move_cards_at_once() -> None:
    run = world(CARDS)
    first = run.card("segs", name="One")
    other = run.reopened()
    run.card("segs", name="Two")
    assert () == codes(other, AddCard("segs", {"name": "Three"}))
    assert () == codes(other, MoveCard("segs", first, 2))
    run.workshop.refresh()
    assert ["Two", "Three", "One"] == [card.face for card in run.question.cards]


def test_undo_and_redo_of_ones_own_go_on_beside_others() -> None:
    run = world(TWO)
    ann, ben = run.reopened("ann"), run.reopened("ben")
    assert () == codes(ann, GiveAnswer(A, "1"))
    assert () == codes(ben, GiveAnswer(B, "2"))
    assert ((), ()) == (codes(ann, Undo()), codes(ann, Redo()))
    ben.refresh()
    assert {A: "1", B: "2"} == ben.state.answers


def test_undo_and_redo_tell_where_it_was() -> None:
    run = world(TWO)
    run.workshop.send(GiveAnswer(A, "1"))
    run.workshop.send(GiveAnswer(B, "2"))
    taken_back = [run.workshop.send(intent).place for intent in (Undo(), Undo(), Redo(), Redo())]

    assert [B, A, A, B] == taken_back


class Crowded(MemoryStore):
    """A store in which somebody else always was a little faster, for a while."""

    def __init__(self, faster: int) -> None:
        super().__init__()
        self.faster = faster

    def append(self, events: object, summary: object, texts: object = None) -> None:
        del texts
        if self.faster:
            self.faster -= 1
            raise PositionTaken(1, 2)
        assert isinstance(events, list)
        assert isinstance(summary, Summary)
        super().append(events, summary)


def crowded(faster: int) -> Workshop:
    run = world(TWO)
    store = Crowded(0)
    loaded = run.workshop.loaded
    workshop = Home(outside(store)).start(loaded)
    store.faster = faster
    return workshop


def test_who_comes_second_tries_again() -> None:
    workshop = crowded(5)
    assert () == codes(workshop, GiveAnswer(A, "x"))
    assert {A: "x"} == workshop.state.answers


def test_who_always_comes_second_is_told_and_nothing_has_changed() -> None:
    workshop = crowded(1000)
    before = workshop.screen()
    with pytest.raises(OutsideFailed):
        workshop.send(GiveAnswer(A, "x"))
    assert before == workshop.screen()


class Full(MemoryStore):
    """A store on a disk that becomes full."""

    full = False

    def append(self, *_: object, **__: object) -> None:
        raise OutsideFailed(problem("outside.disk_full", path="here"))


def test_where_the_store_fails_the_workshop_is_as_it_was() -> None:
    loaded = world(TWO).workshop.loaded
    workshop = Home(outside(Full())).start(loaded)
    before = workshop.screen()
    with pytest.raises(OutsideFailed):
        workshop.send(GiveAnswer(A, "x"))
    assert before == workshop.screen()
    assert {} == workshop.state.answers


# What the list of workshops shows


def test_the_row_in_the_list_follows_every_action() -> None:
    run = world(TWO)
    run.answer("a", "x")
    row = run.home.summaries()[0]
    assert ("Untitled", "small", "One", 0.5, 2) == (row.name, row.flow, row.step, row.progress, row.position)
