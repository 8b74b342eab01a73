"""TooSmall: the one line that is said where a terminal has too little room for anything else."""

from __future__ import annotations

from textual.widgets import Static

from wizard.core.tongue import t


class TooSmall(Static):
    """Lies above everything. What is below it stays as it is, with the cursor where it was."""

    def __init__(self) -> None:
        super().__init__(t("This needs 40 columns and 12 lines."), markup=False)
