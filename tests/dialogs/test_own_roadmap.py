"""The school's own roadmap becomes the year: sent, understood, asked about, accepted, and nothing before that."""

from datetime import UTC, date, datetime

import pytest

from storage.vocabulary import Role
from tests.conftest import School
from tests.dialogs.planning import confirms_dates
from tests.dialogs.roadmapping import (
    BANK,
    TEA,
    WHOLE_YEAR,
    accepts,
    answers_all,
    confirmed,
    own_key,
    proves,
    sends,
    source,
    states,
    word,
    words_in,
)
from tests.rules.roadmap_tables import DOCUMENT

SIX = (
    "1. Подготовка условий для реализации системы наставничества",
    "2. Формирование банка наставляемых",
    "3. Формирование банка наставников",
    "4. Отбор и обучение",
    "5. Организация и осуществление работы наставнических пар/групп",
    "6. Завершение персонализированных программ наставничества",
)


async def test_the_document_becomes_the_year_in_the_schools_words(school: School) -> None:
    coordinator = school.cast.coordinator
    await coordinator.says("/roadmap")
    await coordinator.presses("Загрузить свою карту")
    await sends(coordinator, source())
    assert "Читаю файл" in coordinator.heard
    coordinator.sees("Что я понял", "6 этапов, 15 пунктов и 2 подпункта", "нужно уточнить: 6", "никто не назван")
    await answers_all(coordinator)
    assert await states(school) == ["draft"]
    await coordinator.presses("Принять карту")
    coordinator.sees("Карта принята", "Сроки этапов", "Подтвердить сроки")
    await coordinator.presses("Подтвердить сроки")
    await coordinator.presses("К дорожной карте")
    coordinator.sees(*SIX)
    assert await states(school) == ["accepted"]
    assert (await confirmed(school))["a2_requests"] == date(2026, 9, 15)


async def test_a_stage_shows_the_documents_wording_term_and_responsible(school: School) -> None:
    coordinator = school.cast.coordinator
    await sends(coordinator, source())
    await answers_all(coordinator)
    await coordinator.presses("Принять карту")
    await coordinator.says("/roadmap")
    await coordinator.presses("4. Отбор и обучение")
    coordinator.sees(
        "«В течении учебного года», 1 сентября – 31 мая",
        "Отвечает: координатор",
        "Подготовка методических материалов для сопровождения наставнической деятельности",
        "Проведение консультаций, организация обмена опытом среди наставников – «установочные сессии» наставников",
    )


async def test_nothing_is_scheduled_or_changed_before_the_roadmap_is_accepted(school: School) -> None:
    coordinator = school.cast.coordinator
    await sends(coordinator, word(BANK, TEA))
    await coordinator.says("/roadmap")
    coordinator.sees("5. Организация и осуществление", "Ваша карта ждёт решения")
    coordinator.does_not_see("Традиции")
    assert await confirmed(school) == {}


async def test_an_item_of_the_schools_own_is_an_activity_like_the_others(school: School) -> None:
    coordinator = school.cast.coordinator
    await accepts(coordinator, word(BANK, TEA))
    await coordinator.presses("Подтвердить сроки")
    key = await own_key(school, "Чаепитие")
    assert (await confirmed(school))[key] == date(2026, 10, 20)
    await proves(coordinator, "2. Традиции", "1. Чаепитие", "чай состоялся")
    coordinator.sees("Состояние: сделано", "чай состоялся")
    await coordinator.presses("2. Традиции")
    await coordinator.presses("2. Приказ о «Дне")
    await coordinator.presses("Сделано")
    coordinator.sees("номер")


async def test_the_schools_own_item_is_reminded_of_two_weeks_before_its_day_once(school: School) -> None:
    cast = school.cast
    await accepts(cast.coordinator, word(BANK, TEA))
    await cast.coordinator.presses("Подтвердить сроки")
    for _ in range(2):
        cast.bot.clock.to(datetime(2026, 10, 6, 12, 5, tzinfo=UTC))
        await cast.bot.tick()
    assert sum("Чаепитие наставников" in message.text for message in cast.coordinator.messages[-1:]) == 1
    told = await cast.bot.fetch(int, "SELECT COUNT(*) FROM reminder WHERE thing LIKE 'activity:own_%'")
    assert told == [2]


async def test_whoever_of_those_who_lead_is_named_by_a_stage_is_reminded_of_it(school: School) -> None:
    cast = school.cast
    (person_id,) = await school.lists("Лугов Павел Андреевич", role=Role.DEPUTY)
    await cast.deputy.starts((await school.invites(person_id)).token)
    await school.lets_in(person_id, cast.deputy)
    await cast.deputy.presses("Понятно")
    await accepts(cast.coordinator, word((*TEA[:4], "Лугов П. А.")))
    await cast.coordinator.presses("Подтвердить сроки")
    cast.bot.clock.to(datetime(2026, 10, 6, 12, 5, tzinfo=UTC))
    await cast.bot.tick()
    reminded = await cast.bot.fetch(int, "SELECT person_id FROM reminder WHERE thing LIKE 'activity:own_%'")
    assert set(reminded) == {person_id}


async def test_the_papers_are_of_the_schools_own_roadmap(school: School) -> None:
    coordinator = school.cast.coordinator
    await accepts(coordinator, word(BANK, TEA))
    await coordinator.says("/roadmap")
    await coordinator.presses("Дорожная карта в Word")
    (content,) = (content for name, content in coordinator.files.items() if name.endswith(".docx"))
    said = words_in(content)
    assert "Чаепитие наставников" in said
    assert "Завуч" in said
    assert "Отбор и обучение" not in said


async def test_a_pasted_table_is_read_where_it_is_asked_for(school: School) -> None:
    coordinator = school.cast.coordinator
    await coordinator.says("/roadmap")
    await coordinator.presses("Загрузить свою карту")
    await coordinator.says(DOCUMENT)
    coordinator.sees("Что я понял", "6 этапов, 15 пунктов и 2 подпункта")
    await coordinator.says("Орлова")
    coordinator.sees("Орлова В. П.")


async def test_a_pasted_table_is_no_roadmap_elsewhere(school: School) -> None:
    await school.cast.coordinator.says(DOCUMENT)
    assert await states(school) == []


async def test_a_text_that_is_no_table_is_asked_for_again(school: School) -> None:
    coordinator = school.cast.coordinator
    await coordinator.says("/roadmap")
    await coordinator.presses("Загрузить свою карту")
    await coordinator.says("Сентябрь: собрать запросы")
    coordinator.sees("В этом сообщении не нашлась таблица", "Пришлите дорожную карту", "Отменить")
    await coordinator.presses("Отменить")
    coordinator.sees("Дорожная карта, 2026/2027")


async def test_a_question_waits_two_weeks_and_is_the_same(school: School) -> None:
    cast = school.cast
    await sends(cast.coordinator, source())
    await cast.coordinator.presses("Ответить на вопросы")
    await cast.coordinator.presses(WHOLE_YEAR)
    await cast.coordinator.presses("Продолжить позже")
    await cast.bot.restart()
    cast.bot.clock.move(days=14)
    await cast.bot.tick()
    await cast.coordinator.says("/roadmap")
    await cast.coordinator.presses("Ваша карта ждёт решения")
    await cast.coordinator.presses("Ответить на вопросы")
    cast.coordinator.sees("2 из", "Этап 3", "ответственный не назван")
    assert await confirmed(school) == {}


@pytest.mark.parametrize("typed", ["октябрь", "до 1 ноября", "с 5 по 20 октября"])
async def test_a_term_is_typed_as_months_or_days(school: School, typed: str) -> None:
    coordinator = school.cast.coordinator
    await sends(coordinator, word((*BANK[:3], "по мере необходимости", "Куратор")))
    await coordinator.presses("Ответить на вопросы")
    coordinator.sees("по мере необходимости", "бот не понял")
    await coordinator.presses("Месяцы…")
    await coordinator.says("как получится")
    coordinator.sees("Не получилось прочитать срок", "по мере необходимости")
    await coordinator.presses("Даты…")
    await coordinator.says(typed)
    coordinator.sees("Что я понял", "Принять карту")


async def test_who_answers_for_a_stage_is_typed(school: School) -> None:
    coordinator = school.cast.coordinator
    await sends(coordinator, word((*BANK[:4], "")))
    await coordinator.presses("Ответить на вопросы")
    await coordinator.presses("Другой человек или должность")
    await coordinator.says("Лугова П. А.")
    await coordinator.presses("Принять карту")
    await coordinator.says("/roadmap")
    await coordinator.presses("1. Банк")
    coordinator.sees("Отвечает: Лугова П. А.")


@pytest.mark.parametrize(
    ("answer", "state"),
    [("Уже сделано", "сделано"), ("Убрать в этом году", "не требуется"), ("Перенести", "не начато")],
)
async def test_a_month_that_is_over_is_asked_about(school: School, answer: str, state: str) -> None:
    cast = school.cast
    cast.bot.clock.to(datetime(2026, 11, 24, 9, 0, tzinfo=UTC))
    await sends(cast.coordinator, word(("1", "Традиции", "Чаепитие", "Сентябрь", "Завуч")))
    await cast.coordinator.presses("Ответить на вопросы")
    cast.coordinator.sees("в этом учебном году уже прошёл")
    await cast.coordinator.presses(answer)
    await cast.coordinator.presses("Принять карту")
    await cast.coordinator.says("/roadmap")
    await cast.coordinator.presses("1. Традиции")
    cast.coordinator.sees(f", {state}")


async def test_a_month_that_ends_while_the_roadmap_waits_is_asked_about_before_it_is_accepted(school: School) -> None:
    cast = school.cast
    await sends(cast.coordinator, word(("1", "Традиции", "Чаепитие", "Сентябрь", "Завуч")))
    cast.bot.clock.to(datetime(2026, 11, 24, 9, 0, tzinfo=UTC))
    await cast.coordinator.presses("Принять карту")
    cast.coordinator.sees("в этом учебном году уже прошёл", "Перенести")
    assert await states(school) == ["draft"]


async def test_a_term_given_up_in_the_middle_leads_back_to_its_question(school: School) -> None:
    coordinator = school.cast.coordinator
    await sends(coordinator, source())
    await coordinator.presses("Ответить на вопросы")
    await coordinator.presses("Даты…")
    coordinator.sees("до 1 октября", "Напишите срок этапа")
    await coordinator.presses("Отменить")
    coordinator.sees("1 из 6", WHOLE_YEAR)


async def test_dates_that_were_confirmed_stay_where_the_term_proposes_the_same(school: School) -> None:
    coordinator = school.cast.coordinator
    await confirms_dates(coordinator)
    before = await confirmed(school)
    await accepts(coordinator, word(("1", "Сбор", "Сбор информации о запросах педагогов", "Сентябрь", "Куратор"), TEA))
    assert await confirmed(school) == {"a2_requests": before["a2_requests"]}
    coordinator.sees("15 сентября, подтверждено", "Подтвердить сроки")


async def test_the_default_roadmap_comes_back_and_the_own_one_can_be_taken_again(school: School) -> None:
    coordinator = school.cast.coordinator
    await accepts(coordinator, word(BANK, TEA))
    await coordinator.says("/roadmap")
    await coordinator.presses("Ваша дорожная карта")
    await coordinator.presses("Вернуть типовую карту")
    await coordinator.presses("Да, вернуть типовую", times=2)
    await coordinator.says("/roadmap")
    coordinator.sees(*SIX, "Ваша карта ждёт решения")
    await coordinator.presses("Ваша карта ждёт решения")
    await coordinator.presses("Принять карту")
    assert await states(school) == ["accepted"]


async def test_a_document_that_is_not_wanted_is_dropped(school: School) -> None:
    coordinator = school.cast.coordinator
    await sends(coordinator, word(BANK))
    shown = coordinator.screen
    await coordinator.presses("Не загружать")
    coordinator.sees("Ничего не изменилось")
    await coordinator.presses_old(shown, "Принять карту")
    coordinator.sees("карту прислали заново, приняли или убрали")
    assert await states(school) == []


async def test_an_old_button_accepts_no_other_document(school: School) -> None:
    coordinator = school.cast.coordinator
    await sends(coordinator, word(BANK))
    shown = coordinator.screen
    await sends(coordinator, word(TEA))
    await coordinator.presses_old(shown, "Принять карту")
    coordinator.sees("карту прислали заново", "Традиции")
    assert await states(school) == ["draft"]


@pytest.mark.parametrize("data", ["a:ownra:0:1 0", "a:ownra:x:9", "a:ownrt:7:99 months", "a:ownry:0:", "g:ownrq:99:0"])
async def test_a_forged_press_changes_nothing(school: School, data: str) -> None:
    await sends(school.cast.coordinator, source())
    await school.cast.coordinator.presses_data(data)
    assert await states(school) == ["draft"]
