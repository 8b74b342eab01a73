"""How much one rendering may do. Counts steps, never time: the same template ends the same way everywhere."""

from __future__ import annotations

from wizard.adapters.render_jinja.mistakes import Mistake
from wizard.core.problems import problem

STEPS = 200_000
CHARACTERS_A_STEP = 64
ITEMS_A_STEP = 16


class Budget:
    """The steps that are left. A step is one item of a loop, one call, one operation.

    What a filter goes through by itself costs less: 16 items or 64 characters are one step.
    """

    def __init__(self, steps: int = STEPS) -> None:
        self.left = steps

    def spend(self, steps: int, characters: int = 0) -> None:
        """Take steps away; Mistake `document.too_much` when none are left."""
        self.left -= steps + characters // CHARACTERS_A_STEP
        if self.left < 0:
            raise Mistake(problem("document.too_much"))
