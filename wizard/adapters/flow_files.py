"""Finds flow files and what they use, on disk or in what a workshop kept. Knows nothing of what they mean."""

from __future__ import annotations

import hashlib
import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from wizard.adapters.built_flows import BuiltFlows
from wizard.adapters.flow_texts import MOST_BYTES, MOST_FILES, Find, Found, is_file, look, read_text
from wizard.adapters.flow_yaml import decode, read
from wizard.adapters.resources import flows_folder, templates_folder
from wizard.core.nodes import Mapping, Node, Scalar
from wizard.core.problems import Problem, problem
from wizard.ports import LoadedFlow, Renderer

if TYPE_CHECKING:
    from wizard.adapters.private_folder import PrivateFolder
    from wizard.core.flow.flow import Flow
    from wizard.core.flow.gallery import Gallery

# What reads, builds and checks a flow is imported for those that weren't built before.
# ruff: noqa: PLC0415


class Kept(msgspec.Struct, frozen=True):
    """What a flow was built from. files: name -> text of YAML; templates: those beside the flow."""

    main: str
    files: dict[str, str]
    templates: dict[str, str] = {}


class _Outcome(NamedTuple):
    """What a flow file came to. texts: name -> text of all that was read."""

    flow: Flow | None
    texts: dict[str, str]
    problems: tuple[Problem, ...]


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

    def example(self, flow: str) -> str | None:
        for path in sorted((self._shipped / "examples").glob("*.yaml")):
            node, _ = self.answers(str(path))
            named = node.get("flow") if isinstance(node, Mapping) else None
            if isinstance(named, Scalar) and named.text == flow:
                return str(path)
        return None

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

    def load(self, reference: str) -> LoadedFlow | tuple[Problem, ...]:
        path = Path(reference)
        if reference in self.shipped() and not is_file(path):
            path = self._shipped / f"{reference}.yaml"
        if not is_file(path):
            return (problem("flow.not_found", text=reference, known=self.shipped()),)
        return self.checked(path, reference if path == Path(reference) else path.name)

    def checked(self, path: Path, shown: str) -> LoadedFlow | tuple[Problem, ...]:
        """The flow of a file, with everything that is wrong with it."""
        main = read_text(path, shown)
        if isinstance(main, Problem):
            return (main,)
        folders = (path.parent.resolve(), self._shipped.resolve())
        shown_folder = Path(shown).parent

        @cache  # so that what is kept and what is built are the same text, whoever writes meanwhile
        def find(name: str) -> Found | Problem | None:
            return look(name, folders, shown_folder)

        flow, texts, problems = self._outcome(path.name, Found(main, shown), find)
        templates, lost = self._own_templates(flow, path.parent)
        problems = (*problems, *lost)
        if flow is None or any(found.severity == "error" for found in problems):
            return problems
        text = msgspec.json.encode(Kept(path.name, texts, templates)).decode()
        loaded = msgspec.structs.replace(
            self._loaded(flow, text, find), templates=templates, folder=str(path.parent), warnings=problems
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

        flow, _, problems = self._outcome(kept.main, Found(kept.files[kept.main], kept.main), find)
        if flow is None:
            return problems
        return msgspec.structs.replace(self._loaded(flow, text, find), templates=kept.templates)

    def _loaded(self, flow: Flow, text: str, find: Find) -> LoadedFlow:
        """A flow with the text that a workshop keeps of it, and its galleries."""
        found = [find(name) for name in flow.file.learn]
        galleries = {one.shown: one.text for one in found if isinstance(one, Found)}
        return LoadedFlow(msgspec.structs.replace(flow, digest=_digest(text)), text, galleries=galleries)

    def _outcome(self, name: str, main: Found, find: Find) -> _Outcome:
        """What a flow comes to: as it did before, where nothing has changed since, else it is built."""
        built = None if self._kept is None else BuiltFlows(self._kept)
        if built is not None:
            before = built.found(name, main.text, lambda used: _text(find(used)))
            if before is not None:
                return _Outcome(*before, ())
        from wizard.adapters.gathering import Gathering, outcome

        gathered = Gathering(name, main, find)
        made, problems = outcome(gathered)
        if built is not None and made.flow is not None and not problems:
            built.keep(gathered.texts, made.flow)
        return _Outcome(made.flow, gathered.texts, problems)

    def gallery(self, loaded: LoadedFlow) -> tuple[Gallery, tuple[Problem, ...]]:
        from wizard.adapters.galleries import read_galleries

        return read_galleries(loaded.galleries.items())

    def renderer(self, loaded: LoadedFlow) -> Renderer:
        """What renders the documents of a flow: its own templates first, then the shipped ones."""
        from wizard.adapters.render_jinja import JinjaRenderer

        folders = [Path(loaded.folder)] if loaded.folder else []
        return JinjaRenderer([*folders, self._templates], loaded.templates, self._kept)

    def _own_templates(self, flow: Flow | None, folder: Path) -> tuple[dict[str, str], tuple[Problem, ...]]:
        """The templates that lie beside the flow, so that a workshop keeps them."""
        texts: dict[str, str] = {}
        problems: list[Problem] = []
        if flow is None or folder.resolve() == self._shipped.resolve():
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

    def _check_templates(self, loaded: LoadedFlow) -> tuple[Problem, ...]:
        from wizard.core.document import shape

        renderer, names = self.renderer(loaded), shape(loaded.flow)
        checked = dict.fromkeys(document.template for document in loaded.flow.documents)
        return tuple(found for template in checked for found in renderer.check(template, names))


def _text(found: Found | Problem | None) -> str | None:
    return found.text if isinstance(found, Found) else None


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:32]


__all__ = ["MOST_FILES", "FlowFiles", "Kept"]
