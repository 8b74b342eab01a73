"""The command `:learn`: the teaching of a step, and the gallery of the flow. Must not know who reads it."""

from __future__ import annotations

from collections.abc import Iterator

from wizard.core.flow.gallery import Gallery, GalleryEntry
from wizard.core.tongue import t
from wizard.core.words.report import report
from wizard.frontends.dialogue import phrases
from wizard.frontends.dialogue.asker import Entry
from wizard.frontends.dialogue.prose import one_line, readable
from wizard.frontends.dialogue.talk import Talk


def learn(talk: Talk, wanted: str) -> None:
    """Say what there is to learn at the step at hand. wanted: number or title of an entry, said at once."""
    gallery, problems = talk.workshop.gallery()
    if not wanted:
        talk.say(readable(talk.look().teach) or t(phrases.NO_TEACHING))
        talk.say(*(report(problem, None) for problem in problems))
        if not gallery.groups:
            return
        talk.say("", *_groups(gallery))
        titles = [entry for _, entry in gallery.entries()]
        entries = [Entry(str(n), one_line(e.title), one_line(e.subtitle)) for n, e in enumerate(titles, 1)]
        wanted = talk.choose(t(phrases.GALLERY_PROMPT), entries)
        if not wanted:
            return
    found = gallery.found(wanted)
    if found is None:
        talk.refuse(t(phrases.NOT_IN_GALLERY, text=wanted))
    else:
        talk.say("", *entry_lines([*gallery.entries()][found][1]))


def _groups(gallery: Gallery) -> Iterator[str]:
    """What belongs together."""
    for group in gallery.groups:
        form = phrases.GALLERY_GROUP if len(group.entries) > 1 else phrases.GALLERY_ALONE
        first, last = one_line(group.entries[0].title), one_line(group.entries[-1].title)
        yield t(form, title=one_line(group.title), first=first, last=last)


def entry_lines(entry: GalleryEntry) -> Iterator[str]:
    """An entry in words."""
    tags = ", ".join(entry.tags)
    parts = (entry.title, entry.subtitle, tags[:1].upper() + tags[1:])
    yield " ".join(f"{one_line(part).rstrip('.')}." for part in parts if part)
    if entry.text:
        yield from ("", readable(entry.text))
    for heading, points in (
        (t(phrases.GALLERY_FOR), entry.for_),
        (t(phrases.GALLERY_AGAINST), entry.against),
    ):
        if points:
            yield from ("", heading, *(f"- {one_line(point)}" for point in points))
    if entry.try_:
        yield from ("", t(phrases.GALLERY_TRY, text=one_line(entry.try_)))
