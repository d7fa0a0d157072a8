"""Our template of a programme: section by section, the plan across its page, to be approved and signed."""

from docx.document import Document as WordDocument

from mentoring.papers.office_paper import body, centre, heading, line, office_document, turn_page
from mentoring.papers.office_words import BLANK, NO_DAY
from mentoring.papers.templates.ours.pieces import (
    each_paragraph,
    end_each,
    end_if,
    loop_table,
    only_if,
    otherwise,
    pair_people,
    pair_signatures,
    stamps,
)
from mentoring.papers.word import content_of

SECTIONS = (
    "1. Участники",
    "2. Форма, вид и срок",
    "3. Основание: запрос наставляемого",
    "4. Цель",
    "5. Задачи",
    "6. План мероприятий",
    "7. Показатели",
    "8. Ожидаемые результаты",
    "9. Изменения и продление",
    "10. Итог",
    "11. Подписи",
)
NO_CHANGES = "Изменений нет."

_PEOPLE, _TERM, _PROBLEM, _GOAL, _TASKS, _PLAN, _INDICATORS, _EXPECTED, _CHANGES, _OUTCOME, _SIGNED = SECTIONS
_PLAN_HEADINGS = (
    "№",
    "Направление",
    "Мероприятие",
    "Форма",
    "Срок",
    "Ожидаемый результат",
    "Подтверждение",
    "Отметка",
)
_PLAN_WIDTHS = (10, 35, 52, 32, 27, 38, 36, 27)
_STEP = ("номер", "направление", "мероприятие", "форма", "срок", "результат", "подтверждение", "отметка")


def programme() -> bytes:
    title = "Персонализированная программа наставничества"
    document = office_document(title=title)
    stamps(
        document,
        ("СОГЛАСОВАНО", "Куратор наставничества", f"{BLANK} / {{{{ куратор.подпись }}}}", NO_DAY),
        ("УТВЕРЖДАЮ", "{{ директор.должность }}", f"{BLANK} / {{{{ директор.подпись }}}}", NO_DAY),
    )
    centre(document, "{{ школа.полное_название }}", before=14)
    centre(document, title.upper(), bold=True, before=14)
    centre(document, "на {{ учебный_год }} учебный год", bold=True)
    centre(document, "{{ школа.город }}")
    heading(document, _PEOPLE)
    pair_people(document)
    _term(document)
    _aims(document)
    turn_page(document, landscape=True)
    heading(document, _PLAN)
    step = tuple(f"{{{{ дело.{name} }}}}" for name in _STEP)
    loop_table(document, _PLAN_HEADINGS, _PLAN_WIDTHS, ("{%tr for дело in план %}", step, "{%tr endfor %}"))
    turn_page(document, landscape=False)
    _indicators(document)
    _expected(document)
    _changes(document)
    _outcome(document)
    heading(document, _SIGNED)
    pair_signatures(document)
    return content_of(document)


def _term(document: WordDocument) -> None:
    heading(document, _TERM)
    for said in (
        "Форма: {{ пара.форма }}",
        "Вид: {{ пара.вид }}",
        "Срок: с {{ срок.начало }} по {{ срок.конец }}",
        "Режим: {{ пара.режим }}",
    ):
        line(document, said)


def _aims(document: WordDocument) -> None:
    heading(document, _PROBLEM)
    only_if(document, "запрос.направления")
    line(document, "Направления: {{ запрос.направления }}")
    end_if(document)
    only_if(document, "запрос.слова or not запрос.направления")
    body(document, "{{ запрос.слова }}")
    end_if(document)
    heading(document, _GOAL)
    body(document, "{{ цель }}")
    heading(document, _TASKS)
    _numbered(document, "задача", "задачи")


def _numbered(document: WordDocument, of: str, name: str) -> None:
    each_paragraph(document, of, name)
    body(document, f"{{{{ {of}.номер }}}}) {{{{ {of}.текст }}}}")
    end_each(document)


def _indicators(document: WordDocument) -> None:
    heading(document, _INDICATORS)
    only_if(document, "показатели")
    cells = tuple(f"{{{{ показатель.{name} }}}}" for name in ("название", "старт", "план", "факт", "проверка"))
    loop_table(
        document,
        ("Показатель", "На старте", "План", "Факт", "Как проверяем"),
        (60, 25, 25, 25, 35),
        ("{%tr for показатель in показатели %}", cells, "{%tr endfor %}"),
    )
    otherwise(document)
    line(document, "Показатели не выбраны.")
    end_if(document)


def _expected(document: WordDocument) -> None:
    heading(document, _EXPECTED)
    _numbered(document, "результат", "результаты")
    only_if(document, "продукт")
    line(document, "Продукт: {{ продукт }}")
    end_if(document)


def _changes(document: WordDocument) -> None:
    heading(document, _CHANGES)
    only_if(document, "изменения")
    cells = ("{{ изменение.дата }}", "{{ изменение.что }}", "{{ изменение.кто }}")
    loop_table(
        document,
        ("Дата", "Что изменено", "Кто внёс"),
        (28, 97, 45),
        ("{%tr for изменение in изменения %}", cells, "{%tr endfor %}"),
    )
    otherwise(document)
    line(document, NO_CHANGES)
    end_if(document)


def _outcome(document: WordDocument) -> None:
    """Before the end of the work it is to be written by hand."""
    heading(document, _OUTCOME)
    for words, name, choice in (
        ("Программа выполнена", "итог.выполнение", " (полностью, частично, нет)"),
        ("Вывод наставника", "итог.вывод_наставника", ""),
        ("Вывод наставляемого", "итог.вывод_наставляемого", ""),
        ("Рекомендация", "итог.рекомендация", " (завершить, продлить, сменить тему)"),
    ):
        line(document, f"{words}: {{% if {name} %}}{{{{ {name} }}}}{{% else %}}{BLANK}{choice}{{% endif %}}")
