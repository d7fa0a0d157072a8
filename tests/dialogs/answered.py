"""Questionnaires that were handed in before the story begins: many people answer in no time."""

from mentoring import questionnaires
from mentoring.answer_values import written
from mentoring.rules.questionnaire import Value
from storage import runs
from storage.vocabulary import RunState, Source
from tests.cast import Person
from tests.conftest import School
from tests.scenes import scene

REQUEST, PROFILE = "needs", "mentor_profile"
ASKS: dict[str, Value] = {
    "subjects": ("physics",),
    "levels": ("ooo",),
    "experience": "y1",
    "want_mentor": "year",
    "areas": ("method",),
    "time": ("after",),
    "can_share": "decline",
}
HELPS: dict[str, Value] = {
    "ready": "year",
    "subjects": ("physics",),
    "levels": ("ooo",),
    "experience": "y11",
    "category": ("first",),
    "areas": ("method",),
    "was_mentor": "colleague",
    "formats": ("one_to_one",),
    "capacity": "n1",
    "time": ("after",),
    "s_ready": 8,
}


def phone(school: School, number: int, full_name: str) -> Person:
    surname, first = full_name.split()[:2]
    school.cast.bot.world.add_user(first, surname, user_id=number)
    return Person(school.cast.bot, number, f"{surname} {first}")


@scene
async def asks(school: School, person: Person, full_name: str, **answers: Value) -> int:
    """A teacher with a request; `answers` are those that differ."""
    person_id = await school.brings_in(person, full_name)
    await handed_in(school, person_id, REQUEST, {**ASKS, **answers})
    return person_id


@scene
async def helps(school: School, person: Person, full_name: str, **answers: Value) -> int:
    """A teacher who is ready to be a mentor."""
    person_id = await school.brings_in(person, full_name)
    await handed_in(school, person_id, PROFILE, {**HELPS, **answers})
    return person_id


async def handed_in(school: School, person_id: int, form_key: str, answers: dict[str, Value]) -> int:
    bot = school.cast.bot
    async with bot.machine.database.write() as tx:
        now = bot.clock.now()
        asked = await questionnaires.current(tx, school.id, form_key)
        run_id = await runs.add(
            tx,
            school_id=school.id,
            person_id=person_id,
            entered_by=person_id,
            form_key=form_key,
            form_version=asked.form.version,
            digest=asked.digest,
            place="SUMMARY",
            about={},
            parent_id=None,
            consent_id=None,
            source=Source.TAP,
            now=now,
        )
        for question, value in answers.items():
            await runs.put(tx, run_id=run_id, question=question, value=written(value), source=Source.TAP, now=now)
        await runs.end(tx, run_id, old=RunState.OPEN, new=RunState.SUBMITTED, now=now)
        return run_id
