"""How well options fit, where there are only lines: beside each, in one sentence, and whole by `:why`."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.frontends.drivers import Room
from tests.frontends.listening import SHOP, answer, heard, room, shown
from tests.frontends.prompts_driver import SeenPrompts, prompts_driver
from wizard.core.problems import Place

LEVELS = """\
  levels:
    low:
      label: Low
      help: Hardly any risk.
      for: [You sleep, "It is cheap."]
      against: [Little is learned]
      example: A stall on Saturdays.
      fits:
        - {when: staff < 3, weight: 2, because: "{{ staff }} people can't carry more"}
        - {when: staff > 0, weight: -0.5, because: somebody has to live on it}
    mid: {label: Medium, help: Not much either way, fits: [{when: staff < 3, weight: -1, because: too dear}]}
    high: High
"""


@pytest.fixture
def shop(tmp_path: Path) -> Room:
    """The small shop, in which two people work, at the question of how risky it is."""
    head, _, tail = SHOP.partition("  levels: {")
    place = room(tmp_path, head + LEVELS + tail.partition("\n")[2])
    answer(place, "name", "Corner Bread")
    answer(place, "staff", "2")
    assert place.workshop.jump(Place("risk"))
    return place


def test_each_option_says_how_well_it_fits_and_one_sentence_names_the_best(shop: Room) -> None:
    text = heard(shop).text
    assert "How risky is it?\nFits best: Low (+1.5). :why says why.\n" in text
    assert (
        "1: Low (+1.5, fits best). Hardly any risk.\n2: Medium (−1). Not much either way\n3: High\n" in text
    )


def test_why_tells_the_reasons_of_each_option_and_asks_again(shop: Room) -> None:
    session = heard(shop, ":why", "Medium")
    assert (
        "Low (+1.5, fits best). Hardly any risk.\n"
        "- +2: 2 people can't carry more\n"
        "- −0.5: somebody has to live on it\n"
        "- For: You sleep; It is cheap\n"
        "- Against: Little is learned\n"
        "- For example: A stall on Saturdays.\n"
        "Medium (−1). Not much either way\n"
        "- −1: too dear\n"
    ) in session.text
    assert "Medium" == shown(shop, "risk")


def test_what_fits_best_isnt_chosen_by_going_on(shop: Room) -> None:
    heard(shop, "")
    assert "" == shown(shop, "risk")


def test_where_no_answer_says_what_fits_why_still_tells_for_and_against(shop: Room) -> None:
    answer(shop, "staff", "0")
    assert "Fits best: Low (+2). :why says why.\n" in heard(shop).text
    answer(shop, "staff", "9")
    text = heard(shop, ":why").text
    assert ":why says what speaks for and against each.\n" in text
    assert "1: Low (−0.5). Hardly any risk.\n2: Medium. Not much either way\n" in text
    assert "- Against: Little is learned\n" in text


def test_why_is_no_command_where_there_is_nothing_to_say(shop: Room) -> None:
    shop.workshop.jump(Place("staff"))
    ended = heard(shop, ":why")
    assert 1 == ended.code
    assert "That doesn't work here.\n" in ended.text


def test_fields_of_a_card_have_their_reasons_too(shop: Room) -> None:
    shop.workshop.jump(Place("goods"))
    text = heard(shop, "Rolls", ":why", "1").text
    assert "How hard is it to make?\nFits best: Low (+1.5). :why says why.\n" in text
    assert "- +2: 2 people can't carry more\n" in text


def test_prompts_offer_why_behind_escape_and_say_the_same(
    shop: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(SeenPrompts, "say", lambda _, text="", **__: said.append(text))
    with prompts_driver(shop) as driver:
        driver.command("why")
        driver.pick("2")
    assert any("- +2: 2 people can't carry more\n" in text for text in said)
    assert "Medium" == shown(shop, "risk")
