"""`make soak`: the rows of the plan, a line a figure; `make soak ONLY="T8 T15"` for some. Exit 1 when one is missed."""

import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from xml.etree import ElementTree

from tests.bench.figures import Figure
from tests.soak.measuring import read_figure
from tests.soak.plan import PLAN, Row


def main() -> int:
    wanted = set(sys.argv[1:])
    if unknown := wanted - {row.name for row in PLAN}:
        sys.stderr.write(f"not in the plan: {', '.join(sorted(unknown))}\n")
        return 2
    rows = [row for row in PLAN if not wanted or row.name in wanted]
    missed = [row.name for row in rows if not _holds(row)]
    print(f"{len(rows) - len(missed)} of {len(rows)} rows hold")
    if missed:
        print(f"missed: {', '.join(missed)}")
    return 1 if missed else 0


def _holds(row: Row) -> bool:
    """Plays one row and prints it."""
    with tempfile.TemporaryDirectory() as folder:
        report, began = Path(folder) / "report.xml", time.monotonic()
        command = [sys.executable, "-m", "pytest", "-o", "junit_family=xunit1", f"--junitxml={report}", *row.tests]
        played = subprocess.run(command, check=False, capture_output=True, text=True)
        seconds = time.monotonic() - began
        figures = _read(report, played.returncode) if report.exists() else []
    print(f"{row.name} {row.told} ({seconds:.0f} s)")
    for figure in figures:
        print(f"    {figure.line}", flush=True)
    holds = played.returncode == 0 and bool(figures) and all(figure.met for figure in figures)
    if not holds:
        print(played.stdout[-4000:], played.stderr[-2000:], sep="\n", flush=True)
    return holds


def _read(report: Path, code: int) -> Sequence[Figure]:
    """What the tests measured, and how many of them passed; a test that was left out is no pass."""
    cases = list(ElementTree.parse(report).iter("testcase"))  # noqa: S314  pytest wrote it a moment ago
    figures = [
        read_figure(name, value)
        for case in cases
        for each in case.iter("property")
        if (name := each.get("name")) and (value := each.get("value"))
    ]
    passed = sum(not any(case.find(each) is not None for each in ("failure", "error", "skipped")) for case in cases)
    all_passed = passed == len(cases) > 0 and code == 0
    return [*figures, Figure("tests", f"{passed} of {len(cases)} pass", "all", all_passed)]


if __name__ == "__main__":
    sys.exit(main())
