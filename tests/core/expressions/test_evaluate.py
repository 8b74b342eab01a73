"""Expressions get their values, and blanks spread as the design says."""

from __future__ import annotations

from datetime import date
from decimal import Decimal, Inexact, localcontext

import pytest
from hypothesis import given, settings

from tests.core.expressions.sources import sources
from tests.core.expressions.venture import (
    BAKERS,
    HOTELS,
    HOTELS_SIZE,
    VentureScope,
    expression,
    locate,
    outcome,
    printed,
)
from wizard.core.expressions import Expression, Ready, Waiting, evaluate, truth
from wizard.core.expressions.parse import parse_expression
from wizard.core.values import Blank, Card, Choice, Value


def value(source: str, scope: VentureScope | None = None) -> Value:
    found = outcome(source, scope)
    assert isinstance(found, Ready), found
    return found.value


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("0.1 + 0.2", "0.3"),
        ("2 * 3 - 1", "5"),
        ("7 / 2", "3.5"),
        ("7 // 2", "3"),
        ("-7 // 2", "-4"),
        ("7 % 3", "1"),
        ("-7 % 3", "2"),
        ("7 % -3", "-2"),
        ("+visits", "12"),
        ("-(visits + 1)", "-13"),
        ("costs * 2", "19.80"),
        ("churn * 100", "5.00"),
        ("49 if b2b else 9", "49"),
        ("launch - launch", "0"),
    ],
)
def test_numbers_are_calculated_exactly(source: str, expected: str) -> None:
    assert Decimal(expected) == value(source)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("stage == 'idea'", True),
        ("stage != 'idea'", False),
        ("'idea' == stage", True),
        ("stage == 'An idea'", False),
        ("stage in ['prototype', 'idea']", True),
        ("stage not in ['prototype']", True),
        ("b2b == true", True),
        ("b2b == 1", False),
        ("1 < 2 <= 2", True),
        ("1 < 2 < 2", False),
        ("churn < 0.1", True),
        ("launch < launch + 1", True),
        ("launch - 1 < launch", True),
        ("'b' > 'a'", True),
        ("'reed' in name|lower", False),
        ("'bread' in name|lower", True),
        ("seg in segments", True),
        ("seg == segments|first", True),
        ("seg == segments|last", False),
        ("[1, 2] == [1, 2]", True),
        ("[1, 2] == [1, 3]", False),
        ("[1] == [1, 3]", False),
        ("fit == fit", True),
        ("not nothing", True),
        ("name and stage and seg and launch and fit and visits and segments", True),
        ("0 or '' or nothing", False),
        ("visits and name", True),
        ("'x' or false", True),
    ],
)
def test_conditions_hold_or_do_not(source: str, expected: bool) -> None:
    assert Ready(expected) == outcome(source)


def test_lists_map_and_flatten() -> None:
    assert ("Bakers", "Hotels") == value("segments.name")
    assert (Decimal(40), Blank((HOTELS_SIZE,))) == value("segments.size")
    assert (BAKERS, BAKERS) == value("channels.segments")
    assert ("Bakers", "Bakers") == value("channels.segments.name")
    assert () == value("nothing.name")


def test_no_channel_reaches_a_segment_is_said_with_not_in() -> None:
    assert Ready(False) == outcome("seg not in channels.segments")
    assert Ready(True) == outcome("seg not in channels.segments", VentureScope({"seg": HOTELS}))


def test_in_passes_over_blank_elements() -> None:
    assert Ready(False) == outcome("99 in segments.size")
    assert Ready(True) == outcome("40 in segments.size")


def test_every_card_has_a_face_and_an_id() -> None:
    assert "Bakers" == value("seg.face")
    assert "c1" == value("seg.id")


def test_groups_of_values_have_fields() -> None:
    assert "Monday" == value("workshop.name")
    assert Waiting() == outcome("workshop.keys")


def test_dates_are_counted_in_days() -> None:
    assert date(2026, 2, 3) == value("launch + 2")
    assert date(2026, 2, 3) == value("2 + launch")
    assert date(2026, 1, 31) == value("launch - 1")
    assert Decimal(2) == value("(launch + 2) - launch")


def test_the_ambient_decimal_context_does_not_matter() -> None:
    with localcontext() as ambient:
        ambient.prec = 2
        ambient.traps[Inexact] = True
        assert Decimal("0.3333333333333333") == value("(1 / 3)|round(16)")
        assert Decimal(1234567) == value("1234566 + 1")


def test_texts_are_put_together_as_people_read_them() -> None:
    assert "An idea: 12 visits, 9.90 EUR, 5%, yes, Bakers" == value(
        "stage ~ ': ' ~ visits ~ ' visits, ' ~ costs ~ ', ' ~ churn ~ ', ' ~ b2b ~ ', ' ~ seg"
    )


def test_prose_prints_values_and_dots_for_blanks() -> None:
    assert "Hi Bread Again, An idea, … and Bakers, Hotels!" == printed(
        "Hi {{ name }}, {{ stage }}, {{ price }} and {{ segments }}!"
    )
    assert "1 February 2026; 40, …" == printed("{{ launch }}; {{ segments.size }}")
    assert "Bakers, Price: 2; Bakers, Taste: 3; Hotels, Price: 1" == printed("{{ fit }}")
    assert "name: Monday, participants: 4" == printed("{{ workshop }}")
    assert "plain {x}" == printed("plain {x}")
    assert "9.90 EUR, 10 EUR, 5%" == printed("{{ costs|abs }}, {{ costs|round }}, {{ churn }}")


def test_a_condition_is_true_false_or_waits() -> None:
    assert True is truth(outcome("visits"))
    assert False is truth(outcome("visits > 100"))
    assert None is truth(outcome("price > 100"))


def test_results_are_capped() -> None:
    scope = VentureScope({"name": "x" * 9_000})
    assert 10_000 == len(str(value("name ~ name", scope)))
    assert 10_000 == len(str(value("name|replace('x', 'yy')", scope)))
    assert 10_000 == len(str(value("[name, name, name]|join(name)", scope)))
    assert 10_000 == len(printed("{{ name ~ name }}", scope))
    many: tuple[Card, ...] = tuple(Card(f"m{n}", "many") for n in range(9_000))
    scope = VentureScope({"many": many})
    scope.fields = {(card.id, "parts"): (card, card) for card in many}
    mapped = value("many.parts", scope)
    assert isinstance(mapped, tuple)
    assert 10_000 == len(mapped)


def test_what_takes_too_many_steps_waits_for_nothing() -> None:
    many: tuple[Card, ...] = tuple(Card(f"m{n}", "many") for n in range(9_000))
    scope = VentureScope({"many": many})
    assert isinstance(outcome("many|reverse|count", scope), Ready)
    assert Waiting() == outcome("many" + "|reverse" * 40 + "|count", scope)
    assert Waiting() == outcome(" or ".join(["'x' in many"] * 40), scope)
    assert Waiting() == outcome(" and ".join(["many == many|unique"] * 40), scope)


def test_an_expression_can_be_evaluated_many_times() -> None:
    parsed = expression("segments|count > 1")
    assert Ready(True) == evaluate(parsed, VentureScope())
    assert Ready(False) == evaluate(parsed, VentureScope({"segments": (BAKERS,)}))


@settings(max_examples=400)
@given(sources)
def test_no_expression_at_all_makes_evaluation_raise(source: str) -> None:
    parsed = parse_expression(source, locate)
    assert isinstance(parsed, Expression)
    found = evaluate(parsed, VentureScope())
    assert isinstance(found, Ready | Waiting)
    if isinstance(found, Ready) and isinstance(found.value, Decimal):
        assert found.value.is_finite()
    printed("{{ " + source + " }}")


def test_a_choice_is_its_id_and_prints_its_label() -> None:
    scope = VentureScope({"stage": Choice("idea", "Just an idea")})
    assert Ready(True) == outcome("stage == 'idea'", scope)
    assert "Just an idea" == printed("{{ stage }}", scope)
