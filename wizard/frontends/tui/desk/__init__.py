"""The middle of the screen, where one answers: showing, then cards, then answers and the way on."""

from __future__ import annotations

from wizard.frontends.tui.desk.cards import RemovalDoubted
from wizard.frontends.tui.desk.desk import Desk, WayOut
from wizard.frontends.tui.desk.showing import TypingNoticed
from wizard.frontends.tui.desk.table import CellCrowded

__all__ = ["CellCrowded", "Desk", "RemovalDoubted", "TypingNoticed", "WayOut"]
