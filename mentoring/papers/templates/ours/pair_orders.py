"""Our templates of the orders on pairs: points, one annex across, the sheet of acquaintance. No name is declined."""

from collections.abc import Sequence

from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt

from mentoring.papers.office_paper import body, centre, line, office_document, turn_page
from mentoring.papers.templates.ours.pieces import (
    acquaintance,
    end_if,
    loop_table,
    only_if,
    order_head,
    ordering,
    point,
    sign,
)
from mentoring.papers.word import content_of

_GROUNDS = (
    "Основание: Положение о системе наставничества (приказ от {{ положение.дата }} №\u00a0{{ положение.номер }})"
    "{% if наставники_школы %}; ст. 351.8 Трудового кодекса РФ{% endif %}"
    "{% if основания %}; {{ основания }}{% endif %}"
)
_CONSENTED = "; письменные согласия работников"
_COORDINATOR = "Куратору наставничества ({{ куратор.имя }}, {{ куратор.должность }})"
_AGREEMENTS = (
    "Оформить с наставниками дополнительные соглашения к трудовым договорам о содержании, сроках и форме "
    "наставничества, размере и условиях выплат. Исполняет: {{ соглашения.исполняет }}."
)
_PERSON = "{{ %(one)s.имя }}, {{ %(one)s.должность }}"
_CONSENTS = (
    "{%%p for согласие in %(line)s.согласия %%}\n"
    "{{ согласие.имя }}: {%% if согласие.договор %%}договор от {%% endif %%}{{ согласие.дата }}\n"
    "{%%p endfor %%}"
)
_WHO = ("№", "Наставник (ФИО, должность)", "Наставляемый(ые) (ФИО, должность)")
_ORDER = "от {{ %(line)s.приказ.дата }} № {{ %(line)s.приказ.номер }}"


def order_pairs() -> bytes:
    document = _begin("О закреплении наставнических пар (групп) на {{ учебный_год }} учебный год", _CONSENTED)
    point(document, "Закрепить наставнические пары (группы) согласно приложению к приказу.")
    _programmes(document, "подготовить персонализированные программы наставничества")
    point(document, f"{_COORDINATOR} обеспечить сопровождение пар (групп) и мониторинг.")
    _employed(document, _AGREEMENTS)
    _end(
        document,
        "Наставнические пары (группы)",
        (*_WHO, "Форма", "Срок", "Согласия получены"),
        (12, 58, 58, 36, 34, 59),
        ("пара", "пары"),
        ("{{ пара.форма }}", "с {{ пара.начало }} по {{ пара.конец }}", _CONSENTS % {"line": "пара"}),
    )
    return content_of(document)


def order_pairs_change() -> bytes:
    document = _begin("О внесении изменений в работу наставнических пар (групп)", _CONSENTED)
    point(document, "Внести изменения в работу наставнических пар (групп) согласно приложению к приказу.")
    _programmes(document, "внести изменения в персонализированные программы наставничества")
    point(document, f"{_COORDINATOR} сообщить об изменениях участникам и обеспечить сопровождение пар.")
    _employed(document, _AGREEMENTS)
    what = (
        "{{ изменение.что }}{% if изменение.другие_наставники %} Прежде:{% endif %}\n"
        "{%p if изменение.другие_наставники %}\n"
        f"{_people('прежний', 'изменение.прежние')}\n"
        "{%p endif %}\n"
        "{%p if изменение.другой_срок %}\n"
        "Прежде: по {{ изменение.прежний_конец }}\n"
        "Теперь: по {{ изменение.новый_конец }}\n"
        "{%p endif %}"
    )
    _end(
        document,
        "Изменения в работе наставнических пар (групп)",
        (*_WHO, "Приказ о закреплении", "Что изменено", "С какой даты", "Согласия получены"),
        (12, 48, 48, 32, 46, 25, 46),
        ("изменение", "изменения"),
        (_ORDER % {"line": "изменение"}, what, "{{ изменение.с_даты }}", _CONSENTS % {"line": "изменение"}),
    )
    return content_of(document)


def order_pairs_end() -> bytes:
    document = _begin("О прекращении наставничества", "")
    point(document, "Прекратить работу наставнических пар (групп) согласно приложению к приказу.")
    point(document, f"{_COORDINATOR} сообщить об этом участникам и подвести итоги персонализированных программ.")
    _employed(
        document,
        "Оформить с наставниками прекращение работы по наставничеству. Исполняет: {{ соглашения.исполняет }}.",
    )
    why = (
        "{{ окончание.основание }}"
        "{% if окончание.предупреждение %}; уведомление от {{ окончание.уведомление }}{% endif %}"
    )
    _end(
        document,
        "Прекращение работы наставнических пар (групп)",
        (*_WHO, "Приказ о закреплении", "Дата прекращения", "Основание"),
        (12, 62, 62, 40, 33, 48),
        ("окончание", "окончания"),
        (_ORDER % {"line": "окончание"}, "{{ окончание.дата }}", why),
    )
    return content_of(document)


def _begin(title: str, consented: str) -> WordDocument:
    document = office_document(title=title.partition(" {{")[0])
    order_head(document, title)
    body(document, f"{_GROUNDS}{consented}.", before=4)
    ordering(document)
    return document


def _programmes(document: WordDocument, what: str) -> None:
    only_if(document, "программы_нужны")
    point(document, f"Наставникам совместно с наставляемыми {what}. Срок: до {{{{ программы.срок }}}}.")
    end_if(document)


def _employed(document: WordDocument, text: str) -> None:
    """What the labour code says is of those alone who work at the school."""
    only_if(document, "наставники_школы")
    point(document, text)
    end_if(document)


def _end(
    document: WordDocument,
    title: str,
    headings: Sequence[str],
    widths: Sequence[int],
    loop: tuple[str, str],
    cells: Sequence[str],
) -> None:
    """`cells` stand after the number, the mentors and the mentees of each line."""
    point(document, "Контроль за исполнением приказа оставляю за собой.")
    sign(document)
    turn_page(document, landscape=True)
    stamp = line(document, "Приложение к приказу от {{ документ.дата }} № {{ документ.номер }}")
    stamp.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    centre(document, title, bold=True, before=8).paragraph_format.space_after = Pt(6)
    one, every = loop
    who = (_people("наставник", f"{one}.наставники"), _people("наставляемый", f"{one}.наставляемые"))
    rows = (f"{{%tr for {one} in {every} %}}", (f"{{{{ {one}.номер }}}}", *who, *cells), "{%tr endfor %}")
    loop_table(document, headings, widths, rows)
    acquaintance(document)


def _people(one: str, every: str) -> str:
    """A line a person."""
    return f"{{%p for {one} in {every} %}}\n{_PERSON % {'one': one}}\n{{%p endfor %}}"
