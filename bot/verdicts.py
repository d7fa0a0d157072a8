"""Telegram's refusals in one table: what each means for the row that was refused."""

from dataclasses import dataclass
from enum import Enum, auto

from aiogram.exceptions import (
    AiogramError,
    ClientDecodeError,
    TelegramBadRequest,
    TelegramEntityTooLarge,
    TelegramForbiddenError,
    TelegramMigrateToChat,
    TelegramNetworkError,
    TelegramNotFound,
    TelegramRetryAfter,
    TelegramServerError,
    TelegramUnauthorizedError,
)

# The connection was never made, so nothing was sent. By name: aiohttp has a subclass per cause, some by extras.
_NEVER_CONNECTED = frozenset(
    {
        "ClientConnectorCertificateError",
        "ClientConnectorDNSError",
        "ClientConnectorError",
        "ClientConnectorSSLError",
        "ClientHttpProxyError",
        "ClientProxyConnectionError",
    }
)


class Verdict(Enum):
    """What to do with a row after an error."""

    DONE = auto()  # it already is as we want it
    WAIT = auto()  # 429: not an attempt; the chat is closed until then
    NOT_SENT = auto()  # there was no connection: not a try, for hours if need be
    BACK_OFF = auto()  # refused for now
    LOST = auto()  # may or may not have arrived: the row's policy decides
    UNREACHABLE = auto()
    SEND_ANEW = auto()  # the message to edit is gone: the screen goes as a new one
    PLAIN = auto()  # our markup is broken: once more without it, and an alarm
    FAILED = auto()
    STOP = auto()  # the token is dead


@dataclass(frozen=True, slots=True)
class Judgement:
    verdict: Verdict
    reason: str
    seconds: float = 0.0


_BAD_REQUESTS = (
    ("message is not modified", Verdict.DONE),
    ("query is too old", Verdict.DONE),
    ("message to edit not found", Verdict.SEND_ANEW),
    ("message can't be edited", Verdict.SEND_ANEW),
    ("MESSAGE_ID_INVALID", Verdict.SEND_ANEW),
    ("there is no text in the message to edit", Verdict.SEND_ANEW),
    ("message to delete not found", Verdict.DONE),
    ("message can't be deleted", Verdict.DONE),
    ("chat not found", Verdict.UNREACHABLE),
    ("can't parse entities", Verdict.PLAIN),
)


def judge(error: Exception) -> Judgement:
    """The first match holds: TelegramEntityTooLarge is a network error by class, an HTML 5xx is no API error at all."""
    match error:
        case TelegramRetryAfter():
            return Judgement(Verdict.WAIT, "429", float(error.retry_after) + 0.5)
        case TelegramEntityTooLarge():
            return Judgement(Verdict.FAILED, "413")
        case TelegramForbiddenError():
            return Judgement(Verdict.UNREACHABLE, "403")
        case TelegramUnauthorizedError() | TelegramNotFound():
            return Judgement(Verdict.STOP, "401")
        case TelegramMigrateToChat():
            return Judgement(Verdict.FAILED, "group")
        case TelegramBadRequest():
            return _bad_request(error.message)
        case TelegramServerError():
            return Judgement(Verdict.BACK_OFF, "5xx")
        case AiogramError() if "Too Many Requests" in str(error):
            return Judgement(Verdict.WAIT, "429", 5.0)
    return _on_the_way(error)


def _on_the_way(error: Exception) -> Judgement:
    """No answer of Telegram's own: did the request get there?"""
    match error:
        case TelegramNetworkError() if error.message.partition(":")[0] in _NEVER_CONNECTED:
            return Judgement(Verdict.NOT_SENT, "no connection")
        case TelegramNetworkError() | ClientDecodeError():
            return Judgement(Verdict.LOST, "no answer")
        case FileNotFoundError():
            return Judgement(Verdict.FAILED, "no file")
        case OSError():
            return Judgement(Verdict.LOST, "no answer")  # also time-outs, and what a proxy's own library raises
    return Judgement(Verdict.FAILED, type(error).__name__)


def _bad_request(message: str) -> Judgement:
    for text, verdict in _BAD_REQUESTS:
        if text in message:
            return Judgement(verdict, "400")
    return Judgement(Verdict.FAILED, "400")
