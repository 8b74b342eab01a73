"""Sentences about answers, cards, undo, the coach and finishing: what to do, at the question itself."""

from __future__ import annotations

from wizard.core.words.sentence import Sentence

SENTENCES: dict[str, Sentence] = {
    "answer.required": Sentence("This one is needed: the rest builds on it."),
    "answer.too_long": Sentence("That is {found} characters. Shorten it to {most}, or keep it in a file."),
    "answer.yes_or_no": Sentence("Answer yes or no."),
    "answer.scale": Sentence("Give a whole number from {low} to {high}."),
    "answer.too_small": Sentence("{found} is below the least that makes sense here, {least}."),
    "answer.too_large": Sentence("{found} is above the most that makes sense here, {most}."),
    "answer.no_such_option": Sentence("“{text}” isn't among the options: {options}."),
    "answer.several_of_that_name": Sentence("Several are called “{text}”. Give an id to tell them apart."),
    "answer.pick_one": Sentence("Choose one."),
    "answer.pick_more": Sentence("Choose at least {least}. You have {found}."),
    "answer.pick_fewer": Sentence("Choose at most {most}. You have {found}."),
    "answer.not_offered": Sentence("“{text}” isn't on offer any more. Keep it or choose again."),
    "answer.rule": Sentence("{say}"),
    "answer.not_asked": Sentence("This isn't asked at the moment, because of an earlier answer."),
    "answer.no_such_question": Sentence("There is no question “{question}” here to answer."),
    "answer.cards_missing": Sentence("Add at least {least}. You have {found}."),
    "answer.cards_too_many": Sentence("Keep it to {most}. You have {found}: merge or remove some."),
    "answer.cards_there": Sentence("There are cards here already, so you do know something. Go on."),
    "answer.cells_missing": Sentence("{missing} cells are still empty."),
    "card.gone": Sentence("This card was removed meanwhile. Undo brings back what you removed yourself."),
    "card.too_many": Sentence("{most} cards are the most that one list holds. Merge some."),
    "card.too_many_at_once": Sentence(
        "That is {found} cards, and this list has room for {room} more. Paste fewer, or merge some."
    ),
    "card.lines_refused": Sentence("{found} not added: {texts}. {why}"),
    "card.not_here": Sentence("A new one can't be made from here. Add it at its own question."),
    "card.id_taken": Sentence("The id “{id}” belongs to another card. Choose another one."),
    "card.no_such_field": Sentence("These cards have no field “{field}”."),
    "card.pointed_at": Sentence("These point at it: {cards}. Remove it all the same?"),
    "finding.gone": Sentence("That is solved already."),
    "finding.reason_wanted": Sentence("Say in a few words why this is fine."),
    "finding.must_be_solved": Sentence("This one can't be dismissed: without it there is no model to show."),
    "finding.not_dismissed": Sentence("The coach says that already: it isn't dismissed any more."),
    "finding.blocks": Sentence("{say}"),
    "version.name_wanted": Sentence("Give the version a name, such as “Before the pilot”."),
    "version.name_taken": Sentence("There is a version “{text}” already. Choose another name."),
    "undo.nothing": Sentence("There is nothing to undo."),
    "undo.upgraded": Sentence(
        "What was done before the workshop moved to another version of its flow stays. Change it by hand."
    ),
    "undo.nothing_again": Sentence("There is nothing to do again."),
    "undo.changed_since": Sentence(
        "Somebody changed this after you, so it stays as it is. Change it by hand."
    ),
    "workshop.name_wanted": Sentence("Give the workshop a name."),
    "workshop.several": Sentence("Several workshops are called “{text}”: {names}. Use the id."),
    "workshop.changed_meanwhile": Sentence(
        "Somebody answered this while you were writing. They wrote: “{theirs}”. You wrote: “{yours}”.",
        "Go on once more to keep yours, or skip to keep theirs.",
    ),
    "upgrade.nothing": Sentence("There is nothing to do: this is version {version} of its flow already."),
    "upgrade.older": Sentence(
        "The workshop is in version {version} of its flow, and this is version {text}. It can't go back.",
    ),
    "upgrade.other_flow": Sentence(
        "This is the flow “{text}”, and the workshop belongs to “{flow}”.",
        "Continue in another flow with canvas-wizard new --from.",
    ),
    "upgrade.not_shipped": Sentence(
        "“{flow}” isn't among the shipped flows. Say where its newer file is, with --flow FILE."
    ),
    "upgrade.elsewhere": Sentence(
        "“{text}” was moved to another version of its flow, which this program can't read. "
        "Update canvas-wizard."
    ),
    "answers.map_wanted": Sentence("Write one answer a line, as “question: answer”."),
    "answers.unknown_question": Sentence("The flow has no question “{text}”."),
    "answers.unknown_field": Sentence("A card of “{question}” has no field “{text}”."),
    "answers.text_wanted": Sentence("“{text}” wants one value here, no list and no map."),
    "answers.list_wanted": Sentence("“{text}” wants a list of cards, each a map of its fields."),
    "answers.card_wanted": Sentence("Write a card as a map: “- name: Hotels”."),
    "answers.grid_wanted": Sentence("“{text}” wants row, then column, then value."),
    "answers.unknown_row": Sentence("There is no row “{text}”."),
    "answers.unknown_column": Sentence("There is no column “{text}”."),
    "answers.duplicate_card_id": Sentence("Two cards have the id “{text}”."),
    "answers.id_wanted": Sentence("An id is letters, digits, dash, dot or underscore. “{text}” isn't."),
    "answers.flow_missing": Sentence(
        "It doesn't say which flow it answers. Add “flow: business-model” or use --flow."
    ),
    "answers.other_flow": Sentence("These answers are for the flow “{text}”, not for “{flow}”."),
    "answers.currency": Sentence("Write a currency as three capital letters, such as EUR."),
    "answers.date": Sentence("Write the day as 2026-02-01."),
    "answers.unknown_key": Sentence(
        "“workshop” may hold name, notes, unknown and dismissed. “{text}” isn't one."
    ),
    "answers.loop_missing": Sentence("Say for which “{loop}” this card is."),
    "import.gap": Sentence("An event is missing before this line: it should be number {position}."),
    "import.event_unreadable": Sentence("This line is no event that canvas-wizard can read: {reason}."),
    "import.no_flow": Sentence("The file doesn't hold the flow that its events belong to."),
    "document.edited": Sentence(
        "{file} was changed by hand since it was written, so it was left alone.",
        "Move it away, or use --force to write over it.",
    ),
    "document.template": Sentence("The template can't be used: {reason}."),
    "document.unknown_name": Sentence("The template names “{name}”, which this flow doesn't have."),
    "document.unknown_field": Sentence("The template asks for “{name}”, which these cards don't have."),
    "document.unknown_word": Sentence("The flow has no text “{name}” under “words”."),
    "document.unknown_filter": Sentence("There is no filter “{name}”."),
    "document.unknown_test": Sentence("There is no test “{name}”."),
    "document.unknown_loop": Sentence("A loop has no “{name}”."),
    "document.unknown_macro": Sentence("The template that is imported defines no “{name}”."),
    "document.list_field": Sentence(
        "This is a list, and only the cards in it have “{name}”.",
        "Go through them with a loop, or write |map(attribute='{name}').",
    ),
    "document.refused": Sentence("The template tries something that templates may not do: {reason}."),
    "document.reaches": Sentence("The template reaches for “{name}”, and templates may not use that."),
    "document.escaping_off": Sentence(
        "What people write may never become part of the document's structure. Leave this out."
    ),
    "document.escaped_already": Sentence(
        "“{name}” would tear apart text that is ready for the document.",
        "Put it before “cell” or “escape”, on the value itself.",
    ),
    "document.not_printable": Sentence("This has no text to print. Name one of its values."),
    "document.failed": Sentence("The template stops here: {reason}."),
    "document.divides_by_zero": Sentence("The template divides by zero here. Ask with “if” before it does."),
    "document.endless": Sentence("The template calls or includes itself without an end. Give it an end."),
    "document.circle": Sentence("These templates ask for one another in a circle: {path}."),
    "document.too_much": Sentence(
        "The template makes texts, lists or loops far larger than a document needs. Make them smaller."
    ),
    "document.too_nested": Sentence("The template is nested too deeply to be read. Make it simpler."),
    "document.too_large": Sentence("The template is longer than {most} characters. Split it up."),
    "document.not_text": Sentence("The template isn't text in UTF-8. Save it as UTF-8."),
    "document.too_long": Sentence(
        "The document would be longer than {most} characters. Write less in a loop."
    ),
    "document.missing": Sentence(
        "There is no template “{template}” beside the flow or among the shipped ones."
    ),
    "document.elsewhere": Sentence(
        "{file} would be written outside the folder.",
        "Give the document a plain name, such as canvas.md.",
    ),
}
