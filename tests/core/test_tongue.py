"""The language that is spoken: what is looked up, what is filled in, and that English needs nothing."""

from __future__ import annotations

import pytest

from wizard.core.tongue import language, mark, speak, t, tn


class Words:
    """A catalogue with a few words in it."""

    def gettext(self, message: str, /) -> str:
        return {"Go on": "Weiter", "Written: {path}": "{path} ist da"}.get(message, message)

    def ngettext(self, msgid1: str, msgid2: str, n: int, /) -> str:
        return (
            {1: "{count} Karte"}.get(n, "{count} Karten")
            if msgid1 == "{count} card"
            else (msgid1, msgid2)[n > 1]
        )


def test_english_says_what_stands_there() -> None:
    assert "en" == language()
    assert "Go on" == t("Go on")
    assert "Written: {a}" == t("Written: {path}", path="{a}")
    assert ["1 card", "2 cards", "0 cards"] == [tn("{count} card", "{count} cards", n) for n in (1, 2, 0)]


def test_a_catalogue_is_asked_and_filled_in_afterwards() -> None:
    speak("de", Words())

    assert "de" == language()
    assert "Weiter" == t("Go on")
    assert "plan.md ist da" == t("Written: {path}", path="plan.md")
    assert ["1 Karte", "3 Karten"] == [tn("{count} card", "{count} cards", n) for n in (1, 3)]


def test_what_a_catalogue_doesnt_have_stays_english() -> None:
    speak("de", Words())

    assert "Stay here" == t("Stay here")
    assert "2 files in x" == tn("{count} file in {folder}", "{count} files in {folder}", 2, folder="x")


def test_nothing_is_looked_up_for_no_text() -> None:
    class Header(Words):
        def gettext(self, message: str, /) -> str:
            return "Content-Type: text/plain" if not message else super().gettext(message)

    speak("de", Header())

    assert "" == t("")


@pytest.mark.parametrize("text", ["{{ name }}", "a {b", "100 %"])
def test_a_text_without_parts_is_left_as_it_is(text: str) -> None:
    assert text == t(text) == mark(text)
