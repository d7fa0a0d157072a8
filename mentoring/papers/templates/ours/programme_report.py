"""Our template of a pair's report: what the bot knows is filled in, what only the pair can say is left to it."""

from docx.document import Document as WordDocument

from mentoring.papers.office_paper import body, centre, heading, line, office_document
from mentoring.papers.templates.ours.pieces import (
    end_if,
    loop_table,
    only_if,
    pair_people,
    pair_signatures,
)
from mentoring.papers.word import content_of

ABOUT_SURVEYS = (
    "Ответы на анкеты видит только координатор, поэтому бот их сюда не переносит. "
    "Что изменилось, пара вписывает сама, если хочет."
)


def programme_report() -> bytes:
    title = "Отчёт об итогах программы наставничества"
    document = office_document(title=title)
    centre(document, "{{ школа.полное_название }}")
    centre(document, title.upper(), bold=True, before=14)
    centre(document, "{{ учебный_год }} учебный год, {{ школа.город }}", bold=True)
    heading(document, "1. Участники и срок")
    pair_people(document)
    line(document, "Форма: {{ пара.форма }}")
    line(document, "Срок: с {{ срок.начало }} по {{ срок.конец }}")
    heading(document, "2. Цель")
    body(document, "{{ цель }}")
    _plan(document)
    _meetings(document)
    _scales(document)
    heading(document, "6. Продукт")
    body(document, "{{ продукт }}")
    heading(document, "7. Вывод")
    body(document, "Программа выполнена (полностью, частично, нет): {{ итог.выполнение }}")
    body(document, "{{ итог.вывод }}")
    heading(document, "8. Рекомендация")
    last = body(document, "Завершить, продлить, сменить тему: {{ итог.рекомендация }}")
    last.paragraph_format.keep_with_next = True  # signatures do not lie on a page of their own
    heading(document, "9. Подписи")
    pair_signatures(document)
    return content_of(document)


def _plan(document: WordDocument) -> None:
    heading(document, "3. План и факт")
    line(
        document,
        "На {{ отчет.день }} выполнено {{ план.выполнено }} из {{ план.всего }} мероприятий ({{ план.процент }} %).",
    ).paragraph_format.keep_with_next = True
    loop_table(
        document,
        ("№", "Мероприятие", "Срок", "Выполнено"),
        (12, 98, 30, 30),
        (
            "{%tr for дело in мероприятия %}",
            ("{{ дело.номер }}", "{{ дело.мероприятие }}", "{{ дело.срок }}", "{{ дело.выполнено }}"),
            "{%tr endfor %}",
        ),
    )


def _meetings(document: WordDocument) -> None:
    heading(document, "4. Встречи")
    between = "{% if встречи.первая %}, с {{ встречи.первая }} по {{ встречи.последняя }}{% endif %}"
    line(document, f"Отмечено встреч: {{{{ встречи.всего }}}}{between}.")
    only_if(document, "встречи_по_видам")
    loop_table(
        document,
        ("Вид", "Сколько"),
        (110, 60),
        (
            "{%tr for вид in встречи_по_видам %}",
            ("{{ вид.название }}", "{{ вид.число }}"),
            "{%tr endfor %}",
        ),
    )
    end_if(document)


def _scales(document: WordDocument) -> None:
    heading(document, "5. Что изменилось")
    body(document, ABOUT_SURVEYS).paragraph_format.keep_with_next = True
    loop_table(
        document,
        ("Что сравнивается", "На старте", "В конце"),
        (110, 30, 30),
        (
            "{%tr for шкала in динамика %}",
            ("{{ шкала.название }}", "{{ шкала.старт }}", "{{ шкала.итог }}"),
            "{%tr endfor %}",
        ),
    )
