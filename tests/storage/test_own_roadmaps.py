"""The one draft and the one accepted roadmap of a school's year, in both databases."""

from storage import own_roadmaps
from storage.database import Database
from storage.own_roadmaps import OwnRoadmap
from storage.tx import Tx
from storage.vocabulary import RoadmapState
from tests.storage.seeds import NOW, person, school

DRAFT, ACCEPTED = RoadmapState.DRAFT, RoadmapState.ACCEPTED


async def put(tx: Tx, school_id: int, by: int, content: str, state: RoadmapState = DRAFT) -> None:
    await own_roadmaps.put(tx, school_id=school_id, school_year=2026, state=state, content=content, by=by, now=NOW)


async def test_a_draft_gives_way_to_the_next_and_not_to_what_is_accepted(database: Database) -> None:
    async with database.write() as tx:
        ours, other = await school(tx), await school(tx)
        for school_id, content in ((ours, "one"), (ours, "two"), (other, "theirs")):
            await put(tx, school_id, await person(tx, school_id), content)
        await put(tx, ours, await person(tx, ours), "holds", ACCEPTED)
        assert await own_roadmaps.get(tx, ours, 2026, DRAFT) == OwnRoadmap(2026, DRAFT, "two", NOW)
        assert [each.content for each in await own_roadmaps.of_school(tx, ours)] == ["holds", "two"]
        assert await own_roadmaps.states(tx, ours, 2026) == [ACCEPTED, DRAFT]
        assert await own_roadmaps.get(tx, ours, 2027, DRAFT) is None


async def test_what_is_dropped_is_dropped_once_and_no_other_schools(database: Database) -> None:
    async with database.write() as tx:
        ours, other = await school(tx), await school(tx)
        for school_id in (ours, other):
            await put(tx, school_id, await person(tx, school_id), "{}")
        assert [await own_roadmaps.drop(tx, ours, 2026, DRAFT) for _ in range(2)] == [1, 0]
        assert await own_roadmaps.states(tx, other, 2026) == [DRAFT]
