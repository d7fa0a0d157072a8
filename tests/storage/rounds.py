"""A round without names with one answer in it and one person in the middle."""

from datetime import timedelta

from storage import form_asks, forms, runs, surveys
from storage.database import Database
from storage.vocabulary import Source
from tests.storage.seeds import NOW, person, school

MARK = "Primetova"  # in Latin letters: the bytes of the file are searched for them


async def opens_a_round(database: Database, *, closed: bool = False) -> None:
    day = NOW.date() + timedelta(days=14)
    async with database.write() as tx:
        school_id = await school(tx)
        anna, olga = [await person(tx, school_id, telegram=number) for number in (1, 2)]
        await forms.keep(tx, "digest", "{}")
        survey_id = await surveys.open_round(
            tx,
            school_id=school_id,
            school_year=2026,
            form_key="event_feedback",
            digest="digest",
            threshold=5,
            answer_by=day,
            by=anna,
            now=NOW,
        )
        for person_id in (anna, olga):
            await form_asks.add(
                tx,
                school_id=school_id,
                person_id=person_id,
                form_key="event_feedback",
                school_year=2026,
                by=anna,
                answer_by=day,
                survey_id=survey_id,
                now=NOW,
            )
        assert await surveys.take_part(tx, survey_id, anna)
        await surveys.add_answer(tx, survey_id, "improve", f'"{MARK} of Anna"')
        if closed:
            await surveys.close(tx, survey_id, day, NOW)
            return
        run_id = await runs.add(
            tx,
            school_id=school_id,
            person_id=olga,
            entered_by=olga,
            form_key="event_feedback",
            form_version=1,
            digest="digest",
            place="useful",
            about={},
            parent_id=None,
            consent_id=None,
            source=Source.TAP,
            now=NOW,
        )
        await runs.put(tx, run_id=run_id, question="improve", value=f'"{MARK} of Olga"', source=Source.TYPED, now=NOW)
