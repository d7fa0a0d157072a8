"""The roadmap that the year goes by: accepted, looked at, given up again."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from mentoring import forms, roadmap_setup, stage_words
from mentoring.access import Member
from mentoring.own_roadmaps.drafts import find
from mentoring.own_roadmaps.keeping import kept_roadmap, known_texts, proved_keys, put_roadmap
from mentoring.own_roadmaps.model import Draft, Holding
from mentoring.roadmap_setup import Year
from mentoring.rules import own_roadmap
from mentoring.rules.own_roadmap import Asks, Past
from mentoring.rules.roadmap import Roadmap
from storage import activities, evidence, journal, own_roadmaps
from storage.evidence import Evidence
from storage.tx import Tx
from storage.vocabulary import EvidenceKind, RoadmapState

_KINDS: Mapping[str, EvidenceKind] = {Past.DONE: EvidenceKind.WORDS, Past.DROP: EvidenceKind.NOT_APPLICABLE}


async def holding(tx: Tx, member: Member) -> Holding | None:
    """None while the default roadmap holds."""
    year = await roadmap_setup.year_of(tx, member.school_id)
    kept = await own_roadmaps.get(tx, member.school_id, year.school_year, RoadmapState.ACCEPTED)
    if kept is None:
        return None
    proved = await proved_keys(tx, member, year)
    gone = own_roadmap.parse(kept.content).gone
    return Holding(kept.kept_at, tuple(text for key, text in gone.items() if key in proved))


async def accept(tx: Tx, member: Member, mark: int, now: datetime) -> bool:
    """From now on the year goes by it; False when another document waits, or something is still open."""
    draft = await find(tx, member, now)
    if draft is None or draft.mark != mark or draft.open:
        return False
    year = await roadmap_setup.year_of(tx, member.school_id)
    before = await kept_roadmap(tx, member, year, RoadmapState.ACCEPTED)
    gone = own_roadmap.gone(known_texts(year, before), draft.own, await proved_keys(tx, member, year))
    lasting = {asked: said for asked, said in draft.own.answers.items() if asked[1] is not Asks.PAST}
    own = replace(draft.own, answers=lasting, gone=gone)
    await _unconfirm_moved(tx, member, year, roadmap_setup.of_own(own_roadmap.write(own), year.school_year))
    await _mark_past(tx, member, draft, now)
    await put_roadmap(tx, member, year.school_year, RoadmapState.ACCEPTED, own, now)
    await own_roadmaps.drop(tx, member.school_id, year.school_year, RoadmapState.DRAFT)
    await journal.note(tx, "roadmap.own_accept", school_id=member.school_id, actor_id=member.person_id, now=now)
    return True


async def give_up(tx: Tx, member: Member, now: datetime) -> bool:
    """Back to the default roadmap; evidence comes back with its activities. The own one waits to be accepted again."""
    year = await roadmap_setup.year_of(tx, member.school_id)
    held = await kept_roadmap(tx, member, year, RoadmapState.ACCEPTED)
    if held is None:
        return False
    await own_roadmaps.drop(tx, member.school_id, year.school_year, RoadmapState.ACCEPTED)
    if await own_roadmaps.get(tx, member.school_id, year.school_year, RoadmapState.DRAFT) is None:
        await put_roadmap(tx, member, year.school_year, RoadmapState.DRAFT, held, now)
    await _unconfirm_moved(tx, member, year, forms.load().roadmap)
    await journal.note(tx, "roadmap.own_give_up", school_id=member.school_id, actor_id=member.person_id, now=now)
    return True


async def forget_name(tx: Tx, school_id: int, full_name: str) -> None:
    """A person is erased: no roadmap names them any more, neither one that holds nor one that waits."""
    for each in await own_roadmaps.of_school(tx, school_id):
        own = own_roadmap.parse(each.content)
        if (nameless := own_roadmap.without_name(own, full_name)) != own:
            content = own_roadmap.write(nameless)
            await own_roadmaps.rewrite(tx, school_id, each.school_year, each.state, content)


async def _unconfirm_moved(tx: Tx, member: Member, year: Year, after: Roadmap) -> None:
    """A confirmed day stays where the term proposes what it proposed before: nothing is scheduled from the others."""
    was = {due.activity.key: due.day for due in year.due_dates}
    will = {due.activity.key: due.day for due in after.due_dates(year.school_year)}
    for each in await activities.confirmed(tx, member.school_id, year.school_year):
        if each.key not in will or was.get(each.key) != will[each.key]:
            await activities.unconfirm(tx, member.school_id, year.school_year, each.key)


async def _mark_past(tx: Tx, member: Member, draft: Draft, now: datetime) -> None:
    """Stages whose term was over: done before the bot, or not needed this year."""
    proved = {each.activity for each in await evidence.of_year(tx, member.school_id, draft.school_year)}
    for (stage, asks), said in draft.own.answers.items():
        if asks is Asks.PAST and said in _KINDS:
            for key in sorted(draft.own.keys_of(stage) - proved):
                await evidence.record(
                    tx,
                    Evidence(key, _KINDS[said], words=stage_words.PAST[Past(said)]),
                    school_id=member.school_id,
                    school_year=draft.school_year,
                    by=member.person_id,
                    now=now,
                )
