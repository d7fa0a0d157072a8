"""What the schema itself forbids, whatever the code above it believes."""

import re
import sqlite3
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import psycopg
import pytest

import storage
from storage import accounts, consents, inbox, outbox, people, runs
from storage.database import Database
from storage.inbox import Arrival
from storage.migrations import known
from storage.outbox import Planned
from storage.tx import Tx
from storage.vocabulary import (
    ConsentDecision,
    ConsentKind,
    Delivery,
    InboxState,
    InviteKind,
    JobState,
    NoticePolicy,
    PaperState,
    PersonState,
    Privacy,
    Role,
    RunState,
    Source,
)
from storage.vocabulary.gatherings import Coming, GatheringKind, GatheringState, LineKind, Talk
from tests.storage.seeds import NOW, person, run, school

BROKEN = (sqlite3.IntegrityError, psycopg.IntegrityError)
MOMENT = "'2026-09-08T09:00:00.000000Z'"


@dataclass(frozen=True, slots=True)
class Rows:
    """One row of each table that others point to."""

    school: int
    person: int
    account: int
    run: int


async def rows(tx: Tx) -> Rows:
    school_id = await school(tx)
    person_id = await person(tx, school_id, telegram=5_000_000_001)
    found = await people.get(tx, person_id)
    assert found is not None
    assert found.account_id is not None
    return Rows(school_id, person_id, found.account_id, await run(tx, school_id, person_id))


PERSON = "INSERT INTO person (school_id, account_id, full_name, search_name, sort_name, state, created_at)"
RUN = """INSERT INTO form_run (school_id, person_id, entered_by, form_key, form_version, state, part, place, source,
                               started_at, touched_at)"""
OUTBOX = "INSERT INTO outbox (chat_id, person_id, kind, body, key, policy, priority, state, due_at, planned_at)"
INBOX = "INSERT INTO inbox (bot_id, update_id, kind, lane, body, received_at)"
CONSENT = """INSERT INTO consent (person_id, kind, decision, source, text_version, text_hash, decided_at)"""

ASK = "INSERT INTO form_ask (school_id, person_id, form_key, school_year, asked_by, asked_at, answer_by)"
ANNOUNCEMENT = (
    """INSERT INTO announcement (school_id, audience, text, state, written_by, written_at, sent_at, goes_at)"""
)
FORBIDDEN = {
    "two people of one school with one account": f"{PERSON} VALUES (:school, :account, '', '', '', 'active', {MOMENT})",
    "two accounts of one human": f"""INSERT INTO account (channel, external_id, created_at)
                                     VALUES ('telegram', 5000000001, {MOMENT})""",
    "a person of no school": f"{PERSON} VALUES (0, NULL, '', '', '', 'active', {MOMENT})",
    "a person of no account": f"{PERSON} VALUES (:school, 0, '', '', '', 'active', {MOMENT})",
    "a person without a state": f"{PERSON} VALUES (:school, NULL, '', '', '', NULL, {MOMENT})",
    "a person in an unknown state": f"{PERSON} VALUES (:school, NULL, '', '', '', 'elsewhere', {MOMENT})",
    "an account that is half reachable": "UPDATE account SET reachable = 2 WHERE id = :account",
    "a school with an unknown privacy": "UPDATE school SET privacy = 'none' WHERE id = :school",
    "a school without a time zone": "UPDATE school SET time_zone = NULL WHERE id = :school",
    "an unknown role": f"INSERT INTO role (person_id, role, granted_at) VALUES (:person, 'king', {MOMENT})",
    "a role of nobody": f"INSERT INTO role (person_id, role, granted_at) VALUES (0, 'teacher', {MOMENT})",
    "an unknown decision": f"{CONSENT} VALUES (:person, 'data', 'perhaps', 'tap', 1, '', {MOMENT})",
    "a consent to everything": f"{CONSENT} VALUES (:person, 'all', 'given', 'tap', 1, '', {MOMENT})",
    "a consent out of a staff list": f"{CONSENT} VALUES (:person, 'data', 'given', 'staff_list', 1, '', {MOMENT})",
    "a consent of nobody": f"{CONSENT} VALUES (0, 'data', 'given', 'tap', 1, '', {MOMENT})",
    "a decision that is changed afterwards": "UPDATE consent SET decision = 'declined' WHERE person_id = :person",
    "a decision that is taken out of the ledger": "DELETE FROM consent WHERE person_id = :person",
    "a person with consents cannot be deleted": "DELETE FROM person WHERE id = :person",
    "a school with people cannot be deleted": "DELETE FROM school WHERE id = :school",
    "an account that is somebody cannot be deleted": "DELETE FROM account WHERE id = :account",
    "a second open run of the form": f"""{RUN} VALUES (:school, :person, :person, 'needs', 1, 'open', 'core', 'a',
                                          'tap', {MOMENT}, {MOMENT})""",
    "a run in an unknown state": "UPDATE form_run SET state = 'lost' WHERE id = :run",
    "a run of an unknown part": "UPDATE form_run SET part = 'third' WHERE id = :run",
    "a run of nobody": "UPDATE form_run SET person_id = 0 WHERE id = :run",
    "a run under a consent that is not there": "UPDATE form_run SET consent_id = 0 WHERE id = :run",
    "an answer of no run": f"""INSERT INTO answer (run_id, question, source, answered_at)
                               VALUES (0, 'goal', 'tap', {MOMENT})""",
    "an answer from nowhere": f"""INSERT INTO answer (run_id, question, source, answered_at)
                                  VALUES (:run, 'goal', 'dream', {MOMENT})""",
    "an ask without a day to answer by": f"""{ASK} VALUES (:school, :person, 'mentor_profile', 2026, :person,
                                               {MOMENT}, NULL)""",
    "an ask of nobody": f"{ASK} VALUES (:school, 0, 'mentor_profile', 2026, :person, NULL, NULL)",
    "an ask by nobody": f"{ASK} VALUES (:school, :person, 'mentor_profile', 2026, 0, NULL, NULL)",
    "two ticks of one coordinator for one person": f"""{ASK}
        VALUES (:school, :person, 'mentor_profile', 2026, :person, NULL, NULL),
               (:school, :person, 'mentor_profile', 2026, :person, NULL, NULL)""",
    "two pauses at once": f"""INSERT INTO mentor_pause (school_id, person_id, began_at)
        VALUES (:school, :person, {MOMENT}), (:school, :person, {MOMENT})""",
    "a pause of nobody": f"INSERT INTO mentor_pause (school_id, person_id, began_at) VALUES (:school, 0, {MOMENT})",
    "an announcement that was sent at no moment": f"""{ANNOUNCEMENT}
        VALUES (:school, 'everybody', '', 'sent', :person, {MOMENT}, NULL, NULL)""",
    "a draft that was sent": f"""{ANNOUNCEMENT}
        VALUES (:school, 'everybody', '', 'draft', :person, {MOMENT}, {MOMENT}, {MOMENT})""",
    "an announcement that goes at no moment": f"""{ANNOUNCEMENT}
        VALUES (:school, 'everybody', '', 'sent', :person, {MOMENT}, {MOMENT}, NULL)""",
    "an announcement to an unknown audience": f"""{ANNOUNCEMENT}
        VALUES (:school, 'parents', '', 'draft', :person, {MOMENT}, NULL, NULL)""",
    "a recipient of no announcement": """INSERT INTO announcement_to (announcement_id, person_id, notice)
        VALUES (0, :person, 'k')""",
    "a question of nobody": f"""INSERT INTO question (school_id, person_id, about, text, asked_at)
                                VALUES (:school, 0, '', '', {MOMENT})""",
    "a notice without a policy": f"""{OUTBOX}
        VALUES (1, :person, 'nudge', '', 'k', 'maybe', 5, 'due', {MOMENT}, {MOMENT})""",
    "a notice in an unknown state": f"""{OUTBOX}
        VALUES (1, :person, 'nudge', '', 'k', 'once', 5, 'x', {MOMENT}, {MOMENT})""",
    "a notice to nobody": f"{OUTBOX} VALUES (1, 0, 'nudge', '', 'k', 'once', 5, 'due', {MOMENT}, {MOMENT})",
    "an update of an unknown kind": f"{INBOX} VALUES (42, 1, 'rumour', 1, '', {MOMENT})",
    "a job of nobody": f"""INSERT INTO job (school_id, person_id, chat_id, kind, task, created_at)
                           VALUES (:school, 0, 1, 'bank', '', {MOMENT})""",
}


@pytest.mark.parametrize("sql", FORBIDDEN.values(), ids=FORBIDDEN)
async def test_the_schema_forbids(database: Database, sql: str) -> None:
    async with database.write() as tx:
        made = await rows(tx)
        await tx.run(f"{CONSENT} VALUES (:person, 'data', 'given', 'tap', 1, '', {MOMENT})", person=made.person)
    with pytest.raises(BROKEN):
        async with database.write() as tx:
            params = {name: getattr(made, name) for name in Rows.__slots__ if f":{name}" in sql}
            await tx.run(sql, **params)


async def test_a_text_where_a_number_belongs_is_refused(database: Database) -> None:
    with pytest.raises((sqlite3.IntegrityError, psycopg.DataError)):
        async with database.write() as tx:
            await tx.run("UPDATE school SET school_year = 'soon' WHERE id = :id", id=await school(tx))


async def test_one_account_may_be_people_of_two_schools(database: Database) -> None:
    async with database.write() as tx:
        ids = [await person(tx, await school(tx), telegram=5_000_000_001) for _ in range(2)]
        accounts_of = {await accounts.external_id_of(tx, person_id) for person_id in ids}
    assert accounts_of == {5_000_000_001}


async def test_many_people_of_a_school_may_have_no_account(database: Database) -> None:
    async with database.write() as tx:
        school_id = await school(tx)
        assert await person(tx, school_id) != await person(tx, school_id)


async def test_a_run_may_follow_one_that_was_handed_in(database: Database) -> None:
    async with database.write() as tx:
        made = await rows(tx)
        await runs.end(tx, made.run, old=RunState.OPEN, new=RunState.SUBMITTED, now=NOW)
        assert await run(tx, made.school, made.person) != made.run


async def test_what_a_coordinator_enters_from_paper_is_no_second_run(database: Database) -> None:
    async with database.write() as tx:
        made = await rows(tx)
        coordinator = await person(tx, made.school)
        with pytest.raises(Exception, match=r"(?i)unique"):
            await run(tx, made.school, made.person, entered_by=coordinator)


async def test_an_update_is_kept_once_for_each_bot_and_kind(database: Database) -> None:
    came = [Arrival(42, 7, "update", 1, "a"), Arrival(42, 7, "job", 1, "b"), Arrival(43, 7, "update", 1, "c")]
    async with database.write() as tx:
        await inbox.receive(tx, [*came, Arrival(42, 7, "update", 1, "again")], NOW)
        await inbox.receive(tx, came, NOW)
        assert [row.body for row in await inbox.open_rows(tx, 0, 10)] == ["a", "b", "c"]


async def test_a_notice_with_the_same_meaning_is_planned_once(database: Database) -> None:
    notice = Planned(1, None, "nudge", "{}", "nudge:1", NoticePolicy.ONCE, 5, NOW)
    async with database.write() as tx:
        assert [await outbox.plan(tx, notice, NOW), await outbox.plan(tx, notice, NOW)] == [1, 0]


async def test_an_account_is_forgotten_when_it_is_nobody_and_not_before(database: Database) -> None:
    async with database.write() as tx:
        made = await rows(tx)
        await accounts.forget(tx, made.account)
        while_somebody = await accounts.memberships(tx, 5_000_000_001)
        await people.unbind(tx, made.person)
        await accounts.forget(tx, made.account)
        assert (len(while_somebody), await accounts.memberships(tx, 5_000_000_001)) == (1, [])


WORDS: dict[str, type[StrEnum]] = {
    "school.privacy": Privacy,
    "person.state": PersonState,
    "role.role": Role,
    "invite.kind": InviteKind,
    "invite.role": Role,
    "consent.kind": ConsentKind,
    "consent.decision": ConsentDecision,
    "paper.state": PaperState,
    "form_run.state": RunState,
    "answer.source": Source,
    "inbox.state": InboxState,
    "outbox.policy": NoticePolicy,
    "outbox.state": Delivery,
    "job.state": JobState,
    "gathering.kind": GatheringKind,
    "gathering.state": GatheringState,
    "gathering_person.answer": Coming,
    "gathering_person.talk_state": Talk,
    "gathering_line.kind": LineKind,
}


@pytest.mark.parametrize(("column", "words"), WORDS.items(), ids=WORDS)
def test_the_schemas_words_are_the_vocabularys(column: str, words: type[StrEnum]) -> None:
    table, name = column.split(".")
    script = "".join(each.script for each in known())
    (body,) = re.findall(rf"CREATE TABLE {table} \((.*?){{end}}", script, re.DOTALL)
    (listed,) = re.findall(rf"CHECK \({name} IN \((.*?)\)\)", body)
    assert {word.strip(" '") for word in listed.split(",")} == {word.value for word in words}


@pytest.mark.parametrize("source", sorted(Path(storage.__path__[0]).rglob("*.py")), ids=lambda path: str(path.stem))
def test_no_code_changes_or_deletes_a_consent(source: Path) -> None:
    text = " ".join(source.read_text(encoding="utf-8").split())
    assert not re.search(r"\b(UPDATE|DELETE FROM|REPLACE INTO|TRUNCATE)\s+consent\b", text, re.IGNORECASE)


async def test_the_last_decision_of_a_kind_holds_and_the_ones_before_it_stay(database: Database) -> None:
    decisions = [ConsentDecision.DECLINED, ConsentDecision.GIVEN, ConsentDecision.WITHDRAWN]
    async with database.write() as tx:
        person_id = (await rows(tx)).person
        for decision in decisions:
            await consents.record(
                tx,
                person_id=person_id,
                kind=ConsentKind.DATA,
                decision=decision,
                source=Source.TAP,
                text_version=1,
                text_hash="hash",
                recorded_by=None,
                now=NOW,
            )
        latest = await consents.latest(tx, person_id, ConsentKind.DATA)
        ledger = [each.decision for each in await consents.ledger(tx, person_id)]
    assert (latest and latest.decision, ledger) == (decisions[-1], decisions)
