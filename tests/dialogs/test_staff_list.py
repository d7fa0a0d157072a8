"""The staff list in Excel: read, shown with everything that is wrong in it, added once."""

from copy import copy

from tests.cast import Cast
from tests.conftest import School, set_up_school
from tests.papers.workbooks import sheets, workbook

HEAD = ("ФИО", "Должность", "Предметы", "Классы", "Стаж", "Роль")
THREE = workbook(
    HEAD,
    ("Соколова Анна Ильинична", "учитель физики", "Физика", "5-9", "12 лет", ""),
    ("Рябинин Игорь Олегович", "учитель истории", "История", "", "", ""),
    ("Озёрная Вера Львовна", "завуч", "", "", "", "заместитель"),
)


async def names(cast: Cast) -> list[str]:
    return await cast.bot.fetch(str, "SELECT full_name FROM person WHERE full_name <> '' ORDER BY sort_name")


async def test_template_is_offered_as_a_file_and_can_be_read_back(school: School) -> None:
    coordinator = school.cast.coordinator
    await coordinator.presses("Люди")
    await coordinator.presses("Прислать список (Excel)")
    coordinator.sees("один человек", "Получить шаблон")
    await coordinator.presses("Получить шаблон")
    assert "Шаблон придёт отдельным сообщением" in coordinator.heard
    (template,) = coordinator.files.values()
    assert "Сотрудники" in sheets(template)
    await coordinator.sends_file("Список.xlsx", template)
    coordinator.sees("нет ни одной заполненной строки")


async def test_list_is_read_shown_and_added_by_one_press(school: School) -> None:
    coordinator = school.cast.coordinator
    await coordinator.sends_file("Штат.xlsx", THREE)
    assert "Файл получен" in coordinator.heard
    coordinator.sees("Прочитано: 3 строки. Добавим: 3.", "Ошибок нет", "права координатора: Озёрная В. Л.")
    assert await names(school.cast) == ["Орлова Вера Павловна"]
    await coordinator.presses("Добавить 3 человека")
    coordinator.sees("Добавлено: 3, уже были: 0", "Пригласить")
    assert len(await names(school.cast)) == 4


async def test_add_pressed_twice_adds_once(school: School) -> None:
    coordinator = school.cast.coordinator
    await coordinator.sends_file("Штат.xlsx", THREE)
    await coordinator.presses("Добавить 3 человека", times=2)
    coordinator.sees("Добавлено: 3, уже были: 0", "Пригласить")
    assert coordinator.toast == "Уже добавлено"
    assert len(await names(school.cast)) == 4
    assert await school.cast.bot.fetch(str, "SELECT content FROM staff_list") == ['{"added": 3, "known": 0}']


async def test_the_director_of_the_list_signs_papers_unless_another_one_is_named(school: School) -> None:
    coordinator = school.cast.coordinator
    await coordinator.sends_file("Штат.xlsx", workbook(HEAD, ("Озёрная Вера Львовна", "Директор", "", "", "", "")))
    await coordinator.presses("Добавить 1 человека", times=2)
    coordinator.sees("Бумаги подпишет директор Озёрная В. Л.")
    other = ("Соколова Анна Ильинична", "", "", "", "", "директор")
    await coordinator.sends_file("Штат.xlsx", workbook(HEAD, other))
    await coordinator.presses("Добавить 1 человека")
    coordinator.does_not_see("Бумаги подпишет")
    assert await school.cast.bot.fetch(str, "SELECT director FROM school") == ["Озёрная Вера Львовна"]


async def test_of_two_directors_the_coordinator_chooses(school: School) -> None:
    coordinator = school.cast.coordinator
    two = (("Озёрная Вера Львовна", "Директор"), ("Соколова Анна Ильинична", "директор школы"))
    await coordinator.sends_file("Штат.xlsx", workbook(HEAD, *((*each, "", "", "", "") for each in two)))
    await coordinator.presses("Добавить 2 человека")
    coordinator.does_not_see("Бумаги подпишет")
    assert await school.cast.bot.fetch(str, "SELECT director FROM school") == [""]


async def test_buttons_of_an_added_list_do_nothing_more(school: School) -> None:
    coordinator = school.cast.coordinator
    await coordinator.sends_file("Штат.xlsx", THREE)
    shown = coordinator.screen
    await coordinator.presses("Добавить 3 человека")
    await coordinator.presses_old(shown, "Отменить")
    coordinator.sees("уже добавлен, отменён или устарел")
    await coordinator.presses_old(shown, "Добавить 3 человека")
    coordinator.sees("Добавлено: 3, уже были: 0")
    assert len(await names(school.cast)) == 4


async def test_same_list_again_repeats_nobody(school: School) -> None:
    coordinator = school.cast.coordinator
    await coordinator.sends_file("Штат.xlsx", THREE)
    await coordinator.presses("Добавить 3 человека")
    await coordinator.sends_file("Штат.xlsx", THREE)
    coordinator.sees("Прочитано: 3 строки. Обновим: 3, они уже есть в списке")
    await coordinator.presses("Обновить сведения (3)")
    coordinator.sees("Добавлено: 0, уже были: 3")
    assert len(await names(school.cast)) == 4


async def test_cancelled_list_leaves_nothing(school: School) -> None:
    coordinator = school.cast.coordinator
    await coordinator.sends_file("Штат.xlsx", THREE)
    await coordinator.presses("Отменить")
    coordinator.sees("прочитанное удалено")
    assert await school.cast.bot.fetch(int, "SELECT COUNT(*) FROM staff_list") == [0]


async def test_forgotten_list_is_gone_after_a_day(school: School) -> None:
    coordinator = school.cast.coordinator
    await coordinator.sends_file("Штат.xlsx", THREE)
    school.cast.bot.clock.move(hours=25)
    await school.cast.bot.tick()
    await coordinator.presses("Добавить 3 человека")
    coordinator.sees("устарел", "пришлите файл ещё раз")


async def test_all_errors_come_at_once_with_row_column_and_advice(school: School) -> None:
    coordinator = school.cast.coordinator
    book = workbook(
        HEAD,
        ("Сoколова Анна Ильинична", "", "", "", "", ""),  # a Latin «o»
        ("", "учитель", "", "", "", ""),
        ("Иванова", "", "", "", "", ""),
        ("Рябинин Игорь Олегович", "", "Магия", "все", "давно", "повар"),
        ("Лугова Нина Андреевна", "", "", "", "", ""),
        ("Лугова Нина Андреевна", "", "", "", "", ""),
        ("=1+1", "учитель", "", "", "", ""),
    )
    await coordinator.sends_file("Штат.xlsx", book)
    coordinator.sees(
        "Прочитано: 7 строк. Добавим: 3.",
        "С ошибкой: 4 строки",
        "Строка 2, ФИО: «Сoколова Анна Ильинична»: латинские буквы (o)",
        "Строка 3, ФИО: пусто",
        "Строка 4, ФИО: «Иванова» не похоже на имя",
        "Строка 5, Предметы: предмет «Магия» не узнан",
        "Строка 5, Классы: «все»",
        "Строка 5, Стаж: «давно»",
        "Строка 5, Роль: роль «повар»",
        "Строки 6, 7, ФИО: «Лугова Нина Андреевна» повторяется",
        "Строка 8, ФИО: в ячейке формула",
    )
    await coordinator.presses("Добавить 3 человека")
    coordinator.sees("Добавлено: 3")


async def test_documents_in_the_list_are_told_and_kept_nowhere(school: School) -> None:
    coordinator = school.cast.coordinator
    book = workbook(
        HEAD,
        ("Соколова Анна Ильинична", "паспорт 9204 123456", "Физика, СНИЛС 112-233-445 95", "", "", ""),
        ("Рябинин Игорь +7 912 345-67-89", "", "", "", "", ""),
    )
    await coordinator.sends_file("Штат.xlsx", book)
    coordinator.sees(
        "Строка 3, ФИО: похоже на номер документа или телефона",
        "Строка 2, Должность: похоже на номер документа или телефона",
        "Строка 2, Предметы: похоже на номер",
        "Такие данные бот не хранит",
        "удалите их из файла",
    )
    kept = await school.cast.bot.fetch(str, "SELECT content FROM staff_list")
    await coordinator.presses("Добавить 1 человека")
    await coordinator.says("Соколова")
    kept += await school.cast.bot.fetch(str, "SELECT position || subjects FROM person")
    assert not [told for told in ("9204", "112-233", "912 345") if told in f"{kept} {coordinator.heard}"]


async def test_many_errors_come_by_pages_and_none_is_lost(school: School) -> None:
    coordinator = school.cast.coordinator
    book = workbook(HEAD, *((f"Фамилия{at} Имя", "", "", "", "", "") for at in range(200)))
    await coordinator.sends_file("Штат.xlsx", book)
    coordinator.sees("С ошибкой: 200 строк", "Добавить пока некого")
    seen = coordinator.screen.text
    while "Ещё ▶" in coordinator.buttons:
        await coordinator.presses("Ещё ▶")
        seen += coordinator.screen.text
        assert len(coordinator.screen.text) < 4096
    assert all(f"Строка {row}," in seen for row in range(2, 202))


async def test_file_in_a_dialog_is_read_and_the_question_stays(school: School) -> None:
    coordinator = school.cast.coordinator
    await coordinator.presses("Люди")
    await coordinator.presses("Добавить человека")
    question = coordinator.screen
    await coordinator.sends_file("Штат.xlsx", THREE)
    coordinator.sees("Прочитано: 3 строки")
    assert any(each.id == question.id and each.buttons for each in coordinator.messages)
    await coordinator.says("Берёзова Ольга Львовна")
    coordinator.sees("Кто это в программе?")
    await coordinator.presses("Добавить 3 человека")
    coordinator.sees("Добавлено: 3")


async def test_another_schools_coordinator_cannot_add_this_list(school: School) -> None:
    cast = school.cast
    await cast.coordinator.sends_file("Штат.xlsx", THREE)
    forged = next(each.data for each in cast.coordinator.screen.buttons if each.label.startswith("Добавить"))
    elsewhere = copy(cast)
    elsewhere.coordinator = cast.deputy
    await set_up_school(elsewhere, name="Школа № 7", coordinator="Лугов Павел Андреевич")
    cast.bot.world.press_data(cast.deputy.user_id, cast.deputy.screen.id, forged or "")
    await cast.deputy.waits()
    cast.deputy.sees("Эта кнопка уже не действует")
    assert await names(cast) == ["Лугов Павел Андреевич", "Орлова Вера Павловна"]


async def test_coordinator_without_a_name_is_found_in_the_list_and_stands_there_once(cast: Cast) -> None:
    school = await set_up_school(cast, coordinator="")
    coordinator = school.cast.coordinator
    await coordinator.sends_file("Штат.xlsx", THREE)
    await coordinator.presses("Добавить 3 человека")
    coordinator.sees("Я есть в этом списке")
    await coordinator.presses("Я есть в этом списке")
    await coordinator.presses("Озёрная В. Л.")
    await coordinator.presses("Да, это я")
    coordinator.sees("вы в списке как Озёрная В. Л.", "координатор")
    await coordinator.presses("Люди")
    coordinator.sees("в списке: 3")
    await coordinator.says("Озёрная")
    coordinator.sees("это вы")
    coordinator.does_not_see("Отключить")


async def test_own_place_is_found_by_a_typed_surname_too(cast: Cast) -> None:
    school = await set_up_school(cast, coordinator="")
    coordinator = school.cast.coordinator
    await coordinator.sends_file("Штат.xlsx", THREE)
    await coordinator.presses("Добавить 3 человека")
    await coordinator.says("озерная")
    await coordinator.presses("Это я")
    coordinator.sees("Вы — Озёрная")
    await coordinator.presses("Да, это я")
    coordinator.sees("вы в списке как Озёрная В. Л.")
    await coordinator.says("Соколова")
    coordinator.does_not_see("Это я")


async def test_facts_of_the_list_are_kept(school: School) -> None:
    await school.cast.coordinator.sends_file("Штат.xlsx", THREE)
    await school.cast.coordinator.presses("Добавить 3 человека")
    await school.cast.coordinator.says("Соколова")
    school.cast.coordinator.sees("учитель физики")
    assert await school.cast.bot.fetch(str, "SELECT subjects FROM person WHERE position = 'учитель физики'") == [
        '["physics"]'
    ]
