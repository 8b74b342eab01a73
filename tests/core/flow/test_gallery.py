"""Galleries: what their files may say, what is told about mistakes, and how entries are found."""

from __future__ import annotations

import pytest

from tests.core.flow.flows import codes, places, source, unmarked
from wizard.core.expressions.parse import MAX_PROSE
from wizard.core.flow.gallery import NOTHING, Gallery, GalleryEntry, GalleryGroup, gallery
from wizard.core.problems import Problem

WHOLE = """\
gallery: carts
title: Carts
groups:
  - title: Ways to stand
    steps: [start, money]
    entries:
      - title: One pitch
        subtitle: The same corner
        tags: [cheap, slow]
        text: |
          You stand **there**.
        for: [They plan you in, One permit]
        against: [Rain]
        try: Count who passes.
      - title: Events
  - title: Carts
    steps: price
    entries:
      - {title: Old 1, for: Cheap}
      - {title: Old 2}
"""


def read(text: str) -> tuple[Gallery, tuple[Problem, ...]]:
    found = source("gallery.yaml", text)
    assert found.node is not None
    return gallery(found.file, found.lines, found.node)


def titles(found: Gallery) -> list[str]:
    return [entry.title for _, entry in found.entries()]


def test_a_gallery_is_its_groups_and_their_entries() -> None:
    first = GalleryEntry(
        title="One pitch",
        subtitle="The same corner",
        tags=("cheap", "slow"),
        text="You stand **there**.\n",
        for_=("They plan you in", "One permit"),
        against=("Rain",),
        try_="Count who passes.",
    )
    carts = (GalleryEntry(title="Old 1", for_=("Cheap",)), GalleryEntry(title="Old 2"))
    groups = (
        GalleryGroup(
            title="Ways to stand", steps=("start", "money"), entries=(first, GalleryEntry(title="Events"))
        ),
        GalleryGroup(title="Carts", steps=("price",), entries=carts),
    )

    assert (Gallery(groups), ()) == read(WHOLE)


def test_every_mistake_is_told_at_its_place_and_the_rest_is_kept() -> None:
    text, marks = unmarked(
        """\
gallery: ¦My Carts
groups:
  - title: Ways
    entries:
      - {title: Fine}
      - {title: Fine too, ¦agianst: [Rain]}
      - ¦{subtitle: No title}
      - {title: ¦[a list]}
  - ¦{entries: [{title: Lost}]}
""",
        "gallery.yaml",
    )
    found, problems = read(text)

    expected = ["flow.flow_id_wanted", "flow.unknown_key", "flow.missing_key", "flow.text_wanted"]
    assert [*expected, "flow.missing_key"] == codes(problems)
    assert [(code, m.file, m.line, m.column) for code, m in zip(codes(problems), marks, strict=True)] == (
        places(problems)
    )
    assert "against" == problems[1].details["near"]
    assert ["Fine", "Fine too"] == titles(found)


@pytest.mark.parametrize(
    ("code", "marked"),
    [
        ("gallery.not_a_gallery", "¦lib: things\n"),
        ("gallery.not_a_gallery", "¦- a list\n"),
        ("gallery.not_a_gallery", "¦some words\n"),
        ("gallery.empty", "gallery: a\ngroups: ¦[]\n"),
        ("gallery.empty", "gallery: a\ngroups: [{title: A, entries: ¦[]}]\n"),
        ("flow.missing_key", "¦gallery: a\n"),
        ("flow.missing_key", "¦groups: [{title: A, entries: [{title: B}]}]\n"),
        ("flow.list_wanted", "gallery: a\ngroups: ¦some words\n"),
    ],
)
def test_a_file_that_is_no_whole_gallery_is_told_so(code: str, marked: str) -> None:
    text, (mark,) = unmarked(marked, "gallery.yaml")
    _, problems = read(text)

    assert [(code, "gallery.yaml", mark.line, mark.column)] == places(problems)


def test_groups_without_an_entry_are_left_out() -> None:
    found, _ = read("gallery: a\ngroups: [{title: A, entries: []}, {title: B, entries: [{title: C}]}]\n")

    assert ["B"] == [group.title for group in found.groups]


def test_what_is_too_long_to_be_read_is_told_and_left_out() -> None:
    long = "x" * (MAX_PROSE - 2)
    text = (
        f"gallery: a\ngroups: [{{title: A, entries: [{{title: B, text: {long}, for: [yes]}}, {{title: C}}]}}]"
    )
    found, problems = read(text)

    assert [("gallery.too_long", {"most": MAX_PROSE})] == [(p.code, p.details) for p in problems]
    assert ["C"] == titles(found)


def test_control_characters_are_made_visible() -> None:
    found, _ = read('gallery: a\ngroups: [{title: A, entries: [{title: "B\\e[2J", for: ["\\a"]}]}]')
    (entry,) = (entry for _, entry in found.entries())

    assert ("B␛[2J", ("␇",)) == (entry.title, entry.for_)


@pytest.mark.parametrize(
    ("step", "at"), [("start", 0), ("money", 0), ("price", 2), ("elsewhere", 0), ("", 0)]
)
def test_a_gallery_begins_where_it_fits_the_step(step: str, at: int) -> None:
    assert at == read(WHOLE)[0].fitting(step)


@pytest.mark.parametrize(
    ("named", "at"),
    [
        ("1", 0),
        (" 4 ", 3),
        ("0", None),
        ("5", None),
        ("9" * 5000, None),
        ("events", 1),
        ("EV", 1),
        ("Old 2", 3),
        ("old", None),
        ("pitch", None),
        ("", None),
    ],
)
def test_an_entry_is_found_by_its_number_or_the_beginning_of_its_title(named: str, at: int | None) -> None:
    assert at == read(WHOLE)[0].found(named)


def test_nothing_holds_nothing() -> None:
    assert [] == [*NOTHING.entries()]
    assert 0 == NOTHING.fitting("start")
    assert NOTHING.found("1") is None
