"""Finds flow files and what they use, on disk or in what a workshop kept. Knows nothing of what they mean."""

from __future__ import annotations

import hashlib
import re
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from wizard.adapters.built_flows import BuiltFlows
from wizard.adapters.flow_texts import (
    MOST_BYTES,
    MOST_FILES,
    TRANSLATIONS,
    Find,
    Found,
    is_file,
    languages,
    look,
    read_text,
    translation_in,
)
from wizard.adapters.flow_yaml import decode, read
from wizard.adapters.resources import flows_folder, templates_folder
from wizard.core.languages import language_of, offered
from wizard.core.nodes import Mapping, Node, Scalar
from wizard.core.problems import Mark, Problem, problem
from wizard.ports import LoadedFlow, Renderer

if TYPE_CHECKING:
    from wizard.adapters.private_folder import PrivateFolder
    from wizard.core.flow.flow import Flow
    from wizard.core.flow.gallery import Gallery

# What reads, builds and checks a flow is imported for those that weren't built before.
# ruff: noqa: PLC0415


_VERSION = re.compile(r"""^version:[ \t]*["']?([^"'#\n]*?)["']?[ \t]*(?:#.*)?$""", re.MULTILINE)
"""How our own flows write their version; a test holds it against what is read of them."""


class Kept(msgspec.Struct, frozen=True):
    """What a flow was built from. files: name -> text of YAML; templates: those beside the flow.

    language: of the translation, where there is one.
    """

    main: str
    files: dict[str, str]
    templates: dict[str, str] = {}
    language: str | msgspec.UnsetType = msgspec.UNSET


class _Outcome(NamedTuple):
    """What a flow file came to. texts: name -> text of all that was read. templates: see `Built`."""

    flow: Flow | None
    texts: dict[str, str]
    problems: tuple[Problem, ...]
    templates: tuple[tuple[str, Mark], ...] = ()


class FlowFiles:
    """The flows of this program and of its user. kept: for what need not be made anew."""

    def __init__(
        self, shipped: Path | None = None, templates: Path | None = None, kept: PrivateFolder | None = None
    ) -> None:
        self._shipped = shipped or flows_folder()
        self._templates = templates or templates_folder()
        self._kept = kept
        self._known: dict[str, LoadedFlow] = {}

    def shipped(self) -> tuple[str, ...]:
        return tuple(sorted(path.stem for path in self._shipped.glob("*.yaml")))

    def version(self, flow: str) -> str | None:
        path = self._shipped / f"{flow}.yaml"
        if flow not in self.shipped() or isinstance(text := read_text(path, path.name), Problem):
            return None
        found = _VERSION.search(text)
        return found[1] if found is not None else "1"

    def example(self, flow: str, language: str = "") -> str | None:
        found: dict[str, str] = {}
        for path in sorted((self._shipped / "examples").glob("*.yaml")):
            node, _ = self.answers(str(path))
            if isinstance(node, Mapping) and _says(node, "flow") == flow:
                found.setdefault(_says(node, "language"), str(path))
        return found.get(offered(language, found)) or found.get("") or next(iter(found.values()), None)

    def answers(self, path: str) -> tuple[Node | None, tuple[Problem, ...]]:
        found = self.text(path)
        return (None, (found,)) if isinstance(found, Problem) else read(found, path)

    def text(self, path: str) -> str | Problem:
        """The text of any file that a person names; `-` is standard input."""
        if path == "-":
            return decode(sys.stdin.buffer.read(MOST_BYTES), path)
        return read_text(Path(path), path)

    def lines(self, file: str) -> tuple[str, ...] | None:
        """The lines of a file that a problem names, to show the one that it is about."""
        from wizard.core.flow.reading import lines_of

        for folder in (Path(), self._shipped, self._templates):
            try:
                return lines_of((folder / file).read_bytes()[:MOST_BYTES].decode("utf-8-sig", "replace"))
            except OSError:
                continue
        return None

    def load(self, reference: str, language: str = "") -> LoadedFlow | tuple[Problem, ...]:
        path = self._path(reference)
        if path is None:
            return (self._not_found(reference),)
        return self.checked(path, reference if path == Path(reference) else path.name, language)

    def _not_found(self, reference: str) -> Problem:
        from wizard.core.flow.reporting import near

        known = self.shipped()
        return problem("flow.not_found", text=reference, known=known, near=near(reference[:100], known))

    def languages(self, reference: str) -> tuple[str, ...]:
        path = self._path(reference)
        main = read_text(path, reference) if path is not None else None
        if path is None or not isinstance(main, str):
            return ()
        return languages(path, main)

    def lacking(self, reference: str, language: str) -> Problem | None:
        """That the translation of a flow lacks texts, and which; None where it is whole, or there is none."""
        path = self._path(reference)
        main = read_text(path, reference) if path is not None else None
        if path is None or not isinstance(main, str) or language not in languages(path, main)[1:]:
            return None
        from wizard.adapters.gathering import Gathering, lacking

        named, find = translation_in(language, path.name), self._finding(path, reference)
        return lacking(Gathering(path.name, Found(main, reference), find, named), language)

    def _path(self, reference: str) -> Path | None:
        """The file of a flow: by its id among the shipped ones, or by its path."""
        path = Path(reference)
        if reference in self.shipped() and not is_file(path):
            path = self._shipped / f"{reference}.yaml"
        return path if is_file(path) else None

    def _finding(self, path: Path, shown: str) -> Find:
        """Where the files are that a flow names. A translation is only ever beside the flow that it is of."""
        beside, shown_folder = path.parent.resolve(), Path(shown).parent

        @cache  # so that what is kept and what is built are the same text, whoever writes meanwhile
        def find(name: str) -> Found | Problem | None:
            folders = (beside,) if name.startswith(TRANSLATIONS) else (beside, self._shipped.resolve())
            return look(name, folders, shown_folder)

        return find

    def checked(self, path: Path, shown: str, language: str = "") -> LoadedFlow | tuple[Problem, ...]:
        """The flow of a file, with everything that is wrong with it. language: '' for the flow's own."""
        main = read_text(path, shown)
        if isinstance(main, Problem):
            return (main,)
        known = languages(path, main)
        wanted = offered(language, known) if language else known[0]
        if not wanted:
            return (problem("translation.no_language", text=language, known=known),)
        translation = "" if wanted == known[0] else wanted
        find = self._finding(path, shown)
        flow, texts, problems, named = self._outcome(path.name, Found(main, shown), find, translation)
        if flow is None:
            return (*problems, *self._missing_templates(named, path.parent))
        templates, lost = self._own_templates(flow, path.parent)
        problems = (*problems, *lost)
        if any(found.severity == "error" for found in problems):
            return problems
        text = msgspec.json.encode(Kept(path.name, texts, templates, translation or msgspec.UNSET)).decode()
        loaded = msgspec.structs.replace(
            self._loaded(flow, text, find),
            templates=templates,
            folder=str(path.parent),
            warnings=problems,
            languages=known,
        )
        self._known[text] = loaded  # who begins a workshop opens it next
        if path.parent.resolve() == self._shipped.resolve():
            return loaded  # our own templates are held against our own flows by the tests
        problems = (*problems, *self._check_templates(loaded))
        if any(found.severity == "error" for found in problems):
            return problems
        return msgspec.structs.replace(loaded, warnings=problems)

    def restored(self, text: str) -> LoadedFlow | tuple[Problem, ...]:
        if text in self._known:
            return self._known[text]
        loaded = self._built_from(text)
        if isinstance(loaded, LoadedFlow):
            self._known[text] = loaded
        return loaded

    def _built_from(self, text: str) -> LoadedFlow | tuple[Problem, ...]:
        kept = msgspec.json.decode(text, type=Kept)

        def find(name: str) -> Found | None:
            return Found(kept.files[name], name) if name in kept.files else None

        main = Found(kept.files[kept.main], kept.main)
        flow, _, problems, _ = self._outcome(kept.main, main, find, kept.language or "")
        if flow is None:
            return problems
        return msgspec.structs.replace(self._loaded(flow, text, find), templates=kept.templates)

    def _loaded(self, flow: Flow, text: str, find: Find) -> LoadedFlow:
        """A flow with the text that a workshop keeps of it, and its galleries."""
        found = [find(name) for name in flow.file.learn]
        galleries = {one.shown: one.text for one in found if isinstance(one, Found)}
        return LoadedFlow(msgspec.structs.replace(flow, digest=_digest(text)), text, galleries=galleries)

    def _outcome(self, name: str, main: Found, find: Find, language: str) -> _Outcome:
        """What a flow comes to: as it did before, where nothing has changed since, else it is built.

        language: of a translation, '' for the flow's own.
        """
        built = None if self._kept is None else BuiltFlows(self._kept)
        if built is not None:
            before = built.found(name, main.text, lambda used: _text(find(used)), language)
            if before is not None:
                return _Outcome(*before, ())
        from wizard.adapters.gathering import Gathering, outcome

        gathered = Gathering(name, main, find, translation_in(language, name))
        made, problems = outcome(gathered)
        if built is not None and made.flow is not None and not problems:
            built.keep(gathered.texts, made.flow, language)
        return _Outcome(made.flow, gathered.texts, problems, made.templates)

    def gallery(self, loaded: LoadedFlow) -> tuple[Gallery, tuple[Problem, ...]]:
        from wizard.adapters.galleries import read_galleries

        return read_galleries(loaded.galleries.items())

    def renderer(self, loaded: LoadedFlow) -> Renderer:
        """What renders the documents of a flow: its own templates first, then the shipped ones."""
        from wizard.adapters.render_jinja import JinjaRenderer

        folders = [Path(loaded.folder)] if loaded.folder else []
        language = language_of(loaded.flow.file.language)
        return JinjaRenderer([*folders, self._templates], loaded.templates, self._kept, language)

    def _own_templates(self, flow: Flow, folder: Path) -> tuple[dict[str, str], tuple[Problem, ...]]:
        """The templates that lie beside the flow, so that a workshop keeps them."""
        texts: dict[str, str] = {}
        problems: list[Problem] = []
        if folder.resolve() == self._shipped.resolve():
            return texts, ()
        named = [document.template for document in flow.documents]
        beside = sorted(path.name for path in folder.glob("*.j2"))  # what the named ones may import
        for name in dict.fromkeys((*named, *beside[:MOST_FILES])):
            path = folder / name
            if path.is_file() and path.resolve().is_relative_to(folder.resolve()):
                found = read_text(path, name)
                if isinstance(found, Problem):
                    problems.append(found)
                else:
                    texts[name] = found
        return texts, tuple(problems)

    def _missing_templates(self, named: tuple[tuple[str, Mark], ...], folder: Path) -> Iterator[Problem]:
        """Templates that are nowhere, where there is no flow to hold the others against."""
        for name, mark in named:
            if not any((place / name).is_file() for place in (folder, self._templates)):
                yield problem("document.missing", mark=mark, template=name[:200])

    def _check_templates(self, loaded: LoadedFlow) -> tuple[Problem, ...]:
        from wizard.core.document import shape

        renderer, names = self.renderer(loaded), shape(loaded.flow)
        checked = dict.fromkeys(document.template for document in loaded.flow.documents)
        return tuple(found for template in checked for found in renderer.check(template, names))


def _says(node: Mapping, key: str) -> str:
    found = node.get(key)
    return found.text if isinstance(found, Scalar) else ""


def _text(found: Found | Problem | None) -> str | None:
    return found.text if isinstance(found, Found) else None


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:32]


__all__ = ["MOST_FILES", "FlowFiles", "Kept"]
