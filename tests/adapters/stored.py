"""Events, summaries and beginnings of workshops, for the tests of stores."""

from __future__ import annotations

import msgspec

from wizard.ports import Envelope, Store, Summary

LONG_AGO, EARLIER, NOW, LATER = (f"2026-03-{day:02}T10:00:00Z" for day in (1, 2, 3, 4))


def envelope(position: int, workshop: str = "w1", **changed: object) -> Envelope:
    plain = Envelope(workshop, position, f"a{position}", NOW, None, "AnswerGiven", 1, b'{"n":%d}' % position)
    return msgspec.structs.replace(plain, **changed)


def envelopes(first: int, last: int, workshop: str = "w1") -> list[Envelope]:
    return [envelope(position, workshop) for position in range(first, last + 1)]


def summary(position: int, workshop: str = "w1", **changed: object) -> Summary:
    plain = Summary(workshop, "Bread", "business-model", "d1", "Segments", 0.25, LONG_AGO, NOW, position)
    return msgspec.structs.replace(plain, **changed)


def begin(store: Store, workshop: str = "w1", last: int = 2, **changed: object) -> None:
    store.create(
        summary(last, workshop, **changed), envelopes(1, last, workshop), {"d1": f"flow: {workshop}"}
    )
