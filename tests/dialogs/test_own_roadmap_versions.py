"""A school's own roadmap sent again: the difference is shown, evidence stays, what is gone is told."""

from datetime import UTC, date, datetime

from tests.conftest import School
from tests.dialogs.planning import confirms_dates
from tests.dialogs.roadmapping import BANK, TEA, accepts, confirmed, own_key, proves, sends, states, word
from tests.dialogs.test_erasures import everything

REWORDED = (*TEA[:2], "1) Чаепитие наставников в музее\n2) Приказ о «Дне наставника»", *TEA[3:])
WITHOUT_TEA = (*TEA[:2], "Приказ о «Дне наставника»", *TEA[3:])
STATE = "SELECT COUNT(*) FROM evidence WHERE taken_back_at IS NULL"


async def test_the_difference_is_shown_before_anything_changes(school: School) -> None:
    coordinator = school.cast.coordinator
    await accepts(coordinator, word(BANK, TEA))
    moved = (*BANK[:3], "до 15 октября", "Лугова П. А.")
    await sends(coordinator, word(moved, REWORDED, ("3", "Итоги", "Выставка", "Май", "Куратор")))
    assert "Принять карту" not in coordinator.buttons
    await coordinator.presses("Что изменилось (4)")
    coordinator.sees(
        "Этап 1: срок, было «до 30 сентября», стало «до 15 октября»",
        "Этап 1: ответственный, было «Куратор», стало «Лугова П. А.»",
        "Этап 2: пункт переписан, было «Чаепитие наставников», стало «Чаепитие наставников в музее»",
        "Этап 3: добавлен, «Итоги»",
    )
    assert await states(school) == ["accepted", "draft"]
    await coordinator.presses("Принять карту")
    await coordinator.says("/roadmap")
    coordinator.sees("3. Итоги")


async def test_a_reworded_item_keeps_its_evidence(school: School) -> None:
    coordinator = school.cast.coordinator
    await accepts(coordinator, word(BANK, TEA))
    await proves(coordinator, "2. Традиции", "1. Чаепитие", "чай состоялся")
    await accepts(coordinator, word(BANK, REWORDED))
    await coordinator.says("/roadmap")
    await coordinator.presses("2. Традиции")
    await coordinator.presses("1. Чаепитие наставников в музее")
    coordinator.sees("Состояние: сделано", "чай состоялся")


async def test_what_is_gone_with_its_evidence_is_told_and_comes_back_with_the_item(school: School) -> None:
    coordinator = school.cast.coordinator
    await accepts(coordinator, word(BANK, TEA))
    await proves(coordinator, "2. Традиции", "1. Чаепитие", "чай состоялся")
    await sends(coordinator, word(BANK, WITHOUT_TEA))
    await coordinator.presses("Что изменилось (1)")
    coordinator.sees("убран пункт «Чаепитие наставников»", "по ним есть отметки", "• Чаепитие наставников")
    await coordinator.presses("Принять карту")
    await coordinator.says("/roadmap")
    await coordinator.presses("Ваша дорожная карта")
    coordinator.sees("В карте больше нет, но отмечено", "• Чаепитие наставников")
    assert await school.cast.bot.fetch(int, STATE) == [1]
    await accepts(coordinator, word(BANK, TEA))
    await coordinator.says("/roadmap")
    await coordinator.presses("2. Традиции")
    coordinator.sees("Чаепитие наставников: до 20 октября (не подтверждено), сделано")


async def test_a_term_that_moved_is_confirmed_anew_and_reminded_of_by_its_new_day_alone(school: School) -> None:
    cast = school.cast
    await accepts(cast.coordinator, word(TEA))
    await cast.coordinator.presses("Подтвердить сроки")
    key = await own_key(school, "Чаепитие")
    assert (await confirmed(school))[key] == date(2026, 10, 20)
    await accepts(cast.coordinator, word((*TEA[:3], "до 10 ноября", TEA[4])))
    assert await confirmed(school) == {}
    await cast.coordinator.presses("Подтвердить сроки")
    assert (await confirmed(school))[key] == date(2026, 11, 10)
    for day in (6, 12, 19, 21):
        cast.bot.clock.to(datetime(2026, 10, day, 12, 5, tzinfo=UTC))
        await cast.bot.tick()
    said = "SELECT step FROM reminder WHERE thing = :thing"
    assert await cast.bot.fetch(int, said, thing=f"activity:{key}:2026") == []
    cast.bot.clock.to(datetime(2026, 10, 26, 12, 5, tzinfo=UTC))
    await cast.bot.tick()
    assert await cast.bot.fetch(int, said, thing=f"activity:{key}:2026") == [0]


async def test_a_term_that_did_not_move_stays_confirmed(school: School) -> None:
    coordinator = school.cast.coordinator
    await accepts(coordinator, word(BANK, TEA))
    await coordinator.presses("Подтвердить сроки")
    before = await confirmed(school)
    await accepts(coordinator, word(BANK, REWORDED))
    assert await confirmed(school) == before


async def test_the_same_document_again_changes_nothing(school: School) -> None:
    coordinator = school.cast.coordinator
    await accepts(coordinator, word(BANK, TEA))
    await sends(coordinator, word(BANK, TEA))
    coordinator.sees("Ничего не изменилось")
    assert await states(school) == ["accepted"]


async def test_evidence_of_the_default_roadmap_counts_for_the_item_that_is_the_same(school: School) -> None:
    coordinator = school.cast.coordinator
    await confirms_dates(coordinator)
    await proves(coordinator, "5. Организация", "1. Формирование", "пары названы")
    await proves(coordinator, "6. Завершение", "2. Школьная", "15.05")
    await coordinator.presses("Пропустить")
    await sends(coordinator, word(("1", "Пары", "Создание наставнических пар", "Сентябрь", "Куратор")))
    coordinator.sees("но по ним есть отметки", "• Школьная конференция")
    await accepts(coordinator, word(("1", "Пары", "Создание наставнических пар", "Сентябрь", "Куратор")))
    await coordinator.says("/roadmap")
    await coordinator.presses("1. Пары")
    coordinator.sees("Создание наставнических пар", "сделано")


async def test_nobody_who_is_erased_is_named_by_a_roadmap(school: School) -> None:
    cast = school.cast
    teacher = cast.teacher
    await school.brings_in(teacher, "Маркерова Анна Ильинична")
    await accepts(cast.coordinator, word((*BANK[:4], "Маркерова А. И."), TEA))
    await sends(cast.coordinator, word((*BANK[:4], "Маркеровой А. И."), TEA))
    await teacher.says("/menu")
    for label in ("Мои данные", "Отозвать согласие", "Отозвать согласие"):
        await teacher.presses(label)
    cast.bot.clock.move(days=25)
    await cast.bot.tick()
    assert "Маркеров" not in await everything(school)
    assert await states(school) == ["accepted", "draft"]
