"""Logging: ids and exception types; never names, texts or the token."""

import json
import logging
import re
import sys
import threading
from datetime import UTC, datetime

from bot.faults import place_of
from bot.settings import Settings

_TOKEN = re.compile(r"\d{6,}:[A-Za-z0-9_-]{30,}")
_WARNING = re.compile(r"(.*?:\d+: \w+): ")


class _NoToken(logging.Filter):
    """The last guard: whatever a library prints, a token does not get out."""

    def filter(self, record: logging.LogRecord) -> bool:
        text = record.getMessage()
        if _TOKEN.search(text):
            record.msg, record.args = _TOKEN.sub("<token>", text), ()
        # A traceback's last line is str(exc), and drivers print values there.
        if record.exc_info and record.exc_info[0]:
            record.msg, record.args = f"{record.getMessage()} ({record.exc_info[0].__name__})", ()
            record.exc_info = None
        # So is what a library warns of: its file and kind are enough.
        if record.name == "py.warnings" and (found := _WARNING.match(text)):
            record.msg, record.args = found[1], ()
        return True


class _Json(logging.Formatter):
    """One object a line, whatever is in it."""

    def format(self, record: logging.LogRecord) -> str:
        line = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "from": record.name,
            "text": record.getMessage(),
        }
        return json.dumps(line, ensure_ascii=False)


def configure(settings: Settings) -> None:
    handler = logging.StreamHandler(sys.stderr)
    handler.addFilter(_NoToken())
    text = logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s")
    handler.setFormatter(_Json() if settings.log_format == "json" else text)
    # At DEBUG libraries print what they are given (aiosqlite every parameter), so that level is for our own lines.
    level = logging.getLevelNamesMapping()[settings.log_level]
    logging.basicConfig(level=max(level, logging.INFO), handlers=[handler], force=True)
    for ours in ("bot", "handlers", "mentoring", "scheduler", "storage"):
        logging.getLogger(ours).setLevel(level)
    # aiogram logs a line an update, APScheduler a line a tick.
    for noisy in ("aiogram.event", "apscheduler", "aiohttp.access"):
        logging.getLogger(noisy).setLevel(logging.WARNING)


def hush() -> None:
    """What Python would print by itself goes through the log too: a thread's error, an error that nobody can catch."""
    own = logging.getLogger("bot.log")
    logging.captureWarnings(True)
    threading.excepthook = lambda args: own.error("a thread ended: %s", _place(args.exc_value))
    sys.unraisablehook = lambda args: own.error("an error that nobody can catch: %s", _place(args.exc_value))


def last_line(reason: str) -> None:
    """Why the program ends, for the operator: as plain words, or as the log's last object."""
    if any(isinstance(handler.formatter, _Json) for handler in logging.getLogger().handlers):
        logging.getLogger("bot").critical(reason)
    else:
        sys.stderr.write(f"nastavnik: {reason}\n")


def _place(error: BaseException | None) -> str:
    return place_of(error) if error else "no exception"
