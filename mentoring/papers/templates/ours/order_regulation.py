"""Our template of the order on the regulation: two annexes, the sheet of acquaintance, names in the nominative only."""

from docx.document import Document as WordDocument
from docx.shared import Pt

from mentoring.papers.office_paper import body, centre, office_document
from mentoring.papers.templates.ours.pieces import (
    acquaintance,
    annex,
    end_if,
    loop_table,
    only_if,
    order_head,
    ordering,
    point,
    sign,
)
from mentoring.papers.word import content_of

_HEADINGS = ("№ п/п", "Содержание деятельности", "Сроки", "Ответственный", "Результат, подтверждение")
_WIDTHS = (15, 102, 45, 50, 45)
_COUNCIL = "протокол от {{ педсовет.дата }} № {{ педсовет.номер }}"
_UNION = (
    "{% if профсоюз.дата %} и мнения выборного органа первичной профсоюзной организации "
    "(от {{ профсоюз.дата }}{% if профсоюз.номер %} № {{ профсоюз.номер }}{% endif %}){% endif %}"
)
_DUTIES = (
    "Куратору наставничества: вести банки наставников и наставляемых; получить письменные согласия работников; "
    "готовить проекты приказов о закреплении наставнических пар и групп; провести мониторинг; "
    "представить итоги до {{ итоги.срок }}."
)


def order_regulation() -> bytes:
    document = office_document(title="Приказ об утверждении Положения")
    order_head(document, "Об утверждении Положения о системе наставничества педагогических работников")
    body(
        document,
        "В целях профессиональной поддержки педагогов, на основании: {{ основания }}, с учётом решения "
        f"педагогического совета ({_COUNCIL}){_UNION}",
    )
    ordering(document)
    _points(document)
    sign(document)
    _regulation(document)
    _roadmap(document)
    acquaintance(document)
    return content_of(document)


def _points(document: WordDocument) -> None:
    point(
        document,
        "Утвердить «{{ положение.название }}» (приложение 1) и ввести его в действие с {{ положение.действует_с }}.",
    )
    point(
        document,
        "Утвердить план мероприятий (дорожную карту) по реализации Положения на {{ учебный_год }} учебный год "
        "(приложение 2).",
    )
    point(document, "Назначить куратором наставничества: {{ куратор.имя }}, {{ куратор.должность }}.")
    point(document, _DUTIES)
    point(
        document,
        "Разместить Положение и дорожную карту на сайте школы в срок до {{ сайт.срок }}. "
        "Ответственный: {{ сайт.ответственный }}.",
    )
    only_if(document, "прежний_приказ.номер")
    point(
        document,
        "Признать утратившим силу приказ от {{ прежний_приказ.дата }} № {{ прежний_приказ.номер }}.",
    )
    end_if(document)
    point(
        document,
        "{% if контроль.ответственный %}Контроль за исполнением приказа возложить: {{ контроль.ответственный }}."
        "{% else %}Контроль за исполнением приказа оставляю за собой.{% endif %}",
    )


def _regulation(document: WordDocument) -> None:
    """The text itself is the school's own paper: this sheet stands before it."""
    annex(document, 1)
    centre(document, "{{ положение.название }}", bold=True, before=24)
    centre(document, f"(принято педагогическим советом: {_COUNCIL})", before=6)
    centre(document, "Текст Положения прилагается.", before=24)


def _roadmap(document: WordDocument) -> None:
    annex(document, 2, landscape=True)
    centre(document, "ПЛАН МЕРОПРИЯТИЙ (ДОРОЖНАЯ КАРТА)", bold=True, before=8)
    centre(document, "по реализации Положения о системе наставничества педагогических работников", bold=True)
    last = centre(document, "на {{ учебный_год }} учебный год", bold=True)
    last.paragraph_format.space_after = Pt(8)
    loop_table(
        document,
        _HEADINGS,
        _WIDTHS,
        (
            "{%tr for этап in дорожная_карта %}",
            "Этап {{ этап.номер }}. {{ этап.название }}. Срок: {{ этап.срок }}",
            "{%tr for дело in этап.дела %}",
            (
                "{{ дело.номер }}",
                "{{ дело.содержание }}",
                "{{ дело.срок }}",
                "{{ дело.ответственный }}",
                "{{ дело.результат }}",
            ),
            "{%tr endfor %}",
            "{%tr endfor %}",
        ),
    )
