"""What the finished small forms about programmes do."""

from collections.abc import Mapping
from datetime import date, datetime

from mentoring import programmes
from mentoring.access import Actor, Member
from mentoring.outcome import Kept as Answers
from mentoring.outcome import Outcome, text
from mentoring.programmes import Field, Kept
from storage.runs import Run
from storage.tx import Tx

WORDS: Mapping[str, Field] = {f"programme_{field}": field for field in Field}
OWN_STEP, STEP_DATE, RETURN, EXTEND = "programme_step", "programme_step_date", "programme_return", "programme_extend"
FORMS = frozenset({*WORDS, OWN_STEP, STEP_DATE, RETURN, EXTEND})


async def _words(tx: Tx, _actor: Actor, member: Member, run: Run, kept: Answers, now: datetime) -> object:
    pairing_id = int(run.about["pairing"])
    edit = await programmes.write(tx, member, pairing_id, WORDS[run.form_key], text(kept, "text"), now)
    return Kept(pairing_id, edit)


async def _own_step(tx: Tx, _actor: Actor, member: Member, run: Run, kept: Answers, now: datetime) -> object:
    return await programmes.add_own(tx, member, int(run.about["pairing"]), text(kept, "activity"), now)


async def _step_date(tx: Tx, _actor: Actor, member: Member, run: Run, kept: Answers, now: datetime) -> object:
    step_id, day = int(run.about["step"]), date.fromisoformat(text(kept, "day"))
    edit = await programmes.move(tx, member, step_id, day, now)
    return Kept(int(run.about["pairing"]), edit, step_id, day)


async def _return(tx: Tx, _actor: Actor, member: Member, run: Run, kept: Answers, now: datetime) -> object:
    return await programmes.give_back(tx, member, int(run.about["pairing"]), text(kept, "note"), now)


async def _extend(tx: Tx, _actor: Actor, member: Member, run: Run, kept: Answers, now: datetime) -> object:
    return await programmes.extend(tx, member, int(run.about["pairing"]), date.fromisoformat(text(kept, "day")), now)


# A programme is written by coordinators too, who give no consent; whether a member has given it is looked at before.
OUTCOMES: Mapping[str, Outcome] = {
    **dict.fromkeys(WORDS, Outcome(_words, consent=False)),
    OWN_STEP: Outcome(_own_step, consent=False),
    STEP_DATE: Outcome(_step_date, consent=False),
    RETURN: Outcome(_return, consent=False),
    EXTEND: Outcome(_extend, consent=False),
}
