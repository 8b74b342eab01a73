"""The currencies of the world: their codes and signs, and those without cents. Knows nothing of amounts."""

from __future__ import annotations

import re

from wizard.core.tongue import mark

# Several currencies share a sign: the flow's own is taken where it is one of them.
SIGNS = {
    "€": ("EUR",),
    "$": ("USD", "AUD", "CAD", "NZD", "SGD", "HKD", "TWD", "MXN", "CLP", "COP", "ARS"),
    "£": ("GBP", "EGP"),
    "¥": ("JPY", "CNY"),
    "₹": ("INR",),
    "₩": ("KRW",),
    "₺": ("TRY",),
    "₴": ("UAH",),
    "₦": ("NGN",),
    "₫": ("VND",),
    "₪": ("ILS",),
}

# ISO 4217, active codes of money that people pay with.
CODES = frozenset(
    re.findall(
        "[A-Z]{3}",
        """
        AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD
        CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP
        GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD
        KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN
        NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP
        SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND
        VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG
        """,
    )
)

# ISO 4217, minor unit 0: nobody has a coin for a part of one.
WITHOUT_CENTS = frozenset(
    re.findall("[A-Z]{3}", "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF")
)

USUAL_CURRENCIES = (
    ("EUR", mark("Euro")),
    ("USD", mark("US dollar")),
    ("GBP", mark("Pound sterling")),
    ("CHF", mark("Swiss franc")),
    ("CAD", mark("Canadian dollar")),
    ("AUD", mark("Australian dollar")),
    ("SEK", mark("Swedish krona")),
    ("PLN", mark("Polish złoty")),
    ("INR", mark("Indian rupee")),
    ("JPY", mark("Japanese yen")),
)
"""What is offered to choose from: code and name."""
