"""What stands above the answers of a file, and how plain things in it are read."""

from __future__ import annotations

import re
from datetime import date

import msgspec

from wizard.core.dates import read_date
from wizard.core.nodes import Mapping, Node, Scalar
from wizard.core.problems import Detail, Mark, Problem

RESERVED = ("flow", "version", "currency", "language", "today", "workshop")


class Header(msgspec.Struct, frozen=True):
    """What stands above the answers. Empty where the file doesn't say."""

    flow: str = ""
    currency: str = ""
    language: str = ""
    today: date | None = None
    name: str = ""


class Reading:
    """Collects problems; reads the plain things."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []

    def report(self, code: str, mark: Mark, /, **details: Detail) -> None:
        self.problems.append(Problem(code, details, mark=mark))

    def text(self, node: Node | None) -> str:
        """One value; '' where there is none, or something else stands there, which is reported."""
        if node is None or is_null(node):
            return ""
        if not isinstance(node, Scalar):
            self.report("answers.text_wanted", node.mark, text="this")
            return ""
        return node.text.strip()

    def header(self, node: Node | None) -> Header:
        if not isinstance(node, Mapping):
            if node is not None:
                self.report("answers.map_wanted", node.mark)
            return Header()
        texts = {key: self.text(node.get(key)) for key in ("flow", "currency", "language")}
        if texts["currency"] and not re.fullmatch("[A-Z]{3}", texts["currency"]):
            self.report("answers.currency", _mark(node, "currency"))
            texts["currency"] = ""
        today = read_date(self.text(node.get("today"))) if self.text(node.get("today")) else None
        if isinstance(today, Problem):
            self.report("answers.date", _mark(node, "today"))
            today = None
        about = node.get("workshop")
        name = self.text(about.get("name")) if isinstance(about, Mapping) else ""
        return Header(texts["flow"], texts["currency"], texts["language"], today, name)


def header_of(node: Node | None) -> tuple[Header, tuple[Problem, ...]]:
    """What stands above the answers, before anybody knows the flow."""
    reading = Reading()
    return reading.header(node), tuple(reading.problems)


def is_null(node: Node) -> bool:
    """Whether nothing was written: an empty value, `~` or `null` without quotes."""
    return isinstance(node, Scalar) and node.style == "plain" and node.text.lower() in ("", "~", "null")


def _mark(node: Mapping, key: str) -> Mark:
    found = node.get(key)
    return found.mark if found is not None else node.mark
