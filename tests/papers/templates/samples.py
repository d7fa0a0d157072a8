"""A kind of document made for tests, templates of it as Word keeps them, and values for our order."""

from base64 import b64encode
from collections.abc import Callable, Sequence
from io import BytesIO
from typing import Any

from docx import Document

from mentoring.papers.templates.fields import Field, Outline, Sort, Values
from storage.vocabulary.documents import DocumentKind
from tests.papers.word_files import body, saved

REGULATION = DocumentKind.ORDER_REGULATION
SMALL = Outline(
    REGULATION,
    "Проба",
    "Проба.docx",
    (
        Field("школа.название", "название школы"),
        Field("прежний.номер", "номер прежнего приказа", optional=True),
        Field("есть_пары", "есть ли пары", Sort.YES),
        Field(
            "пары",
            "пары",
            Sort.LINES,
            line="пара",
            each=(
                Field("наставник", "наставник"),
                Field("дела", "дела", Sort.LINES, line="дело", each=(Field("что", "что делается"),), optional=True),
            ),
        ),
    ),
)

ORDER: Values = {
    "школа.полное_название": "Муниципальная школа № 12",
    "школа.город": "г. Заречный",
    "документ.номер": "57",
    "документ.дата": "31.08.2026",
    "учебный_год": "2026/2027",
    "основания": "ст. 351.8 Трудового кодекса РФ; письмо о системе наставничества",
    "положение.название": "Положение о системе наставничества педагогических работников",
    "положение.действует_с": "01.09.2026",
    "педсовет.номер": "1",
    "педсовет.дата": "28.08.2026",
    "куратор.имя": "Орлова Вера Павловна",
    "куратор.должность": "заместитель директора",
    "итоги.срок": "31.05.2027",
    "сайт.ответственный": "Лугов Павел Ильич",
    "сайт.срок": "15.09.2026",
    "директор.должность": "Директор",
    "директор.подпись": "П. И. Лугов",
    "дорожная_карта": [
        {
            "номер": "1",
            "название": "Подготовка условий",
            "срок": "сентябрь",
            "ответственный": "Куратор",
            "дела": [
                {"номер": "1.1", "содержание": "Приказ", "срок": "до 15.09.2026", "ответственный": "Директор"},
                {"номер": "1.2", "содержание": "Банк", "срок": "сентябрь", "ответственный": "Куратор"},
            ],
        }
    ],
    "ознакомление": [{"номер": "1", "имя": "Орлова Вера Павловна"}],
}


def paragraphs(*texts: str) -> bytes:
    made = Document()
    for text in texts:
        made.add_paragraph(text)
    return saved(made)


def table(*rows: Sequence[str], above: Sequence[str] = ()) -> bytes:
    made = Document()
    for text in above:
        made.add_paragraph(text)
    grid = made.add_table(len(rows), max(map(len, rows)))
    for at, row in enumerate(rows):
        for place, text in enumerate(row):
            grid.cell(at, place).text = text
    return saved(made)


def runs(*texts: str) -> bytes:
    """One paragraph as Word cuts it, with a spelling mark between its pieces."""
    inner = '<w:proofErr w:type="spellStart"/>'.join(f"<w:r><w:t>{text}</w:t></w:r>" for text in texts)
    return body(f"<w:p>{inner}</w:p>")


def changed(content: bytes, change: Callable[[Any], object]) -> bytes:
    document = Document(BytesIO(content))
    change(document)
    return saved(document)


def encoded(content: bytes) -> str:
    return b64encode(content).decode()
