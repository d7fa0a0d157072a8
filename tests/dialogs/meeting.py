"""A pair at work, brought to a meeting in as few taps as it takes; and whatever its tests look at."""

from datetime import UTC, datetime

from mentoring import pair_ends, pairs
from mentoring.access import actor
from mentoring.pairs import Beginning
from storage.contact_notes import Note
from storage.vocabulary.pairs import EndReason, Format, Origin, PairState
from tests.cast import Cast, Person
from tests.conftest import School
from tests.dialogs.pairing import agreed
from tests.scenes import scene

NOTES = """SELECT id, pairing_id, author_id, held_on, how, topics, next_step, noted_at, answer, answered_by,
                  taken_back_at FROM contact_note ORDER BY id"""


@scene
async def ordered(school: School) -> int:
    """The pair of `agreed` stands in an order since 9 September; its id."""
    await agreed(school)
    pairing_id = (await school.cast.bot.fetch(int, "SELECT id FROM pairing"))[0]
    await moves(school, pairing_id, PairState.ORDERED)
    return pairing_id


async def moves(school: School, pairing_id: int, state: PairState) -> None:
    bot = school.cast.bot
    async with bot.machine.database.write() as tx:
        pair = await pairs.read(tx, school.id, pairing_id)
        assert pair is not None
        assert await pairs.move(tx, pair.pairing, state, by=None, now=bot.clock.now())


@scene
async def begins(school: School, mentors: tuple[int, ...], mentees: tuple[int, ...]) -> int:
    bot = school.cast.bot
    async with bot.machine.database.write() as tx:
        member = (await actor(tx, school.cast.coordinator.user_id)).member
        assert member is not None
        form = Format.GROUP if len(mentees) > 1 else Format.ONE_TO_ONE
        of = Beginning(mentors, mentees, form, PairState.ACTIVE, Origin.BROUGHT)
        return await pairs.begin(tx, member, of, bot.clock.now())


async def opens(person: Person) -> None:
    await person.says("Моя пара")
    await person.presses("Найти время")


async def ends(school: School, pairing_id: int) -> None:
    bot = school.cast.bot
    async with bot.machine.database.write() as tx:
        member = (await actor(tx, school.cast.coordinator.user_id)).member
        assert member is not None
        assert await pair_ends.end(tx, member, pairing_id, EndReason.TERM, bot.clock.now())


async def notes(person: Person, day: str = "Сегодня", topic: str = "Урок и методика") -> None:
    """From the pair to the note."""
    await person.says("Моя пара")
    await person.presses("Встреча была")
    await person.presses(day)
    await person.presses(topic)


async def kept(cast: Cast) -> list[Note]:
    return await cast.bot.fetch(Note, NOTES)


async def state_of(cast: Cast, pairing_id: int) -> str:
    return (await cast.bot.fetch(str, "SELECT state FROM pairing WHERE id = :id", id=pairing_id))[0]


async def rings(cast: Cast, month: int, day: int, hour: int = 15, year: int = 2026) -> None:
    """The alarm clock rings at five past that hour of Moscow."""
    cast.bot.clock.to(datetime(year, month, day, hour - 3, 5, tzinfo=UTC))
    await cast.bot.tick()
