"""What the act of destruction is filled with: ids instead of names, and the journal's lines beside it."""

from collections.abc import Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

from mentoring import destructions, schools
from mentoring.destructions import Destroyed, Run
from mentoring.documents import of_school
from mentoring.documents.filled import Filled
from mentoring.pair_paper_words import school as paper_school
from mentoring.papers.office_words import day, inside, signed_name
from mentoring.papers.templates.fields import Values
from storage import consents, destruction, people
from storage.destruction import ARCHIVED, ERASED, Entry
from storage.tx import Tx
from storage.vocabulary import ConsentDecision, ConsentKind
from storage.vocabulary.documents import DocumentKind

KIND = DocumentKind.ACT_DESTRUCTION
SYSTEM = "база данных программы наставничества (бот школы)"
WAY = (
    "удаление и обезличивание записей базы данных средствами информационной системы. При восстановлении базы из "
    "резервной копии эти данные уничтожаются снова"
)
LISTED = "фамилия, имя, отчество, должность, предметы и уровни образования, стаж (интервал)"
ANSWERED = (
    "ответы на анкеты программы, запросы и комментарии",
    "вопросы координатору и ответы на них",
    "идентификатор учётной записи в мессенджере и связь с ней",
    "отметки о бумагах, свободное время, участие в мероприятиях, написанное человеком о встречах и программе",
)
OF_YEAR = (
    "состав пар и групп, предложения и ответы на них, отметки о бумагах пар",
    "записи о встречах, программы и их шаги, ответы о том, подходит ли пара",
    "ответы на анкеты прошедшего года и отметки о предложенной поддержке",
)
_GIVEN = "consent.given"
EVENTS: Mapping[str, str] = {
    _GIVEN: "дано согласие на обработку данных",
    "consent.withdrawn": "отозвано согласие на обработку данных",
    "consent.again": "согласие дано снова",
    "person.left": "работник выбыл из школы",
    "person.back": "работник вернулся в школу",
    ERASED: "данные уничтожены",
    ARCHIVED: "данные закрытого года уничтожены",
}


async def gather(tx: Tx, school_id: int, about: str, _now: datetime) -> Filled | None:
    of = await destructions.run(tx, school_id, about)
    if of is None:
        return None
    zone = ZoneInfo((await schools.get(tx, school_id)).time_zone)
    lives = {each.person_id: await _life(tx, school_id, each) for each in of.destroyed} if not of.school_year else {}
    entries = [entry for life in lives.values() for entry in life] or [
        Entry(each.person_id, ARCHIVED, each.at, each.actor_id) for each in of.destroyed
    ]
    name, post = await _responsible(tx, school_id, of)
    values = {
        **await of_school.values(tx, school_id, KIND),
        "субъекты": [_subject(each, of, lives.get(each.person_id, []), zone) for each in of.destroyed],
        "данные": [{"название": each} for each in _data(of, [each for life in lives.values() for each in life])],
        "система": SYSTEM,
        "способ": WAY,
        "ответственный.имя": name,
        "ответственный.должность": inside(post),
        "ответственный.подпись": signed_name(name) if name else "",
        "события": [_event(each, zone) for each in entries],
    }
    return Filled(values)


async def _life(tx: Tx, school_id: int, of: Destroyed) -> list[Entry]:
    """With the consents of the ledger, which is a journal too; what came after the last erasing is none of it."""
    ledger = await consents.ledger(tx, of.person_id)
    given = [
        Entry(of.person_id, _GIVEN, each.decided_at, of.person_id)
        for each in ledger
        if each.kind is ConsentKind.DATA and each.decision is ConsentDecision.GIVEN
    ]
    found = [*given, *await destruction.life(tx, school_id, of.person_id)]
    return sorted((each for each in found if each.at <= of.at), key=lambda each: each.at)


def _subject(of: Destroyed, run: Run, life: list[Entry], zone: ZoneInfo) -> Values:
    return {"запись": str(of.person_id), "причина": _reason(run, life), "дата": _moment(of.at, zone)}


def _reason(run: Run, life: list[Entry]) -> str:
    if run.school_year:
        return f"закончился срок хранения данных {of_school.in_words(run.school_year)} учебного года"
    acts = [each.act for each in life]
    if "consent.withdrawn" in acts:
        return "отзыв согласия субъектом персональных данных"
    if "person.left" in acts:
        return "работник выбыл из школы, цель обработки достигнута"
    return "цель обработки достигнута" if _GIVEN in acts else "запись убрана из списка до получения согласия"


def _data(run: Run, life: list[Entry]) -> tuple[str, ...]:
    if run.school_year:
        return OF_YEAR
    return (LISTED, *ANSWERED) if any(each.act == _GIVEN for each in life) else (LISTED,)


async def _responsible(tx: Tx, school_id: int, of: Run) -> tuple[str, str]:
    """Whoever pressed, else the coordinator: what comes by itself on its day is the school's doing too."""
    actor_id = next((each.actor_id for each in of.destroyed if each.actor_id), None)
    person = await people.of_school(tx, actor_id, school_id) if actor_id else None
    if person is not None:
        return person.full_name, person.position
    school = await paper_school(tx, school_id)
    return school.coordinator, school.coordinator_post


def _event(of: Entry, zone: ZoneInfo) -> Values:
    by = "автоматически" if of.actor_id is None else f"сотрудник, запись {of.actor_id}"
    return {
        "время": _moment(of.at, zone),
        "что": EVENTS[of.act],
        "запись": str(of.person_id),
        "кто": "субъект данных" if of.actor_id == of.person_id else by,
    }


def _moment(at: datetime, zone: ZoneInfo) -> str:
    there = at.astimezone(zone)
    return f"{day(there.date())} {there:%H:%M}"
