"""Sixteen teachers of the sandbox's school who come in, answer, and are eight pairs that have agreed."""

import asyncio
import re
from collections.abc import Iterable
from dataclasses import dataclass
from io import BytesIO

from docx import Document

from sandbox.demo import PLAYERS, SAMPLE_NAME, STAFF, staff_xlsx
from sandbox.house import House
from tests.browser.conftest import until
from tests.browser.coordinators import OPEN, Coordinator
from tests.browser.phones import Phone

SLIP = re.compile(r"^(\S+) .*код:\n(\S+)\n", re.DOTALL)
GAPS = ("До 31 мая", "Координатор", "Координатор", "20 апреля – 31 мая", "Нет, не нужен")


@dataclass(frozen=True, slots=True)
class Two:
    """Surnames, and what the one asks for and the other is good at."""

    mentor: str
    mentee: str
    area: str


PAIRS = (
    Two("Ключевская", "Синицына", "Урок и методика"),
    Two("Берёзкин", "Рябинин", "Содержание предмета"),
    Two("Лесная", "Полянская", "Классное руководство"),
    Two("Мельников", "Озеров", "Оценивание"),
    Two("Журавлёва", "Громова", "Ученики с ОВЗ"),
    Two("Дубравина", "Калинина", "Цифровые инструменты"),
    Two("Краснопольский", "Миронова-Белых", "Дисциплина"),
    Two("Травина", "Соколков", "Родители и коллеги"),
)
SURNAMES = [surname for two in PAIRS for surname in (two.mentor, two.mentee)]
FULL_NAMES = {each.full_name.split()[0]: each.full_name for each in STAFF}


async def sets_up(vera: Coordinator) -> None:
    """The school, its people, whom of them she is, the days of its roadmap."""
    vera.house.world.start(vera.user_id, vera.house.payload)
    await vera.presses("Понятно")
    await vera.types("МБОУ «Школа № 12»", "Казань")
    await vera.sends_file(SAMPLE_NAME, staff_xlsx())
    await vera.presses("Добавить 24", "Я есть в этом списке", "Ещё", "Орлова В. П.", "Да, это я")
    await vera.goes("Дорожная карта", "Ответить на вопросы (5)", *GAPS, "Подтвердить сроки")


async def come_in(vera: Coordinator) -> dict[str, Phone]:
    """All by the codes of one printed file; by surname."""
    await vera.goes("Люди", "Пригласить")
    slips = Document(BytesIO(await vera.gets("Листочки с личными ссылками", "Приглашения.docx")))
    cells = [cell.text for table in slips.tables for row in table.rows for cell in row.cells]
    codes = {found[1]: found[2] for cell in cells if (found := SLIP.match(f"{cell}\n"))}
    phones = {surname: Phone(vera.house, _account(vera.house, surname)) for surname in SURNAMES}
    await asyncio.gather(*(_comes_in(phone, codes[surname]) for surname, phone in phones.items()))
    return phones


def _account(house: House, surname: str) -> int:
    """The sandbox's own people are few; the others get a telephone now."""
    known = (each.user_id for each in PLAYERS if each.last_name == surname)
    return next(known, None) or house.world.add_user("Кто-то", surname).id


async def _comes_in(phone: Phone, code: str) -> None:
    await phone.says(code)
    await phone.presses("Согласен(на)", "Да, можно напоминать")


async def agree(vera: Coordinator, phones: dict[str, Phone]) -> None:
    """From questionnaires over the best proposal to eight pairs that everybody has said yes to."""
    await asyncio.gather(
        *(_asks(phones[two.mentee], two.area) for two in PAIRS),
        *(_helps(phones[two.mentor], two.area) for two in PAIRS),
    )
    await vera.goes("Пары", "Подобрать (8)")
    await vera.turns("Опубликовать (8)")
    await vera.presses("Опубликовать (8)")
    await _say_yes(phones[two.mentor] for two in PAIRS)
    await _say_yes(phones[two.mentee] for two in PAIRS)
    await vera.goes("Пары")
    vera.sees("Согласны, нужен приказ: 8.")


async def _asks(phone: Phone, area: str) -> None:
    await phone.presses("Заполнить запрос", "Начать", "Всё верно", "Да, на несколько месяцев или год")
    await phone.presses(OPEN + area, "Готово", "☐ После уроков", "Готово", "Пока нет", "Отправить")


async def _helps(phone: Phone, area: str) -> None:
    await phone.presses("Анкета наставника", "Начать", "Да, на несколько месяцев или год", "Всё верно")
    await phone.presses("☐ Высшая", "Готово", OPEN + area, "Готово", "Да, для коллег", "☐ Один на один", "Готово")
    await phone.presses("Одного", "☐ После уроков", "Готово", "8", "Пропустить", "Отправить")


async def _say_yes(phones: Iterable[Phone]) -> None:
    await asyncio.gather(*map(_says_yes, phones))


async def _says_yes(phone: Phone) -> None:
    await phone.says("предложение о паре")
    await phone.presses("Принять")
    await until(lambda: "Спасибо" in phone.house.world.chat(phone.user_id).visible[-1].text)
