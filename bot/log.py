"""Logging: ids and exception types; never names, texts or the token."""

import json
import logging
import re
import sys

from bot.settings import Settings

_TOKEN = re.compile(r"\d{6,}:[A-Za-z0-9_-]{30,}")


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
        return True


class _Json(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        line = {
            "at": self.formatTime(record),
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
