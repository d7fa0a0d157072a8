"""`WorldSession`: a real aiogram bot over a world, with the errors aiogram itself would raise."""

import pytest
from aiogram import Bot
from aiogram.exceptions import (
    ClientDecodeError,
    TelegramAPIError,
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
    TelegramUnauthorizedError,
)
from aiogram.types import (
    BotCommand,
    BotCommandScopeChat,
    BufferedInputFile,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    LinkPreviewOptions,
)
from aiohttp import ClientResponseError

from sandbox.session import WorldSession
from sandbox.world import Fault, FaultKind, User, World
from tests.sandbox.conftest import FAILING_DOWNLOADS, TOKEN


@pytest.fixture
def aio(world: World) -> Bot:
    return Bot(TOKEN, session=WorldSession(world))


async def test_a_dialog_goes_through_aiograms_types(aio: Bot, world: World, vera: User) -> None:
    (update,) = await aio.get_updates(timeout=0)
    assert update.message is not None
    assert update.message.chat.id == vera.id
    button = InlineKeyboardButton(text="Да", callback_data="yes")
    sent = await aio.send_message(
        vera.id,
        "<b>Вопрос</b>",
        parse_mode="HTML",
        reply_markup=InlineKeyboardMarkup(inline_keyboard=[[button]]),
        link_preview_options=LinkPreviewOptions(is_disabled=True),
    )
    world.press(vera.id, sent.message_id, "Да")
    (update,) = await aio.get_updates(offset=update.update_id + 1, timeout=5)
    assert update.callback_query is not None
    assert await aio.answer_callback_query(update.callback_query.id, text="Принято")
    assert [toast.text for toast in world.toasts(vera.id)] == ["Принято"]
    assert await aio.edit_message_text("Ответ", chat_id=vera.id, message_id=sent.message_id)
    assert await aio.delete_message(vera.id, sent.message_id)
    assert [call.outcome for call in world.log] == ["ok"] * 6


async def test_files_go_both_ways(aio: Bot, world: World, vera: User) -> None:
    sent = await aio.send_document(vera.id, BufferedInputFile(b"cells" * 50_000, "банк.xlsx"))
    assert sent.document is not None
    file = await aio.get_file(sent.document.file_id)
    assert file.file_path is not None
    content = await aio.download_file(file.file_path)
    assert content is not None
    assert content.read() == b"cells" * 50_000
    with pytest.raises(ClientResponseError):
        await aio.download_file("documents/unknown")


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


async def test_the_profile_is_set(aio: Bot, world: World, vera: User) -> None:
    scope = BotCommandScopeChat(chat_id=vera.id)
    await aio.set_my_commands([BotCommand(command="menu", description="Меню")], scope=scope)
    await aio.set_my_description("Бот", language_code="ru")
    assert world.commands(vera.id)[0]["command"] == "menu"
    assert (await aio.get_my_commands(scope=scope))[0].description == "Меню"
    assert (await aio.get_chat(vera.id)).first_name == "Вера"
    assert (await aio.get_webhook_info()).url == ""
    assert (await aio.me()).username == "nastavnik_demo_bot"


@pytest.mark.parametrize(
    ("fault", "error", "words"),
    [
        (Fault(kind=FaultKind.REFUSE), TelegramServerError, "Internal Server Error"),
        (Fault(kind=FaultKind.REFUSE, code=400, description="Bad Request: x"), TelegramBadRequest, "x"),
        (
            Fault(kind=FaultKind.REFUSE, code=403, description="Forbidden: x"),
            TelegramForbiddenError,
            "Forbidden: x",
        ),
        (
            Fault(kind=FaultKind.REFUSE, code=401, description="Unauthorized"),
            TelegramUnauthorizedError,
            "Unauthorized",
        ),
        (
            Fault(
                kind=FaultKind.REFUSE,
                code=429,
                description="Too Many Requests: retry after 7",
                parameters={"retry_after": 7},
            ),
            TelegramRetryAfter,
            "Retry in 7 seconds",
        ),
        (
            Fault(kind=FaultKind.REFUSE, code=429, description="Too Many Requests"),
            TelegramAPIError,
            "Too Many Requests",
        ),
        (Fault(kind=FaultKind.HTML, code=502), ClientDecodeError, "Failed to decode"),
        (Fault(kind=FaultKind.LOST_ANSWER), TelegramNetworkError, "ServerDisconnectedError"),
        (Fault(kind=FaultKind.NOT_ARRIVED), TelegramNetworkError, "ClientConnectorError"),
        (Fault(kind=FaultKind.HANG, seconds=5), TelegramNetworkError, "Request timeout error"),
    ],
    ids=lambda value: value.kind.value if isinstance(value, Fault) else "",
)
async def test_an_ordered_fault_becomes_aiograms_error(
    aio: Bot, world: World, vera: User, fault: Fault, error: type[Exception], words: str
) -> None:
    world.faults.add(fault)
    aio.session.timeout = 0.05
    with pytest.raises(error, match=words) as caught:
        await aio.send_message(vera.id, "я")
    assert type(caught.value) is error
    arrived = [message.text for message in world.chat(vera.id).messages if message.from_bot]
    assert arrived == (["я"] if fault.kind is FaultKind.LOST_ANSWER else [])
    assert (await aio.send_message(vera.id, "снова")).text == "снова"


async def test_a_fault_waits_for_its_method_and_chat(aio: Bot, world: World, vera: User) -> None:
    other = world.add_user("Другая")
    world.start(other.id)
    other_chat = Fault(kind=FaultKind.REFUSE, method="sendMessage", chat_id=other.id, times=2)
    world.faults.add(other_chat)
    world.faults.add(Fault(kind=FaultKind.REFUSE, method="sendDocument"))
    await aio.send_message(vera.id, "я")
    for _ in range(2):
        with pytest.raises(TelegramServerError):
            await aio.send_message(other.id, "я")
    await aio.send_message(other.id, "я")
    assert world.faults.waiting == 1
    world.faults.clear()
    assert world.faults.waiting == 0


async def test_a_lasting_fault_spares_the_poll(aio: Bot, world: World, vera: User) -> None:
    world.faults.add(Fault(kind=FaultKind.NOT_ARRIVED, times=None))
    assert len(await aio.get_updates(timeout=0)) == 1
    for _ in range(3):
        with pytest.raises(TelegramNetworkError):
            await aio.send_message(vera.id, "я")
