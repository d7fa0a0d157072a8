"""A school year to print: everything that its report tells, of an invented school; and the report itself."""

from dataclasses import replace
from datetime import date

from mentoring.documents.printing import DRAFT
from mentoring.documents.year_report import KINDS
from mentoring.documents.year_report_values import values_of
from mentoring.papers.pairs_values import PairMark, WaitingLine
from mentoring.papers.templates.fields import Values
from mentoring.papers.templates.worker import document
from mentoring.papers.year_values import (
    Figures,
    Reader,
    YearActivity,
    YearEvent,
    YearOrder,
    YearPair,
    YearPractice,
    YearReport,
    YearStage,
)
from mentoring.rules.indicators import Indicator, Measure
from tests.papers.test_monitoring_document import EMPTY as NO_MONITORING
from tests.papers.test_monitoring_document import WHOLE as MONITORING

MENTOR, MENTEE, WAITING = "Рябинин Игорь Львович", "Берёзова Ольга Петровна", "Соколова Анна Ильинична"
DIRECTOR, COORDINATOR = "Лугов Павел Ильич", "Орлова Вера Павловна"
SPOKEN = "Решила Берёзова О. П. на совещании"
NAMES = (MENTOR, MENTEE, WAITING, DIRECTOR, COORDINATOR, SPOKEN)
SURNAMES = tuple(name.split()[0] for name in NAMES[:-1])

STAGES = (
    YearStage(
        1,
        "Подготовка условий для реализации системы наставничества",
        (
            YearActivity(
                text="Приказ об утверждении положения о системе наставничества",
                due=date(2026, 8, 31),
                settled=True,
                proof="Документ № 5 от 31.08.2026",
                bare_proof="Документ № 5 от 31.08.2026",
            ),
            YearActivity(
                text="Приказ(ы) о закреплении пар/групп с письменного согласия участников",
                due=date(2026, 9, 30),
                settled=True,
                proof="по данным бота: в приказах: 2 из 2",
                bare_proof="по данным бота: в приказах: 2 из 2",
                counted="в приказах: 2 из 2",
            ),
        ),
    ),
    YearStage(
        4,
        "Отбор и обучение",
        (
            YearActivity(
                text="Анализ банка наставников и выбор под персонализированную программу",
                due=date(2026, 9, 27),
                settled=True,
                proof=SPOKEN,
                bare_proof="запись координатора",
            ),
            YearActivity(text="Консультации, обмен опытом, установочные сессии наставников", due=date(2026, 10, 15)),
            YearActivity(
                text="Сбор информации о профессиональных запросах педагогов",
                due_words="15 рабочих дней после приказа",
                counted="ответили: 15 из 24",
            ),
        ),
    ),
)
PAIRS = (
    YearPair(
        mentors=(MENTOR,),
        mentees=(MENTEE,),
        format="один на один",
        mark=PairMark.ENDED,
        starts_on=date(2026, 9, 15),
        ends_on=date(2027, 5, 31),
        reason="срок истёк",
        order="№ 41 от 15.09.2026",
        meetings=14,
        programme="утверждена",
        steps_due=8,
        steps_done=7,
    ),
    YearPair(
        mentors=(MENTOR,),
        mentees=("Ёлкина Мария Юрьевна", "Полевой Глеб Антонович"),
        format="в группе",
        mark=PairMark.ACTIVE,
        starts_on=date(2026, 10, 1),
        ends_on=date(2027, 5, 31),
        order="№ 52 от 01.10.2026",
        meetings=6,
    ),
)
EMPTY = YearReport(
    school="",
    city="",
    director="",
    coordinator="",
    school_year=2026,
    made_on=date(2027, 5, 28),
    stages=(),
    orders=(),
    figures=Figures(),
    pairs=(),
    waiting=(),
    offered=(),
    categories=(),
    meetings=(),
    indicators=tuple(Indicator(each, 0, 0) for each in Measure),
    median_days=None,
    monitoring=NO_MONITORING,
)
WHOLE = replace(
    EMPTY,
    school="Муниципальная школа № 12",
    city="Заречный",
    director=DIRECTOR,
    coordinator=COORDINATOR,
    stages=STAGES,
    orders=(
        YearOrder("Приказ об утверждении положения о системе наставничества", "5", date(2026, 8, 31)),
        YearOrder("О закреплении наставнических пар (групп)", "41", date(2026, 9, 15), 1),
        YearOrder("О закреплении наставнических пар (групп)", "52", date(2026, 10, 1), 1),
    ),
    figures=Figures(
        staff=24,
        asked=24,
        requests=15,
        wanted=5,
        met=3,
        waiting=1,
        mentors=4,
        places=6,
        left_by_wish=1,
        papers=20,
        papers_needed=24,
    ),
    pairs=PAIRS,
    waiting=(WaitingLine(WAITING, 41, "урок и методика", "консультация: состоялось 12.11.2026"),),
    offered=(("консультация, состоялось", 1), ("материалы, предложено", 2)),
    categories=(("Высшая", 1),),
    meetings=(
        ("2026-09", (("разговор", 3),)),
        ("2026-10", (("посещение урока наставляемого", 2), ("разговор", 4))),
        ("2027-01", (("разговор", 11),)),
    ),
    indicators=(
        Indicator(Measure.COVERAGE, 3, 5),
        Indicator(Measure.DATA_PAPERS, 20, 24),
        Indicator(Measure.PAIR_CONSENTS, 4, 5),
        Indicator(Measure.PROGRAMMES, 1, 2),
        Indicator(Measure.PLAN, 7, 8),
        Indicator(Measure.REGULAR, 1, 1),
        Indicator(Measure.FINISHED, 0, 0),
        Indicator(Measure.GLAD_MENTEES, 0, 0, hidden=True),
        Indicator(Measure.STAYED, 0, 0),
        Indicator(Measure.RESPONSE, 17, 18),
    ),
    median_days=2.5,
    monitoring=MONITORING,
    conclusions="Пары работали весь год.\nЗапросов по работе с классом больше, чем наставников.",
    plan="Провести установочную сессию до 15 сентября.",
)

# With everything that a year may have.
FULL = replace(
    WHOLE,
    events=(YearEvent("Круглый стол", date(2027, 5, 20), 20, 18, 2, "7"),),
    practices=(
        YearPractice("Пять минут после урока", "урок и методика", "тем, кто ведёт первый год", MENTOR),
        YearPractice("Карта класса", "воспитание", "классным руководителям", ""),
    ),
)


def filled(report: YearReport, reader: Reader) -> Values:
    """As a source gives it: a director's post is a setting of the school."""
    known = {"директор.должность": "Директор"} if reader is Reader.INTERNAL else {}
    return {**known, **values_of(report, reader)}


def made(report: YearReport, reader: Reader, *, own: str = "") -> bytes:
    """The paper by a school's template in base64, or by ours."""
    marks = () if report.conclusions and report.plan else (DRAFT,)
    return document(KINDS[reader], own, filled(report, reader), marks)
