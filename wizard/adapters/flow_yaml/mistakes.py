"""A syntax error of PyYAML as a problem of ours, by its cause. Knows the parsers' words; nobody else does.

Both parsers, libyaml's and the one in Python, say nearly the same at nearly the same place. Which mistake a
person made is read from the file around that place; the parser's words only narrow it down.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

import msgspec
import yaml

from wizard.adapters.flow_yaml.text import line_at, mark_at, shortened
from wizard.core.problems import Detail, Mark, Problem, problem

TAG = re.compile(r"![^\s,\[\]{}]*")

_START = r"[ \t]*(?:- +)*"
_KEY = r"[^\s:'\"\[\]{},#&*!|>@`%?-][^\s:'\"\[\]{},]*"
_VALUE = re.compile(rf"{_START}(?:{_KEY}[ \t]*:[ \t]+)?")
_KEY_AND_TEXT = re.compile(rf"{_START}(?P<key>{_KEY}:|-) +(?P<text>\S.*)")
_LOOKS_LIKE_KEY = re.compile(rf"{_START}{_KEY}:(?:\s|$)")
_TOO_LARGE_ESCAPE = re.compile(r"\\U(?!000|0010)[0-9A-Fa-f]{8}")
_EXAMPLE = 'ask: "Who pays, and why?"'
_WIDTH = 60
_LONGEST_LINE = 500


class _Cause(msgspec.Struct, frozen=True):
    """What was done wrong. index: of the character to point at."""

    code: str
    index: int
    details: dict[str, Detail] = {}


class _Failure(NamedTuple):
    """Where and how a parser gave up. at: where. since: where began what it was reading then, if known.

    says, reading: its words for both. quoted: (start, end) of the quoted text just before, if there was one.
    """

    text: str
    at: int
    since: int | None
    says: str
    reading: str
    quoted: tuple[int, int] | None

    @property
    def line(self) -> str:
        return line_at(self.text, self.at)[0]

    @property
    def before(self) -> str:
        """The line up to the place."""
        return self.text[line_at(self.text, self.at)[1] : self.at]

    @property
    def character(self) -> str:
        return self.text[self.at : self.at + 1]

    @property
    def start(self) -> int:
        return self.at if self.since is None else self.since


def syntax_problem(error: Exception, text: str, file: str, quoted: tuple[int, int] | None) -> Problem:
    """What a person did that made the parser give up, and where.

    text: as the parser got it. quoted: (start, end) of the quoted text that it read last, if it did.
    """
    if not isinstance(error, yaml.MarkedYAMLError) or error.problem_mark is None:
        return _unmarked_problem(text, file)
    at = min(error.problem_mark.index, len(text))
    since = error.context_mark.index if error.context_mark else None
    failure = _Failure(text, at, since, error.problem or "", error.context or "", quoted)
    for recognised in _CAUSES:
        cause = recognised(failure)
        if cause:
            break
    else:
        cause = _unreadable(failure)
    if cause.code == "yaml.braces":
        return braces_problem(text, cause.index, mark_at(text, cause.index, file))
    instead = _quoted_line(text, cause.index, brackets_too=cause.code == "yaml.after_bracket")
    mark = mark_at(text, cause.index, file)
    return Problem(cause.code, {"instead": instead, **cause.details}, mark=mark)


def braces_problem(text: str, index: int, mark: Mark) -> Problem:
    """Unquoted `{{` at that index."""
    return problem("yaml.braces", mark=mark, braces="{{ }}", instead=_quoted_line(text, index))


def _unmarked_problem(text: str, file: str) -> Problem:
    """What only the Python parser stumbles over without saying where: an escape past Unicode."""
    found = _TOO_LARGE_ESCAPE.search(text)
    if found:
        return problem("yaml.escape", mark=mark_at(text, found.start(), file), escape=found[0][:2])
    return problem("yaml.unreadable", mark=Mark(file, 1, 1), found=shortened(text[:100], 20))


def _quoted_line(text: str, index: int, *, brackets_too: bool = False) -> str:
    """How the line there reads with its text in double quotes; an example where that can't be told.

    brackets_too: what starts with a bracket is meant as text, not as a list or a mapping.
    """
    # Never look at more of a line than this: there may be thousands of mistakes in one long line.
    first, last = max(0, index - _LONGEST_LINE), index + _LONGEST_LINE
    line, start = line_at(text[first:last], index - first)
    whole = (first == 0 or start > 0) and (last >= len(text) or first + start + len(line) < last)
    found = _KEY_AND_TEXT.fullmatch(line.rstrip()) if whole else None
    if not found:
        return _EXAMPLE
    text = found["text"]
    if text[0] in "[{" and not text.startswith("{{") and not brackets_too:
        return _EXAMPLE
    if len(text) > 1 and text[0] == text[-1] and text[0] in "'\"":
        text = text[1:-1]
    escaped = shortened(text.replace("\\", "\\\\").replace('"', '\\"'), _WIDTH)
    return f'{found["key"]} "{escaped}"'


def _braces(failure: _Failure) -> _Cause | None:
    """`ask: {{ name }}, who pays?`: YAML takes the braces for the start of a mapping."""
    text = failure.text
    for place in (failure.at,) if "block" in failure.reading else (failure.at, failure.start):
        line, start = line_at(text, place)
        value = _VALUE.match(line)
        if value and line.startswith("{{", value.end()):
            return _Cause("yaml.braces", start + value.end())
        for index in (place, place - 1):
            if index >= 0 and text.startswith("{{", index):
                return _Cause("yaml.braces", index)
    opening = failure.before.rfind("{{")
    if opening >= 0 and failure.before.rstrip().endswith("}}") and '"' not in failure.before[opening:]:
        return _Cause("yaml.braces", failure.at - len(failure.before) + opening)
    return None


def _quotes(failure: _Failure) -> _Cause | None:
    if "quoted scalar" not in failure.reading:
        return None
    if "escape" in failure.says or "hexdecimal" in failure.says:
        index = failure.text.rfind("\\", 0, failure.at + 1)
        return _Cause("yaml.escape", index, {"escape": failure.text[index : index + 2].strip()})
    return _Cause("yaml.quote_open", failure.start, {"quote": failure.text[failure.start]})


def _tab(failure: _Failure) -> _Cause | None:
    line, start = line_at(failure.text, failure.at)
    indentation = line[: len(line) - len(line.lstrip())]
    if "\t" in indentation and "flow" not in failure.reading:
        return _Cause("yaml.tab", start + indentation.index("\t"))
    return _Cause("yaml.tab", failure.at) if failure.character == "\t" else None


def _text_after_quote(failure: _Failure) -> _Cause | None:
    """`'it's'`, or a quote that was never closed and ends where the next one begins."""
    if failure.quoted is None or "\n" in failure.text[failure.quoted[1] : failure.at]:
        return None
    start, end = failure.quoted
    _, line_break, last_line = failure.text[start:end].rpartition("\n")
    if line_break and _LOOKS_LIKE_KEY.match(last_line):
        return _Cause("yaml.quote_open", start, {"quote": failure.text[start]})
    if failure.character in {"", "\n", ":", ",", "]", "}", "{", "["}:
        return None
    return _Cause("yaml.after_quote", failure.at, {"quote": failure.text[start]})


def _colon_missing(failure: _Failure) -> _Cause | None:
    return (
        _Cause("yaml.colon_missing", failure.start) if "could not find expected ':'" in failure.says else None
    )


def _colon(failure: _Failure) -> _Cause | None:
    """`ask: One thing: who pays?`, or a line that starts too far right, or one above that lacks its colon."""
    if "mapping values are not allowed" not in failure.says:
        return None
    if not _LOOKS_LIKE_KEY.fullmatch(failure.before + ":"):
        return _Cause("yaml.colon", failure.at)
    indentation = len(failure.before) - len(failure.before.lstrip())
    above = failure.text[: failure.at - len(failure.before)].rstrip()
    line, start = line_at(above, len(above))
    above_indentation = len(line) - len(line.lstrip())
    if line and above_indentation >= indentation:
        return _Cause("yaml.colon_missing", start + above_indentation)
    return _Cause("yaml.indentation", failure.at - len(failure.before) + indentation)


def _tag(failure: _Failure) -> _Cause | None:
    if "tag" not in failure.reading and "tag handle" not in failure.says:
        return None
    found = TAG.match(failure.text, failure.start)
    return _Cause("yaml.tag", failure.start, {"tag": shortened(found[0] if found else "!")})


def _reserved(failure: _Failure) -> _Cause | None:
    """Text that begins with a character that means something in YAML."""
    if any(what in failure.reading for what in ("alias", "anchor", "block scalar", "directive")):
        return _starting_with(failure, failure.start)
    if "cannot start any token" in failure.says:
        return _starting_with(failure, failure.at)
    if "not allowed" in failure.says or ("node content" in failure.says and "block" in failure.reading):
        return _starting_with(failure, failure.at)
    line, start = line_at(failure.text, failure.at)
    value = _VALUE.match(line)
    if value and start + value.end() < failure.at and line[value.end()] in "*&!":
        return _starting_with(failure, start + value.end())
    return None


def _bracket(failure: _Failure) -> _Cause | None:
    """`[one, two` without its end, or a bracket in the middle of a text."""
    if "flow" not in failure.reading:
        return None
    start = failure.start if failure.start < failure.at else _last_opening(failure)
    if start is None or ("node content" in failure.says and failure.character):
        return None
    opening = _Cause("yaml.bracket_open", start, {"bracket": failure.text[start]})
    is_later = "\n" in failure.text[start : failure.at]
    begins_line = not failure.before.strip(" \t-")
    if failure.character == ":":
        key_begins_line = _LOOKS_LIKE_KEY.fullmatch(failure.before + ":")
        return opening if is_later and key_begins_line else _Cause("yaml.colon", failure.at)
    if failure.character in {"", "]", "}"} or (is_later and begins_line):
        return opening
    if failure.character in {"[", "{"}:
        return _Cause("yaml.bracket_in_text", failure.at, {"bracket": failure.character})
    return None


def _last_opening(failure: _Failure) -> int | None:
    """The last bracket before the place that has no partner."""
    closed = 0
    for index in range(failure.at - 1, -1, -1):
        if failure.text[index] in "]}":
            closed += 1
        elif failure.text[index] in "[{":
            if closed == 0:
                return index
            closed -= 1
    return None


def _misplaced(failure: _Failure) -> _Cause | None:
    """A line that lines up with nothing, a bracket too many, or text after a bracket."""
    if failure.character and failure.character in "]}":
        return _Cause("yaml.bracket_extra", failure.at, {"bracket": failure.character})
    if failure.character == ":":
        return _Cause("yaml.key_not_text", failure.at)
    before = failure.before.rstrip()
    if not before:
        above = failure.text[: failure.at].rstrip()
        if line_at(above, len(above))[0] == "...":
            return _Cause("yaml.several_documents", failure.at)
        return _Cause("yaml.indentation", failure.at)
    if before[-1] in "]}":
        return _Cause("yaml.after_bracket", failure.at, {"bracket": before[-1]})
    return None


def _unreadable(failure: _Failure) -> _Cause:
    found = shortened(failure.text[failure.at : failure.at + 100], 20)
    return _Cause("yaml.unreadable", failure.at, {"found": found})


def _starting_with(failure: _Failure, index: int) -> _Cause:
    return _Cause("yaml.reserved_character", index, {"character": failure.text[index : index + 1]})


# The first that recognises the mistake names it: what explains more comes first.
_CAUSES: tuple[Callable[[_Failure], _Cause | None], ...] = (
    _braces,
    _quotes,
    _tab,
    _text_after_quote,
    _colon_missing,
    _colon,
    _tag,
    _reserved,
    _bracket,
    _misplaced,
)
