"""A roadmap that was sent and waits: understood, asked about, dropped."""

from dataclasses import replace
from datetime import datetime
from functools import lru_cache

from mentoring import calendars, forms, roadmap_setup
from mentoring.access import Member
from mentoring.own_roadmaps.keeping import kept_roadmap, known_texts, proved_keys, put_roadmap
from mentoring.own_roadmaps.model import Draft, Same, TooLong, Typed
from mentoring.rules import own_roadmap
from mentoring.rules.roadmap_files import Change, Understood, difference
from storage import activities, journal, own_roadmaps
from storage.tx import Tx
from storage.vocabulary import RoadmapState

TERM_FORM, RESPONSIBLE_FORM = "roadmap_term", "roadmap_person"
MOST_IN_STAGE = 40  # as many as a screen has buttons for


async def keep(tx: Tx, member: Member, understood: Understood, now: datetime) -> Draft | TooLong | Same:
    """As the one draft of the school, until somebody accepts it or another is sent."""
    year = await roadmap_setup.year_of(tx, member.school_id)
    before = await kept_roadmap(tx, member, year, RoadmapState.ACCEPTED)
    own = own_roadmap.next_version(before, understood)
    for number in range(1, len(understood.stages) + 1):
        if len(own.keys_of(number)) > MOST_IN_STAGE:
            return TooLong(number, MOST_IN_STAGE)
    if before is not None and not difference(before.understood, understood):
        await own_roadmaps.drop(tx, member.school_id, year.school_year, RoadmapState.DRAFT)
        return Same()
    await put_roadmap(tx, member, year.school_year, RoadmapState.DRAFT, own, now)
    await journal.note(tx, "roadmap.own_sent", school_id=member.school_id, actor_id=member.person_id, now=now)
    draft = await find(tx, member, now)
    if draft is None:
        raise LookupError("a draft that was just kept is gone")
    return draft


async def find(tx: Tx, member: Member, now: datetime) -> Draft | None:
    year = await roadmap_setup.year_of(tx, member.school_id)
    kept = await own_roadmaps.get(tx, member.school_id, year.school_year, RoadmapState.DRAFT)
    if kept is None:
        return None
    own, before = own_roadmap.parse(kept.content), await kept_roadmap(tx, member, year, RoadmapState.ACCEPTED)
    proved = await proved_keys(tx, member, year)
    settled = proved | {each.key for each in await activities.confirmed(tx, member.school_id, year.school_year)}
    today = (await calendars.of_school(tx, member.school_id, now)).local_day(now)
    return Draft(
        own,
        year.school_year,
        own_roadmap.asked(own, year.school_year, today, settled),
        _changes(before.understood, own.understood) if before else None,
        tuple(own_roadmap.gone(known_texts(year, before), own, proved).values()),
        own_roadmap.absent(own, forms.load().roadmap),
        kept.kept_at,
    )


@lru_cache(maxsize=32)
def _changes(before: Understood, after: Understood) -> tuple[Change, ...]:
    """Of the same two documents for every press on the way to the acceptance."""
    return difference(before, after)


async def standing(tx: Tx, member: Member, school_year: int) -> RoadmapState | None:
    """Is there one that waits, else one that holds?"""
    found = await own_roadmaps.states(tx, member.school_id, school_year)
    return next((state for state in RoadmapState if state in found), None)


async def answer(tx: Tx, member: Member, mark: int, number: int, said: str, now: datetime) -> bool:
    """Kept at once, also anew; False for another document, another question or what is no answer to it."""
    draft = await find(tx, member, now)
    question = draft.question(number) if draft else None
    if draft is None or question is None or draft.mark != mark:
        return False
    if not own_roadmap.reads(question.asks, said, draft.school_year):
        return False
    own = replace(draft.own, answers={**draft.own.answers, (question.stage, question.asks): said})
    await own_roadmaps.rewrite(tx, member.school_id, draft.school_year, RoadmapState.DRAFT, own_roadmap.write(own))
    return True


async def answer_typed(tx: Tx, member: Member, mark: int, number: int, said: str, now: datetime) -> Typed | None:
    """None when the question is of another document."""
    draft = await find(tx, member, now)
    if draft is None or draft.mark != mark or draft.question(number) is None:
        return None
    return Typed(number, await answer(tx, member, mark, number, said, now))


async def drop(tx: Tx, member: Member) -> bool:
    year = await roadmap_setup.year_of(tx, member.school_id)
    return bool(await own_roadmaps.drop(tx, member.school_id, year.school_year, RoadmapState.DRAFT))
