"""One table of a raw form: fields are taken by type, and every complaint is noted instead of stopping."""

from collections.abc import Mapping
from typing import TypeVar

from mentoring.rules.forms.faults import Fault, FormProblem

Plain = TypeVar("Plain", str, int, bool)


class Sheet:
    """Takes fields one by one; what nobody took is a misspelt name."""

    def __init__(self, raw: Mapping[str, object], *, where: str, problems: list[FormProblem]) -> None:
        self._left = dict(raw)
        self._where = where
        self._problems = problems

    def complain(self, fault: Fault, detail: str = "") -> None:
        """Note a problem at this table's question."""
        self._problems.append(FormProblem(self._where, fault, detail))

    def text(self, name: str, default: str | None = None) -> str:
        """A string, stripped; missing without a default is a problem."""
        return self._take(name, str, default, "").strip()

    def number(self, name: str, default: int | None = None) -> int:
        """A whole number."""
        return self._take(name, int, default, 0)

    def flag(self, name: str, *, default: bool = False) -> bool:
        """True or false."""
        return self._take(name, bool, default, False)

    def table(self, name: str) -> dict[str, object]:
        """A table inside this one, empty when absent."""
        value = self._left.pop(name, {})
        if isinstance(value, Mapping):
            return {str(key): inner for key, inner in value.items()}
        self.complain(Fault.WRONG_TYPE, name)
        return {}

    def tables(self, name: str) -> list[dict[str, object]]:
        """A list of tables, empty when absent."""
        value = self._left.pop(name, [])
        if isinstance(value, list) and all(isinstance(row, Mapping) for row in value):
            return [{str(key): inner for key, inner in row.items()} for row in value]
        self.complain(Fault.WRONG_TYPE, name)
        return []

    def words(self, name: str) -> tuple[str, ...]:
        """A list of strings, empty when absent."""
        value = self._left.pop(name, [])
        if isinstance(value, list) and all(isinstance(word, str) for word in value):
            return tuple(value)
        self.complain(Fault.WRONG_TYPE, name)
        return ()

    def has(self, name: str) -> bool:
        """Is the field written at all?"""
        return name in self._left

    def look(self, name: str) -> object:
        """The field as it is written, left to be taken."""
        return self._left.get(name)

    def close(self) -> None:
        """Complain of every field that nobody took."""
        for name in self._left:
            self.complain(Fault.UNKNOWN_FIELD, name)

    def _take(self, name: str, kind: type[Plain], default: Plain | None, empty: Plain) -> Plain:
        if name not in self._left:
            if default is None:
                self.complain(Fault.MISSING, name)
            return empty if default is None else default
        value = self._left.pop(name)
        # bool is an int in Python, and `max = true` is no number: hence the exact type.
        if type(value) is kind:
            return value
        self.complain(Fault.WRONG_TYPE, name)
        return empty
