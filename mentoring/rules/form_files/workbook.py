"""A workbook opened in one of the two notations: what is left to do is the same for both."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from mentoring.rules.expressions import Language
from mentoring.rules.form_files.assembly import Constrain
from mentoring.rules.form_files.drafts import Draft
from mentoring.rules.form_files.table import Row, Table
from mentoring.rules.forms import Form, Option

Dictionaries = Mapping[str, tuple[Option, ...]]


@dataclass(frozen=True, slots=True)
class Workbook:
    """The rows of both sheets; `drafts` needs the present form, for what the workbook leaves unsaid."""

    language: Language
    settings: Row
    questions: Table
    drafts: Callable[[Form | None, Dictionaries], Iterable[Draft]]
    constrain: Constrain
