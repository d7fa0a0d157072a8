"""Papers as they lie on a table, first pages side by side, for README and docs."""

import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from matplotlib.image import imread, imsave

from mentoring.papers.templates.worker import document
from storage.vocabulary.documents import DocumentKind
from tests.papers.libreoffice import as_pdf, needs_libreoffice
from tests.papers.pairs import ASSIGN, made
from tests.papers.templates.people import CERTIFICATE, THANKS
from tests.papers.templates.samples import MINUTES

DOTS = 60  # an inch
GAP = 12


@needs_libreoffice
@pytest.mark.skipif(shutil.which("pdftoppm") is None, reason="needs poppler: no pdftoppm here")
def test_an_order_and_minutes_look_like_papers(tmp_path: Path) -> None:
    lay("papers.png", (made(ASSIGN), document(DocumentKind.PROTOCOL_ROUND_TABLE, "", MINUTES)), tmp_path)


@needs_libreoffice
@pytest.mark.skipif(shutil.which("pdftoppm") is None, reason="needs poppler: no pdftoppm here")
def test_thanks_and_a_certificate_look_like_papers(tmp_path: Path) -> None:
    certificate = {**CERTIFICATE, "документ.номер": "С-3", "документ.дата": "01.06.2027"}
    thanks = document(DocumentKind.THANKS_MENTOR, "", THANKS)
    lay("certificates.png", (thanks, document(DocumentKind.CERTIFICATE_MENTOR, "", certificate)), tmp_path)


def lay(name: str, papers: Sequence[bytes], folder: Path) -> None:
    """Side by side on a table; the picture goes where PICTURES says, else nowhere that matters."""
    drawn = [first_page(paper, folder / f"{at}") for at, paper in enumerate(papers)]
    assert {page.shape for page in drawn} == {drawn[0].shape}
    assert all(0.005 < np.mean(page[..., 0] < 0.5) < 0.2 for page in drawn), "a page that is empty, or black"
    table = np.full((drawn[0].shape[0] + 2 * GAP, 2 * drawn[0].shape[1] + 3 * GAP, 3), 0.85, dtype=np.float32)
    for at, page in enumerate(drawn):
        left = GAP + at * (page.shape[1] + GAP)
        table[GAP : GAP + page.shape[0], left : left + page.shape[1]] = page[..., :3]
    to = Path(os.environ.get("PICTURES") or folder) / name
    imsave(to, table)
    assert to.stat().st_size > 10_000


def first_page(content: bytes, folder: Path) -> np.ndarray:
    """The first page, in shades from 0 to 1."""
    folder.mkdir()
    pdf = as_pdf(content, folder)
    subprocess.run(
        ["pdftoppm", "-r", f"{DOTS}", "-f", "1", "-l", "1", "-png", "-singlefile", pdf, folder / "page"],
        check=True,
        timeout=60,
    )
    page = imread(folder / "page.png")
    return page if page.ndim == 3 else np.stack([page] * 3, axis=-1)
