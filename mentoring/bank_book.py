"""The mentee bank as a workbook: everything in words, ready to be written."""

from collections import defaultdict
from datetime import date, datetime
from zoneinfo import ZoneInfo

from mentoring import forms, schools
from mentoring.filling.place import read
from mentoring.papers.values import BankAnswers, BankForm, BankPerson, BankQuestion, MenteeBankBook
from mentoring.requests import FORM
from mentoring.rules import questionnaire
from mentoring.rules.forms import Form
from mentoring.rules.questionnaire import Answers, Value
from storage import bank, bank_book
from storage.bank_book import BookLine, BookSilent
from storage.tx import Tx
from storage.vocabulary import RunState, Source


async def gather(tx: Tx, school_id: int, now: datetime) -> MenteeBankBook:
    """One consistent picture, who has answered first; withdrawn people are absent and counted."""
    school = await schools.get(tx, school_id)
    zone = ZoneInfo(school.time_zone)
    lines = await bank_book.book(tx, school_id)
    answers: dict[int, dict[str, Value | None]] = defaultdict(dict)
    for each in await bank_book.book_answers(tx, school_id):
        answers[each.run_id][each.question] = read(each.value)
    silent = await bank_book.book_silent(tx, school_id)
    count = await bank.count(tx, school_id)
    form = forms.load().get(FORM)
    return MenteeBankBook(
        school=school.name,
        school_year=f"{school.school_year}/{school.school_year + 1}",
        made_on=f"{_day(now, zone):%d.%m.%Y}",
        made_at=now.replace(tzinfo=None),
        people=(
            *(_person(form, line, answers[line.run_id], zone) for line in lines),
            *(_silent(line, zone) for line in silent),
        ),
        forms=_forms(form, lines, answers),
        invited=count.people,
        answered=count.answered,
        excluded=await bank_book.count_excluded(tx, school_id),
    )


def _person(form: Form, line: BookLine, answers: Answers, zone: ZoneInfo) -> BankPerson:
    return BankPerson(
        name=line.full_name,
        position=line.position,
        subjects=_words(form, answers, "subjects"),
        levels=_words(form, answers, "levels"),
        experience=_words(form, answers, "experience"),
        wish=_words(form, answers, "want_mentor"),
        request="отправлена",
        sent_on=_day(line.submitted_at, zone),
        seen_on=_day(line.seen_at, zone) if line.seen_at else None,
        source="с бумаги" if line.source is Source.PAPER else "в боте",
        consented_on=_day(line.consented_at, zone) if line.consented_at else None,
        paper_received_on=line.received_on,
    )


def _silent(line: BookSilent, zone: ZoneInfo) -> BankPerson:
    return BankPerson(
        name=line.full_name,
        position=line.position,
        request=_not_sent(line),
        consented_on=_day(line.consented_at, zone) if line.consented_at else None,
        paper_received_on=line.received_on,
    )


def _not_sent(line: BookSilent) -> str:
    """Coarser than «Кто не ответил», for a file travels: not who declined, only that nothing was begun."""
    if line.state is RunState.OPEN:
        return "начата, не отправлена"
    return "не начата" if line.account_id else "ещё не в боте"


def _forms(form: Form, lines: list[BookLine], answers: dict[int, dict[str, Value | None]]) -> tuple[BankForm, ...]:
    """A block per version: answers to different questions are not put into one column."""
    by_version: dict[int, list[BookLine]] = defaultdict(list)
    for line in lines:
        by_version[line.form_version].append(line)
    return tuple(
        BankForm(
            version=version,
            questions=tuple(
                BankQuestion(question.title, tuple(each.label for each in question.options), question.private)
                for question in form.questions
            ),
            lines=tuple(BankAnswers(line.full_name, _said(form, answers[line.run_id])) for line in same),
        )
        for version, same in sorted(by_version.items())
    )


def _said(form: Form, answers: Answers) -> tuple[tuple[str, ...], ...]:
    kept = questionnaire.kept(form, answers)
    return tuple(questionnaire.labels(question, kept.get(question.key)) or () for question in form.questions)


def _words(form: Form, answers: Answers, key: str) -> str:
    return "; ".join(questionnaire.labels(form.question(key), answers.get(key)) or ())


def _day(moment: datetime, zone: ZoneInfo) -> date:
    return moment.astimezone(zone).date()
