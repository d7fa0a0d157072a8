"""A file that is no roadmap, and people and places that no roadmap is taken from."""

import pytest

from storage.vocabulary import Role
from tests.conftest import School
from tests.dialogs.roadmapping import BANK, TEA, accepts, sends, source, states, word
from tests.papers.word_files import with_table
from tests.papers.workbooks import OLE, workbook
from tests.rules.roadmap_tables import DOCUMENT, HEADINGS


def old(stream: str) -> bytes:
    return OLE + stream.encode("utf-16-le")


@pytest.mark.parametrize(
    ("name", "content", "advice"),
    [
        ("Карта.pdf", b"%PDF-1.7", "Это PDF"),
        ("Карта.doc", old("WordDocument"), "документ старого формата"),
        ("Карта.rtf", b"{\\rtf1", "Это RTF"),
        ("Карта.xlsx", workbook(("Сроки", "Содержание"), ("Май", "Отбор")), "Скопируйте из неё таблицу"),
        ("Карта.xls", old("Workbook"), "Скопируйте из неё таблицу"),
        ("Карта.jpg", b"\xff\xd8\xff", "Это картинка"),
        ("Карта.docx", b"\x00\x01\x02", "нет документа Word"),
        ("Карта.docx", old("EncryptedPackage"), "закрыт паролем"),
        ("Карта.docx", b"", "Файл пустой"),
        ("Карта.docx", b"PK\x03\x04 broken", "повреждён"),
        ("Карта.docx", with_table(("Имя", "Отчество"), ("Вера", "Павловна")), "не нашлась таблица дорожной"),
        ("Карта.docx", with_table(HEADINGS[:3], ("1", "Отбор", "Анализ")), "столбец «Сроки»"),
        (
            "Карта.docx",
            word((*BANK[:2], "\n".join(f"{at}) Встреча {at}" for at in range(1, 42)), *BANK[3:])),
            "этапе 1",
        ),
        ("Карта.docx", bytes(10 * 1024 * 1024 + 1), "больше 10 МБ"),
        ("Карта.txt", "Просто письмо о карте".encode(), "не нашлась таблица"),
    ],
)
async def test_what_is_no_roadmap_gets_advice_and_the_way_to_send_another(
    school: School, name: str, content: bytes, advice: str
) -> None:
    coordinator = school.cast.coordinator
    await coordinator.says("/roadmap")
    await coordinator.presses("Загрузить свою карту")
    await sends(coordinator, content, name)
    coordinator.sees(advice, "Загрузить свою карту")
    coordinator.was_never_told("Если это список сотрудников или анкета, перенесите")
    await coordinator.presses("Отменить")
    coordinator.sees("Дорожная карта, 2026/2027")
    assert await states(school) == []


async def test_a_photo_of_a_roadmap_is_refused_and_the_question_stays(school: School) -> None:
    coordinator = school.cast.coordinator
    await coordinator.says("/roadmap")
    await coordinator.presses("Загрузить свою карту")
    await coordinator.sends("photo")
    coordinator.sees("Это картинка, бот её не читает", "Отменить")
    coordinator.does_not_see("Excel")


@pytest.mark.parametrize("content", [DOCUMENT.encode(), DOCUMENT.encode("cp1251", "replace")])
async def test_a_text_file_with_the_table_is_read(school: School, content: bytes) -> None:
    await sends(school.cast.coordinator, content, "Карта.txt")
    school.cast.coordinator.sees("Что я понял", "6 этапов, 15 пунктов и 2 подпункта")


async def test_five_or_seven_rows_and_a_column_more_are_read_and_the_difference_is_told(school: School) -> None:
    coordinator = school.cast.coordinator
    headings = (*HEADINGS, "Ожидаемый результат")
    rows = [(f"{at}", f"Этап {at}", f"Дело {at}", "Май", "Куратор", f"Итог {at}") for at in range(1, 8)]
    await sends(coordinator, with_table(headings, *rows))
    coordinator.sees(
        "7 этапов, 7 пунктов", "Ожидаемый результат: Итог 7", "в вашей карте этого нет: Приказ об утверждении"
    )
    await coordinator.presses("Принять карту")
    await accepts(coordinator, with_table(headings, *rows[:5]))
    await coordinator.says("/roadmap")
    coordinator.sees("5. Этап 5")
    coordinator.does_not_see("6. Этап 6")


async def test_a_document_in_another_dialog_leaves_its_question(school: School) -> None:
    coordinator = school.cast.coordinator
    await coordinator.says("/people")
    await coordinator.presses("Добавить человека")
    await sends(coordinator, word(BANK, TEA))
    coordinator.sees("Что я понял")
    await coordinator.says("Берёзова Ольга Львовна")
    coordinator.sees("Кто это в программе?")


async def test_a_teachers_roadmap_is_refused_and_nobody_is_bothered(school: School) -> None:
    teacher, coordinator = school.cast.teacher, school.cast.coordinator
    await school.brings_in(teacher, "Соколова Анна Ильинична")
    heard = coordinator.heard
    await sends(teacher, source())
    teacher.sees("файл не нужен")
    assert (await states(school), coordinator.heard) == ([], heard)
    assert await school.cast.bot.fetch(int, "SELECT COUNT(*) FROM job") == [0]


async def test_a_deputy_has_the_same_rights(school: School) -> None:
    deputy = school.cast.deputy
    (person_id,) = await school.lists("Лугов Павел Андреевич", role=Role.DEPUTY)
    await deputy.starts((await school.invites(person_id)).token)
    await school.lets_in(person_id, deputy)
    await deputy.presses("Понятно")
    await accepts(deputy, word(BANK, TEA))
    assert await states(school) == ["accepted"]


async def test_the_longest_roadmap_fits_its_screens(school: School) -> None:
    coordinator = school.cast.coordinator
    items = "\n".join(f"{at}) {'Длинное дело ' * 12}{at}" for at in range(1, 7))
    await accepts(
        coordinator, word(*((f"{at}", f"{'Этап ' * 50}{at}", items, "Май", "К" * 400) for at in range(1, 31)))
    )
    coordinator.sees("Сроков: 6, не подтверждено: 6")
    await coordinator.presses("Изменить, этап 30")
    await coordinator.says("/roadmap")
    await coordinator.presses("30. Этап")
    coordinator.sees("Длинное дело")
