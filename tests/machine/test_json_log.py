"""LOG_FORMAT=json at DEBUG, by webhook and by polling, amid every trouble: one object a line, and nobody in it."""

import asyncio
import json
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from aiohttp import ClientSession

from bot.webhook import SECRET_HEADER
from sandbox.world import DOWNLOAD, Fault, FaultKind
from tests.machine.child import TOKEN, Child, child
from tests.machine.seeds import COORDINATOR
from tests.postman import Postman, unused_port

pytestmark = pytest.mark.slow

SECRET = "W" * 40
MARKER, PHONE = "Primetova", "+79001234567"
ANNA = 201
HANGS_SECONDS = 40
AS_JSON = {"LOG_FORMAT": "json", "LOG_LEVEL": "DEBUG"}


@pytest.fixture
async def bot(tmp_path: Path) -> AsyncIterator[Child]:
    async with child(tmp_path, ANNA) as made:
        yield made


def objects(bot: Child) -> list[dict[str, str]]:
    return [json.loads(line) for line in bot.lines]


async def lives_through_everything(bot: Child) -> None:
    """What a person may write stands in every place for it, while the Bot API refuses, hangs up and talks nonsense."""
    refusals = [(400, "Bad Request: message is too long"), (500, "Internal Server Error"), (403, "Forbidden")]
    faults = [Fault(kind=FaultKind.REFUSE, code=code, description=f"{words}: {MARKER}") for code, words in refusals]
    faults += [Fault(kind=FaultKind.HTML, code=502), Fault(kind=FaultKind.LOST_ANSWER)]
    for kind in (FaultKind.REFUSE, FaultKind.HTML, FaultKind.LOST_ANSWER):
        for method in ("getUpdates", "getWebhookInfo", "getFile"):
            faults.append(Fault(kind=kind, method=method, description=f"Internal Server Error: {MARKER}"))
    for fault in faults:
        bot.world.faults.add(fault)
        bot.world.say(ANNA, f"{MARKER} {PHONE}")
        bot.world.send_file(ANNA, f"{MARKER}.xlsx", MARKER.encode(), caption=PHONE)
        bot.world.state.updates.push("message", {"chat": {"id": ANNA}, "from": {"id": ANNA, "first_name": MARKER}})
        bot.world.press_data(ANNA, 1, f"a:{MARKER}")
        await asyncio.sleep(0.1)
    bot.world.faults.clear()
    await sends_lists_that_do_not_arrive(bot)
    await asyncio.sleep(3)


async def sends_lists_that_do_not_arrive(bot: Child) -> None:
    """The address of a file's content holds the token. A cut connection that was used before aiohttp replaces by
    itself: so each trouble comes twice."""
    for kind in (FaultKind.REFUSE, FaultKind.HTML, FaultKind.NOT_ARRIVED, FaultKind.LOST_ANSWER):
        bot.world.faults.add(Fault(kind=kind, method=DOWNLOAD, times=2, description=MARKER))
        bot.world.send_file(COORDINATOR, f"{MARKER}.xlsx", MARKER.encode(), caption=PHONE)
        await bot.until(lambda: not bot.world.faults.waiting)


def tells_nothing(bot: Child) -> None:
    assert {tuple(each) for each in objects(bot)} == {("at", "level", "from", "text")}
    text = "\n".join(bot.lines)
    assert "ClientResponseError at jobs.py" in text
    assert "ServerDisconnectedError at jobs.py" in text
    assert said_of_anybody(bot) == []


def said_of_anybody(bot: Child) -> list[str]:
    text = "\n".join(bot.lines)
    return [word for word in (TOKEN, TOKEN.partition(":")[2], SECRET, MARKER, PHONE) if word in text]


async def test_by_polling(bot: Child) -> None:
    async def during() -> None:
        await bot.has_called("deleteWebhook")
        await lives_through_everything(bot)

    assert await bot.run(during, AS_JSON) == 0
    tells_nothing(bot)
    assert "polling failed" in "\n".join(bot.lines)


@pytest.mark.soak
async def test_by_polling_where_answers_hang_until_they_are_given_up(bot: Child) -> None:
    """A question for updates after 35 seconds, a file's content after 30."""

    async def during() -> None:
        await bot.has_called("deleteWebhook")
        for method in ("getUpdates", DOWNLOAD):
            bot.world.faults.add(Fault(kind=FaultKind.HANG, method=method, seconds=600))
        bot.world.send_file(COORDINATOR, f"{MARKER}.xlsx", MARKER.encode(), caption=PHONE)
        bot.world.say(ANNA, f"{MARKER} {PHONE}")
        await bot.until(lambda: not bot.world.faults.waiting)
        await asyncio.sleep(HANGS_SECONDS)

    assert await bot.run(during, AS_JSON) == 0
    text = "\n".join(bot.lines)
    assert "polling failed: TelegramNetworkError" in text
    assert "(table) failed, try 1: TimeoutError" in text
    assert said_of_anybody(bot) == []


async def test_by_webhook_amid_forgers(bot: Child) -> None:
    port = unused_port()

    async def forges() -> None:
        url = f"http://127.0.0.1:{port}"
        body = {"update_id": 1, "message": {"text": f"{MARKER} {PHONE}"}}
        async with ClientSession() as session:
            for headers in ({}, {SECRET_HEADER: SECRET[1:]}, {SECRET_HEADER: TOKEN}, {"X-Forwarded-For": MARKER}):
                for path in ("/from-telegram", f"/{TOKEN}", f"/healthz?{PHONE}"):
                    async with session.post(url + path, json=body, headers=headers) as answer:
                        assert answer.status in {401, 403, 404, 405}
            async with session.post(f"{url}/from-telegram", data=MARKER, headers={SECRET_HEADER: SECRET}) as answer:
                assert answer.status == 400
            async with session.get(f"{url}/healthz") as answer:
                assert (answer.status, await answer.text()) == (200, "ok\n")

    async def during() -> None:
        await bot.has_called("setWebhook")
        postman = asyncio.create_task(Postman(bot.world, port).run())
        await lives_through_everything(bot)
        await forges()
        assert bot.world.pending_updates == []
        postman.cancel()

    webhook = {
        "WEBHOOK_URL": "https://bot.school.example/from-telegram",
        "WEBHOOK_SECRET": SECRET,
        "HTTP_PORT": str(port),
    }
    assert await bot.run(during, {**AS_JSON, **webhook}) == 0
    tells_nothing(bot)


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (401, "Telegram does not accept the token (401): check BOT_TOKEN"),
        (409, "another process polls with this token (409): stop it first"),
    ],
)
async def test_last_words_are_an_object_too(bot: Child, code: int, words: str) -> None:
    """And the exit code says that to start again by itself would not help."""
    refusal = f"{MARKER} {TOKEN}"
    bot.world.faults.add(Fault(kind=FaultKind.REFUSE, code=code, description=refusal, method="getUpdates", times=None))
    assert await bot.run(None, AS_JSON) == 3
    last = objects(bot)[-1]
    assert (last["level"], last["text"]) == ("CRITICAL", words)
    assert said_of_anybody(bot) == []


async def test_second_instance_ends_with_a_code_of_its_own_and_a_plain_line(bot: Child) -> None:
    async def during() -> None:
        await bot.has_called("deleteWebhook")
        second = Child(bot.world, bot.folder, bot.settings["TELEGRAM_API_BASE"])
        assert await second.run() == 3
        assert second.lines[-1] == "nastavnik: another nastavnik already works on bot.db"

    assert await bot.run(during) == 0
