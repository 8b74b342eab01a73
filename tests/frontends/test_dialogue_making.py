"""A card that is missing among the options, made where it is missed, heard through the plain front end."""

from __future__ import annotations

from pathlib import Path

from tests.frontends.drivers import Room
from tests.frontends.listening import SHOP, add, faces, heard, room
from wizard.core.problems import Place

PAIRS = SHOP.replace(
    "      - {id: best,",
    """      - id: pairs
        type: cards
        ask: What goes together?
        fields:
          - {id: good, type: choice, ask: Which one?, options: goods}
          - {id: others, type: choice, ask: Which others?, options: goods, pick: 1..}
      - {id: best,""",
)


def best(shop: Room) -> object:
    state = shop.workshop.state
    return state.answers.get(Place("goods", str(state.answers.get(Place("best"))), "name"))


def test_a_name_that_isnt_there_is_made_a_card_if_the_person_says_so(shop: Room) -> None:
    add(shop, "Bread")
    shop.workshop.jump(Place("best"))
    said = heard(shop, "Jam", "yes", terminal=True)

    assert "“Jam” isn't there yet. Add it to What it sells?" in said.text
    assert (["Bread", "Jam"], "Jam") == (faces(shop), best(shop))


def test_a_name_that_was_mistyped_is_asked_for_again(shop: Room) -> None:
    add(shop, "Bread")
    shop.workshop.jump(Place("best"))
    said = heard(shop, "Breed", "no", "Bread", terminal=True)

    assert "Did you mean Bread?" in said.text
    assert (["Bread"], "Bread") == (faces(shop), best(shop))


def test_in_a_piped_session_a_name_that_isnt_there_is_a_mistake(shop: Room) -> None:
    add(shop, "Bread")
    shop.workshop.jump(Place("best"))
    said = heard(shop, "Jam", "yes")

    assert 1 == said.code
    assert ["Bread"] == faces(shop)


def test_a_new_card_can_begin_with_a_card_that_is_new_too(tmp_path: Path) -> None:
    shop = room(tmp_path, PAIRS)
    add(shop, "Bread")
    shop.workshop.jump(Place("pairs"))
    heard(shop, "add", "Jam", "yes", "Bread, Butter", "yes", terminal=True)

    state = shop.workshop.state
    bread, jam, butter = state.cards["goods"]
    (pair,) = state.cards["pairs"]
    assert ["Bread", "Jam", "Butter"] == faces(shop)
    assert jam == state.answers[Place("pairs", pair, "good")]
    assert (bread, butter) == state.answers[Place("pairs", pair, "others")]
