"""`python -m sandbox`: a local Telegram in the browser, with the bot running in it."""

import argparse
import asyncio
import logging
import os
import shlex
import signal
import sys
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path

from sandbox.app import sandbox_app
from sandbox.botapi import serving
from sandbox.clock import ZONE
from sandbox.house import House, Options


def main() -> None:
    """Run until Ctrl-C."""
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s", stream=sys.stderr)
    logging.getLogger("aiogram.event").setLevel(logging.WARNING)  # a line for each update of a whole year
    try:
        asyncio.run(run(read_options(sys.argv[1:], os.environ)))
    except OSError as trouble:
        raise SystemExit(f"The sandbox cannot use its port: {trouble.strerror}. Try --port.") from None


async def run(options: Options) -> None:
    """Serve the page and the Bot API, keep the bot running beside them."""
    stop = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    house = House(options)
    async with serving(sandbox_app(house), port=options.port) as house.address:
        await house.open()
        if options.year:
            house.year.play()
            logging.getLogger("sandbox").info("a school's year is being played: %s/year", house.address)
        logging.getLogger("sandbox").info("open %s in a browser; Ctrl-C ends it", house.address)
        await stop.wait()
        await house.close()


def read_options(arguments: Sequence[str], environment: Mapping[str, str]) -> Options:
    """Command line over environment over defaults."""
    parser = argparse.ArgumentParser(prog="python -m sandbox", description=__doc__)
    parser.add_argument("--port", type=int, default=int(environment.get("SANDBOX_PORT", "8081")))
    parser.add_argument("what", nargs="?", choices=["year"], help="play a school's year at once, to be seen at /year")
    kept = parser.add_mutually_exclusive_group()
    kept.add_argument("--keep", action="store_true", help="go on with the last run's school")
    kept.add_argument("--fresh", action="store_true", help="start with an empty school (the default)")
    parser.add_argument("--at", type=_moment, help="the clock's first moment, Moscow time: 2026-09-01T14:05")
    given = parser.parse_args(arguments)
    command = shlex.split(environment.get("SANDBOX_BOT", "")) or [sys.executable, "-m", "bot"]
    return Options(
        port=given.port,
        folder=Path(environment.get("SANDBOX_DATA", "sandbox-data")),
        keep=given.keep,
        start_at=given.at,
        year=given.what == "year",
        command=tuple(command),
    )


def _moment(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    return moment if moment.tzinfo is not None else moment.replace(tzinfo=ZONE)


if __name__ == "__main__":
    main()
