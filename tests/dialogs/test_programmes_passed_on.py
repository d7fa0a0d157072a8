"""A programme outlives its pair: it passes on to the next one, and is emptied with the mentee whom it was about."""

from datetime import UTC, datetime

from handlers.presses import Act, Deed, pack
from mentoring import erasure, pairs
from mentoring.access import actor
from mentoring.pairs import Beginning
from storage.vocabulary.pairs import Format, Origin, PairState
from tests.conftest import School
from tests.dialogs.answered import asks, phone
from tests.dialogs.pairing import MENTEE
from tests.dialogs.programming import FIRST, TITLE, approved, looks, ordered
from tests.scenes import scene

OTHER = "Берёзова Ольга Петровна"


@scene
async def paired(school: School, mentor_id: int, *mentees: int) -> int:
    """A pair that is agreed on by word of mouth."""
    bot = school.cast.bot
    async with bot.machine.database.write() as tx:
        member = (await actor(tx, school.cast.coordinator.user_id)).member
        assert member is not None
        form = Format.GROUP if len(mentees) > 1 else Format.ONE_TO_ONE
        beginning = Beginning((mentor_id,), mentees, form, PairState.AGREED, Origin.BY_HAND)
        return await pairs.begin(tx, member, beginning, bot.clock.now())


@scene
async def ended(school: School) -> None:
    coordinator = school.cast.coordinator
    await coordinator.says("/pairs")
    for label in ("Рябинин И. О.", "Завершить пару", "Взаимное решение"):
        await coordinator.presses(label)


async def person(school: School, name: str) -> int:
    (found,) = await school.cast.bot.fetch(int, "SELECT id FROM person WHERE full_name = :name", name=name)
    return found


async def test_the_next_pair_goes_on_with_what_was_not_done(school: School) -> None:
    cast = school.cast
    mentor = await approved(school)
    await mentor.says(TITLE)
    await mentor.presses("Изменить программу")
    await mentor.presses("Запрос, цель, задачи")
    await mentor.presses("Изменить: цель")
    await mentor.says("Вести урок в темпе")
    await mentor.says(TITLE)
    await mentor.presses("Мероприятия (7)")
    await mentor.presses("2. Посещение урока наставника")
    await mentor.presses("Сделано")
    await ended(school)
    cast.bot.clock.to(datetime(2026, 11, 9, 12, 5, tzinfo=UTC))
    other = await school.brings_in(cast.newcomer, OTHER)
    await paired(school, other, await person(school, MENTEE))
    await cast.newcomer.says(TITLE)
    cast.newcomer.sees("В этом году была другая пара", "Продолжить прежнюю программу", "Составить новую")
    await cast.newcomer.presses("Продолжить прежнюю программу")
    cast.newcomer.sees(
        "Цель: Вести урок в темпе",
        "Срок: с 09.11.2026 по 31.05.2027.",
        "Сделано 0 из 6.",  # the visit was done; the first meeting is this pair's own
        f"9 ноября: {FIRST}",
        "16 ноября: Совместное планирование урока",  # what the old pair did not come to
        "23 ноября: Урок наставляемого",
    )
    cast.newcomer.does_not_see("Посещение урока наставника")


async def test_or_begins_anew(school: School) -> None:
    cast = school.cast
    await approved(school)
    await ended(school)
    await paired(school, await school.brings_in(cast.newcomer, OTHER), await person(school, MENTEE))
    await cast.newcomer.says(TITLE)
    await cast.newcomer.presses("Составить новую")
    cast.newcomer.sees("Цель: К 31.05.2027 наставляемый самостоятельно планирует урок", "Сделано 0 из 7.")


async def test_a_former_mentor_sees_nothing_of_what_became_of_it(school: School) -> None:
    cast = school.cast
    mentor = await approved(school)
    await ended(school)
    second = await paired(school, await school.brings_in(cast.newcomer, OTHER), await person(school, MENTEE))
    await cast.newcomer.says(TITLE)
    await cast.newcomer.presses("Продолжить прежнюю программу")
    await mentor.presses_data(f"g:mypr:{second}:0")
    mentor.sees("Этой программы здесь больше нет")
    await mentor.says(TITLE)
    mentor.sees("Программа появится здесь, когда у вас будет пара.")


async def test_the_coordinator_still_looks_at_the_ended_one_and_changes_nothing(school: School) -> None:
    coordinator = school.cast.coordinator
    await approved(school)
    await ended(school)
    await coordinator.presses("Программа")
    coordinator.sees("Состояние: закрыта, утверждена была версия 1.", "История изменений", "Программа в Word")
    coordinator.does_not_see("Изменить программу", "Продлить", "Сделано: ")
    for deed in (Deed.PROGRAMME_REOPEN, Deed.PROGRAMME_EXTEND, Deed.PROGRAMME_RETURN, Deed.STEP_DONE, Deed.STEP_DATE):
        await coordinator.presses_data(pack(Act(deed, 1)))
    assert await school.cast.bot.fetch(str, "SELECT state FROM programme") == ["closed"]
    assert await school.cast.bot.fetch(int, "SELECT COUNT(*) FROM programme_step WHERE done_on IS NOT NULL") == [0]


async def test_what_was_being_changed_when_the_pair_ended_is_closed_too_and_read_only(school: School) -> None:
    cast = school.cast
    mentor = await approved(school)
    await mentor.says(TITLE)
    await mentor.presses("Изменить программу")
    await mentor.presses("Запрос, цель, задачи")
    typing = mentor.screen
    await ended(school)
    assert await cast.bot.fetch(str, "SELECT state FROM programme") == ["closed"]
    await mentor.presses_old(typing, "Изменить: цель")
    await mentor.says("Цель после конца")
    assert await cast.bot.fetch(str, "SELECT content FROM programme WHERE content LIKE '%после конца%'") == []
    await cast.coordinator.presses("Программа")
    for label in ("Мероприятия (7)", "1. Установочная встреча"):
        await cast.coordinator.presses(label)
    cast.coordinator.does_not_see("На неделю", "Другой день", "Убрать")
    assert "Сделано" not in cast.coordinator.buttons


async def test_a_group_begins_with_what_its_people_share_and_with_nobodys_words(school: School) -> None:
    cast = school.cast
    ids = [
        await asks(school, cast.teacher, MENTEE, areas=("method", "digital"), priority="Боюсь открытых уроков"),
        await asks(school, cast.colleague, "Рябинин Игорь Олегович", areas=("digital", "docs")),
        await asks(school, phone(school, 400, "Ёлкина Мария Юрьевна"), "Ёлкина Мария Юрьевна", areas=("digital",)),
    ]
    await paired(school, await school.brings_in(cast.newcomer, OTHER), *ids)
    await cast.teacher.says(TITLE)
    await cast.teacher.presses("Составить программу")
    cast.teacher.sees("Запрос: Цифровые инструменты", "Цель: К 31.05.2027 наставляемый самостоятельно пользуется")
    cast.teacher.does_not_see("Боюсь", "Урок и методика")


async def test_a_group_that_shares_nothing_says_what_is_missing(school: School) -> None:
    cast = school.cast
    ids = [
        await asks(school, cast.teacher, MENTEE, areas=("method",)),
        await asks(school, cast.colleague, "Рябинин Игорь Олегович", areas=("docs",)),
    ]
    await paired(school, await school.brings_in(cast.newcomer, OTHER), *ids)
    await cast.newcomer.says(TITLE)
    await cast.newcomer.presses("Составить программу")
    cast.newcomer.sees("Чтобы отправить, не хватает: запрос; цель; задачи; ожидаемые результаты.")
    await cast.newcomer.presses("Чего не хватает (4)")
    await cast.newcomer.presses("Цель")
    await cast.newcomer.says("Вести документы без ошибок")
    cast.newcomer.sees("Записано.", "Вести документы без ошибок")


async def test_of_several_pairs_it_is_asked_whose_programme(school: School) -> None:
    cast = school.cast
    await ordered(school)
    mentee = await asks(school, cast.newcomer, OTHER)
    await paired(school, await person(school, "Рябинин Игорь Олегович"), mentee)
    await cast.colleague.says(TITLE)
    cast.colleague.sees("У вас несколько пар. Чья программа?", "Рябинин И. О. → Берёзова О. П.")
    await cast.colleague.presses("Рябинин И. О. → Берёзова")
    cast.colleague.sees("Программа: Рябинин И. О. → Берёзова О. П.", "Составить программу")


async def test_with_an_erased_mentee_every_word_of_the_programme_goes(school: School) -> None:
    cast = school.cast
    mentor = await approved(school)
    for label in ("Изменить программу", "Запрос, цель, задачи", "Изменить: цель"):
        await mentor.presses(label) if label != "Изменить программу" else await _opens(school, label)
    await mentor.says("Маркер цели")
    await mentor.says(TITLE)
    await mentor.presses("Отправить координатору")
    await looks(school)
    await cast.coordinator.presses("Вернуть")
    await cast.coordinator.says("Маркер возврата")
    await _erased(school, MENTEE)
    assert await _words(school) == ["{}||{}|[]"]
    assert set(await cast.bot.fetch(str, "SELECT activity || form || result FROM programme_step")) == {""}
    await cast.coordinator.says("/pairs")
    await cast.coordinator.presses_data("g:mypr:1:0")
    cast.coordinator.sees("Состояние: закрыта")
    cast.coordinator.does_not_see("Маркер")


async def test_a_groups_programme_stays_with_those_who_go_on(school: School) -> None:
    cast = school.cast
    ids = [await asks(school, cast.teacher, MENTEE), await asks(school, cast.colleague, "Рябинин Игорь Олегович")]
    await paired(school, await school.brings_in(cast.newcomer, OTHER), *ids)
    await cast.newcomer.says(TITLE)
    await cast.newcomer.presses("Составить программу")
    await _erased(school, MENTEE)
    await cast.newcomer.says(TITLE)
    assert "К 31.05.2027" in (await _words(school))[0]
    cast.newcomer.sees("Состояние: черновик.")
    await _erased(school, "Рябинин Игорь Олегович")
    assert (await _words(school))[0].startswith("{}")


async def _opens(school: School, label: str) -> None:
    await school.cast.colleague.says(TITLE)
    await school.cast.colleague.presses(label)


async def _erased(school: School, name: str) -> None:
    person_id = await person(school, name)
    async with school.cast.bot.machine.database.write() as tx:
        assert await erasure.erase(tx, person_id, by=None, now=school.cast.bot.clock.now())


async def _words(school: School) -> list[str]:
    return await school.cast.bot.fetch(
        str,
        """SELECT r.content || '|' || r.note || '|' || COALESCE(v.content, '') || '|' || COALESCE(v.changes, '')
           FROM programme r LEFT JOIN programme_version v ON v.pairing_id = r.pairing_id""",
    )
