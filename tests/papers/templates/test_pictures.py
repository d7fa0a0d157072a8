"""Papers as they lie on a table: the order on pairs and the minutes of a round table, page by page, for README."""

import os
import shutil
import subprocess
from pathlib import Path

import numpy as np
import pytest
from matplotlib.image import imread, imsave

from mentoring.papers.templates.worker import document
from storage.vocabulary.documents import DocumentKind
from tests.papers.libreoffice import as_pdf, needs_libreoffice
from tests.papers.pairs import ASSIGN, made
from tests.papers.templates.samples import MINUTES

DOTS = 60  # an inch
GAP = 12


@needs_libreoffice
@pytest.mark.skipif(shutil.which("pdftoppm") is None, reason="needs poppler: no pdftoppm here")
def test_an_order_and_minutes_look_like_papers(tmp_path: Path) -> None:
    folder = Path(os.environ.get("PICTURES") or tmp_path)
    papers = (made(ASSIGN), document(DocumentKind.PROTOCOL_ROUND_TABLE, "", MINUTES))
    drawn = [first_page(paper, tmp_path / f"{at}") for at, paper in enumerate(papers)]
    assert {page.shape for page in drawn} == {drawn[0].shape}
    assert all(0.01 < np.mean(page[..., 0] < 0.5) < 0.2 for page in drawn), "a page that is empty, or black"
    table = np.full((drawn[0].shape[0] + 2 * GAP, 2 * drawn[0].shape[1] + 3 * GAP, 3), 0.85, dtype=np.float32)
    for at, page in enumerate(drawn):
        left = GAP + at * (page.shape[1] + GAP)
        table[GAP : GAP + page.shape[0], left : left + page.shape[1]] = page[..., :3]
    imsave(folder / "papers.png", table)
    assert (folder / "papers.png").stat().st_size > 10_000


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
