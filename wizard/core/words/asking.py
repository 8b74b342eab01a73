"""In which language a flow asks, as the program says it."""

from __future__ import annotations

from wizard.core.languages import ENGLISH, base, called
from wizard.core.tongue import language, t


def is_other(tag: str) -> bool:
    """Whether a language is another one than that which is spoken."""
    return base(tag) != base(language())


def named_here(tag: str) -> str:
    """What a language is called: ours in the language that is spoken, others as they call themselves."""
    return t("English") if tag == ENGLISH.code else called(tag)


def asks_in(tag: str) -> str:
    """That a flow asks in another language than the one that is spoken; '' where it doesn't."""
    return t("It asks in {language}.", language=named_here(tag)) if is_other(tag) else ""
