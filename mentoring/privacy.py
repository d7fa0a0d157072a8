"""`strict`: files with names stay on the server. Accepted only from who has opened a test file there."""

import secrets
from datetime import datetime

from mentoring import filling, jobs
from mentoring.access import Actor, Member
from mentoring.filling import Step
from mentoring.jobs import Work
from storage import runs
from storage.tx import Tx

FORM = "privacy_code"


async def begin_test(tx: Tx, actor: Actor, member: Member, now: datetime) -> Step:
    """Put a file with a number into the folder and ask for the number; the one that waits already goes on."""
    me = member.person_id
    waiting = await runs.open_run(tx, person_id=me, form_key=FORM)
    if waiting is not None:
        return await filling.resume(tx, actor, waiting)
    code = 1000 + secrets.randbelow(9000)
    await jobs.order(tx, member, actor.external_id, Work.TEST_FILE, now, code=code)
    return await filling.begin(tx, actor, FORM, now=now, about={"code": code})
