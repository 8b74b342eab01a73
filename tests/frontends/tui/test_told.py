"""What the board tells of a card's fields: numbers with the name of their field."""

from __future__ import annotations

from wizard.core.problems import Place
from wizard.core.screen import CardView, Input, Kind
from wizard.frontends.tui.widgets.board.telling import fields_told


def field(id: str, kind: Kind, value: str) -> Input:
    place, called = Place("goods", "c1", id), id.replace("_", " ")
    return Input(place=place, kind=kind, ask=f"What about {id}?", called=called, value=value)


def test_a_number_is_told_with_the_name_of_its_field() -> None:
    fields = (
        field("name", "text", "Bread"),
        field("with", "choice", "Cooks"),
        field("says", "text", "Crumbs, ready"),
        field("goal", "number", "30"),
        field("unit_cost", "money", "7.50 EUR"),
        field("dear", "yesno", ""),
    )
    card = CardView(id="c1", question="goods", face="Bread", fields=fields, links=("Cooks",))

    assert "Crumbs, ready · goal 30 · unit cost 7.50 EUR" == fields_told(card)
