"""The Word paper of the year's monitoring: what is known stands in it, what is not is a blank that is named."""

import pickle
from datetime import date
from io import BytesIO

from docx import Document

from mentoring import forms
from mentoring.papers import monitoring_words
from mentoring.papers.monitoring_document import BLANK, DRAFT, monitoring_document
from mentoring.papers.monitoring_values import ComparedPaper, Letter, MonitoringPaper, Response, WavePaper
from mentoring.papers.values import Comments
from mentoring.rules.comparison import Circle, Compared
from mentoring.rules.swot import LETTERS, Group
from mentoring.rules.tally import Counted, answerable, hidden_below, tally

END = forms.load().get("mon_end_mentee")
ASKED = {each.question.key: each for each in answerable(END)}
EMPTY = MonitoringPaper(
    school=" ",
    school_year=2026,
    made_on=date(2027, 5, 20),
    waves=(),
    compared=(ComparedPaper(Circle.MENTEES, None, None, ()),),
    letters=tuple(Letter(each, ()) for each in LETTERS),
)
WHOLE = MonitoringPaper(
    school="Школа № 12",
    school_year=2026,
    made_on=date(2027, 5, 20),
    waves=(
        WavePaper(
            END.title,
            Response(9, 8, date(2027, 5, 14)),
            (
                tally(ASKED["glad"], [Counted("sure", 6), Counted("rather_no", 2)]),
                tally(ASKED["goal_done"], [Counted(9, 1)]),
                hidden_below(tally(ASKED["satisfied"], [Counted(2, 3)]), 5),
            ),
            (Comments("Что ещё?", ("<b>Чай</b> & «беседы»\x0b", "Уроки\nдруг друга", "Уроки друг друга")),),
        ),
    ),
    compared=(
        ComparedPaper(
            Circle.MENTEES,
            Response(9, 8),
            Response(9, 8),
            (Compared(ASKED["s_lesson"].question, None, None, 5, comparable=False),),
        ),
    ),
    letters=tuple(Letter(each, (Group(END.title, ("Открытые уроки",), 3),)) for each in LETTERS),
)


def lines(paper: MonitoringPaper) -> list[str]:
    document = Document(BytesIO(monitoring_document(paper)))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return [*(each.text for each in document.paragraphs), *cells]


def test_with_nothing_answered_every_blank_stands_and_is_named() -> None:
    said = lines(EMPTY)
    assert BLANK * 3 in said
    assert "Итоги анкет этого года пока не собраны." in said
    assert monitoring_words.blanks(EMPTY).startswith(
        "Не заполнено: название школы; результаты анкет; старт и итог, наставляемые; SWOT, сильные стороны;"
    )


def test_what_was_answered_stands_in_it_and_the_few_are_told_as_few() -> None:
    said = lines(pickle.loads(pickle.dumps(WHOLE)))  # noqa: S301 our own value
    assert "без имён, закрыта 14.05.2027, приглашены 9, ответили 8 (89 %)" in said
    assert "Да — 6 (75 %); Скорее нет — 2 (25 %)." in said
    assert "9" in said
    assert "Мало ответов (меньше 5)." in said
    assert "Шкала или варианты ответа в итоге другие: сравнить нельзя." in said
    assert {"– <b>Чай</b> & «беседы»", "– Уроки друг друга (2)"} <= set(said)
    assert sum("– Открытые уроки" in each for each in said) == 4
    assert monitoring_words.blanks(WHOLE).startswith("Не заполнено: выводы. ")


def test_every_page_says_that_it_is_a_draft_and_which_it_is() -> None:
    section = Document(BytesIO(monitoring_document(WHOLE))).sections[0]
    assert section.header.paragraphs[0].text == DRAFT
    assert section.footer.paragraphs[0].text.startswith("Лист")
