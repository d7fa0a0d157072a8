"""Materials in both databases: whose they are, whom they are for, their files, and what stays of an erased author."""

from datetime import timedelta

import pytest

from storage import material_files, materials, people, runs
from storage.database import Database
from storage.materials import Circles
from storage.migrations import migrate
from storage.tx import Tx
from storage.vocabulary import RunState, Source
from storage.vocabulary.pairs import MaterialAudience, MaterialKind, MaterialState
from tests.storage.seeds import NOW, person, run, school

DIGEST = "ab" * 32


async def material(
    tx: Tx, school_id: int, by: int, *, digest: str = DIGEST, state: MaterialState = MaterialState.KEPT
) -> int:
    return await materials.add(
        tx,
        school_id=school_id,
        areas=("docs", "method"),
        title="Памятка",
        material=MaterialKind.FILE,
        address="",
        digest=digest,
        file_name="Памятка.pdf",
        size=1000,
        state=state,
        by=by,
        now=NOW,
    )


async def test_a_material_is_of_its_school_and_goes_with_everything_about_its_file(database: Database) -> None:
    async with database.write() as tx:
        ours, other = await school(tx), await school(tx)
        kept = await material(tx, ours, await person(tx, ours))
        await material_files.note_id(tx, kept, 42, "file-1")
        assert [(each.id, each.areas) for each in await materials.of_school(tx, ours)] == [(kept, ("docs", "method"))]
        assert await materials.of_school(tx, other) == []
        assert await materials.get(tx, kept, other) is None
        assert await materials.remove(tx, kept, other, NOW) == 0
        assert [await materials.remove(tx, kept, ours, NOW) for _ in range(2)] == [1, 0]
        assert await materials.get(tx, kept, ours) is None
        assert await material_files.known_id(tx, kept, 42) is None
        await material_files.note_id(tx, kept, 42, "too late")
        assert await material_files.known_id(tx, kept, 42) is None
        assert await material_files.digests(tx) == []


async def test_a_file_of_several_rows_is_pointed_to_until_the_last_is_gone(database: Database) -> None:
    async with database.write() as tx:
        ours, other = await school(tx), await school(tx)
        rows = [await material(tx, each, await person(tx, each)) for each in (ours, ours, other)]
        await material(tx, ours, await person(tx, ours), digest="cd" * 32)
        assert await material_files.size_of_school(tx, ours) == 2000
        assert await material_files.size_of_school(tx, other) == 1000
        assert await material_files.is_of_school(tx, other, DIGEST)
        assert not await material_files.is_of_school(tx, other, "cd" * 32)
        for each, left in zip(rows, (True, True, False), strict=True):
            await materials.remove(tx, each, other if each == rows[2] else ours, NOW)
            assert (DIGEST in await material_files.digests(tx)) is left


async def test_an_id_is_of_one_bot_and_the_newest_one_holds(database: Database) -> None:
    async with database.write() as tx:
        ours = await school(tx)
        kept = await material(tx, ours, await person(tx, ours))
        for bot, file_id in ((42, "one"), (43, "other"), (42, "new")):
            await material_files.note_id(tx, kept, bot, file_id)
        assert [await material_files.known_id(tx, kept, bot) for bot in (42, 43, 44)] == ["new", "other", None]


async def test_a_proposal_moves_once_and_is_seen_while_its_author_is_in_the_programme(database: Database) -> None:
    async with database.write() as tx:
        ours = await school(tx)
        anna = await person(tx, ours)
        own = await material(tx, ours, anna, state=MaterialState.DRAFT)
        assert await materials.proposed(tx, ours) == []
        moves = [await materials.move(tx, own, MaterialState.DRAFT, MaterialState.PROPOSED) for _ in range(2)]
        assert moves == [1, 0]
        assert [each.id for each in await materials.proposed(tx, ours)] == [own]
        assert [each.id for each in await materials.own_open(tx, anna)] == [own]
        await people.set_erase_by(tx, anna, NOW.date())
        assert await materials.proposed(tx, ours) == []
        assert await materials.get(tx, own, ours) is None


async def test_an_erased_person_leaves_what_was_taken_and_no_name(database: Database) -> None:
    async with database.write() as tx:
        ours = await school(tx)
        anna, other = await person(tx, ours), await person(tx, ours)
        for state in MaterialState:
            await material_files.note_id(tx, await material(tx, ours, anna, state=state), 42, "file")
        theirs = await material(tx, ours, other, state=MaterialState.PROPOSED)
        await materials.forget_person(tx, anna)
        left = await tx.all(str, "SELECT state || COALESCE(author_id, 0) FROM material ORDER BY id")
        assert left == ["kept0", f"proposed{other}"]
        assert await tx.one(int, "SELECT COUNT(*) FROM material_sent") == 1
        assert await materials.get(tx, theirs, ours) is not None


async def test_what_was_begun_and_left_goes_after_its_days(database: Database) -> None:
    async with database.write() as tx:
        ours = await school(tx)
        anna = await person(tx, ours)
        for state in MaterialState:
            await material(tx, ours, anna, state=state)
        assert await materials.prune_unsent(tx, NOW) == 0
        assert await materials.prune_unsent(tx, NOW + timedelta(days=1)) == 2
        assert sorted(await tx.all(str, "SELECT state FROM material")) == ["kept", "proposed"]


@pytest.mark.parametrize(
    ("form_key", "answer", "circles"),
    [
        ("needs", ("areas", '["method"]'), Circles(mentor=False, mentee=True)),
        ("mentor_profile", ("ready", '"year"'), Circles(mentor=True, mentee=False)),
        ("mentor_profile", ("ready", '"no"'), Circles(mentor=False, mentee=False)),
    ],
)
async def test_what_a_person_has_handed_in_says_what_they_are(
    database: Database, form_key: str, answer: tuple[str, str], circles: Circles
) -> None:
    async with database.write() as tx:
        ours = await school(tx)
        anna = await person(tx, ours, telegram=7)
        assert await materials.circles(tx, anna) == Circles(mentor=False, mentee=False)
        run_id = await run(tx, ours, anna)
        await tx.run("UPDATE form_run SET form_key = :form_key WHERE id = :run_id", form_key=form_key, run_id=run_id)
        await runs.put(tx, run_id=run_id, question=answer[0], value=answer[1], source=Source.TAP, now=NOW)
        assert await materials.circles(tx, anna) == Circles(mentor=False, mentee=False)
        await runs.end(tx, run_id, old=RunState.OPEN, new=RunState.SUBMITTED, now=NOW)
        assert await materials.circles(tx, anna) == circles
        asked = await materials.areas_asked_for(tx, ours)
        assert asked == (['["method"]'] if circles.mentee else [])


async def test_materials_of_the_schema_before_keep_their_area_their_author_and_their_address(empty: Database) -> None:
    await migrate(empty, now=NOW, up_to=8)
    async with empty.write() as tx:
        ours = await school(tx)
        anna = await person(tx, ours)
        await tx.run(
            """INSERT INTO material (school_id, area, title, kind, address, added_by, added_at)
               VALUES (:ours, 'method', 'Памятка', 'file', 'file-id', :anna, :now)""",
            ours=ours,
            anna=anna,
            now=NOW,
        )
    await migrate(empty, now=NOW)
    async with empty.write() as tx:
        (found,) = await materials.of_school(tx, ours)
        assert (found.areas, found.author_id, found.audience) == (("method",), anna, MaterialAudience.BOTH)
        (unread,) = await material_files.unread(tx)
        assert unread.address == "file-id"
        set_ = [
            await material_files.set_bytes(tx, found.id, digest=DIGEST, file_name="Памятка.pdf", size=7)
            for _ in range(2)
        ]
        assert set_ == [1, 0]
        assert await material_files.unread(tx) == []
