"""One pair proposed: what speaks for it is kept, its mentor is asked first."""

from datetime import datetime

from mentoring import calendars, offers, pair_ties, pairs
from mentoring.access import Member
from mentoring.matching import Seeking
from mentoring.pairs import Beginning
from mentoring.rules.matching import (
    Mentee,
    Mentor,
    Pair,
    Want,
    evaluate,
)
from mentoring.rules.matching.terms import accepted
from mentoring.rules.readiness import Ready
from storage.tx import Tx
from storage.vocabulary.pairs import Format, Origin, PairState, Side, Tie


async def pair(tx: Tx, member: Member, seeking: Seeking, of: Pair, now: datetime, *, why: str = "") -> int:
    """One mentee to one mentor, by what speaks for them now; the pin has done its work."""
    mentee, mentor = seeking.problem.mentee(of.mentee_id), seeking.problem.mentor(of.mentor_id)
    verdict = evaluate(mentee, mentor, seeking.problem.ties)
    pairing_id = await pairs.begin(
        tx,
        member,
        Beginning(
            (of.mentor_id,),
            (of.mentee_id,),
            form_of(mentee, mentor),
            PairState.PROPOSED,
            Origin.MATCHED,
            why=why,
            terms=verdict.terms,
        ),
        now,
    )
    await pair_ties.drop(tx, member, seeking.school_year, of, Tie.PINNED)
    await ask_mentors(tx, member, pairing_id, now)
    return pairing_id


async def ask_mentors(tx: Tx, member: Member, pairing_id: int, now: datetime) -> None:
    """The first question of a proposed pair."""
    pair = await pairs.read(tx, member.school_id, pairing_id)
    if pair is not None:
        calendar = await calendars.of_school(tx, member.school_id, now)
        await offers.ask(tx, pair, Side.MENTOR, calendar, now)


def form_of(mentee: Mentee, mentor: Mentor) -> Format:
    """What both have ticked and the mentor is ready for; one to one when nothing speaks for another."""
    common = accepted(mentee) & mentor.formats
    if mentor.ready is Ready.REMOTE:
        return Format.REMOTE
    if mentor.ready is Ready.SHORT or mentee.wants is not Want.YEAR:
        return Format.SITUATIONAL if "situational" in common else Format.SHORT_TERM
    likely = (Format.ONE_TO_ONE, Format.REMOTE, Format.REVERSE)
    return next((form for form in likely if form.value in common), Format.ONE_TO_ONE)
