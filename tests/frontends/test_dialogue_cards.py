"""Cards, steps for each card, and matrices, heard through the plain front end."""

from __future__ import annotations

from tests.frontends.drivers import Room
from tests.frontends.listening import add, faces, heard
from wizard.core.intents import GiveAnswer
from wizard.core.problems import Place


def test_a_card_is_asked_field_by_field_and_its_own_answers_decide_which(shop: Room) -> None:
    shop.workshop.jump(Place("goods"))
    said = heard(shop, "add Bread", "High", "Toast it", "add", "Jam", "")

    assert 1 == said.text.count("What if it fails?")
    assert ["Bread", "Jam"] == faces(shop)


def test_a_card_of_which_nothing_is_known_isnt_added(shop: Room) -> None:
    shop.workshop.jump(Place("goods"))
    said = heard(shop, "add", "", "")

    assert "Nothing was added." in said.text
    assert [] == faces(shop)


def test_back_in_a_card_goes_to_the_field_before(shop: Room) -> None:
    shop.workshop.jump(Place("goods"))
    heard(shop, "add Bread", ":back", "Rolls", ":done")

    assert ["Rolls"] == faces(shop)


def test_a_field_is_changed_by_its_number(shop: Room) -> None:
    add(shop, "Bread")
    shop.workshop.jump(Place("goods"))
    said = heard(shop, "1", "1", "Rolls", "")

    assert "1: Name Bread" in said.text
    assert ["Rolls"] == faces(shop)


def test_a_card_moves_and_goes_by_number(shop: Room) -> None:
    add(shop, "Bread", "Jam", "Tea")
    shop.workshop.jump(Place("goods"))
    heard(shop, "move 3 1", "remove", "2")

    assert ["Tea", "Jam"] == faces(shop)


def test_a_card_that_others_point_at_goes_only_after_a_yes(shop: Room) -> None:
    cards = add(shop, "Bread", "Jam")
    flow_place = Place("best")
    assert shop.workshop.send(GiveAnswer(flow_place, cards[0])).done
    shop.workshop.jump(Place("goods"))
    said = heard(shop, "remove 1", "no", "remove 2", "remove 1", "yes")

    assert [] == faces(shop)
    assert "Removed: Jam. :undo brings it back." in said.text


def test_a_note_on_a_card_is_written_where_the_card_is_changed(shop: Room) -> None:
    (card,) = add(shop, "Bread")
    shop.workshop.jump(Place("goods"))
    said = heard(shop, "1", ":note from the oven", "")

    assert {Place("goods", card): "from the oven"} == shop.workshop.state.notes
    assert "Note: from the oven" in said.text


def test_a_choice_among_cards_that_arent_there_says_so(shop: Room) -> None:
    shop.workshop.jump(Place("best"))

    assert "There is nothing to choose from yet." in heard(shop).text


def test_a_step_for_each_card_says_for_which(shop: Room) -> None:
    (card,) = add(shop, "Bread")
    shop.workshop.jump(Place("goods", card, "why"))

    assert "Step 3 of 4: About Bread. For Bread." in heard(shop).text


def test_a_step_for_each_card_teaches_once(shop: Room) -> None:
    cards = add(shop, "Bread", "Jam")
    shop.workshop.jump(Place("goods", cards[0], "why"))
    said = heard(shop, "It smells good")

    assert 1 == said.text.count("Ask why three times.")
    assert "Step 3 of 4: About Jam. For Jam." in said.text


def test_a_matrix_is_filled_row_by_row(shop: Room) -> None:
    add(shop, "Bread", "Jam")
    shop.workshop.jump(Place("demand"))
    said = heard(shop, "all", "3", "", "1", "2", "2", ":back", ":done")

    assert "1: Bread. Spring: 3" in said.text
    assert "2: Jam. Spring: 1, Autumn: 2" in said.text
    assert "Jam, Spring [1]: " in said.text
