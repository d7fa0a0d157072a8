"""A school's own questionnaires as the person who was asked sees them: what waits, what was answered, until when."""

from dataclasses import dataclass
from datetime import date, datetime

from mentoring import answered, filling, form_asks, questionnaires, surveys
from mentoring.access import Actor, Member
from mentoring.answered import Answered
from mentoring.filling import Step
from mentoring.rules import nameless
from mentoring.rules.forms import Form
from storage import form_asks as rows
from storage import questionnaires as runs
from storage.form_asks import Ask
from storage.surveys import Survey
from storage.tx import Tx


@dataclass(frozen=True, slots=True)
class Asked:
    """One of them; `answer_by` is None when nobody has asked this school year."""

    form: Form
    answer_by: date | None
    found: Answered | None  # begun or handed in
    survey: Survey | None = None  # the round, when it is answered without names

    @property
    def closed(self) -> bool:
        """Is its round over?"""
        return self.survey is not None and self.survey.closed_at is not None

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
    ask = await rows.newest(tx, member.person_id, form_key)
    if ask is not None and ask.survey_id is not None:
        return await _without_name(tx, member, ask, ask.survey_id)
    found = await answered.own(tx, member, form_key)
    if found is None and await form_asks.of_person(tx, member, form_key) is None:
        return None
    return Asked(found.form if found else form, ask.answer_by if ask else None, found)


async def _without_name(tx: Tx, member: Member, ask: Ask, survey_id: int) -> Asked | None:
    """Only what is being answered can be seen; what was sent is nobody's any more."""
    of = await surveys.get(tx, member, survey_id)
    if of is None or ask.taken_part:
        return None
    found = await answered.own(tx, member, ask.form_key)
    mine = found if found is not None and found.run.about.get(nameless.ROUND) == survey_id else None
    return Asked(of.form, ask.answer_by, mine, of.survey)


async def took_part(tx: Tx, member: Member, form_key: str) -> bool:
    """Has the person sent answers without a name, the last time that they were asked?"""
    ask = await rows.newest(tx, member.person_id, form_key)
    return ask is not None and ask.taken_part


async def begin(tx: Tx, actor: Actor, of: Asked, now: datetime) -> Step:
    """The first screen of it."""
    about = {nameless.ROUND: of.survey.id, nameless.LEAST: of.survey.threshold} if of.survey else None
    return await filling.begin(tx, actor, of.form.key, now=now, about=about)


async def of_person(tx: Tx, member: Member) -> list[Asked]:
    """Everything that the person has begun or handed in, whenever it was asked."""
    looked = [await of_form(tx, member, each) for each in await runs.own_of_person(tx, member.person_id)]
    return [each for each in looked if each is not None]


async def withdraw(tx: Tx, member: Member, form_key: str, now: datetime) -> bool:
    """The author takes the answers back; False when there are none."""
    if not questionnaires.asks_chosen(form_key):
        return False
    return await answered.withdraw(tx, member, form_key, now, act="form.withdraw")
