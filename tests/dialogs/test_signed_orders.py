"""Signed orders on pairs, got again: as they were on their day, as a copy, or told to read otherwise today."""

from datetime import timedelta

from handlers.presses import Act, Deed, Go, Spot, pack
from mentoring import consent, pair_ends
from mentoring.access import actor
from tests.cast import Person
from tests.conftest import School
from tests.dialogs.pairing import MENTEE, MENTOR, PAIR, agreed
from tests.dialogs.ringing import at
from tests.dialogs.test_approvals import deputy_of
from tests.dialogs.test_document_templates import with_words
from tests.dialogs.test_pair_orders import signs, to_order, words_of
from tests.dialogs.test_results import makes_strict
from tests.dialogs.test_second_mentors import SECOND
from tests.dialogs.test_second_mentors import asks as asks_another
from tests.dialogs.test_second_mentors import ordered as with_another_mentor
from tests.dialogs.test_two_schools import Second, second
from tests.papers.pairs import head_of
from tests.scenes import scene

__all__ = ["second"]  # a fixture

FILE, CHANGES, ENDS = "Приказ о парах.docx", "Приказ об изменениях.docx", "Приказ о прекращении.docx"
AGREEMENTS = "Список для доп. соглашений.docx"
FIRST = "№ 47-о от 09.09.2026: о закреплении"


@scene
async def signed(school: School, *, drafted: bool = True) -> None:
    """The order on one pair, with its draft before."""
    coordinator = school.cast.coordinator
    await agreed(school)
    await to_order(school)
    await coordinator.presses("☐ Рябинин И. О.")
    if drafted:
        await coordinator.presses("Скачать проект (Word)")
        assert head_of(coordinator.files[FILE]) == ["Проект"] * 3
    await signs(school)


async def again(person: Person, label: str = FIRST) -> None:
    await person.says("/pairs")
    await person.presses("Приказы о парах")
    await person.presses("Подписанные приказы")
    await person.presses(label)
    await person.presses("Собрать (Word)")


async def member_id(school: School, name: str) -> int:
    (found,) = await school.cast.bot.fetch(int, "SELECT id FROM person WHERE full_name = :name", name=name)
    return found


async def signed_later(school: School) -> None:
    """A further order on changes of the same pair."""
    async with school.cast.bot.machine.database.write() as tx:
        order_id = await tx.inserted(
            """INSERT INTO pair_order (school_id, school_year, kind, number, dated_on, made_by, made_at, signed_at)
               VALUES (1, 2026, 'change', '60-о', '2026-09-10', 1, :now, :now) RETURNING id""",
            now=school.cast.bot.clock.now() + timedelta(hours=1),
        )
        await tx.run("INSERT INTO pair_order_line (order_id, pairing_id) VALUES (:order_id, 1)", order_id=order_id)


async def test_the_first_after_the_signature_has_the_number_the_next_is_a_copy(school: School) -> None:
    coordinator = school.cast.coordinator
    await signed(school)
    await again(coordinator)
    coordinator.sees("Номер 47-о от 09.09.2026.", "Документ придёт отдельным сообщением")
    first = words_of(coordinator.files[FILE])
    assert "09.09.2026\tМосква\t№ 47-о" in first
    assert "Приложение к приказу от 09.09.2026 № 47-о" in first
    assert head_of(coordinator.files[FILE]) == [""] * 3
    await again(coordinator)
    coordinator.sees("придёт с пометкой «Копия»")
    assert head_of(coordinator.files[FILE]) == ["Копия"] * 3
    assert words_of(coordinator.files[FILE]) == first


async def test_what_has_changed_since_is_told_and_is_a_draft_beside(school: School) -> None:
    coordinator = school.cast.coordinator
    await signed(school, drafted=False)
    await coordinator.says("/settings")
    await coordinator.presses("Город")
    await coordinator.says("Самара")
    await again(coordinator)
    coordinator.sees("сейчас документ вышел бы другим", "Придёт новый проект без номера.")
    assert "Самара\t№ ______" in words_of(coordinator.files[FILE])
    assert head_of(coordinator.files[FILE]) == ["Проект"] * 3


async def test_of_a_pair_that_has_ended_it_is_the_same_order(school: School) -> None:
    coordinator = school.cast.coordinator
    await signed(school)
    await again(coordinator)
    before = words_of(coordinator.files[FILE])
    await at(school.cast, 10, 14)
    await coordinator.says("/pairs")
    await coordinator.presses(PAIR)
    await coordinator.presses("Завершить пару")
    await coordinator.presses("Взаимное решение")
    await again(coordinator)
    coordinator.does_not_see("вышел бы другим")
    assert words_of(coordinator.files[FILE]) == before
    assert MENTOR in before
    await coordinator.says("/pairs")
    await coordinator.presses("Приказы о парах")
    await coordinator.presses("О прекращении (1)")
    await signs(school, "48-о", "10.09.2026")
    await again(coordinator, "№ 48-о от 10.09.2026: о прекращении")
    text = words_of(coordinator.files[ENDS])
    assert "взаимное решение" in text
    assert "от 09.09.2026 № 47-о" in text


async def test_the_order_on_changes_still_says_who_was_there_before(school: School) -> None:
    cast = school.cast
    await with_another_mentor(school)
    await asks_another(school)
    await at(cast, 10, 14)
    await cast.newcomer.presses("Посмотреть предложение")
    await cast.newcomer.presses("Принять")
    mentor = await member_id(school, MENTOR)
    async with cast.bot.machine.database.write() as tx:
        member = (await actor(tx, cast.coordinator.user_id)).member
        assert member is not None
        assert await pair_ends.take_out(tx, member, 1, mentor, cast.bot.clock.now())
    await cast.coordinator.says("/pairs")
    await cast.coordinator.presses("Приказы о парах")
    await cast.coordinator.presses("Об изменениях (1)")
    await cast.coordinator.presses("Скачать проект (Word)")
    draft = words_of(cast.coordinator.files[CHANGES])
    assert f"Замена наставника. Прежде:\n{MENTOR}" in draft
    await signs(school, "49-о", "10.09.2026")
    await signed_later(school)
    await again(cast.coordinator, "№ 49-о от 10.09.2026: об изменениях")
    text = words_of(cast.coordinator.files[CHANGES])
    assert f"Замена наставника. Прежде:\n{MENTOR}" in text
    assert SECOND in text
    await again(cast.coordinator)
    assert SECOND not in words_of(cast.coordinator.files[FILE])
    assert MENTOR in words_of(cast.coordinator.files[FILE])


async def test_whoever_has_withdrawn_is_named_no_more(school: School) -> None:
    cast = school.cast
    await signed(school)
    await at(cast, 10, 14)
    mentor = await member_id(school, MENTOR)
    async with cast.bot.machine.database.write() as tx:
        member = (await actor(tx, cast.coordinator.user_id)).member
        assert member is not None
        assert await consent.withdraw_on_paper(tx, member, mentor, cast.bot.clock.now())
    await again(cast.coordinator)
    cast.coordinator.sees("Придёт новый проект без номера.")
    assert MENTOR not in words_of(cast.coordinator.files[FILE])
    assert MENTEE in words_of(cast.coordinator.files[FILE])


async def test_the_deputy_gets_the_copy_of_what_the_coordinator_has_made(school: School) -> None:
    cast = school.cast
    await signed(school)
    await again(cast.coordinator)
    deputy = await deputy_of(school)
    await again(deputy)
    deputy.sees("придёт с пометкой «Копия»")
    assert words_of(deputy.files[FILE]) == words_of(cast.coordinator.files[FILE])


async def test_two_who_have_the_screen_open_sign_it_once(school: School) -> None:
    cast = school.cast
    await agreed(school)
    await to_order(school)
    await cast.coordinator.presses("☐ Рябинин И. О.")
    deputy = await deputy_of(school)
    await deputy.says("приказы о парах")
    await deputy.presses("О закреплении пар")
    await deputy.presses("Внести номер и дату")
    await deputy.says("50-о")
    await signs(school)
    await deputy.says("09.09.2026")
    deputy.sees("Этот приказ уже внесён или ещё не собран.")
    await again(deputy)
    assert "№ 47-о" in words_of(deputy.files[FILE])


async def test_another_school_and_a_teacher_reach_none_of_it(school: School, second: Second) -> None:
    cast = school.cast
    await signed(school)
    for person in (cast.deputy, cast.teacher):
        for press in (Act(Deed.ORDER_AGAIN, 1), Go(Spot.SIGNED_ORDER, 1), Go(Spot.SIGNED_ORDERS)):
            await person.presses_data(pack(press))
            person.does_not_see("47-о", "Рябинин")
        assert FILE not in person.files


async def test_the_number_of_another_document_is_not_given_twice(school: School) -> None:
    coordinator = school.cast.coordinator
    await agreed(school)
    await coordinator.says("документы")
    await coordinator.presses("Приказ об утверждении Положения")
    await coordinator.presses("Номер и дата")
    await coordinator.says("47-о")
    await coordinator.says("09.09.2026")
    await to_order(school)
    await coordinator.presses("☐ Рябинин И. О.")
    await signs(school)
    coordinator.sees("Документ с таким номером и датой уже внесён.")


async def test_in_a_strict_school_it_goes_into_the_folder(school: School) -> None:
    coordinator = school.cast.coordinator
    await signed(school, drafted=False)
    await makes_strict(school)
    await again(coordinator)
    coordinator.sees("exports")
    assert FILE not in coordinator.files


async def test_the_regions_act_and_who_draws_up_agreements_come_from_the_settings(school: School) -> None:
    coordinator = school.cast.coordinator
    await coordinator.says("/settings")
    await coordinator.presses("Для документов")
    await coordinator.presses("Региональный акт")
    await coordinator.says("распоряжение области № 18")
    await coordinator.presses("Для документов")
    await coordinator.presses("Кто оформляет доп. соглашения")
    await coordinator.says("специалист по кадрам")
    await signed(school, drafted=False)
    await again(coordinator)
    text = words_of(coordinator.files[FILE])
    assert "№ АЗ-1128/08 / 657; распоряжение области № 18; письменные согласия" in text
    assert "Исполняет: специалист по кадрам." in text


async def test_a_schools_own_template_is_used_and_told_among_papers_of_pairs(school: School) -> None:
    coordinator = school.cast.coordinator
    await coordinator.says("документы")
    await coordinator.presses("Бумаги пар и событий")
    await coordinator.presses("Приказ о закреплении пар")
    coordinator.sees("Где собрать: «Пары» → «Приказы о парах»")
    coordinator.does_not_see("Собрать (Word)")
    await coordinator.presses("Свой шаблон")
    await coordinator.presses("Скачать наш")
    ours = coordinator.files["Шаблон. Приказ о парах.docx"]
    await coordinator.sends_file("Наш приказ.docx", with_words(ours, "ПОСТАНОВЛЯЮ:"))
    coordinator.sees("Метки верны")
    await coordinator.presses("Принять")
    await signed(school, drafted=False)
    await again(coordinator)
    text = words_of(coordinator.files[FILE])
    assert "ПОСТАНОВЛЯЮ:" in text
    assert MENTOR in text


async def test_the_list_for_agreements_names_mentors_of_the_school_and_no_sum(school: School) -> None:
    coordinator = school.cast.coordinator
    await signed(school, drafted=False)
    await coordinator.says("/pairs")
    await coordinator.presses("Бумаги пар")
    await coordinator.presses("☐ Рябинин И. О.")
    await coordinator.presses("Доп. соглашение подписано")
    await coordinator.says("приказы о парах")
    for _ in range(2):
        await coordinator.presses("Список для доп. соглашений")
        coordinator.sees("Документ придёт отдельным сообщением")
    document = coordinator.files[AGREEMENTS]
    text = words_of(document)
    assert f"{MENTOR}, " in text
    assert f"{MENTEE}, " in text
    assert "от 09.09.2026 № 47-о" in text
    assert "подписано, отметка 09.09.2026" in text
    assert "руб" not in text
    assert "Внешние наставники" not in text
    assert head_of(document) == [""]


async def test_who_is_from_outside_or_has_ended_is_in_no_list_for_agreements(school: School) -> None:
    coordinator = school.cast.coordinator
    await signed(school, drafted=False)
    await coordinator.says("/pairs")
    await coordinator.presses("Бумаги пар")
    await coordinator.presses("☐ Рябинин И. О.")
    await coordinator.presses("Внешний наставник")
    await coordinator.says("приказы о парах")
    await coordinator.presses("Список для доп. соглашений")
    coordinator.sees("Список пока пуст")
    await coordinator.says("/pairs")
    await coordinator.presses(PAIR)
    await coordinator.presses("Завершить пару")
    await coordinator.presses("Взаимное решение")
    await coordinator.says("приказы о парах")
    await coordinator.presses("Список для доп. соглашений")
    coordinator.sees("Список пока пуст")
    assert AGREEMENTS not in coordinator.files
