"""Cards, steps for each card, and matrices, heard through the plain front end."""

from __future__ import annotations

from tests.frontends.drivers import Room
from tests.frontends.listening import add, faces, heard
from wizard.core.intents import GiveAnswer
from wizard.core.problems import Place


def shown_field(shop: Room, field: str) -> str:
    """A field of the first card, as people read it."""
    shop.workshop.jump(Place("goods"))
    question = shop.workshop.screen().question
    assert question is not None
    return next(view.value for view in question.cards[0].fields if view.place.field == field)


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


def test_a_name_alone_adds_a_card_and_asks_the_rest(shop: Room) -> None:
    shop.workshop.jump(Place("goods"))
    said = heard(shop, "3 rolls", "High", "Toast it", "")

    assert "Added: 3 rolls.\n\nHow hard is it to make?" in said.text
    assert ["3 rolls"] == faces(shop)


def test_the_name_of_a_card_that_is_there_changes_it(shop: Room) -> None:
    add(shop, "Bread")
    shop.workshop.jump(Place("goods"))
    heard(shop, "bread", "1", "Rolls", "")

    assert ["Rolls"] == faces(shop)


def test_words_of_the_list_are_never_names(shop: Room) -> None:
    """In a list without cards there is nothing to remove; and what stands in brackets may be typed."""
    shop.workshop.jump(Place("goods"))

    assert 1 == heard(shop, "remove 1").code
    assert 1 == heard(shop, "7").code
    assert "Question 2 of 2. Which one first?" in heard(shop, "Go on").text
    assert [] == faces(shop)


def test_undo_in_a_card_asks_that_field_again(shop: Room) -> None:
    shop.workshop.jump(Place("goods"))
    heard(shop, "add Bread", "High", ":undo", "Low", "")

    assert "Low" == shown_field(shop, "level")


def test_undo_in_a_card_of_what_was_done_elsewhere_goes_there(shop: Room) -> None:
    heard(shop, "Corner Bread", ":steps 2", "add", ":undo")

    assert Place("name") == shop.workshop.here.place


def test_skip_leaves_a_field_as_it_is_and_clear_empties_it(shop: Room) -> None:
    shop.workshop.jump(Place("goods"))
    said = heard(shop, "add Bread", "Low", "1", "2", ":skip", "", "1", "2", ":clear", "")

    assert 1 == said.text.count("Left as it is.")
    assert "" == shown_field(shop, "level")


def test_dont_know_is_kept_with_a_field(shop: Room) -> None:
    shop.workshop.jump(Place("goods"))
    said = heard(shop, "add Bread", ":unknown", "1", "")

    assert "2: How hard is it to make? you don't know yet" in said.text


def test_dont_know_makes_a_card_where_its_first_field_may_stay_empty(shop: Room) -> None:
    shop.workshop.jump(Place("goods"))
    heard(shop, "add", "", ":unknown")
    (card,) = shop.workshop.state.cards["goods"]

    assert {Place("goods", card, "level"): True} == shop.workshop.state.passed


def test_dont_know_is_no_answer_to_what_is_needed(shop: Room) -> None:
    shop.workshop.jump(Place("goods"))

    assert "That doesn't work here." in heard(shop, "add", ":unknown").text
    assert [] == faces(shop)


def test_skip_leaves_cards_as_they_are(shop: Room) -> None:
    add(shop, "Bread")
    shop.workshop.jump(Place("goods"))
    before = shop.workshop.state.position
    said = heard(shop, ":skip")

    assert "Left as it is." in said.text
    assert before == shop.workshop.state.position


def test_undo_in_a_matrix_asks_that_cell_again(shop: Room) -> None:
    add(shop, "Bread", "Jam")
    shop.workshop.jump(Place("demand"))
    said = heard(shop, "all", "3", "1", ":undo", "2", ":skip", ":back", ":skip", ":done")

    assert "1: Bread. Spring: 3, Autumn: 2" in said.text


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


def test_a_card_that_is_called_like_a_command_is_doubted_where_somebody_can_be_asked(shop: Room) -> None:
    shop.workshop.jump(Place("goods"))
    said = heard(shop, "help", "no", "hepl", "", "add help", ":done", "Review", "yes", ":done", terminal=True)

    assert "Commands begin with a colon: :help is one. Add a card “help”? Yes or no" in said.text
    assert ":help is one. Add a card “hepl”?" in said.text
    assert ["help", "Review"] == faces(shop)


def test_a_card_that_is_called_like_a_command_is_added_where_nobody_can_be_asked(shop: Room) -> None:
    shop.workshop.jump(Place("goods"))
    said = heard(shop, "help", ":done")

    assert "Commands begin with a colon" not in said.text
    assert ["help"] == faces(shop)
