"""A pair without matching: two people, a word about what to mind, and how it begins."""

from tests.conftest import School
from tests.dialogs.offering import offers
from tests.dialogs.pairing import MENTEE, MENTOR, PAIR, matched
from tests.dialogs.requesting import hands_in
from tests.dialogs.ringing import at

LUGOVA, ZARECHNAYA = "Лугова Нина Андреевна", "Заречная Ольга Львовна"


async def chooses(school: School, mentee: str, mentor: str) -> None:
    """From the board to the question how the pair begins."""
    coordinator = school.cast.coordinator
    await coordinator.says("/pairs")
    await coordinator.presses("Собрать пару вручную")
    await coordinator.presses(mentee)
    await coordinator.presses(mentor)


async def test_two_of_the_staff_list_become_a_pair_in_four_taps_without_any_questionnaire(school: School) -> None:
    coordinator = school.cast.coordinator
    await school.lists(LUGOVA, ZARECHNAYA)
    await chooses(school, "Лугова Н. А.", "Заречная О. Л.")
    coordinator.sees("Заречная О. Л. → Лугова Н. А.", "у наставника нет анкеты", "Решаете вы")
    await coordinator.presses("Уже договорились")
    coordinator.sees("оба согласны", "согласны, нужен приказ")
    await coordinator.says("/pairs")
    coordinator.sees("Заречная О. Л. → Лугова Н. А.: согласны, нужен приказ")


async def test_who_waits_stands_first_and_whoever_fits_too(school: School) -> None:
    cast = school.cast
    await school.lists("Абрикосов Лев Ильич")
    await hands_in(school, cast.teacher, MENTEE)
    await offers(school, cast.colleague, MENTOR)
    await cast.coordinator.says("/pairs")
    await cast.coordinator.presses("Собрать пару вручную")
    assert cast.coordinator.buttons[0] == "Соколова А. И. · ждёт"
    await cast.coordinator.presses("Соколова А. И.")
    assert cast.coordinator.buttons[0] == "Рябинин И. О. · 7 баллов"
    assert "Абрикосов Л. И." in cast.coordinator.buttons


async def test_the_mentor_is_asked_first_and_then_the_mentee(school: School) -> None:
    cast = school.cast
    await school.brings_in(cast.teacher, MENTEE)
    await school.brings_in(cast.colleague, MENTOR)
    await chooses(school, "Соколова А. И.", "Рябинин И. О.")
    await cast.coordinator.presses("Спросить обоих")
    cast.coordinator.sees("Рябинин И. О. получит предложение", f"Пара: {PAIR}", "ждём ответов")
    await at(cast, 8, 14)
    cast.teacher.was_never_told("Рябинин")
    await cast.colleague.presses("Посмотреть предложение")
    await cast.colleague.presses("Принять")
    await at(cast, 9, 14)
    await cast.teacher.presses("Посмотреть предложение")
    await cast.teacher.presses("Принять")
    await cast.coordinator.says("/pairs")
    cast.coordinator.sees(f"{PAIR}: согласны, нужен приказ")


async def test_a_pair_that_works_already_is_entered_with_its_order_and_term(school: School) -> None:
    cast = school.cast
    await school.lists(LUGOVA, ZARECHNAYA)
    await chooses(school, "Лугова Н. А.", "Заречная О. Л.")
    await cast.coordinator.presses("Уже работают, приказ есть")
    await cast.coordinator.says("47-о")
    await cast.coordinator.says("01.09.2026")
    cast.coordinator.sees("пара работает", "Состояние: работает", "Срок: с 01.09.2026 по 31.05.2027")
    assert await orders(school) == ["47-о 2026-09-01 assign 1"]
    await cast.coordinator.presses("К парам")
    await cast.coordinator.presses("Приказы о парах")
    cast.coordinator.sees("Об изменениях", "О закреплении пар")
    cast.coordinator.does_not_see("Об изменениях (1)", "О закреплении пар (1)")


async def test_the_next_pair_of_the_same_order_stands_in_it_too_and_nothing_has_changed_by_that(school: School) -> None:
    cast = school.cast
    await school.lists(LUGOVA, ZARECHNAYA, MENTEE)
    for mentee in ("Лугова Н. А.", "Соколова А. И."):
        await chooses(school, mentee, "Заречная О. Л.")
        await cast.coordinator.presses("Уже работают, приказ есть")
        await cast.coordinator.says("47-о")
        await cast.coordinator.says("01.09.2026")
        cast.bot.clock.move(hours=1)
    assert await orders(school) == ["47-о 2026-09-01 assign 2"]
    await cast.coordinator.says("/pairs")
    await cast.coordinator.presses("Приказы о парах")
    cast.coordinator.does_not_see("Об изменениях (")


async def orders(school: School) -> list[str]:
    return await school.cast.bot.fetch(
        str,
        """SELECT o.number || ' ' || o.dated_on || ' ' || o.kind || ' ' || CAST(COUNT(*) AS TEXT)
           FROM pair_order o JOIN pair_order_line l ON l.order_id = o.id GROUP BY o.id, o.number, o.dated_on, o.kind""",
    )


async def test_the_same_two_are_no_pair_twice(school: School) -> None:
    cast = school.cast
    await school.lists(LUGOVA, ZARECHNAYA)
    await chooses(school, "Лугова Н. А.", "Заречная О. Л.")
    shown = cast.coordinator.screen
    await cast.coordinator.presses("Уже договорились", times=2)
    cast.coordinator.sees("уже в одной паре")
    await cast.coordinator.presses_old(shown, "Спросить обоих")
    cast.coordinator.sees("уже в одной паре", "согласны, нужен приказ")
    await cast.coordinator.presses_old(shown, "Уже работают, приказ есть")
    cast.coordinator.sees("уже в одной паре")
    assert await cast.bot.fetch(int, "SELECT COUNT(*) FROM pairing") == [1]
    await chooses(school, "Лугова Н. А.", "Заречная О. Л.")
    cast.coordinator.sees("уже в одной паре")


async def test_what_is_known_of_the_two_is_said_and_stops_nobody(school: School) -> None:
    cast = school.cast
    await matched(school)
    await cast.coordinator.presses(PAIR)
    await cast.coordinator.presses("Отметить: родственники")
    await chooses(school, "Соколова А. И.", "Рябинин И. О.")
    cast.coordinator.sees("Обратите внимание: родственники. Решаете вы.")
    await cast.coordinator.presses("Уже договорились")
    cast.coordinator.sees("оба согласны")


async def test_a_mentor_without_a_place_and_a_mentee_with_a_pair_are_only_mentioned(school: School) -> None:
    cast = school.cast
    await school.lists(LUGOVA, ZARECHNAYA)
    await offers(school, cast.colleague, MENTOR, {"capacity": "Одного"})
    await chooses(school, "Лугова Н. А.", "Рябинин И. О.")
    await cast.coordinator.presses("Уже договорились")
    await chooses(school, "Заречная О. Л.", "Рябинин И. О. · мест нет")
    cast.coordinator.sees("нет свободных мест")
    await chooses(school, "Лугова Н. А.", "Заречная О. Л.")
    cast.coordinator.sees("у наставляемого уже есть наставник")
    await cast.coordinator.presses("Уже договорились")
    assert await cast.bot.fetch(int, "SELECT COUNT(*) FROM pairing") == [2]


async def test_a_typed_surname_leads_to_the_same_choice(school: School) -> None:
    coordinator = school.cast.coordinator
    await school.lists(LUGOVA, ZARECHNAYA)
    await coordinator.says("лугова")
    await coordinator.presses("Собрать пару вручную")
    coordinator.sees(LUGOVA, "Кто станет наставником?")
    assert "Лугова Н. А." not in coordinator.buttons


async def test_why_this_pair_is_typed_once_it_is_there_and_seen_on_its_card(school: School) -> None:
    coordinator = school.cast.coordinator
    await school.lists(LUGOVA, ZARECHNAYA)
    await chooses(school, "Лугова Н. А.", "Заречная О. Л.")
    await coordinator.presses("Уже договорились")
    await coordinator.presses("Записать причину")
    await coordinator.says("ведут один предмет <в соседних> кабинетах")
    coordinator.sees("Причину видят только координаторы", "ведут один предмет <в соседних> кабинетах", "Пара: Заречная")


async def test_an_order_that_was_begun_and_left_leads_back_to_the_choice(school: School) -> None:
    coordinator = school.cast.coordinator
    await school.lists(LUGOVA, ZARECHNAYA)
    await chooses(school, "Лугова Н. А.", "Заречная О. Л.")
    await coordinator.presses("Уже работают, приказ есть")
    await coordinator.presses("Отменить")
    coordinator.sees("Заречная О. Л. → Лугова Н. А.", "Уже договорились")
    assert await school.cast.bot.fetch(int, "SELECT COUNT(*) FROM pairing") == [0]


async def test_nobody_is_their_own_mentor_and_strangers_are_nobodys(school: School) -> None:
    coordinator = school.cast.coordinator
    (lugova, zarechnaya) = await school.lists(LUGOVA, ZARECHNAYA)
    async with school.cast.bot.machine.database.write() as tx:
        await tx.run("UPDATE person SET erase_by = '2026-10-03' WHERE id = :id", id=zarechnaya)
    for forged in (f"a:bhg:{lugova}:{lugova}", f"a:bha:{lugova}:999", f"a:bhg:{lugova}:{zarechnaya}", "a:bha:0:x"):
        await coordinator.presses_data(forged)
        coordinator.sees("Такую пару не собрать")
    assert await school.cast.bot.fetch(int, "SELECT COUNT(*) FROM pairing") == [0]


async def test_a_teacher_cannot_make_a_pair(school: School) -> None:
    cast = school.cast
    (lugova,) = await school.lists(LUGOVA)
    person_id = await school.brings_in(cast.teacher, MENTEE)
    await cast.teacher.presses_data(f"a:bhg:{person_id}:{lugova}")
    assert await cast.bot.fetch(int, "SELECT COUNT(*) FROM pairing") == [0]


async def test_in_a_large_school_a_letter_leads_to_a_surname(school: School) -> None:
    coordinator = school.cast.coordinator
    surnames = ("Абрикосова", "Берёзова", "Ветрова", "Горина", "Лугова", "Ясная")
    await school.lists(*(f"{surname} {name} Ильинична" for surname in surnames for name in NAMES))
    await coordinator.says("/pairs")
    await coordinator.presses("Собрать пару вручную")
    coordinator.does_not_see("Ясная А. И.")
    await coordinator.presses("Я")
    await coordinator.presses("Ясная А. И.")
    coordinator.sees("Ясная Алла Ильинична", "Кто станет наставником?")
    await coordinator.presses("В")
    await coordinator.presses("Ветрова Г. И.")
    coordinator.sees("Ветрова Г. И. → Ясная А. И.")


NAMES = ("Алла", "Вера", "Галина", "Дарья", "Жанна", "Зоя")
