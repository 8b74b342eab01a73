"""Documents that are made again and again: they say what documents made for the first time say."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.core.rich_flow import RICH, wishes
from tests.worlds import World
from wizard.core.printed import DocumentCard, Later
from wizard.core.problems import Problem
from wizard.ports import LoadedFlow, Renderer
from wizard.rendering import Rendering

DOCUMENTS = "documents: [{template: all.md.j2, file: all.md}]\n"


class Telling:
    """Renders everything that a template could say."""

    def render(self, template: str, context: Mapping[str, object]) -> str | Problem:
        return f"{template} {said(context)}"

    def check(self, template: str, names: Mapping[str, object]) -> list[Problem]:
        raise AssertionError(f"nothing is checked here: {template}, {sorted(names)}")


def said(value: object) -> object:
    """A value with all that is in it, cards with what they point at."""
    match value:
        case Mapping():
            return {str(name): said(item) for name, item in value.items()}
        case list() | Later():
            return [said(item) for item in value]
        case DocumentCard():
            return (value.id, value.face, str(value.note), [link.face for link in list_of(value.links)])
        case Decimal():
            return (str(value), Decimal(value).normalize())
        case _:
            return str(value)


def list_of(value: object) -> list[DocumentCard]:
    assert isinstance(value, list)
    return value


def rendering(run: World, made: list[str]) -> Rendering:
    """made: a name for each renderer that was wanted."""

    def renderer(loaded: LoadedFlow) -> Renderer:
        made.append(loaded.flow.id)
        return Telling()

    return Rendering(msgspec.structs.replace(run.outside, renderer=renderer), run.workshop.loaded)


@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_documents_made_again_say_what_new_ones_say(data: st.DataObject) -> None:
    run = World(RICH + DOCUMENTS)
    kept = rendering(run, [])
    for _ in range(data.draw(st.integers(1, 8))):
        run.workshop.send(data.draw(wishes(run.facts)))
        if data.draw(st.booleans()):
            again = kept.documents(run.workshop.state)
            assert rendering(run, []).documents(run.workshop.state) == again


def test_an_earlier_state_has_its_own_documents() -> None:
    run = World(RICH + DOCUMENTS)
    run.answer("name", "Bread")
    earlier, kept = run.workshop.state, rendering(run, [])
    first = kept.documents(earlier)
    run.answer("name", "Cake")
    assert first != kept.documents(run.workshop.state)
    assert first == kept.documents(earlier)


def test_one_renderer_serves_all_documents_of_a_workshop() -> None:
    run, made = World(RICH + DOCUMENTS), list[str]()
    kept = rendering(run, made)
    for name in ("Bread", "Cake"):
        run.answer("name", name)
        kept.documents(run.workshop.state)
    assert ["rich"] == made


def test_a_template_of_somebodys_own_is_read_each_time() -> None:
    run, made = World(RICH + DOCUMENTS), list[str]()
    kept = rendering(run, made)
    for _ in range(2):
        kept.documents(run.workshop.state, "own.md.j2")
    assert ["rich", "rich"] == made
