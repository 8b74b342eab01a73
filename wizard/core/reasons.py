"""Why an option fits, as front ends may show it. Knows no rule."""

from __future__ import annotations

import msgspec


class ReasonView(msgspec.Struct, frozen=True):
    """One reason. weight: such as `+2`, with a real minus where it speaks against."""

    weight: str
    text: str
