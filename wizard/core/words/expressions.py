"""Sentences about expressions and the names in them. Knows nothing of how they are read."""

from __future__ import annotations

from wizard.core.words.sentence import Sentence

_WRITING: dict[str, Sentence] = {
    "expression.empty": Sentence("Nothing stands here. Write an expression, such as stage == 'idea'."),
    "expression.too_long": Sentence(
        "This is longer than {limit} characters. Make it shorter, or move a part of it into compute."
    ),
    "expression.too_deep": Sentence(
        "This is nested more than {limit} deep. Move a part of it into compute and use its name here."
    ),
    "expression.braces": Sentence(
        "Leave out the braces: this is an expression already.",
        "{{{{ }}}} is only for text, around a name in it.",
    ),
    "expression.braces_open": Sentence("These braces are never closed. Put }}}} behind the expression."),
    "expression.braces_dash": Sentence(
        "Leave out the dash beside the braces.", "For a minus, put a space between it and the braces."
    ),
    "expression.statement": Sentence(
        "Text can't hold {{% %}}. Write an expression in {{{{ }}}}, such as {{{{ 'yes' if b2b else 'no' }}}}."
    ),
    "expression.comment": Sentence(
        "Text can't hold {{# #}}. For a remark, write a line that begins with # in the file."
    ),
    "expression.single_equals": Sentence("Write == to compare: “{found}” means nothing here."),
    "expression.named_argument": Sentence(
        "Write only the value between the brackets, without its name and =."
    ),
    "expression.and_sign": Sentence("Write the word “and” in place of “{found}”."),
    "expression.or_sign": Sentence("Write the word “or” in place of “{found}”."),
    "expression.not_sign": Sentence("Write the word “not” in place of “{found}”, or != for “differs from”."),
    "expression.if_without_else": Sentence("Say what it is otherwise: add “else” and a value behind this."),
    "expression.quote_open": Sentence("This quote is never closed. Put another {found} behind the text."),
    "expression.curly_quotes": Sentence("Write straight quotes, like 'idea', in place of “{found}”."),
    "expression.character": Sentence(
        "An expression can't hold “{found}”. Take it out, or put quotes around text."
    ),
    "expression.number_too_long": Sentence("This number is longer than {limit} digits. Write a shorter one."),
    "expression.percent_sign": Sentence(
        "A percentage is a fraction in expressions: write {fraction}, not {written}%."
    ),
    "expression.unfinished": Sentence(
        "Something is missing after “{last}”. Finish the expression, or take it out."
    ),
    "expression.syntax": Sentence(
        "“{found}” can't follow what stands before it. Check the signs there, and the quotes around text."
    ),
    "expression.call": Sentence(
        "“{name}(...)” can't be used here. Work on a value with a filter behind a bar, as in segments|count."
    ),
    "expression.call_filter": Sentence("Put “{name}” behind a value, with a bar between them: value|{name}."),
    "expression.call_value": Sentence(
        "A value can't be followed by brackets. Put a sign or a bar between them."
    ),
    "expression.index": Sentence(
        "Nothing can be picked by its position or with square brackets.",
        "Write a dot for a field, as in seg.size, or |first and |last for a list.",
    ),
    "expression.dot_after_filter": Sentence(
        "Put brackets around what stands before the dot, like this: (segments|first).name."
    ),
    "expression.power": Sentence("There is no ** here. Multiply instead, as in x * x."),
    "expression.star_argument": Sentence(
        "Write the values between the brackets one by one, without * or names."
    ),
    "expression.not_supported": Sentence("This can't be said in an expression. Write it in a simpler way."),
}

_NAMES: dict[str, Sentence] = {
    "name.unknown": Sentence(
        "Nothing is called “{name}”. Use the id of a question, an option set or a computed value."
    ),
    "name.later": Sentence("“{name}” is asked later, so it is still unknown here. Move one of the two."),
    "name.loop_outside": Sentence("“{name}” is only known inside the step “{step}”. Use it there."),
    "name.sibling": Sentence("“{name}” is a field of this card: say so with “card.” before it."),
    "name.not_here": Sentence("“{name}” can't be used here: there is nothing that it would stand for."),
    "expression.unknown_field": Sentence("There is no field called “{field}”. Use one that its card has."),
    "expression.field_not_common": Sentence(
        "Not every card here has a field called “{field}”: those of {questions} lack it.",
        "Use a field that all of them have; face always works.",
    ),
    "expression.no_fields": Sentence("A {kind} has no fields, so “.{field}” can't follow it. Take it away."),
    "expression.unknown_filter": Sentence(
        "There is no filter called “{name}”. Use one from the list in the docs."
    ),
    "expression.unknown_test": Sentence(
        "Nothing called “{name}” can follow “is”. Use one from the list in the docs, such as defined."
    ),
    "expression.option_needs_quotes": Sentence("Put quotes around the option: '{option}'."),
    "expression.no_such_option": Sentence("There is no option “{option}” here. The options are {options}."),
}

_KINDS: dict[str, Sentence] = {
    "expression.cannot_compare": Sentence(
        "A {left} can't be compared with a {right}. Compare two of a kind; for a list, perhaps with |count."
    ),
    "expression.cards_differ": Sentence(
        "A card of {left} is never one of {right}. Compare it with something that links to {left}."
    ),
    "expression.no_order": Sentence(
        "A {kind} has no order, so “{sign}” can't be used. Use == or != instead."
    ),
    "expression.compare_none": Sentence(
        "Nothing equals none. Write “is defined” or “is not defined” to ask for an answer."
    ),
    "expression.in_needs_list": Sentence(
        "“in” needs a list behind it, and this is a {kind}. Use == instead."
    ),
    "expression.percent_is_fraction": Sentence(
        "Percentages are fractions here: {number} is {hundredfold}%. For {number}%, write {fraction}."
    ),
    "expression.units_compared": Sentence(
        "One of these is money and the other a percentage, so neither is ever the larger. "
        "Compare two of a kind."
    ),
    "expression.units_added": Sentence(
        "Money and a percentage can't be put together with “{sign}”.",
        "For a share of an amount, multiply the two.",
    ),
    "expression.no_arithmetic": Sentence(
        "A {kind} can't be used with “{sign}”. Use numbers; texts are put together with ~."
    ),
    "expression.cannot_show": Sentence(
        "A {kind} can't stand in text. Pick something of it with a dot or a filter."
    ),
    "expression.wants_condition": Sentence("This is a {kind}. Write something that is true or false."),
    "expression.wants_number": Sentence("A number is needed here, and this is a {kind}."),
    "expression.wants_text": Sentence("A text is needed here, and this is a {kind}."),
    "expression.wants_date": Sentence("A date is needed here, and this is a {kind}."),
    "expression.wants_list": Sentence("A list is needed here, and this is a {kind}."),
    "expression.wants_cards": Sentence(
        "Cards are needed here, and this is a {kind}. Name a question of cards."
    ),
}

_FILTERS: dict[str, Sentence] = {
    "expression.filter_takes_list": Sentence("“{name}” works on a list, and this is a {kind}."),
    "expression.filter_takes_cards": Sentence("“{name}” works on cards, and this is a {kind}."),
    "expression.filter_takes_numbers": Sentence(
        "“{name}” works on a list of numbers, and this is a {kind}. Name a field, as in segments.size|{name}."
    ),
    "expression.filter_takes_ordered": Sentence(
        "“{name}” works on a list of numbers or dates, and this is a {kind}. "
        "Name a field, as in segments.size|{name}."
    ),
    "expression.filter_takes_list_or_text": Sentence(
        "“{name}” works on a list or a text, and this is a {kind}."
    ),
    "expression.filter_takes_text": Sentence("“{name}” works on a text, and this is a {kind}."),
    "expression.filter_takes_number": Sentence("“{name}” works on a number, and this is a {kind}."),
    "expression.filter_takes_amount": Sentence(
        "“{name}” works on money and plain numbers, and this is none.",
        "For a share that leaves in each period, write |rate_a_month(...).",
    ),
    "expression.filter_takes_share": Sentence(
        "“{name}” works on a share that leaves, such as a percentage, and this is none.",
        "For an amount, write |a_month(...).",
    ),
    "expression.filter_takes_matrix": Sentence("“{name}” works on a matrix, and this is a {kind}."),
    "expression.argument_count": Sentence("“{name}” is written {written}. Give it as many values as that."),
    "expression.argument_text": Sentence(
        "A text is needed here, and this is a {kind}. Put quotes around it."
    ),
    "expression.argument_number": Sentence("A number is needed here, and this is a {kind}."),
    "expression.argument_card": Sentence("A card or an option is needed here, and this is a {kind}."),
    "expression.argument_period": Sentence(
        "A period is needed here, and this is a {kind}. Write one in quotes, or name a choice: {known}."
    ),
    "expression.unknown_period": Sentence("“{name}” is no period. These are: {known}."),
    "expression.no_period": Sentence(
        "None of these options is a period: {options}. Give some of them these ids: {known}."
    ),
    "expression.field_in_quotes": Sentence("Write the name of the field in quotes, as in 'size'."),
}

SENTENCES: dict[str, Sentence] = {**_WRITING, **_NAMES, **_KINDS, **_FILTERS}
