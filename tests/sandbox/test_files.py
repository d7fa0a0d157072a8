"""Files both ways."""

import pytest

from sandbox.world import ApiError, UploadedFile, User, World
from sandbox.world.files import DOWNLOAD_LIMIT, UPLOAD_LIMIT
from tests.sandbox.conftest import TOKEN, BotSide, StillClock

PNG = b"\x89PNG\r\n\x1a\n..."


async def test_a_document_arrives_with_its_bytes(bot: BotSide, vera: User, world: World) -> None:
    files = {"f": UploadedFile("банк.xlsx", b"cells")}
    await bot(
        "sendDocument",
        files,
        chat_id=vera.id,
        document="attach://f",
        caption="<b>Банк</b>",
        parse_mode="HTML",
    )
    message = world.chat(vera.id).messages[-1]
    assert message.document is not None
    assert (message.document.name, message.document.content, message.document.caption) == (
        "банк.xlsx",
        b"cells",
        "Банк",
    )


async def test_a_file_sent_again_has_a_new_id_and_the_same_core(bot: BotSide, vera: User) -> None:
    files = {"document": UploadedFile("a.txt", b"1")}
    first = (await bot("sendDocument", files, chat_id=vera.id))["document"]
    again = (await bot("sendDocument", chat_id=vera.id, document=first["file_id"]))["document"]
    assert again["file_id"] != first["file_id"]
    assert again["file_unique_id"] == first["file_unique_id"]


async def test_a_persons_file_is_downloaded_within_an_hour(
    bot: BotSide, vera: User, world: World, clock: StillClock
) -> None:
    world.send_file(vera.id, "список.xlsx", b"cells", "вот")
    message = (await bot.updates(offset=-1))[0]["message"]
    assert (message["caption"], message["document"]["file_name"]) == ("вот", "список.xlsx")
    path = (await bot("getFile", file_id=message["document"]["file_id"]))["file_path"]
    assert await world.download(TOKEN, path) == b"cells"
    clock.pass_(minutes=61)
    with pytest.raises(ApiError, match="404"):
        await world.download(TOKEN, path)


async def test_wrong_files_are_refused(bot: BotSide, vera: User, world: World) -> None:
    assert await bot.refusal("getFile", file_id="x") == "400 Bad Request: invalid file_id"
    refusal = await bot.refusal("sendDocument", chat_id=vera.id, document="x")
    assert refusal.startswith("400 Bad Request: wrong remote file identifier specified: ")
    refusal = await bot.refusal("sendDocument", chat_id=vera.id)
    assert refusal == "400 Bad Request: there is no document in the request"
    refusal = await bot.refusal("sendPhoto", chat_id=vera.id)
    assert refusal == "400 Bad Request: there is no photo in the request"
    world.send_file(vera.id, "big.bin", bytes(DOWNLOAD_LIMIT + 1))
    big = (await bot.updates(offset=-1))[0]["message"]["document"]["file_id"]
    assert await bot.refusal("getFile", file_id=big) == "400 Bad Request: file is too big"


@pytest.mark.parametrize(
    ("field", "content", "refusal"),
    [
        ("document", b"", "400 Bad Request: file must be non-empty"),
        ("document", bytes(UPLOAD_LIMIT + 1), "413 Request Entity Too Large"),
        ("photo", b"not a picture", "400 Bad Request: IMAGE_PROCESS_FAILED"),
    ],
    ids=["empty", "too large", "not a picture"],
)
async def test_wrong_uploads_are_refused(bot: BotSide, vera: User, field: str, content: bytes, refusal: str) -> None:
    files = {field: UploadedFile("f", content)}
    method = {"document": "sendDocument", "photo": "sendPhoto"}[field]
    assert await bot.refusal(method, files=files, chat_id=vera.id) == refusal


async def test_a_picture_is_sent(bot: BotSide, vera: User) -> None:
    sent = await bot("sendPhoto", {"photo": UploadedFile("chart.png", PNG)}, chat_id=vera.id)
    assert sent["photo"][0]["file_size"] == len(PNG)


async def test_a_long_caption_is_refused(bot: BotSide, vera: User) -> None:
    files = {"document": UploadedFile("a.txt", b"1")}
    refusal = await bot.refusal("sendDocument", files=files, chat_id=vera.id, caption="я" * 1025)
    assert refusal == "400 Bad Request: message caption is too long"


async def test_a_protected_message_is_not_forwarded(bot: BotSide, vera: User) -> None:
    sent = await bot("sendMessage", chat_id=vera.id, text="тайна", protect_content=True)
    forward = {"chat_id": vera.id, "from_chat_id": vera.id, "message_id": sent["message_id"]}
    refusal = await bot.refusal("forwardMessage", **forward)
    assert refusal == "400 Bad Request: message can't be forwarded"


def test_people_send_all_kinds_of_things(world: World, vera: User) -> None:
    senders = (world.send_photo, world.send_voice, world.send_sticker, world.send_contact,
               world.send_location, world.send_video_note)  # fmt: skip
    for sender in senders:
        sender(vera.id)
    world.forward(vera.id, "чужое")
    kinds = ("photo", "voice", "sticker", "contact", "location", "video_note", "forward_origin")
    for kind, update in zip(kinds, world.pending_updates[-7:], strict=True):
        assert kind in update["message"]
