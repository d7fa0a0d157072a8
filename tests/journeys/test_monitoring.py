"""J9: anonymous monitoring in a small school, told plainly and with a crash around every update."""

from dataclasses import dataclass
from datetime import UTC, datetime

from tests.cast import Cast, Person
from tests.conftest import School
from tests.dialogs.offering import offers
from tests.dialogs.rounds import AFTER, asks_without_names, closes, opens_card, people

AFTER_MENTOR = "Итог: наставник"
MENTORS = ("Орешкина Яна Юрьевна", "Осокин Лев Ильич", "Ольхов Иван Ильич")
VALUABLE = ("Разговоры после уроков", "Открытые уроки", "Спокойный совет")


@dataclass(frozen=True)
class Counted:
    answered: int
    asked: int


async def school_at_the_end_of_its_year(school: School) -> tuple[list[Person], list[Person]]:
    """Mentees and mentors, as the banks know them; how they came is another journey."""
    bot = school.cast.bot
    crashes, bot.crashes = bot.crashes, False
    mentees = await people(school, 4, asked_for_support=True)
    mentors = []
    for number, name in enumerate(MENTORS):
        bot.world.add_user(name.split()[1], name.split()[0], user_id=2100 + number)
        mentors.append(Person(bot, 2100 + number, name))
        await offers(school, mentors[-1], name)
    bot.crashes = crashes
    return mentees, mentors


async def rings(cast: Cast, day: int) -> None:
    """At five past three of that day of September, in Moscow."""
    cast.bot.clock.to(datetime(2026, 9, day, 12, 5, tzinfo=UTC))
    await cast.bot.tick()


async def mentee_answers(mentee: Person, number: int) -> None:
    for label in ("Ответить", "Начать", *(["9"] * 6), "8", "10"):
        await mentee.presses(label)
    await mentee.says(VALUABLE[number])
    for label in ("Пропустить", "Пропустить", "Да", "Справлюсь сам(а)"):
        await mentee.presses(label)
    mentee.sees("Проверьте ответы", VALUABLE[number])
    await mentee.presses("Отправить", times=2)


async def mentor_answers(mentor: Person) -> None:
    for label in ("Ответить", "Начать", *(["9"] * 5), "Полностью", *(["Пропустить"] * 3), "Нет", "Нужен перерыв"):
        await mentor.presses(label)
    await mentor.presses("Отправить")


async def test_mentees_are_heard_without_names_and_too_few_mentors_are_not_shown(journey_school: School) -> None:
    school, cast = journey_school, journey_school.cast
    mentees, mentors = await school_at_the_end_of_its_year(school)
    await the_coordinator_reads_what_nobody_will_see_and_opens_both(school)
    await rings(cast, 8)
    for number, mentee in enumerate(mentees[:3]):
        mentee.sees(f"приглашает ответить на анкету «{AFTER}»")
        await mentee_answers(mentee, number)
        nothing_of_it_is_in_the_chat(mentee, VALUABLE[number])
    await mentor_answers(mentors[0])
    for label in ("Ответить", "Начать", "7"):
        await mentees[3].presses(label)
    await rings(cast, 14)
    mentees[3].sees("осталось", "Продолжить?")
    mentors[2].sees(f"«{AFTER_MENTOR}» ждёт ответа до 22 сентября")
    assert not any("ждёт ответа" in each.text for answered in mentees[:3] for each in answered.messages)
    await the_coordinator_closes_and_reads(school)
    await mentees[3].presses("8")
    mentees[3].sees("Анкета уже закрыта")
    counted = await cast.bot.fetch(Counted, "SELECT answered, asked FROM survey ORDER BY id")
    assert counted == [Counted(3, 4), Counted(1, 3)]


async def the_coordinator_reads_what_nobody_will_see_and_opens_both(school: School) -> None:
    coordinator = await opens_card(school, AFTER)
    for label in ("Попросить ответить", "Выбрать всех, кто не ответил (4)", "Дальше (4)", "Ответы без имён"):
        await coordinator.presses(label)
    coordinator.sees("Не увидит никто: кто что ответил", "С какого числа ответов", "Пригласить, показать от 4 ответов")
    await coordinator.presses("Пригласить, показать от 3 ответов", times=2)
    await opens_card(school, AFTER)
    coordinator.sees("Идёт без имён до 22 сентября: ответили 0 из 4")
    await asks_without_names(school, AFTER_MENTOR, 3, threshold=3)


def nothing_of_it_is_in_the_chat(person: Person, said: str) -> None:
    in_chat = [message.text for message in person.bot.world.chat(person.user_id).visible]
    assert not any(said in text or "Проверьте ответы" in text for text in in_chat)
    assert in_chat[-1].startswith("Спасибо! Ответы приняты без вашего имени")


async def the_coordinator_closes_and_reads(school: School) -> None:
    coordinator = await closes(school, AFTER)
    coordinator.sees("закрыта: ответили 3 из 4")
    await coordinator.presses("Результаты без имён")
    coordinator.sees("Приглашены 4, ответили 3", "9 — 3 (100 %)", "Среднее 9,0")
    await coordinator.presses("Ответы словами (3)")
    coordinator.sees(*(f"• {said}" for said in VALUABLE))
    shown = coordinator.screen.text
    assert [shown.index(said) for said in sorted(VALUABLE)] == sorted(shown.index(said) for said in VALUABLE)
    await closes(school, AFTER_MENTOR)
    await coordinator.presses("Результаты без имён")
    coordinator.sees("Приглашены 3, ответили 1", "Мало ответов (меньше 3)")
    coordinator.does_not_see("1 — ", "Среднее", "Полностью")
