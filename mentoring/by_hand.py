"""A pair that a coordinator makes without matching: anybody with anybody, and what to mind about the two."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from mentoring import matching, pair_drafts, pairs, past_orders, proposing, schools
from mentoring.access import Member
from mentoring.matching import Seeking
from mentoring.pairs import Beginning
from mentoring.past_orders import PastOrder
from mentoring.rules.matching import Bar, Caution, Counted, Pair, evaluate
from mentoring.rules.matching.verdict import bars, cautions
from mentoring.rules.programmes import default_term
from storage import journal, people
from storage import pairs as rows
from storage.people import Names
from storage.tx import Tx
from storage.vocabulary.pairs import Format, Origin, PairState, Side

ORDER_FORM = "by_hand_order"  # the number and the date of an order that is there, typed
WHY_FORM = "pair_why"  # why this pair, in the coordinator's own words


class Mind(StrEnum):
    """What else to mind of two people, besides what matching says; never a wall."""

    NOT_IN_BANK = "not_in_bank"  # the mentor has not said to be ready
    PAUSED = "paused"  # the mentor takes nobody new for a while
    HAS_PAIR = "has_pair"  # the mentee has another mentor


@dataclass(frozen=True, slots=True)
class Idea:
    """Two people before they are a pair; `already` is the open pair that they are."""

    mentee: Names
    mentor: Names
    minds: tuple[Mind, ...] = ()
    bars: tuple[Bar, ...] = ()
    cautions: tuple[Caution, ...] = ()
    already: int | None = None


@dataclass(frozen=True, slots=True)
class Made:
    """`new` is False of a pair that was there before the press."""

    pairing_id: int
    new: bool = True


async def look(tx: Tx, member: Member, of: Pair, now: datetime) -> Idea | None:
    """None of one person twice, and of whoever is not in the school's list."""
    listed = {each.id: each for each in await people.names(tx, member.school_id)}
    mentee, mentor = listed.get(of.mentee_id), listed.get(of.mentor_id)
    if mentee is None or mentor is None or mentee is mentor:
        return None
    seeking = await matching.seek(tx, member.school_id, now)
    theirs = await _pairs_of_mentee(tx, member, of.mentee_id)
    already = next((each.pairing.id for each in theirs if each.side_of(of.mentor_id) is Side.MENTOR), None)
    return Idea(
        mentee,
        mentor,
        _minds(seeking, of, has_pair=bool(theirs)),
        _bars(seeking, of),
        _cautions(seeking, of),
        already,
    )


async def _pairs_of_mentee(tx: Tx, member: Member, person_id: int) -> list[pairs.Pair]:
    """The open ones, proposed too."""
    found = [await pairs.read(tx, member.school_id, each.id) for each in await rows.open_of(tx, person_id)]
    return [each for each in found if each is not None and each.side_of(person_id) is Side.MENTEE]


def _minds(seeking: Seeking, of: Pair, *, has_pair: bool) -> tuple[Mind, ...]:
    mentor = seeking.mentors.get(of.mentor_id)
    held = (
        (mentor is None, Mind.NOT_IN_BANK),
        (mentor is not None and mentor.paused, Mind.PAUSED),
        (has_pair, Mind.HAS_PAIR),
    )
    return tuple(mind for holds, mind in held if holds)


def _bars(seeking: Seeking, of: Pair) -> tuple[Bar, ...]:
    """What keeps matching from suggesting them; of people whom it does not look at, what is known all the same."""
    mentor, ties = seeking.mentors.get(of.mentor_id), seeking.problem.ties
    if mentor is not None and of.mentee_id in seeking.waiting:
        found = bars(seeking.problem.mentee(of.mentee_id), seeking.problem.mentor(of.mentor_id), ties)
    else:
        full = mentor is not None and seeking.problem.mentor(of.mentor_id).places < 1
        held = ((of in ties.forbidden, Bar.FORBIDDEN), (of in ties.tried, Bar.TRIED), (full, Bar.NO_PLACE))
        found = tuple(bar for holds, bar in held if holds)
    return tuple(bar for bar in found if bar is not Bar.NO_PLACE or mentor is None or not mentor.paused)


def _cautions(seeking: Seeking, of: Pair) -> tuple[Caution, ...]:
    ties = seeking.problem.ties
    if of.mentor_id in seeking.mentors and of.mentee_id in seeking.waiting:
        return cautions(seeking.problem.mentee(of.mentee_id), seeking.problem.mentor(of.mentor_id), ties)
    held = ((of in ties.relatives, Caution.RELATIVE), (of in ties.superiors, Caution.SUPERIOR))
    return tuple(caution for holds, caution in held if holds)


async def ask(tx: Tx, member: Member, of: Pair, now: datetime) -> Made | None:
    """«Спросить обоих»: the mentor is asked first, whatever matching thinks of it."""
    made = await _begin(tx, member, of, PairState.PROPOSED, now)
    if made is not None and made.new:
        await proposing.ask_mentors(tx, member, made.pairing_id, now)
    return made


async def agree(tx: Tx, member: Member, of: Pair, now: datetime) -> Made | None:
    """«Уже договорились»: what is left is the order."""
    return await _begin(tx, member, of, PairState.AGREED, now)


async def enter(tx: Tx, member: Member, of: Pair, order: PastOrder, now: datetime) -> Made | None:
    """«Уже работают»: at work at once, in the order that the school has."""
    year = await schools.year_of(tx, member.school_id)
    term = default_term(order.dated_on, year)
    made = await _begin(tx, member, of, PairState.ACTIVE, now, (term.starts_on, term.ends_on))
    if made is not None and made.new:
        await past_orders.put_in(tx, member, made.pairing_id, order, now)
    return made


async def _begin(
    tx: Tx, member: Member, of: Pair, state: PairState, now: datetime, term: tuple[date, date] | None = None
) -> Made | None:
    """The pair of the two, whose it is already or a new one: pressed twice, it begins once."""
    idea = await look(tx, member, of, now)
    if idea is None:
        return None
    if idea.already is not None:
        return Made(idea.already, new=False)
    form, terms = await _of_the_two(tx, member, of, now)
    starts_on, ends_on = term or (None, None)
    beginning = Beginning(
        (of.mentor_id,),
        (of.mentee_id,),
        form,
        state,
        Origin.BY_HAND,
        terms=terms,
        starts_on=starts_on,
        ends_on=ends_on,
    )
    return Made(await pairs.begin(tx, member, beginning, now))


async def _of_the_two(tx: Tx, member: Member, of: Pair, now: datetime) -> tuple[Format, tuple[Counted, ...]]:
    """How they may work and what speaks for them, when both have answered their questionnaires."""
    seeking = await matching.seek(tx, member.school_id, now)
    if of.mentee_id not in seeking.waiting or of.mentor_id not in seeking.mentors:
        return Format.ONE_TO_ONE, ()
    mentee, mentor = seeking.problem.mentee(of.mentee_id), seeking.problem.mentor(of.mentor_id)
    return proposing.form_of(mentee, mentor), evaluate(mentee, mentor, seeking.problem.ties).terms


async def give_reason(tx: Tx, member: Member, pairing_id: int, why: str, now: datetime) -> bool:
    """Why the coordinator has chosen so, for the coordinators alone; False when it is no pair of this school."""
    pairing = await rows.get(tx, pairing_id, member.school_id)
    if pairing is None:
        return False
    await rows.set_why(tx, pairing_id, why)
    await journal.note(tx, "pair.why", school_id=member.school_id, actor_id=member.person_id, now=now)
    return True


async def propose_group(tx: Tx, member: Member, number: int, at: int, mentor_id: int, now: datetime) -> int | None:
    """An idea of the draft that has no mentor, with one of the coordinator's choice; None when it is there no more."""
    draft = await pair_drafts.look(tx, member, now)
    idea = draft.ideas.get(at) if draft and draft.number == number else None
    if idea is None:
        return None
    listed = {each.id for each in await people.names(tx, member.school_id)}
    if mentor_id not in listed or mentor_id in idea.mentee_ids:
        return None
    beginning = Beginning((mentor_id,), idea.mentee_ids, Format.GROUP, PairState.PROPOSED, Origin.BY_HAND)
    pairing_id = await pairs.begin(tx, member, beginning, now)
    await proposing.ask_mentors(tx, member, pairing_id, now)
    return pairing_id
