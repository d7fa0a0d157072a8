"""The collection of practice cards in Word: its text, its contents, names only where they may be told."""

import pickle
import re
from dataclasses import replace
from io import BytesIO

import pytest
from docx import Document
from docx.oxml.ns import qn

from mentoring.papers.practice_collection import practice_collection
from mentoring.papers.practice_values import CardPaper, CollectionPaper, NominationPaper

CARDS = CardPaper(
    title="Карточки для взаимопроверки",
    author="Соколова А. И.",
    areas=("Урок и методика", "Цифровые инструменты и ИИ"),
    useful_to="Учителям 5–6 классов",
    problem="Половина класса ждала,\nпока я проверю тетради.",
    done="1. Составили карточки.\n2. Проверили друг друга & себя.\x0b",
    result="Пять минут вместо <b>двадцати</b>.",
    links="https://example.org/kartochki",
)
TALK = CardPaper(
    title="Разговор у окна",
    author="",
    areas=("Родители и коллеги",),
    useful_to="Классным руководителям",
    problem="Родители приходили сердитыми.",
    done="Сначала слушали.",
    result="Стало спокойнее.",
    links="",
)
PAPER = CollectionPaper(
    "МБОУ «Школа № 12»",
    2026,
    (CARDS, TALK),
    (NominationPaper("Просто и работает", ((CARDS.title, CARDS.author), (TALK.title, ""))),),
)
GOLDEN = """\
МБОУ «Школа № 12»
МЕТОДИЧЕСКАЯ КОПИЛКА
Практики педагогов школы
2026/2027 учебный год
Содержание
Карточки для взаимопроверки → 3
Разговор у окна → 4
Номинации круглого стола → 5
Карточки для взаимопроверки
Автор: Соколова А. И.
Направления
Урок и методика, Цифровые инструменты и ИИ
Кому полезно
Учителям 5–6 классов
Ситуация
Половина класса ждала,
пока я проверю тетради.
Что делали
1. Составили карточки.
2. Проверили друг друга & себя.
Результат
Пять минут вместо <b>двадцати</b>.
Материалы
https://example.org/kartochki
Разговор у окна
Направления
Родители и коллеги
Кому полезно
Классным руководителям
Ситуация
Родители приходили сердитыми.
Что делали
Сначала слушали.
Результат
Стало спокойнее.
Номинации круглого стола
В каждой номинации практики стоят по алфавиту: мест и баллов здесь нет.
Просто и работает
– Карточки для взаимопроверки (Соколова А. И.)
– Разговор у окна"""


def written(paper: CollectionPaper) -> str:
    """The text as it is read, the number of a page after an arrow."""
    document = Document(BytesIO(practice_collection(paper)))
    lines = []
    for paragraph in document.paragraphs:
        fields = paragraph._p.findall(qn("w:fldSimple"))
        page = "".join(text.text or "" for field in fields for text in field.iter(qn("w:t")))
        lines.append(paragraph.text.replace("\t", " → ") + page if page else paragraph.text)
    return "\n".join(lines)


def test_the_collection_reads_as_it_was_written_down() -> None:
    assert written(PAPER) == GOLDEN


def test_every_entry_of_the_contents_points_at_a_page_that_begins_with_its_title() -> None:
    document = Document(BytesIO(practice_collection(PAPER)))
    asked = re.findall(r"PAGEREF (\w+)", document.element.xml)
    found = {each.get(qn("w:name")): each.getparent() for each in document.element.iter(qn("w:bookmarkStart"))}
    titles = ["".join(text.text or "" for text in found[mark].iter(qn("w:t"))) for mark in asked]
    assert titles == [CARDS.title, TALK.title, "Номинации круглого стола"]
    assert all(found[mark].pPr.find(qn("w:pageBreakBefore")) is not None for mark in asked)


@pytest.mark.parametrize(("cards", "pages"), [(1, [3]), (38, [3, 40]), (39, [4, 42])])
def test_long_contents_take_pages_of_their_own(cards: int, pages: list[int]) -> None:
    text = written(replace(PAPER, cards=(TALK,) * cards, nominations=()))
    told = [int(each) for each in re.findall(r" → (\d+)", text)]
    assert [told[0], told[-1]] == [pages[0], pages[-1]]
    assert len(told) == cards


def test_a_card_of_two_pages_moves_those_after_it() -> None:
    long = replace(CARDS, done="шаг " * 370, problem="\n".join(["раз"] * 30), result="\n".join(["два"] * 20))
    text = written(replace(PAPER, cards=(long, TALK)))
    assert "Разговор у окна → 5" in text


def test_it_travels_to_the_worker_as_it_is() -> None:
    assert practice_collection(pickle.loads(pickle.dumps(PAPER)))  # noqa: S301 our own value
