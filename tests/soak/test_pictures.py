"""T23: a picture and a paper with Cyrillic where the system has no font at all."""

import subprocess
import sys
from pathlib import Path
from time import perf_counter

import pytest

from bot.worker import Worker, call
from tests.bench.figures import at_most
from tests.bench.papers.documents import KIND, MAKE
from tests.bench.processes import CHECKOUT
from tests.bench.questionnaires.gaps import ticking
from tests.papers.networks import of_pairs
from tests.papers.templates.samples import ORDER
from tests.soak.measuring import Measured

MOST_SECONDS, LONGEST_GAP_MS = 2.0, 50.0
LETTERS = "абвгдеёжзийклмнопрстуфхцчшщъыьэюяАБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ№«»–"

# As in an image without fonts: the library looks for those of the system and finds none.
WITHOUT_FONTS = """
import os, sys
opened, walk = [], os.walk
def walks(top, *more, **how):
    return walk(top) if "site-packages" in str(top) or "/fonts" not in str(top) else iter(())
os.walk = walks
sys.addaudithook(lambda name, args: opened.append(str(args[0])) if name == "open" else None)
from mentoring.papers.drawing import Drawing, Pen
pictures = []
for letter in sys.argv[1]:
    drawing = Drawing(80)
    drawing.text(10, 10, letter, Pen(40, "#000000"))
    pictures.append(drawing.png(80))
print(len(set(pictures)))
print(sum("/share/fonts" in each for each in opened))
"""


@pytest.mark.soak
def test_each_letter_has_a_shape_of_its_own_without_a_font_of_the_system(tmp_path: Path, measured: Measured) -> None:
    environment = {"PATH": "", "HOME": str(tmp_path), "MPLCONFIGDIR": str(tmp_path), "PYTHONPATH": str(CHECKOUT)}
    ran = subprocess.run(
        [sys.executable, "-c", WITHOUT_FONTS, LETTERS], env=environment, capture_output=True, text=True, check=True
    )
    shapes, of_the_system = map(int, ran.stdout.split())
    measured(at_most("letters drawn like another", len(LETTERS) - shapes, 0, "", note=f"of {len(LETTERS)}"))
    measured(at_most("fonts of the system opened", of_the_system, 0, ""))


@pytest.mark.soak
async def test_a_picture_and_a_document_come_in_two_seconds_and_hold_up_nobody(measured: Measured) -> None:
    worker = Worker()
    try:
        await worker.run(call, "time:process_time", ())  # the process is there
        for name, function, arguments in (
            ("picture", "mentoring.papers.pairs_chart:build", (of_pairs(20),)),
            ("document", MAKE, (KIND, "", ORDER, ("Проект",))),
        ):
            async with ticking() as gap:
                began = perf_counter()
                await worker.run(call, function, arguments)
                seconds = perf_counter() - began
            measured(at_most(name, seconds, MOST_SECONDS, "s", note="what it loads counts"))
            measured(at_most(f"{name}, the loop's longest gap", gap.seconds * 1000, LONGEST_GAP_MS, "ms"))
    finally:
        worker.close()
