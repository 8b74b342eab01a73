"""How figures, days, yes and no are written in each language. Knows no sentence, and no way to read them.

A language is one entry here. Three are few enough to be checked by eye; a library of all the world's would
take longer to import than the first question takes to appear, and knows no `Mio.` that somebody types.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final

import msgspec


class Language(msgspec.Struct, frozen=True, eq=False, kw_only=True):
    """code: as in files and options, such as `de`. name: what the language calls itself.

    decimal, group: the signs in `1,234.5`. doubts_point: whether `1.234` is refused with both readings,
    because many who write this language learned to write thousands so. percent: what stands behind a
    percentage. scales: word behind a number, in small letters -> power of ten. months: January first;
    other_months: further names, in small letters -> 1 to 12. month_units: behind 1 and behind other figures,
    for a time. day: how a day is written; day_endings: what may follow its figure; particles: words that may
    stand around a month. day_first: signs between figures that always mean day, month, year, the usual one
    first. about: words before a number that is a guess, in small letters.
    """

    code: str
    name: str
    decimal: str
    group: str
    doubts_point: bool = False
    percent: str
    yes: str
    no: str
    yes_words: frozenset[str]
    no_words: frozenset[str]
    scales: Mapping[str, int]
    months: tuple[str, ...]
    month_units: tuple[str, str]
    other_months: Mapping[str, int] = {}
    day: str
    day_endings: tuple[str, ...] = ()
    particles: tuple[str, ...] = ()
    day_first: str = ""
    about: tuple[str, ...] = ()


ENGLISH: Final = Language(
    code="en",
    name="English",
    decimal=".",
    group=",",
    doubts_point=True,
    percent="%",
    yes="yes",
    no="no",
    yes_words=frozenset(("yes", "y", "true", "1")),
    no_words=frozenset(("no", "n", "false", "0")),
    scales={"k": 3, "thousand": 3, "m": 6, "mn": 6, "million": 6, "b": 9, "bn": 9, "billion": 9},
    months=(
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ),
    month_units=("month", "months"),
    day="{day} {month} {year}",
    day_endings=("st", "nd", "rd", "th"),
    about=("about", "around", "roughly", "approximately", "approx.", "approx", "circa", "ca.", "ca"),
)

_GERMAN: Final = Language(
    code="de",
    name="Deutsch",
    decimal=",",
    group=".",
    percent="\u00a0%",
    yes="ja",
    no="nein",
    yes_words=frozenset(("ja", "j")),
    no_words=frozenset(("nein",)),
    scales={
        **{"k": 3, "tsd": 3, "tsd.": 3, "tausend": 3, "m": 6, "mio": 6, "mio.": 6, "million": 6},
        **{"millionen": 6, "mrd": 9, "mrd.": 9, "milliarde": 9, "milliarden": 9},
    },
    months=(
        *("Januar", "Februar", "März", "April", "Mai", "Juni"),
        *("Juli", "August", "September", "Oktober", "November", "Dezember"),
    ),
    month_units=("Monat", "Monate"),
    other_months={"jänner": 1, "feber": 2, "maerz": 3},
    day="{day}. {month} {year}",
    day_first=".",
    about=("etwa", "ungefähr", "rund", "circa", "zirka", "ca.", "ca"),
)

_SPANISH: Final = Language(
    code="es",
    name="Español",
    decimal=",",
    group=".",
    percent="\u00a0%",
    yes="sí",
    no="no",
    yes_words=frozenset(("sí", "si", "s")),
    no_words=frozenset(("no",)),
    scales={"k": 3, "mil": 3, "m": 6, "millón": 6, "millon": 6, "millones": 6},
    months=(
        *("enero", "febrero", "marzo", "abril", "mayo", "junio"),
        *("julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"),
    ),
    month_units=("mes", "meses"),
    other_months={"setiembre": 9},
    day="{day} de {month} de {year}",
    day_endings=("º", "ª"),
    particles=("de", "del"),
    day_first="/.-",
    about=("unos", "unas", "aproximadamente", "cerca de", "alrededor de", "más o menos", "mas o menos"),
)

LANGUAGES: Final = (ENGLISH, _GERMAN, _SPANISH)

# ISO 639-1: by these a slip of the finger is told from a language that we haven't met.
_CODES = frozenset(
    re.findall(
        "[a-z]{2}",
        """
        aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu
        cv cy da de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he
        hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko
        kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd
        ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se
        sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty
        ug uk ur uz ve vi vo wa wo xh yi yo za zh zu
        """,
    )
)

_TAG = re.compile("([A-Za-z]{2,3})(?:[-_]([A-Za-z0-9]{2,8}))?")


def language_of(tag: str) -> Language:
    """How to write in a language, by its tag; as in English where nobody has told us better."""
    wanted = base(tag)
    return next((language for language in LANGUAGES if language.code == wanted), ENGLISH)


def canonical_tag(text: str) -> str:
    """`de`, `pt-BR`: a tag as folders and files spell it; '' for what is none."""
    found = _TAG.fullmatch(text.strip())
    if found is None:
        return ""
    region = found[2] or ""
    return found[1].lower() + (f"-{region.upper() if len(region) == 2 else region}" if region else "")


def is_language(text: str) -> bool:
    """Whether a text names a language: `de`, `pt-BR`, `de_AT.UTF-8`; any three letters may be one."""
    tag = canonical_tag(text.partition(".")[0].partition("@")[0])
    return bool(tag) and (base(tag) in _CODES or len(base(tag)) == 3)


def base(tag: str) -> str:
    """The language of a tag without its country: `pt-BR` gives `pt`."""
    return tag.partition("-")[0].lower()


def called(tag: str) -> str:
    """What a language calls itself, such as `Deutsch`; its tag where we don't know."""
    exact = next((language.name for language in LANGUAGES if language.code == tag), "")
    return exact or tag


def offered(wanted: str, tags: Iterable[str]) -> str:
    """Which of these is meant by a tag: that very one, or its language alone; '' where neither is there."""
    known = tuple(tags)
    tag = canonical_tag(wanted)
    return tag if tag in known else base(tag) if base(tag) in known else ""
