"""J4: a questionnaire goes out as Excel, is changed there and comes back: as a draft, or with its mistakes marked.

Each told plainly and with a crash around every update.
"""

from collections.abc import Callable

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from tests.cast import Person
from tests.conftest import School
from tests.spreadsheet import QUESTIONS, breaks, edited, inserts, noted, row_of, saved

NEW = "В какие дни у вас методический день?"


@pytest.fixture
def school(journey_school: School) -> School:
    """Told once plainly and once with a crash around every update."""
    return journey_school


async def downloads(coordinator: Person, button: str = "Скачать Excel для правки") -> bytes:
    await coordinator.says("/forms")
    await coordinator.presses("Профессиональные запросы")
    before = set(coordinator.files)
    if button.endswith("XLSForm"):
        await coordinator.presses("Как изменить анкету")
    await coordinator.presses(button)
    (name,) = set(coordinator.files) - before or {list(coordinator.files)[-1]}
    assert name.startswith("Профессиональные запросы педагога, версия 1")
    return coordinator.files[name]


SETTINGS = "Анкета"

adds_a_question = inserts("time", вопрос=NEW, вид="текст")


async def test_a_question_added_in_excel_becomes_a_draft(school: School) -> None:
    coordinator = school.cast.coordinator
    content = await downloads(coordinator)
    await coordinator.sends_file("Анкета.xlsx", edited(content, QUESTIONS, adds_a_question))
    coordinator.sees("Файл прочитан, ошибок нет", "черновик версии 2", f"новый вопрос: «{NEW}»")
    coordinator.does_not_see("вопрос убран", "изменён")
    await coordinator.presses("Опубликовать")
    await coordinator.says("Методический день")
    coordinator.sees("версия 2")


@pytest.mark.parametrize("button", ["Скачать Excel для правки", "Скачать как XLSForm"])
async def test_what_comes_back_unchanged_says_so(school: School, button: str) -> None:
    coordinator = school.cast.coordinator
    await coordinator.sends_file("Анкета.xlsx", await downloads(coordinator, button))
    coordinator.sees("Изменений нет")
    assert await school.cast.bot.fetch(int, "SELECT COUNT(*) FROM form_draft") == [0]


async def test_all_mistakes_are_told_at_once_and_the_same_file_comes_back_marked(school: School) -> None:
    coordinator = school.cast.coordinator
    wrong = edited(
        await downloads(coordinator),
        QUESTIONS,
        breaks("time", "вид", "картинка"),
        breaks("areas", "показывать если", "wantmentor = «Да»"),
        breaks("can_share", "вопрос", ""),
    )
    await coordinator.sends_file("Анкета.xlsx", wrong)
    coordinator.sees("3 места нужно поправить", "лист «Вопросы», строка")
    assert noted(coordinator.files["Анкета с пометками.xlsx"], QUESTIONS) == {
        ("вид", "картинка"),
        ("показывать если", "wantmentor = «Да»"),
        ("вопрос", ""),
    }
    assert await school.cast.bot.fetch(int, "SELECT COUNT(*) FROM form_draft") == [0]


async def test_a_question_that_the_programme_reads_cannot_be_dropped(school: School) -> None:
    coordinator = school.cast.coordinator
    content = edited(
        await downloads(coordinator), QUESTIONS, lambda sheet: sheet.delete_rows(row_of(sheet, "want_mentor"))
    )
    await coordinator.sends_file("Анкета.xlsx", content)
    coordinator.sees("нужно поправить", "want_mentor")


async def test_a_file_that_comes_in_the_middle_of_a_dialog_leaves_the_question_its_buttons(school: School) -> None:
    coordinator = school.cast.coordinator
    content = await downloads(coordinator)
    await coordinator.says("/people")
    await coordinator.presses("Добавить человека")
    asked = coordinator.screen.text
    await coordinator.sends_file("Анкета.xlsx", edited(content, QUESTIONS, adds_a_question))
    coordinator.sees("черновик версии 2")
    await coordinator.says("Ветрова Зоя Ильинична")
    assert "Фамилия" in asked
    assert await school.cast.bot.fetch(str, "SELECT value FROM answer WHERE question = 'full_name'") == [
        '"Ветрова Зоя Ильинична"'
    ]


def names(title: str) -> Callable[[Worksheet], None]:
    def edit(sheet: Worksheet) -> None:
        labels = [str(row[0]) for row in sheet.iter_rows(values_only=True)]
        sheet.cell(labels.index("Название") + 1, 2, title)

    return edit


async def test_a_new_questionnaire_begins_with_the_template(school: School) -> None:
    coordinator = school.cast.coordinator
    await coordinator.says("/forms")
    await coordinator.presses("Создать анкету")
    coordinator.sees("Шаблон новой анкеты")
    template = coordinator.files["Новая анкета.xlsx"]
    await coordinator.sends_file("Новая анкета.xlsx", edited(template, SETTINGS, names("")))
    coordinator.sees("нужно поправить", "Название")
    await coordinator.sends_file("Новая анкета.xlsx", edited(template, SETTINGS, names("Климат в коллективе")))
    coordinator.sees("Это новая анкета")


async def test_a_teachers_file_is_no_questionnaire(school: School) -> None:
    content = await downloads(school.cast.coordinator)
    await school.brings_in(school.cast.teacher, "Соколова Анна Ильинична")
    await school.cast.teacher.sends_file("Анкета.xlsx", edited(content, QUESTIONS, adds_a_question))
    school.cast.teacher.sees("Сейчас файл не нужен")
    assert await school.cast.bot.fetch(int, "SELECT COUNT(*) FROM form_draft") == [0]


def xlsform(*survey: tuple[str, ...]) -> bytes:
    """A form that was made for other programs."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "survey"
    for row in (("type", "name", "label::Russian (ru)", "relevant"), *survey):
        sheet.append(row)
    choices = book.create_sheet("choices")
    for row in (
        ("list_name", "name", "label::Russian (ru)"),
        ("often", "week", "Каждую неделю"),
        ("often", "rare", "Реже"),
    ):
        choices.append(row)
    settings = book.create_sheet("settings")
    for row in (("form_title", "form_id"), ("Климат в коллективе", "climate")):
        settings.append(row)
    return saved(book)


async def test_an_xlsform_of_other_programs_becomes_a_new_questionnaire(school: School) -> None:
    coordinator = school.cast.coordinator
    content = xlsform(
        ("select_one often", "meets", "Как часто вы встречаетесь?", ""),
        ("text", "why", "Почему реже?", "${meets} = 'rare'"),
    )
    await coordinator.sends_file("climate.xlsx", content)
    coordinator.sees("Климат в коллективе", "Это новая анкета")
    await coordinator.presses("Посмотреть вопросы")
    await coordinator.presses("Вопрос 2 ▶")
    coordinator.sees("Почему реже?", "Показывается, если: вопрос 1 = «Реже»")


async def test_what_xlsform_has_and_the_bot_has_not_is_named_and_refused(school: School) -> None:
    coordinator = school.cast.coordinator
    content = xlsform(
        ("begin_repeat", "visits", "Уроки", ""),
        ("geopoint", "place", "Где?", ""),
        ("end_repeat", "", "", ""),
        ("audio", "voice", "Скажите", ""),
    )
    await coordinator.sends_file("climate.xlsx", content)
    coordinator.sees("нужно поправить", "begin_repeat", "geopoint", "audio")
    assert await school.cast.bot.fetch(int, "SELECT COUNT(*) FROM form_draft") == [0]


async def test_a_file_whose_mistakes_were_mended_becomes_a_draft(school: School) -> None:
    coordinator = school.cast.coordinator
    content = await downloads(coordinator)
    await coordinator.sends_file("Анкета.xlsx", edited(content, QUESTIONS, breaks("time", "вид", "картинка")))
    marked = coordinator.files["Анкета с пометками.xlsx"]
    mended = edited(marked, QUESTIONS, breaks("time", "вид", "несколько вариантов"), adds_a_question)
    await coordinator.sends_file("Анкета с пометками.xlsx", mended)
    coordinator.sees("Файл прочитан, ошибок нет", f"новый вопрос: «{NEW}»")
    coordinator.does_not_see("изменён")


async def test_a_pdf_is_refused_with_what_to_do_and_a_draft_stays(school: School) -> None:
    coordinator = school.cast.coordinator
    content = await downloads(coordinator)
    await coordinator.sends_file("Анкета.xlsx", edited(content, QUESTIONS, adds_a_question))
    await coordinator.sends_file("Анкета.pdf", b"%PDF-1.7")
    assert await school.cast.bot.fetch(int, "SELECT COUNT(*) FROM form_draft") == [1]
    await coordinator.sends_file("Анкета.xlsx", b"%PDF-1.7")
    coordinator.sees(".xlsx")
    assert await school.cast.bot.fetch(int, "SELECT COUNT(*) FROM form_draft") == [1]


async def test_a_file_of_an_older_version_shows_what_it_would_take_back(school: School) -> None:
    """The coordinator edits yesterday's copy: what was published since is told as taken out."""
    coordinator = school.cast.coordinator
    old = await downloads(coordinator)
    await coordinator.sends_file("Анкета.xlsx", edited(old, QUESTIONS, adds_a_question))
    await coordinator.presses("Опубликовать")
    await coordinator.presses("Пропустить")
    await coordinator.sends_file("Анкета.xlsx", edited(old, QUESTIONS, breaks("time", "подсказка", "Отметьте всё.")))
    coordinator.sees(f"вопрос убран: «{NEW}»", "черновик версии 3")
