"""The sheet «choices»: the options of each list by the list's name."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from mentoring.rules.form_files.model import CellReason
from mentoring.rules.form_files.table import MOST_OPTIONS, Place, Table
from mentoring.rules.form_files.xlsform_words import Choice
from mentoring.rules.forms import Option


@dataclass(frozen=True, slots=True)
class Listed:
    """Options by their keys, in their order, and the cell of each."""

    by_key: dict[str, Option] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)

    @property
    def options(self) -> tuple[Option, ...]:
        return tuple(self.by_key.values())


def read_lists(table: Table) -> Mapping[str, Listed]:
    """Options are checked with the questions that offer them; here, that each can be told from the others."""
    lists: dict[str, Listed] = {}
    for row in table.rows:
        listed = lists.setdefault(row.needed(Choice.LIST), Listed())
        key, label = row.needed(Choice.KEY), row.line(Choice.LABEL)
        if not label:
            row.complain(Choice.LABEL, CellReason.MISSING)
        if key in listed.places:
            row.complain(Choice.KEY, CellReason.DOUBLED_OPTION, key)
        elif key:
            listed.by_key[key] = Option(key, label or key, row.line(Choice.WORDS))
            listed.places[key] = row.place(Choice.KEY)
        if len(listed.by_key) == MOST_OPTIONS + 1:
            row.complain(Choice.LIST, CellReason.BAD_LIMIT, str(len(listed.by_key)), ("1", str(MOST_OPTIONS)))
    return lists
