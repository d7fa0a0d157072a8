"""A school's own questionnaires as the person who was asked sees them: what waits, what was answered, until when."""

from dataclasses import dataclass
from datetime import date, datetime

from mentoring import answered, form_asks, questionnaires
from mentoring.access import Member
from mentoring.answered import Answered
from mentoring.rules.forms import Form
from storage import form_asks as rows
from storage import questionnaires as runs
from storage.tx import Tx


@dataclass(frozen=True, slots=True)
class Asked:
    """One of them; `answer_by` is None when nobody has asked this school year."""

    form: Form
    answer_by: date | None
    found: Answered | None  # begun or handed in

    def open_on(self, today: date) -> bool:
        """May one begin, or change what was sent?"""
        return self.answer_by is not None and today <= self.answer_by


async def waiting(tx: Tx, member: Member, today: date) -> list[Asked]:
    """What there is still time to answer, the nearest day first."""
    if not member.consented:
        return []
    asks = [each for each in await rows.of_person(tx, member.person_id) if questionnaires.asks_chosen(each.form_key)]
    looked = [await of_form(tx, member, each.form_key) for each in asks if today <= each.answer_by]
    return [each for each in looked if each is not None and (each.found is None or not each.found.sent)]


async def of_form(tx: Tx, member: Member, form_key: str) -> Asked | None:
    """None for whoever was not asked, or has taken the answers back since."""
    form = await form_asks.asked_form(tx, member.school_id, form_key)
    if form is None or not questionnaires.asks_chosen(form_key):
        return None
    found = await answered.own(tx, member, form_key)
    if found is None and await form_asks.of_person(tx, member, form_key) is None:
        return None
    ask = await rows.newest(tx, member.person_id, form_key)
    return Asked(found.form if found else form, ask.answer_by if ask else None, found)


async def of_person(tx: Tx, member: Member) -> list[Asked]:
    """Everything that the person has begun or handed in, whenever it was asked."""
    looked = [await of_form(tx, member, each) for each in await runs.own_of_person(tx, member.person_id)]
    return [each for each in looked if each is not None]


async def withdraw(tx: Tx, member: Member, form_key: str, now: datetime) -> bool:
    """The author takes the answers back; False when there are none."""
    if not questionnaires.asks_chosen(form_key):
        return False
    return await answered.withdraw(tx, member, form_key, now, act="form.withdraw")
