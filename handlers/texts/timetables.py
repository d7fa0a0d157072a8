"""Free lessons out of a timetable: how to send it, what is wrong in it, for how many it was read."""

from collections.abc import Sequence

from handlers.texts.common import pages, plural, safe, stop
from mentoring.papers.timetable_words import sentence
from mentoring.timetables import Draft, Written

TITLE = "Расписание из Excel"
TEMPLATE = "Получить шаблон расписания"
PAGE_ROOM = 3_000  # of the 4,096 that a message holds
_PIECE = 600


def how_to_send() -> str:
    return (
        f"<b>{TITLE}</b>\n\nПо расписанию бот узнаёт, когда у пары есть общий свободный урок. Пришлите сюда файл "
        "Excel (.xlsx): учитель в строке, дни недели и номера уроков сверху. Подойдёт и ваше расписание, и шаблон. "
        "Перед записью бот покажет, что прочитал. Кто отметил свободные уроки сам, у того они не изменятся."
    )


def template_ordered() -> str:
    return "Шаблон придёт отдельным сообщением через несколько секунд."


def draft(of: Draft, shown: Sequence[str], number: int, total: int) -> str:
    """`shown` are ready lines of this page."""
    head = f"<b>Расписание из файла</b>\n\n{_counts(of)}" if not number else "<b>Расписание из файла</b>, продолжение"
    body = "\n".join(shown)
    return f"{head}\n\n{body}".rstrip() + pages(number, total)


def _counts(of: Draft) -> str:
    lines = [f"Свободные уроки прочитаны: {_teachers(len(of.new))}."]
    if of.own:
        lines.append(f"Отметили сами: {of.own}. Их отметки не изменятся.")
    if not of.read.problems:
        lines.append("Ошибок нет.")
    if of.read.ignored:
        lines.append(f"Не читаются графы: {stop(safe(', '.join(of.read.ignored)[:200]))}")
    return "\n".join(lines)


def _teachers(count: int) -> str:
    return plural(count, "учитель", "учителя", "учителей")


def remarks(of: Draft) -> list[str]:
    if not of.read.problems:
        return []
    lines = ["<b>Ошибки: об этих людях ничего не записано</b>"]
    lines += [f"• {safe(sentence(each)[:_PIECE])}" for each in of.read.problems]
    return [*lines, f"и ещё замечаний: {of.read.more}"] if of.read.more else lines


def write(of: Draft) -> str:
    return f"Записать ({len(of.new)})"


def nothing_to_write() -> str:
    return "Записать пока нечего: исправьте строки в файле и пришлите его ещё раз."


def written(of: Written) -> str:
    own = f" Отметили сами и не изменились: {of.own}." if of.own else ""
    return f"Записано: {_teachers(of.teachers)}.{own}"


def written_already() -> str:
    return "Уже записано"


def cancelled() -> str:
    return "Расписание не записано, прочитанное удалено."


def gone() -> str:
    return "Это расписание уже записано, отменено или устарело. Если нужно, пришлите файл ещё раз."
