"""No network while a transaction is open: not by a request, not by a download, not by a task begun inside."""

import asyncio
from io import BytesIO

import pytest
from aiogram import Bot

from bot.guard import NetworkInsideTransaction
from sandbox.world import World
from storage.database import Database


async def test_request_inside_a_transaction_raises_and_is_never_sent(
    aio: Bot, database: Database, world: World
) -> None:
    with pytest.raises(NetworkInsideTransaction):
        async with database.write():
            await aio.get_me()
    assert world.log == []


async def test_request_before_and_after_a_transaction_goes_out(aio: Bot, database: Database, world: World) -> None:
    await aio.get_me()
    async with database.write():
        pass
    await aio.get_me()
    assert len(world.log) == 2


async def test_request_after_a_transaction_that_raised_goes_out(aio: Bot, database: Database, world: World) -> None:
    with pytest.raises(LookupError):
        async with database.write():
            raise LookupError
    await aio.get_me()
    assert len(world.log) == 1


async def test_download_inside_a_transaction_raises(aio: Bot, database: Database, world: World) -> None:
    user = world.add_user("Имя")
    message = world.send_file(user.id, "list.xlsx", b"cells")
    assert message.document is not None
    file = await aio.get_file(message.document.file_id)
    assert file.file_path is not None
    with pytest.raises(NetworkInsideTransaction):
        async with database.write():
            await aio.download_file(file.file_path, BytesIO())
    with pytest.raises(NetworkInsideTransaction):
        async with database.write():
            await aio.download(message.document.file_id, BytesIO())
    content = await aio.download(file)
    assert content is not None
    assert content.read() == b"cells"


async def test_task_begun_inside_a_transaction_may_not_call_even_after_its_end(
    aio: Bot, database: Database, world: World
) -> None:
    """It would not be waited for: whoever needs the network later returns an effect."""
    async with database.write():
        inside = asyncio.create_task(aio.get_me())
        with pytest.raises(NetworkInsideTransaction):
            await asyncio.gather(aio.get_me())
    with pytest.raises(NetworkInsideTransaction):
        await inside
    assert world.log == []


async def test_other_tasks_speak_freely_while_a_transaction_is_open(aio: Bot, database: Database, world: World) -> None:
    begin = asyncio.Event()

    async def elsewhere() -> None:
        await begin.wait()
        await aio.get_me()

    task = asyncio.create_task(elsewhere())
    async with database.write():
        begin.set()
        await task
    assert len(world.log) == 1


async def test_reading_stops_no_request(aio: Bot, database: Database, world: World) -> None:
    async with database.read():
        await aio.get_me()
    assert len(world.log) == 1
