"""The mentee bank as a workbook: everything in words, ready to be written."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from mentoring import book_forms, schools
from mentoring.book_forms import Told
from mentoring.papers.values import BankPerson, MenteeBankBook
from mentoring.requests import FORM
from storage import bank, bank_book
from storage.bank_book import BookLine, BookSilent
from storage.tx import Tx
from storage.vocabulary import RunState, Source


async def gather(tx: Tx, school_id: int, now: datetime) -> MenteeBankBook:
    """One consistent picture, who has answered first; withdrawn people are absent and counted."""
    school = await schools.get(tx, school_id)
    zone = ZoneInfo(school.time_zone)
    told = await book_forms.gather(tx, school_id, FORM)
    silent = await bank_book.book_silent(tx, school_id)
    count = await bank.count(tx, school_id)
    return MenteeBankBook(
        school=school.name,
        school_year=f"{school.school_year}/{school.school_year + 1}",
        made_on=f"{day(now, zone):%d.%m.%Y}",
        made_at=now.replace(tzinfo=None),
        people=(
            *(_person(told, line, zone) for line in told.lines),
            *(_silent(line, zone) for line in silent),
        ),
        forms=told.forms(),
        invited=count.people,
        answered=count.answered,
        excluded=await bank_book.count_excluded(tx, school_id, FORM),
    )


def _person(told: Told, line: BookLine, zone: ZoneInfo) -> BankPerson:
    return BankPerson(
        name=line.full_name,
        position=line.position,
        subjects=told.words(line, "subjects"),
        levels=told.words(line, "levels"),
        experience=told.words(line, "experience"),
        wish=told.words(line, "want_mentor"),
        request="отправлена",
        sent_on=day(line.submitted_at, zone),
        seen_on=day(line.seen_at, zone) if line.seen_at else None,
        source=source(line),
        consented_on=day(line.consented_at, zone) if line.consented_at else None,
        paper_received_on=line.received_on,
    )


def _silent(line: BookSilent, zone: ZoneInfo) -> BankPerson:
    return BankPerson(
        name=line.full_name,
        position=line.position,
        request=not_sent(line.state, in_bot=line.account_id is not None),
        consented_on=day(line.consented_at, zone) if line.consented_at else None,
        paper_received_on=line.received_on,
    )


def not_sent(state: RunState | None, *, in_bot: bool) -> str:
    """Coarser than «Кто не ответил», for a file travels: not who declined, only that nothing was begun."""
    if state is RunState.OPEN:
        return "начата, не отправлена"
    return "не начата" if in_bot else "ещё не в боте"


def source(line: BookLine) -> str:
    return "с бумаги" if line.source is Source.PAPER else "в боте"


def day(moment: datetime, zone: ZoneInfo) -> date:
    return moment.astimezone(zone).date()
