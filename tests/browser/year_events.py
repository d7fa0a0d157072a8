"""What a year's people meet for and leave behind: a set-up session, a conference with talks, five practices."""

import asyncio

from tests.browser.coordinators import OPEN, Coordinator, comes, words_of
from tests.browser.phones import Phone
from tests.browser.year_people import PAIRS

TALKS = {"Ключевская": "Как мы учились давать обратную связь", "Рябинин": "Посещение урока без страха"}
CARDS = {
    "Ключевская": "Карточки для взаимопроверки",
    "Берёзкин": "Разговор у окна",
    "Лесная": "Утренний круг за пять минут",
    "Синицына": "Ошибка недели",
    "Рябинин": "Черновик вдвоём",
}
TOLD = (
    "Учителям 5–6 классов",
    "На проверку тетрадей не хватало времени, а ошибки повторялись.",
    "Ученики проверяют друг друга по карточке с пятью вопросами, учитель смотрит только спорное.",
    "Проверяем за пять минут, ошибок вдвое меньше.",
)


async def a_session_is_held(vera: Coordinator, phones: dict[str, Phone]) -> None:
    """Six mentors promise and come, and one more; the minutes know who was there."""
    await _calls(vera, "Установочная сессия наставников", ("10.09.2026", "15:30", "кабинет 12"), "Наставники")
    await comes(vera.house, 2026, 9, 8, 14)
    await asyncio.gather(*(phones[two.mentor].presses("Буду") for two in PAIRS[:6]))
    await comes(vera.house, 2026, 9, 10, 17)
    await vera.goes("Мероприятия", "10.09", "Отметить, кто был", "Отметить всех, кто обещал", "☐ Травина К. Л.")
    await vera.presses("Протокол")
    await _notes(vera, "1. Роль и границы", "Орлову В. П. о том, чем наставник помогает", "Составить памятку")
    await vera.types("25.09.2026")
    await vera.presses("Берёзкин О. Ф.", "К протоколу")
    minutes = words_of(await _numbers(vera, "1", "Протокол установочной сессии.docx"))
    assert "ПРОТОКОЛ № 1\nустановочной сессии наставников" in minutes
    there = "Берёзкин О. Ф., Дубравина О. Т., Журавлёва И. М., Ключевская Т. И., Лесная З. К., Мельников С. Е., "
    assert f"{there}Травина К. Л." in minutes
    assert "Краснопольский" not in minutes
    assert "1) Составить памятку, ответственный: Берёзкин О. Ф., срок: до 25.09.2026." in minutes


async def a_conference_is_held(vera: Coordinator, phones: dict[str, Phone]) -> None:
    """Two answer the call for talks, four come, and two guests."""
    await comes(vera.house, 2027, 3, 9, 14)
    await _calls(vera, "Школьная конференция", ("26.03.2027", "15:00", "актовый зал"), "Все педагоги")
    for surname, title in TALKS.items():
        await phones[surname].presses("Подробнее", "Хочу выступить")
        await phones[surname].says(title)
        assert "Хотите выступить? Нажмите" in "".join(
            each.text for each in vera.house.world.history(phones[surname].user_id)
        )
    await asyncio.gather(*(phones[surname].presses("Буду") for surname in ("Берёзкин", "Синицына")))
    await vera.goes("Мероприятия", "26.03", "Доклады (ждут ответа: 2)")
    await vera.presses("Принять: Ключевская Т. И.", "Принять: Рябинин М. А.", "К мероприятию")
    await comes(vera.house, 2027, 3, 26, 17)
    await vera.goes("Мероприятия", "26.03", "Отметить, кто был", "Отметить всех, кто обещал")
    await vera.turns("Гостей больше")
    await vera.turns("Гостей больше")
    await vera.presses("Протокол")
    await _notes(vera, "2. Лучшие практики", "Авторов докладов", "Включить доклады в копилку")
    await vera.presses("Пропустить", "Никто в отдельности", "К протоколу")
    minutes = words_of(await _numbers(vera, "2", "Протокол мероприятия.docx"))
    assert "Присутствовали: Берёзкин О. Ф., Ключевская Т. И., Рябинин М. А., Синицына А. Р., гостей: 2" in minutes
    for title in TALKS.values():
        assert f"Презентация «{title}»" in minutes


async def _calls(vera: Coordinator, kind: str, when_and_where: tuple[str, ...], whom: str) -> None:
    await vera.goes("Мероприятия", "Новое мероприятие", kind)
    await vera.types(*when_and_where)
    await vera.presses(whom, "Пропустить", "К приглашению", "Пригласить")


async def _notes(vera: Coordinator, item: str, heard: str, decided: str) -> None:
    await vera.presses(item, "Слушали")
    await vera.types(heard)
    await vera.presses("Решили")
    await vera.types(decided)


async def _numbers(vera: Coordinator, number: str, name: str) -> bytes:
    """The number is the register's; the day and who signs are known."""
    await vera.presses("Номер, дата, подписи")
    await vera.types(number)
    for _ in range(3):
        await vera.turns("Пропустить")
    return await vera.gets("Собрать (Word)", name)


async def practices_are_collected(vera: Coordinator, phones: dict[str, Phone]) -> None:
    await asyncio.gather(*(_writes(phones[surname], title) for surname, title in CARDS.items()))
    for title in CARDS.values():
        await vera.says("карточки практик")
        await vera.presses(title, "Принять в копилку")
    await vera.presses("К карточкам", "Сборник")
    collection = words_of(await vera.gets("Собрать сборник", "Копилка практик 2026-2027.docx"))
    assert "Содержание" in collection
    assert [collection.count(title) for title in CARDS.values()] == [2] * len(CARDS)  # there, and over its card
    assert collection.count("Что делали") == len(CARDS)


async def _writes(phone: Phone, title: str) -> None:
    await phone.says("копилка практик")
    await phone.presses("Рассказать о практике", "Начать")
    await phone.says(title)
    await phone.presses(f"{OPEN}Урок и методика", "Готово (1)")
    await phone.says(*TOLD)
    await phone.presses("Пропустить", "Да, с моим именем", "Оставить без имени", "Отправить")
