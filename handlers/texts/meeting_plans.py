"""Meetings of a pair that are to be: chosen, agreed on, moved; when both are free."""

from collections.abc import Sequence
from datetime import date

from handlers.texts.common import label_of
from handlers.texts.meetings import day_label, ending
from mentoring.meeting_plans import ANY_TIME, Offered, Planned
from mentoring.pairs import PairMember
from mentoring.rules.lessons import Slot
from storage.vocabulary.pairs import MeetingState

MOVED = "Перенесли"
FIND_TIME = "Найти время"
ANSWER = "Ответить о встрече"
SUITS, SUITS_NOT, OTHER_TIME = "Да, подходит", "Не подходит", "Другое время"
MARK_FREE, MARK_AGAIN, NEXT_DAY = "Отметить свободные уроки", "Изменить свободные уроки", "Следующий день"
_WEEK = ("понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье")


def meeting_reminder(of: Planned, with_whom: Sequence[PairMember]) -> str:
    return f"Встреча {when(of)}{ending(with_whom)}"


def asked_reminder(of: Planned, with_whom: Sequence[PairMember]) -> str:
    return f"Вам предлагают встретиться {when(of)}{ending(with_whom)}"


def when(of: Planned) -> str:
    return slot(of.meeting.day, of.meeting.lesson)


def slot(of: date, lesson: int) -> str:
    """«чт, 10 сентября, 3-й урок»."""
    if lesson == ANY_TIME:
        return day_label(of)
    return f"{day_label(of)}, {f'{lesson}-й урок' if lesson else 'после уроков'}"


def slot_label(of: Slot) -> str:
    return label_of(slot(of.day, of.number))


def offered(of: Offered) -> str:
    """Three slots, and of whom nobody knows when they are free."""
    lines = []
    if not of.mine:
        lines.append("Отметьте один раз, на каких уроках вы свободны, и бот найдёт общее время.")
    if of.unmarked:
        lines.append(f"Свободные уроки пока отметили не все{ending(of.unmarked)}")
    if of.slots and of.mine and not of.unmarked and of.slots[0].is_after_lessons:
        lines.append("Общих свободных уроков больше нет.")
    if of.slots:
        lines.append("Когда вам удобно? Второй участник подтвердит одним нажатием.")
    else:
        lines.append("На ближайшие две недели предложить больше нечего. Договоритесь лично и нажмите «Перенесли».")
    return "\n".join(lines)


def chosen(of: Planned) -> str:
    if of.meeting.state is MeetingState.AGREED:
        return f"Записано: {when(of)}. У коллеги нет бота: договоритесь, пожалуйста, лично."
    return f"Записано: {when(of)}. Второй участник получит вопрос, подходит ли время."


def meeting(of: Planned) -> str:
    return f"Встреча {when(of)}. Вам подходит?"


def agreed(of: Planned) -> str:
    return f"Договорились: {when(of)}. Бот напомнит вам обоим."


def refused() -> str:
    return "Хорошо, этого времени больше не предлагаем."


def slot_gone() -> str:
    return "Это время уже занято или прошло. Вот что есть сейчас."


def meeting_gone() -> str:
    return "Отвечать уже не нужно: встреча прошла, перенесена или время выбрано другое."


def move_ask() -> str:
    return "На какой день перенесли? Второй участник увидит это в «Моей паре»."


def moved(of: Planned) -> str:
    return f"Записано: встреча {when(of)}. Бот напомнит вам обоим."


def free_ask(weekday: int) -> str:
    return f"<b>{_WEEK[weekday % 7].capitalize()}</b>\nНа каких уроках вы свободны? Галочку можно снять."


def lesson_label(number: int, free: bool) -> str:
    return f"{'☑' if free else '☐'} {number}-й урок"


def lessons_kept() -> str:
    return "Записано. Изменить можно в любой день."
