"""«Что знает обо мне бот»: everything that the database keeps of a person, for that person, in words."""

from collections.abc import Mapping
from datetime import date, datetime
from zoneinfo import ZoneInfo

from mentoring import act_words, questionnaires, schools
from mentoring import own_data_words as words
from mentoring.answer_values import by_question
from mentoring.jobs import Gather, Task, Work
from mentoring.papers.own_data_values import OwnData, OwnSection
from mentoring.rules import questionnaire
from storage import accounts, journal, own_data, people, runs
from storage.jobs import Job
from storage.own_data import Line
from storage.people import Person
from storage.tx import Tx

_BUILDER, _FILE = "mentoring.papers.own_data_book:build", "Что знает обо мне бот.xlsx"
_SKIPPED = "пропущено"


async def gather(tx: Tx, job: Job, now: datetime) -> Task:
    """Of whoever ordered it, and of nobody else: the job names no person."""
    person = await people.get(tx, job.person_id)
    if person is None:
        raise LookupError("a person is gone")
    school = await schools.get(tx, person.school_id)
    zone = ZoneInfo(school.time_zone)
    sections = [await _card(tx, person, zone), await _answers(tx, person, zone)]
    titles = {key: form.title for key, form in (await questionnaires.every(tx, person.school_id)).items()}
    for name, found in (await own_data.sections(tx, person.id)).items():
        title, headings = words.SHEETS[name]
        sections.append(OwnSection(title, headings, tuple(_line(name, each, zone, titles) for each in found)))
    sections.append(await _acts(tx, person, zone))
    made_at = now.astimezone(zone).replace(tzinfo=None)
    made = OwnData(words.TITLE, person.full_name, school.name, made_at, tuple(sections), words.NOTES)
    return Task(_BUILDER, (made,), _FILE)


async def _card(tx: Tx, person: Person, zone: ZoneInfo) -> OwnSection:
    external_id = await accounts.external_id_of(tx, person.id)
    lines = (
        ("Фамилия, имя, отчество", person.full_name),
        ("Должность", person.position),
        ("Предметы", ", ".join(person.subjects)),
        ("Уровни образования", ", ".join(person.levels)),
        ("Стаж", person.experience),
        ("Номер в Telegram", str(external_id or "")),
        ("В боте с", _moment(person.created_at.isoformat(), zone)),
        ("Не беспокоить до", _moment(person.paused_until.isoformat() if person.paused_until else "", zone)),
        ("Данные уничтожатся", _moment(person.erase_by.isoformat() if person.erase_by else "", zone)),
    )
    return OwnSection(words.PERSON, ("Что", "Записано"), tuple(line for line in lines if line[1]))


async def _answers(tx: Tx, person: Person, zone: ZoneInfo) -> OwnSection:
    """In the words of the version that was asked; of rounds without names there is nothing to be found."""
    lines = []
    for run in await own_data.runs(tx, person.id):
        form = await questionnaires.of_run(tx, run)
        answers = by_question(await runs.answers(tx, run.id))
        at = _moment((run.submitted_at or run.touched_at).isoformat(), zone)
        for each in questionnaire.summary(form, answers):
            labels = _SKIPPED if each.labels is None else "; ".join(each.labels)
            lines.append((at, form.title, each.question.title, labels))
    return OwnSection(words.ANSWERS, ("Когда", "Анкета", "Вопрос", "Ответ"), tuple(lines))


def _line(name: str, of: Line, zone: ZoneInfo, titles: Mapping[str, str]) -> tuple[str, str, str]:
    if name == "lessons":
        return words.DAYS[int(of.at)], of.what, ""
    if name == "asked":
        form_key, _, took_part = of.what.partition(" ")
        return _moment(of.at, zone), ", ".join(filter(None, (titles.get(form_key, ""), words.said(took_part)))), ""
    what = words.said(of.what) if name in words.KEYS else of.what
    third = words.said(of.words) if name in ("consents", "tasks", "announcements") else of.words
    return _moment(of.at, zone), what, third


async def _acts(tx: Tx, person: Person, zone: ZoneInfo) -> OwnSection:
    """What they have done, and what was done with their data; by whom is not said: it is somebody else's doing."""
    lines = tuple(
        (_moment(each.done_at.isoformat(), zone), act_words.said(each.act), "вы" if each.actor_id == person.id else "")
        for each in await journal.of_person(tx, person.school_id, person.id)
    )
    return OwnSection(words.ACTS, ("Когда", "Что", "Кто"), lines)


def _moment(at: str, zone: ZoneInfo) -> str:
    """«15.09.2026 14:05» where the school is; a day stays a day."""
    if not at:
        return ""
    if len(at) == len("2026-09-15"):
        return f"{date.fromisoformat(at):%d.%m.%Y}"
    return f"{datetime.fromisoformat(at).astimezone(zone):%d.%m.%Y %H:%M}"


KINDS: Mapping[str, Gather] = {Work.OWN_DATA: gather}
