"""Values as templates print them: figures with their unit, days in words, cards by face, blanks as a dash."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import Any


class Nothing:
    """A blank: prints "—", is false, holds nothing, and so does everything in it."""

    def __bool__(self) -> bool:
        return False

    def __str__(self) -> str:
        return "—"

    def __iter__(self) -> Iterator[object]:
        return iter(())

    def __len__(self) -> int:
        return 0

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Nothing)

    def __hash__(self) -> int:
        return 0

    def __getattr__(self, name: str) -> Nothing:
        if name.startswith("_"):
            raise AttributeError(name)
        return self

    def __lt__(self, other: object) -> bool:
        return False

    __gt__ = __le__ = __ge__ = __lt__

    def _same(self, *_: object) -> Nothing:
        return self

    __add__ = __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = __truediv__ = __rtruediv__ = _same


NOTHING = Nothing()


class Figure(Decimal):
    """A number that prints as people write it, with its currency or percent sign."""

    text: str

    @classmethod
    def of(cls, number: Decimal, text: str) -> Figure:
        figure = cls(number)
        figure.text = text
        return figure

    def __str__(self) -> str:
        return self.text

    def __format__(self, spec: str, /, *_: object) -> str:
        return self.text if not spec else super().__format__(spec)


class Later(Sequence[object]):
    """A list that is made when a template first looks at it, and never where none does."""

    def __init__(self, make: Callable[[], list[object]]) -> None:
        self._make = make
        self._made: list[object] | None = None

    @property
    def _items(self) -> list[object]:
        if self._made is None:
            self._made = self._make()
        return self._made

    def __len__(self) -> int:
        return len(self._items)

    def __getitem__(self, at: Any) -> Any:
        return self._items[at]

    def __eq__(self, other: object) -> bool:
        return self._items == (other._items if isinstance(other, Later) else other)

    __hash__ = None  # type: ignore[assignment]  # as other lists


class Day(date):
    """A date that prints as people write it."""

    text: str

    @classmethod
    def of(cls, day: date, text: str) -> Day:
        made = cls(day.year, day.month, day.day)
        made.text = text
        return made

    def __str__(self) -> str:
        return self.text


class DocumentCard:
    """A card for templates. Attributes: its fields, and `id`, `face`, `note`, `links` and `rankings`."""

    __slots__ = ("_read", "face", "id")

    def __init__(self, id: str, face: str, read: Any) -> None:
        self.id = id
        self.face = face
        self._read = read

    def __getattr__(self, name: str) -> object:
        return self._read(name)

    def __str__(self) -> str:
        return self.face

    def __eq__(self, other: object) -> bool:
        return isinstance(other, DocumentCard) and self.id == other.id

    def __hash__(self) -> int:
        return hash(self.id)
