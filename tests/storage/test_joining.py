"""Somebody came on their own and turns out to be a person of the staff list: two records become one."""

from dataclasses import dataclass
from datetime import date

import pytest

from storage import (
    accounts,
    announcements,
    consents,
    form_asks,
    form_ticks,
    outbox,
    papers,
    people,
    questions,
    readiness,
    runs,
)
from storage.announcements import Unreached
from storage.consents import Consent
from storage.database import Database
from storage.outbox import Planned
from storage.tx import Tx
from storage.vocabulary import (
    Audience,
    ConsentDecision,
    ConsentKind,
    NoticePolicy,
    PersonState,
    Role,
    RunState,
    Source,
)
from tests.storage.seeds import NOW, person, run, school

TELEGRAM = 5_000_000_001
DECISIONS = (
    (ConsentKind.DATA, ConsentDecision.GIVEN),
    (ConsentKind.CONTACT, ConsentDecision.DECLINED),
    (ConsentKind.CONTACT, ConsentDecision.GIVEN),
)


@dataclass(frozen=True, slots=True)
class Two:
    """The newcomer with an account and consents; the line of the staff list without."""

    school: int
    coordinator: int
    newcomer: int
    listed: int


async def two(tx: Tx) -> Two:
    school_id = await school(tx)
    coordinator = await person(tx, school_id, telegram=TELEGRAM + 1, name="Орлова Вера Павловна")
    newcomer = await person(tx, school_id, telegram=TELEGRAM, name="Анна Иванова")
    listed = await person(tx, school_id)
    await people.grant(tx, newcomer, Role.TEACHER, by=None, now=NOW)
    for kind, decision in DECISIONS:
        await decide(tx, newcomer, kind, decision)
    return Two(school_id, coordinator, newcomer, listed)


async def decide(tx: Tx, person_id: int, kind: ConsentKind, decision: ConsentDecision) -> int:
    return await consents.record(
        tx,
        person_id=person_id,
        kind=kind,
        decision=decision,
        source=Source.TAP,
        text_version=1,
        text_hash="hash",
        recorded_by=None,
        now=NOW,
    )


def said(ledger: list[Consent]) -> tuple[tuple[ConsentKind, ConsentDecision], ...]:
    return tuple((each.kind, each.decision) for each in ledger)


async def test_the_newcomers_ledger_stays_as_it_was(database: Database) -> None:
    async with database.write() as tx:
        they = await two(tx)
        before = await consents.ledger(tx, they.newcomer)
        await people.take_over(tx, nameless=they.newcomer, listed=they.listed)
        assert await consents.ledger(tx, they.newcomer) == before


async def test_the_decisions_are_written_again_in_their_order_under_the_listed_person(database: Database) -> None:
    async with database.write() as tx:
        they = await two(tx)
        await people.take_over(tx, nameless=they.newcomer, listed=they.listed)
        assert said(await consents.ledger(tx, they.listed)) == DECISIONS


async def test_the_account_and_the_roles_are_the_listed_persons_now(database: Database) -> None:
    async with database.write() as tx:
        they = await two(tx)
        await people.take_over(tx, nameless=they.newcomer, listed=they.listed)
        (membership,) = await accounts.memberships(tx, TELEGRAM)
    assert (membership.person_id, membership.state, membership.role, membership.contact_decision) == (
        they.listed,
        PersonState.ACTIVE,
        Role.TEACHER,
        ConsentDecision.GIVEN,
    )


async def test_the_chosen_person_of_the_account_follows(database: Database) -> None:
    async with database.write() as tx:
        they = await two(tx)
        await accounts.choose_person(tx, await accounts.ensure(tx, TELEGRAM, NOW), they.newcomer)
        await people.take_over(tx, nameless=they.newcomer, listed=they.listed)
        (membership,) = await accounts.memberships(tx, TELEGRAM)
    assert membership.current_person_id == they.listed


async def test_a_nameless_tombstone_is_left(database: Database) -> None:
    async with database.write() as tx:
        they = await two(tx)
        await people.take_over(tx, nameless=they.newcomer, listed=they.listed)
        left = await people.get(tx, they.newcomer)
        assert left is not None
        roles = await people.roles(tx, they.newcomer)
    assert (left.state, left.full_name, left.account_id, roles) == (PersonState.ERASED, "", None, [])


async def test_the_list_keeps_one_line_with_the_lists_name(database: Database) -> None:
    async with database.write() as tx:
        they = await two(tx)
        await people.take_over(tx, nameless=they.newcomer, listed=they.listed)
        names = await people.names(tx, they.school)
    assert [each.full_name for each in names] == ["Орлова Вера Павловна", "Иванова Анна Петровна"]


async def test_a_request_that_was_begun_goes_on_as_the_listed_persons(database: Database) -> None:
    async with database.write() as tx:
        they = await two(tx)
        begun = await run(tx, they.school, they.newcomer)
        await people.take_over(tx, nameless=they.newcomer, listed=they.listed)
        found = await runs.open_run(tx, person_id=they.listed, form_key="needs")
    assert found is not None
    assert found.id == begun


async def test_what_was_begun_on_paper_gives_way_to_what_they_fill_themselves(database: Database) -> None:
    async with database.write() as tx:
        they = await two(tx)
        on_paper = await run(tx, they.school, they.listed, entered_by=they.coordinator)
        theirs = await run(tx, they.school, they.newcomer)
        await people.take_over(tx, nameless=they.newcomer, listed=they.listed)
        states = [found.state for each in (on_paper, theirs) if (found := await runs.get(tx, each))]
    assert states == [RunState.ABANDONED, RunState.OPEN]


async def test_a_question_and_a_planned_notice_are_the_listed_persons_now(database: Database) -> None:
    async with database.write() as tx:
        they = await two(tx)
        await questions.add(
            tx, school_id=they.school, person_id=they.newcomer, about="", text="Что писать?", run_id=None, now=NOW
        )
        await outbox.plan(tx, Planned(TELEGRAM, they.newcomer, "nudge", "{}", "k", NoticePolicy.ONCE, 5, NOW), NOW)
        await people.take_over(tx, nameless=they.newcomer, listed=they.listed)
        owners = [each.person_id for each in await questions.waiting(tx, they.school, offset=0, limit=9)]
        owners += [each.person_id or 0 for each in await outbox.due(tx, NOW, 9)]
    assert owners == [they.listed, they.listed]


@pytest.mark.parametrize("of_list", [False, True], ids=["new to the list", "waited for by the list"])
async def test_a_signed_paper_keeps_its_date(database: Database, of_list: bool) -> None:
    async with database.write() as tx:
        they = await two(tx)
        owner = they.listed if of_list else they.newcomer
        await papers.mark_received(tx, owner, on=date(2026, 9, 3), by=they.coordinator, now=NOW)
        await people.take_over(tx, nameless=they.newcomer, listed=they.listed)
        received = [each.received_on for each in await papers.page(tx, they.school, offset=0, limit=9)]
    assert received.count(date(2026, 9, 3)) == 1


async def test_asks_go_along_and_ticks_that_are_not_sent_do_not(database: Database) -> None:
    async with database.write() as tx:
        they = await two(tx)
        for by, person_id in ((they.coordinator, they.newcomer), (they.newcomer, they.coordinator)):
            await form_asks.add(
                tx,
                school_id=they.school,
                person_id=person_id,
                form_key="mentor_profile",
                school_year=2026,
                by=by,
                answer_by=NOW.date(),
                survey_id=None,
                now=NOW,
            )
        await form_ticks.tick(tx, they.school, "mentor_profile", person_id=they.coordinator, by=they.newcomer)
        await people.take_over(tx, nameless=they.newcomer, listed=they.listed)
        assert await form_asks.newest(tx, they.listed, "mentor_profile") is not None
        assert await form_asks.newest(tx, they.newcomer, "mentor_profile") is None
        assert await tx.all(int, "SELECT asked_by FROM form_ask ORDER BY id") == [they.coordinator, they.listed]


@pytest.mark.parametrize("of_list", [False, True], ids=["of the newcomer alone", "of both"])
async def test_a_pause_goes_on_as_the_listed_persons(database: Database, of_list: bool) -> None:
    async with database.write() as tx:
        they = await two(tx)
        for person_id in (they.newcomer, *([they.listed] if of_list else [])):
            await readiness.pause(tx, school_id=they.school, person_id=person_id, now=NOW)
        await people.take_over(tx, nameless=they.newcomer, listed=they.listed)
        assert await readiness.paused_since(tx, they.listed) == NOW
        assert await readiness.paused_since(tx, they.newcomer) is None


@pytest.mark.parametrize("of_list", [False, True], ids=["to the newcomer alone", "to both"])
async def test_what_was_written_to_them_and_by_them_goes_along(database: Database, of_list: bool) -> None:
    async with database.write() as tx:
        they = await two(tx)
        number = await announcements.add(
            tx, school_id=they.school, audience=Audience.EVERYBODY, text="Педсовет", by=they.newcomer, now=NOW
        )
        await announcements.mark_sent(tx, number, by=they.newcomer, goes_at=NOW, now=NOW)
        to = [they.newcomer, *([they.listed] if of_list else [])]
        await announcements.address(tx, [Unreached(number, each, f"announcement:{each}") for each in to])
        await people.take_over(tx, nameless=they.newcomer, listed=they.listed)
        assert await tx.all(int, "SELECT person_id FROM announcement_to") == [they.listed]
        assert await announcements.mark_read(tx, number, they.newcomer) == 0
        assert await tx.all(int, "SELECT written_by FROM announcement") == [they.listed]
