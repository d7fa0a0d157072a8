"""A paper as an office suite shows it: LibreOffice makes a PDF of it, and poppler says what stands on its pages."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

SECONDS = 120
_TORN_DATE = re.compile(r"\b\d\d\.\d\d\.\d{0,3}(?!\S)")
_TOOLS = ("soffice", "pdftotext")
_MISSING = [tool for tool in _TOOLS if shutil.which(tool) is None]

needs_libreoffice = pytest.mark.skipif(
    bool(_MISSING),
    reason=f"needs LibreOffice Writer and poppler: no {', '.join(_MISSING)} here",
)


def as_pdf(content: bytes, folder: Path) -> Path:
    """With a profile of its own: a second LibreOffice would hand its work to the first one and say nothing."""
    paper = folder / "paper.docx"
    paper.write_bytes(content)
    profile = (folder / "profile").as_uri()
    subprocess.run(
        ["soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf", "--outdir", folder, paper],
        check=True,
        timeout=SECONDS,
        capture_output=True,
    )
    made = folder / "paper.pdf"
    assert made.exists(), "LibreOffice did not open the paper"
    return made


def pages(content: bytes, folder: Path) -> list[str]:
    """The text of every page, with its columns side by side. In no column is a date torn."""
    pdf = as_pdf(content, folder)
    said = subprocess.run(
        ["pdftotext", "-layout", pdf, "-"], check=True, timeout=SECONDS, capture_output=True, text=True
    )
    assert _TORN_DATE.findall(said.stdout) == []
    return said.stdout.rstrip("\f").split("\f")
