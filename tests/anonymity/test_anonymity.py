"""Nobody can tell who wrote what: whoever has a closed round's files, logs and exports guesses by chance."""

import logging
import os
import random
from collections.abc import Iterator
from io import BytesIO, StringIO
from math import sqrt
from pathlib import Path
from string import ascii_lowercase

import pytest
from openpyxl import load_workbook

from tests.anonymity.attack import Loot, Score, attack, files_of, residue
from tests.bot_under_test import BotUnderTest
from tests.cast import Cast, Person
from tests.conftest import School, set_up_school
from tests.dialogs.rounds import MEETING, answers, asks_without_names, closes, people
from tests.storage.threadless import open_threadless

MANY = 8
ROUNDS = int(os.environ.get("SOAK_ROUNDS", "100"))
QUESTIONS = ("take", "improve")

Truth = dict[int, dict[str, str]]


@pytest.fixture
def written() -> Iterator[StringIO]:
    """Everything that is logged, at DEBUG."""
    root, stream = logging.getLogger(), StringIO()
    handler, before = logging.StreamHandler(stream), root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    yield stream
    root.removeHandler(handler)
    root.setLevel(before)


async def one_round(school: School, teachers: list[Person], chance: random.Random) -> tuple[Truth, list[int]]:
    """Everybody answers in words of their own, in an order of chance; who sent what, and when."""
    await asks_without_names(school, MEETING, len(teachers))
    order = chance.sample(range(len(teachers)), len(teachers))
    truth: Truth = {}
    for who in order:
        said = {question: "".join(chance.choices(ascii_lowercase, k=12)) for question in QUESTIONS}
        await teachers[who].says("меню")
        await teachers[who].presses(MEETING)
        marks = [str(chance.randint(1, 10)) for _ in range(2)]
        await answers(teachers[who], *marks, "Возможно", said["take"], said["improve"])
        truth[who] = said
    return truth, order


async def exported(school: School, truth: Truth) -> dict[str, list[str]]:
    """What two workbooks of the closed round hold, by question, in the order in which it stands there."""
    coordinator, books = school.cast.coordinator, []
    await coordinator.presses("Результаты без имён")
    for _ in range(2):
        await coordinator.presses("Скачать Excel")
        books.append(next(reversed(coordinator.files.values())))
        await coordinator.presses("К результатам")
    cells, again = (_cells(each) for each in books)
    assert cells == again
    asked = {key: {said[key] for said in truth.values()} for key in QUESTIONS}
    return {key: [cell for cell in cells if cell in texts] for key, texts in asked.items()}


def _cells(book: bytes) -> list[str]:
    sheets = load_workbook(BytesIO(book)).worksheets
    return [str(cell) for sheet in sheets for row in sheet.iter_rows(values_only=True) for cell in row]


def seized(bot: BotUnderTest, log: StringIO, folder: Path) -> dict[str, bytes]:
    database = bot.database_file
    found = files_of(database, database.with_name(database.name + "-wal"))
    others = files_of(*(path for path in folder.rglob("*") if path.is_file() and not path.name.startswith("bot-")))
    return {
        **{name.replace(database.name, "nastavnik.db"): content for name, content in found.items()},
        **others,
        "log": log.getvalue().encode(),
    }


async def told(folder: Path, log: StringIO, rounds: int, seed: int) -> tuple[Score, Score, list[str]]:
    """The attacker's score on closed rounds, on the same rounds while they are open, and what was left behind."""
    bot = BotUnderTest(folder, opens=open_threadless)
    await bot.start()
    school = await set_up_school(Cast(bot))
    teachers = await people(school, MANY)
    chance, closed, still_open, left = random.Random(seed), Score(), Score(), list[str]()
    for _ in range(rounds):
        log.truncate(0)
        truth, order = await one_round(school, teachers, chance)
        before = seized(bot, log, folder)
        await closes(school, MEETING)
        texts = await exported(school, truth)
        after = seized(bot, log, folder)
        attack(Loot(after, texts, order), truth, closed)
        attack(Loot(_with_log_first(before), texts, order), truth, still_open)
        left += residue(Loot(after, texts, order), truth)
    await bot.stop()
    return closed, still_open, left


def _with_log_first(files: dict[str, bytes]) -> dict[str, bytes]:
    """While a round is open what is new stands in the write-ahead log."""
    return {**files, "nastavnik.db": files.get("nastavnik.db-wal", b"") + files["nastavnik.db"]}


def most_by_chance(rounds: int) -> float:
    """A guess of an order is right for one person a round, with a variance of one; five sigma are never chance."""
    return rounds + 5 * sqrt(rounds)


async def test_answers_are_linked_to_people_no_better_than_by_chance(tmp_path: Path, written: StringIO) -> None:
    closed, still_open, left = await told(tmp_path, written, rounds=4, seed=1)
    assert left == []
    assert max(closed.right.values()) <= most_by_chance(4)
    assert max(still_open.right.values()) > most_by_chance(4), "the attack is blunt: there the order is kept"


@pytest.mark.slow
@pytest.mark.long
async def test_a_hundred_rounds_tell_no_more_than_one(tmp_path: Path, written: StringIO) -> None:
    closed, _, left = await told(tmp_path, written, rounds=ROUNDS, seed=2)
    best = max(closed.right, key=lambda name: closed.right[name])
    right = closed.right[best]
    print(f"{ROUNDS} rounds of {MANY}: the best guess «{best}» was right {right} times, chance is {ROUNDS}")
    assert left == []
    assert right <= most_by_chance(ROUNDS)
