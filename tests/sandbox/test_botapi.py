"""The Bot API over real HTTP on the loopback."""

import asyncio
from collections.abc import AsyncIterator

import aiohttp
import pytest
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import ClientDecodeError, TelegramNetworkError
from aiogram.types import BufferedInputFile

from sandbox.botapi import api_app, serving
from sandbox.world import Fault, FaultKind, User, World
from tests.sandbox.conftest import FAILING_DOWNLOADS, TOKEN


@pytest.fixture
async def address(world: World) -> AsyncIterator[str]:
    async with serving(api_app(world)) as address:
        yield address


@pytest.fixture
async def http(address: str) -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession(base_url=address) as session:
        yield session


@pytest.fixture
async def aio(address: str) -> AsyncIterator[Bot]:
    bot = Bot(TOKEN, session=AiohttpSession(api=TelegramAPIServer.from_base(address)))
    yield bot
    await bot.session.close()


@pytest.mark.parametrize("way", ["query", "json", "form", "multipart"])
async def test_parameters_come_in_any_way(http: aiohttp.ClientSession, world: World, vera: User, way: str) -> None:
    params = {"chat_id": str(vera.id), "text": "да & нет"}
    address = f"/bot{TOKEN}/SendMESSAGE"
    with aiohttp.MultipartWriter("form-data") as parts:
        for name, value in params.items():
            parts.append(value).set_content_disposition("form-data", name=name)
    if way == "query":
        answer = await http.get(address, params=params)
    elif way == "json":
        answer = await http.post(address, json=params)
    else:
        answer = await http.post(address, data=params if way == "form" else parts)
    assert answer.status == 200
    assert (await answer.json())["result"]["text"] == "да & нет"


@pytest.mark.parametrize(
    ("path", "status", "description"),
    [
        ("/", 404, "Not Found"),
        ("/other", 404, "Not Found"),
        (f"/bot{TOKEN}/dance", 404, "Not Found: method not found"),
        ("/bot1:wrong/getMe", 401, "Unauthorized"),
        (f"/bot{TOKEN}/sendMessage?chat_id=1&text=a", 400, "Bad Request: chat not found"),
        (f"/file/bot{TOKEN}/documents/unknown", 404, "Not Found"),
    ],
)
async def test_a_refusal_has_its_http_status(
    http: aiohttp.ClientSession, path: str, status: int, description: str
) -> None:
    answer = await http.get(path)
    body = await answer.json()
    assert (answer.status, body["ok"], body["error_code"]) == (status, False, status)
    assert body["description"] == description


async def test_429_carries_its_parameters(http: aiohttp.ClientSession, world: World, vera: User) -> None:
    words, parameters = "Too Many Requests: retry after 3", {"retry_after": 3}
    world.faults.add(Fault(kind=FaultKind.REFUSE, code=429, description=words, parameters=parameters))
    answer = await http.get(f"/bot{TOKEN}/getMe")
    assert (answer.status, (await answer.json())["parameters"]) == (429, parameters)


async def test_a_file_is_uploaded_and_downloaded(aio: Bot, world: World, vera: User) -> None:
    content = bytes(range(256)) * 1000
    sent = await aio.send_document(vera.id, BufferedInputFile(content, "Приказ № 1.docx"), caption="Приказ")
    document = world.chat(vera.id).messages[-1].document
    assert document is not None
    assert (document.name, document.content) == ("Приказ № 1.docx", content)
    assert sent.document is not None
    file = await aio.get_file(sent.document.file_id)
    assert file.file_path is not None
    downloaded = await aio.download_file(file.file_path)
    assert downloaded is not None
    assert downloaded.read() == content


@pytest.mark.parametrize(("fault", "error"), FAILING_DOWNLOADS, ids=lambda value: getattr(value, "kind", ""))
async def test_a_files_content_fails_as_ordered_and_comes_after_it(
    aio: Bot, world: World, vera: User, fault: Fault, error: type[Exception]
) -> None:
    world.faults.add(fault)
    sent = await aio.send_document(vera.id, BufferedInputFile(b"cells", "банк.xlsx"))
    assert sent.document is not None
    file = await aio.get_file(sent.document.file_id)
    with pytest.raises(error):
        await aio.download(file, timeout=1)
    world.faults.clear()
    content = await aio.download(file)
    assert content is not None
    assert content.read() == b"cells"


async def test_a_gateways_page_and_a_cut_connection(aio: Bot, world: World, vera: User) -> None:
    world.faults.add(Fault(kind=FaultKind.HTML, code=502))
    with pytest.raises(ClientDecodeError):
        await aio.send_message(vera.id, "страница")
    for kind in (FaultKind.LOST_ANSWER, FaultKind.NOT_ARRIVED):
        world.faults.add(Fault(kind=kind))
        with pytest.raises(TelegramNetworkError):
            await aio.send_message(vera.id, kind.value)
    arrived = [message.text for message in world.chat(vera.id).messages if message.from_bot]
    assert arrived == ["lost_answer"]


async def test_a_hanging_server_is_given_up(aio: Bot, world: World, vera: User) -> None:
    world.faults.add(Fault(kind=FaultKind.HANG, seconds=20))
    with pytest.raises(TelegramNetworkError, match="Request timeout error"):
        await aio.send_message(vera.id, "я", request_timeout=1)
    assert [message.text for message in world.chat(vera.id).messages] == ["/start"]


async def test_a_poll_whose_client_died_is_forgotten(aio: Bot, world: World, vera: User) -> None:
    (update,) = await aio.get_updates()
    poll = asyncio.create_task(aio.get_updates(offset=update.update_id + 1, timeout=30))
    await asyncio.sleep(0.05)
    poll.cancel()
    await asyncio.sleep(0.05)
    world.say(vera.id, "я")
    assert len(await aio.get_updates(offset=update.update_id + 1, timeout=30)) == 1


async def test_many_chats_at_once(aio: Bot, world: World) -> None:
    people = [world.add_user(f"Имя {number}") for number in range(200)]
    for person in people:
        world.start(person.id)
    await asyncio.gather(*(aio.send_message(person.id, "я") for person in people))
    assert all(len(world.chat(person.id).messages) == 2 for person in people)
