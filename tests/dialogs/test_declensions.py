"""Names in cases: guessed, looked at once, remembered; never in a paper before that."""

from mentoring.declensions import confirmed, director, unconfirmed
from storage import declensions as rows
from storage import people
from tests.conftest import School
from tests.dialogs.pairing import MENTEE, MENTOR, agreed
from tests.dialogs.test_pair_orders import words_of

DIRECTOR = "Коваль Юрий Львович"
TO_DIRECTOR = "Ковалю Юрию Львовичу"
OF_MENTEE = "Соколовой Анны Ильиничны"


async def to_list(school: School) -> None:
    coordinator = school.cast.coordinator
    await coordinator.says("/pairs")
    await coordinator.presses("Бумаги пар")
    await coordinator.presses("Проверить падежи")


async def to_mentee(school: School) -> None:
    await agreed(school)
    await to_list(school)
    await school.cast.coordinator.presses("Соколова А. И.")


async def forms(school: School, full_name: str) -> list[str]:
    bot = school.cast.bot
    return await bot.fetch(
        str,
        """SELECT d.genitive || ' / ' || d.dative || ' / ' || d.accusative FROM person_declension d
           JOIN person p ON p.id = d.person_id WHERE d.spelling = :full_name""",
        full_name=full_name,
    )


async def person_id(school: School, full_name: str) -> int:
    return (await school.cast.bot.fetch(int, "SELECT id FROM person WHERE full_name = :name", name=full_name))[0]


async def test_a_guess_is_shown_in_the_sentences_of_papers_and_confirmed_by_one_press(school: School) -> None:
    coordinator = school.cast.coordinator
    await to_mentee(school)
    coordinator.sees(f"в отношении (кого?) {OF_MENTEE}", "поручить (кому?) Соколовой Анне Ильиничне")
    coordinator.sees("назначить (кого?) Соколову Анну Ильиничну", "Бот только предполагает")
    assert await forms(school, MENTEE) == []
    await coordinator.presses("Верно")
    coordinator.sees("Записано.")
    assert await forms(school, MENTEE) == [f"{OF_MENTEE} / Соколовой Анне Ильиничне / Соколову Анну Ильиничну"]


async def test_the_following_name_comes_by_itself(school: School) -> None:
    coordinator = school.cast.coordinator
    await to_mentee(school)
    await coordinator.presses("Верно")
    coordinator.sees("Осталось проверить: 2.", "Орлова Вера Павловна")
    await coordinator.presses("Верно")
    coordinator.sees("Осталось проверить: 1.", MENTOR)
    await coordinator.presses("Верно")
    coordinator.sees("Все падежи проверены", "Проверено: 3 из 3.", "Рябинин И. О. · проверено")


async def test_a_name_without_a_patronymic_is_asked_about_and_never_guessed_silently(school: School) -> None:
    coordinator = school.cast.coordinator
    await agreed(school)
    await renames(school, MENTEE, "Коваль Женя")
    await to_list(school)
    await coordinator.presses("Коваль Ж.")
    coordinator.sees("По отчеству не видно", "Мужское имя", "Женское имя")
    coordinator.does_not_see("Верно")
    await coordinator.presses("Женское имя")
    coordinator.sees("поручить (кому?) Коваль Жене")
    await coordinator.presses("К списку имён")
    await coordinator.presses("Коваль Ж.")
    await coordinator.presses("Мужское имя")
    coordinator.sees("поручить (кому?) Ковалю Жене")
    await coordinator.presses("Верно")
    assert (await forms(school, "Коваль Женя"))[0].startswith("Коваля Жени / Ковалю Жене")


async def test_a_wrong_guess_is_fixed_by_typing_only_what_is_wrong(school: School) -> None:
    coordinator = school.cast.coordinator
    await agreed(school)
    await renames(school, MENTEE, "Заяц Игорь Кузьмич")
    await to_list(school)
    await coordinator.presses("Заяц И. К.")
    await coordinator.presses("Исправить")
    coordinator.sees("Заяц Игорь Кузьмич", "Сейчас: Заяца Игоря Кузьмича", "в родительном падеже")
    await coordinator.says("Зайца Игоря Кузьмича")
    coordinator.sees("Сейчас: Заяцу Игорю Кузьмичу", "в дательном падеже")
    await coordinator.says("Зайцу Игорю Кузьмичу")
    coordinator.sees("в винительном падеже")
    await coordinator.presses("Пропустить")
    coordinator.sees("Записано.")
    assert await forms(school, "Заяц Игорь Кузьмич") == [
        "Зайца Игоря Кузьмича / Зайцу Игорю Кузьмичу / Заяца Игоря Кузьмича"
    ]


async def test_another_name_is_no_case_of_this_one_and_only_that_is_asked_again(school: School) -> None:
    coordinator = school.cast.coordinator
    await to_mentee(school)
    await coordinator.presses("Исправить")
    await coordinator.presses("Пропустить")
    await coordinator.says("Рябинину Игорю Олеговичу")
    await coordinator.presses("Пропустить")
    coordinator.sees("Пока не записано.", "дательном (кому?): похоже на другое имя", "в дательном падеже: кому?")
    assert await forms(school, MENTEE) == []
    await coordinator.says("Соколовой Анне Ильиничне")
    coordinator.sees("Записано.")
    assert await forms(school, MENTEE) == [f"{OF_MENTEE} / Соколовой Анне Ильиничне / Соколову Анну Ильиничну"]


async def test_a_name_that_does_not_decline_is_kept_as_it_is(school: School) -> None:
    coordinator = school.cast.coordinator
    await agreed(school)
    await renames(school, MENTEE, "Ли Юн Су")
    await to_list(school)
    await coordinator.presses("Ли Ю. С.")
    await coordinator.presses("Не склоняется")
    assert await forms(school, "Ли Юн Су") == ["Ли Юн Су / Ли Юн Су / Ли Юн Су"]


async def test_a_renamed_person_is_asked_about_anew(school: School) -> None:
    coordinator = school.cast.coordinator
    await to_mentee(school)
    await coordinator.presses("Верно")
    mentee, school_id = await person_id(school, MENTEE), 1
    async with school.cast.bot.machine.database.read() as tx:
        assert (await confirmed(tx, school_id, [mentee]))[mentee].name.genitive == OF_MENTEE
    await renames(school, MENTEE, "Лугова Анна Ильинична")
    async with school.cast.bot.machine.database.read() as tx:
        assert await confirmed(tx, school_id, [mentee]) == {}
        assert [each.full_name for each in await unconfirmed(tx, school_id, [mentee])] == ["Лугова Анна Ильинична"]
    await to_list(school)
    await coordinator.presses("Лугова А. И.")
    coordinator.sees("поручить (кому?) Луговой Анне Ильиничне")


async def test_a_yes_to_what_has_changed_meanwhile_is_none(school: School) -> None:
    coordinator = school.cast.coordinator
    await to_mentee(school)
    await renames(school, MENTEE, "Лугова Анна Ильинична")
    await coordinator.presses("Верно")
    coordinator.sees("С тех пор здесь что-то изменилось", "Луговой Анне Ильиничне")
    assert await school.cast.bot.fetch(int, "SELECT COUNT(*) FROM person_declension") == [0]


async def test_an_old_yes_does_not_undo_what_was_typed(school: School) -> None:
    coordinator = school.cast.coordinator
    await agreed(school)
    await renames(school, MENTEE, "Заяц Игорь Кузьмич")
    await to_list(school)
    await coordinator.presses("Заяц И. К.")
    old = coordinator.screen
    await coordinator.presses("Исправить")
    for typed in ("Зайца Игоря Кузьмича", "Зайцу Игорю Кузьмичу", "Зайца Игоря Кузьмича"):
        await coordinator.says(typed)
    await coordinator.presses_data(next(each.data or "" for each in old.buttons if each.label == "Верно"))
    coordinator.sees("С тех пор здесь что-то изменилось")
    assert (await forms(school, "Заяц Игорь Кузьмич"))[0].startswith("Зайца")


async def test_typed_cases_of_somebody_renamed_meanwhile_are_not_kept(school: School) -> None:
    coordinator = school.cast.coordinator
    await to_mentee(school)
    await coordinator.presses("Исправить")
    await coordinator.presses("Пропустить")
    await renames(school, MENTEE, "Лугова Анна Ильинична")
    await coordinator.presses("Пропустить")
    await coordinator.presses("Пропустить")
    coordinator.sees("С тех пор здесь что-то изменилось", "Лугова Анна Ильинична")
    assert await school.cast.bot.fetch(int, "SELECT COUNT(*) FROM person_declension") == [0]


async def test_given_up_the_form_leads_back_to_the_name(school: School) -> None:
    coordinator = school.cast.coordinator
    await to_mentee(school)
    await coordinator.presses("Исправить")
    await coordinator.presses("Отменить")
    coordinator.sees(f"в отношении (кого?) {OF_MENTEE}", "Верно")


async def test_a_post_is_looked_at_once_for_everybody_who_has_it(school: School) -> None:
    coordinator = school.cast.coordinator
    await agreed(school)
    for name in (MENTEE, MENTOR):
        await runs(school, "UPDATE person SET position = 'учитель физики' WHERE full_name = :full_name", full_name=name)
    await to_list(school)
    assert [label for label in coordinator.buttons if "учитель" in label] == ["должность: учитель физики"]
    await coordinator.presses("должность: учитель физики")
    coordinator.sees("назначить куратором (кого?) учителя физики")
    await coordinator.presses("Верно")
    ids = [await person_id(school, name) for name in (MENTEE, MENTOR)]
    async with school.cast.bot.machine.database.read() as tx:
        found = await rows.of_people(tx, 1, ids)
    assert [each.post_dative for each in found] == ["учителю физики"] * 2


async def test_the_consents_decline_what_was_looked_at_and_nothing_else(school: School) -> None:
    coordinator = school.cast.coordinator
    await agreed(school)
    await runs(school, "UPDATE school SET director = :director", director=DIRECTOR)
    before = await printed(school)
    coordinator.sees("Падежи проверены не все", "останутся в именительном")
    assert f"директор: {DIRECTOR}" in before
    assert f"в отношении коллеги: {MENTEE}" in before
    await to_list(school)
    await coordinator.presses("директор: Коваль Ю. Л.")
    coordinator.sees(f"директору (кому?) {TO_DIRECTOR}")
    await coordinator.presses("Верно")
    await to_list(school)
    await coordinator.presses("Соколова А. И.")
    await coordinator.presses("Верно")
    after = await printed(school)
    assert f"Директору {TO_DIRECTOR}" in after
    assert f"по наставничеству в отношении {OF_MENTEE}, __________." in after
    assert f"от {OF_MENTEE}, __________" in after
    assert f"От кого: {MENTOR}" in after


async def test_another_director_is_looked_at_anew_and_the_former_one_is_forgotten(school: School) -> None:
    coordinator = school.cast.coordinator
    await agreed(school)
    for name in (DIRECTOR, "Мельник Ольга Павловна"):
        await runs(school, "UPDATE school SET director = :director", director=name)
        async with school.cast.bot.machine.database.read() as tx:
            assert await director(tx, 1) is None
        await to_list(school)
        await coordinator.presses("директор: ")
        await coordinator.presses("Верно")
    assert await school.cast.bot.fetch(str, "SELECT spelling FROM school_declension") == ["Мельник Ольга Павловна"]


async def test_whoever_withdraws_is_in_no_list_and_in_no_paper(school: School) -> None:
    coordinator = school.cast.coordinator
    await to_mentee(school)
    await coordinator.presses("Верно")
    mentee = await person_id(school, MENTEE)
    await runs(school, "UPDATE person SET erase_by = '2026-10-01' WHERE id = :id", id=mentee)
    await to_list(school)
    coordinator.does_not_see("Соколова А. И.")
    async with school.cast.bot.machine.database.read() as tx:
        assert await confirmed(tx, 1, [mentee]) == {}
    await coordinator.presses_data(f"g:dcl1:{mentee}:0:n")
    coordinator.sees("Этого имени больше нет в списке.")


async def test_who_is_erased_leaves_no_case_behind(school: School) -> None:
    coordinator = school.cast.coordinator
    await to_mentee(school)
    await coordinator.presses("Верно")
    await coordinator.presses("Исправить")  # of the next one, half written
    await coordinator.says("Орловой Веры Павловны")
    bot = school.cast.bot
    mentee = await person_id(school, MENTEE)
    await runs(school, "UPDATE person SET erase_by = '2026-10-01' WHERE id = :id", id=mentee)
    await coordinator.presses_data(f"a:erase:{mentee}:")
    await coordinator.presses("Уничтожить данные")
    assert await bot.fetch(int, "SELECT COUNT(*) FROM person_declension") == [0]
    assert await bot.fetch(int, "SELECT COUNT(*) FROM answer WHERE value LIKE '%Орловой%'") == [0]
    assert await bot.fetch(str, "SELECT full_name FROM person WHERE id = :id", id=mentee) == [""]


async def test_somebody_elses_ids_and_broken_buttons_give_nothing(school: School) -> None:
    coordinator = school.cast.coordinator
    await agreed(school)
    for data in ("g:dcl1:999:0:n", "g:dcl1:1:0:", "g:dcl1:0:0:d", "a:dcy:999:nm12345678", "a:dcs:1:", "a:dcf:1:x"):
        await coordinator.presses_data(data)
        coordinator.sees("Этого имени больше нет в списке.")
    assert await school.cast.bot.fetch(int, "SELECT COUNT(*) FROM person_declension") == [0]


async def test_a_teacher_sees_none_of_it(school: School) -> None:
    await to_mentee(school)
    mentee = await person_id(school, MENTEE)
    await school.cast.teacher.presses_data(f"a:dcs:{mentee}:nf")
    school.cast.teacher.was_never_told("Проверьте падежи")
    assert await school.cast.bot.fetch(int, "SELECT COUNT(*) FROM person_declension") == [0]


async def printed(school: School) -> str:
    coordinator = school.cast.coordinator
    await coordinator.says("/pairs")
    await coordinator.presses("Бумаги пар")
    await coordinator.presses("Распечатать согласия")
    return "\n".join(words_of(coordinator.files[f"Согласия {of}.docx"]) for of in ("наставников", "наставляемых"))


async def renames(school: School, before: str, after: str) -> None:
    async with school.cast.bot.machine.database.write() as tx:
        await people.rename(
            tx, await person_id(school, before), full_name=after, search_name=after.casefold(), sort_name=after
        )


async def runs(school: School, sql: str, **params: object) -> None:
    async with school.cast.bot.machine.database.write() as tx:
        await tx.run(sql, **params)
