"""What came along into another workshop or version, and what didn't: the words behind each question."""

from __future__ import annotations

from wizard.core.tongue import mark, t, tn

NOTHING = mark("None of its answers is asked for here.")
BEGINS_WITH = mark("It begins with:")
STAYED_BEHIND = mark("This stayed behind:")
UNASKED = mark("This flow doesn't ask for:")
BREAKS_RULES = mark("To look at again:")
STANDS_ELSEWHERE = mark("This stands somewhere else now:")
READ_ANEW = mark("This is read in another way now:")
NOT_AS_BEFORE = mark("This isn't asked any more, or in another way:")

OTHER_KIND = mark("this flow asks for it in another way.")
OTHER_CURRENCY = mark("the amounts are in {was}, and here they are in {now}.")
NO_OPTION = mark("{text} isn't among the options here.")
NO_CARD = mark("it points at a card that isn't here.")
NO_CELL = mark("its row or column isn't here.")
NO_LOOP = mark("here each belongs to one of “{list}”, and these don't say to which.")
NO_ROW = mark("here it isn't asked which of “{list}” each belongs to.")
ANEW = mark("it is asked anew here.")
BESIDE_NOTHING = mark("what it stood beside isn't asked here.")

KEPT_UNSEEN = mark("this version doesn't ask for it. It is kept, and nothing shows it.")
BECAME_NOTE = mark("this version asks for it in another way. What was said is a note now.")
UNREADABLE = mark("{why} What was said is a note now.")
NOT_AMONG = mark("{text} isn't among the options any more. It is a note now.")
NO_LINE = mark("this version doesn't have its row or column. What was said is a note now.")
READ_AS = mark("“{was}” is {now} now.")
RENAMED = mark("now stands at “{now}”.")

A_NOTE = mark("the note at {what}")


def of_card(what: str, card: str) -> str:
    """A field of one card."""
    return t(mark("{what} of {card}"), what=what, card=card)


def of_cards(what: str, count: int) -> str:
    """A field of several cards."""
    return tn("{what} of {count} card", "{what} of {count} cards", count, what=what)


def cards(count: int) -> str:
    return tn("{count} card", "{count} cards", count)


def cells(count: int) -> str:
    return tn("{count} cell", "{count} cells", count)


def answers(count: int) -> str:
    return tn("{count} answer", "{count} answers", count)


def line(what: str, said: str) -> str:
    """A question, and what is said of it, if anything."""
    if not said:
        return what
    return f"{what} {said}" if what.endswith(("?", "!", ".", ":")) else f"{what}: {said}"
