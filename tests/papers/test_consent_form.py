"""The sheet to be signed: what is printed, what is left to the hand."""

from io import BytesIO

from docx import Document
from docx.shared import Pt

from mentoring.papers.consent_form import build, build_many
from mentoring.papers.values import ConsentForm
from mentoring.rules.consent_text import BLANK, Operator

SCHOOL = Operator("Школа № 12 «Ёлка» <&> {{ a }}", "г. Заречный, ул. Школьная, д. 7")
FORM = ConsentForm(school_year=2026, person="Берёзкина Алла Игоревна", operator=SCHOOL)


def lines(content: bytes) -> list[str]:
    return [paragraph.text for paragraph in Document(BytesIO(content)).paragraphs]


def test_it_holds_every_element_the_law_names() -> None:
    text = "\n".join(lines(build(FORM)))
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


def test_what_is_not_known_is_a_visible_blank_and_is_named() -> None:
    form = ConsentForm(school_year=2026)
    text = "\n".join(lines(build(form)))
    assert form.missing == ("название школы", "адрес школы")
    assert f"{BLANK}, адрес: {BLANK}" in text
    assert "(фамилия, имя, отчество)" in text
    assert "None" not in text
    assert FORM.missing == ()


def test_a_processor_is_named_only_when_there_is_one() -> None:
    hosted = ConsentForm(school_year=2026, operator=Operator("Школа", "Адрес", "ООО «Хостинг»"))
    text = "\n".join(lines(build(hosted)))
    assert f"ООО «Хостинг», адрес: {BLANK}" in text
    assert "передача обработчику" in text
    assert hosted.missing == ("адрес обработчика данных",)
    assert "обработчику" not in "\n".join(lines(build(FORM)))


def test_one_sheet_is_for_both_banks() -> None:
    text = "\n".join(lines(build(FORM)))
    assert "ведение банков наставляемых и наставников" in text
    assert "если я отвечаю на анкету наставника: квалификационная категория" in text


def test_the_page_is_an_office_paper() -> None:
    document = Document(BytesIO(build(FORM)))
    section = document.sections[0]
    size = [section.page_width, section.page_height]
    edges = [section.left_margin, section.right_margin, section.top_margin, section.bottom_margin]
    assert [round(length.mm) for length in size + edges if length] == [210, 297, 30, 10, 20, 20]
    normal = document.styles["Normal"]
    assert (normal.font.name, normal.font.size) == ("Times New Roman", Pt(14))
    assert document.core_properties.author == ""


def test_each_of_twenty_four_people_has_a_page() -> None:
    names = [f"Полевой Глеб {at}" for at in range(24)]
    forms = [ConsentForm(school_year=2026, person=name, operator=SCHOOL) for name in names]
    document = Document(BytesIO(build_many(forms)))
    assert sum(bool(paragraph.paragraph_format.page_break_before) for paragraph in document.paragraphs) == 23
    printed = [paragraph.text for paragraph in document.paragraphs if paragraph.text.startswith("Я, ")]
    assert printed == [f"Я, {name}," for name in names]


def test_a_very_long_school_is_set_smaller_to_stay_on_the_page() -> None:
    wordy = Operator("Учреждение " * 80, "Адрес " * 30)
    document = Document(BytesIO(build(ConsentForm(school_year=2026, operator=wordy))))
    sizes = {run.font.size for paragraph in document.paragraphs for run in paragraph.runs if "сбор" in run.text}
    assert sizes == {Pt(12)}


def test_invisible_characters_do_not_break_the_file() -> None:
    form = ConsentForm(school_year=2026, person="Ли\x00\x0b\u200bЮн", operator=SCHOOL)
    assert any(line.startswith("Я, Ли") for line in lines(build(form)))
