"""What can be known about an expression without answers is said when the flow loads."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

import pytest
from hypothesis import given, settings

from tests.core.expressions.sources import sources
from tests.core.expressions.venture import KINDS, SEGMENT, STAGES, VentureNames, codes, expression, prose
from wizard.core.expressions import types as t
from wizard.core.expressions.check import Wanted, check, check_wanted, names_read
from wizard.core.problems import Problem
from wizard.core.words import SENTENCES, sentence


def problems(source: str) -> tuple[Problem, ...]:
    return check(expression(source), VentureNames())[1]


def found_type(source: str) -> t.Type:
    found, complaints = check(expression(source), VentureNames())
    assert () == complaints
    return found


MISTAKES = [
    ("nmae == 'x'", "name.unknown", 1),
    ("pivot == 'x'", "name.later", 1),
    ("b2b and rel.type", "name.loop_outside", 9),
    ("status == 'done'", "name.sibling", 1),
    ("this|wordcount", "name.not_here", 1),
    ("seg.sise > 1", "expression.unknown_field", 5),
    ("segments.sise|sum", "expression.unknown_field", 10),
    ("workshop.date", "expression.unknown_field", 10),
    ("''.__class__.__mro__", "expression.no_fields", 4),
    ("seg.__class__", "expression.unknown_field", 5),
    ("partners.size", "expression.field_not_common", 10),
    ("partners.weight", "expression.unknown_field", 10),
    ("stage.label", "expression.no_fields", 7),
    ("segments.size|summ", "expression.unknown_filter", 15),
    ("name|attr('__class__')", "expression.unknown_filter", 6),
    ("'%s'|format(name)", "expression.unknown_filter", 6),
    ("visits is evn", "expression.unknown_test", 11),
    ("visits is not evn", "expression.unknown_test", 15),
    ("stage == 'ideas'", "expression.no_such_option", 10),
    ("'ideas' != stage", "expression.no_such_option", 1),
    ("stage in ['idea', 'protoype']", "expression.no_such_option", 19),
    ("'nwe' in tags", "expression.no_such_option", 1),
    ("stage is eq 'ideas'", "expression.no_such_option", 13),
    ("channels|where('kind', 'sale')", "expression.no_such_option", 24),
    ("channels|selectattr('kind', 'in', ['sale'])", "expression.no_such_option", 36),
    ("stage == prototype", "expression.option_needs_quotes", 10),
    ("prototype == stage", "expression.option_needs_quotes", 1),
    ("segments > 3", "expression.cannot_compare", 1),
    ("name == 3", "expression.cannot_compare", 1),
    ("b2b and name == visits", "expression.cannot_compare", 9),
    ("launch < '2026-01-01'", "expression.cannot_compare", 1),
    ("stage == 3", "expression.cannot_compare", 1),
    ("seg == 'Bakers'", "expression.cannot_compare", 1),
    ("3 in segments", "expression.cannot_compare", 1),
    ("3 in name", "expression.cannot_compare", 1),
    ("segments|where('size', 'x')", "expression.cannot_compare", 16),
    ("1 < visits < name", "expression.cannot_compare", 5),
    ("seg == channels|first", "expression.cards_differ", 1),
    ("seg in channels", "expression.cards_differ", 1),
    ("stage < 'idea'", "expression.no_order", 1),
    ("b2b < true", "expression.no_order", 1),
    ("segments < channels", "expression.no_order", 1),
    ("price == none", "expression.compare_none", 10),
    ("stage in 'idea'", "expression.in_needs_list", 10),
    ("'x' in visits", "expression.in_needs_list", 8),
    ("churn > 5", "expression.percent_is_fraction", 9),
    ("5 <= churn", "expression.percent_is_fraction", 1),
    ("segments.share|max > 5", "expression.percent_is_fraction", 22),
    ("price > churn", "expression.units_compared", 1),
    ("churn == price", "expression.units_compared", 1),
    ("price + churn", "expression.units_added", 1),
    ("1 + (churn - price * 2)", "expression.units_added", 6),
    ("name + 1", "expression.no_arithmetic", 1),
    ("1 + name", "expression.no_arithmetic", 5),
    ("segments + channels", "expression.no_arithmetic", 1),
    ("'a' * 1000000000", "expression.no_arithmetic", 1),
    ("'%1000000000d' % 1", "expression.no_arithmetic", 1),
    ("-name", "expression.no_arithmetic", 1),
    ("+name", "expression.no_arithmetic", 1),
    ("launch * 2", "expression.no_arithmetic", 1),
    ("b2b + 1", "expression.no_arithmetic", 1),
    ("2 * launch", "expression.no_arithmetic", 5),
    ("launch - name", "expression.no_arithmetic", 10),
    ("launch + today", "expression.no_arithmetic", 1),
    ("fit ~ 'x'", "expression.cannot_show", 1),
    ("visits|sum", "expression.filter_takes_numbers", 8),
    ("segments|sum", "expression.filter_takes_numbers", 10),
    ("segments.name|max", "expression.filter_takes_ordered", 15),
    ("name|first", "expression.filter_takes_list", 6),
    ("segments.name|map('x')", "expression.filter_takes_cards", 15),
    ("visits|count", "expression.filter_takes_list_or_text", 8),
    ("visits|lower", "expression.filter_takes_text", 8),
    ("name|round", "expression.filter_takes_number", 6),
    ("segments|cells", "expression.filter_takes_matrix", 10),
    ("name is even", "expression.filter_takes_number", 9),
    ("name|replace('a')", "expression.argument_count", 6),
    ("name|lower(1)", "expression.argument_count", 6),
    ("visits is divisibleby", "expression.argument_count", 11),
    ("channels|selectattr('kind', 'eq')", "expression.argument_count", 29),
    ("name|replace(1, 'a')", "expression.argument_text", 14),
    ("visits|round('2')", "expression.argument_number", 14),
    ("stage is in 3", "expression.in_needs_list", 13),
    ("channels|linking(3)", "expression.argument_card", 18),
    ("segments|sort(visits)", "expression.field_in_quotes", 15),
    ("segments|sort('sise')", "expression.unknown_field", 15),
    ("channels|selectattr('kind', 'eqq', 'sales')", "expression.unknown_test", 29),
]


@pytest.mark.parametrize(("source", "code", "column"), MISTAKES)
def test_a_mistake_is_found_with_its_place(source: str, code: str, column: int) -> None:
    assert [(code, column)] == codes(problems(source))


@pytest.mark.parametrize(("source", "code", "column"), MISTAKES)
def test_every_mistake_has_its_sentence(source: str, code: str, column: int) -> None:
    assert code in SENTENCES, column
    assert "{" not in sentence(problems(source)[0])


@pytest.mark.parametrize(
    ("source", "near"),
    [
        ("nmae", "name"),
        ("NAME", "name"),
        ("b2b == yes", "true"),
        ("status", "card.status"),
        ("seg.sise", "size"),
        ("seg.faces", "face"),
        ("partners.nmae", "name"),
        ("workshop.nam", "name"),
        ("visits|summ", "sum"),
        ("visits is evn", "even"),
        ("stage == 'ideas'", "idea"),
        ("segments|sort('nmae')", "name"),
    ],
)
def test_a_near_name_is_offered(source: str, near: str) -> None:
    assert near == problems(source)[0].details["near"]


def test_a_name_that_is_near_to_nothing_is_left_alone() -> None:
    assert {"name": "qqqqqqqq"} == problems("qqqqqqqq")[0].details


def test_a_missing_option_names_those_that_exist() -> None:
    (complaint,) = problems("stage == 'zzz'")
    assert {"option": "zzz", "options": "idea, prototype, customers"} == complaint.details


def test_a_percentage_above_one_is_only_a_warning() -> None:
    (complaint,) = problems("churn > 5")
    assert "warn" == complaint.severity
    assert {"number": 5, "fraction": Decimal("0.05"), "hundredfold": 500} == complaint.details
    assert "error" == problems("name > 5")[0].severity


def test_all_mistakes_come_together_in_the_order_of_the_text() -> None:
    expected = [("name.unknown", 1), ("expression.unknown_field", 16), ("expression.cannot_compare", 21)]
    assert expected == codes(problems("nobody and seg.q or name == 3"))


def test_one_mistake_brings_no_others() -> None:
    assert [("name.unknown", 1)] == codes(problems("nobody.size|sum + 1 > 2 and true"))
    assert [("expression.unknown_field", 5)] == codes(problems("seg.x.y.z == 'a'"))


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("name ~ visits", t.Text()),
        ("visits > 1 and b2b", t.YesNo()),
        ("not seg", t.YesNo()),
        ("seg is defined", t.YesNo()),
        ("visits * 2", t.Number()),
        ("price + costs", t.MoneyType()),
        ("price * visits", t.MoneyType()),
        ("price / visits", t.MoneyType()),
        ("price / costs", t.Number()),
        ("price * (1 - churn)", t.MoneyType()),
        ("price + 1", t.Number()),
        ("price + 0 > 1", t.YesNo()),
        ("price * churn - costs", t.MoneyType()),
        ("price / churn + costs", t.MoneyType()),
        ("churn * churn", t.PercentType()),
        ("-churn", t.PercentType()),
        ("launch + 1", t.DateType()),
        ("1 + launch", t.DateType()),
        ("today - launch", t.Number()),
        ("49 if b2b else 9", t.Number()),
        ("price if b2b else 9", t.Number()),
        ("seg if b2b else channels|first", t.CardOf(("segments", "channels"))),
        ("segments if b2b else channels", t.Many(t.CardOf(("segments", "channels")))),
        ("stage if b2b else 'x'", t.Text()),
        ("seg if b2b else 'x'", t.Anything()),
        ("none", t.Anything()),
        ("segments.size", t.Many(t.Number())),
        ("channels.segments", t.Many(SEGMENT)),
        ("channels.segments.size|sum", t.Number()),
        ("partners.name", t.Many(t.Text())),
        ("seg.face ~ seg.note ~ seg.id", t.Text()),
        ("seg.note", t.Text()),
        ("channels|map('segments')", t.Many(SEGMENT)),
        ("channels|map('kind')", t.Many(KINDS)),
        ("segments|sort('size')|first", SEGMENT),
        ("segments.by|max", t.DateType()),
        ("[price, costs]|sum", t.MoneyType()),
        ("segments.share|avg", t.PercentType()),
        ("fit|cells|avg", t.Number()),
        ("fit|row(seg)", t.Many(t.Number())),
        ("channels|where('segments', seg)|count", t.Number()),
        ("channels|selectattr('kind', '==', 'sales')", t.Many(t.CardOf(("channels",)))),
        ("segments|rejectattr('size', 'defined')", t.Many(SEGMENT)),
        ("channels|linking(seg)|count", t.Number()),
        ("price|default(0)", t.Number()),
        ("stage|default('idea')", t.Text()),
        ("stage in ['idea', 'prototype']", t.YesNo()),
        ("seg not in channels.segments", t.YesNo()),
        ("'a' in name", t.YesNo()),
        ("churn > 0.5 and churn < 1", t.YesNo()),
        ("stage", STAGES),
        ("workshop.participants", t.Number()),
        ("[]", t.Many(t.Anything())),
    ],
)
def test_sound_expressions_have_a_type_and_no_problems(source: str, expected: t.Type) -> None:
    assert expected == found_type(source)


def test_prose_is_text_and_brings_the_problems_of_all_its_expressions() -> None:
    expected = [("name.unknown", 4), ("expression.cannot_show", 19), ("expression.unknown_field", 34)]
    found, complaints = check(prose("{{ nobody }} and {{ fit }} and {{ seg.x }}"), VentureNames())
    assert t.Text() == found
    assert [code for code, _ in expected] == [code for code, _ in codes(complaints)]
    assert (t.Text(), ()) == check(prose("{{ name }} and {{ segments }}"), VentureNames())


@pytest.mark.parametrize(
    ("wanted", "good", "bad"),
    [
        ("condition", "segments", "fit"),
        ("condition", "nobody", "workshop"),
        ("number", "price", "name"),
        ("text", "stage", "visits"),
        ("date", "launch", "name"),
        ("list", "tags", "name"),
        ("cards", "segments", "seg"),
        ("cards", "[]", "tags"),
    ],
)
def test_a_place_says_what_it_wants(wanted: Wanted, good: str, bad: str) -> None:
    parsed = expression(good)
    assert None is check_wanted(parsed, check(parsed, VentureNames())[0], wanted)
    parsed = expression(bad)
    refused = check_wanted(parsed, check(parsed, VentureNames())[0], wanted)
    assert refused is not None
    assert (f"expression.wants_{wanted}", parsed.mark) == (refused.code, refused.mark)
    assert sentence(refused)


def test_any_type_will_do_where_anything_is_wanted() -> None:
    assert None is check_wanted(expression("fit"), t.Text(), "any")


def test_names_that_are_read_are_known() -> None:
    parsed = expression("seg.size > 1 and (channels|where('kind', stage)).name|count or x is defined")
    assert {"seg", "channels", "stage", "x"} == names_read(parsed)
    assert {"name", "seg"} == names_read(prose("Hi {{ name }} and {{ seg.size }}"))
    assert frozenset() == names_read(prose("Hi"))


class NoNames(VentureNames):
    def names(self) -> Iterable[str]:
        return ()


def test_nested_comparisons_with_unknown_names_are_checked_once_each() -> None:
    found = problems("x == (" * 24 + "x" + ")" * 24)
    assert ["name.unknown"] * 25 == [complaint.code for complaint in found]


def test_nothing_is_near_where_there_is_nothing() -> None:
    assert "near" not in check(expression("nmae"), NoNames())[1][0].details


@settings(max_examples=300)
@given(sources)
def test_no_expression_at_all_makes_checking_raise(source: str) -> None:
    parsed = expression(source)
    for complaint in check(parsed, VentureNames())[1]:
        assert sentence(complaint)
        assert complaint.mark is not None
        assert 1 <= complaint.mark.column <= len(source)
