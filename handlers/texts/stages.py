"""The year's roadmap: stages and activities as they stand, and what proves them."""

from collections.abc import Mapping
from datetime import date

from handlers.texts.common import LONGEST_LABEL, cut, day, label_of, plural, room_of_each, safe
from handlers.texts.roadmap import day_of_week
from mentoring import stage_words
from mentoring.jobs import Work
from mentoring.proofs import Kept, Proof, Recorded
from mentoring.rules.stage_status import State
from mentoring.stage_words import ROLES, counted
from mentoring.stages import ActivitySeen, StageSeen, YearSeen
from storage.vocabulary import EvidenceKind

TITLE = "Дорожная карта"
DONE, WITHOUT_PAPER = "Сделано", "Сделано без документа"
NOT_NEEDED, TAKE_BACK = "Не требуется", "Снять отметку"
CHANGE_DAY = "Изменить срок"
TO_ROADMAP = "К дорожной карте"

# Of a school's own wording, which may be long, as much as leaves room for the rest.
_TITLE, _TERM, _EXPECTED, _WHOLE = 200, 150, 300, 1_500

FILES: Mapping[Work, str] = {
    Work.ROADMAP_CHART: "Картинка года",
    Work.ROADMAP_DOCUMENT: "Дорожная карта в Word",
    Work.ROADMAP_BOOK: "Дорожная карта в Excel",
}

STATES: Mapping[State, str] = {
    State.NOT_STARTED: "не начато",
    State.IN_PROGRESS: "идёт",
    State.DONE: "сделано",
    State.NOT_APPLICABLE: "не требуется",
}
_KEPT: Mapping[EvidenceKind, str] = {EvidenceKind.NOT_APPLICABLE: "Записано: в этом году не требуется."}


def year(of: YearSeen) -> str:
    notes = " ".join(_notes(of))
    room = room_of_each(len(of.stages), _TITLE)
    stages = "\n".join(stage_line(each, room) for each in of.stages)
    return f"<b>{TITLE}, {of.school_year}/{of.school_year + 1}</b>\n\n{stages}" + (f"\n\n{notes}" if notes else "")


def stage_line(of: StageSeen, room: int = LONGEST_LABEL * 2) -> str:
    late = f", <b>просрочено: {of.overdue}</b>" if of.overdue else ""
    return f"{of.number}. {safe(cut(of.stage.title, room))}: {_settled(of)}{late}"


def _settled(of: StageSeen) -> str:
    if of.state in (State.NOT_STARTED, State.NOT_APPLICABLE):
        return STATES[of.state]
    return f"готово {of.settled} из {len(of.activities)}"


def _notes(of: YearSeen) -> list[str]:
    return [
        *(
            [f"В дорожной карте не сказано прямо: {plural(of.open, 'вопрос', 'вопроса', 'вопросов')}."]
            if of.open
            else []
        ),
        *([f"Не подтверждены сроки: {of.to_confirm}, по ним бот не напоминает."] if of.to_confirm else []),
    ]


def stage_label(of: StageSeen) -> str:
    return label_of(f"{of.number}. {of.stage.title}")


def questions_label(count: int) -> str:
    return f"Ответить на вопросы ({count})"


def dates_label(count: int) -> str:
    return f"Сроки (не подтверждено: {count})" if count else "Сроки"


def stage(of: StageSeen) -> str:
    room = room_of_each(len(of.activities), _TITLE)
    lines = "\n".join(f"{number}. {_activity_line(each, room)}" for number, each in enumerate(of.activities, 1))
    expected = f"\nОжидаемый результат: {safe(cut(of.stage.expected, _EXPECTED))}" if of.stage.expected else ""
    return (
        f"<b>{of.number}. {safe(cut(of.stage.title, _TITLE))}</b>\n{_term(of)}\n{_responsible(of)}{expected}\n\n{lines}"
    )


def _term(of: StageSeen) -> str:
    days = f"{day(of.span.starts)} – {day(of.span.ends)}" if of.span else "дни пока не названы"
    return f"Срок этапа: «{safe(cut(of.stage.term, _TERM))}», {days}"


def _responsible(of: StageSeen) -> str:
    if of.stage.responsible and of.responsible:
        return f"Отвечает: {safe(cut(of.stage.responsible, _TERM))}"
    return f"Отвечает: {ROLES[of.responsible] if of.responsible else 'пока не назначен'}"


def _activity_line(of: ActivitySeen, room: int) -> str:
    return f"{safe(cut(of.activity.text, room))}: {_until(of)}, {_state(of)}"


def _until(of: ActivitySeen) -> str:
    if of.day is None:
        return safe(of.activity.due_words)
    return f"до {day(of.day.day)}" + ("" if of.day.confirmed else " (не подтверждено)")


def _state(of: ActivitySeen) -> str:
    state = "<b>просрочено</b>" if of.is_overdue else STATES[of.state]
    return f"{state}, {counted(of)}" if counted(of) else state


def activity_label(number: int, of: ActivitySeen) -> str:
    return label_of(f"{number}. {of.activity.text}")


def activity(of: StageSeen, seen: ActivitySeen) -> str:
    proofs = "\n".join(f"• {proof(each)}" for each in seen.evidence)
    return "\n".join(
        [
            f"<b>{safe(cut(seen.activity.text, _WHOLE))}</b>",
            f"Этап {of.number}: {safe(cut(of.stage.title, _TITLE))}",
            "",
            f"Срок: {_day(seen)}",
            f"Состояние: {_state(seen)}",
            *([f"Потом: {safe(seen.activity.repeat)}"] if seen.activity.repeat else []),
            *([f"\n{proofs}"] if proofs else []),
        ]
    )


def _day(of: ActivitySeen) -> str:
    if of.day is None:
        return safe(of.activity.due_words)
    waits = "" if of.day.confirmed else ", пока не подтверждён"
    return f"{day_of_week(of.day.day)}{waits}{day_off(of.day.reminded_on)}"


def day_off(reminded_on: date | None) -> str:
    """Under a day on which the school does not work."""
    return f" (выходной, напоминания считаем от {day(reminded_on)})" if reminded_on else ""


def proof(of: Recorded) -> str:
    return safe(stage_words.proof(of))


def kept(of: Kept) -> str:
    return _KEPT.get(of.kind, "Записано, отмечено как выполненное.")


def taken_back(*, was_there: bool) -> str:
    return "Отметка снята." if was_there else "Отметки здесь и не было."


def ordered() -> str:
    return "Готовлю файл, он придёт отдельным сообщением."


def gone() -> str:
    return "Этого пункта в дорожной карте года нет."


ASKS: Mapping[Proof, str] = {
    Proof.DOCUMENT: DONE,
    Proof.EVENT: DONE,
    Proof.WORDS: DONE,
    Proof.REASON: WITHOUT_PAPER,
    Proof.NOT_NEEDED: NOT_NEEDED,
}
