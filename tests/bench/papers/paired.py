"""A hundred pairs of the bench's school: ordered with consents, with a programme and a meeting every other week."""

import json
import random
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

from storage import contact_notes, pair_orders, pair_papers, pairs, programmes
from storage.tx import Tx
from storage.vocabulary.pairs import (
    Contact,
    EndReason,
    Format,
    OrderKind,
    Origin,
    PairKind,
    PairPaper,
    PairPaperState,
    PairState,
    Side,
)

ORDERED, NOW = date(2026, 9, 28), datetime(2026, 9, 28, 12, tzinfo=UTC)
ENDS = date(2027, 5, 31)
MEETINGS, STEPS, PAIRS_OF_AN_ORDER = 16, 10, 20
AREAS = ("method", "subject", "assess", "classroom", "inclusion", "homeroom", "digital")
ENDED = 10  # before their time


async def fill(tx: Tx, school_id: int, mentors: Sequence[int], mentees: Sequence[int]) -> None:
    """Some mentors have two of the pairs."""
    order_id, chance = 0, random.Random(1)
    for number, mentee in enumerate(mentees):
        if number % PAIRS_OF_AN_ORDER == 0:
            order_id = await _order(tx, school_id, OrderKind.ASSIGN, 40 + number)
        mentor = mentors[number % len(mentors)]
        pairing_id = await _pair(tx, school_id, mentor, mentee, order_id)
        await _programme(tx, pairing_id, mentor, chance)
        await _meetings(tx, pairing_id, mentor, chance)
        if number < ENDED:
            await pairs.end(tx, pairing_id, EndReason.MUTUAL, date(2027, 3, 1), NOW)
    ends = await _order(tx, school_id, OrderKind.END, 200)
    for ended in await tx.all(int, "SELECT id FROM pairing WHERE state = 'ended' ORDER BY id"):
        await pair_orders.add_line(tx, ends, ended)


async def _order(tx: Tx, school_id: int, kind: OrderKind, number: int) -> int:
    return await pair_orders.add_signed(
        tx, school_id=school_id, school_year=2026, kind=kind, number=str(number), dated_on=ORDERED, by=1, now=NOW
    )


async def _pair(tx: Tx, school_id: int, mentor: int, mentee: int, order_id: int) -> int:
    pairing_id = await pairs.add(
        tx,
        school_id=school_id,
        school_year=2026,
        kind=PairKind.PAIR,
        form=Format.ONE_TO_ONE,
        state=PairState.ACTIVE,
        origin=Origin.MATCHED,
        why="",
        terms="[]",
        starts_on=ORDERED,
        ends_on=ENDS,
        by=1,
        now=NOW,
    )
    await pairs.set_order(tx, pairing_id, order_id)
    await pair_orders.add_line(tx, order_id, pairing_id)
    for person_id, side in ((mentor, Side.MENTOR), (mentee, Side.MENTEE)):
        await pairs.add_member(tx, pairing_id, person_id, side, NOW)
        await pair_papers.put(
            tx,
            pairing_id=pairing_id,
            person_id=person_id,
            kind=PairPaper.CONSENT,
            state=PairPaperState.RECEIVED,
            received_on=ORDERED,
            by=1,
            now=NOW,
        )
    return pairing_id


async def _programme(tx: Tx, pairing_id: int, mentor: int, chance: random.Random) -> None:
    words = {
        "areas": chance.sample(AREAS, 2),
        "problem": "Как держать темп урока в большом классе и успевать с каждым",
        "goal": "К маю самостоятельно планирует урок по новой теме, что видно по разбору двух уроков",
        "tasks": ["Освоить приёмы работы с классом", "Составить банк заданий", "Провести открытый урок"],
        "expected": ["План урока готовится за час", "Открытый урок проведён"],
        "product": "Карточка практики",
    }
    content = json.dumps(words, ensure_ascii=False)
    await programmes.begin(tx, pairing_id, content=content, starts_on=ORDERED, ends_on=ENDS, by=mentor, now=NOW)
    for at in range(STEPS):
        due_on = ORDERED + timedelta(days=21 * at + 7)
        step_id = await programmes.add_step(
            tx,
            pairing_id,
            at=at,
            area=chance.choice(AREAS),
            activity="Урок наставляемого, разбор: что удалось, один шаг к улучшению",
            form="очно",
            due_on=due_on,
            result="Один шаг к улучшению записан",
            evidence="note",
        )
        if chance.random() < 0.7:
            await programmes.mark_done(tx, step_id, on=due_on, by=mentor, now=NOW)
    await tx.run(
        """UPDATE programme SET state = 'approved', version = 1, approved_by = 1, approved_at = :now
           WHERE pairing_id = :pairing_id""",
        pairing_id=pairing_id,
        now=NOW,
    )
    snapshot = json.dumps({**words, "steps": []}, ensure_ascii=False)
    await programmes.keep_version(tx, pairing_id, 1, content=snapshot, changes="[]", by=mentor, now=NOW)


async def _meetings(tx: Tx, pairing_id: int, mentor: int, chance: random.Random) -> None:
    for number in range(MEETINGS):
        note_id = await contact_notes.add(
            tx,
            pairing_id,
            author_id=mentor,
            held_on=ORDERED + timedelta(days=14 * number + chance.randint(1, 10)),
            topics=tuple(chance.sample(AREAS, 2)),
            now=NOW,
        )
        await contact_notes.set_how(tx, note_id, chance.choice(tuple(Contact)))
