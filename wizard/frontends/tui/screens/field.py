"""FieldScreen: one answer of a card, changed above the numbers that it went into, as CardScreen does it."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.binding import BindingType

from wizard.core.tongue import mark
from wizard.frontends.tui.keys import GOING, Act, bindings
from wizard.frontends.tui.screens import card
from wizard.frontends.tui.screens.card import CardScreen
from wizard.frontends.tui.walk import Walk

_BACK = (
    Act("close", "escape", "esc", "numbers", "Back to the numbers", "Everything is saved", GOING),
    Act("field(1)", "tab", "tab", "next field", "Next field", "Or back to the numbers", GOING, False),
)
ACTS = tuple(next((ours for ours in _BACK if ours.action == act.action), act) for act in card.ACTS)


class FieldScreen(CardScreen):
    """The card of an answer, open at it. Answering leads back to where the numbers are."""

    ENTER = mark("done")
    ACTS: ClassVar[tuple[Act, ...]] = ACTS
    BINDINGS: ClassVar[list[BindingType]] = bindings(ACTS)

    def __init__(self, walk: Walk, card: str, field: int, typing_below: Callable[[], bool]) -> None:
        super().__init__(walk, card, typing_below, field)
        self._tabbing = False

    async def action_field(self, by: int) -> None:
        self._tabbing = True
        await super().action_field(by)
        self._tabbing = False

    async def _to_field(self, by: int) -> None:
        """To another field with tab; who has answered has done what they came for."""
        if self._tabbing:
            await super()._to_field(by)
        else:
            self.dismiss(False)
