"""Two records of one human become one."""

from storage.tx import Tx


async def take_over(tx: Tx, *, nameless: int, listed: int) -> None:
    """Somebody who came on their own is this person of the staff list: account, roles and consents move over.

    The ledger is only added to: the consents are written again under the listed person.
    """
    await tx.run(
        """INSERT INTO consent (person_id, kind, decision, source, text_version, text_hash, recorded_by, valid_until,
                                decided_at)
           SELECT CAST(:listed AS BIGINT), kind, decision, source, text_version, text_hash, recorded_by, valid_until,
                  decided_at
           FROM consent WHERE person_id = :nameless ORDER BY id""",
        listed=listed,
        nameless=nameless,
    )
    await tx.run(
        """INSERT INTO paper (person_id, kind, state, received_on, recorded_by, changed_at)
           SELECT CAST(:listed AS BIGINT), kind, state, received_on, recorded_by, changed_at
           FROM paper WHERE person_id = :nameless
           ON CONFLICT (person_id, kind) DO NOTHING""",
        listed=listed,
        nameless=nameless,
    )
    await tx.run(
        """INSERT INTO role (person_id, role, granted_at, granted_by)
           SELECT CAST(:listed AS BIGINT), role, granted_at, granted_by FROM role WHERE person_id = :nameless
           ON CONFLICT (person_id, role) DO NOTHING""",
        listed=listed,
        nameless=nameless,
    )
    await tx.run("DELETE FROM role WHERE person_id = :nameless", nameless=nameless)
    await _take_over_runs(tx, nameless=nameless, listed=listed)
    account_id = await tx.one(int, "SELECT account_id FROM person WHERE id = :nameless", nameless=nameless)
    # A withdrawal comes along. Whoever was refused is to be forgotten, unless they turn out to be of the list.
    await tx.run(
        """UPDATE person SET erase_by = COALESCE(
                  (SELECT n.erase_by FROM person n WHERE n.id = :nameless AND n.state <> 'refused'), erase_by)
           WHERE id = :listed""",
        listed=listed,
        nameless=nameless,
    )
    await tx.run(
        """UPDATE person SET account_id = NULL, state = 'erased', full_name = '', search_name = '', sort_name = '',
                  erase_by = NULL
           WHERE id = :nameless""",
        nameless=nameless,
    )
    await tx.run(
        """UPDATE person SET account_id = :account_id, state = 'active',
                  notice_seen_at = (SELECT n.notice_seen_at FROM person n WHERE n.id = :nameless)
           WHERE id = :listed""",
        listed=listed,
        nameless=nameless,
        account_id=account_id,
    )
    await tx.run(
        "UPDATE account SET person_id = :listed, run_id = NULL WHERE id = :account_id AND person_id = :nameless",
        listed=listed,
        nameless=nameless,
        account_id=account_id,
    )


async def _take_over_runs(tx: Tx, *, nameless: int, listed: int) -> None:
    """What they filled and asked: else a reply finds nobody, and erasing leaves a typed name behind."""
    await tx.run(
        """UPDATE form_run SET entered_by = :listed
           WHERE school_id = (SELECT school_id FROM person WHERE id = :nameless)
             AND entered_by = :nameless AND person_id NOT IN (:nameless, :listed)""",
        nameless=nameless,
        listed=listed,
    )
    # One open run of a form is left: the one that this human has been filling now.
    await tx.run(
        """UPDATE form_run SET state = 'abandoned' WHERE person_id = :listed AND state = 'open'
           AND form_key IN (SELECT form_key FROM form_run WHERE person_id = :nameless AND state = 'open')""",
        nameless=nameless,
        listed=listed,
    )
    await tx.run(
        """UPDATE form_run SET person_id = :listed, entered_by = :listed
           WHERE person_id = :nameless OR (person_id = :listed AND entered_by = :nameless)""",
        nameless=nameless,
        listed=listed,
    )
    await tx.run(
        "UPDATE practice_card SET author_id = :listed WHERE author_id = :nameless", nameless=nameless, listed=listed
    )
    await _take_over_asks(tx, nameless=nameless, listed=listed)
    await _take_over_announcements(tx, nameless=nameless, listed=listed)
    await tx.run(
        """UPDATE mentor_pause SET ended_at = began_at WHERE person_id = :listed AND ended_at IS NULL
           AND EXISTS (SELECT 1 FROM mentor_pause n WHERE n.person_id = :nameless AND n.ended_at IS NULL)""",
        nameless=nameless,
        listed=listed,
    )
    await tx.run(
        "UPDATE mentor_pause SET person_id = :listed WHERE person_id = :nameless", nameless=nameless, listed=listed
    )
    await tx.run(
        "UPDATE question SET person_id = :listed WHERE person_id = :nameless", nameless=nameless, listed=listed
    )
    await tx.run("UPDATE invite SET person_id = :listed WHERE person_id = :nameless", nameless=nameless, listed=listed)
    await tx.run("UPDATE job SET person_id = :listed WHERE person_id = :nameless", nameless=nameless, listed=listed)
    await tx.run(
        "UPDATE outbox SET person_id = :listed WHERE person_id = :nameless AND ended_at IS NULL",
        nameless=nameless,
        listed=listed,
    )


async def _take_over_asks(tx: Tx, *, nameless: int, listed: int) -> None:
    """Whom they were asked by or have asked; ticks that are not sent are made anew in a moment."""
    await tx.run(
        "DELETE FROM form_ask WHERE person_id = :nameless AND asked_at IS NULL",
        nameless=nameless,
    )
    await tx.run("DELETE FROM form_ask WHERE asked_by = :nameless AND asked_at IS NULL", nameless=nameless)
    await tx.run(
        """DELETE FROM form_ask WHERE person_id = :listed AND survey_id IN
           (SELECT survey_id FROM form_ask WHERE person_id = :nameless AND survey_id IS NOT NULL)""",
        nameless=nameless,
        listed=listed,
    )
    await tx.run(
        "UPDATE form_ask SET person_id = :listed WHERE person_id = :nameless", nameless=nameless, listed=listed
    )
    await tx.run(
        """UPDATE form_ask SET asked_by = :listed
           WHERE school_id = (SELECT school_id FROM person WHERE id = :nameless) AND asked_by = :nameless""",
        nameless=nameless,
        listed=listed,
    )


async def _take_over_announcements(tx: Tx, *, nameless: int, listed: int) -> None:
    """What was written to them, by the message that it went with; and what they wrote."""
    await tx.run(
        """INSERT INTO announcement_to (announcement_id, person_id, notice, read)
           SELECT announcement_id, CAST(:listed AS BIGINT), notice, read FROM announcement_to
           WHERE person_id = :nameless
           ON CONFLICT (announcement_id, person_id) DO NOTHING""",
        nameless=nameless,
        listed=listed,
    )
    await tx.run("DELETE FROM announcement_to WHERE person_id = :nameless", nameless=nameless)
    await tx.run(
        """UPDATE announcement SET written_by = :listed
           WHERE school_id = (SELECT school_id FROM person WHERE id = :nameless) AND written_by = :nameless""",
        nameless=nameless,
        listed=listed,
    )
