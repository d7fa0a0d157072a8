"""Accounts: a human in a messenger. A person may have none, and one account may be people in two schools."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from storage.rows import numbers
from storage.tx import Tx
from storage.vocabulary import Channel, ConsentDecision, PersonState, Privacy, Role


@dataclass(frozen=True, slots=True)
class Chat:
    person_id: int
    chat_id: int


@dataclass(frozen=True, slots=True)
class Membership:
    """One row per role of each person that the account is: all that rights are decided by, in one trip."""

    account_id: int
    reachable: bool
    run_id: int | None
    command_set: int
    current_person_id: int | None
    person_id: int | None
    school_id: int | None
    full_name: str | None
    state: PersonState | None
    paused_until: date | None
    erase_by: date | None
    notice_seen_at: datetime | None
    role: Role | None
    data_decision: ConsentDecision | None
    data_version: int | None
    contact_decision: ConsentDecision | None
    school_name: str | None
    time_zone: str | None
    privacy: Privacy | None
    school_set_up_at: datetime | None


async def memberships(tx: Tx, external_id: int) -> list[Membership]:
    """Empty for a stranger; a single row without a person for an account that left every school."""
    return await tx.all(
        Membership,
        """SELECT a.id AS account_id, a.reachable, a.run_id, a.command_set, a.person_id AS current_person_id,
                  p.id AS person_id, p.school_id, p.full_name, p.state, p.paused_until, p.erase_by,
                  p.notice_seen_at, r.role,
                  d.decision AS data_decision, d.text_version AS data_version,
                  c.decision AS contact_decision,
                  s.short_name AS school_name, s.time_zone, s.privacy, s.set_up_at AS school_set_up_at
           FROM account a
           LEFT JOIN person p ON p.account_id = a.id
           LEFT JOIN school s ON s.id = p.school_id
           LEFT JOIN role r ON r.person_id = p.id
           LEFT JOIN consent d ON d.id =
                (SELECT MAX(id) FROM consent WHERE person_id = p.id AND kind = 'data')
           LEFT JOIN consent c ON c.id =
                (SELECT MAX(id) FROM consent WHERE person_id = p.id AND kind = 'contact')
           WHERE a.channel = :channel AND a.external_id = :external_id
           ORDER BY p.id, r.role""",
        channel=Channel.TELEGRAM,
        external_id=external_id,
    )


async def ensure(tx: Tx, external_id: int, now: datetime) -> int:
    """The account's id; made when there is none."""
    await tx.run(
        """INSERT INTO account (channel, external_id, created_at) VALUES (:channel, :external_id, :now)
           ON CONFLICT (channel, external_id) DO NOTHING""",
        channel=Channel.TELEGRAM,
        external_id=external_id,
        now=now,
    )
    found = await tx.one(
        int,
        "SELECT id FROM account WHERE channel = :channel AND external_id = :external_id",
        channel=Channel.TELEGRAM,
        external_id=external_id,
    )
    if found is None:
        raise LookupError("the account was not kept")
    return found


async def unfocus_person(tx: Tx, person_id: int, run_id: int) -> None:
    """What this person types is not meant for the run any more."""
    await tx.run(
        """UPDATE account SET run_id = NULL
           WHERE id = (SELECT account_id FROM person WHERE id = :person_id) AND run_id = :run_id""",
        person_id=person_id,
        run_id=run_id,
    )


async def focus(tx: Tx, account_id: int, run_id: int | None) -> None:
    """The run that typed text is meant for."""
    await tx.run("UPDATE account SET run_id = :run_id WHERE id = :account_id", account_id=account_id, run_id=run_id)


async def choose_person(tx: Tx, account_id: int, person_id: int) -> None:
    await tx.run(
        "UPDATE account SET person_id = :person_id, run_id = NULL WHERE id = :account_id",
        account_id=account_id,
        person_id=person_id,
    )


async def chats(tx: Tx, people: Sequence[int]) -> list[Chat]:
    """Where each of them can be written to; who has no account is left out."""
    return await tx.all(
        Chat,
        f"""SELECT p.id AS person_id, a.external_id AS chat_id FROM person p JOIN account a ON a.id = p.account_id
            WHERE p.id IN ({numbers(people)}) ORDER BY p.id""",
    )


async def external_id_of(tx: Tx, person_id: int) -> int | None:
    """The numeric id of the person's chat, None for a person without an account."""
    return await tx.one(
        int,
        "SELECT a.external_id FROM person p JOIN account a ON a.id = p.account_id WHERE p.id = :person_id",
        person_id=person_id,
    )


async def set_reachable(tx: Tx, external_id: int, *, reachable: bool) -> int:
    """How many accounts changed: 0 means that it was known already."""
    return await tx.run(
        """UPDATE account SET reachable = :reachable
           WHERE channel = :channel AND external_id = :external_id AND reachable <> :reachable""",
        channel=Channel.TELEGRAM,
        external_id=external_id,
        reachable=reachable,
    )


async def note_edit_told(tx: Tx, external_id: int, message_id: int) -> int:
    """0 when the editing of this message, or of a later one, was answered before."""
    return await tx.run(
        """UPDATE account SET edit_told_id = :message_id
           WHERE channel = :channel AND external_id = :external_id AND edit_told_id < :message_id""",
        message_id=message_id,
        channel=Channel.TELEGRAM,
        external_id=external_id,
    )


async def set_command_set(tx: Tx, external_id: int, command_set: int) -> None:
    """The mark of the command menu that the chat is given."""
    await tx.run(
        "UPDATE account SET command_set = :command_set WHERE channel = :channel AND external_id = :external_id",
        command_set=command_set,
        channel=Channel.TELEGRAM,
        external_id=external_id,
    )


async def forget(tx: Tx, account_id: int) -> None:
    """Remove the account when it is nobody any more."""
    await tx.run(
        """DELETE FROM account WHERE id = :account_id
           AND NOT EXISTS (SELECT 1 FROM person WHERE account_id = :account_id)""",
        account_id=account_id,
    )
