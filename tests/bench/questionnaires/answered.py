"""A school where everybody has handed in a questionnaire, written directly."""

import json
import random
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

from mentoring import questionnaires
from storage import forms as form_rows
from storage.database import Database, open_database
from storage.tx import Tx
from tests.bench.questionnaires.forms import said, usual
from tests.bench.seeding import School, fill

SETS = 10_000
CHUNK = 1_000


@asynccontextmanager
async def answered(folder: Path) -> AsyncIterator[tuple[Database, School]]:
    """The first who asks for it waits until it is made."""
    made = folder.exists()
    schools = [School(1, ())] if made else await fill(folder, SETS + 1)
    database = await open_database(f"sqlite:///{folder / 'nastavnik.db'}")
    try:
        if not made:
            await _hand_in(database, schools[0])
        yield database, schools[0]
    finally:
        await database.close()


async def _hand_in(database: Database, school: School) -> None:
    now = datetime.now(UTC)
    async with database.write() as tx:
        digest = await questionnaires.keep(tx, usual())
        await form_rows.publish(
            tx, school_id=school.id, form_key="usual", version=1, digest=digest, note="", by=1, now=now
        )
        for first in range(2, SETS + 2, CHUNK):
            await _sets(tx, school.id, digest, range(first, first + CHUNK), now)


async def _sets(tx: Tx, school_id: int, digest: str, people: Sequence[int], now: datetime) -> None:
    """Person and run have one number."""
    await tx.run_many(
        """INSERT INTO form_run (id, school_id, person_id, entered_by, form_key, form_version, digest, state, part,
                                 place, source, started_at, touched_at, submitted_at)
           VALUES (:id, :school_id, :id, :id, 'usual', 1, :digest, 'submitted', 'core', 'SUMMARY', 'tap', :now, :now,
                   :now)""",
        [{"id": each, "school_id": school_id, "digest": digest, "now": now} for each in people],
    )
    await tx.run_many(
        """INSERT INTO answer (run_id, question, value, source, answered_at)
           VALUES (:run_id, :question, :value, 'tap', :now)""",
        [answer for each in people for answer in _answers(each, now)],
    )


def _answers(run_id: int, now: datetime) -> Iterator[dict[str, object]]:
    chance = random.Random(run_id)
    for question in usual().questions:
        value = said(question, chance)
        written = None if value is None else json.dumps(value, ensure_ascii=False)
        yield {"run_id": run_id, "question": question.key, "value": written, "now": now}
