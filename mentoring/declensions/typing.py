"""Cases that a coordinator types: what the form was opened for, and what comes of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from mentoring.access import Member
from mentoring.declensions.confirming import Answer, Look, keep, look
from mentoring.declensions.reading import Subject
from mentoring.rules.declension import Case, Gender, Guess
from mentoring.rules.declension.typed import Doubt, doubt
from mentoring.rules.text import clean_line
from storage.runs import Run
from storage.tx import Tx

FORM = "declension"  # the three cases, one after another

_UNSAID = "-"


@dataclass(frozen=True, slots=True)
class Typed:
    """`good` are the cases that need not be typed again."""

    of: Answer
    doubts: Mapping[Case, Doubt] = field(default_factory=dict)
    good: Mapping[Case, str] = field(default_factory=dict)


def about(of: Look) -> dict[str, int | str]:
    """What the form remembers of the screen that it was opened from."""
    return {"subject": of.subject.value, "person": of.person_id, "gender": of.gender or _UNSAID, "mark": of.mark}


async def of_run(tx: Tx, member: Member, run: Run) -> Look | None:
    """What the form was opened for, as it is now."""
    said = next((each for each in Gender if each == run.about["gender"]), None)
    return await look(tx, member, Subject(str(run.about["subject"])), int(run.about["person"]), said)


async def keep_typed(tx: Tx, member: Member, run: Run, typed: Mapping[Case, str], now: datetime) -> Typed:
    """A case that was passed over stays as it was supposed; nothing is kept until all three may be right."""
    of = await of_run(tx, member, run)
    if of is None or of.mark != run.about["mark"]:
        return Typed(Answer.CHANGED)
    said = {case: clean_line(typed.get(case, "")) or (of.shown.of(case) if of.shown else "") for case in Case}
    doubts = {case: why for case in Case if (why := doubt(of.spelling, said[case])) is not None}
    if doubts:
        return Typed(Answer.DOUBTED, doubts, {case: text for case, text in said.items() if case not in doubts})
    forms = Guess(genitive=said[Case.GENITIVE], dative=said[Case.DATIVE], accusative=said[Case.ACCUSATIVE])
    return Typed(await keep(tx, member, of, forms, now))
