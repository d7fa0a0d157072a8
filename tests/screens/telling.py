"""Stories that have the bot say something on its own: nobody's screens are looked at after them."""

from datetime import UTC, datetime, timedelta

from handlers.presses import Act, Deed, pack
from mentoring import watch
from tests.conftest import School
from tests.dialogs.gathering import at, makes
from tests.dialogs.offering import offers
from tests.dialogs.pairing import MENTOR, agreed
from tests.dialogs.practising import collects, opens_own, shared
from tests.dialogs.rounds import answer, asked
from tests.dialogs.shelving import mentor
from tests.dialogs.test_approvals import deputy_of, opens_queue, waits
from tests.dialogs.test_erased_files import proposes
from tests.dialogs.test_leaving import leaves
from tests.dialogs.test_pair_drafts import ANNA, IGOR, OLGA
from tests.dialogs.waiting import alone, days_pass, tick


async def some_are_let_in(school: School) -> None:
    cast = school.cast
    await school.lists(ANNA)
    await waits(school, cast.teacher, ANNA)
    await waits(school, cast.newcomer, OLGA)
    coordinator = await opens_queue(school)
    for label in ("Соколова А. И.", "Это Соколова А. И."):
        await coordinator.presses(label)
    await opens_queue(school)
    for label in ("Берёзова О. П.", "Не впускать", "Не впускать"):
        await coordinator.presses(label)


async def question_answered(school: School) -> None:
    teacher, coordinator = school.cast.teacher, school.cast.coordinator
    await school.brings_in(teacher, ANNA)
    await teacher.says("/menu")
    await teacher.presses("Спросить координатора")
    await teacher.says("Можно ли встречаться до первого урока?")
    await coordinator.says("/questions")
    for label in ("Соколова А. И.", "Ответить"):
        await coordinator.presses(label)
    await coordinator.says("Да, если так удобно вам обоим.")


async def somebody_leaves(school: School) -> None:
    await agreed(school)
    await leaves(school, "Рябинин")
    await school.cast.bot.tick()


async def coordinator_reminds(school: School) -> None:
    cast = school.cast
    await school.brings_in(cast.teacher, ANNA)
    cast.bot.clock.to(datetime(2026, 9, 8, 12, 0, tzinfo=UTC))
    await cast.coordinator.says("/remind")
    await cast.coordinator.presses("Отправить 1 человеку")


async def round_is_over(school: School) -> None:
    await answer(*await asked(school))
    await at(school.cast, 9, 30, 14)


async def mentor_appears(school: School) -> None:
    await alone(school)
    await days_pass(school.cast, 7)
    await offers(school, school.cast.colleague, MENTOR)
    await tick(school.cast, datetime(2026, 9, 15, 15, 40, tzinfo=UTC))


async def card_taken_back(school: School) -> None:
    teacher = await shared(school)
    await collects(school)
    await opens_own(teacher)
    for label in ("Кто видит карточку", "Не показывать"):
        await teacher.presses(label)
    await at(school.cast, 9, 8, 15)


async def talk_accepted(school: School) -> None:
    cast = school.cast
    for person, name in ((cast.teacher, ANNA), (cast.colleague, IGOR)):
        await school.brings_in(person, name)
    await makes(cast.coordinator, "Школьная конференция", "17.09.2026", whom="Выберу сам(а)")
    for label in ("Кого пригласить", "☐ Соколова А. И.", "К приглашению", "Пригласить (1)"):
        await cast.coordinator.presses(label)
    await at(cast, 9, 8, 14)
    for label in ("Подробнее", "Хочу выступить"):
        await cast.teacher.presses(label)
    await cast.teacher.says("Устный счёт за пять минут")
    (speaker,) = await cast.bot.fetch(int, "SELECT id FROM person WHERE full_name = :name", name=ANNA)
    await cast.coordinator.presses_data(pack(Act(Deed.TALK_ACCEPT, 1, str(speaker))))


async def material_taken(school: School) -> None:
    await mentor(school)
    await proposes(school.cast.colleague)
    await school.cast.coordinator.presses_data(pack(Act(Deed.MATERIAL_TAKE, 1)))


async def bot_was_off(school: School) -> None:
    bot = school.cast.bot
    async with bot.machine.database.write() as tx:
        await watch.note_poll(tx, bot.clock.now() - timedelta(hours=26))
        await watch.tell_of_gap(tx, bot.clock.now())
    await at(school.cast, 9, 8, 15)


async def role_is_taken(school: School) -> None:
    await deputy_of(school)
    for said, label in (("Лугов", "Роль"), ("", "Снять роль: заместитель координатора"), ("", "Да, снять роль")):
        if said:
            await school.cast.coordinator.says(said)
        await school.cast.coordinator.presses(label)


STORIES = (
    *(some_are_let_in, question_answered, somebody_leaves, coordinator_reminds, round_is_over, mentor_appears),
    *(card_taken_back, talk_accepted, material_taken, bot_was_off, role_is_taken),
)
