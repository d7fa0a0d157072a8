"""What the year's report says: the tables that Excel has too, counts, pictures, what the coordinator has written.

Of the public one nobody's name is in the values themselves, whatever a template asks for.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from mentoring.papers import monitoring_words
from mentoring.papers import year_words as words
from mentoring.papers.monitoring_values import ComparedPaper
from mentoring.papers.office_words import signed_name
from mentoring.papers.templates.fields import Picture, Values
from mentoring.papers.year_tables import Cell, compared_name, sections
from mentoring.papers.year_values import Counts, Reader, YearReport
from mentoring.rules.text import clean_line, clean_text
from mentoring.year_end.pair_lines import MEETINGS
from storage.vocabulary.pairs import Contact

Rows = Sequence[Sequence[Cell]]

YEAR_CHART, COMPARED_CHART = "mentoring.papers.year_chart:build", "mentoring.papers.compared_chart:build"


@dataclass(frozen=True, slots=True)
class _List:
    """Which table a list of the template is, and what its columns are called there."""

    table: str
    columns: tuple[str, ...]


_LISTS: Mapping[str, _List] = {
    "приказы": _List("Приказы", ("документ", "номер", "дата", "пар")),
    "пункты": _List("Дорожная карта", ("этап", "мероприятие", "срок", "сделано", "подтверждение")),
    "состав": _List("Пары и группы", ("что", "значение", "число")),
    "программы": _List("Программы", ("состояние", "число")),
    "мероприятия_года": _List("Мероприятия", ("название", "дата", "пригласили", "были", "гостей", "протокол")),
    "показатели": _List("Показатели", ("название", "формула", "значение")),
    "анкеты": _List("Анкеты", ("название", "прошла")),
    "ответы": _List("Ответы", ("анкета", "вопрос", "ответы", "ответили")),
    "практики_года": _List("Практики", ("название", "кому", "направления")),
}
_NAMED: Mapping[str, _List] = {
    "пары": _List("Пары", ("наставник", "наставляемые", "форма", "срок", "приказ", "встреч", "состояние")),
    "без_пары": _List("Без пары", ("имя", "дней", "направления", "предложено")),
    "практики_года": _List("Практики", ("название", "кому", "направления", "автор")),
    "swot": _List("SWOT", ("название", "слова")),
}
_PEOPLE = (
    *("сотрудников", "запросов", "просили", "в_паре", "ждут", "остановили_сами", "остановил_куратор"),
    *("наставников", "мест"),
)
_MEETINGS: Mapping[str, str] = {
    MEETINGS[Contact.TALK]: "разговор",
    MEETINGS[Contact.ONLINE]: "онлайн",
    MEETINGS[Contact.VISIT_MENTOR]: "урок_наставника",
    MEETINGS[Contact.VISIT_MENTEE]: "урок_наставляемого",
    MEETINGS[Contact.EVENT]: "мероприятие",
}
_ANNEXES = ("Таблицы отчёта в Excel", "Дорожная карта с подтверждениями")


def values_of(report: YearReport, reader: Reader) -> Values:
    tables = {each.name: each.rows for section in sections(report, reader) for each in section.tables}
    named = reader is Reader.INTERNAL
    people = dict(zip(_PEOPLE, (str(many) for _, many in tables["Люди"]), strict=True))
    lists = {**_LISTS, **_NAMED} if named else _LISTS
    return {
        "школа.полное_название": clean_line(report.school),
        "учебный_год": f"{report.school_year}/{report.school_year + 1}",
        "период.начало": f"01.09.{report.school_year}",
        "период.конец": f"31.05.{report.school_year + 1}",
        "отчет.день": words.day(report.made_on),
        **_counts(report),
        **{f"люди.{name}": many for name, many in people.items()},
        **{field: _lines(tables.get(of.table, ()), of.columns) for field, of in lists.items()},
        "встречи_по_месяцам": list(_months(report)),
        "диаграмма_года": Picture(YEAR_CHART, (report.chart,)),
        "сравнения": [_compared(each, tables) for each in report.monitoring.compared if each.lines],
        "выводы": _written(report.conclusions),
        "план": _written(report.plan),
        "приложения": _annexes(report, named=named),
        **(_signed(report) if named else {}),
    }


def _counts(of: YearReport) -> Mapping[str, str]:
    median = of.median_days
    counted = {
        "карта.всего": len(of.activities),
        "карта.выполнено": sum(each.settled for each in of.activities),
        "карта.не_подтверждено": words.unproved(of),
        "встречи.всего": sum(_sum(found) for _, found in of.meetings),
        "шаги.наступило": sum(each.steps_due for each in of.pairs),
        "шаги.выполнено": sum(each.steps_done for each in of.pairs),
        "мероприятия.проведено": len(of.events),
        "мероприятия.участий": sum(each.attended + each.guests for each in of.events),
        "практики.число": len(of.practices),
    }
    told = {name: str(many) for name, many in counted.items()}
    return {**told, "половина_ответов.дней": words.days(median) if median is not None else ""}


def _lines(rows: Rows, columns: Sequence[str]) -> list[Values]:
    return [dict(zip(columns, map(str, row), strict=True)) for row in rows]


def _months(of: YearReport) -> Iterator[Values]:
    """Month by month, and all of them together when there are several."""
    for month, found in of.meetings:
        yield _month(words.month(month).split()[0], found)
    if len(of.meetings) > 1:
        yield _month("всего", tuple(each for _, found in of.meetings for each in found))


def _month(name: str, found: Counts) -> Values:
    kinds = {field: str(sum(many for kind, many in found if kind == label)) for label, field in _MEETINGS.items()}
    return {"название": name, **kinds, "всего": str(_sum(found))}


def _sum(found: Counts) -> int:
    return sum(many for _, many in found)


def _compared(of: ComparedPaper, tables: Mapping[str, Rows]) -> Values:
    return {
        "название": monitoring_words.title(of),
        "вопросы": _lines(tables[compared_name(of)], ("текст", "средние")),
        "диаграмма": Picture(COMPARED_CHART, (of,)),
    }


def _written(text: str) -> list[Values]:
    """Paragraph by paragraph, as it was typed."""
    lines = [clean_line(each) for each in clean_text(text).split("\n")]
    return [{"текст": each} for each in lines if each]


def _annexes(of: YearReport, *, named: bool) -> list[Values]:
    monitoring = ("Справка о мониторинге",) if of.monitoring.waves else ()
    orders = ("Реестр приказов",) if named else ()
    told = (*_ANNEXES, *monitoring, *orders)
    return [{"номер": str(number), "название": each} for number, each in enumerate(told, start=1)]


def _signed(of: YearReport) -> Values:
    return {
        "директор.подпись": signed_name(of.director) if clean_line(of.director) else "",
        "куратор.подпись": signed_name(of.coordinator) if clean_line(of.coordinator) else "",
    }
