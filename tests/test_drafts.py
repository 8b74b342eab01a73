"""What is being typed: kept as a draft, held on to where the store fails, and since when."""

from __future__ import annotations

from unittest.mock import patch

import pytest

from tests.adapters.stored import begin
from wizard.adapters.store_memory import MemoryStore
from wizard.core.intents import GiveAnswer, WriteNote
from wizard.core.problems import OutsideFailed, Place, problem
from wizard.drafts import Drafts

STORY, NAME = Place("story"), Place("name")


def full(*_: object) -> None:
    raise OutsideFailed(problem("outside.disk_full", path="workshops.db"))


def with_workshop() -> MemoryStore:
    store = MemoryStore()
    begin(store)
    return store


def drafts(store: MemoryStore) -> Drafts:
    found = Drafts(store, "w1", "me")
    found.read()
    return found


def failed(mine: Drafts, store: MemoryStore, place: Place, text: str) -> None:
    with patch.object(store, "put_drafts", full), pytest.raises(OutsideFailed):
        mine.keep(place, text, 3)


def test_what_the_store_cannot_take_is_there_all_the_same() -> None:
    mine = drafts(store := with_workshop())
    failed(mine, store, STORY, "It began")
    failed(mine, store, NAME, "Bread")

    assert "It began" == mine.at(STORY)
    assert ("It began", "Bread") == mine.unsaved
    assert drafts(store).at(STORY) is None


def test_it_goes_with_whatever_is_written_next() -> None:
    mine = drafts(store := with_workshop())
    failed(mine, store, STORY, "It began")
    mine.keep_time({"begin": 3})

    assert () == mine.unsaved
    assert "It began" == drafts(store).at(STORY)


def test_the_same_text_is_tried_again() -> None:
    mine = drafts(store := with_workshop())
    failed(mine, store, STORY, "It began")
    mine.keep(STORY, "It began", 3)

    assert "It began" == drafts(store).at(STORY)


def test_a_text_that_was_settled_meanwhile_is_not_unsaved_any_more() -> None:
    mine = drafts(store := with_workshop())
    failed(mine, store, STORY, "It began")
    mine.forget(GiveAnswer(STORY, "It began"))

    assert () == mine.unsaved
    assert mine.at(STORY) is None


def test_only_words_of_a_person_count_as_unsaved() -> None:
    mine = drafts(store := with_workshop())
    with patch.object(store, "put_drafts", full), pytest.raises(OutsideFailed):
        mine.keep_time({"begin": 3})

    assert () == mine.unsaved


def test_another_look_at_the_workshop_goes_on_with_what_is_unsaved() -> None:
    mine = drafts(store := with_workshop())
    failed(mine, store, STORY, "It began")
    later = drafts(store)
    later.take_over(mine)

    assert "It began" == later.at(STORY)
    later.keep_unsaved()
    assert "It began" == drafts(store).at(STORY)


def test_a_draft_knows_since_when_it_is_written() -> None:
    mine = drafts(store := with_workshop())
    mine.keep(STORY, "It", 3)
    mine.keep(STORY, "It began", 7)
    mine.keep_note(STORY, "Aunt", 4)

    assert 3 == drafts(store).since(GiveAnswer(STORY, "It began"))
    assert 4 == drafts(store).since(WriteNote(STORY, "Aunt"))
    assert drafts(store).since(GiveAnswer(NAME, "Bread")) is None


def test_who_has_been_told_what_others_wrote_begins_anew() -> None:
    mine = drafts(store := with_workshop())
    mine.keep(STORY, "It", 3)
    mine.look_again(GiveAnswer(STORY, "It"), 9)

    assert 9 == drafts(store).since(GiveAnswer(STORY, "It"))


def test_with_a_draft_goes_what_was_known_of_it() -> None:
    mine = drafts(store := with_workshop())
    mine.keep(STORY, "It", 3)
    mine.keep(STORY, "")
    assert {} == store.drafts("w1", "me")
    mine.keep(STORY, "It", 3)
    mine.forget(GiveAnswer(STORY, "It"))
    assert {} == store.drafts("w1", "me")


def test_the_folder_of_the_documents_is_remembered() -> None:
    mine = drafts(store := with_workshop())
    mine.keep_folder("plans/ann")

    assert "plans/ann" == drafts(store).folder
    assert "" == Drafts(store, "w1", "ben").folder
