"""One account, two schools: consent, request and notices of each stay apart, and each button opens its own school."""

from dataclasses import dataclass
from datetime import UTC, datetime

import pytest

from mentoring import invitations, people, schools
from mentoring.access import actor
from storage.vocabulary import Role
from tests.cast import Cast, Person
from tests.conftest import School, entry, member_of
from tests.dialogs.requesting import FACTS, answers

NAME = "Соколова Анна Ильинична"
IN_THE_WINDOW = datetime(2026, 9, 8, 12, 0, tzinfo=UTC)


@dataclass
class Second:
    """School № 99, whose coordinator is the first one's deputy head in the cast."""

    cast: Cast
    id: int

    async def brings_in(self, person: Person) -> int:
        bot = self.cast.bot
        async with bot.machine.database.write() as tx:
            member = (await actor(tx, self.cast.deputy.user_id)).member
            assert member is not None
            person_id = await people.add(tx, member, entry(NAME, **FACTS), bot.clock.now())
            secret = await invitations.invite_person(tx, school_id=self.id, person_id=person_id, now=bot.clock.now())
        await person.starts(secret.token)
        return person_id


async def coordinates(cast: Cast, school_id: int, person: Person, full_name: str) -> None:
    bot = cast.bot
    async with bot.machine.database.write() as tx:
        now = bot.clock.now()
        secret = await invitations.invite_role(
            tx, Role.COORDINATOR, school_id=school_id, full_name=full_name, now=now, at_once=True
        )
    await person.starts(secret.token)
    await person.presses("Понятно")


@pytest.fixture
async def second(school: School) -> Second:
    cast = school.cast
    async with cast.bot.machine.database.write() as tx:
        school_id = await schools.add(tx, "", cast.bot.clock.now())
    await coordinates(cast, school_id, cast.deputy, "Лугов Павел Андреевич")
    await cast.deputy.says("Школа № 99")
    await cast.deputy.says("Москва")
    return Second(cast, school_id)


async def teaches_in_both(school: School, second: Second) -> tuple[int, int]:
    """The teacher, in school № 12 now; their two ids."""
    teacher = school.cast.teacher
    first = await school.brings_in(teacher, NAME, **FACTS)
    other = await second.brings_in(teacher)
    await teacher.presses("Согласен(на)")
    await teacher.presses("Да, можно напоминать")
    await goes_to(teacher, "Школа № 12")
    return first, other


async def goes_to(person: Person, school: str) -> None:
    await person.says("/menu")
    await person.presses("Другая школа")
    await person.presses(school)


async def requests(school: School) -> list[int]:
    return await school.cast.bot.fetch(int, "SELECT person_id FROM form_run WHERE form_key = 'needs' ORDER BY id")


async def test_consent_of_one_school_is_no_consent_of_the_other(school: School, second: Second) -> None:
    teacher = school.cast.teacher
    first = await school.brings_in(teacher, NAME)
    other = await second.brings_in(teacher)
    teacher.sees("Школа № 99", "согласие на обработку данных")
    await teacher.presses("Не согласен(на)")
    decided = await school.cast.bot.fetch(
        str, "SELECT person_id || ' ' || decision FROM consent WHERE kind = 'data' ORDER BY id"
    )
    assert decided == [f"{first} given", f"{other} declined"]
    await teacher.presses("Другая школа")
    await teacher.presses("Школа № 12")
    teacher.sees("Заполнить запрос")


async def test_old_consent_screen_decides_for_the_school_that_it_names(school: School, second: Second) -> None:
    teacher = school.cast.teacher
    (first,) = await school.lists(NAME)
    await teacher.starts((await school.invites(first)).token)
    of_the_first = teacher.screen
    await second.brings_in(teacher)
    await teacher.presses_old(of_the_first, "Согласен(на)")
    given = await school.cast.bot.fetch(int, "SELECT person_id FROM consent WHERE decision = 'given'")
    assert given == [first]


async def test_requests_of_two_schools_are_two(school: School, second: Second) -> None:
    teacher = school.cast.teacher
    first, other = await teaches_in_both(school, second)
    await answers(teacher)
    await goes_to(teacher, "Школа № 99")
    teacher.sees("Заполнить запрос")
    await answers(teacher)
    assert await requests(school) == [first, other]
    for coordinator in (school.cast.coordinator, school.cast.deputy):
        await coordinator.says("/bank")
        coordinator.sees("Соколова А. И.")


async def test_reminder_names_its_school_and_begins_its_request(school: School, second: Second) -> None:
    cast = school.cast
    _, other = await teaches_in_both(school, second)
    cast.bot.clock.to(IN_THE_WINDOW)
    await cast.deputy.says("/remind")
    await cast.deputy.presses("Отправить")
    await cast.teacher.waits()
    cast.teacher.sees("Школа № 99", "Это 3 минуты")
    await cast.teacher.presses("Начать")
    assert await requests(school) == [other]


async def test_not_now_pauses_the_school_that_has_reminded(school: School, second: Second) -> None:
    cast = school.cast
    _, other = await teaches_in_both(school, second)
    cast.bot.clock.to(IN_THE_WINDOW)
    await cast.deputy.says("/remind")
    await cast.deputy.presses("Отправить")
    await cast.teacher.presses("Не сейчас")
    assert await cast.bot.fetch(int, "SELECT id FROM person WHERE paused_until IS NOT NULL") == [other]


async def test_withdrawal_opens_the_list_of_its_own_school(school: School, second: Second) -> None:
    cast = school.cast
    await school.brings_in(cast.teacher, NAME)
    await coordinates(cast, second.id, cast.coordinator, "Орлова Вера Павловна")
    await cast.teacher.presses("Мои данные")
    await cast.teacher.presses("Отозвать согласие")
    await cast.teacher.presses("Отозвать согласие")
    cast.coordinator.sees("Школа № 12", "Соколова А. И.", "отозвано")
    await cast.coordinator.presses("Уничтожить данные")
    cast.coordinator.sees("Соколова А. И.")
    await cast.coordinator.says("/menu")
    cast.coordinator.sees("Школа № 12, координатор")


async def test_reply_opens_the_school_where_it_was_asked(school: School, second: Second) -> None:
    cast = school.cast
    await teaches_in_both(school, second)
    await goes_to(cast.teacher, "Школа № 99")
    await cast.teacher.presses("Спросить координатора")
    await cast.teacher.says("Когда начнём?")
    await goes_to(cast.teacher, "Школа № 12")
    await cast.deputy.says("/questions")
    await cast.deputy.presses("Соколова А. И.")
    await cast.deputy.presses("Ответить")
    await cast.deputy.says("В понедельник")
    await cast.teacher.waits()
    cast.teacher.sees("Школа № 99", "В понедельник")
    await cast.teacher.presses("Продолжить")
    cast.teacher.sees("Школа № 99, наставничество")


async def test_somebody_elses_button_switches_nothing(school: School, second: Second) -> None:
    cast = school.cast
    await teaches_in_both(school, second)
    stranger_there = (await member_of(cast.bot, cast.deputy)).member
    assert stranger_there is not None
    await cast.teacher.presses_data(f"p:{stranger_there.person_id}:g:menu:0:0")
    cast.teacher.sees("Эта кнопка уже не действует", "Школа № 12, наставничество")


async def test_notice_in_one_school_alone_does_not_name_it(school: School) -> None:
    cast = school.cast
    await school.brings_in(cast.teacher, NAME)
    cast.bot.clock.to(IN_THE_WINDOW)
    await cast.coordinator.says("/remind")
    await cast.coordinator.presses("Отправить")
    await cast.teacher.waits()
    assert "Школа № 12" not in cast.teacher.messages[-1].text


async def test_reply_leads_back_to_the_form_it_was_asked_from(school: School) -> None:
    cast = school.cast
    await school.brings_in(cast.teacher, NAME)
    await cast.teacher.presses("Не беспокоить до")
    await cast.teacher.presses("Спросить координатора")
    await cast.teacher.says("До какого дня можно?")
    await cast.coordinator.says("/questions")
    await cast.coordinator.presses("Соколова А. И.")
    await cast.coordinator.presses("Ответить")
    await cast.coordinator.says("До любого")
    await cast.teacher.waits()
    await cast.teacher.presses("Продолжить")
    await cast.teacher.says("1 октября")
    assert await cast.bot.fetch(str, "SELECT paused_until FROM person WHERE paused_until IS NOT NULL") == ["2026-10-01"]
    assert await requests(school) == []
