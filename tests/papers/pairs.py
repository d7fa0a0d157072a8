"""Pairs to print: a pair, a group with two mentors, a mentor from another place; and what is hostile."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from io import BytesIO

from docx import Document
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph

from mentoring.documents.pair_order_values import values_of
from mentoring.papers.pair_values import (
    Act,
    AssignOrder,
    ChangeOrder,
    EndOrder,
    EndReason,
    Order,
    OrderHead,
    Pair,
    PairChange,
    PairChangeKind,
    PairEnding,
    Participant,
    School,
)
from mentoring.papers.templates.fields import Values, missing
from mentoring.papers.templates.kinds import OUTLINES
from mentoring.papers.templates.worker import document
from storage.vocabulary.documents import DocumentKind

SCHOOL = School(
    full_name="Муниципальная школа № 12",
    school_year=2026,
    short_name="Школа № 12",
    city="г. Заречный",
    director="Лугов Павел Ильич",
    coordinator="Орлова Вера Павловна",
    coordinator_post="заместитель директора",
)
FIRST, LAST = date(2026, 9, 15), date(2027, 5, 31)
MENTOR = Participant(id=1, name="Соколова Анна Петровна", post="учитель физики", consented_on=date(2026, 9, 10))
MENTEE = Participant(id=2, name="Берёзова Ольга Игоревна", post="учитель химии", consented_on=date(2026, 9, 11))
SECOND = Participant(id=3, name="Рябинин Игорь Львович", post="методист", consented_on=date(2026, 9, 10))
NOVICE = Participant(id=4, name="Ёлкина Мария Юрьевна", post="учитель", consented_on=date(2026, 9, 12))
GUEST = Participant(id=5, name="Полевой Глеб Антонович", post="доцент", consented_on=date(2026, 9, 1), is_external=True)
PAIR = Pair(
    mentors=(MENTOR,),
    mentees=(MENTEE,),
    format="Традиционная («один на один»)",
    starts_on=FIRST,
    ends_on=LAST,
    goal="К 31.05.2027 самостоятельно планирует урок",
    volume="2 часа в неделю",
)
GROUP = replace(PAIR, mentors=(SECOND, GUEST), mentees=(MENTEE, NOVICE), format="Наставничество в группе")
OUTSIDE = replace(PAIR, mentors=(GUEST,), mentees=(NOVICE,))

REGULATION = Act("5", date(2026, 8, 31))
PAIR_ORDER = Act("41", FIRST)
HEAD = OrderHead(
    school=SCHOOL,
    regulation=REGULATION,
    agreements_by="специалист по кадрам",
)
ASSIGN = AssignOrder(head=HEAD, pairs=(PAIR, GROUP), programmes_due_on=date(2026, 10, 6))
REPLACED = PairChange(
    pair=replace(PAIR, mentors=(SECOND,)),
    kind=PairChangeKind.MENTOR_REPLACED,
    order=PAIR_ORDER,
    since=date(2027, 1, 18),
    former_mentors=(MENTOR,),
)
EXTENDED = PairChange(
    pair=replace(PAIR, ends_on=date(2027, 12, 31)),
    kind=PairChangeKind.EXTENDED,
    order=PAIR_ORDER,
    since=date(2027, 6, 1),
    former_ends_on=LAST,
)
CHANGE = ChangeOrder(head=HEAD, changes=(REPLACED, EXTENDED), programmes_due_on=date(2027, 2, 1))
REFUSED = PairEnding(
    pair=PAIR,
    order=PAIR_ORDER,
    ends_on=date(2027, 1, 14),
    reason=EndReason.MENTOR_REFUSED,
    notice_on=date(2026, 12, 30),
)
OVER = PairEnding(pair=GROUP, order=PAIR_ORDER, ends_on=LAST, reason=EndReason.TERM_OVER)
END = EndOrder(head=HEAD, endings=(REFUSED, OVER))

NOBODY = Participant(name="")
HOSTILE = (
    "Ш" * 40,
    "Салтыкова-Щедрина Алёна-Мария Ёжиковна",
    'О\'Коннор <b>&amp;</b> "x"',
    "{{ name }} {date} ${x}",
    "«Ёлка» % \\n",
    "None",
    "Ли",
    "👍 \x00\u200b",
)


REGISTER = {"документ.номер": "41", "документ.дата": "15.09.2026"}


def kind_of(order: Order) -> DocumentKind:
    match order:
        case AssignOrder():
            return DocumentKind.ORDER_PAIRS
        case ChangeOrder():
            return DocumentKind.ORDER_PAIRS_CHANGE
    return DocumentKind.ORDER_PAIRS_END


def made(order: Order, register: Values = REGISTER) -> bytes:
    return document(kind_of(order), "", {**values_of(order), **register})


def left(order: Order, register: Values = REGISTER) -> tuple[str, ...]:
    """What is missing, in the words of the chat."""
    return tuple(each.what for each in missing(OUTLINES[kind_of(order)], {**values_of(order), **register}))


def named(name: str) -> Participant:
    return Participant(name=name, post=name, consented_on=FIRST)


def hostile_pair(name: str) -> Pair:
    return Pair(
        mentors=(named(name),), mentees=(named(name), NOBODY), format=name, goal=name, content=name, volume=name
    )


def read(content: bytes) -> WordDocument:
    return Document(BytesIO(content))


def lines(content: bytes) -> list[str]:
    """The paragraphs and the tables in the order of the paper; a row is « | » between its cells."""
    document = read(content)
    return list(_lines(document))


def _lines(document: WordDocument) -> Iterator[str]:
    for element in document.element.body:
        if element.tag == qn("w:p"):
            text = Paragraph(element, document).text
            if text:
                yield text
        elif element.tag == qn("w:tbl"):
            yield from (" | ".join(cell.text for cell in row.cells) for row in Table(element, document).rows)


def head_of(content: bytes) -> list[str]:
    """What stands above each section."""
    return [section.header.paragraphs[0].text for section in read(content).sections]


def foot_of(content: bytes) -> list[str]:
    """What stands below each section, before the office suite has counted."""
    feet = [section.footer.paragraphs[0]._p for section in read(content).sections]
    return ["".join(str(part.text) for part in foot.iter(qn("w:t"))) for foot in feet]
