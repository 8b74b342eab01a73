"""Reading and playing transcripts: what a person did, and what must follow from it."""

from __future__ import annotations

import inspect
import json
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import yaml

from tests.frontends.drivers import Driver, Room
from wizard.core.intents import Raw
from wizard.core.problems import Place
from wizard.ports import Envelope
from wizard.workshop import Workshop

HERE = Path(__file__).parent
TRANSCRIPTS = sorted(file.stem for file in HERE.glob("*.yaml"))

_PLACE = re.compile(
    r"(?P<question>\w+)(?:\[(?P<index>\d+)\]\.(?P<field>\w+)|\((?P<cards>\w+)\[(?P<row>\d+)\]\))?"
)


def transcript(name: str) -> dict[str, Any]:
    """A transcript as it is written; every scalar is text."""
    found: dict[str, Any] = yaml.load((HERE / f"{name}.yaml").read_text("utf-8"), yaml.BaseLoader)
    return found


def room_for(script: Mapping[str, Any], folder: Path) -> Room:
    """A room with a new workshop of the transcript's flow: a shipped one, or one that it brings along.

    language: of a shipped flow, its own where the transcript says nothing.
    """
    flow = script["flow"]
    if "\n" not in flow:
        return Room(flow, script.get("language", ""))
    file = folder / "flow.yaml"
    file.write_text(flow, encoding="utf-8")
    return Room(str(file))


async def play(script: Mapping[str, Any], driver: Driver, workshop: Workshop) -> None:
    """Do everything that the person did."""
    for number, line in enumerate(script["did"], 1):
        ((action, given),) = line.items()
        try:
            found = _done(driver, workshop, action, given or {})
            if inspect.isawaitable(found):
                await found
        except AssertionError as wrong:
            wrong.add_note(f"in action {number}: {action} {given}")
            raise


def _done(driver: Driver, workshop: Workshop, action: str, given: Mapping[str, Any]) -> object:
    at = _place(given["at"], workshop) if "at" in given else Place("")
    actions: dict[str, Callable[[], object]] = {
        "answer": lambda: driver.answer(at, _raw(given["raw"])),
        "pass": lambda: driver.pass_(at),
        "dont_know": lambda: driver.dont_know(at),
        "add_card": lambda: driver.add_card(given["to"], _values(given)),
        "change_card": lambda: driver.change_card(given["of"], int(given["number"]), _values(given)),
        "move_card": lambda: driver.move_card(given["of"], int(given["number"]), int(given["to"])),
        "remove_card": lambda: driver.remove_card(given["of"], int(given["number"])),
        "cell": lambda: driver.cell(given["of"], given["row"], given["column"], given["raw"]),
        "note": lambda: driver.note(at, given["text"]),
        "version": lambda: driver.version(given["name"]),
        "dismiss": lambda: driver.dismiss(int(given["number"]), given["reason"]),
        "bring_back": lambda: driver.bring_back(int(given["number"])),
        "back": driver.back,
        "undo": driver.undo,
        "redo": driver.redo,
        "jump": lambda: driver.jump(at),
        "finish": driver.finish,
    }
    return actions[action]()


def _place(text: str, workshop: Workshop) -> Place:
    """`name`; `segments[0].pain`: a card's field that is a question; `tactics(segments[0])`."""
    found = _PLACE.fullmatch(text)
    assert found is not None, text
    cards = workshop.state.cards
    if found["field"]:
        return Place(found["question"], cards[found["question"]][int(found["index"])], found["field"])
    if found["row"]:
        return Place(found["question"], row=cards[found["cards"]][int(found["row"])])
    return Place(found["question"])


def _raw(raw: str | list[str]) -> Raw:
    return raw if isinstance(raw, str) else tuple(raw)


def _values(given: Mapping[str, Any]) -> dict[str, Raw]:
    return {field: _raw(raw) for field, raw in given["values"].items()}


def told(events: list[Envelope]) -> list[dict[str, Any]]:
    """Events as a transcript writes them: kind -> body, cards by question and number, every scalar as text.

    Digests of the flow and of what a finding judged are left out: a word more in a text changes nothing here.
    """
    names: dict[str, str] = {}
    found = []
    for event in events:
        body = json.loads(event.body)
        body.pop("digest", None)
        body.pop("basis", None)
        if event.kind == "CardAdded" and body["card"] not in names:
            number = sum(name.startswith(f"{body['question']}-") for name in names.values()) + 1
            names[body["card"]] = f"{body['question']}-{number}"
        found.append({event.kind: _texts(body, names)})
    return found


def _texts(value: Any, names: Mapping[str, str]) -> Any:
    match value:
        case dict():
            return {key: _texts(item, names) for key, item in value.items()}
        case list():
            return [_texts(item, names) for item in value]
        case str():
            return names.get(value, value)
        case _:
            return json.dumps(value)
