"""The sheet to be signed: what is printed, what is left to the hand, in the words of the chat, on one page."""

from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from docx.shared import Pt

from mentoring.documents.consent_pd import values_of
from mentoring.papers.templates.fields import Values, missing
from mentoring.papers.templates.kinds import OUTLINES
from mentoring.papers.templates.worker import sheets
from mentoring.rules.consent_text import BLANK, PARTICIPANT_CONSENT, Operator
from storage.vocabulary.documents import DocumentKind
from tests.papers.libreoffice import needs_libreoffice, pages

MENTEE, MENTOR = DocumentKind.CONSENT_PD_MENTEE, DocumentKind.CONSENT_PD_MENTOR
SCHOOL = Operator("Школа № 12 «Ёлка» <&> {{ a }}", "г. Заречный, ул. Школьная, д. 7")
NAME = "Берёзкина Алла Игоревна"
WORDY = Operator("Учреждение " * 80, "Адрес " * 30)
HOSTED = Operator(SCHOOL.name, SCHOOL.address, "ООО «Хостинг»")


def sheet(operator: Operator = SCHOOL, person: str = NAME, kind: DocumentKind = MENTEE) -> bytes:
    return sheets(kind, "", [values_of(operator, person, 2026)])


def lines(content: bytes) -> list[str]:
    return [paragraph.text for paragraph in Document(BytesIO(content)).paragraphs]


def left(values: Values) -> tuple[str, ...]:
    return tuple(each.what for each in missing(OUTLINES[MENTEE], values))


@pytest.mark.parametrize("kind", [MENTEE, MENTOR])
def test_it_holds_every_element_the_law_names(kind: DocumentKind) -> None:
    text = "\n".join(lines(sheet(kind=kind)))
    for element in (
        "СОГЛАСИЕ НА ОБРАБОТКУ ПЕРСОНАЛЬНЫХ ДАННЫХ",
        "Я, Берёзкина Алла Игоревна,",
        "зарегистрирован(а) по адресу:",
        "документ, удостоверяющий личность:",
        "(кем выдан)",
        f"{SCHOOL.name}, адрес: {SCHOOL.address}",
        "на обработку следующих данных: фамилия, имя, отчество; должность",
        "в целях: организация и мониторинг наставничества",
        "Действия: сбор, запись",
        "Способ: с использованием средств автоматизации и без них",
        "Срок: до 31 августа 2027 года",
        "Согласие можно отозвать в любое время",
        "(подпись)",
        "(расшифровка)",
    ):
        assert element in text


def test_it_says_what_the_chat_says_word_for_word() -> None:
    text = "\n".join(lines(sheet(HOSTED)))
    of = PARTICIPANT_CONSENT
    said = (of.purpose, *of.personal_data, ", ".join(of.actions), of.methods, of.limits, of.withdrawal)
    assert [each for each in said if each not in text] == []


def test_what_is_not_known_is_a_visible_blank_and_is_named() -> None:
    text = "\n".join(lines(sheet(Operator(), "")))
    assert left(values_of(Operator(), "", 2026)) == ("полное название школы", "адрес школы")
    assert f"{BLANK}, адрес: {BLANK}" in text
    assert "(фамилия, имя, отчество)" in text
    assert "None" not in text
    assert left(values_of(SCHOOL, NAME, 2026)) == ()
    assert "(фамилия, имя, отчество)" not in lines(sheet())


def test_a_processor_is_named_only_when_there_is_one() -> None:
    text = "\n".join(lines(sheet(HOSTED)))
    assert f", а также лицу, действующему по поручению оператора: ООО «Хостинг», адрес: {BLANK}" in text
    assert "передача обработчику" in text
    assert left(values_of(HOSTED, NAME, 2026)) == ("адрес обработчика данных",)
    assert "обработчику" not in "\n".join(lines(sheet()))


def test_one_wording_is_for_both_banks() -> None:
    text = "\n".join(lines(sheet()))
    assert "ведение банков наставляемых и наставников" in text
    assert "если я отвечаю на анкету наставника: квалификационная категория" in text
    assert lines(sheet(kind=MENTOR)) == lines(sheet())


def test_the_page_is_an_office_paper() -> None:
    document = Document(BytesIO(sheet()))
    section = document.sections[0]
    size = [section.page_width, section.page_height]
    edges = [section.left_margin, section.right_margin, section.top_margin, section.bottom_margin]
    assert [round(length.mm) for length in size + edges if length] == [210, 297, 30, 10, 20, 20]
    normal = document.styles["Normal"]
    assert (normal.font.name, normal.font.size) == ("Times New Roman", Pt(14))
    assert document.core_properties.author == ""


def test_each_of_twenty_four_people_has_a_page() -> None:
    names = [f"Полевой Глеб {at}" for at in range(24)]
    document = Document(BytesIO(sheets(MENTEE, "", [values_of(SCHOOL, name, 2026) for name in names])))
    assert len(document.sections) == 24
    printed = [paragraph.text for paragraph in document.paragraphs if paragraph.text.startswith("Я, ")]
    assert printed == [f"Я, {name}," for name in names]


def test_a_very_long_school_is_set_smaller_to_stay_on_the_page() -> None:
    document = Document(BytesIO(sheet(WORDY)))
    assert document.styles["Normal"].font.size == Pt(12)
    assert {run.font.size for paragraph in document.paragraphs for run in paragraph.runs if "сбор" in run.text} == {
        None
    }


@pytest.mark.slow
@needs_libreoffice
@pytest.mark.parametrize("words", [1, 20, 32, 45, 60, 85])
def test_each_sheet_is_one_page(words: int, tmp_path: Path) -> None:
    school = Operator("Учреждение " * words, "Адрес " * 20)
    found = pages(sheets(MENTOR, "", [values_of(school, NAME, 2026)] * 3), tmp_path)
    assert len(found) == 3
    assert all("(расшифровка)" in page and "СОГЛАСИЕ" in page for page in found)


def test_invisible_characters_do_not_break_the_file() -> None:
    assert any(line.startswith("Я, Ли") for line in lines(sheet(person="Ли\x00\x0b\u200bЮн")))
