"""The bank: who answered what, who has not and why, the reminder that is counted first."""

from dataclasses import replace
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from handlers.texts import bank as words
from mentoring import forms
from mentoring.answered import Answered
from mentoring.rules.forms import Question, QuestionKind
from mentoring.rules.questionnaire import SummaryLine
from storage.runs import Run
from storage.vocabulary import RunState, Source
from tests.conftest import School
from tests.dialogs.requesting import hands_in

ANNA, IGOR, OLGA = "Соколова Анна Ильинична", "Рябинин Игорь Олегович", "Берёзова Ольга Петровна"


async def test_an_empty_bank_says_so_and_offers_nothing_to_download(school: School) -> None:
    coordinator = school.cast.coordinator
    await school.lists(ANNA)
    await coordinator.says("/bank")
    coordinator.sees("Запросов пока нет", "Ответили: 0 из 1", "Кто не ответил (1)")
    assert "Скачать Excel" not in coordinator.buttons


async def test_a_new_request_is_marked_new_until_the_coordinator_says_it_is_seen(school: School) -> None:
    coordinator = school.cast.coordinator
    await hands_in(school, school.cast.teacher, ANNA)
    await coordinator.says("/bank")
    coordinator.sees("Ответили: 1 из 1", "Новых: 1", "Соколова А. И. · новый запрос")
    await coordinator.presses("Соколова А. И.")
    coordinator.sees("Отправлено 08.09.2026; новый запрос", "Физика", "Да, на несколько месяцев или год")
    await coordinator.presses("К банку")
    coordinator.sees("· новый запрос")
    await coordinator.presses("Соколова А. И.")
    await coordinator.presses("Отметить просмотренным")
    assert coordinator.toast == "Отмечено"
    coordinator.sees("просмотрено 08.09.2026")
    await coordinator.presses("К банку")
    coordinator.does_not_see("новый", "Новых")


async def test_who_needs_no_mentor_is_told_from_who_wants_one(school: School) -> None:
    cast = school.cast
    await hands_in(school, cast.teacher, ANNA)
    await hands_in(school, cast.colleague, IGOR)
    await cast.colleague.presses("Посмотреть и изменить")
    await cast.colleague.presses("Изменить 4")
    await cast.colleague.presses("Нет")
    await cast.coordinator.says("/bank")
    cast.coordinator.sees(
        "Соколова А. И.: нужен, на месяцы или год; новый запрос", "Рябинин И. О.: не нужен; новый запрос"
    )


async def test_a_request_that_its_author_is_changing_says_so(school: School) -> None:
    cast = school.cast
    await hands_in(school, cast.teacher, ANNA)
    await cast.teacher.presses("Посмотреть и изменить")
    await cast.teacher.presses("Изменить 4")
    await cast.teacher.presses("Нет")
    await cast.teacher.presses("Справляюсь сам(а)")
    await cast.teacher.presses("Готово")
    await cast.coordinator.says("/bank")
    await cast.coordinator.presses("Соколова А. И.")
    cast.coordinator.does_not_see("меняет ответы")
    await cast.teacher.presses("Посмотреть и изменить")
    await cast.teacher.presses("Изменить 4")
    await cast.teacher.presses("Да, по одному-двум вопросам")
    await cast.coordinator.presses("К банку")
    await cast.coordinator.presses("Соколова А. И.")
    cast.coordinator.sees("Автор меняет ответы: без ответа 2")


async def test_private_wishes_are_marked_as_seen_by_the_coordinator_only(school: School) -> None:
    teacher, coordinator = school.cast.teacher, school.cast.coordinator
    await hands_in(school, teacher, ANNA)
    await teacher.presses("Уточнить")
    while "С кем из коллег" not in teacher.screen.text:
        await teacher.presses("Пропустить")
    await teacher.says("Рябинин И. О.")
    await coordinator.says("/bank")
    await coordinator.presses("Соколова А. И.")
    coordinator.sees("С кем не хотел(а) бы работать в паре", "Рябинин И. О.", "видит только координатор")


async def test_a_changed_request_is_new_again_and_an_unchanged_one_is_not(school: School) -> None:
    teacher, coordinator = school.cast.teacher, school.cast.coordinator
    await hands_in(school, teacher, ANNA)
    await coordinator.says("/bank")
    await coordinator.presses("Соколова А. И.")
    await coordinator.presses("Отметить просмотренным")
    await teacher.presses("Посмотреть и изменить")
    await teacher.presses("Изменить 4")
    await teacher.presses("Да, на несколько месяцев или год")
    await coordinator.says("/bank")
    coordinator.does_not_see("новый")
    await teacher.presses("Изменить 4")
    await teacher.presses("Да, по одному-двум вопросам")
    await coordinator.says("/bank")
    coordinator.sees("Соколова А. И. · новый запрос")


async def test_a_withdrawn_request_is_gone_from_an_open_screen_too(school: School) -> None:
    teacher, coordinator = school.cast.teacher, school.cast.coordinator
    await hands_in(school, teacher, ANNA)
    await coordinator.says("/bank")
    await teacher.presses("Меню")
    await teacher.presses("Мои данные")
    await teacher.presses("Отозвать согласие")
    await teacher.presses("Отозвать согласие")
    await coordinator.presses("Соколова А. И.")
    coordinator.sees("Этого запроса в банке больше нет")


async def test_a_teacher_is_not_served_the_bank(school: School) -> None:
    teacher = school.cast.teacher
    await hands_in(school, teacher, ANNA)
    await teacher.says("/bank")
    teacher.does_not_see("Банк наставляемых", "Ответили")


async def test_the_list_of_three_hundred_turns_by_pages_and_comes_back_to_its_page(school: School) -> None:
    coordinator = school.cast.coordinator
    await school.lists(*(f"Фамилия{chr(1072 + at // 32)}{chr(1072 + at % 32)} Анна Ильинична" for at in range(300)))
    await coordinator.says("/bank")
    await coordinator.presses("Кто не ответил")
    coordinator.sees("300 из 300", "Страница 1 из 38", "ещё не в боте")
    await coordinator.presses("Ещё")
    coordinator.sees("Страница 2 из 38")
    assert len(coordinator.screen.text) < 700


async def test_who_has_not_answered_is_named_with_the_reason(school: School) -> None:
    cast = school.cast
    await school.brings_in(cast.teacher, ANNA)
    await school.lists(IGOR)
    (olga,) = await school.lists(OLGA)
    await cast.newcomer.starts((await school.invites(olga)).token)
    await cast.newcomer.presses("Не согласен(на)")
    await cast.coordinator.says("/bank")
    await cast.coordinator.presses("Кто не ответил")
    cast.coordinator.sees(
        "Соколова А. И.: запрос не начат",
        "Рябинин И. О.: ещё не в боте",
        "Берёзова О. П.: без согласия, участвует на бумаге",
    )
    await cast.teacher.says("/stop")
    await cast.coordinator.presses("К банку")
    await cast.coordinator.presses("Кто не ответил")
    cast.coordinator.sees("Соколова А. И.: запрос не начат; просит не писать")


async def test_the_reminder_is_counted_confirmed_and_sent_inside_the_window(school: School) -> None:
    cast = school.cast
    await school.brings_in(cast.teacher, ANNA)
    await school.brings_in(cast.colleague, IGOR)
    await school.lists(OLGA)
    await cast.coordinator.says("/remind")
    cast.coordinator.sees("Отправить напоминание 2 людям?", "сегодня в 14:00", "ещё 1 человек")
    await cast.coordinator.presses("Отправить 2 людям")
    cast.coordinator.sees("2 людям напоминание придёт сегодня в 14:00")
    cast.teacher.was_never_told("Координатор собирает запросы")
    cast.bot.clock.to(datetime(2026, 9, 8, 11, 0, tzinfo=UTC))
    await cast.bot.settle()
    cast.teacher.sees("Координатор собирает запросы", "Это 3 минуты")
    cast.colleague.sees("Координатор собирает запросы")


async def test_pressed_again_the_same_day_it_says_that_they_were_reminded(school: School) -> None:
    cast = school.cast
    await school.brings_in(cast.teacher, ANNA)
    cast.bot.clock.to(datetime(2026, 9, 8, 12, 0, tzinfo=UTC))
    await cast.coordinator.says("/remind")
    cast.coordinator.sees("придёт сразу")
    await cast.coordinator.presses("Отправить 1 человеку", times=2)
    await cast.coordinator.says("/remind")
    cast.coordinator.sees("Бот им уже писал или напишет сегодня: 1 человек. Напомнить можно не раньше чем завтра.")
    assert cast.teacher.heard.count("Координатор собирает запросы") == 1


async def test_a_reminder_ordered_on_friday_evening_goes_out_on_monday(school: School) -> None:
    cast = school.cast
    await school.brings_in(cast.teacher, ANNA)
    cast.bot.clock.to(datetime(2026, 9, 11, 17, 0, tzinfo=UTC))
    await cast.coordinator.says("/remind")
    await cast.coordinator.presses("Отправить 1 человеку")
    cast.coordinator.sees("14 сентября в 14:00")
    await cast.coordinator.says("/remind")
    cast.coordinator.sees("Бот им уже писал или напишет 14 сентября в 14:00: 1 человек")
    cast.bot.clock.move(days=1)
    await cast.bot.settle()
    cast.teacher.was_never_told("Координатор собирает запросы")


async def test_nobody_listed_is_not_called_everybody_answered(school: School) -> None:
    cast = school.cast
    await cast.coordinator.says("/remind")
    cast.coordinator.sees("в списке ещё нет педагогов")
    await hands_in(school, cast.teacher, ANNA)
    await cast.coordinator.says("/remind")
    cast.coordinator.sees("Напоминать некому: ответили все.")


async def test_who_paused_or_stopped_is_not_counted(school: School) -> None:
    cast = school.cast
    await school.brings_in(cast.teacher, ANNA)
    await cast.teacher.says("/stop")
    await cast.coordinator.says("/remind")
    cast.coordinator.sees("Пока напоминать некому")
    assert not [label for label in cast.coordinator.buttons if label.startswith("Отправить")]


async def test_opening_the_bank_puts_an_unfinished_reply_aside(school: School) -> None:
    """What is typed next is a surname, not a letter to a teacher."""
    cast = school.cast
    await hands_in(school, cast.teacher, ANNA)
    await cast.teacher.presses("Меню")
    await cast.teacher.presses("Спросить координатора")
    await cast.teacher.says("Когда будет ответ?")
    await cast.coordinator.says("/questions")
    await cast.coordinator.presses("Соколова А. И.")
    await cast.coordinator.presses("Ответить")
    await cast.coordinator.says("/bank")
    await cast.coordinator.says("Соколова")
    cast.teacher.was_never_told("Координатор отвечает")


def test_a_long_request_is_paged_and_nothing_is_cut() -> None:
    lines = tuple(
        SummaryLine(Question(key=f"q{at}", kind=QuestionKind.TEXT, text="Что?"), ("<" * 500,)) for at in range(8)
    )
    pages = words.entry(replace(_request(), lines=lines), ZoneInfo("Europe/Moscow"))
    assert len(pages) > 1
    assert all(len(each) < 4096 for each in pages)
    assert "".join(pages).count("&lt;") == 8 * 500


def _request() -> Answered:
    now = datetime(2026, 9, 8, tzinfo=UTC)
    run = Run(
        id=1,
        school_id=1,
        person_id=1,
        entered_by=1,
        form_key="needs",
        form_version=1,
        digest=None,
        state=RunState.SUBMITTED,
        part="core",
        place="",
        step=1,
        ticked=(),
        changing=False,
        failures=0,
        about={},
        parent_id=None,
        source=Source.TAP,
        touched_at=now,
        submitted_at=now,
        seen_at=None,
        changed_at=None,
    )
    return Answered(run, forms.load().get("needs"), ANNA, "", (), {})
