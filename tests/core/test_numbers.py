"""Numbers as people type and read them."""

from __future__ import annotations

import re
from decimal import Decimal, Inexact, Rounded, localcontext

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from wizard.core.languages import language_of
from wizard.core.numbers import (
    canonical,
    display,
    display_money,
    display_months,
    display_percent,
    for_reading,
    read_currency,
    read_number,
)
from wizard.core.numbers import typed as written
from wizard.core.problems import Problem
from wizard.core.values import Money, Percent
from wizard.core.words import sentence

finite = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**20), max_value=10**20, places=6)


def code(answer: Decimal | Problem) -> str:
    assert isinstance(answer, Problem), answer
    return answer.code


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("12", "12"),
        ("  12  ", "12"),
        ("-3", "-3"),
        ("- 3", "-3"),
        ("−3", "-3"),
        ("+3", "3"),
        ("-0", "0"),
        (".5", "0.5"),
        ("5.", "5"),
        ("007", "7"),
        ("1.2000", "1.2"),
        ("0.125", "0.125"),
        ("1.200k", "1200"),
        ("12k", "12000"),
        ("12 K", "12000"),
        ("1.5M", "1500000"),
        ("1.5m", "1500000"),
        ("1.5 million", "1500000"),
        ("2bn", "2000000000"),
        ("2b", "2000000000"),
        ("1,200", "1200"),
        ("1,200.50", "1200.5"),
        ("1,200,000", "1200000"),
        ("1 200", "1200"),
        ("1\u00a0200", "1200"),
        ("1\u202f200", "1200"),
        ("1\u2009200.5", "1200.5"),
        ("1'200", "1200"),
        ("1’200", "1200"),
    ],
)
def test_a_number_is_read_as_it_is_typed(typed: str, expected: str) -> None:
    answer = read_number(typed)
    assert isinstance(answer, Decimal)
    assert expected == str(answer)


@pytest.mark.parametrize(
    "typed",
    ["9.90 EUR", "9.90EUR", "9.9 eur", "EUR 9.90", "€9.90", "€ 9.90", "9.90€", "9.90 €", "+€9.90", "€+9.90"],
)
def test_the_currency_may_stand_on_either_side(typed: str) -> None:
    assert Decimal("9.9") == read_number(typed, currency="EUR")


@pytest.mark.parametrize(
    ("sign", "currency"), [("$", "USD"), ("$", "CAD"), ("£", "GBP"), ("¥", "JPY"), ("¥", "CNY")]
)
def test_a_sign_is_taken_for_the_currency_that_is_wanted(sign: str, currency: str) -> None:
    assert Decimal(-12000) == read_number(f"-{sign}12k", currency=currency)


@pytest.mark.parametrize(
    ("typed", "found", "other"),
    [
        ("$5", "$", "USD"),
        ("5 USD", "USD", "USD"),
        ("usd 5", "USD", "USD"),
        ("£5", "£", "GBP"),
        ("5 CHF", "CHF", "CHF"),
    ],
)
def test_another_currency_is_refused_with_both_names_and_the_way_to_it(
    typed: str, found: str, other: str
) -> None:
    answer = read_number(typed, currency="EUR")
    assert isinstance(answer, Problem)
    details = {"found": found, "wanted": "EUR", "other": other}
    assert ("number.other_currency", details) == (answer.code, answer.details)
    assert sentence(answer).endswith(f"--currency {other}.")


def test_a_currency_is_refused_where_no_money_is_asked_for() -> None:
    answer = read_number("5 EUR")
    assert isinstance(answer, Problem)
    assert ("number.currency_not_wanted", {"found": "EUR"}) == (answer.code, answer.details)


@pytest.mark.parametrize("typed", ["5", "5%", "5 %"])
def test_a_percentage_is_the_same_with_and_without_its_sign(typed: str) -> None:
    assert Decimal(5) == read_number(typed, percent=True)


def test_a_percent_sign_is_refused_where_no_percentage_is_asked_for() -> None:
    answer = read_number("-8.5 %")
    assert isinstance(answer, Problem)
    assert ("number.percent_not_wanted", {"number": "-8.5"}) == (answer.code, answer.details)
    assert sentence(answer).endswith("without the %: -8.5.")


@pytest.mark.parametrize(
    ("typed", "first", "second"),
    [
        ("1,5", "1.5", "15"),
        ("1,50", "1.5", "150"),
        ("0,5", "0.5", "5"),
        ("0,500", "0.5", "500"),
        ("-1,5", "-1.5", "-15"),
        ("1,5k", "1500", "15000"),
        ("1,2345", "1.2345", "12345"),
        ("1.200,50", "1200.5", "1.2005"),
        ("1 200,50", "1200.5", "120050"),
        ("9,90 EUR", "9.9", "990"),
    ],
)
def test_a_number_with_two_readings_is_refused_with_both(typed: str, first: str, second: str) -> None:
    answer = read_number(typed, currency="EUR")
    assert isinstance(answer, Problem)
    assert ("number.two_readings", {"first": first, "second": second}) == (answer.code, answer.details)


@pytest.mark.parametrize(
    ("typed", "reading"),
    [
        ("12,34,567", "1234567"),
        ("1.200.000", "1200000"),
        ("1.200.300,5", "1200300.5"),
        ("12 34", "1234"),
        ("1,200 300", "1200300"),
        ("5,", "5"),
    ],
)
def test_odd_grouping_is_refused_with_the_one_reading(typed: str, reading: str) -> None:
    answer = read_number(typed)
    assert isinstance(answer, Problem)
    assert ("number.grouping", {"reading": reading}) == (answer.code, answer.details)


@pytest.mark.parametrize(
    "typed",
    [
        *(
            "",
            " ",
            ".",
            "-",
            "k",
            "EUR",
            "%",
            "1e5",
            "1E5",
            "nan",
            "NaN",
            "inf",
            "-Infinity",
            "0x10",
            "1_000",
        ),
        *("--3", "+-3", "-€-3", "€5€", "€5 EUR", "12 people", "12 pcs", "5 XYZ", "½", "²", "\x00"),
        *("12\n13", "sNaN", "k12", "12kk", "5%%"),
    ],
)
def test_what_is_no_number_is_refused(typed: str) -> None:
    assert "number.not_a_number" == code(read_number(typed, currency="EUR", percent=True))


@pytest.mark.parametrize(("typed", "figures"), [("١٢", "12"), ("１２.５", "12.5"), ("१२k", "12k")])
def test_other_figures_are_refused_with_the_plain_ones(typed: str, figures: str) -> None:
    answer = read_number(typed)
    assert isinstance(answer, Problem)
    assert ("number.other_digits", {"figures": figures}) == (answer.code, answer.details)


def test_thirty_digits_are_read_and_one_more_is_refused() -> None:
    assert Decimal("1" * 30) == read_number("1" * 30)
    assert "number.too_long" == code(read_number("1" * 31))
    assert "number.too_long" == code(read_number("1" * 28 + "k"))
    assert "number.too_long" == code(read_number("0." + "0" * 29 + "1"))
    assert "number.too_long" == code(read_number("9" * 1_000_000))


def test_zeros_that_say_nothing_are_no_digits() -> None:
    assert Decimal(1) == read_number("0" * 40 + "1." + "0" * 40)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        *(("1E+4", "10000"), ("-0", "0"), ("-0.00", "0"), ("0E+3", "0"), ("0E-9", "0"), ("9.90", "9.9")),
        *(("0.05", "0.05"), ("5E-8", "0.00000005"), ("12000", "12000"), ("-1.50", "-1.5")),
    ],
)
def test_each_number_is_stored_as_one_text(value: str, expected: str) -> None:
    assert expected == canonical(Decimal(value))


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        *(("999", "999"), ("1000", "1,000"), ("-1234567.50", "−1,234,567.5"), ("1E+6", "1,000,000")),
        *(("0.1234565", "0.123457"), ("33.33333333", "33.333333"), ("9.9999999", "10"), ("-0", "0")),
        ("0.0000001234", "0.00000012"),
    ],
)
def test_a_number_is_shown_grouped_and_never_as_a_false_zero(value: str, expected: str) -> None:
    assert expected == display(Decimal(value))


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        *(("9.9", "9.90 EUR"), ("1200", "1,200 EUR"), ("1200.00", "1,200 EUR"), ("-1234.5", "−1,234.50 EUR")),
        *(("0.005", "0.005 EUR"), ("1.2345", "1.2345 EUR"), ("33.333333", "33.33 EUR"), ("0", "0 EUR")),
        *(("2.999999", "3 EUR"), ("4.099999", "4.10 EUR"), ("0.00012345", "0.00012 EUR")),
    ],
)
def test_money_is_shown_with_two_decimals_unless_its_author_gave_more(value: str, expected: str) -> None:
    assert expected == display_money(Decimal(value), "EUR")
    assert expected == display_money(Money.of(value, "EUR"), "EUR")


@pytest.mark.parametrize(
    ("fraction", "expected"),
    [
        ("0.05", "5%"),
        ("0.025", "2.5%"),
        ("1", "100%"),
        ("0.33333333", "33.33%"),
        ("0", "0%"),
        ("0.0000123", "0.0012%"),
    ],
)
def test_a_fraction_is_shown_as_a_percentage(fraction: str, expected: str) -> None:
    assert expected == display_percent(Percent(fraction))


@given(finite)
def test_the_stored_text_reads_back_as_the_number(value: Decimal) -> None:
    assert value == read_number(written(value))
    assert canonical(value) == canonical(Decimal(canonical(value)))


@given(finite)
def test_what_is_shown_reads_back_as_the_number(value: Decimal) -> None:
    # 1.234 is shown as it is, and asked back when somebody types it: see the point before three figures.
    assume(not re.fullmatch(r"−?[0-9]{1,3}\.[0-9]{3}( EUR)?", display(value)))
    assert value == read_number(display(value))
    cents = Decimal(display_money(value, "EUR").removesuffix(" EUR").replace(",", "").replace("−", "-"))
    assert cents == read_number(display_money(value, "EUR"), currency="EUR")


@given(st.integers(-(10**9), 10**9))
def test_a_percentage_reads_back_as_it_is_shown(hundredths: int) -> None:
    percent = Decimal(hundredths).scaleb(-2)
    assert percent == read_number(display_percent(percent.scaleb(-2)), percent=True)


@given(finite)
def test_the_ambient_context_changes_nothing(value: Decimal) -> None:
    typed = f"{canonical(value)} thousand"
    expected = (read_number(typed), display(value), display_money(value, "EUR"), display_percent(value))
    with localcontext() as context:
        context.prec = 2
        context.traps[Inexact] = True
        context.traps[Rounded] = True
        actual = (read_number(typed), display(value), display_money(value, "EUR"), display_percent(value))
    assert expected == actual


@settings(max_examples=300)
@given(st.text() | st.text(alphabet="0123456789.,' -+kmb%€$EUR\u00a0"))
def test_any_text_gives_a_canonical_number_or_a_problem(typed: str) -> None:
    answer = read_number(typed, currency="EUR", percent=True)
    if isinstance(answer, Problem):
        assert answer.code.startswith("number.")
    else:
        assert canonical(answer) == str(answer)


@pytest.mark.parametrize(
    ("text", "thousands", "decimals"),
    [("1.200", "1,200", "1.2"), ("1.234", "1,234", "1.2340"), ("-12.500", "12,500", "12.5")],
)
def test_a_point_before_three_figures_is_asked_back(text: str, thousands: str, decimals: str) -> None:
    """Many people write thousands with a point: a price must not silently become a thousandth."""
    found = read_number(text)
    assert isinstance(found, Problem)
    assert ("number.point_or_thousands", {"thousands": thousands, "decimals": decimals}) == (
        found.code,
        found.details,
    )
    assert isinstance(read_number(thousands), Decimal)
    assert isinstance(read_number(decimals), Decimal)


@pytest.mark.parametrize("text", ["GBP", "gbp", " Gbp "])
def test_a_currency_is_three_letters(text: str) -> None:
    assert "GBP" == read_currency(text)


@pytest.mark.parametrize("text", ["", "GB", "POUND", "£", "GB1", "ÄÖÜ", "G P"])
def test_anything_else_is_no_currency(text: str) -> None:
    found = read_currency(text)

    assert isinstance(found, Problem)
    assert "number.no_currency" == found.code


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("7.42", "7.4 months"),
        ("1", "1 month"),
        ("1.04", "1 month"),
        ("0", "0 months"),
        ("0.04", "0.04 months"),
        ("1200", "1,200 months"),
        ("-2.05", "−2.1 months"),
    ],
)
def test_a_time_is_shown_with_one_decimal(value: str, expected: str) -> None:
    assert expected == display_months(Decimal(value))


def test_a_time_is_shown_in_the_words_of_its_language() -> None:
    assert "7,4 Monate" == display_months(Decimal("7.42"), language_of("de"))
    assert "1 mes" == display_months(Decimal(1), language_of("es"))


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("5.4945", "5.49"),
        ("999.994", "999.99"),
        ("1000.4", "1000"),
        ("-1234.56", "-1235"),
        ("0.00325", "0.0033"),
        ("0", "0"),
    ],
)
def test_a_result_is_cut_to_what_one_can_read(value: str, expected: str) -> None:
    assert Decimal(expected) == for_reading(Decimal(value))


@pytest.mark.parametrize(
    ("value", "currency", "expected"),
    [("78.6", "JPY", "79"), ("78.6", "EUR", "78.6"), ("1278.5", "KRW", "1279"), ("0.04", "ISK", "0.04")],
)
def test_an_amount_in_a_currency_without_cents_is_cut_to_whole_ones(
    value: str, currency: str, expected: str
) -> None:
    assert Decimal(expected) == for_reading(Decimal(value), currency)


@pytest.mark.parametrize(
    ("code", "typed"),
    [
        ("en", "about 340"),
        ("en", "Approx. 340"),
        ("en", "~340"),
        ("en", "≈ 340"),
        ("en", "ca 340"),
        ("de", "etwa 340"),
        ("de", "ca. 340"),
        ("de", "about 340"),
        ("es", "unos 340"),
        ("es", "más o menos 340"),
    ],
)
def test_that_a_number_is_a_guess_may_be_said(code: str, typed: str) -> None:
    assert Decimal(340) == read_number(typed, language=language_of(code))


def test_words_before_a_number_are_no_currency_and_no_number_by_themselves() -> None:
    assert Decimal(5) == read_number("CAD 5", currency="CAD")
    assert Decimal(-5) == read_number("about -5")
    assert ["number.not_a_number"] * 3 == [
        code(read_number(text)) for text in ("about", "~", "about about 5")
    ]
