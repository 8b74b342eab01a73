"""The name that a person may have meant."""

from __future__ import annotations

from collections.abc import Iterable

from wizard.core.problems import Detail

MOST_COMPARED = 500
"""Among more names than a person would write, looking for a close one would take too long."""

_YAML_WORDS = {"yes": "true", "no": "false", "null": "none"}


def nearest(name: str, among: Iterable[str]) -> dict[str, Detail]:
    """The detail `near` with the closest of these names; empty where none is close."""
    # Here, because only mistakes need it.
    from difflib import get_close_matches  # noqa: PLC0415

    names = sorted(set(among))
    folded = {known.casefold(): known for known in names}
    if name.casefold() in folded:
        return {"near": folded[name.casefold()]}
    close = get_close_matches(name[:100], names, n=1) if len(names) <= MOST_COMPARED else []
    if close:
        return {"near": close[0]}
    return {"near": _YAML_WORDS[name]} if name in _YAML_WORDS else {}
