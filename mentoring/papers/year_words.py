"""The words of the year's report: the same in Word, in Excel and in the picture. Plain text."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal

from mentoring.papers.year_values import Reader, YearActivity, YearChart, YearReport
from mentoring.rules.indicators import GLAD_FROM, UNHAPPY_TO, Indicator, Measure

NOT_CONFIRMED = "не подтверждено"
NOTHING_TO_COUNT = "считать пока нечего"
FEW = "мало ответов"
TITLES: Mapping[Measure, str] = {
    Measure.COVERAGE: "Охват запросов",
    Measure.DATA_PAPERS: "Согласия на обработку данных получены",
    Measure.PAIR_CONSENTS: "Согласия участников пар получены",
    Measure.PROGRAMMES: "Программы утверждены",
    Measure.PLAN: "Выполнение планов",
    Measure.REGULAR: "Регулярность встреч",
    Measure.FINISHED: "Программы завершены",
    Measure.GLAD_MENTEES: f"Наставляемые: оценка {GLAD_FROM} и выше",
    Measure.UNHAPPY_MENTEES: f"Наставляемые: оценка {UNHAPPY_TO} и ниже",
    Measure.GLAD_MENTORS: f"Наставники: оценка {GLAD_FROM} и выше",
    Measure.UNHAPPY_MENTORS: f"Наставники: оценка {UNHAPPY_TO} и ниже",
    Measure.STAYED: "Удержание",
    Measure.RESPONSE: "Отклик на анкеты мониторинга",
}
FORMULAS: Mapping[Measure, str] = {
    Measure.COVERAGE: "наставляемые, у которых в этом году есть или была пара / все, кто просил наставника",
    Measure.DATA_PAPERS: "подписанные бланки / сотрудники в списке",
    Measure.PAIR_CONSENTS: "полученные согласия / участники пар и групп (кроме внешних наставников)",
    Measure.PROGRAMMES: "утверждённые программы / пары и группы, кроме скоростных и ситуационных",
    Measure.PLAN: "выполненные мероприятия программ / те, чей срок наступил",
    Measure.REGULAR: "пары, которые встречались за последние 21 учебный день / пары, которые работают сейчас",
    Measure.FINISHED: "программы с итогом «полностью» или «частично» / завершённые программы",
    Measure.GLAD_MENTEES: "оценки в итоговой анкете / все оценки",
    Measure.UNHAPPY_MENTEES: "оценки в итоговой анкете / все оценки",
    Measure.GLAD_MENTORS: "оценки в итоговой анкете / все оценки",
    Measure.UNHAPPY_MENTORS: "оценки в итоговой анкете / все оценки",
    Measure.STAYED: "наставляемые года, которые есть в списке школы / все наставляемые года; считается с 1 сентября",
    Measure.RESPONSE: "ответившие / приглашённые, по всем анкетам года",
}
MONTHS = (
    *("январь", "февраль", "март", "апрель", "май", "июнь", "июль", "август", "сентябрь", "октябрь", "ноябрь"),
    "декабрь",
)


def year(of: YearReport | YearChart) -> str:
    return f"{of.school_year}/{of.school_year + 1} учебный год"


def value(of: Indicator) -> str:
    """«5 из 8 (63 %)»."""
    if of.hidden:
        return FEW
    return f"{of.top} из {of.of} ({of.percent} %)" if of.of else NOTHING_TO_COUNT


def proof(of: YearActivity, reader: Reader) -> str:
    """What proves it, or that nothing does; what was counted so far is said beside."""
    found = of.proof if reader is Reader.INTERNAL else of.bare_proof
    if found:
        return found
    return f"{NOT_CONFIRMED} ({of.counted})" if of.counted else NOT_CONFIRMED


def month(of: str) -> str:
    """«2026-10» → «октябрь 2026»."""
    year_, number = of.split("-")
    return f"{MONTHS[int(number) - 1]} {year_}"


def day(of: date | None) -> str:
    return f"{of:%d.%m.%Y}" if of else ""


def days(of: float) -> str:
    return f"{Decimal(str(of)):.1f}".replace(".", ",")


def unproved(of: YearReport) -> int:
    """How many lines of the roadmap nothing proves."""
    return sum(not each.bare_proof for each in of.activities)


def missing(of: YearReport) -> Iterator[str]:
    """What the year lacks beside the blanks of its paper."""
    if open_ := unproved(of):
        yield f"не подтверждены пункты дорожной карты: {open_}"
    if not of.monitoring.waves:
        yield "результаты анкет"


def caption(of: YearReport, reader: Reader, blanks: Iterable[str]) -> str:
    """Under the paper: what is left to do before it is signed."""
    whose = "Отчёт без имён" if reader is Reader.PUBLIC else "Отчёт с фамилиями: не пересылайте его в общие чаты"
    left = "; ".join((*blanks, *missing(of)))
    return f"{whose}. Не заполнено: {left}." if left else f"{whose}. Всё заполнено."


def picture_caption(of: YearReport) -> str:
    """The picture for whoever does not see it."""
    told = [f"{TITLES[each.measure]}: {value(each)}." for each in of.indicators if each.percent is not None]
    done, every = sum(each.settled for each in of.activities), len(of.activities)
    return "\n".join([f"Итоги: {year(of)}. Дорожная карта: выполнено {done} из {every}.", *told])[:1000]
