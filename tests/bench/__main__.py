"""`make bench`: figures against their bars; `make bench ONLY=foundation` for one group. Exit 1 when one is missed."""

import asyncio
import sys
import tempfile
from importlib import import_module
from pathlib import Path

import uvloop

# Named, not imported: a worker process that a group starts imports this module and nothing of what it measures.
GROUPS = ("foundation", "questionnaires", "time", "broadcast", "pairs", "papers")


def main() -> int:
    wanted = sys.argv[1:] or list(GROUPS)
    if unknown := [name for name in wanted if name not in GROUPS]:
        sys.stderr.write(f"no group {', '.join(unknown)}; there are: {', '.join(GROUPS)}\n")
        return 2
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        return 0 if runner.run(_measure(wanted)) else 1


async def _measure(wanted: list[str]) -> bool:
    met = True
    with tempfile.TemporaryDirectory() as folder:
        for group in wanted:
            for measure in import_module(f"tests.bench.{group}").MEASURES:
                try:
                    async for figure in measure(Path(folder)):
                        print(figure.line, flush=True)
                        met = met and figure.met
                except TimeoutError:
                    print(f"{measure.__module__} | did not come to its end | in time | missed", flush=True)
                    met = False
    return met


if __name__ == "__main__":
    sys.exit(main())
