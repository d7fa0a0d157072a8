"""The pairs of a school as a workbook: who works with whom, who has nobody, counts. Every cell of the lists is text.

Its sheet «Пары» is one that `pairs_reader` reads: a school may send it back in another year, or to another bot.
"""

from collections.abc import Sequence
from datetime import date

from mentoring.papers.pairs_values import PairLine, PairsBook, WaitingLine
from mentoring.papers.sheets import PLAIN, TextBook, TextSheet

PAIRS, WAITING, SUMMARY = "Пары", "Без пары", "Сводка"
NO_PAIRS = "Пар пока нет"
NOBODY = "Без пары никого нет"

_PAIR = (
    ("№", 5),
    ("Наставник", 32),
    ("Наставляемые", 32),
    ("Форма", 22),
    ("Состояние", 14),
    ("Срок", 25),
    ("Приказ", 22),
    ("Согласия", 18),
    ("Программа", 18),
    ("Встреч", 8),
    ("Последняя встреча", 13),
    ("Следующий шаг", 34),
)
_WAITING = (("ФИО", 34), ("Дней ожидания", 11), ("Направления", 44), ("Что предложено", 44))
_BOLD = {**PLAIN, "bold": True}


def build(book: PairsBook) -> bytes:
    writer = TextBook(title=f"Наставнические пары {book.school_year}", made_at=book.made_at)
    _pairs(writer.sheet(PAIRS), book.pairs)
    _waiting(writer.sheet(WAITING), book.waiting)
    _summary(writer.sheet(SUMMARY), book)
    return writer.content()


def _pairs(sheet: TextSheet, pairs: Sequence[PairLine]) -> None:
    sheet.widths([width for _, width in _PAIR])
    lines = [_pair(number, each) for number, each in enumerate(pairs, start=1)]
    sheet.table([heading for heading, _ in _PAIR], lines, empty=NO_PAIRS)
    sheet.raw.freeze_panes(1, 2)
    sheet.print_wide()


def _pair(number: int, of: PairLine) -> tuple[str, ...]:
    return (
        str(number),
        "\n".join(of.mentors),
        "\n".join(of.mentees),
        of.format,
        of.mark,
        _term(of),
        _order(of),
        of.consents,
        of.programme,
        str(of.meetings),
        _day(of.last_meeting_on),
        of.next_step,
    )


def _term(of: PairLine) -> str:
    """«01.10.2026 – 31.05.2027»; of one day alone, which of the two it is."""
    if of.starts_on and of.ends_on:
        return f"{_day(of.starts_on)} – {_day(of.ends_on)}"
    return f"с {_day(of.starts_on)}" if of.starts_on else f"по {_day(of.ends_on)}" if of.ends_on else ""


def _order(of: PairLine) -> str:
    """«№ 45-к от 28.09.2026», or as much of it as there is."""
    number = f"№ {of.order_number}" if of.order_number else ""
    return " ".join(filter(None, (number, f"от {_day(of.order_on)}" if of.order_on else "")))


def _day(of: date | None) -> str:
    return f"{of:%d.%m.%Y}" if of else ""


def _waiting(sheet: TextSheet, waiting: Sequence[WaitingLine]) -> None:
    sheet.widths([width for _, width in _WAITING])
    lines = [(each.name, str(each.days), each.areas, each.offered) for each in waiting]
    sheet.table([heading for heading, _ in _WAITING], lines, empty=NOBODY)
    sheet.print_wide()


def _summary(sheet: TextSheet, book: PairsBook) -> None:
    sheet.widths([60, 14])
    sheet.print_wide(heading=False)
    sheet.title(0, f"Наставнические пары, {book.school_year} учебный год")
    sheet.write(1, 0, book.school, PLAIN)
    sheet.write(2, 0, f"На {book.made_on}", PLAIN)
    for row, (title, count) in enumerate(book.counts, start=4):
        sheet.write(row, 0, title, _BOLD)
        sheet.write(row, 1, str(count), _BOLD)
    sheet.raw.ignore_errors({"number_stored_as_text": f"A1:B{len(book.counts) + 4}"})
