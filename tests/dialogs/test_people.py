"""«Люди»: the list, the card, the link, what a lost phone needs."""

import re

import pytest

from tests.cast import Cast, Person
from tests.conftest import School, set_up_school

LINK = re.compile(r"start=(\S+)")


async def opens_card(school: School, surname: str) -> Person:
    coordinator = school.cast.coordinator
    await coordinator.says(surname)
    return coordinator


async def test_list_of_one_is_the_coordinator(school: School) -> None:
    coordinator = school.cast.coordinator
    await coordinator.presses("Люди")
    coordinator.sees("в списке: 1", "Орлова В. П.", "Прислать список (Excel)", "Добавить человека", "Пригласить")


async def test_empty_list_says_how_to_begin(cast: Cast) -> None:
    school = await set_up_school(cast, coordinator="")
    await school.cast.coordinator.presses("Люди")
    school.cast.coordinator.sees("Список пока пуст", "Прислать список (Excel)")


async def test_long_list_turns_by_pages_and_comes_back_from_a_card_to_its_page(school: School) -> None:
    coordinator = school.cast.coordinator
    await school.lists(*(f"Фамилия{chr(1072 + at // 32)}{chr(1072 + at % 32)} Анна Ильинична" for at in range(300)))
    await coordinator.presses("Люди")
    coordinator.sees("в списке: 301", "Страница 1 из 38")
    await coordinator.presses("Ещё")
    coordinator.sees("Страница 2 из 38")
    await coordinator.presses(coordinator.buttons[0])
    coordinator.sees("Запрос: не начат")
    await coordinator.presses("К списку")
    coordinator.sees("Страница 2 из 38")


async def test_typed_surname_opens_the_card(school: School) -> None:
    await school.lists("Соколова Анна Ильинична", "Рябинин Игорь Олегович")
    coordinator = await opens_card(school, "соколова")
    coordinator.sees("Соколова А. И.", "Telegram: приглашение не использовано", "Личная ссылка", "Внести с бумаги")


async def test_a_person_is_found_by_any_words_of_the_name_as_a_human_writes_them(school: School) -> None:
    await school.lists("Соколова Анна Ильинична", "Петрова-Водкина Мария Львовна", "Соколова Инна Олеговна")
    coordinator = school.cast.coordinator
    for typed, found in {
        "Соколова А. И.": "Соколова А. И.",
        "Соколова А.И.": "Соколова А. И.",
        "А. И. Соколова": "Соколова А. И.",
        "Анна Соколова": "Соколова А. И.",
        "ильинична": "Соколова А. И.",
        "Водкина": "Петрова-Водкина М. Л.",
        "петрова водкина м": "Петрова-Водкина М. Л.",
        "Мария": "Петрова-Водкина М. Л.",
    }.items():
        await coordinator.says("/menu")
        await coordinator.says(typed)
        assert coordinator.screen.text.startswith(f"{found}\n"), typed


async def test_a_surname_comes_before_the_patronymics_that_begin_like_it(school: School) -> None:
    await school.lists("Андреев Пётр Ильич", "Аксёнова Анна Андреевна")
    coordinator = await opens_card(school, "андре")
    assert coordinator.buttons[:2] == ["Андреев П. И. · не в боте", "Аксёнова А. А. · не в боте"]


async def test_several_hits_are_a_choice_and_namesakes_are_told_apart(school: School) -> None:
    await school.lists("Соколова Анна Ильинична", "Соколова Алла Игоревна", "Соколов Пётр Ильич")
    coordinator = await opens_card(school, "Соколо")
    coordinator.sees("подходит несколько", "Соколова Анна", "Соколова Алла", "Соколов П. И.")
    await coordinator.presses("Соколова Алла")
    coordinator.sees("Соколова Алла Игоревна")


@pytest.mark.parametrize(
    ("typed", "seen"),
    [
        ("Сегодня", "Нет бумажного согласия"),
        ("люди", "в списке: 1"),
        ("Банк наставляемых", "Список людей пока пуст"),
        ("банк", "Список людей пока пуст"),
        ("Кто не ответил", "К банку"),
        ("Напомнить", "Напоминать пока некому"),
        ("Бумаги", "согласий сдано"),
        ("«Вопросы»", "Вопросов без ответа нет"),
        ("Настройки", "Часовой пояс"),
        ("Пригласить", "Одна ссылка для учительской"),
        ("приглашения", "Одна ссылка для учительской"),
        ("Сроки этапов", "Ответить на вопросы (5)"),
        ("дорожная карта", "1. Подготовка условий"),
        ("Для меня как педагога", "согласие"),
        ("Другая школа", "Школа № 12"),
    ],
)
async def test_a_typed_label_of_the_menu_opens_its_screen(school: School, typed: str, seen: str) -> None:
    coordinator = school.cast.coordinator
    await coordinator.says(typed)
    assert seen in "\n".join([coordinator.screen.text, *coordinator.buttons])


async def test_a_label_typed_into_a_dialog_is_its_answer(school: School) -> None:
    coordinator = school.cast.coordinator
    await coordinator.presses("Люди")
    await coordinator.presses("Добавить")
    await coordinator.says("Сегодня")
    coordinator.does_not_see("Нет бумажного согласия")


async def test_unknown_surname_gets_a_kind_line_and_the_way_out(school: School) -> None:
    coordinator = await opens_card(school, "<Ёжиков>")
    coordinator.sees("никого не нашлось: «<Ёжиков>»", "Меню")


async def test_teacher_neither_sees_people_nor_finds_them(school: School) -> None:
    teacher = school.cast.teacher
    await school.brings_in(teacher, "Соколова Анна Ильинична")
    await teacher.says("/people")
    await teacher.says("Орлова")
    teacher.was_never_told("Орлова В. П.", "в списке:")


async def test_each_link_is_fresh_and_the_one_before_it_dies(school: School) -> None:
    await school.lists("Соколова Анна Ильинична")
    coordinator = await opens_card(school, "Соколова")
    await coordinator.presses("Личная ссылка")
    first = LINK.findall(coordinator.heard)[-1]
    coordinator.sees("на один раз, до 08.10.2026", "перешлите его этому человеку")
    await coordinator.presses("К карточке")
    assert first in "".join(each.text for each in coordinator.messages), "the invitation stays to be forwarded"
    await coordinator.presses("Личная ссылка")
    first = LINK.findall(coordinator.heard)[-1]
    await coordinator.presses("Новая личная ссылка")
    second = LINK.findall(coordinator.heard)[-1]
    assert first != second
    await school.cast.teacher.starts(first)
    school.cast.teacher.sees("Ссылка или код не подходят: возможно, уже использованы или устарели")
    await school.cast.teacher.starts(second)
    school.cast.teacher.sees("согласие")


async def test_lost_account_is_out_at_once_and_the_new_one_is_in(school: School) -> None:
    old, new = school.cast.teacher, school.cast.colleague
    await school.brings_in(old, "Соколова Анна Ильинична")
    coordinator = await opens_card(school, "Соколова")
    coordinator.does_not_see("Личная ссылка", "Внести с бумаги")
    await coordinator.presses("Отключить аккаунт")
    coordinator.sees("сразу потеряет доступ")
    await coordinator.presses("Отключить аккаунт")
    coordinator.sees("Аккаунт отключён", "личное приглашение")
    await new.starts(LINK.findall(coordinator.heard)[-1])
    new.sees("Заполнить запрос")
    await old.says("/menu")
    old.sees("только по приглашению")


async def test_coordinator_cannot_disconnect_themselves(school: School) -> None:
    coordinator = await opens_card(school, "Орлова")
    coordinator.sees("Telegram: это вы")
    coordinator.does_not_see("Отключить аккаунт", "Личная ссылка")


async def test_one_sheet_of_consent_is_printed(school: School) -> None:
    await school.lists("Соколова Анна Ильинична")
    coordinator = await opens_card(school, "Соколова")
    await coordinator.presses("Печать согласия", times=2)
    assert list(coordinator.files) == ["Согласия на данные.docx"]
    assert len([each for each in coordinator.messages if each.document]) == 1
    await coordinator.presses("К списку")


async def test_adding_by_hand_ends_at_the_card(school: School) -> None:
    coordinator = school.cast.coordinator
    await coordinator.presses("Люди")
    await coordinator.presses("Добавить человека")
    await coordinator.says("Берёзова Ольга Львовна")
    await coordinator.presses("Педагог")
    for _ in range(4):
        await coordinator.presses("Пропустить")
    coordinator.sees("добавлен", "Карточка", "Добавить ещё")
    await coordinator.presses("Карточка")
    coordinator.sees("Берёзова О. Л.")


async def test_document_typed_for_a_post_is_refused(school: School) -> None:
    coordinator = school.cast.coordinator
    await coordinator.says("/people")
    await coordinator.presses("Добавить человека")
    await coordinator.says("Берёзова Ольга +7 912 345-67-89")
    coordinator.sees("Такие данные бот не хранит")
    await coordinator.says("Берёзова Ольга Львовна")
    await coordinator.presses("Педагог")
    await coordinator.says("паспорт 9204 123456")
    coordinator.sees("Такие данные бот не хранит")


async def test_people_command_puts_the_dialog_aside(school: School) -> None:
    coordinator = school.cast.coordinator
    await school.lists("Соколова Анна Ильинична")
    await coordinator.presses("Люди")
    await coordinator.presses("Добавить человека")
    await coordinator.says("/people")
    await coordinator.says("Соколова")
    coordinator.sees("Соколова А. И.", "Запрос: не начат")


async def test_nameless_coordinator_is_asked_before_they_become_somebody_by_a_link(cast: Cast) -> None:
    school = await set_up_school(cast, coordinator="")
    coordinator = cast.coordinator
    (person_id,) = await school.lists("Соколова Анна Ильинична")
    secret = await school.invites(person_id)
    await coordinator.starts(secret.token)
    coordinator.sees("Вы — Соколова Анна Ильинична?", "только проверяю")
    await coordinator.presses("Нет")
    coordinator.sees("координатор", "Люди")
    await cast.teacher.starts(secret.token)
    cast.teacher.sees("согласие на обработку данных")


@pytest.mark.parametrize("way", ["token", "code"])
async def test_nameless_coordinator_takes_their_own_place_by_the_link(cast: Cast, way: str) -> None:
    school = await set_up_school(cast, coordinator="")
    coordinator = cast.coordinator
    (person_id,) = await school.lists("Орлова Вера Павловна")
    secret = await school.invites(person_id)
    await (coordinator.starts(secret.token) if way == "token" else coordinator.says(secret.code))
    await coordinator.presses("Да, это я", times=2)
    coordinator.sees("Люди")
    roles = await cast.bot.fetch(str, "SELECT role FROM role WHERE person_id = :id ORDER BY role", id=person_id)
    assert roles == ["coordinator", "teacher"]


async def test_digits_of_a_document_are_not_searched_for_nor_repeated(school: School) -> None:
    coordinator = school.cast.coordinator
    await coordinator.says("паспорт 9204 123456")
    coordinator.sees("Похоже на номер документа", "удалите")
    coordinator.was_never_told("9204")
    await school.cast.teacher.starts()
    await school.brings_in(school.cast.teacher, "Соколова Анна Ильинична")
    await school.cast.teacher.says("паспорт 9204 123456")
    school.cast.teacher.sees("Похоже на номер документа")
