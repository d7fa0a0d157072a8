"""The screens of the roadmap, drawn alike after a press and after what was typed."""

from collections.abc import Mapping
from datetime import datetime

from handlers.effects import Button, Screen, column
from handlers.presses import Deed, Spot, act, go
from handlers.texts import common
from handlers.texts import gatherings as gathering_words
from handlers.texts import menu as labels
from handlers.texts import own_roadmap as own_words
from handlers.texts import pairs as pair_words
from handlers.texts import practices as practice_words
from handlers.texts import programmes as programme_words
from handlers.texts import roadmap_questions as question_words
from handlers.texts import school_days as calendar_words
from handlers.texts import stages as words
from handlers.texts import year_end as year_words
from mentoring import own_roadmaps, proofs, roadmap_setup, stages
from mentoring.access import Member
from mentoring.jobs import Work
from mentoring.proofs import Proof
from mentoring.rules.roadmap import Counter
from mentoring.rules.stage_status import SETTLED
from mentoring.stages import ActivitySeen, StageSeen
from storage.tx import Tx
from storage.vocabulary import EvidenceKind, RoadmapState

PROOFS = tuple(Proof)
FILES = (Work.ROADMAP_CHART, Work.ROADMAP_DOCUMENT, Work.ROADMAP_BOOK)
# Where what a counter counts is looked after.
_LEADS: Mapping[Counter, tuple[str, Spot]] = {
    Counter.PAPERS: (labels.PAPERS, Spot.PAPERS),
    Counter.REQUESTS: ("Кто не ответил", Spot.SILENT),
    Counter.MENTEES: (labels.BANK, Spot.BANK),
    Counter.MENTOR_FORMS: (labels.MENTORS, Spot.MENTORS),
    Counter.MENTORS: (labels.MENTORS, Spot.MENTORS),
    Counter.PAIRS: (pair_words.TITLE, Spot.PAIRS),
    Counter.PROGRAMMES: (programme_words.PROGRAMMES, Spot.PROGRAMMES),
    Counter.PRACTICES: (practice_words.TITLE, Spot.PRACTICE_DESK),
}


async def year(tx: Tx, member: Member, now: datetime) -> Screen:
    seen = await stages.look(tx, member.school_id, now)
    questions = [go(words.questions_label(seen.open), Spot.ROADMAP_QUESTION)] if seen.open else []
    return Screen(
        words.year(seen),
        column(
            *questions,
            go(words.dates_label(seen.to_confirm), Spot.ROADMAP_DATES),
            *(go(words.stage_label(each), Spot.ROADMAP_STAGE, each.number) for each in seen.stages),
            *(act(words.FILES[each], Deed.ROADMAP_FILE, number) for number, each in enumerate(FILES)),
            _own(await own_roadmaps.standing(tx, member, seen.school_year)),
            go(calendar_words.TITLE, Spot.CALENDAR),
            go(year_words.TITLE, Spot.YEAR_END),
            go(common.MENU, Spot.MENU),
        ),
    )


def _own(standing: RoadmapState | None) -> Button:
    """The way to the school's own roadmap: to send one, to go on with what waits, to look at what holds."""
    named = {RoadmapState.DRAFT: own_words.WAITS, RoadmapState.ACCEPTED: own_words.HOLDS}
    return go(named[standing], Spot.OWN_ROADMAP) if standing else act(own_words.UPLOAD, Deed.OWN_SEND)


async def stage(tx: Tx, member: Member, number: int, now: datetime) -> Screen:
    """One that this year has not leads to the whole."""
    seen = await stages.look(tx, member.school_id, now)
    of = next((each for each in seen.stages if each.number == number), None)
    if of is None:
        return await year(tx, member, now)
    return Screen(
        words.stage(of),
        (
            *column(
                *(
                    go(words.activity_label(place, each), Spot.ROADMAP_ACTIVITY, argument=each.activity.key)
                    for place, each in enumerate(of.activities, 1)
                )
            ),
            _neighbours(number, len(seen.stages)),
            *column(go(words.TO_ROADMAP, Spot.ROADMAP), go(common.MENU, Spot.MENU)),
        ),
    )


def _neighbours(number: int, of: int) -> tuple[Button, ...]:
    return (
        *([go(f"◀ Этап {number - 1}", Spot.ROADMAP_STAGE, number - 1)] if number > 1 else []),
        *([go(f"Этап {number + 1} ▶", Spot.ROADMAP_STAGE, number + 1)] if number < of else []),
    )


async def activity(tx: Tx, member: Member, key: str, now: datetime) -> Screen:
    found = (await stages.look(tx, member.school_id, now)).place(key)
    if found is None:
        return Screen(words.gone(), column(go(words.TO_ROADMAP, Spot.ROADMAP), go(common.MENU, Spot.MENU)))
    of, seen = found
    back = go(words.stage_label(of), Spot.ROADMAP_STAGE, of.number)
    return Screen(words.activity(of, seen), column(*_acts(of, seen), back, go(common.MENU, Spot.MENU)))


def _acts(of: StageSeen, seen: ActivitySeen) -> list[Button]:
    key, counter = seen.activity.key, seen.activity.counter
    lead = [go(*_LEADS[counter])] if counter and seen.state not in SETTLED else []
    if seen.activity.evidence is EvidenceKind.EVENT:
        lead = [go(gathering_words.TITLE, Spot.GATHERINGS)]
    change = [go(words.CHANGE_DAY, Spot.ROADMAP_DATE, argument=key)] if seen.day else []
    if seen.evidence:
        return [act(words.TAKE_BACK, Deed.PROOF_BACK, argument=key), *change]
    offered = [proofs.form_of(seen.activity), Proof.REASON, Proof.NOT_NEEDED]
    if seen.activity.evidence not in (EvidenceKind.DOCUMENT, EvidenceKind.EVENT):
        offered.remove(Proof.REASON)  # nothing is needed that it could be without
    marks = [act(words.ASKS[each], Deed.PROOF, PROOFS.index(each), key) for each in offered]
    return [*lead, *marks, *change]


async def question(tx: Tx, member: Member, number: int, head: str = "") -> Screen | None:
    """The question of this number, else the first that waits; None when all are answered."""
    of_year = await roadmap_setup.year_of(tx, member.school_id)
    if not number:
        if not of_year.undecided:
            return None
        number = of_year.questions.index(of_year.undecided[0]) + 1
    if number > len(of_year.questions):
        return None
    of = of_year.questions[number - 1]
    text = question_words.ask(of, number, len(of_year.questions), of_year.chosen.get((of.stage, of.open)))
    back = [go(common.BACK, Spot.ROADMAP_QUESTION, number - 1)] if number > 1 else []
    return Screen(
        f"{head}\n\n{text}" if head else text,
        column(
            *(act(question_words.choice(of, each), Deed.ROADMAP_DECIDE, number, f"{each}") for each in of.choices),
            *back,
            go(common.LATER, Spot.ROADMAP),
        ),
    )
