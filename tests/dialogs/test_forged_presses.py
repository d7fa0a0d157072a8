"""Callback data that nobody was shown: whatever it says, the press is answered and nothing of others changes."""

import random
from statistics import median
from time import process_time

import pytest

from handlers.presses import Act, Deed, Go, Spot, pack, unpack
from mentoring.filling import Move
from sandbox.world import Change, World
from tests.bench.figures import at_most
from tests.bot_under_test import BotUnderTest
from tests.cast import Person
from tests.conftest import School
from tests.dialogs.requesting import hands_in
from tests.dialogs.test_approvals import waits
from tests.dialogs.test_rights_everywhere import everything
from tests.dialogs.test_two_schools import Second, goes_to, second, teaches_in_both
from tests.soak.measuring import Measured

__all__ = ["second"]  # a fixture

PRESSES = 2_000
NUMBERS = ("-1", "-999", "", "x", "1e3", "1_0", "٣", "9" * 18, "9" * 19, "9" * 30, str(2**63 - 1), str(2**63), "0x1")
ARGUMENTS = ("", "x", "!", "2!", "coordinator.1", "0", "2", "-3", "12345", "9" * 40, "\0", "физика", "a:b:c", "²", "٣")
SEPARATORS = ":-_gatp0123456789"

EVERYTHING_OF = """
SELECT 'person ' || id || full_name || state || COALESCE(account_id, 0) || COALESCE(paused_until, '-')
       || COALESCE(erase_by, '-') AS line FROM person WHERE school_id = :school_id
UNION ALL SELECT 'run ' || id || state || place || step FROM form_run WHERE school_id = :school_id
UNION ALL SELECT 'answer ' || a.run_id || question || COALESCE(value, '') FROM answer a
          JOIN form_run f ON f.id = a.run_id WHERE f.school_id = :school_id
UNION ALL SELECT 'consent ' || c.id || c.kind || c.decision FROM consent c
          JOIN person p ON p.id = c.person_id WHERE p.school_id = :school_id
UNION ALL SELECT 'role ' || r.person_id || r.role FROM role r
          JOIN person p ON p.id = r.person_id WHERE p.school_id = :school_id
UNION ALL SELECT 'invite ' || id || COALESCE(used_at, '-') || COALESCE(revoked_at, '-') FROM invite
          WHERE school_id = :school_id
UNION ALL SELECT 'question ' || id || COALESCE(reply, '-') FROM question WHERE school_id = :school_id
UNION ALL SELECT 'school ' || name || city || address || time_zone || school_year || working_weekdays || privacy
          FROM school WHERE id = :school_id
ORDER BY line"""


class Forger:
    """Random and damaged data, the same at every run."""

    def __init__(self) -> None:
        self._chance = random.Random(20260908)

    def data(self, shown: list[str]) -> str:
        made = self._chance.random()
        if made < 0.35 and shown:
            return self._damaged(self._chance.choice(shown))
        if made < 0.45:
            return f"p:{self._number()}:{self._made()}"
        return self._made()

    def nonsense(self, shown: list[str]) -> str:
        """What no button ever says."""
        while unpack(data := self.data(shown)) is not None:
            pass
        return data

    def tosses(self, chance: float) -> bool:
        return self._chance.random() < chance

    def message(self) -> int:
        return self._chance.randrange(1, 400)

    def _made(self) -> str:
        kind = self._chance.choice("ggaaat")
        if kind == "g":
            return f"g:{self._chance.choice(list(Spot))}:{self._number()}:{self._number()}"
        if kind == "a":
            return f"a:{self._chance.choice(list(Deed))}:{self._number()}:{self._chance.choice(ARGUMENTS)}"
        numbers = ":".join(self._number() for _ in range(3))
        return f"t:{numbers}:{self._chance.choice(list(Move))}:{self._chance.choice(ARGUMENTS)}"

    def _number(self) -> str:
        return self._chance.choice(NUMBERS) if self._chance.random() < 0.3 else str(self._chance.randrange(30))

    def _damaged(self, data: str) -> str:
        """A button that stands on the screen, with a mark or two of it changed."""
        marks = list(data)
        for _ in range(self._chance.randint(1, 2)):
            at = self._chance.randrange(len(marks))
            marks[at : at + self._chance.randint(0, 1)] = self._chance.choice(SEPARATORS)
        return "".join(marks)


class StopWatch:
    """How long each press waits for its answer, by this process's own time: others may be busy. What the bot does
    after it is nobody's wait."""

    def __init__(self, world: World) -> None:
        self.pressed: dict[str, float] = {}
        self.waits: list[float] = []
        world.watch(self._sees)

    def _sees(self, change: Change) -> None:
        if change.toast is not None and change.toast.query_id in self.pressed:
            self.waits.append(process_time() - self.pressed.pop(change.toast.query_id))


@pytest.mark.parametrize(
    "data",
    [
        "",
        "g",
        "g:menu",
        "g:menu:0",
        "g:menu:-1:0",
        "g:menu:0:-1",
        f"g:req:{2**63}:0",
        "g:req: 1:0",
        "g:req:1_0:0",
        "g:req:٣:0",
        "g:nowhere:0:0",
        f"a:sw:{'9' * 30}:",
        "a:sw:-5:",
        "a:sw",
        "t:1:0:-999:ch:",
        f"t:{2**63}:0:0:pk:x",
        "p:1:",
        "p:0:g:menu:0:0",
        "p:-1:g:menu:0:0",
        "p:1:p:1:g:menu:0:0",
        "p:" * 5_000,
    ],
)
def test_data_that_is_not_ours_means_nothing(data: str) -> None:
    assert unpack(data) is None


def test_largest_number_that_a_database_holds_is_read() -> None:
    largest = 2**63 - 1
    assert unpack(pack(Go(Spot.PERSON, largest))) == Go(Spot.PERSON, largest)
    assert unpack(pack(Act(Deed.ERASE, largest))) == Act(Deed.ERASE, largest)


@pytest.mark.parametrize("presses", [PRESSES, pytest.param(10_000, marks=pytest.mark.soak)])
async def test_forged_presses_are_answered_and_touch_no_other_school(
    school: School, second: Second, presses: int, measured: Measured
) -> None:
    cast = school.cast
    await teaches_in_both(school, second)
    await goes_to(cast.teacher, "Школа № 99")
    await cast.deputy.says("/menu")
    before = await cast.bot.fetch(str, EVERYTHING_OF, school_id=second.id)
    forgers = await _forgers(school)
    forge, watch = Forger(), StopWatch(cast.bot.world)
    for _ in range(presses // len(forgers) // 5):
        for person in forgers:
            shown = [button.data for button in person.screen.buttons if button.data]
            for _ in range(5):
                under = person.screen.id if forge.tosses(0.9) else forge.message()  # nobody's, or somebody else's
                watch.pressed[cast.bot.world.press_data(person.user_id, under, forge.data(shown))] = process_time()
        await _answers(cast.bot)
    note = f"p50 {median(watch.waits):.2g} s, {len(watch.waits):,} presses, twenty at once"
    measured(at_most("forged press, the slowest answer of all", max(watch.waits), 1.0, "s", note=note))
    assert not watch.pressed
    assert await cast.bot.fetch(str, "SELECT error FROM inbox WHERE state = 'dead'") == []
    assert await cast.bot.fetch(int, "SELECT COUNT(*) FROM inbox WHERE state = 'new'") == [0]
    assert not [each for person in forgers for each in cast.bot.world.spinners(person.user_id)]
    assert await cast.bot.fetch(str, EVERYTHING_OF, school_id=second.id) == before


@pytest.mark.parametrize("presses", [PRESSES, pytest.param(10_000, marks=pytest.mark.soak)])
async def test_what_means_nothing_changes_nothing_of_ones_own_school_nor_does_a_stranger(
    school: School, presses: int, measured: Measured
) -> None:
    """Whatever means something is a press as any other: what it may do is told elsewhere."""
    cast, forge = school.cast, Forger()
    forgers = await _forgers(school)
    before = await everything(school)
    for _ in range(presses // len(forgers) // 5):
        for person in forgers:
            shown = [button.data for button in person.screen.buttons if button.data]
            for _ in range(5):
                data = forge.data(shown) if person is cast.outsider else forge.nonsense(shown)
                cast.bot.world.press_data(person.user_id, person.screen.id, data)
        await cast.bot.settle()
    changed = {row.table for row in before ^ await everything(school)}
    measured(at_most("tables of one's own school changed", len(changed), 0, "", note=" ".join(sorted(changed))))
    assert not [each for person in forgers for each in cast.bot.world.spinners(person.user_id)]


@pytest.mark.parametrize("kind", ["group", "supergroup", "channel"])
async def test_presses_in_a_group_do_nothing_and_are_answered(school: School, kind: str) -> None:
    """Also of a coordinator, and also with data that would do something in their own chat."""
    cast, forge = school.cast, Forger()
    await hands_in(school, cast.teacher, "Соколова Анна Ильинична")
    (person_id,) = await cast.bot.fetch(int, "SELECT id FROM person WHERE full_name LIKE 'Соколова%'")
    meant = [pack(Act(Deed.REMOVE, person_id)), pack(Act(Deed.STAFF_ROOM_OPEN)), pack(Act(Deed.NOT_STRICT))]
    before = await cast.bot.fetch(str, EVERYTHING_OF, school_id=school.id)
    told = len(cast.coordinator.messages)
    for number in range(200):
        shown = [button.data for button in cast.coordinator.screen.buttons if button.data]
        data = meant[number % len(meant)] if forge.tosses(0.3) else forge.data(shown)
        cast.bot.world.state.updates.push("callback_query", _in_group(cast.coordinator, kind, number, data))
    await cast.bot.settle()
    assert await cast.bot.fetch(str, "SELECT error FROM inbox WHERE state = 'dead'") == []
    assert await cast.bot.fetch(str, EVERYTHING_OF, school_id=school.id) == before
    assert len(cast.coordinator.messages) == told


def _in_group(by: Person, kind: str, number: int, data: str) -> dict[str, object]:
    chat: dict[str, object] = {"id": -1_000_000_000_777, "type": kind, "title": "Учительская"}
    return {
        "id": f"9{number}",
        "from": {"id": by.user_id, "is_bot": False, "first_name": "Вера"},
        "message": {"message_id": 5, "chat": chat, "date": 0},
        "chat_instance": "7",
        "data": data,
    }


async def _answers(bot: BotUnderTest) -> None:
    """Everybody first: the papers that a press may order are made by another process, and here by this one."""
    machine = bot.machine
    await machine.intake.poll(timeout=0)
    while await machine.lanes.work():
        await machine.sender.settle()
    await bot.settle()


async def _forgers(school: School) -> tuple[Person, ...]:
    """A coordinator, a teacher with a request, somebody who waits, and a stranger: all of school № 12 or of none."""
    cast = school.cast
    await hands_in(school, cast.colleague, "Рябинин Игорь Олегович")
    await waits(school, cast.newcomer, "Берёзова Ольга Львовна")
    await cast.outsider.says("Здравствуйте")
    return cast.coordinator, cast.colleague, cast.newcomer, cast.outsider
