"""`make test`: quick tests, more examples, processes of their own, the browser; says what is left out and why.

With NOTHING_LEFT_OUT set (as CI does) leaving something out is a failure.
"""

import os
import shutil
import subprocess
import sys

# What kills processes or drives a browser has the machine to itself.
SIDE_BY_SIDE = ("-n", "auto", "--dist", "loadfile")
PARTS = (
    ("quick", "not slow and not browser and not soak", SIDE_BY_SIDE),
    ("many examples", "((hypothesis and not slow) or long) and not soak", (*SIDE_BY_SIDE, "--hypothesis-profile=many")),
    ("processes", "slow and not long and not soak", ()),
    ("browser", "browser", ()),
)


def main() -> int:
    left_out = []
    if not os.environ.get("TEST_POSTGRES_URL"):
        left_out.append("storage, journeys and two processes on PostgreSQL (TEST_POSTGRES_URL is not set)")
    has_browser = shutil.which("chromium") is not None
    if not has_browser:
        left_out.append("the browser tests (there is no `chromium` on PATH)")
    if shutil.which("soffice") is None or shutil.which("pdftotext") is None:
        left_out.append("papers in LibreOffice (`soffice` and `pdftotext` are not both on PATH)")
    if shutil.which("systemd-analyze") is None:
        left_out.append("whether systemd understands the unit (`systemd-analyze` is not on PATH)")
    for name, marks, how in PARTS:
        if name == "browser" and not has_browser:
            continue
        print(f"== {name}", flush=True)
        code = subprocess.run([sys.executable, "-m", "pytest", "-m", marks, *how], check=False).returncode
        if code != 0:
            return code
    for each in left_out:
        print(f"LEFT OUT: {each}")
    return 1 if left_out and os.environ.get("NOTHING_LEFT_OUT") else 0


if __name__ == "__main__":
    sys.exit(main())
