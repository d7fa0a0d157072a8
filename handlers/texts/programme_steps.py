"""The plan of a programme: its steps, one step, what the templates offer, what has changed from version to version."""

from collections.abc import Sequence
from datetime import date

from handlers.texts.common import cut, day, full_day, label_of, pages, room_of_each, safe, stop
from mentoring import forms
from mentoring.papers.programme_words import ANY_AREA, EVIDENCE, change_line
from mentoring.programmes import Offered, Seen, StepSeen, VersionSeen
from mentoring.rules.names import short_name

DONE = "Сделано"
TAKE_BACK = "Отменить отметку"
EARLIER = "На неделю раньше"
LATER = "На неделю позже"
OTHER_DATE = "Другая дата"
REMOVE = "Убрать из плана"
TO_PLAN = "К мероприятиям"
OTHER_AREAS = "Другие направления"
OWN = "Своё мероприятие"
IN, OUT, DID = "☑ ", "☐ ", "✓ "

_ROOM = 120
_MOST_VERSIONS, _MOST_CHANGES = 4, 6


def area_name(key: str) -> str:
    known = forms.load().programmes.areas
    return known[key].label if key in known else ANY_AREA


def area_label(key: str) -> str:
    return label_of(area_name(key))


def line(of: StepSeen, today: date) -> str:
    """«15 сентября: Установочная встреча», with what is late said in words."""
    words = safe(cut(of.step.activity or "без названия", _ROOM))
    if of.done_on:
        return f"{DID}{words}, сделано {day(of.done_on)}"
    if of.step.due_on is None:
        return f"без даты: {words}"
    late = " (срок прошёл)" if of.step.due_on < today else ""
    return f"{day(of.step.due_on)}{late}: {words}"


def label(number: int, of: StepSeen) -> str:
    return label_of(f"{DID if of.done_on else ''}{number}. {of.step.activity or 'без названия'}")


def done_label(of: StepSeen) -> str:
    return label_of(f"{DONE}: {of.step.activity}")


def plan(of: Seen, shown: Sequence[StepSeen], first: int, number: int, of_pages: int) -> str:
    if not of.steps:
        return "<b>Мероприятия</b>\n\nПока ни одного. Добавьте их из готовых: бот сам поставит даты."
    lines = "\n".join(f"{first + at}. {line(each, of.today)}" for at, each in enumerate(shown, start=1))
    return f"<b>Мероприятия</b>, сделано {of.done} из {len(of.steps)}\n\n{lines}{pages(number, of_pages)}"


def step(of: StepSeen, today: date) -> str:
    said = of.step
    lines = (
        f"<b>{safe(cut(said.activity or 'без названия', 300))}</b>",
        f"Направление: {stop(safe(area_name(said.area)))}",
        f"Форма: {stop(safe(said.form))}" if said.form else "",
        _when(of, today),
        f"Результат: {stop(safe(cut(said.result, 300)))}" if said.result else "",
        f"Подтверждение: {EVIDENCE[said.evidence]}.",
    )
    return "\n".join(each for each in lines if each)


def _when(of: StepSeen, today: date) -> str:
    if of.done_on:
        return f"Сделано {full_day(of.done_on)}."
    if of.step.due_on is None:
        return "Дата пока не названа."
    late = ", срок прошёл" if of.step.due_on < today else ""
    return f"Срок: {full_day(of.step.due_on)}{late}."


def remove_ask(of: StepSeen) -> str:
    return f"Убрать из плана «{safe(cut(of.step.activity, 300))}»?"


def added() -> str:
    return "Добавлено в план. Осталось назвать дату."


def removed() -> str:
    return "Убрано из плана."


def moved(to: date) -> str:
    return f"Новый срок: {full_day(to)}."


def marked(of: StepSeen) -> str:
    return f"Отмечено: «{safe(cut(of.step.activity, _ROOM))}» сделано."


def taken_back() -> str:
    return "Отметка снята."


def not_taken_back() -> str:
    return "Снять отметку уже нельзя: прошло больше десяти минут. Напишите координатору, если это ошибка."


def areas() -> str:
    return "<b>Добавить мероприятие</b>\n\nПо какому направлению?"


def offered(area: str, of: Sequence[Offered]) -> str:
    room = room_of_each(len(of), 200)
    lines = "\n".join(f"• {safe(cut(each.template.activity, room))}" for each in of)
    return f"<b>{safe(area_name(area))}</b>\n\n{lines}\n\n☑ — в плане. Нажмите, чтобы добавить или убрать: дату бот поставит сам."


def offered_label(of: Offered) -> str:
    mark = DID if of.done else IN if of.step_id else OUT
    return label_of(f"{mark}{of.template.activity}")


def history(of: Sequence[VersionSeen]) -> str:
    """The newest versions with what was changed in each."""
    if not of:
        return "Программу ещё не утверждали."
    shown = "\n\n".join(_version(each) for each in of[:_MOST_VERSIONS])
    more = f"\n\nРаньше были ещё версии: {len(of) - _MOST_VERSIONS}." if len(of) > _MOST_VERSIONS else ""
    return f"<b>История изменений</b>\n\n{shown}{more}"


def _version(of: VersionSeen) -> str:
    name = short_name(of.kept_by)
    head = f"Версия {of.version}, {full_day(of.kept_on)}" + (f", {safe(name)}" if name else "")
    lines = [f"• {safe(cut(change_line(each), _ROOM))}" for each in of.changes[:_MOST_CHANGES]]
    if len(of.changes) > _MOST_CHANGES:
        lines.append(f"и ещё изменений: {len(of.changes) - _MOST_CHANGES}")
    return "\n".join([head, *(lines or ["утверждена как есть"])])


def week(of: Sequence[StepSeen], today: date) -> str:
    """The mentor's Monday line."""
    lines = "\n".join(f"– {line(each, today)}" for each in of[:5])
    more = f"\nи ещё {len(of) - 5}" if len(of) > 5 else ""
    return f"По программе на этой неделе:\n{lines}{more}"
