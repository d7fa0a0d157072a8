"""The sheet «choices»: the options of each list by the list's name."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from mentoring.rules.form_files.model import CellReason
from mentoring.rules.form_files.table import Place, Table
from mentoring.rules.form_files.xlsform_words import Choice
from mentoring.rules.forms import Option


@dataclass(slots=True)
class Listed:
    """Options in their order, and the cell of each by its key."""

    options: tuple[Option, ...] = ()
    places: dict[str, Place] = field(default_factory=dict)


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
            listed.options = (*listed.options, Option(key, label or key, row.line(Choice.WORDS)))
            listed.places[key] = row.place(Choice.KEY)
    return lists
