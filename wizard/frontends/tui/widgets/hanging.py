"""Hanging: a text beside a sign or a column, whose further lines begin below its first word. For lists."""

from __future__ import annotations

from textual.content import Content
from textual.css.styles import RulesMap
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual


class Hanging(Visual):
    """lead: what stands before the first line; as wide as it is, the lines below are indented."""

    def __init__(self, lead: Content, body: Content) -> None:
        self._lead = lead
        self._body = body
        self._indent = lead.cell_length

    @property
    def plain(self) -> str:
        """All of it as text, before it is broken into lines."""
        return self._lead.plain + self._body.plain

    def _room(self, width: int) -> int:
        return max(width - self._indent, 1)

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        return self._indent + self._body.get_optimal_width(rules, self._room(container_width))

    def get_height(self, rules: RulesMap, width: int) -> int:
        return self._body.get_height(rules, self._room(width))

    def render_strips(
        self, width: int, height: int | None, style: Style, options: RenderOptions
    ) -> list[Strip]:
        lines = self._body.render_strips(self._room(width), height, style, options)
        first = self._lead.render_strips(self._indent, 1, style, options)[:1]
        blank = Strip.blank(self._indent, style.rich_style)
        return [
            Strip.join([first[0] if first and n == 0 else blank, line]).adjust_cell_length(
                width, style.rich_style
            )
            for n, line in enumerate(lines)
        ]
