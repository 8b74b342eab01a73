"""New ids: short, without look-alikes, and nobody else has them."""

from __future__ import annotations

import os

_LETTERS = "abcdefghijkmnpqrstuvwxyz23456789"


def new_id() -> str:
    """Ten letters and digits; two are the same once in 10^15."""
    return "".join(_LETTERS[byte % len(_LETTERS)] for byte in os.urandom(10))
