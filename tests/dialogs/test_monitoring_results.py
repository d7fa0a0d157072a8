"""The year's monitoring as a coordinator reads and takes it: start against end, the SWOT, files, all without names."""

from io import BytesIO
from typing import Any

import pytest
from docx import Document
from openpyxl import load_workbook

from handlers.presses import Act, Deed, pack
from tests.conftest import School
from tests.dialogs.monitored import ENDS, MARKS, answered, closed_round, marks, opens_monitoring
from tests.dialogs.rounds import AFTER, opens_card
from tests.scenes import scene

START = "Старт: взгляд наставляемого"
PAPER = "Мониторинг 2026-2027.docx"


@scene
async def a_year(school: School) -> None:
    """Eight of nine at the start by name, six of seven in the end without; five praise, two say what lacked."""
    await answered(school, "mon_start_mentee", [marks(6, goal="Уверенность")] * 7 + [marks(5)], invited=9)
    said = [marks(8, **ENDS, valuable=f"Взаимные уроки {number}") for number in range(5)]
    said[0] = {**said[0], "lacked": "Не хватило времени"}
    await closed_round(school, "mon_end_mentee", [*said, marks(7, **ENDS, lacked="Окон в расписании")], asked=7)


async def test_start_and_end_are_compared_as_groups(school: School) -> None:
    await a_year(school)
    coordinator = await opens_monitoring(school)
    coordinator.sees(f"• {START}: приглашены 9, ответили 8 (89 %)")
    coordinator.sees("без имён, закрыта 08.09.2026, приглашены 7, ответили 6 (86 %)")
    await coordinator.presses("Старт и итог: наставляемые")
    coordinator.sees(
        "Готовлю и провожу уроки уверенно\n5,9 → 7,8 (+1,9). Ответили: 8 и 6.", "могли ответить разные люди"
    )
    await coordinator.presses("Скачать Excel")
    sheet = load_workbook(BytesIO(coordinator.files["Старт и итог.xlsx"]))["Старт и итог"]
    lines = [row for row in sheet.iter_rows(values_only=True) if row[1] == 5.9]
    assert len(lines) == len(MARKS)
    assert lines[0] == ("Готовлю и провожу уроки уверенно", 5.9, 7.8, 1.9, 8, 6)


async def test_too_few_at_the_start_are_not_shown_beside_a_nameless_end(school: School) -> None:
    """Three would do for an end with names; the round has promised five."""
    await answered(school, "mon_start_mentee", [marks(6)] * 3)
    await closed_round(school, "mon_end_mentee", [marks(8, **ENDS)] * 5, asked=6)
    coordinator = await opens_monitoring(school)
    await coordinator.presses("Старт и итог: наставляемые")
    coordinator.sees("Старт: мало ответов (меньше 5). Итог: 8,0 (ответили 5).")
    coordinator.does_not_see("6,0", "+2,0")


async def test_rounds_and_answers_with_names_are_never_added_up(school: School) -> None:
    """Else the few of one are what is left when the other is taken away."""
    await answered(school, "mon_start_mentee", [marks(6)] * 5)
    await closed_round(school, "mon_end_mentee", [marks(8, **ENDS, valuable="Уроки")] * 5, asked=6)
    await closed_round(school, "mon_end_mentee", [marks(1, **ENDS, valuable="Чай")] * 4, asked=6)
    await answered(school, "mon_end_mentee", [marks(1, **ENDS, valuable="Сад"), *[marks(1, **ENDS)] * 3])
    coordinator = await opens_monitoring(school)
    await coordinator.presses("Старт и итог: наставляемые")
    coordinator.sees("Готовлю и провожу уроки уверенно\n6,0 → 8,0 (+2,0). Ответили: 5 и 5.")
    await coordinator.presses("Мониторинг")
    await coordinator.presses("Справка в Word")
    text = words_of(coordinator.files[PAPER])
    assert "– Уроки (5)" in text
    assert "Чай" not in text
    assert "Сад" not in text


async def test_a_school_that_changed_its_scale_hears_that_nothing_can_be_compared(school: School) -> None:
    await answered(school, "mon_start_mentee", [marks(4)] * 5, change=shorter)
    await closed_round(school, "mon_end_mentee", [marks(8, **ENDS)] * 5, asked=5)
    coordinator = await opens_monitoring(school)
    await coordinator.presses("Старт и итог: наставляемые")
    coordinator.sees("Готовлю и провожу уроки уверенно\nШкала или варианты ответа в итоге другие: сравнить нельзя.")
    coordinator.sees("Чувствую себя частью коллектива\n4,0 → 8,0 (+4,0).")


def shorter(raw: dict[str, Any]) -> None:
    raw["questions"][0]["end"] = 5


async def test_an_open_round_is_in_no_comparison_and_in_no_file(school: School) -> None:
    await answered(school, "mon_start_mentee", [marks(6)] * 5)
    survey_id = await closed_round(school, "mon_end_mentee", [marks(8, **ENDS)] * 5, asked=6, closes=False)
    coordinator = await opens_monitoring(school)
    coordinator.does_not_see("Итог: наставляемый")
    await coordinator.presses("Старт и итог: наставляемые")
    coordinator.sees("Итог: ответов ещё нет.")
    for press in (Act(Deed.SURVEY_CHART, survey_id, "0"), Act(Deed.SURVEY_BOOK, survey_id)):
        await coordinator.says("/menu")
        await coordinator.presses_data(pack(press))
        coordinator.sees("Таких результатов нет")
    await coordinator.says("/menu")
    await coordinator.presses_data(pack(Act(Deed.COMPARED_BOOK, argument="mentee")))
    coordinator.sees("Сравнивать здесь пока нечего")
    assert await school.cast.bot.fetch(int, "SELECT id FROM job") == []


async def test_last_years_start_is_not_this_years(school: School) -> None:
    await answered(school, "mon_start_mentee", [marks(6)] * 5, days_ago=200)
    coordinator = await opens_monitoring(school)
    coordinator.sees("Ответов на анкеты мониторинга пока нет")
    assert "Справка в Word" not in coordinator.buttons


@pytest.mark.slow
async def test_pictures_come_with_the_same_in_words(school: School) -> None:
    await a_year(school)
    coordinator = await opens_card(school, AFTER)
    await coordinator.presses("Результаты без имён")
    await coordinator.presses("Картинкой")
    await coordinator.presses("К результатам")
    await coordinator.presses("Старт и итог")
    await coordinator.presses("Картинкой")
    page, both = [message for message in coordinator.messages if message.document]
    assert "Без имён, закрыта 08.09.2026, ответили 6 из 7." in page.text
    assert "Готовлю и провожу уроки уверенно: 5,9 → 7,8 (+1,9). Ответили: 8 и 6." in both.text
    assert all(content.startswith(b"\x89PNG") for content in coordinator.files.values())


async def test_a_nameless_round_comes_as_a_workbook(school: School) -> None:
    await a_year(school)
    coordinator = await opens_card(school, AFTER)
    await coordinator.presses("Результаты без имён")
    coordinator.sees("Приглашены 7, ответили 6 (86 %).")
    assert "Старт и итог" in coordinator.buttons
    await coordinator.presses("Скачать Excel")
    book = load_workbook(BytesIO(coordinator.files["Результаты без имён.xlsx"]))
    cells = [str(cell) for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row if cell]
    assert "Приглашены 7, ответили 6 (86 %)." in cells
    assert cells[cells.index("Чего не хватило?") + 1] == "Мало ответов (меньше 5)."
    assert [text for _, text in book["Ответы словами"].iter_rows(min_row=2, values_only=True)] == [
        f"Взаимные уроки {number}" for number in range(5)
    ]
    assert not any("времени" in cell or "Васильков" in cell for cell in cells)


async def test_the_draft_of_the_swot_gathers_words_by_letters_and_hides_the_few(school: School) -> None:
    await a_year(school)
    await answered(school, "mon_end_mentor", [{"risk": f"Нагрузка {number}", "lacked": "Часов"} for number in range(2)])
    await answered(school, "coordinator_review", [{"chance": "Сетевое наставничество"}])
    coordinator = await opens_monitoring(school)
    await coordinator.presses("Черновик SWOT")
    coordinator.sees("Сильные стороны", "• Взаимные уроки 4", "• Сетевое наставничество")
    coordinator.sees("Итог: наставник — мало ответов (меньше 3)", "Чего не хватило? — мало ответов (меньше 5)")
    coordinator.does_not_see("Нагрузка", "времени", "Ромашкин")


async def test_the_word_paper_has_it_all_and_no_name(school: School) -> None:
    await a_year(school)
    coordinator = await opens_monitoring(school)
    await coordinator.presses("Справка в Word")
    (sent,) = [message for message in coordinator.messages if message.document]
    assert sent.text.startswith("Не заполнено: старт и итог, наставники; SWOT, слабые стороны;")
    text = words_of(coordinator.files[PAPER])
    assert "Школа № 12" in text
    assert "без имён, закрыта 08.09.2026, приглашены 7, ответили 6 (86 %)" in text
    assert ("Готовлю и провожу уроки уверенно", "5,9", "7,8", "+1,9", "8 и 6") in rows_of(coordinator.files[PAPER])
    assert "– Взаимные уроки 3" in text
    assert "– Уверенность (7)" in text
    assert "мало ответов (меньше 5)" in text
    for name in ("Ромашкин", "Васильков", "времени", "None"):
        assert name not in text
    assert await school.cast.bot.fetch(str, "SELECT act FROM journal WHERE act LIKE 'export.%'") == [
        "export.monitoring_paper"
    ]


@pytest.mark.parametrize("deed", [Deed.SURVEY_CHART, Deed.SURVEY_BOOK, Deed.COMPARED_BOOK, Deed.MONITORING_PAPER])
async def test_nobody_but_the_coordinator_takes_results(school: School, deed: Deed) -> None:
    survey_id = await closed_round(school, "event_feedback", [{"useful": 9}] * 5, asked=5)
    await school.cast.teacher.says("/menu")
    await school.cast.teacher.presses_data(pack(Act(deed, survey_id, "mentee")))
    school.cast.teacher.was_never_told("отдельным сообщением", "Сравнивать")
    assert await school.cast.bot.fetch(int, "SELECT id FROM job") == []


def words_of(content: bytes) -> str:
    document = Document(BytesIO(content))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(each.text for each in document.paragraphs), *cells])


def rows_of(content: bytes) -> list[tuple[str, ...]]:
    document = Document(BytesIO(content))
    return [tuple(cell.text for cell in row.cells) for table in document.tables for row in table.rows]
