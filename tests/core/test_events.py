"""Events as they are written down: what was stored once can be read for ever."""

from __future__ import annotations

import json
import re
from pathlib import Path

import msgspec
import pytest

from wizard.core.events import (
    KINDS,
    VERSION,
    AnswerCleared,
    AnswerGiven,
    AnyEvent,
    CardAdded,
    CardMoved,
    CardRemoved,
    DismissalWithdrawn,
    FindingDismissed,
    FinishWithdrawn,
    FlowUpgraded,
    NoteWritten,
    PassWithdrawn,
    QuestionPassed,
    UnknownEvent,
    VersionNamed,
    VersionWithdrawn,
    WorkshopFinished,
    WorkshopRenamed,
    WorkshopStarted,
    decoded,
    encoded,
    inverse,
)
from wizard.core.problems import Place

GOLDEN = Path(__file__).parents[1] / "golden" / "events"
FIELD, CELL = Place("segments", "k3v9x2", "size"), Place("fit", row="k3v9x2", column="shop")

# What each file must mean, today and for ever: file name -> the events in it.
MEANT: dict[str, list[AnyEvent]] = {
    "AnswerCleared.1": [AnswerCleared(Place("stage"), "customers"), AnswerCleared(FIELD, ("a", "b"))],
    "AnswerGiven.1": [
        AnswerGiven(Place("stage"), "idea"),
        AnswerGiven(FIELD, ("a", "b"), ("a",)),
        AnswerGiven(CELL, "3", "2"),
    ],
    "CardAdded.1": [CardAdded("segments", "k3v9x2", 0), CardAdded("relationships", "r1", 2, "k3v9x2")],
    "CardMoved.1": [CardMoved("segments", "k3v9x2", 2, 0)],
    "CardRemoved.1": [CardRemoved("segments", "k3v9x2", 0), CardRemoved("relationships", "r1", 2, "k3v9x2")],
    "DismissalWithdrawn.1": [DismissalWithdrawn("orphan_segment:k3v9x2", "1f0c", "Pilot customers only")],
    "FindingDismissed.1": [
        FindingDismissed("orphan_segment:k3v9x2", "1f0c", "Pilot customers only"),
        FindingDismissed("orphan_segment:k3v9x2", "77aa", "Still", ("1f0c", "Pilot customers only")),
    ],
    "FinishWithdrawn.1": [FinishWithdrawn()],
    "FlowUpgraded.1": [FlowUpgraded("business-model", "2", "77aa", "9f2c", "1")],
    "NoteWritten.1": [NoteWritten(Place("stage"), "Asked the accountant"), NoteWritten(FIELD, "", "A guess")],
    "PassWithdrawn.1": [PassWithdrawn(Place("pitch")), PassWithdrawn(Place("pitch"), True)],
    "QuestionPassed.1": [
        QuestionPassed(Place("pitch")),
        QuestionPassed(Place("cures", row="k3v9x2"), True, False),
    ],
    "VersionNamed.1": [VersionNamed("Before the pilot", 41)],
    "VersionWithdrawn.1": [VersionWithdrawn("Before the pilot", 41)],
    "WorkshopFinished.1": [WorkshopFinished()],
    "WorkshopRenamed.1": [WorkshopRenamed("Bread Again", "Untitled")],
    "WorkshopStarted.1": [
        WorkshopStarted("business-model", "1", "9f2c", "Bread Again", "EUR"),
        WorkshopStarted("business-model", "2", "77aa", "Pão de ontem", "BRL", "pt"),
    ],
}


def test_every_kind_has_a_golden_file_and_every_file_a_meaning() -> None:
    assert sorted(MEANT) == sorted(path.stem for path in GOLDEN.glob("*.json"))
    assert sorted(KINDS) == sorted({name.split(".")[0] for name in MEANT})
    assert {f"{kind}.{VERSION}" for kind in KINDS} <= set(MEANT)


@pytest.mark.parametrize("name", sorted(MEANT))
def test_what_was_stored_once_is_read_as_it_was_meant(name: str) -> None:
    kind, version = name.split(".")
    bodies = json.loads((GOLDEN / f"{name}.json").read_text(encoding="utf-8"))
    read = [decoded(kind, int(version), json.dumps(body).encode()) for body in bodies]
    assert MEANT[name] == read


@pytest.mark.parametrize("name", sorted(name for name in MEANT if name.endswith(f".{VERSION}")))
def test_events_are_written_as_the_golden_files_say(name: str) -> None:
    bodies = json.loads((GOLDEN / f"{name}.json").read_text(encoding="utf-8"))
    written = [encoded(event) for event in MEANT[name]]
    assert [(name.split(".", maxsplit=1)[0], VERSION)] * len(written) == [(kind, v) for kind, v, _ in written]
    assert bodies == [json.loads(body) for _, _, body in written]


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_the_example_in_the_docstring_is_an_event(kind: str) -> None:
    found = re.search(r"^\s*(\{.*\})\s*$", KINDS[kind].__doc__ or "", re.MULTILINE)
    assert found is not None
    event = decoded(kind, VERSION, found[1].encode())
    assert json.loads(found[1]) == json.loads(encoded(event)[2])


@pytest.mark.parametrize("event", [event for events in MEANT.values() for event in events], ids=repr)
def test_turning_an_event_round_twice_gives_it_back(event: AnyEvent) -> None:
    turned = inverse(event)
    if isinstance(event, WorkshopStarted | FlowUpgraded):
        assert turned is None
    else:
        assert turned is not None
        assert event == inverse(turned)


@pytest.mark.parametrize(
    ("kind", "v", "body"),
    [
        ("CustomerInvited", 1, b"{}"),
        ("WorkshopFinished", VERSION + 1, b"{}"),
        ("AnswerGiven", 1, b"{}"),
        ("AnswerGiven", 1, b"not json"),
    ],
)
def test_an_event_that_this_program_cant_read_is_said_to_be_unknown(kind: str, v: int, body: bytes) -> None:
    with pytest.raises(UnknownEvent, match=kind):
        decoded(kind, v, body)


def test_events_hold_no_sentence() -> None:
    names = {
        field for kind in KINDS.values() for field in msgspec.structs.asdict(MEANT[f"{kind.__name__}.1"][0])
    }
    assert set() == names & {"say", "message", "sentence", "problem"}
