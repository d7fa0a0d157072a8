"""The monitoring surveys: asked of the banks' people, confidential, reminded of, told as results."""

from mentoring.forms import load
from tests.cast import Person
from tests.conftest import School
from tests.dialogs.offering import offers, refuses
from tests.dialogs.requesting import hands_in
from tests.dialogs.ringing import at

ANNA, IGOR, OLGA = "Соколова Анна Ильинична", "Рябинин Игорь Олегович", "Берёзова Ольга Петровна"
START = "Старт: взгляд наставляемого"


async def opens(school: School, title: str) -> Person:
    coordinator = school.cast.coordinator
    await coordinator.says("/forms")
    await coordinator.presses(title)
    return coordinator


async def asks(school: School, title: str, *names: str) -> None:
    coordinator = await opens(school, title)
    await coordinator.presses("Попросить ответить")
    for name in names:
        await coordinator.presses(f"☐ {name}")
    await coordinator.presses(f"Дальше ({len(names)})")
    await coordinator.presses("Отправить")


def test_start_and_end_measure_the_same_on_the_same_scale() -> None:
    known = load().forms
    for who, keys in (("mentee", 6), ("mentor", 3)):
        start, end = known[f"mon_start_{who}"], known[f"mon_end_{who}"]
        repeated = [question for question in start.questions if question.key.startswith("s_")]
        assert len(repeated) == keys
        assert [(each.text, each.low, each.high, each.options, each.keep) for each in repeated] == [
            (each.text, each.low, each.high, each.options, each.keep)
            for each in (end.question(before.key) for before in repeated)
        ]
    assert all(form.confidential for key, form in known.items() if key.startswith("mon_"))


async def test_a_survey_is_offered_to_those_of_its_bank_alone(school: School) -> None:
    cast = school.cast
    await hands_in(school, cast.teacher, ANNA)
    await offers(school, cast.colleague, IGOR)
    await refuses(school, cast.newcomer, OLGA)
    coordinator = await opens(school, START)
    await coordinator.presses("Попросить ответить")
    coordinator.sees("☐ Соколова А. И.")
    coordinator.does_not_see("Рябинин", "Берёзова", "Орлова")
    await opens(school, "Старт: взгляд наставника")
    await coordinator.presses("Попросить ответить")
    coordinator.sees("☐ Рябинин И. О.")
    coordinator.does_not_see("Соколова", "Берёзова", "Орлова")
    await coordinator.says("меню")
    await coordinator.presses("Для меня как педагога")
    await coordinator.presses("Согласен(на)")
    await opens(school, "Самоанализ программы (куратор)")
    await coordinator.presses("Попросить ответить")
    coordinator.sees("☐ Орлова В. П.")
    coordinator.does_not_see("Соколова", "Рябинин", "Берёзова")


async def test_who_is_asked_reads_who_sees_it_and_the_coordinator_gets_the_results(school: School) -> None:
    cast = school.cast
    await hands_in(school, cast.teacher, ANNA)
    await asks(school, START, "Соколова А. И.")
    await at(cast, 8, 14)
    cast.teacher.sees(f"приглашает ответить на анкету «{START}»", "Ответы видит только координатор", "2 минуты")
    await cast.teacher.presses("Ответить")
    cast.teacher.sees(START, "8 вопросов", "Видит только координатор", "Наставник ответов не видит")
    cast.teacher.sees("В отчёт школы ответы входят только вместе и без имён")
    await cast.teacher.presses("Начать")
    for mark in "765432":
        await cast.teacher.presses(mark)
    await cast.teacher.says("Увереннее вести уроки")
    await cast.teacher.presses("Пропустить")
    await cast.teacher.presses("Отправить")
    cast.teacher.sees("Спасибо! Ответы отправлены 08.09.2026")
    coordinator = await opens(school, START)
    coordinator.sees("Ответили: 1", "Приглашены: 1, без ответа: 0")
    await coordinator.presses("Результаты")
    coordinator.sees("Готовлю и провожу уроки уверенно", "7")


async def test_who_stopped_in_the_middle_is_reminded_in_other_words_than_who_has_not_begun(school: School) -> None:
    cast = school.cast
    await hands_in(school, cast.teacher, ANNA)
    await hands_in(school, cast.colleague, IGOR)
    await asks(school, START, "Соколова А. И.", "Рябинин И. О.")
    await at(cast, 8, 14)
    for label in ("Ответить", "Начать", "7", "6"):
        await cast.teacher.presses(label)
    await at(cast, 14, 14)
    cast.teacher.sees(f"Анкета «{START}»: осталось 6 вопросов", "Продолжить?")
    cast.colleague.sees(f"Анкета «{START}» ждёт ответа до 22 сентября")
