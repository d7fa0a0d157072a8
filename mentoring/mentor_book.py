"""The mentor bank as a workbook: everything in words, ready to be written."""

from collections.abc import Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

from mentoring import book_forms, schools
from mentoring.bank_book import day, not_sent, source
from mentoring.book_forms import Told
from mentoring.papers.values import AskedLine, MentorBankBook, ReadyPerson
from mentoring.rules.readiness import FORM, REFUSALS, Doubt, capacity_of, doubts, ready_of
from storage import bank_book, form_asks, mentors
from storage.bank_book import BookLine
from storage.form_asks import AskedPerson
from storage.tx import Tx
from storage.vocabulary import RunState

_DOUBTS: Mapping[Doubt, str] = {
    Doubt.NEW_TO_WORK: "стаж до трёх лет, категории нет",
    Doubt.NOT_SURE: "оценка готовности 4 из 10 или ниже",
    Doubt.MANY: "больше двух коллег сразу",
    Doubt.ONLY_SHORT: "только разовые консультации",
}


async def gather(tx: Tx, school_id: int, now: datetime) -> MentorBankBook:
    """One consistent picture; withdrawn people are absent and counted."""
    school = await schools.get(tx, school_id)
    zone = ZoneInfo(school.time_zone)
    told = await book_forms.gather(tx, school_id, FORM)
    paused = {each.person_id: each.began_at for each in await mentors.paused(tx, school_id)}
    return MentorBankBook(
        school=school.name,
        school_year=f"{school.school_year}/{school.school_year + 1}",
        made_on=f"{day(now, zone):%d.%m.%Y}",
        made_at=now.replace(tzinfo=None),
        people=tuple(
            _person(told, line, paused.get(line.person_id), zone) for line in told.lines if _offers(told, line)
        ),
        forms=told.forms(),
        asked=tuple(_asked(each, zone) for each in await form_asks.book(tx, school_id, FORM)),
        counts=await _counts(tx, school_id),
    )


def _offers(told: Told, line: BookLine) -> bool:
    ready = ready_of(told.answers(line))
    return ready is not None and ready not in REFUSALS


def _person(told: Told, line: BookLine, paused_at: datetime | None, zone: ZoneInfo) -> ReadyPerson:
    answers = told.answers(line)
    return ReadyPerson(
        name=line.full_name,
        position=line.position,
        ready=told.words(line, "ready"),
        capacity=capacity_of(answers),
        paused=f"с {day(paused_at, zone):%d.%m.%Y}" if paused_at else "",
        subjects=told.words(line, "subjects"),
        levels=told.words(line, "levels"),
        experience=told.words(line, "experience"),
        category=told.words(line, "category"),
        areas=told.words(line, "areas"),
        formats=told.words(line, "formats"),
        time=told.words(line, "time"),
        sure=told.words(line, "s_ready"),
        minds="; ".join(_DOUBTS[doubt] for doubt in doubts(answers)),
        sent_on=day(line.submitted_at, zone),
        seen_on=day(line.seen_at, zone) if line.seen_at else None,
        source=source(line),
        consented_on=day(line.consented_at, zone) if line.consented_at else None,
        paper_received_on=line.received_on,
    )


def _asked(of: AskedPerson, zone: ZoneInfo) -> AskedLine:
    answered = of.state is RunState.SUBMITTED
    words = "отправлена" if answered else not_sent(of.state, in_bot=of.account_id is not None)
    return AskedLine(of.full_name, of.position, day(of.asked_at, zone), of.answer_by, words)


async def _counts(tx: Tx, school_id: int) -> tuple[tuple[str, int], ...]:
    count = await mentors.count(tx, school_id)
    asked = await form_asks.count(tx, school_id, FORM)
    return (
        ("Готовы", count.ready),
        ("Из них только для консультаций", count.short),
        ("Из них на паузе", count.paused),
        ("Всего мест", count.places),
        ("Скажут позже", count.later),
        ("Отказались", count.declined),
        ("Приглашены", asked.asked),
        ("Приглашены и не ответили", asked.silent),
        ("Исключено: отозвано согласие", await bank_book.count_excluded(tx, school_id, FORM)),
    )
