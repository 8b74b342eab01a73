"""Sentences about files that aren't readable YAML. Knows nothing of the parser."""

from __future__ import annotations

from wizard.core.words.sentence import Sentence

SENTENCES: dict[str, Sentence] = {
    "yaml.empty": Sentence(
        "This file is empty. Write something into it first.",
    ),
    "yaml.too_large": Sentence(
        "This file is larger than {limit}. Split it into smaller files.",
    ),
    "yaml.too_deep": Sentence(
        "Lists and mappings stand more than {limit} levels deep here. Write it flatter.",
    ),
    "yaml.too_many_values": Sentence(
        "This file holds more than {limit} values. Split it into smaller files.",
    ),
    "yaml.alias_bomb": Sentence(
        "With its *names written out, this file holds more than {limit} values. Use fewer of them.",
    ),
    "yaml.alias_of_itself": Sentence(
        "*{name} stands inside what it repeats, so it would never end. Take it out.",
    ),
    "yaml.unknown_alias": Sentence(
        "*{name} repeats something marked &{name}, and nothing above is.",
        "If it is a text that starts with a star, put it in double quotes.",
    ),
    "yaml.duplicate_key": Sentence(
        "{key} is here already, in line {line}. Keep one of the two.",
    ),
    "yaml.tag": Sentence(
        "{tag} is a YAML tag, and tags aren't used here. Take it away.",
        "If it is a text that starts with !, put it in double quotes.",
    ),
    "yaml.merge_key": Sentence(
        "<< isn't used here. Write out what it would bring in.",
    ),
    "yaml.key_not_text": Sentence(
        "What stands before a colon must be a name, as in title: Pricing. Write one here.",
    ),
    "yaml.several_documents": Sentence(
        "A second document starts here. Move it into a file of its own.",
    ),
    "yaml.directive": Sentence(
        "{directive} isn't used here. Take the line out.",
    ),
    "yaml.braces": Sentence(
        "Put text with {braces} in double quotes, as in {instead}",
        "Where only an expression is wanted, as after when, leave the braces out.",
    ),
    "yaml.colon": Sentence(
        "A colon inside a text needs quotes. Put the text in double quotes, as in {instead}",
    ),
    "yaml.colon_missing": Sentence(
        "This line needs a colon and a space after its name, as in title: Pricing.",
        "If it goes on with the text above, move it further right than the line where that text starts.",
    ),
    "yaml.reserved_character": Sentence(
        "A text that starts with {character} needs quotes. Put it in double quotes, as in {instead}",
    ),
    "yaml.tab": Sentence(
        "There is a tab here. Use spaces instead: two for each level.",
    ),
    "yaml.quote_open": Sentence(
        "The text that starts here with {quote} has no {quote} at its end. Add it.",
    ),
    "yaml.after_quote": Sentence(
        "The {quote} before this ends the text. Put the whole text in double quotes, as in {instead}",
    ),
    "yaml.escape": Sentence(
        "{escape} can't be read in double quotes. For a backslash write two, or use single quotes.",
    ),
    "yaml.bracket_open": Sentence(
        "This {bracket} is never closed. Add its partner, and a comma between the entries.",
        "If it is part of a text, put the text in double quotes.",
    ),
    "yaml.bracket_extra": Sentence(
        "Nothing is open that this {bracket} could close. Take it out.",
        "If it is part of a text, put the text in double quotes.",
    ),
    "yaml.bracket_in_text": Sentence(
        "A {bracket} inside a text needs quotes. Put the text in double quotes, as in {instead}",
    ),
    "yaml.after_bracket": Sentence(
        "The {bracket} before this ends the value. Put the whole text in double quotes, as in {instead}",
    ),
    "yaml.indentation": Sentence(
        "This line doesn't fit what stands above it. Line it up with its neighbours: names under names.",
        "If it goes on with the text above, put that text in double quotes.",
    ),
    "yaml.control_character": Sentence(
        "There is a character here that can't be seen, {character}. Take it out.",
        "If it is meant, write it as {escape} inside double quotes.",
    ),
    "yaml.not_utf8": Sentence(
        "This file isn't UTF-8 text: byte {byte} can't be read. Save it again with the encoding UTF-8.",
    ),
    "yaml.unreadable": Sentence(
        "This can't be read as YAML: {found}. Check the quotes, colons and spaces around it.",
        "A text with signs in it is safest in double quotes.",
    ),
}
