"""What a pair's programme is filled with, by today's state."""

from collections.abc import Mapping
from datetime import date, datetime
from zoneinfo import ZoneInfo

from mentoring import pairs, programmes, schools
from mentoring.documents import of_pair
from mentoring.documents.filled import Filled
from mentoring.pair_words import area
from mentoring.pairs import Pair
from mentoring.papers.office_words import day
from mentoring.papers.programme_words import change_line, plan_step
from mentoring.papers.templates.fields import Values, missing
from mentoring.papers.templates.kinds.programme import PROGRAMME
from mentoring.programmes import Seen, VersionSeen, written
from mentoring.rules.names import short_name
from mentoring.rules.programmes import changes
from mentoring.rules.text import clean_line, fold
from storage import programmes as rows
from storage.tx import Tx
from storage.vocabulary.pairs import Format, ProgrammeState

RELATION = "педагог – педагог"
RHYTHM = "не реже одной встречи в две недели"


async def gather(tx: Tx, school_id: int, about: str, now: datetime) -> Filled | None:
    """None when the programme is gone, or was never begun. One that lacks something is a draft, whoever approved it."""
    pair = await pairs.read(tx, school_id, int(about))
    seen = await programmes.seen(tx, pair, now) if pair else None
    if pair is None or seen is None:
        return None
    zone = ZoneInfo((await schools.get(tx, school_id)).time_zone)
    versions = await programmes.versions(tx, seen.pairing_id, zone)
    values: Values = {
        **await of_pair.head(tx, pair),
        **await of_pair.director(tx, school_id),
        **_work(pair, seen),
        "изменения": [_version(each) for each in reversed(versions) if each.changes],
    }
    return Filled(values, is_draft=await _is_draft(tx, seen) or bool(missing(PROGRAMME, values)))


def _work(pair: Pair, seen: Seen) -> Values:
    of = seen.programme
    areas: Mapping[str, str] = {each.step.area: area(each.step.area) for each in seen.steps}
    asked = "; ".join(area(key) for key in of.areas)
    return {
        "пара.вид": RELATION,
        "пара.режим": f"{RHYTHM}, дистанционно" if pair.pairing.format is Format.REMOTE else RHYTHM,
        **term(of.starts_on, of.ends_on),
        "запрос.направления": asked,
        "запрос.слова": "" if fold(of.problem) == fold(asked) else clean_line(of.problem),
        "цель": clean_line(of.goal),
        "задачи": of_pair.numbered(of.tasks),
        "план": [plan_step(number, each.step, areas, each.done_on) for number, each in enumerate(seen.steps, start=1)],
        "результаты": of_pair.numbered(of.expected),
        "продукт": clean_line(of.product),
    }


def term(starts_on: date | None, ends_on: date | None) -> Values:
    return {"срок.начало": day(starts_on) if starts_on else "", "срок.конец": day(ends_on) if ends_on else ""}


async def _is_draft(tx: Tx, seen: Seen) -> bool:
    """Not what a coordinator has approved; of a closed one, when it was changed after the last approval."""
    if seen.state is not ProgrammeState.CLOSED:
        return seen.state is not ProgrammeState.APPROVED
    kept = await rows.versions(tx, seen.pairing_id)
    return not kept or bool(changes(written.of_snapshot(kept[0].content), seen.programme))


def _version(of: VersionSeen) -> Values:
    return {
        "дата": day(of.kept_on),
        "что": "\n".join(change_line(each) for each in of.changes),
        "кто": short_name(of.kept_by),
    }
