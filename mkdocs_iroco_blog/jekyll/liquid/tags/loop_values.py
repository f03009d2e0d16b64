"""The values `forloop` and `tablerowloop`, which say where a loop is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

_SHARED = ("length", "index", "index0", "rindex", "rindex0", "first", "last")


class ForLoop(Mapping[str, object]):
    """`forloop`. The loop sets `index0`."""

    _keys: tuple[str, ...] = ("name", *_SHARED, "parentloop")

    def __init__(self, name: str, length: int, parentloop: Mapping[str, object] | None = None) -> None:
        self.name, self.length, self.parentloop = name, length, parentloop
        self.index0 = -1

    def __getitem__(self, key: str) -> object:
        if key not in self._keys:
            raise KeyError(key)
        value: object = getattr(self, key)
        return value

    def __iter__(self) -> Iterator[str]:
        return iter(self._keys)

    def __len__(self) -> int:
        return len(self._keys)

    @property
    def index(self) -> int:
        """The number of the current item, from 1."""
        return self.index0 + 1

    @property
    def rindex(self) -> int:
        """How many items are left, the current one included."""
        return self.length - self.index0

    @property
    def rindex0(self) -> int:
        """How many items are left after the current one."""
        return self.length - self.index

    @property
    def first(self) -> bool:
        """Whether the current item is the first."""
        return self.index0 == 0

    @property
    def last(self) -> bool:
        """Whether the current item is the last."""
        return self.rindex0 == 0


class TableRowLoop(ForLoop):
    """`tablerowloop`, for a table with so many columns; all items are in one row where that is 0."""

    _keys = (*_SHARED, "col", "col0", "col_first", "col_last", "row")

    def __init__(self, length: int, columns: int) -> None:
        super().__init__("", length)
        self.columns = columns

    @property
    def col0(self) -> int:
        """The index of the current column."""
        return self.index0 % self.columns if self.columns > 0 else self.index0

    @property
    def col(self) -> int:
        """The number of the current column, from 1."""
        return self.col0 + 1

    @property
    def col_first(self) -> bool:
        """Whether the current column is the first."""
        return self.col0 == 0

    @property
    def col_last(self) -> bool:
        """Whether the current column is the last."""
        return self.col == self.columns

    @property
    def row(self) -> int:
        """The number of the current row, from 1."""
        return self.index0 // self.columns + 1 if self.columns > 0 else 1
