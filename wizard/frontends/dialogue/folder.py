"""The folder that is offered for documents. Must not touch any disk."""

from __future__ import annotations

import re


def folder_named(name: str) -> str:
    """A folder's name that every system takes, after the venture."""
    return re.sub(r"[^\w]+", "-", name.casefold()).strip("-_")[:60] or "canvas"
