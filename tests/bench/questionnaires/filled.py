"""Two hundred questions that hang on each other: how long a person waits for the bot's own work at each of them."""

import gc
import random
from collections.abc import AsyncIterator, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter

from handlers import current
from mentoring import access, filling, questionnaires
from mentoring.filling import Ask, Intro, Move, Step, Turn
from mentoring.rules import questionnaire
from mentoring.rules.forms import Form, Part, Question, QuestionKind
from mentoring.rules.forms.model import NO, YES
from mentoring.rules.questionnaire import Accepted, Chosen, Typed, Value
from storage import forms as form_rows
from storage.database import Database, open_database
from tests.bench.figures import Figure, at_most, p99
from tests.bench.questionnaires.forms import LARGE, large, said
from tests.bench.seeding import School, fill

OPENED, FILLED = 200, 12  # people
LIMIT_MS = 20.0


@dataclass(slots=True)
class Waits:
    """Seconds, by what was waited for."""

    opened: list[float] = field(default_factory=list)
    kept: list[float] = field(default_factory=list)
    asked: list[float] = field(default_factory=list)
    pressed: list[float] = field(default_factory=list)


async def measure(folder: Path) -> AsyncIterator[Figure]:
    gc.freeze()  # as the bot does once it has started
    yield _engine()
    (school,) = await fill(folder / "filled", OPENED + 1)
    database = await open_database(f"sqlite:///{folder / 'filled' / 'nastavnik.db'}")
    try:
        await _publish(database, school)
        waits = Waits()
        for number, user in enumerate(school.teachers):
            walk = _Walk(database, user, waits, random.Random(number))
            intro = await walk.open()
            if number < FILLED:
                await walk.to_the_end(intro)
    finally:
        await database.close()
    for name, seconds in (
        ("opened, its first screen drawn", waits.opened),
        ("an answer validated and kept, the next one found", waits.kept),
        ("the next question asked: its screen drawn", waits.asked),
        ("all of one press, from BEGIN to COMMIT", waits.pressed),
    ):
        yield _p99(f"{LARGE} questions, {name}, p99", seconds)


def _p99(name: str, seconds: Sequence[float]) -> Figure:
    note = f"longest {max(seconds) * 1000:.3g}, of {len(seconds)}"
    return at_most(name, p99(seconds) * 1000, LIMIT_MS, "ms", note=note)


async def _publish(database: Database, school: School) -> None:
    async with database.write() as tx:
        digest = await questionnaires.keep(tx, large())
        await form_rows.publish(
            tx, school_id=school.id, form_key="large", version=1, digest=digest, note="", by=1, now=datetime.now(UTC)
        )


class _Walk:
    """One person through the whole form, each answer a transaction as the lanes make it."""

    def __init__(self, database: Database, user: int, waits: Waits, chance: random.Random) -> None:
        self._database = database
        self._user = user
        self._waits = waits
        self._chance = chance

    async def open(self) -> Intro:
        began, now = perf_counter(), datetime.now(UTC)
        async with self._database.write() as tx:
            actor = await access.actor(tx, self._user)
            step = await filling.begin(tx, actor, "large", now=now)
            await current.draw(tx, actor, step, now)
        self._waits.opened.append(perf_counter() - began)
        if not isinstance(step, Intro):
            raise TypeError("the form did not open")
        return step

    async def to_the_end(self, intro: Intro) -> None:
        step = await self._press(Turn(intro.run.id, intro.run.step, 0, Move.START))
        while isinstance(step, Ask):
            for move in _moves(step, said(step.question, self._chance)):
                step = await self._press(move)

    async def _press(self, move: Turn | str) -> Step:
        began, now = perf_counter(), datetime.now(UTC)
        async with self._database.write() as tx:
            actor = await access.actor(tx, self._user)
            if isinstance(move, Turn):
                step = await filling.turn(tx, actor, move, now)
            else:
                step = await filling.say(tx, actor, move, now)
            kept = perf_counter()
            await current.draw(tx, actor, step, now)
            drawn = perf_counter()
        ended = perf_counter()
        self._waits.kept.append(kept - began + ended - drawn)
        self._waits.asked.append(drawn - kept)
        self._waits.pressed.append(ended - began)
        return step


def _moves(step: Ask, value: Value | None) -> Iterator[Turn | str]:
    """What a person does to give this answer."""
    question, run = step.question, step.run
    place = step.form.questions.index(question)
    match value:
        case None:
            yield Turn(run.id, run.step, place, Move.SKIP)
        case tuple():
            yield from (Turn(run.id, run.step, place, Move.TICK, key) for key in value)
            yield Turn(run.id, run.step, place, Move.DONE)
        case _ if question.kind in {QuestionKind.TEXT, QuestionKind.NUMBER}:
            yield str(value)
        case _:
            yield Turn(run.id, run.step, place, Move.PICK, _key(value))


def _key(value: Value) -> str:
    if isinstance(value, bool):
        return (YES if value else NO).key
    return str(value)


def _engine() -> Figure:
    """Without a database: what to ask, what was said, how far it is. For information, it has no bar of its own."""
    form, seconds = large(), list[float]()
    for number in range(FILLED):
        seconds += _thoughts(form, random.Random(-number))
    name = f"{LARGE} questions, the engine alone, p99"
    return Figure(name, f"{p99(seconds) * 1000:.3g} ms (longest {max(seconds) * 1000:.3g})", "for information", True)


def _thoughts(form: Form, chance: random.Random) -> Iterator[float]:
    answers: dict[str, Value | None] = {}
    began = perf_counter()
    while question := questionnaire.next_question(form, answers, Part.CORE):
        questionnaire.progress(form, answers, question, Part.CORE)
        yield perf_counter() - began
        value = said(question, chance)
        began = perf_counter()
        answers[question.key] = _accepted(question, value)


def _accepted(question: Question, value: Value | None) -> Value | None:
    match value:
        case None | tuple():
            return value
        case _ if question.kind in {QuestionKind.TEXT, QuestionKind.NUMBER}:
            outcome = questionnaire.accept(question, Typed(str(value)))
        case _:
            outcome = questionnaire.accept(question, Chosen(_key(value)))
    if not isinstance(outcome, Accepted):
        raise TypeError("an answer of the bench was refused")
    return outcome.value
