"""Text that stays text inside a Mermaid diagram. Must not know answers, nor the document around it.

A label is read back as these words, whatever somebody typed: it ends nothing, begins nothing, sets nothing.
"""

from __future__ import annotations

import re

from wizard.core.controls import one_line, visible

MOST = 40
"""Characters of a label, where nobody says otherwise: more would run into its neighbours."""

# What Mermaid takes for more than a letter even between quotes, and what looks most like it and is none: ends
# of the label, its own Markdown, tags, entities such as #9829; and settings such as %%{init}%%.
_HARMLESS = str.maketrans({'"': "”", "`": "’", "<": "‹", ">": "›", "#": "＃", "&": "＆", "\\": "⧵"})
_SETTINGS = re.compile("%(?=%)")


def label(text: str, most: int = MOST) -> str:
    """The text in double quotes, on one line and at most so many characters long; "…" where it was cut."""
    line = _SETTINGS.sub("% ", one_line(visible(text)).translate(_HARMLESS))
    return f'"{line if len(line) <= most else line[: most - 1].rstrip() + "…"}"'
