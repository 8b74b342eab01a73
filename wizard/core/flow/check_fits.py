"""Checks what options say for themselves: how well they fit, and why. Reports; knows no answers."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from wizard.core.expressions.check import check, check_wanted
from wizard.core.flow.model import Fit, Option
from wizard.core.flow.names import Here
from wizard.core.flow.reading import Reader
from wizard.core.problems import Mark, Problem

HEAVIEST = Decimal(5)
"""A reason weighs at most so much, for or against."""
_NO_CARD = "name.not_here"
_UNKNOWN_FIELDS = frozenset(("expression.unknown_field", "expression.field_not_common"))


class FitChecks:
    """The checks of `for`, `against`, `example` and `fits`.

    A reason may speak of what is there in some of the places where its options are chosen, and not in others:
    it counts for nothing there. Where nothing that it speaks of is there anywhere, its author made a mistake,
    unless it stands in a file that lends it to many flows.
    """

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        # Reasons, by the ids of their objects.
        self._told: set[int] = set()
        self._understood: set[int] = set()
        self._doubted: dict[int, tuple[Problem, ...]] = {}

    def check_advice(self, options: Mapping[str, Option]) -> None:
        """Check what is the same wherever these options are used."""
        for option in options.values():
            for key, lines in (("for", option.for_), ("against", option.against)):
                for line in lines:
                    if "{{" in line:
                        self.reader.report("flow.plain_line", self.reader.key_mark(option, key, line))
            if "{{" in option.example:
                self.reader.report("flow.plain_line", self.reader.mark(option, "example"))
            for fit in option.fits:
                if not fit.weight or abs(fit.weight) > HEAVIEST:
                    self.reader.report("flow.fit_weight", self.reader.mark(fit, "weight"), most=HEAVIEST)

    def check_reasons(self, options: Mapping[str, Option], here: Here, used: Mark) -> None:
        """Hold every reason against the names of a place where one of these options is chosen.

        used: where that is written.
        """
        for option in options.values():
            for fit in option.fits:
                if not self.reader.is_full:
                    self._check_reason(fit, here, used)

    def _check_reason(self, fit: Fit, here: Here, used: Mark) -> None:
        problems = _problems(fit, here)
        unknown = tuple(found for found in problems if _says_unknown(found))
        if id(fit) not in self._told and len(unknown) < len(problems):
            self._told.add(id(fit))
            self.reader.add(found for found in problems if found not in unknown)
        if not unknown:
            self._understood.add(id(fit))
        elif fit.when.mark.file == used.file and _says_more(unknown, self._doubted.get(id(fit))):
            self._doubted[id(fit)] = unknown

    def end(self) -> None:
        """Tell of the reasons that nothing in the flow makes sense of."""
        for fit, problems in self._doubted.items():
            if fit not in self._understood:
                self.reader.add(problems)


def _problems(fit: Fit, here: Here) -> tuple[Problem, ...]:
    kind, in_when = check(fit.when, here)
    mistake = check_wanted(fit.when, kind, "condition")
    _, in_because = check(fit.because, here)
    return (*in_when, *((mistake,) if mistake is not None else ()), *in_because)


def _says_unknown(found: Problem) -> bool:
    """Whether a problem is that something isn't there."""
    return found.code.startswith("name.") or found.code in _UNKNOWN_FIELDS


def _says_more(found: tuple[Problem, ...], known: tuple[Problem, ...] | None) -> bool:
    """Whether problems help more than those of another place: that there is no card helps least."""
    return known is None or (known[0].code == _NO_CARD and found[0].code != _NO_CARD)
