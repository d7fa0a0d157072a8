"""What is not needed any more goes: handled updates, told notices, wrong codes, forms that were left."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from mentoring import consent, erasure, surveys
from storage import announcements, chain, inbox, invites, materials, outbox, run_ends, sent_sheets, staff_lists, times
from storage.tx import Tx

INBOX_DAYS = 7  # Telegram repeats an update for a day at most
NOTICE_DAYS = 400  # a notice's key keeps it from being said twice in a school year
ANNOUNCEMENT_DAYS = 365  # a school year; before its notices go: by them it is told who was reached
SMALL_FORM_DAYS = 7  # begun and left: «Добавить человека» with a typed name, a reply, a question
PROPOSAL_DAYS = 30  # a material that its author has not sent, or that was declined
JOURNAL_DAYS = 5 * 366  # an extract of it belongs to an act of destruction, which is kept for three years
STAFF_LIST_DAYS = 1  # read and not added: names of people who are not in the programme


@dataclass(frozen=True, slots=True)
class Kept:
    """What one round has done."""

    erased: int
    pruned: int


async def keep(tx: Tx, now: datetime) -> Kept:
    """Erase whose day has come, prune what nobody will ask for."""
    erased = await erasure.erase_due(tx, now)
    await consent.lapse_due(tx, now)
    await surveys.close_over(tx, now)
    pruned = await inbox.prune(tx, now - timedelta(days=INBOX_DAYS))
    pruned += await announcements.prune(
        tx, before=now - timedelta(days=ANNOUNCEMENT_DAYS), drafts_before=now - timedelta(days=SMALL_FORM_DAYS)
    )
    pruned += await outbox.prune(tx, now - timedelta(days=NOTICE_DAYS))
    pruned += await invites.prune_wrong_codes(tx, now - timedelta(days=1))
    pruned += await staff_lists.prune(tx, now - timedelta(days=STAFF_LIST_DAYS))
    pruned += await sent_sheets.prune(tx, now - timedelta(days=STAFF_LIST_DAYS))
    pruned += await materials.prune_unsent(tx, now - timedelta(days=PROPOSAL_DAYS))
    pruned += await run_ends.drop_idle(tx, now - timedelta(days=SMALL_FORM_DAYS))
    pruned += await invites.forget_expired_names(tx, now)
    pruned += await chain.prune(tx, times.to_text(now - timedelta(days=JOURNAL_DAYS)))
    return Kept(erased, pruned)
