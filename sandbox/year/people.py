"""Sixty invented teachers of several tempers, and when each of them comes to the bot."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from sandbox.demo import FRESH, GROWN, MIDDLE, PRIMARY, SENIOR, SENIOR_YEARS, SKILLED, YOUNG, StaffRow


class Temper(StrEnum):
    """How somebody takes what the bot says."""

    PROMPT = "prompt"
    SLOW = "slow"
    SILENT = "silent"
    PUTS_OFF = "puts_off"
    ON_PAPER = "on_paper"
    PAUSES = "pauses"
    STOPS = "stops"


TEMPERS = (*Temper, Temper.PROMPT, Temper.SLOW, Temper.PROMPT)  # of ten people three are prompt
_LIST = """
    Агапова Нина Ильинична; Белов Пётр Львович; Верескова Ольга Юрьевна; Гусев Роман Ильич; Долина Анна Егоровна;
    Ежова Инна Павловна; Жаров Глеб Олегович; Зимина Лада Сергеевна; Ивушкин Марк Антонович; Кедрова Яна Львовна;
    Ландышева Ева Ильинична; Маков Фёдор Юрьевич; Нежина Вера Олеговна; Орешкин Лев Павлович;
    Полева Рита Марковна; Ручьёва Алла Ивановна; Садов Иван Глебович; Теплова Зоя Романовна; Уткин Степан Львович;
    Фиалкина Майя Егоровна; Хвоев Антон Ильич; Цветкова Лидия Павловна; Чижов Олег Маркович; Шишкина Дина Юрьевна;
    Щеглов Павел Антонович; Юрьева Тамара Львовна; Ясенева Полина Глебовна; Абрикосов Илья Олегович;
    Берёзова Ольга Романовна; Вишнёв Егор Ильич; Грачёва Елена Марковна; Дроздов Юрий Павлович;
    Елецкая Нонна Ивановна; Журавлёв Денис Львович; Зорина Кира Юрьевна; Ильмов Виктор Егорович;
    Клёнова Раиса Антоновна; Лужин Матвей Ильич; Мятина Софья Олеговна; Новикова Алина Глебовна;
    Озеров Тимур Маркович; Пшеничная Галина Львовна; Рощин Сергей Павлович; Снегова Марина Юрьевна;
    Травин Артём Ильич; Удальцова Жанна Романовна; Федотов Кирилл Егорович; Холмова Ирина Олеговна;
    Чайкин Данила Львович; Шалфеева Римма Ильинична; Яблокова Эмма Павловна; Астрова Ульяна Марковна;
    Боровой Захар Юрьевич; Василькова Лилия Антоновна; Галкин Семён Львович; Донникова Стелла Ивановна;
    Еловая Нелли Глебовна; Звонков Борис Ильич; Калинина Юлия Олеговна; Лесной Максим Павлович
"""
NAMES = tuple(" ".join(each.split()) for each in _LIST.split(";"))
SUBJECTS = ("Физика", "История", "Биология", "Химия", "География", "Английский язык", "Музыка", "Информатика")
EXPERIENCE = (FRESH, YOUNG, GROWN, SKILLED, SENIOR_YEARS)
OPENS_ON = date(2026, 9, 1)


@dataclass(frozen=True, slots=True)
class Resident:
    """One teacher of the year."""

    user_id: int
    full_name: str
    temper: Temper
    joins_on: date

    @property
    def staff_row(self) -> StaffRow:
        """As the school's staff list has them; years of work and subjects go round."""
        number = self.user_id
        return StaffRow(
            self.full_name,
            "Учитель",
            (SUBJECTS[number % len(SUBJECTS)],),
            ((PRIMARY, MIDDLE, SENIOR)[number % 3],),
            EXPERIENCE[number % len(EXPERIENCE)],
        )


def residents(count: int) -> Iterator[Resident]:
    """Most come in the first weeks, some when the others are done, a few are new in the middle of the year."""
    for number in range(count):
        early, later, last = number // 4, 14 + (number - 40) * 3, 70 + (number - 54) * 15
        days = early if number < 40 else later if number < 54 else last
        yield Resident(1000 + number, NAMES[number], TEMPERS[number % len(TEMPERS)], OPENS_ON + timedelta(days=days))
