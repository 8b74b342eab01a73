"""The shipped gallery: seven companies, six kinds of relationship, each short, with for and against."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from wizard.adapters.flow_files import FlowFiles
from wizard.core.flow.gallery import Gallery, GalleryEntry
from wizard.ports import LoadedFlow

MOST_WORDS = 85
MOST_CELLS = 60  # of a line for or against, and of a subtitle


def shipped() -> tuple[LoadedFlow, Gallery]:
    files = FlowFiles()
    found = files.load("business-model")
    assert isinstance(found, LoadedFlow)
    gallery, problems = files.gallery(found)
    assert () == problems
    return found, gallery


FLOW, GALLERY = shipped()
ENTRIES = [entry for _, entry in GALLERY.entries()]
GROUPS = {group.title: [entry.title for entry in group.entries] for group in GALLERY.groups}


def said(entry: GalleryEntry) -> Iterator[str]:
    yield from (entry.title, entry.subtitle, entry.text, entry.try_)
    yield from (*entry.tags, *entry.for_, *entry.against)


def test_the_kinds_are_those_that_the_flow_asks_for() -> None:
    labels = [option.label for option in FLOW.flow.options["relationship_types"].values()]

    assert labels == GROUPS["Six kinds of relationship"]
    assert 6 == len(labels)


def test_the_seven_companies_are_there() -> None:
    companies = ["Amazon Prime", "Netflix", "Starbucks", "Airbnb", "Apple", "Zappos", "Lego"]

    assert companies == GROUPS["Seven companies"]


def test_the_kinds_are_what_the_step_about_relationships_opens_at() -> None:
    assert "Personal assistance" == ENTRIES[GALLERY.fitting("relationships")].title
    steps = {step.id for step in FLOW.flow.steps}
    assert set() == {step for group in GALLERY.groups for step in group.steps} - steps


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.title)
def test_an_entry_has_everything_and_is_short(entry: GalleryEntry) -> None:
    assert 2 <= len(entry.for_) <= 3
    assert 2 <= len(entry.against) <= 3
    assert entry.tags
    assert 40 <= len(entry.text.split()) <= MOST_WORDS
    assert 10 <= len(entry.try_.split()) <= 45
    assert [] == [line for line in (entry.subtitle, *entry.for_, *entry.against) if len(line) > MOST_CELLS]


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.title)
def test_nothing_is_counted_that_nobody_has_counted(entry: GalleryEntry) -> None:
    assert [] == [text for text in said(entry) if re.search(r"%|per ?cent|\d", text)]


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.title)
def test_only_the_text_is_markdown(entry: GalleryEntry) -> None:
    assert [] == [text for text in said(entry) if text != entry.text and re.search(r"[*_`\[\]]", text)]
