"""Everything that the program says is in every catalogue, translated whole, and nothing else is."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import polib
import pytest

from tests.catalogue import TEMPLATE, Said, brought_up_to_date, catalogues, said, said_in, template
from wizard.core.tongue import ENGLISH, LANGUAGES
from wizard.frontends.dialogue import phrases

CATALOGUES = dict(catalogues())
COMMANDS = "|".join(phrases.COMMANDS)
PROGRAM = "list|new|open|where|flow"
FIXED = re.compile(
    rf"\{{\w*\}}|(?<!\w):(?:{COMMANDS})\b|--[a-z]+|canvas-wizard (?:{PROGRAM})\b|ctrl\+\w|\bf\d+\b"
)
"""What is the same in every language: placeholders, commands, options, keys."""


@pytest.fixture(scope="module")
def everything() -> dict[Said, list[str]]:
    return said()


def entries(language: str) -> list[polib.POEntry]:
    return list(polib.pofile(str(CATALOGUES[language])))


def fixed(text: str) -> list[str]:
    return sorted(set(FIXED.findall(text.replace("{{", "").replace("}}", ""))))


def test_every_language_has_a_catalogue() -> None:
    assert set(LANGUAGES) - {ENGLISH} == set(CATALOGUES)


@pytest.mark.parametrize("language", CATALOGUES)
def test_catalogues_hold_what_is_said_and_nothing_else(
    language: str, everything: dict[Said, list[str]]
) -> None:
    """Where this fails, `make words` mends the file, and somebody translates what is new."""
    known = polib.pofile(str(CATALOGUES[language]), wrapwidth=100)

    assert str(brought_up_to_date(everything, known)) == str(known)


def test_the_template_for_new_languages_holds_the_same(everything: dict[Said, list[str]]) -> None:
    assert template(everything) == TEMPLATE.read_text("utf-8")


@pytest.mark.parametrize("language", CATALOGUES)
def test_every_text_is_translated(language: str) -> None:
    assert [] == [entry.msgid for entry in entries(language) if not entry.translated()]


@pytest.mark.parametrize("language", CATALOGUES)
def test_translations_have_the_same_placeholders_commands_and_keys(language: str) -> None:
    wrong = []
    for entry in entries(language):
        forms = [(entry.msgid, entry.msgstr)]
        if entry.msgid_plural:
            plurals = [entry.msgstr_plural[n] for n in sorted(entry.msgstr_plural)]
            forms = [(entry.msgid if n == 0 else entry.msgid_plural, text) for n, text in enumerate(plurals)]
        wrong += [(text, there) for text, there in forms if fixed(text) != fixed(there)]

    assert [] == wrong


@pytest.mark.parametrize("language", CATALOGUES)
def test_blanks_around_a_text_stay(language: str) -> None:
    def ends(text: str) -> tuple[bool, bool]:
        return text != text.lstrip(), text != text.rstrip()

    assert [] == [e.msgid for e in entries(language) if e.msgstr and ends(e.msgid) != ends(e.msgstr)]


def test_texts_are_found_wherever_they_are_said() -> None:
    source = """
t("one " "text", name=1), t("this" if a else "that"), tn("{count} card", "{count} cards", n), t(LATER)
Sentence("say", "hint"), Act("do", "d", "d", "word", "Title", "Help", GROUP)
LATER, other = mark("later"), Binding("x", "y", "Words", tooltip="More")
other("not ours"), self.t("nor this")
"""
    texts = ["one text", "this", "that", "{count} card"]
    texts += ["say", "hint", "word", "Title", "Help", "later", "Words", "More"]

    assert texts == [one.text for one in said_in(ast.parse(source))]
    assert Said("{count} card", "{count} cards") in list(said_in(ast.parse(source)))


def test_a_text_with_values_in_it_is_told() -> None:
    with pytest.raises(ValueError, match="line 1"):
        list(said_in(ast.parse('t(f"{count} cards")')))


def test_translations_stay_and_what_is_said_no_more_goes() -> None:
    known = polib.POFile()
    known.extend([polib.POEntry(msgid="stays", msgstr="bleibt"), polib.POEntry(msgid="goes", msgstr="geht")])
    found = {Said("stays"): ["a.py"], Said("{count} new", "{count} news"): ["b.py"]}
    made = brought_up_to_date(found, known)

    assert [("stays", "bleibt"), ("{count} new", "")] == [(entry.msgid, entry.msgstr) for entry in made]
    assert Path("b.py") == Path(made[1].occurrences[0][0])
