"""Damaged and odd files: each is read or refused in a sentence, by the readers and in the chat; none breaks the bot."""

import random
from collections.abc import Mapping
from pathlib import Path

import pytest

from bot.faults import place_of
from handlers.texts import roadmap_files, uploads
from mentoring import files
from mentoring.papers.roadmap_sent import sent_document
from mentoring.papers.templates.found import TemplateFound
from mentoring.papers.uploads import FileProblem
from mentoring.papers.values import FormRead, SheetRead, SheetRefused, StaffListRead
from mentoring.papers.worker import marked, sent_table
from mentoring.rules.roadmap_files import RoadmapFile
from tests.bench.figures import at_most
from tests.conftest import School
from tests.fuzz.files import DOCUMENTS, WORKBOOKS, mutated
from tests.fuzz.seeds import amounts, seed
from tests.papers.questionnaires import DICTIONARIES
from tests.papers.test_pairs_reader import STAFF
from tests.soak.measuring import Measured

CORPUS = sorted((Path(__file__).parent / "corpus" / "files").iterdir())
DICTIONARY = files.dictionaries()


def read(content: bytes, *, is_workbook: bool) -> str:
    """What would be said of it when it is refused."""
    if not is_workbook:
        found = sent_document(content)
        assert isinstance(found, TemplateFound | RoadmapFile | FileProblem)
        return roadmap_files.unreadable(found) if isinstance(found, FileProblem) else ""
    told = sent_table(content, DICTIONARY, (), DICTIONARIES, STAFF)
    assert isinstance(told, StaffListRead | FormRead | SheetRead | SheetRefused | FileProblem)
    if isinstance(told, FormRead) and told.problems:
        assert marked(content, (), DICTIONARIES)
    if isinstance(told, SheetRefused):
        return uploads.refused_sheet(told.problem)
    return uploads.unreadable(told) if isinstance(told, FileProblem) else ""


def is_sentence(said: str) -> bool:
    return said[:1].isupper() and said.rstrip()[-1:] in ".?!"


@amounts(few=20, many=500)
@pytest.mark.parametrize("kind", ["workbooks", "documents"])
def test_whatever_becomes_of_a_file_it_is_read_or_refused(
    kind: str, amount: int, tmp_path: Path, measured: Measured
) -> None:
    originals: Mapping[str, bytes] = WORKBOOKS if kind == "workbooks" else DOCUMENTS
    chance, refused, broken = random.Random(seed(new=amount > 100)), 0, list[str]()
    for _ in range(amount):
        name = chance.choice(list(originals))
        content = mutated(originals[name], chance)
        try:
            said = read(content, is_workbook=kind == "workbooks")
        except Exception as error:  # a case for the corpus
            said, kept = "", tmp_path / f"{len(broken)}-{name}"
            kept.write_bytes(content)
            broken.append(f"{kept}: {type(error).__name__} at {place_of(error)}")
        refused += bool(said)
        assert not said or is_sentence(said), said
    assert not broken
    measured(at_most(f"mutated {kind} that broke a reader", len(broken), 0, "", note=f"of {amount}, {refused} refused"))


async def test_what_once_broke_a_reader_or_is_rare_is_answered_in_the_chat(school: School) -> None:
    coordinator = school.cast.coordinator
    await school.lists(*(each.name for each in STAFF))
    assert CORPUS
    for path in CORPUS:
        await coordinator.says("/people")
        await coordinator.sends_file(path.name, path.read_bytes())
        assert coordinator.messages[-1].text.strip(), path.name
        coordinator.does_not_see("не получилось")
