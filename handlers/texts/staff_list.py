"""The staff list: how to send it, what is wrong in it, what was added. Each sentence says what to do."""

from collections.abc import Mapping, Sequence

from handlers.texts.common import pages, people, plural, safe, stop
from handlers.texts.leaving import again_listed
from mentoring.rules.names import short_name
from mentoring.rules.staff_list import Column, Problem, Reason, StaffEntry
from mentoring.staff_lists import Draft
from storage.vocabulary import Role

TEMPLATE = "Получить шаблон"
INVITE = "Пригласить"
PAGE_ROOM = 3_000  # of the 4,096 that a message holds
_ROWS_NAMED = 30

_COLUMNS: Mapping[Column, str] = {
    Column.NAME: "ФИО",
    Column.POSITION: "Должность",
    Column.SUBJECTS: "Предметы",
    Column.LEVELS: "Классы",
    Column.EXPERIENCE: "Стаж",
    Column.ROLE: "Роль",
}
_DOCUMENT = "похоже на номер документа или телефона. Такие данные бот не хранит."
_WITHOUT_VALUE: Mapping[Reason, str] = {
    Reason.NAME_MISSING: "пусто. Впишите фамилию, имя и отчество или удалите строку.",
    Reason.NAME_FORMULA: "в ячейке формула, а значения нет. Впишите фамилию, имя и отчество.",
    Reason.NAME_LIKE_DOCUMENT: f"{_DOCUMENT} Оставьте в ячейке только фамилию, имя и отчество.",
    Reason.LOOKS_LIKE_DOCUMENT: f"{_DOCUMENT} Ячейка не прочитана, удалите их из файла.",
}
_RIGHTS = (Role.COORDINATOR, Role.DEPUTY)


def how_to_send() -> str:
    return (
        "Пришлите сюда файл Excel (.xlsx) со списком сотрудников: одна строка — один человек, "
        "обязательна только графа с фамилией, именем и отчеством.\n"
        "Подойдёт и ваша таблица, и шаблон с подсказками. Перед добавлением бот покажет, что прочитал."
    )


def template_ordered() -> str:
    return "Шаблон придёт отдельным сообщением через несколько секунд."


def reading() -> str:
    return "Файл получен. Что в нём прочитано, бот покажет через несколько секунд."


def too_large() -> str:
    return "Файл больше 10 МБ. Оставьте в нём только листы со списком или анкетой, без картинок, и пришлите ещё раз."


def not_a_table() -> str:
    return (
        "Бот читает таблицы Excel (.xlsx): список сотрудников, пары, расписание или анкету, и дорожную карту в Word "
        "(.docx). Этот файл не сохранён. Если таблица в другом виде, перенесите её в шаблон."
    )


def draft(of: Draft, shown: Sequence[str], number: int, total: int) -> str:
    head = f"<b>Список сотрудников</b>\n\n{_counts(of)}" if not number else "<b>Список сотрудников</b>, продолжение"
    body = "\n".join(shown)
    return f"{head}\n\n{body}".rstrip() + pages(number, total)


def _counts(of: Draft) -> str:
    wrong = len({problem.row for problem in of.people.errors})
    lines = [f"Прочитано: {_lines(len(of.people.entries) + wrong)}. {_changes(of)}"]
    if of.withdrawn:
        lines.append(f"Отозвали согласие: {people(of.withdrawn)}. Их строки пропущены, данные скрыты до уничтожения.")
    if of.left:
        lines.append(again_listed(of.left))
    if wrong:
        lines.append(
            f"С ошибкой: {_lines(wrong)}, они не добавятся. Исправьте их в файле "
            "и пришлите его ещё раз: кто уже добавлен, не повторится."
        )
    if not of.people.problems:
        lines.append("Ошибок нет.")
    if rights := [entry for entry in of.people.entries if entry.role in _RIGHTS]:
        lines.append(f"Получат права координатора: {_names(rights)}")
    if of.ignored:
        lines.append(f"Не читаются графы: {stop(safe(', '.join(of.ignored))[:200])}")
    return "\n".join(lines)


def _changes(of: Draft) -> str:
    """What the button will do, in the same numbers."""
    added = [f"Добавим: {of.new}."] if of.new or not of.known else []
    updated = [f"Обновим: {of.known}, они уже есть в списке."] if of.known else []
    return " ".join([*added, *updated])


def _lines(count: int) -> str:
    return plural(count, "строка", "строки", "строк")


def _names(entries: Sequence[StaffEntry]) -> str:
    return safe(", ".join(short_name(entry.full_name) for entry in entries[:10]))


def remarks(of: Draft) -> list[str]:
    """Errors first, then what is only worth a look; the same thing in many rows is said once."""
    errors, warnings = _grouped(of.people.errors), _grouped(of.people.warnings)
    lines = []
    if errors:
        lines += ["<b>Ошибки: эти строки не добавятся</b>", *errors]
    if warnings:
        lines += [*([""] if errors else []), "<b>Стоит проверить: эти строки добавятся</b>", *warnings]
    return lines


def _grouped(problems: Sequence[Problem]) -> list[str]:
    alike: dict[tuple[object, ...], list[Problem]] = {}
    for problem in problems:
        alike.setdefault(_sameness(problem), []).append(problem)
    return [f"• {_rows([each.row for each in same])}, {_problem(same[0])}" for same in alike.values()]


def _sameness(of: Problem) -> tuple[object, ...]:
    if of.reason is Reason.NAME_TWICE:
        return (of.reason, frozenset({of.row, *of.rows}))
    return (of.column, of.reason, of.value.casefold(), of.hints)


def _rows(numbers: Sequence[int]) -> str:
    if len(numbers) == 1:
        return f"Строка {numbers[0]}"
    named = ", ".join(str(number) for number in numbers[:_ROWS_NAMED])
    more = len(numbers) - _ROWS_NAMED
    return f"Строки {named}" + (f" и ещё {more}" if more > 0 else "")


def _problem(of: Problem) -> str:
    value = f"«{safe(of.value)}»"
    return f"{_COLUMNS[of.column]}: {_advice(of, value)}"


def _advice(of: Problem, value: str) -> str:
    meant = f" Возможно: {stop(safe(', '.join(of.hints)))}" if of.hints else ""
    match of.reason:
        case Reason.NAME_IMPLAUSIBLE:
            return f"{value} не похоже на имя. Впишите фамилию, имя и отчество без цифр и пометок."
        case Reason.NAME_LATIN:
            return f"{value}: латинские буквы ({safe(', '.join(of.hints))}) вместо русских. Наберите имя заново."
        case Reason.NAME_TOO_LONG:
            return f"{value}… слишком длинно. Оставьте только фамилию, имя и отчество."
        case Reason.NAME_TWICE:
            return f"{value} повторяется. Разные люди — так и оставьте, один и тот же — удалите лишнюю строку."
        case Reason.TOO_LONG:
            return f"{value}… слишком длинно и не прочитано. Сократите ячейку."
        case Reason.SUBJECT_UNKNOWN:
            return f"предмет {value} не узнан.{meant} Исправьте или оставьте: бот спросит самого человека."
        case Reason.LEVEL_UNKNOWN:
            return f"{value} не прочитано. Напишите, например, 5–9, или оставьте: бот спросит самого человека."
        case Reason.EXPERIENCE_UNKNOWN:
            return f"{value} не прочитано. Напишите число лет или оставьте: бот спросит самого человека."
        case Reason.ROLE_UNKNOWN:
            return f"роль {value} не узнана, человек добавится как учитель. Выберите слово из списка шаблона."
    return _WITHOUT_VALUE[of.reason]


def add(of: Draft) -> str:
    whom = plural(of.new, "человека", "человека", "человек")
    return f"Добавить {whom}" if of.new else f"Обновить сведения ({of.known})"


def nothing_to_add() -> str:
    return "Добавить пока некого: исправьте строки в файле и пришлите его ещё раз."


def imported(added: int, known: int, director: str = "") -> str:
    """`director` is named to the coordinator when the list has told who it is."""
    signs = (
        f"\n\nБумаги подпишет директор {stop(safe(short_name(director)))} Изменить: «Настройки»." if director else ""
    )
    return f"Добавлено: {added}, уже были: {known}.{signs}"


def imported_already() -> str:
    return "Уже добавлено"


def may_be_you() -> str:
    return "Если вы тоже есть в этом списке, отметьте себя, чтобы не стоять в нём дважды."


def cancelled() -> str:
    return "Список не добавлен, прочитанное удалено."


def draft_gone() -> str:
    return "Этот список уже добавлен, отменён или устарел. Если нужно, пришлите файл ещё раз: люди не повторятся."


def failed() -> str:
    return "Прочитать файл не получилось. Пришлите его ещё раз; если не поможет, перенесите список в шаблон."
