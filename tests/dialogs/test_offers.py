"""From the draft to a pair: the coordinator decides, the mentor is asked, then the mentee."""

from tests.conftest import School
from tests.dialogs.answered import asks, helps
from tests.dialogs.pairing import PAIR, agreed, matched, published
from tests.dialogs.ringing import at


async def test_a_draft_gives_its_reasons_and_its_points(school: School) -> None:
    await matched(school)
    school.cast.coordinator.sees(
        "Пар: 1, баллов всего: 7. Без пары: 0.",
        f"{PAIR}: 7 баллов (урок и методика; физика; 5–9 классы; после уроков)",
        "Опубликовать (1)",
    )


async def test_both_are_asked_one_after_the_other_and_become_a_pair(school: School) -> None:
    cast = school.cast
    await published(school)
    cast.coordinator.sees("Опубликовано: 1 пара, ответ до 11 сентября.")
    await at(cast, 8, 14)
    cast.teacher.was_never_told("Рябинин")
    cast.colleague.sees("Вас просят стать наставником")
    await cast.colleague.presses("Посмотреть предложение")
    cast.colleague.sees("Соколова А. И.", "урок", "Урок и методика", "Ответ нужен до 11 сентября")
    await cast.colleague.presses("Принять")
    cast.colleague.sees("согласие записано")
    await at(cast, 9, 14)
    await cast.teacher.presses("Посмотреть предложение")
    cast.teacher.sees("Вам предлагают наставника", "Рябинин И. О.", "Физика")
    await cast.teacher.presses("Принять")
    cast.teacher.sees("все согласны", "Моя пара")
    await cast.coordinator.says("/pairs")
    cast.coordinator.sees(f"{PAIR}: согласны, нужен приказ")


async def test_a_pair_that_is_agreed_on_is_in_no_queue(school: School) -> None:
    await agreed(school)
    coordinator = school.cast.coordinator
    await coordinator.says("/pairs")
    coordinator.sees("Согласны, нужен приказ: 1.")
    coordinator.does_not_see("Без пары ждут", "Подобрать")


async def test_a_refusal_comes_back_to_the_coordinator_and_never_to_the_mentee(school: School) -> None:
    cast = school.cast
    await published(school)
    await at(cast, 8, 14)
    await cast.colleague.presses("Посмотреть предложение")
    await cast.colleague.presses("Отказаться")
    await cast.colleague.presses("Да, отказаться")
    cast.colleague.sees("Об отказе знает только координатор")
    await cast.colleague.presses("Большая нагрузка")
    cast.colleague.sees("Спасибо, записано.")
    cast.teacher.was_never_told("Рябинин", "отказ")
    await cast.coordinator.says("/today")
    cast.coordinator.sees("Отказы и предложения без ответа: 1", "Ждут наставника без пары: 1 человек")
    await cast.coordinator.presses("Отказы и без ответа")
    cast.coordinator.sees(f"{PAIR}: наставник, отказ (большая нагрузка)")
    await cast.coordinator.presses("Подобрать снова: Соколова А. И.")
    cast.coordinator.sees("Рябинин И. О.: не предлагается, пару уже предлагали в этом году")


async def test_silence_is_reminded_of_once_and_then_goes_back_to_the_coordinator(school: School) -> None:
    cast = school.cast
    await published(school)  # on Tuesday
    await at(cast, 8, 14)
    await at(cast, 9, 14)
    assert cast.colleague.heard.count("Вас просят стать наставником") == 1
    await at(cast, 10, 14)
    assert cast.colleague.heard.count("Вас просят стать наставником") == 2
    await at(cast, 11, 14)
    assert cast.colleague.heard.count("Вас просят стать наставником") == 2
    await at(cast, 14, 14)
    await cast.coordinator.says("/pairs")
    await cast.coordinator.presses("Отказы и без ответа")
    cast.coordinator.sees(f"{PAIR}: наставник, нет ответа в срок")
    await cast.colleague.presses_data("g:off:1:0")
    cast.colleague.sees("Это предложение уже не действует")


async def test_a_mentees_no_frees_the_mentor_and_says_nothing_to_him(school: School) -> None:
    cast = school.cast
    await published(school)
    await at(cast, 8, 14)
    await cast.colleague.presses("Посмотреть предложение")
    await cast.colleague.presses("Принять")
    await at(cast, 9, 14)
    await cast.teacher.presses("Посмотреть предложение")
    await cast.teacher.presses("Отказаться")
    await cast.teacher.presses("Да, отказаться")
    await cast.teacher.presses("Хотелось бы другого коллегу")
    cast.colleague.was_never_told("другого коллегу", "отказалась", "не сложилась")
    await cast.coordinator.says("/pairs")
    cast.coordinator.sees("Пар пока нет.", "Без пары ждут: 1.")


async def test_nobody_opens_or_answers_an_offer_of_somebody_else(school: School) -> None:
    cast = school.cast
    await published(school)
    await at(cast, 8, 14)
    for data in ("g:off:1:0", "a:ofy:1:", "a:ofb:1:", "a:ofn:1:", "a:ofn:1:!"):
        await cast.teacher.presses_data(data)
        cast.teacher.sees("Это предложение уже не действует")
        cast.teacher.was_never_told("Рябинин")
    await cast.coordinator.says("/pairs")
    cast.coordinator.sees("Ждём ответов: 1.")


async def test_a_second_press_on_accept_changes_nothing(school: School) -> None:
    cast = school.cast
    await published(school)
    await at(cast, 8, 14)
    await cast.colleague.presses("Посмотреть предложение")
    offer = cast.colleague.screen
    await cast.colleague.presses("Принять")
    await cast.colleague.presses_old(offer, "Отказаться")
    cast.colleague.sees("ответ записан раньше")
    await cast.coordinator.says("/pairs")
    cast.coordinator.sees("Ждём ответов: 1.")


async def test_more_than_the_mentor_has_promised_is_taken_knowingly_only(school: School) -> None:
    """Two coordinators have offered the last place at once; or the mentor has fewer places than a moment ago."""
    cast = school.cast
    await helps(school, cast.colleague, "Рябинин Игорь Олегович", capacity="n2")
    await asks(school, cast.teacher, "Соколова Анна Ильинична")
    await asks(school, cast.newcomer, "Берёзова Ольга Петровна")
    coordinator = cast.coordinator
    await coordinator.says("/pairs")
    await coordinator.presses("Подобрать (2)")
    await coordinator.presses("Опубликовать (2)")
    await coordinator.presses("Опубликовать (2)")
    await cast.colleague.says("меню")
    await cast.colleague.presses("Моё наставничество")
    await cast.colleague.presses("1 коллега")
    await cast.colleague.says("предложение о паре")
    await cast.colleague.presses("Принять")
    await cast.colleague.says("предложение о паре")
    await cast.colleague.presses("Принять")
    cast.colleague.sees("эти места уже заняты")
    await cast.colleague.presses("Да, принять")
    cast.colleague.sees("согласие записано")


async def test_the_coordinator_answers_for_both_by_word_of_mouth(school: School) -> None:
    cast = school.cast
    coordinator = cast.coordinator
    await published(school)
    for name in ("Ответ за Рябинин И. О.", "Ответ за Соколова А. И."):
        await coordinator.says("/pairs")
        await coordinator.presses(PAIR)
        await coordinator.presses(name)
        await coordinator.presses("Согласие получено")
    coordinator.sees("Состояние: согласны, нужен приказ.")


async def test_who_withdraws_consent_is_out_of_the_offer_at_once(school: School) -> None:
    cast = school.cast
    await published(school)
    await cast.colleague.says("мои данные")
    await cast.colleague.presses("Отозвать согласие")
    await cast.colleague.presses("Отозвать согласие")
    await cast.coordinator.says("/pairs")
    cast.coordinator.sees("Пар пока нет.", "Без пары ждут: 1.")
    cast.teacher.was_never_told("Рябинин")


async def test_an_offer_that_was_called_back_leads_nowhere_kindly(school: School) -> None:
    cast = school.cast
    await published(school)
    await at(cast, 8, 14)
    await cast.coordinator.says("/pairs")
    await cast.coordinator.presses(PAIR)
    await cast.coordinator.presses("Отозвать предложение")
    await cast.coordinator.presses("Отозвать предложение")
    cast.coordinator.sees("Пара завершена.")
    await cast.colleague.presses("Посмотреть предложение")
    cast.colleague.sees("Это предложение уже не действует")
