"""Materials as a coordinator keeps them: links and files by area, changed, removed, refused; who waits reads them."""

import pytest

from mentoring import materials
from mentoring.materials import is_link
from tests.conftest import School
from tests.dialogs.shelving import LINK, PDF, adds_file, adds_link, opens_area, opens_shelf, packed
from tests.dialogs.waiting import ALONE, alone, days_pass, opens_queue


async def test_a_link_is_offered_and_opened_by_whoever_waits_in_its_area(school: School) -> None:
    await alone(school)
    coordinator, teacher = school.cast.coordinator, school.cast.teacher
    await adds_link(coordinator)
    coordinator.sees("Добавлено.", "Урок за час", "Удалить")
    await opens_queue(coordinator)
    await coordinator.presses(ALONE)
    await coordinator.presses("Предложить материалы")
    await days_pass(school.cast, 1)
    teacher.sees("подобраны материалы по вашим темам")
    await teacher.presses("Пока идёт поиск")
    await teacher.presses("Материалы")
    await teacher.presses("Прислать: Урок за час")
    assert 'href="https://example.org/urok?a=1&amp;b=2"' in teacher.messages[-1].html
    await opens_queue(coordinator)
    await coordinator.presses(ALONE)
    coordinator.sees("материалы, состоялось, 09.09.2026")


async def test_a_file_is_kept_as_bytes_and_sent_under_its_clean_name(school: School) -> None:
    await alone(school)
    coordinator, teacher = school.cast.coordinator, school.cast.teacher
    await adds_file(coordinator, "../Пам\u202eятка.PDF")
    coordinator.sees("Добавлено.", "Памятка", "Файл: Памятка.pdf, 1 КБ")
    await teacher.says("/menu")
    await teacher.presses("Пока идёт поиск")
    await teacher.presses("Материалы")
    await teacher.presses("Прислать: Памятка")
    assert teacher.files == {"Памятка.pdf": PDF}
    (digest,) = await school.cast.bot.fetch(str, "SELECT digest FROM material")
    kept = school.cast.bot.data_dir / "materials" / digest[:2] / digest[2:4] / digest
    assert kept.read_bytes() == PDF
    assert kept.stat().st_mode & 0o077 == 0
    assert await school.cast.bot.fetch(str, "SELECT task FROM job") == ["{}"]


async def test_a_file_that_is_not_asked_for_is_no_material(school: School) -> None:
    coordinator = school.cast.coordinator
    await opens_area(coordinator)
    await coordinator.presses("Добавить файл")
    await coordinator.presses("Отменить")
    await coordinator.sends_file("Памятка.docx", b"words")
    assert await school.cast.bot.fetch(int, "SELECT COUNT(*) FROM material") == [0]


async def test_words_where_a_file_is_asked_for_are_no_file(school: School) -> None:
    coordinator = school.cast.coordinator
    await opens_area(coordinator)
    await coordinator.presses("Добавить файл")
    await coordinator.says("Памятка")
    coordinator.sees("Это не файл", "Пока ничего нет")


async def test_a_picture_sent_as_one_is_a_material_and_a_voice_is_none(school: School) -> None:
    coordinator = school.cast.coordinator
    await opens_area(coordinator)
    await coordinator.presses("Добавить файл")
    await coordinator.sends("voice")
    assert await school.cast.bot.fetch(int, "SELECT COUNT(*) FROM job") == [0]
    await coordinator.sends("photo")
    # The sandbox's own picture is a PNG under Telegram's usual name of a photo.
    coordinator.sees("Файл: Фото.jpg")


async def test_what_is_no_link_is_not_kept(school: School) -> None:
    await adds_link(school.cast.coordinator, "example.org/urok")
    school.cast.coordinator.sees("нужна ссылка целиком", "Пока ничего нет")


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("Урок.exe", b"MZ", "программа или скрипт"),
        ("Урок.pdf", b"MZ\x90\0\x03", "программа или скрипт"),
        ("Урок.docm", b"PK", "есть макросы"),
        ("Урок.zip", packed(urok__exe=b"MZ"), "Такой архив"),
        ("Урок.pdf", b"no pdf", "не то, что в его названии"),
        ("Урок.xyz", b"?", "такого вида"),
        ("Урок.txt", b"", "Файл пустой"),
    ],
)
async def test_a_refused_file_is_told_why_and_leaves_nothing(
    school: School, name: str, content: bytes, said: str
) -> None:
    coordinator = school.cast.coordinator
    await adds_file(coordinator, name, content)
    coordinator.sees(said, "Прислать другой файл")
    assert await school.cast.bot.fetch(int, "SELECT COUNT(*) FROM material") == [0]
    assert list(school.cast.bot.data_dir.glob("materials/??/??/*")) == []
    await coordinator.presses("Прислать другой файл")
    await coordinator.sends_file("Урок.pdf", PDF)
    coordinator.sees("Добавлено.")


async def test_a_large_file_is_not_fetched_and_the_way_out_is_told(
    school: School, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(materials, "LARGEST", 10)
    await adds_file(school.cast.coordinator)
    school.cast.coordinator.sees("Файлы больше 15 МБ", "Добавить ссылку")
    assert await school.cast.bot.fetch(int, "SELECT COUNT(*) FROM job") == [0]


async def test_a_school_has_room_for_so_much_and_the_same_bytes_take_none(
    school: School, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("mentoring.materials.keeping.MOST_OF_SCHOOL", len(PDF))
    coordinator = school.cast.coordinator
    await adds_file(coordinator)
    await adds_file(coordinator, "Вторая.pdf", PDF)
    coordinator.sees("Добавлено.")
    await adds_file(coordinator, "Третья.pdf", PDF + b"more")
    coordinator.sees("место для файлов школы закончилось")
    assert await school.cast.bot.fetch(int, "SELECT COUNT(*) FROM material") == [2]
    assert len(list(school.cast.bot.data_dir.glob("materials/??/??/*"))) == 2
    await school.cast.bot.machine.keeper.keep()
    assert len(list(school.cast.bot.data_dir.glob("materials/??/??/*"))) == 1


async def test_what_is_removed_is_sent_to_nobody_and_its_bytes_go_with_the_last_row(school: School) -> None:
    await alone(school)
    coordinator, teacher, bot = school.cast.coordinator, school.cast.teacher, school.cast.bot
    await adds_file(coordinator)
    await adds_file(coordinator, "Вторая.pdf", PDF)
    await opens_shelf(teacher)
    await teacher.presses("Урок и методика")
    await opens_area(coordinator)
    for title in ("Памятка", "Вторая"):
        await coordinator.presses(title)
        await coordinator.presses("Удалить")
        coordinator.sees("Вернуть потом не получится")
        await coordinator.presses("Удалить", times=2)
        await bot.machine.keeper.keep()
        left = await bot.fetch(int, "SELECT COUNT(*) FROM material WHERE removed_at IS NULL")
        assert len(list(bot.data_dir.glob("materials/??/??/*"))) == min(1, left[0])
        await opens_area(coordinator)
    await teacher.presses("Прислать: Памятка")
    teacher.sees("Этого материала больше нет")
    assert teacher.files == {}
    assert await bot.fetch(str, "SELECT address || digest || file_name FROM material") == ["", ""]


async def test_a_card_says_for_whom_and_what_for_and_each_is_changed(school: School) -> None:
    coordinator = school.cast.coordinator
    await adds_link(coordinator)
    await coordinator.presses("Показывать: только наставникам")
    coordinator.sees("Для кого: наставники")
    await coordinator.presses("Для чего этот материал")
    await coordinator.says("перед первым уроком")
    coordinator.sees("Записано.", "Для чего: перед первым уроком")
    await coordinator.presses("Изменить название")
    await coordinator.says("Начало урока")
    await coordinator.presses("Направления")
    await coordinator.presses("Отнести: Содержание предмета")
    await coordinator.presses("✓ Убрать: Урок и методика")
    await coordinator.presses("✓ Убрать: Содержание предмета")
    await coordinator.presses("К материалу")
    coordinator.sees("Начало урока", "Направления: Содержание предмета")


async def test_a_form_given_up_leads_back_to_its_material(school: School) -> None:
    coordinator = school.cast.coordinator
    await adds_link(coordinator)
    await coordinator.presses("Изменить название")
    await coordinator.presses("Отменить")
    coordinator.sees("Урок за час", "Ссылка: https://example.org")


async def test_long_lists_have_pages(school: School) -> None:
    coordinator = school.cast.coordinator
    for number in range(7):
        await adds_link(coordinator, title=f"Урок {number}")
    await opens_area(coordinator)
    coordinator.sees("Урок 5", "Страница 1 из 2")
    coordinator.does_not_see("Урок 6")
    await coordinator.presses("Ещё ▶")
    coordinator.sees("Урок 6")


@pytest.mark.parametrize("text", [LINK, "http://школа.рф/урок", "https://example.org:8080/a"])
def test_a_whole_address_is_a_link(text: str) -> None:
    assert is_link(text)


@pytest.mark.parametrize(
    "text", ["", "example.org", "ftp://example.org", "https://", "https://a b.ru", "http://[", "javascript:1"]
)
def test_anything_else_is_none(text: str) -> None:
    assert not is_link(text)
