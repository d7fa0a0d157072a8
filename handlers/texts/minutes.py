"""«Протокол» of an event, and the tasks that follow from it."""

from collections.abc import Sequence

from handlers.texts import documents
from handlers.texts.common import SKIP, cut, day, full_day, label_of, people, plural, room_of_each, safe, stop
from handlers.texts.gatherings import when
from mentoring.documents import Made
from mentoring.gatherings import Gathering, Line, Task
from mentoring.gatherings.kinds import OF
from mentoring.gatherings.minutes import Item, Minutes
from mentoring.rules.names import short_name

TITLE = "Протокол"
HEAD = "Номер, дата, подписи"
HEARD, DECIDED = "Слушали", "Решили"
NOBODY = "Никто в отдельности"
TO_MINUTES = "К протоколу"
TASKS = "Поручения"
DONE = "Сделано"
_BLANK = "не записано"


def minutes(of: Minutes) -> str:
    it = of.seen.gathering
    number = f" № {safe(it.number)}" if it.number else ""
    dated = f" от {full_day(it.dated_on)}" if it.dated_on else ""
    guests = f", гостей: {it.guests}" if it.guests else ""
    return "\n".join(
        (
            f"<b>Протокол{number}</b> {OF[it.kind]}{dated}",
            f"{when(it)}, {safe(it.place)}",
            *([] if it.number else [f"Номер: {_BLANK}"]),
            f"Председатель: {safe(it.chair) or _BLANK}",
            f"Секретарь: {safe(it.secretary) or _BLANK}",
            f"Присутствовали: {people(of.seen.attended)}{guests}",
            "",
            "Откройте вопрос, чтобы записать, что слушали и решили." if of.items else "Сначала напишите повестку.",
        )
    )


def standing(of: Gathering, question: str) -> str:
    """Above a question of the head: what «Пропустить» keeps; empty when nothing stands there yet."""
    stands = {
        "number": of.number,
        "day": full_day(of.dated_on) if of.dated_on else "",
        "chair": of.chair,
        "secretary": of.secretary,
    }.get(question)
    return f"Сейчас записано: {safe(stands)}. «{SKIP}» это оставит." if stands else ""


def made(of: Made) -> str:
    if of is Made.CHANGED:
        return (
            "Записи изменились после того, как протокол получил номер: придёт проект. Чтобы номер стоял на новом тексте, "
            f"введите его ещё раз: «{HEAD}»."
        )
    return documents.made(of)


def item_label(of: Item) -> str:
    count = len(of.heard) + len(of.decided)
    return label_of(f"{of.number}. {f'({count}) ' if count else ''}{of.text}")


def not_yet() -> str:
    return "Протокол можно вести, когда отмечено, кто был."


def item(of: Item) -> str:
    every = [*(("Слушали", each) for each in of.heard), *(("Решили", each) for each in of.decided)]
    room = room_of_each(len(every), 500)
    lines = "\n".join(f"• {word}: {_line(each, room)}" for word, each in every)
    return f"<b>{of.number}. {safe(cut(of.text, 200))}</b>\n\n{lines or 'Записей пока нет.'}"


def _line(of: Line, room: int) -> str:
    whose = f", отвечает {safe(short_name(of.responsible))}" if of.responsible else ""
    until = f", до {day(of.due_on)}" if of.due_on else ""
    done = ", сделано" if of.done_at else ""
    return f"{safe(cut(of.text, room))}{whose}{until}{done}"


REMOVE_YES = "Да, убрать"
UNDO = "Отменить отметку"


def remove_label(of: Line) -> str:
    return label_of(f"Убрать: {of.text}")


def added(*, done: bool) -> str:
    return "Записано." if done else "Записать не получилось: такого вопроса нет или записей под ним уже 20."


def remove_ask(of: Line) -> str:
    return f"Убрать эту строку из протокола?\n\n«{safe(of.text)}»\n\nВернуть её можно, только набрав снова."


def removed() -> str:
    return "Строка убрана."


def head_kept(*, done: bool) -> str:
    return "Записано." if done else not_yet()


def who(of: Line) -> str:
    until = f"до {day(of.due_on)}" if of.due_on else "срока нет"
    return f"Решили: {safe(cut(of.text, 300))} ({until}).\n\nКто отвечает? Бот напомнит этому человеку о сроке."


def who_label(of: Line) -> str:
    return label_of(f"{'Передать' if of.responsible else 'Кто отвечает'}: {of.text}")


def assigned(*, done: bool) -> str:
    return "Записано." if done else "Назначить не получилось: решение уже исполнено или человека нет в списке."


def tasks(of: Sequence[Task]) -> str:
    if not of:
        return "<b>Поручения</b>\n\nНевыполненных поручений нет."
    room = room_of_each(len(of), 200)
    lines = "\n".join(
        f"• до {day(each.due_on)}: {safe(cut(each.text, room))}, {safe(short_name(each.full_name))}" for each in of
    )
    return f"<b>Поручения</b>, не выполнено: {len(of)}\n\n{lines}"


def own_tasks(of: Sequence[Task]) -> str:
    """For whoever is to do them."""
    room = room_of_each(len(of), 200)
    lines = "\n".join(f"• до {day(each.due_on)}: {safe(cut(each.text, room))}" for each in of)
    return f"\n\nВаши поручения:\n{lines}" if of else ""


def done_label(of: Task) -> str:
    return label_of(f"Сделано: {of.text}")


def done(*, marked: bool) -> str:
    return "Отмечено: сделано." if marked else "Это поручение уже выполнено или больше не ваше."


def undone(*, back: bool) -> str:
    return (
        "Отметка снята."
        if back
        else "Снять отметку можно в течение десяти минут. Если она неверна, скажите координатору."
    )


def task_reminder(of: Task) -> str:
    return f"Поручение до {day(of.due_on)}: {safe(cut(of.text, 300))}"


def minutes_reminder(kind: str) -> str:
    return f"Нет номера протокола: {stop(safe(kind))} Запишите, что решили, пока помнится."


def late(count: int) -> str:
    return f"Просрочено: {plural(count, 'поручение', 'поручения', 'поручений')}"
