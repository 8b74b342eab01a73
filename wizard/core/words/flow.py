"""Sentences about flow files: what the author should write instead."""

from __future__ import annotations

from wizard.core.words.sentence import Sentence

SENTENCES: dict[str, Sentence] = {
    "flow.too_many_problems": Sentence("There are more than {most} problems here. Solve these first."),
    "flow.text_wanted": Sentence("One piece of text belongs here, no list and no map."),
    "flow.map_wanted": Sentence("A map of keys and values belongs here."),
    "flow.list_wanted": Sentence("A list belongs here: one line each, starting with a dash."),
    "flow.empty_text": Sentence("There is nothing after the colon. Write something, or leave the key out."),
    "flow.yes_or_no_wanted": Sentence("Write true or false here, not “{text}”."),
    "flow.whole_number_wanted": Sentence("Write a whole number here, not “{text}”."),
    "flow.number_wanted": Sentence("Write a number here, not “{text}”."),
    "flow.one_of_wanted": Sentence("“{text}” doesn't go here. These do: {known}."),
    "flow.id_wanted": Sentence(
        "“{text}” can't be an id. Use small letters, digits and underscores, and begin with a letter."
    ),
    "flow.flow_id_wanted": Sentence(
        "“{text}” can't be an id. Use small letters, digits, _ and -, and begin with a letter."
    ),
    "flow.option_id_wanted": Sentence(
        "“{text}” can't be the id of an option. Use letters, digits and the signs _ . : - and no spaces."
    ),
    "flow.currency_wanted": Sentence(
        "Write the currency as three capital letters, such as EUR, not “{text}”."
    ),
    "flow.reserved_word": Sentence("“{text}” has a meaning of its own in expressions. Choose another name."),
    "flow.unknown_key": Sentence("“{key}” isn't a key that belongs here. These do: {known}."),
    "flow.unknown_key_broken_text": Sentence(
        "“{key}” isn't a key: it looks like the rest of a text that a comma has cut in two.",
        "Put the whole expression in double quotes.",
    ),
    "flow.unknown_type": Sentence("There is no question type “{type}”. These are: {known}."),
    "flow.type_not_in_field": Sentence(
        "A field of a card can't be “{type}”. Ask it as a question of its own, and link the two."
    ),
    "flow.missing_key": Sentence("“{key}” is missing here. Add it."),
    "flow.without_say": Sentence("It has nothing to say. Add “say:” with a sentence that tells what to do."),
    "flow.duplicate_id": Sentence(
        "“{id}” is the name of something else already: {first}. Choose another name."
    ),
    "flow.span_wanted": Sentence("Write how many as 1..7, 3.. or 4, not “{text}”."),
    "flow.span_backwards": Sentence("“{text}” counts backwards. Write {low}..{high}."),
    "flow.range_open": Sentence("A scale needs both ends, such as 1..5."),
    "flow.loop_wanted": Sentence("Write a loop as “seg in segments”, not “{text}”."),
    "flow.each_not_cards": Sentence(
        "“{source}” gives no cards, so there is nothing to go through one by one."
    ),
    "flow.matrix_in_each": Sentence(
        "A matrix can't be asked once for each card. Ask “{id}” in a step of its own."
    ),
    "flow.no_fields": Sentence("The cards of “{id}” have no fields. Give them at least a name."),
    "flow.block_in_field": Sentence(
        "A field goes where its card goes. Put “block:” on the question with the cards."
    ),
    "flow.options_wanted": Sentence(
        "Write options as a map, as the name of an option set, or as question ids."
    ),
    "flow.options_not_cards": Sentence("“{text}” gives no cards, so it can't be a list of options."),
    "flow.unknown_options": Sentence("There is no option set and no question with cards called “{text}”."),
    "flow.unknown_use": Sentence("Nothing that is used here is called “{text}”. There is: {known}."),
    "flow.nothing_used": Sentence(
        "“{text}” is in another file. Name that file first: “use: [lib/name.yaml]”, at the top of the flow."
    ),
    "flow.use_alone": Sentence("“use:” takes something as it is. Take away what stands beside it here."),
    "flow.use_in_library": Sentence(
        "Only a flow places what other files hold. Write it out here, or place it in the flow."
    ),
    "flow.duplicate_library": Sentence(
        "There are two libraries called “{id}”. Give one of them another name."
    ),
    "flow.unknown_question": Sentence("There is no question “{text}”."),
    "flow.unknown_block": Sentence("The canvas has no block “{text}”."),
    "flow.block_without_canvas": Sentence(
        "This flow has no canvas. Add “canvas: business-model” at its top, or take the block away."
    ),
    "flow.block_off_grid": Sentence(
        "The block “{text}” reaches over the edge of the grid. Move it, or make it smaller."
    ),
    "flow.blocks_overlap": Sentence("The block “{text}” lies on top of “{other}”. Move one of the two."),
    "flow.name_from_no_text": Sentence("name_from wants the id of a text question. “{text}” isn't one."),
    "flow.pick_too_many": Sentence("{low} can't be chosen: there are only {found} options. Ask for fewer."),
    "flow.grid_no_field": Sentence(
        "These cards have no field “{text}”. A table needs two choices among their own fields."
    ),
    "flow.grid_no_choice": Sentence(
        "“{text}” can't be a side of a table. Name a choice of exactly one: “type: choice”, without “pick”."
    ),
    "flow.grid_on_card": Sentence(
        "What “{text}” offers hangs on the card itself, so no table can be drawn. Name another choice."
    ),
    "flow.grid_twice": Sentence("“{text}” is both rows and columns. Name another choice for one of them."),
    "flow.fit_weight": Sentence(
        "A reason needs a weight: from 1 to {most} where it speaks for the option, "
        "from -{most} to -1 where it speaks against it."
    ),
    "flow.plain_line": Sentence(
        "“{{{{ }}}}” is filled in behind “because:”, not here. Write plain words, the same for everybody."
    ),
    "flow.plain_words": Sentence(
        "Words are printed as they are, with their braces.",
        "Write “{id}” without “{{{{ }}}}”, and put what changes beside it in the template.",
    ),
    "flow.min_above_max": Sentence("The most ({max}) is below the least ({min}). Change one of the two."),
    "flow.suggestion_too_low": Sentence("The suggestion {value} is below the least, {least}. Suggest more."),
    "flow.suggestion_too_high": Sentence("The suggestion {value} is above the most, {most}. Suggest less."),
    "flow.suggestion_of_another_kind": Sentence(
        "This suggests a {kind}, and the answer is one of the options. Suggest one of them."
    ),
    "flow.suggestion_no_option": Sentence("The suggestion “{text}” isn't one of the options: {known}."),
    "flow.compute_circle": Sentence(
        "These values need each other, so none can be worked out: {circle}. Break the circle."
    ),
    "flow.compute_too_deep": Sentence(
        "This value hangs on more than {most} others, one behind the other. Make the chain shorter."
    ),
    "flow.money_as": Sentence(
        "This gives money, and “as: {unit}” shows it as something else. Write “as: money”."
    ),
    "flow.percent_as": Sentence(
        "This gives a percentage, and “as: {unit}” shows it as something else. Write “as: percent”."
    ),
    "flow.unknown_computed": Sentence("There is no computed value “{text}”. Name one from “compute:”."),
    "flow.moves_no_number": Sentence(
        "“{text}” is a {kind}, so nothing can be said to move it up or down. Name a number."
    ),
    "flow.varies_no_number": Sentence(
        "“{text}” isn't answered by a number, an amount or a percentage, so it can't go up or down."
    ),
    "flow.share_wanted": Sentence("Write how far to go up and down as a percentage below 100, such as 10%."),
    "flow.document_outside": Sentence(
        "“{text}” would land outside the folder for documents. Write a name such as plan.md."
    ),
    "flow.document_twice": Sentence(
        "Two documents are called “{text}”, and one would overwrite the other. Rename one."
    ),
    "migrate.above": Sentence(
        "This says what version {text} changed, and the flow is version {version}. Raise the flow's version."
    ),
    "migrate.twice": Sentence(
        "What version {text} changed is written in two places. Put both into one entry."
    ),
    "migrate.two_into_one": Sentence(
        "“{other}” becomes “{text}” too, and one place holds one answer. Rename one of the two."
    ),
    "migrate.renames_something": Sentence(
        "“{text}” is still asked, so its answers stay there. Take this line out, or rename it in the steps."
    ),
    "migrate.drops_something": Sentence(
        "“{text}” is still asked, so it isn't dropped. Take it out here, or out of the steps."
    ),
    "migrate.unknown": Sentence(
        "This flow asks for no “{text}”, and no later version says what became of it."
    ),
    "migrate.other_place": Sentence(
        "The answers of “{text}” can't go to “{now}”.",
        "A question becomes a question, and a field one of the same cards, "
        "such as segments.pain: segments.pains.",
    ),
    "migrate.not_one_answer": Sentence("“{text}” isn't one answer. Name its fields one by one."),
    "gallery.not_a_gallery": Sentence(
        "This file is no gallery. Begin it with “gallery:” and an id, and give it “groups:”."
    ),
    "gallery.empty": Sentence("This list is empty. Add an entry to it, or take what it belongs to away."),
    "gallery.too_long": Sentence(
        "This entry has more than {most} characters. Shorten it, or make several entries of it."
    ),
    "flow.not_found": Sentence("There is no flow “{text}”. Give a path, or one of these: {known}."),
    "flow.not_a_flow": Sentence(
        "This file is no flow. Begin it with “flow:” and an id, and give it “steps:”."
    ),
    "flow.is_library": Sentence(
        "This is a library: it begins with “lib:”. Name a flow that uses it instead."
    ),
    "flow.is_translation": Sentence(
        "This is a translation: it begins with “translation:”. Name its flow instead: both are checked."
    ),
    "flow.is_gallery": Sentence(
        "This is a gallery: it begins with “gallery:”. Name a flow that shows it instead."
    ),
    "name.asked_for_each": Sentence("“{name}” is asked once for each card.", "Write {loop}.{name}."),
    "include.not_found": Sentence(
        "There is no file “{text}” beside the flow or among the shipped ones. Check its name."
    ),
    "include.outside": Sentence("“{text}” lies outside the flow's folder. Copy it beside the flow."),
    "include.circle": Sentence("These files use each other in a circle: {circle}. Take one “use” away."),
    "include.too_many": Sentence("A flow may use at most {most} files. Put several into one."),
}
