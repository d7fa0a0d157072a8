"""Values go into a paper whole, are never run, and what is missing is a line for a hand."""

from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentoring.papers.office_words import BLANK, NO_DAY
from mentoring.papers.templates.fields import Values, missing
from mentoring.papers.templates.filling import Unfillable, clean, fill
from mentoring.papers.templates.kinds import OUTLINES
from mentoring.papers.templates.worker import document, our_template, tags
from tests.papers.pairs import HOSTILE, head_of, lines
from tests.papers.templates.samples import ORDER, REGULATION, SMALL, changed, encoded, paragraphs, runs, table

ROWS = table(["Наставник"], ["{%tr for пара in пары %}"], ["{{ пара.наставник }}"], ["{%tr endfor %}"])
NAMES = st.text(st.one_of(st.characters(), st.sampled_from("{}%#<>&\"'_\\\n\tёЁ-«»")), min_size=1, max_size=40)
SIGNS = ("{{ школа.название }}", "{_{", "}_}", "{_%", "%_}", "{%tr", "{{ 7*7 }}", "</w:t>", "]]>", "&amp;", "{#x#}")


def said(template: bytes, values: Values, marks: Sequence[str] = ()) -> list[str]:
    return lines(fill(SMALL, template, values, marks))


@given(NAMES | st.lists(st.sampled_from(SIGNS), min_size=1, max_size=4).map(" ".join))
def test_whatever_a_name_is_it_stands_in_the_paper_as_it_is(name: str) -> None:
    values = {"школа.название": name, "пары": [{"наставник": name}, {"наставник": "Ли"}]}
    written = clean(name) if clean(name).strip() else BLANK
    assert said(paragraphs("До {{ школа.название }} после"), values) == [f"До {written} после"]
    assert said(ROWS, values) == ["Наставник", written, "Ли"]


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_names_do_no_harm_to_our_order(name: str) -> None:
    values: dict[str, Any] = {**ORDER, "куратор.имя": name, "ознакомление": [{"номер": "1", "имя": name}]}
    found = lines(document(REGULATION, "", values))
    written = clean(name).strip() or BLANK
    assert f"Назначить куратором наставничества: {clean(name)}, заместитель директора." in found
    assert any(line.startswith("1 | ") and written in line for line in found)


def test_a_missing_value_is_a_blank_and_a_condition_sees_it_as_no() -> None:
    assert said(paragraphs("{{ школа.название }}, {{ прежний.номер }}"), {}) == [f"{BLANK}, "]
    text = "{% if школа.название %}да{% else %}нет{% endif %}"
    assert said(paragraphs(text), {}) == ["нет"]
    assert said(paragraphs(text), {"школа.название": "Школа"}) == ["да"]
    assert said(ROWS, {}) == ["Наставник", BLANK]


def test_what_may_be_told_in_another_way_is_missing_only_when_neither_is_there() -> None:
    text = paragraphs("{{ прежний.номер }}{{ прежний.слова }}")
    lacking = {"школа.название": "Школа", "пары": [{"наставник": "Ли"}]}
    assert [each.name for each in missing(SMALL, lacking)] == ["прежний.слова"]
    assert said(text, lacking) == [BLANK]
    for told in ({"прежний.номер": "5"}, {"прежний.слова": "5"}):
        assert missing(SMALL, {**lacking, **told}) == ()
        assert said(text, told) == ["5"]
    assert said(text, {"прежний.номер": " "}) == [BLANK]


def test_paragraphs_are_repeated_as_rows_are() -> None:
    template = paragraphs("{%p for пара in пары %}", "{{ пара.наставник }}", "{%p endfor %}", "Конец")
    assert said(template, {"пары": [{"наставник": "А"}, {"наставник": "Б"}]}) == ["А", "Б", "Конец"]
    assert said(template, {}) == [BLANK, "Конец"]


def test_a_loop_over_nothing_leaves_a_document_that_opens() -> None:
    inner = table(["{%tr for дело in пара.дела %}"], ["{{ дело.что }}"], ["{%tr endfor %}"])
    assert inner
    nested = table(
        ["{%tr for пара in пары %}"],
        ["{{ пара.наставник }}"],
        ["{%tr for дело in пара.дела %}"],
        ["{{ дело.что }}"],
        ["{%tr endfor %}"],
        ["{%tr endfor %}"],
    )
    values = {"пары": [{"наставник": "А", "дела": [{"что": "раз"}, {"что": "два"}]}, {"наставник": "Б", "дела": []}]}
    assert said(nested, values) == ["А", "раз", "два", "Б"]


def test_paragraphs_of_a_condition_go_and_an_empty_cell_keeps_one() -> None:
    template = paragraphs("{%p if прежний.номер %}", "Приказ {{ прежний.номер }}", "{%p endif %}", "Конец")
    assert said(template, {}) == ["Конец"]
    assert said(template, {"прежний.номер": "5"}) == ["Приказ 5", "Конец"]
    cell = table(["{%p if прежний.номер %}\nx\n{%p endif %}"])
    assert isinstance(said(changed(cell, _three_paragraphs), {}), list)


def _three_paragraphs(document: Any) -> None:
    cell = document.tables[0].cell(0, 0)
    cell.text = "{%p if прежний.номер %}"
    cell.add_paragraph("x")
    cell.add_paragraph("{%p endif %}")


def test_a_tag_cut_into_runs_is_filled_and_its_neighbours_stay() -> None:
    assert said(runs("До {", "{ шко", "ла.название", "}", "} после"), {"школа.название": "Ш"}) == ["До Ш после"]


def test_lines_of_a_value_are_lines_of_the_paper() -> None:
    assert said(paragraphs("{{ школа.название }}"), {"школа.название": "раз\r\nдва\x0bтри"}) == ["раз\nдва\nтри"]


def test_a_mark_stands_on_every_page_beside_what_the_head_says() -> None:
    def add_head(of: Any) -> None:
        of.sections[0].header.paragraphs[0].text = "Бланк школы"

    assert head_of(document(REGULATION, "", ORDER, ("Проект",)))[0] == "Проект"
    marked = fill(SMALL, changed(paragraphs("x"), add_head), {}, ("Проект", "Копия"))
    assert head_of(marked) == ["Проект. Копия"]
    assert head_of(fill(SMALL, changed(paragraphs("x"), add_head), {})) == ["Бланк школы"]


def test_our_order_by_a_school_and_by_us_is_the_same() -> None:
    ours = lines(document(REGULATION, "", ORDER))
    assert lines(document(REGULATION, encoded(our_template(REGULATION)), ORDER)) == ours


def test_our_order_has_no_tag_left_and_reads_like_this() -> None:
    found = lines(document(REGULATION, "", ORDER))
    assert not [line for line in found if "{" in line or "None" in line]
    assert found[:6] == [
        "Муниципальная школа № 12",
        "ПРИКАЗ",
        "31.08.2026\tг. Заречный\t№ 57",
        "Об утверждении Положения о системе наставничества педагогических работников",
        "В целях профессиональной поддержки педагогов, на основании: ст. 351.8 Трудового кодекса РФ; письмо о системе "
        "наставничества, с учётом решения педагогического совета (протокол от 28.08.2026 № 1)",
        "ПРИКАЗЫВАЮ:",
    ]
    assert "Контроль за исполнением приказа оставляю за собой." in found
    assert "Директор __________ / П. И. Лугов" in found
    assert "1.1 | Приказ | до 15.09.2026 | Директор | " in found
    assert "1 | Орлова Вера Павловна |  | " in found


def test_what_is_given_on_top_is_printed_and_what_is_not_leaves_no_trace() -> None:
    more = {**ORDER, "прежний_приказ.номер": "3", "прежний_приказ.дата": "01.09.2025", "профсоюз.дата": "27.08.2026"}
    found = lines(document(REGULATION, "", more))
    assert "Признать утратившим силу приказ от 01.09.2025 № 3." in found
    assert any("профсоюзной организации (от 27.08.2026)" in line for line in found)
    assert not any("утратившим" in line for line in lines(document(REGULATION, "", ORDER)))


def test_an_empty_order_is_all_blanks_and_every_one_is_named() -> None:
    outline = OUTLINES[REGULATION]
    found = lines(document(REGULATION, "", {}))
    assert found[:3] == [BLANK, "ПРИКАЗ", f"{NO_DAY}\t{BLANK}\t№ ______"]
    assert [each.name for each in missing(outline, {})] == [each.name for each in outline.fields if not each.optional]
    assert missing(outline, ORDER) == ()
    one = {**ORDER, "ознакомление": [{"номер": "1", "имя": " "}]}
    assert [each.name for each in missing(outline, one)] == ["ознакомление"]


def test_the_list_of_tags_names_every_one() -> None:
    told = "\n".join(lines(tags(REGULATION)))
    for field in OUTLINES[REGULATION].fields:
        assert field.name in told
        assert field.what in told
    assert "{{ дело.содержание }}" in told


@pytest.mark.parametrize("text", ["{{ чего_нет }}", "{{ школа.название | upper }}", "{% set a = 1 %}", "{{ 7*7 }}"])
def test_nothing_outside_of_the_small_language_is_ever_run(text: str) -> None:
    with pytest.raises(Unfillable):
        fill(SMALL, paragraphs(text), {})


def test_a_name_that_the_kind_has_not_is_our_own_mistake() -> None:
    with pytest.raises(ValueError, match="has no fields"):
        fill(SMALL, paragraphs("x"), {"школа.имя": "x"})
