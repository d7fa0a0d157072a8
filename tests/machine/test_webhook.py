"""By webhook: committed before it is answered, counted once however often it is brought, closed to whoever forges."""

import asyncio
import json
import socket
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from aiohttp import ClientSession
from pydantic import SecretStr

from bot.intake import ALLOWED_UPDATES, CannotPoll
from bot.server import CannotListen, Server
from bot.webhook import LARGEST_BODY, SECRET_HEADER
from sandbox.world import Fault, FaultKind
from storage.database import StorageTrouble
from tests.machine.engine import TEACHERS, Engine
from tests.postman import Postman

ANNA, BORIS, _ = TEACHERS
URL = "https://bot.school.example/from-telegram"
SECRET = "s" * 31 + "-Secret_of_a_webhook"
GOOD = {SECRET_HEADER: SECRET}


@pytest.fixture
async def engine(tmp_path: Path) -> AsyncIterator[Engine]:
    made = Engine(tmp_path)
    made.settings = {"webhook_url": URL, "webhook_secret": SecretStr(SECRET)}
    made.serves = True
    await made.start()
    await made.until(lambda: made.world.state.updates.webhook)
    yield made
    await made.close()


@pytest.fixture
async def http() -> AsyncIterator[ClientSession]:
    async with ClientSession() as session:
        yield session


def message(update_id: int, text: str = "/menu", sender: int = ANNA) -> dict[str, Any]:
    person = {"id": sender, "is_bot": False, "first_name": "Анна"}
    chat = {"id": sender, "type": "private", "first_name": "Анна"}
    return {"update_id": update_id, "message": {"message_id": 5, "date": 1, "chat": chat, "from": person, "text": text}}


async def brings(engine: Engine, http: ClientSession, body: Any, headers: dict[str, str] | None = None) -> int:
    """The status of one request to the webhook's path."""
    content = body if isinstance(body, bytes) else json.dumps(body).encode()
    async with http.post(f"{engine.address}/from-telegram", data=content, headers=headers or {}) as answer:
        return answer.status


async def kept(engine: Engine) -> list[int]:
    async with engine.database.read() as tx:
        return await tx.all(int, "SELECT update_id FROM inbox WHERE kind = 'update' ORDER BY seq")


async def test_webhook_is_set_with_its_secret_and_drops_nothing(engine: Engine) -> None:
    (call,) = [each for each in engine.world.log if each.method == "setWebhook"]
    assert call.params["url"] == URL
    assert call.params["secret_token"] == SECRET
    assert json.loads(str(call.params["allowed_updates"])) == ALLOWED_UPDATES
    assert not call.params.get("drop_pending_updates")
    assert not [each for each in engine.world.log if each.method == "getUpdates"]


async def test_what_telegram_brings_is_answered_in_the_chat(engine: Engine) -> None:
    postman = asyncio.create_task(Postman(engine.world, int(engine.address.rpartition(":")[2])).run())
    for _ in range(3):
        engine.world.say(ANNA, "/menu")
        engine.world.say(BORIS, "/menu")
    await engine.until(lambda: len(engine.texts(ANNA)) == len(engine.texts(BORIS)) == 3)
    assert engine.world.pending_updates == []
    postman.cancel()


async def test_update_that_is_brought_five_times_has_one_effect(engine: Engine, http: ClientSession) -> None:
    for update in (message(77), message(78)):
        assert await brings(engine, http, update, GOOD) == 200
    assert await asyncio.gather(*(brings(engine, http, message(77), GOOD) for _ in range(4))) == [200] * 4
    await engine.until(lambda: len(engine.texts(ANNA)) == 2)
    await asyncio.sleep(0.1)
    assert await kept(engine) == [77, 78]
    assert len(engine.texts(ANNA)) == 2


async def test_it_is_answered_only_when_it_is_committed(
    engine: Engine, http: ClientSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert engine.machine is not None
    async with engine.database.write():
        request = asyncio.create_task(brings(engine, http, message(77), GOOD))
        done, _ = await asyncio.wait([request], timeout=0.3)
        assert not done
    assert await request == 200
    assert await kept(engine) == [77]

    async def trouble(_: object) -> None:
        raise StorageTrouble("full")

    monkeypatch.setattr(engine.machine.lanes, "receive", trouble)
    assert await brings(engine, http, message(78), GOOD) == 503
    monkeypatch.undo()
    assert await brings(engine, http, message(78), GOOD) == 200
    assert await kept(engine) == [77, 78]


FORGED: list[tuple[dict[str, str], int]] = [
    ({}, 401),
    ({SECRET_HEADER: ""}, 403),
    ({SECRET_HEADER: SECRET[:-1]}, 403),
    ({SECRET_HEADER: SECRET + "x"}, 403),
    ({SECRET_HEADER: "секрет" * 9}, 403),
    ({SECRET_HEADER: "\udcff" * 40}, 403),
    ({"X-Forwarded-For": "149.154.167.220"}, 401),
    ({"X-Forwarded-For": "149.154.167.220", SECRET_HEADER: "x" * 40}, 403),
    ({"X-Real-IP": "149.154.167.220", "Authorization": f"Bearer {SECRET}"}, 401),
]


async def test_whoever_does_not_know_the_secret_is_refused(engine: Engine) -> None:
    for headers, status in FORGED:
        assert await raw(engine, headers, json.dumps(message(1)).encode()) == status, headers
    assert await kept(engine) == []


async def test_two_hundred_forgeries_at_once_have_no_effect_and_the_rest_goes_on(
    engine: Engine, http: ClientSession
) -> None:
    forged = [
        raw(engine, headers, json.dumps(message(number)).encode()) for number in range(23) for headers, _ in FORGED
    ]
    real = [brings(engine, http, message(1000 + number, "/menu", BORIS), GOOD) for number in range(10)]
    statuses = await asyncio.gather(*forged, *real)
    assert set(statuses[: len(forged)]) == {401, 403}
    assert statuses[len(forged) :] == [200] * 10
    assert sorted(await kept(engine)) == [*range(1000, 1010)]
    await engine.until(lambda: engine.texts(BORIS))
    assert engine.texts(ANNA) == []


async def test_too_long_a_body_is_refused_whoever_sends_it(engine: Engine, http: ClientSession) -> None:
    ten_megabytes = b'{"update_id": 5, "message": "' + b"x" * 10 * LARGEST_BODY + b'"}'
    assert await raw(engine, GOOD, ten_megabytes) == 413
    assert await raw(engine, {}, ten_megabytes) == 401
    assert await raw(engine, GOOD, ten_megabytes, chunked=True) == 413
    assert await kept(engine) == []
    assert await brings(engine, http, message(6), GOOD) == 200


NO_UPDATES = [
    b"",
    b"\xff\xfe",
    b"[]",
    b"{}",
    b'{"update_id": "5"}',
    b'{"update_id": true}',
    b'{"update_id": 9223372036854775808}',
    b'{"update_id": -1}',
    b'{"update_id": 1e5}',
    b"[" * 100_000,
]


async def test_what_is_no_update_is_a_bad_request(engine: Engine, http: ClientSession) -> None:
    for body in NO_UPDATES:
        assert await brings(engine, http, body, GOOD) == 400, body[:40]
        assert await brings(engine, http, body, {**GOOD, "Content-Encoding": "gzip"}) == 400, body[:40]
    assert await kept(engine) == []


ODD: list[dict[str, Any]] = [
    {"update_id": 5, "message": {"from": {"id": 10**30}}},
    {"update_id": 6, "message": "\ud800", "x": [float("inf")]},
    {"update_id": 7, "callback_query": []},
    {"update_id": 8},
]


async def test_odd_update_is_taken_like_under_polling(engine: Engine, http: ClientSession) -> None:
    for odd in ODD:
        assert await brings(engine, http, odd, GOOD) == 200, odd
    assert await kept(engine) == [5, 6, 7, 8]


async def test_nothing_else_is_there(engine: Engine, http: ClientSession) -> None:
    for path in ("/", "/from-telegram/", "/from-telegram/x", "/bot", "/healthz/x"):
        async with http.post(engine.address + path, json=message(5), headers=GOOD) as answer:
            assert answer.status == 404, path
    async with http.get(f"{engine.address}/from-telegram", headers=GOOD) as answer:
        assert answer.status == 405
    assert await kept(engine) == []


async def test_switch_to_polling_and_back_loses_nothing(engine: Engine, http: ClientSession) -> None:
    assert await brings(engine, http, message(100_000), GOOD) == 200
    await engine.until(lambda: len(engine.texts(ANNA)) == 1)
    await engine.stop()
    assert engine.world.state.updates.webhook, "a stop leaves the webhook: Telegram keeps what comes"
    engine.world.say(ANNA, "/menu")
    engine.settings, engine.serves = {}, False
    await engine.start()
    await engine.until(lambda: len(engine.texts(ANNA)) == 2)
    await engine.stop()
    deleted = [each for each in engine.world.log if each.method == "deleteWebhook"]
    assert [each.params.get("drop_pending_updates") for each in deleted] in ([None], [False], ["false"])
    assert not [each for each in engine.world.log if each.method == "getUpdates" and each.outcome.startswith("409")]
    engine.world.say(ANNA, "/menu")
    engine.settings = {"webhook_url": URL, "webhook_secret": SecretStr(SECRET)}
    engine.serves = True
    await engine.start()
    await engine.until(lambda: engine.world.state.updates.webhook)
    postman = asyncio.create_task(Postman(engine.world, int(engine.address.rpartition(":")[2])).run())
    await engine.until(lambda: len(engine.texts(ANNA)) == 3)
    postman.cancel()


async def test_webhook_that_somebody_takes_away_ends_the_bot(engine: Engine) -> None:
    assert engine.machine is not None
    assert engine.machine.webhook is not None
    engine.world.state.updates.set_webhook({})
    with pytest.raises(CannotPoll, match="the webhook was taken away"):
        await engine.machine.webhook.look()


async def test_dead_token_ends_the_bot(tmp_path: Path) -> None:
    made = Engine(tmp_path)
    made.settings = {"webhook_url": URL, "webhook_secret": SecretStr(SECRET)}
    made.serves = True
    made.world.faults.add(
        Fault(kind=FaultKind.REFUSE, code=401, description="Unauthorized", method="setWebhook", times=None)
    )
    await made.start()
    with pytest.raises(CannotPoll, match="401"):
        await made.running
    await made.close()


async def test_trouble_at_the_start_is_waited_out(tmp_path: Path) -> None:
    made = Engine(tmp_path)
    made.settings = {"webhook_url": URL, "webhook_secret": SecretStr(SECRET)}
    made.serves = True
    made.world.faults.add(Fault(kind=FaultKind.HTML, code=502, method="setWebhook"))
    await made.start()
    await made.until(lambda: made.world.state.updates.webhook)
    await made.stop()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Bad Request: bad webhook: Failed to resolve host", "Bad Request: bad webhook: Failed to resolve host"),
        ("Bad Request: message is too long: Анна", "no reason given"),
    ],
)
async def test_a_refusal_is_told_in_telegrams_words_when_they_are_of_the_webhook(
    engine: Engine, caplog: pytest.LogCaptureFixture, words: str, told: str
) -> None:
    assert engine.machine is not None
    assert engine.machine.webhook is not None
    engine.world.faults.add(Fault(kind=FaultKind.REFUSE, code=400, description=words, method="getWebhookInfo"))
    looking = asyncio.create_task(engine.machine.webhook.run())
    await engine.until(lambda: "Telegram refuses the webhook" in caplog.text)
    looking.cancel()
    assert f"Telegram refuses the webhook: {told}" in caplog.text
    assert "Анна" not in caplog.text


async def test_address_that_is_taken_is_told_in_one_line(engine: Engine) -> None:
    assert engine.machine is not None
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(CannotListen, match=f"HTTP_HOST and HTTP_PORT cannot be listened on: 127.0.0.1:{port}"):
            await Server("127.0.0.1", port, engine.machine.vitals, None).start()


async def raw(engine: Engine, headers: dict[str, str], body: bytes, *, chunked: bool = False) -> int:
    """Over a bare socket: what a client library would not send, and no word about a connection that is cut."""
    host, port = "127.0.0.1", int(engine.address.rpartition(":")[2])
    reader, writer = await asyncio.open_connection(host, port)
    length = "Transfer-Encoding: chunked" if chunked else f"Content-Length: {len(body)}"
    lines = ["POST /from-telegram HTTP/1.1", "Host: bot.school.example", length]
    lines += [f"{name}: {value}" for name, value in headers.items()]
    writer.write("\r\n".join([*lines, "", ""]).encode("utf-8", "surrogateescape"))
    writer.write(b"%x\r\n%b\r\n0\r\n\r\n" % (len(body), body) if chunked else body)
    answer = await asyncio.wait_for(reader.readline(), 20)
    writer.close()
    return int(answer.split()[1])
