"""Form runs and their answers: where a person is stands here and nowhere else."""

from dataclasses import dataclass
from datetime import datetime

from storage.tx import Tx
from storage.vocabulary import RunState, Source
from storage.vocabulary.year_end import Carried


@dataclass(frozen=True, slots=True)
class Run:
    id: int
    school_id: int
    person_id: int  # whose answers these are
    entered_by: int  # who is filling: another person when it comes from paper
    form_key: str
    form_version: int
    digest: str | None  # of the form that is asked; none of a small one
    state: RunState
    part: str
    place: str  # a question's key, or a screen's name in capitals
    step: int  # grows with every move: a button that carries an older one is old
    ticked: tuple[str, ...]
    changing: bool  # one answer is being changed out of the summary
    failures: int  # refusals in a row at this question
    about: dict[str, int | str]  # what the run is for, as ids
    parent_id: int | None
    source: Source
    touched_at: datetime
    submitted_at: datetime | None
    seen_at: datetime | None
    changed_at: datetime | None  # since when it is another one than a coordinator has seen
    carried: Carried = Carried.NO


@dataclass(frozen=True, slots=True)
class Answer:
    question: str
    value: str | None  # JSON; None is skipped on purpose


@dataclass(frozen=True, slots=True)
class _Joined:
    question: str | None  # None of a run without answers
    value: str | None


_COLUMNS = """id, school_id, person_id, entered_by, form_key, form_version, digest, state, part, place, step,
              ticked, changing, failures, about, parent_id, source, touched_at, submitted_at, seen_at, changed_at,
              carried"""


async def add(
    tx: Tx,
    *,
    school_id: int,
    person_id: int,
    entered_by: int,
    form_key: str,
    form_version: int,
    digest: str | None,
    place: str,
    about: dict[str, int | str],
    parent_id: int | None,
    consent_id: int | None,
    source: Source,
    now: datetime,
) -> int:
    return await tx.inserted(
        """INSERT INTO form_run (school_id, person_id, entered_by, form_key, form_version, digest, state, part, place,
                                 about, parent_id, consent_id, source, started_at, touched_at)
           VALUES (:school_id, :person_id, :entered_by, :form_key, :form_version, CAST(:digest AS TEXT), 'open', 'core',
                   :place, :about, :parent_id, :consent_id, :source, :now, :now) RETURNING id""",
        school_id=school_id,
        person_id=person_id,
        entered_by=entered_by,
        form_key=form_key,
        form_version=form_version,
        digest=digest,
        place=place,
        about=about,
        parent_id=parent_id,
        consent_id=consent_id,
        source=source,
        now=now,
    )


async def get(tx: Tx, run_id: int) -> Run | None:
    return await tx.one(Run, f"SELECT {_COLUMNS} FROM form_run WHERE id = :run_id", run_id=run_id)


async def count_of_form(tx: Tx, run_id: int, form_key: str) -> int:
    """1 when the run is of this form."""
    sql = "SELECT COUNT(*) FROM form_run WHERE id = :run_id AND form_key = :form_key"
    return await tx.one(int, sql, run_id=run_id, form_key=form_key) or 0


async def with_answers(tx: Tx, run_id: int) -> tuple[Run | None, list[Answer]]:
    """In one trip: every press in a dialog begins with it."""
    columns = ", ".join(f"r.{name.strip()}" for name in _COLUMNS.split(","))
    run, joined = await tx.one_and_many(
        Run,
        _Joined,
        f"""SELECT {columns}, a.question, a.value FROM form_run r LEFT JOIN answer a ON a.run_id = r.id
            WHERE r.id = :run_id ORDER BY a.question""",
        run_id=run_id,
    )
    return run, [Answer(each.question, each.value) for each in joined if each.question is not None]


async def latest(tx: Tx, person_id: int, form_key: str) -> Run | None:
    """The person's newest run of the form, whatever its state, but for what is of a year that is over."""
    return await tx.one(
        Run,
        f"""SELECT {_COLUMNS} FROM form_run
            WHERE person_id = :person_id AND form_key = :form_key AND carried IN ('', 'queue')
            ORDER BY id DESC LIMIT 1""",
        person_id=person_id,
        form_key=form_key,
    )


async def open_run(tx: Tx, *, person_id: int, form_key: str) -> Run | None:
    """The one that is being filled, whoever fills it."""
    return await tx.one(
        Run,
        f"""SELECT {_COLUMNS} FROM form_run
            WHERE person_id = :person_id AND form_key = :form_key AND state = 'open'""",
        person_id=person_id,
        form_key=form_key,
    )


async def hand_over(tx: Tx, run_id: int, *, entered_by: int, source: Source) -> None:
    """Somebody else goes on: the person themselves, or another coordinator with the paper in hand."""
    await tx.run(
        "UPDATE form_run SET entered_by = :entered_by, source = :source WHERE id = :run_id",
        run_id=run_id,
        entered_by=entered_by,
        source=source,
    )


async def move(
    tx: Tx,
    run: Run,
    *,
    place: str,
    part: str,
    ticked: tuple[str, ...] = (),
    changing: bool = False,
    failures: int = 0,
    now: datetime,
) -> int:
    """Go to a place; 0 when the run has moved or ended meanwhile, and then nothing was changed."""
    return await tx.run(
        """UPDATE form_run SET place = :place, part = :part, ticked = :ticked, changing = :changing,
                  failures = :failures, step = step + 1, touched_at = :now
           WHERE id = :run_id AND step = :step AND state IN ('open', 'submitted') AND carried = ''""",
        run_id=run.id,
        step=run.step,
        place=place,
        part=part,
        ticked=ticked,
        changing=changing,
        failures=failures,
        now=now,
    )


async def tick(tx: Tx, run_id: int, ticked: tuple[str, ...], now: datetime) -> None:
    """Ticks do not move the step: the keyboard stays the current one."""
    await tx.run(
        "UPDATE form_run SET ticked = :ticked, failures = 0, touched_at = :now WHERE id = :run_id",
        run_id=run_id,
        ticked=ticked,
        now=now,
    )


async def note_failure(tx: Tx, run_id: int, now: datetime) -> None:
    await tx.run(
        "UPDATE form_run SET failures = failures + 1, touched_at = :now WHERE id = :run_id",
        run_id=run_id,
        now=now,
    )


async def end(tx: Tx, run_id: int, *, old: RunState, new: RunState, now: datetime) -> int:
    """0 when the run is not in the old state any more: an act done twice changes nothing."""
    return await tx.run(
        """UPDATE form_run SET state = :new, step = step + 1, touched_at = :now, changing = 0, ticked = '[]',
                  submitted_at = CASE WHEN :new = 'submitted' THEN :now ELSE submitted_at END
           WHERE id = :run_id AND state = :old""",
        run_id=run_id,
        old=old,
        new=new,
        now=now,
    )


async def abandon_all(tx: Tx, person_id: int, now: datetime) -> None:
    await tx.run(
        """UPDATE form_run SET state = 'abandoned', step = step + 1, touched_at = :now
           WHERE person_id = :person_id AND state = 'open'""",
        person_id=person_id,
        now=now,
    )


async def put(tx: Tx, *, run_id: int, question: str, value: str | None, source: Source, now: datetime) -> None:
    """Keep an answer (JSON, None = skipped), over an earlier one."""
    await tx.run(
        """INSERT INTO answer (run_id, question, value, source, answered_at)
           VALUES (:run_id, :question, :value, :source, :now)
           ON CONFLICT (run_id, question) DO UPDATE
           SET value = excluded.value, source = excluded.source, answered_at = excluded.answered_at""",
        run_id=run_id,
        question=question,
        value=value,
        source=source,
        now=now,
    )


async def unsee(tx: Tx, run_id: int, now: datetime) -> None:
    """What was changed after a coordinator had seen it is to be looked at again."""
    await tx.run(
        """UPDATE form_run SET changed_at = CASE WHEN seen_at IS NULL THEN changed_at ELSE :now END,
                  seen_at = NULL, seen_by = NULL
           WHERE id = :run_id""",
        run_id=run_id,
        now=now,
    )


async def drop_answer(tx: Tx, run_id: int, question: str) -> None:
    await tx.run("DELETE FROM answer WHERE run_id = :run_id AND question = :question", run_id=run_id, question=question)


async def drop_answers(tx: Tx, run_id: int) -> None:
    await tx.run("DELETE FROM answer WHERE run_id = :run_id", run_id=run_id)


async def answers(tx: Tx, run_id: int) -> list[Answer]:
    return await tx.all(
        Answer, "SELECT question, value FROM answer WHERE run_id = :run_id ORDER BY question", run_id=run_id
    )
