"""Roadmaps to print: a whole school year in the middle of its work, and a small one."""

from dataclasses import replace
from datetime import date

from mentoring.papers.roadmap_values import RoadmapActivity, RoadmapPaper, RoadmapStage
from mentoring.rules.stage_status import State

DONE, IN_PROGRESS = State.DONE, State.IN_PROGRESS
NOT_STARTED, NOT_APPLICABLE = State.NOT_STARTED, State.NOT_APPLICABLE
COORDINATOR = "Орлова В. П., куратор"
TODAY = date(2026, 11, 26)


def activity(
    text: str, due: date | None = None, state: State = NOT_STARTED, evidence: str = "", *, words: str = ""
) -> RoadmapActivity:
    """Late when its date has passed and nothing has closed it."""
    late = due is not None and due < TODAY and state not in {DONE, NOT_APPLICABLE}
    return RoadmapActivity(text=text, due=due, due_words=words, state=state, is_overdue=late, evidence=evidence)


WHOLE_YEAR = (date(2026, 9, 1), date(2027, 5, 31))
DEFAULT = RoadmapPaper(
    school="Школа № 12",
    school_year=2026,
    today=TODAY,
    stages=(
        RoadmapStage(
            number=1,
            title="Подготовка условий для реализации системы наставничества",
            term="Август – сентябрь",
            window=(date(2026, 8, 1), date(2026, 9, 30)),
            responsible=COORDINATOR,
            activities=(
                activity(
                    "Приказ об утверждении положения о системе наставничества",
                    date(2026, 8, 31),
                    DONE,
                    "Приказ № 5 от 31.08.2026",
                ),
                activity(
                    "Приказ(ы) о закреплении пар/групп с письменного согласия участников",
                    date(2026, 9, 30),
                    IN_PROGRESS,
                ),
                activity(
                    "Подготовка персонализированных программ (при наличии наставляемых)",
                    date(2026, 9, 30),
                    NOT_APPLICABLE,
                ),
            ),
        ),
        RoadmapStage(
            number=2,
            title="Формирование банка наставляемых",
            term="В течении учебного года",
            window=WHOLE_YEAR,
            responsible=COORDINATOR,
            activities=(
                activity(
                    "Согласия на сбор и обработку персональных данных", date(2026, 9, 10), DONE, "Получены 14 из 14"
                ),
                activity(
                    "Сбор информации о профессиональных запросах педагогов",
                    date(2026, 9, 15),
                    DONE,
                    "Ответили 12 из 15",
                ),
                activity("Формирование банка данных наставляемых", date(2026, 9, 20), DONE, "В банке 9 человек"),
            ),
        ),
        RoadmapStage(
            number=3,
            title="Формирование банка наставников",
            term="Сентябрь",
            window=(date(2026, 9, 1), date(2026, 9, 30)),
            responsible="",
            confirmed=False,
            activities=(
                activity("Согласия на сбор и обработку персональных данных", date(2026, 9, 15), DONE),
                activity("Анкетирование потенциальных наставников", date(2026, 9, 20), DONE, "Ответили 7 из 9"),
                activity("Формирование банка данных наставников", date(2026, 9, 25), IN_PROGRESS),
            ),
        ),
        RoadmapStage(
            number=4,
            title="Отбор и обучение",
            term="В течении учебного года",
            window=WHOLE_YEAR,
            responsible=COORDINATOR,
            activities=(
                activity("Анализ банка наставников и выбор под персонализированную программу", date(2026, 9, 27), DONE),
                activity(
                    "Методические материалы для сопровождения наставнической деятельности",
                    date(2026, 10, 15),
                    NOT_STARTED,
                ),
                activity(
                    "Консультации, обмен опытом, установочные сессии наставников",
                    date(2026, 10, 15),
                    DONE,
                    "Протокол № 1 от 15.10.2026",
                ),
            ),
        ),
        RoadmapStage(
            number=5,
            title="Организация и осуществление работы наставнических пар/групп",
            term="В течении учебного года",
            window=WHOLE_YEAR,
            responsible=f"{COORDINATOR}; наставники; наставляемые",
            activities=(
                activity("Формирование пар/групп", date(2026, 9, 30), DONE),
                activity(
                    "Разработка персонализированных программ для каждой пары/группы",
                    None,
                    IN_PROGRESS,
                    words="15 рабочих дней после приказа",
                ),
                activity("Работа пар по программам", None, IN_PROGRESS, words="весь год"),
                activity("Промежуточная сверка", date(2027, 1, 20)),
                activity(
                    "Психолого-педагогическая поддержка наставляемых без пары, продолжение поиска (при необходимости)",
                    None,
                    words="10 рабочих дней после запроса, пока нет пары",
                ),
            ),
        ),
        RoadmapStage(
            number=6,
            title="Завершение персонализированных программ наставничества",
            term="В течении отчетного периода",
            window=(date(2027, 4, 20), date(2027, 5, 31)),
            responsible=COORDINATOR,
            confirmed=False,
            activities=(
                activity(
                    "Мониторинг качества реализации персонализированных программ (анкетирование)", date(2027, 5, 15)
                ),
                activity("Школьная конференция или семинар", date(2027, 5, 22)),
                activity("Итоговое мероприятие (круглый стол) по выявлению лучших практик", date(2027, 5, 28)),
                activity("Пополнение методической копилки", date(2027, 5, 31)),
            ),
        ),
        RoadmapStage(
            number=7,
            title="Информационная поддержка",
            term="",
            window=None,
            responsible=COORDINATOR,
            confirmed=False,
            activities=(
                activity("Раздел сайта: положение, дорожная карта, обобщённые итоги", date(2026, 10, 10), IN_PROGRESS),
                activity("Годовой отчёт куратора", date(2027, 6, 10)),
            ),
        ),
    ),
)

SMALL = RoadmapPaper(
    school="Школа № 12 «Ёлка» <&>",
    school_year=2026,
    today=TODAY,
    stages=(
        RoadmapStage(
            number=1,
            title="Подготовка условий",
            term="Август – сентябрь",
            window=(date(2026, 8, 1), date(2026, 9, 30)),
            responsible="Орлова В. П.",
            activities=(
                activity("Приказ о положении", date(2026, 8, 31), DONE, "Приказ № 5 от 31.08.2026"),
                activity("Программы пар", words="15 рабочих дней после приказа", state=IN_PROGRESS),
                activity("Приказ о парах", date(2026, 9, 30)),
            ),
        ),
        RoadmapStage(
            number=2,
            title="Банк наставников",
            term="В течении учебного года",
            window=WHOLE_YEAR,
            confirmed=False,
            activities=(activity("Анкетирование", date(2027, 1, 20)),),
        ),
        RoadmapStage(
            number=3, title="Итоги", term="Май", responsible="Орлова В. П.", activities=(activity("Круглый стол"),)
        ),
    ),
)
EMPTY = RoadmapPaper(school="", school_year=2026, today=TODAY)
NAMELESS_STAGE = RoadmapStage(number=1, title="")
NASTY = ("Ш" * 40, "«Ёлка» <b>&amp;</b> \"x\" 'y'", "=1+1", "+7", "-1", "@SUM(A1)", "a\x00\x0b\u200bб", "$x^2$", "👍")


def nasty(text: str) -> RoadmapPaper:
    """The same words in every place."""
    every = RoadmapActivity(text=text, due_words=text, evidence=text, result=text)
    stage = RoadmapStage(
        number=1, title=text, term=text, responsible=text, activities=(every, replace(every, due=date(2026, 9, 1)))
    )
    return RoadmapPaper(school=text, school_year=2026, today=TODAY, stages=(stage, replace(stage, confirmed=False)))


def of_stages(stages: int, activities: int = 3) -> RoadmapPaper:
    each = replace(DEFAULT.stages[0], activities=tuple(activity(f"Дело {at}", TODAY) for at in range(activities)))
    return replace(DEFAULT, stages=tuple(replace(each, number=at + 1) for at in range(stages)))
