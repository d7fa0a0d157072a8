"""What a document is filled with."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from mentoring.papers.templates.fields import Values
from mentoring.schools import Field


@dataclass(frozen=True, slots=True)
class Register:
    """The number and the date that the school's register gave."""

    number: str
    dated_on: date


@dataclass(frozen=True, slots=True)
class Filled:
    """`values` are for the template; `known` is what needs no asking, by field, as it is kept.

    `unsettled` are settings of the school that nobody has answered and that the paper asks about. `register` is what
    the thing itself keeps, an order on pairs or an event; of other papers the number is kept with the document.
    `is_draft` is said of a paper without numbers: the others are drafts until they have one.
    """

    values: Values
    known: Mapping[str, str] = field(default_factory=dict)
    unsettled: tuple[Field, ...] = ()
    register: Register | None = None
    is_draft: bool = False
