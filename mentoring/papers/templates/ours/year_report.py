"""Our templates of the year's report: the one with names has some tables more, and initials beside its signatures."""

from collections.abc import Callable

from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH

from mentoring.papers.office_paper import TABLE_SIZE, body, centre, grid, heading, line, office_document
from mentoring.papers.office_words import BLANK, NO_DAY
from mentoring.papers.templates.ours import year_lists as lists
from mentoring.papers.templates.ours.pieces import each_paragraph, end_each, end_if, loop_table, only_if, otherwise
from mentoring.papers.templates.ours.year_lists import Listed
from mentoring.papers.word import centred, content_of, shrink, write

TITLE = "ОТЧЁТ"
ABOUT = "об итогах наставничества педагогических работников"
NOTHING = "нет данных."


def year_report() -> bytes:
    return _report(named=True)


def year_report_public() -> bytes:
    return _report(named=False)


def _report(*, named: bool) -> bytes:
    document = office_document(title="Отчёт за год")
    _head(document, named=named)
    sections: tuple[tuple[str, Callable[[WordDocument], None]], ...] = (
        ("Основание и период", _ground),
        ("Выполнение дорожной карты", _roadmap),
        ("Кадры: запросы, пары и группы", _named_people if named else _people),
        ("Встречи и программы", _work),
        ("Мероприятия", _events),
        ("Показатели", _indicators),
        ("Мониторинг", _monitoring),
        ("Лучшие практики", _signed_practices if named else _practices),
        *((("SWOT-анализ (черновик)", _swot),) if named else ()),
        ("Выводы", _conclusions),
        ("План на следующий год", _plan),
        ("Приложения", _annexes),
    )
    for number, (title, section) in enumerate(sections, start=1):
        heading(document, f"{number}. {title}")
        section(document)
    signed = "{{ куратор.подпись }}" if named else BLANK
    line(document, f"Куратор наставничества {BLANK} / {signed} / {NO_DAY}", before=14)
    return content_of(document)


def _head(document: WordDocument, *, named: bool) -> None:
    """Whoever signs a report without names signs it by hand."""
    director = f"{{{{ директор.должность }}}} {BLANK} / {{{{ директор.подпись }}}}" if named else f"Директор {BLANK}"
    centre(document, "{{ школа.полное_название }}")
    for number, text in enumerate(("УТВЕРЖДАЮ", director, NO_DAY)):
        line(document, text, before=0 if number else 8).alignment = WD_ALIGN_PARAGRAPH.RIGHT
    centre(document, TITLE, bold=True, before=10)
    centre(document, ABOUT, bold=True)
    centre(document, "за {{ учебный_год }} учебный год", bold=True)


def _ground(document: WordDocument) -> None:
    body(
        document,
        "Отчёт составлен куратором наставничества по данным программы наставничества педагогических работников. "
        "Отчётный период: с {{ период.начало }} по {{ период.конец }}. Сведения приведены на {{ отчет.день }}.",
    )
    _listed(document, lists.ORDERS)


def _roadmap(document: WordDocument) -> None:
    body(
        document,
        "Выполнено пунктов: {{ карта.выполнено }} из {{ карта.всего }}. Не подтверждено: {{ карта.не_подтверждено }}.",
    )
    _listed(document, lists.ROADMAP)


def _people(document: WordDocument) -> None:
    rows = [(label, f"{{{{ люди.{name} }}}}") for label, name in lists.PEOPLE]
    grid(document, ("Люди", "Сколько"), rows, (140, 30))
    _gap(document)
    _listed(document, lists.GROUPED)


def _named_people(document: WordDocument) -> None:
    _people(document)
    _listed(document, lists.PAIRS)
    _listed(document, lists.WAITING)


def _work(document: WordDocument) -> None:
    body(
        document,
        "Отмечено встреч: {{ встречи.всего }}. "
        "Встречи отмечают сами участники пар, содержание разговоров не собирается.",
    )
    _listed(document, lists.MEETINGS)
    _listed(document, lists.PROGRAMMES)
    body(
        document,
        "Мероприятий программ, чей срок наступил: {{ шаги.наступило }}, из них выполнено: {{ шаги.выполнено }}.",
    )


def _events(document: WordDocument) -> None:
    body(
        document,
        "Проведено мероприятий: {{ мероприятия.проведено }}, участий в них: {{ мероприятия.участий }}.",
    )
    _listed(document, lists.EVENTS)


def _indicators(document: WordDocument) -> None:
    _listed(document, lists.INDICATORS)
    only_if(document, "диаграмма_года")
    _picture(document, "диаграмма_года")
    end_if(document)
    only_if(document, "половина_ответов.дней")
    said = "Половина ответов на анкеты с именем пришла не позже чем через {{ половина_ответов.дней }} дн."
    body(document, said)
    end_if(document)


def _monitoring(document: WordDocument) -> None:
    _listed(document, lists.SURVEYS)
    each_paragraph(document, "сравнение", "сравнения")
    _table(document, lists.COMPARED)
    _picture(document, "сравнение.диаграмма")
    end_each(document)
    _listed(document, lists.ANSWERS)


def _practices(document: WordDocument) -> None:
    _cards(document, lists.CARDS)


def _signed_practices(document: WordDocument) -> None:
    _cards(document, lists.SIGNED_CARDS)


def _cards(document: WordDocument, of: Listed) -> None:
    body(document, "Карточек практик в методической копилке за год: {{ практики.число }}.")
    _listed(document, of)


def _swot(document: WordDocument) -> None:
    _listed(document, lists.SWOT)


def _conclusions(document: WordDocument) -> None:
    _written(document, "выводы")


def _plan(document: WordDocument) -> None:
    _written(document, "план")


def _written(document: WordDocument, name: str) -> None:
    each_paragraph(document, "абзац", name)
    body(document, "{{ абзац.текст }}")
    end_each(document)


def _annexes(document: WordDocument) -> None:
    each_paragraph(document, "приложение", "приложения")
    last = body(document, "{{ приложение.номер }}. {{ приложение.название }}.")
    last.paragraph_format.keep_with_next = True  # the signature does not lie on a page of its own
    end_each(document)


def _listed(document: WordDocument, of: Listed) -> None:
    """The table, or a sentence that there is nothing for it."""
    only_if(document, of.field)
    _table(document, of)
    if of.name:
        otherwise(document)
        body(document, f"{of.name}: {NOTHING}")
    end_if(document)


def _table(document: WordDocument, of: Listed) -> None:
    loop_table(document, of.headings, of.widths, of.rows)
    _gap(document)


def _gap(document: WordDocument) -> None:
    """Between a table and what follows it."""
    shrink(document.add_paragraph())
    write(document.add_paragraph(), "", size=TABLE_SIZE / 2)


def _picture(document: WordDocument, name: str) -> None:
    centred(line(document, f"{{{{ {name} }}}}"))
