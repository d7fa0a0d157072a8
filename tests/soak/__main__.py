"""`make soak`: the rows of the plan, a line a figure; `make soak ONLY="T8 T15"` for some. Exit 1 when one is missed."""

import os
import subprocess
import sys
import tempfile
import time
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
    missed = [row.name for row in rows if not holds(row)]
    print(f"{len(rows) - len(missed)} of {len(rows)} rows hold")
    if missed:
        print(f"missed: {', '.join(missed)}")
    return 1 if missed else 0


def holds(row: Row) -> bool:
    """Plays one row and prints it; the load tells whether anything else ran beside it."""
    print(f"{row.name} {row.told}", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        report, began = Path(folder) / "report.xml", time.monotonic()
        how = ("-rs", "--tb=short", "-o", "junit_family=xunit1", f"--junitxml={report}")
        command = [sys.executable, "-m", "pytest", *how, *row.tests]
        played = subprocess.run(command, check=False, capture_output=True, text=True)
        seconds = time.monotonic() - began
        cases = list(ElementTree.parse(report).iter("testcase")) if report.exists() else []  # noqa: S314  pytest's own
    passed = sum(map(_passed, cases))
    all_passed = played.returncode == 0 and passed == len(cases) > 0
    for case in cases:
        _print(case)
    whole = Figure("tests", f"{passed} of {len(cases)} pass", "all", all_passed)
    print(f"    {whole.line} | {seconds:.0f} s, load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores", flush=True)
    if not all_passed:
        print(played.stdout[-4000:], played.stderr[-2000:], sep="\n", flush=True)
    return all_passed


def _passed(case: ElementTree.Element) -> bool:
    """A test that was left out is no pass."""
    return not any(case.find(each) is not None for each in ("failure", "error", "skipped"))


def _print(case: ElementTree.Element) -> None:
    """The test's name, if it has measured something, and what."""
    kept = [(each.get("name"), each.get("value")) for each in case.iter("property")]
    figures = [read_figure(name, value) for name, value in kept if name and value]
    if figures:
        print(f"  {(case.get('name') or '').removeprefix('test_').replace('_', ' ')}")
    for figure in figures:
        print(f"    {figure.line}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
