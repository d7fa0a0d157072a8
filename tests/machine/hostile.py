"""What a worker process may be asked for by a bad file, and what a test asks it about itself. Runs in the child."""

import logging
import os
import resource
import signal
import sys
import time
import warnings
from pathlib import Path


def add(one: int, other: int) -> int:
    return one + other


def raise_value_error() -> None:
    raise ValueError("the work's own trouble")


def quote(words: str) -> str:
    """As a library does that finds something odd in a cell."""
    warnings.warn(f"odd: {words}", stacklevel=1)
    logging.getLogger("library").error("odd: %s", words)
    return words


def eat(megabytes: int) -> int:
    return len(b"x" * (megabytes * 2**20))


def never_end() -> None:
    while True:
        time.sleep(1)


def kill_itself() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def exit_quietly() -> None:
    os._exit(0)


def own_pid() -> int:
    return os.getpid()


def environment() -> dict[str, str]:
    return dict(os.environ)


def loaded() -> set[str]:
    """The packages that are in this process."""
    return {name.partition(".")[0] for name in sys.modules}


def largest_size() -> int:
    """The most address space that this process has had, in megabytes."""
    status = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in status if line.startswith("VmPeak:")) // 1024


def memory_limit() -> int:
    return resource.getrlimit(resource.RLIMIT_AS)[0]
