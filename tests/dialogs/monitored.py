"""A school whose monitoring surveys have been answered: with names, and in a closed round without."""

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import timedelta
from typing import Any

from mentoring import forms, questionnaires
from mentoring.rules.forms import parse_form, raw_of
from storage import form_asks, people, runs, surveys
from storage.tx import Tx
from storage.vocabulary import PersonState, RunState, Source
from tests.cast import Person
from tests.conftest import School
from tests.scenes import scene

Said = Mapping[str, Any]
MARKS = ("s_lesson", "s_class", "s_docs", "s_people", "s_belong", "s_stay")
ENDS = {"goal_done": 8, "satisfied": 9, "glad": "sure", "next": "alone"}


def marks(mark: int, **more: Any) -> Said:
    """The same mark for every question that start and end share."""
    return {**dict.fromkeys(MARKS, mark), **more}


@scene
async def answered(
    school: School,
    form_key: str,
    said: Sequence[Said],
    *,
    invited: int = 0,
    days_ago: int = 0,
    change: Callable[[dict[str, Any]], None] = lambda raw: None,
) -> None:
    """By new people, with their names; as many more as there are to `invited` were asked and are silent."""
    raw = raw_of(forms.load().get(form_key))
    change(raw)
    bot = school.cast.bot
    now = bot.clock.now() - timedelta(days=days_ago)
    async with bot.machine.database.write() as tx:
        digest = await questionnaires.keep(tx, parse_form(raw, {}))
        for number in range(max(len(said), invited)):
            person_id = await _person(tx, school, f"Ромашкин {form_key} {number}")
            if number < invited:
                await _asked(tx, school, person_id, form_key, None)
            if number < len(said):
                await _hands_in(tx, school, person_id, form_key, digest, said[number], now)


@scene
async def closed_round(
    school: School, form_key: str, said: Sequence[Said], *, asked: int, threshold: int = 5, closes: bool = True
) -> int:
    """A round without names; its id."""
    bot = school.cast.bot
    now = bot.clock.now()
    async with bot.machine.database.write() as tx:
        digest = await questionnaires.keep(tx, forms.load().get(form_key))
        by = await _person(tx, school, "Ландышев Пётр")
        survey_id = await surveys.open_round(
            tx, school_id=school.id, school_year=2026, form_key=form_key, digest=digest, threshold=threshold,
            answer_by=now.date() + timedelta(days=7), by=by, now=now,
        )  # fmt: skip
        await surveys.count_asked(tx, survey_id, asked)
        for number, each in enumerate(said):
            person_id = await _person(tx, school, f"Васильков {form_key} {number}")
            await _asked(tx, school, person_id, form_key, survey_id)
            await surveys.take_part(tx, survey_id, person_id)
            for question, value in each.items():
                await surveys.add_answer(tx, survey_id, question, json.dumps(value, ensure_ascii=False))
        if closes:
            await surveys.close(tx, survey_id, now.date(), now)
    return survey_id


@scene
async def opens_monitoring(school: School) -> Person:
    coordinator = school.cast.coordinator
    await coordinator.says("/forms")
    await coordinator.presses("Мониторинг")
    return coordinator


async def _person(tx: Tx, school: School, name: str) -> int:
    return await people.add(
        tx, school_id=school.id, account_id=None, full_name=name, search_name=name.casefold(),
        sort_name=name.casefold(), state=PersonState.INVITED, now=school.cast.bot.clock.now(),
    )  # fmt: skip


async def _asked(tx: Tx, school: School, person_id: int, form_key: str, survey_id: int | None) -> None:
    now = school.cast.bot.clock.now()
    await form_asks.add(
        tx, school_id=school.id, person_id=person_id, form_key=form_key, school_year=2026, by=person_id,
        answer_by=now.date() + timedelta(days=7), survey_id=survey_id, now=now,
    )  # fmt: skip


async def _hands_in(tx: Tx, school: School, person_id: int, form_key: str, digest: str, said: Said, now: Any) -> None:
    run_id = await runs.add(
        tx, school_id=school.id, person_id=person_id, entered_by=person_id, form_key=form_key, form_version=1,
        digest=digest, place="q", about={}, parent_id=None, consent_id=None, source=Source.TAP, now=now,
    )  # fmt: skip
    for question, value in said.items():
        written = json.dumps(value, ensure_ascii=False)
        await runs.put(tx, run_id=run_id, question=question, value=written, source=Source.TAP, now=now)
    await runs.end(tx, run_id, old=RunState.OPEN, new=RunState.SUBMITTED, now=now)
