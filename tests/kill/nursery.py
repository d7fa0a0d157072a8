"""Where bots are born: everything is imported once, and each line on the input forks one life of the bot.

A line is the life's folder and settings. The lives share no more than the code: whatever runs (loop, threads,
database, worker) each builds for itself. Two lines come out of each: its pid, and in the end its exit code.
"""

import gc
import json
import os
import sys
import threading
from collections.abc import Mapping


def main() -> None:
    # Here and not above: a worker process of a life imports this module again and must not load the bot.
    import uvloop  # noqa: F401, PLC0415  loaded for the lives to inherit

    import storage.postgres  # noqa: PLC0415
    import storage.sqlite  # noqa: F401, PLC0415
    from bot import cli  # noqa: PLC0415

    if threading.active_count() > 1:
        raise RuntimeError("a thread would not live on in a forked process")
    gc.freeze()
    for line in sys.stdin:
        pid = os.fork()
        if not pid:
            _move_in(**json.loads(line))
            cli.main([])
            return  # by the usual door: a thread that was left open holds the exit, as it would without a nursery
        _tell(pid)
        _, status = os.waitpid(pid, 0)
        _tell(os.waitstatus_to_exitcode(status))


def _move_in(folder: str, settings: Mapping[str, str]) -> None:
    """Away from the checkout, whose `.env` is for another bot; what the bot says goes to a file."""
    os.chdir(folder)
    os.environ.update(settings)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    log = os.open("bot.log", os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    os.dup2(log, 1)
    os.dup2(log, 2)


def _tell(number: int) -> None:
    os.write(1, b"%d\n" % number)


if __name__ == "__main__":
    main()
