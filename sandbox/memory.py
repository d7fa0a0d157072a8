"""What the sandbox itself keeps between two runs with `--keep`: the clock, the invitation, who had started.

Chats are not kept; the bot's database is. So the numbers that the bot remembers (updates, messages, presses)
go on from the wall clock instead of repeating.
"""

import json
import time
from dataclasses import asdict, dataclass
from datetime import timedelta
from itertools import count
from pathlib import Path

from sandbox.world import World

_EPOCH = 1_700_000_000


@dataclass(frozen=True, slots=True)
class Memory:
    """The contents of `sandbox.json`."""

    shift_seconds: float = 0.0
    payload: str = ""
    started: tuple[int, ...] = ()

    @property
    def shift(self) -> timedelta:
        """How far the clock had been moved."""
        return timedelta(seconds=self.shift_seconds)


def load(path: Path) -> Memory | None:
    """The last run's memory, when there is one."""
    if not path.exists():
        return None
    kept = json.loads(path.read_text(encoding="utf-8"))
    return Memory(kept["shift_seconds"], kept["payload"], tuple(kept["started"]))


def save(path: Path, memory: Memory) -> None:
    """Keep it for the next run."""
    path.write_text(json.dumps(asdict(memory)), encoding="utf-8")


def number_from_now(world: World) -> None:
    """Make ids that no earlier run has used."""
    seconds = int(time.time()) - _EPOCH
    world.state.message_ids = count(seconds)
    world.state.query_ids = count(seconds * 1_000_000)
    world.next_update_id = seconds * 10
