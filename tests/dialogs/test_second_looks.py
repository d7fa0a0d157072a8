"""What cannot be taken back is asked about with numbers, and asked about again when they have changed meanwhile."""

import pytest

from handlers.presses import Act, Deed, Go, Spot, pack
from storage.vocabulary import Role
from tests.conftest import School
from tests.dialogs.announcing import drafts, heard
from tests.dialogs.requesting import hands_in
from tests.dialogs.test_approvals import deputy_of

ANNA, IGOR, OLGA = "Соколова Анна Ильинична", "Рябинин Игорь Олегович", "Берёзова Ольга Львовна"


async def id_of(school: School, full_name: str) -> int:
    (found,) = await school.cast.bot.fetch(int, "SELECT id FROM person WHERE full_name = :name", name=full_name)
    return found


async def test_bank_is_asked_about_again_when_it_has_grown(school: School) -> None:
    coordinator = school.cast.coordinator
    await hands_in(school, school.cast.teacher, ANNA)
    await coordinator.says("/bank")
    await coordinator.presses("Скачать Excel")
    coordinator.sees("с фамилиями и ответами: 1 человек", "узнают, что файл скачан")
    await school.lists(IGOR)
    await coordinator.presses("Да, сделать файл (1)")
    coordinator.sees("2 человека", "Да, сделать файл (2)")
    assert not coordinator.files
    await coordinator.presses("Да, сделать файл (2)")
    assert len(coordinator.files) == 1


async def test_folder_of_the_year_is_asked_about_and_what_names_nobody_is_not(school: School) -> None:
    coordinator = school.cast.coordinator
    await school.lists(ANNA)
    await coordinator.says("/year")
    await coordinator.presses("Отчёт с фамилиями")
    coordinator.sees("Файл года с фамилиями")
    await coordinator.presses("Назад")
    coordinator.sees("Итоги года")
    await coordinator.presses("Отчёт без имён")
    coordinator.sees("Готовлю файл")


async def test_message_does_not_go_to_more_people_than_were_shown(school: School) -> None:
    coordinator = school.cast.coordinator
    await school.brings_in(school.cast.teacher, ANNA)
    await drafts(coordinator)
    coordinator.sees("Отправить 1 человеку")
    await school.brings_in(school.cast.colleague, IGOR)
    await coordinator.presses("Отправить")
    coordinator.sees("Получат сегодня в 14:00: 2 человека")
    await coordinator.presses("Отправить")
    school.cast.bot.clock.move(hours=3)
    await coordinator.waits()
    assert (heard(school.cast.teacher), heard(school.cast.colleague)) == (1, 1)


async def test_role_is_asked_about_again_when_fewer_would_be_left(school: School) -> None:
    coordinator, _ = school.cast.coordinator, await deputy_of(school)
    (third,) = await school.lists(ANNA, role=Role.DEPUTY)
    await school.cast.teacher.starts((await school.invites(third)).token)
    await school.lets_in(third, school.cast.teacher)
    await coordinator.says("Соколова")
    await coordinator.presses("Роль")
    await coordinator.presses("Снять роль: заместитель координатора")
    coordinator.sees("Вести программу в боте после этого будут: 2 человека")
    asked = coordinator.screen
    await coordinator.presses_data(
        pack(Act(Deed.TAKE_ROLE_BACK, await id_of(school, "Лугов Павел Андреевич"), "deputy.2"))
    )
    await coordinator.presses_old(asked, "Да, снять роль")
    coordinator.sees("после этого будут: 1 человек")
    await coordinator.presses("Да, снять роль")
    coordinator.sees("Роль снята")


async def test_erasure_names_what_goes_and_wants_the_numbers_of_now(school: School) -> None:
    coordinator, teacher = school.cast.coordinator, school.cast.teacher
    await hands_in(school, teacher, ANNA)
    await teacher.says("/menu")
    for label in ("Мои данные", "Отозвать согласие", "Отозвать согласие"):
        await teacher.presses(label)
    person_id = await id_of(school, ANNA)
    await coordinator.presses_data(pack(Act(Deed.ERASE, person_id, "12345")))
    coordinator.sees("Уничтожить данные: Соколова А. И.?", "анкеты (1)", "участие в парах (0)")
    assert await id_of(school, ANNA) == person_id
    await coordinator.presses("Уничтожить данные")
    coordinator.sees("Данные уничтожены")


async def test_leaving_is_asked_about_again_when_something_else_would_end(school: School) -> None:
    coordinator = school.cast.coordinator
    (person_id,) = await school.lists(ANNA)
    await coordinator.presses_data(pack(Go(Spot.PERSON_LEAVES, person_id)))
    coordinator.does_not_see("закроется доступ")
    await school.cast.teacher.starts((await school.invites(person_id)).token)
    await coordinator.presses("Да, больше не работает")
    coordinator.sees("закроется доступ к боту")
    await coordinator.presses("Да, больше не работает")
    coordinator.sees("Записано: больше не работает")


async def test_an_old_button_disconnects_no_new_account(school: School) -> None:
    coordinator = school.cast.coordinator
    person_id = await school.brings_in(school.cast.teacher, ANNA)
    await coordinator.presses_data(pack(Go(Spot.PERSON_DISCONNECT, person_id)))
    asked = coordinator.screen
    await coordinator.presses("Отключить аккаунт")
    await school.cast.colleague.starts((await school.invites(person_id)).token)
    await coordinator.presses_old(asked, "Отключить аккаунт")
    await school.cast.colleague.says("/menu")
    school.cast.colleague.sees("Заполнить запрос")


@pytest.mark.parametrize(
    "deed", [Deed.BOOK, Deed.MENTORS_BOOK, Deed.TAKE_ROLE_BACK, Deed.ERASE, Deed.PERSON_LEAVES, Deed.DISCONNECT]
)
async def test_a_press_without_the_numbers_does_nothing_at_once(school: School, deed: Deed) -> None:
    coordinator = school.cast.coordinator
    await hands_in(school, school.cast.teacher, ANNA)
    person_id = await id_of(school, ANNA)
    everything = "SELECT id || full_name || state || COALESCE(account_id, 0) || COALESCE(erase_by, '') FROM person"
    before = await school.cast.bot.fetch(str, everything)
    for argument in ("", "x", "0", "teacher", "coordinator."):
        await coordinator.presses_data(pack(Act(deed, person_id, argument)))
    assert await school.cast.bot.fetch(str, everything) == before
    assert not coordinator.files
