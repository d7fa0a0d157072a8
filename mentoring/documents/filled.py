"""What a document is filled with."""

from collections.abc import Mapping
from dataclasses import dataclass

from mentoring.papers.templates.fields import Values
from mentoring.schools import Field


@dataclass(frozen=True, slots=True)
class Filled:
    """`values` are for the template; `known` is what needs no asking, by field, as it is kept.

    `unsettled` are settings of the school that nobody has answered and that the paper asks about.
    """

    values: Values
    known: Mapping[str, str]
    unsettled: tuple[Field, ...] = ()
