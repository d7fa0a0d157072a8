"""Roadmaps for the tests: the school's own document, tables made by hand, and any table at all."""

from collections.abc import Sequence
from pathlib import Path

from hypothesis import strategies as st

from mentoring.rules.roadmap_files import (
    Grid,
    Item,
    Problem,
    StageRow,
    Understood,
    grid_of_text,
    read,
    read_responsible,
    read_term,
)

DOCUMENT = Path(__file__).with_name("school_roadmap.txt").read_text("utf-8")
HEADINGS = ("№п/п", "Наименование этапа", "Содержание деятельности", "Сроки", "Ответственный")


def document() -> Understood:
    grid = grid_of_text(DOCUMENT)
    assert grid is not None
    return understood(grid)


def understood(*tables: Grid) -> Understood:
    found = read(tables)
    assert found.understood is not None, found.problems
    assert found.problems == ()
    return found.understood


def problems(*tables: Grid) -> tuple[Problem, ...]:
    found = read(tables)
    assert found.understood is None
    return found.problems


def table(*rows: Sequence[str], headings: Sequence[str] = HEADINGS) -> Grid:
    return (tuple(headings), *(tuple(row) for row in rows))


def stage(
    title: str = "Отбор", *items: str | Item, term: str = "Сентябрь", responsible: str = "Куратор", expected: str = ""
) -> StageRow:
    listed = tuple(item if isinstance(item, Item) else Item(item) for item in items or ("Выбор",))
    return StageRow("", title, listed, read_term(term), read_responsible(responsible), expected)


def roadmap(*stages: StageRow, school_year: int | None = None) -> Understood:
    return Understood("План мероприятий", school_year, stages)


def written(of: Understood) -> Grid:
    """The table as a school writes it, numbers and bullets put in."""
    rows = [
        (f"{at}.", stage.title, _list(stage), stage.term.written, stage.responsible.written, stage.expected)
        for at, stage in enumerate(of.stages, start=1)
    ]
    return ((of.title,), *table(*rows, headings=(*HEADINGS, "Ожидаемый результат")))


def _list(stage: StageRow) -> str:
    lines = [f"{stage.lead}:"] if stage.lead else []
    for at, item in enumerate(stage.items, start=1):
        lines.append(f"{at}) {item.text}{':' if item.inner else ';'}")
        lines += [f"– {text};" for text in item.inner]
    return "\n".join(lines)


TERMS = st.sampled_from(
    ["Август - сентябрь", "до 1 октября", "01.09.2026–30.09.2026", "В течении учебного года", "по графику", ""]
)
RESPONSIBLE = st.sampled_from(["Орлова В. П.", "Наставники. Наставляемые", "зам. директора Лужин П. П.", "ШМО", ""])
_WORDS = st.text("абвгдеёжзиклмнопрстуфхц", min_size=3, max_size=9)
TEXTS = st.lists(_WORDS, min_size=1, max_size=5).map(lambda words: " ".join(words).capitalize())
ITEMS = st.builds(Item, TEXTS, st.lists(TEXTS, max_size=3).map(tuple))
STAGES = st.builds(
    StageRow,
    number=st.just(""),
    title=TEXTS,
    items=st.lists(ITEMS, min_size=1, max_size=5).map(tuple),
    term=TERMS.map(read_term),
    responsible=RESPONSIBLE.map(read_responsible),
    expected=st.one_of(st.just(""), TEXTS),
    lead=st.one_of(st.just(""), TEXTS),
)
ROADMAPS = st.builds(
    Understood,
    title=st.just("План мероприятий (дорожная карта) на 2026-2027 учебный год"),
    school_year=st.just(2026),
    stages=st.lists(STAGES, min_size=1, max_size=6, unique_by=lambda each: each.title).map(tuple),
)

_PIECES = st.sampled_from(
    ["", "№", "Этап", "Содержание", "Сроки", "1.", "2)", "– ", "<p>", "</li>", "&nbsp;", "**", "до 31.02", "И. И.",
     "сентябрь", "2026-2027", "\n", "\x00", "\u202e", "учебного года", ":", ";", "99.99.9999", "29 февраля", "<", "'"]
)  # fmt: skip
CELLS = st.lists(st.one_of(_PIECES, st.text(max_size=6)), max_size=6).map(" ".join)
GRIDS = st.one_of(
    st.lists(st.lists(CELLS, max_size=6).map(tuple), max_size=8).map(tuple),
    st.lists(st.lists(CELLS, max_size=6), max_size=8).map(lambda rows: table(*rows)),
)
