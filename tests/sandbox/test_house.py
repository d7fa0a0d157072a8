"""The sandbox process: the bot as its child, the clock, what is kept, who may use the page."""

import asyncio
import sys
from collections.abc import AsyncIterator, Callable
from datetime import timedelta
from io import BytesIO
from pathlib import Path

import aiohttp
import pytest
from openpyxl import load_workbook

from sandbox.__main__ import read_options
from sandbox.app import sandbox_app
from sandbox.botapi import serving
from sandbox.child import BotState
from sandbox.clock import ZONE, ForwardOnly, next_working_day
from sandbox.demo import HEADINGS, PLAYERS, STAFF, staff_xlsx
from sandbox.house import House, Options

ECHO = (sys.executable, str(Path(__file__).with_name("echo_bot.py")))
COORDINATOR = PLAYERS[0].user_id


async def until(condition: Callable[[], object]) -> None:
    """Wait for something that a process does."""
    async with asyncio.timeout(15):
        while not condition():
            await asyncio.sleep(0.02)


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    house = House(Options(folder=tmp_path / "data", command=ECHO))
    async with serving(sandbox_app(house)) as house.address:
        await house.open()
        await until(lambda: house.bot.state is BotState.RUNNING)
        yield house
        await house.close()


def heard(house: House, text: str) -> bool:
    """Whether the bot has written this to the coordinator."""
    return any(text in message.text for message in house.world.chat(COORDINATOR).visible if message.from_bot)


async def test_the_coordinator_is_invited_and_answered(house: House) -> None:
    assert house.person(COORDINATOR)["payload"] == "invite_42"
    house.world.start(COORDINATOR, house.payload)
    await until(lambda: heard(house, "/start invite_42"))


async def test_moving_the_clock_restarts_the_bot_with_the_new_time(house: House) -> None:
    later = house.clock.now() + timedelta(days=3)
    house.move_clock(later)
    await until(lambda: any(f"echo bot starts {later.date()}" in line for line in house.bot.lines))
    with pytest.raises(ForwardOnly):
        house.move_clock(later - timedelta(days=1))


async def test_a_killed_bot_stays_down_and_gets_its_updates_later(house: House) -> None:
    await house.kill_bot()
    assert house.bot.state is BotState.STOPPED
    house.world.start(COORDINATOR)
    house.move_clock(house.clock.now() + timedelta(hours=1))
    await asyncio.sleep(0.1)
    assert house.bot.state is BotState.STOPPED
    await house.restart_bot()
    await until(lambda: heard(house, "Здравствуйте"))


async def test_the_next_run_goes_on_when_asked(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    first = House(Options(folder=folder, command=ECHO))
    async with serving(sandbox_app(first)) as first.address:
        await first.open()
        await until(lambda: first.payload)
        first.world.start(COORDINATOR)
        first.move_clock(first.clock.now() + timedelta(days=30))
        await first.close()
    second = House(Options(folder=folder, command=ECHO, keep=True))
    async with serving(sandbox_app(second)) as second.address:
        await second.open()
        assert second.payload == "invite_42"
        assert second.world.chat(COORDINATOR).started
        assert second.clock.now() > first.clock.now() - timedelta(minutes=1)
        await second.close()


async def test_a_folder_that_is_not_ours_is_not_wiped(tmp_path: Path) -> None:
    (tmp_path / "thesis.docx").write_text("years of work")
    with pytest.raises(SystemExit, match="not a sandbox folder"):
        await House(Options(folder=tmp_path, command=ECHO)).open()
    assert (tmp_path / "thesis.docx").exists()


async def test_another_site_cannot_play(house: House) -> None:
    async with aiohttp.ClientSession(base_url=house.address) as http:
        say = {"user": COORDINATOR, "text": "я"}
        foreign = {"Origin": "https://example.com"}
        assert (await http.post("/ui/do/say", json=say, headers=foreign)).status == 403
        assert (await http.post("/ui/do/say", json=say, headers={"Host": "example.com"})).status == 403
        assert (await http.post("/ui/do/dance", json=say)).status == 404
        assert (await http.post("/ui/do/say", json=say)).status == 200
        back = await http.post("/ui/do/clock", json={"to": "2020-01-01T10:00"})
        assert (back.status, (await back.json())["error"]) == (409, "Часы идут только вперёд.")


async def test_the_page_is_told_everything_and_then_each_change(house: House) -> None:
    async with aiohttp.ClientSession(base_url=house.address) as http:
        stream = await http.get("/ui/events")
        assert await stream.content.readline() == b"event: everything\n"
        await http.post("/ui/do/send", json={"user": COORDINATOR, "what": "staff"})
        async with asyncio.timeout(5):
            while b"event: message" not in await stream.content.readline():
                pass
        (message,) = [one for one in house.world.chat(COORDINATOR).visible if not one.from_bot]
        file = await http.get(f"/ui/files/{COORDINATOR}/{message.id}/x")
        assert file.headers["Content-Disposition"] == "attachment"
        assert (await file.read())[:2] == b"PK"
        stream.close()


def test_the_sample_staff_list_has_all_players() -> None:
    sheet = load_workbook(BytesIO(staff_xlsx()), read_only=True).worksheets[0]
    rows = list(sheet.iter_rows(values_only=True))
    assert rows[0] == HEADINGS
    assert len(rows) == 25
    assert {row[5] for row in rows[1:]} == {"учитель", "заместитель", "директор", "психолог"}
    names = {" ".join(row.full_name.split()[1::-1]) for row in STAFF}
    assert {f"{player.first_name} {player.last_name}" for player in PLAYERS[:-1]} <= names


def test_the_next_working_day_is_after_lessons() -> None:
    options = read_options(["--at", "2026-09-04T14:10"], {})
    assert options.start_at is not None
    monday = next_working_day(options.start_at)
    assert monday.astimezone(ZONE).isoformat() == "2026-09-07T14:05:00+03:00"


def test_the_environment_is_read() -> None:
    given = {"SANDBOX_PORT": "9000", "SANDBOX_DATA": "elsewhere", "SANDBOX_BOT": "python 'my bot.py'"}
    options = read_options(["--keep"], given)
    assert (options.port, options.folder, options.keep) == (9000, Path("elsewhere"), True)
    assert options.command == ("python", "my bot.py")
