"""`:learn` where there are only lines: the teaching, the gallery, and one entry of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.frontends.drivers import Room
from tests.frontends.listening import SHOP, heard, room
from wizard.core.flow.gallery import GalleryEntry
from wizard.frontends.dialogue import commands
from wizard.frontends.dialogue.learning import entry_lines

GALLERY = """
gallery: shops
groups:
  - title: Two shops
    entries:
      - {title: Corner, subtitle: On the way home, tags: [small, near], text: They **know** you., for: [Warm]}
      - {title: Market, against: [Rain, Early], try: Get up at four.}
  - title: A last one
    entries: [{title: Cart}]
"""


@pytest.fixture
def shop(tmp_path: Path) -> Room:
    """The small shop, with a gallery."""
    (tmp_path / "shops.yaml").write_text(GALLERY, encoding="utf-8")
    return room(tmp_path, SHOP.replace("name_from: name", "name_from: name\nlearn: shops.yaml"))


def test_learning_tells_the_teaching_and_what_there_is(shop: Room) -> None:
    text = heard(shop, ":learn", "").text

    assert (
        "A shop is a place where people come back.\n\n- Think of one street.\n" in text.partition(":learn")[2]
    )
    assert "Two shops: from Corner to Market.\nA last one: Cart.\n" in text
    assert "1: Corner. On the way home\n2: Market\n3: Cart\n" in text
    assert "A number or a name to read about it [Stay here]: \n" in text


@pytest.mark.parametrize("lines", [(":learn", "2"), (":learn", "market"), (":learn 2",), (":LEARN mar",)])
def test_an_entry_is_read_by_its_number_or_its_name(shop: Room, lines: tuple[str, ...]) -> None:
    said = heard(shop, *lines).text

    assert "Market.\n\nAgainst:\n- Rain\n- Early\n\nTry it: Get up at four.\n" in said
    assert "Corner.\n" not in said


def test_who_is_asked_what_to_read_may_go_back_or_quit(shop: Room) -> None:
    assert "There is no “" not in heard(shop, ":learn", ":back", ":quit").text
    ended = heard(shop, ":learn", ":quit", "never typed")

    assert 0 == ended.code
    assert "There is no “" not in ended.text


@pytest.mark.parametrize("lines", [(":learn", "bazaar"), (":learn bazaar",), (":learn 4",)])
def test_what_there_isnt_stops_a_piped_session(shop: Room, lines: tuple[str, ...]) -> None:
    ended = heard(shop, *lines, "Corner Bread")

    named = lines[-1].removeprefix(":learn ")
    assert 1 == ended.code
    assert f"There is no “{named}” to read about. :learn tells what there is.\n" in ended.text


def test_somebody_at_a_terminal_may_try_again(shop: Room) -> None:
    ended = heard(shop, ":learn bazaar", ":learn cart", terminal=True)

    assert 0 == ended.code
    assert "Cart.\n" in ended.text


def test_without_a_gallery_there_is_the_teaching(tmp_path: Path) -> None:
    place = room(tmp_path)
    ended = heard(place, ":learn", "Corner Bread")

    assert "Think of one street." in ended.text.partition(":learn")[2]
    assert "Corner Bread" == ended.workshop.state.name


def test_what_cant_be_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "shops.yaml").write_text("gallery: shops\ngroups: []\n", encoding="utf-8")
    place = room(tmp_path, SHOP.replace("name_from: name", "learn: shops.yaml"))

    assert f"{tmp_path}/shops.yaml:2:9: gallery.empty: This list is empty." in heard(place, ":learn").text


def test_learning_is_on_offer_where_there_is_a_gallery(shop: Room, tmp_path: Path) -> None:
    def offered(place: Room) -> set[str]:
        return {entry.word for entry in commands.on_offer(place.workshop.screen(), ())}

    assert ":learn" in offered(shop)
    assert ":learn" not in offered(room(tmp_path))


def test_an_entry_says_only_what_it_has() -> None:
    whole = GalleryEntry(
        title="Corner", subtitle="Near.", tags=("small", "old"), text="They **know** you.", for_=("Warm",)
    )

    assert ["Corner. Near. Small, old.", "", "They know you.", "", "For:", "- Warm"] == [*entry_lines(whole)]
    assert ["Corner."] == [*entry_lines(GalleryEntry(title="Corner"))]
