"""The coach: hearing it, going where a finding is solved, saying why it is fine, letting it speak again."""

from __future__ import annotations

from wizard.core.intents import DismissFinding, WithdrawDismissal
from wizard.core.screen import FindingView
from wizard.core.tongue import t
from wizard.frontends.dialogue import phrases, telling
from wizard.frontends.dialogue.asker import Entry
from wizard.frontends.dialogue.prose import one_line
from wizard.frontends.dialogue.talk import Elsewhere, Talk


def hear_coach(talk: Talk, number: str) -> None:
    """All findings, then what was dismissed. number: of one that was typed already. Raises Elsewhere."""
    screen = talk.look()
    found = (*screen.findings, *screen.dismissed)
    if not screen.findings:
        talk.say(t(phrases.COACH_QUIET))
    if not found:
        return
    entries = [
        Entry(str(n), one_line(telling.finding_text(finding)), finding.source)
        for n, finding in enumerate(found, 1)
    ]
    text = number or talk.choose(t(phrases.COACH_PROMPT), entries)
    index = talk.pick_number(text, len(found)) if text else None
    if index is not None:
        _answer(talk, found[index])


def _answer(talk: Talk, finding: FindingView) -> None:
    word = talk.choose(one_line(finding.text), _ways(finding))
    match word:
        case "go" if finding.stop is not None:
            talk.workshop.jump(finding.stop, returning=True)
            raise Elsewhere
        case "fine":
            if talk.send(DismissFinding(finding.id, talk.ask_text(t(phrases.COACH_REASON)))).done:
                talk.say(t(phrases.COACH_DISMISSED))
        case "again":
            if talk.send(WithdrawDismissal(finding.id)).done:
                talk.say(t(phrases.COACH_SPEAKS))
        case "":
            pass
        case _:
            talk.unknown_word(word)


def _ways(finding: FindingView) -> list[Entry]:
    """What can be done about a finding."""
    ways = [Entry("go", t(phrases.COACH_GO))] if finding.stop is not None else []
    if finding.reason:
        ways.append(Entry("again", t(phrases.COACH_AGAIN)))
    elif finding.severity != "block":
        ways.append(Entry("fine", t(phrases.COACH_FINE)))
    return ways
