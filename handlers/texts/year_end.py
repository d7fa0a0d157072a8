"""«Итоги года»: the report, what is missing in it, on its way."""

from collections.abc import Mapping

from handlers.texts.common import full_day
from mentoring.jobs import Work
from mentoring.year_end.reports import Overview
from storage.vocabulary.year_end import ReportPart

TITLE = "Итоги года"
TO_YEAR = "К итогам года"
REPORT = "Отчёт за год"
FILES: Mapping[Work, str] = {
    Work.YEAR_REPORT: "Отчёт с фамилиями (Word)",
    Work.YEAR_PUBLIC: "Отчёт без имён (Word)",
    Work.YEAR_BOOK: "Таблицы с фамилиями (Excel)",
    Work.YEAR_PUBLIC_BOOK: "Таблицы без имён (Excel)",
    Work.YEAR_CHART: "Картинка",
    Work.CHECK_FOLDER: "Папка проверки (ZIP)",
}
PARTS: Mapping[ReportPart, str] = {ReportPart.CONCLUSIONS: "Написать выводы", ReportPart.PLAN: "Написать план"}
PARTS_AGAIN: Mapping[ReportPart, str] = {ReportPart.CONCLUSIONS: "Изменить выводы", ReportPart.PLAN: "Изменить план"}


def year(of: int) -> str:
    return f"{of}/{of + 1}"


def overview(of: Overview) -> str:
    missing = [name for part, name in _MISSING.items() if part not in of.written]
    left = f"\nЕщё нет: {', '.join(missing)}." if missing else "\nВыводы и план написаны."
    over = f"\nГод закрыт, данные людей хранятся до {full_day(of.closed.keep_until)}." if of.closed else ""
    return (
        f"<b>{TITLE}, {year(of.school_year)}</b>\n\nДорожная карта: выполнено {of.done} из {of.activities}. "
        f"Чего нет в данных, в отчёте стоит как «не подтверждено».{left}{over}"
    )


def public(of: Overview) -> str:
    """For a director: without names."""
    return (
        f"<b>{REPORT}, {year(of.school_year)}</b>\n\nДорожная карта: выполнено {of.done} из {of.activities}. "
        "Отчёт собирается из данных бота, фамилий в нём нет."
    )


def ordered() -> str:
    return "Готовлю файл, он придёт отдельным сообщением. На большую школу нужно около десяти секунд."


def year_label(of: int) -> str:
    return f"Итоги {year(of)}"


def part_kept() -> str:
    return "Записано, в отчёте будет так."


_MISSING: Mapping[ReportPart, str] = {
    ReportPart.CONCLUSIONS: "выводов",
    ReportPart.PLAN: "плана на следующий год",
}


def outdated() -> str:
    return (
        "Пока папка собиралась, автор карточки практики изменил разрешение, поэтому файл не выдан. "
        "Соберите папку заново."
    )
