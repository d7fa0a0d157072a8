"""What the bench's school has done together: events with minutes, practice cards, evidence of the roadmap."""

import random
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

from mentoring import forms
from mentoring.gatherings.kinds import AGENDAS
from storage import evidence, gatherings, practices
from storage.evidence import Evidence
from storage.tx import Tx
from storage.vocabulary import EvidenceKind
from storage.vocabulary.gatherings import GatheringKind, LineKind
from storage.vocabulary.practices import CardState, Publish

NOW = datetime(2026, 9, 28, 12, tzinfo=UTC)
FIRST = date(2026, 9, 30)
EVENTS, LISTED, CARDS = 15, 60, 40
PARAGRAPH = "На уроке каждый держит карточку с одним шагом и отмечает, что получилось; в конце сверяем вместе. " * 4


async def fill(tx: Tx, school_id: int, people: Sequence[int]) -> None:
    chance = random.Random(2)
    for number in range(EVENTS):
        await _event(tx, school_id, number, chance.sample(people, LISTED))
    for number in range(CARDS):
        await _card(tx, school_id, number, people[number])
    nomination = await practices.nominate(
        tx, school_id=school_id, school_year=2026, title="Открытие года", by=1, now=NOW
    )
    for card_id in await tx.all(int, "SELECT id FROM practice_card ORDER BY id LIMIT 5"):
        await practices.tick(tx, nomination, card_id)
    for number, activity in enumerate(each for stage in forms.load().roadmap.stages for each in stage.activities):
        if number % 3:
            proof = Evidence(activity.key, EvidenceKind.DOCUMENT, str(number), FIRST, "Протокол заседания")
            await evidence.record(tx, proof, school_id=school_id, school_year=2026, by=1, now=NOW)


async def _event(tx: Tx, school_id: int, number: int, people: Sequence[int]) -> None:
    kind = tuple(GatheringKind)[number % len(GatheringKind)]
    day = FIRST + timedelta(days=14 * number)
    at = await gatherings.add(
        tx,
        school_id=school_id,
        school_year=2026,
        kind=kind,
        day=day,
        starts="15:30",
        place="Кабинет 204",
        places=None,
        agenda=AGENDAS[kind],
        calls=False,
        by=1,
        now=NOW,
    )
    for person in people:
        await gatherings.tick(tx, at, person, school_id)
    await gatherings.mark_invited(tx, at, NOW)
    await gatherings.invite(tx, at, people, NOW)
    for person in people[: LISTED * 2 // 3]:
        await gatherings.attend(tx, at, person, attended=True)
    await _minutes(tx, at, number, day, len(AGENDAS[kind]))


async def _minutes(tx: Tx, gathering_id: int, number: int, day: date, items: int) -> None:
    await gatherings.set_head(
        tx, gathering_id, number=str(number + 1), dated_on=day, chair="Белова А. П.", secretary="Зимина А. П."
    )
    for item in range(1, items + 1):
        for line in LineKind:
            due_on = day + timedelta(days=14) if line is LineKind.DECIDED else None
            await gatherings.add_line(
                tx, gathering_id, item=item, line=line, text="Провести взаимное посещение уроков и обсудить его.",
                due_on=due_on, by=1, now=NOW,
            )  # fmt: skip


async def _card(tx: Tx, school_id: int, number: int, author: int) -> None:
    card_id = await practices.add(
        tx,
        school_id=school_id,
        school_year=2026,
        author_id=author,
        title=f"Карточка одного шага, вариант {number + 1}",
        areas=("method", "classroom"),
        useful_to="Тем, кто ведёт уроки в большом классе",
        problem=PARAGRAPH,
        done=PARAGRAPH,
        result=PARAGRAPH,
        links="",
        publish=(Publish.NAMED, Publish.NAMELESS)[number % 2],
        stays=False,
        title_words=f" карточка одного шага вариант {number}",
        words=f" карточка одного шага вариант {number}",
        now=NOW,
    )
    await practices.decide(tx, card_id, 1, CardState.SENT, CardState.ACCEPTED, note="", by=1, now=NOW)
