"""Where a small form about those without a pair leads back to, done or given up."""

from datetime import datetime

from handlers import queue_screens, referral_screens
from handlers.effects import Effects, with_head
from handlers.texts import queue as queue_words
from handlers.texts import referrals as referral_words
from mentoring import queue_exits, support
from mentoring.access import Member
from mentoring.care_forms import ACTS, Done
from mentoring.filling import Run
from storage.tx import Tx

FORMS = frozenset(ACTS)


async def back(tx: Tx, member: Member, run: Run, now: datetime) -> Effects:
    """The screen from which the form was opened."""
    if run.about["person"]:
        return await queue_screens.person(tx, member, int(run.about["person"]), now)
    return await referral_screens.page(tx, member)


async def after(tx: Tx, member: Member, run: Run, result: object, now: datetime) -> Effects:
    done = isinstance(result, Done) and result.done
    if run.form_key == queue_exits.FORM and done:
        return with_head(await queue_screens.page(tx, member, 0, now), queue_words.taken_out(done=True))
    return with_head(await back(tx, member, run, now), _said(run, done=done))


def _said(run: Run, *, done: bool) -> str:
    match run.form_key:
        case support.FORM if not run.about["person"]:
            return referral_words.held(done=done)
        case support.FORM:
            return queue_words.held(done=done)
    return queue_words.taken_out(done=done)
