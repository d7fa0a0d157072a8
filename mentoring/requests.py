"""Professional requests: the mentee bank, and a person's own request."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from mentoring import answer_values, answered, silence
from mentoring.access import Member
from mentoring.answered import Answered
from mentoring.silence import SilentPage
from storage import bank
from storage.bank import Count, Entry
from storage.tx import Tx

FORM = "needs"
PAGE = 8


class Wish(StrEnum):
    """Whether the author wants a mentor: the options of the question."""

    YEAR = "year"
    SHORT = "short"
    LATER = "later"
    DECLINE = "decline"


@dataclass(frozen=True, slots=True)
class BankLine:
    """One request of the list; `is_new` until the coordinator says that it is seen."""

    id: int  # the person's
    run_id: int
    full_name: str
    position: str
    is_new: bool
    wish: Wish | None


@dataclass(frozen=True, slots=True)
class BankPage:
    entries: tuple[BankLine, ...]
    count: Count
    number: int
    pages: int


async def page(tx: Tx, member: Member, number: int, *, around: int = 0) -> BankPage:
    """A page of the bank; `around` is the run whose page is wanted instead."""
    found = await bank.count(tx, member.school_id)
    if around:
        number = await bank.place_of(tx, member.school_id, around) // PAGE
    pages = max(1, -(-found.answered // PAGE))
    number = min(max(number, 0), pages - 1)
    entries = await bank.page(tx, member.school_id, offset=number * PAGE, limit=PAGE)
    return BankPage(tuple(_bank_line(each) for each in entries), found, number, pages)


def _bank_line(of: Entry) -> BankLine:
    said = answer_values.read(of.wish)
    wish = Wish(said) if isinstance(said, str) and said in set(Wish) else None
    return BankLine(of.id, of.run_id, of.full_name, of.position, of.seen_at is None, wish)


async def silent(tx: Tx, member: Member, number: int, now: datetime) -> SilentPage:
    """Who has not handed in, each with the reason."""
    found = await bank.count(tx, member.school_id)
    total = found.people - found.answered
    pages = max(1, -(-total // PAGE))
    number = min(max(number, 0), pages - 1)
    today = now.astimezone(member.zone).date()
    rows = await bank.silent(tx, member.school_id, offset=number * PAGE, limit=PAGE)
    return SilentPage(tuple(silence.line(each, today) for each in rows), number, pages, total, found.people)


async def read(tx: Tx, member: Member, run_id: int) -> Answered | None:
    """A request of the coordinator's own school; None when it is gone."""
    return await answered.read(tx, member, FORM, run_id)


async def own(tx: Tx, member: Member) -> Answered | None:
    """The person's own request, handed in or begun."""
    return await answered.own(tx, member, FORM)


async def of_person(tx: Tx, member: Member, person_id: int) -> Answered | None:
    """The request of a person of the coordinator's school."""
    return await answered.of_person(tx, member, FORM, person_id)


async def withdraw(tx: Tx, member: Member, now: datetime) -> bool:
    """The author takes the request back: it leaves the bank."""
    return await answered.withdraw(tx, member, FORM, now, act="request.withdraw")
