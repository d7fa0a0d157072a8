"""A questionnaire that was changed and waits as a draft, as if it had been sent as a file."""

import json
from collections.abc import Callable
from typing import Any

from mentoring import drafts, forms, questionnaires
from mentoring.access import Member, actor
from mentoring.drafts import Kept
from mentoring.rules.forms import raw_of
from tests.conftest import School
from tests.scenes import scene

Raw = dict[str, Any]
TIME_TABLE: Raw = {"key": "timetable", "type": "text", "text": "В какие дни у вас методический день?"}


def added(raw: Raw, *, question: Raw = TIME_TABLE, before: str = "time") -> None:
    keys = [each["key"] for each in raw["questions"]]
    raw["questions"].insert(keys.index(before), question)


async def coordinates(school: School, tx: Any) -> Member:
    member = (await actor(tx, school.cast.coordinator.user_id)).member
    assert member is not None
    return member


@scene
async def drafted(school: School, key: str, *edits: Callable[[Raw], None]) -> Kept:
    """The school's present questionnaire with these edits, kept as a draft."""
    bot = school.cast.bot
    async with bot.machine.database.write() as tx:
        member = await coordinates(school, tx)
        form = (await questionnaires.every(tx, member.school_id)).get(key) or forms.load().get(key)
        raw = raw_of(form)
        for edit in edits:
            edit(raw)
        return (await drafts.keep(tx, member, json.dumps(raw, ensure_ascii=False), bot.clock.now()))[0]


@scene
async def published(school: School, key: str, *edits: Callable[[Raw], None], note: str = "") -> None:
    """Changed and published at once; edits may make another one of it, with a key of its own."""
    await drafted(school, key, *edits)
    bot = school.cast.bot
    (key,) = await bot.fetch(str, "SELECT form_key FROM form_draft ORDER BY id DESC LIMIT 1")
    async with bot.machine.database.write() as tx:
        member = await coordinates(school, tx)
        draft = await drafts.of_key(tx, member, key)
        assert draft is not None
        await drafts.publish(tx, member, draft.id, note, bot.clock.now())
