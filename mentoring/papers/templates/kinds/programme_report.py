"""How a pair's programme was carried out. What people have answered to the surveys never stands in it."""

from mentoring.papers.office_words import LONG_BLANK
from mentoring.papers.templates.fields import Field, Outline, Sort
from mentoring.papers.templates.kinds import of_pair, shared
from storage.vocabulary.documents import DocumentKind

PROGRAMME_REPORT = Outline(
    DocumentKind.PROGRAMME_REPORT,
    "Отчёт пары об итогах программы",
    "Отчёт о программе.docx",
    (
        shared.SCHOOL,
        shared.CITY,
        shared.YEAR,
        shared.COORDINATOR,
        shared.COORDINATOR_POST,
        of_pair.COORDINATOR_SIGNS,
        of_pair.MENTORS,
        of_pair.MENTEES,
        of_pair.ORDER_NUMBER,
        of_pair.ORDER_DATE,
        of_pair.FORMAT,
        of_pair.STARTS,
        of_pair.ENDS,
        of_pair.GOAL,
        Field("отчет.день", "на какой день составлен отчёт"),
        Field("план.всего", "сколько мероприятий в плане"),
        Field("план.выполнено", "сколько выполнено"),
        Field("план.процент", "процент выполнения"),
        Field(
            "мероприятия",
            "мероприятия плана",
            Sort.LINES,
            line="дело",
            each=(
                Field("номер", "номер по порядку", blank="1"),
                Field("мероприятие", "что делается"),
                Field("срок", "срок по плану"),
                Field("выполнено", "когда выполнено", optional=True),
            ),
        ),
        Field("встречи.всего", "сколько встреч отмечено"),
        Field("встречи.первая", "день первой встречи", optional=True),
        Field("встречи.последняя", "день последней встречи", optional=True),
        Field(
            "встречи_по_видам",
            "встречи по видам",
            Sort.LINES,
            line="вид",
            each=(Field("название", "вид встречи"), Field("число", "сколько")),
            optional=True,
        ),
        Field(
            "динамика",
            "изменения от начала к концу (ответы на анкеты бот не показывает, впишите сами)",
            Sort.LINES,
            line="шкала",
            each=(Field("название", "что сравнивается"), Field("старт", "на старте"), Field("итог", "в конце")),
        ),
        Field("продукт", "продукт"),
        Field("итог.выполнение", "выполнена полностью, частично или нет"),
        Field("итог.вывод", "вывод пары", blank=LONG_BLANK),
        Field("итог.рекомендация", "рекомендация: завершить, продлить или сменить тему"),
    ),
    stage=6,
    about="Что сделано по программе пары: план и факт, встречи, продукт. Вывод пара пишет сама.",
    place="«Пары», карточка пары, «Программа»",
    numbered=False,
)
