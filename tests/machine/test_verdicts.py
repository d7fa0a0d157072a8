"""The table of refusals: what each answer, or none, means for the row that was sent."""

import json

import pytest
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.exceptions import TelegramEntityTooLarge, TelegramNetworkError, TelegramServerError
from aiogram.methods import SendMessage

from bot.verdicts import Verdict, judge
from tests.machine.post import TOKEN

METHOD = SendMessage(chat_id=1, text="да")


def refusal(code: int, description: str, **parameters: int) -> Exception:
    """The exception that aiogram itself makes of such an answer."""
    body = {"ok": False, "error_code": code, "description": description}
    content = json.dumps(body | ({"parameters": parameters} if parameters else {}))
    return answer(code, content)


def answer(status: int, content: str) -> Exception:
    session = AiohttpSession()
    with pytest.raises(Exception) as caught:
        session.check_response(Bot(TOKEN, session=session), METHOD, status, content)
    return caught.value


def trouble(words: str) -> Exception:
    return TelegramNetworkError(method=METHOD, message=words)


@pytest.mark.parametrize(
    ("code", "description", "verdict"),
    [
        (400, "Bad Request: message is not modified: specified new message content", Verdict.DONE),
        (400, "Bad Request: query is too old and response timeout expired", Verdict.DONE),
        (400, "Bad Request: message to delete not found", Verdict.DONE),
        (400, "Bad Request: message to edit not found", Verdict.SEND_ANEW),
        (400, "Bad Request: message can't be edited", Verdict.SEND_ANEW),
        (400, "Bad Request: there is no text in the message to edit", Verdict.SEND_ANEW),
        (400, "Bad Request: MESSAGE_ID_INVALID", Verdict.SEND_ANEW),
        (400, "Bad Request: chat not found", Verdict.UNREACHABLE),
        (400, "Bad Request: can't parse entities: Unclosed start tag at byte offset 0", Verdict.PLAIN),
        (400, "Bad Request: message is too long", Verdict.FAILED),
        (400, "Bad Request: BUTTON_DATA_INVALID", Verdict.FAILED),
        (401, "Unauthorized", Verdict.STOP),
        (404, "Not Found", Verdict.STOP),
        (403, "Forbidden: bot was blocked by the user", Verdict.UNREACHABLE),
        (403, "Forbidden: user is deactivated", Verdict.UNREACHABLE),
        (403, "Forbidden: bot can't initiate conversation with a user", Verdict.UNREACHABLE),
        (409, "Conflict: terminated by other getUpdates request", Verdict.FAILED),
        (413, "Request Entity Too Large", Verdict.FAILED),
        (429, "Too Many Requests: retry later", Verdict.WAIT),  # without parameters: aiogram's bare error
        (500, "Internal Server Error", Verdict.BACK_OFF),
        (502, "Bad Gateway", Verdict.BACK_OFF),
        (500, "Internal Server Error: restart", Verdict.BACK_OFF),
    ],
)
def test_refusal_means(code: int, description: str, verdict: Verdict) -> None:
    assert judge(refusal(code, description)).verdict is verdict


def test_429_waits_as_long_as_it_says_and_half_a_second() -> None:
    judgement = judge(refusal(429, "Too Many Requests: retry after 30", retry_after=30))
    assert (judgement.verdict, judgement.seconds) == (Verdict.WAIT, 30.5)


def test_group_that_moved_is_no_chat_of_ours() -> None:
    moved = refusal(400, "Bad Request: group chat was upgraded to a supergroup chat", migrate_to_chat_id=-5)
    assert judge(moved).verdict is Verdict.FAILED


@pytest.mark.parametrize("status", [200, 500, 502])
def test_page_of_a_gateway_leaves_it_open_whether_the_request_arrived(status: int) -> None:
    page = answer(status, "<html><h1>502 Bad Gateway</h1></html>")
    assert not isinstance(page, TelegramServerError)
    assert judge(page).verdict is Verdict.LOST


@pytest.mark.parametrize(
    ("error", "verdict"),
    [
        (trouble("ClientConnectorError: Cannot connect to host api:443"), Verdict.NOT_SENT),
        (trouble("ClientConnectorDNSError: Cannot connect to host api:443"), Verdict.NOT_SENT),
        (trouble("ClientConnectorCertificateError: Cannot connect to host api:443"), Verdict.NOT_SENT),
        (trouble("ClientProxyConnectionError: Cannot connect to host proxy:1080"), Verdict.NOT_SENT),
        (trouble("ClientConnectionResetError: Cannot write to closing transport"), Verdict.LOST),
        (trouble("ClientOSError: [Errno 104] Connection reset by peer"), Verdict.LOST),
        (trouble("ServerDisconnectedError: Server disconnected"), Verdict.LOST),
        (trouble("Request timeout error"), Verdict.LOST),
        (ConnectionResetError(104, "reset"), Verdict.LOST),
        (TimeoutError(), Verdict.LOST),
        (FileNotFoundError(2, "no such file"), Verdict.FAILED),
        (KeyError("a bug"), Verdict.FAILED),
    ],
    ids=lambda value: f"{type(value).__name__} {value}"[:60] if isinstance(value, Exception) else value.name,
)
def test_trouble_on_the_way_means(error: Exception, verdict: Verdict) -> None:
    assert judge(error).verdict is verdict


def test_too_large_file_is_no_network_trouble_although_its_class_is() -> None:
    too_large = refusal(413, "Request Entity Too Large")
    assert isinstance(too_large, TelegramEntityTooLarge)
    assert isinstance(too_large, TelegramNetworkError)
    assert judge(too_large).verdict is Verdict.FAILED


def test_reason_holds_nothing_of_what_was_said() -> None:
    for error in (KeyError("Иванова"), trouble("ClientOSError: Иванова"), refusal(400, "Bad Request: Иванова")):
        assert "Иванова" not in judge(error).reason
