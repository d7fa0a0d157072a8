"""Updates of every kind, whole and damaged: none kills the bot, none of a stranger has an effect, all are answered."""

import asyncio
import json
import random
from pathlib import Path

from sandbox.world.model import Call, Json
from storage.vocabulary import Role
from tests.bench.figures import at_most
from tests.cast import Person
from tests.conftest import School
from tests.dialogs.test_rights import with_role
from tests.dialogs.test_rights_everywhere import (
    a_school_at_work,
    everything,
    mine,
    others_are_as_before,
    stranger,
    who_waits,
)
from tests.fuzz.posting import GROUPS, Posted, Posting, push
from tests.fuzz.seeds import amounts, seed
from tests.soak.measuring import Measured

CORPUS = sorted((Path(__file__).parent / "corpus" / "updates").glob("*.json"))
# The last one: an answer to a sender or out of a group that damage has made up.
OF_THE_UNREADABLE = ("update seq=", "ALARM: update seq=", "ALARM: a message could not be sent: reply, 400")
NO_SUCH_FILE = "job "
ANSWERS = frozenset({"sendMessage", "editMessageText", "sendDocument", "sendPhoto", "editMessageCaption"})


async def everybody(school: School) -> list[Person]:
    """Of every role there is, and of none."""
    await a_school_at_work(school)
    cast = school.cast
    others = [await who_waits(school), await with_role(school, Role.DIRECTOR), await stranger(school)]
    return [cast.coordinator, cast.teacher, cast.colleague, *others]


def unanswered(posted: list[Posted], calls: list[Call]) -> list[Posted]:
    chats = {call.chat_id for call in calls if call.method in ANSWERS}
    presses = {call.params.get("callback_query_id") for call in calls if call.method == "answerCallbackQuery"}
    return [
        each
        for each in posted
        if (each.press and each.press not in presses) or (each.is_said_to_the_bot and each.by.user_id not in chats)
    ]


async def comes_through(school: School, posted: list[Posted]) -> None:
    """Everything is handled; what is parked is only what nobody could have read."""
    bot = school.cast.bot
    said = len(bot.world.log)
    await bot.settle()
    while await bot.fetch(int, "SELECT seq FROM inbox WHERE state = 'new'"):
        await asyncio.sleep(0)  # a row that failed comes again a little later
        await bot.settle()
    parked = set(await bot.fetch(int, "SELECT update_id FROM inbox WHERE state = 'dead'"))
    crashed = [each for each in posted if each.readable and each.update["update_id"] in parked]
    assert not crashed, [json.dumps(each.update) for each in crashed]
    silent = unanswered(posted, bot.world.log[said:])
    assert not silent, [json.dumps(each.update) for each in silent]


@amounts(few=120, many=5_000)
async def test_updates_of_every_kind_are_handled_and_answered(school: School, amount: int, measured: Measured) -> None:
    chance = random.Random(seed(new=amount > 1_000))
    people = await everybody(school)
    posting = Posting(school.cast.bot.world, chance)
    school.cast.bot.allows(*OF_THE_UNREADABLE, NO_SUCH_FILE)
    meant = 0
    for _ in range(amount // len(people)):
        posted = [posting.posts(person, shown(person)) for person in people]
        await comes_through(school, posted)
        meant += sum(not each.readable for each in posted)
    (parked,) = await school.cast.bot.fetch(int, "SELECT COUNT(*) FROM inbox WHERE state = 'dead'")
    measured(at_most("updates parked that could be read", max(parked - meant, 0), 0, "", note=f"{parked} parked"))


def shown(person: Person) -> list[str]:
    """Buttons of now and of before."""
    found = [button.data for message in person.messages[-5:] for button in message.buttons if button.data]
    return [*found, found[0][:-1], found[-1] + "0"] if found else []


@amounts(few=100, many=2_000)
async def test_updates_of_strangers_and_out_of_groups_have_no_effect(school: School, amount: int) -> None:
    chance = random.Random(seed(new=amount > 1_000))
    await a_school_at_work(school)
    outsiders = [await stranger(school), await who_waits(school)]
    own = frozenset[object]().union(*[await mine(school, each) for each in outsiders])
    posting, before = Posting(school.cast.bot.world, chance), await everything(school)
    school.cast.bot.allows(*OF_THE_UNREADABLE)
    data = [button.data for button in school.cast.coordinator.screen.buttons if button.data]
    for _ in range(amount // 4):
        posted = [posting.posts(each, data) for each in outsiders]
        for _ in range(2):
            update = posting.posts(school.cast.coordinator, data).update
            update |= {kind: in_group(kind, body, chance) for kind, body in update.items() if isinstance(body, dict)}
        await comes_through(school, posted)
    await others_are_as_before(school, before, own)


def in_group(kind: str, body: Json, chance: random.Random) -> Json:
    """The same, but in no chat of anybody's own."""
    group = chance.choice(tuple(GROUPS))
    chat = {"id": GROUPS[group], "type": group, "title": "Учительская"}
    if kind == "callback_query":
        return {**body, "message": {"message_id": 5, "date": 0, "chat": chat}}
    return {**body, "chat": chat}


async def test_what_once_broke_it_or_is_rare_is_handled_whoever_sends_it(school: School) -> None:
    """The corpus: «201» stands for whoever it is."""
    people = await everybody(school)
    bot = school.cast.bot
    bot.allows(NO_SUCH_FILE)
    assert CORPUS
    for path in CORPUS:
        written = path.read_text(encoding="utf-8")
        updates = [json.loads(written.replace("201", str(each.user_id))) for each in people]
        posted = [push(bot.world, update, each) for update, each in zip(updates, people, strict=True)]
        assert all(each.readable for each in posted), path.name
        await comes_through(school, posted)
