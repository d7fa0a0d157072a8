"""The screens of thanks and certificates, drawn alike after a press and after a number was typed."""

from collections.abc import Iterator, Mapping
from datetime import datetime

from handlers.effects import Button, Effects, Screen, column, with_head
from handlers.pages import turns
from handlers.presses import Deed, Spot, act, go
from handlers.texts import common
from handlers.texts import documents as document_words
from handlers.texts import honours as words
from handlers.texts import people as people_words
from handlers.texts import year_end as year_words
from mentoring import documents, honours, pairs
from mentoring.access import Member
from mentoring.declensions import Subject
from mentoring.documents import Signed
from mentoring.documents.filled import Register
from mentoring.filling import Run
from mentoring.honours import EVERYBODY, MENTEE, MENTOR, SIDES, THANKS, Honoured, Withheld
from mentoring.papers.templates.kinds import OUTLINES
from storage.tx import Tx
from storage.vocabulary.documents import DocumentKind

PAGE = 8


async def listed(tx: Tx, member: Member, school_year: int, page: int, pairing_id: int = 0) -> Screen:
    """Everybody of the year, or the people of one pair."""
    of = await honours.year(tx, member.school_id, await _known(tx, member, school_year))
    pair = await pairs.read(tx, member.school_id, pairing_id) if pairing_id else None
    inside = {each.person_id for each in (*pair.members, *pair.gone)} if pair else set()
    people = [each for each in of.people if not pair or each.id in inside]
    pages = max(1, -(-len(people) // PAGE))
    page = min(max(page, 0), pages - 1)
    shown, argument = people[page * PAGE : (page + 1) * PAGE], str(of.school_year)
    named = people_words.told_apart(shown)
    lines = (go(words.line(each, named[each.id]), Spot.HONOUR, each.id, argument=argument) for each in shown)
    every = () if pair else _all(of)
    cases = any(THANKS in each.kinds and not each.accusative for each in people)
    return Screen(
        words.listed(of, people, page, pages),
        (
            *column(*every, *lines),
            *turns(Spot.HONOURS, pairing_id, page, pages, argument=argument),
            *column(
                *([go(words.CASES, Spot.DECLENSIONS)] if cases else []),
                *([go(words.TO_PAIR, Spot.PAIR, pairing_id)] if pair else [go(year_words.TO_YEAR, Spot.YEAR_END)]),
                go(common.MENU, Spot.MENU),
            ),
        ),
    )


def _all(of: honours.Year) -> Iterator[Button]:
    for kind in SIDES:
        if earned := of.earned(kind):
            argument = f"{kind}.{of.school_year}"
            yield act(words.all_label(kind, len(earned)), Deed.HONOUR_MAKE, EVERYBODY, argument)


async def one(tx: Tx, member: Member, person_id: int, school_year: int, now: datetime) -> Screen:
    years = await honours.years_of(tx, member.school_id, person_id)
    year = school_year if school_year in years else next(iter(years), 0)
    of = await honours.person(tx, member.school_id, person_id, year) if year else None
    if of is None:
        return Screen(words.gone(), column(go(words.TITLE, Spot.HONOURS), go(common.MENU, Spot.MENU)))
    others = (go(words.other_year(each), Spot.HONOUR, person_id, argument=str(each)) for each in years if each != year)
    return Screen(
        words.one(of, await _numbers(tx, member, of, now)),
        column(
            *_ways(of),
            *others,
            go(words.TO_LIST, Spot.HONOURS, argument=str(year)),
            go(common.MENU, Spot.MENU),
        ),
    )


def _ways(of: Honoured) -> Iterator[Button]:
    """What may be made; of the rest, where it is mended."""
    for kind in of.kinds:
        argument = f"{kind}.{of.school_year}"
        if of.withheld(kind) is None:
            yield act(words.make_label(kind), Deed.HONOUR_MAKE, of.id, argument)
            if OUTLINES[kind].numbered:
                yield act(words.number_label(kind), Deed.HONOUR_SIGN, of.id, argument)
    if THANKS in of.kinds and not of.accusative:
        subject = Subject.POST if of.cases else Subject.NAME
        yield go(words.CASE, Spot.DECLENSION, of.id, argument=subject)
    yield from _mending(of)


def _mending(of: Honoured) -> Iterator[Button]:
    reasons = {kind: of.withheld(kind) for kind in of.kinds}
    unordered = next((each for each in of.works if not each.number), None)
    if unordered and Withheld.NO_ORDER in reasons.values():
        about = honours.about(of.id, of.school_year)
        yield act(words.ORDER, Deed.HONOUR_ORDER, unordered.pairing_id, about)
    mentee = next((each for each in of.works if each.side is SIDES[MENTEE]), None)
    if mentee and reasons.get(MENTEE) in (Withheld.NO_PROGRAMME, Withheld.NOT_FINISHED):
        yield go(words.PROGRAMME, Spot.MY_PROGRAMME, mentee.pairing_id)
    if reasons.get(THANKS) is Withheld.NOT_BEGUN:
        first = next(each for each in of.works if each.side is SIDES[MENTOR])
        yield go(words.TO_PAIR, Spot.PAIR, first.pairing_id)


async def _numbers(tx: Tx, member: Member, of: Honoured, now: datetime) -> Mapping[DocumentKind, Register]:
    found = {}
    for kind in of.kinds:
        if OUTLINES[kind].numbered and of.withheld(kind) is None:
            about = honours.about(of.id, of.school_year)
            seen = await documents.look_at(tx, member.school_id, kind, about, now)
            if seen is not None and seen.signed is not None:
                found[kind] = seen.signed
    return found


async def _known(tx: Tx, member: Member, school_year: int) -> int:
    """The present year for none, or for one of which only numbers are kept."""
    years = await honours.years(tx, member.school_id)
    return school_year if school_year in years else years[0]


async def back(tx: Tx, member: Member, run: Run, now: datetime) -> Screen:
    person_id, school_year = honours.read_about(str(run.about["about"])) or (0, 0)
    return await one(tx, member, person_id, school_year, now)


async def after(tx: Tx, member: Member, run: Run, result: object, now: datetime) -> Effects:
    screen = await back(tx, member, run, now)
    return with_head(screen, document_words.signed(result)) if isinstance(result, Signed) else screen
