"""Orders on pairs: who is assigned to whom, what changes, what ends. Names in the nominative only.

The number and the date come from the school's register: a paper to be signed may lack them, and only them.
"""

from collections.abc import Iterable, Iterator, Sequence

from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.shared import Mm, Pt

from mentoring.papers import order_tables as tables
from mentoring.papers.office_paper import body, centre, grid, line, office_document, signature, turn_page
from mentoring.papers.office_words import BLANK, NO_DAY, day, filled
from mentoring.papers.order_blanks import missing
from mentoring.papers.pair_values import AssignOrder, Blank, ChangeOrder, EndOrder, OrderHead, Participant
from mentoring.papers.pair_words import LABOUR_CODE, act, year
from mentoring.papers.word import content_of, end_after_table
from mentoring.rules.text import clean_line

ACQUAINTED = "С приказом ознакомлены:"

_FROM_REGISTER = frozenset({Blank.NUMBER, Blank.DATE})
_CITY, _NUMBER = Mm(85), Mm(170)
_WIDTHS = (10, 90, 30, 40)
_CONTROL = "Контроль за исполнением приказа оставляю за собой."

Order = AssignOrder | ChangeOrder | EndOrder


def assign(order: AssignOrder) -> bytes:
    """Pairs and groups of the school year."""
    title = f"О закреплении наставнических пар (групп) на {year(order.head.school)}"
    points = ["Закрепить наставнические пары (группы) согласно приложению к приказу."]
    if order.with_programmes:
        points.append(
            "Наставникам совместно с наставляемыми подготовить персонализированные программы наставничества. "
            f"Срок: до {day(order.programmes_due_on)}."
        )
    points.append(f"{_coordinator(order.head)} обеспечить сопровождение пар (групп) и мониторинг.")
    points += _agreements(order)
    return _order(order, title, points, tables.assigned(order.pairs))


def change(order: ChangeOrder) -> bytes:
    """Another mentor, a longer term."""
    title = "О внесении изменений в работу наставнических пар (групп)"
    points = ["Внести изменения в работу наставнических пар (групп) согласно приложению к приказу."]
    if order.with_programmes:
        points.append(
            "Наставникам совместно с наставляемыми внести изменения в персонализированные программы наставничества. "
            f"Срок: до {day(order.programmes_due_on)}."
        )
    points.append(f"{_coordinator(order.head)} сообщить об изменениях участникам и обеспечить сопровождение пар.")
    points += _agreements(order)
    return _order(order, title, points, tables.changed(order.changes))


def end(order: EndOrder) -> bytes:
    """Of reasons only those of the closed list."""
    points = [
        "Прекратить работу наставнических пар (групп) согласно приложению к приказу.",
        f"{_coordinator(order.head)} сообщить об этом участникам и подвести итоги персонализированных программ.",
    ]
    if tables.has_employed_mentor(order):
        points.append(
            "Оформить с наставниками прекращение работы по наставничеству. "
            f"Исполняет: {filled(order.head.agreements_by)}."
        )
    return _order(order, "О прекращении наставничества", points, tables.ended(order.endings))


def _coordinator(head: OrderHead) -> str:
    school = head.school
    return f"Куратору наставничества ({filled(school.coordinator)}, {filled(school.coordinator_post)})"


def _agreements(order: AssignOrder | ChangeOrder) -> list[str]:
    """No sums: they stand in the agreements."""
    if not tables.has_employed_mentor(order):
        return []
    what = "Оформить с наставниками дополнительные соглашения к трудовым договорам"
    about = "о содержании, сроках и форме наставничества, размере и условиях выплат"
    return [f"{what} {about}. Исполняет: {filled(order.head.agreements_by)}."]


def _order(order: Order, title: str, points: Sequence[str], table: tables.OrderTable) -> bytes:
    head = order.head
    is_draft = head.is_draft or not _FROM_REGISTER.issuperset(missing(order))
    document = office_document(title=title, is_draft=is_draft)
    _heading(document, head, title)
    body(document, f"Основание: {'; '.join(_grounds(order))}.", before=10)
    line(document, "ПРИКАЗЫВАЮ:", before=6)
    for number, point in enumerate((*points, _CONTROL), start=1):
        body(document, f"{number}. {point}")
    signature(document, head.school.director_post, head.school.director)
    _appendix(document, head, table)
    _acquainted(document, order)
    return content_of(document)


def _heading(document: WordDocument, head: OrderHead, title: str) -> None:
    centre(document, filled(head.school.full_name))
    centre(document, "ПРИКАЗ", bold=True, before=12)
    dated = day(head.dated_on) if head.dated_on else NO_DAY
    place = line(document, f"{dated}\t{filled(head.school.city)}\t№ {clean_line(head.number) or '______'}", before=6)
    for stop, side in ((_CITY, WD_TAB_ALIGNMENT.CENTER), (_NUMBER, WD_TAB_ALIGNMENT.RIGHT)):
        place.paragraph_format.tab_stops.add_tab_stop(stop, side)
    line(document, title, bold=True, before=12)


def _grounds(order: Order) -> Iterator[str]:
    yield f"Положение о системе наставничества (приказ {act(order.head.regulation)})"
    if tables.has_employed_mentor(order):
        yield LABOUR_CODE
    yield from (clean_line(each) for each in order.head.grounds if clean_line(each))
    if not isinstance(order, EndOrder):
        yield "письменные согласия работников"


def _appendix(document: WordDocument, head: OrderHead, table: tables.OrderTable) -> None:
    turn_page(document, landscape=True)
    dated = day(head.dated_on) if head.dated_on else NO_DAY
    stamp = line(document, f"Приложение к приказу от {dated} № {clean_line(head.number) or '______'}")
    stamp.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    centre(document, table.title, bold=True, before=8).paragraph_format.space_after = Pt(6)
    grid(document, table.headings, table.rows, table.widths)


def _acquainted(document: WordDocument, order: Order) -> None:
    """The last block: everybody whom the order is about, once."""
    turn_page(document, landscape=False)
    line(document, ACQUAINTED).paragraph_format.space_after = Pt(6)
    names = [clean_line(each.name) for each in _once(tables.everybody(order))]
    if coordinator := clean_line(order.head.school.coordinator):
        names += [] if coordinator in names else [coordinator]
    rows = [(f"{number}", name or BLANK, "", "") for number, name in enumerate(names, start=1)]
    grid(document, ("№", "Фамилия, имя, отчество", "Подпись", "Дата"), rows, _WIDTHS)
    end_after_table(document)


def _once(people: Iterable[Participant]) -> Iterator[Participant]:
    """Namesakes without ids are told apart by their posts."""
    seen = {each.id or (clean_line(each.name), clean_line(each.post)): each for each in people}
    return iter(seen.values())
