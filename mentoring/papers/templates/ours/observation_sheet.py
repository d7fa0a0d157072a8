"""Our template of the sheet for a visit to a lesson: blank, one page, no marks."""

from docx.shared import Mm, Pt

from mentoring.papers.office_paper import centre, grid, heading, line, office_document
from mentoring.papers.word import content_of

POINTS = (
    "Цель урока понятна ученикам",
    "Задания ведут к цели",
    "Ученики говорят и действуют сами",
    "Видно, кто понял, а кто нет",
    "Время распределено, есть итог",
)
_WRITTEN = "_" * 66  # as long as the line of the page


def observation_sheet() -> bytes:
    document = office_document(title="Лист наблюдения урока", counts_pages=False)
    centre(document, "ЛИСТ НАБЛЮДЕНИЯ УРОКА", bold=True)
    centre(document, "{{ учебный_год }} учебный год")
    line(document, "Дата: ______________   Класс: ________   Предмет: ______________________", before=10)
    line(document, "Кто ведёт урок: __________________   Кто посещает: __________________", before=6)
    heading(document, "Цель посещения: на что смотрим")
    for _ in range(2):
        line(document, _WRITTEN, before=6)
    heading(document, "Что видно на уроке")
    rows = [(text, "", "", "") for text in POINTS]
    table = grid(document, ("", "Да", "Частично", "Нет"), rows, (104, 18, 30, 18))
    for row in table.rows[1:]:
        row.height = Mm(10)
    for words in ("Что удалось", "Один шаг к улучшению"):
        heading(document, words)
        for _ in range(3):
            line(document, _WRITTEN, before=6)
    last = line(document, "Лист остаётся у пары: его никому не сдают, оценок в нём нет.", before=14)
    for run in last.runs:
        run.italic, run.font.size = True, Pt(12)
    return content_of(document)
