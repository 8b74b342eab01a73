"""Line by line: a workshop that begins with the answers of another one, and that there is a newer version."""

from __future__ import annotations

from unittest.mock import patch

from tests.frontends.drivers import Room
from tests.frontends.listening import answer, heard


def number_of(shop: Room, flow: str) -> str:
    return str([found.id for found in shop.home.flows()].index(flow) + 1)


def test_another_flow_is_begun_with_what_was_said(shop: Room) -> None:
    answer(shop, "name", "Corner Bread")
    answer(shop, "staff", "3")
    said = heard(shop, "from", "1", number_of(shop, "business-model"), ":quit", home=True)

    assert 0 == said.code
    assert "It begins with:\n- What is it called? “Corner Bread”" in said.text
    assert "This flow doesn't ask for:\n- How many work there?" in said.text
    assert {"Corner Bread", "Corner Bread (Business model in seven steps)"} == {
        summary.name for summary in shop.home.summaries()
    }


def test_who_stays_begins_nothing(shop: Room) -> None:
    for lines in (("from", ""), ("from", "1", "")):
        said = heard(shop, *lines, "quit", home=True)

        assert 0 == said.code
    assert 1 == len(shop.home.summaries())


def test_a_workshop_that_isnt_there_stops_a_piped_session(shop: Room) -> None:
    assert 1 == heard(shop, "from", "7", home=True).code


def test_a_newer_version_of_the_flow_is_told_once(shop: Room) -> None:
    flows = shop.home.outside.flows
    with patch.object(type(flows), "version", lambda _, flow: "2" if flow == "shop" else None):
        first, second = (heard(shop, "1", ":quit", home=True) for _ in range(2))

    told = f"Version 2 of this flow is there. Move to it with: canvas-wizard upgrade {shop.workshop.id}"
    assert [True, False] == [told in said.text for said in (first, second)]
