"""Sentences about flows in other languages: which there are, and what stands in a translation file."""

from __future__ import annotations

from wizard.core.words.sentence import Sentence

SENTENCES: dict[str, Sentence] = {
    "translation.no_language": Sentence(
        "This flow can't be had in “{text}”. It is there in: {known}.",
    ),
    "translation.not_one": Sentence(
        "This is no translation of a flow. Begin it with “translation:” and the id of the flow.",
    ),
    "translation.other_flow": Sentence(
        "This translates “{text}”, and lies where a translation of “{wanted}” is looked for.",
    ),
    "translation.other_language": Sentence(
        "This says that it is in “{text}”, and lies in the folder of “{wanted}”.",
    ),
    "translation.unknown_key": Sentence(
        "The flow has no text at “{path}”.",
    ),
    "translation.too_many": Sentence(
        "“{path}” has more texts here than in the flow. From this one on they are left out.",
    ),
    "translation.lacks_expression": Sentence(
        "The flow's text has an expression here that this one leaves out: {expression}.",
    ),
    "translation.texts_missing": Sentence(
        "{language}: {missing} of {all} texts missing, so they stay as the flow has them: {paths}.",
    ),
}
