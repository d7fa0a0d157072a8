"""What is seen after a small form about a programme: where it was opened, with what came of it."""

from datetime import datetime

from handlers import programme_screens as screens
from handlers.effects import Effects, Screen, with_head
from handlers.texts import programme_news as news
from handlers.texts import programme_steps as step_words
from mentoring.access import Member
from mentoring.filling import Run
from mentoring.programme_outcomes import STEP_DATE, WORDS
from mentoring.programmes import Edit, Extending, Kept
from storage.tx import Tx


async def after(tx: Tx, member: Member, run: Run, result: object, now: datetime) -> Effects:
    match result:
        case Kept():
            return await _after_change(tx, member, run, result, now)
        case Extending():
            head = news.extended(result)
        case _:
            head = news.returned() if result else news.not_approved()
    return with_head(await screens.programme(tx, member, int(run.about["pairing"]), now), head)


async def _after_change(tx: Tx, member: Member, run: Run, of: Kept, now: datetime) -> Effects:
    done = of.edit is Edit.DONE
    if run.form_key in WORDS:
        return with_head(await screens.typed_words(tx, member, of.pairing_id, now), news.edited(of.edit))
    if of.edit is Edit.REMOVED or not of.step_id:
        return with_head(await screens.plan(tx, member, of.pairing_id, 0, now), news.edited(of.edit))
    told = step_words.moved(of.day) if of.day else step_words.added()
    return with_head(await screens.step(tx, member, of.step_id, now), told if done else news.edited(of.edit))


async def back(tx: Tx, member: Member, run: Run, now: datetime) -> Screen:
    if run.form_key == STEP_DATE:
        return await screens.step(tx, member, int(run.about["step"]), now)
    if run.form_key in WORDS:
        return await screens.typed_words(tx, member, int(run.about["pairing"]), now)
    return await screens.programme(tx, member, int(run.about["pairing"]), now)
