"""The nursery is left empty, whatever the test was in the middle of: otherwise it would wait without end."""

import asyncio
import subprocess
from pathlib import Path

import pytest

from tests.kill.lives import lives

SLOW_BIRTH = "read birth; sleep 0.5; sleep 60 & echo $!; wait $!; echo -9"


async def test_bot_whose_birth_nobody_waited_for_is_put_away(tmp_path: Path) -> None:
    with subprocess.Popen(
        ["sh", "-c", SLOW_BIRTH], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as nursery:
        async with lives(nursery, tmp_path, {}) as bot:
            with pytest.raises(TimeoutError):
                async with asyncio.timeout(0.1):
                    await bot.begin()
        assert await asyncio.to_thread(nursery.wait, 10) == 0
