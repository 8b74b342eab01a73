"""Which language the program speaks: the one asked for, liked, or of the system. Knows no word of it."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from wizard.core.tongue import ENGLISH, LANGUAGES, speak

_OF_THE_SYSTEM = ("LC_ALL", "LC_MESSAGES", "LANG")


def speak_first() -> None:
    """Speak what the surroundings say, until it is known what the command line says."""
    _speak(spoken((os.environ.get("CANVAS_WIZARD_LANGUAGE", ""), _system())))


def speak_to(wanted: str, preferences: Path) -> None:
    """Speak the person's language from now on. wanted: what is asked for, '' for nothing.

    preferences: the file with the person's settings.
    """
    _speak(spoken((wanted, _liked(preferences), _system())))


def spoken(wanted: Iterable[str]) -> str:
    """The first of these that the program speaks: `de`, and so `de_AT.UTF-8` and `de-CH`; else English."""
    for name in wanted:
        code = name.replace("_", "-").partition(".")[0].partition("@")[0].partition("-")[0].lower()
        if code in LANGUAGES:
            return code
    return ENGLISH


def _system() -> str:
    """The language of the system, as it is called there."""
    return next((os.environ[name] for name in _OF_THE_SYSTEM if os.environ.get(name)), "")


def _liked(path: Path) -> str:
    """The language that the person has chosen in the full screen; '' for none."""
    if not path.exists():
        return ""
    from wizard.adapters.preferences_json import JsonPreferences  # noqa: PLC0415 - few have chosen anything

    return JsonPreferences(path).read().language


def _speak(language: str) -> None:
    if language == ENGLISH:
        speak(ENGLISH, None)
        return
    from wizard.adapters.catalogue_gettext import catalogue  # noqa: PLC0415 - English needs none
    from wizard.adapters.private_folder import PrivateFolder  # noqa: PLC0415
    from wizard.cli.start import cache_path  # noqa: PLC0415

    found = catalogue(language, PrivateFolder(cache_path() / "made"))
    speak(language if found is not None else ENGLISH, found)
