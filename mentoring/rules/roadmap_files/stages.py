"""Rows put together into stages: a stage may go over several rows of the table."""

from collections.abc import Iterable, Iterator, Sequence

from mentoring.rules.roadmap_files.columns import Headings
from mentoring.rules.roadmap_files.items import Item, read_items, without_mark
from mentoring.rules.roadmap_files.model import Column, StageRow
from mentoring.rules.roadmap_files.people import read_responsible
from mentoring.rules.roadmap_files.rows import Row
from mentoring.rules.roadmap_files.terms import read_term
from mentoring.rules.text import fold, has_words

_LONGEST_TITLE = 300


def stages_of(rows: Sequence[Row], headings: Headings) -> tuple[StageRow, ...]:
    """In the table's order. Without a column of stages, titles across the table name them; without those each row
    is a stage of its own."""
    counted = any(has_words(row.number_text) and not row.section for row in rows)
    has_titles = Column.TITLE in headings.places
    groups: list[tuple[str, list[Row]]] = []
    section = ""
    for row in rows:
        if row.section:
            section, groups = row.section, _opened(groups, "" if has_titles else row.section)
        elif groups and _goes_on(row, groups[-1][1], has_titles=has_titles, counted=counted, section=section):
            groups[-1][1].append(row)
        else:
            groups.append(("" if has_titles else section, [row]))
    return tuple(_stage(title, own) for title, own in groups if own and (title or _is_named(own)))


def _is_named(rows: Sequence[Row]) -> bool:
    """A term or a name alone is no stage."""
    return any(has_words(row.title_text) or any(read_items(row.content)[1]) for row in rows)


def _opened(groups: list[tuple[str, list[Row]]], title: str) -> list[tuple[str, list[Row]]]:
    return [*groups, (title, [])] if title else groups


def _goes_on(row: Row, before: Sequence[Row], *, has_titles: bool, counted: bool, section: str) -> bool:
    """Is it the stage of the rows before? Merged cells repeat their text, unmerged ones are left empty under it."""
    if not has_titles and section:
        return True
    if not before:
        return False
    number, title = fold(before[0].number_text), fold(before[0].title_text)
    same_number = fold(row.number_text) in {"", number}
    if has_titles:
        return same_number and fold(row.title_text) in {"", title}
    return counted and same_number


def _stage(section: str, rows: Sequence[Row]) -> StageRow:
    lead, items = _items(rows)
    title = section or rows[0].title_text
    if not has_words(title):
        title = lead or (items[0].text if items else "")
    elif not items:
        items = (Item(without_mark(title) or title),)
    return StageRow(
        number="" if section else rows[0].number_text,
        title=title[:_LONGEST_TITLE],
        items=items,
        term=read_term("; ".join(_once(" ".join(row.term) for row in rows)) if _differ(rows) else _first_term(rows)),
        responsible=read_responsible(", ".join(_once(" ".join(row.responsible) for row in rows))),
        expected="\n".join(_once(line for row in rows for line in row.expected)),
        lead=lead,
    )


def _items(rows: Sequence[Row]) -> tuple[str, tuple[Item, ...]]:
    """A cell that is merged down repeats its text: it is read once."""
    cells = list(dict.fromkeys(row.content for row in rows if row.content))
    read = [read_items(cell) for cell in cells]
    if len(read) == 1:
        return read[0]
    return "", tuple(item for lead, items in read for item in _under_lead(lead, items))


def _under_lead(lead: str, items: tuple[Item, ...]) -> Iterator[Item]:
    """With several rows each keeps what introduces its list, as an item that holds the others."""
    if not lead:
        yield from items
        return
    yield Item(lead, tuple(text for item in items for text in (item.text, *item.inner)))


def _differ(rows: Sequence[Row]) -> bool:
    return len(_once(" ".join(row.term) for row in rows)) > 1


def _first_term(rows: Sequence[Row]) -> str:
    return next(("\n".join(row.term) for row in rows if row.term), "")


def _once(texts: Iterable[str]) -> tuple[str, ...]:
    """Those with words, each once, whatever its case and dashes."""
    found: dict[str, str] = {}
    for text in texts:
        if has_words(text):
            found.setdefault(fold(text), text)
    return tuple(found.values())
