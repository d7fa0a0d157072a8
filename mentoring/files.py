"""Files that the bot makes or reads: what each job needs, gathered in one transaction."""

from collections.abc import Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

from mentoring import (
    acts,
    bank_book,
    documents,
    forms,
    invitations,
    materials,
    mentor_book,
    monitoring_files,
    own_data,
    pair_drafts,
    pairs_out,
    questionnaires,
    roadmap_files,
    schools,
    sent_sheets,
    tally_files,
)
from mentoring.gatherings import calendar_file
from mentoring.jobs import Gather, Task, Work
from mentoring.papers.values import Slip
from mentoring.practices import collection
from mentoring.rules.forms import Form, Option
from mentoring.rules.tokens import shown_code
from mentoring.year_end import folder, reports
from storage import machine, people
from storage.jobs import Job
from storage.tx import Tx

USERNAME = "bot_username"


async def link(tx: Tx, token: str) -> str:
    """A deep link into this bot; into none as long as its name is not known: a wrong bot must not hear the secret."""
    return f"https://t.me/{await machine.value(tx, USERNAME) or ''}?start={token}"


async def staff_template(_tx: Tx, _job: Job, now: datetime) -> Task:
    known = forms.load()
    labels = (tuple(each.label for each in known.dictionary(name)) for name in ("subjects", "levels", "experience"))
    return Task("mentoring.papers.worker:staff_template", (*labels, now), "Список сотрудников.xlsx")


async def table(tx: Tx, job: Job, _now: datetime) -> Task:
    """A file that was sent: the worker tells questionnaires, pairs, timetables and staff lists apart."""
    staff = await sent_sheets.colleagues(tx, job.school_id)
    arguments = (dictionaries(), await _forms(tx, job), _options(), staff)
    return Task("mentoring.papers.worker:sent_table", arguments)


async def form_file(tx: Tx, job: Job, now: datetime) -> Task:
    form = (await questionnaires.current(tx, job.school_id, str(job.task["form"]))).form
    arguments = (questionnaires.written(form), _options(), now)
    return Task("mentoring.papers.worker:questionnaire_template", arguments, f"{_file_name(form)}.xlsx")


async def form_xlsform(tx: Tx, job: Job, now: datetime) -> Task:
    form = (await questionnaires.current(tx, job.school_id, str(job.task["form"]))).form
    arguments = (questionnaires.written(form), _options(), now)
    return Task("mentoring.papers.worker:questionnaire_xlsform", arguments, f"{_file_name(form)}, XLSForm.xlsx")


async def form_new(_tx: Tx, _job: Job, now: datetime) -> Task:
    return Task("mentoring.papers.worker:new_questionnaire", (now,), "Новая анкета.xlsx")


async def form_marked(tx: Tx, job: Job, _now: datetime) -> Task:
    """The sent file once more, with its mistakes in the cells."""
    arguments = (await _forms(tx, job), _options())
    return Task("mentoring.papers.worker:marked", arguments, "Анкета с пометками.xlsx")


def _file_name(form: Form) -> str:
    """The title without what file systems refuse; a title is the school's own words, not personal data."""
    title = "".join(mark for mark in form.title if mark.isalnum() or mark in " -").strip()
    return f"{title or form.key}, версия {form.version}"


async def _forms(tx: Tx, job: Job) -> tuple[str, ...]:
    return tuple(map(questionnaires.written, (await questionnaires.every(tx, job.school_id)).values()))


def _options() -> dict[str, tuple[Option, ...]]:
    return dict(forms.load().dictionaries)


async def bank(tx: Tx, job: Job, now: datetime) -> Task:
    book = await bank_book.gather(tx, job.school_id, now)
    return Task("mentoring.papers.worker:mentee_bank", (book,), f"Банк наставляемых {book.made_on}.xlsx")


async def mentors(tx: Tx, job: Job, now: datetime) -> Task:
    book = await mentor_book.gather(tx, job.school_id, now)
    return Task("mentoring.papers.worker:mentor_bank", (book,), f"Банк наставников {book.made_on}.xlsx")


async def slips(tx: Tx, job: Job, now: datetime) -> Task:
    """A new personal link for everybody who has not come yet; tokens are never stored readable."""
    school = await schools.get(tx, job.school_id)
    zone = ZoneInfo(school.time_zone)
    made = []
    for each in await people.without_account(tx, job.school_id):
        secret = await invitations.invite_person(tx, school_id=job.school_id, person_id=each.id, now=now)
        until = secret.expires_at.astimezone(zone).strftime("%d.%m.%Y")
        url = await link(tx, secret.token)
        made.append(Slip(each.full_name, url, shown_code(secret.code), school.short_name, until))
    return Task("mentoring.papers.worker:slips", (made,), "Приглашения.docx")


async def poster(tx: Tx, job: Job, now: datetime) -> Task:
    """The staff room's page with the link that was shown a moment ago: the task carries it, for we keep its digest."""
    school = await schools.get(tx, job.school_id)
    open_until = await invitations.staff_room_until(tx, school.id, now) or now
    until = open_until.astimezone(ZoneInfo(school.time_zone)).strftime("%d.%m.%Y")
    arguments = (await link(tx, str(job.task["token"])), shown_code(str(job.task["code"])), school.short_name, until)
    return Task("mentoring.papers.worker:poster", arguments, "Плакат для учительской.docx")


async def test_file(_tx: Tx, job: Job, now: datetime) -> Task:
    return Task("mentoring.papers.worker:test_file", (str(job.task["code"]), now), "Проверка папки.txt")


def dictionaries() -> dict[str, dict[str, str]]:
    """The staff list's dictionaries, label by key, and the further words of the subjects."""
    known = forms.load()
    labels = {
        name: {each.key: each.label for each in known.dictionary(name)} for name in ("subjects", "levels", "experience")
    }
    return {**labels, "subject_words": {each.key: each.words for each in known.dictionary("subjects") if each.words}}


KINDS: Mapping[str, Gather] = {
    Work.STAFF_TEMPLATE: staff_template,
    Work.TABLE: table,
    Work.FORM_FILE: form_file,
    Work.FORM_XLSFORM: form_xlsform,
    Work.FORM_NEW: form_new,
    Work.FORM_MARKED: form_marked,
    Work.BANK_BOOK: bank,
    Work.MENTOR_BOOK: mentors,
    Work.SLIPS: slips,
    Work.POSTER: poster,
    Work.TEST_FILE: test_file,
    **roadmap_files.KINDS,
    **tally_files.KINDS,
    **monitoring_files.KINDS,
    **pair_drafts.KINDS,
    **pairs_out.KINDS,
    **sent_sheets.KINDS,
    **calendar_file.KINDS,
    **materials.KINDS,
    **collection.KINDS,
    **reports.KINDS,
    **documents.KINDS,
    **folder.KINDS,
    **own_data.KINDS,
    **acts.KINDS,
}
