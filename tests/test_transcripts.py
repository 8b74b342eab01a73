"""One truth, four ways: what a person did leads to the same events and documents in every front end."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, AbstractContextManager, asynccontextmanager
from pathlib import Path

import pytest

from tests.frontends.drivers import CoreDriver, Driver, Room
from tests.frontends.plain_driver import plain_driver
from tests.frontends.prompts_driver import prompts_driver
from tests.frontends.tui.driver import tui_driver
from tests.transcripts.played import TRANSCRIPTS, play, room_for, told, transcript


@asynccontextmanager
async def core_driver(room: Room) -> AsyncIterator[CoreDriver]:
    yield CoreDriver(room)


def awaited(
    driver: Callable[[Room], AbstractContextManager[Driver]],
) -> Callable[[Room], AbstractAsyncContextManager[Driver]]:
    @asynccontextmanager
    async def entered(room: Room) -> AsyncIterator[Driver]:
        with driver(room) as found:
            yield found

    return entered


DRIVERS: dict[str, Callable[[Room], AbstractAsyncContextManager[Driver]]] = {
    "core": core_driver,
    "plain": awaited(plain_driver),
    "prompts": awaited(prompts_driver),
    "textual": tui_driver,
}


async def written_by_the_core(name: str, folder: Path) -> dict[str, str]:
    script = transcript(name)
    room = room_for(script, folder)
    await play(script, CoreDriver(room), room.workshop)
    return room.written


@pytest.mark.parametrize("name", TRANSCRIPTS)
@pytest.mark.parametrize("way", DRIVERS)
async def test_what_a_person_did_leads_to_these_events_and_documents(
    way: str, name: str, tmp_path: Path
) -> None:
    """The events are the transcript's, one by one; its fragments stand in the documents."""
    script = transcript(name)
    room = room_for(script, tmp_path)
    async with DRIVERS[way](room) as driver:
        await play(script, driver, room.workshop)

    assert script["events"] == told(room.workshop.outside.store.events(room.workshop.id))
    assert set(script.get("documents", {})) == set(room.written)
    for file, fragments in script.get("documents", {}).items():
        assert [] == [fragment for fragment in fragments if fragment not in room.written[file]]
    if way != "core":
        assert await written_by_the_core(name, tmp_path) == room.written
