"""Finds flow files and what they use, on disk or in what a workshop kept. Knows nothing of what they mean."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import msgspec

from wizard.adapters.flow_yaml import decode, read
from wizard.adapters.resources import flows_folder, templates_folder
from wizard.core.document import shape
from wizard.core.flow.build import Built, Source, Sources, build, in_order
from wizard.core.flow.reading import lines_of
from wizard.core.nodes import Mapping, Node, Scalar
from wizard.core.nodes import Sequence as Items
from wizard.core.problems import Mark, OutsideFailed, Problem, problem
from wizard.ports import LoadedFlow, Renderer

MOST_FILES = 50
_MOST_BYTES = 2 * 1024 * 1024


class Kept(msgspec.Struct, frozen=True):
    """What a flow was built from. files: name -> text of YAML; templates: those beside the flow."""

    main: str
    files: dict[str, str]
    templates: dict[str, str] = {}


class Found(msgspec.Struct, frozen=True):
    """A file that was looked for. shown: its name in problems."""

    text: str
    shown: str


Find = Callable[[str], Found | Problem | None]


class FlowFiles:
    """The flows of this program and of its user."""

    def __init__(self, shipped: Path | None = None, templates: Path | None = None) -> None:
        self._shipped = shipped or flows_folder()
        self._templates = templates or templates_folder()
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
            return decode(sys.stdin.buffer.read(_MOST_BYTES), path)
        return _read_text(Path(path), path)

    def lines(self, file: str) -> tuple[str, ...] | None:
        """The lines of a file that a problem names, to show the one that it is about."""
        for folder in (Path(), self._shipped, self._templates):
            try:
                return lines_of((folder / file).read_bytes()[:_MOST_BYTES].decode("utf-8-sig", "replace"))
            except OSError:
                continue
        return None

    def load(self, reference: str) -> LoadedFlow | tuple[Problem, ...]:
        path = Path(reference)
        if reference in self.shipped() and not _is_file(path):
            path = self._shipped / f"{reference}.yaml"
        if not _is_file(path):
            return (problem("flow.not_found", text=reference, known=self.shipped()),)
        return self.checked(path, reference if path == Path(reference) else path.name)

    def checked(self, path: Path, shown: str) -> LoadedFlow | tuple[Problem, ...]:
        """The flow of a file, with everything that is wrong with it."""
        main = _read_text(path, shown)
        if isinstance(main, Problem):
            return (main,)
        folders = (path.parent.resolve(), self._shipped.resolve())
        shown_folder = Path(shown).parent
        gathered = _Gathering(path.name, Found(main, shown), lambda name: _look(name, folders, shown_folder))
        built, problems = _built(gathered)
        templates, lost = self._own_templates(built, path.parent)
        problems = (*problems, *lost)
        if built.flow is None or any(found.severity == "error" for found in problems):
            return problems
        text = msgspec.json.encode(Kept(path.name, gathered.texts, templates)).decode()
        flow = msgspec.structs.replace(built.flow, digest=_digest(text))
        loaded = LoadedFlow(flow, text, templates, str(path.parent), problems)
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

        gathered = _Gathering(kept.main, Found(kept.files[kept.main], kept.main), find)
        built, problems = _built(gathered)
        if built.flow is None:
            return problems
        flow = msgspec.structs.replace(built.flow, digest=_digest(text))
        return LoadedFlow(flow, text, kept.templates, "")

    def renderer(self, loaded: LoadedFlow) -> Renderer:
        """What renders the documents of a flow: its own templates first, then the shipped ones."""
        from wizard.adapters.render_jinja import JinjaRenderer  # noqa: PLC0415 - Jinja is slow to import

        folders = [Path(loaded.folder)] if loaded.folder else []
        return JinjaRenderer([*folders, self._templates], loaded.templates)

    def _own_templates(self, built: Built, folder: Path) -> tuple[dict[str, str], tuple[Problem, ...]]:
        """The templates that lie beside the flow, so that a workshop keeps them."""
        texts: dict[str, str] = {}
        problems: list[Problem] = []
        if built.flow is None or folder.resolve() == self._shipped.resolve():
            return texts, ()
        named = [document.template for document in built.flow.documents]
        beside = sorted(path.name for path in folder.glob("*.j2"))  # what the named ones may import
        for name in dict.fromkeys((*named, *beside[:MOST_FILES])):
            path = folder / name
            if path.is_file() and path.resolve().is_relative_to(folder.resolve()):
                found = _read_text(path, name)
                if isinstance(found, Problem):
                    problems.append(found)
                else:
                    texts[name] = found
        return texts, tuple(problems)

    def _check_templates(self, loaded: LoadedFlow) -> tuple[Problem, ...]:
        renderer, names = self.renderer(loaded), shape(loaded.flow)
        checked = dict.fromkeys(document.template for document in loaded.flow.documents)
        return tuple(found for template in checked for found in renderer.check(template, names))


class _Gathering:
    """Follows `use:` and `canvas:` from file to file. texts: name -> text of all that was read."""

    def __init__(self, name: str, main: Found, find: Find) -> None:
        self.texts: dict[str, str] = {name: main.text}
        self._name = name
        self._main = main
        self._find = find
        self._libraries: dict[str, Source] = {}
        self._problems: list[Problem] = []

    def sources(self) -> tuple[Sources, tuple[Problem, ...]]:
        source = self._source(self._main)
        self._follow(source, (self._name,))
        layout = self._layout(source)
        libraries = tuple(self._libraries.values())
        return Sources(source, libraries, layout, ""), tuple(self._problems)

    def _source(self, found: Found) -> Source:
        node, problems = read(found.text, found.shown)
        self._problems.extend(problems)
        return Source(found.shown, lines_of(found.text), node)

    def _follow(self, source: Source, path: tuple[str, ...]) -> None:
        for item in _used(source.node):
            if item.text in path:
                circle = " → ".join((*path[path.index(item.text) :], item.text))
                self._problems.append(problem("include.circle", mark=item.mark, circle=circle))
            elif item.text not in self._libraries:
                library = self._found(item.text, item.mark)
                self._follow(library, (*path, item.text))
                self._libraries[item.text] = library

    def _found(self, name: str, mark: Mark) -> Source:
        """The file of that name; one that holds nothing where it can't be had."""
        if len(self.texts) >= MOST_FILES:
            self._problems.append(problem("include.too_many", mark=mark, most=MOST_FILES))
            return Source(name, (), None)
        found = self._find(name)
        if found is None:
            found = problem("include.not_found", text=name)
        if isinstance(found, Problem):
            self._problems.append(found if found.mark else msgspec.structs.replace(found, mark=mark))
            return Source(name, (), None)
        self.texts[name] = found.text
        return self._source(found)

    def _layout(self, source: Source) -> Source | None:
        canvas = source.node.get("canvas") if isinstance(source.node, Mapping) else None
        if not isinstance(canvas, Scalar) or not canvas.text:
            return None
        return self._found(f"canvases/{canvas.text}.yaml", canvas.mark)


def _built(gathered: _Gathering) -> tuple[Built, tuple[Problem, ...]]:
    """What was built, and all problems. Of a line that YAML can't read rightly nothing else is told."""
    sources, problems = gathered.sources()
    built = build(sources)
    lines = {(mark.file, mark.line) for problem in problems if (mark := problem.mark)}
    new = (
        problem
        for problem in built.problems
        if problem.mark is None or (problem.mark.file, problem.mark.line) not in lines
    )
    return built, in_order((*problems, *new))


def _used(node: Node | None) -> Sequence[Scalar]:
    used = node.get("use") if isinstance(node, Mapping) else None
    items = used.items if isinstance(used, Items) else (used,)
    return [item for item in items if isinstance(item, Scalar) and item.text]


def _look(name: str, folders: Sequence[Path], shown: Path) -> Found | Problem | None:
    """Beside the flow, then among the shipped ones; nowhere else."""
    if "\x00" in name:
        return None
    for number, folder in enumerate(folders):
        try:
            path = (folder / name).resolve()
        except (OSError, RuntimeError):  # a link that leads back to itself
            return None
        if not path.is_relative_to(folder):
            return problem("include.outside", text=name)
        if _is_file(path):
            text = _read_text(path, name)
            where = str(shown / name) if number == 0 and str(shown) != "." else name
            return text if isinstance(text, Problem) else Found(text, where)
    return None


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):  # a name that no file system takes
        return False


def _read_text(path: Path, shown: str) -> str | Problem:
    try:
        with path.open("rb") as file:
            return decode(file.read(_MOST_BYTES), shown)
    except FileNotFoundError:
        return problem("outside.not_found", path=shown)
    except OSError as fault:
        raise OutsideFailed(
            problem("outside.cannot_read", path=shown, reason=fault.strerror or str(fault))
        ) from fault


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:32]
