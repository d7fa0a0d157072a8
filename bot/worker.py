"""A process of its own for Word and Excel: limits on memory and time, no token, no database, no network use.

The child imports this module and nothing else of the bot.
"""

import asyncio
import logging
import multiprocessing
import os
import resource
import signal
import warnings
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from importlib import import_module
from multiprocessing.connection import wait
from threading import Thread
from typing import Any

log = logging.getLogger(__name__)

MEMORY_BYTES = 512 * 1024 * 1024
TASK_SECONDS = 30.0
IDLE_SECONDS = 60.0


class TooHeavy(Exception):
    """The work did not end in its limits; the same work will not end next time either."""


class Worker:
    """One task at a time; the process is started with the first task and ended when it is stuck or long unused."""

    def __init__(self, *, task_seconds: float = TASK_SECONDS, idle_seconds: float = IDLE_SECONDS) -> None:
        self._task_seconds = task_seconds
        self._idle_seconds = idle_seconds
        self._pool: ProcessPoolExecutor | None = None
        self._turn = asyncio.Lock()
        self._idle: asyncio.TimerHandle | None = None

    async def run(self, work: Callable[..., Any], *args: object) -> Any:
        """The result of `work(*args)`, both picklable. Raises TooHeavy, or what the work raised."""
        async with self._turn:
            self._stay()
            if self._pool is None:
                # spawn: a forked child would carry the token and the open database.
                self._pool = ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn"), initializer=_limit)
            loop = asyncio.get_running_loop()
            future = loop.run_in_executor(self._pool, work, *args)
            try:
                return await asyncio.wait_for(future, self._task_seconds)
            except (TimeoutError, BrokenProcessPool, MemoryError) as error:
                self._kill()
                raise TooHeavy(type(error).__name__) from error
            finally:
                self._idle = loop.call_later(self._idle_seconds, self._kill)

    def close(self) -> None:
        self._stay()
        self._kill()

    def _stay(self) -> None:
        if self._idle is not None:
            self._idle.cancel()
            self._idle = None

    def _kill(self) -> None:
        pool, self._pool = self._pool, None
        if pool is None:
            return
        for process in list((pool._processes or {}).values()):  # there is no public way to end a stuck worker
            process.kill()
        pool.shutdown(wait=True, cancel_futures=True)


def call(function: str, arguments: tuple[Any, ...]) -> Any:
    """In the worker process: «module:name» with plain values."""
    module, name = function.split(":")
    return getattr(import_module(module), name)(*arguments)


def _limit() -> None:
    for threads in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS"):
        os.environ[threads] = "1"  # each thread of the numbers' library would take forty megabytes of the limit
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    # What a library finds odd in a file it quotes, and this process has no log that would keep it in.
    logging.disable(logging.CRITICAL)
    warnings.simplefilter("ignore")
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the bot's to hear
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """A killed bot leaves nobody to end its worker: the pool's own pipe stays open in the child."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)
