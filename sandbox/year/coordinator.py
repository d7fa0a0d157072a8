"""What the coordinator of the year does, all of it by the buttons: sets up, lets people in, asks, announces."""

import random
from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import date

from handlers.texts import bank, cards, common, digests, stages
from mentoring import installation, invitations
from sandbox.demo import SAMPLE_NAME, staff_xlsx
from sandbox.year import pairing
from sandbox.year.answering import Teacher
from sandbox.year.people import Resident
from sandbox.year.phone import Phone, RunningBot
from storage.vocabulary import Role

GAPS = ("До 31 мая", "Координатор", "Координатор", "20 апреля – 31 мая", "Нет, не нужен")
COUNCIL = "В четверг, 24 сентября, в 15:00 в актовом зале расскажем о программе наставничества и ответим на вопросы."
SEMINAR = "Во вторник, 15 декабря, в 15:00 в кабинете 21 семинар наставников: как смотреть урок коллеги."
ROUND_TABLE = "В среду, 19 мая, в 15:00 круглый стол по итогам года. Темы выступлений присылайте до 12 мая."


class Coordinator:
    """One person with the coordinator's menu."""

    def __init__(self, bot: RunningBot) -> None:
        self.bot = bot
        self.phone = Phone(bot, 101, "Орлова Вера Павловна")
        self._chance = random.Random(101)
        self._deeds: Mapping[date, Callable[[], Awaitable[None]]] = {
            date(2026, 9, 17): self._invites_mentors,
            date(2026, 9, 22): lambda: self._announces("Всем", COUNCIL),
            date(2026, 9, 28): lambda: pairing.proposes(self.phone),
            date(2026, 10, 6): lambda: pairing.orders(self.phone, "51-о"),
            date(2026, 10, 12): lambda: self._asks("Старт: взгляд наставляемого"),
            date(2026, 10, 14): lambda: self._asks("Старт: взгляд наставника"),
            date(2026, 10, 20): self._reminds,
            date(2026, 11, 9): lambda: pairing.proposes(self.phone),
            date(2026, 11, 17): lambda: pairing.orders(self.phone, "64-о"),
            date(2026, 12, 8): lambda: self._announces("Наставникам", SEMINAR),
            date(2027, 1, 13): lambda: pairing.proposes(self.phone),
            date(2027, 1, 20): lambda: pairing.orders(self.phone, "7-о"),
            date(2027, 1, 19): lambda: self._asks("Середина пути: наставляемый"),
            date(2027, 1, 21): lambda: self._asks("Середина пути: наставник"),
            date(2027, 4, 20): lambda: self._asks("Итог: наставляемый"),
            date(2027, 4, 22): lambda: self._asks("Итог: наставник"),
            date(2027, 5, 11): lambda: self._announces("Всем", ROUND_TABLE),
        }

    async def sets_up(self, people: Sequence[Resident]) -> None:
        """From the invitation of the command line to a list of people and a roadmap with its days."""
        self.bot.world.add_user("Вера", "Орлова", user_id=self.phone.user_id)
        await self.phone.starts(await self._invitation())
        await self.phone.presses(common.UNDERSTOOD)
        await self.phone.says("Школа № 12")
        await self.phone.says("Москва")
        await self.phone.says("/roadmap")
        await self._presses("Ответить на вопросы (5)", *GAPS, "Подтвердить сроки")
        await self.phone.says("/roadmap")
        await self._presses("Календарь школы", "Предложить по четвертям", "Записать эти каникулы")
        await self.phone.sends_file(SAMPLE_NAME, staff_xlsx([each.staff_row for each in people]))
        await self._presses("Добавить")

    async def brings_in(self, teacher: Teacher) -> None:
        """A link from the card, handed over; the teacher consents and gives leave to be written to."""
        person = teacher.resident
        _, first_name, _ = person.full_name.split()
        self.bot.world.add_user(first_name, person.full_name.split()[0], user_id=person.user_id)
        await self.phone.says(person.full_name)
        await self._presses(cards.LINK)
        given = next(each.text for each in reversed(self.phone.messages) if "?start=" in each.text)
        await teacher.phone.starts(given.partition("?start=")[2].split()[0])
        for label in (common.AGREE, "Да, можно напоминать"):
            await teacher.phone.presses(label)

    async def lives(self, day: date) -> None:
        """What stands in the diary for this day."""
        if day in self._deeds:
            await self._deeds[day]()

    async def looks(self) -> None:
        """In the late afternoon, at a reminder of the roadmap: two days of three there is time for it."""
        opens = next((each for each in self.phone.buttons if each.startswith("Открыть: ")), None)
        if digests.PUT_OFF in self.phone.buttons and opens and self._chance.random() < 0.67:
            await self.phone.presses(opens)
            await self._marks_done()

    async def _marks_done(self) -> None:
        done = (stages.WITHOUT_PAPER, stages.DONE)
        label = next((each for each in done if each in self.phone.buttons), None)
        if label:
            await self.phone.presses(label)
            await self.phone.says("Сделано, документы в папке программы")

    async def _invitation(self) -> str:
        async with self.bot.machine.database.write() as tx:
            now = self.bot.clock.now()
            await installation.note_username(tx, self.bot.world.bot.username, now)
            secret = await invitations.invite_role(
                tx, Role.COORDINATOR, school_id=None, full_name=self.phone.name, now=now
            )
        return secret.token

    async def _invites_mentors(self) -> None:
        await self.phone.says("/mentors")
        await self._presses("Пригласить ответить на анкету")
        await self._chooses("Выбрать всех со стажем")

    async def _asks(self, title: str) -> None:
        await self.phone.says("/forms")
        await self._presses(title, "Попросить ответить")
        await self._chooses("Выбрать всех, кто не ответил")

    async def _chooses(self, everybody: str) -> None:
        """Nobody to ask is the end of it."""
        if any(each.startswith(everybody) for each in self.phone.buttons):
            await self._presses(everybody, common.NEXT)
            await self._sends()

    async def _announces(self, to: str, text: str) -> None:
        await self.phone.says("/write")
        await self.phone.presses(to)
        await self.phone.says(text)
        await self._sends()

    async def _reminds(self) -> None:
        await self.phone.says("/bank")
        await self.phone.presses(bank.REMIND)
        await self._sends()

    async def _sends(self) -> None:
        """Nobody to send to is the end of it."""
        if any(each.startswith(common.SEND) for each in self.phone.buttons):
            await self.phone.presses(common.SEND)

    async def _presses(self, *labels: str) -> None:
        for label in labels:
            await self.phone.presses(label)
