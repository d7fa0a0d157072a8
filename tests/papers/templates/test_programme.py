"""A programme on paper: every section from its values, and blanks for what is not known."""

from collections.abc import Mapping
from typing import Any

import pytest
from docx.shared import Mm

from mentoring.papers.office_words import BLANK
from mentoring.papers.templates.fields import missing
from mentoring.papers.templates.kinds import OUTLINES
from mentoring.papers.templates.ours.programme import NO_CHANGES, SECTIONS
from mentoring.papers.templates.worker import document
from storage.vocabulary.documents import DocumentKind
from tests.papers.pairs import HOSTILE, foot_of, head_of, lines, read
from tests.papers.templates.samples import PROGRAMME

KIND = DocumentKind.PROGRAMME
VISIT = PROGRAMME["план"][1]
LATER = ("изменения", "показатели", "итог.выполнение", "итог.вывод_наставника", "итог.вывод_наставляемого")


def said(of: Mapping[str, Any]) -> list[str]:
    return lines(document(KIND, "", of))


def lacking(of: Mapping[str, Any]) -> list[str]:
    return [each.name for each in missing(OUTLINES[KIND], of)]


def without(*names: str) -> dict[str, Any]:
    return {name: value for name, value in PROGRAMME.items() if name not in names}


def test_a_programme_says_this_and_nothing_else() -> None:
    assert said(PROGRAMME) == [
        "СОГЛАСОВАНО\nКуратор наставничества\n__________ / В. П. Орлова\n«___» __________ 20__ г. | "
        "УТВЕРЖДАЮ\nДиректор\n__________ / П. И. Лугов\n«___» __________ 20__ г.",
        "Муниципальная школа № 12",
        "ПЕРСОНАЛИЗИРОВАННАЯ ПРОГРАММА НАСТАВНИЧЕСТВА",
        "на 2026/2027 учебный год",
        "г. Заречный",
        "1. Участники",
        "Наставник: Соколова А. П., учитель физики; категория: высшая; стаж: более 20 лет",
        "Наставляемый: Берёзова О. И., учитель химии; стаж: до 3 лет",
        "Куратор: Орлова В. П., заместитель директора",
        "Приказ о закреплении: от 15.09.2026 № 41",
        "2. Форма, вид и срок",
        "Форма: Традиционная («один на один»)",
        "Вид: педагог – педагог",
        "Срок: с 15.09.2026 по 31.05.2027",
        "Режим: раз в две недели, очно",
        "3. Основание: запрос наставляемого",
        "Направления: Урок и методика",
        "Не успеваю закончить урок",
        "4. Цель",
        "К 31.05.2027 самостоятельно планирует урок",
        "5. Задачи",
        "1) Увидеть приёмы наставника",
        "2) Спланировать урок",
        "6. План мероприятий",
        "№ | Направление | Мероприятие | Форма | Срок | Ожидаемый результат | Подтверждение | Отметка",
        "1 | Вся программа | Установочная встреча | Встреча | 15.09.2026 | План согласован | отметка о встрече | "
        "выполнено 16.09.2026",
        "2 | Урок и методика | Посещение урока наставника | Посещение урока | 01.10.2026 | Лист наблюдения | "
        "отметка о посещении урока наставника | ",
        "7. Показатели",
        "Показатель | На старте | План | Факт | Как проверяем",
        "Уверенность | 5 | 8 |  | анкета",
        "8. Ожидаемые результаты",
        "1) Планы уроков",
        "Продукт: Открытый урок",
        "9. Изменения и продление",
        "Дата | Что изменено | Кто внёс",
        "20.01.2027 | Программа продлена\nДобавлена задача | Соколова А. П.",
        "10. Итог",
        "Программа выполнена: частично",
        "Вывод наставника: Урок стал ровнее",
        "Вывод наставляемого: Стало спокойнее",
        "Рекомендация: продлить",
        "11. Подписи",
        "Наставник __________ / А. П. Соколова / «___» __________ 20__ г.",
        "Наставляемый __________ / О. И. Берёзова / «___» __________ 20__ г.",
        "Куратор __________ / В. П. Орлова / «___» __________ 20__ г.",
    ]
    assert lacking(PROGRAMME) == []


def test_the_programme_of_a_group_lists_its_mentees_and_all_sign() -> None:
    second = {"имя": "Ёлкина М. Ю.", "должность": "учитель", "подпись": "М. Ю. Ёлкина"}
    text = said({**PROGRAMME, "наставляемые": [*PROGRAMME["наставляемые"], second]})
    assert [line for line in text if line.startswith("Наставляемый: ")] == [
        "Наставляемый: Берёзова О. И., учитель химии; стаж: до 3 лет",
        "Наставляемый: Ёлкина М. Ю., учитель",
    ]
    signed = [line.split(" / ")[1] for line in text if line.endswith(" / «___» __________ 20__ г.")]
    assert signed == ["А. П. Соколова", "О. И. Берёзова", "М. Ю. Ёлкина", "В. П. Орлова"]


def test_every_page_is_counted_and_says_what_it_is_marked_with() -> None:
    assert head_of(document(KIND, "", PROGRAMME)) == [""] * 3
    assert head_of(document(KIND, "", PROGRAMME, ("Проект",))) == ["Проект"] * 3
    assert foot_of(document(KIND, "", PROGRAMME)) == ["Лист 1 из 1"] * 3


def test_the_plan_lies_across_its_page_and_fits_it() -> None:
    paper = read(document(KIND, "", PROGRAMME))
    assert [round((section.page_width or 0) / Mm(1)) for section in paper.sections] == [210, 297, 210]
    widths = [sum(cell.width or 0 for cell in table.rows[0].cells) for table in paper.tables]
    assert [round(width / Mm(1)) for width in widths[1:]] == [257, 170, 170]


def test_before_the_end_the_outcome_is_left_to_the_hand_and_is_not_missing() -> None:
    begun = without(*LATER, "итог.рекомендация")
    text = said(begun)
    assert lacking(begun) == []
    assert NO_CHANGES in text
    assert "Показатели не выбраны." in text
    assert f"Программа выполнена: {BLANK} (полностью, частично, нет)" in text
    assert f"Вывод наставляемого: {BLANK}" in text
    assert f"Рекомендация: {BLANK} (завершить, продлить, сменить тему)" in text


def test_with_nothing_known_there_is_a_paper_to_write_on() -> None:
    text = said({})
    assert [line for line in text if line in SECTIONS] == list(SECTIONS)
    assert f"Наставник: {BLANK}, {BLANK}" in text
    assert f"1) {BLANK}" in text
    assert f"{BLANK} | {BLANK} | {BLANK} |  | {BLANK} |  |  | " in text
    must = [each.name for each in OUTLINES[KIND].fields if not each.optional]
    assert lacking({}) == must
    assert not any("None" in line or "{" in line for line in text)


@pytest.mark.parametrize(
    ("facts", "name"),
    [
        ({"школа.город": ""}, "школа.город"),
        ({"приказ.дата": ""}, "приказ.дата"),
        ({"пара.вид": ""}, "пара.вид"),
        ({"пара.режим": " "}, "пара.режим"),
        ({"запрос.направления": "", "запрос.слова": ""}, "запрос.слова"),
        ({"цель": ""}, "цель"),
        ({"задачи": []}, "задачи"),
        ({"план": []}, "план"),
        ({"план": [VISIT, {**VISIT, "срок": ""}]}, "план"),
        ({"план": [VISIT, {**VISIT, "мероприятие": ""}]}, "план"),
        ({"результаты": [], "продукт": ""}, "результаты"),
    ],
)
def test_what_is_not_known_is_a_blank_and_is_named(facts: dict[str, Any], name: str) -> None:
    of = {**PROGRAMME, **facts}
    assert lacking(of) == [name]
    assert len(_blanks(of)) > len(_blanks(PROGRAMME)) == 0


@pytest.mark.parametrize(
    ("gone", "line"),
    [("запрос.слова", "Направления: Урок и методика"), ("запрос.направления", "Не успеваю закончить урок")],
)
def test_the_request_is_told_by_its_areas_or_in_words(gone: str, line: str) -> None:
    of = without(gone)
    assert (lacking(of), _blanks(of)) == ([], [])
    assert line in said(of)


def test_a_product_stands_for_the_results_that_are_expected() -> None:
    of = without("результаты")
    assert (lacking(of), _blanks(of)) == ([], [])
    assert "Продукт: Открытый урок" in said(of)


def _blanks(of: Mapping[str, Any]) -> list[str]:
    return [line for line in said(of) if BLANK in line and "«___»" not in line]


@pytest.mark.parametrize("many", [0, 1, 2, 30])
def test_every_step_has_its_line(many: int) -> None:
    plan = read(document(KIND, "", {**PROGRAMME, "план": [VISIT] * many})).tables[1]
    assert len(plan.rows) == 1 + max(1, many)


@pytest.mark.parametrize("name", HOSTILE)
def test_any_words_are_printed_as_they_are(name: str) -> None:
    visible = name.replace("\x00", "").replace("\u200b", "")
    person = {"имя": name, "должность": name, "категория": name, "стаж": name, "подпись": name}
    numbered = [{"номер": "1", "текст": name}, {"номер": "2", "текст": name}]
    of = {
        **PROGRAMME,
        **dict.fromkeys(("школа.полное_название", "школа.город", "запрос.слова", "цель", "продукт"), name),
        "наставники": [person],
        "наставляемые": [person],
        "задачи": numbered,
        "план": [{**VISIT, "мероприятие": name, "форма": name, "результат": name}],
        "изменения": [{"дата": "20.01.2027", "что": name, "кто": name}],
    }
    text = "\n".join(said(of))
    assert f"Наставник: {visible}, {visible}; категория: {visible}; стаж: {visible}" in text
    assert f"1) {visible}\n2) {visible}" in text
    rest = text.replace(visible, "")
    assert "None" not in rest
    assert "{" not in rest
