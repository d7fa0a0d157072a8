"""Templates of a school with their versions, papers with their numbers, what was typed for them, in both databases."""

from mentoring import naming
from storage import document_templates, documents
from storage.database import Database
from storage.documents import Numbered
from storage.tx import Tx
from storage.vocabulary.documents import DocumentKind
from tests.storage.seeds import NOW, person, school

KIND = DocumentKind.ORDER_REGULATION
TODAY = NOW.date()


async def sent(tx: Tx, school_id: int, by: int, content: str) -> int:
    return await document_templates.put_waiting(
        tx, school_id=school_id, kind=KIND, content=content, digest=content, by=by, now=NOW
    )


async def made(tx: Tx, school_id: int, by: int, digest: str = "one", *, year: int = 2026) -> int:
    return await documents.add(
        tx,
        school_id=school_id,
        school_year=year,
        kind=KIND,
        about="",
        template_id=None,
        digest=digest,
        by=by,
        now=NOW,
    )


async def test_one_template_waits_one_holds_and_versions_stay(database: Database) -> None:
    async with database.write() as tx:
        ours, other = await school(tx), await school(tx)
        by, theirs = await person(tx, ours), await person(tx, other)
        await sent(tx, other, theirs, "theirs")
        await sent(tx, ours, by, "first")
        waiting = await sent(tx, ours, by, "second")
        assert await document_templates.content(tx, waiting, other) == ""
        assert [await document_templates.accept(tx, waiting, ours, 1) for _ in range(2)] == [1, 0]
        held = await document_templates.holding(tx, ours, KIND)
        assert held is not None
        assert (held.id, held.version, held.digest) == (waiting, 1, "second")
        assert await document_templates.waiting(tx, ours, KIND) is None
        assert [await document_templates.drop_holding(tx, ours, KIND, NOW) for _ in range(2)] == [1, 0]
        assert await document_templates.content(tx, waiting, ours) == "second"
        assert await document_templates.last_version(tx, ours, KIND) == 1
        assert await document_templates.last_version(tx, other, KIND) == 0


async def test_a_paper_is_copied_remade_and_signed(database: Database) -> None:
    async with database.write() as tx:
        ours, other = await school(tx), await school(tx)
        by = await person(tx, ours)
        paper = await made(tx, ours, by)
        await made(tx, ours, by, year=2025)
        await documents.copied(tx, paper)
        found = await documents.find(tx, ours, 2026, KIND, "")
        assert found is not None
        assert (found.copies, found.digest, found.number) == (1, "one", "")
        await documents.remake(tx, paper, template_id=None, digest="two")
        await documents.sign(tx, paper, number="57", dated_on=TODAY, digest="two")
        found = await documents.find(tx, ours, 2026, KIND, "")
        assert found is not None
        assert (found.copies, found.digest, found.number, found.dated_on) == (-1, "two", "57", TODAY)
        await documents.settle(tx, paper, template_id=None, digest="three")
        found = await documents.find(tx, ours, 2026, KIND, "")
        assert found is not None
        assert (found.copies, found.digest, found.number) == (-1, "three", "57")
        assert await documents.numbered(tx, ours, "57", TODAY) == [Numbered(paper, KIND)]
        assert await documents.numbered(tx, other, "57", TODAY) == []
        assert [each.id for each in await documents.of_year(tx, ours, 2026)] == [paper]
        assert await documents.find(tx, other, 2026, KIND, "") is None


async def test_what_was_typed_is_typed_over_and_a_name_is_forgotten_in_its_school_alone(database: Database) -> None:
    async with database.write() as tx:
        ours, other = await school(tx), await school(tx)
        for school_id in (ours, other):
            for field, value in (("кто", "Никто"), ("кто", "Лугов Павел Ильич"), ("день", "2026-09-15")):
                await documents.put_value(
                    tx, school_id=school_id, school_year=2026, kind=KIND, field=field, value=value
                )
        await naming.forget(tx, ours, "Лугов Павел Ильич")
        assert [each.field for each in await documents.values(tx, ours, 2026, KIND)] == ["день"]
        assert [each.value for each in await documents.values(tx, other, 2026, KIND)] == [
            "2026-09-15",
            "Лугов Павел Ильич",
        ]
