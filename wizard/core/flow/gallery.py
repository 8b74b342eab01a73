"""A gallery: what there is to learn from beside a flow, such as what others do. What its file may say.

Holds texts to read, in Markdown, and no expression: a gallery fits every workshop of its flow.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import msgspec

from wizard.core.expressions.parse import MAX_PROSE
from wizard.core.flow.build import in_order
from wizard.core.flow.model import FlowId
from wizard.core.flow.reading import Reader, Unreadable
from wizard.core.nodes import Mapping, Node, Sequence
from wizard.core.problems import Problem


class GalleryEntry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One thing to look at. text: Markdown; everything else is plain words. for_, against: a line each.

    tags: a few words each, to tell entries apart at a glance. try_: what the reader can do tomorrow.
    """

    title: str
    subtitle: str = ""
    tags: tuple[str, ...] = ()
    text: str = ""
    for_: tuple[str, ...] = msgspec.field(default=(), name="for")
    against: tuple[str, ...] = ()
    try_: str = msgspec.field(default="", name="try")


class GalleryGroup(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Entries of one kind. steps: ids of the steps in which they help most."""

    title: str
    steps: tuple[str, ...] = ()
    entries: tuple[GalleryEntry, ...]


class GalleryFile(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A gallery, as its author wrote it."""

    gallery: FlowId
    title: str = ""
    groups: tuple[GalleryGroup, ...]


class Gallery(msgspec.Struct, frozen=True):
    """All that a flow has to learn from, of one file or of several. Every group has an entry."""

    groups: tuple[GalleryGroup, ...] = ()

    def entries(self) -> Iterator[tuple[GalleryGroup, GalleryEntry]]:
        """Everything in the order in which it is walked through."""
        return ((group, entry) for group in self.groups for entry in group.entries)

    def fitting(self, step: str) -> int:
        """The number, from 0, of the first entry that fits a step; where none does, of the first one."""
        groups = [group for group, _ in self.entries()]
        return next((at for at, group in enumerate(groups) if step in group.steps), 0)

    def found(self, text: str) -> int | None:
        """The number, from 0, of the entry that a person names: by its own number from 1, or its title.

        The beginning of a title will do where only one begins so.
        """
        titles = [entry.title.casefold() for _, entry in self.entries()]
        wanted = text.strip().casefold()
        if wanted.isdecimal():
            return int(wanted) - 1 if len(wanted) < 8 and 1 <= int(wanted) <= len(titles) else None
        alike = [at for at, title in enumerate(titles) if title == wanted]
        alike = alike or [at for at, title in enumerate(titles) if title.startswith(wanted)]
        return alike[0] if len(alike) == 1 else None


NOTHING: Final = Gallery()


def gallery(file: str, lines: tuple[str, ...], node: Node) -> tuple[Gallery, tuple[Problem, ...]]:
    """What the text of a gallery says, as far as it can be read, and every problem in it."""
    reader = Reader()
    reader.file = file
    if not isinstance(node, Mapping) or not {"gallery", "groups"} & {key.text for key, _ in node.pairs}:
        reader.report("gallery.not_a_gallery", node.mark)
        return NOTHING, tuple(reader.problems)
    found = reader.read_file(GalleryFile, file, lines, node, {"gallery": "", "groups": ()})
    if isinstance(found, Unreadable):
        return NOTHING, in_order(reader.problems)
    _check_filled(reader, found, "groups")
    groups = tuple(whole for group in found.groups if (whole := _whole(reader, group)).entries)
    return Gallery(groups), in_order(reader.problems)


def _whole(reader: Reader, group: GalleryGroup) -> GalleryGroup:
    """The group without what is too long to be read."""
    _check_filled(reader, group, "entries")
    entries = []
    for entry in group.entries:
        if sum(len(text) for text in (entry.text, entry.try_, *entry.for_, *entry.against)) > MAX_PROSE:
            reader.report("gallery.too_long", reader.mark(entry), most=MAX_PROSE)
        else:
            entries.append(entry)
    return msgspec.structs.replace(group, entries=tuple(entries))


def _check_filled(reader: Reader, thing: GalleryFile | GalleryGroup, key: str) -> None:
    node = reader.node(thing, key)
    if isinstance(node, Sequence) and not node.items:
        reader.report("gallery.empty", node.mark)
