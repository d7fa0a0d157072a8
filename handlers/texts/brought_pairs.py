"""Pairs out of a school's sheet: how to send it, what is wrong in it, what was added."""

from collections.abc import Sequence

from handlers.texts.common import pages, plural, safe, stop
from mentoring.brought_pairs import Added, Draft
from mentoring.papers.pairs_words import sentence
from mentoring.rules.pairs_sheet import PairProblem
from mentoring.rules.pairs_sheet.model import Severity

TITLE = "Загрузить пары из Excel"
TEMPLATE = "Получить шаблон пар"
PAGE_ROOM = 3_000  # of the 4,096 that a message holds
_PIECE = 600


def how_to_send() -> str:
    return (
        f"<b>{TITLE}</b>\n\nДля пар, которые работали ещё до бота. Пришлите сюда файл Excel (.xlsx): наставник, "
        "наставляемый, начало, номер и дата приказа. Подойдёт и ваша таблица, и шаблон с именами сотрудников. "
        "Перед добавлением бот покажет, что прочитал."
    )


def template_ordered() -> str:
    return "Шаблон придёт отдельным сообщением через несколько секунд."


def draft(of: Draft, shown: Sequence[str], number: int, total: int) -> str:
    """`shown` are ready lines of this page."""
    head = f"<b>Пары из файла</b>\n\n{_counts(of)}" if not number else "<b>Пары из файла</b>, продолжение"
    body = "\n".join(shown)
    return f"{head}\n\n{body}".rstrip() + pages(number, total)


def _counts(of: Draft) -> str:
    lines = [f"Прочитано: {_pairs(len(of.read.pairs))}. Добавим: {len(of.new)}."]
    if of.known:
        lines.append(f"Пропустим: {of.known}. Такие пары уже есть, или человека больше нет в списке.")
    if of.unordered:
        lines.append(
            f"Без номера и даты приказа: {of.unordered}. Они добавятся как «согласны, нужен приказ»: "
            "номер можно внести в «Приказах о парах»."
        )
    if not of.read.problems:
        lines.append("Ошибок нет.")
    if of.read.ignored:
        lines.append(f"Не читаются графы: {stop(safe(', '.join(of.read.ignored)[:200]))}")
    return "\n".join(lines)


def _pairs(count: int) -> str:
    return plural(count, "пара", "пары", "пар")


def remarks(of: Draft) -> list[str]:
    """Errors first, then what is only worth a look; each by its row."""
    errors = [each for each in of.read.problems if each.severity is Severity.ERROR]
    warnings = [each for each in of.read.problems if each.severity is Severity.WARNING]
    lines = ["<b>Ошибки: эти пары не добавятся</b>", *map(_line, errors)] if errors else []
    if warnings:
        lines += [*([""] if errors else []), "<b>Стоит проверить: эти пары добавятся</b>", *map(_line, warnings)]
    return [*lines, f"и ещё замечаний: {of.read.more}"] if of.read.more else lines


def _line(of: PairProblem) -> str:
    return f"• {safe(sentence(of)[:_PIECE])}"


def add(of: Draft) -> str:
    return f"Добавить ({len(of.new)})"


def nothing_to_add() -> str:
    return "Добавить пока нечего: исправьте строки в файле и пришлите его ещё раз."


def added(of: Added) -> str:
    known = f" Пропущено: {of.known}." if of.known else ""
    return f"Добавлено: {_pairs(of.pairs)}.{known}"


def added_already() -> str:
    return "Уже добавлено"


def cancelled() -> str:
    return "Пары не добавлены, прочитанное удалено."


def gone() -> str:
    return "Этот файл уже загружен, отменён или устарел. Если нужно, пришлите его ещё раз: пары не повторятся."
