"""Logs and stored errors at DEBUG, with every trouble at once: no token, no name, no text that anybody wrote."""

import asyncio
import json
import logging
import re
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from io import StringIO
from pathlib import Path

import pytest
from pydantic import SecretStr

from bot import log, running
from bot.clock import Clock
from bot.faults import place_of
from bot.machine import Machine
from bot.settings import Settings
from bot.wiring import build
from mentoring.access import actor
from mentoring.jobs import Work, order
from sandbox.botapi import api_app, serving
from sandbox.world import DOWNLOAD, Fault, FaultKind, World
from storage.database import open_database
from storage.migrations import migrate
from tests.bench.figures import at_most
from tests.bot_under_test import SameProcessWorker
from tests.machine.seeds import COORDINATOR, sow
from tests.soak.measuring import Measured

CHECKOUT = Path(__file__).resolve().parents[2]
PHONE = "+79001234567"
MARKER = "Primetova"  # in Latin letters: JSON on its way would hide Cyrillic ones as \\u0000
TOKEN = "7654321:" + "Q" * 35
ANNA = 201


@pytest.fixture(params=["text", "json"])
def written(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> Iterator[StringIO]:
    """What `python -m bot` writes to standard error at DEBUG."""
    root = logging.getLogger()
    before = (root.level, list(root.handlers))
    stream = StringIO()
    monkeypatch.setattr("sys.stderr", stream)
    log.configure(Settings(_env_file=None, log_level="DEBUG", log_format=request.param))  # type: ignore[call-arg]  # of pydantic-settings
    yield stream
    if request.param == "json":
        assert {tuple(json.loads(line)) for line in stream.getvalue().splitlines()} == {("at", "level", "from", "text")}
    root.setLevel(before[0])
    root.handlers[:] = before[1]


@pytest.fixture
async def told(tmp_path: Path) -> AsyncIterator[tuple[World, Machine]]:
    """The machine over HTTP, as it runs against Telegram."""
    clock = Clock()
    world = World(clock.now)
    world.add_bot(TOKEN)
    asyncio.get_running_loop().set_exception_handler(running.log_place)
    async with serving(api_app(world)) as address:
        database = await open_database(f"sqlite:///{tmp_path / 'log.db'}")
        await migrate(database, now=clock.now())
        await sow(database, world, [ANNA], clock.now())
        settings = Settings(
            _env_file=None,  # type: ignore[call-arg]  # of pydantic-settings, not a field
            bot_token=SecretStr(TOKEN),
            telegram_api_base=address,
            data_dir=tmp_path,
            log_level="DEBUG",
        )
        machine = build(settings, database, clock=clock, worker=SameProcessWorker(), sleep=lambda _: asyncio.sleep(0))
        yield world, machine
        await machine.close()


def misfortunes() -> list[Fault]:
    refusals = [
        (400, f"Bad Request: message is too long: {MARKER}"),
        (500, f"Internal Server Error: {MARKER}"),
        (403, "Forbidden: bot was blocked by the user"),
    ]
    return [
        *(Fault(kind=FaultKind.REFUSE, code=code, description=words) for code, words in refusals),
        Fault(kind=FaultKind.HTML, code=502),
        Fault(kind=FaultKind.LOST_ANSWER),
        Fault(kind=FaultKind.NOT_ARRIVED),
        Fault(kind=FaultKind.REFUSE, code=500, method="getUpdates"),
        Fault(kind=FaultKind.HTML, code=502, method="getUpdates"),
        Fault(kind=FaultKind.LOST_ANSWER, method="getUpdates"),
        Fault(kind=FaultKind.REFUSE, code=409, description=f"Conflict: {MARKER}", method="getUpdates"),
        Fault(kind=FaultKind.REFUSE, code=400, description=f"Bad Request: {MARKER}", method="getFile"),
        Fault(kind=FaultKind.REFUSE, code=404, description=f"Not Found: {MARKER}", method=DOWNLOAD),
        Fault(kind=FaultKind.REFUSE, code=500, description=MARKER, method=DOWNLOAD),
        Fault(kind=FaultKind.HTML, code=502, method=DOWNLOAD),
        # Twice: a cut connection that was used before aiohttp replaces by itself.
        Fault(kind=FaultKind.NOT_ARRIVED, method=DOWNLOAD, times=2),
        Fault(kind=FaultKind.LOST_ANSWER, method=DOWNLOAD, times=2),
    ]


async def live_through(world: World, machine: Machine) -> None:
    """Everything that may go wrong, with the marker in every place that a person can write to."""
    await machine.recover()
    world.say(ANNA, "/menu")
    await machine.settle()
    for fault in misfortunes():
        world.faults.add(fault)
        world.say(ANNA, f"{MARKER}\n{PHONE}")
        for person in (ANNA, COORDINATOR):  # whose file is read, as a staff list
            world.send_file(person, f"{MARKER}.xlsx", MARKER.encode(), caption=MARKER)
        world.state.updates.push("message", {"from": {"id": ANNA, "first_name": MARKER}, "text": MARKER})
        world.press_data(ANNA, 1, f"a:{MARKER}")
        run = asyncio.create_task(machine.intake.run())
        for _ in range(12):
            await machine.lanes.work()
            await machine.jobs.work()
            await asyncio.sleep(0.005)
        await machine.sender.settle()
        run.cancel()
        await asyncio.gather(run, return_exceptions=True)
    await machine.settle()
    assert not world.faults.waiting


async def test_nothing_of_people_and_no_token_gets_into_the_log(
    written: StringIO, told: tuple[World, Machine], measured: Measured
) -> None:
    world, machine = told
    async with machine.database.write() as tx:
        member = (await actor(tx, COORDINATOR)).member
        assert member is not None
        await order(tx, member, COORDINATOR, Work.TABLE, machine.clock.now(), file_id=f"no-such-{TOKEN}")
    await live_through(world, machine)
    logging.getLogger("bot.somewhere").debug("a line of our own")
    for logger in ("aiohttp.client", "asyncio", "bot.somewhere"):
        logging.getLogger(logger).error("https://api/file/bot%s/documents/1", TOKEN)
    text = written.getvalue()
    assert "polling failed" in text
    assert "is parked: ValidationError at unit.py:" in text
    assert "failed, try 3" in text
    failed = re.findall(r"\(table\) failed, try 1: (\w+) at ", text)
    assert {"ClientResponseError", "ServerDisconnectedError", "TelegramBadRequest"} <= set(failed)
    assert re.search('DEBUG"?.*bot.somewhere.*a line of our own', text)
    found, lines = text.count(MARKER) + text.count(PHONE), len(text.splitlines())
    measured(at_most("names, phones and texts in the log", found, 0, "", note=f"of {lines} lines"))
    measured(at_most("tokens in the log", len(re.findall(r"\d{6,}:[A-Za-z0-9_-]{30,}", text)), 0, ""))
    assert "<token>" in text


async def test_stored_errors_say_where_and_not_what(told: tuple[World, Machine]) -> None:
    world, machine = told
    await live_through(world, machine)
    async with machine.database.read() as tx:
        errors = await tx.all(str, "SELECT error FROM inbox WHERE error <> '' UNION ALL SELECT error FROM job")
        reasons = await tx.all(str, "SELECT reason FROM outbox")
    assert errors
    assert MARKER not in json.dumps([errors, reasons], ensure_ascii=False)


async def test_error_that_nobody_awaited_is_logged_without_its_text(
    written: StringIO, told: tuple[World, Machine]
) -> None:
    async def fails() -> None:
        fail()

    task = asyncio.create_task(fails())
    await asyncio.wait([task])
    del task
    assert "unheard of: LookupError at test_privacy_of_logs.py:" in written.getvalue()
    assert MARKER not in written.getvalue()


def fail() -> None:
    raise LookupError(MARKER)


def test_exception_in_a_log_line_is_named_and_not_quoted(written: StringIO) -> None:
    try:
        fail()
    except LookupError:
        logging.getLogger("library").exception("it failed")
    assert "it failed (LookupError)" in written.getvalue()
    assert MARKER not in written.getvalue()


BY_ITSELF = f"""
import sys, threading, warnings
from bot import log
from bot.settings import Settings

log.configure(Settings(_env_file=None, log_format=sys.argv[1]))
log.hush()

def fails():
    raise LookupError("{MARKER}")

class Falls:
    def __del__(self):
        raise LookupError("{MARKER}")

thread = threading.Thread(target=fails)
thread.start()
thread.join()
Falls()
warnings.warn("{MARKER}")
log.last_line("the end")
"""


@pytest.mark.parametrize("style", ["text", "json"])
def test_what_python_prints_by_itself_is_in_the_log_without_its_text(style: str) -> None:
    ended = subprocess.run(
        [sys.executable, "-c", BY_ITSELF, style], capture_output=True, text=True, check=True, cwd=CHECKOUT
    )
    lines = ended.stderr.splitlines()
    assert MARKER not in ended.stderr + ended.stdout
    for words, line in zip(["a thread ended: LookupError", "nobody can catch: LookupError"], lines, strict=False):
        assert words in line
    assert "UserWarning" in lines[2]
    assert "the end" in lines[3]
    assert len(lines) == 4
    if style == "json":
        assert [json.loads(line)["level"] for line in lines] == ["ERROR", "ERROR", "WARNING", "CRITICAL"]


def test_place_of_an_error_is_the_last_of_our_own_lines() -> None:
    with pytest.raises(ValueError) as caught:
        json.loads("{" + MARKER)
    assert re.fullmatch(r"JSONDecodeError at test_privacy_of_logs\.py:\d+", place_of(caught.value))
