"""Whom each audience is, whom a message reaches, and what is known of it, in both databases."""

from datetime import timedelta

import pytest

from storage import announcements, audiences, consents, outbox, people, runs
from storage.announcements import Tally, Unreached
from storage.audiences import Sizes
from storage.database import Database
from storage.outbox import Ending, Planned
from storage.tx import Tx
from storage.vocabulary import (
    Audience,
    ConsentDecision,
    ConsentKind,
    Delivery,
    NoticePolicy,
    Role,
    RunState,
    Source,
)
from tests.storage.seeds import NOW, person, run, school

TELEGRAM = 5_000_000_100
GIVEN, DECLINED = ConsentDecision.GIVEN, ConsentDecision.DECLINED


async def decides(tx: Tx, person_id: int, data: ConsentDecision, contact: ConsentDecision, version: int = 1) -> None:
    for kind, decision in ((ConsentKind.DATA, data), (ConsentKind.CONTACT, contact)):
        await consents.record(
            tx,
            person_id=person_id,
            kind=kind,
            decision=decision,
            source=Source.TAP,
            text_version=version,
            text_hash="",
            recorded_by=None,
            valid_until=None,
            now=NOW,
        )


async def school_of(tx: Tx) -> tuple[int, dict[str, int]]:
    """Everybody in it but the author stands in another way to the programme."""
    school_id = await school(tx)
    who = {}
    for number, name in enumerate(("author", "deputy", "mute_deputy", "teacher", "mentee", "old_text", "refused")):
        who[name] = await person(tx, school_id, telegram=TELEGRAM + number, name=f"Ли {name}")
    who["outside"] = await person(tx, school_id, name="Ли outside")
    who["withdrawn"] = await person(tx, school_id, telegram=TELEGRAM + 50, name="Ли withdrawn")
    await people.set_erase_by(tx, who["withdrawn"], NOW.date())
    for name in ("author", "deputy", "mute_deputy"):
        await people.grant(tx, who[name], Role.DEPUTY, by=None, now=NOW)
    for name in ("author", "teacher", "mentee", "withdrawn"):
        await decides(tx, who[name], GIVEN, GIVEN)
    await decides(tx, who["old_text"], GIVEN, GIVEN, version=99)
    await decides(tx, who["refused"], GIVEN, DECLINED)
    await decides(tx, who["mute_deputy"], GIVEN, DECLINED)
    request = await run(tx, school_id, who["mentee"])
    await runs.end(tx, request, old=RunState.OPEN, new=RunState.SUBMITTED, now=NOW)
    return school_id, who


async def test_an_audience_counts_everybody_but_its_author_reached_or_not(database: Database) -> None:
    async with database.write() as tx:
        school_id, who = await school_of(tx)
        found = await audiences.sizes(tx, school_id, but=who["author"])
    # A deputy who decided nothing about consent takes no part yet: a request is not waited for.
    assert found == Sizes(everybody=7, silent=5, mentees=1, mentors=0, coordinators=2)


@pytest.mark.parametrize("audience", Audience)
async def test_whom_a_message_reaches_and_whom_not_are_the_audience_together(
    database: Database, audience: Audience
) -> None:
    async with database.write() as tx:
        school_id, who = await school_of(tx)
        by, today = who["author"], NOW.date()
        reached = await audiences.reached(tx, school_id, audience, but=by, version=1, today=today)
        lines = await audiences.beyond(tx, school_id, audience, but=by, version=1, today=today)
        size = (await audiences.sizes(tx, school_id, but=by)).size(audience)
    beyond = [each.id for each in lines]
    assert len(reached) + len(beyond) == size
    assert set(reached) <= {who["deputy"], who["teacher"], who["mentee"]}
    assert not set(reached) & set(beyond)
    if audience is Audience.EVERYBODY:
        assert set(reached) == {who["deputy"], who["teacher"], who["mentee"]}


@pytest.mark.parametrize(
    ("state", "reason", "read", "counted"),
    [
        (None, "", 0, Tally(total=1, sent=0, read=0, waiting=1)),
        (Delivery.SENT, "", 0, Tally(total=1, sent=1, read=0, waiting=0)),
        (Delivery.SENT, "", 1, Tally(total=1, sent=1, read=1, waiting=0)),
        (Delivery.UNKNOWN, "crash", 0, Tally(total=1, sent=0, read=0, waiting=0)),
        (Delivery.UNKNOWN, "crash", 1, Tally(total=1, sent=1, read=1, waiting=0)),
        (Delivery.DROPPED, "stale", 0, Tally(total=1, sent=0, read=0, waiting=1)),
        (Delivery.DROPPED, "cancelled", 0, Tally(total=1, sent=0, read=0, waiting=0)),
        (Delivery.FAILED, "", 0, Tally(total=1, sent=0, read=0, waiting=0)),
    ],
)
async def test_what_is_known_of_a_message_is_counted_once(
    database: Database, state: Delivery | None, reason: str, read: int, counted: Tally
) -> None:
    async with database.write() as tx:
        school_id, who = await school_of(tx)
        by, to = who["author"], who["teacher"]
        number = await announcements.add(
            tx, school_id=school_id, audience=Audience.EVERYBODY, text="Педсовет", by=by, now=NOW
        )
        assert await announcements.mark_sent(tx, number, by=by, goes_at=NOW, now=NOW) == 1
        assert await announcements.mark_sent(tx, number, by=by, goes_at=NOW, now=NOW) == 0
        await announcements.address(tx, [Unreached(number, to, "k")])
        await outbox.plan(tx, Planned(TELEGRAM, to, "announcement", "{}", "k", NoticePolicy.ONCE, 5, NOW), NOW)
        if state is not None:
            await outbox.end(tx, [Ending("k", state, reason)], NOW)
        if read:
            await announcements.mark_read(tx, number, to)
        assert await announcements.tally(tx, number, NOW - timedelta(days=3)) == counted
        assert bool(await announcements.unreached(tx, school_id, NOW - timedelta(days=3))) == (reason == "stale")
        assert await announcements.unreached(tx, school_id, NOW) == []
